// A value gone back to under a moving finger: its bands are remembered, nobody works them out again,
// and they are the same.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, settledCode, visit } from './harness.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test('bands of a value gone back to come without the workers, and all draws when the finger lifts', () => visit(browser, { way: 'served' }, async (visited) => {
  const { page } = visited;
  // What the workers are told waits here while they are cut off.
  await page.addInitScript(() => {
    const waiting = [];
    const tell = Worker.prototype.postMessage;
    globalThis.isCutOff = false;
    Worker.prototype.postMessage = function postMessage(...what) {
      if (globalThis.isCutOff) waiting.push([this, what]);
      else tell.apply(this, what);
    };
    globalThis.connect = () => {
      globalThis.isCutOff = false;
      for (const [worker, what] of waiting.splice(0)) tell.apply(worker, what);
    };
  });
  await visited.open();
  await visited.ready();
  const slider = page.locator('input[type=range][data-lever="alarm_publicity"]');
  await slider.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await slider.boundingBox();
  // What is drawn with the first bands of the next input.
  const next = () => page.evaluate(() => new Promise((resolve) => {
    const main = document.querySelector('main');
    const { revision } = main.dataset;
    const watch = new MutationObserver(() => {
      const { revision: newest, answered, draws } = main.dataset;
      if (newest === revision || answered !== newest || Number(draws) < 256) return;
      watch.disconnect();
      const paths = [...document.querySelectorAll('.stage svg.fan path')].map((path) => path.getAttribute('d'));
      resolve({ draws: Number(draws), paths });
    });
    watch.observe(main, { attributes: true });
  }));
  const at = async (share) => {
    const drawn = next();
    await page.mouse.move(x + width * share, y + height / 2);
    return drawn;
  };
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  // The larger one first: while a finger moves the graph's scale only grows.
  const first = await at(0.75);
  const other = await at(0.6);
  await page.evaluate(() => { globalThis.isCutOff = true; });
  const again = await at(0.75);
  await page.evaluate(() => globalThis.connect());
  assert.equal(again.draws, 256);
  assert.notDeepEqual(other.paths, first.paths);
  assert.deepEqual(again.paths, first.paths);
  await page.mouse.up();
  const code = await settledCode(page);
  assert.equal(await page.locator('main').getAttribute('data-draws'), '1024');
  // Set by hand on a page that has nothing to remember, it is the same to the last bit.
  const value = await slider.inputValue();
  await page.reload();
  await visited.ready();
  assert.equal(await slider.inputValue(), value, 'the scenario is kept');
  assert.equal(await settledCode(page), code);
  await visited.clean();
}));

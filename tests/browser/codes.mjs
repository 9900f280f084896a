// The result code of the default scenario as the built page works it out: by one, two and three
// workers, after a question was dropped for another one, and after a worker died on the way.
// Prints {"rows":[{how,code}]}.
import { launch, visit } from './harness.mjs';

const rows = [];
const browser = await launch();
try {
  for (const workers of [1, 2, 3]) {
    await visit(browser, { way: 'served', query: `?workers=${workers}` }, async ({ page, open, ready }) => {
      await open();
      await ready();
      // The page opens with an answer worked out beforehand: away from it, and back at once.
      await move(page, 'stepUp');
      await move(page, 'stepDown');
      rows.push({ how: `${workers} worker(s), a question dropped`, code: await settledCode(page) });
      await move(page, 'stepUp');
      await page.evaluate(() => globalThis.mitoshi.killWorker());
      await settledCode(page);
      await move(page, 'stepDown');
      await page.evaluate(() => globalThis.mitoshi.killWorker());
      rows.push({ how: `${workers} worker(s), one died`, code: await settledCode(page) });
    });
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify({ rows }));

async function move(page, step) {
  const slider = page.locator('input[type=range][data-lever="alarm_publicity"]');
  await slider.evaluate((input, how) => input[how](), step);
  await slider.dispatchEvent('input');
  // Long enough for the question to be asked, too short for it to be answered.
  await page.waitForTimeout(5);
}

async function settledCode(page) {
  await page.waitForFunction(() => {
    const { ready, revision, answered } = document.querySelector('main').dataset;
    return ready === 'true' && revision === answered;
  });
  return page.locator('[data-result-code]').textContent().then((text) => text.trim());
}

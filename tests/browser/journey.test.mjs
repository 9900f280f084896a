// The journey of somebody who opens the page, moves a slider, and comes back: served and as a file.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  VIEWPORTS, WAYS, assertAccessible, drag, kept, launch, press, screenshot, settled, visit,
} from './harness.mjs';

const LEVER = 'alarm_publicity';
const CHART = 'alarm_devices';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const way of WAYS) {
  describe(`journey, ${way}`, () => {
    test('it opens with an answer, in Japanese', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await visited.open();
        await visited.ready();
        assert.match(await page.title(), /見通し/);
        assert.match(await page.locator('h1').innerText(), /見通し/);
        assert.equal(await page.locator('html').getAttribute('lang'), 'ja');
        assert.ok(await median(page).getAttribute('d'), 'the chart has a line');
        assert.match(await page.locator('[data-target]').first().innerText(), /割|ほとんどない|ほぼ確実|見込み/);
        assert.match(await page.locator('[data-result-code]').innerText(), /[0-9A-Za-z]{4}/);
        await screenshot(page, `opened-${way}`);
        await visited.clean();
      });
    });

    test('a slider dragged with the pointer moves the line, and the answer follows', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await visited.open();
        await visited.ready();
        const before = await median(page).getAttribute('d');
        const code = await page.locator('[data-result-code]').innerText();
        await drag(page, slider(page), 0.9);
        await page.waitForFunction(changedFrom, [CHART, before]);
        await settled(page);
        assert.notEqual(await page.locator('[data-result-code]').innerText(), code);
        const written = (await field(page).inputValue()).replaceAll(',', '');
        assert.equal(Number(written), Number(await slider(page).inputValue()));
        await screenshot(page, `dragged-${way}`);
        await visited.clean();
      });
    });

    test('the keyboard does what the pointer does', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await visited.open();
        await visited.ready();
        const before = await median(page).getAttribute('d');
        await press(slider(page), 'End');
        await page.waitForFunction(changedFrom, [CHART, before]);
        await settled(page);
        const max = await slider(page).getAttribute('max');
        assert.equal(Number(await slider(page).inputValue()), Number(max));
        await visited.clean();
      });
    });

    test('what was set is there after a reload', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await visited.open();
        await visited.ready();
        await press(slider(page), 'End');
        await settled(page);
        // The code is that of all draws.
        await visited.ready();
        const value = await slider(page).inputValue();
        const code = await page.locator('[data-result-code]').innerText();
        await kept(page, LEVER);
        await page.reload();
        await visited.ready();
        assert.equal(await slider(page).inputValue(), value);
        assert.equal(await page.locator('[data-result-code]').innerText(), code);
        await visited.clean();
      });
    });

    test('what was set in the last half second is there after a reload, and is then saved', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await visited.open();
        await visited.ready();
        await press(slider(page), 'End');
        const value = await slider(page).inputValue();
        await page.reload();
        await visited.ready();
        assert.equal(await slider(page).inputValue(), value);
        await kept(page, LEVER);
        // What was set back is not brought up again.
        await press(slider(page), 'Home');
        await page.reload();
        await visited.ready();
        assert.equal(await slider(page).inputValue(), await slider(page).getAttribute('min'));
        await visited.clean();
      });
    });

    test('a page that goes without a word loses nothing either', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        // As where a browser throws a page away: nobody is told that it goes.
        await page.addInitScript(() => {
          const silence = (event) => event.stopImmediatePropagation();
          for (const word of ['visibilitychange', 'pagehide']) addEventListener(word, silence, true);
        });
        await visited.open();
        await visited.ready();
        await press(slider(page), 'End');
        const value = await slider(page).inputValue();
        // Long enough to be drawn, too short to be saved.
        await page.waitForTimeout(100);
        await page.reload();
        await visited.ready();
        assert.equal(await slider(page).inputValue(), value);
        await visited.clean();
      });
    });

    test('a dead worker is replaced, and the page says so', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page, noted } = visited;
        await visited.open();
        await visited.ready();
        await page.evaluate(() => globalThis.mitoshi.killWorker());
        await page.waitForFunction(() =>
          [...document.querySelectorAll('[role="status"]')].some((e) => e.innerText.trim()));
        const before = await median(page).getAttribute('d');
        await press(slider(page), 'End');
        await page.waitForFunction(changedFrom, [CHART, before]);
        await settled(page);
        // The browser logs the worker's own error; nothing else may be wrong.
        noted.console = noted.console.filter((text) => !text.includes('told to throw'));
        await visited.clean();
      });
    });

    test('English is one switch away and is kept', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await visited.open();
        await visited.ready();
        await page.locator('button[data-lang="en"]').click();
        await page.locator('button[data-lang="ja"]').waitFor();
        assert.equal(await page.locator('html').getAttribute('lang'), 'en');
        await assertAccessible(page);
        await page.reload();
        await page.locator('button[data-lang="ja"]').waitFor();
        await visited.clean();
      });
    });

    for (const [name, viewport] of Object.entries(VIEWPORTS)) {
      test(`axe finds nothing on a ${name}, and the page is not wider than it`, async () => {
        await visit(browser, { way, viewport }, async (visited) => {
          const { page } = visited;
          await visited.open();
          await visited.ready();
          await screenshot(page, `${name}-${way}`);
          await assertAccessible(page);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(width <= viewport.width, `${width} px wide on ${viewport.width}`);
          await visited.clean();
        });
      });
    }
  });
}

function slider(page) {
  return page.locator(`input[type=range][data-lever="${LEVER}"]`);
}

// The field beside it, whatever type it has: people may write «1,200».
function field(page) {
  return page.locator(`input:not([type=range])[data-lever="${LEVER}"]`);
}

function median(page) {
  return page.locator(`svg[data-chart="${CHART}"] path.median`).first();
}

// Runs in the page.
function changedFrom([chart, before]) {
  const line = document.querySelector(`svg[data-chart="${chart}"] path.median`);
  return line !== null && line.getAttribute('d') !== before;
}

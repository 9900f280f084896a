// The charts under a finger, under the keys, and for a reader who has asked for less motion; in
// Japanese and in English.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertAccessible, launch, press, settled, visitIn } from './harness.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const opened = (lang, options, work) => visitIn(browser, lang, options, work);

const WORDS = {
  ja: { year: /^令和\d+年度/, forecast: '見通し', recorded: '実績' },
  en: { year: /^FY ?20\d\d/, forecast: 'Forecast', recorded: 'Recorded' },
};

for (const lang of ['ja', 'en']) {
  describe(`charts, ${lang}`, () => {
    test('a tap shows the values of a year, which stay when the finger lifts', () => opened(lang, { hasTouch: true }, async (page) => {
      const tap = await tapping(page, '.stage .chart-plot');
      await tap(0.75);
      const late = await told(page);
      assert.match(late.head, WORDS[lang].year);
      assert.ok(late.rows.some((row) => row.includes(WORDS[lang].forecast)), late.rows.join());
      await page.waitForTimeout(300);
      assert.deepEqual(await told(page), late);
      await inside(page);
      await tap(0.1);
      const early = await told(page);
      assert.notEqual(early.head, late.head);
      assert.ok(early.rows.some((row) => row.includes(WORDS[lang].recorded)), early.rows.join());
      await inside(page);
      await assertAccessible(page);
    }));

    test('a tap on a tile shows its place and brings it into focus', () => opened(lang, { hasTouch: true }, async (page) => {
      const tap = await tapping(page, '.areas .chart-plot');
      await tap(0.5, 0.3);
      const { head, rows } = await told(page, '.areas');
      assert.ok(head.length > 0 && rows.length > 0);
      await inside(page, '.areas');
      await page.locator('.place-tag').waitFor();
      await settled(page);
      // What is said of a place above the graph takes no more than the graph can give.
      const [picture, foot] = await Promise.all(['.chart-plot svg', '.stage-foot'].map((part) =>
        page.locator(`.stage ${part}`).first().boundingBox()));
      assert.ok(picture.y + picture.height <= foot.y + 1, JSON.stringify({ picture, foot }));
    }));

    test('arrow keys go from year to year and say each; Escape puts the box away', () => opened(lang, {}, async (page) => {
      const plot = page.locator('.stage .chart-plot');
      await press(plot, 'ArrowLeft');
      const last = await told(page);
      assert.match(last.head, WORDS[lang].year);
      await press(plot, 'ArrowLeft');
      const before = await told(page);
      assert.notEqual(before.head, last.head);
      const said = page.locator('.stage [aria-live="polite"]').first();
      assert.ok((await said.innerText()).startsWith(before.head), 'what is shown is read out');
      await press(plot, 'Home');
      assert.ok((await told(page)).rows.some((row) => row.includes(WORDS[lang].recorded)));
      await inside(page);
      await press(plot, 'Escape');
      assert.equal(await page.locator('.stage .tip').count(), 0);
    }));

    test('where less motion is asked for, nothing is played', () => opened(lang, { reducedMotion: 'reduce' }, async (page) => {
      // Before, and after: two pictures instead of sixteen.
      assert.ok(await pictures(page) <= 2);
      await page.locator('[data-picker="measure"]').click();
      await page.locator('[data-measure="pop_75"]').click();
      await page.locator('[data-choice="chart-kind"] label:has(input[value="pyramid"])').click();
      const year = () => page.locator('.year-row output').innerText();
      await press(page.locator('.year-slider'), 'Home');
      const first = await year();
      await page.locator('.year-row button').click();
      const second = await year();
      assert.notEqual(second, first);
      await page.waitForTimeout(1_500);
      assert.equal(await year(), second, 'it turns to the next year and no further');
    }));
  });
}

test('otherwise the last change is played as a film', () => opened('ja', {}, async (page) => {
  assert.ok(await pictures(page) > 6);
}));

// A finger on a plot, at fractions of its width and height.
async function tapping(page, selector) {
  const box = await page.locator(selector).first().boundingBox();
  return (x, y = 0.5) => page.touchscreen.tap(box.x + box.width * x, box.y + box.height * y);
}

// What the box at the cursor says.
async function told(page, part = '.stage') {
  const tip = page.locator(`${part} svg .tip`);
  await tip.waitFor();
  const head = await tip.locator('.tip-head').textContent();
  return { head, rows: await tip.locator('g').allTextContents() };
}

// The box lies within its picture's width and within the window: no value is cut off.
async function inside(page, panel = '.stage') {
  const [box, picture] = await Promise.all(['.tip-box', 'svg.chart-svg'].map((part) =>
    page.locator(`${panel} .chart-plot ${part}`).first().boundingBox()));
  const { height } = page.viewportSize();
  assert.ok(picture.x - 1 <= box.x && box.x + box.width <= picture.x + picture.width + 1
    && box.y >= 0 && box.y + box.height <= height, JSON.stringify({ box, picture }));
}

// How many pictures the replay of a change has: each time the line is drawn anew.
async function pictures(page) {
  await page.locator('.presets summary').click();
  await page.locator('[data-preset="devices"]').click();
  await page.locator('[data-replay]').waitFor();
  await settled(page);
  await page.evaluate(() => {
    globalThis.pictures = 0;
    new MutationObserver((records) => {
      if (records.some(({ target }) => target.classList.contains('median'))) globalThis.pictures += 1;
    }).observe(document.querySelector('.stage .chart-plot'), {
      subtree: true, attributes: true, attributeFilter: ['d'],
    });
  });
  await page.locator('[data-replay]').click();
  await page.locator('[data-replay]:not([disabled])').waitFor();
  return page.evaluate(() => globalThis.pictures);
}

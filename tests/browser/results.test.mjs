// Results handed out in the data room: what the files say is what the screen says, place by place, and
// whoever brings them back changes nothing.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { choose, enter, go } from './data_room.mjs';
import { bookSheets, csvRows } from './files.mjs';
import { WAYS, launch, settled, settledCode, visit, visitIn } from './harness.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const WORDS = {
  ja: {
    devices: '緊急通報機器の合計', city: '川崎市', ward: '区', year: '令和5年度', unit: '台', code: '結果コード',
    middle: /見通し（台）$/, sheets: ['見通し', '目標の確率', '出典一覧', '設定'],
  },
  en: {
    devices: 'Alarm devices in use', city: 'Kawasaki', ward: 'ward', year: 'FY2023', unit: 'devices',
    code: 'result code', middle: /Forecast \(devices\)$/,
    sheets: ['forecast', 'chances of targets', 'list of sources', 'settings'],
  },
};

// Columns of the table of results.
const [MEASURE, PLACE, LEVEL, YEAR, MEDIAN] = [0, 1, 2, 3, 8];

for (const [lang, way] of [['ja', WAYS[0]], ['en', WAYS[1]]]) {
  const words = WORDS[lang];
  test(`${lang}: results go out as they stand on the screen, and come back without a change, ${way}`, () => (
    visitIn(browser, lang, { way }, async (page) => {
      await settled(page);
      const code = (await settledCode(page)).match(/[0-9A-Z]{4}(-[0-9A-Z]{4})+/)[0];
      const onScreen = await chartMiddle(page, words);
      await go(page, '#/data');
      await page.locator('.exchange').waitFor();
      const rows = csvRows(await taken(page, '[data-results="csv"]'));
      const found = rows.filter((row) => row[MEASURE] === words.devices && row[YEAR]?.startsWith(words.year));
      const city = found.find((row) => row[PLACE] === words.city);
      assert.ok(Math.abs(Number(city[MEDIAN]) - onScreen) < 1e-3, `${city} is not ${onScreen}`);
      assert.equal(found.filter((row) => row[LEVEL] === words.ward).length, 7);
      assert.equal(found.length, 8, 'no area without being asked');
      assert.ok(city.includes(words.unit), `${city} has no unit`);
      assert.match(city.at(-1), new RegExp(code));

      const book = await taken(page, '[data-results="xlsx"]');
      const sheets = bookSheets(book);
      assert.deepEqual(Object.keys(sheets), words.sheets);
      const [forecast, , , settings] = Object.values(sheets);
      assert.deepEqual(forecast.find((row) => row[MEASURE] === words.devices && row[PLACE] === words.city
        && row[YEAR].startsWith(words.year))[MEDIAN], Number(city[MEDIAN]));
      assert.equal(settings.find(([item]) => item === words.code)[1], code);
      const edition = await page.locator('[data-edition]').innerText();
      await choose(page, 'results.xlsx', book);
      await page.locator('.exchange-found').filter({ hasText: /results\.xlsx|読むため|reading/ }).waitFor();
      assert.equal(await page.locator('[data-accept]').count(), 0, 'there is nothing in it to take in');
      assert.equal(await page.locator('[data-edition]').innerText(), edition);
    })
  ));
}

test('areas go out too where they are asked for', () => visit(browser, { way: 'file' }, async (visited) => {
  const { page } = visited;
  await enter(visited);
  await page.locator('#results-areas').check();
  const rows = csvRows(await taken(page, '[data-results="csv"]'));
  const of = (level) => rows.filter((row) => row[MEASURE] === WORDS.ja.devices
    && row[LEVEL] === level && row[YEAR].startsWith(WORDS.ja.year));
  assert.equal(of('区').length, 7);
  const areas = of('地域ケア圏域');
  assert.equal(areas.length, 44);
  assert.ok(areas.every((row) => row.includes('計算した値（人数は例示）')), 'made-up people are said to be');
  await visited.clean();
}));

// The middle of the devices in the plan's last year, as the chart's own table has it.
async function chartMiddle(page, words) {
  const menu = page.locator('.stage figure.chart .chart-export');
  await menu.locator('summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'), menu.locator('.export-menu button').nth(2).click(),
  ]);
  const [, head, ...rows] = csvRows(await readFile(await download.path()));
  const row = rows.find(([name]) => name.startsWith(words.year));
  const at = head.findIndex((heading) => heading.startsWith(words.devices) && words.middle.test(heading));
  assert.ok(row && at > 0, `${head} has no middle`);
  return Number(row[at]);
}

async function taken(page, button) {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }), page.locator(button).click(),
  ]);
  return readFile(await download.path());
}

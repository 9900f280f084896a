// Each kind of chart taken away: as PNG, SVG, CSV and XLSX files, and by the clipboard as a picture
// and as a table.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { accept, enter, go, paste } from './data_room.mjs';
import { bookSheets, csvRows } from './files.mjs';
import { WAYS, launch, settled, settledCode, visit } from './harness.mjs';

const PNG = [0x89, 0x50, 0x4e, 0x47];

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test('each kind of chart goes out as files and by the clipboard', () => visit(browser, { way: 'served' }, async (visited) => {
  const { page, url } = visited;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(url).origin });
  await visited.open();
  await visited.ready();
  const stage = page.locator('.stage figure.chart');
  await takenAway(page, stage, /台/);
  for (const [measure, kind] of [
    ['pop_75', 'long'], ['pop_75', 'pyramid'], ['care_meetings', 'wards'], ['care_meetings', 'parts'],
    ['alarm_total', 'parts'], ['care_meetings', 'curve'],
  ]) {
    await page.locator('[data-picker="measure"]').click();
    await page.locator(`[data-measure="${measure}"]`).click();
    await page.locator(`[data-choice="chart-kind"] label:has(input[value="${kind}"])`).click();
    await settled(page);
    await takenAway(page, stage, /\d/);
  }
  // A hundred years of age fill the panel: back to the places below it.
  await page.locator('[data-choice="chart-kind"] label:has(input[value="years"])').click();
  await takenAway(page, page.locator('.areas figure.chart'), /区|圏域/);
  await visited.clean();
}));

// The first screen's chart, in both languages, as it is written to the disk.
for (const way of WAYS) {
  test(`the numbers of the first chart say what they are and where they come from, ${way}`, () => visit(browser, { way }, async (visited) => {
    const { page } = visited;
    await visited.open();
    await visited.ready();
    await page.locator('button[data-lang="en"]').click();
    await page.locator('button[data-lang="ja"]').waitFor();
    const code = (await settledCode(page)).match(/[0-9A-Z]{4}(-[0-9A-Z]{4})+/)[0];
    const menu = page.locator('.stage figure.chart .chart-export');
    await menu.locator('summary').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'), menu.getByRole('button', { name: 'Table (XLSX)' }).click(),
    ]);
    await menu.getByText('Exported').waitFor();
    const book = bookSheets(await readFile(await download.path()));
    const [, head, ...rows] = Object.values(book)[0];
    const at = (words) => head.findIndex((heading) => words.test(heading));
    const year = (words) => rows.find(([name]) => name.startsWith(words));
    assert.equal(year('FY2019')[at(/^Portable devices in use Recorded \(devices\)$/i)], 729);
    assert.match(year('FY2019')[at(/source of what was recorded/)], /City of Kawasaki/);
    assert.match(year('FY2019')[at(/grade of what was recorded/)], /observed/);
    assert.equal(typeof year('FY2023')[at(/ Forecast \(devices\)$/)], 'number');
    assert.equal(year('FY2023')[at(/^grade$/)], 'worked out');
    assert.match(year('FY2023')[at(/^source$/)], new RegExp(`result code ${code}`));
    const settings = Object.fromEntries(book.settings);
    assert.equal(settings['result code'], code);
    assert.equal(settings.draws, 1024);
    assert.match(settings['version of the model'], /^\d+\.\d+\.\d+$/);
    assert.ok(JSON.parse(settings.scenario));
    await visited.clean();
  }));
}

test('numbers of a municipality that was brought in, and what is said where no file can be made', () => visit(browser, { way: 'served' }, async (visited) => {
  const { page, noted } = visited;
  await enter(visited);
  await paste(page, '種別\t令和元年度\n携帯型\t731\n');
  await accept(page);
  await go(page, '#/forecast');
  await visited.ready();
  const menu = page.locator('.stage figure.chart .chart-export');
  await menu.locator('summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'), menu.locator('.export-menu button').nth(2).click(),
  ]);
  const rows = csvRows(await readFile(await download.path()));
  const own = rows.find(([name]) => name.startsWith('令和元年度'));
  assert.ok(own.includes('731'), own);
  assert.match(own.at(-1), /貼り付けた表/, 'its own source is named');
  await visited.clean();
  // A fresh page that never gets the other program.
  await page.route(/rooms-/, (route) => route.abort());
  await page.goto('about:blank');
  await visited.open();
  await visited.ready();
  await menu.locator('summary').click();
  await menu.locator('.export-menu button').nth(3).click();
  await menu.getByText('表のファイルを作れませんでした').waitFor();
  await page.unroute(/rooms-/);
  const [again] = await Promise.all([
    page.waitForEvent('download'), menu.locator('.export-menu button').nth(3).click(),
  ]);
  assert.match(again.suggestedFilename(), /\.xlsx$/, 'pressed again, it is fetched again');
  assert.deepEqual(noted.errors, []);
}));

const trimmed = (cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);

async function takenAway(page, figure, holds) {
  const name = await figure.getAttribute('data-chart');
  const menu = figure.locator('.chart-export');
  await menu.locator('summary').click();
  const press = (which) => menu.locator('.export-menu button').nth(which).click();
  const saved = async (which) => {
    const download = page.waitForEvent('download');
    await press(which);
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const png = await saved(0);
  assert.match(png.name, /\.png$/);
  assert.deepEqual([...png.bytes.subarray(0, 4)], PNG, name);
  const svg = await saved(1);
  assert.match(svg.name, /\.svg$/);
  assert.match(svg.bytes.toString(), /^<svg[^]*<\/svg>/, name);
  assert.doesNotMatch(svg.bytes.toString(), /<(?!svg)\w+[^>]* class=/, `${name} needs a style sheet`);
  const csv = (await saved(2)).bytes;
  assert.ok(csv.toString().startsWith('\uFEFF'), `${name}: Excel would misread it`);
  const rows = csvRows(csv);
  assert.ok(rows.length > 2, name);
  assert.match(csv.toString(), holds, name);
  const book = await saved(3);
  assert.match(book.name, /\.xlsx$/);
  const [sheet, sources, settings] = Object.values(bookSheets(book.bytes));
  const asText = (cells) => cells.map((cell) => (cell === null ? '' : String(cell)));
  assert.deepEqual(sheet.map((cells) => trimmed(asText(cells))), rows.map(trimmed), `${name}: two files, one table`);
  assert.ok(sheet.slice(2).some((cells) => cells.some((cell) => typeof cell === 'number')), name);
  assert.ok(sheet[1].includes('確かさ') && sheet[1].includes('出典'), name);
  assert.ok(sources.length > 10 && settings.some(([item]) => item === 'シナリオ'), name);
  await press(4);
  assert.deepEqual(await clipped(page, 'image/png', (bytes) => bytes.slice(0, 4)), PNG, name);
  await press(5);
  const table = await clipped(page, 'text/plain', (bytes) => bytes);
  assert.match(new TextDecoder().decode(new Uint8Array(table)), /\t/, name);
  const html = await clipped(page, 'text/html', (bytes) => bytes);
  assert.match(new TextDecoder().decode(new Uint8Array(html)), /<table/, name);
  await menu.locator('summary').click();
}

// What the clipboard holds of a kind, once it holds it: while it is being filled it only names that.
async function clipped(page, kind, part) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const bytes = await page.evaluate(async (wanted) => {
      const [item] = await navigator.clipboard.read().catch(() => []);
      const blob = item?.types.includes(wanted) && await item.getType(wanted).catch(() => null);
      return blob ? [...new Uint8Array(await blob.arrayBuffer())] : [];
    }, kind);
    if (bytes.length > 0) return part(bytes);
    await page.waitForTimeout(100);
  }
  throw new Error(`The clipboard never held ${kind}.`);
}

// Each kind of chart taken away: as PNG, SVG and CSV files, and by the clipboard as a picture and
// as a table.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { launch, settled, visit } from './harness.mjs';

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
  const csv = (await saved(2)).bytes.toString();
  assert.ok(csv.startsWith('\uFEFF'), `${name}: Excel would misread it`);
  assert.ok(csv.trim().split('\r\n').length > 1, name);
  assert.match(csv, holds, name);
  await press(3);
  assert.deepEqual(await clipped(page, 'image/png', (bytes) => bytes.slice(0, 4)), PNG, name);
  await press(4);
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

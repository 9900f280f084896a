// Scenarios compared and handed on: four side by side, the four lines, a room looking on, paper,
// a link in another profile, one file on a computer without a network.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bookSheets } from './files.mjs';
import {
  TIMEOUT_MS, VIEWPORTS, WAYS, assertAccessible, launch, screenshot, visit,
} from './harness.mjs';
import { HIGHEST, decide, open, slider, stands, toDeeds } from './scenarios_kept.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOUR = '#/compare/preset:nothing,preset:leaving,preset:meetings,preset:devices';
const TWO = '#/compare/preset:nothing,preset:leaving';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const way of WAYS) {
  describe(`compare, ${way}`, () => {
    test('four scenarios side by side: sentences, chances, deeds, costs, results, maps', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await page.goto(visited.url + FOUR);
        await compared(page);
        // None is said to be missing that is there.
        assert.equal(await page.locator('.notice').count(), 0);
        assert.equal(await page.locator('.say li').count(), 3);
        assert.match(await page.locator('.say li').first().innerText(), /^案Bは案Aより.*費用は年.*円/);
        assert.equal(await page.locator('[data-table="chances"] thead th').count(), 5);
        assert.match(await page.locator('[data-table="chances"] tbody').innerText(), /案Aより良い：/);
        // Devices change no meeting in any area.
        const everyArea = page.locator('[data-table="chances"] tr', { hasText: 'すべての圏域' });
        assert.match(await everyArea.locator('td').nth(3).innerText(), /案Aと同じ/);
        assert.doesNotMatch(await everyArea.locator('td').nth(2).innerText(), /案Aと同じ/);
        // A difference has no more decimals than the value before it.
        assert.match(await page.locator('[data-measure="staff_turnover"] td').nth(1).innerText(), /^−\d+(\.\d)?ポイント\s*（−[\d.]{1,4}〜−[\d.]{1,4}）$/);
        const deeds = await page.locator('[data-table="deeds"] tbody th').allInnerTexts();
        assert.ok(deeds.includes('定着支援') && !deeds.includes('合同開催'), deeds.join());
        assert.match(await page.locator('[data-table="costs"] tbody').innerText(), /円\/月/);
        assert.match(await page.locator('[data-table="results"] tbody').first().innerText(), /\+[\d,.]+.*（/);
        assert.equal(await page.locator('[data-result-code]').count(), 4);
        await page.locator('[data-measure="care_meetings"] .row-choose').click();
        await page.locator('.compare-shapes .chart-head', { hasText: '地域ケア会議の開催数' }).waitFor();
        await compared(page);
        await page.locator('.compare-maps .chart-head', { hasText: '案Cは案Aより' }).waitFor();
        const [download] = await Promise.all([
          page.waitForEvent('download'), page.locator('[data-deed="book"]').click(),
        ]);
        const book = bookSheets(await readFile(await download.path()));
        assert.deepEqual(Object.keys(book), ['見通し', '目標の確率', '差', '出典一覧', '設定']);
        const codes = await page.locator('[data-result-code]').allInnerTexts();
        const settings = book['設定'].filter(([item]) => item.endsWith('結果コード')).map(([, said]) => said);
        assert.deepEqual(settings, codes.map((code) => code.match(/[0-9A-Z]{4}(-[0-9A-Z]{4})+/)[0]));
        await screenshot(page, `compare-${way}`);
        await assertAccessible(page);
        // Another one to compare the others with.
        await page.locator('[data-lead="2"]').click();
        await page.locator('.compare-chips li', { hasText: '案A：会議を増やす' }).waitFor();
        await compared(page);
        assert.match(page.url(), /preset:meetings,preset:nothing/);
        await visited.clean();
      });
    });

    test('a scenario that decides and assumes is taken apart into four lines', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await page.goto(`${visited.url}#/compare/preset:nothing,link:${await word(page, visited)}`);
        await compared(page);
        await page.locator('[data-split]').click();
        await page.locator('.compare-names li', { hasText: '変えた仮定・施策あり' }).waitFor();
        await compared(page);
        const lines = await page.locator('.say li').allInnerTexts();
        assert.equal(lines.length, 4);
        assert.match(lines[1], /施策の違いによる分：[+−±]/);
        assert.equal(await page.locator('[data-result-code]').count(), 4);
        await page.locator('[data-split]').click();
        await page.locator('.compare-names li').nth(2).waitFor({ state: 'detached' });
        await visited.clean();
      });
    });

    test('a link opens as a preview in another profile, beside what is there', async () => {
      let link;
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await open(visited);
        await decide(page, 'End', HIGHEST);
        await toDeeds(page);
        await page.evaluate(() => {
          navigator.clipboard.writeText = async (text) => { globalThis.copied = text; };
        });
        await page.locator('[data-deed="link"]').click();
        await page.waitForFunction(() => globalThis.copied);
        link = await page.evaluate(() => globalThis.copied);
        assert.ok(link.length < 2_000, link);
      });
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await page.goto(visited.url + link.slice(link.indexOf('#')));
        await page.locator('[data-preview]').waitFor();
        assert.match(await page.locator('[data-preview]').innerText(), /緊急通報の広報/);
        await assertAccessible(page);
        await screenshot(page, `received-${way}`);
        await page.locator('[data-deed="compare"]').click();
        await compared(page);
        await page.goBack();
        await page.locator('[data-deed="keep"]').click();
        await slider(page).waitFor();
        await visited.ready();
        await stands(page, HIGHEST);
        for (const bad of [link.slice(0, -9), '#/open/1%3Cscript%3E', '#/open/9abc', '#/open/']) {
          await page.goto(visited.url + bad.slice(bad.indexOf('#')));
          await page.locator('.notice.failed').waitFor();
          assert.equal(await page.locator('[data-preview]').count(), 0);
          const onward = page.locator('.open-room a.button');
          assert.deepEqual(
            await onward.evaluateAll((all) => all.map((a) => a.getAttribute('href'))), ['#/forecast', '#/library']);
          // What is one's own stays.
          await onward.first().click();
          await stands(page, HIGHEST);
        }
        await visited.clean();
      });
    });
  });
}

test('a room looks on: one thing at a time, by arrow keys, and back to where it began', async () => {
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page } = visited;
    await page.goto(visited.url + TWO);
    await compared(page);
    await page.locator('[data-deed="present"]').click();
    await page.locator('.present[data-slide="0"]').waitFor();
    assert.ok(await fontSize(page, '.present .say li') >= 28, 'large enough from the back row');
    await page.keyboard.press('ArrowRight');
    await page.locator('.present[data-slide="1"]').waitFor();
    await assertAccessible(page);
    await screenshot(page, 'present');
    await page.keyboard.press('End');
    await page.locator('.present svg').waitFor();
    await screenshot(page, 'present-chart');
    await page.locator('[data-present="end"]').click();
    await page.locator('.compare-sheet[data-compared="true"]').waitFor();
    await page.waitForFunction(() => document.activeElement.dataset.deed === 'present');
    assert.equal(await page.locator('[inert]').count(), 0);
    await visited.clean();
  });
});

test('the sheet prints on A4 in one go: the sentences and tables whole, and nothing that is pressed', async () => {
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page } = visited;
    await page.goto(visited.url + FOUR);
    await compared(page);
    await page.emulateMedia({ media: 'print' });
    for (const pressed of ['.compare-choice', '.hand-out', '.undo-tools', '.rooms']) {
      assert.equal(await page.locator(pressed).first().isVisible(), false, pressed);
    }
    // No table is cut off: all of it is as wide and as high as its frame.
    const cut = await page.locator('.compare-sheet .table-scroll').evaluateAll((tables) =>
      tables.filter((t) => t.clientHeight < t.scrollHeight - 1).map((t) => t.dataset.table));
    assert.deepEqual(cut, []);
    const pdf = await page.pdf({ path: join(ROOT, 'tests/browser/out/compare.pdf'), preferCSSPageSize: true });
    const n = (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length;
    assert.ok(1 <= n && n <= 4, `${n} pages`);
  });
});

test('on a phone the sheet is read downwards, and only tables scroll sideways', async () => {
  await visit(browser, { way: 'served', viewport: VIEWPORTS.phone }, async (visited) => {
    const { page } = visited;
    await page.goto(visited.url + TWO);
    await compared(page);
    await visited.ready();
    // Both lines are seen whole; a table that goes on beyond its edge says so, until its end has come.
    const shapes = await page.locator('.compare-shapes').evaluate((panel) =>
      panel.querySelector('.chart-plot').getBoundingClientRect().bottom <= panel.getBoundingClientRect().bottom);
    assert.ok(shapes, 'the graph is cut off');
    const costs = page.locator('[data-table="costs"]');
    const shade = () => costs.evaluate((table) => Number(getComputedStyle(table, '::after').opacity));
    assert.equal(await shade(), 1);
    await costs.evaluate((table) => { table.scrollLeft = table.scrollWidth; });
    await page.waitForFunction(() =>
      getComputedStyle(document.querySelector('[data-table="costs"]'), '::after').opacity === '0');
    await screenshot(page, 'compare-phone');
    const [inside, outside] = await page.evaluate(() =>
      [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(inside <= outside, `${inside} px of ${outside}`);
    await page.locator('[data-lang="en"]').click();
    await page.locator('.say li', { hasText: 'B compared with A' }).waitFor();
    await screenshot(page, 'compare-phone-en');
    await visited.clean();
  });
});

test('a scenario of another municipality is left out with a reason, and a lost one too', async () => {
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page } = visited;
    const other = { version: 2, municipality: '99999', seed: 1, draws: 64, name: 'よその案' };
    await page.goto(`${visited.url}${TWO},lost`);
    await page.locator('.notice', { hasText: '見つからない' }).waitFor();
    await compared(page);
    await page.locator('.compare-choice input[type=file]').setInputFiles({
      name: 'other.mitoshi.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(other)),
    });
    await page.locator('.notice', { hasText: '別の自治体' }).waitFor();
    await compared(page);
    assert.equal(await page.locator('[data-result-code]').count(), 2);
    await visited.clean();
  });
});

test('one file with the proposal inside opens offline in another profile, with the same codes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mitoshi-'));
  const path = join(folder, 'proposal.html');
  let codes;
  await visit(browser, { way: 'file' }, async (visited) => {
    const { page } = visited;
    await page.goto(visited.url + TWO);
    await compared(page);
    codes = await page.locator('[data-result-code]').allInnerTexts();
    assert.equal(codes.length, 2);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-deed="one-file"]').click(),
    ]);
    await writeFile(path, await readFile(await file.path()));
    await visited.clean();
  });
  const context = await browser.newContext({ offline: true, locale: 'ja-JP' });
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  const wrong = [];
  page.on('console', (m) => { if (m.type() === 'error') wrong.push(m.text()); });
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => {
    if (/^http/.test(request.url())) wrong.push(request.url());
  });
  await page.goto(pathToFileURL(path).href);
  await compared(page);
  assert.deepEqual(await page.locator('[data-result-code]').allInnerTexts(), codes);
  assert.match(await page.locator('.compare-chips').innerText(), /離職を下げる/);
  await screenshot(page, 'one-file');
  assert.deepEqual(wrong, []);
  await context.close();
});

test('from the site, the page says where one file is made, and gives a link', async () => {
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page } = visited;
    await page.goto(visited.url + TWO);
    await compared(page);
    await page.locator('[data-deed="one-file"]').click();
    await page.locator('.notice', { hasText: 'mitoshi.html' }).waitFor();
    // A host without encryption has no clipboard: the link is there to be copied by hand.
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.locator('[data-deed="link"]').click();
    assert.match(await page.locator('.link-by-hand input').inputValue(), /#\/open\/1/);
    await visited.clean();
  });
});

test('the command line gives the exported file the code that the page shows', async () => {
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page } = visited;
    await open(visited);
    await decide(page, 'End', HIGHEST);
    await page.waitForFunction(() => {
      const { ready, revision, answered, draws } = document.querySelector('main').dataset;
      return ready === 'true' && revision === answered && draws === '1024';
    });
    const code = (await page.locator('[data-result-code]').innerText()).trim();
    await toDeeds(page);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-deed="export"]').click(),
    ]);
    const printed = execFileSync(commandLine(), ['run', '--scenario', await file.path()]);
    assert.match(printed.toString(), new RegExp(code));
  });
});

// The newest build of the command line: the one that packed the page.
function commandLine() {
  const built = ['release', 'debug'].map((p) => join(ROOT, 'target', p, 'mitoshi')).filter(existsSync);
  assert.ok(built.length, 'cargo xtask dist builds the command line too');
  return built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
}

// A link's word of a scenario that decides something and assumes something, made by the page.
async function word(page, visited) {
  await page.goto(`${visited.url}#/library`);
  await page.locator('[data-library="true"]').waitFor();
  await page.locator('.library-tools input[type=file]').setInputFiles({
    name: 'own.mitoshi.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({
      version: 2, name: '仮定も変えた案', municipality: '14130', seed: 1, draws: 1024,
      levers: [{ lever: 'meet_flex', value: 60 }], pandemic: false,
    })),
  });
  await page.locator('.shelf-row .shelf-more > summary').click();
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => { globalThis.copied = text; };
  });
  await page.locator('[data-deed="link"]').click();
  await page.waitForFunction(() => globalThis.copied);
  const link = await page.evaluate(() => globalThis.copied);
  return link.slice(link.indexOf('#/open/') + 7);
}

async function fontSize(page, selector) {
  return page.locator(selector).first().evaluate((e) => parseFloat(getComputedStyle(e).fontSize));
}

// Four scenarios take a while in a draft build on a busy machine.
async function compared(page) {
  await page.locator('[data-compared="true"]').waitFor({ timeout: 4 * TIMEOUT_MS });
}

// Scenarios handed on and compared: a link in another profile, one file offline, four side by side.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { WAYS, assertAccessible, launch, press, screenshot, visit } from './harness.mjs';

const LEVER = 'alarm_publicity';
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const way of WAYS) {
  describe(`compare, ${way}`, () => {
    test('four scenarios side by side: sentences, chances, differences, map, codes', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await page.goto(`${visited.url}#/compare/preset:nothing,preset:leaving,preset:meetings,preset:devices`);
        await compared(page);
        assert.equal(await page.locator('.findings li').count(), 3);
        assert.match(await page.locator('.findings li').first().innerText(), /案Bは案Aより/);
        assert.equal(await page.locator('[data-table="chances"] thead th').count(), 5);
        const deeds = await page.locator('[data-table="deeds"] tbody th').allInnerTexts();
        assert.ok(deeds.includes('定着支援') && !deeds.includes('合同開催'), deeds.join());
        assert.match(await page.locator('[data-table="results"] tbody').innerText(), /\+[\d,.]+.*（/);
        assert.equal(await page.locator('[data-result-code]').count(), 4);
        await page.locator('[data-measure="care_meetings"] .row-choose').click();
        await compared(page);
        await screenshot(page, `compare-${way}`);
        await assertAccessible(page);
        await visited.clean();
      });
    });

    test('a link opens as a preview in another profile, beside what is there', async () => {
      let link;
      await visit(browser, { way }, async ({ page, url, ready }) => {
        await page.goto(url);
        await ready();
        await press(slider(page), 'End');
        await page.waitForTimeout(900);
        await page.locator('a[href="#/library"]').click();
        await page.locator('.shelf-row .shelf-more > summary').click();
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
        await page.locator('[data-deed="compare"]').click();
        await compared(page);
        await page.goBack();
        await page.locator('[data-deed="keep"]').click();
        await slider(page).waitFor();
        await visited.ready();
        assert.equal(await slider(page).inputValue(), await slider(page).getAttribute('max'));
        for (const bad of [link.slice(0, -9), `${visited.url}#/open/1%3Cscript%3E`, `${visited.url}#/open/9abc`]) {
          await page.goto(visited.url + bad.slice(bad.indexOf('#')));
          await page.locator('.notice.failed').waitFor();
          assert.equal(await page.locator('[data-preview]').count(), 0);
        }
        await visited.clean();
      });
    });
  });
}

test('one file with the proposal inside opens offline in another profile, with the same codes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mitoshi-'));
  const path = join(folder, 'proposal.html');
  let codes;
  await visit(browser, { way: 'file' }, async (visited) => {
    const { page } = visited;
    await page.goto(`${visited.url}#/compare/preset:nothing,preset:leaving`);
    await compared(page);
    codes = await page.locator('[data-result-code]').allInnerTexts();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-deed="one-file"]').click(),
    ]);
    await writeFile(path, await readFile(await file.path()));
    await visited.clean();
  });
  const context = await browser.newContext({ offline: true, locale: 'ja-JP' });
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (m) => { if (m.type() === 'error') wrong.push(m.text()); });
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.goto(pathToFileURL(path).href);
  await compared(page);
  assert.deepEqual(await page.locator('[data-result-code]').allInnerTexts(), codes);
  assert.match(await page.locator('.compare-chips').innerText(), /離職を下げる/);
  await screenshot(page, 'one-file');
  assert.deepEqual(wrong, []);
  await context.close();
});

test('from the site, the page says that one file needs the single file', async () => {
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page } = visited;
    await page.goto(`${visited.url}#/compare/preset:nothing,preset:leaving`);
    await compared(page);
    await page.locator('[data-deed="one-file"]').click();
    await page.locator('.notice', { hasText: 'mitoshi.html' }).waitFor();
    await visited.clean();
  });
});

test('the command line gives the exported file the code that the page shows', async (t) => {
  const program = ['release', 'debug'].map((p) => join(ROOT, 'target', p, 'mitoshi')).find(existsSync);
  if (!program) return t.skip('the command line is not built');
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page } = visited;
    await visited.open();
    await visited.ready();
    await press(slider(page), 'End');
    await page.waitForTimeout(900);
    await page.waitForFunction(() => /^\w{4}-\w{4}-\w{4}$/.test(
      document.querySelector('[data-result-code]').innerText));
    const code = await page.locator('[data-result-code]').innerText();
    await page.locator('a[href="#/library"]').click();
    await page.locator('.shelf-row .shelf-more > summary').click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-deed="export"]').click(),
    ]);
    const printed = execFileSync(program, ['run', '--scenario', await file.path()]).toString();
    assert.match(printed, new RegExp(code));
  });
  return undefined;
});

function slider(page) {
  return page.locator(`input[type=range][data-lever="${LEVER}"]`).first();
}

// Four scenarios take a while in a draft build on a busy machine.
async function compared(page) {
  await page.locator('[data-compared="true"]').waitFor({ timeout: 60_000 });
}

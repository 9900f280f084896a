// A planner's scenarios: kept, undone, in two tabs, named, copied, handed out and taken back.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { WAYS, assertAccessible, launch, press, screenshot, visit } from './harness.mjs';
import {
  AS_TODAY, HIGHEST, LOWEST, decide, kept, open, row, slider, stands, toDeeds,
} from './scenarios_kept.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const way of WAYS) {
  describe(`scenarios, ${way}`, () => {
    test('what was set is there after a reload, in another tab and in the library', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await open(visited);
        await decide(page, 'End', HIGHEST);
        await page.reload();
        await visited.ready();
        await stands(page, HIGHEST);
        const other = await page.context().newPage();
        await other.goto(visited.url);
        await stands(other, HIGHEST);
        await other.close();
        await page.locator('a[href="#/library"]').click();
        await row(page).first().waitFor();
        assert.equal(await row(page).count(), 1);
        await page.locator('[data-room]').waitFor();
        assert.match(await page.locator('[data-room]').innerText(), /使用中 .+MB・残り .+[MG]B/);
        await visited.clean();
      });
    });

    test('undo and redo by key and button, and the history survives a reload', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await open(visited);
        await decide(page, 'End', HIGHEST);
        await decide(page, 'Home', LOWEST);
        await page.locator('h1').click();
        await page.keyboard.press('Control+z');
        await stands(page, HIGHEST);
        await kept(page, HIGHEST);
        await page.reload();
        await visited.ready();
        await page.locator('[data-undo]').click();
        await stands(page, AS_TODAY);
        await page.locator('h1').click();
        await page.keyboard.press('Control+y');
        await stands(page, HIGHEST);
        await page.keyboard.press('Control+Shift+Z');
        await stands(page, LOWEST);
        await page.locator('.history > summary').click();
        // Its list is made when it is opened.
        await page.locator('.history-step').first().waitFor();
        assert.equal(await page.locator('.history-step').count(), 3);
        await assertAccessible(page);
        await screenshot(page, `history-${way}`);
        await page.locator('.history-step').last().click();
        await stands(page, AS_TODAY);
        await visited.clean();
      });
    });

    test('two tabs: a change shows and can be taken; a conflict becomes two', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await open(visited);
        await decide(page, 'End', HIGHEST);
        const other = await page.context().newPage();
        await other.goto(visited.url);
        await other.locator('main[data-ready="true"]').waitFor();
        await stands(other, HIGHEST);
        await decide(other, 'Home', LOWEST);
        await page.locator('.notice', { hasText: '別のタブ' }).waitFor();
        await page.locator('.notice button', { hasText: '取り込む' }).click();
        await stands(page, LOWEST);
        // Both go on without taking: two scenarios, and nobody's work is overwritten.
        await decide(page, 'End', HIGHEST);
        await other.locator('.notice', { hasText: '別のタブ' }).waitFor();
        await press(slider(other), 'ArrowRight');
        await other.locator('.notice', { hasText: '2つの案' }).waitFor();
        await other.goto(`${visited.url}#/library`);
        await row(other).nth(1).waitFor();
        assert.equal(await row(other).count(), 2);
        assert.equal(await other.locator('.shelf-name', { hasText: 'このタブの版' }).count(), 1);
        await kept(page, HIGHEST);
        await other.close();
      });
    });

    test('a scenario is named, copied, deleted and brought back, exported and imported', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await open(visited);
        await decide(page, 'End', HIGHEST);
        await toDeeds(page);
        await page.locator('[data-field="name"]').fill('広報を三倍に');
        await page.locator('[data-field="description"]').fill('町内会への説明会を含む');
        await page.locator('[data-field="tags"]').fill('第2回、検討');
        await page.locator('[data-deed="name"]').click();
        await page.locator('.shelf-name', { hasText: '広報を三倍に' }).waitFor();
        await page.locator('.shelf-tag', { hasText: '検討' }).waitFor();
        await screenshot(page, `library-${way}`);
        await assertAccessible(page);
        await page.locator('[data-deed="duplicate"]').click();
        await row(page).nth(1).waitFor();
        const copy = page.locator('.shelf-row', { hasText: '写し' });
        await copy.locator('.shelf-more > summary').click();
        await copy.locator('[data-deed="delete"]').click();
        await counted(page, 1);
        await page.locator('.notice button', { hasText: '取り消す' }).click();
        await counted(page, 2);
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.locator('[data-deed="export-all"]').click(),
        ]);
        const zip = await readFile(await file.path());
        await page.locator('.library-tools input[type=file]').setInputFiles({
          name: 'all.zip', mimeType: 'application/zip', buffer: zip,
        });
        await counted(page, 4);
        assert.match(await page.locator('.library-tools .file-chosen').innerText(), /all\.zip/);
        await page.locator('.table-search').fill('写し 説明会');
        await counted(page, 2);
        await page.locator('.table-search').fill('');
        await page.locator('[data-field="tag"]').selectOption('検討');
        await counted(page, 1);
        await page.locator('[data-field="tag"]').selectOption('');
        await counted(page, 4);
        await visited.clean();
      });
    });

    test('the library is sorted, pinned, and takes files dropped onto the page', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await open(visited);
        await decide(page, 'End', HIGHEST);
        await page.evaluate(dropFiles, ['か案', 'あ案', 'う案']);
        await counted(page, 4);
        await page.locator('.notice', { hasText: '3件' }).waitFor();
        await page.locator('.notice', { hasText: 'broken.mitoshi.json' }).waitFor();
        await page.locator('[data-field="order"]').selectOption('name');
        const names = () => page.locator('.shelf-name').allInnerTexts();
        await first(page, 'あ案');
        assert.deepEqual((await names()).slice(0, 3), ['あ案', 'う案', 'か案']);
        const last = page.locator('.shelf-row', { hasText: 'か案' });
        await last.locator('.shelf-more > summary').click();
        await last.locator('[data-deed="pin"]').click();
        await first(page, 'か案');
        // Opened from here, it is the one in the forecast, and the former one stays.
        await page.locator('.shelf-name', { hasText: 'う案' }).click();
        await visited.ready();
        await stands(page, AS_TODAY);
        await page.locator('a[href="#/library"]').click();
        await page.locator('.shelf-row', { hasText: '開いている案' }).waitFor();
        assert.match(await page.locator('.shelf-row', { hasText: '開いている案' }).innerText(), /う案/);
        await counted(page, 4);
        await visited.clean();
      });
    });

    test('a former version can be restored, and a named one kept', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await open(visited);
        await decide(page, 'End', HIGHEST);
        await page.reload();
        await visited.ready();
        await decide(page, 'Home', LOWEST);
        await toDeeds(page);
        await page.locator('[data-field="checkpoint"]').fill('提出前');
        await page.locator('[data-deed="checkpoint"]').click();
        const version = (name) => page.locator('.shelf-versions li', { hasText: name });
        await version('提出前').waitFor();
        await version('自動').locator('[data-deed="restore"]').click();
        await kept(page, HIGHEST);
        await page.locator('a[href="#/forecast"]').click();
        await stands(page, HIGHEST);
        // The restoring is a step like any other.
        await page.locator('[data-undo]').click();
        await stands(page, LOWEST);
        await visited.clean();
      });
    });
  });
}

async function counted(page, n) {
  await page.waitForFunction((n) => document.querySelectorAll('.shelf-row').length === n, n);
}

async function first(page, name) {
  await page.waitForFunction((name) =>
    document.querySelector('.shelf-name')?.innerText === name, name);
}

// Runs in the page: documents of these names, and one that is broken, dropped onto its middle.
function dropFiles(names) {
  const transfer = new DataTransfer();
  const file = (name, text) => new File([text], `${name}.mitoshi.json`);
  for (const name of names) {
    transfer.items.add(file(name, JSON.stringify({
      version: 2, name, municipality: '14130', seed: 1, draws: 1024,
    })));
  }
  transfer.items.add(file('broken', '{"version":2,'));
  const drop = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
  document.querySelector('main').dispatchEvent(drop);
}

// The arithmetic of the built page: the same result code as the native program's, whatever was
// asked before; ten thousand draws on asking, with progress and a way to stop.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { WAYS, launch, nudge, settledCode, visit } from './harness.mjs';

const NATIVE = new URL('../golden/result_code.txt', import.meta.url);

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const way of WAYS) {
  describe(`engine, ${way}`, () => {
    test('the page works out the result code of the native program', async () => {
      const native = (await readFile(NATIVE, 'utf8')).trim().split(': ')[1];
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await visited.open();
        await visited.ready();
        // The page opens with an answer worked out natively: away from it, and back.
        await nudge(page, 'stepUp');
        assert.notEqual(await settledCode(page), native);
        await nudge(page, 'stepUp');
        await nudge(page, 'stepDown');
        await nudge(page, 'stepDown');
        assert.equal(await settledCode(page), native);
        await visited.clean();
      });
    });

    test('ten thousand draws come on asking, say how far they are, and can be stopped', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await visited.open();
        await visited.ready();
        const code = await settledCode(page);
        const ask = page.locator('[data-more-draws]');
        const progress = page.locator('.progress', { hasText: '1万回を計算中' });
        await ask.click();
        await progress.locator('progress').waitFor();
        await progress.getByRole('button', { name: 'やめる' }).click();
        await ask.waitFor();
        assert.equal(await settledCode(page), code);

        await ask.click();
        await page.locator('main[data-draws="10240"]').waitFor({ timeout: 60_000 });
        await page.getByText('1万回で確かめました').waitFor();
        assert.notEqual(await settledCode(page), code);
        await visited.clean();
      });
    });
  });
}

// The area card and the help room.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertAccessible, launch, visit } from './harness.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const lang of ['ja', 'en']) {
  describe(`area card and help, ${lang}`, () => {
    const opened = (address, work) => visit(browser, { way: 'file' }, async (visited) => {
      const { page, url } = visited;
      await page.addInitScript((l) => localStorage.setItem('mitoshi.language', l), lang);
      await page.goto(`${url}${address}`);
      await work(page);
      await visited.clean();
    });

    test('a card has figures, words, a radar, and prints on one A4', () => opened('#/card/14134-a04', async (page) => {
      await page.locator('[data-figure="pop_65"]').waitFor();
      await page.locator('.card-radar [data-fresh="true"]').waitFor();
      assert.ok(await page.locator('.card-words li').count() > 0);
      assert.match(await page.locator('.card-head').innerText(), lang === 'ja' ? /橘.*例示/s : /Tachibana.*illustrative/s);
      await assertAccessible(page);
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
      assert.equal(pdf.match(/\/Type\s*\/Page[^s]/g).length, 1);
    }));

    test('next and previous lead on, and notes are kept', () => opened('#/card/14134', async (page) => {
      await page.locator('[data-figure="pop_65"]').waitFor();
      await page.locator('#card-note').fill('坂が多い');
      await page.locator('#card-note').blur();
      await page.locator('.card-nav a').last().click();
      await page.locator('[data-card="14134-a01"]').waitFor();
      assert.equal(await page.locator('#card-note').inputValue(), '');
      await page.goBack();
      await page.locator('[data-card="14134"]').waitFor();
      assert.equal(await page.locator('#card-note').inputValue(), '坂が多い');
    }));

    test('an unknown place is said so, with a way out', () => opened('#/card/99999', async (page) => {
      await page.locator('main [role="alert"]').waitFor();
      await assertAccessible(page);
      await page.locator('.reading select').selectOption('#/card/14131');
      await page.locator('[data-card="14131"]').waitFor();
    }));

    test('help has the glossary and statements; erasing asks once more', () => opened('#/help/words', async (page) => {
      await page.locator('#help-baseline').waitFor();
      await assertAccessible(page);
      await page.locator('[data-erase]').click();
      assert.match(await page.locator('[data-erase]').innerText(), lang === 'ja' ? /本当に/ : /Really/);
      await page.locator('[data-erase]').click();
      await page.locator('main[data-ready="true"] .planning').waitFor();
      assert.equal(await page.evaluate(() => sessionStorage.getItem('mitoshi.look')), null);
    }));

    test('the tour starts from help', () => opened('#/help', async (page) => {
      await page.locator('a[href="#/forecast/tour"]').click();
      await page.locator('.tour').waitFor();
    }));
  });
}

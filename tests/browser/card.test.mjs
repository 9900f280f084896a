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

    test('a target of our own for one ward has a chance, and is taken away', () => opened('#/card/14134', async (page) => {
      const own = page.locator('.card-targets');
      await own.locator('select').first().selectOption('alarm_total');
      await own.locator('input').fill('かなり');
      await own.locator('button[type=submit]').click();
      await own.locator('[role=alert]').waitFor();
      await own.locator('input').fill('２５０');
      await own.locator('button[type=submit]').click();
      const line = own.locator('[data-own-target="alarm_total"]');
      await page.waitForFunction(() => !/計算中|Calculating/.test(
        document.querySelector('[data-own-target] .chance')?.innerText ?? '計算中'));
      assert.match(await line.innerText(), lang === 'ja' ? /独自.*250台/s : /Own.*250/s);
      await assertAccessible(page);
      await line.locator('button').click();
      await line.waitFor({ state: 'detached' });
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

    test('help opens where it speaks of the room one comes from', () => opened('#/library', async (page) => {
      await page.locator('.rooms a[href="#/help/library"]').click();
      await page.waitForFunction(() => document.activeElement?.id === 'help-library');
      await assertAccessible(page);
      await page.locator('.rooms a[href="#/help"][aria-current="page"]').waitFor();
    }));

    test('the tour starts from help', () => opened('#/help', async (page) => {
      await page.locator('a[href="#/forecast/tour"]').click();
      await page.locator('.tour').waitFor();
    }));
  });
}

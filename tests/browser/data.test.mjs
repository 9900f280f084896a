// The data room: every figure found with its source, the tree opened, the sums proved.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  VIEWPORTS, WAYS, assertAccessible, launch, press, screenshot, visit,
} from './harness.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const way of WAYS) {
  describe(`data room, ${way}`, () => {
    test('a figure is found by a word, with its unit, its year and its source', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await enter(visited);
        assert.equal(await rows(page).count(), 50);
        await search(page, '緊急通報 平成30年度 携帯型');
        const row = rows(page).filter({ hasText: '535台' });
        await row.waitFor();
        assert.match(await row.innerText(), /平成30年度 \(2018\)/);
        assert.match(await row.innerText(), /実績/);
        assert.match(await row.innerText(), /実測/);
        assert.match(await row.innerText(), /川崎市「第8期介護保険事業計画の資料/);
        await search(page, 'こんな値はない');
        assert.equal(await rows(page).count(), 0);
        assert.match(await page.locator('.figures').innerText(), /当てはまる行がありません/);
        await visited.clean();
      });
    });

    test('section and grade narrow the list, a heading sorts it, more rows can be asked for', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await enter(visited);
        const all = await found(page);
        await page.locator('#figure-grade').selectOption({ value: 'assumed' });
        const grades = await page.locator('.figures td .grade').allInnerTexts();
        assert.ok(grades.length > 0 && grades.every((grade) => grade.trim() === '仮定'), String(grades));
        assert.equal(await found(page), grades.length);
        await page.locator('#figure-grade').selectOption({ value: '' });
        await page.locator('#figure-shelf').selectOption({ label: await label(page, 'ほかの自治体') });
        const others = await page.locator('[data-table="figures"] tbody').innerText();
        assert.match(others, /新潟市/);
        assert.doesNotMatch(others, /^日本/m);
        await page.locator('#figure-shelf').selectOption({ value: '' });
        assert.equal(await found(page), all);
        await page.locator('[data-more]').click();
        assert.equal(await rows(page).count(), 100);
        const value = page.locator('[data-table="figures"] thead button').nth(1);
        await press(value, 'Enter');
        const heading = page.locator('[data-table="figures"] th[aria-sort="descending"]');
        assert.equal(await heading.count(), 1);
        const numbers = (await page.locator('.figures td.number').allInnerTexts())
          .map((text) => Number(text.replaceAll(',', '').match(/[\d.]+/)[0]));
        assert.deepEqual(numbers, [...numbers].sort((a, b) => b - a));
        await visited.clean();
      });
    });

    test('the tree opens by keyboard and says what is made up; the sums add up', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await enter(visited);
        const ward = page.locator('details[data-place="高津区"]');
        await press(ward.locator('summary').first(), 'Enter');
        const inside = await ward.innerText();
        assert.match(inside, /4圏域・7センター/);
        assert.match(inside, /高津第1/);
        assert.match(inside, /例示/);
        assert.match(await page.locator('.place-tree').innerText(), /公表されていない/);
        const sums = page.locator('.sums');
        assert.match(await sums.innerText(), /マスで比べました/);
        assert.equal(await sums.locator('.verdict.wrong').count(), 0);
        assert.ok(await sums.locator('.verdict.right').count() > 4);
        assert.match(await page.locator('[data-edition]').innerText(), /^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/);
        const both = await page.locator('.counting').innerText();
        assert.match(both, /301,151/);
        assert.match(both, /1,538,262/);
        await visited.clean();
      });
    });

    for (const [name, viewport] of Object.entries(VIEWPORTS)) {
      test(`axe finds nothing in either language on a ${name}`, async () => {
        await visit(browser, { way, viewport }, async (visited) => {
          const { page } = visited;
          await enter(visited);
          await screenshot(page, `data-${name}-${way}`);
          await assertAccessible(page);
          await page.locator('button[data-lang="en"]').click();
          await page.locator('button[data-lang="ja"]').waitFor();
          for (const summary of await page.locator('.place-tree summary, .sums summary').all()) {
            await summary.click();
          }
          await assertAccessible(page);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(width <= viewport.width, `${width} px wide on ${viewport.width}`);
          await visited.clean();
        });
      });
    }
  });
}

async function enter({ page, open, ready }) {
  await open();
  await ready();
  await page.locator('nav.rooms a[href="#/data"]').click();
  await page.locator('[data-table="figures"]').waitFor();
}

function rows(page) {
  return page.locator('[data-table="figures"] tbody tr');
}

async function search(page, words) {
  await page.locator('#figure-search').fill(words);
}

async function found(page) {
  return Number(await page.locator('[data-count]').getAttribute('data-count'));
}

// The option that starts with these words: its count follows them.
async function label(page, words) {
  return (await page.locator('#figure-shelf option', { hasText: words }).first().innerText()).trim();
}

// What was found by looking at every room on every screen, with towns unlike the built-in one, and by
// listening to it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { accept, enter, file, go, said } from './data_room.mjs';
import { largeCity } from './files.mjs';
import { READY, assertAccessible, launch, press, settled, visit, visitIn } from './harness.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

// A town of one centre that brings its people and nothing else.
const TOWN = [['人口.csv', '朝日町 人口（令和3年4月1日現在）\n年齢,男,女,計\n0〜14歳,310,290,600\n'
  + '15〜64歳,1210,1190,2400\n65〜74歳,410,430,840\n75〜84歳,300,420,720\n85歳以上,120,260,380\n計,2350,2590,4940\n']];

for (const lang of ['ja', 'en']) {
  describe(`screens, ${lang}`, () => {
    for (const [width, height] of [[390, 844], [683, 384], [1024, 1366], [1280, 720]]) {
      test(`no fact of a target covers another one or is cut off, ${width} px`, () => (
        visitIn(browser, lang, { viewport: { width, height } }, async (page) => {
          const wrong = await page.locator('.targets-row .target-card').evaluateAll((cards) => cards.flatMap((card) => {
            const boxes = [...card.querySelectorAll('dd')].map((fact) => {
              const range = document.createRange();
              range.selectNodeContents(fact);
              return range.getBoundingClientRect();
            });
            const edge = card.getBoundingClientRect().right;
            const covers = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
            return boxes.flatMap((box, at) => [
              ...(box.right > edge + 1 ? [`${at} is cut off`] : []),
              ...boxes.slice(at + 1).filter((other) => covers(box, other)).map(() => `${at} is covered`),
            ]);
          }));
          assert.deepEqual(wrong, []);
        })
      ));
    }

    test('a move is told to those who do not see it: once it rests, with the chance, and undone again', () => (
      visitIn(browser, lang, {}, async (page) => {
        const spoken = page.locator('[data-spoken]');
        assert.equal(await spoken.textContent(), '');
        await page.evaluate(() => {
          globalThis.told = [];
          new MutationObserver(() => globalThis.told.push(document.querySelector('[data-spoken]').textContent))
            .observe(document.querySelector('[data-spoken]'), { childList: true, characterData: true, subtree: true });
        });
        await page.locator('[data-group="Care meetings"] .group-toggle').click();
        const slider = page.locator('input[type=range][data-lever="plan_individual"]');
        await press(slider, ...Array(6).fill('PageUp'));
        await page.waitForFunction(() => document.querySelector('[data-spoken]').textContent);
        await settled(page);
        const text = await spoken.textContent();
        assert.match(text, lang === 'ja' ? /個別ケア会議 \+\d+回/ : /[Mm]eetings.*\+\d+ meetings/);
        assert.match(text, lang === 'ja' ? /目標に届く見込み/ : /chance of the target/);
        const told = await page.evaluate(() => globalThis.told);
        assert.ok(told.length < 6, `six steps were told ${told.length} times`);
        await page.keyboard.press('Control+z');
        await page.waitForFunction((was) => document.querySelector('[data-spoken]').textContent !== was, text);
      })
    ));

    test('a search in the table of places says how many are left', () => visitIn(browser, lang, {}, async (page) => {
      const said = page.locator('.areas .data-table > [role=status]');
      await page.locator('.areas .table-search').fill(lang === 'ja' ? '高津' : 'Takatsu');
      await page.waitForFunction(() => {
        const n = document.querySelectorAll('.areas tbody tr').length;
        const told = Number.parseInt(document.querySelector('.areas .data-table > [role=status]').textContent, 10);
        return 0 < n && n < 44 && told === n;
      });
      await page.locator('.areas .table-search').fill('zzz');
      await page.waitForFunction(() => /さがす|Search/.test(document.querySelector('.areas .data-table > [role=status]').textContent));
      await page.locator('.areas .table-search').fill('');
      await page.waitForFunction(() => document.querySelector('.areas .data-table > [role=status]').textContent === '');
      assert.equal(await said.count(), 1);
    }));

    test('wards are told for the year of the target, like their chances', () => visitIn(browser, lang, {}, async (page) => {
      await page.locator('[data-target="care_meetings"] .target-choose').click();
      await settled(page);
      const head = page.locator('.areas h2');
      assert.match(await head.innerText(), /2022/);
      // The wards come to about what the card says of the whole: another year's come to a fifth more.
      const sum = (await page.locator('.areas tbody td:nth-child(2)').allInnerTexts())
        .reduce((all, cell) => all + Number.parseInt(cell, 10), 0);
      const whole = Number.parseInt(await page.locator('[data-target="care_meetings"] .fact-forecast dd').innerText(), 10);
      assert.ok(Math.abs(sum - whole) < 0.06 * whole, `${sum} of ${whole}`);
    }));

    test('on a phone the table behind the graph is there', () => (
      visitIn(browser, lang, { viewport: { width: 390, height: 844 } }, async (page) => {
        await page.locator('.stage .chart-table summary').click();
        await page.locator('.stage .chart-table td.number').first().waitFor();
        await assertAccessible(page);
      })
    ));

    test('a card is no wider than a window of 320 px', () => (
      visitIn(browser, lang, { viewport: { width: 320, height: 640 } }, async (page) => {
        await page.evaluate(() => { location.hash = '#/card/14134-a04'; });
        await page.locator('.card-targets select').first().waitFor();
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      })
    ));
  });
}

test('a town of one centre opens with a graph, and nothing speaks of a city with wards', () => (
  visit(browser, { way: 'file' }, async (visited) => {
    const { page, ready } = visited;
    await enter(visited);
    await newcomer(page, '朝日町', '1', TOWN);
    await go(page, '#/forecast');
    await ready();
    // No devices were brought: what it would open with is not known.
    await page.locator('.stage svg.fan path.median').first().waitFor();
    assert.equal(await page.locator('[data-choice="place-level"]').count(), 0);
    await page.locator('.areas tbody tr').first().waitFor();
    await assertAccessible(page);
    // Looked at all the same, it says so, and is clean.
    await page.locator('[data-picker="measure"]').click();
    await page.locator('[data-measure="alarm_total"]').click();
    await page.locator('.stage .chart-empty').waitFor();
    await assertAccessible(page);
    await go(page, '#/card');
    await page.locator('.card-words').waitFor();
    await page.waitForFunction(() => !/計算中/.test(document.querySelector('.card-side').innerText));
    assert.equal(await page.locator('.card-nav option').count(), 1, 'the town has one card');
    assert.equal(await page.locator('.card-radar svg').count(), 0, 'there is nothing to compare it with');
    assert.doesNotMatch(await page.locator('.card-words').innerText(), /(\d+)([人件])から\1\2へ/);
    await page.evaluate(() => { location.hash = '#/help/words'; });
    await page.locator('.glossary').waitFor();
    assert.doesNotMatch(await page.locator('main').innerText(), /川崎/);
    await page.evaluate(() => { location.hash = '#/compare'; });
    await page.locator('main p', { hasText: '目標がありません' }).waitFor();
    await visited.clean();
  })
));

test('sixty areas under each other: each is read, found by the pointer and by the keys', () => (
  visit(browser, { way: 'file' }, async (visited) => {
    const { page, ready } = visited;
    await enter(visited);
    await newcomer(page, '大町東市', '', largeCity(60));
    await go(page, '#/forecast');
    await ready();
    await page.locator('.areas tbody tr button').nth(3).click();
    await page.locator('[data-choice="chart-kind"] label:has(input[value="wards"])').click();
    await page.waitForFunction(() => document.querySelectorAll('.stage .panel-cell').length === 60);
    await settled(page);
    assert.doesNotMatch(await page.locator('.stage .chart-title').innerText(), /例示/, 'these areas are no example');
    const plot = page.locator('.stage .chart-plot');
    const [inside, outside] = await plot.evaluate((box) => [box.scrollHeight, box.clientHeight]);
    assert.ok(inside > 2 * outside, `${inside} px in ${outside}`);
    // With the keys to the last one, which comes into sight.
    await press(plot, 'End');
    await page.waitForFunction(() => {
      const box = document.querySelector('.stage .chart-plot').getBoundingClientRect();
      const cell = document.querySelector('.stage .panel-cell.pointed')?.getBoundingClientRect();
      return cell && box.top <= cell.top + 1 && cell.bottom <= box.bottom + 40;
    });
    await page.keyboard.press('Enter');
    await page.locator('.place-tag', { hasText: '第60圏域' }).waitFor();
    // And what the pointer is over, scrolled as it is.
    const under = page.locator('.stage .panel-cell', { hasText: '第56圏域' });
    await under.hover();
    await page.locator('.stage .panel-cell.pointed', { hasText: '第56圏域' }).waitFor();
    await page.locator(READY).waitFor();
    await visited.clean();
  })
));

async function newcomer(page, name, centres, tables) {
  await page.locator('[data-choice="import-mode"] input[value="newcomer"]').check();
  await page.locator('#newcomer-name').fill(name);
  await page.locator('#newcomer-centres').fill(centres);
  await page.locator('#import-file').setInputFiles(tables.map(([of, text]) => file(of, text)));
  await said(page, /問題はありません/);
  await accept(page);
}

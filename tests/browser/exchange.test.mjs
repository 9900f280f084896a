// Tables in and out of the data room: pasted, chosen, broken, too large, undone, handed out.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readFile } from 'node:fs/promises';
import {
  accept, choose, code, drop, enter, figures, file, go, paste, restarted, said,
} from './data_room.mjs';
import { WAYS, assertAccessible, launch, screenshot, visit } from './harness.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

// Devices by type in two years, with their total, as Windows writes them.
const SHIFT_JIS = Buffer.from(
  '8eed95ca2c95bd90ac3330944e93782c97df98618cb3944e93780d0a8c6791d18c5e2c3533362c3733300d0a8ea991ee' +
  '90dd92758c5e2c313033342c3838300d0a8c762c313537302c313631300d0a',
  'hex',
);

const PASTE = '種別\t平成30年度\t令和元年度\n携帯型\t536\t７３１\n自宅設置型\t"1,034"\t880\n計\t1570\t1611\n';

for (const way of WAYS) {
  describe(`tables in and out, ${way}`, () => {
    test('a paste is shown before it is taken in, reaches the forecast, survives, and can be undone', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page, ready } = visited;
        await enter(visited);
        const builtIn = await page.locator('[data-edition]').innerText();
        await paste(page, PASTE);
        await said(page, /問題はありません/);
        assert.doesNotMatch(await figures(page, '携帯型 令和元年度'), /731台/);
        await assertAccessible(page);
        await accept(page);
        assert.match(await figures(page, '携帯型 令和元年度'), /731台/);
        const edition = await page.locator('[data-edition]').innerText();
        assert.notEqual(edition, builtIn);
        await go(page, '#/forecast');
        await ready();
        const after = await code(page);
        await page.reload();
        await ready();
        assert.equal(await code(page), after, 'what was taken in is there after a reload');
        await go(page, '#/data');
        assert.equal(await page.locator('[data-edition]').innerText(), edition);
        await Promise.all([restarted(page), page.locator('[data-undo-import]').click()]);
        await said(page, /取り込む前の表に戻しました/);
        assert.equal(await page.locator('[data-edition]').innerText(), builtIn);
        assert.doesNotMatch(await figures(page, '携帯型 令和元年度'), /731台/);
        await go(page, '#/forecast');
        await ready();
        assert.notEqual(await code(page), after, 'the forecast is computed with the former data');
        await go(page, '#/data');
        await page.locator('.stand summary').click();
        await Promise.all([restarted(page), page.locator('[data-use]').first().click()]);
        assert.equal(await page.locator('[data-edition]').innerText(), edition);
        await Promise.all([restarted(page), page.locator('[data-built-in]').click()]);
        assert.equal(await page.locator('[data-edition]').innerText(), builtIn);
        await visited.clean();
      });
    });

    test('a part alone takes its total with it', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await enter(visited);
        await paste(page, '種別\t令和元年度\n携帯型\t731\n');
        await said(page, /内訳が替わったので計算し直した合計の数：1/);
        await accept(page);
        assert.match(await figures(page, '緊急通報システム 合計 令和元年度'), /1,611台/);
        await visited.clean();
      });
    });

    test('a workbook of LibreOffice with merged cells and totals', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await enter(visited);
        const book = await readFile(new URL('../it/exchange/libreoffice.xlsx', import.meta.url));
        await choose(page, 'libreoffice.xlsx', book);
        await said(page, /合計と内訳が合うことを確かめた数：2/);
        await accept(page);
        assert.match(await figures(page, '緊急通報システム 合計 令和元年度'), /1,612台/);
        await visited.clean();
      });
    });

    test('a figure is put right in place, says what uses it, and goes back to the original', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await enter(visited);
        await figures(page, '携帯型 令和元年度 実績');
        const before = await page.locator('[data-edition]').innerText();
        await page.locator('[data-edit-open]').first().click();
        await page.locator('[data-uses] summary').click();
        assert.match(await page.locator('.figure-uses').innerText(), /緊急通報/);
        await page.locator('#own-value').fill('７００');
        await page.locator('#own-by').fill('担当者');
        await page.locator('#own-why').fill('台帳を数え直した');
        await assertAccessible(page);
        await Promise.all([restarted(page), page.locator('.figure-edit [type="submit"]').click()]);
        assert.match(await figures(page, '携帯型 令和元年度'), /700台/);
        assert.match(await figures(page, '携帯型 令和元年度'), /元の値：/);
        await page.locator('[data-edit-open]').first().click();
        await Promise.all([restarted(page), page.locator('[data-original]').click()]);
        assert.equal(await page.locator('[data-edition]').innerText(), before);
        await visited.clean();
      });
    });

    test('another municipality from files alone, without a figure of Kawasaki', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page, ready } = visited;
        await enter(visited);
        await page.locator('[data-choice="import-mode"] input[value="newcomer"]').check();
        await page.locator('#newcomer-name').fill('生駒市');
        await page.locator('#newcomer-centres').fill('6');
        await assertAccessible(page);
        await page.locator('#import-file').setInputFiles([
          file('人口.csv', '生駒市 基本情報（2017年4月1日現在）\n場所,総数,65〜74歳,75歳以上\n生駒市,120797,17973,14067\n'),
          file('ひとり暮らし.csv', '指標,2017年度\nひとり暮らし高齢者,3668\n'),
        ]);
        await said(page, /問題はありません/);
        await said(page, /仮定で補うもの/);
        await accept(page);
        assert.match(await page.locator('.brand').innerText(), /生駒市/);
        assert.doesNotMatch(await page.locator('.place-tree').innerText(), /川崎|高津区|中原区/);
        assert.doesNotMatch(await figures(page, '生駒市'), /川崎/);
        await go(page, '#/forecast');
        await ready();
        assert.match(await page.locator('.brand').innerText(), /生駒市/);
        assert.doesNotMatch(await page.locator('main').innerText(), /川崎市|高津区|中原区/);
        assert.match(await code(page), /\w/);
        await go(page, '#/card');
        await page.locator('main h2').first().waitFor();
        assert.doesNotMatch(await page.locator('main').innerText(), /川崎市|高津区/);
        await page.reload();
        await page.locator('.brand .place', { hasText: '生駒市' }).waitFor();
        await go(page, '#/data');
        await Promise.all([restarted(page), page.locator('[data-built-in]').click()]);
        assert.match(await page.locator('.brand').innerText(), /川崎市/);
        await visited.clean();
      });
    });

    test('every problem is a row, and nothing can be taken in', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await enter(visited);
        await paste(page, '種別\t令和2年度\n携帯型\tたくさん\n自宅設置型\t多数\n');
        const rows = page.locator('[data-table="problems"] tbody tr');
        await rows.nth(1).waitFor();
        assert.equal(await rows.count(), 2);
        assert.match(await rows.first().innerText(), /「たくさん」は数として読めません/);
        assert.equal(await page.locator('[data-accept]').count(), 0);
        const choice = page.locator('.exchange .file-button');
        assert.equal((await choice.innerText()).trim(), 'ファイルを選ぶ');
        await page.locator('[data-lang="en"]').click();
        assert.match(await rows.first().innerText(), /cannot be read as a number/);
        assert.equal((await choice.innerText()).trim(), 'Choose a file');
        await visited.clean();
      });
    });

    test('files: broken, empty, and a hundred megabytes', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await enter(visited);
        // The browser's own button is out of sight, and the one that is seen shows the focus.
        const field = page.locator('#import-file');
        await field.focus();
        assert.ok((await field.boundingBox()).width <= 1);
        assert.notEqual(
          await page.locator('.exchange .file-button').evaluate((it) => getComputedStyle(it).outlineStyle), 'none');
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), field.press('Enter')]);
        assert.ok(chooser.isMultiple());
        await choose(page, 'broken.xlsx', Buffer.from('PK\x03\x04 and nothing more'));
        assert.match(await page.locator('.exchange .file-chosen').innerText(), /broken\.xlsx/);
        await said(page, /ファイルが壊れていて読めません/);
        await choose(page, 'empty.csv', Buffer.from(''));
        await said(page, /何も入っていません/);
        await choose(page, 'picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]));
        await said(page, /表のファイルではない/);
        await drop(page, 100);
        assert.match(await page.locator('.exchange .file-chosen').innerText(), /large\.csv/);
        await said(page, /100MBあり、大きすぎます/);
        // Under the limit of bytes, over that of rows: read in the worker, the page goes on.
        await drop(page, 40);
        await said(page, /行が多すぎます/);
        await visited.clean();
      });
    });

    test('what is handed out is taken back without a change', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await enter(visited);
        const [download] = await Promise.all([
          page.waitForEvent('download'), page.locator('[data-out="all"]').click(),
        ]);
        const book = await readFile(await download.path());
        assert.equal(book.subarray(0, 2).toString(), 'PK');
        await choose(page, 'all.xlsx', book);
        await said(page, /問題はありません/);
        const edition = page.locator('[data-edition]');
        const before = await edition.innerText();
        await page.locator('[data-accept]').click();
        await said(page, /取り込みました|同じです/);
        assert.equal(await edition.innerText(), before);
        await visited.clean();
      });
    });

    test('a table in Shift_JIS is read by the browser itself', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await enter(visited);
        await choose(page, 'devices.csv', SHIFT_JIS);
        await said(page, /問題はありません/);
        await accept(page);
        assert.match(await figures(page, '携帯型 平成30年度'), /536台/);
        await visited.clean();
      });
    });
  });
}

test('on a phone each problem is read without scrolling sideways', async () => {
  await visit(browser, { viewport: { width: 390, height: 844 } }, async (visited) => {
    const { page } = visited;
    await enter(visited);
    await paste(page, '種別\t平成30年度\t令和元年度\n携帯型\t536\t七百\n自宅設置型\t-5\t880\n');
    await said(page, /問題が2件あります/);
    const table = page.locator('[data-table="problems"]');
    const first = table.locator('tbody tr').first();
    assert.match(await first.innerText(), /2行目C列[\s\S]*七百[\s\S]*/);
    const names = await first.locator('td').evaluateAll((cells) => cells
      .map((cell) => getComputedStyle(cell, '::before').content));
    assert.match(names[0], /見つかったもの/);
    const scroll = page.locator('.exchange-found .table-scroll').first();
    const [inside, outside] = await scroll.evaluate((box) => [box.scrollWidth, box.clientWidth]);
    assert.ok(inside <= outside, `${inside} px in ${outside}`);
    await table.scrollIntoViewIfNeeded();
    await screenshot(page, 'problems-phone');
    await assertAccessible(page);
    await visited.clean();
  });
});

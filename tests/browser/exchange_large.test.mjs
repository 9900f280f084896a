// Files that are large in one way or another, on the page: taken in, or refused in a sentence,
// and never a page that does not answer.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  accept, choose, code, enter, figures, file, go, said, watchFrames,
} from './data_room.mjs';
import { everyAge, largeCity, zipBomb } from './files.mjs';
import { WAYS, drag, launch, settled, visit } from './harness.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const way of WAYS) {
  describe(`large files, ${way}`, () => {
    test('three hundred columns are taken in, more than a thousand are refused', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await enter(visited);
        await choose(page, 'ages.csv', Buffer.from(everyAge()));
        await said(page, /問題はありません/);
        await accept(page);
        // 101 ages of men and women in seven wards.
        const people = 101 * [0, 1, 2, 3, 4, 5, 6].reduce((sum, at) => sum + 90 + 2 * at, 0);
        assert.match(await page.locator('.place-tree').innerText(), /川崎市/);
        assert.match(await page.locator('.sums').innerText(), new RegExp(people.toLocaleString('en-US')));
        const wide = Array.from({ length: 1_200 }, (_, at) => at).join(',');
        await choose(page, 'wide.csv', Buffer.from(`${wide}\n${wide}\n`));
        await said(page, /列が1,000を超えていて、多すぎます/);
        await visited.clean();
      });
    });

    test('a zip bomb, a binary and nothing at all are refused while the page goes on', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await enter(visited);
        await watchFrames(page);
        const before = await page.evaluate(() => globalThis.frames);
        await choose(page, 'bomb.xlsx', zipBomb(400));
        await said(page, /展開すると大きくなりすぎる/);
        assert.ok(await page.evaluate(() => globalThis.frames) - before > 3, 'frames went by');
        const noise = Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 7919) % 251));
        await choose(page, 'noise.csv', noise);
        await said(page, /表のファイルではない/);
        await choose(page, 'noise.xlsx', Buffer.concat([Buffer.from('PK\x03\x04'), noise]));
        await said(page, /壊れていて読めません/);
        await choose(page, 'blank.csv', Buffer.from(',,,\n,,,\n'));
        await said(page, /何も入っていません/);
        assert.equal(await page.locator('[data-accept]').count(), 0);
        // Nothing was changed, and the page still takes a table.
        await page.locator('#import-paste').fill('種別\t令和元年度\n携帯型\t731\n');
        await page.locator('[data-read-paste]').click();
        await said(page, /問題はありません/);
        await visited.clean();
      });
    });
  });
}

test('a city of two hundred areas from files alone, run end to end', async () => {
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page, ready } = visited;
    page.setDefaultTimeout(60_000);
    await enter(visited);
    await page.locator('[data-choice="import-mode"] input[value="newcomer"]').check();
    await page.locator('#newcomer-name').fill('大町市');
    const files = largeCity(200).map(([name, text]) => file(name, text));
    await page.locator('#import-file').setInputFiles(files);
    await said(page, /問題はありません/);
    await accept(page);
    assert.match(await figures(page, '3職種の配置数 大町市'), /1,200人/);
    await go(page, '#/forecast');
    await ready();
    assert.match(await page.locator('.brand').innerText(), /大町市/);
    const first = await code(page);
    const slider = page.locator('input[type=range][data-lever="alarm_publicity"]');
    await drag(page, slider, 0.9);
    await settled(page);
    await ready();
    assert.notEqual(await code(page), first, 'the line was worked out anew');
    const chart = page.locator('svg[data-chart="alarm_devices"]').first();
    assert.ok(await chart.locator('path.median').count() > 0);
    assert.ok(await chart.locator('path[class*="band"]').count() > 0);
    const rows = page.locator('[data-table="areas"] tbody tr');
    assert.ok(await rows.count() > 0, 'areas are listed');
    await page.reload();
    await ready();
    assert.match(await page.locator('.brand').innerText(), /大町市/);
    await visited.clean();
  });
});

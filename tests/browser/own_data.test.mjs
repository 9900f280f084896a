// What a planner makes of the data here: indicators of his own, figures that travel with a link, the
// way back to former data, and nothing left once it is erased.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  accept, enter, figures, go, keptHere, paste, restarted, said,
} from './data_room.mjs';
import { WAYS, assertAccessible, kept, launch, visit } from './harness.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const way of WAYS) {
  describe(`own data, ${way}`, () => {
    test('an own indicator is defined, forecast, corrected, deleted and brought back', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page, ready } = visited;
        await enter(visited);
        const builtIn = await page.locator('[data-edition]').innerText();
        await page.locator('[data-indicator-add]').click();
        await page.locator('#own-label').waitFor();
        await page.locator('#own-history-2020').fill('たくさん');
        await submit(page);
        const wrong = page.locator('[data-wrong]');
        await wrong.filter({ hasText: '「名前」が空欄です' }).waitFor();
        assert.match(await wrong.innerText(), /「2020年度の実績」の「たくさん」は数として読めません/);
        assert.equal(await page.locator('#own-label').getAttribute('aria-invalid'), 'true');
        // What is wrong comes into sight, also when it is sent a second time.
        const inSight = () => page.waitForFunction(() => {
          const told = document.querySelector('[data-wrong]');
          return document.activeElement === told && 0 <= told.getBoundingClientRect().top;
        });
        await inSight();
        await submit(page);
        await inSight();
        await assertAccessible(page);
        await fill(page);
        await Promise.all([restarted(page), submit(page)]);
        await said(page, /独自の指標「認知症カフェ」を使います/);
        const line = page.locator('[data-own="own_stock_1"]');
        assert.match(await line.innerText(), /令和2年度 \(2020\) 20か所、動き方：65歳以上の人数/);
        assert.match(await figures(page, '認知症カフェ 令和2年度'), /20か所[\s\S]*高齢福祉課の台帳/);
        assert.match(await figures(page, '認知症カフェ 目標'), /29か所/);

        await line.locator('[data-indicator="look"]').click();
        await page.locator('.planning').waitFor();
        await ready();
        assert.match(await page.locator('[data-picker="measure"]').innerText(), /認知症カフェ/);
        assert.match(await page.locator('main').innerText(), /認知症カフェ[\s\S]*29/);
        await page.reload();
        await ready();
        await go(page, '#/data');
        await line.locator('[data-indicator="edit"]').click();
        assert.equal(await page.locator('#own-from').inputValue(), '高齢福祉課の台帳');
        await page.locator('#own-target').fill('３５');
        await Promise.all([restarted(page), submit(page)]);
        assert.match(await figures(page, '認知症カフェ 目標'), /35か所/);

        await Promise.all([restarted(page), line.locator('[data-indicator="delete"]').click()]);
        await said(page, /「認知症カフェ」を消しました/);
        assert.equal(await line.count(), 0);
        assert.equal(await page.locator('[data-edition]').innerText(), builtIn);
        await page.locator('.stand summary').click();
        await Promise.all([restarted(page), page.locator('[data-use]').first().click()]);
        assert.equal(await line.count(), 1, 'what was deleted is brought back');
        await visited.clean();
      });
    });
  });
}

test('the form of an own indicator in English, and on a phone', async () => {
  await visit(browser, { way: 'served', viewport: { width: 390, height: 844 } }, async (visited) => {
    const { page } = visited;
    await enter(visited);
    await page.locator('[data-lang="en"]').click();
    await page.locator('[data-indicator-add]').click();
    await page.locator('#own-driver').selectOption({ label: 'a budget (÷ cost of each)' });
    await submit(page);
    await page.locator('[data-wrong]').filter({ hasText: '“Budget” is empty. Fill it in.' }).waitFor();
    await assertAccessible(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 390, `${width} px wide`);
    await fill(page);
    await page.locator('#own-budget').fill('2,000,000');
    await Promise.all([restarted(page), submit(page)]);
    await said(page, /The indicator “認知症カフェ” is in use/);
    await visited.clean();
  });
});

test('an own figure goes along in a link, without the name of who entered it', async () => {
  let link;
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page, ready } = visited;
    await page.addInitScript(() => {
      globalThis.copied = null;
      navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); };
    });
    await enter(visited);
    await figures(page, '携帯型 令和元年度 実績');
    await page.locator('[data-edit-open]').first().click();
    await page.locator('#own-value').fill('700');
    assert.equal(await page.locator('#own-grade').inputValue(), '実測');
    await page.locator('#own-by').fill('川崎花子');
    await page.locator('#own-why').fill('台帳を数え直した');
    await Promise.all([restarted(page), page.locator('.figure-edit [type="submit"]').click()]);
    await go(page, '#/forecast');
    await ready();
    await page.locator('input[type=range][data-lever="alarm_publicity"]').press('ArrowRight');
    await kept(page, 'alarm_publicity');
    await page.evaluate(() => { location.hash = '#/library'; });
    await page.locator('.shelf-row .shelf-more > summary').first().click();
    await page.locator('[data-deed="link"]').first().click();
    await page.getByText('自分の値1件も、入れた人の名前を除いて入っています').waitFor();
    link = await page.evaluate(() => globalThis.copied);
  });
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page } = visited;
    await visited.open();
    await visited.ready();
    await page.goto(visited.url + link.slice(link.indexOf('#')));
    await page.locator('[data-preview]').filter({ hasText: '自分の数値' }).waitFor();
    await page.locator('[data-deed="keep"]').click();
    // The preview's program is ready too: what was kept opens in the forecast's.
    await page.locator('.planning').waitFor();
    await visited.ready();
    await go(page, '#/data');
    const own = page.locator('.scenario-figures');
    assert.match(await own.innerText(), /携帯型[\s\S]*700台[\s\S]*台帳を数え直した/);
    assert.doesNotMatch(await page.locator('body').innerText(), /花子/);
    await own.locator('[data-scenario-figure]').click();
    await own.waitFor({ state: 'detached' });
    await visited.clean();
  });
});

test('what another build packed is packed again from the tables', async () => {
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page, ready } = visited;
    await takenIn(visited);
    const edition = await page.locator('[data-edition]').innerText();
    await page.evaluate(async () => {
      const done = (request) => new Promise((yes) => { request.onsuccess = () => yes(request.result); });
      for (const { name } of await indexedDB.databases()) {
        const database = await done(indexedDB.open(name));
        if (database.objectStoreNames.contains('packed')) {
          const packed = database.transaction('packed', 'readwrite').objectStore('packed');
          for (const key of await done(packed.getAllKeys())) await done(packed.put('0 ', key));
        }
        database.close();
      }
    });
    // Not a way to another room, which the reload would run into: only another address.
    await page.evaluate(() => { history.replaceState(null, '', '#/forecast'); });
    await page.reload();
    // The program without a reader sends for the one that has it, and goes on.
    await ready();
    assert.equal(await page.evaluate(() => location.hash), '#/forecast');
    await go(page, '#/data');
    assert.equal(await page.locator('[data-edition]').innerText(), edition);
    assert.match(await figures(page, '携帯型 令和元年度'), /731台/);
    await visited.clean();
  });
});

test('erasing everything leaves nothing of tables, scenarios and settings', async () => {
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page, ready } = visited;
    await takenIn(visited);
    const before = await keptHere(page);
    assert.ok(before.names.length >= 2, 'scenarios and tables are kept');
    await page.evaluate(() => { location.hash = '#/help'; });
    const erase = page.locator('[data-erase]');
    await erase.click();
    await erase.filter({ hasText: '本当に' }).click();
    await ready();
    await go(page, '#/data');
    assert.doesNotMatch(await figures(page, '携帯型 令和元年度'), /731台/);
    assert.equal(await page.locator('[data-town]').count(), 0);
    await page.goto('about:blank');
    await page.goto(visited.url);
    await ready();
    const texts = await page.evaluate(async () => {
      const done = (request) => new Promise((yes) => { request.onsuccess = () => yes(request.result); });
      let all = JSON.stringify({ ...localStorage, ...sessionStorage });
      for (const { name } of await indexedDB.databases()) {
        const database = await done(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
          const rows = await done(database.transaction(store).objectStore(store).getAll());
          all += rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
        }
        database.close();
      }
      return all;
    });
    assert.doesNotMatch(texts, /731|貼り付けた表|alarm_portable/);
    await visited.clean();
  });
});

test('a scenario saved with other data says so, and the data room brings them back', async () => {
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page, ready } = visited;
    await takenIn(visited);
    const edition = await page.locator('[data-edition]').innerText();
    await go(page, '#/forecast');
    await ready();
    // Saved with the tables taken in; then the page is put on the built-in ones behind its back.
    await page.locator('input[type=range][data-lever="alarm_publicity"]').press('ArrowRight');
    await kept(page, 'alarm_publicity');
    await ready();
    await page.evaluate(async () => {
      const done = (request) => new Promise((yes) => { request.onsuccess = () => yes(request.result); });
      const database = await done(indexedDB.open('mitoshi'));
      const about = database.transaction('about', 'readwrite').objectStore('about');
      for (const key of await done(about.getAllKeys())) {
        if (String(key).startsWith('tables/')) await done(about.delete(key));
      }
      database.close();
    });
    await page.reload();
    await ready();
    const note = page.locator('.notices').filter({ hasText: 'データの版が変わりました' });
    await note.getByRole('button', { name: 'データの部屋へ' }).click();
    const back = page.locator('[data-of-scenario]');
    // The room is of the other program, whose start is not the one meant.
    await back.waitFor();
    await Promise.all([restarted(page), back.click()]);
    assert.equal(await page.locator('[data-edition]').innerText(), edition);
    await visited.clean();
  });
});

// A figure of the plan replaced by one of the planner's own, from a pasted table.
async function takenIn(visited) {
  const { page } = visited;
  await enter(visited);
  await paste(page, '種別\t令和元年度\n携帯型\t731\n');
  await said(page, /問題はありません/);
  await accept(page);
}

async function submit(page) {
  await page.locator('[data-indicator-form] [type="submit"]').click();
}

async function fill(page) {
  await page.locator('#own-label').fill('認知症カフェ');
  await page.locator('#own-unit').fill('か所');
  await page.locator('#own-kind').selectOption({ index: 1 });
  await page.locator('#own-history-2018').fill('１２');
  await page.locator('#own-history-2020').fill('20か所');
  await page.locator('#own-from').fill('高齢福祉課の台帳');
  const driver = page.locator('#own-driver');
  if (await driver.evaluate((select) => select.selectedIndex === 0)) await driver.selectOption({ index: 1 });
  await page.locator('#own-change').fill('3');
  await page.locator('#own-cost').fill('120,000');
  await page.locator('#own-target').fill('29');
}

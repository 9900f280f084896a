// One page of two programs: the other one takes over when a room of its own is asked for, and to
// the reader nothing happened but that a room was opened.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { WAYS, assertAccessible, launch, press, visit } from './harness.mjs';

const LEVER = 'alarm_publicity';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const way of WAYS) {
  describe(`rooms, ${way}`, () => {
    test('what was set a moment ago is there in the other room, and after coming back', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await visited.open();
        await visited.ready();
        await press(slider(page), 'End');
        const value = await slider(page).inputValue();
        // At once: what is not saved yet is saved on leaving.
        await enter(page, '#/data', '.data-room');
        await enter(page, '#/forecast', '.planning');
        assert.equal(await slider(page).inputValue(), value);
        await visited.ready();
        await visited.clean();
      });
    });

    test('header, tabs and focus are those of one page', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await visited.open();
        await visited.ready();
        const header = await page.locator('.app-header').innerText();
        assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY');
        await enter(page, '#/data', '.data-room');
        assert.equal(await page.locator('.app-header').innerText(), header);
        assert.equal(await current(page), '#/data');
        assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
        await assertAccessible(page);
        await visited.clean();
      });
    });

    test('back and forward, to and fro, also faster than a program starts', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await visited.open();
        await visited.ready();
        await enter(page, '#/data', '.data-room');
        await page.evaluate(() => history.back());
        await page.locator('.planning').waitFor();
        assert.notEqual(await current(page), '#/data');
        await page.evaluate(() => history.forward());
        await page.locator('.data-room').waitFor();
        assert.equal(await current(page), '#/data');
        await page.evaluate(() => {
          for (const room of ['#/forecast', '#/data', '#/forecast']) location.hash = room;
        });
        await page.locator('.planning').waitFor();
        await page.locator('.data-room').waitFor({ state: 'detached' });
        assert.equal(await page.locator('#app').count(), 1);
        assert.equal(await page.locator('.app-header').count(), 1);
        await visited.ready();
        await visited.clean();
      });
    });

    for (const [room, seen] of [['#/forecast', '.planning'], ['#/data', '.data-room']]) {
      test(`a reload in ${room} opens it again, and its switch of language works`, async () => {
        await visit(browser, { way }, async (visited) => {
          const { page } = visited;
          await visited.open();
          await visited.ready();
          await page.locator(`nav.rooms a[href="${room}"]`).click();
          await page.locator(seen).waitFor();
          await page.reload();
          await page.locator(seen).waitFor();
          await visited.ready();
          await page.locator('button[data-lang="en"]').click();
          await page.locator('button[data-lang="ja"]').waitFor();
          assert.equal(await current(page), room);
          await visited.clean();
        });
      });
    }

    test('an address nobody knows opens the first room', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page, url } = visited;
        await page.goto(`${url}#/nowhere`);
        await page.locator('.planning').waitFor();
        await visited.ready();
        await visited.clean();
      });
    });

    test('the skip link leads to the content and leaves the room as it is', async () => {
      await visit(browser, { way }, async (visited) => {
        const { page } = visited;
        await visited.open();
        await visited.ready();
        await enter(page, '#/data', '.data-room');
        await press(page.locator('.skip-link'), 'Enter');
        assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
        assert.equal(await current(page), '#/data');
        await visited.clean();
      });
    });
  });
}

// Chromium repeats no head on the next sheet that has a box to press in it.
test('served, on paper no table has a button in its head', async () => {
  await visit(browser, {}, async (visited) => {
    const { page } = visited;
    await visited.open();
    await visited.ready();
    await page.emulateMedia({ media: 'print' });
    let n = 0;
    for (const [room, seen] of [['#/forecast', '.planning'], ['#/data', '.data-room'], ['#/compare', '.compare-sheet']]) {
      await page.evaluate((to) => { location.hash = to; }, room);
      await page.locator(seen).waitFor({ state: 'attached' });
      const heads = await page.locator('thead').evaluateAll((found) => found.map((head) => {
        const boxes = [...head.querySelectorAll('button, a, input, select')];
        const seenOn = (box) => !['contents', 'none'].includes(getComputedStyle(box).display);
        const { display } = getComputedStyle(head);
        return { display, n: boxes.length, pressed: boxes.filter(seenOn).length };
      }));
      n += heads.reduce((sum, head) => sum + head.n, 0);
      for (const head of heads) assert.equal(head.pressed, 0, `${room}: ${JSON.stringify(head)}`);
      assert.ok(heads.every((head) => ['table-header-group', 'none'].includes(head.display)), room);
    }
    assert.ok(n > 4, `only ${n} buttons in heads on the screen`);
  });
});

test('served, a room that does not come is told of, the page stays, and it can be tried again', async () => {
  await visit(browser, {}, async (visited) => {
    const { page } = visited;
    let isOff = true;
    await page.route('**/rooms-*.wasm', (route) => (isOff ? route.abort() : route.continue()));
    await visited.open();
    await visited.ready();
    await page.locator('nav.rooms a[href="#/data"]').click();
    const told = page.locator('.notices');
    await page.waitForFunction(() => /読み込めませんでした/
      .test(document.querySelector('.notices')?.innerText));
    assert.match(await told.innerText(), /設定はそのまま/);
    assert.ok(await page.locator('.planning').isVisible());
    isOff = false;
    await enter(page, '#/data', '.data-room');
  });
});

test('served, a room that comes slowly can be left before it is there', async () => {
  await visit(browser, {}, async (visited) => {
    const { page } = visited;
    let come;
    const asked = new Promise((resolve) => { come = resolve; });
    await page.route('**/rooms-*.wasm', async (route) => {
      await asked;
      await route.continue();
    });
    await visited.open();
    await visited.ready();
    await page.locator('nav.rooms a[href="#/data"]').click();
    await page.locator('nav.rooms a[href="#/forecast"]').click();
    const arrived = page.waitForEvent('requestfinished', (request) => request.url().includes('/rooms-'));
    come();
    await arrived;
    // The program is there: if it were to start, it would by the next pictures.
    await page.evaluate(() => new Promise((done) => { setTimeout(done, 300); }));
    assert.ok(await page.locator('.planning').isVisible());
    assert.equal(await page.locator('.data-room').count(), 0);
    await enter(page, '#/data', '.data-room');
    await visited.clean();
  });
});

async function enter(page, room, seen) {
  await page.locator(`nav.rooms a[href="${room}"]`).click();
  await page.locator(seen).waitFor();
}

function slider(page) {
  return page.locator(`input[type=range][data-lever="${LEVER}"]`);
}

function current(page) {
  return page.locator('nav.rooms a[aria-current="page"]').getAttribute('href');
}

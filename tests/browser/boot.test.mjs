// The boot alone, without the page's own worker: what has to hold whatever the page shows.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { WAYS, launch, visit } from './harness.mjs';
import { DIST } from './serve_dist.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const way of WAYS) {
  describe(`boot, ${way}`, () => {
    test('marks when it began and when the program was compiled', async () => {
      await visit(browser, { way }, async (visited) => {
        await visited.open();
        await started(visited.page);
        const marks = await visited.page.evaluate(() =>
          performance.getEntriesByType('mark').map(({ name }) => name));
        for (const name of ['mitoshi:boot', 'mitoshi:wasm-ready']) assert.ok(marks.includes(name));
        await visited.clean();
      });
    });

    test('a worker that throws is heard of in the window', async () => {
      await visit(browser, { way }, async (visited) => {
        await visited.open();
        await started(visited.page);
        const message = await visited.page.evaluate(() => new Promise((resolve) => {
          const worker = globalThis.mitoshi.spawnWorker();
          worker.addEventListener('error', (event) => {
            event.preventDefault();
            resolve(event.message);
          });
          globalThis.mitoshi.killWorker();
        }));
        assert.match(message, /told to throw/);
        assert.deepEqual(visited.noted.outside, []);
      });
    });

    test('a browser without SIMD reads which browsers can run it', async () => {
      await visit(browser, { way }, async (visited) => {
        await visited.page.addInitScript(() => { WebAssembly.validate = () => false; });
        await visited.open();
        const told = visited.page.locator('#boot-old-browser');
        await told.waitFor();
        assert.match(await told.innerText(), /Chrome 97.*Firefox 113.*Safari 16\.4/s);
        assert.equal(await visited.page.evaluate(() => typeof globalThis.mitoshi), 'undefined');
        await visited.clean();
      });
    });

    test('no inline style and nothing from outside is allowed by the policy', async () => {
      await visit(browser, { way }, async (visited) => {
        await visited.open();
        await started(visited.page);
        const refused = await visited.page.evaluate(async () => {
          const paragraph = document.createElement('p');
          paragraph.setAttribute('style', 'color: red');
          document.body.append(paragraph);
          await fetch('https://example.com/').catch(() => {});
          await new Promise((resolve) => setTimeout(resolve, 50));
          return globalThis.policyViolations.map((text) => text.split(' ')[0]);
        });
        assert.deepEqual(refused.sort(), ['connect-src', 'style-src-attr']);
      });
    });
  });
}

test('served without its wasm, the page says what to do', async () => {
  await visit(browser, {}, async (visited) => {
    await visited.page.route('**/*.wasm', (route) => route.fulfill({ status: 404 }));
    await visited.open();
    const told = visited.page.locator('#boot-not-loaded');
    await told.waitFor();
    assert.match(await told.innerText(), /mitoshi\.html/);
  });
});

test('a host that does not know .wasm still serves a working page', async () => {
  await visit(browser, {}, async (visited) => {
    await visited.page.route('**/*.wasm', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { 'content-type': 'application/octet-stream' } });
    });
    await visited.open();
    await started(visited.page);
  });
});

test('each file is asked for once: page and workers share one wasm, rooms are kept', async () => {
  await visit(browser, {}, async (visited) => {
    const asked = [];
    visited.page.on('request', (request) => asked.push(request.url().split('/').pop()));
    await visited.open();
    await visited.ready();
    await visited.page.evaluate(() => { globalThis.mitoshi.spawnWorker(); });
    for (const [room, seen] of [['#/data', '.data-room'], ['#/forecast', '.planning']]) {
      await visited.page.evaluate((address) => { location.hash = address; }, room);
      await visited.page.locator(seen).waitFor();
    }
    const programs = asked.filter((name) => /\.(wasm|js)$/.test(name)).sort();
    assert.equal(programs.length, 4, String(programs));
    assert.equal(new Set(programs).size, 4, String(programs));
  });
});

test('nothing of the rooms is asked for before the page is usable, and it is after that', async () => {
  await visit(browser, {}, async (visited) => {
    const { page } = visited;
    await page.addInitScript(() => new MutationObserver((_, observer) => {
      if (!document.querySelector('main[data-ready="true"]')) return;
      performance.mark('test:usable');
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true, attributes: true }));
    await visited.open();
    await page.waitForFunction(() => performance.getEntriesByType('resource')
      .filter(({ name }) => /\/rooms-/.test(name)).length === 2);
    const late = await page.evaluate(() => {
      const usable = performance.getEntriesByName('test:usable')[0].startTime;
      const rooms = performance.getEntriesByType('resource').filter(({ name }) => /\/rooms-/.test(name));
      return rooms.every(({ startTime }) => usable <= startTime);
    });
    assert.ok(late);
  });
});

test('the list of what is loaded first names every file of the site', async () => {
  const list = await readFile(join(DIST, 'first-load.txt'), 'utf8');
  const html = await readFile(join(DIST, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => name);
  for (const name of named) assert.ok(list.includes(name), `${name} is missing from the list`);
});

test('without JavaScript the page says that it needs it', async () => {
  const html = await readFile(join(DIST, 'index.html'), 'utf8');
  assert.match(html, /<noscript>[^]*JavaScript[^]*<\/noscript>/);
});

// The page has taken over from the words «loading».
async function started(page) {
  await page.waitForFunction(() => !document.querySelector('main.boot')
    && performance.getEntriesByName('mitoshi:wasm-ready').length === 1);
}

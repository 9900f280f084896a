// Opens the built page in a real browser, and notes everything that should not happen there.
import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { DIST, serveDist } from './serve_dist.mjs';

export const VIEWPORTS = {
  laptop: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
};
export const WAYS = ['served', 'file'];
export const READY = 'main[data-ready="true"]';

const OUT = fileURLToPath(new URL('./out/', import.meta.url));
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
export const TIMEOUT_MS = Number(process.env.PATIENCE_MS ?? 20_000);

export async function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM?.includes('/') ? process.env.CHROMIUM : await whereIs(),
    args: [
      '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
  });
}

// Playwright wants a full path; the shell knows it.
async function whereIs() {
  const { execFileSync } = await import('node:child_process');
  for (const name of [process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome']) {
    try {
      if (name) return execFileSync('/bin/sh', ['-c', `command -v ${name}`]).toString().trim();
    } catch {
      // The next name may be there.
    }
  }
  throw new Error('No Chromium was found. Install one, or set CHROMIUM to its path.');
}

// One visit that ends whatever happens: what stays open would keep node from ending.
export async function visit(browser, options, work) {
  const visited = await arrive(browser, options);
  try {
    await work(visited);
  } finally {
    await visited.close();
  }
}

// A visit in a language, of the single file unless told otherwise, with an answer, that ends clean.
export const visitIn = (browser, lang, options, work) =>
  visit(browser, { way: 'file', ...options }, async (visited) => {
    const { page } = visited;
    await visited.open();
    await visited.ready();
    if (lang === 'en') {
      await page.locator('button[data-lang="en"]').click();
      await page.locator('button[data-lang="ja"]').waitFor();
    }
    await work(page);
    await visited.clean();
  });

// A fresh context (so nothing is stored yet), one page, everything noted.
async function arrive(
  browser,
  { way = 'served', viewport = VIEWPORTS.laptop, query = '', hasTouch = false, reducedMotion = null },
) {
  const site = way === 'served' ? await serveDist() : null;
  const url = site ? site.url : pathToFileURL(join(DIST, 'mitoshi.html')).href;
  const context = await browser.newContext({ viewport, locale: 'ja-JP', hasTouch, reducedMotion });
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  const noted = { console: [], errors: [], outside: [], policy: [] };
  await note(page, url, noted);
  return {
    page,
    url,
    noted,
    open: () => page.goto(url + query),
    ready: () => page.locator(READY).waitFor(),
    clean: () => assertClean(page, noted),
    close: async () => {
      // A request still on its way must not fail a test that is over.
      if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
      await site?.close();
    },
  };
}

async function note(page, url, noted) {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) noted.console.push(message.text());
  });
  page.on('pageerror', (error) => noted.errors.push(String(error)));
  page.on('request', (request) => {
    if (!isInside(request.url(), url)) noted.outside.push(request.url());
  });
  await page.addInitScript(() => {
    globalThis.policyViolations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      globalThis.policyViolations.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
}

// The page's own folder when served; the one file, and nothing beside it, when opened from disk.
function isInside(address, url) {
  if (/^(blob|data):/.test(address)) return true;
  const home = new URL(url);
  const bare = address.split(/[?#]/)[0];
  return home.protocol === 'file:' ? bare === home.href : bare.startsWith(home.href);
}

async function assertClean(page, noted) {
  noted.policy.push(...(await page.evaluate(() => globalThis.policyViolations)));
  assert.deepEqual(noted, { console: [], errors: [], outside: [], policy: [] });
}

// Accessibility, by axe inside the page: evaluated, so the page's policy stays as it is.
export async function assertAccessible(page) {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  const told = violations.map(({ id, help, nodes }) => ({
    id, help, where: nodes.slice(0, 3).map((node) => node.html.slice(0, 160)),
  }));
  assert.deepEqual(told, []);
}

// Every chart shows the answer to what is set now.
export async function settled(page) {
  await page.waitForFunction(() =>
    document.querySelector('[data-fresh="true"]') && !document.querySelector('[data-fresh="false"]'));
}

// A slider's step up or down, as an input event, without waiting for what comes of it.
export async function nudge(page, step) {
  const slider = page.locator('input[type=range][data-lever="alarm_publicity"]');
  // At once, as a browser does it: a frame in between would draw the former value over it.
  await slider.evaluate((input, how) => {
    input[how]();
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, step);
  // Long enough for the question to be asked, too short for it to be answered.
  await page.waitForTimeout(5);
}

// The result code once the newest question is answered with all its draws.
export async function settledCode(page) {
  await page.waitForFunction(() => {
    const { ready, revision, answered } = document.querySelector('main').dataset;
    return ready === 'true' && revision === answered;
  });
  return page.locator('[data-result-code]').textContent().then((text) => text.trim());
}

// Waits until some text is in the browser's database: saving rests half a second after a change,
// and takes as long as the machine lets it.
export async function kept(page, text) {
  const end = Date.now() + TIMEOUT_MS;
  // Asked again and again from here: `waitForFunction` takes a promise for a yes.
  while (!(await page.evaluate(isKept, text))) {
    assert.ok(Date.now() < end, `nothing with ${text} in it was saved`);
    await new Promise((resume) => { setTimeout(resume, 100); });
  }
}

async function isKept(wanted) {
  const done = (request) => new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    try {
      for (const store of database.objectStoreNames) {
        const all = await done(database.transaction(store).objectStore(store).getAll());
        if (JSON.stringify(all).includes(wanted)) return true;
      }
    } finally {
      database.close();
    }
  }
  return false;
}

// Where the thumb of a range input is, and where it would be at a fraction of its way.
async function track(slider) {
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  const fraction = await slider.evaluate((input) =>
    (input.valueAsNumber - input.min) / (input.max - input.min));
  const y = box.y + box.height / 2;
  // The thumb's middle stays half a thumb inside the box; 8 px is Chromium's, near enough to grab.
  return { y, from: x(fraction), x };
  function x(at) {
    return box.x + 8 + (box.width - 16) * at;
  }
}

// Drags with the real pointer, in small steps, as a hand does.
export async function drag(page, slider, fraction, { steps = 12 } = {}) {
  const { from, x, y } = await track(slider);
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move(x(fraction), y, { steps });
  await page.mouse.up();
}

// Presses keys on a focused element.
export async function press(locator, ...keys) {
  await locator.focus();
  for (const key of keys) await locator.press(key);
}

export async function screenshot(page, name) {
  await mkdir(OUT, { recursive: true });
  await page.screenshot({ path: join(OUT, `${name}.png`), fullPage: true });
}

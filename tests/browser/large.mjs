// A city of two hundred areas from files alone, measured on the built page: taking it in, its first
// answer, a drag, memory. Prints {"rows":[…]} as bench.mjs does; figures, not verdicts.
import { readFile } from 'node:fs/promises';
import { accept, enter, file, go, said } from './data_room.mjs';
import { moveAround, quantile, watchDragging } from './dragging.mjs';
import { largeCity } from './files.mjs';
import { launch, visit } from './harness.mjs';

const N_AREAS = Number(process.env.AREAS ?? 200);
// Devices, then the two chains that take longest: staff, programmes.
const LEVERS = ['alarm_publicity', 'posts_extra', 'gathering'];

const rows = [];
const browser = await launch();
try {
  await visit(browser, { way: 'served' }, measure);
} finally {
  await browser.close();
}
console.log(JSON.stringify({ rows }));

async function measure(visited) {
  const { page, ready } = visited;
  page.setDefaultTimeout(120_000);
  await enter(visited);
  await page.locator('[data-choice="import-mode"] input[value="newcomer"]').check();
  await page.locator('#newcomer-name').fill('大町市');
  const files = largeCity(N_AREAS).map(([name, text]) => file(name, text));
  row('files', files.reduce((sum, { buffer }) => sum + buffer.length, 0) / 1e3, 'kB');
  await timed('files chosen → what was understood', async () => {
    await page.locator('#import-file').setInputFiles(files);
    await said(page, /問題はありません/);
  });
  await timed('accepted → the page stands on it', () => accept(page));
  await timed('to the forecast: all draws of the first answer', async () => {
    await go(page, '#/forecast');
    await ready();
  });
  for (const lever of LEVERS) await dragged(page, lever);
  row('memory of the page with its workers, most ever', await mostMemory(), 'MB');
}

async function dragged(page, lever) {
  const closed = page.locator('.group-toggle[aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
  const slider = page.locator(`input[type=range][data-lever="${lever}"]`);
  await slider.scrollIntoViewIfNeeded();
  await page.evaluate(watchDragging, lever);
  await moveAround(page, await slider.boundingBox());
  await page.waitForFunction(() => globalThis.bench.atRest()).catch(() => {});
  const seen = await page.evaluate(() => globalThis.bench.report());
  const label = `drag of ${lever}`;
  for (const [name, share] of [['p50', 0.5], ['p95', 0.95]]) {
    const [paint, settle] = share > 0.9 ? [16, 100] : [null, null];
    row(`${label}: input → painted, ${name}`, quantile(seen.painted, share), 'ms', paint);
    row(`${label}: input → bands of 256 draws, ${name}`, quantile(seen.settled, share), 'ms', settle);
  }
  row(`${label}: the same of values not set before, p95`, quantile(seen.settledNew, 0.95), 'ms');
  row(`${label}: last input → all draws`, seen.end, 'ms', 300);
  row(`${label}: longest task`, Math.max(0, ...seen.long), 'ms', 50);
}

async function timed(name, work) {
  const start = performance.now();
  await work();
  row(name, performance.now() - start, 'ms');
}

// The page and its workers are one process; the system tells the most it ever had.
async function mostMemory() {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const of = async ({ id }) => {
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    return Number(status.match(/VmHWM:\s*(\d+)/)?.[1] ?? 0) / 1e3;
  };
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return Math.max(...(await Promise.all(renderers.map(of))));
}

function row(name, value, unit, budget = null) {
  const rounded = value === null ? null : Math.round(value * 10) / 10;
  rows.push({ name: `${N_AREAS} areas: ${name}`, value: rounded, unit, budget, ambition: null });
}

// How the built page feels: one hundred moves of a real drag, measured in the page itself.
// Prints {"rows":[{name,value,unit,budget,ambition}]}; figures, not verdicts.
import { frames, shown } from './bench_frames.mjs';
import { moveAround, quantile, watchDragging } from './dragging.mjs';
import { launch, visit } from './harness.mjs';
import { leverMoves } from './model_js/bench.mjs';

const LEVER = 'alarm_publicity';
const CHART = 'alarm_devices';
// One of each chain: alarms, staff, meetings, awareness, programmes.
const LEVERS = ['alarm_publicity', 'posts_extra', 'plan_individual', 'publicity_money', 'gathering'];
const N_STEPS = 7;
const N_LOADS = 5;
// What a computer four times as slow may take for the line.
const TWO_FRAMES_MS = 33.3;
// Turns of the wheel, and places along the graph.
const N_LOOKS = 100;

const rows = [];
const browser = await launch();
try {
  for (const way of ['served', 'file']) await loading(way);
  await crew();
  await leverMoves(browser, process.env.CHAIN_INPUTS, row);
  for (const lever of LEVERS) await stepping(lever);
  for (const workers of ['1', 'all']) await tenThousand(workers);
  await typing();
  await looking();
  await dragging(1, { paint: 16, settle: 100, end: 300, endAmbition: 100 });
  await dragging(4, {});
} finally {
  await browser.close();
}
console.log(JSON.stringify({ rows }));

function row(name, value, unit, budget = null, ambition = null) {
  rows.push({ name, value: value === null ? null : Math.round(value * 10) / 10, unit, budget, ambition });
}

// From the click on the address to each step, each time with nothing stored.
async function loading(way) {
  const steps = { 'wasm ready': [], 'first chart painted': [], 'first answer ready': [] };
  for (let load = 0; load < N_LOADS; load += 1) {
    await visit(browser, { way }, async (visited) => {
      await visited.page.addInitScript(watchLoading, CHART);
      await visited.open();
      await visited.ready();
      await visited.page.waitForFunction(() => globalThis.bench.ready && globalThis.bench.chart);
      const at = await visited.page.evaluate(() => ({
        wasm: performance.getEntriesByName('mitoshi:wasm-ready')[0].startTime,
        ...globalThis.bench,
      }));
      steps['wasm ready'].push(at.wasm);
      steps['first chart painted'].push(at.chart);
      steps['first answer ready'].push(at.ready);
    });
  }
  for (const [step, times] of Object.entries(steps)) {
    row(`${way}: ${step}, median of ${N_LOADS}`, quantile(times, 0.5), 'ms', 1000);
  }
}

// How many workers the page has found to be worth it, and what the same blocks took with each
// number it tried: the marks it leaves behind.
async function crew() {
  await visit(browser, { way: 'served' }, async (visited) => {
    await visited.open();
    await visited.ready();
    const found = visited.page.waitForFunction(
      () => performance.getEntriesByType('mark').some((mark) => mark.name.startsWith('mitoshi:workers-')),
    );
    await found.catch(() => {});
    const marks = await visited.page.evaluate(
      () => performance.getEntriesByType('mark').map((mark) => mark.name),
    );
    for (const name of marks) {
      const timed = name.match(/^mitoshi:crew-(\d+)-(\d+)-([\d.]+)$/);
      if (!timed) continue;
      const [size, blocks, ms] = timed.slice(1).map(Number);
      row(`wasm, ${size} worker(s): all chains from nothing`, (ms * 1000) / (blocks * 16 * size), 'µs/draw');
    }
    const chosen = marks.map((name) => name.match(/^mitoshi:workers-(\d+)$/)).find(Boolean);
    row('workers chosen', chosen ? Number(chosen[1]) : null, 'workers');
  });
}

// Words typed into the search of the data room: the longest task that a letter waits for.
async function typing() {
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page } = visited;
    await visited.open();
    await visited.ready();
    await page.evaluate(() => { location.hash = '#/data'; });
    await page.locator('#figure-search').waitFor();
    await page.evaluate(() => {
      globalThis.longTasks = [];
      new PerformanceObserver((list) => {
        for (const task of list.getEntries()) globalThis.longTasks.push(task.duration);
      }).observe({ entryTypes: ['longtask'] });
    });
    const worst = [];
    for (let round = 0; round < N_LOADS; round += 1) {
      await page.evaluate(() => { globalThis.longTasks.length = 0; });
      await page.locator('#figure-search').pressSequentially('65歳以上 麻生区', { delay: 60 });
      await page.locator('#figure-search').fill('');
      await page.waitForTimeout(200);
      worst.push(await page.evaluate(() => Math.max(0, ...globalThis.longTasks)));
    }
    row(`typing in the data room: longest task, median of ${N_LOADS}`, quantile(worst, 0.5), 'ms', 50);
  });
}

// Scrolling the table of areas and pointing along the graph: sixty frames a second, and what each
// costs the page's own thread.
async function looking() {
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page } = visited;
    await visited.open();
    await visited.ready();
    for (const [what, selector, by] of [
      ['scrolling', '.data-table .table-scroll', (step) => page.mouse.wheel(0, step % 40 < 20 ? 24 : -24)],
      ['hovering', '.stage .chart-plot', null],
    ]) {
      const box = await page.locator(selector).boundingBox();
      const at = (step) => [box.x + box.width * (0.1 + 0.8 * (step / N_LOOKS)), box.y + box.height / 2];
      const work = async () => {
        await page.mouse.move(...at(0));
        for (let step = 1; step <= N_LOOKS; step += 1) {
          await (by ? by(step) : page.mouse.move(...at(step)));
          await new Promise((resolve) => setTimeout(resolve, 16));
        }
      };
      const apart = await shown(page, work);
      row(`${what}: from frame to frame, p50`, quantile(apart, 0.5), 'ms', 16.7);
      row(`${what}: from frame to frame, p95`, quantile(apart, 0.95), 'ms', 16.7);
      const { cpu } = await frames(page, work);
      row(`${what}: processor time of a frame, p95`, quantile(cpu, 0.95), 'ms', 16);
    }
  });
}

// One step of a lever by the keyboard, from the settled page: bands, then all draws.
async function stepping(lever) {
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page } = visited;
    await visited.open();
    await visited.ready();
    const slider = page.locator(`input[type=range][data-lever="${lever}"]`);
    const closed = page.locator('.group-toggle[aria-expanded="false"]');
    while ((await closed.count()) > 0) await closed.first().click();
    await slider.waitFor();
    await page.evaluate(watchDragging, lever);
    const steps = [];
    for (let step = 0; step < N_STEPS; step += 1) {
      // The opposite way every other time, so that no end is reached; never twice to one value, which
      // would be remembered.
      await slider.evaluate((input, up) => (up ? input.stepUp(3) : input.stepDown(1)), step % 2 === 0);
      await slider.dispatchEvent('input');
      await page.waitForFunction(() => globalThis.bench.atRest()).catch(() => {});
      steps.push(await page.evaluate(() => globalThis.bench.take()));
    }
    const median = (name) => quantile(steps.flatMap((step) => step[name] ?? []), 0.5);
    row(`step of ${lever}: 256 draws`, median('settled'), 'ms', 100);
    row(`step of ${lever}: 1,024 draws`, median('end'), 'ms', 300, 100);
  });
}

// Ten thousand draws on asking, from the click to the last draw.
async function tenThousand(workers) {
  await visit(browser, { way: 'served', query: workers === 'all' ? '' : `?workers=${workers}` }, async (visited) => {
    const { page } = visited;
    await visited.open();
    await visited.ready();
    const button = page.locator('[data-more-draws]');
    if ((await button.count()) === 0) return;
    const start = await page.evaluate(() => performance.now());
    await button.click();
    await page.waitForSelector('main[data-draws="10240"]', { timeout: 60_000 });
    const end = await page.evaluate(() => performance.now());
    row(`10,240 draws, ${workers} worker(s)`, end - start, 'ms', workers === 'all' ? 2000 : null);
  });
}

async function dragging(slowdown, { paint, settle, end, endAmbition }) {
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page } = visited;
    // A slow computer is slow from the start, and the page gets to know it by then.
    if (slowdown > 1) {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    }
    await visited.open();
    await visited.ready();
    const slider = page.locator(`input[type=range][data-lever="${LEVER}"]`);
    await slider.scrollIntoViewIfNeeded();
    await page.evaluate(watchDragging, LEVER);
    await moveAround(page, await slider.boundingBox());
    // Figures, not verdicts: what never settles is shown as missing and not as a crash.
    await page.waitForFunction(() => globalThis.bench.atRest()).catch(() => {});
    const seen = await page.evaluate(() => globalThis.bench.report());
    const { input, longest } = await frames(page, async () => moveAround(page, await slider.boundingBox()));
    const label = slowdown > 1 ? `drag, CPU ÷${slowdown}` : 'drag';
    row(`${label}: input → painted, p50`, quantile(seen.painted, 0.5), 'ms');
    row(`${label}: input → painted, p95`, quantile(seen.painted, 0.95), 'ms', paint ?? TWO_FRAMES_MS);
    row(`${label}: processor time of an input's frame, p50`, quantile(input, 0.5), 'ms');
    row(`${label}: processor time of an input's frame, p95`, quantile(input, 0.95), 'ms', paint);
    row(`${label}: input → bands settled, p50`, quantile(seen.settled, 0.5), 'ms');
    row(`${label}: input → bands settled, p95`, quantile(seen.settled, 0.95), 'ms', settle);
    row(`${label}: inputs of a value not set before`, seen.settledNew.length, 'inputs');
    row(`${label}: the same → bands settled, p50`, quantile(seen.settledNew, 0.5), 'ms');
    row(`${label}: the same → bands settled, p95`, quantile(seen.settledNew, 0.95), 'ms', settle);
    row(`${label}: last input → all draws settled`, seen.end, 'ms', end, endAmbition);
    row(`${label}: inputs seen`, seen.painted.length, 'of 100 moves');
    row(`${label}: inputs that never settled`, seen.nPending, 'inputs', 0);
    row(`${label}: tasks over 50 ms`, seen.long.length, 'tasks', 0);
    row(`${label}: longest task`, Math.max(0, ...seen.long), 'ms', 50);
    row(`${label}: processor time of the longest task, traced`, longest, 'ms', 50);
  });
}

// Runs in the page, before anything else.
function watchLoading(chart) {
  globalThis.bench = {};
  const look = () => {
    const bench = globalThis.bench;
    // The frame after the one in which it stands is the one that shows it.
    const note = (name) => { bench[name] ??= performance.now(); };
    if (document.querySelector(`svg[data-chart="${chart}"] path.median`)) note('chart');
    if (document.querySelector('main[data-ready="true"]')) note('ready');
    if (!bench.chart || !bench.ready) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

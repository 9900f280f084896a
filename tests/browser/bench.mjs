// How the built page feels: one hundred moves of a real drag, measured in the page itself.
// Prints {"rows":[{name,value,unit,budget,ambition}]}; figures, not verdicts.
import { launch, visit } from './harness.mjs';

const LEVER = 'alarm_publicity';
const CHART = 'alarm_devices';
const N_MOVES = 100;
const N_LOADS = 5;
// A hand reports about every other frame; slower, and nothing would queue up as it does in life.
const MOVE_EVERY_MS = 32;

const rows = [];
const browser = await launch();
try {
  for (const way of ['served', 'file']) await loading(way);
  await dragging(1, { paint: 16, settle: 100, settleAmbition: null, end: 300, endAmbition: 100 });
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

async function dragging(slowdown, { paint, settle, end, endAmbition }) {
  await visit(browser, { way: 'served' }, async (visited) => {
    const { page } = visited;
    await visited.open();
    await visited.ready();
    if (slowdown > 1) {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    }
    const slider = page.locator(`input[type=range][data-lever="${LEVER}"]`);
    await slider.scrollIntoViewIfNeeded();
    await page.evaluate(watchDragging, LEVER);
    await moveAround(page, await slider.boundingBox());
    // Figures, not verdicts: what never settles is shown as missing and not as a crash.
    await page.waitForFunction(() => globalThis.bench.atRest()).catch(() => {});
    const seen = await page.evaluate(() => globalThis.bench.report());
    const label = slowdown > 1 ? `drag, CPU ÷${slowdown}` : 'drag';
    row(`${label}: input → painted, p50`, quantile(seen.painted, 0.5), 'ms');
    row(`${label}: input → painted, p95`, quantile(seen.painted, 0.95), 'ms', paint);
    row(`${label}: input → bands settled, p50`, quantile(seen.settled, 0.5), 'ms');
    row(`${label}: input → bands settled, p95`, quantile(seen.settled, 0.95), 'ms', settle);
    row(`${label}: last input → all draws settled`, seen.end, 'ms', end, endAmbition);
    row(`${label}: inputs seen`, seen.painted.length, 'of 100 moves');
    row(`${label}: inputs that never settled`, seen.nPending, 'inputs', 0);
    row(`${label}: tasks over 50 ms`, seen.long.length, 'tasks', 0);
    row(`${label}: longest task`, Math.max(0, ...seen.long), 'ms', 50);
  });
}

// To and fro over the middle of the slider with the real pointer, never twice at one place.
async function moveAround(page, box) {
  const y = box.y + box.height / 2;
  const x = (move) => box.x + box.width * (0.5 + 0.4 * Math.sin((move / N_MOVES) * Math.PI * 4));
  await page.mouse.move(x(0), y);
  await page.mouse.down();
  for (let move = 1; move <= N_MOVES; move += 1) {
    await page.mouse.move(x(move), y);
    await new Promise((resolve) => setTimeout(resolve, MOVE_EVERY_MS));
  }
  await page.mouse.up();
}

function quantile(values, share) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
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

// Runs in the page, before the drag.
function watchDragging(lever) {
  const painted = [];
  const settled = [];
  const long = [];
  let pending = [];
  let end = null;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) long.push(entry.duration);
  }).observe({ type: 'longtask' });

  const isFresh = () => !document.querySelector('[data-fresh="false"]');
  const slider = document.querySelector(`input[type=range][data-lever="${lever}"]`);
  // In the capture phase of the window: before the page's own listener has done its work.
  window.addEventListener('input', (event) => {
    if (event.target !== slider) return;
    const start = event.timeStamp;
    performance.mark('bench:input');
    pending.push(start);
    // The first callback runs before the frame is painted, the message after it right after.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => painted.push(performance.now() - start);
      port2.postMessage(null);
    });
  }, true);
  // An input waits until the page is fresh again, though it may be a newer question that is
  // answered then: leaving the overtaken ones out would make a slow page look fast.
  new MutationObserver(() => {
    if (!isFresh() || pending.length === 0) return;
    const now = performance.now();
    end = now - pending.at(-1);
    settled.push(...pending.map((start) => now - start));
    pending = [];
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-fresh'] });

  globalThis.bench = {
    atRest: () => pending.length === 0 && isFresh(),
    report: () => ({ painted, settled, end, long, nPending: pending.length }),
  };
}

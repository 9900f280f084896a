// A real drag over a slider, and what it felt like: watched in the page itself.

const N_MOVES = 100;
// A hand reports about every other frame; slower, and nothing would queue up as it does in life.
const MOVE_EVERY_MS = 32;

// To and fro over the middle of the slider with the real pointer, never twice at one place.
export async function moveAround(page, box) {
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

export function quantile(values, share) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

// Runs in the page, before the drag.
export function watchDragging(lever) {
  const painted = [];
  const settled = [];
  // Of values set for the first time: bands of the others are remembered.
  const settledNew = [];
  const values = new Set();
  const long = [];
  let pending = [];
  let end = null;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) long.push(entry.duration);
  }).observe({ type: 'longtask' });

  const main = document.querySelector('main');
  const number = (name) => Number(main.dataset[name]);
  const slider = document.querySelector(`input[type=range][data-lever="${lever}"]`);
  // In the capture phase of the window: before the page's own listener has done its work.
  window.addEventListener('input', (event) => {
    if (event.target !== slider) return;
    const start = event.timeStamp;
    performance.mark('bench:input');
    const input = { start, revision: null, isNew: !values.has(slider.value) };
    values.add(slider.value);
    pending.push(input);
    // The first callback runs before the frame is painted, the message after it right after.
    requestAnimationFrame(() => {
      input.revision = number('revision');
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => painted.push(performance.now() - start);
      port2.postMessage(null);
    });
  }, true);
  // An input waits for bands of its own question or a newer one: leaving the overtaken ones out
  // would make a slow page look fast.
  let last = null;
  new MutationObserver(() => {
    const now = performance.now();
    const isAnswered = (input) => input.revision !== null && input.revision <= number('answered');
    if (number('draws') >= 256) {
      const answered = pending.filter(isAnswered);
      settled.push(...answered.map((input) => now - input.start));
      settledNew.push(...answered.filter(({ isNew }) => isNew).map((input) => now - input.start));
      last = pending.filter(isAnswered).at(-1) ?? last;
      pending = pending.filter((input) => !isAnswered(input));
    }
    if (pending.length === 0 && last && main.dataset.ready === 'true') {
      end = now - last.start;
      last = null;
    }
  }).observe(main, { attributes: true });

  globalThis.bench = {
    atRest: () => pending.length === 0 && main.dataset.ready === 'true'
      && number('answered') === number('revision'),
    report: () => ({ painted, settled, settledNew, end, long, nPending: pending.length }),
    take: () => {
      const taken = { settled: [...settled], end };
      settled.length = 0;
      return taken;
    },
  };
}

// The program's own worker against the JavaScript chain, in the same Chromium, in turns: each moves
// the same lever to and fro in the same draws and says when it has done.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { visit } from '../harness.mjs';
import { serveDist } from '../serve_dist.mjs';

const HERE = fileURLToPath(new URL('./', import.meta.url));
// One of each chain, under the names that the native bench gives them.
const LEVERS = {
  alarms: 'alarm_publicity',
  staff: 'posts_extra',
  meetings: 'plan_individual',
  awareness: 'publicity_money',
  programmes: 'gathering',
};
// One of each at once.
const MOVES = { ...LEVERS, 'all chains': Object.values(LEVERS).join(' ') };
const N_BLOCKS = 4;
const N_DRAWS = N_BLOCKS * 16;
const N_TURNS = 12;
const N_A_TURN = 10;
// A mean difference of more standard errors is another model.
const APART_MOST = 4;

// `handed` is a file that `mitoshi bench --inputs N` printed; without one, wasm is timed alone.
export async function leverMoves(browser, handed, row) {
  await visit(browser, { way: 'served' }, async ({ page, open, ready }) => {
    await open();
    await ready();
    await page.evaluate(wasmWorker);
    const fewest = {};
    const wasm = (chain) => async () => {
      fewest[chain] = Math.min(fewest[chain] ?? Infinity, await timed(page, probe(MOVES[chain])));
    };
    for (const chain of Object.keys(MOVES).filter((name) => name !== 'alarms')) {
      await inTurns([wasm(chain)]);
    }
    if (handed) await againstJavaScript(browser, handed, row, wasm('alarms'));
    else await inTurns([wasm('alarms')]);
    for (const [chain, ms] of Object.entries(fewest)) {
      row(`wasm, one worker: lever move, ${chain}`, perDraw(ms), 'µs/draw', 150, 75);
    }
  });
}

async function againstJavaScript(browser, handed, row, wasm) {
  const site = await serveDist(HERE);
  const page = await browser.newPage();
  try {
    await page.goto(`${site.url}worker.mjs`);
    const compared = await page.evaluate(javaScriptWorker, await readFile(handed, 'utf8'));
    let fewest = Infinity;
    await inTurns([wasm, async () => {
      fewest = Math.min(fewest, await timed(page, { nDraws: N_DRAWS }));
    }]);
    const apart = Math.max(...compared.map((cell) => Math.abs(cell.apart)));
    const devices = compared.filter((cell) => cell.measure === 'alarm_total');
    const medians = devices.map((cell) => Math.abs(cell.median - cell.rustMedian) / cell.medianError);
    row('JavaScript and Rust: medians of devices, apart', Math.max(...medians), 'standard errors', 1);
    row('JavaScript and Rust: same draws, any measure, apart', apart, 'standard errors', APART_MOST);
    row('JavaScript, one worker: lever move, alarms', perDraw(fewest), 'µs/draw');
  } finally {
    await page.close();
    await site.close();
  }
}

// A move to and a move fro.
const perDraw = (ms) => (ms * 1000) / (2 * N_DRAWS);

async function inTurns(sides) {
  for (let turn = 0; turn < N_TURNS; turn += 1) {
    for (const side of sides) await side();
  }
}

// The best of some rounds, in milliseconds: other programs share the machine.
const timed = (page, message) => page.evaluate(async ([asked, nRounds]) => {
  let fewest = Infinity;
  for (let round = 0; round < nRounds; round += 1) {
    const start = performance.now();
    await globalThis.ask(asked);
    fewest = Math.min(fewest, performance.now() - start);
  }
  return fewest;
}, [message, N_A_TURN]);

// `ToWorker::ProbeLevers` of src/protocol.rs as its bytes; tests/it/job.rs holds the protocol to them.
function probe(levers) {
  return [4, levers.length, ...Array.from(levers, (char) => char.charCodeAt(0)), N_BLOCKS];
}

// Runs in the page: a worker that knows the city, and has nothing else to do.
function wasmWorker() {
  const worker = globalThis.mitoshi.spawnWorker();
  const basis = globalThis.mitoshi.carried('basis');
  const length = [];
  for (let rest = basis.length; ; rest >>>= 7) {
    length.push(rest < 128 ? rest : (rest & 127) | 128);
    if (rest < 128) break;
  }
  worker.postMessage(Uint8Array.from([3, ...length, ...basis]));
  globalThis.ask = (bytes) => new Promise((resolve) => {
    worker.onmessage = resolve;
    worker.postMessage(Uint8Array.from(bytes));
  });
}

// Runs in a page beside the modules.
function javaScriptWorker(handed) {
  const worker = new Worker('worker.mjs', { type: 'module' });
  globalThis.ask = (message) => new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message: why }) => reject(new Error(why));
    worker.postMessage(message);
  });
  return globalThis.ask({ handed });
}

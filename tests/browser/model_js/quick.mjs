// The JavaScript chain in node, for a quick look while working on it:
// node tests/browser/model_js/quick.mjs FILE, where FILE is what `mitoshi bench --inputs 256` printed.
import { readFile } from 'node:fs/promises';
import { MEASURES, alarmChain } from './alarm.mjs';
import { compared } from './check.mjs';
import { lowered, policyOf } from './inputs.mjs';

const N_ROUNDS = 1000;
const N_AT_ONCE = 16;

const handed = JSON.parse(await readFile(process.argv[2], 'utf8'));
const inputs = lowered(handed);
const run = alarmChain(inputs);
for (const { policy, measure, year, median, rustMedian, medianError, nSame, apart } of compared(handed, run)) {
  console.log([
    policy, measure.padEnd(20), year, median.toFixed(1).padStart(9), rustMedian.toFixed(1).padStart(9),
    `± ${medianError.toFixed(1)}`.padStart(8), `same in ${nSame}`, apart.toFixed(2).padStart(6),
  ].join('  '));
}
// The best of many short runs, because other programs share the machine.
const policies = handed.policies.map(policyOf);
const out = new Float64Array(MEASURES.length * inputs.nYears * inputs.nDraws);
let fewest = Infinity;
for (let round = 0; round < N_ROUNDS; round += 1) {
  const from = (round * N_AT_ONCE) % inputs.nDraws;
  const start = performance.now();
  run(policies[round % 2], out, from, from + N_AT_ONCE);
  fewest = Math.min(fewest, performance.now() - start);
}
console.log(`best: ${(fewest * 1000 / N_AT_ONCE).toFixed(1)} µs a draw`);

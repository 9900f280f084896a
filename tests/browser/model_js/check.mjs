// Whether the JavaScript chain is the Rust chain: the same draws, and what came out of each.
import { MEASURES } from './alarm.mjs';
import { policyOf } from './inputs.mjs';

// Runs every policy that was handed over. Of each measure and fiscal year: both medians, in how many
// draws both say the same, and how far apart the same draws are on average, in standard errors.
export function compared(handed, run) {
  const nDraws = handed.n_draws;
  const nYears = handed.n_months / 12;
  const cell = (values, place, year) =>
    values.slice((place * nYears + year) * nDraws, (place * nYears + year + 1) * nDraws);
  return handed.policies.flatMap((moved, policy) => {
    const out = new Float64Array(MEASURES.length * nYears * nDraws);
    run(policyOf(moved), out);
    return handed.measures.flatMap((measure, i) => Array.from({ length: nYears }, (_, year) => {
      const ours = cell(out, MEASURES.indexOf(measure), year);
      return { policy, measure, year, ...differences(ours, cell(moved.results, i, year)) };
    }));
  });
}

function differences(ours, rust) {
  const n = ours.length;
  const apart = Array.from(ours, (value, draw) => value - rust[draw]);
  // An f32 has seven digits; nearer than that is the same.
  const rounding = 1e-5 * Math.max(1, Math.abs(mean(rust)));
  return {
    median: median(ours),
    rustMedian: median(rust),
    // Of a median of so many independent draws.
    medianError: 1.2533 * spread(rust) / Math.sqrt(n),
    nSame: apart.filter((difference) => Math.abs(difference) <= rounding).length,
    apart: mean(apart) / Math.max(spread(apart) / Math.sqrt(n), rounding),
  };
}

function mean(values) {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function spread(values) {
  const middle = mean(values);
  return Math.sqrt(mean(Array.from(values, (value) => (value - middle) ** 2)));
}

function median(values) {
  return Float64Array.from(values).sort()[values.length >> 1];
}

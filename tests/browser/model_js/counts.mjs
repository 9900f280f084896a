// Whole numbers from one number of 16 bits each, as src/model/counts.rs: small means walk up the
// distribution, above WALK_MAX the normal approximation with its skewness is rounded.
//
// One draw at a time is what JavaScript is quick at, and it is used: whether anything happens at
// all is one comparison of whole numbers with a table of (1 − p)ⁿ, made by multiplying; only where
// something does, a walk begins, and it ends as soon as it may. What is handed over are small whole
// numbers: a fraction would be put on the heap wherever a call is not inlined.

const WALK_MAX = 8;
const WALK_STEPS = 40;
const TAIL = 0.02425;
const RECIPROCALS = Float64Array.from({ length: WALK_STEPS + 1 }, (_, k) => 1 / k);

// The middle of one of 2¹⁶ equal steps from 0 to 1.
const middle = (drawn) => (drawn + 0.5) * (1 / 65536);
// The largest number of 16 bits whose middle is not above a chance.
const within = (chance) => Math.floor(chance * 65536 - 0.5);

// A chance made ready for counting. Made once, set anew whenever the chance changes.
export class Chance {
  constructor() {
    this.p = -1;
    this.rare = 0;
    this.odds = 0;
    this.flips = false;
    this.walkMost = 0;
    this.filled = -1;
    this.none = new Float64Array(256);
    // Of n, the largest number drawn at which nothing happens; −1 where that has to be worked out.
    this.quiet = new Int32Array(256);
  }

  // For counting in numbers up to `most`.
  set(p, most) {
    if (p !== this.p) {
      this.p = p;
      const chance = Math.min(Math.max(p, 0), 1);
      // The rarer side is walked.
      this.flips = 0.5 < chance;
      this.rare = this.flips ? 1 - chance : chance;
      this.odds = this.rare / (1 - this.rare);
      this.walkMost = Math.min(WALK_MAX / this.rare, 1e9) | 0;
      this.filled = -1;
    }
    if (this.filled < most) this.fill(most);
  }

  fill(most) {
    if (this.none.length <= most) {
      this.none = new Float64Array(2 * most);
      this.quiet = new Int32Array(2 * most);
      this.filled = -1;
    }
    const { none, quiet, walkMost, flips } = this;
    const stay = 1 - this.rare;
    let chance = this.filled < 0 ? 1 : none[this.filled] * stay;
    for (let n = this.filled + 1; n <= most; n += 1) {
      none[n] = chance;
      quiet[n] = flips || walkMost < n ? -1 : within(chance);
      chance *= stay;
    }
    this.filled = most;
  }

  // How many of `n` have the event.
  count(drawn, n) {
    const few = n <= this.walkMost ? this.walked(drawn, n) : this.far(drawn, n);
    return this.flips ? n - few : few;
  }

  walked(drawn, n) {
    const uniform = middle(drawn);
    const odds = this.odds;
    let pmf = this.none[n];
    let cdf = pmf;
    let k = 0;
    while (cdf < uniform && k < WALK_STEPS) {
      pmf *= odds * (n - k) * RECIPROCALS[k + 1];
      cdf += pmf;
      k += 1;
    }
    return n < k ? n : k;
  }

  far(drawn, n) {
    const mean = n * this.rare;
    const stay = 1 - this.rare;
    const found = rounded(middle(drawn), mean, mean * stay, stay - this.rare);
    return n < found ? n : found;
  }
}

// e^−x for 0 ≤ x ≤ WALK_MAX, from a table and four terms: 3e-10 relative, and a fifth of the time
// of Math.exp.
const STEPS = 32;
const POWERS = Float64Array.from({ length: WALK_MAX * STEPS + 1 }, (_, i) => Math.exp(-i / STEPS));

// Poisson count with the given mean.
export function poisson(drawn, mean) {
  if (WALK_MAX < mean) return rounded(middle(drawn), mean, mean, 1);
  const uniform = middle(drawn);
  const step = (mean * STEPS) | 0;
  const t = mean - step * (1 / STEPS);
  let pmf = POWERS[step] * (1 - t * (1 - t * (1 / 2 - t * (1 / 6 - t * (1 / 24)))));
  let cdf = pmf;
  let k = 0;
  while (cdf < uniform && k < WALK_STEPS) {
    k += 1;
    pmf *= mean * RECIPROCALS[k];
    cdf += pmf;
  }
  return k;
}

function rounded(uniform, mean, variance, skew) {
  const score = normalQuantile(uniform);
  const skewed = (score * score - 1) * skew * (1 / 6);
  const x = mean + score * Math.sqrt(variance) + skewed;
  return x < 0 ? 0 : (x + 0.5) | 0;
}

// Inverse of the standard normal distribution, Acklam's approximation.
export function normalQuantile(u) {
  if (u < TAIL) return tail(u);
  if (1 - TAIL < u) return -tail(1 - u);
  const q = u - 0.5;
  const r = q * q;
  return (((((-39.69683 * r + 220.9461) * r - 275.9285) * r + 138.35775) * r - 30.664799) * r
      + 2.5066283) * q
    / (((((-54.4761 * r + 161.58584) * r - 155.69898) * r + 66.80131) * r - 13.280682) * r + 1);
}

function tail(u) {
  const q = Math.sqrt(-2 * Math.log(u));
  return (((((-7.784894e-3 * q - 0.32239646) * q - 2.4007583) * q - 2.5497325) * q + 4.374664) * q
      + 2.938164)
    / ((((7.784696e-3 * q + 0.32246713) * q + 2.4451342) * q + 3.7544087) * q + 1);
}

//! The hours of a centre, and how a shortage of them is shared out.
//!
//! ```text
//! served_k = D_k · λ^ε_k      Σ D_k · λ^ε_k = hours available
//! ```
//!
//! One shortage index λ for a centre and month. Urgent claims have a small ε and lose little;
//! meetings and outreach lose most. Not «meetings get what is left»: a small rest between two large
//! numbers explodes. Above λ = 1 consultation and plans stay as wanted, because more staff do not
//! create need. A ring-fence takes its hours before the rest is shared out.
//!
//! With x = ln λ and L = ln(hours / wanted), Σ D_k·e^(ε_k·x) = hours makes x a function of L that
//! starts with the slope 1/μ, μ being the mean of ε under what is wanted. The function is solved
//! once for a draw ([`Response`]) and kept as a cubic of L·(μ then / μ now): month by month only
//! meetings and outreach are asked for, within 1 % from 0.7 to 1.35 of the hours wanted and within
//! some 5 % from 0.5. The other claims share the year's remaining hours exactly ([`urgent`]), so
//! that hours served are hours available. Hours are relative to the centre's own hours of the
//! reference years.

use super::lanes::{LANES, Lanes};

/// How many claims there are on the hours.
pub const N_CLAIMS: usize = 6;

/// A claim on a centre's hours, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Claim {
    Consult,
    Plans,
    Admin,
    Support,
    Meetings,
    Outreach,
}

/// The claims that more hours than wanted do not make larger.
const N_FIRM: usize = 2;
/// The claims that wait for the end of the year.
pub const N_URGENT: usize = 4;
/// x stays within these: λ from a three-thousandth to seven.
const X_RANGE: (f32, f32) = (-8.0, 2.0);
/// Smallest share of the wanted hours told apart from none.
pub const HOURS_MIN: f32 = 1e-4;
/// Smallest mean of ε.
const MEAN_MIN: f32 = 0.02;

/// Where the response is solved: ln of 74, 45 and 17 % of the hours wanted, and of 122, 165, 246 %.
const SHORT_AT: [f32; 3] = [-0.3, -0.8, -1.8];
const OVER_AT: [f32; 3] = [0.2, 0.5, 0.9];

/// x = L·(1/μ + b·L + c·L² + d·L³), held at the last point solved: μ and b, c, d.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Cubic {
    mean: Lanes,
    terms: [Lanes; 4],
}

impl Cubic {
    #[inline(always)]
    fn slope(&self, i: usize, held: f32) -> f32 {
        let [a, b, c, d] = &self.terms;
        // By pairs, which do not wait for each other.
        (a.0[i] + held * b.0[i]) + held * held * (c.0[i] + held * d.0[i])
    }
}

/// What x is of L in a shortage and in a surplus, under the claims of the reference years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Response {
    short: Cubic,
    over: Cubic,
}

impl Response {
    #[inline(never)]
    pub fn new(claims: &[Lanes; N_CLAIMS], epsilon: &[Lanes; N_CLAIMS]) -> Self {
        let [short, over] = means(claims, epsilon);
        let solve = |mean: Lanes, at: [f32; 3], n_firm: usize| {
            let rest = at.map(|log_hours| {
                Lanes::from_fn(|i| {
                    let start = log_hours / mean.0[i];
                    let x = exact(claims, epsilon, i, log_hours, start, n_firm);
                    x / log_hours - 1.0 / mean.0[i]
                })
            });
            // Newton's divided differences of (rest / L), a parabola through three points.
            let [p, q, r] = at;
            let slope = [rest[0] / p, rest[1] / q, rest[2] / r];
            let first = (slope[1] - slope[0]) / (q - p);
            let second = ((slope[2] - slope[1]) / (r - q) - first) / (r - p);
            let b = slope[0] - first * p + second * (p * q);
            let c = first - second * (p + q);
            Cubic { mean, terms: [Lanes::ONE / mean, b, c, second] }
        };
        Self { short: solve(short, SHORT_AT, 0), over: solve(over, OVER_AT, N_FIRM) }
    }
}

/// Mean of ε under what is wanted, and in a surplus, where the firm claims count as ε = 0.
fn means(claims: &[Lanes; N_CLAIMS], epsilon: &[Lanes; N_CLAIMS]) -> [Lanes; 2] {
    let part = |k: usize| claims[k] * epsilon[k];
    let total = claims.iter().fold(Lanes::ZERO, |sum, claim| sum + *claim);
    let loose = (N_FIRM..N_CLAIMS).fold(Lanes::ZERO, |sum, k| sum + part(k));
    let all = (0..N_FIRM).fold(loose, |sum, k| sum + part(k));
    [all, loose].map(|mean| mean.ratio(total).at_least(Lanes::all(MEAN_MIN)))
}

/// ln λ in draw `i` by Newton's rule on the logarithm of the sum, which is convex.
fn exact(
    claims: &[Lanes; N_CLAIMS],
    epsilon: &[Lanes; N_CLAIMS],
    i: usize,
    log_hours: f32,
    start: f32,
    n_firm: usize,
) -> f32 {
    let wanted: f32 = claims.iter().map(|claim| claim.0[i]).sum();
    let mut x = start;
    for _ in 0..8 {
        let (mut sum, mut slope) = (0.0, 0.0);
        for k in 0..N_CLAIMS {
            let e = if k < n_firm { 0.0 } else { epsilon[k].0[i] };
            let part = claims[k].0[i] * libm::expf(e * x);
            sum += part;
            slope += part * e;
        }
        x -= (libm::logf(sum / wanted) - log_hours) * sum / slope.max(1e-9);
        x = x.clamp(-80.0, 40.0);
    }
    x
}

/// What is wanted of the hours of one area's centres.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Wanted {
    /// In the middle of the twelve months from October.
    pub claims: [Lanes; N_CLAIMS],
    /// At the month's end, on the last 1 October, and what a month adds.
    pub total: Lanes,
    pub october: Lanes,
    pub monthly: Lanes,
    /// 1/μ now in a shortage and in a surplus.
    short: Lanes,
    over: Lanes,
}

impl Wanted {
    pub fn new(
        claims: [Lanes; N_CLAIMS],
        epsilon: &[Lanes; N_CLAIMS],
        total: Lanes,
        monthly: Lanes,
    ) -> Self {
        let mut wanted = Self { claims, total, monthly, ..Self::default() };
        wanted.weigh(epsilon);
        wanted
    }

    /// A month on; or so many months after the last 1 October, as a sum of that.
    pub fn month(&mut self, since: Option<f32>) {
        match since {
            None => self.total += self.monthly,
            Some(months) => self.total = self.october + self.monthly * months,
        }
    }

    /// Makes ready how far its claims give way.
    #[inline(never)]
    pub fn weigh(&mut self, epsilon: &[Lanes; N_CLAIMS]) {
        let [short, over] = means(&self.claims, epsilon);
        (self.short, self.over) = (Lanes::ONE / short, Lanes::ONE / over);
    }

    /// ln λ from L in draw `i`.
    ///
    /// One draw at a time, to be asked in one loop over the draws with all that goes before and
    /// comes after: what is in between then stays in registers, four draws side by side.
    #[inline(always)]
    pub fn log_share(&self, response: &Response, i: usize, log_hours: f32) -> f32 {
        // One of the two parts is 0: adding both costs less than choosing.
        let (short, over) = if log_hours < 0.0 { (log_hours, 0.0) } else { (0.0, log_hours) };
        let short = short * response.short.mean.0[i] * self.short.0[i];
        let over = over * response.over.mean.0[i] * self.over.0[i];
        let held = if short < SHORT_AT[2] { SHORT_AT[2] } else { short };
        let x = short * response.short.slope(i, held);
        let held = if OVER_AT[2] < over { OVER_AT[2] } else { over };
        let x = x + over * response.over.slope(i, held);
        let x = if x < X_RANGE.0 { X_RANGE.0 } else { x };
        if X_RANGE.1 < x { X_RANGE.1 } else { x }
    }
}

/// Hours by claim of a year or month of `hours` available where `wanted` were, and `done` went to
/// meetings and outreach: the urgent claims share the rest as one shortage index has it.
#[inline(never)]
pub fn urgent(
    claims: &Wanted,
    epsilon: &[Lanes; N_CLAIMS],
    response: &Response,
    hours: &Lanes,
    wanted: &Lanes,
    done: &Lanes,
    out: &mut [Lanes; N_URGENT],
) {
    for i in 0..LANES {
        let claim = |k: usize| claims.claims[k].0[i];
        let urgent = claim(0) + claim(1) + claim(2) + claim(3);
        let all = urgent + claim(4) + claim(5);
        let most = if wanted.0[i] < 1e-9 { 1e-9 } else { wanted.0[i] };
        let scale = most / if all < 1e-9 { 1e-9 } else { all };
        let rest = hours.0[i] - done.0[i];
        let rest = if rest < 0.0 { 0.0 } else { rest };
        let is_short = rest < urgent * scale;
        let share = hours.0[i] / most;
        let share = if share < HOURS_MIN { HOURS_MIN } else { share };
        let x = claims.log_share(response, i, log_of(share));
        // In a surplus the firm claims are met and the others share the rest.
        let firm_x = if is_short { x } else { 0.0 };
        let part = |k: usize, x: f32| claim(k) * scale * exp_of(epsilon[k].0[i] * x);
        let firm = [part(0, firm_x), part(1, firm_x)];
        let loose = [part(2, x), part(3, x)];
        let (sum_firm, sum_loose) = (firm[0] + firm[1], loose[0] + loose[1]);
        let left = rest - if is_short { 0.0 } else { sum_firm };
        let over = sum_loose + if is_short { sum_firm } else { 0.0 };
        let times = left / if over < 1e-9 { 1e-9 } else { over };
        let times = if times < 0.0 { 0.0 } else { times };
        let firm_times = if is_short { times } else { 1.0 };
        out[0].0[i] = firm[0] * firm_times;
        out[1].0[i] = firm[1] * firm_times;
        out[2].0[i] = loose[0] * times;
        out[3].0[i] = loose[1] * times;
    }
}

/// eˣ as the 32nd power of a cubic: within 0.1 % from −5 to 5 and 1 exactly at 0, and without a
/// whole-number step.
#[inline(always)]
pub fn exp_of(x: f32) -> f32 {
    let w = if x < -40.0 { -40.0 } else { x } * (1.0 / 32.0);
    let p = (1.0 + w) + w * w * (0.5 + w * (1.0 / 6.0));
    let p2 = p * p;
    let p4 = p2 * p2;
    let p8 = p4 * p4;
    let p16 = p8 * p8;
    p16 * p16
}

/// ln of positive numbers, 0 exactly at 1: Padé's form of the logarithm between 1/√2 and √2, within
/// 4e-5 of it, and the powers of two beside it.
#[inline(always)]
pub fn log_of(x: f32) -> f32 {
    let shifted = x.to_bits().wrapping_sub(std::f32::consts::FRAC_1_SQRT_2.to_bits());
    let powers = (shifted as i32) >> 23;
    let part = f32::from_bits(x.to_bits().wrapping_sub((powers << 23) as u32));
    let t = part - 1.0;
    t * (6.0 + 3.0 * t) / (6.0 + t * (6.0 + t)) + powers as f32 * std::f32::consts::LN_2
}

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
//! With x = ln λ and L = ln(hours / wanted), the sum is a cumulant series in the ε under the shares
//! wanted: L = μx + v·x²/2 + t·x³/6 + … The cubic is solved by its quadratic part and one step of
//! Newton's rule; what the series leaves out (a percent at two thirds of the hours) is put right
//! in proportion, so that hours served are hours available. Hours are relative to the centre's own
//! hours of the reference years.

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
/// x stays within these: λ from a three-thousandth to seven.
const X_RANGE: (f32, f32) = (-8.0, 2.0);
/// Smallest share of the wanted hours told apart from none.
const HOURS_MIN: f32 = 1e-4;

/// What is wanted of the hours of one area's centres.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    pub claims: [Lanes; N_CLAIMS],
    pub total: Lanes,
    /// Mean, variance and third central moment of ε under what is wanted.
    short: [Lanes; 3],
    /// The same in a surplus, where the firm claims count as ε = 0.
    over: [Lanes; 3],
}

impl Wanted {
    #[inline(always)]
    pub fn new(claims: [Lanes; N_CLAIMS], epsilon: &[Lanes; N_CLAIMS]) -> Self {
        let none = [Lanes::ZERO; 3];
        let mut wanted = Self { claims, total: Lanes::ZERO, short: none, over: none };
        for i in 0..LANES {
            let (mut total, mut loose, mut firm) = (0.0, [0.0; 3], [0.0; 3]);
            for k in 0..N_CLAIMS {
                let (claim, e) = (claims[k].0[i], epsilon[k].0[i]);
                let sums = if k < N_FIRM { &mut firm } else { &mut loose };
                total += claim;
                sums[0] += claim * e;
                sums[1] += claim * e * e;
                sums[2] += claim * e * e * e;
            }
            let share = if total == 0.0 { 0.0 } else { 1.0 / total };
            let over = moments(loose[0] * share, loose[1] * share, loose[2] * share);
            let [a, b, c] = [loose[0] + firm[0], loose[1] + firm[1], loose[2] + firm[2]];
            let short = moments(a * share, b * share, c * share);
            for k in 0..3 {
                wanted.over[k].0[i] = over[k];
                wanted.short[k].0[i] = short[k];
            }
            wanted.total.0[i] = total;
        }
        wanted
    }
}

/// Central moments from plain ones.
#[inline(always)]
fn moments(m: f32, m2: f32, m3: f32) -> [f32; 3] {
    [m, m2 - m * m, m3 - m * (3.0 * m2 - 2.0 * m * m)]
}

/// Hours served by claim, and what is left of the meetings that were possible, in one draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Served {
    pub by_claim: [f32; N_CLAIMS],
    /// λ^ε of meetings: 1 in the reference years.
    pub meetings: f32,
    /// ln(hours / wanted).
    pub log_hours: f32,
}

/// Shares `hours` out over what is wanted in draw `i`.
///
/// One draw at a time, to be asked in one loop over the draws with all that goes before and comes
/// after: what is in between then stays in registers, four draws side by side.
#[inline(always)]
pub fn ration(wanted: &Wanted, i: usize, hours: f32, epsilon: &[Lanes; N_CLAIMS]) -> Served {
    let total = wanted.total.0[i];
    let share = hours / if total < 1e-9 { 1e-9 } else { total };
    let log_hours = log_of(if share < HOURS_MIN { HOURS_MIN } else { share });
    let is_short = log_hours < 0.0;
    let pick = |k: usize| if is_short { wanted.short[k].0[i] } else { wanted.over[k].0[i] };
    let x = log_share(log_hours, pick(0), pick(1), pick(2));
    let firm_x = if is_short { x } else { 0.0 };
    let power = |k: usize| exp_of(if k < N_FIRM { firm_x } else { x } * epsilon[k].0[i]);
    let meetings = power(Claim::Meetings as usize);
    let part = |k: usize| wanted.claims[k].0[i] * power(k);
    let firm = [part(0), part(1)];
    let met = wanted.claims[Claim::Meetings as usize].0[i] * meetings;
    let loose = [part(2), part(3), met, part(5)];
    let (sum_firm, sum_loose) = (firm[0] + firm[1], loose[0] + loose[1] + loose[2] + loose[3]);
    // In a surplus the firm claims are met and the others share the rest.
    let left = hours - if is_short { 0.0 } else { sum_firm };
    let over = sum_loose + if is_short { sum_firm } else { 0.0 };
    let scale = left / if over < 1e-9 { 1e-9 } else { over };
    let scale = if scale < 0.0 { 0.0 } else { scale };
    let firm_scale = if is_short { scale } else { 1.0 };
    Served {
        by_claim: [
            firm[0] * firm_scale,
            firm[1] * firm_scale,
            loose[0] * scale,
            loose[1] * scale,
            loose[2] * scale,
            loose[3] * scale,
        ],
        meetings: meetings * scale,
        log_hours,
    }
}

/// ln λ from L, μ, v and t.
#[inline(always)]
fn log_share(log_hours: f32, mean: f32, variance: f32, third: f32) -> f32 {
    let mean = if mean < 0.02 { 0.02 } else { mean };
    let under_root = mean * mean + 2.0 * variance * log_hours;
    let least = mean * mean * 0.02;
    let under_root = if under_root < least { least } else { under_root };
    let x = 2.0 * log_hours / (mean + under_root.sqrt());
    let value = x * (mean + x * (variance * 0.5 + x * third * (1.0 / 6.0))) - log_hours;
    let slope = mean + x * (variance + x * third * 0.5);
    let least = mean * 0.2;
    let x = x - value / if slope < least { least } else { slope };
    let x = if x < X_RANGE.0 { X_RANGE.0 } else { x };
    if X_RANGE.1 < x { X_RANGE.1 } else { x }
}

/// eˣ as the 32nd power of a cubic: within 0.1 % from −5 to 5 and 1 exactly at 0, and without a
/// whole-number step. It is asked seven times for every centre and month.
#[inline(always)]
pub fn exp_of(x: f32) -> f32 {
    let w = if x < -40.0 { -40.0 } else { x } * (1.0 / 32.0);
    let p = 1.0 + w * (1.0 + w * (0.5 + w * (1.0 / 6.0)));
    let p2 = p * p;
    let p4 = p2 * p2;
    let p8 = p4 * p4;
    let p16 = p8 * p8;
    p16 * p16
}

/// ln of positive numbers as four times that of the fourth root, by the series of artanh: within
/// 1e-5 from 0.2 to 5, and 0 exactly at 1.
#[inline(always)]
fn log_of(x: f32) -> f32 {
    let root = x.sqrt().sqrt();
    let s = (root - 1.0) / (root + 1.0);
    let z = s * s;
    8.0 * s * (1.0 + z * (1.0 / 3.0 + z * (1.0 / 5.0 + z * (1.0 / 7.0))))
}

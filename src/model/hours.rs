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

/// Mean, variance and third central moment of ε.
#[derive(Clone, Copy, Debug)]
struct Moments([Lanes; 3]);

impl Moments {
    #[inline(always)]
    fn of(
        claims: &[Lanes; N_CLAIMS],
        total: Lanes,
        epsilon: &[Lanes; N_CLAIMS],
        from: usize,
    ) -> Self {
        let (mut first, mut second, mut third) = (Lanes::ZERO, Lanes::ZERO, Lanes::ZERO);
        for k in from..N_CLAIMS {
            let part = claims[k] * epsilon[k];
            first += part;
            second += part * epsilon[k];
            third += part * epsilon[k] * epsilon[k];
        }
        let [m, m2, m3] = [first, second, third].map(|sum| sum.ratio(total));
        Self([m, m2 - m * m, m3 - m * (3.0 * m2 - 2.0 * m * m)])
    }
}

/// What is wanted of the hours of one area's centres.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    pub claims: [Lanes; N_CLAIMS],
    pub total: Lanes,
    short: Moments,
    over: Moments,
}

impl Wanted {
    pub fn new(claims: [Lanes; N_CLAIMS], epsilon: &[Lanes; N_CLAIMS]) -> Self {
        let total = sum(&claims);
        Self {
            claims,
            total,
            short: Moments::of(&claims, total, epsilon, 0),
            over: Moments::of(&claims, total, epsilon, N_FIRM),
        }
    }
}

/// Hours served by claim, and what is left of the meetings that were possible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Served {
    pub by_claim: [Lanes; N_CLAIMS],
    /// λ^ε of meetings: 1 in the reference years.
    pub meetings: Lanes,
    /// ln(hours / wanted).
    pub log_hours: Lanes,
}

/// Shares `hours` out over what is wanted.
///
/// One loop over the draws and not one operation after another on all of them: what is in between
/// then stays in registers, four draws at a time.
#[inline(always)]
pub fn ration(wanted: &Wanted, hours: Lanes, epsilon: &[Lanes; N_CLAIMS]) -> Served {
    let (wanted, epsilon) = (*wanted, *epsilon);
    let mut served = Served {
        by_claim: [Lanes::ZERO; N_CLAIMS],
        meetings: Lanes::ZERO,
        log_hours: hours.ratio(wanted.total).at_least(Lanes::all(HOURS_MIN)).ln(),
    };
    for i in 0..LANES {
        let log_hours = served.log_hours.0[i];
        let is_short = log_hours < 0.0;
        let pick = |k: usize| {
            if is_short { wanted.short.0[k].0[i] } else { wanted.over.0[k].0[i] }
        };
        let x = log_share(log_hours, pick(0), pick(1), pick(2));
        let firm_x = if is_short { x } else { 0.0 };
        let power = |k: usize| exp_of(if k < N_FIRM { firm_x } else { x } * epsilon[k].0[i]);
        let part = |k: usize| wanted.claims[k].0[i] * power(k);
        let firm = [part(0), part(1)];
        let loose = [part(2), part(3), part(4), part(5)];
        let (sum_firm, sum_loose) = (firm[0] + firm[1], loose[0] + loose[1] + loose[2] + loose[3]);
        // In a surplus the firm claims are met and the others share the rest.
        let left = hours.0[i] - if is_short { 0.0 } else { sum_firm };
        let over = sum_loose + if is_short { sum_firm } else { 0.0 };
        let scale = left / if over < 1e-9 { 1e-9 } else { over };
        let scale = if scale < 0.0 { 0.0 } else { scale };
        let firm_scale = if is_short { scale } else { 1.0 };
        served.by_claim[0].0[i] = firm[0] * firm_scale;
        served.by_claim[1].0[i] = firm[1] * firm_scale;
        for k in 0..4 {
            served.by_claim[2 + k].0[i] = loose[k] * scale;
        }
        served.meetings.0[i] = power(Claim::Meetings as usize) * scale;
    }
    served
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

#[inline(always)]
fn sum(parts: &[Lanes; N_CLAIMS]) -> Lanes {
    parts[0] + parts[1] + parts[2] + parts[3] + parts[4] + parts[5]
}

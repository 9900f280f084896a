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

use super::lanes::Lanes;

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
#[inline(always)]
pub fn ration(wanted: &Wanted, hours: Lanes, epsilon: &[Lanes; N_CLAIMS]) -> Served {
    let total = wanted.total;
    let known = hours.ratio(total).at_least(Lanes::all(HOURS_MIN));
    let log_hours = known.ln();
    let is_short = known.below(Lanes::ONE);
    let x = first_x(wanted, log_hours, is_short);
    let powers = powers(x, epsilon, is_short);
    let meetings = powers[Claim::Meetings as usize];
    let mut served = each(|k| wanted.claims[k] * powers[k]);
    let sum_served = sum(&served);
    let firm = served[0] + served[1];
    // In a surplus the firm claims are met and the others share the rest.
    let loose = is_short.choose(Lanes::ZERO, firm);
    let scale = (hours - loose).positive().ratio(sum_served - loose);
    for (k, hours) in served.iter_mut().enumerate() {
        let keeps = if k < N_FIRM { is_short.choose(scale, Lanes::ONE) } else { scale };
        *hours *= keeps;
    }
    Served { by_claim: served, meetings: meetings * scale, log_hours }
}

/// ln λ from the series.
#[inline(always)]
fn first_x(wanted: &Wanted, log_hours: Lanes, is_short: Lanes) -> Lanes {
    let [mean, variance, third] =
        [0, 1, 2].map(|k| is_short.choose(wanted.short.0[k], wanted.over.0[k]));
    let mean = mean.at_least(Lanes::all(0.02));
    let under_root = (mean * mean + 2.0 * variance * log_hours).at_least(mean * mean * 0.02);
    let x = 2.0 * log_hours / (mean + under_root.sqrt());
    let value = x * (mean + x * (variance * 0.5 + x * third * (1.0 / 6.0))) - log_hours;
    let slope = (mean + x * (variance + x * third * 0.5)).at_least(mean * 0.2);
    (x - value / slope).clamp_to(X_RANGE.0, X_RANGE.1)
}

#[inline(always)]
fn powers(x: Lanes, epsilon: &[Lanes; N_CLAIMS], is_short: Lanes) -> [Lanes; N_CLAIMS] {
    let firm = is_short.choose(x, Lanes::ZERO);
    each(|k| exp_of(if k < N_FIRM { firm } else { x } * epsilon[k]))
}

/// eˣ as the 32nd power of a cubic: within 0.1 % from −5 to 5 and 1 exactly at 0, and without a
/// whole-number step. It is asked seven times for every centre and month.
#[inline(always)]
pub fn exp_of(x: Lanes) -> Lanes {
    let w = x.at_least(Lanes::all(-40.0)) * (1.0 / 32.0);
    let p = 1.0 + w * (1.0 + w * (0.5 + w * (1.0 / 6.0)));
    let p2 = p * p;
    let p4 = p2 * p2;
    let p8 = p4 * p4;
    let p16 = p8 * p8;
    p16 * p16
}

#[inline(always)]
fn each(f: impl Fn(usize) -> Lanes) -> [Lanes; N_CLAIMS] {
    [f(0), f(1), f(2), f(3), f(4), f(5)]
}

#[inline(always)]
fn sum(parts: &[Lanes; N_CLAIMS]) -> Lanes {
    parts[0] + parts[1] + parts[2] + parts[3] + parts[4] + parts[5]
}

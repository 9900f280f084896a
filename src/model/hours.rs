//! The hours of a centre, and how a shortage of them is shared out.
//!
//! ```text
//! served_k = D_k · λ^ε_k      Σ D_k · λ^ε_k = hours available
//! ε: consultation 0.3, prevention plans 0.4, administration 0.6, care managers 0.9,
//!    meetings drawn (about 1.5), outreach 2.0
//! ```
//!
//! One shortage index λ for a centre and month. Urgent claims have a small ε and lose little;
//! meetings and outreach lose most. Not «meetings get what is left»: a small rest between two large
//! numbers explodes. Above λ = 1 consultation and plans stay as wanted, because more staff do not
//! create need. A ring-fence takes its hours before the rest is shared out.
//!
//! With y = λ^0.1 the exponents are whole numbers, so y is found without a logarithm, by two steps
//! of Halley's rule for ln Σ over ln y (which is nearly a straight line) from y = 1; what is then
//! still missing, under one percent, is put right in proportion, so that hours served are hours
//! available. Hours are relative to the centre's own hours of the reference years.

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

/// Hours served by claim, and what is left of the meetings that were possible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Served {
    pub by_claim: [Lanes; N_CLAIMS],
    /// λ^ε of meetings: 1 in the reference years.
    pub meetings: Lanes,
}

/// λ to the power of each ε but that of meetings, which stands here at 1.5 for finding λ.
struct Powers([Lanes; N_CLAIMS]);

impl Powers {
    #[inline(always)]
    fn of(y: Lanes) -> Self {
        let y2 = y * y;
        let y3 = y2 * y;
        let y4 = y2 * y2;
        let y6 = y3 * y3;
        let y9 = y6 * y3;
        let y15 = y9 * y6;
        let y20 = y15 * y4 * y;
        // More staff do not create need.
        Self([y3.at_most(Lanes::ONE), y4.at_most(Lanes::ONE), y6, y9, y15, y20])
    }
}

/// Ten times each ε.
const TENTHS: [f32; N_CLAIMS] = [3.0, 4.0, 6.0, 9.0, 15.0, 20.0];

/// Shares `hours` out over what is wanted.
#[inline(always)]
pub fn ration(wanted: &[Lanes; N_CLAIMS], hours: Lanes, meetings_epsilon: Lanes) -> Served {
    let total = sum(wanted);
    let is_short = hours.below(total);
    let first = step(wanted, hours, is_short);
    let powers = Powers::of(first);
    let guess = each(|k| wanted[k] * powers.0[k]);
    let y = (first * step(&guess, hours, is_short)).at_most(Lanes::all(2.0));
    let powers = Powers::of(y);
    let meetings = y.pow(meetings_epsilon * 10.0);
    let mut served = each(|k| wanted[k] * powers.0[k]);
    served[Claim::Meetings as usize] = wanted[Claim::Meetings as usize] * meetings;
    let left = sum(&served);
    let scale = is_short.choose(hours.ratio(left), Lanes::ONE);
    for hours in &mut served {
        *hours *= scale;
    }
    let over = is_short.choose(Lanes::ZERO, hours - left);
    let outreach = &mut served[Claim::Outreach as usize];
    *outreach = (*outreach + over).positive();
    Served { by_claim: served, meetings: meetings * scale }
}

#[inline(always)]
fn each(f: impl Fn(usize) -> Lanes) -> [Lanes; N_CLAIMS] {
    [f(0), f(1), f(2), f(3), f(4), f(5)]
}

#[inline(always)]
fn sum(parts: &[Lanes; N_CLAIMS]) -> Lanes {
    parts[0] + parts[1] + parts[2] + parts[3] + parts[4] + parts[5]
}

/// By what to multiply y: one step of Halley's rule in logarithms, from parts that add to F and
/// whose slope by ln y is G: (H/F)^(F/G) in Padé's form.
#[inline(always)]
fn step(parts: &[Lanes; N_CLAIMS], hours: Lanes, is_short: Lanes) -> Lanes {
    let f = sum(parts);
    let loose =
        parts[2] * TENTHS[2] + parts[3] * TENTHS[3] + parts[4] * TENTHS[4] + parts[5] * TENTHS[5];
    let g = loose + is_short.choose(parts[0] * TENTHS[0] + parts[1] * TENTHS[1], Lanes::ZERO);
    let g = g.at_least(f * 1.5);
    let both = g * (hours + f);
    let gap = f * (hours - f);
    (both + gap).ratio(both - gap)
}

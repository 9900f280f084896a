//! Care meetings by type, and the area issues they find and resolve.
//!
//! ```text
//! planned in a month: the yearly plan / 12, whole meetings by cumulative rounding
//! held    ~ Binomial(planned, min(wanted, capacity) / planned · shock)
//! capacity = κ · (centre's own) · (year's own) · λ^ε · ties / hours per meeting
//! found    = whole(cases · yield · ties + luck)     resolved = whole(area meetings · settled + luck)
//! ```
//!
//! Planned meetings are thinned, not arrivals counted: what is held is never above the plan. Of
//! meetings planned beyond today's only a share is held even while capacity allows. Individual
//! cases (個別ケア会議) are a centre's, area meetings (圏域会議) an area's, and consultation and care
//! management meetings (相談支援・ケアマネジメント会議) a ward's. Two centres' cases in one joint
//! meeting count as one meeting.

use super::lanes::{LANES, Lanes};
use super::shorts::Shorts;

/// Whole meetings that fall due in a month, and what is carried to the next.
#[inline(always)]
pub fn due(carried: &mut Lanes, monthly_plan: Lanes) -> Lanes {
    let sum = *carried + monthly_plan;
    let n = whole(sum);
    *carried = sum - n;
    n
}

/// Whole part of numbers from 0 to 2²². Adding 2²³ rounds to the nearest whole number without a
/// conversion, which would be done one draw at a time.
#[inline(always)]
pub fn whole(x: Lanes) -> Lanes {
    let nearest = (x + 8_388_608.0) - 8_388_608.0;
    nearest - x.below(nearest)
}

/// Share of the planned meetings that can be held: `scale` is the lever, 1 as today, `capacity` is
/// in units of today's plan, and `extra` the share of added meetings that come about.
#[inline(always)]
pub fn share_held(scale: f32, extra: Lanes, capacity: Lanes) -> Lanes {
    if scale <= 1.0 {
        return (capacity * (1.0 / scale.max(1e-6))).at_most(Lanes::ONE);
    }
    let wanted = Lanes::ONE + extra * (scale - 1.0);
    wanted.at_most(capacity) * (1.0 / scale)
}

/// Whether any draw has something else than 0. By bits, so that it is one comparison and not 16.
#[inline(always)]
pub fn any(x: Lanes) -> bool {
    x.0.iter().fold(0, |bits, x| bits | x.to_bits()) != 0
}

/// How many of a few planned ones are held: the inverse of the binomial distribution. The number
/// of rounds is that of the fullest draw; the others' results do not change in them.
#[inline(always)]
pub fn thinned(uniform: Lanes, planned: Lanes, share: Lanes) -> Lanes {
    let missed = Lanes::ONE - share.clamp_to(0.0, 0.999_999);
    if !any(Lanes::ONE.below(planned)) {
        return missed.below(uniform) * planned;
    }
    let rounds = planned.largest() as usize;
    let mut chance = Lanes::ONE;
    for k in 0..rounds {
        let counts = Lanes::all(k as f32).below(planned);
        chance *= counts.choose(missed, Lanes::ONE);
    }
    let odds = (Lanes::ONE - missed) / missed;
    let (mut below, mut held) = (chance, Lanes::ZERO);
    for k in 0..rounds {
        let k = k as f32;
        held += below.below(uniform) * Lanes::all(k).below(planned);
        chance = chance * odds * (planned - k) * (1.0 / (k + 1.0));
        below += chance;
    }
    held
}

/// Two uniform numbers from one: 16 bits each.
#[inline(always)]
pub fn two(bits: [u32; LANES]) -> [Lanes; 2] {
    let at = |shift: u32| {
        Lanes::from_fn(|i| (((bits[i] >> shift) & 0xffff) as i32 as f32 + 0.5) * (1.0 / 65_536.0))
    };
    [at(0), at(16)]
}

/// Open issues of one area, first in, first out, with what was found in each of the last months.
#[derive(Clone, Debug, PartialEq)]
pub struct Issues {
    pub open: Lanes,
    /// Found by month, newest first.
    found: [[u8; LANES]; MONTHS_KEPT],
    newest: usize,
}

/// Ages are told apart up to three years.
pub const MONTHS_KEPT: usize = 36;

impl Default for Issues {
    fn default() -> Self {
        Self { open: Lanes::ZERO, found: [[0; LANES]; MONTHS_KEPT], newest: 0 }
    }
}

impl Issues {
    /// Moves on a month: those resolved go first, then the newly found are added.
    #[inline(always)]
    pub fn month(&mut self, found: Lanes, resolved: Lanes) -> Lanes {
        let resolved = resolved.at_most(self.open);
        self.open = self.open - resolved + found;
        self.newest = if self.newest == 0 { MONTHS_KEPT - 1 } else { self.newest - 1 };
        // 255 new issues of one area in a month is beyond any meeting.
        let found = Shorts::nearest(found.at_most(Lanes::all(255.0)));
        for (kept, found) in self.found[self.newest].iter_mut().zip(found.0) {
            *kept = found as u8;
        }
        resolved
    }

    /// Open issues older than this many months: all, less those found since.
    pub fn older_than(&self, months: usize) -> Lanes {
        let recent = (0..months.min(MONTHS_KEPT)).fold([0u32; LANES], |mut sum, age| {
            let found = &self.found[(self.newest + age) % MONTHS_KEPT];
            for (sum, found) in sum.iter_mut().zip(found) {
                *sum += u32::from(*found);
            }
            sum
        });
        (self.open - Lanes::from_fn(|i| recent[i] as f32)).positive()
    }

    /// Age of the oldest open issue in months, 36 where it is older, 0 where none is open.
    pub fn oldest_months(&self) -> Lanes {
        let mut age = Lanes::ZERO;
        for months in 0..=MONTHS_KEPT {
            let is_there = Lanes::ZERO.below(self.older_than(months));
            age = is_there.choose(Lanes::all(months as f32), age);
        }
        age
    }
}

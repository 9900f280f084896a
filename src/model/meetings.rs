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

use super::lanes::{LANES, Lanes, whole};

/// Share of the planned meetings that can be held: `scale` is the lever, 1 as today, `capacity` is
/// in units of today's plan, and `extra` the share of added meetings that come about.
pub fn share_held(scale: f32, extra: Lanes, capacity: Lanes) -> Lanes {
    Lanes::from_fn(|i| share(scale, extra.0[i], capacity.0[i]))
}

#[inline(always)]
fn share(scale: f32, extra: f32, capacity: f32) -> f32 {
    let wanted = if scale <= 1.0 { scale } else { 1.0 + extra * (scale - 1.0) };
    let possible = if capacity < wanted { capacity } else { wanted };
    possible * (1.0 / if scale < 1e-6 { 1e-6 } else { scale })
}

/// The bit that whole numbers from 2 on have in `f32`, and 0 and 1 have not.
const TWO_OR_MORE: u32 = 1 << 30;

/// Meetings of one kind at one place in a month.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    /// Planned a month as today, times the year's plan and the lever.
    pub plan: &'a Lanes,
    pub year: &'a Lanes,
    pub scale: f32,
    /// The share of added meetings that come about.
    pub extra: &'a Lanes,
    /// Capacity over plan is the product of these three.
    pub capacity: [&'a Lanes; 3],
    pub shock: &'a Lanes,
}

/// Meetings planned for a month, and those of them held.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Met {
    pub planned: Lanes,
    pub held: Lanes,
}

impl Call<'_> {
    /// What falls due and is held, the rest of the plan being carried to the next month; says
    /// whether any draw has a meeting due. `luck` is asked only where one has.
    pub fn month(&self, carried: &mut Lanes, met: &mut Met, luck: impl FnOnce() -> Lanes) -> bool {
        let due = due(carried, self.plan, self.year, self.scale, &mut met.planned);
        if due == 0 {
            return false;
        }
        let luck = luck();
        let mut shares = Lanes::ZERO;
        hold(self, &luck, &met.planned, &mut shares, &mut met.held);
        if due & TWO_OR_MORE != 0 {
            met.held = thinned(luck, met.planned, shares);
        }
        true
    }
}

/// Whole meetings due; returns the bits of all of them together.
#[inline(never)]
fn due(carried: &mut Lanes, plan: &Lanes, year: &Lanes, scale: f32, planned: &mut Lanes) -> u32 {
    let mut bits = 0;
    for i in 0..LANES {
        let sum = carried.0[i] + plan.0[i] * year.0[i] * scale;
        let n = whole(sum);
        carried.0[i] = sum - n;
        planned.0[i] = n;
        bits |= n.to_bits();
    }
    bits
}

/// The share held of what is planned, and which of meetings planned one by one are.
#[inline(never)]
fn hold(call: &Call<'_>, luck: &Lanes, planned: &Lanes, shares: &mut Lanes, held: &mut Lanes) {
    let [a, b, c] = call.capacity;
    let (extra, shock, scale) = (call.extra, call.shock, call.scale);
    for i in 0..LANES {
        let capacity = a.0[i] * b.0[i] * c.0[i];
        let share = share(scale, extra.0[i], capacity) * shock.0[i];
        shares.0[i] = share;
        let share = if share < 0.999_999 { share } else { 0.999_999 };
        let planned = planned.0[i];
        held.0[i] = if 1.0 - share < luck.0[i] { planned } else { 0.0 };
    }
}

/// Whether any draw has something else than 0. By bits, so that it is one comparison and not 16.
#[inline(always)]
pub fn any(x: Lanes) -> bool {
    x.0.iter().fold(0, |bits, x| bits | x.to_bits()) != 0
}

/// How many of a few planned ones are held: the inverse of the binomial distribution. The number
/// of rounds is that of the fullest draw; the others' results do not change in them.
#[inline(never)]
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
        self.quiet_month();
        for (kept, found) in self.found[self.newest].iter_mut().zip(found.0) {
            // 255 new issues of one area in a month is beyond any meeting. Adding 2²³ leaves a whole
            // number in the low bits.
            let found = if found < 255.0 { found } else { 255.0 };
            *kept = (found + 8_388_608.0).to_bits() as u8;
        }
        resolved
    }

    /// Moves on a month in which nothing is found or resolved.
    #[inline(always)]
    pub fn quiet_month(&mut self) {
        self.newest = if self.newest == 0 { MONTHS_KEPT - 1 } else { self.newest - 1 };
        self.found[self.newest] = [0; LANES];
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
        let (mut age, mut recent) = (Lanes::ZERO, Lanes::ZERO);
        for months in 0..=MONTHS_KEPT {
            age = recent.below(self.open).choose(Lanes::all(months as f32), age);
            let found = &self.found[(self.newest + months) % MONTHS_KEPT];
            recent += Lanes::from_fn(|i| f32::from(found[i]));
        }
        age
    }
}

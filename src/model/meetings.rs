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
use super::shorts::Shorts;

/// Share of the planned meetings that can be held: `scale` is the lever, 1 as today, `capacity` is
/// in units of today's plan, and `extra` the share of added meetings that come about.
pub fn share_held(scale: f32, extra: Lanes, capacity: Lanes) -> Lanes {
    let scale = Scale::new(scale);
    Lanes::from_fn(|i| scale.share(extra.0[i], capacity.0[i]))
}

/// The lever, in parts that need no asking in the loop over the draws.
#[derive(Clone, Copy)]
struct Scale {
    /// As today at most, and what is on top.
    least: f32,
    added: f32,
    part: f32,
}

impl Scale {
    fn new(scale: f32) -> Self {
        let (least, added) = if scale <= 1.0 { (scale, 0.0) } else { (1.0, scale - 1.0) };
        Self { least, added, part: 1.0 / if scale < 1e-6 { 1e-6 } else { scale } }
    }

    #[inline(always)]
    fn share(self, extra: f32, capacity: f32) -> f32 {
        let wanted = self.least + extra * self.added;
        (if capacity < wanted { capacity } else { wanted }) * self.part
    }
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
    /// What falls due and is held, the rest of the plan being carried to the next month. `held` and
    /// `planned` are the year's so far.
    #[inline(never)]
    pub fn month(
        &self,
        luck: &Lanes,
        carried: &mut Lanes,
        met: &mut Met,
        held: &mut Lanes,
        planned: &mut Lanes,
    ) {
        let [a, b, c] = self.capacity;
        let (extra, shock, times) = (self.extra, self.shock, self.scale);
        let scale = Scale::new(times);
        let (mut bits, mut shares) = (0, Lanes::ZERO);
        for i in 0..LANES {
            let sum = carried.0[i] + self.plan.0[i] * self.year.0[i] * times;
            let due = whole(sum);
            carried.0[i] = sum - due;
            bits |= due.to_bits();
            let capacity = a.0[i] * b.0[i] * c.0[i];
            let share = scale.share(extra.0[i], capacity) * shock.0[i];
            shares.0[i] = share;
            // The share held of what is planned, and which of meetings planned one by one are.
            let share = if share < 0.999_999 { share } else { 0.999_999 };
            let now = if 1.0 - share < luck.0[i] { due } else { 0.0 };
            (met.planned.0[i], met.held.0[i]) = (due, now);
            planned.0[i] += due;
            held.0[i] += now;
        }
        if bits & TWO_OR_MORE != 0 {
            let thinned = thinned(*luck, met.planned, shares);
            *held += thinned - met.held;
            met.held = thinned;
        }
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
    /// Moves on a month: those resolved go first, then the newly found are added. `resolved` becomes
    /// what was there to be.
    #[inline(always)]
    pub fn month(&mut self, found: &Lanes, resolved: &mut Lanes) {
        self.newest = if self.newest == 0 { MONTHS_KEPT - 1 } else { self.newest - 1 };
        let kept = &mut self.found[self.newest];
        for i in 0..LANES {
            let (open, found) = (self.open.0[i], found.0[i]);
            let gone = if open < resolved.0[i] { open } else { resolved.0[i] };
            resolved.0[i] = gone;
            self.open.0[i] = open - gone + found;
            // 255 new issues of one area in a month is beyond any meeting. Adding 2²³ leaves a whole
            // number in the low bits.
            let found = if found < 255.0 { found } else { 255.0 };
            kept[i] = (found + 8_388_608.0).to_bits() as u8;
        }
    }

    /// Open issues older than this many months: all, less those found since.
    pub fn older_than(&self, months: usize) -> Lanes {
        let mut recent = Shorts::ZERO;
        for found in self.newest_first().take(months) {
            add(found, &mut recent);
        }
        (self.open - recent.lanes()).positive()
    }

    /// Age of the oldest open issue in months, 36 where it is older, 0 where none is open.
    pub fn oldest_months(&self) -> Lanes {
        let open = Shorts::nearest(self.open.at_most(Lanes::all(32_767.0)));
        let (mut age, mut recent) = (Shorts::ZERO, Shorts::ZERO);
        // What was found since then only grows: a month that leaves some open is one more of age.
        for found in self.newest_first() {
            add(found, &mut recent);
            if !grow_older(&recent, &open, &mut age) {
                break;
            }
        }
        age.lanes()
    }

    fn newest_first(&self) -> impl Iterator<Item = &[u8; LANES]> {
        let (after, before) = self.found.split_at(self.newest);
        before.iter().chain(after)
    }
}

#[inline(always)]
fn add(found: &[u8; LANES], sum: &mut Shorts) {
    for (sum, found) in sum.0.iter_mut().zip(found) {
        *sum += u16::from(*found);
    }
}

/// A month of age more where there are more open than found since; says whether there are any.
#[inline(always)]
fn grow_older(recent: &Shorts, open: &Shorts, age: &mut Shorts) -> bool {
    let mut any = 0;
    for i in 0..LANES {
        let is_older = u16::from((recent.0[i] as i16) < open.0[i] as i16);
        age.0[i] += is_older;
        any |= is_older;
    }
    any != 0
}

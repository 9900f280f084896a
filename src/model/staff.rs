//! Support-centre staff: each post a person with a profession and a tenure, or a vacancy.
//!
//! ```text
//! chance to leave in a month = h(tenure) · season · (load / own reference load)^β · (1 − cut)
//! chance to fill a vacancy   = season / (mean months to fill · profession · effort · shock)
//! output of a person         = p₀ + (1 − p₀) · tenure / ramp, at most 1, less a mentor's time
//!                              for each newcomer of the first six months
//! ```
//!
//! Posts are slots: slot `j` of a centre exists in a draw that has more than `j` posts there, and
//! its profession is `j` in turn from the centre's own first one, so that every number of posts is
//! spread over the three as evenly as it can be. A post that is cut while somebody holds it ends
//! when the person leaves. One number a slot and month decides: of somebody who is there, whether
//! they leave; of a vacancy, whether it is filled. So a post left in a month is empty at its end.
//!
//! Everything inside is a whole number of 16 bits, because that is sixteen draws in two vector
//! registers: tenure in eighths of a month, chances in 65,536ths (0.1 % of a hazard of 0.01), and
//! two slots share the 32 bits of one number of luck.

use super::lanes::{LANES, Lanes};
use super::luck::{Luck, Purpose, murmur3};
use super::ties;

/// Sixteen small whole numbers, one for each draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(align(32))]
pub struct Shorts(pub [u16; LANES]);

impl Shorts {
    pub const ZERO: Self = Self([0; LANES]);

    pub const fn all(value: u16) -> Self {
        Self([value; LANES])
    }

    /// The nearest whole number of numbers from 0 to 65,535. Adding 2²³ leaves it in the low bits.
    #[inline(always)]
    pub fn nearest(numbers: Lanes) -> Self {
        let mut out = [0; LANES];
        for (o, x) in out.iter_mut().zip(numbers.0) {
            *o = (x + 8_388_608.0).to_bits() as u16;
        }
        Self(out)
    }

    /// A share in 65,536ths; all of it is one part less.
    #[inline(always)]
    pub fn share(share: Lanes) -> Self {
        Self::nearest((share * 65_536.0).clamp_to(0.0, 65_535.0))
    }

    #[inline(always)]
    pub fn lanes(self) -> Lanes {
        Lanes::from_fn(|i| f32::from(self.0[i]))
    }

    pub fn largest(self) -> u16 {
        self.0.iter().fold(0, |a, &b| a.max(b))
    }
}

/// Nobody holds the post.
pub const VACANT: u16 = u16::MAX;
/// Longest tenure told apart, in eighths of a month: 680 years.
const TENURE_MAX: u16 = VACANT - 8;
/// Eighths of a month in a month.
pub const EIGHTHS: u16 = 8;
/// Newcomers take a colleague's time in their first six months.
pub const MENTORED: u16 = 6 * EIGHTHS;
pub const ONE_YEAR: u16 = 12 * EIGHTHS;
/// Supervision acts on leaving within three years.
const THREE_YEARS: u16 = 36 * EIGHTHS;
pub const FIVE_YEARS: u16 = 60 * EIGHTHS;

/// Public-health nurse or nurse, social worker, chief care manager.
pub const N_PROFESSIONS: usize = 3;

const STAFF: Purpose = Purpose::named("staff leave or fill");

/// The key of a pair of slots: stable, whatever stands beside it.
pub fn pair_key(centre_key: u32, pair: usize) -> u32 {
    murmur3(&[centre_key, pair as u32], 0)
}

/// The profession whose turn it is first at a centre, spread evenly over centres by their keys.
pub fn first_profession(centre_key: u32) -> usize {
    (murmur3(&[centre_key, u32::MAX], 0) % 3) as usize
}

/// What decides who leaves and who comes, in 65,536ths a month.
#[derive(Clone, Debug)]
pub struct Odds {
    /// By tenure: under one year, one to three, three to five, five and over.
    pub leave: [Shorts; 4],
    pub fill: [Shorts; N_PROFESSIONS],
    /// Share of a leaver's ties that colleagues keep.
    pub keep: Shorts,
    /// Share of the missing ties that a month builds.
    pub build: Shorts,
    /// Eighths of a month to full output.
    pub ramp: Shorts,
}

/// A centre's team at the end of a month, and what the month did to it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Team {
    pub filled: Lanes,
    pub left: Lanes,
    pub hired: Lanes,
    /// Months still to go to full output, over all who are on the way.
    pub ramp_left: Lanes,
    /// People within their first six months.
    pub mentored: Lanes,
    /// Sum of the ties, in 65,535ths.
    pub ties: Lanes,
}

/// The posts of one centre.
pub struct Posts<'a> {
    pub tenure: &'a mut [Shorts],
    pub ties: &'a mut [Shorts],
    pub n_posts: &'a Shorts,
    pub first_profession: usize,
    pub pair_keys: &'a [u32],
}

#[derive(Clone, Copy)]
struct Sums {
    filled: [u16; LANES],
    left: [u16; LANES],
    hired: [u16; LANES],
    ramp_left: [u16; LANES],
    mentored: [u16; LANES],
    ties: [u32; LANES],
}

/// One month of one centre: some leave, vacancies are filled, those who stay grow older in post.
pub fn month(posts: &mut Posts<'_>, odds: &Odds, luck: &Luck, month: u32) -> Team {
    let zero = [0; LANES];
    let mut sums = Sums {
        filled: zero,
        left: zero,
        hired: zero,
        ramp_left: zero,
        mentored: zero,
        ties: [0; LANES],
    };
    let pairs = posts.tenure.chunks_exact_mut(2).zip(posts.ties.chunks_exact_mut(2));
    let mut turn = posts.first_profession;
    for (j, ((tenure, ties), &key)) in pairs.zip(posts.pair_keys).enumerate() {
        let bits = luck.bits(key, STAFF, month);
        let mut halves = [[0; LANES]; 2];
        for (i, bits) in bits.iter().enumerate() {
            halves[0][i] = *bits as u16;
            halves[1][i] = (*bits >> 16) as u16;
        }
        for side in 0..2 {
            let slot = (2 * j + side) as u16;
            let fill = &odds.fill[turn];
            turn = if turn == N_PROFESSIONS - 1 { 0 } else { turn + 1 };
            let (tenure, ties) = (&mut tenure[side], &mut ties[side]);
            one_slot(slot, posts.n_posts, tenure, ties, &halves[side], fill, odds, &mut sums);
        }
    }
    Team {
        filled: Shorts(sums.filled).lanes(),
        left: Shorts(sums.left).lanes(),
        hired: Shorts(sums.hired).lanes(),
        ramp_left: Shorts(sums.ramp_left).lanes() * (1.0 / f32::from(EIGHTHS)),
        mentored: Shorts(sums.mentored).lanes(),
        ties: Lanes::from_fn(|i| sums.ties[i] as i32 as f32),
    }
}

#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "the inner loop: what it reads, one by one")]
fn one_slot(
    slot: u16,
    n_posts: &Shorts,
    tenure: &mut Shorts,
    ties: &mut Shorts,
    luck: &[u16; LANES],
    fill: &Shorts,
    odds: &Odds,
    sums: &mut Sums,
) {
    for i in 0..LANES {
        let before = tenure.0[i];
        let exists = slot < n_posts.0[i];
        let was_vacant = before == VACANT;
        let early = if before < ONE_YEAR { odds.leave[0].0[i] } else { odds.leave[1].0[i] };
        let late = if before < FIVE_YEARS { odds.leave[2].0[i] } else { odds.leave[3].0[i] };
        let leave = if before < THREE_YEARS { early } else { late };
        let fill = if exists { fill.0[i] } else { 0 };
        let chance = if was_vacant { fill } else { leave };
        let happens = luck[i] < chance;
        let older = if before < TENURE_MAX { before + EIGHTHS } else { TENURE_MAX };
        let stays = if was_vacant { VACANT } else { older };
        let changed = if was_vacant { 0 } else { VACANT };
        let after = if happens { changed } else { stays };
        let is_vacant = after == VACANT;
        let held = ties::next(ties.0[i], odds.build.0[i], is_vacant);
        let kept = if exists { ties::part(ties.0[i], odds.keep.0[i]) } else { 0 };
        ties.0[i] = if happens && !was_vacant { kept } else { held };
        tenure.0[i] = after;
        sums.filled[i] += u16::from(!is_vacant);
        sums.left[i] += u16::from(happens && !was_vacant);
        sums.hired[i] += u16::from(happens && was_vacant);
        let to_go = odds.ramp.0[i].saturating_sub(after);
        sums.ramp_left[i] = sums.ramp_left[i].saturating_add(to_go);
        sums.mentored[i] += u16::from(after < MENTORED);
        sums.ties[i] += u32::from(ties.0[i]);
    }
}

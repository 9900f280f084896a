//! Support-centre staff: each post a person with a profession and a tenure, or a vacancy.
//!
//! ```text
//! chance to leave in a month = h(tenure) · season · (load / own reference load)^β · (1 − cut)
//! chance to fill a vacancy   = season / (mean months to fill · profession · effort · shock)
//! output of a person         = p₀ + (1 − p₀) · tenure / ramp, at most 1, less a mentor's time
//!                              for each newcomer
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

use super::lanes::Lanes;
use super::luck::{Luck, Purpose, murmur3};
use super::shorts::Shorts;
use super::ties;

/// Nobody holds the post.
pub const VACANT: u16 = u16::MAX;
/// Longest tenure told apart, in eighths of a month: 680 years.
const TENURE_MAX: u16 = VACANT - 8;
/// Eighths of a month in a month.
pub const EIGHTHS: u16 = 8;
pub const ONE_YEAR: u16 = 12 * EIGHTHS;
/// Supervision acts on leaving within three years.
const THREE_YEARS: u16 = 36 * EIGHTHS;
pub const FIVE_YEARS: u16 = 60 * EIGHTHS;

/// Ties are added up in parts of this size, so that those of 60 people are a number of 16 bits.
const TIE_PART: f32 = 64.0;

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

/// What decides who comes and what becomes of ties and output, in 65,536ths a month.
#[derive(Clone, Debug, PartialEq)]
pub struct Odds {
    pub fill: [Shorts; N_PROFESSIONS],
    /// Share of a leaver's ties that colleagues keep.
    pub keep: Shorts,
    /// Share of the missing ties that a month builds.
    pub build: Shorts,
    /// Eighths of a month to full output.
    pub ramp: Shorts,
    /// Eighths of a month in which a newcomer takes a colleague's time.
    pub mentored: Shorts,
}

/// A centre's team at the end of a month, and what the month did to it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Team {
    pub filled: Lanes,
    pub left: Lanes,
    pub hired: Lanes,
    /// Months still to go to full output, over all who are on the way.
    pub ramp_left: Lanes,
    /// People within the months in which they are taught.
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
    /// Chance to leave by tenure: under one year, one to three, three to five, five and over.
    pub leave: [Shorts; 4],
}

/// One month of one centre: some leave, vacancies are filled, those who stay grow older in post.
pub fn month(posts: &mut Posts<'_>, odds: &Odds, luck: &Luck, month: u32) -> Team {
    let mut sums = Sums::default();
    let n_posts = *posts.n_posts;
    let pairs = posts.tenure.chunks_exact_mut(2).zip(posts.ties.chunks_exact_mut(2));
    let mut turn = posts.first_profession;
    for (j, ((tenure, ties), &key)) in pairs.zip(posts.pair_keys).enumerate() {
        let bits = luck.bits(key, STAFF, month);
        let halves =
            [Shorts::from_fn(|i| bits[i] as u16), Shorts::from_fn(|i| (bits[i] >> 16) as u16)];
        for side in 0..2 {
            let exists = Shorts::all((2 * j + side) as u16).below(n_posts);
            let fill = odds.fill[turn].and(exists);
            turn = if turn == N_PROFESSIONS - 1 { 0 } else { turn + 1 };
            let post = Post { tenure: tenure[side], ties: ties[side] };
            let post = post.month(halves[side], fill, exists, &posts.leave, odds, &mut sums);
            tenure[side] = post.tenure;
            ties[side] = post.ties;
        }
    }
    Team {
        filled: sums.filled.lanes(),
        left: sums.left.lanes(),
        hired: sums.hired.lanes(),
        ramp_left: sums.ramp_left.lanes() * (1.0 / f32::from(EIGHTHS)),
        mentored: sums.mentored.lanes(),
        ties: sums.ties.lanes() * TIE_PART,
    }
}

#[derive(Clone, Copy)]
struct Post {
    tenure: Shorts,
    ties: Shorts,
}

#[derive(Clone, Copy, Default)]
struct Sums {
    filled: Shorts,
    left: Shorts,
    hired: Shorts,
    ramp_left: Shorts,
    mentored: Shorts,
    ties: Shorts,
}

impl Post {
    /// By masks and without a branch: 16 draws go the same way through it.
    #[inline(always)]
    fn month(
        self,
        luck: Shorts,
        fill: Shorts,
        exists: Shorts,
        leave: &[Shorts; 4],
        odds: &Odds,
        sums: &mut Sums,
    ) -> Self {
        let was_vacant = self.tenure.equals(Shorts::all(VACANT));
        let &[first, to_three, to_five, late] = leave;
        let leave = self.tenure.below(Shorts::all(FIVE_YEARS)).choose(to_five, late);
        let leave = self.tenure.below(Shorts::all(THREE_YEARS)).choose(to_three, leave);
        let leave = self.tenure.below(Shorts::all(ONE_YEAR)).choose(first, leave);
        let happens = luck.below(was_vacant.choose(fill, leave));
        let hired = happens.and(was_vacant);
        let left = happens.and(was_vacant.not());
        // Somebody hired has served no month yet; a vacancy's mark is the largest number.
        let older = Shorts::from_fn(|i| self.tenure.0[i].saturating_add(EIGHTHS));
        let stays = older.at_most(Shorts::all(TENURE_MAX)).or(was_vacant);
        let tenure = hired.not().and(stays.or(left));
        let is_vacant = tenure.equals(Shorts::all(VACANT));
        let held = ties::next(self.ties, odds.build, is_vacant);
        let kept = ties::part(self.ties, odds.keep).and(exists);
        let ties = left.choose(kept, held);
        sums.filled.count(is_vacant.not());
        sums.left.count(left);
        sums.hired.count(hired);
        sums.mentored.count(tenure.below(odds.mentored));
        sums.ramp_left = Shorts::from_fn(|i| {
            let to_go = odds.ramp.0[i].saturating_sub(tenure.0[i]);
            sums.ramp_left.0[i].saturating_add(to_go)
        });
        sums.ties = Shorts::from_fn(|i| sums.ties.0[i].saturating_add(ties.0[i] / TIE_PART as u16));
        Self { tenure, ties }
    }
}

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
//! A slot keeps since when it is held or empty, and the ties it had then; what follows from that is
//! worked out when somebody comes or leaves. So a quiet month writes nothing, and asks each slot
//! one question of 16 bits, eight draws in one vector register.

use super::lanes::{LANES, Lanes};
use super::luck::{Purpose, Sixteens};
use super::shorts::Shorts;
use super::ties;

/// Eighths of a month in a month.
pub const EIGHTHS: u16 = 8;
pub const ONE_YEAR: u16 = 12 * EIGHTHS;
/// Supervision acts on leaving within three years.
const THREE_YEARS: u16 = 36 * EIGHTHS;
pub const FIVE_YEARS: u16 = 60 * EIGHTHS;
/// Longest tenure told apart, in eighths of a month: 128 years.
pub const TENURE_MAX: u16 = 128 * ONE_YEAR;

/// An empty post counts from so far in the future: its tenure is negative for 170 years.
const EMPTY: u16 = 1 << 14;

/// Public-health nurse or nurse, social worker, chief care manager.
pub const N_PROFESSIONS: usize = 3;

pub const STAFF: Purpose = Purpose::named("staff leave or fill");

/// The profession whose turn it is first at a centre, spread evenly over centres by their keys.
pub fn first_profession(centre_key: u32) -> usize {
    (super::luck::murmur3(&[centre_key, u32::MAX], 0) % 3) as usize
}

/// The end of a month in eighths of a month since April 2000.
pub fn end_of(month: u32) -> u16 {
    (month as u16 + 1).wrapping_mul(EIGHTHS)
}

/// Since when a post is empty that was left in the month that ends `now`.
pub fn empty_since(now: u16) -> u16 {
    now.wrapping_add(EMPTY)
}

/// Eighths of a month in post, where somebody is there.
pub fn tenure(since: u16, now: u16) -> Option<u16> {
    let tenure = now.wrapping_sub(since);
    (tenure as i16 >= 0).then_some(tenure)
}

/// What decides who comes and what becomes of ties and output, in 65,536ths a month.
#[derive(Clone, Debug, PartialEq)]
pub struct Odds {
    pub fill: [Shorts; N_PROFESSIONS],
    /// Share of a leaver's ties that colleagues keep.
    pub keep: Shorts,
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
    /// Eighths of a month still to go to full output, over all who are on the way.
    pub ramp_left: Shorts,
    /// People within the months in which they are taught.
    pub mentored: Shorts,
    /// Sum of the ties, in 65,535ths.
    pub ties: Lanes,
}

/// The posts of one centre: since when each is held or empty, and its ties then.
pub struct Posts<'a> {
    pub since: &'a mut [Shorts],
    pub ties: &'a mut [Shorts],
    pub n_posts: &'a Shorts,
    pub first_profession: usize,
    /// Chance to leave by tenure: under one year, one to three, three to five, five and over.
    pub leave: [Shorts; 4],
    /// How missing ties and those of empty posts thin out.
    pub fading: &'a ties::Fading,
}

/// Slots that share one word of sixteen bits.
const GROUP: usize = 16;

/// One month of one centre: some leave, vacancies are filled, those who stay grow older in post.
pub fn month(posts: &mut Posts<'_>, odds: &Odds, luck: &Sixteens, now: u16, team: &mut Team) {
    team.left = Lanes::ZERO;
    team.hired = Lanes::ZERO;
    team.ramp_left = Shorts::ZERO;
    team.mentored = Shorts::ZERO;
    posts.fading.month(&mut team.ties, &team.filled);
    let n_slots = posts.since.len();
    for first in (0..n_slots).step_by(GROUP) {
        let mut happens = Shorts::ZERO;
        // Between one and five years only supervision tells apart who leaves.
        let ask = if posts.leave[1] == posts.leave[2] { ask::<false> } else { ask::<true> };
        ask(
            (first, posts.first_profession),
            now,
            &posts.since[first..n_slots.min(first + GROUP)],
            &posts.n_posts.0,
            luck,
            odds,
            &posts.leave,
            &mut team.ramp_left.0,
            &mut team.mentored.0,
            &mut happens.0,
        );
        // Four draws in a word, most of whose bits are 0.
        for (k, four) in happens.0.as_chunks::<4>().0.iter().enumerate() {
            let [a, b, c, d] = four.map(u64::from);
            let mut events = a | (b << 16) | (c << 32) | (d << 48);
            while events != 0 {
                let at = events.trailing_zeros() as usize;
                turn_over(posts, odds, now, team, first + at % GROUP, 4 * k + at / GROUP);
                events &= events - 1;
            }
        }
    }
}

/// Sets a slot's bit in the draws where somebody leaves or comes, and counts who is on the way to
/// full output: for each slot one loop over the draws, because the compiler then keeps eight of
/// them side by side in registers.
#[inline(never)]
#[expect(clippy::too_many_arguments, reason = "plain references, so that nothing can overlap")]
fn ask<const THREE: bool>(
    (first, first_profession): (usize, usize),
    now: u16,
    since: &[Shorts],
    n_posts: &[u16; LANES],
    luck: &Sixteens,
    odds: &Odds,
    leave: &[Shorts; 4],
    ramp_left: &mut [u16; LANES],
    mentored: &mut [u16; LANES],
    happens: &mut [u16; LANES],
) {
    // Tenure is that of the month's end, and the chance to leave that of its beginning.
    let older = |tenure: u16| (tenure + EIGHTHS) as i16;
    // What each class of tenure adds to the chance of the one before: a mask and a sum cost less
    // than a choice.
    let more = |k: usize| Shorts::from_fn(|i| leave[k + 1].0[i].wrapping_sub(leave[k].0[i]));
    let (more_mid, more_to_five, more_late) = (more(0), more(1), more(2));
    let mut turn = (first_profession + first) % N_PROFESSIONS;
    for (k, since) in since.iter().enumerate() {
        let slot = (first + k) as u16;
        let (bit, way) = (1u16 << k, Sixteens::way(slot));
        let fill = &odds.fill[turn];
        turn = if turn == N_PROFESSIONS - 1 { 0 } else { turn + 1 };
        for i in 0..LANES {
            let tenure = now.wrapping_sub(since.0[i]) as i16;
            // All are read before any is chosen: otherwise the compiler chooses where to read.
            let (mid, to_five, late) = (more_mid.0[i], more_to_five.0[i], more_late.0[i]);
            let mid = if older(ONE_YEAR) <= tenure { mid } else { 0 };
            let to_five = if THREE && older(THREE_YEARS) <= tenure { to_five } else { 0 };
            let late = if older(FIVE_YEARS) <= tenure { late } else { 0 };
            let leaves = leave[0].0[i].wrapping_add(mid).wrapping_add(to_five).wrapping_add(late);
            let fills = fill.0[i];
            let fills = if (slot as i16) < n_posts[i] as i16 { fills } else { 0 };
            let chance = if tenure < 0 { fills } else { leaves };
            happens[i] |= if luck.at(way, i) < chance { bit } else { 0 };
            // Of an empty post tenure is the largest of numbers without a sign.
            let to_go = odds.ramp.0[i].saturating_sub(tenure as u16);
            ramp_left[i] = ramp_left[i].saturating_add(to_go);
            mentored[i] += odds.mentored.0[i].saturating_sub(tenure as u16).min(1);
        }
    }
}

/// Somebody leaves, or an empty post is filled.
fn turn_over(
    posts: &mut Posts<'_>,
    odds: &Odds,
    now: u16,
    team: &mut Team,
    slot: usize,
    lane: usize,
) {
    let lane = lane % LANES;
    let (since, tie) = (&mut posts.since[slot].0[lane], &mut posts.ties[slot].0[lane]);
    let ramp = odds.ramp.0[lane];
    let is_taught = u16::from(0 < odds.mentored.0[lane]);
    match tenure(*since, now) {
        Some(tenure) => {
            let had = posts.fading.held(*tie, tenure / EIGHTHS, lane);
            let exists = slot < usize::from(posts.n_posts.0[lane]);
            *tie = if exists { ties::part(had, odds.keep.0[lane]) } else { 0 };
            *since = empty_since(now);
            // The sum is rounded otherwise than its parts.
            team.ties.0[lane] = (team.ties.0[lane] - f32::from(had - *tie)).max(0.0);
            team.filled.0[lane] -= 1.0;
            team.left.0[lane] += 1.0;
            team.ramp_left.0[lane] -= ramp.saturating_sub(tenure).min(team.ramp_left.0[lane]);
            team.mentored.0[lane] -= u16::from(tenure < odds.mentored.0[lane]);
        }
        None => {
            let months = (now.wrapping_sub(*since).wrapping_add(EMPTY)) / EIGHTHS;
            *tie = posts.fading.left(*tie, months, lane);
            *since = now;
            team.filled.0[lane] += 1.0;
            team.hired.0[lane] += 1.0;
            team.ramp_left.0[lane] = team.ramp_left.0[lane].saturating_add(ramp);
            team.mentored.0[lane] += is_taught;
        }
    }
}

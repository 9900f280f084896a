//! Event luck: a number found by key, never drawn from a stream.
//!
//! The number is MurmurHash3_x86_32 of two words, (draw, event), under the scenario's seed, where
//! the event word is MurmurHash3_x86_32 of (place, purpose, month). Place and purpose enter by
//! stable key: adding an area or an assumption shifts nobody's luck, and draw 731 is draw 731 in
//! any order, block or worker. Adds, rotates, xors and multiplies of 32 bits: the same everywhere.
//! Events of one place and year that are asked one by one (each post, each kind of event of an
//! area) share one such number, [`YearLuck`]: its two halves are mixed anew for each month, and the
//! month's two for each event, [`Sixteens`], in 16 bits because that is eight draws in one vector
//! register. A month's pair is the year's in another order of all 2³², so nothing is lost.
//!
//! The generator stands in the model and not in `engine/draw.rs` because it runs in its month
//! loop; which draws and which seed is the engine's to say.

use super::lanes::{LANES, Lanes};
use super::shorts::Shorts;

const C1: u32 = 0xcc9e_2d51;
const C2: u32 = 0x1b87_3593;

const fn absorb(hash: u32, word: u32) -> u32 {
    let word = word.wrapping_mul(C1).rotate_left(15).wrapping_mul(C2);
    (hash ^ word).rotate_left(13).wrapping_mul(5).wrapping_add(0xe654_6b64)
}

const fn finish(hash: u32, n_bytes: u32) -> u32 {
    let mut h = hash ^ n_bytes;
    h ^= h >> 16;
    h = h.wrapping_mul(0x85eb_ca6b);
    h ^= h >> 13;
    h = h.wrapping_mul(0xc2b2_ae35);
    h ^ (h >> 16)
}

/// MurmurHash3_x86_32 of whole 32-bit words.
pub const fn murmur3(words: &[u32], seed: u32) -> u32 {
    let mut hash = seed;
    let mut i = 0;
    while i < words.len() {
        hash = absorb(hash, words[i]);
        i += 1;
    }
    finish(hash, 4 * words.len() as u32)
}

/// MurmurHash3_x86_32 of a text: how stable codes of places and purposes become keys.
pub const fn key_of(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let mut hash = 0;
    let mut i = 0;
    while i + 4 <= bytes.len() {
        let word = u32::from_le_bytes([bytes[i], bytes[i + 1], bytes[i + 2], bytes[i + 3]]);
        hash = absorb(hash, word);
        i += 4;
    }
    let mut tail = 0u32;
    let mut j = bytes.len();
    while j > i {
        j -= 1;
        tail = (tail << 8) | bytes[j] as u32;
    }
    if i < bytes.len() {
        hash ^= tail.wrapping_mul(C1).rotate_left(15).wrapping_mul(C2);
    }
    finish(hash, bytes.len() as u32)
}

/// What an event is about. The key is the hash of the name: never rename one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purpose(pub u32);

impl Purpose {
    pub const fn named(name: &str) -> Self {
        Self(key_of(name))
    }
}

/// The last word of the hash for all draws: one loop, so that it runs in vector registers. Hashes
/// and word come turned by 13 bits already, because that costs a vector register most.
#[inline(never)]
fn spread(turned: &[u32; LANES], word: u32, out: &mut [u32; LANES]) {
    for (out, hash) in out.iter_mut().zip(turned) {
        *out = last(*hash, word);
    }
}

#[inline(always)]
fn last(turned: u32, word: u32) -> u32 {
    let h = turned ^ word;
    finish(h.wrapping_add(h << 2).wrapping_add(0xe654_6b64), 8)
}

/// The same, in halves.
#[inline(never)]
fn spread_halves(
    turned: &[u32; LANES],
    word: u32,
    low: &mut [u16; LANES],
    high: &mut [u16; LANES],
) {
    for i in 0..LANES {
        let bits = last(turned[i], word);
        low[i] = bits as u16;
        high[i] = (bits >> 16) as u16;
    }
}

/// The luck of sixteen neighbouring draws.
#[derive(Clone, Debug)]
pub struct Luck {
    /// Of each draw the hash so far, turned by 13 bits.
    turned: [u32; LANES],
}

impl Luck {
    /// Luck of the draws `first_draw ..  first_draw + 16` under `seed`.
    pub fn new(seed: u32, first_draw: u32) -> Self {
        let mut turned = [0; LANES];
        for (i, hash) in turned.iter_mut().enumerate() {
            *hash = absorb(seed, first_draw + i as u32).rotate_left(13);
        }
        Self { turned }
    }

    fn word(place: u32, purpose: Purpose, month: u32) -> u32 {
        let event = murmur3(&[place, purpose.0, month], 0);
        event.wrapping_mul(C1).rotate_left(15).wrapping_mul(C2).rotate_left(13)
    }

    /// 32 random bits for each draw.
    #[inline(always)]
    pub fn bits(&self, place: u32, purpose: Purpose, month: u32) -> [u32; LANES] {
        let mut out = [0; LANES];
        spread(&self.turned, Self::word(place, purpose, month), &mut out);
        out
    }

    /// A number in (0, 1) for each draw: the middle of one of 2²³ equal steps, so that neither 0
    /// nor 1 can come out after rounding to `f32`.
    #[inline(never)]
    pub fn uniform(&self, place: u32, purpose: Purpose, month: u32) -> Lanes {
        let bits = self.bits(place, purpose, month);
        Lanes::from_fn(|i| ((bits[i] >> 9) as i32 as f32 + 0.5) * (1.0 / 8_388_608.0))
    }

    /// Numbers of 16 bits for the events of one place and time, as many as are asked for.
    pub fn sixteens(&self, place: u32, purpose: Purpose, time: u32) -> Sixteens {
        let mut halves = Sixteens { low: Shorts::ZERO, high: Shorts::ZERO };
        let word = Self::word(place, purpose, time);
        spread_halves(&self.turned, word, &mut halves.low.0, &mut halves.high.0);
        halves
    }

    /// The luck of some places in the fiscal year that a month lies in.
    pub fn year(&self, places: &[u32], purpose: Purpose, month: u32) -> YearLuck {
        let year = month / 12;
        let places = places.iter().map(|&place| self.sixteens(place, purpose, year));
        YearLuck { year: Some(year), places: places.collect() }
    }
}

/// The luck of places in one fiscal year: one hash for each, from which its months follow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct YearLuck {
    /// Counted as months are; none, where no year was begun.
    year: Option<u32>,
    places: Vec<Sixteens>,
}

impl YearLuck {
    pub fn is_of(&self, month: u32) -> bool {
        self.year == Some(month / 12)
    }

    /// The numbers of a place in a month of the year.
    #[inline]
    pub fn month(&self, place: usize, month: u32) -> Sixteens {
        let year = &self.places[place];
        let mut now = Sixteens { low: Shorts::ZERO, high: Shorts::ZERO };
        let [even, odd] = YearLuck::ways(month);
        mix_both(&year.low.0, &year.high.0, even, odd, &mut now.low.0, &mut now.high.0);
        now
    }

    /// The n-th of them in one draw.
    pub fn number(&self, place: usize, month: u32, n: u16, lane: usize) -> f32 {
        let year = &self.places[place];
        let (low, high) = (year.low.0[lane], year.high.0[lane]);
        let [even, odd] = Self::ways(month);
        in_the_middle(mixed(mixed(low, high, even), mixed(high, low, odd), Sixteens::way(n)))
    }

    /// An even and an odd factor: with them the pair of halves has a way back.
    const fn ways(month: u32) -> [u16; 2] {
        let odd = Sixteens::way((month % 12) as u16);
        [odd ^ 1, odd]
    }
}

/// Many numbers of 16 bits from one of 32, for sixteen draws: each way of putting its halves
/// together gives another one. Two of them are as good as unrelated (`tests/it/luck.rs`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sixteens {
    low: Shorts,
    high: Shorts,
}

impl Sixteens {
    /// The factor of the n-th number: odd, and no two alike.
    #[inline(always)]
    pub const fn way(n: u16) -> u16 {
        n.wrapping_mul(0x9e36).wrapping_add(0x79b9)
    }

    /// The number in one draw.
    #[inline(always)]
    pub fn at(&self, way: u16, lane: usize) -> u16 {
        mixed(self.low.0[lane], self.high.0[lane], way)
    }

    /// The number in (0, 1) for each draw: the middle of one of 2¹⁶ equal steps.
    pub fn uniform(&self, n: u16) -> Lanes {
        let mut drawn = [0; LANES];
        mix(&self.low.0, &self.high.0, Self::way(n), &mut drawn);
        middles(&drawn)
    }

    /// Two numbers that need no mixing: the halves themselves.
    pub fn halves(&self) -> [Lanes; 2] {
        [middles(&self.low.0), middles(&self.high.0)]
    }
}

#[inline(always)]
fn middles(drawn: &[u16; LANES]) -> Lanes {
    Lanes::from_fn(|i| in_the_middle(drawn[i]))
}

/// A function of its own, so that nothing wider comes into the loop: eight draws in a register.
#[inline(never)]
fn mix(low: &[u16; LANES], high: &[u16; LANES], way: u16, out: &mut [u16; LANES]) {
    for i in 0..LANES {
        out[i] = mixed(low[i], high[i], way);
    }
}

/// Two numbers at once, the second from the halves the other way round.
#[inline(never)]
fn mix_both(
    low: &[u16; LANES],
    high: &[u16; LANES],
    way: u16,
    way_back: u16,
    out_low: &mut [u16; LANES],
    out_high: &mut [u16; LANES],
) {
    for i in 0..LANES {
        let (low, high) = (low[i], high[i]);
        out_low[i] = mixed(low, high, way);
        out_high[i] = mixed(high, low, way_back);
    }
}

#[inline(always)]
fn mixed(low: u16, high: u16, way: u16) -> u16 {
    let x = low.wrapping_add(high.wrapping_mul(way));
    let x = (x ^ (x >> 7)).wrapping_mul(0x2c1b);
    let x = (x ^ (x >> 8)).wrapping_mul(0x84d5);
    x ^ (x >> 9)
}

/// The middle of one of 2¹⁶ equal steps from 0 to 1.
#[inline(always)]
fn in_the_middle(drawn: u16) -> f32 {
    (f32::from(drawn) + 0.5) * (1.0 / 65_536.0)
}

//! A number that tells one set of data, or one result, from another.

/// FNV-1a, 64 bits: a checksum and not a seal. The same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    pub fn of(text: &str) -> u64 {
        let mut hash = Self::default();
        hash.eat(text.as_bytes());
        hash.sum()
    }

    pub fn eat(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// A text as read from a file, eight bytes at a time: the built-in tables are hashed at every
    /// start. Line ends and the byte-order mark do not count: they say nothing.
    pub fn eat_text(&mut self, text: &str) {
        for line in text.strip_prefix('\u{feff}').unwrap_or(text).lines() {
            let (words, rest) = line.as_bytes().as_chunks::<8>();
            for word in words {
                self.turn(u64::from_le_bytes(*word));
            }
            self.eat(rest);
            self.turn(line.len() as u64);
        }
    }

    /// The multiplication carries upward only: the turn brings high bits down again.
    fn turn(&mut self, word: u64) {
        self.0 = (self.0 ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(29);
    }

    pub fn sum(self) -> u64 {
        self.0
    }
}

/// The edition as it is shown and read aloud: sixteen digits in groups of four.
pub fn edition_code(sum: u64) -> String {
    let digits = format!("{sum:016X}");
    [&digits[..4], &digits[4..8], &digits[8..12], &digits[12..]].join("-")
}

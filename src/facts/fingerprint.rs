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

    pub fn sum(self) -> u64 {
        self.0
    }
}

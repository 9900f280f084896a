//! A decimal number from its digits. The standard library reads them with tables of 10 kB that the
//! page would have to carry; this is the long division one learns at school, in binary.

use std::cmp::Ordering;

/// From here on another digit does not fit into 64 bits: it is read as a zero.
const DIGITS_FULL: u64 = 1_000_000_000_000_000_000;

/// Whole numbers are held exactly up to here, as are powers of ten up to the 22nd.
const EXACT: u64 = 1 << 53;

/// Reads «12», «-0.5» or «1e-3», to the nearest number there is.
pub fn read(text: &str) -> Option<f64> {
    let bare = text.strip_prefix('-');
    let (mut digits, mut power) = (0_u64, 0_i32);
    let (mut is_any, mut is_behind) = (false, false);
    let unsigned = bare.or(text.strip_prefix('+')).unwrap_or(text);
    for (at, byte) in unsigned.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => {
                is_any = true;
                let is_kept = digits < DIGITS_FULL;
                if is_kept {
                    digits = digits * 10 + u64::from(byte - b'0');
                }
                power += i32::from(!is_kept) - i32::from(is_behind);
            }
            b'.' if !is_behind => is_behind = true,
            b'e' | b'E' if is_any => {
                power = power.saturating_add(unsigned[at + 1..].parse().ok()?);
                break;
            }
            _ => return None,
        }
    }
    let size = is_any.then(|| scaled(digits, power))?;
    Some(if bare.is_some() { -size } else { size })
}

/// `digits` × 10 to the power of `power`.
fn scaled(digits: u64, power: i32) -> f64 {
    let tens = power.unsigned_abs();
    match power {
        // Below half of the smallest number there is, and above the largest.
        _ if digits == 0 || power < -343 => 0.0,
        309.. => f64::INFINITY,
        -22..=22 if digits <= EXACT => {
            let tens = (0..tens).fold(1.0, |tens, _| tens * 10.0);
            if power < 0 { digits as f64 / tens } else { digits as f64 * tens }
        }
        ..0 => ratio(Big::of(digits), Big::of(1).times_ten(tens)),
        0.. => ratio(Big::of(digits).times_ten(tens), Big::of(1)),
    }
}

/// The number nearest to `rest / by`, neither of which is 0.
fn ratio(mut rest: Big, mut by: Big) -> f64 {
    let mut exponent = 0;
    while rest.compare(&by).is_ge() {
        by.double();
        exponent += 1;
    }
    while rest.compare(&by).is_lt() {
        rest.double();
        exponent -= 1;
    }
    // Sixty-four bits of it, the first of which is 1; a number has room for 53, a very small one
    // for fewer.
    let mut bits = 0_u64;
    for _ in 0..64 {
        let is_in = rest.compare(&by).is_ge();
        bits = bits << 1 | u64::from(is_in);
        if is_in {
            rest.subtract(&by);
        }
        rest.double();
    }
    let above = (exponent + 1022).max(0);
    let n_dropped = 11 + (above - (exponent + 1022));
    if 64 < n_dropped || 2046 <= above {
        return if 64 < n_dropped { 0.0 } else { f64::INFINITY };
    }
    let half = 1_u64 << (n_dropped - 1);
    let dropped = bits & (half | (half - 1));
    let kept = bits.checked_shr(n_dropped as u32).unwrap_or(0);
    let is_up = match dropped.cmp(&half) {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => !rest.is_zero() || kept & 1 == 1,
    };
    f64::from_bits(((above as u64) << 52) + kept + u64::from(is_up))
}

/// A whole number of up to 1,280 bits, the lowest first: ten to the power of 343, and twice that.
struct Big([u32; 40]);

impl Big {
    fn of(n: u64) -> Self {
        let mut parts = [0; 40];
        (parts[0], parts[1]) = (n as u32, (n >> 32) as u32);
        Self(parts)
    }

    fn times_ten(mut self, n_times: u32) -> Self {
        for _ in 0..n_times {
            self.times(10);
        }
        self
    }

    fn times(&mut self, by: u64) {
        let mut carry = 0;
        for part in &mut self.0 {
            carry += u64::from(*part) * by;
            *part = carry as u32;
            carry >>= 32;
        }
    }

    fn double(&mut self) {
        self.times(2);
    }

    fn compare(&self, other: &Self) -> Ordering {
        self.0.iter().rev().cmp(other.0.iter().rev())
    }

    /// Takes away what is not larger.
    fn subtract(&mut self, other: &Self) {
        let mut borrow = false;
        for (part, other) in self.0.iter_mut().zip(other.0) {
            let (less, is_under) = part.overflowing_sub(other);
            let (less, is_further) = less.overflowing_sub(u32::from(borrow));
            (*part, borrow) = (less, is_under || is_further);
        }
    }

    fn is_zero(&self) -> bool {
        self.0.iter().all(|part| *part == 0)
    }
}

//! What nobody decides: every unknown of the model as a range, with its source and grade.
//!
//! A row is declared once; draws, documentation, sensitivity lists and the page are loops over
//! [`CATALOG`]. The key is part of saved documents and of every draw's luck: never rename one.
//! `dim` is the row's own dimension of the low-discrepancy sequence: never reuse one.

pub mod alarm;
pub mod awareness;
pub mod care_need;
pub mod effects;
pub mod households;
pub mod meetings;
pub mod money;
pub mod population;
pub mod programmes;
pub mod shocks;
pub mod solved;
pub mod staff;

use crate::i18n::Text;
use crate::sources::Backing;

/// Rows that were taken out because nothing used them: a document that still holds one is read as
/// if it did not. Their dimensions stay taken.
pub const RETIRED: [&str; 1] = ["ef_st_posts"];

/// The chain of the model an assumption, lever or measure belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chain {
    Population,
    Households,
    CareNeed,
    Alarm,
    Staff,
    Meetings,
    Awareness,
    Programmes,
    Money,
}

/// What kind of unknown a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// How the world is and goes on.
    Unknown,
    /// How strongly a lever acts.
    Effect,
    /// How hard a shock hits.
    Shock,
}

/// How values spread between and beyond p10, p50 and p90. All pass through the three exactly.
///
/// Two-piece forms, because the three points are what people can judge and are often lopsided: a
/// normal of one width below the median and of another above it (in logarithms where the quantity
/// is a positive ratio or rate, so that halving is as likely as doubling).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    TwoPieceNormal,
    TwoPieceLognormal,
    /// Beta with these two parameters, both from 1 to 10, on 0–1; p10, p50, p90 are then what comes out.
    Beta(f64, f64),
    /// Straight lines between and beyond the points: no tails.
    Uniform,
    /// One of two values: p10 with this chance, otherwise p90.
    Choice(f64),
    /// Always p50.
    Fixed,
}

/// One assumption as declared.
#[derive(Clone, Copy, Debug)]
pub struct AssumptionSpec {
    pub key: &'static str,
    pub chain: Chain,
    pub role: Role,
    pub label: Text,
    pub unit: Text,
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
    pub shape: Shape,
    /// No draw leaves this range, and the page accepts no value outside it.
    pub low: f64,
    pub high: f64,
    pub dim: u32,
    /// Shares this much of its normal score with the row named (negative: opposite).
    pub moves_with: Option<(&'static str, f64)>,
    pub backing: Backing,
}

/// Declares the assumptions of one file: a module-level `SPECS` table, and the reasons in a table
/// of their own, so that a program that never shows them does not carry them. A row acts on the chain at
/// the table's head unless it names its own; a table of unknowns needs no role.
#[macro_export]
macro_rules! assumptions {
    ($chain:expr; $($rows:tt)*) => {
        $crate::assumptions! { $chain, $crate::assumptions::Role::Unknown; $($rows)* }
    };
    ($chain:expr, $role:expr; $($key:literal {
        $(chain: $own:expr,)?
        ja: $ja:literal, en: $en:literal, unit: $uja:literal / $uen:literal,
        range: $p10:literal / $p50:literal / $p90:literal, shape: $shape:expr,
        within: $low:literal ..= $high:literal, dim: $dim:literal,
        $(moves_with: $other:literal * $rho:literal,)?
        grade: $grade:ident $(in $source:ident)?,
        because_ja: $bja:literal, because_en: $ben:literal $(,)?
    })*) => {
        pub const SPECS: &[$crate::assumptions::AssumptionSpec] = &[$(
            $crate::assumptions::AssumptionSpec {
                key: $key,
                chain: $crate::assumptions!(@chain $chain $(, $own)?),
                role: $role,
                label: $crate::i18n::Text { ja: $ja, en: $en },
                unit: $crate::i18n::Text { ja: $uja, en: $uen },
                p10: $p10,
                p50: $p50,
                p90: $p90,
                shape: $shape,
                low: $low,
                high: $high,
                dim: $dim,
                moves_with: $crate::assumptions!(@with $($other, $rho)?),
                backing: $crate::backing!($grade $($source)?),
            }
        ),*];

        /// The source of each row, or why it is assumed and by whom.
        pub const REASONS: &[$crate::i18n::Text] =
            &[$($crate::i18n::Text { ja: $bja, en: $ben }),*];
    };
    (@chain $of_table:expr) => { $of_table };
    (@chain $of_table:expr, $own:expr) => { $own };
    (@with) => { None };
    (@with $other:literal, $rho:literal) => { Some(($other, $rho)) };
}

/// Position of an assumption in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AssumptionId(u16);

const TABLES: [&[AssumptionSpec]; 11] = [
    population::SPECS,
    households::SPECS,
    care_need::SPECS,
    alarm::SPECS,
    staff::SPECS,
    meetings::SPECS,
    awareness::SPECS,
    programmes::SPECS,
    money::SPECS,
    effects::SPECS,
    shocks::SPECS,
];

const REASONS: [&[Text]; TABLES.len()] = [
    population::REASONS,
    households::REASONS,
    care_need::REASONS,
    alarm::REASONS,
    staff::REASONS,
    meetings::REASONS,
    awareness::REASONS,
    programmes::REASONS,
    money::REASONS,
    effects::REASONS,
    shocks::REASONS,
];

/// How many assumptions there are.
pub const COUNT: usize = {
    let (mut n, mut i) = (0, 0);
    while i < TABLES.len() {
        n += TABLES[i].len();
        i += 1;
    }
    n
};

/// Every assumption, in reading order.
pub const CATALOG: [&AssumptionSpec; COUNT] = {
    let mut out = [&alarm::SPECS[0]; COUNT];
    let (mut n, mut i) = (0, 0);
    while i < TABLES.len() {
        let mut j = 0;
        while j < TABLES[i].len() {
            out[n] = &TABLES[i][j];
            n += 1;
            j += 1;
        }
        i += 1;
    }
    out
};

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

impl AssumptionId {
    /// The assumption of this key. In a `const`, so that an unknown key does not compile.
    pub const fn of(key: &str) -> Self {
        let mut i = 0;
        while i < COUNT {
            if same(CATALOG[i].key, key) {
                return Self(i as u16);
            }
            i += 1;
        }
        panic!("no assumption of this key stands in the catalogue")
    }

    pub fn find(key: &str) -> Option<Self> {
        (0..COUNT).find(|&i| CATALOG[i].key == key).map(|i| Self(i as u16))
    }

    pub fn all() -> impl Iterator<Item = Self> {
        (0..COUNT as u16).map(Self)
    }

    pub const fn index(self) -> usize {
        self.0 as usize
    }

    pub fn spec(self) -> &'static AssumptionSpec {
        CATALOG[self.index()]
    }

    /// The source, or why it is assumed and by whom.
    pub fn because(self) -> Text {
        let mut in_order = REASONS.iter().flat_map(|table| table.iter());
        *in_order.nth(self.index()).expect("each row of the catalogue has its reason")
    }
}

//! The institute's own arithmetic, to check ours against: five-year ages, five-year steps.
//!
//! ```text
//! P(t+5, g+1)  = P(t, g) · R(t, g)                   g = 0–4 … 80–84
//! P(t+5, 90+)  = P(t, 85+) · R(t, 85+)               85–89 and 90+ together
//! P(t+5, 0–4)  = C(t+5) · women 15–49 (t+5)          boys 105.2 to 100 girls
//! ```
//!
//! `R` holds survival and net migration together. Neither is published for wards in the copies at
//! hand, so both are recomputed from the edition (日本の地域別将来推計人口 平成30年推計, 国立社会保障・
//! 人口問題研究所) and rounded to five decimals, as `derived_ipss2018_*` print them: reproducing
//! the edition therefore checks the arithmetic, not the forecast.

/// Groups 0–4 … 85–89 and 90+.
pub const N_GROUPS: usize = 19;
const OPEN: usize = N_GROUPS - 1;
/// Boys born for each girl: the edition's own, 105.2 to 100 in every ward and year.
pub const BOYS_PER_GIRL: f64 = 1.052;

/// Heads by sex (men first) and five-year age.
pub type FiveYear = [[f64; N_GROUPS]; 2];

/// What moves a population five years on.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratios {
    /// From group g to g + 1; the last of 85+ to 90+.
    pub cohort: [[f64; N_GROUPS - 1]; 2],
    /// Children 0–4 per woman 15–49 at the end.
    pub child_woman: f64,
}

#[inline]
fn five_decimals(x: f64) -> f64 {
    libm::round(x * 1e5) / 1e5
}

/// Women 15–49.
#[inline]
pub fn mothers(heads: &FiveYear) -> f64 {
    heads[1][3..10].iter().sum()
}

impl Ratios {
    /// Between two editions of a population five years apart, as printed.
    #[inline]
    pub fn between(before: &FiveYear, after: &FiveYear) -> Self {
        let mut cohort = [[1.0; N_GROUPS - 1]; 2];
        for sex in 0..2 {
            for (g, ratio) in cohort[sex].iter_mut().enumerate() {
                let start = before[sex][g] + if g == OPEN - 1 { before[sex][OPEN] } else { 0.0 };
                if start != 0.0 {
                    *ratio = five_decimals(after[sex][g + 1] / start);
                }
            }
        }
        let women = mothers(after);
        let children = after[0][0] + after[1][0];
        let child_woman = if women == 0.0 { 0.0 } else { five_decimals(children / women) };
        Self { cohort, child_woman }
    }

    /// Five years on.
    #[inline]
    pub fn step(&self, heads: &FiveYear) -> FiveYear {
        let mut out = [[0.0; N_GROUPS]; 2];
        for sex in 0..2 {
            for g in 0..OPEN {
                let start = heads[sex][g] + if g == OPEN - 1 { heads[sex][OPEN] } else { 0.0 };
                out[sex][g + 1] = start * self.cohort[sex][g];
            }
        }
        let children = self.child_woman * mothers(&out);
        out[0][0] = children * BOYS_PER_GIRL / (1.0 + BOYS_PER_GIRL);
        out[1][0] = children / (1.0 + BOYS_PER_GIRL);
        out
    }
}

/// Runs a base through ratios, one population a step.
#[inline]
pub fn project(base: &FiveYear, ratios: &[Ratios]) -> Vec<FiveYear> {
    let mut path = vec![*base];
    for step in ratios {
        path.push(step.step(&path[path.len() - 1]));
    }
    path
}

//! What the observations fix about staff, found on the expected path of each draw: no draw is
//! rejected.
//!
//! ```text
//! density of tenure ∝ S(τ)·e^(−gτ)       S(τ) = exp(−∫h), posts having grown at g
//! turnover          = ∫h·S·e^(−gτ) / ∫S·e^(−gτ)
//! share under 5     = ∫₀⁵ S·e^(−gτ) / ∫₀^∞ S·e^(−gτ)
//! vacancies: v' = v − v·(season / months to fill) + (1 − v)·h̄·season, through the months observed
//! ```
//!
//! The level of the hazards is solved so that turnover is the observed one within its error, the
//! late hazard is turned so that the share under five years lies where it was seen, and the time
//! to fill so that the vacancies of the month observed come out. Turnover was counted over all
//! staff of the centres, vacancies and tenure over the three professions: taking them for the same
//! people is an assumption.

use super::{Ground, Observed};
use crate::assumptions::AssumptionId;
use crate::model::ground::MonthIndex;
use crate::model::inputs::Assumed;
use crate::model::lanes::Lanes;
use crate::model::staff::N_PROFESSIONS;

const H_FIRST: AssumptionId = AssumptionId::of("st_h_first");
const H_MID: AssumptionId = AssumptionId::of("st_h_mid");
const H_LONG: AssumptionId = AssumptionId::of("st_h_long");
const GROWTH_PAST: AssumptionId = AssumptionId::of("st_posts_growth_past");
const FILL_MONTHS: AssumptionId = AssumptionId::of("st_fill_months");
const FILL_RELATIVE: [AssumptionId; N_PROFESSIONS] = [
    AssumptionId::of("st_fill_rel_nurse"),
    AssumptionId::of("st_fill_rel_sw"),
    AssumptionId::of("st_fill_rel_cm"),
];
const EXIT_MARCH: AssumptionId = AssumptionId::of("st_exit_march_mult");
const HIRE_APRIL: AssumptionId = AssumptionId::of("st_hire_april_mult");

/// The share «more than 60 %» is read as at most this much above what was stated: somebody who saw
/// 70 % would have written «more than 70 %».
const TENURE_ROOM: f32 = 0.10;
/// Smallest rate at which old tenures thin out, so that their density has a finite mass.
const THIN_MIN: f32 = 0.001;

/// A turnover this close to the one asked for, as a share of it, was found.
const TURNOVER_CLOSE: f32 = 0.02;
/// And a share under five years short by no more than this.
const TENURE_CLOSE: f32 = 0.01;
/// Errors beyond which a count is not luck.
const FAR: f32 = 3.0;

/// How tenure is spread over staff in the long run.
#[derive(Clone, Copy, Debug)]
pub struct Density {
    /// Monthly chance to leave: under one year, one to five, five and over.
    pub hazards: [Lanes; 3],
    /// Monthly growth of posts up to now.
    pub growth: Lanes,
}

impl Density {
    /// Mass of each stretch when the density is thinned by `more` a month.
    fn masses(&self, more: Lanes) -> [Lanes; 3] {
        let rate = |h: Lanes| (h + self.growth + more).at_least(Lanes::all(THIN_MIN));
        let [a, b, c] = self.hazards.map(rate);
        let at_one = (a * -12.0).exp();
        let at_five = at_one * (b * -48.0).exp();
        [(Lanes::ONE - at_one) / a, (at_one - at_five) / b, at_five / c]
    }

    /// Chance to leave in a mean month.
    pub fn turnover(&self) -> Lanes {
        let m = self.masses(Lanes::ZERO);
        let h = self.hazards;
        (h[0] * m[0] + h[1] * m[1] + h[2] * m[2]) / (m[0] + m[1] + m[2])
    }

    pub fn under_five(&self) -> Lanes {
        let m = self.masses(Lanes::ZERO);
        (m[0] + m[1]) / (m[0] + m[1] + m[2])
    }

    /// Tenure in months below which `uniform` of the staff are.
    pub fn quantile(&self, uniform: Lanes) -> Lanes {
        let m = self.masses(Lanes::ZERO);
        let rate = |h: Lanes| (h + self.growth).at_least(Lanes::all(THIN_MIN));
        let [a, b, c] = self.hazards.map(rate);
        let mass = uniform * (m[0] + m[1] + m[2]);
        let at_one = (a * -12.0).exp();
        let at_five = at_one * (b * -48.0).exp();
        let inside = |mass: Lanes, rate: Lanes, at: Lanes| {
            -((Lanes::ONE - mass * rate / at).at_least(Lanes::all(1e-6)).ln()) / rate
        };
        let first = inside(mass, a, Lanes::ONE);
        let mid = inside(mass - m[0], b, at_one) + 12.0;
        let late = inside(mass - m[0] - m[1], c, at_five) + 60.0;
        let early = mass.below(m[0]).choose(first, mid);
        mass.below(m[0] + m[1]).choose(early, late).positive()
    }

    /// Mean of e^(−t/τ) over staff.
    pub fn mean_decay(&self, time_constant: Lanes) -> Lanes {
        let sum = |m: [Lanes; 3]| m[0] + m[1] + m[2];
        sum(self.masses(Lanes::ONE / time_constant)) / sum(self.masses(Lanes::ZERO))
    }

    /// Mean output of a person, with newcomers' ramp and the colleagues' time they take.
    pub fn mean_output(&self, start: Lanes, ramp: Lanes, mentor: Lanes, taught: Lanes) -> Lanes {
        let (mut weight, mut all, mut lost) = (Lanes::ONE, Lanes::ZERO, Lanes::ZERO);
        for month in 0..600 {
            let tenure = month as f32;
            let to_go = (ramp - tenure).positive() / ramp;
            let mentored = Lanes::all(tenure).below(taught) * mentor;
            lost += weight * ((Lanes::ONE - start) * to_go + mentored);
            all += weight;
            let class = if tenure < 12.0 { 0 } else { usize::from(60.0 <= tenure) + 1 };
            weight *= (Lanes::ONE - self.hazards[class]) * (Lanes::ONE - self.growth);
        }
        Lanes::ONE - lost / all
    }

    /// All hazards times `level`, and the late one times `late` as well.
    pub fn scaled(&self, level: Lanes, late: Lanes) -> Self {
        let [a, b, c] = self.hazards;
        Self { hazards: [a * level, b * level, c * level * late], growth: self.growth }
    }

    /// 1 where turnover and tenure are as observed: turnover within its error, tenure by a point.
    pub fn does(&self, ground: &Ground, turnover: Option<Lanes>) -> Lanes {
        let Some(turnover) = turnover else { return Lanes::ONE };
        let miss = (self.turnover() * 1200.0 - turnover).map(f32::abs);
        let is_turnover = miss.below(turnover * TURNOVER_CLOSE);
        let Some(least) = ground.under_five_least else { return is_turnover };
        let is_tenure = Lanes::all(least - TENURE_CLOSE).below(self.under_five());
        is_turnover * is_tenure
    }

    /// This density with its level such that turnover is `wanted` a month.
    fn at_turnover(&self, wanted: Lanes, late: Lanes) -> Self {
        let mut level = Lanes::ONE;
        for _ in 0..10 {
            // Turnover rises nearly in proportion to the level.
            level = (level * wanted / self.scaled(level, late).turnover()).clamp_to(0.02, 20.0);
        }
        self.scaled(level, late)
    }
}

/// Middle of a bracket in logarithms, halved until it is as narrow as `f32` sees.
fn solved(low: f32, high: f32, rounds: u32, is_below: impl Fn(Lanes) -> Lanes) -> Lanes {
    let (mut low, mut high) = (Lanes::all(low).ln(), Lanes::all(high).ln());
    for _ in 0..rounds {
        let middle = (low + high) * 0.5;
        let below = is_below(middle.exp());
        low = below.choose(middle, low);
        high = below.choose(high, middle);
    }
    ((low + high) * 0.5).exp()
}

/// The hazards of a draw before workload is allowed for.
pub fn tenure(ground: &Ground, assumed: &Assumed, turnover: Option<Lanes>) -> Density {
    let drawn = Density {
        hazards: [assumed.get(H_FIRST), assumed.get(H_MID), assumed.get(H_LONG)],
        growth: assumed.get(GROWTH_PAST) * (1.0 / 1200.0),
    };
    let Some(turnover) = turnover else { return drawn };
    let monthly = turnover.at_least(Lanes::all(1.0)) * (1.0 / 1200.0);
    let fitted = drawn.at_turnover(monthly, Lanes::ONE);
    let Some(least) = ground.under_five_least else { return fitted };
    let most = (least + TENURE_ROOM).min(0.98);
    let share = fitted.under_five();
    let wanted = share.clamp_to(least, most);
    let is_outside = (share - wanted).map(f32::abs).map(|x| if 0.0 < x { 1.0 } else { 0.0 });
    if !is_outside.any() {
        return fitted;
    }
    let late =
        solved(0.05, 20.0, 14, |late| drawn.at_turnover(monthly, late).under_five().below(wanted));
    drawn.at_turnover(monthly, is_outside.choose(late, Lanes::ONE))
}

/// How exits and hires are spread over the months of a fiscal year, April first; mean 1.
pub fn seasons(assumed: &Assumed) -> ([Lanes; 12], [Lanes; 12]) {
    let march = assumed.get(EXIT_MARCH);
    let usual = Lanes::all(12.0) / (march + 11.0);
    let mut leave = [usual; 12];
    leave[11] = usual * march;
    let april = assumed.get(HIRE_APRIL);
    let usual = Lanes::all(12.0) / (april + 11.0);
    let mut hire = [usual; 12];
    hire[0] = usual * april;
    (leave, hire)
}

/// Vacancies as a path nobody's luck disturbs.
pub struct Vacancies {
    pub months_to_fill: [Lanes; N_PROFESSIONS],
    /// Share of posts vacant when the window opens, by profession.
    pub at_start: [Lanes; N_PROFESSIONS],
    /// Share of posts filled in a mean month.
    pub filled: Lanes,
}

/// What the path of vacancies is made of.
pub struct Flow<'a> {
    pub monthly_turnover: Lanes,
    pub leave: &'a [Lanes; 12],
    pub hire: &'a [Lanes; 12],
    /// Posts added each April, as a share of those there are.
    pub growth: Lanes,
    pub first: MonthIndex,
}

impl Flow<'_> {
    /// Share of posts vacant at the end of a month, and of posts filled in a mean month before it.
    fn vacant(&self, until: MonthIndex, fill: [Lanes; N_PROFESSIONS]) -> [Lanes; 4] {
        let mut vacant =
            fill.map(|months| (self.monthly_turnover * months).at_most(Lanes::all(0.9)));
        let mut mean = Lanes::ZERO;
        // Three years wash out where the path started.
        for month in (until + 1).saturating_sub(36)..=until {
            let m = (month % 12) as usize;
            for (v, months) in vacant.iter_mut().zip(fill) {
                let filled = (self.hire[m] / months).at_most(Lanes::ONE) * *v;
                let left = (self.monthly_turnover * self.leave[m]).at_most(Lanes::ONE);
                *v = *v - filled + (Lanes::ONE - *v) * left;
                if m == 0 {
                    *v = (*v + self.growth) / (self.growth + 1.0);
                }
                if until < month + 12 {
                    mean += *v * (1.0 / 36.0);
                }
            }
        }
        [vacant[0], vacant[1], vacant[2], Lanes::ONE - mean]
    }

    /// 1 where the vacancies of the month observed come out, but for the luck of their count.
    pub fn does(&self, found: &Vacancies, seen: Option<Observed>, posts: Lanes) -> Lanes {
        let Some(seen) = seen else { return Lanes::ONE };
        let [a, b, c, _] = self.vacant(seen.month, found.months_to_fill);
        let miss = ((a + b + c) * posts * (1.0 / 3.0) - seen.value).map(f32::abs);
        miss.below(Lanes::all(FAR * libm::sqrtf(seen.value + 1.0) + seen.error_sd * FAR))
    }

    /// Times to fill such that vacancies are as observed, or as assumed where nothing was.
    pub fn solve(&self, assumed: &Assumed, seen: Option<(MonthIndex, Lanes)>) -> Vacancies {
        let raw = FILL_RELATIVE.map(|id| assumed.get(id));
        let mean = (raw[0] + raw[1] + raw[2]) * (1.0 / 3.0);
        let relative = raw.map(|r| r / mean);
        let months = match seen {
            None => assumed.get(FILL_MONTHS),
            Some((month, share)) => solved(0.3, 40.0, 18, |months| {
                let v = self.vacant(month, relative.map(|r| r * months));
                ((v[0] + v[1] + v[2]) * (1.0 / 3.0)).below(share)
            }),
        };
        let months_to_fill = relative.map(|r| r * months);
        let [a, b, c, filled] = self.vacant(self.first.saturating_sub(1), months_to_fill);
        Vacancies { months_to_fill, at_start: [a, b, c], filled }
    }
}

/// The mean behind a count: its quantile given the count (gamma, in Wilson and Hilferty's form).
pub fn mean_behind(count: Observed, score: Lanes) -> Lanes {
    let shape = count.value + 0.5;
    let ninth = 1.0 / (9.0 * shape);
    let root = score * ninth.sqrt() + (1.0 - ninth);
    root * root * root * shape
}

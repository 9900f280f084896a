//! The unknowns of the population in sixteen draws, and the rates and bases they give.
//!
//! ```text
//! dying(x, t)  = middle dying(x, t) · multiplier · e^(−trend · (t − base year))
//! go_on(x)     = 1 − dying(x) + migration multiplier · moving(x)              ≥ 0
//! moving(x)    = pulled(x) + share kept · (as printed(x) − pulled(x))         overstated wards
//! infants      = child-woman multiplier · middle infants
//! base(x)      = middle base(x) · (1 + city error) · (1 + ward error)         65 and over
//! ```
//!
//! The base's error is one of ages, not of heads: a census knows how many people a ward has, not
//! all their ages. So what is added at 65 and over is taken from 20–64 of the same ward. The
//! catalogue has one value for «a ward's error»; each ward takes it with a sign of its own (by
//! luck's key), which keeps the range of each and leaves no two wards tied, and the mean over the
//! wards is taken off, so that they add to the city. Areas alike, cell by cell inside their ward.

use super::ground::{Ground, Period, WardGround};
use super::kernel::{Heads, Rates};
use super::wide::Wide;
use super::{Ages, N_AGES};
use crate::assumptions::AssumptionId;
use crate::model::ground::Geography;
use crate::model::inputs::Assumed;
use crate::model::luck::{Luck, Purpose};

const MORTALITY: AssumptionId = AssumptionId::of("pop_mortality_mult");
const TREND: AssumptionId = AssumptionId::of("pop_mortality_trend");
const MIGRATION: AssumptionId = AssumptionId::of("pop_migration_mult");
const FERTILITY: AssumptionId = AssumptionId::of("pop_fertility_mult");
const KEPT: AssumptionId = AssumptionId::of("pop_ccr_blend_miyamae");
const CITY_ERROR: AssumptionId = AssumptionId::of("pop_base_err_city");
const WARD_ERROR: AssumptionId = AssumptionId::of("pop_base_err_ward");
const AREA_ERROR: AssumptionId = AssumptionId::of("pop_base_err_area");

const SIGN: Purpose = Purpose::named("base year error");
/// Areas counted by a register are off by a tenth of what guessed ones are (calibration §5).
const COUNTED_AREAS: f64 = 0.1;

/// The population's unknowns.
pub struct Drawn<'a> {
    ground: &'a Ground,
    mortality: Wide,
    /// Yearly.
    trend: Wide,
    migration: Wide,
    fertility: Wide,
    kept: Wide,
    /// Factor on 65 and over, by ward.
    old: Vec<Wide>,
    /// Factor on the area's share of its ward before all areas are made to add up.
    area: Vec<Wide>,
}

/// +1 or −1 by the key of a place.
fn sign(luck: &Luck, key: u32) -> Wide {
    let bits = luck.bits(key, SIGN, 0);
    Wide::from_fn(|i| if bits[i] >> 31 == 0 { 1.0 } else { -1.0 })
}

impl<'a> Drawn<'a> {
    pub fn new(ground: &'a Ground, places: &Geography, assumed: &Assumed, luck: &Luck) -> Self {
        let get = |id| Wide::from(assumed.get(id));
        let percent = |id| get(id) * 0.01;
        let (ward_error, city_error) = (percent(WARD_ERROR), percent(CITY_ERROR));
        let mut errors: Vec<Wide> =
            places.ward_keys.iter().map(|&key| ward_error * sign(luck, key)).collect();
        let (mut sum, mut all) = (Wide::ZERO, 0.0);
        for (error, ward) in errors.iter().zip(&ground.wards) {
            sum += *error * ward.old;
            all += ward.old;
        }
        let mean = if all == 0.0 { Wide::ZERO } else { sum / all };
        for error in &mut errors {
            *error = (Wide::ONE + city_error) * (Wide::ONE + *error - mean);
        }
        let scale = if ground.areas_are_guessed { 1.0 } else { COUNTED_AREAS };
        let area_error = percent(AREA_ERROR) * scale;
        let area = places.area_keys.iter().map(|&key| Wide::ONE + area_error * sign(luck, key));
        Self {
            ground,
            mortality: get(MORTALITY),
            trend: percent(TREND),
            migration: get(MIGRATION),
            fertility: get(FERTILITY),
            kept: get(KEPT),
            old: errors,
            area: area.collect(),
        }
    }

    /// Heads of a ward's areas in the base year.
    pub fn base(&self, ward: usize, areas: std::ops::Range<usize>, heads: &mut [Heads]) {
        let ground = &self.ground.wards[ward];
        let old = self.old[ward];
        let middle = if ground.middle == 0.0 {
            Wide::ONE
        } else {
            (Wide::ONE - (old - Wide::ONE) * (ground.old / ground.middle)).positive()
        };
        for sex in 0..2 {
            for age in 0..N_AGES {
                let by_age = match age {
                    0..20 => Wide::ONE,
                    20..65 => middle,
                    _ => old,
                };
                let mut shared = Wide::ZERO;
                for (area, of_area) in areas.clone().zip(&ground.areas) {
                    shared += self.area[area] * of_area[sex][age];
                }
                let whole = ground.base[sex][age];
                let fit = if whole == 0.0 { Wide::ZERO } else { by_age * whole / shared };
                for ((area, of_area), out) in areas.clone().zip(&ground.areas).zip(heads.iter_mut())
                {
                    out.set(sex, age, self.area[area] * of_area[sex][age] * fit);
                }
            }
        }
    }

    /// Share of the middle's deaths, in the middle of a period.
    fn deaths(&self, period: &Period) -> Wide {
        let years = f64::from(period.from) + 2.5 - f64::from(self.ground.base_year);
        Wide::from_fn(|i| self.mortality.0[i] * libm::exp(-self.trend.0[i] * years))
    }

    /// Rates of a ward in a period.
    pub fn rates(&self, ward: &WardGround, period: usize, rates: &mut Rates) {
        let period = &ward.periods[period];
        let deaths = self.deaths(period);
        for sex in 0..2 {
            let moving = &period.moving[sex];
            let pulled = period.moving_pulled.as_ref().map_or(moving, |both| &both[sex]);
            for age in 0..N_AGES {
                let (low, more) = (pulled[age], moving[age] - pulled[age]);
                let stay = (Wide::ONE - deaths * period.dying[sex][age]).positive();
                let moving = self.migration * (self.kept * more + Wide::all(low));
                rates.go_on.set(sex, age, (stay + moving).positive());
            }
            rates.infants[sex] = self.fertility * period.infants[sex];
        }
    }

    /// Shares of those there who die within a year; the last one of the newborn.
    pub fn dying(&self, ward: &WardGround, period: usize, sex: usize) -> ([Wide; N_AGES], Wide) {
        let period = &ward.periods[period];
        let deaths = self.deaths(period);
        let within = |q: f64| (deaths * q).map(|x| if 1.0 < x { 1.0 } else { x });
        let ages: &Ages = &period.dying[sex];
        (std::array::from_fn(|age| within(ages[age])), within(period.dying_newborn[sex]))
    }
}

//! Gathering places (通いの場): who takes part, area by area, and what that does to care need.
//!
//! ```text
//! taken'       = taken + (lever − taken) / months to take root
//! participants = 65+ · (today + (wide − today) · taken) · shock
//! reach        = taken · shock                                beyond today, 0 to 1
//! stage'       = stage + (before − stage) · 3 / (12 · years)  three stages, the first fed by reach
//! certified    = certified without it · (1 − cut · third stage)          shown and claiming hours
//! ```
//!
//! Prevention shows `ef_cert_years` after people begin to take part, on average; studies disagree
//! whether it does, and the range of the cut (`cert_prevention_eff`) holds none at all. Today's
//! participation is in today's certification already, so only what goes beyond it counts, and at
//! the lever's default the factor is exactly 1.

use crate::assumptions::AssumptionId;
use crate::levers::LeverId;
use crate::model::alarm::World;
use crate::model::centres::month::looks_at_need;
use crate::model::ground::MonthIndex;
use crate::model::inputs::Assumed;
use crate::model::lanes::Lanes;
use crate::model::shock_table::Hit;

const TODAY: AssumptionId = AssumptionId::of("pg_gather_today");
const WIDE: AssumptionId = AssumptionId::of("pg_gather_wide");
const ROOT: AssumptionId = AssumptionId::of("pg_gather_months");
const YEARS: AssumptionId = AssumptionId::of("ef_cert_years");
const CUT: AssumptionId = AssumptionId::of("cert_prevention_eff");

/// September: what is there at its end is there on 1 October.
const SEPTEMBER: u32 = 5;

#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    today: Lanes,
    more: Lanes,
    step: Lanes,
    stage_step: Lanes,
    cut: Lanes,
}

impl Inputs {
    pub fn new(assumed: &Assumed) -> Self {
        let today = assumed.percent(TODAY);
        Self {
            today,
            more: (assumed.percent(WIDE) - today).positive(),
            step: Lanes::ONE / assumed.get(ROOT).at_least(Lanes::ONE),
            stage_step: (0.25 / assumed.get(YEARS)).at_most(Lanes::ONE),
            cut: assumed.percent(CUT),
        }
    }
}

/// The first month in which the centres feel gatherings that begin in a month: need is looked at, and
/// the third stage holds somebody, which the second fed the month after the first had fed it.
pub fn felt_from(first: MonthIndex) -> MonthIndex {
    (first + 2..).find(|month| looks_at_need(*month)).unwrap_or(first)
}

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// How far participation has come towards going everywhere, by area.
    taken: Vec<Lanes>,
    stages: Vec<[Lanes; 3]>,
    /// What is left of the certified, on 1 October of the fiscal year, by area.
    october: Vec<Lanes>,
    /// What a shock leaves of gatherings in the month.
    left: Lanes,
    /// Anything beyond today anywhere, now or before.
    is_moving: bool,
    /// Supported people of all ages times the year's part, so far: what support is paid for.
    pub supported: Lanes,
}

impl State {
    pub fn new(n_areas: usize) -> Self {
        Self {
            taken: vec![Lanes::ZERO; n_areas],
            stages: vec![[Lanes::ZERO; 3]; n_areas],
            october: vec![Lanes::ONE; n_areas],
            left: Lanes::ONE,
            is_moving: false,
            supported: Lanes::ZERO,
        }
    }

    pub fn month(
        &mut self,
        inputs: &Inputs,
        world: &World<'_>,
        everybody: &[Lanes],
        month: MonthIndex,
    ) {
        if month.is_multiple_of(12) {
            self.supported = Lanes::ZERO;
        }
        self.left = *world.shocks.factor(Hit::Gatherings, month);
        self.is_moving |= world.levers.is_changed(LeverId::Gathering);
        if !self.is_moving {
            return;
        }
        for (area, people) in everybody.iter().enumerate() {
            let lever = world.levers.at(LeverId::Gathering, area, month) * 0.01;
            self.supported += *people * (lever * (1.0 / 12.0));
            let taken = self.taken[area];
            self.taken[area] = taken + (lever - taken) * inputs.step;
            let mut inflow = (self.taken[area] * self.left).clamp_to(0.0, 1.0);
            for stage in &mut self.stages[area] {
                let before = *stage;
                *stage = before + (inflow - before) * inputs.stage_step;
                inflow = before;
            }
        }
        if month % 12 == SEPTEMBER {
            for area in 0..self.october.len() {
                self.october[area] = self.certified_kept(inputs, area);
            }
        }
    }

    /// The share of an area's certified who are still certified, at the end of the month.
    pub fn certified_kept(&self, inputs: &Inputs, area: usize) -> Lanes {
        Lanes::ONE - inputs.cut * self.stages[area][2]
    }

    /// The same of all areas, where anything goes beyond today: it lowers the claims on hours.
    pub fn kept(&self, inputs: &Inputs) -> Option<Vec<Lanes>> {
        let areas = 0..self.stages.len();
        self.is_moving.then(|| areas.map(|area| self.certified_kept(inputs, area)).collect())
    }

    /// The same on 1 October of the fiscal year; before it, that of the year before.
    pub fn certified_kept_october(&self, area: usize) -> Lanes {
        self.october[area]
    }

    /// Participants of an area with so many people of 65 and over.
    pub fn participants(&self, inputs: &Inputs, elderly: Lanes, area: usize) -> Lanes {
        elderly * (inputs.today + inputs.more * self.taken[area]) * self.left
    }

    /// Participants of the municipality.
    pub fn all_participants(&self, inputs: &Inputs, elderly: &[Lanes]) -> Lanes {
        let areas = elderly.iter().enumerate();
        areas.fold(Lanes::ZERO, |sum, (area, heads)| sum + self.participants(inputs, *heads, area))
    }
}

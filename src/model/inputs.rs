//! Everything a run is given, lowered to plain numbers in one place: assumption values for
//! sixteen draws, and each lever's value for every place and month.

use super::ground::{Geography, MonthIndex, Timeline};
use super::lanes::Lanes;
use crate::assumptions::{AssumptionId, COUNT};
use crate::levers::{LEVER_COUNT, LeverId, Policy};

/// The value of every assumption in sixteen draws, in the units of the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumed(Vec<Lanes>);

impl Assumed {
    pub fn from_fn(f: impl FnMut(AssumptionId) -> Lanes) -> Self {
        Self(AssumptionId::all().map(f).collect())
    }

    #[inline]
    pub fn get(&self, id: AssumptionId) -> Lanes {
        self.0[id.index()]
    }

    /// A value the catalogue gives in percent, as a share.
    #[inline]
    pub fn percent(&self, id: AssumptionId) -> Lanes {
        self.get(id) * 0.01
    }

    pub fn len(&self) -> usize {
        debug_assert_eq!(self.0.len(), COUNT);
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Each lever's value for every area and month of the plan; the default before it.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverTable {
    plan: MonthIndex,
    n_areas: usize,
    /// `None` where the lever stands at its default everywhere.
    changed: Vec<Option<Vec<f32>>>,
    defaults: [f32; LEVER_COUNT],
}

impl LeverTable {
    /// Lowers a policy. A place nearer to the area wins over one further off; places the
    /// municipality does not have are passed over (loading a document says which).
    pub fn new(
        policy: &Policy,
        timeline: Timeline,
        geography: &Geography,
        place_of: &dyn Fn(&str) -> Option<Spot>,
    ) -> Self {
        let n_areas = geography.n_areas();
        let mut table = Self {
            plan: timeline.plan,
            n_areas,
            changed: vec![None; LEVER_COUNT],
            defaults: [0.0; LEVER_COUNT],
        };
        for lever in LeverId::all() {
            table.defaults[lever.index()] = lever.spec().default as f32;
        }
        let n_months = (timeline.end - timeline.plan) as usize;
        for wanted in [Depth::City, Depth::Ward, Depth::Area] {
            for setting in policy.settings() {
                let Some(spot) = place_of(&setting.place) else { continue };
                if spot.depth() != wanted {
                    continue;
                }
                let lever = setting.lever.index();
                let from = table.defaults[lever];
                let cells =
                    table.changed[lever].get_or_insert_with(|| vec![from; n_areas * n_months]);
                for area in spot.areas(geography) {
                    for month in 0..n_months {
                        let risen = risen_share(month, setting.start_month, setting.ramp_months);
                        cells[month * n_areas + area] =
                            from + (setting.value as f32 - from) * risen;
                    }
                }
            }
        }
        table
    }

    /// The lever's value at an area in a month.
    #[inline]
    pub fn at(&self, lever: LeverId, area: usize, month: MonthIndex) -> f32 {
        match &self.changed[lever.index()] {
            Some(cells) if self.plan <= month => {
                cells[(month - self.plan) as usize * self.n_areas + area]
            }
            _ => self.defaults[lever.index()],
        }
    }

    /// The value of a lever that is set for the whole municipality only.
    #[inline]
    pub fn city(&self, lever: LeverId, month: MonthIndex) -> f32 {
        self.at(lever, 0, month)
    }

    /// Whether the lever is anywhere else than it was in the month before.
    pub fn is_new(&self, lever: LeverId, month: MonthIndex) -> bool {
        let Some(cells) = &self.changed[lever.index()] else { return false };
        let of = |month: MonthIndex| {
            let since = month.checked_sub(self.plan)? as usize;
            Some(&cells[since * self.n_areas..][..self.n_areas])
        };
        match (of(month), month.checked_sub(1).and_then(of)) {
            (Some(now), Some(before)) => now != before,
            (now, _) => now.is_some(),
        }
    }

    /// Whether the lever differs from today anywhere.
    pub fn is_changed(&self, lever: LeverId) -> bool {
        self.changed[lever.index()].is_some()
    }

    pub fn default_of(&self, lever: LeverId) -> f32 {
        self.defaults[lever.index()]
    }
}

/// How much of the way from the old to the new value is done in a month of the plan.
fn risen_share(month: usize, start: u16, ramp: u16) -> f32 {
    let (month, start, ramp) = (month as i32, i32::from(start), i32::from(ramp));
    if month < start {
        0.0
    } else if ramp <= month - start {
        1.0
    } else {
        (month - start + 1) as f32 / (ramp + 1) as f32
    }
}

/// A place of the tree by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    City,
    Ward(usize),
    Area(usize),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    City,
    Ward,
    Area,
}

impl Spot {
    fn depth(self) -> Depth {
        match self {
            Self::City => Depth::City,
            Self::Ward(_) => Depth::Ward,
            Self::Area(_) => Depth::Area,
        }
    }

    pub fn areas(self, geography: &Geography) -> std::ops::Range<usize> {
        match self {
            Self::City => 0..geography.n_areas(),
            Self::Ward(ward) => geography.ward_areas[ward].clone(),
            Self::Area(area) => area..area + 1,
        }
    }
}

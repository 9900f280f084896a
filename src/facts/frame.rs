//! The years a municipality plans in, as data: nothing in the program knows the eighth plan.

use serde::{Deserialize, Serialize};

use crate::i18n::Label;
use crate::units::{FiscalYear, Month};

/// A run of fiscal years, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Years {
    pub first: FiscalYear,
    pub last: FiscalYear,
}

impl Years {
    pub fn iter(self) -> impl DoubleEndedIterator<Item = FiscalYear> + ExactSizeIterator {
        self.first.through(self.last)
    }

    pub fn len(self) -> usize {
        self.iter().len()
    }

    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    pub fn contains(self, year: FiscalYear) -> bool {
        self.first <= year && year <= self.last
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanFrame {
    /// «第8期» and the like.
    pub plan_name: Label,
    /// The years with actuals that a run starts from.
    pub history: Years,
    /// Policy acts from the first month of these.
    pub plan: Years,
    /// The last year that is computed by month.
    pub outlook_end: FiscalYear,
    /// The year whose 1 October population is the base of every area's figures.
    pub base_year: i16,
    /// The fiscal year in which ward meetings were first held; none: they were held all along.
    pub ward_meetings_first: Option<FiscalYear>,
    /// The last year of the long view of the population.
    pub population_end: i16,
}

impl PlanFrame {
    pub const fn first_month(&self) -> Month {
        self.history.first.first_month()
    }

    pub const fn plan_start(&self) -> Month {
        self.plan.first.first_month()
    }

    pub const fn last_month(&self) -> Month {
        self.outlook_end.last_month()
    }

    /// Every fiscal year that is computed by month.
    pub const fn window(&self) -> Years {
        Years { first: self.history.first, last: self.outlook_end }
    }
}

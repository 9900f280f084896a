//! What happens to us. A shock is declared once: its label, how hard it hits (a range of the
//! assumptions), where it can happen and how long it lasts.

mod catalog;
mod script;

pub use catalog::{SHOCK_COUNT, ShockId};
pub use script::{Fired, Script, ShockError};

use crate::assumptions::AssumptionId;
use crate::i18n::Text;

/// Where a shock can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    City,
    Ward,
    Centre,
}

/// How long a shock lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// It happens in one month.
    Once,
    /// How hard it hits *is* how long it lasts.
    Severity,
    /// As many months as whoever fires it says.
    Months { usual: u16, longest: u16 },
    /// It comes bit by bit in this many months and stays.
    Builds(u16),
}

/// One shock as declared.
#[derive(Clone, Copy, Debug)]
pub struct ShockSpec {
    pub id: ShockId,
    pub key: &'static str,
    pub label: Text,
    /// What it does, in a sentence.
    pub what: Text,
    /// How hard it hits: label, unit, range and reason stand there.
    pub severity: AssumptionId,
    pub place: Place,
    pub length: Length,
}

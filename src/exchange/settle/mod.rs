//! From understood sheets to tables: people, figures, targets and places.

pub mod ages;
pub mod figures;
pub mod follow;
pub mod people;
pub mod places;

mod blocks;
mod collect;
mod hidden;
mod months;
mod put;

pub use put::{PASTED, headers, time_key};

use std::collections::BTreeMap;

use crate::exchange::meaning::Understood;
use crate::exchange::meaning::lexicon::MORE;
use crate::exchange::meaning::names::Names;
use crate::exchange::problem::Problem;
use crate::exchange::tables::Tables;
use crate::facts::observation::MeasureFact;
use crate::i18n::Label;
use put::NO_UNIT;

/// What was done, for the preview to tell; and all that is wrong.
#[derive(Clone, Debug, Default)]
pub struct Done {
    pub problems: Vec<Problem>,
    /// Withheld counts that a total told.
    pub n_worked_out: usize,
    /// Withheld figures taken as a range.
    pub n_ranges: usize,
    /// Figures withheld or not counted, left out: not zero.
    pub n_left_out: usize,
    /// Figures written as «-»: no value, and no zero either.
    pub n_none: usize,
    pub n_totals_checked: usize,
    /// Totals that agree with their parts but for rounding.
    pub n_totals_rounded: usize,
    /// Plans and estimates of what is given as an actual too.
    pub n_before_the_fact: usize,
    /// Totals that are more than the kinds named beside them.
    pub n_totals_of_more: usize,
    /// Values of single months that make up a year's.
    pub n_months: usize,
    /// Totals worked out anew because a part of them was replaced.
    pub n_followed: usize,
    /// Rows of both sexes that were divided as the nation is.
    pub n_split_by_sex: usize,
    pub n_of_unknown_age: usize,
    /// There are people by age, whether they can be taken in or not.
    pub sees_people: bool,
    /// Indicators that nobody knew before, by key and name.
    pub new_measures: Vec<(String, Label)>,
    /// The figures that were taken in, each with where it stands.
    pub given: Vec<figures::Figure>,
    /// Rows added to and replaced in each file.
    pub changes: BTreeMap<String, (usize, usize)>,
    measures: Vec<MeasureFact>,
}

impl Done {
    pub fn new(measures: &[MeasureFact]) -> Self {
        Self { measures: measures.to_vec(), ..Self::default() }
    }

    /// None where none was given.
    fn unit(&self, key: &str) -> Option<&str> {
        let told = self.measures.iter().find(|measure| measure.key.0 == key);
        let more = || MORE.iter().find(|(more, _)| *more == key).map(|(_, label)| label[2]);
        let unit = told.map(|measure| measure.unit.ja.as_str()).or_else(more);
        unit.filter(|unit| *unit != NO_UNIT[0])
    }

    fn is_share(&self, key: &str) -> bool {
        self.unit(key).is_some_and(|unit| unit.starts_with('%'))
    }

    fn is_counted(&self, key: &str) -> bool {
        self.unit(key).is_some_and(|unit| !unit.starts_with('%'))
    }

    /// Counted over a year, so that a month's value is a part of it.
    fn is_of_a_year(&self, key: &str) -> bool {
        self.unit(key).is_some_and(|unit| unit.ends_with("/年"))
    }

    fn measure_name(&self, key: &str) -> Label {
        let measure = self.measures.iter().find(|measure| measure.key.0 == key);
        let more = || MORE.iter().find(|(more, _)| *more == key);
        let more = || more().map(|(_, [ja, en, ..])| Label::new(*ja, *en));
        let own = || self.new_measures.iter().find(|(own, _)| own == key).map(|(_, l)| l.clone());
        let told = measure.map(|measure| measure.label.clone());
        told.or_else(more).or_else(own).unwrap_or_else(|| Label::new(key, ""))
    }

    fn changed(&mut self, file: &str, was_there: bool) {
        let counts = self.changes.entry(file.to_owned()).or_default();
        if was_there { counts.1 += 1 } else { counts.0 += 1 }
    }
}

/// What the tables are put into, and what they say of themselves.
pub struct Ground<'a> {
    pub names: &'a Names,
    pub file: &'a str,
    pub men: people::MenShare<'a>,
    /// How wards are divided among areas where there is a projection to keep; none where the
    /// wards themselves become the base.
    pub split: Option<Split<'a>>,
}

/// Wards in, areas out.
pub type Split<'a> = &'a dyn Fn(&[&people::PeopleRow]) -> Vec<people::PeopleRow>;

/// Puts all sheets of a file into the tables.
pub fn settle(sheets: &[Understood], ground: &Ground<'_>, tables: &mut Tables, done: &mut Done) {
    let before = done.changes.clone();
    // Before anything is told of them: by then they have names.
    put::own_measures(sheets, tables, done);
    let collected = collect::collect(sheets, ground, done);
    let source = put::Source::of(ground.file, sheets);
    let names = collected.people.names.clone();
    done.sees_people |= !collected.people.is_empty();
    let people = collected.people.settle(ground.men, done);
    put::people(&people, &names, ground, &source, tables, done);
    let figures = collected.figures.settle(ground.names, done);
    put::figures(&figures, &source, tables, done);
    if done.changes != before {
        source.put(tables);
    }
}

//! Values of single months: what is counted over a year is taken as the year's, from twelve months
//! or from the total beside them. A month alone would be read as a very small year.

use std::collections::BTreeMap;

use super::Done;
use super::figures::{Figure, Figures, Key};
use crate::exchange::problem::{Fault, Problem};
use crate::i18n::{Label, Lang, time};
use crate::units::When;

const MONTHS: usize = 12;

impl Figures {
    pub(super) fn add_months(&mut self, done: &mut Done) {
        let mut years: BTreeMap<Key, Vec<Figure>> = BTreeMap::new();
        self.found.retain(|key, figure| {
            let When::Month(month) = key.when else { return true };
            if key.is_target || !done.is_of_a_year(&key.measure) {
                return true;
            }
            let when = When::FiscalYear(month.fiscal_year());
            years.entry(Key { when, ..key.clone() }).or_default().push(figure.clone());
            false
        });
        for (key, months) in years {
            let n = months.len();
            let Some(first) = months.first().filter(|_| n == MONTHS) else {
                if self.found.contains_key(&key) {
                    done.n_months += n;
                } else {
                    self.too_few(&key, &months, done);
                }
                continue;
            };
            done.n_months += n;
            let value = months.iter().map(|month| month.value).sum();
            let half = months.iter().map(|month| month.half).sum();
            let kind = months.iter().map(|month| month.kind).max().unwrap_or(first.kind);
            let note = ["12か月の計".into(), "sum of twelve months".into()];
            let first = first.clone();
            self.put_sum(Figure { key, value, kind, note, half, error_sd: None, ..first }, done);
        }
    }

    fn too_few(&self, key: &Key, months: &[Figure], done: &mut Done) {
        let Some(first) = months.first() else { return };
        let year = key.when.fiscal_year();
        let measure = done.measure_name(&key.measure);
        let [ja, en] = [Lang::Ja, Lang::En].map(|lang| {
            let year = year.map(|year| time::fiscal_year(lang, year)).unwrap_or_default();
            format!("{} {year}", measure.get(lang))
        });
        let what = Label::new(ja, en);
        let fault = Fault::MonthsMissing { what, n: months.len() };
        done.problems.push(Problem::new(first.at.clone(), fault));
    }
}

//! The population pyramid, year by year.

use std::rc::Rc;

use yew::AttrValue;

use super::Seen;
use crate::engine::pyramid::Heads;
use crate::i18n::{Text, time};
use crate::ui::charts::format::Format;
use crate::ui::charts::pyramid::{PyramidSeries, PyramidYear};
use crate::ui::words;

const PEOPLE: Text = Text { ja: "人", en: "people" };

/// From 65 on.
const OLDER_FROM: usize = 13;

/// `heads` are the people of the years of [`super::long::years`].
pub fn series(seen: &Seen<'_>, heads: &[Heads]) -> PyramidSeries {
    let lang = seen.lang;
    let first = seen.city.facts.frame.plan.first;
    let year = |(year, heads): (crate::units::FiscalYear, &Heads)| PyramidYear {
        label: AttrValue::from(time::fiscal_year(lang, year)),
        men: heads[0].to_vec(),
        women: heads[1].to_vec(),
        is_forecast: first <= year,
    };
    let shown = super::long::years(seen);
    let last = seen.city.facts.frame.plan.last;
    let start = shown.iter().position(|year| *year == last).unwrap_or(0);
    let years: Rc<[PyramidYear]> = shown.into_iter().zip(heads).map(year).collect();
    let n_groups = heads.first().map_or(0, |heads| heads[0].len());
    let title = words::PYRAMID.get(lang);
    PyramidSeries {
        name: AttrValue::from("pyramid"),
        title: seen.title(title),
        unit: AttrValue::from(PEOPLE.get(lang)),
        summary: seen.title(title),
        lang,
        ages: (0..n_groups).map(|g| words::age_group(lang, g, n_groups).into()).collect(),
        year: start,
        outline: seen.forecast_from(),
        years,
        older_from: OLDER_FROM,
        value: Format::rounded(lang, PEOPLE),
    }
}

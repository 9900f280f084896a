//! The rows that count people: base year, census, projection, register.

use crate::facts::Municipality;
use crate::facts::basis::CensusBands;
use crate::facts::counting::{Completed, Count, Raw};
use crate::facts::figures::{FigureRow, Section};
use crate::facts::observation::Kind;
use crate::facts::population::PopulationTable;
use crate::i18n::{Label, Text};
use crate::places::{Level, PlaceId};
use crate::sources::Provenance;
use crate::units::{Date, When};

const PERSONS: Text = Text { ja: "人", en: "persons" };
const HOUSEHOLDS: Text = Text { ja: "世帯", en: "households" };

#[rustfmt::skip]
const COMPLETED: [(u8, Text); 4] = [
    (0, Text { ja: "人口（年齢不詳を配分済み）", en: "population (unknown ages shared out)" }),
    (65, Text { ja: "65歳以上（年齢不詳を配分済み）", en: "65 and over (unknown ages shared out)" }),
    (75, Text { ja: "75歳以上（年齢不詳を配分済み）", en: "75 and over (unknown ages shared out)" }),
    (85, Text { ja: "85歳以上（年齢不詳を配分済み）", en: "85 and over (unknown ages shared out)" }),
];

/// Total, 65+, 75+ and 85+ of the base year for city, wards and areas.
pub(super) fn base_year(municipality: &Municipality) -> Vec<FigureRow> {
    let people = &municipality.population;
    let year = municipality.frame.base_year;
    let mut rows = Vec::new();
    for place in municipality.places.ids() {
        let table = match municipality.places.get(place).level {
            Level::Municipality | Level::Ward => &people.base,
            Level::Area => &people.areas,
            Level::Centre => continue,
        };
        let date = table.date_in(year).unwrap_or(Date { year, month: 10, day: 1 });
        add_from_ages(&mut rows, municipality, table, place, date, Section::Population);
    }
    rows
}

/// The same of every year of the projection and its base, for city and wards.
pub(super) fn projection(municipality: &Municipality) -> Vec<FigureRow> {
    let Some(edition) = &municipality.population.edition else { return Vec::new() };
    let mut rows = Vec::new();
    for date in edition.dates() {
        for place in municipality.places.ids() {
            add_from_ages(&mut rows, municipality, edition, place, date, Section::Projection);
        }
    }
    rows
}

fn add_from_ages(
    rows: &mut Vec<FigureRow>,
    municipality: &Municipality,
    table: &PopulationTable<Completed>,
    place: PlaceId,
    date: Date,
    section: Section,
) {
    let at = municipality.places.get(place);
    if at.is_implicit {
        return;
    }
    // The first year of a projection is its base: a census with the unknown ages shared out.
    let is_ahead = section == Section::Projection && table.dates().first() != Some(&date);
    let kind = if is_ahead { Kind::Projection } else { Kind::Computed };
    for (age, label) in COMPLETED {
        let Some(count) = table.from_age(place, date.year, age) else { continue };
        rows.push(FigureRow {
            section,
            label: label.into(),
            value: count.persons() as f64,
            unit: PERSONS.into(),
            place: at.name.clone(),
            place_id: Some(place),
            when: When::Day(date),
            kind: kind.label(),
            provenance: table.provenance,
            note: Label::default(),
        });
    }
}

/// One counted figure of a place: label, unit, value.
type Counted = (Text, Text, Option<u32>);

fn counted(
    municipality: &Municipality,
    section: Section,
    (place, when, provenance): (PlaceId, When, Provenance),
    figures: impl IntoIterator<Item = Counted>,
) -> Vec<FigureRow> {
    let row = |(label, unit, value): Counted| {
        Some(FigureRow {
            section,
            label: label.into(),
            value: f64::from(value?),
            unit: unit.into(),
            place: municipality.places.get(place).name.clone(),
            place_id: Some(place),
            when,
            kind: Kind::Actual.label(),
            provenance,
            note: Label::default(),
        })
    };
    figures.into_iter().filter_map(row).collect()
}

/// What the census published of city and wards, both sexes together.
pub(super) fn census(municipality: &Municipality) -> Vec<FigureRow> {
    let both = municipality.population.bands.iter().filter(|band| band.sex.is_none());
    let rows = both.flat_map(|band| {
        let about = (band.place, When::Day(band.date), band.provenance);
        #[rustfmt::skip]
        let figures = [
            (Text { ja: "人口（年齢不詳を含む総数）", en: "population (total, unknown ages in it)" },
                PERSONS, band.total),
            (Text { ja: "15歳未満（年齢不詳を除く）", en: "under 15 (unknown ages left out)" },
                PERSONS, band.under_15),
            (Text { ja: "15〜64歳（年齢不詳を除く）", en: "15 to 64 (unknown ages left out)" },
                PERSONS, band.from_15_to_64),
            (Text { ja: "65歳以上（年齢不詳を除く）", en: "65 and over (unknown ages left out)" },
                PERSONS, band.from_65),
            (Text { ja: "70歳以上（年齢不詳を除く）", en: "70 and over (unknown ages left out)" },
                PERSONS, band.from_70),
            (Text { ja: "75歳以上（年齢不詳を除く）", en: "75 and over (unknown ages left out)" },
                PERSONS, band.from_75),
            (Text { ja: "85歳以上（年齢不詳を除く）", en: "85 and over (unknown ages left out)" },
                PERSONS, band.from_85),
        ];
        counted(municipality, Section::Census, about, figures)
    });
    rows.collect()
}

/// Stocks on 1 January after a calendar year, and the flows of that year.
pub(super) fn register(municipality: &Municipality) -> Vec<FigureRow> {
    let rows = municipality.population.register.iter().flat_map(|year| {
        let stock = When::Day(Date { year: year.flow_year + 1, month: 1, day: 1 });
        let flow = When::CalendarYear(year.flow_year);
        #[rustfmt::skip]
        let stocks = [
            (Text { ja: "男（住民基本台帳）", en: "men (residents' register)" },
                PERSONS, Some(year.men)),
            (Text { ja: "女（住民基本台帳）", en: "women (residents' register)" },
                PERSONS, Some(year.women)),
            (Text { ja: "世帯数", en: "households" }, HOUSEHOLDS, Some(year.households)),
        ];
        #[rustfmt::skip]
        let flows = [
            (Text { ja: "出生", en: "births" }, PERSONS, Some(year.births)),
            (Text { ja: "死亡", en: "deaths" }, PERSONS, Some(year.deaths)),
            (Text { ja: "転入", en: "moved in" }, PERSONS, Some(year.moved_in)),
            (Text { ja: "転出", en: "moved out" }, PERSONS, Some(year.moved_out)),
        ];
        let about = |when| (year.place, when, year.provenance);
        let mut rows = counted(municipality, Section::Register, about(stock), stocks);
        rows.extend(counted(municipality, Section::Register, about(flow), flows));
        rows
    });
    rows.collect()
}

/// The base year of the municipality counted both ways, side by side and never in one rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoWays {
    pub date: Date,
    pub rows: Vec<TwoWaysRow>,
    /// People of unknown age: in the published total, in no age.
    pub unknown: Count<Raw>,
    pub raw: Provenance,
    pub completed: Provenance,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoWaysRow {
    pub what: Text,
    pub raw: Option<Count<Raw>>,
    pub completed: Option<Count<Completed>>,
}

const ALL_AGES: Text = Text { ja: "人口", en: "population" };
const FROM_65: Text = Text { ja: "65歳以上", en: "65 and over" };
const FROM_75: Text = Text { ja: "75歳以上", en: "75 and over" };
const FROM_85: Text = Text { ja: "85歳以上", en: "85 and over" };

/// None where no census with its total and its three wide ages is given for the base year.
pub fn two_ways(municipality: &Municipality) -> Option<TwoWays> {
    let (root, year) = (municipality.places.root(), municipality.frame.base_year);
    let population = &municipality.population;
    let is_it =
        |band: &&CensusBands| band.place == root && band.date.year == year && band.sex.is_none();
    let band = population.bands.iter().find(is_it)?;
    let known = band.under_15? + band.from_15_to_64? + band.from_65?;
    let unknown = i64::from(band.total?) - i64::from(known);
    let raw = |count: Option<u32>| count.map(|count| Count::new(i64::from(count)));
    let row = |what, age, count| TwoWaysRow {
        what,
        raw: raw(count),
        completed: population.base.from_age(root, year, age),
    };
    Some(TwoWays {
        date: band.date,
        rows: vec![
            row(ALL_AGES, 0, Some(known)),
            row(FROM_65, 65, band.from_65),
            row(FROM_75, 75, band.from_75),
            row(FROM_85, 85, band.from_85),
        ],
        unknown: Count::new(unknown),
        raw: band.provenance,
        completed: population.base.provenance,
    })
}

//! Every figure as a row a person can search: what the data page and `mitoshi facts` show.

use crate::facts::Municipality;
use crate::facts::observation::{Kind, TargetPlace, direction_words};
use crate::i18n::{Label, Lang, Text, number, time};
use crate::places::{Level, PlaceId};
use crate::sources::Provenance;
use crate::units::{Date, When};

/// Which list of the municipality the row comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    Observed,
    Target,
    Population,
    Peer,
}

impl Section {
    pub const ALL: [Self; 4] = [Self::Observed, Self::Target, Self::Population, Self::Peer];

    pub const fn label(self) -> Text {
        match self {
            Self::Observed => Text { ja: "この自治体の値", en: "this municipality" },
            Self::Target => Text { ja: "目標", en: "targets" },
            Self::Population => {
                Text { ja: "基準年の人口", en: "population in the base year" }
            }
            Self::Peer => Text { ja: "ほかの自治体・全国", en: "others and the nation" },
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct FigureRow {
    pub section: Section,
    pub label: Label,
    pub value: f64,
    pub unit: Label,
    pub place: Label,
    /// Which of our own places it is about; none for a peer and for «each area».
    pub place_id: Option<PlaceId>,
    pub when: When,
    /// «実績», «見込み», «以上» …
    pub kind: Text,
    pub provenance: Provenance,
    pub note: Label,
}

impl FigureRow {
    /// The value with its unit, every digit as the source gives it.
    pub fn value_text(&self, lang: Lang) -> String {
        number::with_unit(lang, self.value, self.unit.get(lang))
    }

    /// Does it hold every word of the search, in either language?
    pub fn matches(&self, municipality: &Municipality, search: &str) -> bool {
        let Self { label, unit, place, note, .. } = self;
        let mut words =
            [&label.ja, &label.en, &unit.ja, &unit.en, &place.ja, &place.en, &note.ja, &note.en]
                .map(|text| text.to_lowercase())
                .join(" ");
        for lang in [Lang::Ja, Lang::En] {
            words.push(' ');
            words += &municipality.citation(self.provenance.source, lang).to_lowercase();
            words.push(' ');
            words += &time::when(lang, self.when).to_lowercase();
            words.push(' ');
            words += self.provenance.grade.label().get(lang);
            words.push(' ');
            words += self.kind.get(lang);
        }
        search.to_lowercase().split_whitespace().all(|word| words.contains(word))
    }
}

const PERSONS: Text = Text { ja: "人", en: "persons" };

/// Every figure of a municipality, section by section.
pub fn table(municipality: &Municipality) -> Vec<FigureRow> {
    let mut rows = Vec::new();
    rows.extend(observed(municipality));
    rows.extend(targets(municipality));
    rows.extend(population(municipality));
    rows.extend(peers(municipality));
    rows
}

fn observed(municipality: &Municipality) -> impl Iterator<Item = FigureRow> + '_ {
    municipality.observations.iter().map(|seen| {
        let (label, unit) = names(municipality, seen.measure.as_str());
        FigureRow {
            section: Section::Observed,
            label,
            value: seen.value,
            unit,
            place: municipality.places.get(seen.place).name.clone(),
            place_id: Some(seen.place),
            when: seen.when,
            kind: seen.kind.label(),
            provenance: seen.provenance,
            note: seen.note.clone(),
        }
    })
}

fn peers(municipality: &Municipality) -> impl Iterator<Item = FigureRow> + '_ {
    municipality.peers.iter().map(|peer| {
        let (label, unit) = names(municipality, peer.measure.as_str());
        FigureRow {
            section: Section::Peer,
            label,
            value: peer.value,
            unit,
            place: peer.place.clone(),
            place_id: None,
            when: peer.when,
            kind: peer.kind.label(),
            provenance: peer.provenance,
            note: peer.note.clone(),
        }
    })
}

fn targets(municipality: &Municipality) -> impl Iterator<Item = FigureRow> + '_ {
    municipality.targets.iter().map(|target| {
        let (label, unit) = names(municipality, target.measure.as_str());
        let (place, place_id) = match target.place {
            TargetPlace::At(place) => (municipality.places.get(place).name.clone(), Some(place)),
            TargetPlace::EachWard => (Label::new("各区", "each ward"), None),
            TargetPlace::EachArea => (Label::new("各圏域", "each care area"), None),
            TargetPlace::EachCentre => (Label::new("各センター", "each centre"), None),
        };
        let words = |lang| direction_words(target.direction, lang);
        FigureRow {
            section: Section::Target,
            label,
            value: target.value,
            unit,
            place,
            place_id,
            when: When::FiscalYear(target.year),
            kind: Text { ja: words(Lang::Ja), en: words(Lang::En) },
            provenance: target.provenance,
            note: target.note.clone(),
        }
    })
}

/// Total, 65+, 75+ and 85+ of the base year for city, wards and areas.
fn population(municipality: &Municipality) -> Vec<FigureRow> {
    let people = &municipality.population;
    let mut rows = Vec::new();
    for place in municipality.places.ids() {
        let at = municipality.places.get(place);
        let table = match at.level {
            Level::Municipality | Level::Ward => &people.base,
            Level::Area => &people.areas,
            Level::Centre => continue,
        };
        if at.is_implicit {
            continue;
        }
        let date = table.date_in(municipality.frame.base_year);
        let date = date.unwrap_or(Date { year: municipality.frame.base_year, month: 10, day: 1 });
        for (age, label) in POPULATION_ROWS {
            let Some(count) = table.from_age(place, date.year, age) else { continue };
            rows.push(FigureRow {
                section: Section::Population,
                label: label.into(),
                value: count.persons() as f64,
                unit: PERSONS.into(),
                place: at.name.clone(),
                place_id: Some(place),
                when: When::Day(date),
                kind: Kind::Computed.label(),
                provenance: table.provenance,
                note: Label::default(),
            });
        }
    }
    rows
}

const POPULATION_ROWS: [(u8, Text); 4] = [
    (
        0,
        Text {
            ja: "人口（年齢不詳を配分済み）", en: "population (unknown ages shared out)"
        },
    ),
    (
        65,
        Text {
            ja: "65歳以上（年齢不詳を配分済み）", en: "65 and over (unknown ages shared out)"
        },
    ),
    (
        75,
        Text {
            ja: "75歳以上（年齢不詳を配分済み）", en: "75 and over (unknown ages shared out)"
        },
    ),
    (
        85,
        Text {
            ja: "85歳以上（年齢不詳を配分済み）", en: "85 and over (unknown ages shared out)"
        },
    ),
];

fn names(municipality: &Municipality, key: &str) -> (Label, Label) {
    let measure = municipality.measure(key);
    let named = measure.map(|measure| (measure.label.clone(), measure.unit.clone()));
    // The reader refuses a measure without a name, so this is only for values built in tests.
    named.unwrap_or_else(|| (Label::new(key, key), Label::default()))
}

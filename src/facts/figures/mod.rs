//! Every figure as a row a person can search: what the data page and `mitoshi facts` show.

mod people;

pub use people::{TwoWays, TwoWaysRow, two_ways};

use crate::facts::Municipality;
use crate::facts::observation::{TargetPlace, direction_words};
use crate::i18n::{Label, Lang, Text, number, time};
use crate::places::PlaceId;
use crate::sources::{Grade, Provenance};
use crate::units::When;

/// Which list of the municipality the row comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    Observed,
    Target,
    Population,
    Census,
    Projection,
    Register,
    Peer,
}

impl Section {
    pub const ALL: [Self; 7] = [
        Self::Observed,
        Self::Target,
        Self::Population,
        Self::Census,
        Self::Projection,
        Self::Register,
        Self::Peer,
    ];

    pub const fn label(self) -> Text {
        match self {
            Self::Observed => Text { ja: "この自治体の値", en: "this municipality" },
            Self::Target => Text { ja: "目標", en: "targets" },
            Self::Population => {
                Text { ja: "基準年の人口", en: "population in the base year" }
            }
            Self::Census => Text {
                ja: "国勢調査（年齢不詳を除く）",
                en: "census (unknown ages left out)",
            },
            Self::Projection => Text { ja: "人口の将来推計", en: "population projection" },
            Self::Register => Text { ja: "住民基本台帳", en: "residents' register" },
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

    /// Is it of the whole nation, and not of another municipality?
    pub fn is_national(&self) -> bool {
        let is_japan = ["日本", "全国"].iter().any(|name| self.place.ja.starts_with(name));
        self.section == Section::Peer && is_japan
    }

    /// Everything a search looks at, in both languages and small letters.
    pub fn search_words(&self, municipality: &Municipality) -> String {
        let Self { label, unit, place, note, .. } = self;
        let mut words =
            [&label.ja, &label.en, &unit.ja, &unit.en, &place.ja, &place.en, &note.ja, &note.en]
                .map(String::as_str)
                .join(" ");
        for lang in [Lang::Ja, Lang::En] {
            let parts = [
                &self.value_text(lang),
                &municipality.citation(self.provenance.source, lang),
                &time::when(lang, self.when),
                self.provenance.grade.label().get(lang),
                self.kind.get(lang),
            ];
            for part in parts {
                words.push(' ');
                words += part;
            }
        }
        words.to_lowercase()
    }

    /// Does it hold every word of the search, in either language?
    pub fn matches(&self, municipality: &Municipality, search: &str) -> bool {
        holds(&self.search_words(municipality), search)
    }
}

/// Do these words (of [`FigureRow::search_words`]) hold every word of the search?
pub fn holds(words: &str, search: &str) -> bool {
    search.to_lowercase().split_whitespace().all(|word| words.contains(word))
}

/// How many of the rows there are of each grade, in the order of the grades.
pub fn count_by_grade(rows: &[FigureRow]) -> [(Grade, usize); 4] {
    let of = |grade| rows.iter().filter(|row| row.provenance.grade == grade).count();
    Grade::ALL.map(|grade| (grade, of(grade)))
}

/// Every figure of a municipality, section by section.
pub fn table(municipality: &Municipality) -> Vec<FigureRow> {
    let mut rows = Vec::new();
    rows.extend(observed(municipality));
    rows.extend(targets(municipality));
    rows.extend(people::base_year(municipality));
    rows.extend(people::census(municipality));
    rows.extend(people::projection(municipality));
    rows.extend(people::register(municipality));
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

fn names(municipality: &Municipality, key: &str) -> (Label, Label) {
    let measure = municipality.measure(key);
    let named = measure.map(|measure| (measure.label.clone(), measure.unit.clone()));
    // The reader refuses a measure without a name, so this is only for values built in tests.
    named.unwrap_or_else(|| (Label::new(key, key), Label::default()))
}

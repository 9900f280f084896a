//! The list of figures made ready to be shown, searched and sorted: strings are made once, so that
//! a letter typed costs no more than looking.

use std::cmp::Ordering;

use yew::AttrValue;

use crate::facts::Municipality;
use crate::facts::figures::{FigureRow, Section, holds};
use crate::i18n::{Lang, Text, time};
use crate::sources::Grade;
use crate::ui::components::data_table::Sort;

/// One figure, ready for the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub row: FigureRow,
    /// What a search looks at.
    pub words: String,
    pub value: AttrValue,
    pub when: AttrValue,
    pub source: AttrValue,
}

pub fn lines(municipality: &Municipality, rows: &[FigureRow], lang: Lang) -> Vec<Line> {
    let line = |row: &FigureRow| Line {
        words: row.search_words(municipality),
        value: row.value_text(lang).into(),
        when: time::when(lang, row.when).into(),
        source: municipality.citation(row.provenance.source, lang).into(),
        row: row.clone(),
    };
    rows.iter().map(line).collect()
}

/// The columns, in the order they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Label,
    Value,
    Place,
    When,
    Kind,
    Grade,
    Source,
}

impl Column {
    pub const ALL: [Self; 7] =
        [Self::Label, Self::Value, Self::Place, Self::When, Self::Kind, Self::Grade, Self::Source];

    pub const fn label(self) -> Text {
        match self {
            Self::Label => Text { ja: "何の値か", en: "Figure" },
            Self::Value => Text { ja: "値と単位", en: "Value and unit" },
            Self::Place => Text { ja: "場所", en: "Place" },
            Self::When => Text { ja: "時点", en: "Time" },
            Self::Kind => Text { ja: "種類", en: "Kind" },
            Self::Grade => Text { ja: "確かさ", en: "Grade" },
            Self::Source => Text { ja: "出典", en: "Source" },
        }
    }

    fn compare(self, a: &Line, b: &Line, lang: Lang) -> Ordering {
        let words = |a: &str, b: &str| a.cmp(b);
        match self {
            Self::Label => words(a.row.label.get(lang), b.row.label.get(lang)),
            Self::Value => a.row.value.total_cmp(&b.row.value),
            Self::Place => words(a.row.place.get(lang), b.row.place.get(lang)),
            Self::When => a.row.when.month().cmp(&b.row.when.month()),
            Self::Kind => words(a.row.kind.get(lang), b.row.kind.get(lang)),
            Self::Grade => a.row.provenance.grade.cmp(&b.row.provenance.grade),
            Self::Source => words(&a.source, &b.source),
        }
    }
}

/// A part of the list that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    Of(Section),
    /// Other municipalities: what is of others and not of the nation.
    Others,
    Nation,
}

impl Shelf {
    pub const ALL: [Self; 8] = [
        Self::Of(Section::Observed),
        Self::Of(Section::Target),
        Self::Others,
        Self::Nation,
        Self::Of(Section::Population),
        Self::Of(Section::Census),
        Self::Of(Section::Projection),
        Self::Of(Section::Register),
    ];

    pub const fn label(self) -> Text {
        match self {
            Self::Of(section) => section.label(),
            Self::Others => Text { ja: "ほかの自治体", en: "other municipalities" },
            Self::Nation => Text { ja: "全国", en: "the nation" },
        }
    }

    pub fn holds(self, row: &FigureRow) -> bool {
        match self {
            Self::Of(section) => row.section == section,
            Self::Others => row.section == Section::Peer && !row.is_national(),
            Self::Nation => row.is_national(),
        }
    }
}

/// What is asked of the list. None: all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    pub search: String,
    pub shelf: Option<Shelf>,
    pub grade: Option<Grade>,
    pub sort: Option<Sort>,
}

/// The lines to show, in order. Where nothing is sorted, the order of the tables stays.
pub fn arrange(lines: &[Line], asked: &Asked, lang: Lang) -> Vec<usize> {
    let fits = |line: &Line| {
        asked.shelf.is_none_or(|shelf| shelf.holds(&line.row))
            && asked.grade.is_none_or(|grade| line.row.provenance.grade == grade)
            && holds(&line.words, &asked.search)
    };
    let mut kept: Vec<usize> = (0..lines.len()).filter(|i| fits(&lines[*i])).collect();
    let Some(sort) = asked.sort else { return kept };
    let Some(column) = Column::ALL.get(sort.column()) else { return kept };
    kept.sort_by(|a, b| {
        let order = column.compare(&lines[*a], &lines[*b], lang);
        if matches!(sort, Sort::Down(_)) { order.reverse() } else { order }
    });
    kept
}

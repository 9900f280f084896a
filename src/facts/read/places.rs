//! `places.csv`: the tree as far as it is known; what lies below is made up and marked so.

use crate::facts::error::{FactError, Problem};
use crate::facts::illustrative;
use crate::facts::read::Reading;
use crate::facts::read::frame::Head;
use crate::facts::table::Row;
use crate::i18n::Label;
use crate::places::{Level, NewPlace, Places};
use crate::sources::OwnSource;

const COLUMNS: [&str; 11] = [
    "code", "level", "parent", "name_ja", "name_en", "areas", "centres", "source", "grade",
    "note_ja", "note_en",
];

/// A row of the table: a place, and how many areas and centres a ward has in all.
pub(in crate::facts) struct ListedPlace {
    pub(in crate::facts) place: NewPlace,
    pub(in crate::facts) n_areas: Option<u32>,
    pub(in crate::facts) n_centres: Option<u32>,
}

impl Reading<'_> {
    #[inline(never)]
    pub(super) fn read_places(&mut self, head: &Head) -> Option<Places> {
        let table = self.required("places.csv")?;
        let checked = table.expect_columns(&COLUMNS);
        self.keep(checked)?;
        self.errors.extend(table.duplicates(&["code"]));
        let own = self.own_sources.clone();
        let mut listed = Vec::new();
        for row in table.rows() {
            let place = listed_place(row, &own);
            listed.extend(self.keep(place));
        }
        if !listed.iter().any(|listed| listed.place.code == head.code) {
            let problem = Problem::UnknownPlace { code: head.code.clone() };
            self.errors.push(FactError::new("places.csv", problem));
            return None;
        }
        let built = Places::build(illustrative::complete_tree(listed)).map_err(|error| {
            let line = table.rows().find(|row| Some(row.text("code")) == error.code());
            let line = line.map(|row| row.line());
            let mut fact = FactError::new("places.csv", Problem::Place(error));
            fact.at.line = line;
            fact
        });
        self.keep(built)
    }
}

fn listed_place(row: Row<'_>, own: &[OwnSource]) -> Result<ListedPlace, FactError> {
    let level = row.word("level", Level::find, "municipality, ward, area, centre")?;
    let parent = (level != Level::Municipality).then(|| row.text("parent").to_owned());
    Ok(ListedPlace {
        place: NewPlace {
            code: row.required("code")?.to_owned(),
            level,
            parent,
            name: Label::new(row.required("name_ja")?, row.text("name_en")),
            provenance: row.provenance(own)?,
            is_implicit: false,
            note: row.note(),
        },
        n_areas: row.optional_count("areas")?,
        n_centres: row.optional_count("centres")?,
    })
}

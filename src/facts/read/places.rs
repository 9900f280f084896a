//! `places.csv`: the tree as far as it is known; what lies below is made up and marked so.

use crate::facts::error::{FactError, Problem};
use crate::facts::illustrative;
use crate::facts::read::Reading;
use crate::facts::read::frame::Head;
use crate::facts::table::Row;
use crate::i18n::Label;
use crate::places::{Level, NewPlace, PlaceError, Places};
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
            // A second row of a code is told above; the first one goes into the tree.
            let is_new = |new: &ListedPlace| {
                !listed.iter().any(|known: &ListedPlace| known.place.code == new.place.code)
            };
            let place = self.keep(place).filter(is_new);
            listed.extend(place);
        }
        self.errors.extend(table.rows().flat_map(|row| fewer_than_listed(row, &listed)));
        let n_places = n_places(&listed);
        if n_places > Places::MOST {
            let problem = Problem::Place(PlaceError::TooMany { n: n_places });
            self.errors.push(FactError::new("places.csv", problem));
            return None;
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

/// Where a row says how many areas or centres there are in all, no more of them are listed.
fn fewer_than_listed(row: Row<'_>, listed: &[ListedPlace]) -> Vec<FactError> {
    let code = row.text("code");
    let parent = |code: &str| {
        let place = listed.iter().find(|listed| listed.place.code == code);
        place.and_then(|listed| listed.place.parent.clone())
    };
    // A centre may stand under its ward, or under an area of it.
    let is_below = |listed: &&ListedPlace| {
        let first = listed.place.parent.clone();
        std::iter::successors(first, |above| parent(above)).take(3).any(|above| above == code)
    };
    let columns = [("areas", Level::Area), ("centres", Level::Centre)];
    let error = |(column, level): (&str, Level)| {
        let given = row.optional_count(column).ok().flatten()?;
        let of_it = listed.iter().filter(|listed| listed.place.level == level);
        let listed = of_it.filter(is_below).count() as u32;
        let problem = Problem::FewerThanListed { level, given, listed };
        (given < listed).then(|| row.error(column, problem))
    };
    columns.into_iter().filter_map(error).collect()
}

/// The places of the completed tree, counted before any of them is made.
fn n_places(listed: &[ListedPlace]) -> usize {
    let made = |listed: &ListedPlace| {
        let ListedPlace { n_areas, n_centres, .. } = listed;
        n_areas.unwrap_or(0) as usize + n_centres.unwrap_or(0) as usize
    };
    listed.len() + listed.iter().map(made).fold(0, usize::saturating_add)
}

//! Builds the tree from a list, and says what is wrong with a list that is not a tree.

use std::collections::BTreeMap;

use crate::i18n::{Label, Lang, number};
use crate::places::{Level, Place, PlaceId, Places};
use crate::sources::Provenance;

/// A place as a table gives it: the parent by its code, in any order.
#[derive(Clone, Debug)]
pub struct NewPlace {
    pub code: String,
    pub level: Level,
    pub parent: Option<String>,
    pub name: Label,
    pub provenance: Provenance,
    pub is_implicit: bool,
    pub note: Label,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceError {
    NoMunicipality,
    SecondMunicipality { code: String },
    Duplicate { code: String },
    UnknownParent { code: String, parent: String },
    WrongParent { code: String, parent: String },
    TooMany { n: usize },
}

impl PlaceError {
    pub fn describe(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::NoMunicipality, Lang::Ja) => {
                "市区町村の行がありません。区分が municipality の行を1つ入れてください。".into()
            }
            (Self::NoMunicipality, Lang::En) => {
                "There is no row for the municipality. Add one row of level municipality.".into()
            }
            (Self::SecondMunicipality { code }, Lang::Ja) => {
                format!("市区町村の行が2つあります（{code}）。1つだけ残してください。")
            }
            (Self::SecondMunicipality { code }, Lang::En) => {
                format!("{code} is a second municipality. Keep only one.")
            }
            (Self::Duplicate { code }, Lang::Ja) => {
                format!("コード {code} が2回出てきます。場所ごとに別のコードにしてください。")
            }
            (Self::Duplicate { code }, Lang::En) => {
                format!("The code {code} stands there twice. Give each place its own code.")
            }
            (Self::UnknownParent { code, parent }, Lang::Ja) => format!(
                "{code} の親 {parent} が見つかりません。親の行を加えるか、コードを直してください。"
            ),
            (Self::UnknownParent { code, parent }, Lang::En) => format!(
                "The parent {parent} of {code} is not in the list. \
                 Add its row, or correct the code."
            ),
            (Self::WrongParent { code, parent }, Lang::Ja) => format!(
                "{code} は {parent} の下に置けません。\
                 市区町村→区→圏域→センターの順につないでください。"
            ),
            (Self::WrongParent { code, parent }, Lang::En) => format!(
                "{code} cannot stand under {parent}. \
                 Chain municipality, ward, care area and centre in this order."
            ),
            (Self::TooMany { n }, Lang::Ja) => {
                let (n, most) = (number::exact(*n as i64), number::exact(Places::MOST as i64));
                format!("場所が {n} あり、多すぎます。{most} までに減らしてください。")
            }
            (Self::TooMany { n }, Lang::En) => {
                let (n, most) = (number::exact(*n as i64), number::exact(Places::MOST as i64));
                format!("There are {n} places, too many. Keep to at most {most}.")
            }
        }
    }

    /// The place it is about, so that a reader of files can find the line.
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::NoMunicipality | Self::TooMany { .. } => None,
            Self::SecondMunicipality { code }
            | Self::Duplicate { code }
            | Self::UnknownParent { code, .. }
            | Self::WrongParent { code, .. } => Some(code),
        }
    }
}

impl Places {
    /// As many places as a [`PlaceId`] can tell apart, and some to spare.
    pub const MOST: usize = 65_000;

    /// Checks the list and sets it in tree order; siblings keep the order they were given in.
    pub fn build(new: Vec<NewPlace>) -> Result<Self, PlaceError> {
        if new.len() > Self::MOST {
            return Err(PlaceError::TooMany { n: new.len() });
        }
        let by_code = index_of_codes(&new)?;
        let mut children = vec![Vec::new(); new.len()];
        let mut root = None;
        for (index, place) in new.iter().enumerate() {
            match (place.level, &place.parent) {
                (Level::Municipality, _) if root.is_some() => {
                    return Err(PlaceError::SecondMunicipality { code: place.code.clone() });
                }
                (Level::Municipality, _) => root = Some(index),
                (_, parent) => {
                    children[parent_of(place, parent.as_deref(), &by_code, &new)?].push(index)
                }
            }
        }
        let root = root.ok_or(PlaceError::NoMunicipality)?;
        let mut places = Self { list: Vec::new(), children: Vec::new() };
        places.place_below(root, None, &new, &children);
        Ok(places)
    }

    fn place_below(
        &mut self,
        index: usize,
        parent: Option<PlaceId>,
        new: &[NewPlace],
        children: &[Vec<usize>],
    ) {
        let id = PlaceId(self.list.len() as u16);
        let NewPlace { code, level, name, provenance, is_implicit, note, .. } = new[index].clone();
        self.list.push(Place { code, level, parent, name, provenance, is_implicit, note });
        self.children.push(Vec::new());
        if let Some(parent) = parent {
            self.children[parent.index()].push(id);
        }
        for child in &children[index] {
            self.place_below(*child, Some(id), new, children);
        }
    }
}

fn index_of_codes(new: &[NewPlace]) -> Result<BTreeMap<&str, usize>, PlaceError> {
    let mut by_code = BTreeMap::new();
    for (index, place) in new.iter().enumerate() {
        if by_code.insert(place.code.as_str(), index).is_some() {
            return Err(PlaceError::Duplicate { code: place.code.clone() });
        }
    }
    Ok(by_code)
}

fn parent_of(
    place: &NewPlace,
    parent: Option<&str>,
    by_code: &BTreeMap<&str, usize>,
    new: &[NewPlace],
) -> Result<usize, PlaceError> {
    let parent = parent.unwrap_or_default();
    let Some(index) = by_code.get(parent).copied() else {
        return Err(PlaceError::UnknownParent { code: place.code.clone(), parent: parent.into() });
    };
    let wanted = match place.level {
        Level::Municipality | Level::Ward => Level::Municipality,
        Level::Area => Level::Ward,
        Level::Centre => Level::Area,
    };
    if new[index].level != wanted {
        return Err(PlaceError::WrongParent { code: place.code.clone(), parent: parent.into() });
    }
    Ok(index)
}

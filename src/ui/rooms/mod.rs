//! The rooms of the page, one file or folder each, and the table of all of them.

pub mod card;
pub mod compare;
pub mod data;
pub mod forecast;
pub mod help;
pub mod library;
pub mod open;

use std::rc::Rc;

use yew::prelude::*;

use super::route::{Program, Room, RoomSpec};
use super::state::AppState;
use crate::i18n::Text;
use crate::worker::desk::City;

/// What every room is given.
#[derive(Properties, Clone)]
pub struct Shown {
    pub city: Rc<City>,
    pub state: UseReducerHandle<AppState>,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.city, &other.city) && self.state == other.state
    }
}

/// The rooms of one program; none for a room of another.
pub type View = fn(Room, &Shown) -> Option<Html>;

/// Declares the rooms in the order of their links: the name, the address, the label, the program
/// it belongs to, and its component, which takes `city` and `state`.
macro_rules! rooms {
    ($($id:ident = $href:literal $ja:literal / $en:literal in $program:ident: $view:path;)+) => {
        impl Room {
            pub const ALL: &[RoomSpec] = &[$(RoomSpec {
                room: Room($href),
                label: Text { ja: $ja, en: $en },
                program: Program::$program,
            }),+];
            $(pub const $id: Self = Self($href);)+
        }

        /// The rooms of `app`.
        pub fn of_app(room: Room, shown: &Shown) -> Option<Html> {
            $(rooms!(@view App $program room Room::$id, $view, shown);)+
            None
        }

        /// The rooms of `rooms`.
        pub fn of_rooms(room: Room, shown: &Shown) -> Option<Html> {
            $(rooms!(@view Rooms $program room Room::$id, $view, shown);)+
            None
        }
    };
    (@view App App $room:ident $id:path, $view:path, $shown:ident) => {
        rooms!(@show $room $id, $view, $shown)
    };
    (@view Rooms Rooms $room:ident $id:path, $view:path, $shown:ident) => {
        rooms!(@show $room $id, $view, $shown)
    };
    // A room of the other program: not even named here, or it would be linked in.
    (@view $of:ident $program:ident $room:ident $id:path, $view:path, $shown:ident) => {};
    (@show $room:ident $id:path, $view:path, $shown:ident) => {
        if $room == $id {
            use $view as View;
            let Shown { city, state } = $shown.clone();
            return Some(html! { <View {city} {state} /> });
        }
    };
}

rooms! {
    FORECAST = "#/forecast" "見通し" / "Forecast" in App: forecast::ForecastRoom;
    CARD = "#/card" "地区カルテ" / "Area card" in Rooms: card::CardRoom;
    LIBRARY = "#/library" "案の一覧" / "Library" in Rooms: library::LibraryRoom;
    COMPARE = "#/compare" "くらべる" / "Compare" in Rooms: compare::CompareRoom;
    OPEN = "#/open" "" / "" in Rooms: open::OpenRoom;
    DATA = "#/data" "データ" / "Data" in Rooms: data::DataRoom;
    HELP = "#/help" "使い方" / "Help" in Rooms: help::HelpRoom;
}

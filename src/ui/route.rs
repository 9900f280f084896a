//! Rooms and their addresses: everything stands in the fragment, so that it works from a static
//! host, a sub-folder and a file alike.

use gloo::events::EventListener;
use yew::prelude::*;

use super::components::tabs::Room as RoomTab;
use crate::i18n::{Lang, Text};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Room {
    #[default]
    Forecast,
    Data,
}

impl Room {
    pub const ALL: [Self; 2] = [Self::Forecast, Self::Data];

    pub const fn href(self) -> &'static str {
        match self {
            Self::Forecast => "#/forecast",
            Self::Data => "#/data",
        }
    }

    pub const fn label(self) -> Text {
        match self {
            Self::Forecast => Text { ja: "見通し", en: "Forecast" },
            Self::Data => Text { ja: "データ", en: "Data" },
        }
    }

    pub fn tab(&self, lang: Lang) -> RoomTab {
        RoomTab { href: self.href().into(), label: self.label().get(lang).into() }
    }

    /// The room of an address; an unknown one is the first room.
    pub fn of(fragment: &str) -> Self {
        let is_it = |room: &&Self| fragment.starts_with(room.href());
        Self::ALL.iter().find(is_it).copied().unwrap_or_default()
    }
}

fn here() -> Room {
    let fragment = web_sys::window().and_then(|window| window.location().hash().ok());
    Room::of(&fragment.unwrap_or_default())
}

/// The room that is open; follows the address, so that the back button works.
#[hook]
pub fn use_room() -> Room {
    let room = use_state_eq(here);
    let setter = room.setter();
    use_effect_with((), move |()| {
        let listener = web_sys::window()
            .map(|window| EventListener::new(&window, "hashchange", move |_| setter.set(here())));
        move || drop(listener)
    });
    *room
}

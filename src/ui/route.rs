//! Addresses: everything stands in the fragment, so that it works from a static host, a
//! sub-folder and a file alike. The rooms themselves are declared in [`rooms`](super::rooms).

use gloo::events::EventListener;
use yew::prelude::*;

use super::components::tabs::Room as RoomTab;
use crate::i18n::{Lang, Text};

/// A program of the page: a wasm file of its own, so that nobody waits for what he has not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// The first room and the engine; it is also what every worker runs.
    App,
    /// The other rooms.
    Rooms,
}

impl Program {
    /// What `assets/boot.js` knows it by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Rooms => "rooms",
        }
    }

    pub fn first_room(self) -> Room {
        let ours = Room::ALL.iter().find(|spec| spec.program == self);
        ours.unwrap_or(&Room::ALL[0]).room
    }

    pub const fn other(self) -> Self {
        match self {
            Self::App => Self::Rooms,
            Self::Rooms => Self::App,
        }
    }
}

/// A room, by its address. Declared in `rooms/mod.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room(pub(super) &'static str);

/// A room as declared.
pub struct RoomSpec {
    pub room: Room,
    pub label: Text,
    pub program: Program,
}

impl Room {
    pub const fn href(self) -> &'static str {
        self.0
    }

    pub fn spec(self) -> &'static RoomSpec {
        Self::ALL.iter().find(|spec| spec.room == self).unwrap_or(&Self::ALL[0])
    }

    /// The room of an address. What lies in a room (`#/area/14131-a03`) has its room's address in
    /// front; an unknown room is the first one.
    pub fn of(fragment: &str) -> Self {
        let leads_there = |spec: &&RoomSpec| {
            let rest = fragment.strip_prefix(spec.room.href());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
        };
        Self::ALL.iter().find(leads_there).unwrap_or(&Self::ALL[0]).room
    }
}

impl RoomSpec {
    /// A room that only a link leads to has no label.
    pub fn has_tab(&self) -> bool {
        !self.label.ja.is_empty()
    }

    pub fn tab(&self, lang: Lang) -> RoomTab {
        RoomTab { href: self.room.href().into(), label: self.label.get(lang).into() }
    }
}

fn here() -> Room {
    let fragment = web_sys::window().and_then(|window| window.location().hash().ok());
    Room::of(&fragment.unwrap_or_default())
}

/// What stands in an address after its room: `#/open/<this>`.
pub fn rest_of(fragment: &str) -> &str {
    let rest = fragment.strip_prefix("#/").and_then(|rest| rest.split_once('/'));
    rest.map_or("", |(_, rest)| rest)
}

/// What stands in the address after its room; follows it.
#[hook]
pub fn use_rest() -> String {
    let read = || {
        let fragment = web_sys::window().and_then(|window| window.location().hash().ok());
        rest_of(&fragment.unwrap_or_default()).to_owned()
    };
    let rest = use_state_eq(read);
    let setter = rest.setter();
    use_effect_with((), move |()| {
        let listener = web_sys::window()
            .map(|window| EventListener::new(&window, "hashchange", move |_| setter.set(read())));
        move || drop(listener)
    });
    (*rest).clone()
}

/// The room of the address; follows it, so that the back button works.
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

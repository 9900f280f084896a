//! Mitoshi (見通し): a planning simulator for a Japanese city's elderly-care plan.
//!
//! Facts, assumptions, policy and shocks go in; measures come out; everything that is not
//! arithmetic happens at the edge. The modules stand in reading order, and a lower layer never
//! imports a higher one (`tests/it/house.rs` is the wall):
//!
//! `units` ← `i18n` ← `sources` ← {`places`, `facts`, `assumptions`, `levers`, `shocks`,
//! `measures`} ←
//! `model` ← `engine` ← {`exchange`, `scenario`} ← `protocol`, `worker` ← `ui`

pub use mitoshi_core::{
    assumptions, engine, facts, i18n, levers, measures, model, places, shocks, sources, units,
};

pub mod document;
pub mod exchange;
pub mod scenario;
pub mod protocol;
pub mod worker;
pub mod ui;
#[cfg(not(target_family = "wasm"))]
pub mod command;

/// The program `app`: the page or the worker, whichever this copy finds itself in.
pub fn start() {
    if worker::is_here() {
        worker::listen();
    } else {
        ui::start(ui::route::Program::App, ui::rooms::of_app, None);
    }
}

/// The program `rooms`: the page once more, with the rooms that `app` does not have, or in a worker
/// the reader of files. A function of
/// its own, so that neither program carries what only the other one shows.
pub fn start_rooms() {
    if worker::is_here() {
        worker::reader::listen();
        return;
    }
    ui::start(ui::route::Program::Rooms, ui::rooms::of_rooms, Some(ui::rooms::tables::open));
}

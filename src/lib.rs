//! Mitoshi (見通し).
pub mod units;
pub mod i18n;
pub mod sources;
pub mod places;
pub mod facts;
pub mod assumptions;
pub mod levers;
pub mod measures;
pub mod model;
pub mod ui;

/// Starts the page or the worker, whichever this copy of the program finds itself in.
pub fn start() {
    ui::start();
}

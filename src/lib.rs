//! Mitoshi (見通し).
pub mod assumptions;
pub mod facts;
pub mod i18n;
pub mod levers;
pub mod measures;
pub mod model;
pub mod places;
pub mod sources;
pub mod ui;
pub mod units;

/// Starts the page or the worker, whichever this copy of the program finds itself in.
pub fn start() {
    ui::start();
}

//! Mitoshi (見通し).
pub mod ui;

/// Starts the page or the worker, whichever this copy of the program finds itself in.
pub fn start() {
    ui::start();
}

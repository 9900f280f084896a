//! Asks the model many questions: draws, conditioning on history, bands and chances.

pub mod beta;
pub mod draw;
pub mod ground;
pub mod history;
pub mod columns;
pub mod months;
pub mod reach;
pub mod still;
pub mod study;
pub mod kept;
pub mod bands;
pub mod chance;
pub mod compare;
pub mod code;
pub mod quick;
pub mod pyramid;
pub mod long_view;
pub mod moved;
pub mod rule;
pub mod hindcast;
pub mod calibrate;

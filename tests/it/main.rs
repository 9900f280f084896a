//! The one native test binary.
#![expect(clippy::unwrap_used, reason = "a test that cannot unwrap has failed, and says where")]

mod assumptions;
mod awareness;
mod centres;
mod chains;
mod chart_kinds;
mod chart_samples;
mod charts;
mod compare;
mod command;
mod components;
mod document;
mod exchange;
mod facts;
mod facts_anchor;
mod facts_checks;
mod facts_faults;
mod facts_files;
mod facts_words;
mod golden;
mod house;
mod job;
mod luck;
mod money;
mod places;
mod population;
mod programmes;
mod reuse;
mod room;
mod scenario;
mod shocks;
mod slices;
mod state;
mod statistics;
mod turns;

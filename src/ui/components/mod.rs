//! The parts every room is built from. They know words and numbers ready to show, and nothing of
//! levers, targets or areas: what they depend on is in their props.

pub mod data_table;
pub mod file_choice;
pub mod grade_tag;
pub mod lever_slider;
pub mod more_draws;
pub mod notice;
pub mod own_target;
pub mod progress;
pub mod result_code;
pub mod segmented;
pub mod tabs;
pub mod target_card;
pub mod term;
pub mod words;

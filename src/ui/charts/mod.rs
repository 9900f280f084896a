//! Charts: what to show (series) → where it goes (placed) → SVG. One file a chart; in each the
//! thinking is in `place`, which knows no markup, and the component only writes down what it says.

pub mod axes;
pub mod fan;
pub mod figure;
pub mod format;
pub mod labels;
pub mod marks;
pub mod scale;
pub mod sheet;
pub mod stage;
pub mod tip;
pub mod view;
pub mod words;

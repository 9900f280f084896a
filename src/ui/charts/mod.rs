//! Charts: what to show (series) → where it goes (placed) → SVG. One file a chart; in each the
//! thinking is in `place`, which knows no markup, and the drawing only writes down what it says.

pub mod format;
pub mod words;
pub mod scale;
pub mod stage;
pub mod sheet;
pub mod axes;
pub mod marks;
pub mod labels;
pub mod tip;
pub mod export;
pub mod figure;
pub mod view;

pub mod bars;
pub mod fan;
pub mod multiples;
pub mod pyramid;
pub mod radar;
pub mod ranked;
pub mod s_curve;
pub mod spark;
pub mod stack;
pub mod tile_grid;
pub mod tile_map;

//! Where the tiles of a tile map stand: areas in rows behind their ward's name, wards alone in a box.

use super::tile_map::Tile;

/// A ward's areas stand in rows of at most so many.
const LONGEST_ROW: usize = 10;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    pub column: usize,
    pub row: usize,
    /// How many wards lie above.
    pub ward: usize,
}

/// Where the tiles stand among each other.
#[derive(Debug, PartialEq)]
pub struct Grid {
    /// Of each tile.
    pub spots: Vec<Spot>,
    pub n_columns: usize,
    pub n_rows: usize,
    /// The first tile of each ward.
    pub firsts: Vec<usize>,
}

impl Grid {
    pub fn of(tiles: &[Tile]) -> Self {
        let begins = |at: &usize| *at == 0 || tiles[*at].group != tiles[*at - 1].group;
        let firsts: Vec<usize> = (0..tiles.len()).filter(begins).collect();
        let ends = firsts.iter().skip(1).copied().chain([tiles.len()]);
        let widest = firsts.iter().zip(ends).map(|(first, end)| end - first).max().unwrap_or(1);
        let has_heads = tiles.iter().any(|tile| !tile.group.is_empty());
        // Wards alone fill a box twice as wide as high.
        let wide = libm::ceil(libm::sqrt(2.0 * tiles.len() as f64)) as usize;
        let n_columns = if has_heads { widest.min(LONGEST_ROW) } else { wide.max(1) };
        let (mut spots, mut n_rows) = (Vec::new(), 0);
        for at in 0..tiles.len() {
            let ward = firsts.partition_point(|first| *first <= at) - 1;
            let column = (at - firsts[ward]) % n_columns;
            n_rows += usize::from(column == 0);
            spots.push(Spot { column, row: n_rows - 1, ward });
        }
        Self { spots, n_columns, n_rows, firsts }
    }
}

//! What is kept of each draw: for every cell asked for, the values of all draws side by side.

use std::rc::Rc;

use super::chance::PlaceAim;
use crate::measures::{MEASURE_COUNT, MeasureId};
use crate::model::ground::{Geography, Timeline};
use crate::model::inputs::Spot;
use crate::model::lanes::{LANES, Lanes};

/// How finely the viewed measure is looked at over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grid {
    Years,
    Months,
}

/// What somebody is looking at: one measure everywhere, and every measure of one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    pub measure: MeasureId,
    pub grid: Grid,
    /// The ward or area looked at closely; the municipality needs no asking.
    pub focus: Option<Spot>,
}

impl View {
    /// The measure looked at by month.
    fn by_month(self) -> Option<MeasureId> {
        (self.grid == Grid::Months).then_some(self.measure)
    }
}

/// Where each kept value stands. Always kept: every measure of the municipality by fiscal year,
/// and of each target of places the value of the worst one.
/// For the view: every measure of the place in focus by fiscal year; by month for the municipality
/// and the wards when months are asked for; and by fiscal year for each ward and area. They stand in
/// this order, the municipality's first.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    pub n_years: usize,
    pub n_months: usize,
    n_wards: usize,
    n_areas: usize,
    pub view: Option<View>,
    /// Targets of wards and areas.
    pub aims: Rc<[PlaceAim]>,
}

impl Layout {
    pub fn new(timeline: Timeline, geography: &Geography, view: Option<View>) -> Self {
        Self {
            n_years: timeline.n_years(),
            n_months: (timeline.end - timeline.plan) as usize,
            n_wards: geography.n_wards(),
            n_areas: geography.n_areas(),
            view,
            aims: Rc::new([]),
        }
    }

    /// The same with targets of places.
    pub fn with_aims(self, aims: Rc<[PlaceAim]>) -> Self {
        Self { aims, ..self }
    }

    pub fn n_cells(&self) -> usize {
        let n_places = if self.view.is_some() { self.n_wards + self.n_areas } else { 0 };
        self.first_place_cell() + n_places * self.n_years
    }

    /// The same with nothing looked at.
    pub fn of_city(&self) -> Self {
        Self { view: None, ..self.clone() }
    }

    /// Whether the values without measures are those of another layout, of which this was looked at.
    pub fn is_as_today(&self, view: Option<View>, aims: &[PlaceAim]) -> bool {
        let kept = |view: Option<View>| view.map(|view| (view.focus, view.by_month()));
        let none = (None, None);
        kept(self.view).unwrap_or(none) == kept(view).unwrap_or(none) && *self.aims == *aims
    }

    /// The municipality's own cells: they stand first.
    pub fn n_city_cells(&self) -> usize {
        self.n_measure_cells() + self.aims.len()
    }

    /// Of the municipality's cells, those of the measures by fiscal year.
    pub fn n_measure_cells(&self) -> usize {
        MEASURE_COUNT * self.n_years
    }

    /// The worst place's value for a target of places.
    pub fn aim(&self, i: usize) -> usize {
        self.n_measure_cells() + i
    }

    /// Every measure of the municipality and then of the place in focus, and what is looked at by
    /// month: what is also kept of the run without measures.
    pub fn n_baseline_cells(&self) -> usize {
        self.first_place_cell()
    }

    fn first_month_cell(&self) -> usize {
        let focus = self.view.and_then(|view| view.focus);
        self.n_city_cells() * if focus.is_some() { 2 } else { 1 }
    }

    fn first_place_cell(&self) -> usize {
        let by_month = self.view.and_then(View::by_month);
        let n_places = if by_month.is_some() { 1 + self.n_wards } else { 0 };
        self.first_month_cell() + n_places * self.n_months
    }

    /// A measure of the municipality in a fiscal year, counted from the first.
    pub fn city(&self, measure: MeasureId, year: usize) -> usize {
        measure.index() * self.n_years + year
    }

    /// The viewed measure of a ward or area in a fiscal year.
    pub fn place(&self, spot: Spot, year: usize) -> Option<usize> {
        let view = self.view?;
        let place = match spot {
            Spot::City => return Some(self.city(view.measure, year)),
            Spot::Ward(ward) => ward,
            Spot::Area(area) => self.n_wards + area,
        };
        Some(self.first_place_cell() + place * self.n_years + year)
    }

    /// A measure of the place in focus in a fiscal year, and the place.
    pub fn focus(&self, measure: MeasureId, year: usize) -> Option<(usize, Spot)> {
        let spot = self.view?.focus?;
        Some((self.n_city_cells() + self.city(measure, year), spot))
    }

    /// The viewed measure in a month of the plan or outlook.
    pub fn month(&self, spot: Spot, month: usize) -> Option<usize> {
        let place = match (self.view?.grid, spot) {
            (Grid::Years, _) | (_, Spot::Area(_)) => return None,
            (Grid::Months, Spot::City) => 0,
            (Grid::Months, Spot::Ward(ward)) => 1 + ward,
        };
        Some(self.first_month_cell() + place * self.n_months + month)
    }
}

/// Draws whose wards, areas and months are kept: more would be memory without end.
pub const NEAR_DRAWS: usize = 1_024;
const NEAR_BLOCKS: u32 = (NEAR_DRAWS / LANES) as u32;

/// One run's columns: the municipality's of all draws, the other cells of the first 1,024.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    n_city_cells: usize,
    city: Columns,
    near: Columns,
}

impl Sheet {
    /// `n_cells` of the layout are kept, from the first on.
    pub fn new(layout: &Layout, n_cells: usize, n_blocks: u32) -> Self {
        let n_city_cells = layout.n_city_cells();
        Self {
            n_city_cells,
            city: Columns::new(n_city_cells, n_blocks),
            near: Columns::new(n_cells - n_city_cells, n_blocks.min(NEAR_BLOCKS)),
        }
    }

    /// What a block is run for: all that is looked at, or the municipality alone.
    pub fn layout_of<'a>(block: u32, near: &'a Layout, far: &'a Layout) -> &'a Layout {
        if block < NEAR_BLOCKS { near } else { far }
    }

    pub fn take_block(&mut self, values: &[f32], block: u32) {
        let (city, near) = values.split_at(self.n_city_cells * LANES);
        self.city.take_block(city, block);
        if block < NEAR_BLOCKS {
            self.near.take_block(near, block);
        }
    }

    /// The values of the first `n` draws of a cell, as many of them as are kept.
    pub fn cell(&self, cell: usize, n: usize) -> &[f32] {
        match cell.checked_sub(self.n_city_cells) {
            None => self.city.cell(cell, n),
            Some(near) => self.near.cell(near, n.min(self.near.n_draws())),
        }
    }

    /// The columns of the municipality.
    pub fn city(&self) -> &Columns {
        &self.city
    }
}

/// Values by cell, then by draw. What a municipality has no figures for is NaN.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    n_draws: usize,
    values: Vec<f32>,
}

impl Columns {
    pub fn new(n_cells: usize, n_blocks: u32) -> Self {
        let n_draws = n_blocks as usize * LANES;
        Self { n_draws, values: vec![f32::NAN; n_cells * n_draws] }
    }

    pub fn from_values(n_draws: usize, values: Vec<f32>) -> Self {
        Self { n_draws, values }
    }

    pub fn n_draws(&self) -> usize {
        self.n_draws
    }

    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// The values of the first `n` draws of a cell.
    pub fn cell(&self, cell: usize, n: usize) -> &[f32] {
        &self.values[cell * self.n_draws..][..n]
    }

    #[inline]
    pub fn set(&mut self, cell: usize, block: u32, value: Lanes) {
        let at = cell * self.n_draws + block as usize * LANES;
        self.values[at..at + LANES].copy_from_slice(&value.0);
    }

    /// What a cell holds of a block; none where there are no figures.
    pub fn get(&self, cell: usize, block: u32) -> Option<Lanes> {
        let at = cell * self.n_draws + block as usize * LANES;
        let value = Lanes::from_fn(|i| self.values[at + i]);
        (!value.0[0].is_nan()).then_some(value)
    }

    /// Takes over the columns of one block from another set of the same layout.
    pub fn take_block(&mut self, from: &[f32], block: u32) {
        for (cell, value) in from.chunks_exact(LANES).enumerate() {
            let at = cell * self.n_draws + block as usize * LANES;
            self.values[at..at + LANES].copy_from_slice(value);
        }
    }

    /// Forgets all but the first values and makes room for so many cells.
    pub fn resize(&mut self, n_values_kept: usize, n_cells: usize) {
        self.values.truncate(n_values_kept);
        self.values.resize(n_cells * self.n_draws, f32::NAN);
    }
}

/// Values as their bytes, and back: here, where loops are built for speed.
pub fn bytes_of(values: &[f32]) -> Vec<u8> {
    let mut bytes = vec![0; size_of_val(values)];
    for (bytes, value) in bytes.as_chunks_mut().0.iter_mut().zip(values) {
        *bytes = value.to_le_bytes();
    }
    bytes
}

pub fn values_of(bytes: &[u8]) -> Vec<f32> {
    bytes.as_chunks().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect()
}

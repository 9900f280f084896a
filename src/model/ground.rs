//! The ground a run stands on: which place lies in which, their luck keys, and the calendar.
//!
//! Areas are in order of their ward and centres in order of their area, so that each place's
//! parts are a range and every roll-up adds in the same order.

use std::ops::Range;

/// Months since April 2000: month 0 of a fiscal year is April, 11 is March.
pub type MonthIndex = u32;

/// The fiscal year a month lies in.
pub const fn fiscal_year(month: MonthIndex) -> i32 {
    2000 + (month / 12) as i32
}

/// April of a fiscal year.
pub const fn april(fiscal_year: i32) -> MonthIndex {
    (fiscal_year - 2000) as u32 * 12
}

/// The months of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// First month of the window.
    pub first: MonthIndex,
    /// First month of the plan period: nothing before it depends on a lever.
    pub plan: MonthIndex,
    /// The month after the plan period.
    pub plan_end: MonthIndex,
    /// The month after the last one.
    pub end: MonthIndex,
}

impl Timeline {
    pub fn fiscal_years(&self) -> Range<i32> {
        fiscal_year(self.first)..fiscal_year(self.end)
    }

    pub fn n_years(&self) -> usize {
        self.fiscal_years().len()
    }
}

/// A ward's luck key and its areas: each a key and its centres' keys.
pub type WardKeys = (u32, Vec<(u32, Vec<u32>)>);

/// The tree of places as the month loop needs it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Geography {
    pub city_key: u32,
    pub ward_keys: Vec<u32>,
    pub area_keys: Vec<u32>,
    pub centre_keys: Vec<u32>,
    /// The areas of each ward.
    pub ward_areas: Vec<Range<usize>>,
    /// The centres of each area.
    pub area_centres: Vec<Range<usize>>,
    pub area_ward: Vec<usize>,
    pub centre_area: Vec<usize>,
    /// The area whose centres serve each area: itself, where it has one.
    pub host: Vec<usize>,
    /// The areas each area's centres serve.
    pub served: Vec<Vec<usize>>,
}

impl Geography {
    /// From, for each ward in order, its luck key and its areas: each a key and its centres' keys.
    #[inline]
    pub fn new(city_key: u32, wards: &[WardKeys]) -> Self {
        let mut g = Self { city_key, ..Self::default() };
        for (ward_key, areas) in wards {
            let first_area = g.area_keys.len();
            for (area_key, centres) in areas {
                let first_centre = g.centre_keys.len();
                g.centre_keys.extend(centres);
                g.centre_area.extend(centres.iter().map(|_| g.area_keys.len()));
                g.area_centres.push(first_centre..g.centre_keys.len());
                g.area_ward.push(g.ward_keys.len());
                g.area_keys.push(*area_key);
            }
            g.ward_areas.push(first_area..g.area_keys.len());
            g.ward_keys.push(*ward_key);
        }
        g.find_hosts();
        g
    }

    /// An area without a centre is served by its ward's centres, or where the ward has none by the
    /// municipality's: the areas of those centres take turns, in the order of the table.
    #[inline]
    fn find_hosts(&mut self) {
        let all = 0..self.n_areas();
        self.host = all.clone().collect();
        self.served = vec![Vec::new(); self.n_areas()];
        let mut turn = 0;
        for area in all.clone() {
            if self.area_centres[area].is_empty() {
                let has_centre = |area: &usize| !self.area_centres[*area].is_empty();
                let ward = self.ward_areas[self.area_ward[area]].clone();
                let near: Vec<usize> = ward.filter(has_centre).collect();
                let hosts =
                    if near.is_empty() { all.clone().filter(has_centre).collect() } else { near };
                if let Some(host) = hosts.get(turn % hosts.len().max(1)) {
                    self.host[area] = *host;
                    turn += 1;
                }
            }
            self.served[self.host[area]].push(area);
        }
    }

    pub fn n_wards(&self) -> usize {
        self.ward_keys.len()
    }

    pub fn n_areas(&self) -> usize {
        self.area_keys.len()
    }

    pub fn n_centres(&self) -> usize {
        self.centre_keys.len()
    }
}

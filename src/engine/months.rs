//! A measure by month. What happens in a month is that month's; a rate a year is that of the twelve
//! months to then, as such rates are published. Those before the plan are of the draw's own history.

use super::ground::Ground;
use crate::measures::{ByMonth, Kind, MeasureId};
use crate::model::centres::{Inputs, State, read};
use crate::model::ground::{Geography, MonthIndex};
use crate::model::inputs::Spot;
use crate::model::lanes::Lanes;
use crate::model::read::Moment;

const YEAR: u32 = 12;

/// What a rate is made of. Of a plain flow only the first counts.
type Parts = [Lanes; 2];

/// The parts of the turnover in each of the twelve months before the plan, by place: the only rate
/// a year there is.
#[derive(Clone, Debug, Default)]
pub struct Lead {
    months: Vec<Vec<Parts>>,
    so_far: Vec<Parts>,
}

impl Lead {
    /// Takes up the end of a month of the history.
    pub(super) fn see(&mut self, ground: &Ground, (state, given): (&State, &Inputs), month: u32) {
        if ground.timeline.plan > month + YEAR + 1 {
            return;
        }
        let geography = &ground.geography;
        let part = |measure, spot: Spot| {
            let areas = spot.areas(geography);
            read::read(state, given, geography, measure, areas).unwrap_or(Lanes::ZERO)
        };
        let parts = |spot| [MeasureId::StaffExits, MeasureId::FilledMonths].map(|m| part(m, spot));
        let now: Vec<Parts> = spots(geography).map(parts).collect();
        if ground.timeline.plan <= month + YEAR {
            let in_month = now.iter().enumerate();
            let in_month = in_month.map(|(i, now)| since(*now, self.so_far.get(i), month));
            self.months.push(in_month.collect());
        }
        self.so_far = now;
    }
}

/// The months of one measure, one after another.
pub(super) struct Months {
    measure: MeasureId,
    /// The last twelve months, the earliest first, where they count.
    year: Vec<Vec<Parts>>,
    /// The fiscal year so far at the end of the month before, by place.
    so_far: Vec<Parts>,
}

impl Months {
    pub(super) fn new(measure: MeasureId, lead: &Lead) -> Self {
        let is_of_a_year = measure.by_month() == ByMonth::TwelveMonths;
        let year = if is_of_a_year { lead.months.clone() } else { Vec::new() };
        Self { measure, year, so_far: Vec::new() }
    }

    /// The municipality, then each ward, at the end of the next month.
    pub(super) fn next(
        &mut self,
        moment: &Moment<'_>,
        geography: &Geography,
    ) -> Vec<Option<Lanes>> {
        let whole = |spot| moment.at(self.measure, spot);
        let form = self.measure.by_month();
        let made_of = match self.measure.spec().kind {
            _ if form == ByMonth::Standing => return spots(geography).map(whole).collect(),
            Kind::Ratio { of, per, .. } => [of, per],
            _ => [self.measure; 2],
        };
        let parts = |spot| made_of.map(|m| moment.at(m, spot).unwrap_or(Lanes::ZERO));
        let now: Vec<Parts> = spots(geography).map(parts).collect();
        let in_month: Vec<Parts> = (now.iter().enumerate())
            .map(|(i, now)| since(*now, self.so_far.get(i), moment.month))
            .collect();
        self.so_far = now;
        if form == ByMonth::TwelveMonths {
            self.year.push(in_month.clone());
            let n_old = self.year.len().saturating_sub(YEAR as usize);
            self.year.drain(..n_old);
        }
        let value = |(i, spot): (usize, Spot)| {
            // Where there is no such rate for the year, there is none for a month either.
            moment.at(self.measure, spot)?;
            let [of, per] = match form {
                // Less than a year is known of: its first months have no rate a year.
                ByMonth::TwelveMonths if self.year.len() < YEAR as usize => return None,
                ByMonth::TwelveMonths => self.year.iter().fold([Lanes::ZERO; 2], |sum, month| {
                    [sum[0] + month[i][0], sum[1] + month[i][1]]
                }),
                _ => in_month[i],
            };
            Some(match self.measure.spec().kind {
                Kind::Ratio { times, .. } => of.ratio(per) * times,
                _ => of,
            })
        };
        spots(geography).enumerate().map(value).collect()
    }
}

/// What came since the end of the month before: in April, all of the new fiscal year.
fn since(now: Parts, before: Option<&Parts>, month: MonthIndex) -> Parts {
    match before.filter(|_| !month.is_multiple_of(YEAR)) {
        Some(before) => [now[0] - before[0], now[1] - before[1]],
        None => now,
    }
}

fn spots(geography: &Geography) -> impl Iterator<Item = Spot> + use<> {
    [Spot::City].into_iter().chain((0..geography.n_wards()).map(Spot::Ward))
}

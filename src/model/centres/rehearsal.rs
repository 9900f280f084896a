//! The years of the history up to the one whose meetings were counted. Their plan of meetings is
//! solved from what the centres' people could do in them, so people and hours are lived through
//! before any meeting is held; and because no meeting changes either, those years are not lived
//! through again: once the plan is known, only the meetings are held.

use super::month::month;
use super::start::Ask;
use super::{Flow, Inputs, State};
use crate::levers::Policy;
use crate::model::alarm::World;
use crate::model::ground::{MonthIndex, fiscal_year};
use crate::model::inputs::LeverTable;
use crate::model::lanes::Lanes;
use crate::model::shock_table::ShockTable;

/// People and hours of the first months of the history, as long as no shock acts on them: the
/// rehearsal knows none.
pub struct Rehearsal {
    first: MonthIndex,
    /// What could be done, month by month, and what ties do.
    able: Vec<[Vec<Lanes>; 2]>,
    /// The end of each fiscal year.
    years: Vec<(i32, State)>,
    /// The end of the last of the months.
    last: Option<State>,
}

impl Rehearsal {
    /// Lives through the months up to `end` without shocks and without meetings, and shows each of
    /// them to `look`.
    pub(super) fn new(
        ask: &Ask<'_>,
        inputs: &Inputs,
        start: &State,
        end: MonthIndex,
        mut look: impl FnMut(MonthIndex, &State),
    ) -> Self {
        let nowhere = |_: &str| None;
        let levers = LeverTable::new(&Policy::default(), ask.timeline, ask.geography, &nowhere);
        let shocks = ShockTable::calm(ask.timeline);
        let world = World {
            geography: ask.geography,
            people: ask.people,
            levers: &levers,
            shocks: &shocks,
            luck: ask.luck,
        };
        let mut state = State { only_people: true, ..start.clone() };
        let first = ask.timeline.first;
        // The last year before the plan is looked at month by month, and so lived through.
        let calm = first..end.min(ask.timeline.plan.saturating_sub(12));
        let n_calm = calm.take_while(|month| ask.shocks.spares_staff(*month)).count();
        let mut out = Self { first, able: Vec::new(), years: Vec::new(), last: None };
        for at in first..end {
            month(&mut state, inputs, &world, at);
            look(at, &state);
            if n_calm <= out.able.len() {
                continue;
            }
            out.able.push([state.able.clone(), state.tied.clone()]);
            if at % 12 == 11 {
                out.years.push((fiscal_year(at), state.clone()));
            }
            if out.able.len() == n_calm {
                out.last = Some(state.clone());
            }
        }
        out
    }

    /// Holds the meetings of those months: the state at the end of each fiscal year, at the end of
    /// all of them, and the month that comes next.
    pub fn meet(
        self,
        inputs: &Inputs,
        world: &World<'_>,
        start: State,
    ) -> (Vec<(i32, State)>, State, MonthIndex) {
        let next = self.first + self.able.len() as MonthIndex;
        let Some(mut last) = self.last else { return (Vec::new(), start, next) };
        let mut meetings = State { only_meets: true, ..start };
        let mut years = self.years;
        for (at, [able, tied]) in (self.first..).zip(self.able) {
            (meetings.able, meetings.tied) = (able, tied);
            month(&mut meetings, inputs, world, at);
            if let Some((_, year)) = years.iter_mut().find(|(y, _)| *y == fiscal_year(at))
                && at % 12 == 11
            {
                year.take_meetings(&meetings);
            }
        }
        last.take_meetings(&meetings);
        (years, last, next)
    }
}

impl State {
    /// Takes over the meetings of the same months, which were held by themselves.
    fn take_meetings(&mut self, of: &Self) {
        self.only_people = false;
        self.carried_centre.clone_from(&of.carried_centre);
        self.carried_area.clone_from(&of.carried_area);
        self.carried_ward.clone_from(&of.carried_ward);
        self.ward_flows.clone_from(&of.ward_flows);
        self.issues.clone_from(&of.issues);
        for (flows, of) in self.flows.iter_mut().zip(&of.flows) {
            let meetings = Flow::Individual as usize..;
            flows[meetings.clone()].copy_from_slice(&of[meetings]);
        }
    }
}

//! A study: one municipality with one set of ranges, shocks and a seed, and the draws of it.
//!
//! A draw's life before the plan does not depend on any lever: it is worked out once and kept
//! ([`Start`]), and a policy runs only the months after it.

use std::rc::Rc;

use super::chance::{At, PlaceAim};
use super::columns::{Columns, Grid, Layout, View};
use super::draw::{Ranges, assumed};
use super::ground::Ground;
use super::history;
use super::kept::Lowered;
use super::months::{Lead, Months};
use super::reach::{self, Link, Links, Source};
use super::still::is_still;
use crate::levers::Policy;
use crate::measures::{Kind, MeasureId};
use crate::model::alarm::World;
use crate::model::awareness;
use crate::model::centres::State;
use crate::model::ground::{Geography, MonthIndex, april, fiscal_year};
use crate::model::inputs::{Assumed, LeverTable, Spot};
use crate::model::lanes::{LANES, Lanes};
use crate::model::luck::Luck;
use crate::model::people::People;
use crate::model::programmes::Programme;
use crate::model::read::Moment;
use crate::model::shock_table::ShockTable;
use crate::model::step::{self, Areas, Handed};
use crate::model::town::{Inputs, Town};
use crate::shocks::Script;

/// Everything about sixteen draws that no lever can reach.
pub struct Start {
    pub luck: Luck,
    pub assumed: Assumed,
    pub people: People,
    pub shocks: ShockTable,
    pub inputs: Inputs,
    /// The town at the end of each fiscal year of the history, the earliest first; the last one is
    /// where the plan starts. A chain is absent in years it has no figures for.
    pub history: Vec<(i32, Town)>,
    /// The months just before the plan.
    pub lead: Lead,
}

impl Start {
    /// What was drawn before history was told.
    pub fn known(&self) -> history::Known<'_> {
        let Self { luck, assumed, people, shocks, .. } = self;
        history::Known { assumed, people, shocks, luck }
    }
}

/// One municipality, one set of ranges and shocks, one seed.
pub struct Study {
    pub ground: Rc<Ground>,
    pub ranges: Ranges,
    pub script: Script,
    pub seed: u32,
}

impl Study {
    pub fn new(ground: Rc<Ground>, ranges: Ranges, script: Script, seed: u32) -> Self {
        Self { ground, ranges, script, seed }
    }

    pub fn is_about(&self, ranges: &Ranges, script: &Script, seed: u32) -> bool {
        self.ranges == *ranges && self.script == *script && self.seed == seed
    }

    /// A policy with its values for every place and month.
    pub fn lowered(&self, policy: &Policy) -> Lowered {
        Lowered { policy: policy.clone(), levers: self.ground.levers(policy) }
    }

    /// The life of sixteen draws up to the plan.
    pub fn start(&self, block: u32) -> Start {
        let ground = &*self.ground;
        let first_draw = block * LANES as u32;
        let luck = Luck::new(self.seed, first_draw);
        let assumed = assumed(&self.ranges, self.seed, first_draw);
        let people = ground.people(&assumed, &luck);
        let (script, timeline, geography) = (&self.script, ground.timeline, &ground.geography);
        let shocks = history::shocks::table(script, timeline, geography, &assumed);
        let known =
            history::Known { assumed: &assumed, people: &people, shocks: &shocks, luck: &luck };
        let (inputs, mut history, lead) = history::tell(ground, script, known);
        let mut people = people;
        history::shocks::settle(script, timeline, geography, &assumed, &mut people);
        people.add_up(fiscal_year(timeline.plan) - 1);
        let before = history.last_mut().and_then(|(_, town)| town.centres.as_mut());
        before.into_iter().for_each(|centres| centres.has_new_need = true);
        Start { luck, assumed, people, shocks, inputs, history, lead }
    }

    /// What sixteen draws live in under some levers.
    pub fn world<'a>(&'a self, start: &'a Start, levers: &'a LeverTable) -> World<'a> {
        World {
            geography: &self.ground.geography,
            people: &start.people,
            levers,
            shocks: &start.shocks,
            luck: &start.luck,
        }
    }

    /// Runs the plan and outlook of sixteen draws under a policy and keeps what `layout` names.
    pub fn run(
        &self,
        start: &Start,
        levers: &LeverTable,
        layout: &Layout,
        block: u32,
        out: &mut Columns,
    ) {
        let all = Wanted {
            live: Links::ALL,
            still: &[],
            is_first: true,
            places: true,
            ..Wanted::default()
        };
        self.walk(start, levers, layout, all, &mut [Handed::default()], block, out);
    }

    /// Runs some of the chains. `months` holds what the others handed on, month by month, and takes
    /// up what these do; where it is not to be kept, one place is enough.
    #[expect(clippy::too_many_arguments, reason = "a run is of all of these, and called twice")]
    pub(super) fn walk(
        &self,
        start: &Start,
        levers: &LeverTable,
        layout: &Layout,
        wanted: Wanted<'_>,
        months: &mut [Handed],
        block: u32,
        out: &mut Columns,
    ) -> Option<Late> {
        let ground = &*self.ground;
        let world = self.world(start, levers);
        let listed = &ground.programmes;
        let is_read = |measure| wanted.is_read(measure, listed);
        let is_ratio = |m: &MeasureId| matches!(m.spec().kind, Kind::Ratio { .. });
        let (ratios, mut measures): (Vec<_>, Vec<_>) =
            MeasureId::all().filter(|m| is_read(*m)).partition(is_ratio);
        measures.extend(ratios);
        let places = layout.view.filter(|view| wanted.places || is_read(view.measure));
        let inputs = &start.inputs;
        let by_month = places.filter(|view| view.grid == Grid::Months);
        let months_kept = by_month.map(|view| Months::new(view.measure, &start.lead));
        let mut keeper =
            Keeper { ground, layout, inputs, block, out, months: months_kept, measures, places };
        if wanted.is_first || wanted.places {
            for (year, town) in &start.history {
                keeper.keep_year(town, &world, april(*year) + 11);
            }
        }
        let before = start.history.last().map(|(_, town)| town);
        let mut town = before.map_or_else(Town::default, |town| wanted.part_of(town));
        let last = months.len() - 1;
        let mut areas = Areas::default();
        areas.passes = wanted.passes;
        let mut noted = None;
        for (i, month) in (ground.timeline.plan..ground.timeline.end).enumerate() {
            if let Some(late) = wanted.late.filter(|late| late.from == month) {
                wanted.join(late, &mut town);
            }
            if wanted.note_at == Some(month) {
                noted = Late::of(&town, month);
            }
            let handed = &mut months[i.min(last)];
            if wanted.passes {
                std::mem::swap(&mut handed.areas, &mut areas);
            }
            step::month(&mut town, inputs, &world, handed, month);
            if wanted.passes {
                std::mem::swap(&mut handed.areas, &mut areas);
            }
            keeper.keep_month(&town, &world, month);
            if month % 12 == 11 {
                keeper.keep_year(&town, &world, month);
            }
        }
        noted
    }
}

/// The centres and who knows them at the beginning of a month, the months before which a change of
/// policy leaves as they were.
pub(super) struct Late {
    pub from: MonthIndex,
    town: Town,
}

impl Late {
    fn of(town: &Town, from: MonthIndex) -> Option<Self> {
        let is_whole = town.centres.as_ref().is_some_and(|centres| !centres.only_meets);
        let (centres, awareness) = (centres_of(reach::LATE, town), awareness_of(reach::LATE, town));
        let money = town.money.clone();
        is_whole.then(|| Self { from, town: Town { centres, awareness, money, ..Town::default() } })
    }
}

/// What of a run is wanted.
#[derive(Clone, Copy, Default)]
pub(super) struct Wanted<'a> {
    /// The chains to run.
    pub live: Links,
    /// The programmes that are not, though their chain is; none named is none.
    pub still: &'a [bool],
    /// Nothing is kept yet.
    pub is_first: bool,
    /// The viewed measure by place, though its chain may be as it was.
    pub places: bool,
    /// What the centres hand on of each place is for this run alone, and not kept: it is much to
    /// write, and the next move of the same lever makes it anew.
    pub passes: bool,
    /// Where the centres and who knows them are run from, if not from the plan's first month on.
    pub late: Option<&'a Late>,
    /// The month at whose beginning they are noted down.
    pub note_at: Option<MonthIndex>,
}

impl Wanted<'_> {
    /// Whether this run can change a measure, and has what it is read from.
    fn is_read(&self, measure: MeasureId, listed: &[Programme]) -> bool {
        match reach::source(measure) {
            Source::People => self.is_first,
            Source::Link(Link::Programmes) if is_still(listed, self.still, measure) => false,
            Source::Link(link) => self.live.has(link),
            Source::Money => true,
        }
    }

    /// Puts the chains that were left as they were into the town they go on in.
    fn join(&self, late: &Late, town: &mut Town) {
        town.centres = centres_of(self.live, &late.town);
        town.awareness = awareness_of(self.live, &late.town);
        if town.centres.as_ref().is_some_and(|centres| !centres.only_meets) {
            town.money.take_centres(&late.town.money);
        }
    }

    /// The town with the chains to run and no others.
    fn part_of(&self, town: &Town) -> Town {
        let live = if self.late.is_some() { self.live.without(reach::LATE) } else { self.live };
        Town {
            centres: centres_of(live, town),
            programmes: town.programmes.as_ref().filter(|_| self.live.has(Link::Programmes)).map(
                |programmes| {
                    let mut programmes = programmes.clone();
                    for (run, is_still) in programmes.runs.iter_mut().zip(self.still) {
                        run.is_still = *is_still;
                    }
                    programmes
                },
            ),
            awareness: awareness_of(live, town),
            alarm: town.alarm.as_ref().filter(|_| self.live.has(Link::Alarm)).cloned(),
            money: town.money.clone(),
        }
    }
}

#[inline(never)]
fn centres_of(live: Links, town: &Town) -> Option<State> {
    let has_people = live.has(Link::Centres);
    let centres = town.centres.as_ref().filter(|_| has_people || live.has(Link::Meetings));
    centres.map(|centres| State { only_meets: !has_people, ..centres.clone() })
}

fn awareness_of(live: Links, town: &Town) -> Option<awareness::State> {
    town.awareness.as_ref().filter(|_| live.has(Link::Awareness)).cloned()
}

/// Writes what is kept of a run.
struct Keeper<'a> {
    ground: &'a Ground,
    layout: &'a Layout,
    inputs: &'a Inputs,
    block: u32,
    out: &'a mut Columns,
    /// The viewed measure by month, where it is looked at so.
    months: Option<Months>,
    /// Measures of the municipality to write, and the view whose places are.
    measures: Vec<MeasureId>,
    places: Option<View>,
}

impl Keeper<'_> {
    fn keep_year(&mut self, town: &Town, world: &World<'_>, march: u32) {
        let first = self.ground.timeline.fiscal_years().start;
        let year = (fiscal_year(march) - first) as usize;
        let moment = Moment { town, inputs: self.inputs, world, month: march };
        for &measure in &self.measures {
            if let Some(value) = self.of_city(&moment, measure, year) {
                self.out.set(self.layout.city(measure, year), self.block, value);
            }
            let focus = self.layout.focus(measure, year);
            let value = focus.and_then(|(_, spot)| moment.at(measure, spot));
            if let Some(((cell, _), value)) = focus.zip(value) {
                self.out.set(cell, self.block, value);
            }
        }
        for (i, of) in self.layout.aims.iter().enumerate() {
            if of.aim.fiscal_year == first + year as i32
                && self.measures.contains(&of.aim.measure)
                && let Some(value) = worst(&moment, of)
            {
                self.out.set(self.layout.aim(i), self.block, value);
            }
        }
        let Some(view) = self.places else { return };
        let geography = &self.ground.geography;
        for spot in wards(geography).chain(areas(geography)) {
            let Some(cell) = self.layout.place(spot, year) else { continue };
            if let Some(value) = moment.at(view.measure, spot) {
                self.out.set(cell, self.block, value);
            }
        }
    }

    /// A measure of the municipality; a rate from its parts, which were kept before it.
    fn of_city(&self, moment: &Moment<'_>, measure: MeasureId, year: usize) -> Option<Lanes> {
        let Kind::Ratio { of, per, times } = measure.spec().kind else {
            return moment.at(measure, Spot::City);
        };
        let kept = |part| self.out.get(self.layout.city(part, year), self.block);
        moment.rate((kept(of)?, kept(per)?), per, times, Spot::City)
    }

    fn keep_month(&mut self, town: &Town, world: &World<'_>, month: u32) {
        let Some(months) = &mut self.months else { return };
        let geography = &self.ground.geography;
        let moment = Moment { town, inputs: self.inputs, world, month };
        let since = (month - self.ground.timeline.plan) as usize;
        let spots = [Spot::City].into_iter().chain(wards(geography));
        for (spot, value) in spots.zip(months.next(&moment, geography)) {
            if let Some((cell, value)) = self.layout.month(spot, since).zip(value) {
                self.out.set(cell, self.block, value);
            }
        }
    }
}

fn wards(geography: &Geography) -> impl Iterator<Item = Spot> + use<> {
    (0..geography.n_wards()).map(Spot::Ward)
}

fn areas(geography: &Geography) -> impl Iterator<Item = Spot> + use<> {
    (0..geography.n_areas()).map(Spot::Area)
}

/// The value, of the places a target is of, that is furthest from meeting it; a place that has none,
/// as a rate of the centres' people where there is no centre, is passed over.
fn worst(moment: &Moment<'_>, of: &PlaceAim) -> Option<Lanes> {
    let geography = moment.world.geography;
    let at = |spot| moment.at(of.aim.measure, spot);
    let each = |n: usize, spot: fn(usize) -> Spot| {
        let known = (0..n).filter_map(|i| at(spot(i)));
        known.reduce(|worst, value| of.aim.sense.worse(worst, value))
    };
    match of.at {
        At::One(spot) => at(spot),
        At::EachWard => each(geography.n_wards(), Spot::Ward),
        At::EachArea => each(geography.n_areas(), Spot::Area),
    }
}

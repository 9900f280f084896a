//! What a change can reach: which chains a lever acts on, and which chain a measure is read from.
//! A change of policy runs those chains again and no others; tests hold it for every lever.

use crate::assumptions::Chain;
use crate::levers::{Group, LeverId, Policy, Setting};
use crate::measures::{Kind, MeasureId};
use crate::model::ground::MonthIndex;
use crate::model::programmes::{Driver, Programme, gatherings};

/// A chain that is run month by month. Money is not one of them: it is put together anew each
/// time from what the chains have cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Link {
    Centres = 1,
    Programmes = 2,
    Awareness = 4,
    Alarm = 8,
    /// The centres' meetings without their people and hours, which no meeting changes.
    Meetings = 16,
}

/// Some of the chains.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Links(u8);

impl Links {
    pub const NONE: Self = Self(0);
    pub const ALL: Self = Self(31);

    pub const fn with(self, link: Link) -> Self {
        Self(self.0 | link as u8)
    }

    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one of them is handed something by the centres' people for each area.
    pub const fn needs_centres(self) -> bool {
        self.has(Link::Meetings) || self.has(Link::Awareness)
    }

    pub const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    pub const fn has(self, link: Link) -> bool {
        self.0 & link as u8 != 0
    }
}

/// Where a measure is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Off the people, whom no lever changes.
    People,
    Link(Link),
    Money,
}

/// The chains a lever reaches. `follows` says whether some programme goes with the centres.
pub fn reached(lever: LeverId, follows: bool) -> Links {
    let first = match lever.spec().group {
        Group::Devices => Link::Alarm,
        Group::Centres => Link::Centres,
        // Hours kept for meetings are taken from other work.
        Group::Meetings if lever == LeverId::MeetRing => Link::Centres,
        Group::Meetings => Link::Meetings,
        Group::Known if lever == LeverId::OutreachHours => Link::Centres,
        Group::Known => Link::Awareness,
        Group::Programmes => Link::Programmes,
    };
    let links = Links::NONE.with(first);
    if first == Link::Meetings {
        return links.with(Link::Awareness);
    }
    // Those whom prevention keeps from need claim no hours.
    if first != Link::Centres && lever != LeverId::Gathering {
        return links;
    }
    let links = links.with(Link::Centres).with(Link::Meetings).with(Link::Awareness);
    if follows { links.with(Link::Programmes) } else { links }
}

/// Whether some programme goes with the centres' hours or ties.
pub fn follows(programmes: &[Programme]) -> bool {
    programmes.iter().any(|p| matches!(p.driver, Driver::Hours | Driver::Ties))
}

/// The chains that differ between two policies.
pub fn between(from: &Policy, to: &Policy, follows: bool) -> Links {
    LeverId::all().fold(Links::NONE, |links, lever| {
        let is_same = settings(from, lever).eq(settings(to, lever));
        if is_same { links } else { links.and(reached(lever, follows)) }
    })
}

/// The centres and who knows them: the chains whose first months may be left as they were.
pub const LATE: Links = Links::NONE.with(Link::Centres).with(Link::Meetings).with(Link::Awareness);

/// The first month of the plan in which the centres or who knows them can feel that one policy is not
/// the other; none, where they never do.
pub fn felt_from(from: &Policy, to: &Policy, plan: MonthIndex) -> Option<MonthIndex> {
    let felt = |lever: LeverId| {
        let is_same = settings(from, lever).eq(settings(to, lever));
        if is_same || reached(lever, false).without(LATE) == reached(lever, false) {
            return None;
        }
        let starts = settings(from, lever).chain(settings(to, lever));
        let first = plan + starts.map(|it| u32::from(it.start_month)).min().unwrap_or(0);
        Some(if lever == LeverId::Gathering { gatherings::felt_from(first) } else { first })
    };
    LeverId::all().filter_map(felt).min()
}

/// What a policy says of a lever.
pub(super) fn settings(policy: &Policy, lever: LeverId) -> impl Iterator<Item = &Setting> {
    policy.settings().iter().filter(move |setting| setting.lever == lever)
}

/// Where a measure is read. A rate is read where its parts are: off one chain, and people.
pub fn source(measure: MeasureId) -> Source {
    let spec = measure.spec();
    if let Kind::Ratio { of, per, .. } = spec.kind {
        return match source(of) {
            Source::People => source(per),
            chain => chain,
        };
    }
    match spec.chain {
        // Prevention takes some off those certified.
        Chain::CareNeed if measure != MeasureId::Dementia => Source::Link(Link::Programmes),
        Chain::Population | Chain::Households | Chain::CareNeed => Source::People,
        Chain::Meetings if is_of_meetings(measure) => Source::Link(Link::Meetings),
        Chain::Staff | Chain::Meetings => Source::Link(Link::Centres),
        Chain::Programmes => Source::Link(Link::Programmes),
        Chain::Awareness => Source::Link(Link::Awareness),
        Chain::Alarm => Source::Link(Link::Alarm),
        Chain::Money => Source::Money,
    }
}

/// Meetings and what they find and settle: the rest of the chain is hours.
fn is_of_meetings(measure: MeasureId) -> bool {
    matches!(
        measure,
        MeasureId::MeetIndividual
            | MeasureId::MeetArea
            | MeasureId::MeetWard
            | MeasureId::Meetings
            | MeasureId::MeetingsPlanned
            | MeasureId::MeetingsMissed
            | MeasureId::IssuesFound
            | MeasureId::IssuesResolved
            | MeasureId::IssuesOpen
            | MeasureId::IssuesOld
            | MeasureId::IssuesOldest
    )
}

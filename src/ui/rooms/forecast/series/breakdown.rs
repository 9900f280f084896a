//! What a measure is made of: device types, posts, service years, hours by claim, money by payer.

use yew::AttrValue;

use super::Seen;
use crate::i18n::Text;
use crate::measures::MeasureId::{self, *};
use crate::ui::charts::bars::{BarColumn, BarLimit, BarPart, BarSeries, Look};
use crate::ui::charts::stack::{Layer, StackSeries};
use crate::units::FiscalYear;

/// How the parts of a whole are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    Areas,
    Bars,
}

/// One way to take a whole apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Breakdown {
    pub key: &'static str,
    pub title: Text,
    pub shape: Shape,
    /// Measures that are shown with it, besides its parts.
    of: &'static [MeasureId],
    parts: &'static [MeasureId],
    /// What is missing from the whole: drawn hatched, on top.
    missing: Option<MeasureId>,
    limit: Option<MeasureId>,
}

pub const BREAKDOWNS: &[Breakdown] = &[
    Breakdown {
        key: "parts_devices",
        title: Text { ja: "緊急通報機器の種類別台数", en: "Alarm devices by type" },
        shape: Shape::Areas,
        of: &[AlarmTotal, AlarmCoverage, AlarmEligible],
        parts: &[AlarmHome, AlarmPortable],
        missing: None,
        limit: None,
    },
    Breakdown {
        key: "parts_exits",
        title: Text { ja: "廃止の理由", en: "Why devices are given up" },
        shape: Shape::Bars,
        of: &[AlarmExits],
        parts: &[AlarmExitDeath, AlarmExitFacility, AlarmExitMove, AlarmExitUnwanted],
        missing: None,
        limit: None,
    },
    Breakdown {
        key: "parts_posts",
        title: Text { ja: "3職種の在籍者と欠員", en: "Posts filled and vacant" },
        shape: Shape::Bars,
        of: &[Posts, CentresIncomplete],
        parts: &[Filled],
        missing: Some(Vacancies),
        limit: None,
    },
    Breakdown {
        key: "parts_tenure",
        title: Text { ja: "3職種の在籍年数", en: "Years in post" },
        shape: Shape::Bars,
        of: &[Turnover, TenureUnder5, TenureShare, StaffExits, StaffHires, Effective, TieIndex],
        parts: &[TenureUnder1, Tenure1To5, TenureOver5],
        missing: None,
        limit: None,
    },
    Breakdown {
        key: "parts_hours",
        title: Text { ja: "業務ごとの時間", en: "Hours by claim" },
        shape: Shape::Bars,
        of: &[HoursAvailable, HoursServed, HoursWanted],
        parts: &[HoursConsult, HoursPlans, HoursAdmin, HoursSupport, HoursMeetings, HoursOutreach],
        missing: None,
        limit: Some(HoursWanted),
    },
    Breakdown {
        key: "parts_meetings",
        title: Text {
            ja: "開いた会議と開けなかった会議", en: "Meetings held and not held"
        },
        shape: Shape::Bars,
        of: &[Meetings, MeetingsPlanned],
        parts: &[MeetIndividual, MeetArea, MeetWard],
        missing: Some(MeetingsMissed),
        limit: Some(MeetingsPlanned),
    },
    Breakdown {
        key: "parts_costs",
        title: Text { ja: "費用の内訳", en: "Costs by kind" },
        shape: Shape::Bars,
        of: &[CostTotal],
        parts: &[CostStaff, CostAlarm, CostMeetings, CostPublicity, CostTraining, CostProgrammes],
        missing: None,
        limit: None,
    },
    Breakdown {
        key: "parts_payers",
        title: Text { ja: "費用をだれが負担するか", en: "Who pays" },
        shape: Shape::Bars,
        of: &[Premium],
        parts: &[PaidNation, PaidPrefecture, PaidCity, PaidPremium],
        missing: None,
        limit: None,
    },
    Breakdown {
        key: "parts_reports",
        title: Text { ja: "見守りの通報の内訳", en: "Watch-network reports by kind" },
        shape: Shape::Bars,
        of: &[WatchReports],
        parts: &[WatchHospital, WatchAway, WatchFoundDead, WatchOther],
        missing: None,
        limit: None,
    },
];

/// The breakdown a measure belongs to.
pub fn of(measure: MeasureId) -> Option<&'static Breakdown> {
    BREAKDOWNS.iter().find(|b| {
        b.of.contains(&measure) || b.parts.contains(&measure) || b.missing == Some(measure)
    })
}

fn medians(seen: &Seen<'_>, measure: MeasureId, years: &[FiscalYear]) -> Vec<f64> {
    years.iter().map(|year| seen.median(measure, *year)).collect()
}

pub fn areas(seen: &Seen<'_>, breakdown: &Breakdown) -> StackSeries {
    let (lang, years) = (seen.lang, seen.years());
    let layer = |measure: &MeasureId| Layer {
        label: AttrValue::from(measure.spec().label.get(lang)),
        values: medians(seen, *measure, &years),
    };
    let position = |year: FiscalYear| years.iter().position(|y| *y == year);
    StackSeries {
        name: AttrValue::from(breakdown.key),
        title: seen.title(breakdown.title.get(lang)),
        unit: AttrValue::from(seen.measure.spec().unit.get(lang)),
        summary: seen.title(breakdown.title.get(lang)),
        lang,
        periods: years.iter().map(|year| seen.period(*year)).collect(),
        layers: breakdown.parts.iter().map(layer).collect(),
        plan: seen.plan(position),
        forecast_from: seen.forecast_from(),
        value: part_format(seen, breakdown),
        recorded: part_format(seen, breakdown),
    }
}

pub fn bars(seen: &Seen<'_>, breakdown: &Breakdown) -> BarSeries {
    let (lang, years) = (seen.lang, seen.years());
    let part = |(measure, look): (&MeasureId, Look)| BarPart {
        label: AttrValue::from(measure.spec().label.get(lang)),
        values: medians(seen, *measure, &years),
        look,
    };
    let filled = breakdown.parts.iter().map(|measure| (measure, Look::Filled));
    let missing = breakdown.missing.iter().map(|measure| (measure, Look::Hatched));
    let column = |year: &FiscalYear| {
        let period = seen.period(*year);
        BarColumn { long: period.long, short: period.short }
    };
    BarSeries {
        name: AttrValue::from(breakdown.key),
        title: seen.title(breakdown.title.get(lang)),
        unit: AttrValue::from(breakdown.parts[0].spec().unit.get(lang)),
        summary: seen.title(breakdown.title.get(lang)),
        lang,
        columns: years.iter().map(column).collect(),
        parts: filled.chain(missing).map(part).collect(),
        limit: breakdown.limit.map(|measure| BarLimit {
            label: AttrValue::from(measure.spec().label.get(lang)),
            values: medians(seen, measure, &years),
        }),
        forecast_from: seen.forecast_from(),
        value: part_format(seen, breakdown),
        recorded: part_format(seen, breakdown),
    }
}

/// Parts of the past are estimates too: nobody counted them one by one.
fn part_format(seen: &Seen<'_>, breakdown: &Breakdown) -> crate::ui::charts::format::Format {
    crate::ui::charts::format::Format::rounded(seen.lang, breakdown.parts[0].spec().unit)
}

//! What a measure is made of: device types, posts, service years, hours by claim, money by payer.

use yew::AttrValue;

use super::Seen;
use crate::i18n::{Lang, Text};
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
    missing: Option<Sum>,
    limit: Option<Sum>,
}

/// A measure, or what several come to.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Sum {
    /// None: that of the first measure.
    label: Option<Text>,
    /// Measures, and how often each is counted in.
    of: &'static [(MeasureId, f64)],
}

impl Sum {
    const fn one(of: &'static [(MeasureId, f64); 1]) -> Self {
        Self { label: None, of }
    }

    fn label(&self, lang: Lang) -> AttrValue {
        let label = self.label.unwrap_or_else(|| self.of[0].0.spec().label);
        AttrValue::from(label.get(lang))
    }

    fn medians(&self, seen: &Seen<'_>, years: &[FiscalYear]) -> Vec<f64> {
        let in_year = |year: &FiscalYear| {
            self.of.iter().map(|(measure, times)| seen.median(*measure, *year) * times).sum()
        };
        years.iter().map(in_year).collect()
    }
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
        missing: Some(Sum::one(&[(Vacancies, 1.0)])),
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
        missing: Some(Sum {
            label: Some(Text { ja: "応えられない時間", en: "Hours nobody has" }),
            of: &[(HoursWanted, 1.0), (HoursAvailable, -1.0)],
        }),
        limit: Some(Sum::one(&[(HoursAvailable, 1.0)])),
    },
    Breakdown {
        key: "parts_meetings",
        title: Text {
            ja: "開いた会議と開けなかった会議", en: "Meetings held and not held"
        },
        shape: Shape::Bars,
        of: &[Meetings, MeetingsPlanned],
        parts: &[MeetIndividual, MeetArea, MeetWard],
        missing: Some(Sum::one(&[(MeetingsMissed, 1.0)])),
        limit: Some(Sum::one(&[(MeetingsPlanned, 1.0)])),
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
        of: &[Premium, CeilingLeft, CeilingOver],
        parts: &[PaidNation, PaidPrefecture, PaidCity, PaidPremium],
        missing: None,
        // Of the whole cost only a part is borne together: the line stands where that part would
        // be as high as it may be.
        limit: Some(Sum {
            label: Some(Text { ja: "上限額に届く費用", en: "Cost at the ceiling" }),
            of: &[(CostTotal, 1.0), (CeilingLeft, 1.0), (CeilingOver, -1.0)],
        }),
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
        let is_missing = b.missing.is_some_and(|sum| sum.of[0].0 == measure);
        b.of.contains(&measure) || b.parts.contains(&measure) || is_missing
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
    let filled = breakdown.parts.iter().map(|measure| BarPart {
        label: AttrValue::from(measure.spec().label.get(lang)),
        values: medians(seen, *measure, &years),
        look: Look::Filled,
    });
    let missing = breakdown.missing.iter().map(|sum| BarPart {
        label: sum.label(lang),
        values: sum.medians(seen, &years),
        look: Look::Hatched,
    });
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
        parts: filled.chain(missing).collect(),
        limit: breakdown
            .limit
            .map(|sum| BarLimit { label: sum.label(lang), values: sum.medians(seen, &years) }),
        forecast_from: seen.forecast_from(),
        value: part_format(seen, breakdown),
        recorded: part_format(seen, breakdown),
    }
}

/// Parts of the past are estimates too: nobody counted them one by one.
fn part_format(seen: &Seen<'_>, breakdown: &Breakdown) -> crate::ui::charts::format::Format {
    crate::ui::charts::format::Format::rounded(seen.lang, breakdown.parts[0].spec().unit)
}

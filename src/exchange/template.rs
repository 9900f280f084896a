//! Tables to fill in: headings the importer knows, filled with the values there are.

use crate::exchange::cells::plain::plain;
use crate::exchange::grid::{Grid, Value};
use crate::facts::Municipality;
use crate::facts::age::{AgeGroup, Sex};
use crate::facts::observation::{Direction, Kind, TargetPlace};
use crate::i18n::{Lang, time};
use crate::places::PlaceId;
use crate::units::When;

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    Population,
    LivingAloneAndCare,
    Devices,
    Centres,
    Meetings,
    Awareness,
    Programmes,
    Targets,
}

/// Measures of the tables that have few; whatever is left over is a programme.
const CARE: [&str; 6] = [
    "living_alone",
    "living_alone_share",
    "certified",
    "certified_support",
    "certified_care",
    "certified_rate",
];
const DEVICES: [&str; 3] = ["alarm_portable", "alarm_home", "alarm_total"];
const CENTRES: [&str; 5] =
    ["posts", "filled", "staff_vacancies", "staff_turnover", "staff_tenure_under5"];
const MEETINGS: [&str; 4] = ["care_meetings", "meet_individual", "meet_area", "meet_ward"];
const AWARENESS: [&str; 1] = ["centre_awareness"];

impl Template {
    pub const ALL: [Self; 8] = [
        Self::Population,
        Self::LivingAloneAndCare,
        Self::Devices,
        Self::Centres,
        Self::Meetings,
        Self::Awareness,
        Self::Programmes,
        Self::Targets,
    ];

    pub const fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Population, Lang::Ja) => "人口",
            (Self::Population, Lang::En) => "population",
            (Self::LivingAloneAndCare, Lang::Ja) => "ひとり暮らし・認定者",
            (Self::LivingAloneAndCare, Lang::En) => "living alone and certified",
            (Self::Devices, Lang::Ja) => "緊急通報機器",
            (Self::Devices, Lang::En) => "alarm devices",
            (Self::Centres, Lang::Ja) => "センターの職員",
            (Self::Centres, Lang::En) => "centres",
            (Self::Meetings, Lang::Ja) => "地域ケア会議",
            (Self::Meetings, Lang::En) => "care meetings",
            (Self::Awareness, Lang::Ja) => "認知度",
            (Self::Awareness, Lang::En) => "awareness",
            (Self::Programmes, Lang::Ja) => "事業",
            (Self::Programmes, Lang::En) => "programmes",
            (Self::Targets, Lang::Ja) => "目標",
            (Self::Targets, Lang::En) => "targets",
        }
    }

    pub fn grid(self, city: &Municipality, lang: Lang) -> Grid {
        match self {
            Self::Population => population(city, lang),
            Self::Targets => targets(city, lang),
            Self::LivingAloneAndCare => self.figures(city, lang, &|key| CARE.contains(&key)),
            Self::Devices => self.figures(city, lang, &|key| DEVICES.contains(&key)),
            Self::Centres => self.figures(city, lang, &|key| CENTRES.contains(&key)),
            Self::Meetings => self.figures(city, lang, &|key| MEETINGS.contains(&key)),
            Self::Awareness => self.figures(city, lang, &|key| AWARENESS.contains(&key)),
            Self::Programmes => self.figures(city, lang, &|key| {
                let others: [&[&str]; 5] = [&CARE, &DEVICES, &CENTRES, &MEETINGS, &AWARENESS];
                !others.iter().any(|keys| keys.contains(&key))
            }),
        }
    }

    fn figures(self, city: &Municipality, lang: Lang, is_of_it: &dyn Fn(&str) -> bool) -> Grid {
        let headings = match lang {
            Lang::Ja => ["指標", "場所", "年度", "値の種類", "値", "単位", "備考"],
            Lang::En => ["measure", "place", "year", "kind", "value", "unit", "notes"],
        };
        let mut grid = Grid::new(self.name(lang));
        grid.headings(&headings);
        for seen in &city.observations {
            let key = seen.measure.as_str();
            let is_asked =
                matches!(seen.kind, Kind::Actual | Kind::Estimate | Kind::About | Kind::Plan);
            if !is_asked || !is_of_it(key) || seen.when == When::Undated {
                continue;
            }
            let measure = city.measure(key);
            let [label, unit] =
                [measure.map(|m| m.label.get(lang)), measure.map(|m| m.unit.get(lang))];
            let kind = match (seen.kind, lang) {
                (Kind::Plan, Lang::Ja) => "計画",
                (Kind::Plan, Lang::En) => "plan",
                (kind, lang) => kind.label().get(lang),
            };
            grid.row([
                Value::text(label.unwrap_or(key)),
                Value::text(place_name(city, seen.place, lang)),
                Value::text(when(seen.when, lang)),
                Value::text(kind),
                Value::number(seen.value),
                Value::text(unit.unwrap_or_default()),
                Value::text(plain(seen.note.get(lang))),
            ]);
        }
        grid
    }
}

fn place_name(city: &Municipality, place: PlaceId, lang: Lang) -> String {
    city.places.get(place).name.get(lang).to_owned()
}

fn when(when: When, lang: Lang) -> String {
    match when {
        When::FiscalYear(year) => {
            time::fiscal_year(lang, year).split(" (").next().unwrap_or("").into()
        }
        When::CalendarYear(year) if lang == Lang::Ja => format!("{year}年"),
        When::CalendarYear(year) => year.to_string(),
        When::Month(month) => format!("{}-{:02}", month.calendar_year(), month.month_of_year()),
        When::Day(date) => format!("{:04}-{:02}-{:02}", date.year, date.month, date.day),
        When::Undated => String::new(),
    }
}

fn age_words(group: AgeGroup, lang: Lang) -> String {
    match (group.to, lang) {
        (Some(to), Lang::Ja) if to == group.from => format!("{to}歳"),
        (Some(to), Lang::Ja) => format!("{}〜{to}歳", group.from),
        (None, Lang::Ja) => format!("{}歳以上", group.from),
        (_, Lang::En) => group.label(),
    }
}

fn population(city: &Municipality, lang: Lang) -> Grid {
    let table = &city.population.areas;
    let mut grid = Grid::new(Template::Population.name(lang));
    let ages: Vec<String> =
        table.groups.as_slice().iter().map(|group| age_words(*group, lang)).collect();
    let keys = match lang {
        Lang::Ja => ["場所", "年月日", "性別"],
        Lang::En => ["place", "date", "sex"],
    };
    let headings: Vec<&str> = keys.into_iter().chain(ages.iter().map(String::as_str)).collect();
    grid.headings(&headings);
    for area in city.places.areas() {
        // An area that only stands for a ward or the municipality has no name of its own.
        let named = city.places.lineage(area).find(|at| !city.places.get(*at).is_implicit);
        for sex in Sex::BOTH {
            let Some(people) = table.row(area, city.frame.base_year, sex) else { continue };
            let date = table.date_in(city.frame.base_year).map(When::Day).unwrap_or(When::Undated);
            let words = [
                Value::text(place_name(city, named.unwrap_or(area), lang)),
                Value::text(when(date, lang)),
                Value::text(sex.label().get(lang)),
            ];
            let people = people.iter().map(|n| Value::number(f64::from(*n)));
            grid.row(words.into_iter().chain(people));
        }
    }
    grid
}

fn targets(city: &Municipality, lang: Lang) -> Grid {
    let headings = match lang {
        Lang::Ja => ["指標", "場所", "年度", "以上・以下", "目標値", "単位"],
        Lang::En => ["measure", "place", "year", "direction", "target", "unit"],
    };
    let mut grid = Grid::new(Template::Targets.name(lang));
    grid.headings(&headings);
    for target in city.targets.iter().filter(|target| target.is_on) {
        let TargetPlace::At(place) = target.place else { continue };
        let key = target.measure.as_str();
        let measure = city.measure(key);
        let direction = match (target.direction, lang) {
            (Direction::AtLeast, Lang::Ja) => "以上",
            (Direction::AtMost, Lang::Ja) => "以下",
            (Direction::AtLeast, Lang::En) => "at least",
            (Direction::AtMost, Lang::En) => "at most",
        };
        grid.row([
            Value::text(measure.map_or(key, |m| m.label.get(lang))),
            Value::text(place_name(city, place, lang)),
            Value::text(when(When::FiscalYear(target.year), lang)),
            Value::text(direction),
            Value::number(target.value),
            Value::text(measure.map_or("", |m| m.unit.get(lang))),
        ]);
    }
    grid
}

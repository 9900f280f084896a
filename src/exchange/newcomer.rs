//! Another municipality from its files alone. Nothing of any other is in it: what it does not say
//! itself is the nation's, and marked so.

use serde::{Deserialize, Serialize};

use crate::exchange::meaning::Hints;
use crate::exchange::meaning::names::Names;
use crate::exchange::preview::{Making, Opened, Preview};
use crate::exchange::problem::{At, Fault, Problem};
use crate::exchange::settle::places::{self, SAID};
use crate::exchange::tables::{Rows, Tables};
use crate::facts::Municipality;
use crate::facts::builtin::JAPAN;
use crate::facts::fingerprint::Fnv;
use crate::facts::observation::{MeasureFact, MeasureKey};
use crate::i18n::{Label, Lang, Text};
use crate::places::Level;
use crate::sources::Grade;

/// What files seldom say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub name: String,
    /// The official code; made from the name where it is not given.
    pub code: String,
    pub n_centres: Option<u32>,
    /// First fiscal year of the plan: by default the first three-year plan after the population.
    pub plan_first: Option<i16>,
}

impl Preview {
    /// What the files would make.
    pub fn of_newcomer(files: &[Opened<'_>], asked: &Asked, hints: &Hints) -> Self {
        let measures = national_measures();
        let making = Making { measures: &measures, split: None, adds_places: true };
        let (tables, names) = skeleton(asked);
        let mut preview = making.preview(files, &tables, names, hints);
        preview.set_years(asked);
        let after = preview.tables();
        let rows = after.rows("places.csv").unwrap_or_default();
        let has_centre = rows.rows.iter().any(|row| rows.cell(row, "level") == Level::Centre.key());
        let people = ["population.csv", "bands.csv", "area_population.csv"];
        let has_people =
            preview.done.sees_people || people.iter().any(|file| after.get(file).is_some());
        let needs = [
            (asked.name.trim().is_empty(), Fault::NeedsName),
            (!has_people, Fault::NeedsPopulation),
            (asked.n_centres.is_none() && !has_centre, Fault::NeedsCentres),
        ];
        for (_, fault) in needs.into_iter().filter(|(is_needed, _)| *is_needed) {
            preview.problems.push(Problem::new(At::sheet(&asked.name), fault));
        }
        preview.check(&tables);
        preview
    }
}

/// The tables before the files: a name, years, and one row for the municipality.
fn skeleton(asked: &Asked) -> (Tables, Names) {
    let mut tables = Tables::default();
    let code = match asked.code.trim() {
        "" => format!("x{:08x}", Fnv::of(asked.name.trim()) as u32),
        code => code.to_owned(),
    };
    let name = asked.name.trim();
    let mut names = Names::default();
    names.add(&code, Level::Municipality, None, &[name]);
    tables.set_rows("places.csv", &places::municipality(&code, name, asked.n_centres));
    let headers = [
        ("source", SAID),
        ("unit", "none"),
        ("as_of", "—"),
        ("retrieved", "—"),
        ("grade", "assumed"),
        ("note", "入力されたもの。年度は3年ごとの計画期間に合わせました"),
    ];
    let mut head = Rows::new(&headers, &["key", "value"]);
    let plain = [("code", code.as_str()), ("name_ja", name), ("split_seed", code.as_str())];
    head.rows.extend(plain.map(|(key, value)| vec![key.to_owned(), value.to_owned()]));
    tables.set_rows("municipality.csv", &head);
    places::put_source(&mut tables);
    (tables, names)
}

/// First years of the plan periods: every third from 2000.
const FIRST_PLAN: i16 = 2000;

/// The years that follow from the plan's first, or from the population's.
pub(super) fn years(base_year: i16, plan_first: Option<i16>) -> [(&'static str, String); 9] {
    let after = base_year + 1;
    let next = after + (FIRST_PLAN - after).rem_euclid(3);
    let first = plan_first.unwrap_or(next);
    let period = (first - FIRST_PLAN).div_euclid(3) + 1;
    let outlook_end = first + 4;
    [
        ("plan_ja", format!("第{period}期")),
        ("plan_en", format!("plan period {period}")),
        ("history_first", (first - 3).to_string()),
        ("history_last", (first - 1).to_string()),
        ("plan_first", first.to_string()),
        ("plan_last", (first + 2).to_string()),
        ("outlook_end", outlook_end.to_string()),
        ("base_year", base_year.to_string()),
        ("population_end", (outlook_end + 15).max(2040).to_string()),
    ]
}

/// Names and units of the measures everybody uses.
fn national_measures() -> Vec<MeasureFact> {
    let rows = Rows::parse(JAPAN.read("measures.csv").unwrap_or_default());
    let of = |row: &Vec<String>| {
        let cell = |column| rows.cell(row, column);
        MeasureFact {
            key: MeasureKey(cell("measure").to_owned()),
            label: Label::new(cell("label_ja"), cell("label_en")),
            unit: Label::new(cell("unit_ja"), cell("unit_en")),
        }
    };
    rows.rows.iter().map(of).collect()
}

/// What the files leave open, and what stands in.
pub fn assumed(city: &Municipality) -> Vec<Text> {
    let root = city.places.root();
    let sees = |measures: &[&str]| measures.iter().any(|m| !city.observed(m, root).is_empty());
    let population = &city.population;
    let several = 1 < city.places.areas().count();
    let is_guess = population.areas.provenance.grade == Grade::Illustrative;
    let has_ages = population.bands.is_empty() || population.edition.is_some();
    let missing = [
        (!has_ages, Text { ja: "年齢の内訳（全国）", en: "ages (the nation's)" }),
        (several && is_guess, Text { ja: "圏域への分け方（例示）", en: "the split into areas" }),
        (true, Text { ja: "死亡率（全国）", en: "mortality (the nation's)" }),
        (population.edition.is_none(), Text { ja: "転出入（なし）", en: "migration (none)" }),
        (!sees(&["living_alone"]), Text { ja: "ひとり暮らし（全国）", en: "living alone" }),
        (!sees(&["certified"]), Text { ja: "認定率（全国）", en: "certification" }),
        (!sees(&["alarm_total", "alarm_home"]), Text { ja: "緊急通報機器", en: "alarm devices" }),
        (
            !sees(&["posts", "filled", "staff_vacancies"]),
            Text { ja: "職員の数と欠員", en: "staff" },
        ),
        (!sees(&["care_meetings"]), Text { ja: "会議の数", en: "meetings" }),
        (!sees(&["centre_awareness"]), Text { ja: "センターの認知度", en: "awareness" }),
    ];
    missing.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, text)| text).collect()
}

/// What is needed at least, what else helps, and what stands in meanwhile: the wizard's words.
pub fn guide(lang: Lang) -> [[&'static str; 2]; 3] {
    match lang {
        Lang::Ja => [
            ["必ず要るもの", "年齢別の人口（5歳階級か各歳）と、地域包括支援センターの数"],
            [
                "あると確かになるもの",
                "圏域別の人口、ひとり暮らし高齢者、認定者、緊急通報機器（携帯型・自宅設置型）、\
                 3職種の配置数と在籍者、地域ケア会議、センターの認知度、事業の実績と目標",
            ],
            [
                "ないあいだの仮定",
                "年齢の内訳、ひとり暮らし、認定率、死亡率は全国の値。転出入はないものとし、\
                 圏域への分け方は例示。いずれも画面に「仮定」「例示」と出ます",
            ],
        ],
        Lang::En => [
            ["Needed", "population by age (five-year or single) and the number of support centres"],
            [
                "Helps",
                "population by area, people living alone, certified, alarm devices by type, posts \
                 and people in post, care meetings, awareness, programmes and targets",
            ],
            [
                "Assumed meanwhile",
                "the nation's ages, living alone, certification and mortality; nobody moves; the \
                 split into areas is made up. All are marked on the screen",
            ],
        ],
    }
}

//! `bands.csv`, wide census ages by ward, and `register.csv`, the years of the register.

use crate::facts::age::{AgeGroup, Sex};
use crate::facts::basis::CensusBands;
use crate::facts::counting::{Counting as _, Raw};
use crate::facts::error::{FactError, Problem};
use crate::facts::observation::RegisterYear;
use crate::facts::read::Reading;
use crate::facts::read::population::{check_way, day};
use crate::facts::table::{Row, Table};
use crate::i18n::{Label, Lang, Text, time};
use crate::places::{PlaceId, Places};
use crate::sources::Provenance;
use crate::units::When;

const BAND_KEYS: [&str; 3] = ["place", "date", "sex"];
const BANDS: [&str; 7] = ["total", "0-14", "15-64", "65+", "70+", "75+", "85+"];
const REGISTER_KEYS: [&str; 2] = ["place", "year"];
const REGISTER: [&str; 7] =
    ["men", "women", "households", "births", "deaths", "moved_in", "moved_out"];

impl Reading<'_> {
    #[inline(never)]
    pub(super) fn read_bands(&mut self, places: &Places) -> Vec<CensusBands> {
        let Some(table) = self.optional("bands.csv") else { return Vec::new() };
        let columns = [&BAND_KEYS[..], &BANDS[..]].concat();
        let own = self.own_sources.clone();
        let checked = check_way(&table, Raw::KEY)
            .and_then(|()| table.expect_columns(&columns))
            .and_then(|()| table.provenance(&own));
        let Some(provenance) = self.keep(checked) else { return Vec::new() };
        self.errors.extend(table.duplicates(&BAND_KEYS));
        let mut bands = Vec::new();
        for row in table.rows() {
            let place = self.place(places, &table, row.text("place"), row.line());
            let read = place.map(|place| census_bands(row, place, provenance));
            let read = read.and_then(|read| self.keep(read));
            self.errors.extend(read.iter().flat_map(|read| ages_nest(row, read)));
            bands.extend(read);
        }
        self.errors.extend(columns_add_up(&table, places, &["date", "sex"], &BANDS));
        bands
    }

    #[inline(never)]
    pub(super) fn read_register(&mut self, places: &Places) -> Vec<RegisterYear> {
        let Some(table) = self.optional("register.csv") else { return Vec::new() };
        let own = self.own_sources.clone();
        let checked = table
            .expect_columns(&[&REGISTER_KEYS[..], &REGISTER[..]].concat())
            .and_then(|()| table.provenance(&own));
        let Some(provenance) = self.keep(checked) else { return Vec::new() };
        self.errors.extend(table.duplicates(&REGISTER_KEYS));
        let mut years = Vec::new();
        for row in table.rows() {
            let place = self.place(places, &table, row.text("place"), row.line());
            let read = place.map(|place| register_year(row, place, provenance));
            years.extend(read.and_then(|read| self.keep(read)));
        }
        self.errors.extend(columns_add_up(&table, places, &["year"], &REGISTER));
        years
    }
}

fn census_bands(
    row: Row<'_>,
    place: PlaceId,
    provenance: Provenance,
) -> Result<CensusBands, FactError> {
    let sex = match row.text("sex") {
        "both" => None,
        _ => Some(row.word("sex", Sex::find, "both, male, female")?),
    };
    Ok(CensusBands {
        place,
        date: day(row)?,
        sex,
        total: row.optional_count("total")?,
        under_15: row.optional_count("0-14")?,
        from_15_to_64: row.optional_count("15-64")?,
        from_65: row.optional_count("65+")?,
        from_70: row.optional_count("70+")?,
        from_75: row.optional_count("75+")?,
        from_85: row.optional_count("85+")?,
        provenance,
    })
}

fn register_year(
    row: Row<'_>,
    place: PlaceId,
    provenance: Provenance,
) -> Result<RegisterYear, FactError> {
    Ok(RegisterYear {
        place,
        flow_year: row.year("year")?,
        men: row.count("men")?,
        women: row.count("women")?,
        households: row.count("households")?,
        births: row.count("births")?,
        deaths: row.count("deaths")?,
        moved_in: row.count("moved_in")?,
        moved_out: row.count("moved_out")?,
        provenance,
    })
}

/// In every column where the city and all its wards give a number, the wards add up to the city.
/// Of a row that stands there twice, which is told elsewhere, the first counts.
fn columns_add_up(
    table: &Table,
    places: &Places,
    keys: &[&str],
    columns: &[&str],
) -> Vec<FactError> {
    let wards: Vec<_> = places.wards().map(|ward| places.code(ward)).collect();
    let root = places.code(places.root());
    let mut errors = Vec::new();
    for city in table.rows().filter(|row| row.text("place") == root) {
        let of = |place: &str| {
            let same_time = |row: &Row<'_>| keys.iter().all(|key| row.text(key) == city.text(key));
            table.rows().find(|row| row.text("place") == place && same_time(row))
        };
        let parts: Option<Vec<_>> = wards.iter().map(|ward| of(ward)).collect();
        let is_first = of(root).is_some_and(|first| first.line() == city.line());
        let Some(parts) = parts.filter(|_| is_first) else { continue };
        for column in columns {
            let number = |row: &Row<'_>| row.text(column).parse::<i64>().ok();
            let sum = parts.iter().map(number).sum::<Option<i64>>();
            let (Some(sum), Some(whole)) = (sum, number(&city)) else { continue };
            if sum != whole {
                let what = cell_words(city, keys, column);
                let problem = Problem::SumDiffers { what, parts: sum, whole };
                errors.push(city.error(column, problem));
            }
        }
    }
    errors
}

/// «平成27年10月1日 (2015) 男女計 65歳以上», from the keys of a row and the name of a column.
fn cell_words(row: Row<'_>, keys: &[&str], column: &str) -> Label {
    let words = |lang: Lang| {
        let key = |key: &&str| match (*key, row.text(key)) {
            ("sex", text) => Sex::find(text).map_or(BOTH_SEXES, Sex::label).get(lang).to_owned(),
            (_, text) => When::parse(text).map_or(text.to_owned(), |when| time::when(lang, when)),
        };
        keys.iter().filter(|key| **key != "place").map(key).collect::<Vec<_>>()
    };
    let of = column_words(column);
    let [ja, en] = [Lang::Ja, Lang::En].map(words);
    Label::new(format!("{} {}", ja.join(" "), of.ja), format!("{}, {}", en.join(", "), of.en))
}

const BOTH_SEXES: Text = Text { ja: "男女計", en: "both sexes" };

fn column_words(column: &str) -> Label {
    let text = match column {
        "total" => Text { ja: "総数", en: "total" },
        "men" => Text { ja: "男", en: "men" },
        "women" => Text { ja: "女", en: "women" },
        "households" => Text { ja: "世帯数", en: "households" },
        "births" => Text { ja: "出生", en: "births" },
        "deaths" => Text { ja: "死亡", en: "deaths" },
        "moved_in" => Text { ja: "転入", en: "people moved in" },
        "moved_out" => Text { ja: "転出", en: "people moved out" },
        ages => return AgeGroup::parse(ages).map_or_else(Label::default, AgeGroup::words),
    };
    text.into()
}

/// Each age of a census row holds no more people than the wider one around it.
fn ages_nest(row: Row<'_>, bands: &CensusBands) -> Vec<FactError> {
    let CensusBands { total, from_65, from_70, from_75, from_85, .. } = *bands;
    let chain =
        [("total", total), ("65+", from_65), ("70+", from_70), ("75+", from_75), ("85+", from_85)];
    let known: Vec<_> =
        chain.into_iter().filter_map(|(column, people)| Some((column, people?))).collect();
    let pairs = known.windows(2).filter(|pair| pair[0].1 < pair[1].1);
    let error = |pair: &[(&str, u32)]| {
        let [(whole, n_whole), (part, n_part)] = [pair[0], pair[1]];
        let problem = Problem::PartAboveWhole {
            part: cell_words(row, &BAND_KEYS, part),
            whole: column_words(whole),
            n_part: i64::from(n_part),
            n_whole: i64::from(n_whole),
        };
        row.error(part, problem)
    };
    pairs.map(error).chain(ages_fit(row, bands)).collect()
}

/// The three ages that make up everybody of known age hold no more than the total.
fn ages_fit(row: Row<'_>, bands: &CensusBands) -> Option<FactError> {
    let ages = [bands.under_15?, bands.from_15_to_64?, bands.from_65?];
    let n_part = ages.into_iter().map(i64::from).sum();
    let n_whole = i64::from(bands.total?);
    let part = Label::new("0〜14歳・15〜64歳・65歳以上の計", "0–14, 15–64 and 65+ together");
    let whole = cell_words(row, &BAND_KEYS, "total");
    let problem = Problem::PartAboveWhole { part, whole, n_part, n_whole };
    (n_part > n_whole).then(|| row.error("total", problem))
}

//! `bands.csv`, wide census ages by ward, and `register.csv`, the years of the register.

use crate::facts::age::Sex;
use crate::facts::basis::CensusBands;
use crate::facts::counting::{Counting as _, Raw};
use crate::facts::error::{FactError, Problem};
use crate::facts::observation::RegisterYear;
use crate::facts::read::Reading;
use crate::facts::read::population::{check_way, day};
use crate::facts::table::{Row, Table};
use crate::places::{PlaceId, Places};
use crate::sources::Provenance;

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
            bands.extend(read.and_then(|read| self.keep(read)));
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
    let text = row.required("year")?;
    let year = text.parse().map_err(|_| row.error("year", Problem::NotATime { text: text.into() }));
    Ok(RegisterYear {
        place,
        flow_year: year?,
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
fn columns_add_up(
    table: &Table,
    places: &Places,
    keys: &[&str],
    columns: &[&str],
) -> Vec<FactError> {
    let wards: Vec<_> = places.wards().map(|ward| places.code(ward)).collect();
    let mut errors = Vec::new();
    for city in table.rows().filter(|row| row.text("place") == places.code(places.root())) {
        let same_time = |row: &Row<'_>| keys.iter().all(|key| row.text(key) == city.text(key));
        let parts: Vec<_> = table
            .rows()
            .filter(|row| wards.contains(&row.text("place")) && same_time(row))
            .collect();
        if parts.len() < wards.len() {
            continue;
        }
        for column in columns {
            let number = |row: &Row<'_>| row.text(column).parse::<i64>().ok();
            let sum = parts.iter().map(number).sum::<Option<i64>>();
            let (Some(sum), Some(whole)) = (sum, number(&city)) else { continue };
            if sum != whole {
                let when: Vec<_> = keys.iter().map(|key| city.text(key)).collect();
                let what = format!("{} {column}", when.join(" "));
                let problem = Problem::SumDiffers { what, parts: sum, whole };
                errors.push(city.error(column, problem));
            }
        }
    }
    errors
}

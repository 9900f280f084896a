//! The national profiles. What can be worked out from published numbers is worked out here.

use crate::facts::age::{AgeGroup, Sex};
use crate::facts::counting::Raw;
use crate::facts::error::{FactError, FileProblem};
use crate::facts::national::{LifeTable, National, PrevalenceEdition, RateByAge};
use crate::facts::population::PopulationTable;
use crate::facts::read::Reading;
use crate::facts::table::{Row, Table, find_source};
use crate::places::PlaceId;
use crate::sources::{Grade, Provenance};

/// The census that the share living alone is worked out on.
const PROFILE_YEAR: i16 = 2020;

impl Reading<'_> {
    #[inline(never)]
    pub(super) fn read_national(&mut self) -> Option<National> {
        let population = self.read_national_population()?;
        let life_tables = self.read_life_tables()?;
        let (living_alone, living_alone_provenance) = self.read_living_alone(&population)?;
        let (certification, certification_provenance) = self.read_certification()?;
        let (recipients, recipients_provenance) = self.read_by_sex("recipients.csv")?;
        let (support, support_provenance) = self.read_by_sex("support_recipients.csv")?;
        let (level_mix, level_mix_provenance) = self.read_level_mix()?;
        let dementia = self.read_dementia()?;
        Some(National {
            population,
            life_tables,
            living_alone,
            living_alone_provenance,
            certification,
            certification_provenance,
            recipients,
            recipients_provenance,
            support_recipients: support,
            support_recipients_provenance: support_provenance,
            level_mix,
            level_mix_provenance,
            dementia,
        })
    }

    #[inline(never)]
    fn read_life_tables(&mut self) -> Option<Vec<LifeTable>> {
        let table = self.national("life_table.csv")?;
        let own = self.own_sources.clone();
        let read = life_tables(&table, table.provenance(&own));
        self.keep(read)
    }

    /// Share living alone = households of the sex × the group's part of them / people of the group.
    #[inline(never)]
    fn read_living_alone(
        &mut self,
        population: &PopulationTable<Raw>,
    ) -> Option<([RateByAge; 2], Provenance)> {
        let table = self.national("living_alone.csv")?;
        let own = self.own_sources.clone();
        let read = table.provenance(&own).and_then(|provenance| {
            let share = |sex| living_alone(&table, sex, population);
            Ok(([share(Sex::Male)?, share(Sex::Female)?], provenance))
        });
        self.keep(read)
    }

    #[inline(never)]
    fn read_certification(&mut self) -> Option<(RateByAge, Provenance)> {
        let table = self.national("certification.csv")?;
        let own = self.own_sources.clone();
        let read = table.expect_columns(&["age", "rate", "source"]).and_then(|()| {
            let mut rows = Vec::new();
            for row in table.rows() {
                find_source(row.required("source")?, &own)
                    .map_err(|problem| row.error("source", problem))?;
                rows.push((age(row, "age")?, row.number("rate")? / 100.0));
            }
            Ok((RateByAge { sex: None, rows }, table.provenance(&own)?))
        });
        self.keep(read)
    }

    #[inline(never)]
    fn read_by_sex(&mut self, file: &str) -> Option<([RateByAge; 2], Provenance)> {
        let table = self.national(file)?;
        let own = self.own_sources.clone();
        let read = table.provenance(&own).and_then(|provenance| {
            let of = |sex| by_age_columns(row_of(&table, sex)?, sex, &["sex"], |value| value);
            Ok(([of(Sex::Male)?, of(Sex::Female)?], provenance))
        });
        self.keep(read)
    }

    #[inline(never)]
    fn read_level_mix(&mut self) -> Option<([f64; 6], Provenance)> {
        let table = self.national("level_mix.csv")?;
        let own = self.own_sources.clone();
        let read = table.expect_columns(&["level", "persons"]).and_then(|()| {
            let mut mix = [0.0; 6];
            let levels = ["support", "care_1", "care_2", "care_3", "care_4", "care_5"];
            for (share, level) in mix.iter_mut().zip(levels) {
                let row = table.rows().find(|row| row.text("level") == level);
                let missing = FileProblem::MissingRow { what: level.into() };
                let row = row.ok_or_else(|| FactError::new(&table.file, missing))?;
                *share = f64::from(row.count("persons")?);
            }
            let total: f64 = mix.iter().sum();
            Ok((mix.map(|persons| persons / total), table.provenance(&own)?))
        });
        self.keep(read)
    }

    #[inline(never)]
    fn read_dementia(&mut self) -> Option<Vec<PrevalenceEdition>> {
        let table = self.national("dementia.csv")?;
        let columns = ["source", "condition", "sex", "age", "rate"];
        let own = self.own_sources.clone();
        let checked = table.expect_columns(&columns);
        self.keep(checked)?;
        self.errors.extend(table.duplicates(&columns[..4]));
        let mut editions: Vec<PrevalenceEdition> = Vec::new();
        for row in table.rows() {
            let read = find_source(row.text("source"), &own)
                .map_err(|problem| row.error("source", problem))
                .and_then(|source| {
                    let provenance = Provenance::new(source, Grade::Published);
                    add_prevalence(&mut editions, row, provenance, &table.header("note"))
                });
            self.keep(read)?;
        }
        Some(editions)
    }
}

fn life_tables(
    table: &Table,
    provenance: Result<Provenance, FactError>,
) -> Result<Vec<LifeTable>, FactError> {
    table.expect_first_columns(&["age"])?;
    let provenance = provenance?;
    let mut tables = Vec::new();
    for name in table.columns().iter().filter(|name| *name != "age") {
        let parts = name.split_once('_');
        let named = parts.and_then(|(year, sex)| Some((year.parse().ok()?, Sex::find(sex)?)));
        let (year, sex) = named.ok_or_else(|| table.unknown_column(name, "age, 2020_male, …"))?;
        let mut qx = Vec::new();
        for row in table.rows() {
            qx.extend(row.optional_number(name)?);
        }
        tables.push(LifeTable { year, sex, qx, provenance });
    }
    Ok(tables)
}

fn living_alone(
    table: &Table,
    sex: Sex,
    population: &PopulationTable<Raw>,
) -> Result<RateByAge, FactError> {
    let row = row_of(table, sex)?;
    let households = f64::from(row.count("households")?);
    let people = |group: AgeGroup| -> f64 {
        let row = population.row(PlaceId(0), PROFILE_YEAR, sex).unwrap_or_default();
        let groups = population.groups.as_slice().iter().zip(row);
        groups.filter(|(inner, _)| inner.is_inside(group)).map(|(_, n)| f64::from(*n)).sum()
    };
    let mut shares = by_age_columns(row, sex, &["sex", "households"], |percent| percent / 100.0)?;
    for (group, share) in &mut shares.rows {
        *share = households * *share / people(*group);
    }
    Ok(shares)
}

fn row_of(table: &Table, sex: Sex) -> Result<Row<'_>, FactError> {
    let missing =
        || FactError::new(&table.file, FileProblem::MissingRow { what: sex.key().into() });
    table.rows().find(|row| row.text("sex") == sex.key()).ok_or_else(missing)
}

/// The cells under age columns; every other column must be one of `keys`.
fn by_age_columns(
    row: Row<'_>,
    sex: Sex,
    keys: &[&str],
    convert: impl Fn(f64) -> f64,
) -> Result<RateByAge, FactError> {
    let table = row.table;
    table.expect_first_columns(keys)?;
    let mut rows = Vec::new();
    for name in table.columns().iter().filter(|name| !keys.contains(&name.as_str())) {
        let known = || table.unknown_column(name, &keys.join(", "));
        let group = AgeGroup::parse(name).ok_or_else(known)?;
        rows.push((group, convert(row.number(name)?)));
    }
    Ok(RateByAge { sex: Some(sex), rows })
}

fn age(row: Row<'_>, column: &str) -> Result<AgeGroup, FactError> {
    row.word(column, AgeGroup::parse, "65-69, …, 90+")
}

fn add_prevalence(
    editions: &mut Vec<PrevalenceEdition>,
    row: Row<'_>,
    provenance: Provenance,
    note: &str,
) -> Result<(), FactError> {
    let sex = match row.text("sex") {
        "both" => None,
        _ => Some(row.word("sex", Sex::find, "both, male, female")?),
    };
    let condition = row.word("condition", condition, "dementia, mci")?;
    let key = format!("{}_{condition}", row.text("source"));
    let rate = (age(row, "age")?, row.number("rate")? / 100.0);
    let index = editions.iter().position(|edition| edition.key == key).unwrap_or_else(|| {
        let note = note.to_owned();
        editions.push(PrevalenceEdition { key, by_age: Vec::new(), provenance, note });
        editions.len() - 1
    });
    let by_age = &mut editions[index].by_age;
    match by_age.iter_mut().find(|of| of.sex == sex) {
        Some(of) => of.rows.push(rate),
        None => by_age.push(RateByAge { sex, rows: vec![rate] }),
    }
    Ok(())
}

fn condition(key: &str) -> Option<&'static str> {
    match key {
        "dementia" => Some("dementia"),
        "mci" => Some("mci"),
        _ => None,
    }
}

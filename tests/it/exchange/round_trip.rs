//! What is exported can be imported again, to the same bits.

use proptest::prelude::*;

use mitoshi::exchange::meaning::Hints;
use mitoshi::exchange::own::{armed, disarmed};
use mitoshi::exchange::sheet::Sheet;
use mitoshi::exchange::tables::Rows;
use mitoshi::exchange::template::Template;
use mitoshi::exchange::{Opened, Preview, Tables, export, read, write};
use mitoshi::facts::Municipality;
use mitoshi::facts::builtin::{ASAGO, KAWASAKI};
use mitoshi::i18n::Lang;

fn open(name: &str, bytes: &[u8]) -> Vec<Sheet> {
    read::open(name, bytes, &read::shift_jis).unwrap()
}

#[track_caller]
fn check(tables: &Tables) {
    let city = tables.municipality().unwrap();
    for lang in [Lang::Ja, Lang::En] {
        let grids = export::grids(tables, &city, &[], Vec::new(), lang);
        let book = open("all.xlsx", &write::xlsx(&grids));
        let files: Vec<(String, Vec<Sheet>)> = grids
            .iter()
            .map(|g| (g.name.clone(), open(&format!("{}.csv", g.name), &write::csv(g))))
            .collect();
        let opened = [Opened { name: "all.xlsx", sheets: &book }];
        let opened_files: Vec<_> =
            files.iter().map(|(name, sheets)| Opened { name, sheets }).collect();
        for opened in [&opened[..], &opened_files] {
            let preview = Preview::of(opened, tables, &city, &Hints::default());
            let words = preview.describe(Lang::En);
            let back = preview.accept().unwrap_or_else(|_| panic!("{words}"));
            for (file, text) in tables.files() {
                assert_eq!(Rows::parse(back.get(file).unwrap()), Rows::parse(text), "{file}");
            }
            let again = back.municipality().unwrap();
            assert_eq!(again.content_hash(), city.content_hash());
            assert!(again == city);
        }
    }
}

#[test]
fn built_in_cities_come_back_to_the_same_bits() {
    check(&Tables::built_in(&KAWASAKI));
    check(&Tables::built_in(&ASAGO));
}

#[test]
fn what_was_imported_comes_back_too() {
    let preview = super::into_asago(
        "事業,平成30年度,令和元年度,令和5年度目標\n=サロン（か所）,3.25,4,8\n携帯型,約50,5未満,100\n",
    );
    check(&preview.accept().unwrap());
}

/// A template taken back unchanged leaves every figure what it was.
#[test]
fn templates_are_understood() {
    for (folder, city) in [(KAWASAKI, Municipality::kawasaki()), (ASAGO, Municipality::asago())] {
        let tables = Tables::built_in(&folder);
        for (template, lang) in
            Template::ALL.into_iter().flat_map(|t| [(t, Lang::Ja), (t, Lang::En)])
        {
            let grid = template.grid(&city, lang);
            if grid.rows.len() == 1 {
                continue;
            }
            let sheets = open("t.csv", &write::csv(&grid));
            let files = [Opened { name: "t.csv", sheets: &sheets }];
            let preview = Preview::of(&files, &tables, &city, &Hints::default());
            let words = preview.describe(lang);
            let after =
                preview.accept().unwrap_or_else(|_| panic!("{template:?} {lang:?}\n{words}"));
            let after = after.municipality().unwrap();
            for seen in &city.observations {
                let again =
                    after.observed_at(seen.measure.as_str(), seen.place, seen.when).unwrap();
                assert_eq!(again.value.to_bits(), seen.value.to_bits(), "{template:?} {seen:?}");
            }
            assert_eq!(after.population.areas.rows.len(), city.population.areas.rows.len());
            let total = |city: &Municipality| {
                city.population.base.total(city.places.root(), city.frame.base_year)
            };
            assert_eq!(total(&after), total(&city), "{template:?}");
        }
    }
}

/// Excel and LibreOffice open a text file by double-click, and save it with «5-9» turned into a day
/// and «90+» into a number.
#[test]
fn ages_that_a_spreadsheet_took_for_days_are_put_right() {
    let tables = Tables::built_in(&KAWASAKI);
    let city = tables.municipality().unwrap();
    for (file, slips) in [
        ("population.csv", [(",5-9,", ",5月9日,"), (",10-14,", ",14-Oct,"), (",90+", ",90")]),
        ("population.csv", [(",5-9,", ",2026-05-09,"), (",10-14,", ",10月14日,"), (",90+", ",90")]),
        ("bands.csv", [(",65+,", ",65,"), (",70+,75+,", ",70,75,"), (",85+", ",85")]),
    ] {
        let mut text = tables.get(file).unwrap().to_owned();
        for (from, to) in slips {
            assert!(text.contains(from), "{file} {from}");
            text = text.replacen(from, to, 1);
        }
        let sheets = open(file, text.as_bytes());
        let files = [Opened { name: file, sheets: &sheets }];
        let preview = Preview::of(&files, &tables, &city, &Hints::default());
        let words = preview.describe(Lang::En);
        let back = preview.accept().unwrap_or_else(|_| panic!("{words}"));
        assert_eq!(back.municipality().unwrap(), city);
    }
}

/// Words of a few letters.
fn letters(of: &'static str, n_max: usize) -> impl Strategy<Value = String> {
    let letter = prop::sample::select(of.chars().collect::<Vec<_>>());
    prop::collection::vec(letter, 0..n_max).prop_map(|letters| letters.into_iter().collect())
}

proptest! {
    #[test]
    fn any_cell_survives_being_disarmed(cell in letters("=+-@'\t a1あ\"", 12)) {
        let armed = armed(&cell);
        prop_assert_eq!(disarmed(&armed), cell.as_str());
    }

    #[test]
    fn any_rows_survive_their_text(
        rows in prop::collection::vec(prop::collection::vec(letters("azあん09,\" =+@-", 8), 3), 1..8)
    ) {
        let mut table = Rows::new(&[("source", "in rows")], &["x", "y", "z"]);
        let trimmed = |cells: &Vec<String>| cells.iter().map(|cell| cell.trim().to_owned()).collect();
        table.rows = rows.iter().map(trimmed).filter(|row: &Vec<String>| row.iter().any(|c| !c.is_empty())).collect();
        prop_assert_eq!(Rows::parse(&table.text()), table);
    }

    /// Any values of any measures, out and in again.
    #[test]
    fn any_figures_come_back(values in prop::collection::vec(0.0..1e9_f64, 1..12)) {
        let mut text = String::from("指標,年度,値\n");
        for (index, value) in values.iter().enumerate() {
            text += &format!("携帯型,{}年度,{value}\n", 2000 + index);
        }
        check(&super::into_asago(&text).accept().unwrap());
    }
}

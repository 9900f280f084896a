//! Files as they come: encodings, separators, workbooks, and what is too much.

use mitoshi::exchange::grid::{Grid, Value};
use mitoshi::exchange::read::{MAX_COLUMNS, MAX_ROWS, open, paste, shift_jis};
use mitoshi::exchange::refusal::Refusal;
use mitoshi::exchange::sheet::Sheet;
use mitoshi::exchange::write;

fn cells(sheet: &Sheet) -> Vec<Vec<String>> {
    (0..sheet.n_rows()).map(|row| sheet.row(row).map(str::to_owned).collect()).collect()
}

fn one(bytes: &[u8]) -> Vec<Vec<String>> {
    let sheets = open("f.csv", bytes, &shift_jis).unwrap();
    assert_eq!(sheets.len(), 1);
    cells(&sheets[0])
}

#[test]
fn the_same_table_in_every_encoding() {
    let text = "地区,人口\r\n川崎区,\"1,234\"\r\n";
    let expected = vec![vec!["地区", "人口"], vec!["川崎区", "1,234"]];
    let (shift, _, _) = encoding_rs::SHIFT_JIS.encode(text);
    let utf_16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(
            text.replace(',', "\t")
                .replace("\"1\t234\"", "\"1,234\"")
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        )
        .collect();
    let with_mark = ["\u{feff}", text].concat();
    for bytes in [text.as_bytes(), with_mark.as_bytes(), &shift, &utf_16] {
        assert_eq!(one(bytes), expected);
    }
}

#[test]
fn pasted_cells_have_tabs_and_quotes() {
    let sheet = paste("地区\t人口\n\"川崎区\n（計）\"\t\"1\"\"2\"\n\t3\n").unwrap();
    let expected = vec![vec!["地区", "人口"], vec!["川崎区 （計）", "1\"2"], vec!["", "3"]];
    assert_eq!(cells(&sheet), expected);
    // A quote that is never closed is a letter like any other.
    assert_eq!(cells(&paste("a,5\" pipe,b\nc,d,e").unwrap())[0], ["a", "5\" pipe", "b"]);
}

fn grid() -> Grid {
    let mut grid = Grid::new("人口 [1]");
    grid.headings(&["地区", "値 & <単位>"]);
    grid.row([Value::text("=SUM(A1)"), Value::number(12.5)]);
    grid.row([Value::text("－"), Value::Empty, Value::number(-3.0)]);
    grid
}

#[test]
fn a_workbook_of_our_own_comes_back() {
    let bytes = write::xlsx(&[grid(), grid()]);
    let sheets = open("f.xlsx", &bytes, &shift_jis).unwrap();
    assert_eq!(sheets.len(), 2);
    assert_eq!(sheets[0].name, "人口 -1-");
    let expected =
        vec![vec!["地区", "値 & <単位>"], vec!["=SUM(A1)", "12.5"], vec!["－", "", "-3"]];
    assert_eq!(cells(&sheets[0]), expected);
    assert_eq!(write::xlsx(&[grid()]), write::xlsx(&[grid()]));
}

#[test]
fn formulas_are_disarmed_in_text_files() {
    let text = String::from_utf8(write::csv(&grid())).unwrap();
    assert!(text.starts_with('\u{feff}'));
    assert!(text.contains("\r\n'=SUM(A1),12.5\r\n"), "{text}");
}

#[test]
fn too_much_is_refused_in_words_and_quickly() {
    let rows = "1,2\n".repeat(MAX_ROWS + 1);
    assert_eq!(open("f", rows.as_bytes(), &shift_jis), Err(Refusal::TooManyRows));
    let wide = vec!["1"; MAX_COLUMNS + 1].join(",");
    let refused = open("f", wide.as_bytes(), &shift_jis);
    assert_eq!(refused, Err(Refusal::TooManyColumns));
    assert!(open("f", vec!["1"; MAX_COLUMNS].join(",").as_bytes(), &shift_jis).is_ok());
    let large = vec![b'1'; 100 << 20];
    assert_eq!(open("f", &large, &shift_jis), Err(Refusal::TooLarge { megabytes: 100 }));
}

#[test]
fn a_small_file_cannot_fill_the_memory() {
    let mut grid = Grid::new("bomb");
    grid.row([Value::Text("0".repeat(140 << 20))]);
    let bytes = write::xlsx(&[grid]);
    assert!(bytes.len() < 1 << 20);
    assert_eq!(open("f.xlsx", &bytes, &shift_jis), Err(Refusal::Bomb));
}

//! XLSX: one sheet a grid, typed cells, headings that stay in view.

use std::fmt::Write as _;

use super::zip::packed;
use crate::exchange::grid::{Grid, Value};
use crate::exchange::sheet::column_letters;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
/// Formats of cells: plain, headings, and text that must not become a formula.
const HEADING: u8 = 1;
const TEXT: u8 = 2;
/// A sheet's name may not be longer.
const MAX_NAME: usize = 31;

pub fn xlsx(grids: &[Grid]) -> Vec<u8> {
    let names = sheet_names(grids);
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), content_types(grids.len())),
        ("_rels/.rels".to_owned(), {
            let link = link(1, "officeDocument", "xl/workbook.xml");
            format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{link}</Relationships>")
        }),
        ("xl/workbook.xml".to_owned(), workbook(&names)),
        ("xl/_rels/workbook.xml.rels".to_owned(), links(grids.len())),
        ("xl/styles.xml".to_owned(), styles()),
    ];
    for (index, grid) in grids.iter().enumerate() {
        parts.push((format!("xl/worksheets/sheet{}.xml", index + 1), sheet(grid)));
    }
    packed(&parts)
}

/// Names as spreadsheets allow them, each once.
fn sheet_names(grids: &[Grid]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for grid in grids {
        let allowed = |letter: char| if "[]:*?/\\'".contains(letter) { '-' } else { letter };
        let name: String = grid.name.chars().map(allowed).take(MAX_NAME).collect();
        let name = if name.is_empty() { "Sheet".to_owned() } else { name };
        let numbered = (2..).map(|number| {
            let short: String = name.chars().take(MAX_NAME - 4).collect();
            format!("{short} {number}")
        });
        let mut candidates = std::iter::once(name.clone()).chain(numbered);
        names.extend(candidates.find(|candidate| !names.contains(candidate)));
    }
    names
}

fn content_types(n_sheets: usize) -> String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let mut xml = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{kind}.styles+xml\"/>"
    );
    for number in 1..=n_sheets {
        let part = format!("/xl/worksheets/sheet{number}.xml");
        let line = format!("<Override PartName=\"{part}\" ContentType=\"{kind}.worksheet+xml\"/>");
        xml += &line;
    }
    xml + "</Types>"
}

fn link(number: usize, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
}

fn links(n_sheets: usize) -> String {
    let sheets = (1..=n_sheets)
        .map(|number| link(number, "worksheet", &format!("worksheets/sheet{number}.xml")));
    let styles = link(n_sheets + 1, "styles", "styles.xml");
    let all: String = sheets.chain([styles]).collect();
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{all}</Relationships>")
}

fn workbook(names: &[String]) -> String {
    let mut xml = format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>");
    for (index, name) in names.iter().enumerate() {
        let number = index + 1;
        let name = escaped(name);
        xml += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
    }
    xml + "</sheets></workbook>"
}

fn styles() -> String {
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\">\
         <fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border/></borders>\
         <cellStyleXfs count=\"1\"><xf/></cellStyleXfs>\
         <cellXfs count=\"3\"><xf xfId=\"0\"/><xf fontId=\"1\" applyFont=\"1\" xfId=\"0\"/>\
         <xf quotePrefix=\"1\" numFmtId=\"49\" applyNumberFormat=\"1\" xfId=\"0\"/></cellXfs>\
         </styleSheet>"
    )
}

fn sheet(grid: &Grid) -> String {
    let mut xml = format!("{HEAD}<worksheet xmlns=\"{MAIN}\">");
    if 0 < grid.n_headings {
        let n = grid.n_headings;
        let _ = write!(
            xml,
            "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"{n}\" \
             topLeftCell=\"A{}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>",
            n + 1
        );
    }
    xml += &widths(grid);
    xml += "<sheetData>";
    for (index, row) in grid.rows.iter().enumerate() {
        let number = index + 1;
        let _ = write!(xml, "<row r=\"{number}\">");
        for (column, value) in row.iter().enumerate() {
            let at = format!("{}{number}", column_letters(column));
            cell(&mut xml, &at, value, index < grid.n_headings);
        }
        xml += "</row>";
    }
    xml + "</sheetData></worksheet>"
}

/// Columns as wide as what stands in them, between these numbers of letters.
const WIDTHS: [usize; 2] = [8, 48];

fn widths(grid: &Grid) -> String {
    let mut widths: Vec<usize> = Vec::new();
    // A line of one cell runs on over its neighbours.
    for row in grid.rows.iter().filter(|row| 1 < row.len()) {
        widths.resize(widths.len().max(row.len()), 0);
        for (widest, value) in widths.iter_mut().zip(row) {
            let of = |letter: char| if letter.is_ascii() { 1 } else { 2 };
            *widest = (*widest).max(value.words().chars().take(WIDTHS[1]).map(of).sum());
        }
    }
    let column = |(at, width): (usize, &usize)| {
        let (at, width) = (at + 1, (width + 2).clamp(WIDTHS[0], WIDTHS[1]));
        format!("<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>")
    };
    let columns: String = widths.iter().enumerate().map(column).collect();
    if columns.is_empty() { columns } else { format!("<cols>{columns}</cols>") }
}

fn cell(xml: &mut String, at: &str, value: &Value, is_heading: bool) {
    let written = match value {
        Value::Empty => Ok(()),
        Value::Number(digits) => write!(xml, "<c r=\"{at}\"><v>{digits}</v></c>"),
        Value::Text(words) => {
            let is_formula = words.starts_with(['=', '+', '-', '@']);
            let style = match (is_heading, is_formula) {
                (true, _) => HEADING,
                (false, true) => TEXT,
                (false, false) => 0,
            };
            let words = escaped(words);
            write!(
                xml,
                "<c r=\"{at}\" s=\"{style}\" t=\"inlineStr\"><is>\
                 <t xml:space=\"preserve\">{words}</t></is></c>"
            )
        }
    };
    written.expect("writing to a string cannot fail");
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            // Letters that XML cannot hold.
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' => {}
            letter => out.push(letter),
        }
    }
    out
}

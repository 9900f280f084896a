//! What is handed out, opened by LibreOffice and saved by it, and read back: the same figures.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Outcome, command, paths};

const FACTS: &str = "assets/facts/kawasaki";

/// Every sheet into a text file of its own, cells as they are and not as they are shown.
const SHEETS: &str =
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

pub(crate) fn run() -> Outcome<()> {
    if !command::exists("soffice") {
        return Err("LibreOffice is missing. On Debian: apt-get install libreoffice-calc.".into());
    }
    let folder = paths::target().join("soak-exchange");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|err| said(&folder, &err))?;
    }
    fs::create_dir_all(folder.join("texts")).map_err(|err| said(&folder, &err))?;
    let at = |name: &str| folder.join(name).display().to_string();
    mitoshi(&["export", "--out", &at("all.xlsx")])?;
    mitoshi(&["export", "--out", &at("out")])?;
    let is_table = |name: &str| paths::root().join(FACTS).join(name).exists();
    for name in names(&folder.join("out"))?.iter().filter(|name| is_table(name)) {
        let to = folder.join("texts").join(name);
        fs::copy(folder.join("out").join(name), &to).map_err(|err| said(&to, &err))?;
    }
    convert(&folder, "xlsx", "saved", &[at("all.xlsx")], &[])?;
    convert(&folder, SHEETS, "sheets", &[at("all.xlsx")], &[])?;
    let texts: Vec<String> =
        names(&folder.join("texts"))?.iter().map(|name| at(&format!("texts/{name}"))).collect();
    convert(&folder, "xlsx", "opened", &texts, &["--infilter=CSV:44,34,76,1"])?;

    let n_cells = sheets_agree(&folder)?;
    println!("Each sheet as LibreOffice shows it: {n_cells} cells, all as handed out.");
    let saved = [at("saved/all.xlsx")];
    let opened: Vec<String> =
        names(&folder.join("opened"))?.iter().map(|name| at(&format!("opened/{name}"))).collect();
    for (what, files, to) in [
        ("The workbook, saved by LibreOffice", &saved[..], "from-book"),
        ("The text files, opened and saved by LibreOffice", &opened[..], "from-texts"),
    ] {
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        mitoshi(&[&["check"], &files[..], &["--data", FACTS]].concat())?;
        mitoshi(&[&["import"], &files[..], &["--data", FACTS, "--out", &at(to)]].concat())?;
        let n_cells = tables_agree(&folder.join(to))?;
        println!("{what}: taken in again, {n_cells} cells of the tables as before.");
    }
    Ok(())
}

fn mitoshi(args: &[&str]) -> Outcome<()> {
    let head = ["run", "--quiet", "--bin", "mitoshi", "--"];
    command::run(command::cargo(&[&head, args].concat()))
}

/// LibreOffice without its windows, and with settings of its own.
fn convert(folder: &Path, kind: &str, to: &str, files: &[String], more: &[&str]) -> Outcome<()> {
    let settings = format!("-env:UserInstallation=file://{}", folder.join("settings").display());
    let out = folder.join(to).display().to_string();
    let head = [settings.as_str(), "--headless"];
    let tail = ["--convert-to", kind, "--outdir", &out];
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    command::run(command::program("soffice", &[&head, more, &tail, &files].concat()))
}

fn names(folder: &Path) -> Outcome<Vec<String>> {
    let entries = fs::read_dir(folder).map_err(|err| said(folder, &err))?;
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = entries.flatten().map(name).collect();
    names.sort();
    Ok(names)
}

/// Our text file of each sheet beside what LibreOffice has in it.
fn sheets_agree(folder: &Path) -> Outcome<usize> {
    let mut n_cells = 0;
    for name in names(&folder.join("out"))? {
        let theirs = folder.join("sheets").join(format!("all-{name}"));
        n_cells += agree(&folder.join("out").join(&name), &theirs)?;
    }
    Ok(n_cells)
}

fn tables_agree(folder: &Path) -> Outcome<usize> {
    let mut n_cells = 0;
    for name in names(&paths::root().join(FACTS))? {
        n_cells += agree(&paths::root().join(FACTS).join(&name), &folder.join(&name))?;
    }
    Ok(n_cells)
}

/// Cell by cell: numbers as numbers (50.0 is 50), words letter by letter.
fn agree(ours: &PathBuf, theirs: &PathBuf) -> Outcome<usize> {
    let [a, b] = [ours, theirs].map(|path| {
        fs::read_to_string(path).map(|text| records(&text)).map_err(|err| said(path, &err))
    });
    let (a, b) = (a?, b?);
    let mut n_cells = 0;
    for row in 0..a.len().max(b.len()) {
        let cells = |rows: &[Vec<String>]| rows.get(row).cloned().unwrap_or_default();
        let (ours_row, theirs_row) = (cells(&a), cells(&b));
        for column in 0..ours_row.len().max(theirs_row.len()) {
            let cell = |row: &[String]| row.get(column).cloned().unwrap_or_default();
            let (one, other) = (cell(&ours_row), cell(&theirs_row));
            if !same(&one, &other) {
                let (theirs, row) = (theirs.display(), row + 1);
                return Err(format!("{theirs}, row {row}: «{other}» stands where «{one}» was."));
            }
            n_cells += usize::from(!one.is_empty());
        }
    }
    Ok(n_cells)
}

fn same(one: &str, other: &str) -> bool {
    // In a text file a cell that looks like a formula has an apostrophe before it.
    let bare = |cell: &str| cell.strip_prefix('\'').unwrap_or(cell).to_owned();
    match (one.parse::<f64>(), other.parse::<f64>()) {
        // LibreOffice writes fifteen digits into a text file.
        (Ok(a), Ok(b)) => (a - b).abs() <= a.abs() * 1e-14,
        _ => bare(one) == bare(other),
    }
}

/// The cells of a text file; lines of `#` are one cell.
fn records(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

fn said(path: &Path, err: &std::io::Error) -> String {
    format!("{} could not be used: {err}.", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_agree_as_numbers_or_letter_by_letter() {
        assert!(same("50.0", "50") && same("'=1", "=1") && same("0.1", "0.100000000000001"));
        assert!(!same("50", "51") && !same("あ", "い") && !same("", "0"));
        assert_eq!(records("\u{feff}a,\"b\"\"c,\"\r\n1,\n"), [["a", "b\"c,"], ["1", ""]]);
    }
}

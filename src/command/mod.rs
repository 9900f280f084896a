//! The simulator on the command line. It reads files and prints; everything else is the library's.

pub mod arguments;
pub mod bench;
mod chain;
pub mod exchange;
pub mod folder;
pub mod help;
pub mod look_back;
mod outlook;
pub mod run;
pub mod slice;

use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::ExitCode;

use crate::exchange::Tables;
use crate::facts::{Municipality, builtin, errors_text};
use arguments::Arguments;

/// Runs the command given by the process's arguments.
pub fn main() -> ExitCode {
    let done = Arguments::parse(std::env::args().skip(1)).and_then(|arguments| answer(&arguments));
    match done {
        Ok(text) => print(&text),
        Err(sentence) => fail(&sentence),
    }
}

fn answer(arguments: &Arguments) -> Result<String, String> {
    match arguments.command.as_str() {
        "run" => run::run(arguments),
        "outlook" => outlook::outlook(arguments),
        "merge" => run::merge(arguments),
        "facts" => facts(arguments),
        "first-answer" => run::first_answer(),
        "basis" => run::basis(arguments),
        "peers" => run::peers(arguments),
        "reasons" => run::reasons(),
        "calibrate" => look_back::calibrate(arguments),
        "validate" => look_back::validate(arguments),
        "document" => Ok(crate::document::page(arguments.lang())),
        "check" => exchange::check(arguments),
        "import" => exchange::import(arguments),
        "export" => exchange::export(arguments),
        "bench" => bench::bench(arguments),
        "" | "help" => Ok(help::HELP.get(arguments.lang()).to_owned()),
        other => Err(arguments.say(
            format!("{other} というコマンドはありません。mitoshi help を見てください。"),
            format!("There is no command called {other}. See: mitoshi help"),
        )),
    }
}

/// A reader that stops early, as `head` does, has what it wanted.
fn print(text: &str) -> ExitCode {
    match writeln!(std::io::stdout(), "{text}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => fail(&error.to_string()),
        _ => ExitCode::SUCCESS,
    }
}

fn fail(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::FAILURE
}

fn cannot_open(arguments: &Arguments, path: &str) -> String {
    arguments.say(
        format!("{path} を開けません。名前と場所、文字コード（UTF-8）を確かめてください。"),
        format!("{path} cannot be opened. Check its name and place, and that it is UTF-8."),
    )
}

/// The tables of a folder, or of a built-in municipality by its name; none without `--data`.
fn tables(arguments: &Arguments) -> Result<Option<Tables>, String> {
    let Some(folder) = arguments.get("data") else { return Ok(None) };
    let built_in = builtin::FOLDERS.iter().find(|known| known.name == folder);
    let path = Path::new(folder);
    let tables = match built_in {
        Some(built_in) if !path.is_dir() => Ok(Tables::built_in(built_in)),
        _ => folder::read(path),
    };
    tables.map(Some).map_err(|errors| errors_text(&errors, arguments.lang()))
}

/// The municipality of a folder of tables, or the built-in one.
fn municipality(arguments: &Arguments) -> Result<Municipality, String> {
    let Some(tables) = tables(arguments)? else { return Ok(Municipality::kawasaki()) };
    tables.municipality().map_err(|errors| errors_text(&errors, arguments.lang()))
}

fn facts(arguments: &Arguments) -> Result<String, String> {
    let municipality = municipality(arguments)?;
    let errors = crate::facts::check::check(&municipality);
    let lang = arguments.lang();
    if !errors.is_empty() {
        return Err(errors_text(&errors, lang));
    }
    let search = arguments.get("search").unwrap_or_default();
    Ok(crate::facts::report(&municipality, lang, search))
}

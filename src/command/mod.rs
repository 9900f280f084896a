//! The simulator on the command line. It reads files and prints; everything else is the library's.

pub mod arguments;
pub mod bench;
pub mod exchange;
pub mod look_back;
pub mod run;
pub mod slice;

use std::process::ExitCode;

use crate::exchange::Tables;
use crate::facts::{Municipality, builtin};
use crate::i18n::Lang;
use arguments::Arguments;

const HELP: &str = "\
mitoshi — 見通し, the simulator on the command line

  mitoshi run [--scenario FILE] [--data DIR] [--draws N] [--seed S] [--chunks N]
                      the municipality's measures by fiscal year, and the result code
  mitoshi run … [--from A] [--to B] [--out csv|json]
                      a slice of the draws, A up to but not including B, draw by draw
  mitoshi merge FILE… [--data DIR]
                      slices joined to exactly the result of one run, with its result code
  mitoshi facts [--data DIR] [--search WORDS]
                      every figure with its source, and the checks of all tables
  mitoshi check FILE… [--data DIR | --name NAME [--centres N]] [--date D] [--measure M]
                      what CSV and XLSX files hold, and everything wrong with them
  mitoshi import FILE… --out DIR  (with the options of check)
                      the same, taken into a folder of tables: into those of DIR, or as another
                      municipality called NAME [--code C] [--plan-first YEAR]
  mitoshi export --out DIR|FILE.xlsx [--data DIR] [--draws N] [--templates]
                      every table, figure, source, setting and result; or tables to fill in
  mitoshi calibrate [--data DIR] [--seed S]
                      what each draw solved, and how history fits
  mitoshi validate [--data DIR]
                      the published projection reproduced, and runs from earlier years
  mitoshi document    the model's own page: every lever, assumption, measure and equation
  mitoshi first-answer
                      the default scenario's answer as text, for the page to carry
  mitoshi bench [--json] [--areas N]
                      how long runs take on this machine
  --lang ja|en        the language of what is printed (ja)
";

/// How a study of many municipalities is spread over machines.
const NATION: &str = "
A study of many municipalities is one folder of tables each, and one line a folder, in any order, on
any machine; large ones can be cut into slices of draws. Nothing is shared between the lines.

  for dir in municipalities/*; do echo \"mitoshi run --data $dir --draws 1024 > $dir.txt\"; done | parallel
  mitoshi run --data tokyo --draws 10240 --from 0    --to 5120  > a.csv     (one machine)
  mitoshi run --data tokyo --draws 10240 --from 5120 --to 10240 > b.csv     (another one)
  mitoshi merge a.csv b.csv --data tokyo                                    (as if run in one piece)

mitoshi bench prints what a municipality takes here, and from it 1,741 of them.
";

/// Runs the command given by the process's arguments.
pub fn main() -> ExitCode {
    let arguments = match Arguments::parse(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(sentence) => return fail(&sentence),
    };
    let done = match arguments.command.as_str() {
        "run" => run::run(&arguments),
        "merge" => run::merge(&arguments),
        "facts" => facts(&arguments),
        "first-answer" => run::first_answer(),
        "calibrate" => look_back::calibrate(&arguments),
        "validate" => look_back::validate(&arguments),
        "document" => Ok(crate::document::page(arguments.lang())),
        "check" => exchange::check(&arguments),
        "import" => exchange::import(&arguments),
        "export" => exchange::export(&arguments),
        "bench" => bench::bench(&arguments),
        "" | "help" => Ok(format!("{HELP}{NATION}")),
        other => Err(format!("There is no command called {other}. See: mitoshi help")),
    };
    match done {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(sentence) => fail(&sentence),
    }
}

fn fail(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::FAILURE
}

/// The tables of a folder, or of a built-in municipality by its name; none without `--data`.
fn tables(arguments: &Arguments) -> Option<Tables> {
    let folder = arguments.get("data")?;
    let built_in = builtin::FOLDERS.iter().find(|known| known.name == folder);
    let path = std::path::PathBuf::from(folder);
    Some(match built_in {
        Some(built_in) if !path.is_dir() => Tables::built_in(built_in),
        _ => Tables::read(&|name| std::fs::read_to_string(path.join(name)).ok()),
    })
}

/// The municipality of a folder of tables, or the built-in one.
fn municipality(arguments: &Arguments) -> Result<Municipality, String> {
    let Some(tables) = tables(arguments) else { return Ok(Municipality::kawasaki()) };
    tables
        .municipality()
        .map_err(|errors| crate::facts::report::errors_text(&errors, arguments.lang()))
}

fn facts(arguments: &Arguments) -> Result<String, String> {
    let municipality = municipality(arguments)?;
    let errors = crate::facts::check::check(&municipality);
    let lang = arguments.lang();
    if !errors.is_empty() {
        return Err(crate::facts::report::errors_text(&errors, lang));
    }
    let search = arguments.get("search").unwrap_or_default();
    Ok(crate::facts::report::report(&municipality, lang, search))
}

impl Arguments {
    fn lang(&self) -> Lang {
        if self.get("lang") == Some("en") { Lang::En } else { Lang::Ja }
    }
}

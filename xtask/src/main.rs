//! Chores in Rust: serve, build and check the page without any tool that has to match a version.

mod bench;
mod budget;
mod carried;
mod command;
mod determinism;
mod dist;
mod documents;
mod libreoffice;
mod page;
mod paths;
mod policy;
mod program;
mod reload;
mod serve;
mod single_file;
mod site;
mod soak;
mod squeeze;
mod table;
mod test;
mod tools;
mod wasm_opt;
mod watch;

use std::process::ExitCode;

/// A chore fails with a sentence for the person at the terminal.
type Outcome<T> = Result<T, String>;

const HELP: &str = "cargo xtask <chore>
  serve [--port N] [--release]   the page on 127.0.0.1, rebuilt and reloaded on every change
  dist [--draft]                 dist/ (static site) and dist/mitoshi.html (one file);
                                 a draft is quickly built, large and slow: to look at
  test                           everything that has to pass
  bench                          how fast it is, natively and in Chromium
  soak [job]                     the long jobs, run by hand";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let rest = args.get(1..).unwrap_or_default();
    let outcome = match args.first().map(String::as_str) {
        Some("serve") => serve::run(rest),
        Some("dist") => dist::run(rest),
        Some("test") => none_left(rest).and_then(|()| test::run()),
        Some("bench") => none_left(rest).and_then(|()| bench::run()),
        Some("soak") => soak::run(rest),
        Some("help" | "--help" | "-h") => {
            println!("{HELP}");
            Ok(())
        }
        Some(other) => Err(format!("There is no chore «{other}».\n\n{HELP}")),
        None => Err(format!("Say which chore.\n\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn none_left(rest: &[String]) -> Outcome<()> {
    match rest.first() {
        None => Ok(()),
        Some(extra) => Err(format!("This chore takes no «{extra}».\n\n{HELP}")),
    }
}

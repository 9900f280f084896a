//! The long jobs (fuzz, kill loops, huge files), run by hand and noted.

use crate::{Outcome, command, determinism, documents, libreoffice};

struct Job {
    name: &'static str,
    about: &'static str,
    run: fn() -> Outcome<()>,
}

/// Add a job here; `cargo xtask soak` lists it and runs it.
const JOBS: &[Job] = &[
    Job {
        name: "determinism",
        about: "the same result code, however and wherever it is worked out",
        run: determinism::run,
    },
    Job {
        name: "documents",
        about: "the readers of documents, links and zips against made-up texts",
        run: documents::fuzz,
    },
    Job {
        name: "kills",
        about: "pages killed in the middle of a save, and nothing lost",
        run: documents::kills,
    },
    Job {
        name: "shelf",
        about: "500 scenarios of 50 kB listed within a second, one saved in under 10 ms",
        run: documents::shelf,
    },
    Job {
        name: "exchange",
        about: "all that is handed out, opened and saved by LibreOffice, read back the same",
        run: libreoffice::run,
    },
    Job {
        name: "fuzz",
        about: "anything at all into each reader of tables, for FUZZ_SECONDS each (600)",
        run: fuzz,
    },
];

/// One after the other, so that each has the machine; memory is held to 512 MB.
fn fuzz() -> Outcome<()> {
    let seconds = std::env::var("FUZZ_SECONDS").unwrap_or_else(|_| "600".into());
    command::run(command::cargo(&["test", "--test", "it", "--no-run"]))?;
    for parser in ["cells", "tables", "bytes", "workbooks"] {
        let test = format!("exchange::fuzz::{parser}");
        let words =
            format!("ulimit -v 524288; exec cargo test --test it {test} -- --exact --nocapture");
        let mut command = command::program("sh", &["-c", &words]);
        command.env("FUZZ_SECONDS", &seconds);
        command::run(command)?;
    }
    Ok(())
}

pub(crate) fn run(args: &[String]) -> Outcome<()> {
    match args {
        [] => run_all(),
        [name] => match JOBS.iter().find(|job| job.name == name) {
            Some(job) => (job.run)(),
            None => Err(format!("There is no long job «{name}». {}", list())),
        },
        _ => Err("Name one long job, or none to run them all.".into()),
    }
}

fn run_all() -> Outcome<()> {
    println!("{}", list());
    for job in JOBS {
        println!("— {}", job.name);
        (job.run)()?;
    }
    Ok(())
}

fn list() -> String {
    if JOBS.is_empty() {
        return "There are no long jobs yet.".into();
    }
    let lines = JOBS.iter().map(|job| format!("  {}  {}", job.name, job.about));
    format!("The long jobs:\n{}", lines.collect::<Vec<_>>().join("\n"))
}

//! What is given away: `dist/` as a static site, and `dist/mitoshi.html` as one file.

use std::{fs, thread};

use crate::budget::Sizes;
use crate::program::{self, Profile, Program, Programs};
use crate::{Outcome, budget, carried, page, paths, single_file, site, tools, wasm_opt};

pub(crate) fn run(args: &[String]) -> Outcome<()> {
    let profile = match args {
        [] => Profile::Release,
        [draft] if draft == "--draft" => Profile::Dev,
        _ => return Err("dist knows --draft and nothing else.".into()),
    };
    let sizes = write_all(profile)?;
    if profile == Profile::Release {
        budget::check(sizes)?;
    }
    println!("dist/ and dist/mitoshi.html are ready.");
    Ok(())
}

/// Writes both, whatever they weigh: what is too heavy can still be tested and measured.
pub(crate) fn write_all(profile: Profile) -> Outcome<Sizes> {
    let sources = page::read_sources()?;
    let mut programs = program::build(profile)?;
    if profile == Profile::Release {
        tools::ensure_node_packages()?;
        // Side by side: each takes a minute of one core.
        let Programs { app, rooms } = &mut programs;
        thread::scope(|scope| {
            let other = scope.spawn(|| optimise(app));
            optimise(rooms)?;
            other.join().expect("what fails is told, and nothing panics")
        })?;
    }
    let carried = carried::elements()?;
    carried::add_later(&mut programs.rooms)?;

    let site = site::files(&sources, &programs, &carried, "")?;
    let single_file = single_file::html(&sources, &programs, &carried)?;
    let (table, first_load) = budget::first_load_table(&site);

    let folder = paths::dist();
    empty(&folder)?;
    for (name, bytes) in site.first.iter().chain(&site.later) {
        write(&folder.join(name), bytes)?;
    }
    write(&folder.join("mitoshi.html"), single_file.as_bytes())?;
    write(&folder.join("first-load.txt"), table.to_string().as_bytes())?;

    print!("{table}");
    Ok(Sizes { first_load, single_file: single_file.len() })
}

fn optimise(program: &mut Program) -> Outcome<()> {
    let wasm = wasm_opt::optimise(program)?;
    say_gain(program.name, &program.wasm, &wasm);
    program.wasm = wasm;
    Ok(())
}

fn say_gain(name: &str, before: &[u8], after: &[u8]) {
    println!(
        "wasm-opt, {name}: {} → {} bytes ({} → {} gzipped)",
        before.len(),
        after.len(),
        budget::gzip(before).len(),
        budget::gzip(after).len()
    );
}

/// Old hashed files would otherwise stay for ever.
fn empty(folder: &std::path::Path) -> Outcome<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|err| format!("dist/ could not be emptied: {err}."))?;
    }
    fs::create_dir_all(folder).map_err(|err| format!("dist/ could not be made: {err}."))
}

fn write(path: &std::path::Path, bytes: &[u8]) -> Outcome<()> {
    fs::write(path, bytes).map_err(|err| format!("{} could not be written: {err}.", path.display()))
}

//! Builds the programs, each one script text and one wasm file; the first one's script has the boot.

use std::fs;
use std::path::PathBuf;

use wasm_bindgen_cli_support::Bindgen;

use crate::Outcome;
use crate::{command, paths, squeeze, tools};

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Profile {
    Dev,
    Release,
    /// Without SIMD, to test that the bits are the same; never given away.
    Plain,
}

impl Profile {
    fn folder(self) -> &'static str {
        match self {
            Profile::Dev | Profile::Plain => "debug",
            Profile::Release => "release",
        }
    }

    /// Other flags, another place, so that neither build throws the other one away.
    fn target(self) -> PathBuf {
        if self == Profile::Plain { paths::target().join("plain") } else { paths::target() }
    }
}

/// A built program: what both the site and the single file carry.
pub(crate) struct Program {
    pub(crate) name: &'static str,
    /// One classic script: the glue, and the boot with that of `app`.
    pub(crate) script: String,
    pub(crate) wasm: Vec<u8>,
}

/// The page's programs: the one it opens with, and the one that comes when it is asked for.
pub(crate) struct Programs {
    pub(crate) app: Program,
    pub(crate) rooms: Program,
}

/// Without the file and line of each place where a program could stop, which only the browser's
/// console would tell: 11 kB gzipped. The compiler, of one exact version, needs to be told that an
/// unstable option is meant.
const WITHOUT_PLACES: &str = "target.wasm32-unknown-unknown.rustflags=['-Zlocation-detail=none']";

pub(crate) fn build(profile: Profile) -> Outcome<Programs> {
    tools::ensure_wasm_target()?;
    let mut args = vec!["build", "--target", tools::WASM_TARGET, "--bin", "app", "--bin", "rooms"];
    if profile == Profile::Release {
        args.push("--release");
    }
    let mut cargo = command::cargo(&args);
    // It would replace the flags of .cargo/config.toml, and with them SIMD.
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    if profile == Profile::Release {
        cargo.args(["--config", WITHOUT_PLACES]).env("RUSTC_BOOTSTRAP", "1");
    }
    if profile == Profile::Plain {
        cargo
            .env("RUSTFLAGS", "-C target-feature=-simd128 -C llvm-args=-unroll-full-max-count=8")
            .env("CARGO_TARGET_DIR", profile.target());
    }
    command::run(cargo)?;
    let (app, rooms) = (bind("app", profile)?, bind("rooms", profile)?);
    let boot = with_boot(&app.script)?;
    let script = if profile == Profile::Release { squeeze::script(&boot) } else { boot };
    Ok(Programs { app: Program { script, ..app }, rooms })
}

fn bind(name: &'static str, profile: Profile) -> Outcome<Program> {
    let folder = profile.target().join(tools::WASM_TARGET).join(profile.folder());
    let path = folder.join(name).with_extension("wasm");
    let mut bindgen = Bindgen::new();
    let bindgen = bindgen
        .input_path(&path)
        .no_modules(true)
        .map_err(|err| format!("wasm-bindgen refused «no modules»: {err:#}."))?
        .omit_default_module_path(true)
        .typescript(false)
        .remove_name_section(profile == Profile::Release)
        .remove_producers_section(profile == Profile::Release);
    let mut output = bindgen
        .generate_output()
        .map_err(|err| format!("{} could not be bound: {err:#}.", path.display()))?;
    // While developing, names are for reading.
    let script = match profile {
        Profile::Release => squeeze::script(&glue(name, &squeeze::names(&mut output))),
        Profile::Dev | Profile::Plain => glue(name, output.js()),
    };
    Ok(Program { name, script, wasm: output.wasm_mut().emit_wasm() })
}

/// A function that makes a fresh copy of the glue at each call: a program may start more than once.
fn glue(name: &str, js: &str) -> String {
    format!(
        "(globalThis.mitoshiGlue ??= {{}}).{name} = function () {{\n\
         'use strict';\n{js}\nreturn wasm_bindgen;\n}};\n"
    )
}

/// The named function is the trick: its own text is what the worker is made of.
fn with_boot(glue: &str) -> Outcome<String> {
    let path = paths::root().join("assets/boot.js");
    let boot = fs::read_to_string(&path)
        .map_err(|err| format!("{} could not be read: {err}.", path.display()))?;
    Ok(format!("(function mitoshiBoot() {{\n'use strict';\n{glue}{boot}}})();\n"))
}

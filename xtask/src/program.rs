//! Builds the program and wraps it with its glue and its boot: one script text, one wasm file.

use std::fs;

use wasm_bindgen_cli_support::Bindgen;

use crate::Outcome;
use crate::{command, paths, tools};

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Profile {
    Dev,
    Release,
}

impl Profile {
    fn folder(self) -> &'static str {
        match self {
            Profile::Dev => "debug",
            Profile::Release => "release",
        }
    }
}

/// The built program: what both the site and the single file carry.
pub(crate) struct Program {
    /// Glue and boot as one classic script.
    pub(crate) script: String,
    pub(crate) wasm: Vec<u8>,
}

pub(crate) fn build(profile: Profile) -> Outcome<Program> {
    tools::ensure_wasm_target()?;
    let mut args = vec!["build", "--target", tools::WASM_TARGET, "--bin", "app"];
    if profile == Profile::Release {
        args.push("--release");
    }
    let mut cargo = command::cargo(&args);
    // It would replace the flags of .cargo/config.toml, and with them SIMD.
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    command::run(cargo)?;
    let path = paths::target().join(tools::WASM_TARGET).join(profile.folder()).join("app.wasm");
    bind(&path, profile)
}

fn bind(path: &std::path::Path, profile: Profile) -> Outcome<Program> {
    let mut bindgen = Bindgen::new();
    let bindgen = bindgen
        .input_path(path)
        .no_modules(true)
        .map_err(|err| format!("wasm-bindgen refused «no modules»: {err:#}."))?
        .omit_default_module_path(true)
        .typescript(false)
        .remove_name_section(profile == Profile::Release)
        .remove_producers_section(profile == Profile::Release);
    let mut output = bindgen
        .generate_output()
        .map_err(|err| format!("{} could not be bound: {err:#}.", path.display()))?;
    let boot_path = paths::root().join("assets/boot.js");
    let boot = fs::read_to_string(&boot_path)
        .map_err(|err| format!("{} could not be read: {err}.", boot_path.display()))?;
    Ok(Program { script: wrap(output.js(), &boot), wasm: output.wasm_mut().emit_wasm() })
}

/// The named function is the trick: its own text is what the worker is made of.
fn wrap(glue: &str, boot: &str) -> String {
    format!("(function mitoshiProgram() {{\n'use strict';\n{glue}\n{boot}}})();\n")
}

//! Makes the wasm smaller with binaryen's wasm-opt, which comes from npm as an exact version.

use std::fs;

use crate::Outcome;
use crate::program::Program;
use crate::{command, paths};

/// What rustc emits for this target by default, and SIMD; wasm-opt refuses what it is not told of.
const FEATURES: [&str; 7] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// A long function that is called from one place stays a function: copied into its caller, and that
/// one into the next, what a block of draws begins with became one of 140 kB, which kept V8's
/// compiler busy for half a second while the page was new.
const ONE_CALLER: &str = "--one-caller-inline-max-function-size=2000";

/// Needs the packages of node: see `tools::ensure_node_packages`.
pub(crate) fn optimise(program: &Program) -> Outcome<Vec<u8>> {
    let folder = paths::target().join("xtask").join(program.name);
    let (before, after) = (folder.join("before.wasm"), folder.join("after.wasm"));
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&before, &program.wasm))
        .map_err(|err| format!("{} could not be written: {err}.", before.display()))?;
    let script = paths::browser_tests().join("node_modules/binaryen/bin/wasm-opt");
    let mut node = command::program("node", &[]);
    // -O3 and not -Oz: the draws are the product, and -Oz slows them for little.
    node.arg(script).args(["-O3", ONE_CALLER, "--strip-producers"]).args(FEATURES);
    node.arg(&before).arg("-o").arg(&after);
    command::run(node)?;
    fs::read(&after).map_err(|err| format!("{} could not be read: {err}.", after.display()))
}

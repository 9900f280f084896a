//! The house's own rules. Each failure says where and what to do.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A layer, the layers it may import, and the outside crates it may name. `std` is free to all
/// but for what `.clippy.toml` forbids.
struct Layer {
    name: &'static str,
    may: &'static [&'static str],
    crates: &'static [&'static str],
}

const UP_TO_FACTS: [&str; 4] = ["units", "i18n", "sources", "places"];

#[rustfmt::skip]
const LAYERS: &[Layer] = &[
    Layer { name: "units", may: &[], crates: &["libm", "serde"] },
    Layer { name: "i18n", may: &["units"], crates: &["libm", "serde"] },
    Layer { name: "sources", may: &["units", "i18n"], crates: &["serde"] },
    Layer { name: "places", may: &["units", "i18n", "sources"], crates: &["serde"] },
    Layer { name: "facts", may: &UP_TO_FACTS, crates: &["libm", "rand_xoshiro", "serde"] },
    Layer { name: "assumptions", may: &UP_TO_FACTS, crates: &[] },
    Layer { name: "levers", may: &UP_TO_FACTS, crates: &[] },
    Layer { name: "shocks", may: &["units", "i18n", "sources", "places", "assumptions"],
        crates: &[] },
    Layer { name: "measures", may: &["units", "i18n", "sources", "places", "assumptions"],
        crates: &[] },
    Layer { name: "model", may: &["units", "i18n", "sources", "places", "facts", "assumptions",
        "levers", "shocks", "measures"], crates: &["libm"] },
    Layer { name: "engine", may: &["units", "i18n", "sources", "places", "facts", "assumptions",
        "levers", "shocks", "measures", "model"], crates: &["libm", "statrs", "sobol_burley"] },
    Layer { name: "shocks", may: &["units", "i18n", "sources", "places", "assumptions"], crates: &[] },
    Layer { name: "document", may: &["i18n", "assumptions", "levers", "measures", "shocks", "engine"],
        crates: &[] },
    Layer { name: "exchange", may: &["units", "i18n", "sources", "places", "facts", "assumptions",
        "levers", "shocks", "measures", "model", "engine"], crates: &["encoding_rs", "libm",
            "miniz_oxide", "serde"] },
    Layer { name: "scenario", may: &["units", "i18n", "sources", "places", "facts", "assumptions",
        "levers", "shocks", "measures", "model", "engine"], 
        crates: &["serde", "serde_json", "base64ct", "miniz_oxide", "zip"] },
    Layer { name: "protocol", may: &["units", "i18n", "measures", "engine", "scenario"],
        crates: &["serde", "postcard"] },
    Layer { name: "worker", may: &["units", "i18n", "sources", "places", "facts", "assumptions",
        "levers", "shocks", "measures", "model", "engine", "exchange", "scenario", "protocol"],
        crates: &["js_sys", "wasm_bindgen", "wasm_bindgen_futures", "web_sys"] },
    Layer { name: "ui", may: &["units", "i18n", "sources", "places", "facts", "assumptions",
        "levers", "shocks", "measures", "model", "engine", "exchange", "scenario", "protocol", "worker"],
        crates: &["js_sys", "wasm_bindgen", "wasm_bindgen_futures", "web_sys", "yew", "gloo",
            "libm"] },
    // It reads slices of runs, which are files of its own.
    Layer { name: "command", may: &["document", "units", "i18n", "sources", "places", "facts", "assumptions",
        "levers", "shocks", "measures", "model", "engine", "exchange", "scenario", "protocol",
        "worker"], crates: &["base64ct", "serde", "serde_json"] },
    Layer { name: "bin", may: &["command"], crates: &["mitoshi"] },
    Layer { name: "core", may: &[], crates: &[] },
    Layer { name: "lib", may: &["worker", "ui"], crates: &[] },
];

/// Crates that stand in `Cargo.toml`, as code names them.
const OUTSIDE: &[&str] = &[
    "base64ct",
    "encoding_rs",
    "gloo",
    "js_sys",
    "libm",
    "miniz_oxide",
    "mitoshi",
    "postcard",
    "rand",
    "rand_xoshiro",
    "serde",
    "serde_json",
    "sobol_burley",
    "statrs",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "web_sys",
    "yew",
    "zip",
];

/// Files over 400 lines that are one idea all the same.
const LONG: &[(&str, &str)] = &[
    ("src/levers/catalog.rs", "the catalogue of levers, one row after another"),
    ("src/measures/catalog.rs", "the catalogue of measures, one row after another"),
    ("src/model/centres/start.rs", "how the centres of one draw begin: solved together"),
    ("src/sources/catalogue.rs", "the catalogue of sources, one row after another"),
    ("src/assumptions/effects.rs", "the catalogue of effects, one row after another"),
];

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn name(path: &Path) -> String {
    path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_string_lossy().into_owned()
}

fn layer_of(path: &Path) -> &'static Layer {
    let name = name(path);
    let first = name.trim_start_matches("src/").split(['/', '.']).next().unwrap().to_owned();
    LAYERS.iter().find(|layer| layer.name == first).unwrap_or_else(|| {
        panic!("{name}: no layer is called {first}. Give it a row in tests/it/house.rs.")
    })
}

/// Names after `crate::` in a line, and outside crates named with `::` after them.
fn imports(line: &str) -> (Vec<&str>, Vec<&str>) {
    let code = line.split("//").next().unwrap_or_default();
    let after = |at: usize| {
        let rest = &code[at..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        &rest[..end]
    };
    let ours = code.match_indices("crate::").map(|(at, m)| after(at + m.len())).collect();
    let is_start = |at: usize| {
        at == 0 || !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
    };
    let outside = OUTSIDE.iter().filter(|krate| {
        let path = format!("{krate}::");
        code.match_indices(&path).any(|(at, _)| is_start(at))
    });
    (ours, outside.copied().collect())
}

#[test]
fn lower_layers_do_not_know_higher_ones() {
    let mut faults = Vec::new();
    for path in files("src", "rs") {
        let layer = layer_of(&path);
        for (i, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            let (ours, outside) = imports(line);
            let here = format!("{}:{}", name(&path), i + 1);
            for other in ours {
                let known = LAYERS.iter().any(|layer| layer.name == other);
                if known && other != layer.name && !layer.may.contains(&other) {
                    faults.push(format!(
                        "{here}: `{}` may not import `{other}`. Move the code up, or pass what it \
                         needs as an argument.",
                        layer.name
                    ));
                }
            }
            for krate in outside {
                if !layer.crates.contains(&krate) {
                    faults.push(format!(
                        "{here}: `{}` may not name the crate `{krate}`. Put the code into a layer \
                         that may.",
                        layer.name
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Documents and messages; and the basis of a municipality with the words it is made of, which
/// travels packed between a build's own programs (`facts/basis.rs`).
const SERIALIZED: &[&str] =
    &["scenario", "exchange", "pdca", "protocol", "units", "i18n", "sources", "places", "facts"];

#[test]
fn only_documents_and_messages_can_be_serialized() {
    for path in files("src", "rs") {
        let text = fs::read_to_string(&path).unwrap();
        let layer = layer_of(&path).name;
        // `mitoshi` prints what the page carries: it packs, and declares no form of its own.
        let may = SERIALIZED.contains(&layer) || layer == "command";
        assert!(
            may || !(text.contains("serde::") || text.contains("Serialize)")),
            "{}: only documents, messages and the basis may be serialized: a derive elsewhere \
             would be a file format by accident. Make a type of its own there.",
            name(&path)
        );
    }
}

#[test]
fn a_file_is_one_idea() {
    for path in files("src", "rs").into_iter().chain(files("tests", "rs")) {
        let name = name(&path);
        let n_lines = fs::read_to_string(&path).unwrap().lines().count();
        let is_excused = LONG.iter().any(|(long, _)| *long == name);
        assert!(
            n_lines <= 400 || is_excused,
            "{name} has {n_lines} lines. Is it two ideas? Split it, or say in LONG why it is one."
        );
    }
}

#[test]
fn nothing_is_left_to_do() {
    let marks = [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["dbg", "!("].concat()];
    for path in files("src", "rs").into_iter().chain(files("xtask", "rs")) {
        let text = fs::read_to_string(&path).unwrap();
        for mark in &marks {
            assert!(!text.contains(mark.as_str()), "{}: {mark} is left. Do it now.", name(&path));
        }
    }
}

#[test]
fn colours_stand_in_one_file() {
    for path in files("assets/style", "css").into_iter().chain(files("src/ui", "rs")) {
        if path.ends_with("tokens.css") {
            continue;
        }
        for (i, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            let is_hex = line.match_indices('#').any(|(at, _)| {
                let digits = line[at + 1..].chars().take_while(char::is_ascii_hexdigit).count();
                let ends = !line[at + 1 + digits..].starts_with(|c: char| c.is_alphanumeric());
                [3, 4, 6, 8].contains(&digits) && ends && !line.contains("href")
            });
            let is_function = ["rgb(", "rgba(", "hsl("].iter().any(|f| line.contains(f));
            assert!(
                !(is_hex || is_function),
                "{}:{}: a colour outside tokens.css. Declare it there and use its name.",
                name(&path),
                i + 1
            );
        }
    }
}

#[test]
fn digits_are_written_in_one_place() {
    for path in files("src/ui", "rs") {
        let text = fs::read_to_string(&path).unwrap();
        let is_edge = name(&path).ends_with("charts/scale.rs");
        assert!(
            is_edge || !(text.contains(":.1}") || text.contains(":.2}") || text.contains(":.0}")),
            "{}: digits are formatted here. Use i18n::number.",
            name(&path)
        );
    }
}

/// Sources, and why a value was assumed, speak of the city they are about; tables say what they like.
#[test]
fn towns_and_villages_are_not_called_cities() {
    const OWN: [&str; 4] = ["src/sources", "src/assumptions", "src/facts", "src/exchange/meaning"];
    const NAMES: [&str; 5] = ["市区町村", "市町村", "都市", "川崎市", "朝来市"];
    for path in
        files("src", "rs").iter().filter(|path| !OWN.iter().any(|own| name(path).starts_with(own)))
    {
        for (i, line) in fs::read_to_string(path).unwrap().lines().enumerate() {
            let line = NAMES.iter().fold(line.to_owned(), |line, name| line.replace(name, ""));
            assert!(
                !line.contains('市') || line.trim_start().starts_with("//"),
                "{}:{}: a town reads this too. Say 全体, or 自治体 for who decides and pays.",
                name(path),
                i + 1
            );
        }
    }
}

/// With `num-traits/std` on, exp and ln come from the machine's own library and their last bit
/// differs between native and wasm.
#[test]
fn nothing_turns_on_the_machines_own_arithmetic() {
    // The two machines it is built for, and not «all»: on a fresh one the packages of the others
    // have never been fetched.
    for target in [&[][..], &["--target", "wasm32-unknown-unknown"]] {
        let output = Command::new(env!("CARGO"))
            .args(["tree", "--locked", "--edges", "features,normal,build,dev", "--prefix", "none"])
            .args(["--invert", "num-traits", "--package", "mitoshi"])
            .args(target)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap();
        let tree = String::from_utf8(output.stdout).unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(tree.contains("num-traits"), "cargo tree did not say who uses num-traits: {said}");
        assert!(
            !tree.contains("num-traits feature \"std\""),
            "a crate turns on num-traits/std. Take it without default features:\n{tree}"
        );
    }
}

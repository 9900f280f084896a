//! Makes the texts of a page shorter without reading them as a language would: what only people
//! need in a style sheet or a script, and the long names by which glue and wasm find each other.

use std::collections::HashMap;

use wasm_bindgen_cli_support::Output;

/// A style sheet without comments and without space that says nothing. A notice that must go with
/// what it is about stays.
pub(crate) fn style(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '/' if rest.starts_with("/*") => {
                let end = rest[2..].find("*/").map_or(rest.len(), |at| at + 4);
                if rest[..end].contains("Copyright") {
                    out.push_str(&rest[..end]);
                }
                end
            }
            '"' | '\'' => {
                let end = rest[1..].find(first).map_or(rest.len(), |at| at + 2);
                out.push_str(&rest[..end]);
                end
            }
            c if c.is_whitespace() => {
                let end = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
                let is_wanted = !out.is_empty()
                    && !out.ends_with(['{', '}', ';', ',', ':', ' '])
                    && !rest[end..].starts_with(['{', '}', ';', ',']);
                if is_wanted {
                    out.push(' ');
                }
                end
            }
            '}' => {
                if out.ends_with(';') {
                    out.pop();
                }
                out.push('}');
                1
            }
            c => {
                out.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[end..];
    }
    out
}

/// A script without indents and without comments that have lines of their own. A text in backticks
/// that goes over several lines is left as it is.
pub(crate) fn script(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut in_comment, mut in_text) = (false, false);
    for line in text.lines() {
        let bare = line.trim();
        if in_text {
            out.push_str(line);
            out.push('\n');
        } else if in_comment || bare.starts_with("/*") {
            in_comment = !bare.contains("*/");
            continue;
        } else if !bare.is_empty() && !bare.starts_with("//") {
            out.push_str(bare);
            out.push('\n');
        }
        in_text ^= bare.matches('`').count() % 2 == 1;
    }
    out
}

/// Gives what the wasm asks of its glue short names, in both.
pub(crate) fn names(output: &mut Output) -> String {
    let js = output.js().to_owned();
    let module = output.wasm_mut();
    let exported: Vec<String> = module.exports.iter().map(|export| export.name.clone()).collect();
    let mut short = HashMap::new();
    for import in module.imports.iter_mut() {
        if import.name.starts_with("__wb") && !exported.contains(&import.name) {
            let n = short.len();
            let name = short.entry(import.name.clone()).or_insert_with(|| format!("i{n}"));
            import.name.clone_from(name);
        }
    }
    renamed(&js, &short)
}

/// Every word that has a short name, replaced by it.
fn renamed(text: &str, short: &HashMap<String, String>) -> String {
    let mut out = String::with_capacity(text.len());
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut rest = text;
    while let Some(at) = rest.find(is_word) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let word = &rest[..end];
        out.push_str(short.get(word).map_or(word, String::as_str));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_keeps_what_it_says() {
        let long = "/* why */\n.a > .b,\n.c :hover {\n  content: \"x  {;}\";\n  width: calc(1px + 2px);\n}\n";
        assert_eq!(style(long), ".a > .b,.c :hover{content:\"x  {;}\";width:calc(1px + 2px)}");
        assert_eq!(style("/* Copyright me */ a {}"), "/* Copyright me */ a{}");
    }

    #[test]
    fn a_script_keeps_what_it_does() {
        let long = "// why\n  let a = `x\n  // y`;\n\n  /* much\n   more */\n  b(); // and\n";
        assert_eq!(script(long), "let a = `x\n  // y`;\nb(); // and\n");
    }

    #[test]
    fn whole_words_are_renamed_and_no_parts_of_words() {
        let short = HashMap::from([("__wbg_a".to_owned(), "i0".to_owned())]);
        assert_eq!(renamed("__wbg_a: f(__wbg_ab, $__wbg_a)", &short), "i0: f(__wbg_ab, $__wbg_a)");
    }
}

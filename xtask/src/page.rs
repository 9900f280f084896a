//! Fills index.html: each place in it is a comment `<!-- mitoshi:name -->`, filled exactly once.

use std::fmt::Write as _;
use std::fs;

use sha2::{Digest as _, Sha256};

use crate::Outcome;
use crate::{paths, squeeze};

/// The texts a page is made of, read from the source folder.
pub(crate) struct Sources {
    pub(crate) html: String,
    pub(crate) check: String,
    pub(crate) style: String,
    pub(crate) icon: String,
}

pub(crate) fn read_sources() -> Outcome<Sources> {
    Ok(Sources {
        html: read("index.html")?,
        check: read("assets/check.js")?,
        style: read_style()?,
        icon: read("assets/icon.svg")?,
    })
}

/// Fills every place; a place that is missing or left over is our mistake, and said.
pub(crate) fn fill(html: &str, places: &[(&str, &str)]) -> Outcome<String> {
    let mut filled = String::with_capacity(html.len());
    let mut rest = html;
    let mut n_filled = 0;
    // From the front and once, so that nothing in a filled text is taken for a place.
    while let Some((before, after)) = rest.split_once("<!-- mitoshi:") {
        let (name, after) = after.split_once(" -->").ok_or("index.html has an open place.")?;
        let text = places.iter().find(|(known, _)| *known == name).map(|(_, text)| *text);
        let text = text.ok_or_else(|| format!("index.html has an unknown place «{name}»."))?;
        filled.push_str(before);
        filled.push_str(text);
        n_filled += 1;
        rest = after;
    }
    filled.push_str(rest);
    if n_filled == places.len() {
        Ok(filled)
    } else {
        Err(format!("index.html has {n_filled} places of {}.", places.len()))
    }
}

/// `<script>…</script>`, refused when the text would end the element early.
pub(crate) fn inline_script(text: &str) -> Outcome<String> {
    inline("script", text)
}

pub(crate) fn inline_style(text: &str) -> Outcome<String> {
    inline("style", text)
}

/// A script element the browser does not run: data for the program.
pub(crate) fn inline_data(id: &str, text: &str) -> String {
    format!("<script type=\"text/plain\" id=\"{id}\">{text}</script>")
}

pub(crate) fn policy_meta(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

/// Sixteen hex digits: enough to tell two builds of a file apart.
pub(crate) fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("writing to a String cannot fail");
        hex
    })
}

fn inline(tag: &str, text: &str) -> Outcome<String> {
    let lower = text.to_ascii_lowercase();
    if lower.contains(&format!("</{tag}")) || lower.contains("<!--") {
        return Err(format!("A text for <{tag}> contains its end or «<!--». Write it otherwise."));
    }
    Ok(format!("<{tag}>{text}</{tag}>"))
}

fn read(name: &str) -> Outcome<String> {
    fs::read_to_string(paths::root().join(name))
        .map_err(|err| format!("{name} could not be read: {err}."))
}

/// All sheets as one text: tokens first, because the others use them, then by name.
fn read_style() -> Outcome<String> {
    let folder = paths::root().join("assets/style");
    let mut names = Vec::new();
    if folder.is_dir() {
        let entries = fs::read_dir(&folder).map_err(|err| format!("assets/style: {err}."))?;
        names.extend(entries.flatten().map(|e| e.file_name().to_string_lossy().into_owned()));
    }
    names.retain(|name| name.ends_with(".css"));
    names.sort_by_key(|name| (name != "tokens.css", name.clone()));
    let sheets = names.iter().map(|name| read(&format!("assets/style/{name}")));
    Ok(squeeze::style(&sheets.collect::<Outcome<String>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_filled_and_a_filled_text_is_not_read_again() {
        let html = "a<!-- mitoshi:x -->b";
        assert_eq!(fill(html, &[("x", "<!-- mitoshi:y -->")]).unwrap(), "a<!-- mitoshi:y -->b");
    }

    #[test]
    fn an_unknown_place_and_a_missing_place_are_refused() {
        assert!(fill("<!-- mitoshi:y -->", &[("x", "")]).is_err());
        assert!(fill("nothing", &[("x", "")]).is_err());
    }

    #[test]
    fn a_script_that_would_end_its_element_is_refused() {
        assert!(inline_script("'</script>'").is_err());
        assert!(inline_script("1 < 2").is_ok());
    }
}

//! `COMMAND --name value --flag …`, checked against the names that exist.

use crate::i18n::Lang;

/// Names that take a value.
const VALUES: [&str; 21] = [
    "scenario",
    "data",
    "draws",
    "seed",
    "from",
    "to",
    "chunks",
    "search",
    "lang",
    "areas",
    "out",
    "name",
    "code",
    "centres",
    "plan-first",
    "date",
    "measure",
    "place",
    "places",
    "only",
    "inputs",
];
/// Names that stand alone.
const FLAGS: [&str; 3] = ["json", "names", "templates"];
/// Commands that name files.
const TAKE_FILES: [&str; 3] = ["merge", "import", "check"];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    pub command: String,
    /// What follows the command without a name: files.
    pub files: Vec<String>,
    pairs: Vec<(String, String)>,
    lang: Lang,
}

impl Arguments {
    /// The arguments, or a sentence in the language that they ask for.
    pub fn parse(given: impl Iterator<Item = String>) -> Result<Self, String> {
        let given: Vec<String> = given.collect();
        let mut out = Self { lang: language(&given)?, ..Self::default() };
        let mut given = given.into_iter();
        while let Some(word) = given.next() {
            let Some(name) = word.strip_prefix("--") else {
                if out.command.is_empty() {
                    out.command = word;
                } else if TAKE_FILES.contains(&out.command.as_str()) {
                    out.files.push(word);
                } else {
                    return Err(out.say(
                        format!(
                            "「{word}」の前に項目の名前がありません。mitoshi help を見てください。"
                        ),
                        format!("“{word}” has no name before it. See: mitoshi help"),
                    ));
                }
                continue;
            };
            if FLAGS.contains(&name) {
                out.pairs.push((name.to_owned(), String::new()));
            } else if VALUES.contains(&name) {
                let Some(value) = given.next() else {
                    return Err(out.say(
                        format!("--{name} に値がありません。すぐ後に値を書いてください。"),
                        format!("--{name} has no value. Write one after it."),
                    ));
                };
                out.pairs.push((name.to_owned(), value));
            } else {
                return Err(out.say(
                    format!("--{name} という項目はありません。mitoshi help を見てください。"),
                    format!("There is no option called --{name}. See: mitoshi help"),
                ));
            }
        }
        Ok(out)
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    pub fn number(&self, name: &str) -> Result<Option<u32>, String> {
        let Some(text) = self.get(name) else { return Ok(None) };
        let sentence = || {
            self.say(
                format!("--{name} の「{text}」は整数ではありません。0以上の整数を入れてください。"),
                format!("--{name} is “{text}”. Give a whole number."),
            )
        };
        text.parse().map(Some).map_err(|_| sentence())
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The sentence in the language that was asked for.
    pub fn say(&self, ja: impl Into<String>, en: impl Into<String>) -> String {
        match self.lang {
            Lang::Ja => ja.into(),
            Lang::En => en.into(),
        }
    }
}

/// Looked for before all else, so that the first mistake is already told in it.
fn language(given: &[String]) -> Result<Lang, String> {
    let at = given.iter().position(|word| word == "--lang");
    match at.and_then(|at| given.get(at + 1)).map(String::as_str) {
        None | Some("ja") => Ok(Lang::Ja),
        Some("en") => Ok(Lang::En),
        Some(other) => Err(format!(
            "「{other}」では表示できません。--lang には ja か en を書いてください。\n\
             There is no language “{other}”. Write --lang ja or --lang en."
        )),
    }
}

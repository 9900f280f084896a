//! `COMMAND --name value --flag …`, checked against the names that exist.

/// Names that take a value.
const VALUES: [&str; 17] = [
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
];
/// Names that stand alone.
const FLAGS: [&str; 2] = ["json", "templates"];
/// Commands that name files.
const TAKE_FILES: [&str; 3] = ["merge", "import", "check"];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    pub command: String,
    /// What follows the command without a name: files.
    pub files: Vec<String>,
    pairs: Vec<(String, String)>,
}

impl Arguments {
    pub fn parse(given: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut out = Self::default();
        let mut given = given.peekable();
        while let Some(word) = given.next() {
            let Some(name) = word.strip_prefix("--") else {
                if out.command.is_empty() {
                    out.command = word;
                } else if TAKE_FILES.contains(&out.command.as_str()) {
                    out.files.push(word);
                } else {
                    return Err(format!("“{word}” has no name before it. See: mitoshi help"));
                }
                continue;
            };
            if FLAGS.contains(&name) {
                out.pairs.push((name.to_owned(), String::new()));
            } else if VALUES.contains(&name) {
                let value = given.next().ok_or(format!("--{name} needs a value after it."))?;
                out.pairs.push((name.to_owned(), value));
            } else {
                return Err(format!("There is no option called --{name}. See: mitoshi help"));
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
        let sentence = || format!("--{name} is “{text}”. Give a whole number.");
        text.parse().map(Some).map_err(|_| sentence())
    }
}

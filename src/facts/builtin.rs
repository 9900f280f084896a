//! The tables that travel inside the program. Kept as text: they are small, and they are read by
//! the same reader as anybody's own.

/// A folder of embedded tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folder {
    pub name: &'static str,
    pub files: &'static [(&'static str, &'static str)],
}

impl Folder {
    pub fn read(&self, file: &str) -> Option<&'static str> {
        self.files.iter().find(|(name, _)| *name == file).map(|(_, text)| *text)
    }
}

macro_rules! folder {
    ($name:literal: $($file:literal),+ $(,)?) => {
        Folder {
            name: $name,
            files: &[$((
                $file,
                include_str!(concat!("../../assets/facts/", $name, "/", $file)),
            )),+],
        }
    };
}

pub const KAWASAKI: Folder = folder!("kawasaki":
    "municipality.csv", "places.csv", "population.csv", "census.csv", "bands.csv",
    "register.csv", "observations.csv", "targets.csv");

/// The municipality the page opens with: the code of [`KAWASAKI`].
pub const OPENING_CODE: &str = "14130";

/// A town of one centre and no wards: the proof that nothing knows Kawasaki.
pub const ASAGO: Folder = folder!("asago":
    "municipality.csv", "places.csv", "bands.csv", "observations.csv", "targets.csv");

/// What stands in, and says so, where a municipality has no figure of its own.
pub const JAPAN: Folder = folder!("japan":
    "measures.csv", "peers.csv", "population.csv", "life_table.csv", "living_alone.csv",
    "certification.csv", "recipients.csv", "support_recipients.csv", "level_mix.csv",
    "dementia.csv");

pub const FOLDERS: [Folder; 3] = [KAWASAKI, ASAGO, JAPAN];

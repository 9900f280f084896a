//! A folder of tables on the disk. What stands in it and cannot be read is told, never passed
//! over: a forecast without its history looks like one whose history is not known.

use std::io::ErrorKind;
use std::path::Path;

use crate::exchange::Tables;
use crate::facts::FactError;
use crate::facts::error::FileProblem;
use crate::facts::read::{FILES, nearest_file};

/// Every table of the folder, or everything that is wrong with its files.
pub fn read(folder: &Path) -> Result<Tables, Vec<FactError>> {
    let mut tables = Tables::default();
    let mut errors = unknown_tables(folder)?;
    for file in FILES {
        match text(&folder.join(file)) {
            Ok(Some(text)) => tables.set(file, text),
            Ok(None) => {}
            Err(problem) => errors.push(FactError::new(file, problem)),
        }
    }
    if errors.is_empty() { Ok(tables) } else { Err(errors) }
}

fn text(path: &Path) -> Result<Option<String>, FileProblem> {
    match std::fs::read(path) {
        Ok(bytes) => String::from_utf8(bytes).map(Some).map_err(|_| FileProblem::NotUtf8),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(_) => Err(FileProblem::NotReadable),
    }
}

/// Tables under a name that nobody reads; hidden files are the system's own.
fn unknown_tables(folder: &Path) -> Result<Vec<FactError>, Vec<FactError>> {
    let about_folder = |problem| FactError::new(&folder.to_string_lossy(), problem);
    let entries = std::fs::read_dir(folder).map_err(|error| {
        let is_missing = matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory);
        let problem = if is_missing { FileProblem::NoFolder } else { FileProblem::NotReadable };
        vec![about_folder(problem)]
    })?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter(|name| name.to_lowercase().ends_with(".csv") && !name.starts_with('.'))
        .filter(|name| !FILES.contains(&name.as_str()))
        .collect();
    names.sort();
    let unknown = |name: &String| {
        FactError::new(name, FileProblem::UnknownFile { nearest: nearest_file(name) })
    };
    Ok(names.iter().map(unknown).collect())
}

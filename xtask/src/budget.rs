//! What the page may weigh, from the product document, and what it does weigh.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::Outcome;
use crate::site::{Files, Site};
use crate::table::Table;

/// «At most 350 kB gzipped until usable.»
const FIRST_LOAD_MAX: usize = 350_000;
/// «The single HTML file, everything inside, at most 2.5 MB.»
const SINGLE_FILE_MAX: usize = 2_500_000;

/// As small as a static host would send it.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("writing to a Vec cannot fail");
    encoder.finish().expect("writing to a Vec cannot fail")
}

/// Every file of the site with its weight, and the gzipped sum of those it needs until it is usable.
pub(crate) fn first_load_table(site: &Site) -> (Table, usize) {
    let mut table = Table::new(&["file", "bytes", "gzipped"]);
    let first = add_files(&mut table, &site.first, "total until usable");
    add_files(&mut table, &site.later, "total later, when asked for");
    (table, first)
}

fn add_files(table: &mut Table, files: &Files, total: &str) -> usize {
    let (mut raw_sum, mut gzip_sum) = (0, 0);
    for (name, bytes) in files {
        let gzipped = gzip(bytes).len();
        raw_sum += bytes.len();
        gzip_sum += gzipped;
        table.row(&[name.clone(), bytes.len().to_string(), gzipped.to_string()]);
    }
    table.row(&[total.into(), raw_sum.to_string(), gzip_sum.to_string()]);
    gzip_sum
}

/// What is checked, in bytes.
#[derive(Clone, Copy)]
pub(crate) struct Sizes {
    /// Gzipped, of all files needed until the page is usable.
    pub(crate) first_load: usize,
    pub(crate) single_file: usize,
}

pub(crate) fn check(sizes: Sizes) -> Outcome<()> {
    let Sizes { first_load, single_file } = sizes;
    println!("until usable, gzipped  {first_load:>9} of {FIRST_LOAD_MAX:>9}");
    println!("single file            {single_file:>9} of {SINGLE_FILE_MAX:>9}");
    if first_load > FIRST_LOAD_MAX {
        return Err(format!(
            "The page needs {first_load} gzipped bytes until usable; {FIRST_LOAD_MAX} are \
             allowed. Make it smaller, or load part of it when asked for."
        ));
    }
    if single_file > SINGLE_FILE_MAX {
        return Err(format!(
            "The single file has {single_file} bytes; {SINGLE_FILE_MAX} are allowed."
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_budget_fails_and_what_is_on_it_does_not() {
        let check = |first_load, single_file| check(Sizes { first_load, single_file });
        assert!(check(FIRST_LOAD_MAX, SINGLE_FILE_MAX).is_ok());
        assert!(check(FIRST_LOAD_MAX + 1, 0).is_err());
        assert!(check(0, SINGLE_FILE_MAX + 1).is_err());
    }
}

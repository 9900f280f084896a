//! The model's own page cannot go stale.

use super::golden::check_golden;
use mitoshi::document::page;
use mitoshi::i18n::Lang;

#[test]
fn the_page_says_what_the_program_does() {
    check_golden("model.ja.md", &page(Lang::Ja));
    check_golden("model.en.md", &page(Lang::En));
}

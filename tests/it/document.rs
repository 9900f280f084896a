//! The model's own page cannot go stale.

use super::golden::check_golden;
use mitoshi::document::{PROCESSES, page};
use mitoshi::facts::fingerprint::Fnv;
use mitoshi::i18n::Lang;

#[test]
fn the_page_says_what_the_program_does() {
    check_golden("model.ja.md", &page(Lang::Ja));
    check_golden("model.en.md", &page(Lang::En));
}

/// A change of an equation is a change in both languages.
#[test]
fn the_japanese_equations_say_what_the_english_ones_do() {
    for process in PROCESSES {
        let now = format!("<!-- english {:016x} -->", Fnv::of(&process.english()));
        assert!(
            process.translates() == now,
            "The English text of «{}» has changed: {now} is not {}. Say the same in its file in \
             src/document, and put the new number into its first line.",
            process.name.en,
            process.translates()
        );
        let fences = |text: &str| text.matches("```").count();
        assert!(2 <= fences(process.japanese()), "«{}» has no equation", process.name.ja);
        let lines = |text: &str| text.lines().filter(|line| line.contains(['=', '~', '∝'])).count();
        let (en, ja) = (lines(&process.english()), lines(process.japanese()));
        assert!(en <= ja + 3, "«{}»: {en} equations in English, {ja} in Japanese", process.name.ja);
    }
}

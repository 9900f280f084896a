//! What `mitoshi facts` prints: the table, the sums, the sources. Text out, nothing else.

use std::fmt::Write as _;

use crate::facts::check::{check, sums};
use crate::facts::error::FactError;
use crate::facts::figures::{FigureRow, Section, table};
use crate::facts::municipality::Municipality;
use crate::i18n::{Lang, number, time};
use crate::places::Level;
use crate::sources::SourceId;

/// The whole report. `search` keeps the rows that hold all its words; empty keeps all.
pub fn report(municipality: &Municipality, lang: Lang, search: &str) -> String {
    let mut text = head(municipality, lang);
    let rows = table(municipality);
    let sources = sources(municipality);
    for section in Section::ALL {
        let is_shown =
            |row: &&FigureRow| row.section == section && row.matches(municipality, search);
        let shown: Vec<_> = rows.iter().filter(is_shown).collect();
        line(&mut text, &format!("\n## {} ({})", section.label().get(lang), shown.len()));
        for row in shown {
            line(&mut text, &figure_line(row, &sources, lang));
        }
    }
    text += &sums_text(municipality, lang);
    text += &sources_text(municipality, &rows, &sources, lang);
    let errors = check(municipality);
    line(&mut text, "");
    text += &errors_text(&errors, lang);
    text
}

/// What was wrong with a folder, one line each, or that nothing was.
pub fn errors_text(errors: &[FactError], lang: Lang) -> String {
    if errors.is_empty() {
        return match lang {
            Lang::Ja => "検査：問題はありません\n".into(),
            Lang::En => "Checked: nothing is wrong\n".into(),
        };
    }
    let mut text = match lang {
        Lang::Ja => format!("検査：{}件の問題があります\n", errors.len()),
        Lang::En if errors.len() == 1 => "Checked: 1 problem\n".into(),
        Lang::En => format!("Checked: {} problems\n", errors.len()),
    };
    for error in errors {
        line(&mut text, &format!("- {}", error.describe(lang)));
    }
    text
}

fn head(municipality: &Municipality, lang: Lang) -> String {
    let places = &municipality.places;
    let frame = &municipality.frame;
    let mut text = String::new();
    line(&mut text, &format!("# {} ({})", municipality.name.get(lang), municipality.code));
    let years = |years: crate::facts::frame::Years| {
        let year = |year| time::fiscal_year(lang, year);
        format!("{} – {}", year(years.first), year(years.last))
    };
    let [history, plan] = match lang {
        Lang::Ja => ["実績", "計画期間"],
        Lang::En => ["history", "plan"],
    };
    line(&mut text, &format!("{history}: {}", years(frame.history)));
    line(&mut text, &format!("{plan} ({}): {}", frame.plan_name.get(lang), years(frame.plan)));
    for level in [Level::Ward, Level::Area, Level::Centre] {
        let own = places.own_at_level(level);
        line(&mut text, &format!("{}: {}", level.label().get(lang), own.count()));
    }
    text
}

/// The sources in the order they are listed below the figures.
fn sources(municipality: &Municipality) -> Vec<SourceId> {
    let mut ids = municipality.sources_used();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// A figure with the number that its source has in the list below.
fn figure_line(row: &FigureRow, sources: &[SourceId], lang: Lang) -> String {
    let source = sources.iter().position(|id| *id == row.provenance.source);
    let cells = [
        row.label.get(lang).to_owned(),
        row.value_text(lang),
        row.place.get(lang).to_owned(),
        time::when(lang, row.when),
        row.kind.get(lang).to_owned(),
        source.map_or_else(String::new, |at| format!("[{}]", at + 1)),
        row.provenance.grade.label().get(lang).to_owned(),
        row.note.get(lang).to_owned(),
    ];
    cells.join(" | ").trim_end_matches([' ', '|']).to_owned()
}

fn sums_text(municipality: &Municipality, lang: Lang) -> String {
    let title = match lang {
        Lang::Ja => "合計の確認（内訳の計 = 全体）",
        Lang::En => "Sums (parts = whole)",
    };
    let mut text = format!("\n## {title}\n");
    for row in sums(municipality) {
        let sign = if row.adds_up() { "=" } else { "≠" };
        let (parts, whole) = (number::exact(row.parts), number::exact(row.whole));
        let name = municipality.marked_name(row.place, lang);
        line(&mut text, &format!("{name} {}: {parts} {sign} {whole}", row.what.get(lang)));
    }
    text
}

/// Every source that a figure names, with how many do.
fn sources_text(
    municipality: &Municipality,
    rows: &[FigureRow],
    ids: &[SourceId],
    lang: Lang,
) -> String {
    let title = match lang {
        Lang::Ja => "出典",
        Lang::En => "Sources",
    };
    let mut text = format!("\n## {title} ({})\n", ids.len());
    for (at, id) in ids.iter().enumerate() {
        let n_rows = rows.iter().filter(|row| row.provenance.source == *id).count();
        let citation = municipality.citation(*id, lang);
        line(&mut text, &format!("[{}] {citation} ×{n_rows}", at + 1));
    }
    text
}

fn line(text: &mut String, words: &str) {
    writeln!(text, "{words}").expect("writing to a string cannot fail");
}

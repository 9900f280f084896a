//! What of a municipality's own data goes along when a scenario is handed on, and what is said of
//! the rest. Own figures go along as the scenario's, without the names of whoever entered them;
//! tables that were taken in stay here.

use std::rc::Rc;

use crate::exchange::Tables;
use crate::exchange::tables::Rows;
use crate::facts::builtin::{ASAGO, KAWASAKI};
use crate::facts::read::OWN_FIGURES;
use crate::i18n::{Lang, number};
use crate::scenario::Scenario;
use crate::scenario::own::OwnFigure;
use crate::ui::rooms::tables::{tables, texts};

/// The scenario as it is handed on.
pub fn handed_on(scenario: &Scenario) -> Scenario {
    let mut sent = scenario.without_names();
    if scenario.municipality == tables().code {
        let known = |own: &OwnFigure| {
            let is_it = |other: &OwnFigure| {
                (&other.measure, &other.place, &other.when) == (&own.measure, &own.place, &own.when)
            };
            scenario.figures.iter().any(is_it)
        };
        sent.figures.extend(of_tables(&texts()).into_iter().filter(|own| !known(own)));
    }
    sent
}

fn of_tables(tables: &Tables) -> Vec<OwnFigure> {
    let rows = tables.rows(OWN_FIGURES).unwrap_or_default();
    rows.rows.iter().filter_map(|row| figure(&rows, row)).collect()
}

fn figure(rows: &Rows, row: &[String]) -> Option<OwnFigure> {
    let cell = |column| rows.cell(row, column).to_owned();
    Some(OwnFigure {
        place: cell("place"),
        measure: cell("measure"),
        when: cell("time"),
        value: cell("value").parse().ok()?,
        note: cell("why"),
        by: String::new(),
        entered: cell("entered"),
    })
}

/// What is to be known about scenarios that are handed on; none where they say it all themselves.
pub fn said(scenarios: &[Scenario], lang: Lang) -> Option<String> {
    let n_figures: usize = scenarios.iter().map(|scenario| scenario.figures.len()).sum();
    let is_of_here = scenarios.iter().any(|scenario| scenario.municipality == tables().code);
    let stays = is_of_here && has_own_tables(&texts());
    let n = number::exact(n_figures as i64);
    let figures = (0 < n_figures).then(|| match lang {
        Lang::Ja => format!("自分の値{n}件も、入れた人の名前を除いて入っています。"),
        Lang::En => format!("Own figures in it: {n}, without the names of who entered them."),
    });
    let tables = stays.then(|| match lang {
        Lang::Ja => "取り込んだ表と独自の指標は入っていません。データの部屋の「すべての表と結果（XLSX）」を一緒に渡してください。".to_owned(),
        Lang::En => "Tables that were taken in and indicators of your own are not in it. Hand on “All tables and results (XLSX)” of the data room as well.".to_owned(),
    });
    let said: Vec<String> = figures.into_iter().chain(tables).collect();
    (!said.is_empty()).then(|| said.join(if lang == Lang::Ja { "" } else { " " }))
}

/// Whether the page stands on tables that another one does not have, own figures apart.
fn has_own_tables(tables: &Rc<Tables>) -> bool {
    let mut rest = (**tables).clone();
    rest.remove(OWN_FIGURES);
    ![KAWASAKI, ASAGO].iter().any(|folder| rest == Tables::built_in(folder))
}

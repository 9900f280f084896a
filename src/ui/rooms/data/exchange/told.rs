//! What was found in a file: what was understood, what would change, and each problem as a row.

use yew::prelude::*;

use super::words;
use crate::exchange::wire::Told;
use crate::i18n::Lang;

/// More rows than anybody reads; the first ones show what is wrong with the rest.
const N_SHOWN: usize = 200;

fn at(lang: Lang) -> usize {
    match lang {
        Lang::Ja => 0,
        Lang::En => 1,
    }
}

pub(super) fn told(told: &Told, lang: Lang) -> Html {
    let at = at(lang);
    let line = |words: &[String; 2]| html! { <li>{ words[at].clone() }</li> };
    html! {
        <>
            <ul class="exchange-said" data-said="">{ for told.said.iter().map(line) }</ul>
            if !told.problems.is_empty() {
                { problems(told, lang) }
            }
        </>
    }
}

fn problems(told: &Told, lang: Lang) -> Html {
    let at = at(lang);
    let row = |row: &crate::exchange::wire::Row| {
        html! {
            <tr>
                <th scope="row">{ row.at[at].clone() }</th>
                <td>{ row.found[at].clone() }</td>
                <td>{ row.expected[at].clone() }</td>
                <td>{ row.fix[at].clone() }</td>
            </tr>
        }
    };
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={words::PROBLEMS.get(lang)}>
            <table data-table="problems">
                <caption>{ words::PROBLEMS.get(lang) }</caption>
                <thead><tr>
                    { for words::COLUMNS.iter().map(|column| html! {
                        <th scope="col">{ column.get(lang) }</th>
                    }) }
                </tr></thead>
                <tbody>{ for told.problems.iter().take(N_SHOWN).map(row) }</tbody>
            </table>
        </div>
    }
}

//! What was found in a file: what was understood, what would change, and each problem as a row.

use yew::prelude::*;

use super::words;
use crate::exchange::wire::{Change, Told};
use crate::i18n::{Lang, Text};

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
            if !told.changes.is_empty() {
                { changes(told, lang) }
            }
        </>
    }
}

/// Old values beside new ones. Closed at first: what was counted above is enough for most.
fn changes(told: &Told, lang: Lang) -> Html {
    let at = at(lang);
    let row = |change: &Change| {
        html! {
            <tr>
                <th scope="row">{ change.what[at].clone() }</th>
                <td class="number">{ change.before[at].clone() }</td>
                <td class="number">{ change.after[at].clone() }</td>
            </tr>
        }
    };
    let title = words::changes(lang, told.n_changes);
    html! {
        <details class="exchange-changes" data-changes={told.n_changes.to_string()}>
            <summary>{ &title }</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label={title.clone()}>
                <table>
                    <thead><tr>
                        { for words::CHANGE_COLUMNS.iter().enumerate().map(|(at, column)| html! {
                            <th scope="col" class={(0 < at).then_some("number")}>
                                { column.get(lang) }
                            </th>
                        }) }
                    </tr></thead>
                    <tbody>{ for told.changes.iter().map(row) }</tbody>
                </table>
            </div>
            if told.changes.len() < told.n_changes {
                <p>{ words::first_changes(lang, told.changes.len()) }</p>
            }
        </details>
    }
}

/// On a phone each problem is a card, as each figure is: see the roles of the figures' table.
fn problems(told: &Told, lang: Lang) -> Html {
    let at = at(lang);
    let row = |row: &crate::exchange::wire::Row| {
        let [_, columns @ ..] = &words::COLUMNS;
        let cell = |(column, text): (&Text, &[String; 2])| {
            html! {
                <td role="cell" class="card-line" data-name={column.get(lang)}>
                    { text[at].clone() }
                </td>
            }
        };
        html! {
            <tr role="row">
                <th role="rowheader" scope="row">{ row.at[at].clone() }</th>
                { for columns.iter().zip([&row.found, &row.expected, &row.fix]).map(cell) }
            </tr>
        }
    };
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={words::PROBLEMS.get(lang)}>
            <table role="table" class="cards" data-table="problems">
                <caption>{ words::PROBLEMS.get(lang) }</caption>
                <thead role="rowgroup"><tr role="row">
                    { for words::COLUMNS.iter().map(|column| html! {
                        <th role="columnheader" scope="col">{ column.get(lang) }</th>
                    }) }
                </tr></thead>
                <tbody role="rowgroup">{ for told.problems.iter().take(N_SHOWN).map(row) }</tbody>
            </table>
        </div>
    }
}

//! The sums that prove the roll-up, each with its verdict in word and shape.

use yew::prelude::*;

use super::{DataProps, words};
use crate::facts::check::{SumRow, check, n_cells, sums};
use crate::i18n::{Lang, number};
use crate::places::Level;
use crate::sources::Grade;
use crate::ui::components::grade_tag::GradeTag;

#[component]
pub fn SumsPanel(props: &DataProps) -> Html {
    let DataProps { city, lang } = props.clone();
    let proof = {
        let city = city.clone();
        use_memo((), move |()| (sums(&city), n_cells(&city), check(&city).len()))
    };
    let (rows, n_cells, n_wrong) = &*proof;
    let group = |level: Level| {
        let of_it: Vec<&SumRow> = rows.iter().filter(|row| row.level == level).collect();
        if of_it.is_empty() {
            return Html::default();
        }
        let is_right = of_it.iter().all(|row| row.adds_up());
        html! {
            <details open={level == Level::Municipality} data-sums={level.key()}>
                <summary>
                    { words::sum_group(level).get(lang) }{ " " }
                    { verdict(is_right, words::all_add_up(lang, is_right, of_it.len())) }
                </summary>
                { proof_table(level, &of_it, lang) }
            </details>
        }
    };
    html! {
        <section class="panel sums">
            <div class="panel-head"><h3>{ words::SUMS.get(lang) }</h3></div>
            <p class="panel-note">
                { words::cells(lang, *n_cells) }{ " " }
                { verdict(*n_wrong == 0, words::all_add_up(lang, *n_wrong == 0, *n_cells)) }
            </p>
            { for Level::ALL.into_iter().map(group) }
        </section>
    }
}

fn verdict(is_right: bool, words: String) -> Html {
    let (class, shape) =
        if is_right { ("right", "M1 6.5l3.5 3.5l6.5 -8") } else { ("wrong", "M2 2l8 8M10 2l-8 8") };
    html! {
        <span class={classes!("verdict", class)}>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d={shape} /></svg>
            { words }
        </span>
    }
}

fn proof_table(level: Level, rows: &[&SumRow], lang: Lang) -> Html {
    let illustrative = Grade::Illustrative.label().get(lang);
    let line = |row: &&SumRow| {
        let word = if row.adds_up() { words::SAME } else { words::DIFFERS };
        html! {
            <tr>
                <th scope="row">
                    { row.name.get(lang) }
                    // Names that the program makes say it themselves.
                    if row.is_illustrative && !row.name.get(lang).contains(illustrative) {
                        { " " }<GradeTag grade={Grade::Illustrative} {lang} />
                    }
                </th>
                <td>{ row.what.get(lang) }</td>
                <td class="number">{ number::exact(row.whole) }</td>
                <td class="number">{ number::exact(row.parts) }</td>
                <td>{ verdict(row.adds_up(), word.get(lang).to_owned()) }</td>
            </tr>
        }
    };
    let caption = words::sum_group(level).get(lang);
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={caption}>
            <table>
                <caption class="visually-hidden">{ caption }</caption>
                <thead><tr>
                    { for words::SUM_COLUMNS.iter().enumerate().map(|(at, column)| html! {
                        <th scope="col" class={(at == 2 || at == 3).then_some("number")}>
                            { column.get(lang) }
                        </th>
                    }) }
                </tr></thead>
                <tbody>{ for rows.iter().map(line) }</tbody>
            </table>
        </div>
    }
}

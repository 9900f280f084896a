//! Two ways of counting people of unknown age, side by side.

use yew::prelude::*;

use super::{DataProps, words};
use crate::facts::counting::{Completed, Counting as _, Raw};
use crate::facts::figures::{TwoWaysRow, two_ways};
use crate::i18n::{number, time};
use crate::ui::components::grade_tag::GradeTag;

#[component]
pub fn CountingPanel(props: &DataProps) -> Html {
    let DataProps { city, lang } = props.clone();
    let head = html! {
        <>
            <div class="panel-head"><h3>{ words::COUNTING.get(lang) }</h3></div>
            <p>{ words::NEVER_MIXED.get(lang) }</p>
        </>
    };
    let Some(both) = two_ways(&city) else {
        return html! { <section class="panel">{ head }<p>{ words::ONE_WAY.get(lang) }</p></section> };
    };
    let persons = |count: Option<i64>| {
        count.map_or_else(|| words::NOT_PUBLISHED.get(lang).to_owned(), number::exact)
    };
    let line = |row: &TwoWaysRow| {
        html! {
            <tr>
                <th scope="row">{ row.what.get(lang) }</th>
                <td class="number">{ persons(row.raw.map(|count| count.persons())) }</td>
                <td class="number">{ persons(row.completed.map(|count| count.persons())) }</td>
            </tr>
        }
    };
    let caption = words::both_ways(lang, city.name.get(lang), &time::date(lang, both.date));
    html! {
        <section class="panel counting">
            { head }
            <div class="table-scroll" tabindex="0" role="region" aria-label={caption.clone()}>
                <table>
                    <caption>{ caption }</caption>
                    <thead><tr>
                        <th scope="col">{ words::PEOPLE.get(lang) }</th>
                        <th scope="col" class="number">
                            { Raw::LABEL.get(lang) }<br />
                            <GradeTag grade={both.raw.grade} {lang} />
                        </th>
                        <th scope="col" class="number">
                            { Completed::LABEL.get(lang) }<br />
                            <GradeTag grade={both.completed.grade} {lang} />
                        </th>
                    </tr></thead>
                    <tbody>
                        { for both.rows.iter().map(line) }
                        <tr>
                            <th scope="row">{ words::UNKNOWN_AGE.get(lang) }</th>
                            <td class="number">{ persons(Some(both.unknown.persons())) }</td>
                            <td class="number">{ words::SHARED_OUT.get(lang) }</td>
                        </tr>
                    </tbody>
                </table>
            </div>
            <ul class="panel-note">
                <li>{ Raw::LABEL.get(lang) }{ words::COLON.get(lang) }
                    { city.citation(both.raw.source, lang) }</li>
                <li>{ Completed::LABEL.get(lang) }{ words::COLON.get(lang) }
                    { city.citation(both.completed.source, lang) }</li>
            </ul>
        </section>
    }
}

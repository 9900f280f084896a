//! Which edition of the data this is, and how sure its figures are.

use std::rc::Rc;

use yew::prelude::*;

use super::words;
use crate::facts::Municipality;
use crate::facts::figures::{FigureRow, count_by_grade};
use crate::facts::fingerprint::edition_code;
use crate::i18n::{Lang, number};
use crate::ui::components::grade_tag::GradeTag;

#[derive(Properties)]
pub struct EditionPanelProps {
    pub city: Rc<Municipality>,
    pub rows: Rc<Vec<FigureRow>>,
    pub lang: Lang,
}

impl PartialEq for EditionPanelProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.rows, &other.rows) && self.lang == other.lang
    }
}

#[component]
pub fn EditionPanel(props: &EditionPanelProps) -> Html {
    let EditionPanelProps { city, rows, lang } = props;
    let lang = *lang;
    let line = |(grade, n): (crate::sources::Grade, usize)| {
        html! {
            <tr>
                <th scope="row"><GradeTag {grade} {lang} /></th>
                <td class="number">{ number::exact(n as i64) }</td>
                <td>{ words::grade_means(grade).get(lang) }</td>
            </tr>
        }
    };
    html! {
        <section class="panel edition">
            <div class="panel-head"><h3>{ words::EDITION.get(lang) }</h3></div>
            <p><code data-edition="">{ edition_code(city.content_hash()) }</code></p>
            <p class="panel-note">{ words::EDITION_MEANS.get(lang) }</p>
            <div class="table-scroll" tabindex="0" role="region"
                aria-label={words::BY_GRADE.get(lang)}>
                <table>
                    <caption>{ words::BY_GRADE.get(lang) }</caption>
                    <thead><tr>
                        <th scope="col">{ words::GRADE.get(lang) }</th>
                        <th scope="col" class="number">{ words::N_FIGURES.get(lang) }</th>
                        <th scope="col">{ words::MEANING.get(lang) }</th>
                    </tr></thead>
                    <tbody>
                        { for count_by_grade(rows).into_iter().map(line) }
                        <tr>
                            <th scope="row">{ words::IN_ALL.get(lang) }</th>
                            <td class="number">{ number::exact(rows.len() as i64) }</td>
                            <td></td>
                        </tr>
                    </tbody>
                </table>
            </div>
            <p class="panel-note">{ words::NOT_LISTED.get(lang) }</p>
        </section>
    }
}

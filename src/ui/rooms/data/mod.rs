//! The data room (データ): every figure with its source, the tree of places, and the proof that
//! the parts add up. It shows what `facts` says and works nothing out.

pub mod counting;
pub mod edition;
pub mod figures;
pub mod lines;
pub mod sums;
pub mod tree;
pub mod words;

use std::rc::Rc;

use yew::prelude::*;

use crate::facts::figures::table;
use crate::i18n::Lang;
use crate::ui::rooms::Shown;
use crate::worker::desk::City;
use counting::CountingPanel;
use edition::EditionPanel;
use figures::FigurePanel;
use sums::SumsPanel;
use tree::TreePanel;

/// What the panels of the room are given.
#[derive(Properties, Clone)]
pub struct DataProps {
    pub city: Rc<City>,
    pub lang: Lang,
}

impl PartialEq for DataProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.city, &other.city) && self.lang == other.lang
    }
}

#[component]
pub fn DataRoom(props: &Shown) -> Html {
    let (city, lang) = (props.city.clone(), props.state.lang);
    let rows = {
        let city = city.clone();
        use_memo((), move |()| table(&city.facts))
    };
    html! {
        <div class="data-room">
            <div class="room-head">
                <h2>{ words::title(lang, city.facts.name.get(lang)) }</h2>
                <p>{ words::LEAD.get(lang) }</p>
            </div>
            <FigurePanel city={city.clone()} rows={rows.clone()} {lang} />
            <div class="data-pair">
                <TreePanel city={city.clone()} {lang} />
                <div class="data-column">
                    <SumsPanel city={city.clone()} {lang} />
                    <CountingPanel city={city.clone()} {lang} />
                    <EditionPanel {city} {rows} {lang} />
                </div>
            </div>
        </div>
    }
}

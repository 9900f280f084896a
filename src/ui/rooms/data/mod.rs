//! The data room (データ): every figure with its source, the tree of places, and the proof that
//! the parts add up. It shows what `facts` says and works nothing out.

pub mod counting;
pub mod edit;
pub mod edition;
pub mod exchange;
pub mod figures;
pub mod indicators;
pub mod kept;
pub mod lines;
pub mod results;
pub mod scenario_figures;
pub mod stand;
pub mod sums;
pub mod tree;
pub mod uses;
pub mod words;

use std::rc::Rc;

use yew::prelude::*;

use crate::facts::Municipality;
use crate::facts::figures::table;
use crate::i18n::Lang;
use crate::ui::rooms::Shown;
use crate::ui::rooms::tables::{tables, texts};
use counting::CountingPanel;
use edition::EditionPanel;
use exchange::ExchangePanel;
use figures::FigurePanel;
use indicators::IndicatorPanel;
use results::ResultPanel;
use stand::StandPanel;
use sums::SumsPanel;
use tree::TreePanel;

/// What the panels of the room are given.
#[derive(Properties, Clone)]
pub struct DataProps {
    pub city: Rc<Municipality>,
    pub lang: Lang,
}

impl PartialEq for DataProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.city, &other.city) && self.lang == other.lang
    }
}

#[component]
pub fn DataRoom(props: &Shown) -> Html {
    let lang = props.state.lang;
    let (city, given) = (tables(), texts());
    let rows = {
        let city = city.clone();
        use_memo(city.content_hash(), move |_| table(&city))
    };
    let answer = props.state.answer.clone();
    let scenario = props.state.scenario.clone();
    let made_with = props.state.scenario.made_with.as_ref().map(|made| made.data);
    html! {
        <div class="data-room">
            <div class="room-head">
                <h2>{ words::title(lang, city.name.get(lang)) }</h2>
                <p>{ words::LEAD.get(lang) }</p>
            </div>
            <ExchangePanel city={city.clone()} tables={given.clone()} {answer} {scenario} {lang} />
            <ResultPanel city={props.city.clone()} state={props.state.clone()} />
            <StandPanel city={city.clone()} tables={given.clone()} {made_with} {lang} />
            { scenario_figures::scenario_figures(props) }
            <IndicatorPanel city={city.clone()} tables={given.clone()} {lang} />
            <FigurePanel city={city.clone()} tables={given} rows={rows.clone()} {lang} />
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

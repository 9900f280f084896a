//! The data room (データ): every figure with its source, the tree of places, and the proof that
//! the parts add up. It shows what `facts` says and works nothing out.

pub mod counting;
pub mod edition;
pub mod exchange;
pub mod figures;
pub mod lines;
pub mod sums;
pub mod tree;
pub mod words;

use std::rc::Rc;

use yew::prelude::*;

use crate::exchange::Tables;
use crate::facts::Municipality;
use crate::facts::builtin::KAWASAKI;
use crate::facts::figures::table;
use crate::i18n::Lang;
use crate::ui::rooms::Shown;
use crate::ui::rooms::tables::tables;
use counting::CountingPanel;
use edition::EditionPanel;
use exchange::ExchangePanel;
use figures::FigurePanel;
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

/// A municipality as it is after an import.
#[derive(Clone)]
struct Taken {
    city: Rc<Municipality>,
    tables: Rc<Tables>,
}

#[component]
pub fn DataRoom(props: &Shown) -> Html {
    let lang = props.state.lang;
    // What was taken in, one on top of the other: undoing takes the last one off.
    let taken = use_state(Vec::<Taken>::new);
    let opening = use_memo((), |()| Tables::built_in(&KAWASAKI));
    let (city, given) = match taken.last() {
        Some(Taken { city, tables }) => (city.clone(), tables.clone()),
        None => (tables(), opening),
    };
    let rows = {
        let city = city.clone();
        use_memo(city.content_hash(), move |_| table(&city))
    };
    let on_accept = {
        let taken = taken.clone();
        Callback::from(move |tables: Tables| {
            // The preview has read these tables before it offered them.
            let Ok(city) = tables.municipality() else { return };
            let new = Taken { city: Rc::new(city), tables: Rc::new(tables) };
            taken.set(taken.iter().cloned().chain([new]).collect());
        })
    };
    let on_undo = (!taken.is_empty()).then(|| {
        let taken = taken.clone();
        Callback::from(move |()| taken.set(taken[..taken.len() - 1].to_vec()))
    });
    let answer = props.state.answer.clone().filter(|_| taken.is_empty());
    html! {
        <div class="data-room">
            <div class="room-head">
                <h2>{ words::title(lang, city.name.get(lang)) }</h2>
                <p>{ words::LEAD.get(lang) }</p>
            </div>
            <ExchangePanel city={city.clone()} tables={given} {answer} {lang} {on_accept} {on_undo} />
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

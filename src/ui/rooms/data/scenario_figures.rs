//! Figures that came with the open scenario: they hold for it alone, over those of the tables.

use std::rc::Rc;

use yew::prelude::*;

use super::words;
use crate::facts::Municipality;
use crate::i18n::{Lang, number, time};
use crate::scenario::Scenario;
use crate::scenario::own::OwnFigure;
use crate::ui::rooms::Shown;
use crate::ui::rooms::tables::tables;
use crate::ui::state::Action;
use crate::units::When;

/// Nothing where the scenario has none. Taking one away can be undone like any other change.
pub fn scenario_figures(shown: &Shown) -> Html {
    let (state, lang) = (&shown.state, shown.state.lang);
    let figures = &state.scenario.figures;
    if figures.is_empty() {
        return html! {};
    }
    let city = tables();
    let take_away = |at: usize| {
        let (to, scenario) = (state.dispatcher(), state.scenario.clone());
        Callback::from(move |_: MouseEvent| {
            let mut figures = scenario.figures.clone();
            figures.remove(at);
            to.dispatch(Action::Become(Rc::new(Scenario { figures, ..(*scenario).clone() })));
        })
    };
    let line = |(at, own): (usize, &OwnFigure)| {
        let words = line_of(&city, own, lang);
        html! {
            <li>
                <span>{ &words }</span>
                <button type="button" class="button secondary small" data-scenario-figure=""
                    aria-label={words::take_away_of(lang, &words)} onclick={take_away(at)}>
                    { words::TAKE_AWAY.get(lang) }
                </button>
            </li>
        }
    };
    html! {
        <section class="panel scenario-figures">
            <div class="panel-head"><h3>{ words::SCENARIO_FIGURES.get(lang) }</h3></div>
            <p class="panel-note">{ words::SCENARIO_FIGURES_LEAD.get(lang) }</p>
            <ul class="stand-towns">{ for figures.iter().enumerate().map(line) }</ul>
        </section>
    }
}

fn line_of(city: &Municipality, own: &OwnFigure, lang: Lang) -> String {
    let measure = city.measure(&own.measure);
    let label = measure.map_or(own.measure.as_str(), |measure| measure.label.get(lang));
    let unit = measure.map_or("", |measure| measure.unit.get(lang));
    let place = city.places.find(&own.place).map(|id| city.places.get(id).name.get(lang));
    let when = When::parse(&own.when).map(|when| time::when(lang, when)).unwrap_or_default();
    let value = number::with_unit(lang, own.value, unit);
    let parts = [label, place.unwrap_or_default(), &when, &value, own.note.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(if lang == Lang::Ja { "、" } else { ", " })
}

//! The council's sheet: what matters in sentences, then chances, deeds, costs, results, pictures
//! and codes; the same parts one at a time for a room to look at.

use yew::prelude::*;

use super::Table;
use super::present::Slide;
use super::{pictures, say, tables, words};
use crate::engine::chance::Target;
use crate::engine::code::MODEL_VERSION;
use crate::facts::fingerprint::edition_code;
use crate::measures::MeasureId;
use crate::protocol::{Compared, Comparison};
use crate::scenario::Scenario;
use crate::ui::charts::multiples::MultiSeries;
use crate::ui::charts::tile_map::TileSeries;
use crate::ui::charts::view::ChartView;
use crate::ui::rooms::Shown;
use crate::ui::state::Action;

/// What is shown, and where from.
pub struct Sheet<'a> {
    pub props: &'a Shown,
    pub table: &'a Table,
    pub found: &'a Comparison,
}

impl Sheet<'_> {
    pub fn whole(&self) -> Html {
        let (found, lang) = (self.found, self.props.state.lang);
        // An older answer stands, dimmed, until the new one comes.
        let is_fresh = found.revision == self.props.state.revision;
        let is_done = is_fresh && found.n_done == found.n_draws;
        html! {
            <article class="compare-sheet" data-compared={is_done.to_string()}
                data-fresh={is_fresh.to_string()} aria-busy={(!is_done).to_string()}>
                <ul class={classes!("compare-names", self.table.is_split.then_some("split"))}>
                    { for self.table.names.iter().map(|name| html! { <li>{ name }</li> }) }
                </ul>
                { self.panel(words::FINDINGS.get(lang), "findings", self.findings()) }
                { self.panel(words::CHANCES.get(lang), "", self.chances()) }
                { self.panel(words::WHAT_THEY_DO.get(lang), "", self.deeds()) }
                { self.panel(words::COSTS.get(lang), "", self.costs()) }
                { self.panel(words::RESULTS.get(lang), "", self.results()) }
                { self.panel(words::SHAPES.get(lang), "compare-shapes", self.lines()) }
                if !self.maps().is_empty() {
                    { self.panel(words::AREAS.get(lang), "compare-maps", html! {
                        <>
                            <p class="panel-note">{ words::AREAS_NOTE.get(lang) }</p>
                            { for self.maps() }
                        </>
                    }) }
                }
                { self.panel(words::CODES.get(lang), "", self.codes()) }
            </article>
        }
    }

    /// One at a time, in the order in which a council is led through them.
    pub fn slides(&self) -> Vec<Slide> {
        let lang = self.props.state.lang;
        let slide = |title: &'static str, body| Slide { title: title.into(), body };
        let mut slides = vec![
            slide(words::FINDINGS.get(lang), self.findings()),
            slide(words::CHANCES.get(lang), self.chances()),
            slide(words::WHAT_THEY_DO.get(lang), self.deeds()),
            slide(words::COSTS.get(lang), self.costs()),
            slide(words::SHAPES.get(lang), self.lines()),
        ];
        slides.extend(self.maps().into_iter().map(|map| slide(words::AREAS.get(lang), map)));
        slides
    }

    fn panel(&self, title: &'static str, class: &'static str, body: Html) -> Html {
        html! {
            <section class={classes!("panel", class)}><h3>{ title }</h3>{ body }</section>
        }
    }

    fn findings(&self) -> Html {
        let state = &self.props.state;
        let lines = if self.table.is_split {
            let aims = &self.props.city.ground.aims;
            let aim = aims.iter().find(|aim| aim.measure == state.measure).or(aims.first());
            aim.map(|aim| say::split(self.found, aim, state.lang)).unwrap_or_default()
        } else {
            say::findings(self.found, &self.targets(), state.lang)
        };
        html! { <ul class="say">{ for lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul> }
    }

    fn chances(&self) -> Html {
        let (city, lang) = (&self.props.city, self.props.state.lang);
        tables::chances(self.found, city, &self.targets(), &self.table.names, lang)
    }

    /// Those the answer tells of, in its order.
    fn targets(&self) -> Vec<Target> {
        let compared = self.table.scenarios.iter().map(|scenario| &**scenario);
        Scenario::targets_of(compared, &self.props.city.ground)
    }

    fn deeds(&self) -> Html {
        let scenarios: Vec<&Scenario> = self.table.scenarios.iter().map(|s| &**s).collect();
        tables::deeds(&self.props.city, &scenarios, &self.table.names, self.props.state.lang)
    }

    fn costs(&self) -> Html {
        let (city, lang) = (&self.props.city, self.props.state.lang);
        tables::costs(city, self.found, &self.table.names, lang)
    }

    fn results(&self) -> Html {
        let (city, state) = (&self.props.city, &self.props.state);
        let to = state.dispatcher();
        let on_look = Callback::from(move |measure: MeasureId| to.dispatch(Action::Look(measure)));
        let names = &self.table.names;
        html! {
            <>
                <p class="panel-note">{ words::DIFFERENCE_NOTE.get(state.lang) }</p>
                { tables::results(city, self.found, names, state.measure, &on_look, state.lang) }
            </>
        }
    }

    fn lines(&self) -> Html {
        let (city, state) = (&self.props.city, &self.props.state);
        let names = &self.table.names;
        let lines = pictures::multiples(city, self.found, names, state.measure, state.lang);
        html! {
            <div class="compare-chart"><ChartView<MultiSeries> series={lines} /></div>
        }
    }

    fn maps(&self) -> Vec<Html> {
        let (city, state) = (&self.props.city, &self.props.state);
        let map = |to| pictures::map(city, self.found, to, state.measure, state.lang);
        let maps = (1..self.table.names.len()).filter_map(map);
        let shown = maps.map(|map| {
            html! { <div class="compare-chart"><ChartView<TileSeries> series={map} /></div> }
        });
        shown.collect()
    }

    /// The code of each, as its own forecast would show it, and what it was made with.
    fn codes(&self) -> Html {
        let lang = self.props.state.lang;
        let line = |(name, side): (&String, &Compared)| {
            let code = side.code.clone()?;
            Some(html! { <li>{ name }{ " " }<code data-result-code="">{ code }</code></li> })
        };
        let codes = self.table.names.iter().zip(&self.found.scenarios).filter_map(line);
        let data = edition_code(self.props.city.ground.data_hash);
        html! {
            <>
                <ul class="compare-codes">{ for codes }</ul>
                <p class="panel-note">
                    { words::made_with(lang, MODEL_VERSION, &data, self.found.n_draws) }
                </p>
            </>
        }
    }
}

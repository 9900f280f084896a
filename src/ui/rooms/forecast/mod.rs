//! The forecast room (見通し): levers left, targets and the chart right.

pub mod areas;
pub mod chart;
pub mod levers;
pub mod targets;

use std::rc::Rc;

use yew::prelude::*;

use super::super::charts::fan::draw::FanChart;
use super::super::quick::use_shift;
use super::super::state::AppState;
use super::super::words;
use crate::worker::desk::City;
use levers::LeverPanel;

#[derive(Properties)]
pub struct ForecastRoomProps {
    pub city: Rc<City>,
    pub state: UseReducerHandle<AppState>,
}

impl PartialEq for ForecastRoomProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.city, &other.city) && self.state == other.state
    }
}

#[component]
pub fn ForecastRoom(props: &ForecastRoomProps) -> Html {
    let ForecastRoomProps { city, state } = props;
    let lang = state.lang;
    let shift = use_shift(city, state);
    let fresh = state.is_fresh();
    let series = chart::series(city, state, shift.as_deref());
    html! {
        <div class="planning">
            <section class="levers panel" aria-label={words::LEVERS.get(lang)}>
                <LeverPanel scenario={state.scenario.clone()} {lang} dispatcher={state.dispatcher()} />
            </section>
            { targets::bar(city, state) }
            <section class="stage panel" aria-label={words::CHART.get(lang)}>
                <div class="stage-body"><FanChart series={Rc::new(series)} {fresh} /></div>
                <div class="stage-foot">
                    <p class="limits">{ words::LIMITS.get(lang) }</p>
                    { result_code(state, fresh) }
                </div>
            </section>
            { areas::table(city, state) }
        </div>
    }
}

fn result_code(state: &AppState, fresh: bool) -> Html {
    let code = state.answer.as_ref().and_then(|answer| answer.code.clone()).filter(|_| fresh);
    let seed = crate::i18n::number::exact(i64::from(state.scenario.seed));
    html! {
        <p class="result-code">
            { words::RESULT_CODE.get(state.lang) }{ " " }
            <code data-result-code="">
                { code.unwrap_or_else(|| words::WORKING.get(state.lang).to_owned()) }
            </code>
            { " " }{ words::SEED.get(state.lang) }{ " " }{ seed }
        </p>
    }
}

//! The pyramid with its year slider, and a button that sends the years by; where less motion is asked
//! for, it turns to the next year and no further.

use std::rc::Rc;

use gloo::timers::callback::Interval;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{PyramidChart, PyramidSeries};
use crate::ui::charts::words::Words;
use crate::ui::page;

/// A year a second: time enough to see the bulge move up.
const YEAR_MS: u32 = 1_000;

#[derive(Properties, PartialEq)]
pub struct PyramidPlayerProps {
    /// Its `year` is where the slider starts.
    pub series: Rc<PyramidSeries>,
    #[prop_or(true)]
    pub fresh: bool,
    #[prop_or(640.0)]
    pub width: f64,
    #[prop_or(420.0)]
    pub height: f64,
}

#[component]
pub fn PyramidPlayer(props: &PyramidPlayerProps) -> Html {
    let words = Words(props.series.lang);
    let last = props.series.years.len().saturating_sub(1);
    let year = use_state_eq(|| props.series.year);
    let is_playing = use_state_eq(|| false);
    let is_still = use_state_eq(|| false);
    {
        let is_still = is_still.setter();
        use_effect_with((), move |()| is_still.set(page::wants_less_motion()));
    }
    let shown = (*year).min(last);
    {
        let (year, is_playing_now) = (year.setter(), is_playing.setter());
        use_effect_with((*is_playing, shown, last), move |&(is_playing, shown, last)| {
            let timer = is_playing.then(|| {
                Interval::new(YEAR_MS, move || {
                    year.set((shown + 1).min(last));
                    if last <= shown + 1 {
                        is_playing_now.set(false);
                    }
                })
            });
            move || drop(timer)
        });
    }
    let oninput = {
        let (year, is_playing) = (year.setter(), is_playing.setter());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            is_playing.set(false);
            year.set(input.value_as_number() as usize);
        })
    };
    let play = {
        let (year, is_playing, is_still) = (year.clone(), is_playing.clone(), *is_still);
        Callback::from(move |_: MouseEvent| {
            if is_still {
                year.set(if shown < last { shown + 1 } else { 0 });
                return;
            }
            // At the end, playing again starts again.
            if !*is_playing && last <= shown {
                year.set(0);
            }
            is_playing.set(!*is_playing);
        })
    };
    let series = use_memo((props.series.clone(), shown), |(series, year)| PyramidSeries {
        year: *year,
        ..(**series).clone()
    });
    let label = props.series.years.get(shown).map(|y| y.label.clone()).unwrap_or_default();
    html! {
        <div class="pyramid-player">
            <PyramidChart {series} fresh={props.fresh} width={props.width} height={props.height} />
            <div class="year-row">
                <button type="button" class="button secondary small" onclick={play}>
                    { match (*is_still, *is_playing) {
                        (true, _) => words.next_year(),
                        (false, true) => words.pause(),
                        (false, false) => words.play(),
                    } }
                </button>
                <input type="range" class="year-slider" min="0" max={last.to_string()} step="1"
                    value={shown.to_string()} aria-label={words.year()}
                    aria-valuetext={label.clone()}
                    {oninput} />
                <output>{ label }</output>
            </div>
        </div>
    }
}

//! What nobody decides: each unknown left as its range, or fixed to see what it does.

use yew::prelude::*;

use super::words;
use crate::assumptions::{AssumptionId, Chain, Role, Shape};
use crate::engine::draw::Range;
use crate::i18n::{Label, Lang, number};
use crate::protocol::from_bytes;
use crate::ui::components::lever_slider::{LeverMove, LeverSlider};
use crate::ui::components::segmented::{Choice, Segmented};
use crate::ui::page;
use crate::ui::state::{Action, AppState};
use crate::ui::words as page_words;
use crate::units::sort_few;

/// The source of each assumption, or why it is assumed and by whom: it comes when the page is at
/// rest, and until then is being loaded.
pub(super) struct Reasons(Vec<Label>);

impl Reasons {
    pub(super) fn now() -> Self {
        Self(page::carried("reasons").and_then(|packed| from_bytes(&packed)).unwrap_or_default())
    }

    pub(super) fn of(&self, id: AssumptionId, lang: Lang) -> &str {
        self.0.get(id.index()).map_or(page_words::LOADING.get(lang), |reason| reason.get(lang))
    }
}

#[derive(Properties, PartialEq)]
pub struct AssumptionPanelProps {
    pub changed: Vec<(AssumptionId, Range)>,
    pub query: AttrValue,
    pub only_changed: bool,
    pub lang: Lang,
    pub dispatcher: UseReducerDispatcher<AppState>,
}

#[component]
pub fn AssumptionPanel(props: &AssumptionPanelProps) -> Html {
    let lang = props.lang;
    let open = use_state_eq(Vec::<Chain>::new);
    let query = props.query.trim().to_ascii_lowercase();
    let reasons = Reasons::now();
    let range_of = |id: AssumptionId| props.changed.iter().find(|(c, _)| *c == id).map(|(_, r)| *r);
    let is_meant = |id: &AssumptionId| {
        let spec = id.spec();
        let text = format!("{}\n{}\n{}", spec.label.ja, spec.label.en, reasons.of(*id, lang));
        // A shock's strength is chosen where the shock is fired.
        spec.role != Role::Shock
            && spec.shape != Shape::Fixed
            && (query.is_empty() || text.to_ascii_lowercase().contains(&query))
            && (!props.only_changed || range_of(*id).is_some())
    };
    let meant: Vec<AssumptionId> = AssumptionId::all().filter(is_meant).collect();
    let mut chains: Vec<Chain> = meant.iter().map(|id| id.spec().chain).collect();
    sort_few(&mut chains, Ord::cmp);
    chains.dedup();
    let is_narrowed = !query.is_empty() || props.only_changed;
    let group = |chain: Chain| {
        let is_open = is_narrowed || open.contains(&chain);
        let of_chain = meant.iter().filter(|id| id.spec().chain == chain);
        let n_changed = of_chain.clone().filter(|id| range_of(**id).is_some()).count();
        let row = |id: &AssumptionId| {
            html! {
                <AssumptionRow key={id.spec().key} id={*id} range={range_of(*id)}
                    reason={reasons.of(*id, lang).to_owned()} {lang}
                    dispatcher={props.dispatcher.clone()} />
            }
        };
        let toggle = super::toggle(&open, chain);
        html! {
            <section class="lever-group" key={page_words::chain(chain).en}>
                { super::group_head(page_words::chain(chain).get(lang), n_changed, is_open, toggle,
                    lang) }
                if is_open {
                    { for of_chain.map(row) }
                }
            </section>
        }
    };
    html! {
        <>
            <p class="field-hint">{ words::ASSUMED_HINT.get(lang) }</p>
            { for chains.into_iter().map(group) }
            if meant.is_empty() {
                <p role="status">{ words::NOTHING_FOUND.get(lang) }</p>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct AssumptionRowProps {
    id: AssumptionId,
    /// Where it differs from the catalogue.
    range: Option<Range>,
    reason: AttrValue,
    lang: Lang,
    dispatcher: UseReducerDispatcher<AppState>,
}

/// A step of a hundredth of the range, rounded to a power of ten.
fn step_of(low: f64, high: f64) -> f64 {
    libm::pow(10.0, libm::floor(libm::log10((high - low) / 100.0)))
}

#[component]
fn AssumptionRow(props: &AssumptionRowProps) -> Html {
    let (id, spec, lang) = (props.id, props.id.spec(), props.lang);
    let fixed_at = |value: f64| Range { p10: value, p50: value, p90: value };
    let shown = |value: f64| AttrValue::from(number::with_unit(lang, value, spec.unit.get(lang)));
    let choices = [
        ("range", words::AS_RANGE, None),
        ("low", words::LOW, Some(spec.p10)),
        ("middle", words::MIDDLE, Some(spec.p50)),
        ("high", words::HIGH, Some(spec.p90)),
    ];
    let chosen = match props.range {
        None => "range",
        Some(range) => {
            let is_it = |choice: &&(&str, _, Option<f64>)| choice.2.map(fixed_at) == Some(range);
            choices.iter().find(is_it).map_or("", |choice| choice.0)
        }
    };
    let on_choose = {
        let to = props.dispatcher.clone();
        Callback::from(move |key: AttrValue| {
            let choice = choices.iter().find(|choice| choice.0 == key.as_str());
            let value = choice.and_then(|choice| choice.2);
            to.dispatch(Action::Assume(id, value.map(fixed_at)));
        })
    };
    // Only where it comes to rest: another unknown means other lives before the plan. Until then the
    // row alone knows where the slider is.
    let held = use_state_eq(|| None::<f64>);
    let on_input = {
        let held = held.setter();
        Callback::from(move |moved: LeverMove| held.set(Some(moved.value)))
    };
    let on_change = {
        let (to, p50, held) = (props.dispatcher.clone(), spec.p50, held.setter());
        Callback::from(move |moved: LeverMove| {
            held.set(None);
            let is_reset = moved.value.total_cmp(&p50).is_eq();
            let value = moved.value.clamp(spec.low, spec.high);
            to.dispatch(Action::Assume(id, (!is_reset).then(|| fixed_at(value))));
        })
    };
    let value = held.unwrap_or(props.range.map_or(spec.p50, |range| range.p50));
    let labelled: std::rc::Rc<[Choice]> = choices
        .map(|(key, label, value)| Choice {
            key: key.into(),
            label: label_of(label.get(lang), value, lang),
        })
        .into();
    html! {
        <div class="assumption">
            <LeverSlider name={spec.key} label={spec.label.get(lang)} {value} min={spec.low}
                max={spec.high} step={step_of(spec.low, spec.high)} default={spec.p50}
                unit={spec.unit.get(lang)} shown={shown(value)} shown_min={shown(spec.low)}
                shown_max={shown(spec.high)} shown_default={shown(spec.p50)} grade={spec.backing.grade()}
                source={&props.reason} {on_input} {on_change} {lang} />
            <Segmented name={format!("range-{}", spec.key)} legend={spec.label.get(lang)}
                choices={labelled} {chosen} {on_choose} />
        </div>
    }
}

/// «低め 12.3»
fn label_of(word: &'static str, value: Option<f64>, lang: Lang) -> AttrValue {
    match value {
        None => AttrValue::from(word),
        Some(value) => AttrValue::from(format!("{word} {}", number::rounded(lang, value))),
    }
}

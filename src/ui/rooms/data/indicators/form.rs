//! The form of one own indicator. What is wrong stands at its head and at the field itself.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::words;
use crate::exchange::indicator::{Draft, Field, Wrong, target_years};
use crate::facts::Municipality;
use crate::facts::indicator::{Better, IndicatorDriver, IndicatorSpread};
use crate::i18n::{Lang, Text, time};
use crate::ui::page;
use crate::ui::rooms::data::words as data_words;
use crate::units::FiscalYear;

#[derive(Properties)]
pub(super) struct FormProps {
    /// As it was opened.
    pub draft: Rc<Draft>,
    pub city: Rc<Municipality>,
    pub wrong: Rc<[Wrong]>,
    pub on_done: Callback<Draft>,
    pub on_close: Callback<()>,
    pub lang: Lang,
}

impl PartialEq for FormProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.draft, &other.draft)
            && Rc::ptr_eq(&self.wrong, &other.wrong)
            && self.lang == other.lang
    }
}

#[component]
pub(super) fn IndicatorForm(props: &FormProps) -> Html {
    let lang = props.lang;
    let draft = use_state(|| (*props.draft).clone());
    use_effect_with((), |()| page::focus_on("#own-label"));
    let submit = {
        let (draft, on_done) = (draft.clone(), props.on_done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            on_done.emit((*draft).clone());
            // What is wrong stands far above the button that was pressed.
            page::after_frame(|| page::focus_on("[data-wrong]:not([data-wrong='0'])"));
        })
    };
    let close = props.on_close.reform(|_: MouseEvent| ());
    let fields = Fields { draft: &draft, wrong: &props.wrong, lang };
    html! {
        <form class="figure-edit" data-indicator-form="" onsubmit={submit}>
            { summary(&props.wrong, lang) }
            { fields.what() }
            { fields.history() }
            { fields.course() }
            { fields.target(&props.city) }
            <button type="submit" class="button primary">{ words::SAVE.get(lang) }</button>{ " " }
            <button type="button" class="button text" onclick={close}>
                { data_words::CANCEL.get(lang) }
            </button>
        </form>
    }
}

/// All that is wrong, read out as soon as it is there.
fn summary(wrong: &[Wrong], lang: Lang) -> Html {
    html! {
        <div role="alert" tabindex="-1" data-wrong={wrong.len().to_string()}>
            if !wrong.is_empty() {
                <p class="field-error">{ words::WRONG.get(lang) }</p>
                <ul>{ for wrong.iter().map(|wrong| html! { <li>{ wrong.describe(lang) }</li> }) }</ul>
            }
        </div>
    }
}

/// The form's state, and what is wrong with it.
struct Fields<'a> {
    draft: &'a UseStateHandle<Draft>,
    wrong: &'a [Wrong],
    lang: Lang,
}

impl Fields<'_> {
    fn what(&self) -> Html {
        let draft = &**self.draft;
        html! {
            <div class="figure-fields">
                { self.text(("own-label", Field::Label.label(), None), Some(Field::Label),
                    &draft.label, |draft, text| draft.label = text) }
                { self.text(("own-unit", Field::Unit.label(), Some(words::UNIT_HINT)),
                    Some(Field::Unit), &draft.unit, |draft, text| draft.unit = text) }
                { self.text(("own-label-en", words::LABEL_EN, None), None, &draft.label_en,
                    |draft, text| draft.label_en = text) }
                { self.text(("own-unit-en", words::UNIT_EN, None), None, &draft.unit_en,
                    |draft, text| draft.unit_en = text) }
                { self.choice("own-kind", words::KIND, &words::KINDS, usize::from(draft.is_stock),
                    |draft, at| draft.is_stock = at == 1) }
                { self.choice("own-better", words::BETTER, &Better::ALL.map(words::better),
                    at(&Better::ALL, draft.better), |draft, at| draft.better = Better::ALL[at]) }
            </div>
        }
    }

    fn history(&self) -> Html {
        let draft = &**self.draft;
        let year = |(at, (year, text)): (usize, &(i16, String))| {
            let (ja, en) = (time::fiscal_year(Lang::Ja, FiscalYear(*year)), format!("FY{year}"));
            let label = if self.lang == Lang::Ja { ja } else { en };
            let id = format!("own-history-{year}");
            let set = move |draft: &mut Draft, text| draft.history[at].1 = text;
            self.labelled((&id, &label, None), Some(Field::History(*year)), text, set)
        };
        html! {
            <fieldset class="indicator-part">
                <legend>{ words::HISTORY.get(self.lang) }</legend>
                <p class="field-hint">{ words::HISTORY_HINT.get(self.lang) }</p>
                <div class="figure-fields">
                    { for draft.history.iter().enumerate().map(year) }
                    { self.text(("own-from", Field::From.label(), Some(words::FROM_HINT)),
                        Some(Field::From), &draft.from, |draft, text| draft.from = text) }
                    { self.choice("own-counted", words::COUNTED, &words::COUNTEDS,
                        usize::from(!draft.is_counted), |draft, at| draft.is_counted = at == 0) }
                </div>
            </fieldset>
        }
    }

    fn course(&self) -> Html {
        let draft = &**self.draft;
        let change =
            if draft.is_stock { words::CHANGE_STOCK_HINT } else { words::CHANGE_COUNT_HINT };
        let pandemic = self.change(|draft: &mut Draft, event: Event| {
            draft.stops_in_pandemic = event.target_unchecked_into::<HtmlInputElement>().checked();
        });
        html! {
            <fieldset class="indicator-part">
                <legend>{ words::COURSE.get(self.lang) }</legend>
                <div class="figure-fields">
                    { self.choice("own-driver", words::DRIVER,
                        &IndicatorDriver::ALL.map(words::driver), at(&IndicatorDriver::ALL, draft.driver),
                        |draft, at| draft.driver = IndicatorDriver::ALL[at]) }
                    { self.choice("own-spread", words::SPREAD, &IndicatorSpread::ALL.map(words::spread),
                        at(&IndicatorSpread::ALL, draft.spread),
                        |draft, at| draft.spread = IndicatorSpread::ALL[at]) }
                    { self.text(("own-change", Field::Change.label(), Some(change)),
                        Some(Field::Change), &draft.change, |draft, text| draft.change = text) }
                    { self.text(("own-cost", Field::UnitCost.label(), Some(words::UNIT_COST_HINT)),
                        Some(Field::UnitCost), &draft.unit_cost, |draft, text| draft.unit_cost = text) }
                    if draft.driver == IndicatorDriver::Budget {
                        { self.text(("own-budget", Field::Budget.label(), Some(words::BUDGET_HINT)),
                            Some(Field::Budget), &draft.budget, |draft, text| draft.budget = text) }
                    }
                    <label class="exchange-names">
                        <input type="checkbox" id="own-pandemic" checked={draft.stops_in_pandemic}
                            onchange={pandemic} />
                        { words::PANDEMIC.get(self.lang) }
                    </label>
                </div>
            </fieldset>
        }
    }

    fn target(&self, city: &Municipality) -> Html {
        let draft = &**self.draft;
        let years: Vec<FiscalYear> = target_years(city).collect();
        let names = years.iter().map(|year| time::fiscal_year(self.lang, *year)).collect();
        let chosen = years.iter().position(|year| year.0 == draft.target_year).unwrap_or(0);
        let set = move |draft: &mut Draft, at: usize| draft.target_year = years[at].0;
        html! {
            <fieldset class="indicator-part">
                <legend>{ words::TARGET.get(self.lang) }</legend>
                <div class="figure-fields">
                    { self.text(("own-target", Field::Target.label(), Some(words::TARGET_HINT)),
                        Some(Field::Target), &draft.target, |draft, text| draft.target = text) }
                    { self.options(("own-target-year", words::TARGET_YEAR), names, chosen, set) }
                    { self.choice("own-direction", words::DIRECTION, &words::DIRECTIONS,
                        usize::from(!draft.is_at_least), |draft, at| draft.is_at_least = at == 0) }
                </div>
            </fieldset>
        }
    }

    /// What happens on an event: the draft as it then is.
    fn change<E: 'static>(&self, set: impl Fn(&mut Draft, E) + 'static) -> Callback<E> {
        let draft = self.draft.clone();
        Callback::from(move |event: E| {
            let mut next = (*draft).clone();
            set(&mut next, event);
            draft.set(next);
        })
    }

    fn text(
        &self,
        (id, label, hint): (&str, Text, Option<Text>),
        field: Option<Field>,
        value: &str,
        set: impl Fn(&mut Draft, String) + 'static,
    ) -> Html {
        self.labelled((id, label.get(self.lang), hint), field, value, set)
    }

    fn labelled(
        &self,
        (id, label, hint): (&str, &str, Option<Text>),
        field: Option<Field>,
        value: &str,
        set: impl Fn(&mut Draft, String) + 'static,
    ) -> Html {
        let oninput = self.change(move |draft: &mut Draft, event: InputEvent| {
            set(draft, event.target_unchecked_into::<HtmlInputElement>().value());
        });
        let is_wrong = field.is_some() && self.wrong.iter().any(|wrong| wrong.field() == field);
        let hint_id = format!("{id}-hint");
        html! {
            <div class="field">
                <label for={id.to_owned()}>{ label.to_owned() }</label>
                <input type="text" id={id.to_owned()} value={value.to_owned()} {oninput}
                    aria-invalid={is_wrong.then_some("true")}
                    aria-describedby={hint.map(|_| hint_id.clone())} />
                if let Some(hint) = hint {
                    <p class="field-hint" id={hint_id}>{ hint.get(self.lang) }</p>
                }
            </div>
        }
    }

    fn choice(
        &self,
        id: &'static str,
        label: Text,
        names: &[Text],
        chosen: usize,
        set: impl Fn(&mut Draft, usize) + 'static,
    ) -> Html {
        let names = names.iter().map(|name| name.get(self.lang).to_owned()).collect();
        self.options((id, label), names, chosen, set)
    }

    fn options(
        &self,
        (id, label): (&'static str, Text),
        names: Vec<String>,
        chosen: usize,
        set: impl Fn(&mut Draft, usize) + 'static,
    ) -> Html {
        let onchange = self.change(move |draft: &mut Draft, event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            if let Ok(at) = usize::try_from(select.selected_index()) {
                set(draft, at);
            }
        });
        let option = |(at, name): (usize, String)| {
            html! { <option selected={at == chosen}>{ name }</option> }
        };
        html! {
            <div class="field">
                <label for={id}>{ label.get(self.lang) }</label>
                <select {id} {onchange}>{ for names.into_iter().enumerate().map(option) }</select>
            </div>
        }
    }
}

fn at<T: PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|other| *other == one).unwrap_or(0)
}

//! The guided tour: a few sentences, each beside the part of the room it is about. Nothing is
//! blocked while it runs.

use yew::prelude::*;

use super::words;
use crate::i18n::{Lang, Text};
use crate::ui::page;

pub struct Step {
    /// Class of the part of the room it is about.
    pub part: &'static str,
    says: Text,
}

pub const STEPS: &[Step] = &[
    Step {
        part: "targets",
        says: Text {
            ja: "計画の目標です。いまの見通しと、10回計算したら何回届くかが出ています。",
            en: "The plan's targets: the forecast today, and how many runs of ten reach it.",
        },
    },
    Step {
        part: "stage",
        says: Text {
            ja: "点は実績、線は見通し、色の幅は起こりうる範囲です。左上のボタンで見る指標を選びます。",
            en: "Dots are records, the line is the forecast, the band what may happen. Choose a measure at the top left.",
        },
    },
    Step {
        part: "levers",
        says: Text {
            ja: "自治体が決められることです。つまみを動かすと、線がすぐに動きます。「ためしてみる」に例があります。",
            en: "What the municipality can decide. Move a slider and the line moves. “Try out” has examples.",
        },
    },
    Step {
        part: "stage-side",
        says: Text {
            ja: "動かすと、何がどれだけ動いたかがここに並びます。",
            en: "What a move changed is listed here.",
        },
    },
    Step {
        part: "areas",
        says: Text {
            ja: "区と圏域です。選ぶと、グラフと動かす値がその場所のものになります。「例示」とある値は事実ではありません。",
            en: "Wards and areas: choose one to see and set that place. What is marked illustrative is no fact.",
        },
    },
];

#[derive(Properties, PartialEq)]
pub struct TourProps {
    pub step: Option<usize>,
    pub on_step: Callback<Option<usize>>,
    pub lang: Lang,
}

#[component]
pub fn Tour(props: &TourProps) -> Html {
    let lang = props.lang;
    use_effect_with(props.step, |step| {
        if let Some(step) = step.and_then(|step| STEPS.get(step)) {
            page::bring_into_sight(&format!(".planning .{}", step.part));
            page::focus_on(".tour .tour-next");
        }
    });
    let Some((at, step)) = props.step.and_then(|at| Some((at, STEPS.get(at)?))) else {
        return html! {};
    };
    let is_last = at + 1 == STEPS.len();
    let go = |to: Option<usize>| props.on_step.reform(move |_: MouseEvent| to);
    let onkeydown = {
        let on_step = props.on_step.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                on_step.emit(None);
            }
        })
    };
    html! {
        <div class="tour" role="dialog" aria-label={words::TOUR.get(lang)} {onkeydown}>
            <p class="tour-count">{ words::step_of(lang, at + 1, STEPS.len()) }</p>
            <p aria-live="polite">{ step.says.get(lang) }</p>
            <div class="tour-buttons">
                if at > 0 {
                    <button type="button" class="button text small" onclick={go(Some(at - 1))}>
                        { words::BACK.get(lang) }
                    </button>
                }
                if !is_last {
                    <button type="button" class="button text small" onclick={go(None)}>
                        { words::SKIP_TOUR.get(lang) }
                    </button>
                }
                <button type="button" class="button small tour-next"
                    onclick={go((!is_last).then_some(at + 1))}>
                    { if is_last { words::END_TOUR } else { words::NEXT }.get(lang) }
                </button>
            </div>
        </div>
    }
}

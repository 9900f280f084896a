//! How sure a number is: a word, a shape and a colour, so that any one of them is enough.

use yew::prelude::*;

use crate::i18n::Lang;
use crate::sources::Grade;

fn shape(grade: Grade) -> &'static str {
    match grade {
        Grade::Observed => "M6 1a5 5 0 1 0 .01 0Z",
        Grade::Published => "M1.5 1.5h9v9h-9Z",
        Grade::Assumed => "M6 .5l5.5 5.5l-5.5 5.5l-5.5 -5.5Z",
        Grade::Illustrative => "M6 1l5.5 10h-11Z",
    }
}

#[derive(Properties, PartialEq)]
pub struct GradeTagProps {
    pub grade: Grade,
    pub lang: Lang,
}

#[component]
pub fn GradeTag(props: &GradeTagProps) -> Html {
    html! {
        <span class={classes!("grade", props.grade.key())}>
            <svg class="grade-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                <path d={shape(props.grade)} />
            </svg>
            { props.grade.label().get(props.lang) }
        </span>
    }
}

//! How sure a number is: a word, a shape and a colour, so that any one of them is enough.

use yew::prelude::*;

use super::words::ControlWords;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Grade {
    /// Counted in this city.
    Observed,
    /// Published by someone else.
    Published,
    /// Assumed, with a reason.
    Assumed,
    /// Made up, to show how something works.
    Example,
}

impl Grade {
    fn look(self, words: &'static ControlWords) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Observed => ("observed", words.observed, "M6 1a5 5 0 1 0 .01 0Z"),
            Self::Published => ("published", words.published, "M1.5 1.5h9v9h-9Z"),
            Self::Assumed => ("assumed", words.assumed, "M6 .5l5.5 5.5l-5.5 5.5l-5.5 -5.5Z"),
            Self::Example => ("example", words.example, "M6 1l5.5 10h-11Z"),
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct GradeTagProps {
    pub grade: Grade,
    pub words: &'static ControlWords,
}

#[component]
pub fn GradeTag(props: &GradeTagProps) -> Html {
    let (class, word, shape) = props.grade.look(props.words);
    html! {
        <span class={classes!("grade", class)}>
            <svg class="grade-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                <path d={shape} />
            </svg>
            { word }
        </span>
    }
}

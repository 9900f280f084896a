//! A button that files are chosen with. The browser's own speaks the browser's language and not the
//! page's: it is hidden from the eye only, and the label around it is what is seen.

use web_sys::{File, FileList, HtmlInputElement};
use yew::prelude::*;

use super::words::Words;
use crate::i18n::Lang;
use crate::ui::files;

#[derive(Properties, PartialEq)]
pub struct FileChoiceProps {
    pub id: &'static str,
    pub label: AttrValue,
    /// Endings of names, as the browser's dialogue takes them.
    pub accept: &'static str,
    #[prop_or_default]
    pub multiple: bool,
    #[prop_or_default]
    pub class: Classes,
    /// What else is to be known before choosing.
    #[prop_or_default]
    pub children: Html,
    pub on_files: Callback<Vec<File>>,
    pub lang: Lang,
}

#[component]
pub fn FileChoice(props: &FileChoiceProps) -> Html {
    let FileChoiceProps { id, label, accept, multiple, class, children, on_files, lang } = props;
    let chosen = use_state_eq(String::new);
    let take = {
        let (on_files, chosen) = (on_files.clone(), chosen.setter());
        Callback::from(move |list: Option<FileList>| {
            let files = list.map(|list| files::listed(&list)).unwrap_or_default();
            chosen.set(files.iter().map(File::name).collect::<Vec<_>>().join("、"));
            on_files.emit(files);
        })
    };
    let onchange = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            take.emit(input.files());
            // The same file may be chosen again once it is corrected.
            input.set_value("");
        })
    };
    let ondrop = take.reform(|event: DragEvent| {
        // Dropped elsewhere on the page it would go to the library.
        event.prevent_default();
        event.stop_propagation();
        event.data_transfer().and_then(|data| data.files())
    });
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    html! {
        <div class={classes!("file-choice", class.clone())} {ondragover} {ondrop}>
            <label class="button secondary file-button">{ label }
                <input type="file" id={*id} class="visually-hidden" accept={*accept}
                    multiple={*multiple} {onchange} aria-describedby={format!("{id}-about")} />
            </label>
            <div class="file-about" id={format!("{id}-about")}>
                if !chosen.is_empty() {
                    <p class="file-chosen">{ Words(*lang).chosen() }{ &*chosen }</p>
                }
                { children.clone() }
            </div>
        </div>
    }
}

//! Former versions of one scenario: those the page kept by itself, and named ones.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::deeds::Deed;
use super::words;
use crate::i18n::Lang;
use crate::scenario::shelf::Checkpoint;
use crate::ui::storage::shelves::Shelves;

#[derive(Properties)]
pub struct VersionsProps {
    pub id: String,
    pub shelves: Rc<Shelves>,
    pub lang: Lang,
    pub on_deed: Callback<Deed>,
}

impl PartialEq for VersionsProps {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.lang == other.lang
    }
}

#[component]
pub fn Versions(props: &VersionsProps) -> Html {
    let VersionsProps { id, shelves, lang, on_deed } = props;
    let lang = *lang;
    let found = use_state_eq(Vec::<Checkpoint>::new);
    let name = use_node_ref();
    let read = {
        let (id, shelves, found) = (id.clone(), shelves.clone(), found.setter());
        Callback::from(move |()| {
            let (id, shelves, found) = (id.clone(), shelves.clone(), found.clone());
            yew::platform::spawn_local(async move {
                // Where it cannot be read there is nothing to restore either.
                found.set(shelves.versions(&id).await.unwrap_or_default());
            });
        })
    };
    {
        let read = read.clone();
        use_effect_with(id.clone(), move |_| read.emit(()));
    }
    let onsubmit = {
        let (id, on_deed, name) = (id.clone(), on_deed.clone(), name.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = name.cast::<HtmlInputElement>() else { return };
            let name = field.value().trim().to_owned();
            if !name.is_empty() {
                on_deed.emit(Deed::Checkpoint { id: id.clone(), name, then: read.clone() });
                field.set_value("");
            }
        })
    };
    let line = |version: &Checkpoint| {
        let deed = Deed::Restore { id: id.clone(), version: version.clone() };
        let onclick = on_deed.reform(move |_: MouseEvent| deed.clone());
        let name = if version.name.is_empty() { words::BY_ITSELF.get(lang) } else { &version.name };
        html! {
            <li>
                { words::moment(lang, version.saved) }{ " " }{ name }{ " " }
                <button type="button" class="button text small" data-deed="restore" {onclick}>
                    { words::RESTORE.get(lang) }
                </button>
            </li>
        }
    };
    html! {
        <section class="shelf-versions">
            <h3>{ words::VERSIONS.get(lang) }</h3>
            <form {onsubmit}>
                <label>{ words::CHECKPOINT.get(lang) }
                    <input type="text" maxlength="100" ref={name} data-field="checkpoint" />
                </label>
                <button type="submit" class="button secondary small" data-deed="checkpoint">
                    { words::SAVE.get(lang) }
                </button>
            </form>
            if found.is_empty() { <p>{ words::NO_VERSIONS.get(lang) }</p> }
            <ul>{ for found.iter().map(line) }</ul>
        </section>
    }
}

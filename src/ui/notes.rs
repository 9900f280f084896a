//! Messages on the page, each with what can be done about it.

use std::rc::Rc;

use yew::prelude::*;

use super::components::notice::{Notice, NoticeAction, NoticeKind};
use super::keeping::take_other;
use super::state::{Action, AppState, Note};
use super::storage::keeper::Keeper;
use super::{files, page, words};
use crate::i18n::Lang;
use crate::scenario::moved::Former;

/// The message of the moment, and the question about defaults that moved.
pub(super) fn shown(state: &UseReducerHandle<AppState>, keeper: &Rc<Keeper>) -> Html {
    html! {
        <>
            { note(state, keeper) }
            if !state.moved.is_empty() { { moved(state) } }
        </>
    }
}

fn note(state: &UseReducerHandle<AppState>, keeper: &Rc<Keeper>) -> Html {
    let Some(note) = &state.note else { return html! {} };
    let lang = state.lang;
    let on_close = {
        let state = state.dispatcher();
        Callback::from(move |()| state.dispatch(Action::Quiet))
    };
    let (kind, message) = match note {
        Note::Sentence { ja, en } => {
            let happened = if lang == Lang::Ja { ja.clone() } else { en.clone() };
            return html! { <Notice kind={NoticeKind::Warning} {happened} {on_close} {lang} /> };
        }
        Note::WorkerRestarted => (NoticeKind::Done, &words::RESTARTED),
        Note::WorkerGaveUp => (NoticeKind::Failed, &words::GAVE_UP),
        Note::NotSaved => (NoticeKind::Warning, &words::NOT_SAVED),
        Note::StorageFull => (NoticeKind::Warning, &words::STORAGE_FULL),
        Note::ReadOnly => (NoticeKind::Warning, &words::READ_ONLY),
        Note::OtherTab => (NoticeKind::Warning, &words::OTHER_TAB),
        Note::TwoVersions => (NoticeKind::Done, &words::TWO_VERSIONS),
        Note::RoomNotLoaded => (NoticeKind::Failed, &words::ROOM_NOT_LOADED),
        Note::Damaged => (NoticeKind::Warning, &words::DAMAGED),
        Note::OtherData => (NoticeKind::Warning, &words::OTHER_DATA),
    };
    let action = match note {
        Note::NotSaved | Note::StorageFull | Note::ReadOnly => Some(export(state)),
        Note::OtherTab => {
            let (keeper, to) = (keeper.clone(), state.dispatcher());
            let on_press = Callback::from(move |()| take_other(&keeper, &to));
            Some(NoticeAction { label: words::TAKE_OTHER.get(lang).into(), on_press })
        }
        Note::OtherData => Some(NoticeAction {
            label: words::SEE_DATA.get(lang).into(),
            on_press: Callback::from(|()| page::set_address("#/data")),
        }),
        _ => None,
    };
    let [happened, kept, next] =
        [message.happened, message.kept, message.next].map(|t| t.get(lang));
    html! { <Notice {kind} {happened} {kept} {next} {action} {on_close} {lang} /> }
}

fn export(state: &UseReducerHandle<AppState>) -> NoticeAction {
    let (scenario, lang) = (state.scenario.clone(), state.lang);
    let on_press = Callback::from(move |()| {
        files::save_scenario(&scenario, lang);
    });
    NoticeAction { label: words::EXPORT.get(lang).into(), on_press }
}

/// Which defaults moved since the scenario was saved, and whether to keep the former ones.
fn moved(state: &UseReducerHandle<AppState>) -> Html {
    let lang = state.lang;
    let labels: Vec<&str> = state.moved.iter().map(|former| label(former, lang)).collect();
    let (keep_former, take) = (state.dispatcher(), state.dispatcher());
    let action = Some(NoticeAction {
        label: words::KEEP_FORMER.get(lang).into(),
        on_press: Callback::from(move |()| keep_former.dispatch(Action::KeepFormer)),
    });
    let on_take = Callback::from(move |_: MouseEvent| take.dispatch(Action::TakeDefaults));
    html! {
        <>
            <Notice kind={NoticeKind::Warning} happened={words::moved(lang, &labels)} {action}
                {lang} />
            <button type="button" class="button secondary" onclick={on_take}>
                { words::TAKE_DEFAULTS.get(lang) }
            </button>
        </>
    }
}

fn label(former: &Former, lang: Lang) -> &'static str {
    match former {
        Former::Lever { lever, .. } => lever.spec().label.get(lang),
        Former::Assumption { id, .. } => id.spec().label.get(lang),
    }
}

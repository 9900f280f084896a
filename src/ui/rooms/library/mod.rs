//! The library (案の一覧): every scenario kept here, to open, name, copy, compare and hand on.

pub mod deeds;
pub mod link_out;
pub mod own_data;
pub mod row;
pub mod tools;
pub mod versions;
pub mod words;

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::Shown;
use crate::scenario::shelf::{Order, Summary, arrange};
use crate::ui::components::notice::{Notice, NoticeAction, NoticeKind};
use crate::ui::state::Action;
use crate::ui::storage::channel::Channel;
use crate::ui::storage::shelves::{Damaged, Shelves};
use crate::ui::{files, inbox, keep, page};
use deeds::{Deed, Said, perform};
use row::Row;
use tools::{Tools, Wanted};

/// What the room has read.
#[derive(Clone, Default)]
struct Read {
    shelves: Option<Rc<Shelves>>,
    all: Rc<[Summary]>,
    damaged: Rc<[Damaged]>,
    has_failed: bool,
    is_read: bool,
}

#[component]
pub fn LibraryRoom(props: &Shown) -> Html {
    let lang = props.state.lang;
    let read = use_state(Read::default);
    let said = use_state_eq(Said::default);
    let wanted = use_state_eq(Wanted::default);
    let chosen = use_state_eq(Vec::<String>::new);
    let on_deed = use_deeds(props, &read, &said);
    {
        let on_deed = on_deed.clone();
        use_effect_with((), move |()| {
            on_deed.emit(Deed::TakeInbox);
            // Also told of what this very page saves.
            let look = on_deed.clone();
            let channel = Channel::new(move |_| look.emit(Deed::Look));
            let listener = web_sys::window().map(|window| {
                EventListener::new(&window, inbox::ARRIVED, move |_| on_deed.emit(Deed::TakeInbox))
            });
            move || drop((listener, channel))
        });
    }
    let on_choose = {
        let chosen = chosen.clone();
        Callback::from(move |id: String| {
            let mut next = (*chosen).clone();
            match next.iter().position(|other| *other == id) {
                Some(at) => drop(next.remove(at)),
                None => next.push(id),
            }
            chosen.set(next);
        })
    };
    let order: Order = wanted.order;
    let shown = arrange(&read.all, &wanted.query, &wanted.tag, order);
    let is_empty = read.all.iter().all(|s| s.removed.is_some());
    html! {
        <div class="library" data-library={read.is_read.to_string()}>
            <div class="room-head">
                <h2>{ words::TITLE.get(lang) }</h2>
                <p>{ words::LEAD.get(lang) }</p>
            </div>
            { messages(props, &read, &said, &on_deed) }
            <Tools all={read.all.clone()} wanted={(*wanted).clone()} n_shown={shown.len()}
                chosen={(*chosen).clone()} {lang} on_deed={on_deed.clone()}
                on_want={let wanted = wanted.clone(); Callback::from(move |w| wanted.set(w))} />
            if read.is_read && is_empty { <p class="empty">{ words::EMPTY.get(lang) }</p> }
            else if read.is_read && shown.is_empty() {
                <p class="empty">{ words::NONE_FOUND.get(lang) }</p>
            }
            { rows(props, &read, &shown, &chosen, &on_deed, &on_choose) }
            { damaged(&read, lang, &on_deed) }
        </div>
    }
}

fn rows(
    props: &Shown,
    read: &Read,
    shown: &[Summary],
    chosen: &[String],
    on_deed: &Callback<Deed>,
    on_choose: &Callback<String>,
) -> Html {
    let Some(shelves) = &read.shelves else { return html! {} };
    let aims: Rc<[_]> = props.city.ground.aims.clone().into();
    let open = keep::open_here();
    let row = |summary: &Summary| {
        html! {
            <Row key={summary.id.clone()} summary={summary.clone()} aims={aims.clone()}
                shelves={shelves.clone()} is_open={open.as_ref() == Some(&summary.id)}
                is_chosen={chosen.contains(&summary.id)} lang={props.state.lang}
                on_deed={on_deed.clone()} on_choose={on_choose.clone()} />
        }
    };
    html! { <ul class="shelf">{ for shown.iter().map(row) }</ul> }
}

/// Does one deed at a time and then reads the shelves again.
#[hook]
fn use_deeds(
    props: &Shown,
    read: &UseStateHandle<Read>,
    said: &UseStateHandle<Said>,
) -> Callback<Deed> {
    let (read, said) = (read.setter(), said.setter());
    let (dispatcher, lang) = (props.state.dispatcher(), props.state.lang);
    use_callback(lang, move |deed: Deed, lang| {
        let (read, said, lang) = (read.clone(), said.clone(), *lang);
        let dispatcher = dispatcher.clone();
        yew::platform::spawn_local(async move {
            let Ok(shelves) = Shelves::open().await else {
                read.set(Read { is_read: true, ..Read::default() });
                return;
            };
            let is_look = matches!(deed, Deed::Look);
            let done = perform(&shelves, deed, lang).await;
            let has_failed = done.is_err();
            let done = done.unwrap_or_default();
            if let Some(scenario) = done.becomes.clone() {
                dispatcher.dispatch(Action::Become(scenario));
            }
            if !is_look {
                said.set(done);
            }
            let all = shelves.all().await.unwrap_or_default().into();
            let damaged = shelves.damaged().await.unwrap_or_default().into();
            read.set(Read { shelves: Some(shelves), all, damaged, has_failed, is_read: true });
            page::mark("mitoshi:library-read");
        });
    })
}

fn messages(props: &Shown, read: &Read, said: &Said, on_deed: &Callback<Deed>) -> Html {
    let lang = props.state.lang;
    let warning = |text: &str| {
        html! { <Notice kind={NoticeKind::Warning} happened={text.to_owned()} {lang} /> }
    };
    let undo = said.removed.clone().map(|id| NoticeAction {
        label: words::UNDO_DELETE.get(lang).into(),
        on_press: on_deed.reform(move |()| Deed::BringBack(id.clone())),
    });
    let offer = said.offered.clone().map(|id| NoticeAction {
        label: words::EXPORT.get(lang).into(),
        on_press: on_deed.reform(move |()| Deed::Export(id.clone())),
    });
    let action = undo.or(offer);
    let is_read_only = read.shelves.as_ref().is_some_and(|shelves| shelves.is_read_only());
    html! {
        <div role="status" data-said="">
            if read.is_read && read.shelves.is_none() { { warning(words::NO_STORAGE.get(lang)) } }
            if is_read_only { { warning(words::READ_ONLY.get(lang)) } }
            if read.has_failed { { warning(words::FAILED.get(lang)) } }
            if let Some((first, rest)) = said.lines.split_first() {
                <Notice kind={NoticeKind::Done} happened={first.clone()} next={rest.join(" ")}
                    {action} {lang} />
            }
            { for said.by_hand.as_deref().map(|address| link_out::by_hand(address, lang)) }
        </div>
    }
}

fn damaged(read: &Read, lang: crate::i18n::Lang, on_deed: &Callback<Deed>) -> Html {
    if read.damaged.is_empty() {
        return html! {};
    }
    let export = {
        let damaged = read.damaged.clone();
        Callback::from(move |_: MouseEvent| {
            let texts: Vec<String> =
                damaged.iter().map(|(key, text)| format!("{key}\n{text}\n")).collect();
            files::save_text("mitoshi-damaged.txt", "text/plain", &texts.join("\n"));
        })
    };
    let forget = on_deed.reform(|_: MouseEvent| Deed::ForgetDamaged);
    html! {
        <section class="panel damaged" data-damaged="">
            <h3>{ words::DAMAGED.get(lang) }</h3>
            <p>{ words::DAMAGED_LEAD.get(lang) }</p>
            <button type="button" class="button secondary" data-deed="export-damaged"
                onclick={export}>{ words::EXPORT.get(lang) }</button>
            <button type="button" class="button text" onclick={forget}>
                { words::FORGET.get(lang) }
            </button>
        </section>
    }
}

//! The page: its state, its workers, what is saved, and the room that is open.

use std::rc::Rc;

use yew::prelude::*;

use super::charts::export::ground;
use super::components::tabs::{Room as RoomTab, RoomTabs};
use super::inbox::use_inbox;
use super::keeping::use_keeping;
use super::late::{Part, use_late};
use super::moves::Moves;
use super::pool::{Heard, Pool};
use super::programs::{use_focus_on_room, use_hand_over, use_prefetch};
use super::rooms::{Shown, View};
use super::route::{Program, Room, RoomSpec, use_room};
use super::state::{Action, AppState, Note};
use super::storage::keeper::{Keeper, Opened};
use super::undo::UndoTools;
use super::{keep, notes, page, words};
use crate::protocol::Answer;
use crate::scenario::Scenario;
use crate::worker::desk::City;

#[derive(Properties)]
pub struct AppProps {
    pub city: Rc<City>,
    /// The municipality, packed, for the workers.
    pub packed: Rc<[u8]>,
    pub embedded: Option<Answer>,
    pub keeper: Rc<Keeper>,
    /// What the keeper had when the page opened.
    pub opened: Opened,
    pub program: Program,
    /// The rooms this program has.
    pub view: View,
    /// Ends this program, so that the other one can take over.
    pub leave: Callback<()>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.city, &other.city)
    }
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer_eq(|| opening(props));
    let moves = use_memo((), |()| Moves::default());
    let pool = use_pool(&state, &props.packed, &moves);
    use_asking(&state, &pool, &moves);
    use_keeping(&state, &props.keeper);
    use_inbox(&state, &props.keeper);
    use_closing(&pool);
    ground::note(&props.opened.town, &state);
    let lang = state.lang;
    use_effect_with(lang, |lang| page::set_language(*lang));
    let (other, code, name) = words::other_language(lang);
    let speak = {
        let state = state.dispatcher();
        Callback::from(move |_: MouseEvent| {
            keep::save_language(other);
            state.dispatch(Action::Speak(other));
        })
    };
    let is_ready = (state.is_settled() || state.is_compared()) && !state.behind.has_any();
    let (late, ()) = use_late(&state, Part::Levers, &());
    let (answered, n_done) = state.answer.as_ref().map_or((0, 0), |a| (a.revision, a.n_done));
    let room = use_room();
    let main = use_node_ref();
    let shown = use_hand_over(&state, props.program, room, &props.leave);
    use_prefetch(props.program, is_ready);
    use_focus_on_room(&main, room);
    let skip = {
        let main = main.clone();
        // The fragment names the room, so the link's own address is not gone to.
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            page::go_to(&main);
        })
    };
    let tab = |spec: &RoomSpec| {
        let mut tab = spec.tab(lang);
        // Help begins with what it says about the room one comes from.
        if spec.room == Room::HELP && room != Room::HELP {
            tab.href = room.href().replacen('/', "/help/", 1).into();
        }
        tab
    };
    let rooms: Rc<[RoomTab]> = Room::ALL.iter().filter(|spec| spec.has_tab()).map(tab).collect();
    let given = Shown { city: props.city.clone(), state: state.clone() };
    let body = shown.and_then(|room| (props.view)(room, &given));
    let body = body.unwrap_or_else(|| html! { <p>{ words::LOADING.get(lang) }</p> });
    html! {
        <div class="app">
            <a class="skip-link" href="#main" onclick={skip}>{ words::SKIP.get(lang) }</a>
            <header class="app-header">
                <h1 class="brand">
                    { words::TITLE.get(lang) }
                    <span class="place">{ props.city.facts.name.get(lang) }</span>
                </h1>
                <RoomTabs label={words::ROOMS.get(lang)} {rooms} current={room.href()} />
                <div class="app-tools">
                    <UndoTools city={props.city.clone()} history={late.history.clone()} {lang}
                        dispatcher={state.dispatcher()} />
                    <button type="button" class="button text small" data-lang={code} lang={code}
                        onclick={speak}>{ name }</button>
                </div>
            </header>
            <main id="main" class="room" ref={main} tabindex="-1"
                data-ready={if is_ready { "true" } else { "false" }}
                data-revision={state.revision.to_string()}
                data-answered={answered.to_string()} data-draws={n_done.to_string()}>
                <div class="notices" role="status">
                    { notes::shown(&state, &props.keeper) }
                </div>
                { body }
            </main>
        </div>
    }
}

fn opening(props: &AppProps) -> AppState {
    let Opened { scenario, history, note, .. } = props.opened.clone();
    let embedded = props.embedded.clone().map(|answer| (Scenario::default(), answer));
    let scenario = scenario.map_or_else(Scenario::default, |scenario| (*scenario).clone());
    let mut state = AppState::opening(scenario, keep::language(), embedded);
    if let Some(history) = history {
        state.scenario = history.now().scenario.clone();
        state.history = history;
    }
    let has_other_data = state.scenario.has_other_data(props.city.ground.data_hash);
    state.note = note.or(has_other_data.then_some(Note::OtherData));
    state
}

#[hook]
fn use_pool(state: &UseReducerHandle<AppState>, packed: &Rc<[u8]>, moves: &Rc<Moves>) -> Rc<Pool> {
    let (dispatcher, packed, moves) = (state.dispatcher(), packed.clone(), moves.clone());
    use_memo((), |()| {
        let on_heard = Callback::from(move |heard| {
            dispatcher.dispatch(match heard {
                Heard::Answer(answer) => {
                    moves.heard(answer.revision, &dispatcher);
                    Action::Answered(answer)
                }
                Heard::Compared(found) => Action::Compared(found),
                Heard::Progress { revision, n_done } => Action::Progressed { revision, n_done },
                Heard::Refused { revision, ja, en } => Action::Refused { revision, ja, en },
                Heard::Restarted => Action::Say(Note::WorkerRestarted),
                Heard::GaveUp => Action::Say(Note::WorkerGaveUp),
            });
        });
        Pool::new(packed, page::workers_asked_for(), page::n_cores(), on_heard)
    })
}

/// Workers outlive the handles on them: they are sent home when the page is left.
#[hook]
fn use_closing(pool: &Rc<Pool>) {
    let pool = pool.clone();
    use_effect_with((), move |()| move || pool.close());
}

/// Every new revision is a new question; the workers drop the one before.
#[hook]
fn use_asking(state: &UseReducerHandle<AppState>, pool: &Rc<Pool>, moves: &Rc<Moves>) {
    let (asked, to, moves) = (state.clone(), pool.clone(), moves.clone());
    use_effect_with(state.revision, move |&revision| {
        moves.note(revision, &asked.dispatcher());
        if !asked.is_moving() {
            to.ask(asked.ask());
            return;
        }
        // A worker that wakes takes the page's core for a moment: it may when the line is drawn. A
        // newer move asks for itself.
        page::after_frame(move || {
            if asked.revision == revision {
                to.ask(asked.ask());
            }
        });
    });
    let (asked, to) = (state.clone(), pool.clone());
    use_effect_with(state.is_moving(), move |is_moving| {
        if !*is_moving {
            to.rest(asked.revision);
        }
    });
}

//! The page: its state, its workers, what is saved, and the room that is open.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use yew::prelude::*;

use super::charts::export::ground;
use super::components::tabs::{Room as RoomTab, RoomTabs};
use super::inbox::use_inbox;
use super::keeping::use_keeping;
use super::late::{N_FRAMES, Part, use_late};
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

/// How long after the move that it answers an answer may still wait for a frame without a move: a
/// frame less than bands may take.
const PATIENCE_MS: f64 = 80.0;

/// What is drawn in one frame, as long as it takes no longer than this; and what it takes in pieces
/// instead, about.
const AT_ONCE_MS: f64 = 20.0;
const PIECES_COST: f64 = 1.5;
/// A finger that has not moved for so long rests.
const REST_MS: f64 = 100.0;
/// Until it rests, a part of the room comes as seldom as this: the next move is not to find the page
/// busy.
const PART_MS: f64 = 250.0;
/// Where the graph takes longer than this it is drawn with a move, and so is each part, half as
/// often; by itself only when the finger has not moved for so long.
const GRAPH_MS: f64 = 12.0;
const APART_MS: f64 = 60.0;

/// When the last revisions came, the newest first, and the frames that are due for their answers.
#[derive(Default)]
struct Moves {
    came_ms: RefCell<VecDeque<(u64, f64)>>,
    n_due: Cell<u32>,
    /// When a part of the room was last drawn by itself.
    part_ms: Cell<f64>,
    /// What the frames since the newest answer have taken.
    took_ms: Cell<f64>,
    /// What the graph took the last times that it was drawn by itself.
    graph_ms: Cell<[f64; 3]>,
    /// All in one frame took too long the last time.
    in_pieces: Cell<bool>,
}

impl Moves {
    /// Questions wait for one another, but never so many.
    const N_MAX: usize = 32;

    fn note(&self, revision: u64) {
        let mut moves = self.came_ms.borrow_mut();
        moves.truncate(Self::N_MAX - 1);
        moves.push_front((revision, page::now_ms()));
    }

    /// An answer has come. Whether frames were due already.
    fn expect_frames(&self) -> bool {
        self.took_ms.set(0.0);
        0 < self.n_due.replace(if self.in_pieces.get() { N_FRAMES } else { 1 })
    }

    /// Whether the graph has not been drawn with the newest answer yet.
    fn owes_graph(&self) -> bool {
        self.n_due.get() == N_FRAMES
    }

    /// Whether the frame that begins is one to draw more than a move in.
    fn has_room(&self, began_ms: f64, until_ms: f64) -> bool {
        let still_ms = began_ms - self.last_ms();
        let has_move = still_ms <= 0.0;
        let has_time = !has_move || until_ms <= began_ms;
        if !self.in_pieces.get() {
            return has_time;
        }
        let rests_or =
            |every_ms: f64| REST_MS <= still_ms || self.part_ms.get() + every_ms <= began_ms;
        if !self.is_slow() {
            return if self.owes_graph() { has_time } else { rests_or(PART_MS) };
        }
        // A frame between two moves would be what the second one waits for. A move draws the graph
        // with the answer that waits, for little more than its own.
        if has_move {
            self.n_due.set(self.n_due.get().min(N_FRAMES - 1));
            return rests_or(2.0 * PART_MS);
        }
        if self.owes_graph() { APART_MS <= still_ms } else { REST_MS <= still_ms }
    }

    /// Whether the graph alone takes most of the time between two moves, and not once by chance.
    fn is_slow(&self) -> bool {
        self.graph_ms.get().iter().all(|took_ms| GRAPH_MS < *took_ms)
    }

    /// A frame is being drawn that began now.
    fn draw_frame(self: &Rc<Self>) {
        let (moves, began_ms) = (self.clone(), page::now_ms());
        let is_graph = moves.owes_graph();
        if !is_graph {
            moves.part_ms.set(began_ms);
        }
        moves.n_due.set(moves.n_due.get().saturating_sub(1));
        page::soon(move || {
            let took_ms = page::now_ms() - began_ms;
            moves.took_ms.set(moves.took_ms.get() + took_ms);
            if is_graph {
                let [newest, former, _] = moves.graph_ms.get();
                moves.graph_ms.set([took_ms, newest, former]);
            }
            if moves.n_due.get() == 0 {
                let cost = if moves.in_pieces.get() { PIECES_COST } else { 1.0 };
                moves.in_pieces.set(AT_ONCE_MS * cost < moves.took_ms.get());
            }
        });
    }

    fn last_ms(&self) -> f64 {
        self.came_ms.borrow().front().map_or(0.0, |(_, ms)| *ms)
    }

    fn ms_of(&self, revision: u64) -> f64 {
        let moves = self.came_ms.borrow();
        moves.iter().find(|(known, _)| *known == revision).map_or(0.0, |(_, ms)| *ms)
    }
}

#[hook]
fn use_pool(state: &UseReducerHandle<AppState>, packed: &Rc<[u8]>, moves: &Rc<Moves>) -> Rc<Pool> {
    let (dispatcher, packed, moves) = (state.dispatcher(), packed.clone(), moves.clone());
    use_memo((), |()| {
        let on_heard = Callback::from(move |heard| {
            dispatcher.dispatch(match heard {
                Heard::Answer(answer) => {
                    let until_ms = moves.ms_of(answer.revision) + PATIENCE_MS;
                    // Frames that are due already go on: they have waited longer.
                    if !moves.expect_frames() {
                        catch_up(dispatcher.clone(), moves.clone(), until_ms);
                    }
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

/// Draws what an answer changes in the next frame that has no move in it, or a piece in each of them.
fn catch_up(to: UseReducerDispatcher<AppState>, moves: Rc<Moves>, until_ms: f64) {
    page::before_frame(move |began_ms| {
        if moves.has_room(began_ms, until_ms) {
            moves.draw_frame();
            to.dispatch(Action::CatchUp { all: !moves.in_pieces.get() });
        }
        if 0 < moves.n_due.get() {
            catch_up(to, moves, until_ms);
        }
    });
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
        moves.note(revision);
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

//! The hooks that keep the open scenario: half a second after the last change, when the page is
//! left, and in peace with other tabs.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::state::{Action, AppState, Note};
use super::storage::database::Fault;
use super::storage::keeper::{Keeper, Outcome, Snapshot};
use super::{keep, words};

const REST_MS: u32 = 500;
/// Until then a change is drawn, and is held for a page that goes before its save has begun and
/// without a word.
const DRAWN_MS: u32 = 20;

/// What has still to be saved, or what stands on the page now.
type Held = Rc<RefCell<Option<Snapshot>>>;

#[hook]
pub(super) fn use_keeping(state: &UseReducerHandle<AppState>, keeper: &Rc<Keeper>) {
    let unsaved: Held = use_mut_ref(|| None);
    let newest: Held = use_mut_ref(|| None);
    let save = {
        let (keeper, unsaved, dispatcher) = (keeper.clone(), unsaved.clone(), state.dispatcher());
        let last = use_mut_ref(|| Outcome::Kept);
        use_callback((), move |(), ()| {
            let Some(snapshot) = unsaved.take() else { return };
            let (keeper, dispatcher, last) = (keeper.clone(), dispatcher.clone(), last.clone());
            yew::platform::spawn_local(async move {
                let outcome = keeper.save(snapshot.clone()).await;
                // Said once, and not again at every change.
                if last.replace(outcome.clone()) != outcome || outcome == Outcome::TwoVersions {
                    tell(&outcome, &snapshot, &dispatcher);
                }
            });
        })
    };
    {
        let (keeper, save, newest) = (keeper.clone(), save.clone(), newest.clone());
        let snapshot = Snapshot {
            scenario: state.scenario.clone(),
            history: state.history.clone(),
            found: state.found(),
            is_open_question: !state.moved.is_empty(),
        };
        // Not with each move of a held slider: writing it out takes longer than drawing a line.
        let is_held = state.history.is_held();
        let key = (state.scenario.clone(), snapshot.found.clone(), state.moved.clone(), is_held);
        use_effect_with(key, move |_| {
            newest.replace(Some(snapshot.clone()));
            // What is saved already, or set back while a save is under way, the keeper knows.
            unsaved.replace(Some(snapshot));
            let save = Timeout::new(REST_MS, move || save.emit(()));
            let hold = (!is_held).then(|| {
                Timeout::new(DRAWN_MS, move || keeper.hand_over(newest.borrow().as_ref()))
            });
            move || drop((save, hold))
        });
    }
    let leave = {
        let keeper = keeper.clone();
        move || {
            // Saving may fail, or not be done when the page or the program is gone.
            keeper.hand_over(newest.borrow().as_ref());
            save.emit(());
        }
    };
    use_effect_with((), move |()| {
        // A tab may be killed at any time after it was hidden.
        let listener = web_sys::window().and_then(|window| window.document()).map(|document| {
            let leave = leave.clone();
            EventListener::new(&document, "visibilitychange", move |_| leave())
        });
        move || {
            drop(listener);
            leave();
        }
    });
    use_other_tabs(state, keeper);
}

#[hook]
fn use_other_tabs(state: &UseReducerHandle<AppState>, keeper: &Rc<Keeper>) {
    let (keeper, dispatcher) = (keeper.clone(), state.dispatcher());
    use_effect_with((), move |()| {
        if keeper.is_read_only() {
            dispatcher.dispatch(Action::Say(Note::ReadOnly));
        }
        keeper.listen(move || dispatcher.dispatch(Action::Say(Note::OtherTab)));
    });
}

fn tell(outcome: &Outcome, snapshot: &Snapshot, to: &UseReducerDispatcher<AppState>) {
    let note = match outcome {
        Outcome::Kept => return,
        Outcome::TwoVersions => {
            let name = words::of_this_tab(keep::language(), &snapshot.scenario.name);
            to.dispatch(Action::Name(name));
            Note::TwoVersions
        }
        Outcome::ReadOnly => Note::ReadOnly,
        Outcome::Failed(Fault::Full) => Note::StorageFull,
        Outcome::Failed(_) => Note::NotSaved,
    };
    to.dispatch(Action::Say(note));
}

/// Takes what another tab has saved; what was here stays in the history.
pub(super) fn take_other(keeper: &Rc<Keeper>, to: &UseReducerDispatcher<AppState>) {
    let (keeper, to) = (keeper.clone(), to.clone());
    yew::platform::spawn_local(async move {
        if let Some(scenario) = keeper.take_other().await {
            to.dispatch(Action::Become(scenario));
            to.dispatch(Action::Quiet);
        }
    });
}

//! One page of two programs: where the address asks for a room that this program does not have,
//! it saves, ends, and the other one takes over. `assets/boot.js` holds both.

use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::page;
use super::route::{Program, Room};
use super::state::{Action, AppState, Note};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = mitoshi)]
    fn open(name: &str, leave: &Closure<dyn FnMut()>, failed: &Closure<dyn FnMut()>);

    #[wasm_bindgen(js_namespace = mitoshi)]
    fn prefetch(name: &str);

    #[wasm_bindgen(js_namespace = mitoshi, js_name = isTakenOver)]
    fn is_taken_over() -> bool;
}

/// The room to show: that of the address, or the last one of ours while the other program is on
/// its way. None where the page was opened at an address that is not ours.
#[hook]
pub(super) fn use_hand_over(
    state: &UseReducerHandle<AppState>,
    program: Program,
    room: Room,
    leave: &Callback<()>,
) -> Option<Room> {
    let shown = use_mut_ref(|| None::<Room>);
    if room.spec().program == program {
        shown.replace(Some(room));
    }
    let closures = {
        let (leave, dispatcher, shown) = (leave.clone(), state.dispatcher(), shown.clone());
        use_memo((), move |()| {
            let failed = move || {
                dispatcher.dispatch(Action::Say(Note::RoomNotLoaded));
                // The address goes back too, so that the same link can be tried again.
                page::set_address((*shown.borrow()).unwrap_or(program.first_room()).href());
            };
            (
                Closure::<dyn FnMut()>::new(move || leave.emit(())),
                Closure::<dyn FnMut()>::new(failed),
            )
        })
    };
    // Also when it is ours: the reader may have come back before the other program was there.
    use_effect_with(room, move |room| {
        open(room.spec().program.name(), &closures.0, &closures.1);
    });
    *shown.borrow()
}

/// Loads the other program in a quiet moment, once this page is usable.
#[hook]
pub(super) fn use_prefetch(program: Program, is_ready: bool) {
    use_effect_with(is_ready, move |is_ready| {
        let load = move || prefetch(program.other().name());
        let timer = is_ready.then(|| Timeout::new(page::QUIET_MS, load));
        move || drop(timer)
    });
}

/// Whoever goes to another room finds the keyboard's focus in it, and reads on from its top; who
/// has just opened the page finds it where a page starts.
#[hook]
pub(super) fn use_focus_on_room(main: &NodeRef, room: Room) {
    let main = main.clone();
    let is_first = use_mut_ref(|| true);
    use_effect_with(room, move |_| {
        let is_first = std::mem::replace(&mut *is_first.borrow_mut(), false);
        if !is_first || is_taken_over() {
            page::go_to(&main);
        }
    });
}

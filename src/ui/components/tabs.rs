//! Rooms as links in the header, and tabs inside a room.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct Room {
    /// `#/forecast`
    pub href: AttrValue,
    pub label: AttrValue,
}

#[derive(Properties, PartialEq)]
pub struct RoomTabsProps {
    /// What the list is, read out.
    pub label: AttrValue,
    pub rooms: Rc<[Room]>,
    pub current: AttrValue,
}

/// Links, not ARIA tabs: each room has its own address, and the back button works.
#[component]
pub fn RoomTabs(props: &RoomTabsProps) -> Html {
    let one = |room: &Room| {
        let current = (room.href == props.current).then_some("page");
        html! { <li><a href={&room.href} aria-current={current}>{ &room.label }</a></li> }
    };
    html! {
        <nav class="rooms" aria-label={&props.label}>
            <ul>{ for props.rooms.iter().map(one) }</ul>
        </nav>
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    pub key: AttrValue,
    pub label: AttrValue,
}

#[derive(Properties, PartialEq)]
pub struct TabsProps {
    /// Prefix of the ids; must be the only one of its name on the page.
    pub name: AttrValue,
    pub label: AttrValue,
    pub tabs: Rc<[Tab]>,
    pub chosen: AttrValue,
    /// Gets the key.
    pub on_choose: Callback<AttrValue>,
    /// The chosen tab's panel.
    pub children: Html,
}

/// Tabs in one place: arrow keys move, and only the chosen one is in the tab order.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let list = use_node_ref();
    let onkeydown = {
        let (tabs, chosen) = (props.tabs.clone(), props.chosen.clone());
        let (on_choose, list) = (props.on_choose.clone(), list.clone());
        Callback::from(move |event: KeyboardEvent| {
            let at = tabs.iter().position(|tab| tab.key == chosen).unwrap_or(0);
            let Some(next) = after_key(at, tabs.len(), &event.key()) else { return };
            event.prevent_default();
            on_choose.emit(tabs[next].key.clone());
            let button = list.cast::<HtmlElement>().and_then(|l| l.children().item(next as u32));
            if let Some(button) =
                button.and_then(|b| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(b).ok())
            {
                // Focus can only fail on an element that is no longer there.
                button.focus().ok();
            }
        })
    };
    let id = |part: &str, key: &str| format!("{}-{part}-{key}", props.name);
    let one = |tab: &Tab| {
        let is_chosen = tab.key == props.chosen;
        let onclick = {
            let key = tab.key.clone();
            props.on_choose.reform(move |_: MouseEvent| key.clone())
        };
        html! {
            <button type="button" role="tab" class="tab" id={id("tab", &tab.key)} {onclick}
                aria-selected={is_chosen.to_string()} aria-controls={id("panel", &props.chosen)}
                tabindex={if is_chosen { "0" } else { "-1" }}>
                { &tab.label }
            </button>
        }
    };
    html! {
        <div class="tabs">
            <div class="tab-list" role="tablist" aria-label={&props.label} ref={list} {onkeydown}>
                { for props.tabs.iter().map(one) }
            </div>
            <div class="tab-panel" role="tabpanel" id={id("panel", &props.chosen)}
                aria-labelledby={id("tab", &props.chosen)}>
                { props.children.clone() }
            </div>
        </div>
    }
}

/// Round and round, as everywhere else.
pub fn after_key(at: usize, n_tabs: usize, key: &str) -> Option<usize> {
    if n_tabs == 0 {
        return None;
    }
    match key {
        "ArrowRight" => Some((at + 1) % n_tabs),
        "ArrowLeft" => Some((at + n_tabs - 1) % n_tabs),
        "Home" => Some(0),
        "End" => Some(n_tabs - 1),
        _ => None,
    }
}

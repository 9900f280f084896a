//! The page.
pub mod charts;
pub mod components;

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <main><h1>{ "見通し" }</h1></main> }
}

pub fn start() {
    yew::Renderer::<App>::new().render();
}

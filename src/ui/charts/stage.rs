//! Where a chart meets its reader: how large it may be, and where the cursor stands.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use super::scale::px;

/// Where something can be pointed at. A coordinate that does not count is NaN: charts with a time
/// axis are pointed at by column, lists by row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    pub x: f64,
    pub y: f64,
}

impl Hit {
    pub fn column(x: f64) -> Self {
        Self { x, y: f64::NAN }
    }

    pub fn row(y: f64) -> Self {
        Self { x: f64::NAN, y }
    }

    fn from(&self, x: f64, y: f64) -> (f64, f64) {
        let apart = |a: f64, b: f64| if a.is_nan() || b.is_nan() { 0.0 } else { a - b };
        (apart(self.x, x), apart(self.y, y))
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Toward {
    Left,
    Right,
    Up,
    Down,
}

pub fn nearest(hits: &[Hit], x: f64, y: f64) -> Option<usize> {
    let distance = |hit: &Hit| {
        let (dx, dy) = hit.from(x, y);
        dx * dx + dy * dy
    };
    (0..hits.len()).min_by(|&a, &b| distance(&hits[a]).total_cmp(&distance(&hits[b])))
}

/// The next thing in a direction, preferring what lies straight ahead.
pub fn next(hits: &[Hit], from: usize, toward: Toward) -> usize {
    let Some(here) = hits.get(from) else { return 0 };
    let cost = |hit: &Hit| {
        let (dx, dy) = hit.from(here.x, here.y);
        let (ahead, aside) = match toward {
            Toward::Left => (-dx, dy),
            Toward::Right => (dx, dy),
            Toward::Up => (-dy, dx),
            Toward::Down => (dy, dx),
        };
        (ahead > 0.5 && aside.abs() <= ahead * 2.0).then_some(ahead + 3.0 * aside.abs())
    };
    let candidates = hits.iter().enumerate().filter_map(|(i, hit)| Some((i, cost(hit)?)));
    candidates.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(from, |(i, _)| i)
}

/// Where a key takes the cursor; `None` if the key is not ours.
pub fn after_key(hits: &[Hit], cursor: Option<usize>, key: &str) -> Option<Option<usize>> {
    let last = hits.len().checked_sub(1)?;
    let go = |toward| Some(cursor.map_or(Some(last), |from| Some(next(hits, from, toward))));
    match key {
        "ArrowLeft" => go(Toward::Left),
        "ArrowRight" => go(Toward::Right),
        "ArrowUp" => go(Toward::Up),
        "ArrowDown" => go(Toward::Down),
        "Home" => Some(Some(0)),
        "End" => Some(Some(last)),
        "Escape" => Some(None),
        _ => None,
    }
}

/// What a chart knows about the page: its box, the box's size in CSS pixels, and the cursor.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    pub node: NodeRef,
    pub size: (f64, f64),
    pub cursor: Option<usize>,
    pub on_cursor: Callback<Option<usize>>,
}

impl Stage {
    /// Where a picture is higher than its box: scrolls to what the keys have come to.
    pub fn bring_into_sight(&self, hit: &Hit) {
        let Some(element) = self.node.cast::<Element>().filter(|_| hit.y.is_finite()) else {
            return;
        };
        let (top, height) = (f64::from(element.scroll_top()), f64::from(element.client_height()));
        let margin = height.min(80.0) / 2.0;
        if hit.y < top + margin || top + height - margin < hit.y {
            element.set_scroll_top((hit.y - height / 2.0) as i32);
        }
    }
}

/// `start` is the size before the page has told its own, and the size natively. With nothing to draw a
/// sentence takes the box's place: another box then, to be watched anew.
#[hook]
pub fn use_stage(start: (f64, f64), cursor: Option<usize>, is_empty: bool) -> Stage {
    let node = use_node_ref();
    let size = use_state_eq(|| start);
    let cursor = use_state_eq(|| cursor);
    let on_cursor = use_callback(cursor.setter(), |at, cursor| cursor.set(at));
    {
        let (node, size) = (node.clone(), size.setter());
        use_effect_with(is_empty, move |_| {
            let watched = node.cast::<Element>().map(|element| watch(element, size));
            move || {
                if let Some((observer, _called)) = watched {
                    observer.disconnect();
                }
            }
        });
    }
    Stage { node, size: *size, cursor: *cursor, on_cursor }
}

/// The picture itself. `what` names the kind of chart for its style sheet.
pub fn picture(
    what: &'static str,
    name: &AttrValue,
    summary: &AttrValue,
    size: (f64, f64),
    body: Html,
) -> Html {
    let (width, height) = (px(size.0), px(size.1));
    html! {
        <svg xmlns="http://www.w3.org/2000/svg" class={classes!("chart-svg", what)} role="img"
            aria-label={summary} data-chart={name}
            viewBox={format!("0 0 {width} {height}")} {width} {height}>
            { body }
        </svg>
    }
}

fn watch(
    element: Element,
    size: UseStateSetter<(f64, f64)>,
) -> (ResizeObserver, Closure<dyn Fn()>) {
    let measure = {
        let element = element.clone();
        move || {
            // Before any enlargement: a chart shown larger to a room has larger letters.
            let (width, height) = (element.client_width(), element.client_height());
            // A closed tab of the page has no size; the last one is better than none.
            if width >= 40 && height >= 40 {
                size.set((f64::from(width), f64::from(height)));
            }
        }
    };
    measure();
    let called = Closure::<dyn Fn()>::new(measure);
    let observer = ResizeObserver::new(called.as_ref().unchecked_ref())
        .expect("every browser that runs WebAssembly SIMD has ResizeObserver");
    observer.observe(&element);
    (observer, called)
}

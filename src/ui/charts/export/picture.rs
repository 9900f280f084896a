//! A picture that needs no style sheet: colours and letters are written into it, always those of
//! the light page, because it ends up on paper.

use web_sys::{Element, Window, window};

use crate::i18n::decimal;
use crate::ui::charts::scale::{px, text_width};

pub(super) struct Picture {
    pub svg: String,
    pub width: f64,
    pub height: f64,
}

/// What the style sheet decides about a shape, under the names SVG has for it too.
const LOOKS: [&str; 13] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "paint-order",
    "opacity",
    "font-family",
    "font-size",
    "font-weight",
    "font-variant-numeric",
];

const TITLE_PX: f64 = 30.0;
const CREDIT_PX: f64 = 24.0;
const MARGIN_PX: f64 = 12.0;

pub(super) fn standing_alone(svg: &Element, title: &str, credit: &str) -> Option<Picture> {
    let window = window()?;
    let document = window.document()?;
    // A corner of the page where it is always light, and nobody sees it.
    let corner = document.create_element("div").ok()?;
    corner.set_attribute("data-theme", "light").ok()?;
    corner.set_class_name("visually-hidden");
    corner.set_attribute("aria-hidden", "true").ok()?;
    let copy: Element =
        wasm_bindgen::JsCast::dyn_into(svg.clone_node_with_deep(true).ok()?).ok()?;
    corner.append_child(&copy).ok()?;
    document.body()?.append_child(&corner).ok()?;
    let picture = dressed(&window, &copy, title, credit);
    corner.remove();
    picture
}

fn dressed(window: &Window, copy: &Element, title: &str, credit: &str) -> Option<Picture> {
    let size = |name: &str| decimal::read(&copy.get_attribute(name)?);
    let (width, height) = (size("width")?, size("height")?);
    let marks = copy.query_selector_all(".cursor, .tip").ok()?;
    for i in 0..marks.length() {
        let mark: Element = wasm_bindgen::JsCast::dyn_into(marks.item(i)?).ok()?;
        mark.remove();
    }
    let words_width = text_width(title, 16.0).max(text_width(credit, 14.0));
    let (all_width, all_height) =
        (width.max(words_width) + 2.0 * MARGIN_PX, height + TITLE_PX + CREDIT_PX + 2.0 * MARGIN_PX);
    // The ground and the words are made as shapes like the others, and dressed with them.
    let make = |tag: &str, attributes: &[(&str, &str)], text: &str| {
        let element =
            copy.owner_document()?.create_element_ns(copy.namespace_uri().as_deref(), tag).ok()?;
        for (name, value) in attributes {
            element.set_attribute(name, value).ok()?;
        }
        element.set_text_content(Some(text));
        Some(element)
    };
    let (left, top) = (px(-MARGIN_PX), px(-MARGIN_PX - TITLE_PX));
    let (w, h) = (px(all_width), px(all_height));
    let ground = make(
        "rect",
        &[("class", "paper"), ("x", &left), ("y", &top), ("width", &w), ("height", &h)],
        "",
    )?;
    let heading =
        make("text", &[("class", "paper-title"), ("x", "0"), ("y", &px(-TITLE_PX / 2.0))], title)?;
    let credit = make(
        "text",
        &[("class", "tick"), ("x", "0"), ("y", &px(height + CREDIT_PX - 4.0))],
        credit,
    )?;
    copy.prepend_with_node_2(&ground, &heading).ok()?;
    copy.append_child(&credit).ok()?;
    dress(window, copy)?;
    copy.set_attribute("viewBox", &format!("{left} {top} {w} {h}")).ok()?;
    copy.set_attribute("width", &w).ok()?;
    copy.set_attribute("height", &h).ok()?;
    // HTML writes some things in its own way: the hard space by a name XML does not know, and «<»
    // in attributes as it is. No attribute of ours but the label could hold one.
    copy.remove_attribute("aria-label").ok()?;
    copy.remove_attribute("role").ok()?;
    copy.set_attribute("xmlns", "http://www.w3.org/2000/svg").ok()?;
    let svg = copy.outer_html().replace("&nbsp;", "\u{A0}");
    Some(Picture { svg, width: all_width, height: all_height })
}

fn dress(window: &Window, picture: &Element) -> Option<()> {
    let parts = picture.query_selector_all("*").ok()?;
    let mut dressed: Vec<(Element, Vec<(&str, String)>)> = Vec::new();
    for i in 0..parts.length() {
        let part: Element = wasm_bindgen::JsCast::dyn_into(parts.item(i)?).ok()?;
        let style = window.get_computed_style(&part).ok()??;
        let looks =
            LOOKS.iter().filter_map(|name| Some((*name, style.get_property_value(name).ok()?)));
        dressed.push((part, looks.collect()));
    }
    for (part, looks) in dressed {
        for (name, value) in looks {
            // A pattern is named by its place in the page: in a file, by its id alone.
            let is_pattern = value.contains("url(");
            if !(value.is_empty() || is_pattern) {
                part.set_attribute(name, &value).ok()?;
            }
        }
        part.remove_attribute("class").ok()?;
    }
    Some(())
}

//! The ways out of the page: a file, a picture drawn to a canvas, the clipboard.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, ClipboardItem, HtmlAnchorElement,
    HtmlCanvasElement, HtmlImageElement, Url, window,
};
use yew::Callback;

use super::picture::Picture;
use super::{Done, ExportError, Told};

/// Twice the screen's points: sharp on paper.
const PNG_SCALE: f64 = 2.0;

pub(in crate::ui) const XLSX: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// `content` is text, or bytes of the browser's.
pub(super) fn save(title: &str, ending: &str, kind: &str, content: &JsValue) -> Option<()> {
    download(&blob_with(content, kind)?, &format!("{}.{ending}", file_name(title)))
}

pub(super) fn save_png(title: &str, picture: Picture, told: Told) {
    let name = format!("{}.png", file_name(title));
    let finish = Callback::from(move |blob: Option<Blob>| {
        let saved = blob.and_then(|blob| download(&blob, &name));
        told.emit(saved.map(|()| Done::Saved).ok_or(ExportError::NotDrawn));
    });
    draw(picture, finish);
}

pub(super) fn copy_png(picture: Picture, told: Told) {
    // The clipboard wants to be asked while the button is still being pressed, and gets a promise.
    let mut picture = Some(picture);
    let promise = Promise::new(&mut |resolve, reject| {
        let finish = Callback::from(move |blob: Option<Blob>| {
            let (function, value) = match blob {
                Some(blob) => (&resolve, JsValue::from(blob)),
                None => (&reject, JsValue::NULL),
            };
            // Settling a promise cannot fail in a way anybody could use.
            function.call1(&JsValue::NULL, &value).ok();
        });
        if let Some(picture) = picture.take() {
            draw(picture, finish);
        }
    });
    let record = Object::new();
    let item = Reflect::set(&record, &"image/png".into(), &promise)
        .and_then(|_| ClipboardItem::new_with_record_from_str_to_blob_promise(&record));
    write(item.ok(), told);
}

/// As text for a text field and as a table for a spreadsheet: whoever pastes takes what it can.
pub(super) fn copy_table(tsv: &str, html: &str, told: Told) {
    let record = Object::new();
    let add = |kind: &str, text: &str| {
        let blob = blob_of(text, kind)?;
        Reflect::set(&record, &kind.into(), &Promise::resolve(&blob)).ok()
    };
    let both = add("text/plain", tsv).and(add("text/html", html));
    let item =
        both.and_then(|_| ClipboardItem::new_with_record_from_str_to_blob_promise(&record).ok());
    write(item, told);
}

fn write(item: Option<ClipboardItem>, told: Told) {
    let clipboard = window().map(|window| window.navigator().clipboard());
    // Where a page may not use the clipboard, browsers leave it out.
    let clipboard = clipboard.filter(|clipboard| !clipboard.is_undefined());
    let (Some(clipboard), Some(item)) = (clipboard, item) else {
        return told.emit(Err(ExportError::NoClipboard));
    };
    let failed = told.clone();
    let done = Closure::once_into_js(move |_: JsValue| told.emit(Ok(Done::Copied)));
    let refused =
        Closure::once_into_js(move |_: JsValue| failed.emit(Err(ExportError::NoClipboard)));
    let promise = clipboard.write(&Array::of1(&item));
    let then = Reflect::get(&promise, &"then".into()).ok();
    if let Some(then) = then.and_then(|then| then.dyn_into::<js_sys::Function>().ok()) {
        // `then` itself does not fail; what fails afterwards goes to `refused`.
        then.call2(&promise, &done, &refused).ok();
    }
}

pub(in crate::ui) fn blob_of(text: &str, kind: &str) -> Option<Blob> {
    blob_with(&text.into(), kind)
}

fn blob_with(content: &JsValue, kind: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(content), &options).ok()
}

pub(in crate::ui) fn download(blob: &Blob, name: &str) -> Option<()> {
    let document = window()?.document()?;
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken the file over by now.
    Url::revoke_object_url(&address).ok()
}

/// Letters that file systems do not take become a dash.
pub(in crate::ui) fn file_name(title: &str) -> String {
    let is_bad = |c: char| c.is_control() || "\\/:*?\"<>|".contains(c);
    title.chars().map(|c| if is_bad(c) { '-' } else { c }).collect()
}

/// SVG text → image → canvas → PNG. `finish` gets `None` if a browser refuses any of it.
fn draw(picture: Picture, finish: Callback<Option<Blob>>) {
    if start_drawing(picture, finish.clone()).is_none() {
        finish.emit(None);
    }
}

fn start_drawing(picture: Picture, finish: Callback<Option<Blob>>) -> Option<()> {
    let address =
        Url::create_object_url_with_blob(&blob_of(&picture.svg, "image/svg+xml")?).ok()?;
    let image = HtmlImageElement::new().ok()?;
    let failed = finish.clone();
    let loaded = {
        let (image, address) = (image.clone(), address.clone());
        Closure::once_into_js(move || {
            let drawn = paint(&image, (picture.width, picture.height), finish.clone());
            Url::revoke_object_url(&address).ok();
            if drawn.is_none() {
                finish.emit(None);
            }
        })
    };
    let refused = Closure::once_into_js(move || failed.emit(None));
    image.set_onload(Some(loaded.unchecked_ref()));
    image.set_onerror(Some(refused.unchecked_ref()));
    image.set_src(&address);
    Some(())
}

fn paint(
    image: &HtmlImageElement,
    (width, height): (f64, f64),
    finish: Callback<Option<Blob>>,
) -> Option<()> {
    let document = window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width((width * PNG_SCALE) as u32);
    canvas.set_height((height * PNG_SCALE) as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (w, h) = (width * PNG_SCALE, height * PNG_SCALE);
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, w, h).ok()?;
    let done = Closure::once_into_js(move |blob: Option<Blob>| finish.emit(blob));
    canvas.to_blob(done.unchecked_ref()).ok()
}

//! Taking a chart away: picture, table, or either by the clipboard.

use std::cell::RefCell;

use web_sys::Element;
use yew::prelude::*;

use super::sheet::NewestSheet;
use super::words::Words;
use crate::i18n::Lang;

mod file;
pub(in crate::ui) mod ground;
pub(in crate::ui) mod out;
mod picture;

/// What can go wrong, as far as the reader can do something about it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ExportError {
    /// The picture could not be drawn.
    NotDrawn,
    /// The browser keeps the clipboard to itself.
    NoClipboard,
    /// The other program, which makes tables, did not come, or could not make this one.
    NotMade,
}

impl ExportError {
    pub fn describe(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::NotDrawn, Lang::Ja) => {
                "画像を作れませんでした。SVGで書き出すか、画面を印刷してください。"
            }
            (Self::NotDrawn, Lang::En) => {
                "The picture could not be made. Export it as SVG, or print the page."
            }
            (Self::NotMade, Lang::Ja) => {
                "表のファイルを作れませんでした。もう一度押すか、表をコピーして貼り付けてください。"
            }
            (Self::NotMade, Lang::En) => {
                "The file of the table could not be made. Press again, or copy the table and paste it."
            }
            (Self::NoClipboard, Lang::Ja) => {
                "クリップボードを使えませんでした。ファイルに書き出してください。"
            }
            (Self::NoClipboard, Lang::En) => {
                "The clipboard could not be used. Export to a file instead."
            }
        }
    }
}

/// How an export ended, told later: drawing and the clipboard take their time.
pub type Told = Callback<Result<Done, ExportError>>;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Done {
    Saved,
    Copied,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Png,
    Svg,
    Csv,
    Xlsx,
    CopyPicture,
    CopyTable,
}

#[derive(Clone, Properties, PartialEq)]
pub struct ExportMenuProps {
    /// Where the chart's picture is.
    pub node: NodeRef,
    pub title: AttrValue,
    /// The key of the measure, and its unit.
    pub name: AttrValue,
    pub unit: AttrValue,
    /// Printed below the picture: version, result code.
    pub credit: AttrValue,
    pub sheet: NewestSheet,
    pub lang: Lang,
}

#[component]
pub fn ExportMenu(props: &ExportMenuProps) -> Html {
    let words = Words(props.lang);
    let end = use_state_eq(|| None::<Result<Done, ExportError>>);
    let told: Told = {
        let end = end.setter();
        Callback::from(move |result| end.set(Some(result)))
    };
    let way = |way: Way, label: &'static str| {
        let (props, told) = (props.clone(), told.clone());
        let onclick = Callback::from(move |_: MouseEvent| take_away(way, &props, &told));
        html! { <button type="button" class="button text small" {onclick}>{ label }</button> }
    };
    let told = match *end {
        None => "",
        Some(Ok(Done::Saved)) => words.saved(),
        Some(Ok(Done::Copied)) => words.copied(),
        Some(Err(err)) => err.describe(props.lang),
    };
    html! {
        <details class="chart-export">
            <summary>{ words.export() }</summary>
            <div class="export-menu">
                { way(Way::Png, words.as_png()) }
                { way(Way::Svg, words.as_svg()) }
                { way(Way::Csv, words.as_csv()) }
                { way(Way::Xlsx, words.as_xlsx()) }
                { way(Way::CopyPicture, words.copy_picture()) }
                { way(Way::CopyTable, words.copy_table()) }
                <p role="status">{ told }</p>
            </div>
        </details>
    }
}

fn take_away(way: Way, props: &ExportMenuProps, told: &Told) {
    let ExportMenuProps { node, title, name, unit, credit, lang, .. } = props;
    let sheet = || RefCell::borrow(&props.sheet.0).0.sheet();
    let standing = || {
        let svg = node.cast::<Element>().and_then(|box_| box_.query_selector("svg").ok().flatten());
        svg.and_then(|svg| picture::standing_alone(&svg, title, credit))
    };
    let result = match way {
        Way::Csv | Way::Xlsx => {
            let chart = [title, name, unit];
            return file::save(way == Way::Xlsx, chart, &sheet(), *lang, told.clone());
        }
        Way::CopyTable => {
            let sheet = sheet();
            return out::copy_table(&sheet.tsv(), &sheet.html(), told.clone());
        }
        Way::Svg => standing()
            .and_then(|picture| out::save(title, "svg", "image/svg+xml", &picture.svg.into()))
            .ok_or(ExportError::NotDrawn),
        Way::Png | Way::CopyPicture => match standing() {
            None => Err(ExportError::NotDrawn),
            Some(picture) if way == Way::Png => return out::save_png(title, picture, told.clone()),
            Some(picture) => return out::copy_png(picture, told.clone()),
        },
    };
    told.emit(result.map(|()| Done::Saved));
}

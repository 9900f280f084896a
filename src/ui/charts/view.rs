//! What all charts have in common, so that each file is only about its own shape.

use std::rc::Rc;

use yew::prelude::*;

use super::figure::ChartFigure;
use super::sheet::{SheetSource, Tabular};
use super::stage::{Hit, picture, use_stage};
use super::tip::Tip;
use super::words::Words;
use crate::i18n::Lang;

/// What a figure says around its picture.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// The measure's key: `data-chart`, never shown.
    pub name: AttrValue,
    pub title: AttrValue,
    pub unit: AttrValue,
    /// The finding in a sentence, for those who cannot see the picture.
    pub summary: AttrValue,
    pub lang: Lang,
}

/// Every series carries these five as its first fields.
macro_rules! about {
    ($series:expr) => {
        $crate::ui::charts::view::About {
            name: $series.name.clone(),
            title: $series.title.clone(),
            unit: $series.unit.clone(),
            summary: $series.summary.clone(),
            lang: $series.lang,
        }
    };
}
pub(crate) use about;

/// A series that can be placed and drawn.
pub trait Chart: Tabular + PartialEq + 'static {
    type Placed: PartialEq + 'static;

    /// Names the kind of chart for the style sheet.
    const KIND: &'static str;

    fn about(&self) -> About;

    /// Nothing to draw: a sentence takes the picture's place.
    fn is_empty(&self) -> bool;

    fn place(&self, width: f64, height: f64) -> Self::Placed;

    /// How large the picture is: as its box, unless there is more to see than fits.
    fn size(_placed: &Self::Placed, of_box: (f64, f64)) -> (f64, f64) {
        of_box
    }

    /// What can be pointed at, in the order the arrow keys of a list would take.
    fn hits(placed: &Self::Placed) -> Rc<[Hit]>;

    /// What is said about the thing under the cursor.
    fn tip(&self, at: usize) -> Tip;

    /// The key handed on when it is chosen.
    fn key_at(&self, _at: usize) -> AttrValue {
        AttrValue::default()
    }

    /// The markup: no thinking.
    fn draw(&self, placed: &Self::Placed, cursor: Option<usize>) -> Html;
}

#[derive(Properties, PartialEq)]
pub struct ChartProps<S: Chart> {
    pub series: Rc<S>,
    /// False while the numbers still belong to an earlier setting.
    #[prop_or(true)]
    pub fresh: bool,
    /// Size before the page has told its own.
    #[prop_or(720.0)]
    pub width: f64,
    #[prop_or(360.0)]
    pub height: f64,
    /// Where the cursor starts; normally nowhere.
    #[prop_or_default]
    pub cursor: Option<usize>,
    /// Printed below an exported picture: version, result code.
    #[prop_or_default]
    pub credit: AttrValue,
    /// Gets the key of what was clicked, or chosen with Enter.
    #[prop_or_default]
    pub on_choose: Callback<AttrValue>,
}

#[component]
pub fn ChartView<S: Chart>(props: &ChartProps<S>) -> Html {
    let series = &props.series;
    let stage = use_stage((props.width, props.height), props.cursor, series.is_empty());
    let size = stage.size;
    let placed = use_memo((series.clone(), size), |(series, (w, h))| series.place(*w, *h));
    let hits = use_memo(placed.clone(), |placed| S::hits(placed));
    let About { name, title, unit, summary, lang } = series.about();
    let cursor = stage.cursor.filter(|&at| at < hits.len());
    let readout = cursor.map(|at| series.tip(at).spoken(Words(lang).colon())).unwrap_or_default();
    let on_choose = {
        let series = series.clone();
        props.on_choose.reform(move |at| series.key_at(at))
    };
    let body = series.draw(&placed, cursor);
    html! {
        <ChartFigure name={&name} {title} {unit} fresh={props.fresh} {lang} {stage} {readout}
            sheet={SheetSource(series.clone())} hits={(*hits).clone()} {on_choose}
            credit={&props.credit} is_empty={series.is_empty()} class={S::KIND}>
            { picture(S::KIND, &name, &summary, S::size(&placed, size), body) }
        </ChartFigure>
    }
}

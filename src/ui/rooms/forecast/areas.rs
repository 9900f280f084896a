//! Wards and areas: the tile map and the table beside it, in step with each other.

use std::rc::Rc;

use yew::prelude::*;

use super::series::{Aims, Seen, wards};
use super::tiles::{self, Colour, Standing};
use super::words;
use crate::engine::bands::{P10, P50, P90};
use crate::engine::rule::Rule;
use crate::i18n::{Lang, chance, time};
use crate::measures::{Level as Known, MeasureId};
use crate::places::{Level, PlaceId};
use crate::protocol::Answer;
use crate::ui::charts::spark::{SparkSeries, Sparkline};
use crate::ui::charts::tile_map::TileChart;
use crate::ui::components::data_table::{Column, DataCell, DataRow, DataTable, Rows, Sort};
use crate::ui::components::segmented::{Choice, Segmented};
use crate::ui::same::Same;
use crate::ui::words as page_words;
use crate::worker::desk::City;

#[derive(Properties, PartialEq)]
pub struct AreaPanelProps {
    pub city: Same<City>,
    /// For the tiles, and for the table, which is too large to be drawn at each move.
    pub answer: Option<Same<Answer>>,
    pub rested: Option<Same<Answer>>,
    pub measure: MeasureId,
    pub place: AttrValue,
    pub fresh: bool,
    pub aims: Aims,
    pub on_place: Callback<AttrValue>,
    /// Gets the key of the rule by which a target is asked of places.
    pub on_rule: Callback<AttrValue>,
    pub lang: Lang,
}

#[component]
pub fn AreaPanel(props: &AreaPanelProps) -> Html {
    let lang = props.lang;
    let level = use_state_eq(|| Level::Area);
    let colour = use_state_eq(Colour::default);
    let at_level = use_callback(level.setter(), |key: AttrValue, level| {
        level.set(Level::find(&key).unwrap_or(Level::Area));
    });
    let in_colour = use_callback(colour.setter(), |key: AttrValue, colour| {
        colour.set(if key == "chance" { Colour::Chance } else { Colour::Value });
    });
    let seen = Seen {
        city: &props.city,
        answer: props.answer.as_deref(),
        shift: None,
        measure: props.measure,
        place: &props.place,
        aims: &props.aims,
        lang,
    };
    let rested = Seen { answer: props.rested.as_deref(), ..seen };
    let known = props.measure.spec().level;
    let places = &props.city.facts.places;
    // A municipality without wards has one that is itself: there is nothing to choose between.
    let has_wards = places.own_at_level(Level::Ward).next().is_some();
    let shown = match known {
        Known::Area if has_wards => *level,
        Known::Area => Level::Area,
        _ => Level::Ward,
    };
    let year = time::fiscal_year(lang, seen.places_year());
    let caption = format!("{} {year}", props.measure.spec().label.get(lang));
    let aim = seen.aim().map(|(_, aim)| *aim);
    let has_aim = aim.is_some();
    let of = (props.city.clone(), props.rested.clone(), shown, props.measure);
    let of = (of, aim, lang);
    let of = (of, props.aims.rule, props.aims.all.clone());
    let rows = use_memo(of, |_| rows(&rested, shown, has_aim));
    if known == Known::City {
        return html! {
            <section class="areas panel" aria-label={words::PLACES.get(lang)}>
                <div class="panel-head"><h2>{ caption }</h2></div>
                <p>{ words::CITY_ONLY.get(lang) }</p>
            </section>
        };
    }
    let colour_now = if has_aim { *colour } else { Colour::Value };
    html! {
        <section class="areas panel" aria-label={words::PLACES.get(lang)}>
            <div class="panel-head">
                <h2>{ &caption }</h2>
                if known == Known::Area && has_wards {
                    { level_switch(*level, &at_level, lang) }
                }
                if has_aim {
                    { colour_switch(*colour, &in_colour, lang) }
                }
                { reach(&seen, shown, &props.on_rule) }
            </div>
            <div class="areas-body">
                <TileChart series={Rc::new(tiles::series(&seen, shown, colour_now))}
                    fresh={props.fresh} on_choose={&props.on_place} width={420.0} height={180.0} />
                <DataTable key={format!("{}{has_aim}", shown.key())} name="areas" caption={caption.clone()} hides_caption=true
                    columns={columns(shown, has_aim, lang)} rows={(*rows).clone()}
                    sort={first_sort(shown, has_aim)} has_search=true chosen={&props.place} on_choose={props.on_place.clone()}
                    {lang} />
            </div>
        </section>
    }
}

fn level_switch(level: Level, on_choose: &Callback<AttrValue>, lang: Lang) -> Html {
    let choices: Rc<[Choice]> = [Level::Ward, Level::Area]
        .map(|level| Choice { key: level.key().into(), label: level.label().get(lang).into() })
        .into();
    html! {
        <Segmented name="place-level" legend={words::LEVEL.get(lang)} {choices}
            chosen={level.key()} {on_choose} />
    }
}

fn colour_switch(colour: Colour, on_choose: &Callback<AttrValue>, lang: Lang) -> Html {
    let choices: Rc<[Choice]> = Rc::new([
        Choice { key: "value".into(), label: page_words::MIDDLE.get(lang).into() },
        Choice { key: "chance".into(), label: words::CHANCE.get(lang).into() },
    ]);
    let chosen = if colour == Colour::Chance { "chance" } else { "value" };
    html! {
        <Segmented name="place-colour" legend={words::COLOUR.get(lang)} {choices} {chosen}
            {on_choose} />
    }
}

/// How many places reach their share of the target, and by which rule; what is made up says so.
fn reach(seen: &Seen<'_>, level: Level, on_rule: &Callback<AttrValue>) -> Html {
    let lang = seen.lang;
    let places = &seen.city.facts.places;
    let chances: Vec<f64> =
        tiles::standings(seen, level).into_iter().filter_map(|(_, at)| at.chance).collect();
    let n_reach = chances.iter().filter(|share| 0.5 <= **share).count();
    html! {
        <div class="panel-note reach">
            if seen.aim().is_some() {
                <details class="opens-over">
                    <summary>{ words::reach(lang, n_reach, chances.len()) }</summary>
                    <div>
                        { rule_switch(seen.aims.rule, on_rule, lang) }
                        <p>{ seen.aims.rule.says().get(lang) }{ " " }{ Rule::COMMON.get(lang) }</p>
                    </div>
                </details>
            }
            if places.at_level(level).any(|place| seen.city.facts.is_illustrative(place)) {
                <span class="illustrative">{ words::ILLUSTRATIVE.get(lang) }</span>
                <span>{ words::MADE_UP.get(lang) }</span>
            }
        </div>
    }
}

fn rule_switch(rule: Rule, on_choose: &Callback<AttrValue>, lang: Lang) -> Html {
    let choice =
        |rule: Rule| Choice { key: rule.key().into(), label: rule.label().get(lang).into() };
    let choices: Rc<[Choice]> = Rule::ALL.map(choice).into();
    html! {
        <Segmented name="target-rule" legend={words::RULE.get(lang)} {choices}
            chosen={rule.key()} {on_choose} />
    }
}

/// Those worst off first, where there is something to be worse off in.
fn first_sort(level: Level, has_aim: bool) -> Option<Sort> {
    let column = if level == Level::Area { 4 } else { 3 };
    has_aim.then_some(Sort::Up(column))
}

fn columns(level: Level, has_aim: bool, lang: Lang) -> Rc<[Column]> {
    let column = |label: &'static str, is_number| Column { label: label.into(), is_number };
    let mut columns = vec![column(level.label().get(lang), false)];
    if level == Level::Area {
        columns.push(column(page_words::WARD.get(lang), false));
    }
    columns.push(column(page_words::MIDDLE.get(lang), true));
    columns.push(column(page_words::RANGE.get(lang), true));
    if has_aim {
        columns.push(column(words::CHANCE.get(lang), true));
    }
    columns.push(column(words::COURSE.get(lang), false));
    columns.into()
}

fn rows(seen: &Seen<'_>, level: Level, has_aim: bool) -> Rows {
    let standings = tiles::standings(seen, level).into_iter();
    Rows(standings.map(|(place, at)| row(seen, place, at, level, has_aim)).collect())
}

fn row(seen: &Seen<'_>, id: PlaceId, at: Standing, level: Level, has_aim: bool) -> DataRow {
    let (lang, format) = (seen.lang, seen.value());
    let places = &seen.city.facts.places;
    let place = places.get(id);
    let Standing { band, chance } = at;
    let nothing = || DataCell::word(page_words::NO_FIGURE.get(lang));
    let name = seen.city.facts.marked_name(id, lang);
    let mut cells = Vec::new();
    if level == Level::Area {
        // The ward stands in its own column, under its own heading: both are left out where they
        // would only be said again.
        let ward = place.parent.map_or("", |ward| places.get(ward).name.get(lang));
        let bare = name.strip_prefix(ward).map(|rest| rest.trim_start_matches([',', ' ']));
        let bare = bare.filter(|rest| !rest.is_empty()).unwrap_or(&name);
        cells.push(DataCell::word(bare.to_owned()));
        cells.push(DataCell::word(tiles::without_kind(ward).to_owned()));
    } else {
        cells.push(DataCell::word(name.clone()));
    }
    cells.push(band.map_or_else(nothing, |band| {
        let value = f64::from(band[P50]);
        DataCell::number(value, format.show(value))
    }));
    cells.push(band.map_or_else(nothing, |band| {
        let [low, high] = [P10, P90].map(|at| format.bare().show(f64::from(band[at])));
        let range = page_words::range(lang, &low, &high);
        DataCell { rank: Some(f64::from(band[P90] - band[P10])), ..DataCell::word(range) }
    }));
    if has_aim {
        cells.push(chance.map_or_else(nothing, |share| {
            DataCell::number(share, chance::words_for(lang, share, 0.02))
        }));
    }
    cells.push(DataCell { picture: spark(seen, id), ..DataCell::word("") });
    DataRow { key: place.code.clone().into(), also: name.into(), cells }
}

/// The course of the medians over all years, on the row's own scale.
fn spark(seen: &Seen<'_>, place: PlaceId) -> Html {
    let answer = seen.answer.filter(|a| a.view.measure == seen.measure.spec().key);
    let row = wards::row(seen, place);
    let median = |year: crate::units::FiscalYear| {
        let band = answer.zip(row).and_then(|(a, row)| a.place(row, i32::from(year.0)));
        band.map_or(f64::NAN, |band| f64::from(band[P50]))
    };
    let mut values: Vec<f64> = seen.years().into_iter().map(median).collect();
    // At first sight only the plan's last year is known: a dot is no course.
    if values.iter().filter(|v| v.is_finite()).count() < 2 {
        values.fill(f64::NAN);
    }
    let known = || values.iter().filter(|v| v.is_finite());
    let ends = known().next().zip(known().next_back());
    let summary = ends.map_or_else(String::new, |(first, last)| {
        words::from_to(seen.lang, &seen.value().show(*first), &seen.value().show(*last))
    });
    let series = SparkSeries {
        summary: summary.into(),
        values,
        forecast_from: seen.forecast_from(),
        span: None,
    };
    html! { <Sparkline series={Rc::new(series)} width={72.0} height={20.0} /> }
}

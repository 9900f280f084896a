//! The tree of places with people of 65 and over; what was made up says so.

use yew::prelude::*;

use super::{DataProps, words};
use crate::facts::check::{PlaceCount, people_by_place};
use crate::i18n::Lang;
use crate::places::{Level, PlaceId, Places};
use crate::sources::{Grade, SourceId};
use crate::ui::components::grade_tag::GradeTag;

#[component]
pub fn TreePanel(props: &DataProps) -> Html {
    let DataProps { city, lang } = props.clone();
    let counts = {
        let city = city.clone();
        use_memo((), move |()| people_by_place(&city, 65))
    };
    let places = &city.places;
    let made_up = |level| {
        let all: Vec<_> = places.own_at_level(level).collect();
        (all.len(), all.iter().filter(|place| is_made_up(places, **place)).count())
    };
    let has_made_up = counts.iter().any(|count| count.provenance.grade == Grade::Illustrative);
    html! {
        <section class="panel place-tree">
            <div class="panel-head"><h3>{ words::TREE.get(lang) }</h3></div>
            if has_made_up {
                <p class="panel-note">
                    <GradeTag grade={Grade::Illustrative} {lang} />{ " " }
                    { words::made_up(lang, made_up(Level::Area), made_up(Level::Centre)) }
                    { " " }{ city.citation(SourceId::PlaceSplit, lang) }
                </p>
            }
            <ul>{ branch(places, &counts, places.root(), lang) }</ul>
        </section>
    }
}

fn is_made_up(places: &Places, place: PlaceId) -> bool {
    places.get(place).provenance.grade == Grade::Illustrative
}

/// A place and what lies in it. One that only stands for its parent is left out.
fn branch(places: &Places, counts: &[PlaceCount], place: PlaceId, lang: Lang) -> Html {
    let at = places.get(place);
    let inner: Html =
        places.children(place).iter().map(|child| branch(places, counts, *child, lang)).collect();
    if at.is_implicit {
        return inner;
    }
    let line = line(places, counts[place.index()], lang);
    let has_inner = !places.children(place).is_empty();
    if at.level == Level::Ward && has_inner {
        let n = |level| places.within(place, level).count();
        let counts = words::inside(lang, n(Level::Area), n(Level::Centre));
        return html! {
            <li>
                <details data-place={at.name.ja.clone()}>
                    <summary>{ line }<span class="place-inside">{ counts }</span></summary>
                    if !at.note.get(lang).is_empty() {
                        <p class="figure-note">{ at.note.get(lang) }</p>
                    }
                    <ul>{ inner }</ul>
                </details>
            </li>
        };
    }
    html! {
        <li>
            { line }
            if !at.note.get(lang).is_empty() {
                <p class="figure-note">{ at.note.get(lang) }</p>
            }
            if has_inner { <ul>{ inner }</ul> }
        </li>
    }
}

fn line(places: &Places, count: PlaceCount, lang: Lang) -> Html {
    let example = html! { <GradeTag grade={Grade::Illustrative} {lang} /> };
    let name = places.get(count.place).name.get(lang);
    // Names that the program makes say it themselves.
    let says_so = name.contains(Grade::Illustrative.label().get(lang));
    html! {
        <span class="place-line">
            <span class="place-name">{ name }</span>
            if is_made_up(places, count.place) && !says_so { { example.clone() } }
            <span class="place-count">{ words::old_people(lang, count.persons) }</span>
            if count.provenance.grade == Grade::Illustrative { { example } }
        </span>
    }
}

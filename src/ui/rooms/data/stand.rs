//! What the page stands on: the data in use, the way back, and the other municipalities kept here.

use std::rc::Rc;

use yew::prelude::*;

use super::kept::{self, Place, Town};
use super::words;
use crate::exchange::Tables;
use crate::exchange::wire::Ready;
use crate::facts::Municipality;
use crate::facts::builtin::ASAGO;
use crate::i18n::Lang;
use crate::protocol::to_bytes;
use crate::ui::components::notice::{Notice, NoticeKind};
use crate::ui::keep;
use crate::ui::storage::database::Fault;

#[derive(Properties)]
pub struct StandPanelProps {
    pub city: Rc<Municipality>,
    pub tables: Rc<Tables>,
    /// The edition the open scenario was saved against.
    pub made_with: Option<u64>,
    pub lang: Lang,
}

impl PartialEq for StandPanelProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.city, &other.city)
            && (self.made_with, self.lang) == (other.made_with, other.lang)
    }
}

/// What can be done here.
#[derive(Clone, Debug, PartialEq)]
enum Deed {
    /// To these tables, and what is said then.
    GoTo(Place, String),
    /// The built-in example of a town.
    Example(String),
    Remove(String),
}

#[component]
pub fn StandPanel(props: &StandPanelProps) -> Html {
    let lang = props.lang;
    let towns = use_state(Vec::<Town>::new);
    let has_failed = use_state_eq(|| false);
    let now = Place::of(&props.city.code, &props.tables);
    {
        let towns = towns.setter();
        use_effect_with((), move |()| {
            // Where nothing can be kept the list is as empty as it looks.
            yew::platform::spawn_local(
                async move { towns.set(kept::list().await.unwrap_or_default()) },
            );
        });
    }
    let on_deed = {
        let (now, has_failed, towns) = (now.clone(), has_failed.setter(), towns.setter());
        Callback::from(move |deed: Deed| {
            let (now, has_failed, towns) = (now.clone(), has_failed.clone(), towns.clone());
            yew::platform::spawn_local(async move {
                has_failed.set(perform(&now, deed).await.is_err());
                towns.set(kept::list().await.unwrap_or_default());
            });
        })
    };
    let own = now.id.as_ref().and_then(|_| towns.iter().find(|town| town.place == now));
    let go = |place: &Place, said: String| {
        let deed = Deed::GoTo(place.clone(), said);
        on_deed.reform(move |_: MouseEvent| deed.clone())
    };
    let name = props.city.name.get(lang);
    html! {
        <section class="panel stand">
            <div class="panel-head"><h3>{ words::STAND.get(lang) }</h3></div>
            <p data-stand={now.id.clone().unwrap_or_default()}>{ match own {
                Some(town) => words::stands_on(lang, name, &town.from, town.made),
                None if now.id.is_some() => name.to_owned(),
                None => words::stands_on_built_in(lang, name),
            } }</p>
            <div class="stand-ways">
                if let Some((place, what)) = of_scenario(props, &towns) {
                    <button type="button" class="button primary" data-of-scenario=""
                        onclick={go(&place, words::of_scenario_done(lang, &what))}>
                        { words::of_scenario(lang, &what) }
                    </button>
                }
                if let Some(town) = own {
                    <button type="button" class="button secondary" data-undo-import=""
                        onclick={go(&town.former, words::UNDONE.get(lang).to_owned())}>
                        { words::UNDO_IMPORT.get(lang) }
                    </button>
                }
                if now.id.is_some() {
                    <button type="button" class="button secondary" data-built-in=""
                        onclick={go(&Place::built_in(), words::BACK_DONE.get(lang).to_owned())}>
                        { words::BACK.get(lang) }
                    </button>
                }
            </div>
            if *has_failed {
                <Notice kind={NoticeKind::Failed} happened={words::NOT_CHANGED.get(lang)} {lang} />
            }
            <details>
                <summary>{ words::others(lang, towns.len()) }</summary>
                <ul class="stand-towns">
                    { for towns.iter().map(|town| line(town, &now, props, &on_deed)) }
                    { example(&on_deed, lang) }
                </ul>
            </details>
        </section>
    }
}

/// The data that the open scenario was saved against, where they are others and are still here.
fn of_scenario(props: &StandPanelProps, towns: &[Town]) -> Option<(Place, String)> {
    let lang = props.lang;
    let wanted = props.made_with.filter(|data| *data != props.city.content_hash())?;
    let is_of_here = |town: &&Town| town.data == wanted && town.place.code == props.city.code;
    match towns.iter().find(is_of_here) {
        Some(town) => Some((town.place.clone(), words::made_from(lang, &town.from, town.made))),
        None => {
            let built_in = Place::built_in();
            let is_it = built_in.code == props.city.code
                && Municipality::kawasaki().content_hash() == wanted;
            is_it.then(|| (built_in, words::BUILT_IN.get(lang).to_owned()))
        }
    }
}

fn line(town: &Town, now: &Place, props: &StandPanelProps, on_deed: &Callback<Deed>) -> Html {
    let lang = props.lang;
    let [ja, en] = &town.name;
    let name = if lang == Lang::En && !en.is_empty() { en } else { ja };
    let is_now = town.place == *now;
    let deed = Deed::GoTo(town.place.clone(), words::chosen(lang, name));
    let remove = Deed::Remove(town.place.id.clone().unwrap_or_default());
    html! {
        <li key={town.place.id.clone().unwrap_or_default()} data-town={town.place.code.clone()}>
            <span>
                <strong>{ name }</strong>{ " " }{ words::made_from(lang, &town.from, town.made) }
                if props.made_with == Some(town.data) { { words::OF_SCENARIO.get(lang) } }
            </span>
            if is_now {
                <span>{ words::IN_USE.get(lang) }</span>
            } else {
                <button type="button" class="button secondary small" data-use=""
                    aria-label={words::use_of(lang, name)} onclick={on_deed.reform(move |_: MouseEvent| deed.clone())}>
                    { words::USE.get(lang) }
                </button>
                <button type="button" class="button text small" data-remove=""
                    aria-label={words::remove_of(lang, name)} onclick={on_deed.reform(move |_: MouseEvent| remove.clone())}>
                    { words::REMOVE.get(lang) }
                </button>
            }
        </li>
    }
}

/// The second built-in municipality: small, without wards.
fn example(on_deed: &Callback<Deed>, lang: Lang) -> Html {
    let press =
        on_deed.reform(move |_: MouseEvent| Deed::Example(words::EXAMPLE.get(lang).to_owned()));
    html! {
        <li>
            <span>{ words::EXAMPLE.get(lang) }</span>
            <button type="button" class="button secondary small" data-example=""
                aria-label={words::use_of(lang, words::EXAMPLE.get(lang))} onclick={press}>
                { words::USE.get(lang) }
            </button>
        </li>
    }
}

async fn perform(now: &Place, deed: Deed) -> Result<(), Fault> {
    let done = match deed {
        Deed::GoTo(place, said) => {
            // Said first: the program ends as soon as it is done.
            keep::leave_word(&said);
            kept::go_to(now, &place).await
        }
        Deed::Example(from) => {
            let city = Municipality::asago();
            let ready = Ready {
                code: city.code.clone(),
                name: [city.name.ja.clone(), city.name.en.clone()],
                data: city.content_hash(),
                packed: to_bytes(&city.basis),
            };
            kept::accept(now, &Tables::built_in(&ASAGO), &ready, &from).await.map(|_| ())
        }
        Deed::Remove(id) => return kept::remove(&id).await,
    };
    if done.is_err() {
        keep::take_word();
    }
    done
}

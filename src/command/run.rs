//! `mitoshi run`: the same job as the page's workers, on this thread, or a slice of its draws; and
//! `mitoshi merge`, which joins slices.

use std::fmt::Write as _;
use std::rc::Rc;

use base64ct::{Base64, Encoding as _};
use serde::Serialize;

use super::arguments::Arguments;
use super::slice::{self, Head, Slice};
use crate::assumptions::AssumptionId;
use crate::engine::bands::{P10, P50, P90, quantiles};
use crate::engine::code::{Signed, result_code};
use crate::engine::columns::{Columns, Layout};
use crate::engine::draw::n_blocks;
use crate::engine::study::Study;
use crate::facts::Municipality;
use crate::i18n::{Label, Lang, number, time};
use crate::levers::LeverId;
use crate::measures::MeasureId;
use crate::model::lanes::LANES;
use crate::places::PlaceId;
use crate::protocol::{Answer, Ask, Band, Draws, FromWorker, ViewAsk, from_bytes, to_bytes};
use crate::scenario::Scenario;
use crate::worker::desk::{City, Desk};
use crate::worker::job::{Job, answer_now};

pub(super) fn run(arguments: &Arguments) -> Result<String, String> {
    if ["from", "to", "out"].iter().any(|name| arguments.has(name)) {
        let city = City::new(super::municipality(arguments)?.basis);
        return written(&slice(&city, &scenario(&city, arguments)?, arguments)?, arguments);
    }
    let (city, _, answer) = answer(arguments)?;
    Ok(table(&city, &answer.city, answer.code.as_deref(), arguments.lang()))
}

/// The answer to the scenario that the arguments name.
pub(super) fn answer(arguments: &Arguments) -> Result<(Rc<City>, Scenario, Answer), String> {
    let city = Rc::new(City::new(super::municipality(arguments)?.basis));
    let scenario = scenario(&city, arguments)?;
    let n_workers = arguments.number("chunks")?.unwrap_or(1).max(1);
    let answer = in_chunks(&city, &scenario, n_workers, arguments.lang())?;
    Ok((city, scenario, answer))
}

/// Joins slices to the result of one run.
pub(super) fn merge(arguments: &Arguments) -> Result<String, String> {
    let lang = arguments.lang();
    let read = |path: &String| Slice::read(path, &text_of(arguments, path)?);
    let slices: Vec<Slice> = arguments.files.iter().map(read).collect::<Result<_, _>>()?;
    let head = match slices.first() {
        Some(first) => first.head.clone(),
        None => {
            return Err(arguments.say(
                "ファイルの指定がありません。mitoshi run --out が書いたファイルを並べてください。",
                "No files are named. Give those «mitoshi run --out» wrote.",
            ));
        }
    };
    let scenario = Scenario::from_json(&head.scenario).map_err(|error| error.describe(lang))?;
    let city = City::new(super::municipality(arguments)?.basis);
    let ground = &city.ground;
    let layout = Layout::new(ground.timeline, &ground.geography, None);
    if head != head_of(&city, &scenario, &layout) {
        return Err(arguments.say(
            "部分どうしのデータか版が、ここで読んだものと違います。\
             --data でもとのデータを指定するか、計算し直してください。",
            "The slices are of other data or another version than this program reads here. Name \
             their data with --data, or run them again.",
        ));
    }
    let columns = slice::join(slices, scenario.n_draws)?;
    let n = scenario.n_draws as usize;
    let mut work = Vec::new();
    let cells = 0..layout.n_city_cells();
    let bands: Vec<_> = cells.map(|cell| quantiles(columns.cell(cell, n), &mut work)).collect();
    let signed = Signed {
        data_hash: ground.data_hash,
        document: &scenario.essence_json(),
        seed: scenario.seed,
        n_draws: scenario.n_draws,
    };
    let code = result_code(&signed, &columns, &layout);
    Ok(table(&city, &bands, code.as_deref(), lang))
}

fn text_of(arguments: &Arguments, path: &str) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|_| super::cannot_open(arguments, path))
}

fn scenario(city: &City, arguments: &Arguments) -> Result<Scenario, String> {
    let mut scenario = match arguments.get("scenario") {
        None => Scenario::of(&city.facts.code),
        Some(path) => Scenario::from_json(&text_of(arguments, path)?)
            .and_then(|scenario| scenario.fits(&city.facts.places).map(|()| scenario))
            .map_err(|error| error.describe(arguments.lang()))?,
    };
    scenario.n_draws = arguments.number("draws")?.unwrap_or(scenario.n_draws);
    scenario.seed = arguments.number("seed")?.unwrap_or(scenario.seed);
    Ok(scenario)
}

fn head_of(city: &City, scenario: &Scenario, layout: &Layout) -> Head {
    let first_year = city.ground.timeline.fiscal_years().start;
    Head::new(scenario, city.ground.data_hash, layout, first_year)
}

/// Runs the draws asked for and no others.
fn slice(city: &City, scenario: &Scenario, arguments: &Arguments) -> Result<Slice, String> {
    let from = arguments.number("from")?.unwrap_or(0);
    let to = arguments.number("to")?.unwrap_or(scenario.n_draws);
    if !(from < to && to <= scenario.n_draws) {
        let n = scenario.n_draws;
        return Err(format!(
            "Draws {from} to {to} are not a part of {n}. Give 0 ≤ from < to ≤ {n}."
        ));
    }
    let ground = city.ground_of(scenario);
    let layout = Layout::new(ground.timeline, &ground.geography, None);
    let (ranges, script) = (scenario.ranges.clone(), scenario.script.clone());
    let study = Study::new(ground, ranges, script, scenario.seed);
    let levers = study.ground.levers(&scenario.policy);
    let lanes = LANES as u32;
    let mut draws = Vec::new();
    for block in from / lanes..n_blocks(to) {
        let mut columns = Columns::new(layout.n_cells(), 1);
        study.run(&study.start(block), &levers, &layout, 0, &mut columns);
        let all = (0..lanes).filter(|lane| (from..to).contains(&(block * lanes + lane)));
        draws.extend(all.map(|lane| slice::draw_of(&columns, lane as usize)));
    }
    Ok(Slice { head: head_of(city, scenario, &layout), from, draws })
}

fn written(slice: &Slice, arguments: &Arguments) -> Result<String, String> {
    match arguments.get("out").unwrap_or("csv") {
        "csv" => Ok(slice.to_csv()),
        "json" => Ok(slice.to_json()),
        other => Err(arguments.say(
            format!("--out の「{other}」では書き出せません。csv か json にしてください。"),
            format!("--out is “{other}”. Give csv or json."),
        )),
    }
}

/// Measures the page shows before anything is chosen, beside those of the targets.
const AT_FIRST_SIGHT: [MeasureId; 5] = [
    MeasureId::AlarmPortable,
    MeasureId::AlarmHome,
    MeasureId::AlarmTotal,
    MeasureId::CostTotal,
    MeasureId::Premium,
];

/// The default scenario's answer as text, as far as it is seen when the page opens.
pub(super) fn first_answer() -> Result<String, String> {
    let city = Rc::new(City::new(Municipality::kawasaki().basis));
    let answer = answer_now(&mut Desk::new(city.clone()), ask(&Scenario::default(), 0, 1))
        .map_err(|refusal| sentence(refusal, Lang::En))?;
    let targets = city.ground.aims.iter().map(|aim| aim.measure);
    let measures: Vec<_> = AT_FIRST_SIGHT.into_iter().chain(targets).collect();
    let year = i32::from(city.facts.frame.plan.last.0);
    Ok(as_text(&answer.at_first_sight(&measures, year)))
}

/// The built-in municipality, or a folder's, as the page carries it.
pub(super) fn basis(arguments: &Arguments) -> Result<String, String> {
    Ok(as_text(&super::municipality(arguments)?.basis))
}

/// The figures of other cities that the page shows beside its levers.
pub(super) fn peers(arguments: &Arguments) -> Result<String, String> {
    let measures: Vec<_> = LeverId::all().flat_map(|lever| lever.peers()).copied().collect();
    Ok(as_text(&super::municipality(arguments)?.beside(&measures)))
}

/// The source of every assumption, or why it is assumed, as the page shows them on a closer look.
pub(super) fn reasons() -> Result<String, String> {
    let all: Vec<Label> = AssumptionId::all().map(|id| id.because().into()).collect();
    Ok(as_text(&all))
}

fn as_text(value: &impl Serialize) -> String {
    Base64::encode_string(&to_bytes(value))
}

/// What the page asks when it opens.
fn ask(scenario: &Scenario, index: u32, of: u32) -> Ask {
    let view = ViewAsk {
        measure: MeasureId::AlarmTotal.spec().key.to_owned(),
        by_month: false,
        place: String::new(),
    };
    let scenario_json = scenario.to_json();
    let (against, draws) = (Vec::new(), Draws::All);
    Ask { revision: 1, scenario_json, against, view, draws, first: 256, index, of }
}

/// Runs the work as so many workers would, one after the other, over the page's own wire.
fn in_chunks(
    city: &Rc<City>,
    scenario: &Scenario,
    n_workers: u32,
    lang: Lang,
) -> Result<Answer, String> {
    let mut jobs = Vec::new();
    for index in 0..n_workers {
        let mut desk = Desk::new(city.clone());
        let ask = from_bytes(&to_bytes(&ask(scenario, index, n_workers)));
        let ask = ask.expect("a question survives its own wire");
        let job = Job::new(&mut desk, ask).map_err(|refusal| sentence(refusal, lang))?;
        jobs.push((desk, job));
    }
    let mut parts = Vec::new();
    for (desk, job) in &mut jobs[1..] {
        while !job.has_run() {
            job.turn(desk);
            parts.extend(job.part());
        }
    }
    let (desk, first) = &mut jobs[0];
    let mut last = None;
    while !first.has_run() {
        last = first.turn(desk).or(last);
    }
    for part in parts {
        let part = from_bytes(&to_bytes(&part)).expect("a part survives its own wire");
        last = first.take(desk, &part).or(last);
    }
    match last {
        Some(FromWorker::Answer(answer)) => Ok(*answer),
        Some(other) => Err(sentence(other, lang)),
        None => Err("No draw was run. Ask for at least sixteen draws.".to_owned()),
    }
}

/// The answers with each of some places in focus, as the page asks when it hands results out.
pub(super) fn answers_at(
    city: &Rc<City>,
    scenario: &Scenario,
    places: Vec<PlaceId>,
    lang: Lang,
) -> Result<Vec<(PlaceId, Rc<Answer>)>, String> {
    let mut desk = Desk::new(city.clone());
    let mut at = |place: PlaceId| {
        let mut asked = ask(scenario, 0, 1);
        city.facts.places.code(place).clone_into(&mut asked.view.place);
        let answer = answer_now(&mut desk, asked).map_err(|refusal| sentence(refusal, lang))?;
        Ok((place, Rc::new(answer)))
    };
    places.into_iter().map(&mut at).collect()
}

fn sentence(refusal: FromWorker, lang: Lang) -> String {
    match (refusal, lang) {
        (FromWorker::Refused { ja, .. }, Lang::Ja) => ja,
        (FromWorker::Refused { en, .. }, Lang::En) => en,
        _ => "The job ended without an answer. Please report this.".to_owned(),
    }
}

fn table(city: &City, bands: &[Option<Band>], code: Option<&str>, lang: Lang) -> String {
    let mut out = String::new();
    let n_years = city.ground.timeline.n_years();
    let _ = writeln!(out, "{}", city.facts.name.get(lang));
    for measure in MeasureId::all() {
        let spec = measure.spec();
        for (i, year) in city.facts.frame.window().iter().enumerate() {
            let Some(band) = bands[measure.index() * n_years + i] else { continue };
            let value = |which: usize| number::in_wholes(f64::from(band[which]), spec.unit);
            let show = |which: usize| number::rounded(lang, value(which));
            let _ = writeln!(
                out,
                "{}\t{}\t{}\t{}\t{}\t{}",
                spec.label.get(lang),
                time::fiscal_year(lang, year),
                show(P10),
                show(P50),
                show(P90),
                spec.unit.get(lang),
            );
        }
    }
    let _ = write!(out, "result code\t{}", code.unwrap_or("-"));
    out
}

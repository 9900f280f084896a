//! `mitoshi run`: the same job as the page's workers, on this thread.

use std::fmt::Write as _;
use std::rc::Rc;

use super::arguments::Arguments;
use crate::engine::bands::{P10, P50, P90};
use crate::facts::Municipality;
use crate::i18n::{Lang, number, time};
use crate::measures::MeasureId;
use crate::protocol::{self, Answer, Ask, FromWorker, ToWorker, ViewAsk, from_bytes, to_bytes};
use crate::scenario::Scenario;
use crate::units::FiscalYear;
use crate::worker::desk::{City, Desk};
use crate::worker::job::{Job, answer_now};

pub(super) fn run(arguments: &Arguments) -> Result<String, String> {
    let (city, _, answer) = answer(arguments)?;
    Ok(table(&city, &answer, arguments.lang()))
}

/// The answer to the scenario that the arguments name.
pub(super) fn answer(arguments: &Arguments) -> Result<(Rc<City>, Scenario, Answer), String> {
    let lang = arguments.lang();
    let mut scenario = match arguments.get("scenario") {
        None => Scenario::default(),
        Some(path) => {
            let text =
                std::fs::read_to_string(path).map_err(|_| super::cannot_open(arguments, path))?;
            Scenario::from_json(&text).map_err(|error| error.describe(lang))?
        }
    };
    scenario.n_draws = arguments.number("draws")?.unwrap_or(scenario.n_draws);
    scenario.seed = arguments.number("seed")?.unwrap_or(scenario.seed);
    let city = Rc::new(City::new(super::municipality(arguments)?));
    let n_workers = arguments.number("chunks")?.unwrap_or(1).max(1);
    let answer = in_chunks(&city, &scenario, n_workers, lang)?;
    Ok((city, scenario, answer))
}

/// The default scenario's answer as text.
pub(super) fn first_answer() -> Result<String, String> {
    let mut desk = Desk::new(Rc::new(City::new(Municipality::kawasaki())));
    answer_now(&mut desk, ask(&Scenario::default(), 0, 1))
        .map(|answer| protocol::to_text(&answer))
        .map_err(|refusal| sentence(refusal, Lang::En))
}

/// What the page asks when it opens.
fn ask(scenario: &Scenario, index: u32, of: u32) -> Ask {
    let view = ViewAsk {
        measure: MeasureId::AlarmTotal.spec().key.to_owned(),
        by_month: false,
        place: String::new(),
    };
    Ask { revision: 1, scenario_json: scenario.to_json(), view, index, of }
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
            parts.extend(job.turn(desk));
        }
    }
    let (desk, first) = &mut jobs[0];
    let mut last = None;
    while !first.has_run() {
        last = first.turn(desk).or(last);
    }
    for part in parts {
        let part = from_bytes(&to_bytes(&part)).expect("a part survives its own wire");
        if let FromWorker::Part(part) = part
            && let ToWorker::Part(part) = ToWorker::Part(part)
        {
            last = first.take(desk, &part).or(last);
        }
    }
    match last {
        Some(FromWorker::Answer(answer)) => Ok(*answer),
        Some(other) => Err(sentence(other, lang)),
        None => Err("No draw was run. Ask for at least sixteen draws.".to_owned()),
    }
}

fn sentence(refusal: FromWorker, lang: Lang) -> String {
    match (refusal, lang) {
        (FromWorker::Refused { ja, .. }, Lang::Ja) => ja,
        (FromWorker::Refused { en, .. }, Lang::En) => en,
        _ => "The job ended without an answer. Please report this.".to_owned(),
    }
}

fn table(city: &City, answer: &Answer, lang: Lang) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}", city.facts.name.get(lang));
    for measure in MeasureId::all() {
        let spec = measure.spec();
        for year in city.facts.frame.window().iter() {
            let FiscalYear(y) = year;
            let Some(band) = answer.city(measure.index(), i32::from(y)) else { continue };
            let show = |which: usize| number::rounded(lang, f64::from(band[which]));
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
    let code = answer.code.as_deref().unwrap_or("-");
    let _ = write!(out, "result code\t{code}");
    out
}

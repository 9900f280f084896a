//! `mitoshi bench`: how long the work takes here. Figures, never a test.

#![expect(clippy::disallowed_types, reason = "measuring time is this file's only purpose")]

use std::rc::Rc;
use std::time::Instant;

use super::arguments::Arguments;
use crate::engine::columns::{Columns, Layout};
use crate::engine::draw::Ranges;
use crate::engine::study::Study;
use crate::facts::Municipality;
use crate::levers::{LeverId, Policy, Setting};
use crate::model::lanes::LANES;
use crate::shocks::Script;
use crate::worker::desk::City;

struct Row {
    name: &'static str,
    value: f64,
    unit: &'static str,
    budget: Option<f64>,
    ambition: Option<f64>,
}

/// The median time of an odd number of rounds, in microseconds.
fn timed(mut work: impl FnMut()) -> f64 {
    work();
    let mut rounds: Vec<f64> = (0..5)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    rounds[2]
}

pub(super) fn bench(arguments: &Arguments) -> Result<String, String> {
    const BLOCKS: u32 = 16;
    let n_draws = f64::from(BLOCKS) * LANES as f64;
    let read = timed(|| drop(std::hint::black_box(Municipality::kawasaki())));
    let city = City::new(Municipality::kawasaki().basis);
    let study = Study::new(Rc::clone(&city.ground), Ranges::default(), Script::default(), 1);
    let starts_take = timed(|| {
        for block in 0..BLOCKS {
            std::hint::black_box(study.start(block));
        }
    });
    let starts: Vec<_> = (0..BLOCKS).map(|block| study.start(block)).collect();
    let ground = &study.ground;
    let layout = Layout::new(ground.timeline, &ground.geography, None);
    let run = |policy: &Policy| {
        let levers = ground.levers(policy);
        timed(|| {
            let mut columns = Columns::new(layout.n_cells(), BLOCKS);
            for (block, start) in (0..BLOCKS).zip(&starts) {
                study.run(start, &levers, &layout, block, &mut columns);
            }
            std::hint::black_box(&columns);
        })
    };
    let setting = Setting {
        lever: LeverId::AlarmPublicity,
        place: String::new(),
        value: 2.0,
        start_month: 0,
        ramp_months: 0,
    };
    let moved = Policy::default().with(setting).map_err(|e| e.describe(crate::i18n::Lang::En))?;
    let row = |name, value, unit, budget, ambition| Row { name, value, unit, budget, ambition };
    let rows = [
        row("native: read and lower the built-in facts", read / 1e3, "ms", Some(5.0), None),
        row("native: a draw's life up to the plan", starts_take / n_draws, "µs/draw", None, None),
        row(
            "native: lever move, FY2021–25",
            run(&moved) / n_draws,
            "µs/draw",
            Some(75.0),
            Some(37.5),
        ),
    ];
    if arguments.has("json") {
        let cells = rows.iter().map(Row::json).collect::<Vec<_>>().join(",");
        return Ok(format!("{{\"rows\":[{cells}]}}"));
    }
    Ok(rows.iter().map(Row::line).collect::<Vec<_>>().join("\n"))
}

impl Row {
    fn json(&self) -> String {
        let number = |x: Option<f64>| x.map_or("null".to_owned(), |x| format!("{x:.3}"));
        format!(
            "{{\"name\":\"{}\",\"value\":{:.3},\"unit\":\"{}\",\"budget\":{},\"ambition\":{}}}",
            self.name,
            self.value,
            self.unit,
            number(self.budget),
            number(self.ambition)
        )
    }

    fn line(&self) -> String {
        let budget = self.budget.map_or(String::new(), |b| format!("(budget {b:.1})"));
        format!("{:<44} {:>10.2} {} {budget}", self.name, self.value, self.unit)
    }
}

//! «この数字を使う結果» says what moves when a figure changes, and nothing else.

use std::collections::BTreeSet;

use super::fuzz::run_once;
use mitoshi::assumptions::Chain;
use mitoshi::facts::Municipality;
use mitoshi::measures::MeasureId;
use mitoshi::ui::rooms::data::uses::uses;

#[test]
fn what_a_figure_reaches_is_what_moves() {
    let base = Municipality::kawasaki();
    let before = run_once(base.clone());
    let n = before.n_years as usize;
    let keys: BTreeSet<&str> = base.observations.iter().map(|o| o.measure.as_str()).collect();
    for key in keys {
        let mut city = base.clone();
        let figures = city.basis.observations.iter_mut();
        figures.filter(|seen| seen.measure.as_str() == key).for_each(|seen| seen.value *= 1.07);
        let after = run_once(city);
        let moved = |measure: MeasureId| {
            let years = measure.index() * n..(measure.index() + 1) * n;
            before.city[years.clone()] != after.city[years]
        };
        let chains: BTreeSet<Chain> =
            MeasureId::all().filter(|m| moved(*m)).map(|m| m.spec().chain).collect();
        assert_eq!(chains, uses(key).iter().copied().collect(), "{key}");
    }
}

use mitoshi::facts::Municipality;
use mitoshi::measures::MeasureId;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn probe() {
    for base in [Municipality::kawasaki()] {
        let zero = super::fuzz::run_once(base.clone());
        let keys: BTreeSet<String> =
            base.observations.iter().map(|o| o.measure.0.clone()).collect();
        for key in keys {
            let mut city = base.clone();
            for o in city.basis.observations.iter_mut().filter(|o| o.measure.0 == key) {
                o.value *= 1.07;
            }
            let one = super::fuzz::run_once(city);
            let n = zero.n_years as usize;
            let mut chains: BTreeMap<String, Vec<&str>> = BTreeMap::new();
            for m in MeasureId::all() {
                let r = m.index() * n..(m.index() + 1) * n;
                if zero.city[r.clone()] != one.city[r] {
                    chains.entry(format!("{:?}", m.spec().chain)).or_default().push(m.spec().key);
                }
            }
            println!(
                "{key}: {}",
                chains
                    .iter()
                    .map(|(c, v)| format!("{c}({})", v.len()))
                    .collect::<Vec<_>>()
                    .join(" ")
            );
        }
    }
}

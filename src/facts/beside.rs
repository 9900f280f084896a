//! Figures of other cities as they are shown beside a decision: each said in full, so that whoever
//! shows them needs neither the tables nor their sources.

use serde::{Deserialize, Serialize};

use crate::facts::Municipality;
use crate::facts::observation::{MeasureKey, Peer};
use crate::i18n::{Label, Lang};
use crate::units::When;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Beside {
    pub measure: MeasureKey,
    pub label: Label,
    pub unit: Label,
    pub place: Label,
    pub when: When,
    pub value: f64,
    pub citation: Label,
}

impl Municipality {
    /// The figures of other cities for these measures, in the order of the table.
    pub fn beside(&self, measures: &[&str]) -> Vec<Beside> {
        let of_it = |peer: &&Peer| measures.contains(&peer.measure.as_str());
        self.peers.iter().filter(of_it).filter_map(|peer| self.said_in_full(peer)).collect()
    }

    fn said_in_full(&self, peer: &Peer) -> Option<Beside> {
        let named = self.measure(peer.measure.as_str())?;
        let citation = |lang| self.citation(peer.provenance.source, lang);
        Some(Beside {
            measure: peer.measure.clone(),
            label: named.label.clone(),
            unit: named.unit.clone(),
            place: peer.place.clone(),
            when: peer.when,
            value: peer.value,
            citation: Label { ja: citation(Lang::Ja), en: citation(Lang::En) },
        })
    }
}

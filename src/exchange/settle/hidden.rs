//! What is withheld among the parts of a total that is told: one part is what the total leaves for
//! it, several are moved within their ranges until they add up.

use super::Done;
use super::figures::{Figures, Key};
use crate::exchange::meaning::names::Names;
use crate::exchange::meaning::sums::SUMS;
use crate::places::Level;

impl Figures {
    pub(super) fn work_out_withheld(&mut self, names: &Names, done: &mut Done) {
        let told = self.found.values().filter(|figure| figure.error_sd.is_none());
        let told: Vec<Key> = told.map(|figure| figure.key.clone()).collect();
        for whole in told {
            let adds_up = !done.is_share(&whole.measure);
            let levels = [Level::Centre, Level::Area, Level::Ward];
            for level in levels.into_iter().filter(|_| adds_up) {
                let places = names.children(&whole.place).filter(|child| child.level == level);
                let of = |place: String| Key { place, ..whole.clone() };
                let parts: Vec<Key> = places.map(|child| of(child.code.clone())).collect();
                self.share_out(&whole, &parts, done);
            }
            if let Some((_, kinds)) = SUMS.iter().find(|(sum, _)| *sum == whole.measure) {
                let of = |kind: &&str| Key { measure: (**kind).to_owned(), ..whole.clone() };
                let parts: Vec<Key> = kinds.iter().map(of).collect();
                self.share_out(&whole, &parts, done);
            }
        }
    }

    /// Where parts and total are not rounded, and the ranges have room for it. Otherwise the total
    /// is held against the parts as they are.
    fn share_out(&mut self, whole: &Key, parts: &[Key], done: &mut Done) {
        let Some(told) = self.found.get(whole).cloned() else { return };
        let (mut hidden, mut left, mut room, mut rounded) =
            (Vec::new(), told.value, 0.0, told.half);
        for key in parts {
            let Some(part) = self.found.get(key) else { return };
            left -= part.value;
            if part.error_sd.is_some() {
                room += part.half;
                hidden.push(key);
            } else {
                rounded += part.half;
            }
        }
        // Written so that what was refused, which is not a number, is left alone.
        if rounded == 0.0 && 0.0 < room && left.abs() <= room {
            for key in &hidden {
                let Some(part) = self.found.get_mut(key) else { continue };
                part.value += left * part.half / room;
                if hidden.len() == 1 {
                    (part.kind, part.error_sd, part.half) = (told.kind, None, 0.0);
                    part.note =
                        ["秘匿：合計から分かる".into(), "withheld: known from the total".into()];
                    done.n_ranges -= 1;
                    done.n_worked_out += 1;
                }
            }
        }
    }
}

//! Who may have a device: A, 65 and over living alone (or counted as such) with a chronic illness;
//! B, living alone from an age on; C, dementia with risk of wandering, portable devices only. A
//! person in two classes counts once.

use super::{Inputs, State};
use crate::levers::LeverId;
use crate::model::alarm::World;
use crate::model::ground::MonthIndex;
use crate::model::lanes::{LANES, Lanes};
use crate::model::people::{Group, N_GROUPS, People};

impl Inputs {
    /// Eligible people of an area under some rules. At today's all are as willing.
    pub(super) fn eligible(
        &self,
        people: &People,
        area: usize,
        month: MonthIndex,
        rules: Rules,
    ) -> Eligible {
        let people = people.at_end_of(month, area);
        let alone = Group::ALONE.map(|group| people.heads(group));
        let all_alone = alone[0] + alone[1] + alone[2] + alone[3] + alone[4];
        let from = |age: f32| {
            let mut sum = alone[4];
            for (i, group) in alone[..4].iter().enumerate() {
                let top = 70.0 + 5.0 * i as f32;
                let share = ((top - age) * 0.2).clamp(0.0, 1.0);
                sum += *group * share;
            }
            sum
        };
        let today = from(TODAY.age);
        let is_today = rules.age.to_bits() == TODAY.age.to_bits();
        let now = if is_today { today } else { from(rules.age) };
        let newly = (now - today).positive();
        let ill = self.chronic_share * rules.class_a;
        let younger_ill = (all_alone - now).positive() * ill;
        let wandering = people.heads(Group::Dementia) * self.wander_share * rules.class_c;
        let heads = (now + younger_ill) * self.household_factor + wandering;
        let willing = now.at_most(today) + newly * (ill + self.take_new * (Lanes::ONE - ill));
        let willing = (willing + younger_ill) * self.household_factor + wandering;
        Eligible { heads, willing, wandering }
    }

    /// Eligible people under the plan's present rules.
    pub fn eligible_today(&self, people: &People, area: usize, month: MonthIndex) -> Lanes {
        self.eligible(people, area, month, TODAY).heads
    }

    /// Eligible people under today's rules at the ends of two months in a row, where these lie
    /// between the same two 1 Octobers: the same as [`Self::eligible`], in one loop over the draws.
    pub(super) fn today_and_next(
        &self,
        people: &People,
        area: usize,
        month: MonthIndex,
    ) -> Option<[Lanes; 2]> {
        let ([before, after], shares) = people.around(month, area)?;
        let mut heads = [Lanes::ZERO; 2];
        for (heads, share) in heads.iter_mut().zip(shares) {
            self.today_between(before, after, share, heads);
        }
        Some(heads)
    }

    #[inline(never)]
    fn today_between(
        &self,
        before: &[Lanes; N_GROUPS],
        after: &[Lanes; N_GROUPS],
        share: f32,
        heads: &mut Lanes,
    ) {
        for i in 0..LANES {
            let at = |group: Group| {
                let (before, after) = (before[group as usize].0[i], after[group as usize].0[i]);
                before + (after - before) * share
            };
            let [a, b, c, d, e] = Group::ALONE.map(at);
            let now = e + c + d;
            let younger = a + b + c + d + e - now;
            let younger = if 0.0 < younger { younger } else { 0.0 };
            let wandering = at(Group::Dementia) * self.wander_share.0[i];
            let alone = now + younger * self.chronic_share.0[i];
            heads.0[i] = alone * self.household_factor.0[i] + wandering;
        }
    }

    /// Class C is for portable devices only. The share of home devices that history shows is that
    /// of all who apply; where others make up a larger or smaller part of them than at today's
    /// rules, it rises or falls with that part. Exactly 1 at today's rules.
    pub(super) fn home_factor(
        &self,
        people: &People,
        area: usize,
        month: MonthIndex,
        now: &Eligible,
    ) -> Lanes {
        let today = self.eligible(people, area, month, TODAY);
        now.may_choose().ratio(today.may_choose())
    }
}

impl State {
    /// Eligible people go in a straight line from one 1 October, the end of September, to the
    /// next, and are looked at again when a rule changes and in April, when a plan may start.
    pub(super) fn look_at_eligible(
        &mut self,
        inputs: &Inputs,
        world: &World<'_>,
        month: MonthIndex,
    ) {
        let rules = Rules {
            age: world.levers.city(LeverId::AlarmAge, month),
            class_a: world.levers.city(LeverId::AlarmClassA, month),
            class_c: world.levers.city(LeverId::AlarmClassC, month),
        };
        let is_anew = month.is_multiple_of(12) || month % 12 == 5 || self.rules != Some(rules);
        self.rules = Some(rules);
        for (i, area) in self.areas.iter_mut().enumerate() {
            if is_anew
                && rules == TODAY
                && let Some([now, next]) = inputs.today_and_next(world.people, i, month)
            {
                (area.eligible, area.willing) = (now, now);
                (area.eligible_step, area.willing_step) = (next - now, next - now);
                area.home_factor = None;
            } else if is_anew {
                let now = inputs.eligible(world.people, i, month, rules);
                let next = inputs.eligible(world.people, i, month + 1, rules);
                (area.eligible, area.willing) = (now.heads, now.willing);
                area.eligible_step = next.heads - now.heads;
                area.willing_step = next.willing - now.willing;
                area.home_factor =
                    (rules != TODAY).then(|| inputs.home_factor(world.people, i, month, &now));
            } else {
                area.eligible += area.eligible_step;
                area.willing += area.willing_step;
            }
        }
    }
}

/// Who is eligible in an area.
pub(super) struct Eligible {
    pub(super) heads: Lanes,
    /// Weighed by how willing those are who become eligible newly.
    pub(super) willing: Lanes,
    /// Class C.
    wandering: Lanes,
}

impl Eligible {
    /// Of the willing, the part that may choose either type.
    fn may_choose(&self) -> Lanes {
        (self.willing - self.wandering).ratio(self.willing)
    }
}

/// Who is eligible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rules {
    pub(super) age: f32,
    pub(super) class_a: f32,
    pub(super) class_c: f32,
}

pub(super) const TODAY: Rules = Rules { age: 75.0, class_a: 1.0, class_c: 1.0 };

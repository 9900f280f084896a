//! Survival from national life tables.
//!
//! From deaths within a year by exact age, `qx`: `l(x+1) = l(x)·(1 − qx)`, person-years
//! `L(x) = (l(x) + l(x+1)) / 2`. Of those aged x on 1 October, `1 − L(x+1)/L(x)` die within the
//! year; of the newborn before their first 1 October `1 − L(0)/l(0)`. The open top keeps
//! `T(101)/T(100)`. Source: 完全生命表 (厚生労働省), recomputed as in `derived_survival_5yr_japan`.

use super::{Ages, N_AGES, TOP_AGE};

/// One sex's survival as the step of a year needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Survival {
    /// Share of those of an age on 1 October who die before the next one.
    pub dying: Ages,
    /// Share of the born who die before their first 1 October.
    pub dying_newborn: f64,
    /// L(x), the last one of all ages from the top on.
    pub person_years: Ages,
}

impl Survival {
    /// From deaths within a year by single age; ages after the last are certain death.
    #[inline]
    pub fn of(qx: &[f64]) -> Self {
        let mut alive = 1.0;
        let mut lived = Vec::with_capacity(130);
        for age in 0..130 {
            let next = alive * (1.0 - qx.get(age).copied().unwrap_or(1.0));
            lived.push(0.5 * (alive + next));
            alive = next;
        }
        let from_top = |top: usize| lived[top..].iter().sum::<f64>();
        let mut dying = [1.0; N_AGES];
        let mut person_years = [0.0; N_AGES];
        for age in 0..TOP_AGE {
            person_years[age] = lived[age];
            dying[age] = 1.0 - if lived[age] == 0.0 { 0.0 } else { lived[age + 1] / lived[age] };
        }
        person_years[TOP_AGE] = from_top(TOP_AGE);
        if 0.0 < person_years[TOP_AGE] {
            dying[TOP_AGE] = 1.0 - from_top(TOP_AGE + 1) / person_years[TOP_AGE];
        }
        Self { dying, dying_newborn: 1.0 - lived[0], person_years }
    }

    /// How fast mortality fell from one table to a later one: a yearly log rate at 65–99, weighted
    /// by the deaths of the earlier table. 0 when the years are the same.
    #[inline]
    pub fn pace(&self, earlier: &Self, years: f64) -> f64 {
        let (mut then, mut now) = (0.0, 0.0);
        for age in 65..TOP_AGE {
            then += earlier.person_years[age] * earlier.dying[age];
            now += earlier.person_years[age] * self.dying[age];
        }
        if years == 0.0 || then <= 0.0 || now <= 0.0 { 0.0 } else { libm::log(then / now) / years }
    }
}

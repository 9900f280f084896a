//! Net migration by single age, such that five single-year steps do what a five-year ratio says.
//!
//! A one-year step is `P(t+1, x+1) = P(t, x)·(s(x) + m(x))`: survival from the life table, and
//! net migration as a share of those there. What is left of the cohort-change ratio after survival
//! is migration and the city's own mortality together: see `survival` for the level of deaths.
//!
//! `m` is a broken line with a knot at ages 4, 9 … 84 and 89, flat before and after: a group that
//! starts at 5g … 5g+4 passes the ages 5g … 5g+8, whose middle is 5g+4. Each knot is moved until
//! its group ends with the heads the ratio gives, exactly. So single-year and five-year mode agree
//! by construction at the ends of the periods, and run smoothly between.

use super::official::{BOYS_PER_GIRL, N_GROUPS};
use super::{Ages, N_AGES, TOP_AGE};

const N_KNOTS: usize = N_GROUPS - 1;
/// The first age of the last cohort, 85+.
const OLD: usize = 85;

/// One year on, without births.
#[inline]
pub fn one_year(heads: &mut Ages, go_on: &Ages) {
    heads[TOP_AGE] = heads[TOP_AGE] * go_on[TOP_AGE] + heads[TOP_AGE - 1] * go_on[TOP_AGE - 1];
    for age in (1..TOP_AGE).rev() {
        heads[age] = heads[age - 1] * go_on[age - 1];
    }
    heads[0] = 0.0;
}

/// Survival and migration together.
#[inline]
pub fn go_on(dying: &Ages, moving: &Ages) -> Ages {
    std::array::from_fn(|age| (1.0 - dying[age] + moving[age]).max(0.0))
}

#[inline]
fn spread(knots: &[f64; N_KNOTS]) -> Ages {
    std::array::from_fn(|age| {
        if age <= 4 {
            return knots[0];
        }
        let (k, share) = ((age - 4) / 5, ((age - 4) % 5) as f64 / 5.0);
        if N_KNOTS - 1 <= k {
            knots[N_KNOTS - 1]
        } else {
            knots[k] + (knots[k + 1] - knots[k]) * share
        }
    })
}

/// Net migration such that, from `start`, each cohort ends with `ratios` times its heads.
#[inline]
pub fn solve(start: &Ages, dying: &Ages, ratios: &[f64; N_KNOTS]) -> Ages {
    let mut knots = [0.0; N_KNOTS];
    for _ in 0..120 {
        let mut heads = *start;
        let rates = go_on(dying, &spread(&knots));
        for _ in 0..5 {
            one_year(&mut heads, &rates);
        }
        let mut worst = 0.0f64;
        for (g, knot) in knots.iter_mut().enumerate() {
            let end = if g == N_KNOTS - 1 { N_AGES } else { 5 * g + 10 };
            let reached: f64 = heads[5 * g + 5..end].iter().sum();
            let wanted = ratios[g]
                * start[5 * g..if g == N_KNOTS - 1 { N_AGES } else { 5 * g + 5 }]
                    .iter()
                    .sum::<f64>();
            if reached <= 0.0 {
                continue;
            }
            let miss = wanted / reached - 1.0;
            worst = worst.max(miss.abs());
            // Five steps with this rate; the oldest thin out, so their steps count for less.
            let pull = if OLD <= 5 * g { 1.0 - dying[OLD + 3] } else { 1.0 };
            *knot = (*knot + 0.25 * pull * miss).clamp(-0.9, 0.9);
        }
        if worst < 1e-11 {
            break;
        }
    }
    spread(&knots)
}

/// Infants on 1 October per woman 15–49, by sex, such that after five years the children 0–4 are
/// `child_woman` times the women of that day, boys to girls as the edition has them.
#[inline]
pub fn infants(start: [&Ages; 2], go_on: [&Ages; 2], child_woman: f64) -> [f64; 2] {
    let mut women = *start[1];
    let mut mothers = [0.0; 5];
    for count in &mut mothers {
        one_year(&mut women, go_on[1]);
        *count = women[15..50].iter().sum();
    }
    let children = child_woman * mothers[4];
    let shares = [BOYS_PER_GIRL / (1.0 + BOYS_PER_GIRL), 1.0 / (1.0 + BOYS_PER_GIRL)];
    std::array::from_fn(|sex| {
        let mut per_infant = 0.0;
        for (year, women) in mothers.iter().enumerate() {
            let kept: f64 = go_on[sex][..4 - year].iter().product();
            per_infant += women * kept;
        }
        if per_infant == 0.0 { 0.0 } else { children * shares[sex] / per_infant }
    })
}

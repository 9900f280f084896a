//! Posts by the number of people of 65 and over: whole posts that add to the drawn total.

use super::start::{Ask, sum};
use crate::assumptions::AssumptionId;
use crate::model::lanes::Lanes;
use crate::model::luck::Purpose;
use crate::units::sort_few;

const POSTS: AssumptionId = AssumptionId::of("st_posts_city");
const NUDGE: Purpose = Purpose::named("posts rounding");

/// A centre's own rounding is moved by up to this much either way, so that equal centres do not
/// all gain a post in the same April. Arithmetic of rounding: the city's total is met all the same,
/// and beyond a half a centre could be rounded away from its own number.
const NUDGE_SIZE: f32 = 0.3;

/// Posts by 65+: shares of the drawn total, and whole posts by largest remainder.
pub(super) struct Quotas {
    pub(super) elderly: Vec<Lanes>,
    pub(super) quota: Vec<Lanes>,
    pub(super) rounding: Lanes,
    pub(super) posts: Vec<Lanes>,
    /// Growth of 65+ in a year of the history.
    pub(super) growth: Lanes,
}

impl Quotas {
    pub(super) fn new(ask: &Ask<'_>) -> Self {
        let (geography, first) = (ask.geography, ask.timeline.first);
        // Of an area without a centre the people count where they are served.
        let served = &geography.served;
        let at = |month| served.iter().map(move |areas| ask.people.elderly_of(month, areas));
        let elderly: Vec<_> = at(first).collect();
        let later: Vec<_> = at(first + 24).collect();
        let growth = (sum(&later).ratio(sum(&elderly)) - 1.0).clamp_to(-0.2, 0.2) * 0.5;
        let total = (ask.assumed.get(POSTS) * ask.ground.posts_share).rounded();
        let n_centres = geography.n_centres() as f32;
        let total = total.at_least(Lanes::all(n_centres));
        let all = sum(&elderly);
        let quota: Vec<_> = (0..geography.n_centres())
            .map(|centre| {
                let area = geography.centre_area[centre];
                let n_here = geography.area_centres[area].len() as f32;
                let even = Lanes::all(1.0 / n_centres);
                let share = all.choose((elderly[area] * (1.0 / n_here)).ratio(all), even);
                let luck = ask.luck.uniform(geography.centre_keys[centre], NUDGE, 0);
                (total * share + (luck - 0.5) * (2.0 * NUDGE_SIZE)).positive()
            })
            .collect();
        let rounding = Lanes::from_fn(|lane| rounding(&quota, total.0[lane], lane));
        let whole = |quota: &Lanes| (*quota + rounding).positive().whole().at_least(Lanes::ONE);
        let posts = quota.iter().map(whole).collect();
        Self { elderly, quota, rounding, posts, growth }
    }
}

/// What to add to each quota so that their whole parts add to the total: the largest remainders
/// are rounded up.
fn rounding(quota: &[Lanes], total: f32, lane: usize) -> f32 {
    let mut rests: Vec<f32> = quota.iter().map(|q| q.0[lane] - (q.0[lane] as i32) as f32).collect();
    let whole: f32 = quota.iter().map(|q| (q.0[lane] as i32) as f32).sum();
    sort_few(&mut rests, |a, b| b.total_cmp(a));
    let n_up = (total - whole).clamp(0.0, rests.len() as f32) as usize;
    let above = if n_up == 0 { 1.0 } else { rests[n_up - 1] };
    let below = rests.get(n_up).copied().unwrap_or(0.0);
    1.0 - (above + below) * 0.5
}

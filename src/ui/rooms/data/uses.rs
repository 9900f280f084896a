//! «この数字を使う結果»: which results an observed figure reaches. A test changes each figure of the
//! built-in municipality and holds this table to what then moves.

use crate::assumptions::Chain;
use crate::measures::MeasureId;

const PROGRAMMES: &[Chain] = &[Chain::Programmes];
const PROGRAMMES_COST: &[Chain] = &[Chain::Programmes, Chain::Money];
const ALARM: &[Chain] = &[Chain::Alarm, Chain::Money];
const STAFF: &[Chain] = &[Chain::Staff, Chain::Meetings, Chain::Awareness, Chain::Money];

/// The chains that a measure's observations reach.
const USES: &[(&str, &[Chain])] = &[
    ("aid_extinguisher", PROGRAMMES_COST),
    ("aid_extinguisher_limit", &[Chain::Money]),
    ("aid_ih_cooker", PROGRAMMES_COST),
    ("aid_ih_cooker_limit", &[Chain::Money]),
    ("alarm_home", ALARM),
    ("alarm_portable", ALARM),
    ("care_meetings", &[Chain::Meetings, Chain::Awareness, Chain::Money]),
    ("centre_awareness", &[Chain::Awareness]),
    ("certified", &[Chain::CareNeed, Chain::Meetings, Chain::Awareness, Chain::Money]),
    ("council_members", PROGRAMMES),
    (
        "living_alone",
        &[Chain::Households, Chain::Alarm, Chain::Meetings, Chain::Awareness, Chain::Money],
    ),
    ("living_alone_surveyed", PROGRAMMES),
    ("living_alone_watched", PROGRAMMES),
    ("resident_led_participants", PROGRAMMES_COST),
    ("small_area_coordination_sites", PROGRAMMES_COST),
    ("staff_tenure_under5", STAFF),
    ("staff_turnover", STAFF),
    ("staff_vacancies", STAFF),
    ("watch_partners_shop", PROGRAMMES_COST),
    ("watch_partners_visiting", PROGRAMMES_COST),
    ("watch_reports_away", PROGRAMMES),
    ("watch_reports_found_dead", PROGRAMMES),
    ("watch_reports_hospital", PROGRAMMES),
    ("watch_reports_other", PROGRAMMES),
];

/// None of them: the figure is shown beside the results, and computes nothing.
pub fn uses(measure: &str) -> &'static [Chain] {
    USES.iter().find(|(key, _)| *key == measure).map_or(&[], |(_, chains)| chains)
}

/// The results of these chains.
pub fn results(chains: &[Chain]) -> impl Iterator<Item = MeasureId> {
    MeasureId::all().filter(|measure| chains.contains(&measure.spec().chain))
}

//! Every embedded file: its header, its sources, its size; and that no seed figure was lost.

use std::collections::BTreeSet;

use mitoshi::facts::Municipality;
use mitoshi::facts::builtin::FOLDERS;
use mitoshi::facts::figures::{
    Section,
    Section::{Observed, Peer, Target},
    table,
};
use mitoshi::facts::read::FILES;
use mitoshi::facts::table::Table;
use mitoshi::sources::{CATALOGUE, Source, SourceId};
use mitoshi::units::When;

#[test]
fn every_file_says_what_it_is() {
    for folder in FOLDERS {
        for (file, text) in folder.files {
            let name = format!("{}/{file}", folder.name);
            let table = Table::parse(&name, text).unwrap();
            assert!(FILES.contains(file), "{name} is not a file the reader knows");
            assert!(table.rows().len() > 0, "{name} is empty");
            for header in ["source", "unit", "as_of", "retrieved", "grade", "note"] {
                assert!(!table.header(header).is_empty(), "{name} has no {header}");
            }
        }
    }
}

#[test]
fn every_file_on_disk_is_embedded() {
    for folder in FOLDERS {
        let path = format!("{}/assets/facts/{}", env!("CARGO_MANIFEST_DIR"), folder.name);
        for entry in std::fs::read_dir(path).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!(
                folder.read(&name).is_some(),
                "assets/facts/{}/{name} is not embedded: add it to src/facts/builtin.rs",
                folder.name
            );
        }
    }
}

/// 60 kB is the budget of the whole page's facts; see issue 3.
#[test]
fn the_embedded_tables_stay_small() {
    let all: String =
        FOLDERS.iter().flat_map(|folder| folder.files).map(|(_, text)| *text).collect();
    let packed = miniz_oxide::deflate::compress_to_vec(all.as_bytes(), 9).len();
    assert!(packed <= 60_000, "{packed} bytes packed: leave out what can be recomputed");
    println!("{} bytes, {packed} packed", all.len());
}

#[test]
fn every_source_is_used_and_every_used_source_is_listed() {
    let mut used: BTreeSet<SourceId> = BTreeSet::new();
    for municipality in [Municipality::kawasaki(), Municipality::asago()] {
        used.extend(municipality.sources_used());
    }
    // Cells that name a source without becoming a figure of their own.
    for folder in FOLDERS {
        for (file, text) in folder.files {
            let table = Table::parse(file, text).unwrap();
            let cells = table.rows().map(|row| row.text("source").to_owned());
            used.extend(
                cells.chain([table.header("source")]).filter_map(|key| SourceId::find(&key)),
            );
        }
    }
    // What a scenario's own figures carry.
    used.insert(SourceId::OwnFigures);
    for spec in CATALOGUE {
        assert!(
            used.contains(&spec.id),
            "the source {} is used nowhere: take it out of src/sources/catalogue.rs",
            spec.key
        );
        let texts = match spec.source {
            Source::Published { publisher, title, table, .. } => [publisher, title, table],
            Source::Assumed { because, by } => [because, because, by],
        };
        assert!(
            texts.iter().all(|text| !text.ja.is_empty() && is_english(text.en)),
            "{}: publisher, title and table in Japanese and in English",
            spec.key
        );
    }
    let keys: BTreeSet<_> = CATALOGUE.iter().map(|spec| spec.key).collect();
    assert_eq!(keys.len(), CATALOGUE.len(), "two sources share a key");
}

fn is_english(text: &str) -> bool {
    let is_japanese = |c: char| ('\u{3000}'..='\u{9fff}').contains(&c);
    !text.is_empty() && !text.contains(is_japanese)
}

/// The figures the project was given first: id, place, year there; section, measure, time here;
/// and the value, which is the same in both.
#[rustfmt::skip]
const SEED: &[(&str, &str, i16, Section, &str, &str, f64)] = &[
    ("care_meetings", "川崎市", 2019, Observed, "care_meetings", "FY2019", 296.0),
    ("care_meetings", "川崎市", 2022, Target, "care_meetings", "FY2022", 400.0),
    ("centre_awareness", "川崎市", 2016, Observed, "centre_awareness", "FY2016", 39.4),
    ("centre_awareness", "川崎市", 2019, Observed, "centre_awareness", "FY2019", 44.4),
    ("centre_awareness", "川崎市", 2022, Target, "centre_awareness", "FY2022", 50.0),
    ("alarm_portable", "川崎市", 2018, Observed, "alarm_portable", "FY2018", 535.0),
    ("alarm_portable", "川崎市", 2019, Observed, "alarm_portable", "FY2019", 729.0),
    ("alarm_portable", "川崎市", 2020, Observed, "alarm_portable", "FY2020", 923.0),
    ("alarm_home", "川崎市", 2018, Observed, "alarm_home", "FY2018", 1034.0),
    ("alarm_home", "川崎市", 2019, Observed, "alarm_home", "FY2019", 880.0),
    ("alarm_home", "川崎市", 2020, Observed, "alarm_home", "FY2020", 722.0),
    ("alarm_total", "川崎市", 2018, Observed, "alarm_total", "FY2018", 1569.0),
    ("alarm_total", "川崎市", 2019, Observed, "alarm_total", "FY2019", 1609.0),
    ("alarm_total", "川崎市", 2020, Observed, "alarm_total", "FY2020", 1645.0),
    ("alarm_copay_portable_max", "川崎市", 2020, Observed,
     "alarm_copay_portable_max", "FY2020", 2032.0),
    ("alarm_copay_home_max", "川崎市", 2020, Observed, "alarm_copay_home_max", "FY2020", 4500.0),
    ("aid_extinguisher", "川崎市", 2018, Observed, "aid_extinguisher", "FY2018", 1.0),
    ("aid_extinguisher", "川崎市", 2019, Observed, "aid_extinguisher", "FY2019", 0.0),
    ("aid_extinguisher", "川崎市", 2020, Observed, "aid_extinguisher", "FY2020", 2.0),
    ("aid_ih_cooker", "川崎市", 2018, Observed, "aid_ih_cooker", "FY2018", 15.0),
    ("aid_ih_cooker", "川崎市", 2019, Observed, "aid_ih_cooker", "FY2019", 10.0),
    ("aid_ih_cooker", "川崎市", 2020, Observed, "aid_ih_cooker", "FY2020", 16.0),
    ("resident_led_participants", "川崎市", 2018, Observed,
     "resident_led_participants", "FY2018", 2672.0),
    ("resident_led_participants", "川崎市", 2019, Observed,
     "resident_led_participants", "FY2019", 3328.0),
    ("resident_led_participants", "川崎市", 2020, Observed,
     "resident_led_participants", "FY2020", 2100.0),
    ("small_area_coordination_sites", "川崎市", 2019, Observed,
     "small_area_coordination_sites", "FY2019", 3.0),
    ("small_area_coordination_sites", "川崎市", 2020, Observed,
     "small_area_coordination_sites", "FY2020", 10.0),
    ("living_alone_surveyed", "川崎市", 2019, Observed, "living_alone_surveyed", "FY2019", 8452.0),
    ("living_alone_watched", "川崎市", 2019, Observed, "living_alone_watched", "FY2019", 176.0),
    ("watch_partners_visiting", "川崎市", 2019, Observed, "watch_partners_visiting", "FY2019", 56.0),
    ("watch_partners_shop", "川崎市", 2019, Observed, "watch_partners_shop", "FY2019", 14.0),
    ("watch_reports", "川崎市", 2019, Observed, "watch_reports", "FY2019", 37.0),
    ("support_centres", "川崎市", 2019, Observed, "support_centres", "FY2019", 49.0),
    ("staff_vacancies", "川崎市", 2020, Observed, "staff_vacancies", "2020-06", 14.0),
    ("staff_turnover", "川崎市", 2018, Observed, "staff_turnover", "FY2018", 25.8),
    ("staff_turnover", "全国", 2018, Peer, "staff_turnover", "FY2018", 16.7),
    ("staff_tenure_under5", "川崎市", 2020, Observed, "staff_tenure_under5", "FY2020", 60.0),
    ("living_alone_share_65", "川崎市", 2015, Observed, "living_alone_share", "2015-10-01", 20.0),
    ("living_alone_share_65", "全国", 2015, Peer, "living_alone_share", "2015-10-01", 17.7),
    ("worry_emergency_living_alone", "川崎市", 2019, Observed,
     "worry_emergency_living_alone", "FY2019", 18.3),
    ("worry_emergency_all", "川崎市", 2019, Observed, "worry_emergency_all", "FY2019", 6.8),
    ("worry_where_to_consult_living_alone", "川崎市", 2019, Observed,
     "worry_where_to_consult_living_alone", "FY2019", 11.5),
    ("worry_any_living_alone", "川崎市", 2019, Observed, "worry_any_living_alone", "FY2019", 45.1),
    ("worry_any_all", "川崎市", 2019, Observed, "worry_any_all", "FY2019", 33.6),
    ("population", "川崎市", 2018, Observed, "population", "2018-10-01", 1516483.0),
    ("ageing_rate", "川崎市", 2018, Observed, "ageing_rate", "2018-10-01", 20.2),
    ("certified", "川崎市", 2018, Observed, "certified", "2018-10-01", 55760.0),
    ("neighbourhood_membership", "川崎市", 2018, Observed,
     "neighbourhood_membership", "2018-04-01", 61.1),
    ("care_manager_offices", "川崎市", 2018, Observed, "care_manager_offices", "FY2018", 385.0),
    ("council_members", "川崎市", 2017, Observed, "council_members", "FY2017", 22.0),
    ("council_members", "川崎市", 2019, Observed, "council_members", "2019-04-01", 90.0),
    ("council_members", "川崎市", 2020, Observed, "council_members", "2021-01", 104.0),
    ("care_areas", "川崎市", 2020, Observed, "care_areas", "FY2020", 44.0),
    ("kawasaki_ward_pop", "川崎市川崎区", 2017, Observed, "population", "2017-04-01", 230173.0),
    ("kawasaki_ward_65", "川崎市川崎区", 2017, Observed, "pop_65", "2017-04-01", 50806.0),
    ("kawasaki_ward_certified", "川崎市川崎区", 2017, Observed, "certified", "2017-04-01", 9813.0),
    ("ikoma_pop", "生駒市", 2017, Peer, "population", "2017-04-01", 120797.0),
    ("ikoma_kayoinoba", "生駒市", 2025, Peer, "gathering_places", "FY2025", 178.0),
    ("tachikawa_pop", "立川市", 2017, Peer, "population", "2017-10-01", 182715.0),
    ("asago_pop", "朝来市", 2018, Peer, "population", "2018-01-01", 31053.0),
    ("asago_leaflet", "朝来市", 2017, Peer, "leaflet_reach", "FY2017", 80.0),
    ("asago_pharmacist_consult", "朝来市", 2017, Peer, "pharmacist_consult", "FY2017", 10.0),
    ("kanazawa_pop", "金沢市", 2017, Peer, "population", "2017-04-01", 453570.0),
    ("adachi_pop", "足立区", 2016, Peer, "population", "2016-04-01", 678623.0),
    ("musashino_pop", "武蔵野市", 2017, Peer, "population", "2017-04-01", 144606.0),
    ("tokyo_centres", "東京都", 2020, Peer, "support_centres", "2020-04", 457.0),
    ("centre_staff_tokyo", "東京都", 2017, Peer, "staff_per_centre", "FY2017", 8.4),
    ("centre_staff_national", "全国", 2017, Peer, "staff_per_centre", "FY2017", 8.1),
];

#[test]
fn no_figure_of_the_seed_table_was_lost() {
    let city = Municipality::kawasaki();
    assert_eq!(SEED.len(), 68);
    for (id, place, year, section, measure, time, value) in SEED {
        let when = When::parse(time).unwrap();
        let is_there = match section {
            Target => city.targets.iter().any(|target| {
                target.measure.as_str() == *measure
                    && When::FiscalYear(target.year) == when
                    && target.value == *value
            }),
            Peer => city.peers.iter().any(|peer| {
                peer.measure.as_str() == *measure
                    && peer.when == when
                    && peer.place.ja == *place
                    && peer.value == *value
            }),
            _ => city.observations.iter().any(|seen| {
                let code = city.places.code(seen.place);
                let is_place = code == if *place == "川崎市" { "14130" } else { "14131" };
                seen.measure.as_str() == *measure
                    && seen.when == when
                    && is_place
                    && seen.value == *value
            }),
        };
        assert!(
            is_there,
            "{id} of {place} {year} is missing or another value: carry it over again"
        );
    }
    assert!(table(&city).len() > 400);
}

#[test]
fn the_clash_over_the_national_turnover_is_told() {
    let city = Municipality::kawasaki();
    let is_it = |peer: &&mitoshi::facts::observation::Peer| {
        peer.measure.as_str() == "staff_turnover" && peer.place.ja == "全国"
    };
    let peer = city.peers.iter().find(is_it).unwrap();
    assert_eq!(peer.value, 16.7);
    assert!(peer.note.ja.contains("2016"), "{:?}", peer.note);
}

//! Another municipality from its files alone.

use std::fmt::Write as _;

use mitoshi::exchange::meaning::Hints;
use mitoshi::exchange::{Asked, Opened, Preview, read};
use mitoshi::facts::Municipality;
use mitoshi::i18n::Lang;
use mitoshi::places::Level;
use mitoshi::protocol::to_bytes;
use mitoshi::scenario::Scenario;

fn made(texts: &[&str], asked: &Asked) -> Preview {
    let sheets: Vec<_> = texts
        .iter()
        .map(|text| read::open("table.csv", text.as_bytes(), &read::shift_jis).unwrap())
        .collect();
    let files: Vec<_> = sheets.iter().map(|sheets| Opened { name: "table.csv", sheets }).collect();
    Preview::of_newcomer(&files, asked, &Hints::default())
}

fn asked(name: &str, n_centres: u32) -> Asked {
    Asked { name: name.into(), n_centres: Some(n_centres), ..Asked::default() }
}

/// Total, 65–74, 75 and over, people living alone and centres, as the seed figures tell them.
const SEEDS: [(&str, &str, [u32; 3], u32, u32); 3] = [
    ("生駒市", "2017年4月1日", [120_797, 17_973, 14_067], 3_668, 6),
    ("立川市", "2017年10月1日", [182_715, 22_404, 21_375], 9_475, 6),
    ("武蔵野市", "2017年10月1日", [144_606, 15_373, 16_620], 8_061, 7),
];

fn seed(index: usize) -> (Municipality, [u32; 3]) {
    let (name, day, [total, old, oldest], alone, n_centres) = SEEDS[index];
    let text = format!(
        "{name} 基本情報（{day}現在）\n場所,総数,65〜74歳,75歳以上\n{name},{total},{old},{oldest}\n"
    );
    let alone = format!("指標,2017年度\nひとり暮らし高齢者,{alone}\n");
    let preview = made(&[&text, &alone], &asked(name, n_centres));
    (super::accepted(preview), [total, old, oldest])
}

#[test]
fn the_municipalities_of_the_seed_figures() {
    for (index, (name, _, _, alone, n_centres)) in SEEDS.into_iter().enumerate() {
        let (city, [total, old, oldest]) = seed(index);
        let root = city.places.root();
        let people = |age| city.population.base.from_age(root, 2017, age).unwrap().persons();
        assert_eq!(city.name.ja, name);
        assert_eq!(people(0), i64::from(total));
        assert_eq!((people(65), people(75)), (i64::from(old + oldest), i64::from(oldest)));
        assert_eq!(super::value(&city, "living_alone", 2017), Some(f64::from(alone)));
        assert_eq!(city.places.centres().count(), n_centres as usize);
        assert_eq!((city.frame.plan.first.0, city.frame.plan_name.ja.as_str()), (2018, "第7期"));
    }
}

/// Of these two only the people of 65 and over are told (of Kanazawa as 25.6 % of all).
#[test]
fn the_other_municipalities_of_the_seed_figures() {
    for (name, day, people, old, certified, n_centres) in [
        ("足立区", "2016年4月1日", 678_623, 167_226, Some(31_871), 25),
        ("金沢市", "2017年4月1日", 453_570, 116_114, None, 19),
        ("朝来市", "2018年4月1日", 31_053, 10_341, Some(2_276), 1),
    ] {
        let text = format!("{name}（{day}現在）\n場所,総数,65歳以上\n{name},{people},{old}\n");
        let more = certified.map(|n| format!("指標,{}年度\n認定者,{n}\n", &day[..4]));
        let texts: Vec<&str> =
            [Some(&text), more.as_ref()].into_iter().flatten().map(String::as_str).collect();
        let city = super::accepted(made(&texts, &asked(name, n_centres)));
        let (root, year) = (city.places.root(), day[..4].parse().unwrap());
        let from = |age| city.population.base.from_age(root, year, age).unwrap().persons();
        assert_eq!((from(0), from(65)), (people, old), "{name}");
        let seen = super::value(&city, "certified", year);
        assert_eq!(seen, certified.map(f64::from), "{name}");
        assert_eq!(city.places.centres().count(), n_centres as usize);
    }
}

/// Kawasaki's tables are not even asked for: the result is that of the national ones and the file.
#[test]
fn no_figure_of_kawasaki_is_in_it() {
    let (city, _) = seed(0);
    let of_kawasaki = Municipality::kawasaki();
    let places = of_kawasaki.places.ids().map(|id| of_kawasaki.places.get(id).name.ja.clone());
    let places: Vec<String> = places.collect();
    assert!(city.places.ids().all(|id| !places.contains(&city.places.get(id).name.ja)));
    assert!(city.population.edition.is_none() && city.population.census.is_none());
    assert!(city.population.register.is_empty() && city.targets.is_empty());
    assert_eq!(city.observations.len(), 1);
    let own = |id| matches!(id, mitoshi::sources::SourceId::Own(_));
    assert!(city.observations.iter().all(|seen| own(seen.provenance.source)));
    assert!(city.population.bands.iter().all(|row| own(row.provenance.source)));
    // Beside its own files everything is national: the same as for the other built-in town.
    assert_eq!(city.national, Municipality::asago().national);
    assert_eq!(city.peers, Municipality::asago().peers);
    // What goes to the engine, and what is kept: not a name, a code or a source of Kawasaki.
    let packed = to_bytes(&city.basis);
    let of_kawasaki = to_bytes(&of_kawasaki.basis);
    for word in ["川崎", "Kawasaki", "kawasaki", "14130", "高津", "14134"] {
        let holds = |bytes: &[u8]| bytes.windows(word.len()).any(|at| at == word.as_bytes());
        assert!(!holds(&packed), "{word}");
        assert!(word == "kawasaki" || holds(&of_kawasaki), "{word} would not be noticed");
    }
    // Figures of others are shown beside one's own as what they are.
    let alone = Municipality { peers: Vec::new(), ..city.clone() };
    let sources = alone.sources_used();
    let cited: Vec<String> = sources.iter().map(|id| city.citation(*id, Lang::Ja)).collect();
    assert!(cited.iter().all(|words| !words.contains("川崎")), "{cited:#?}");
}

/// The answer that comes with the page is about its own municipality: its code is in the document.
#[test]
fn the_first_answer_is_not_about_another_municipality() {
    let (city, _) = seed(0);
    let essence = Scenario::of(&city.code).essence_json();
    assert_ne!(essence, Scenario::default().essence_json());
}

#[test]
fn a_town_of_one_centre_runs() {
    let (city, _) = seed(0);
    let answer = super::fuzz::run_once(city);
    assert!(answer.city.iter().flatten().all(|band| band.iter().all(|value| value.is_finite())));
}

/// Two hundred areas, two files.
fn large() -> (String, String) {
    let mut people = String::from("令和3年10月1日現在\n圏域,性別");
    (0..90).step_by(5).for_each(|from| write!(people, ",{from}〜{}歳", from + 4).unwrap());
    people += ",90歳以上\n";
    let mut centres = String::from("圏域,センター名,令和2年度 定数,現員\n");
    centres = centres.replace("令和2年度 定数", "定数");
    let mut lines = String::new();
    for area in 1..=200 {
        for (sex, base) in [("男", 90), ("女", 100)] {
            write!(people, "第{area}圏域,{sex}").unwrap();
            (0..19).for_each(|age| write!(people, ",{}", base + area % 7 + age).unwrap());
            people.push('\n');
        }
        writeln!(lines, "第{area}圏域,第{area}地域包括支援センター,6,{}", 4 + area % 3).unwrap();
    }
    (people, format!("令和2年度\n{centres}{lines}"))
}

#[test]
fn a_city_of_two_hundred_areas() {
    let (people, centres) = large();
    let asked = Asked { name: "大町市".into(), ..Asked::default() };
    let city = super::accepted(made(&[&people, &centres], &asked));
    assert_eq!((city.places.areas().count(), city.places.centres().count()), (200, 200));
    let named = city.places.at_level(Level::Area).filter(|id| !city.places.is_illustrative(*id));
    assert_eq!(named.count(), 200);
    assert_eq!(super::value(&city, "posts", 2020), Some(1200.0));
    assert!(super::value(&city, "staff_vacancies", 2020).unwrap() > 0.0);
}

#[test]
fn what_is_needed_is_said() {
    let preview = made(&["指標,2017年度\n認定者,100\n"], &Asked::default());
    let said: Vec<_> = preview.problems.iter().map(|problem| problem.describe(Lang::Ja)).collect();
    assert_eq!(
        said,
        [
            "市区町村の名前がわかりません（名前）。「自治体の名前」（コマンドでは --name）に入れてください。",
            "年齢別の人口の表がありません（年齢別の人口）。住民基本台帳か国勢調査の年齢別人口の表を加えてください。",
            "地域包括支援センターの数がわかりません（センターの数か一覧）。センターの一覧の表を加えるか、「センターの数」（コマンドでは --centres）に入れてください。",
        ]
    );
}

//! Whole tables: wide and long, totals, merged blanks, what is withheld.

use super::{accepted, into_asago, into_kawasaki, value};
use mitoshi::exchange::meaning::Hints;
use mitoshi::exchange::own::without_names;
use mitoshi::exchange::{Opened, Preview, Tables, read};
use mitoshi::facts::Municipality;
use mitoshi::facts::age::Sex;
use mitoshi::facts::builtin::KAWASAKI;
use mitoshi::facts::observation::Kind;
use mitoshi::i18n::Lang;

#[test]
fn figures_by_year_in_columns() {
    let city = accepted(into_kawasaki(
        "緊急通報システムの設置台数,,,\n種別,平成30年度,令和元年度,令和2年度見込み\n\
         携帯型,536,\"1,029\",９２４\n自宅設置型,1034,880,722\n計,1570,1909,1646\n※年度末の台数,,,\n",
    ));
    assert_eq!(value(&city, "alarm_portable", 2019), Some(1029.0));
    assert_eq!(value(&city, "alarm_portable", 2020), Some(924.0));
    assert_eq!(value(&city, "alarm_total", 2018), Some(1570.0));
    let root = city.places.root();
    let last = city.observed("alarm_portable", root).pop().unwrap();
    assert_eq!(last.kind, Kind::Estimate);
}

#[test]
fn the_long_form_says_the_same() {
    let city = accepted(into_kawasaki(
        "指標,年度,区分,値\n携帯型,H30,実績,536\n,R1,実績,730\n携帯型,R2,見込み,924\n\
         自宅設置型,H30,実績,1033\n,R1,実績,879\n,R2,見込み,721\n",
    ));
    assert_eq!(value(&city, "alarm_portable", 2019), Some(730.0));
    assert_eq!(value(&city, "alarm_portable", 2018), Some(536.0));
}

#[test]
fn wards_are_added_up_and_their_total_is_checked() {
    let text = "認定者数（令和3年10月1日現在）\n区,認定者数\n川崎区,10000\n幸区,5000\n中原区,6000\n\
                高津区,6000\n多摩区,6000\n宮前区,6000\n麻生区,6000\n";
    let city = accepted(into_kawasaki(text));
    let seen = city.observed("certified", city.places.root()).pop().unwrap();
    assert_eq!(seen.value, 45_000.0);
    let with_total = accepted(into_kawasaki(&format!("{text}合計,45000\n")));
    assert_eq!(with_total.observed("certified", city.places.root()).pop().unwrap().value, 45_000.0);
    let wrong = into_kawasaki(&format!("{text}合計,45001\n"));
    assert_eq!(wrong.problems.len(), 1);
}

#[test]
fn levels_of_care_are_added_up() {
    let city = accepted(into_asago(
        "年度,要支援1,要支援2,要介護1,要介護2,要介護3,要介護4,要介護5,計\n\
         令和2年度,300,310,400,380,330,300,250,\"2,270\"\n",
    ));
    assert_eq!(value(&city, "certified_support", 2020), Some(610.0));
    assert_eq!(value(&city, "certified", 2020), Some(2270.0));
}

#[test]
fn meetings_by_type_make_the_total() {
    let city = accepted(into_asago(
        "会議の種類,令和2年度\n個別ケア会議,6\n圏域会議,4\n相談支援・ケアマネジメント会議,3\n",
    ));
    assert_eq!(value(&city, "care_meetings", 2020), Some(13.0));
}

#[test]
fn what_is_withheld_is_a_range_and_never_zero() {
    let preview = into_asago("指標,令和元年度,令和2年度\n携帯型,5未満,x\n自宅設置型,-,…\n");
    assert_eq!((preview.done.n_ranges, preview.done.n_left_out, preview.done.n_none), (1, 2, 1));
    let city = accepted(preview);
    let root = city.places.root();
    let seen = city.observed("alarm_portable", root);
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].value, 2.0);
    assert!(seen[0].error_sd.unwrap() > 1.0);
    assert!(city.observed("alarm_home", root).is_empty());
}

/// A kind named in a title is the kind, and two of them are all of them.
#[test]
fn the_kind_that_a_title_names() {
    for (title, measure) in [
        ("携帯型の設置台数", "alarm_portable"),
        ("緊急通報装置（自宅設置型）設置台数", "alarm_home"),
        ("緊急通報装置（携帯型・自宅設置型）設置台数", "alarm_total"),
        ("緊急通報装置設置台数", "alarm_total"),
        ("圏域会議の開催回数", "meet_area"),
        ("地域ケア会議の開催回数", "care_meetings"),
        ("Portable alarm devices", "alarm_portable"),
        ("Alarm devices", "alarm_total"),
    ] {
        let text = format!("{title},\n年度,値\n平成29年度,7\n");
        assert_eq!(value(&accepted(into_asago(&text)), measure, 2017), Some(7.0), "{title}");
    }
}

/// A town's ages: two are withheld, the total tells what they hold together.
const AGES: &str = "朝来市 年齢別人口（平成30年1月1日現在）,,,\n年齢,男,女,計\n0〜14歳,1800,1700,3500\n\
    15〜64歳,8000,7700,15700\n65〜74歳,2500,2600,5100\n75〜84歳,1500,2100,3600\n85歳以上,700,1700,2400\n\
    総数,14500,15800,30300\n";

#[test]
fn wide_ages_become_bands() {
    let city = accepted(into_asago(AGES));
    let root = city.places.root();
    let people = |age| city.population.base.from_age(root, 2018, age).unwrap().persons();
    assert_eq!((people(0), people(65), people(75), people(85)), (30_300, 11_100, 6_000, 2_400));
}

fn five_year(hidden: &str, total: &str) -> String {
    let mut text = String::from("年齢,男,女\n");
    for from in (0..90).step_by(5) {
        let men = if from == 10 { hidden } else { "100" };
        text += &format!("{from}〜{}歳,{men},110\n", from + 4);
    }
    text + "90歳以上,20,60\n" + total
}

#[test]
fn one_withheld_age_is_what_the_total_leaves() {
    let text = five_year("x", "総数,\"1,825\",\"2,040\"\n");
    let sheet = format!("令和2年10月1日現在\n{text}");
    let preview = into_asago(&sheet);
    assert_eq!(preview.done.n_worked_out, 1, "{}", preview.describe(Lang::En));
    let city = accepted(preview);
    let ward = city.places.wards().next().unwrap();
    let men = city.population.base.row(ward, 2020, Sex::Male).unwrap();
    assert_eq!(men[2], 105);
    let without = into_asago(&format!("令和2年10月1日現在\n{}", five_year("x", "")));
    assert_eq!(without.problems.len(), 1);
}

#[test]
fn both_sexes_together_are_divided_as_the_nation_is() {
    let mut text = String::from("人口,2020年10月1日\n年齢,計\n");
    for from in (0..85).step_by(5) {
        text += &format!("{from}-{},1000\n", from + 4);
    }
    let preview = into_asago(&(text + "85歳以上,1000\n"));
    assert_eq!(preview.done.n_split_by_sex, 1, "{}", preview.describe(Lang::En));
    let city = accepted(preview);
    let ward = city.places.wards().next().unwrap();
    let row = |sex| city.population.base.row(ward, 2020, sex).unwrap().to_vec();
    let (men, women) = (row(Sex::Male), row(Sex::Female));
    assert!(men[0] > women[0] && men[17] < women[17] / 2 + 100);
    assert!(men.iter().zip(&women).all(|(m, w)| m + w == 1000));
}

#[test]
fn two_lines_of_headings() {
    let mut text =
        String::from("場所,年齢,令和2年10月1日,,\n,,男,女,計\n朝来市,総数,1800,1800,3600\n");
    for from in (0..85).step_by(5) {
        text += &format!(",{from}〜{}歳,100,100,200\n", from + 4);
    }
    let city = accepted(into_asago(&(text + ",85歳以上,100,100,200\n")));
    let total = city.population.base.total(city.places.root(), 2020).unwrap();
    assert_eq!(total.persons(), 3600);
}

#[test]
fn a_population_by_ward_keeps_the_projection() {
    let mut text = String::from("区,性別");
    (0..90).step_by(5).for_each(|from| text += &format!(",{from}〜{}歳", from + 4));
    text += ",90歳以上\n";
    for ward in ["川崎区", "幸区", "中原区", "高津区", "宮前区", "多摩区", "麻生区"]
    {
        for sex in ["男", "女"] {
            text += &format!("{ward},{sex}{}\n", ",5000".repeat(19));
        }
    }
    let preview = into_kawasaki(&format!("令和4年10月1日現在の人口\n{text}"));
    let city = accepted(preview);
    assert_eq!(city.frame.base_year, 2022);
    assert!(city.population.edition.as_ref().unwrap().dates().len() > 3);
    let total = city.population.base.total(city.places.root(), 2022).unwrap();
    assert_eq!(total.persons(), 7 * 2 * 19 * 5000);
}

#[test]
fn centres_with_their_posts() {
    let preview = into_asago("センター名,定数,現員\n朝来市地域包括支援センター,6,4\n");
    // When these hold is not said anywhere.
    assert_eq!(preview.problems.len(), 1);
    let city =
        accepted(into_asago("センター名,年度,定数,現員\n朝来市包括支援センター,令和2年度,6,4\n"));
    assert_eq!(value(&city, "staff_vacancies", 2020), Some(2.0));
}

#[test]
fn a_staff_list_is_counted_and_its_names_are_not_kept() {
    let preview = into_asago(
        "令和2年6月1日現在の職員名簿\nセンター名,氏名,職種\n朝来市地域包括支援センター,山田花子,保健師\n\
         ,佐藤太郎,\n,鈴木一郎,主任ケアマネジャー\n",
    );
    assert!(preview.sheets[0].has_people);
    let tables = preview.accept().unwrap();
    assert!(tables.files().all(|(_, text)| !text.contains("山田") && !text.contains("花子")));
    let city = tables.municipality().unwrap();
    assert_eq!(city.observed("filled", city.places.root()).pop().unwrap().value, 3.0);
}

#[test]
fn an_indicator_of_ones_own_and_its_target() {
    let city = accepted(into_asago(
        "事業,平成30年度,令和元年度,令和5年度目標\nふれあいサロン（か所）,3,4,8\n",
    ));
    let measure = city.measures.iter().find(|m| m.label.ja == "ふれあいサロン").unwrap();
    assert_eq!(measure.unit.ja, "か所");
    assert_eq!(value(&city, measure.key.as_str(), 2019), Some(4.0));
    assert!(city.targets.iter().any(|t| t.measure == measure.key && t.value == 8.0));
}

#[test]
fn nothing_changes_before_it_is_accepted_and_the_way_back_is_the_former_value() {
    use mitoshi::exchange::Tables;
    use mitoshi::facts::builtin::ASAGO;
    let before = Tables::built_in(&ASAGO);
    let after = into_asago("指標,令和2年度\n携帯型,120\n").accept().unwrap();
    assert_ne!(before, after);
    assert_eq!(before.municipality().unwrap(), Municipality::asago());
    assert!(into_asago("指標,令和2年度\n携帯型,多数\n").accept().is_err());
}

#[test]
fn a_total_follows_the_part_that_is_replaced() {
    let preview = into_kawasaki("種別,令和元年度\n携帯型,731\n");
    assert_eq!(preview.done.n_followed, 1, "{}", preview.describe(Lang::Ja));
    let city = accepted(preview);
    assert_eq!(value(&city, "alarm_total", 2019), Some(731.0 + 880.0));
    let both = accepted(into_kawasaki("種別,令和元年度\n携帯型,731\n自宅設置型,880\n"));
    assert_eq!(value(&both, "alarm_total", 2019), Some(1611.0));
    // A total that is given beside its part, and does not fit the other part, is no slip of ours.
    assert!(!into_kawasaki("種別,令和元年度\n携帯型,731\n計,1609\n").can_be_accepted());
}

/// One's own figure stands in place of the table's, with its total; without it the original is back.
#[test]
fn an_own_figure_overrides_and_the_original_stays() {
    let mut tables = Tables::built_in(&KAWASAKI);
    let before = tables.municipality().unwrap();
    let head = "# source: in rows\n# unit: by measure\n# as_of: in rows\n# retrieved: in rows\n\
                # grade: in rows\n# note: own figures\nmeasure,place,time,value,grade,by,why,entered\n";
    let row = "alarm_portable,14130,FY2019,700,observed,川崎花子,台帳を数え直した,2026-11-27\n";
    tables.set("own_figures.csv", format!("{head}{row}"));
    let city = tables.municipality().unwrap();
    assert_eq!(value(&city, "alarm_portable", 2019), Some(700.0));
    assert_eq!(value(&city, "alarm_total", 2019), Some(1580.0));
    let root = city.places.root();
    let seen = city.observed("alarm_portable", root);
    let seen = seen.iter().find(|seen| seen.value == 700.0).unwrap();
    assert!(seen.note.ja.starts_with("元の値："), "{}", seen.note.ja);
    let cited = city.citation(seen.provenance.source, Lang::Ja);
    assert_eq!(cited, "川崎花子「台帳を数え直した」（2026-11-27）");
    let out = without_names(&tables).municipality().unwrap();
    let all: Vec<_> = out.own_sources.iter().map(|own| own.citation(Lang::Ja)).collect();
    assert!(all.iter().all(|words| !words.contains("花子")), "{all:?}");
    tables.set("own_figures.csv", format!("{head}{row}{row}"));
    assert!(tables.municipality().is_err());
    tables.remove("own_figures.csv");
    assert!(tables.municipality().unwrap() == before);
}

/// Words where numbers belong are told one by one, even where there is no number at all.
#[test]
fn a_table_of_words_alone_is_told_cell_by_cell() {
    let preview = into_kawasaki("種別,令和2年度\n携帯型,たくさん\n自宅設置型,多数\n");
    assert_eq!(preview.problems.len(), 2, "{}", preview.describe(Lang::Ja));
}

/// Made by LibreOffice 7.4 from a page: merged years, a total of each, every number with a format
/// of its own that is called «General».
#[test]
fn a_workbook_of_libreoffice_with_merged_cells_and_totals() {
    let bytes = include_bytes!("libreoffice.xlsx");
    let sheets = read::open("libreoffice.xlsx", bytes, &read::shift_jis).unwrap();
    let files = [Opened { name: "libreoffice.xlsx", sheets: &sheets }];
    let tables = Tables::built_in(&KAWASAKI);
    let preview = Preview::of(&files, &tables, &Municipality::kawasaki(), &Hints::default());
    assert_eq!(preview.done.n_totals_checked, 2, "{}", preview.describe(Lang::Ja));
    let city = accepted(preview);
    assert_eq!(value(&city, "alarm_portable", 2019), Some(731.0));
    assert_eq!(value(&city, "alarm_total", 2019), Some(1612.0));
}

/// A column for each month, and the year beside them; or a row for each month.
#[test]
fn months_make_up_the_year() {
    let months: Vec<String> = (4..=12).chain(1..=3).map(|month: u8| format!("{month}月")).collect();
    let head = format!("令和2年度 開催状況\n会議,{}", months.join(","));
    let city = accepted(into_asago(&format!("{head},計\n個別ケア会議{},24\n", ",2".repeat(12))));
    assert_eq!(value(&city, "meet_individual", 2020), Some(24.0));
    let rows: String = months.iter().map(|month| format!("令和2年度,{month},2\n")).collect();
    let preview = into_asago(&format!("年度,月,個別ケア会議\n{rows}"));
    assert_eq!(preview.done.n_months, 12, "{}", preview.describe(Lang::Ja));
    assert_eq!(value(&accepted(preview), "meet_individual", 2020), Some(24.0));
    let wrong = into_asago(&format!("{head},計\n個別ケア会議{},25\n", ",2".repeat(12)));
    assert_eq!(wrong.problems.len(), 1, "{}", wrong.describe(Lang::Ja));
    let few = into_asago("年度,月,個別ケア会議\n令和2年度,4月,2\n,5月,3\n");
    let said: Vec<_> = few.problems.iter().map(|problem| problem.describe(Lang::Ja)).collect();
    assert_eq!(
        said,
        [
            "table.csv 2行目C列：個別ケア会議 令和2年度 (2020)は2か月分しかありません（12か月分、または年度の計）。\
         足りない月（なかった月は0）か、年度の計の列を加えてください。"
        ]
    );
    // What stands at a month's end is no part of a year.
    let stock = into_asago("年月,携帯型\n令和2年4月,30\n令和2年5月,31\n");
    assert!(stock.can_be_accepted(), "{}", stock.describe(Lang::Ja));
}

#[test]
fn subtotals_are_checked_against_the_rows_above_them() {
    let text = |subtotal: u32| {
        let mut text = String::from("令和2年10月1日\n性別,年齢,人数\n");
        for sex in ["男", "女"] {
            for from in (0..85).step_by(5) {
                text +=
                    &format!("{},{from}〜{}歳,10\n", if from == 0 { sex } else { "" }, from + 4);
            }
            text += &format!(",85歳以上,10\n,小計,{subtotal}\n");
        }
        text
    };
    let right = into_asago(&text(180));
    assert_eq!(right.done.n_totals_checked, 2, "{}", right.describe(Lang::Ja));
    assert!(right.can_be_accepted());
    assert_eq!(into_asago(&text(181)).problems.len(), 2);
    // Those of whom 75 and over stand there twice: nothing can be said, and nothing is.
    let twice = text(181).replace("85歳以上,10\n", "85歳以上,10\n,75歳以上（再掲）,30\n");
    assert!(into_asago(&twice).can_be_accepted());
}

/// A centre nobody says the ward of is not put anywhere.
#[test]
fn a_new_centre_needs_its_ward() {
    let text = "センター名,年度,配置数\nどこかの地域包括支援センター,令和2年度,4\n";
    let preview = into_kawasaki(text);
    assert_eq!(preview.problems.len(), 1, "{}", preview.describe(Lang::Ja));
    let city = accepted(into_kawasaki(
        "区,センター名,年度,配置数\n幸区,どこかの地域包括支援センター,令和2年度,4\n",
    ));
    assert!(city.places.centres().any(|id| city.places.get(id).name.ja.starts_with("どこか")));
}

/// The chart of costs names this table and its label: they must be understood.
#[test]
fn a_ceiling_is_taken_in_by_its_name() {
    for text in [
        "指標,年度,値\n地域支援事業の上限額,令和3年度,5000000000\n",
        "measure,fiscal year,value\nceiling of the community support programme,FY2021,5000000000\n",
    ] {
        let city = accepted(into_kawasaki(text));
        assert_eq!(value(&city, "programme_ceiling", 2021), Some(5e9), "{text}");
    }
}

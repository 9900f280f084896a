//! Words that nobody knows: none of them is taken for something else, each is told once.

use super::messy::both;
use super::odd::told;
use super::{accepted, into_asago, into_kawasaki, value};
use mitoshi::i18n::Lang;

/// A code of nobody is not the whole municipality; no code is.
#[test]
fn codes_that_are_none() {
    told(
        [
            "コード,年度,認定者数\n28225,令和2年度,2100\n99999,令和2年度,5\n99999,令和元年度,4\n",
            "code,year,certified\n28225,FY2020,2100\n99999,FY2020,5\n99999,FY2019,4\n",
        ],
        [
            "3行目：コード「99999」の場所はありません（28225 朝来市、28225-c01 朝来市地域包括支援センター）。\
             コードを直すか、場所の名前の列を加えてください。全体の値なら、コードを空にしてください。",
            "row 3: No place has the code “99999” (28225 朝来市, 28225-c01 朝来市地域包括支援センター). \
             Correct it, or add a column with the place's name. Leave the code empty for the whole \
             municipality.",
        ],
    );
    both(
        "コード,年度,認定者数\n,令和2年度,2100\n",
        "code,year,certified\n,FY2020,2100\n",
        |city| assert_eq!(value(city, "certified", 2020), Some(2100.0)),
    );
    // The six digits that forms ask for, the last of them a check of the others; and a name beside.
    for code in ["28225", "282251", "２８２２５１"] {
        let text = format!("団体コード,年度,認定者数\n{code},令和2年度,2100\n");
        assert_eq!(value(&accepted(into_asago(&text)), "certified", 2020), Some(2100.0), "{code}");
    }
    assert!(!into_asago("団体コード,年度,認定者数\n282252,令和2年度,2100\n").can_be_accepted());
    both(
        "団体コード,市区町村,年度,認定者数\n28-225,朝来市,令和2年度,2100\n",
        "code,municipality,year,certified\n28-225,朝来市,FY2020,2100\n",
        |city| assert_eq!(value(city, "certified", 2020), Some(2100.0)),
    );
}

/// The line of a total has no code of its own.
#[test]
fn a_total_below_codes_is_the_citys() {
    let wards = ["14131", "14132", "14133", "14134", "14135", "14136", "14137"];
    let rows: String = wards.iter().map(|code| format!("{code},,令和3年度,1000\n")).collect();
    let text = format!("コード,区,年度,認定者数\n{rows},計,令和3年度,7000\n");
    let preview = into_kawasaki(&text);
    assert_eq!(preview.problems.len(), 0, "{}", preview.describe(Lang::Ja));
    assert_eq!(value(&accepted(preview), "certified", 2021), Some(7000.0));
}

#[test]
fn kinds_that_are_none() {
    told(
        [
            "指標,年度,値の種類,値\n携帯型,令和元年度,実績,90\n携帯型,令和2年度,予測,100\n自宅設置型,令和2年度,予測,50\n",
            "measure,year,kind,value\nPortable,FY2019,actual,90\nPortable,FY2020,予測,100\nHome devices,FY2020,予測,50\n",
        ],
        [
            "3行目C列：「予測」は値の種類として読めません（実績、決算、見込み、推計、速報、約、計画、目標）。\
             どれかに書き換えるか、種類でなければ列の見出しを「備考」にしてください。",
            "row 3, column C: “予測” is no kind of value (actual, recorded, estimate, provisional, \
             about, plan, target). Write one of these, or call the column “notes” if it says \
             something else.",
        ],
    );
    // A column that only groups the rows is known by what stands in it.
    for text in [
        "指標,年度,区分,値\n携帯型,令和2年度,予測,100\n",
        "指標,年度,区分,値\n携帯型,令和元年度,実績,90\n携帯型,令和2年度,いろいろ,100\n",
    ] {
        let preview = into_asago(text);
        assert_eq!(preview.problems.len(), 1, "{text}\n{}", preview.describe(Lang::Ja));
        assert!(preview.problems[0].describe(Lang::Ja).contains("値の種類として読めません"));
    }
    // The total over it is not held against the rest.
    let text = "指標,年度,値の種類,値\n携帯型,令和2年度,予想,100\n自宅設置型,令和2年度,実績,50\n計,令和2年度,実績,150\n";
    assert_eq!(into_asago(text).problems.len(), 1, "{}", into_asago(text).describe(Lang::Ja));
}

#[test]
fn directions_that_are_none() {
    told(
        [
            "指標,年度,向き,目標値\n離職率,令和5年度,未満,10\n",
            "measure,year,direction,target\nturnover,FY2023,below,10\n",
        ],
        [
            "2行目C列：「未満」は目標の向きとして読めません（以上、以下）。どちらかに書き換え、目標値もそれに合わせてください。",
            "row 2, column C: “below” is no direction of a target (at least, at most). Write one of \
             the two, and set the target to suit.",
        ],
    );
}

/// People of neither sex are told, in a row or in a column; none of them is nothing to tell.
#[test]
fn sexes_that_are_none() {
    told(
        [
            "年度,性別,認定者数\n令和2年度,男,700\n令和2年度,女,1400\n令和2年度,その他,2\n令和2年度,計,2102\n",
            "year,sex,certified\nFY2020,men,700\nFY2020,women,1400\nFY2020,other,2\nFY2020,total,2102\n",
        ],
        [
            "4行目B列：「その他」の人数は、男にも女にも入れられません（男、女、計）。\
             男と女に分けて加えるか、その人数と計を除いてください。",
            "row 4, column B: Those under “other” belong neither to men nor to women (men, women, \
             both). Divide them between the two, or take them and the total out.",
        ],
    );
    let by_age = |head: [&str; 5], cell: &str, last: usize| {
        let row = |age: usize| {
            let word =
                if age == 17 { "85+".into() } else { format!("{}-{}", age * 5, age * 5 + 4) };
            format!("{word},10,10,{cell},{last}\n")
        };
        format!("2020-10-01\n{}\n{}", head.join(","), (0..18).map(row).collect::<String>())
    };
    let heads = [["年齢", "男", "女", "不明", "計"], ["age", "men", "women", "unknown", "total"]];
    let [ja, en] = heads.map(|head| by_age(head, "1", 21));
    told(
        [&ja, &en],
        ["2行目D列：「不明」の人数は", "row 2, column D: Those under “unknown” belong neither"],
    );
    let [ja, en] = heads.map(|head| by_age(head, "0", 20));
    both(&ja, &en, |city| {
        let total = city.population.base.total(city.places.root(), 2020).unwrap();
        assert_eq!(total.persons(), 360);
    });
}

/// The old alone are no population: which ages are needed is said once, and why.
#[test]
fn a_single_total_of_the_old() {
    told(
        [
            "年度,65歳以上\n令和元年度,10341\n令和2年度,10400\n",
            "year,65+\nFY2019,10341\nFY2020,10400\n",
        ],
        [
            "2行目：朝来市の人口は「65歳以上」だけで、年齢の内訳がありません\
             （0歳からの5歳階級（少なくとも総数と65歳以上の両方））。認定や死亡は年齢で大きく違います。",
            "row 2: The people of 朝来市 are given as “65+” only (age groups of five years from 0 \
             (at least both everybody and 65+)). Need of care and deaths differ much by age",
        ],
    );
    both(
        "令和2年10月1日\n総数,65歳以上\n29000,10400\n",
        "2020-10-01\nTotal,65+\n29000,10400\n",
        |city| {
            let old = city.population.base.from_age(city.places.root(), 2020, 65).unwrap();
            assert_eq!(old.persons(), 10_400);
        },
    );
}

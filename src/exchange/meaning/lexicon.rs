//! The words headings are made of, in both languages, and what each means.

use std::collections::BTreeMap;

use super::facet::{Kind, Role, Sexes};
use super::sums::SUMS;
use crate::exchange::cells::plain::{squeezed, without_of_which};
use crate::exchange::cells::unit::{self, Unit};
use crate::facts::age::Sex;
use crate::facts::observation::MeasureFact;
use crate::places::Level;

/// Words for a measure beside its own label. The longest word that is found wins.
const MEASURES: &[(&str, &[&str])] = &[
    ("population", &["人口", "総人口", "住民基本台帳人口", "population"]),
    ("pop_65", &["65歳以上人口", "高齢者人口", "高齢者数", "第1号被保険者数"]),
    ("pop_75", &["75歳以上人口", "後期高齢者人口"]),
    (
        "living_alone",
        &[
            "ひとり暮らし高齢者",
            "一人暮らし高齢者",
            "独居高齢者",
            "高齢単身世帯",
            "高齢者単身世帯",
            "ひとり暮らし",
            "一人暮らし",
            "独居",
            "livingalone",
            "peoplelivingalone",
            "elderlylivingalone",
            "elderlypeoplelivingalone",
            "olderpeoplelivingalone",
            "singleelderlyhouseholds",
        ],
    ),
    (
        "certified",
        &[
            "認定者",
            "認定者数",
            "要介護等認定者数",
            "要支援・要介護認定者数",
            "certified",
            "certifiedpersons",
            "certifiedpeople",
        ],
    ),
    ("certified_support", &["要支援認定者", "要支援認定者数", "要支援計"]),
    ("certified_care", &["要介護認定者", "要介護認定者数", "要介護計"]),
    ("level_s1", &["要支援1", "supportlevel1"]),
    ("level_s2", &["要支援2", "supportlevel2"]),
    ("level_c1", &["要介護1", "carelevel1"]),
    ("level_c2", &["要介護2", "carelevel2"]),
    ("level_c3", &["要介護3", "carelevel3"]),
    ("level_c4", &["要介護4", "carelevel4"]),
    ("level_c5", &["要介護5", "carelevel5"]),
    ("alarm_portable", &["携帯型", "携帯型装置", "portable", "portabledevices"]),
    ("alarm_home", &["自宅設置型", "固定型", "据置型", "設置型", "home-installed", "homedevices"]),
    (
        "alarm_total",
        &[
            "緊急通報",
            "緊急通報システム",
            "緊急通報装置",
            "緊急通報機器",
            "設置台数",
            "alarmdevices",
        ],
    ),
    ("posts", &["配置数", "定数", "配置定数", "職員定数", "配置基準", "定員", "posts"]),
    ("filled", &["現員", "在籍", "在籍者", "配置数", "現員数", "職員数", "filled", "filledposts"]),
    ("staff_vacancies", &["欠員", "欠員数", "vacancies", "vacantposts"]),
    ("staff_turnover", &["離職率", "turnover"]),
    ("care_meetings", &["地域ケア会議", "開催数", "開催回数", "会議", "caremeetings"]),
    ("meet_individual", &["個別ケア会議", "個別会議", "個別地域ケア会議", "individual"]),
    ("meet_area", &["地域ケア圏域会議", "圏域会議", "圏域ケア会議", "areameetings"]),
    ("meet_ward", &["相談支援・ケアマネジメント会議", "区の会議", "wardmeetings"]),
    ("centre_awareness", &["認知度", "認知率", "センターの認知度", "awareness"]),
    ("support_centres", &["センター数", "包括数", "地域包括支援センター数", "numberofcentres"]),
    ("gathering_places", &["通いの場", "通いの場の数", "gatheringplaces"]),
];

/// Measures that are parts of one whole wherever they stand.
const PARTS: [&str; 5] = ["level_", "alarm_portable", "alarm_home", "meet_", "certified_"];

/// Measures that the built-in tables do not name: label and unit in both languages.
pub const MORE: [(&str, [&str; 4]); 5] = [
    ("posts", ["3職種の配置数", "posts, three professions", "人", "posts"]),
    ("filled", ["3職種の在籍者", "posts filled", "人", "persons"]),
    ("meet_individual", ["個別ケア会議", "individual-case meetings", "回/年", "meetings a year"]),
    ("meet_area", ["地域ケア圏域会議", "area meetings", "回/年", "meetings a year"]),
    ("meet_ward", ["相談支援・ケアマネジメント会議", "ward meetings", "回/年", "meetings a year"]),
];

#[rustfmt::skip]
const ROLES: &[(Role, &[&str])] = &[
    (Role::Place(Some(Level::Ward)), &["区", "区名", "行政区", "ward"]),
    (Role::Place(Some(Level::Area)), &["圏域", "圏域名", "地域ケア圏域", "日常生活圏域", "地区", "地区名",
        "地域", "町", "町名", "小学校区", "中学校区", "area", "carearea", "district"]),
    (Role::Place(Some(Level::Centre)), &["センター", "センター名", "地域包括支援センター", "包括",
        "地域包括支援センター名", "centre", "center", "supportcentre"]),
    (Role::Place(None), &["場所", "市区町村", "市町村", "自治体", "名称", "place", "municipality"]),
    (Role::Sex, &["性別", "男女", "男女別", "性", "sex", "gender"]),
    (Role::Age, &["年齢", "年齢階級", "年齢区分", "年齢別", "各歳", "年齢(5歳階級)", "年齢(各歳)",
        "5歳階級", "階級", "age", "agegroup", "ages"]),
    (Role::When, &["年度", "年", "年次", "年月日", "時点", "基準日", "調査年", "期日", "日付", "year",
        "fiscalyear", "fy", "date", "asof", "time", "月", "月別", "年月", "month"]),
    (Role::Measure, &["指標", "項目", "事業", "事業名", "種別", "種類", "内訳", "サービス", "会議の種類",
        "機器の種類", "認定区分", "要介護度", "indicator", "measure", "item", "programme", "type",
        "devicetype", "meetingtype"]),
    (Role::Kind, &["実績・見込みの別", "値の種類", "実績区分", "kind"]),
    (Role::Value, &["値", "数値", "人数", "件数", "台数", "回数", "数", "数量", "値(数)", "value", "number",
        "count", "figure", "values"]),
    (Role::Code, &["コード", "地域コード", "団体コード", "区コード", "圏域コード", "code"]),
    (Role::Direction, &["以上・以下", "向き", "方向", "direction"]),
    (Role::Unit, &["単位", "unit"]),
    (Role::Note, &["備考", "注", "注記", "摘要", "メモ", "note", "notes", "remarks"]),
    (Role::Source, &["出典", "資料", "確かさ", "source", "grade"]),
    (Role::Person, &["氏名", "職員名", "職員氏名", "担当者", "担当者名", "staffname"]),
    (Role::Profession, &["職種", "資格", "profession"]),
];

/// Everything a heading is compared with.
pub struct Lexicon {
    /// Key and squeezed words, the longest word first.
    words: Vec<(String, String)>,
    /// What our figures are counted in, by key; a unit that cannot be read is left out.
    units: BTreeMap<String, Unit>,
}

impl Lexicon {
    pub fn new(measures: &[MeasureFact]) -> Self {
        let named = measures.iter().flat_map(|measure| {
            [&measure.label.ja, &measure.label.en]
                .map(|word| (squeezed(word), measure.key.0.clone()))
        });
        let more = MORE.iter().map(|(key, label)| (squeezed(label[0]), (*key).to_owned()));
        let keys = measures.iter().map(|m| (squeezed(&m.key.0), m.key.0.clone()));
        let own = MEASURES
            .iter()
            .flat_map(|(key, words)| words.iter().map(|word| (squeezed(word), (*key).to_owned())));
        let mut words: Vec<_> = own.chain(named).chain(more).chain(keys).collect();
        words.retain(|(word, _)| !word.is_empty());
        words.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
        let told = measures.iter().map(|m| (m.key.0.as_str(), m.unit.ja.as_str()));
        let more = MORE.iter().map(|(key, label)| (*key, label[2]));
        let levels = MEASURES.iter().map(|(key, _)| *key).filter(|key| key.starts_with("level_"));
        let units = told.chain(more).chain(levels.map(|key| (key, "人")));
        let units = units.filter_map(|(key, text)| Some((key.to_owned(), unit::read(text)?)));
        Self { words, units: units.collect() }
    }

    /// What our figures of a measure are counted in; none where it cannot be told.
    pub fn unit(&self, key: &str) -> Option<Unit> {
        self.units.get(key).copied()
    }

    /// The measure that a heading names and nothing else.
    pub fn measure(&self, text: &str) -> Option<&str> {
        let squeezed = squeezed(text);
        let text = without_of_which(&squeezed);
        let bare = text.strip_suffix("(再掲)").unwrap_or(text);
        let bare = bare.split('(').next().filter(|bare| !bare.is_empty()).unwrap_or(bare);
        let is_it =
            |word: &str| word == text || word == bare || bare.strip_suffix('数') == Some(word);
        let found = self.words.iter().find(|(word, _)| is_it(word)).map(|(_, key)| key.as_str());
        // Of another line's people: those living alone among the certified are not all who do.
        let is_of_some = text != squeezed;
        found.filter(|key| !is_of_some || PARTS.iter().any(|part| key.starts_with(part)))
    }

    /// The measure that a title speaks of: the longest word in it; of a sum's parts the one that it
    /// names, if it names only one: «携帯型の設置台数» are not all devices.
    pub fn measure_within(&self, title: &str) -> Option<&str> {
        let title = squeezed(title);
        let is_within =
            |(word, _): &&(String, String)| 2 <= word.chars().count() && title.contains(word);
        let named = || self.words.iter().filter(is_within).map(|(_, key)| key.as_str());
        let whole = named().next()?;
        let sum = SUMS.iter().find(|(sum, _)| *sum == whole);
        let is_part = |key: &&str| sum.is_some_and(|(_, parts)| parts.contains(key));
        let part = named().find(is_part);
        let has_others = named().filter(is_part).any(|key| Some(key) != part);
        part.filter(|_| !has_others).or(Some(whole))
    }
}

pub fn role(text: &str) -> Option<Role> {
    let text = squeezed(text);
    let is_it = |words: &[&str]| words.iter().any(|word| *word == text);
    ROLES.iter().find(|(_, words)| is_it(words)).map(|(role, _)| *role)
}

/// 男, 女性, 計 of both; and what is left of a composite like 男0〜4歳.
pub fn sex(text: &str) -> Option<Sexes> {
    Some(match squeezed(text).as_str() {
        "男" | "男性" | "男子" | "male" | "males" | "men" | "m" => Sexes::One(Sex::Male),
        "女" | "女性" | "女子" | "female" | "females" | "women" | "f" => {
            Sexes::One(Sex::Female)
        }
        "男女計" | "総数(男女)" | "男女合計" | "both" | "bothsexes" => Sexes::Both,
        _ => return None,
    })
}

/// A sex before or behind something else.
pub fn sex_and_rest(text: &str) -> Option<(Sexes, String)> {
    let text = squeezed(text);
    const WORDS: [(&str, Sexes); 7] = [
        ("男女計", Sexes::Both),
        ("男性", Sexes::One(Sex::Male)),
        ("女性", Sexes::One(Sex::Female)),
        ("男", Sexes::One(Sex::Male)),
        ("女", Sexes::One(Sex::Female)),
        ("female", Sexes::One(Sex::Female)),
        ("male", Sexes::One(Sex::Male)),
    ];
    let trim =
        |rest: &str| rest.trim_matches(['(', ')', '_', ':', '・', '/', '-', '[', ']']).to_owned();
    WORDS.iter().find_map(|(word, sex)| {
        let rest = text.strip_prefix(word);
        let bracketed = || text.strip_suffix(&format!("({word})")).map(str::to_owned);
        let rest =
            rest.or_else(|| text.strip_suffix(word)).map(str::to_owned).or_else(bracketed)?;
        let rest = trim(&rest);
        (!rest.is_empty()).then_some((*sex, rest))
    })
}

/// Those who are counted under neither sex.
pub fn is_other_sex(text: &str) -> bool {
    matches!(
        squeezed(text).as_str(),
        "その他"
            | "不明"
            | "性別不明"
            | "不詳"
            | "性別不詳"
            | "無回答"
            | "回答なし"
            | "other"
            | "others"
            | "unknown"
            | "notstated"
    )
}

/// The words of a total.
pub fn is_total(text: &str) -> bool {
    const TOTALS: [&str; 21] = [
        "計",
        "合計",
        "総計",
        "総数",
        "全体",
        "全市",
        "全区",
        "全域",
        "市計",
        "市合計",
        "市全体",
        "区計",
        "町計",
        "村計",
        "県計",
        "total",
        "sum",
        "all",
        "grandtotal",
        "overall",
        "wholecity",
    ];
    TOTALS.contains(&squeezed(text).as_str())
}

/// The words of a sum in the middle of a table.
pub fn is_subtotal(text: &str) -> bool {
    matches!(squeezed(text).as_str(), "小計" | "中計" | "subtotal")
}

/// 実績, 見込み, 目標 … alone or behind a year; and whether more is the aim.
pub fn kind(text: &str) -> Option<Kind> {
    let text = squeezed(text);
    let text = text.trim_matches(['(', ')']);
    let text = text.strip_suffix('値').or_else(|| text.strip_suffix('数')).unwrap_or(text);
    Some(match text {
        "実績" | "決算" | "actual" | "actuals" | "recorded" => Kind::Actual,
        "速報" | "provisional" => Kind::Provisional,
        "見込" | "見込み" | "実績見込" | "実績見込み" | "推計" | "estimate" | "estimated" => {
            Kind::Estimate
        }
        "約" | "about" => Kind::About,
        "計画" | "plan" => Kind::Plan,
        "目標" | "目標値(以上)" | "target" | "targets" => Kind::Target,
        _ => return None,
    })
}

/// A word that stands where a kind of value does, and is none of those known.
pub fn sounds_like_a_kind(text: &str) -> bool {
    const WORDS: [&str; 14] = [
        "予測",
        "予想",
        "予定",
        "予算",
        "試算",
        "想定",
        "暫定",
        "将来推計",
        "見通し",
        "forecast",
        "forecasts",
        "projection",
        "projected",
        "budget",
    ];
    let text = squeezed(text);
    let text = text.trim_matches(['(', ')']);
    WORDS.contains(&text.strip_suffix('値').unwrap_or(text))
}

/// Worked out from the figures beside it: a change, a ratio of two columns.
pub fn is_worked_out(text: &str) -> bool {
    const WORDS: [&str; 14] = [
        "前年比",
        "前年度比",
        "対前年比",
        "対前年度比",
        "前年差",
        "前年度差",
        "伸び率",
        "達成率",
        "構成比",
        "構成割合",
        "changeonyear",
        "growthrate",
        "achievement",
        "shareoftotal",
    ];
    let is_change = |word: &str| matches!(word, "change" | "changes");
    let small = text.to_lowercase();
    let mut words = small.split_whitespace();
    let squeezed = squeezed(text);
    squeezed.contains("増減")
        || squeezed.ends_with("との差")
        || words.next().is_some_and(is_change)
        || words.last().is_some_and(is_change)
        || WORDS.contains(&squeezed.as_str())
}

/// Does a title say that its values are of years to come, and none of them an actual?
pub fn speaks_of_forecasts(text: &str) -> bool {
    const WORDS: [&str; 6] =
        ["予測", "将来推計", "将来人口", "forecast", "projected", "projection"];
    let text = squeezed(text);
    !text.contains("実績") && !text.contains("actual") && WORDS.iter().any(|it| text.contains(it))
}

/// More is the aim, or less.
pub fn at_least(text: &str) -> Option<bool> {
    match squeezed(text).as_str() {
        "以上" | "atleast" | ">=" | "≧" => Some(true),
        "以下" | "atmost" | "<=" | "≦" => Some(false),
        _ => None,
    }
}

/// Does a title or heading say that its values are targets?
pub fn speaks_of_targets(text: &str) -> bool {
    let text = squeezed(text);
    text.contains("目標") || text.contains("target")
}

/// Begins as notes below a table do.
pub fn is_note(text: &str) -> bool {
    const MARKS: [&str; 11] =
        ["※", "注", "(注", "*", "資料", "出典", "source", "note", "備考", "(資料", "(出典"];
    let text = squeezed(text);
    MARKS.iter().any(|mark| text.starts_with(mark))
}

//! Ages as headings write them: 65〜69歳, 85歳以上, 15歳未満, 総数.

use super::plain::squeezed;
use crate::facts::age::AgeGroup;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    All,
    Group(AgeGroup),
    /// 年齢不詳.
    NotKnown,
}

/// Older than anybody: a number above it is no age.
const OLDEST: u8 = 120;

pub fn read(text: &str) -> Option<Age> {
    let text = squeezed(text);
    let text = without_brackets(&text);
    match text {
        "総数" | "年齢計" | "全年齢" | "総人口" | "allages" => return Some(Age::All),
        "不詳" | "年齢不詳" | "年齢「不詳」" | "notknown" | "unknown" => {
            return Some(Age::NotKnown);
        }
        "年少人口" => return Some(Age::Group(AgeGroup::closed(0, 14))),
        "生産年齢人口" => return Some(Age::Group(AgeGroup::closed(15, 64))),
        "前期高齢者" | "前期高齢者人口" => {
            return Some(Age::Group(AgeGroup::closed(65, 74)));
        }
        "老年人口" | "高齢者人口" | "第1号被保険者" | "第1号被保険者数" => {
            return Some(Age::Group(AgeGroup::open(65)));
        }
        "後期高齢者" | "後期高齢者人口" => return Some(Age::Group(AgeGroup::open(75))),
        _ => {}
    }
    let bare = text.strip_suffix("人口").unwrap_or(text);
    let bare = bare.strip_prefix("満").unwrap_or(bare);
    group(bare).map(Age::Group)
}

/// A bare number is an age only where the sheet counts through them.
pub fn bare(text: &str) -> Option<Age> {
    let age: u8 = squeezed(text).parse().ok().filter(|age| *age <= OLDEST)?;
    Some(Age::Group(AgeGroup::closed(age, age)))
}

fn group(text: &str) -> Option<AgeGroup> {
    let number = |text: &str| text.parse::<u8>().ok().filter(|age| *age <= OLDEST);
    for ending in ["歳以上", "才以上", "以上", "歳~", "才~", "~", "+", "歳+", "andover", "andolder"]
    {
        if let Some(from) = text.strip_suffix(ending) {
            return Some(AgeGroup::open(number(from)?));
        }
    }
    for ending in ["歳未満", "才未満", "未満"] {
        if let Some(limit) = text.strip_suffix(ending) {
            return Some(AgeGroup::closed(0, number(limit)?.checked_sub(1)?));
        }
    }
    let years = text.strip_suffix(['歳', '才']).or_else(|| text.strip_suffix("years"));
    let text = years.unwrap_or(text);
    if let Some((from, to)) = text.split_once('~').or_else(|| text.split_once('-')) {
        let group = AgeGroup::closed(number(from.trim_end_matches(['歳', '才']))?, number(to)?);
        return (group.from <= group.to?).then_some(group);
    }
    let age = number(text).filter(|_| years.is_some())?;
    Some(AgeGroup::closed(age, age))
}

/// Without what is added in brackets: 65歳以上(再掲).
fn without_brackets(text: &str) -> &str {
    match text.find('(') {
        Some(at) if 0 < at => &text[..at],
        _ => text,
    }
}

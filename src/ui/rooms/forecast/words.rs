//! Words of the forecast room, both languages side by side.

use crate::assumptions::Chain;
use crate::i18n::{Lang, Text};

pub const MEASURE: Text = Text { ja: "見る指標", en: "Measure to look at" };
pub const FIND_MEASURE: Text = Text { ja: "指標をさがす", en: "Find a measure" };
pub const NO_MEASURE: Text = Text {
    ja: "当てはまる指標がありません。さがす言葉を短くしてください。",
    en: "No measure matches. Search with fewer letters.",
};
pub const HOW: Text = Text { ja: "グラフの種類", en: "Kind of chart" };
pub const ILLUSTRATIVE: Text = Text { ja: "例示", en: "illustrative" };
pub const CARD: Text = Text { ja: "地区カルテ", en: "Area card" };
pub const WHOLE_CITY: Text = Text { ja: "全体に戻る", en: "Back to the whole municipality" };
pub const PLACES: Text = Text { ja: "区と圏域", en: "Wards and areas" };
pub const LEVEL: Text = Text { ja: "区か圏域か", en: "Wards or areas" };
pub const COLOUR: Text = Text { ja: "色分け", en: "Coloured by" };
pub const CHANCE: Text = Text { ja: "見込み", en: "Chance" };
pub const COURSE: Text = Text { ja: "推移", en: "Course" };
pub const CITY_ONLY: Text = Text {
    ja: "この指標は全体でだけ計算しています。区や圏域の値はありません。",
    en: "This measure is worked out for the whole municipality only; wards and areas have no value.",
};
pub const MADE_UP: Text = Text {
    ja: "圏域への分け方は公表されていません",
    en: "the split into areas is not published",
};
pub const MOVED: Text = Text { ja: "何が動いたか", en: "What did that move?" };
pub const MOVE_A_LEVER: Text = Text {
    ja: "左の値を動かすと、動いた指標がここに大きい順に並びます",
    en: "Move a lever: what it moves is listed here, the strongest first",
};
pub const NOTHING_MOVED: Text = Text {
    ja: "この変更では、目に見えて動いた指標はありません",
    en: "This change moved no measure visibly",
};
pub const FROM_NOTHING: Text = Text {
    ja: "（はじめの答えが出る前の変更なので、自然体との差です）",
    en: "(changed before the first answer was there: the difference to no measures)",
};
pub const CHANGED: Text = Text { ja: "変えた値", en: "What was changed" };
pub const NOTHING_CHANGED: Text =
    Text { ja: "何も変えていません（自然体）", en: "Nothing (as without measures)" };
pub const PUSHES: Text = Text { ja: "どの値が効くか", en: "Which lever does most?" };
pub const NO_PUSH: Text = Text {
    ja: "この指標をよくする値は、動かせる範囲にはありません",
    en: "No lever moves this measure for the better within its range",
};
pub const REPLAY: Text =
    Text { ja: "直前の変更をもう一度見る", en: "Replay the last change" };
/// Between the things of a sentence that is read out.
pub const LISTED: Text = Text { ja: "、", en: "; " };
pub const BETTER: Text = Text { ja: "よくなる", en: "better" };
pub const WORSE: Text = Text { ja: "わるくなる", en: "worse" };
pub const TARGET_OF_ONES_OWN: Text =
    Text { ja: "独自の目標を加える", en: "Add a target of your own" };
pub const OWN_TARGETS: Text =
    Text { ja: "見通しの提案する目標も見る", en: "Also show targets we suggest" };
pub const WHOLE_PLAN: Text = Text { ja: "計画全体の費用", en: "Cost of the whole plan" };
pub const COST: Text = Text { ja: "計画期間の合計", en: "Over the plan" };
pub const COST_MORE: Text = Text { ja: "自然体との差", en: "Against no change" };
pub const PREMIUM: Text = Text { ja: "保険料への影響", en: "On the premium" };
pub const PRESETS: Text = Text { ja: "ためしてみる", en: "Try out" };

pub const TOUR: Text = Text { ja: "画面の案内", en: "Tour of the page" };
pub const TAKE_TOUR: Text =
    Text { ja: "はじめての案内（1分）", en: "First tour (one minute)" };
pub const BACK: Text = Text { ja: "前へ", en: "Back" };
pub const NEXT: Text = Text { ja: "次へ", en: "Next" };
pub const SKIP_TOUR: Text = Text { ja: "案内をやめる", en: "Skip the tour" };
pub const END_TOUR: Text = Text { ja: "はじめる", en: "Start" };
pub const LARGER: Text = Text { ja: "大きく表示", en: "Larger" };
pub const SMALLER: Text = Text { ja: "元の大きさ", en: "Normal size" };
pub const TERMS: Text = Text { ja: "用語", en: "Words" };
pub const ALL_TERMS: Text = Text { ja: "用語集", en: "Glossary" };
pub const RULE: Text = Text { ja: "目安の決め方", en: "How the share is set" };

pub const NO_CEILING: Text = Text {
    ja: "地域支援事業の上限額は、もとにした資料に載っていないため、線はありません。「データ」の取り込みで「地域支援事業の上限額」（円/年）を年度ごとに入れると、線が出ます。",
    en: "The ceiling of the community support programme is not published in the sources used, so there is no line. Import it by year in the data room as “ceiling of the community support programme” (yen a year) to see it.",
};

/// What a forecast of this chain cannot tell.
pub const fn limits(chain: Chain) -> Text {
    match chain {
        Chain::Population | Chain::Households => Text {
            ja: "この見通しで分からないこと：大きな住宅開発や災害による人の動き、家族の同居の変化。",
            en: "What this cannot tell: moves after large building or disasters, and families moving together.",
        },
        Chain::CareNeed => Text {
            ja: "この見通しで分からないこと：認定を申請していない人の困りごと、認定の基準の変更。",
            en: "What this cannot tell: the needs of those who never applied, and changes of the criteria.",
        },
        Chain::Alarm => Text {
            ja: "この見通しで分からないこと：機器が一人ひとりを実際に助けたか、新しい機器の登場。",
            en: "What this cannot tell: whether a device helped a person, and new kinds of devices.",
        },
        Chain::Staff => Text {
            ja: "この見通しで分からないこと：一人ひとりが辞める理由、センターごとの職場の違い。",
            en: "What this cannot tell: why a person leaves, and how workplaces differ.",
        },
        Chain::Meetings => Text {
            ja: "この見通しで分からないこと：会議の中身のよしあし、決まったことが実行されたか。",
            en: "What this cannot tell: how good a meeting was, and whether its decisions were carried out.",
        },
        Chain::Awareness => Text {
            ja: "この見通しで分からないこと：名前を知る人が実際に相談に来るか、調査に答えない人の認知度。",
            en: "What this cannot tell: whether those who know the name come, and what non-respondents know.",
        },
        Chain::Programmes => Text {
            ja: "この見通しで分からないこと：参加した人の満足や安心、住民の活動が続くかどうか。",
            en: "What this cannot tell: what participants feel, and whether residents go on.",
        },
        Chain::Money => Text {
            ja: "この見通しで分からないこと：まだ決まっていない制度や単価の変更、ここにない事業の費用。",
            en: "What this cannot tell: prices and rules not yet decided, and costs of other programmes.",
        },
    }
}

/// «「地域ケア会議の開催数」で調べる»
pub fn pushes_for(lang: Lang, measure: &str) -> String {
    match lang {
        Lang::Ja => format!("「{measure}」で調べる"),
        Lang::En => format!("Try all levers for: {measure}"),
    }
}

pub fn tried(lang: Lang, at: usize, of: usize) -> String {
    match lang {
        Lang::Ja => format!("調べています（{at}/{of}）"),
        Lang::En => format!("Trying ({at} of {of})"),
    }
}

/// «地域ケア会議の開催数の目標に届く見込み 約2割»
pub fn chance_is(lang: Lang, measure: &str, chance: &str) -> String {
    match lang {
        Lang::Ja => format!("{measure}の目標に届く見込み {chance}"),
        Lang::En => format!("chance of the target for {measure}: {chance}"),
    }
}

/// «3倍で 費用 +2,300万円»
pub fn push_how(lang: Lang, value: &str, yen: &str) -> String {
    match lang {
        Lang::Ja => format!("{value}で 費用 {yen}"),
        Lang::En => format!("at {value}: cost {yen}"),
    }
}

pub fn pushes_say(lang: Lang, year: &str) -> String {
    match lang {
        Lang::Ja => format!(
            "今の設定から1つだけを端まで動かしたときの{year}の差と、計画期間の費用の差。\
             16回の試行の平均で、押すとその値に移ります"
        ),
        Lang::En => format!(
            "Each alone moved to one end from what is set: the difference in {year}, and in the \
             plan's costs. Means of 16 draws; press one to go to it"
        ),
    }
}

pub fn step_of(lang: Lang, at: usize, of: usize) -> String {
    match lang {
        Lang::Ja => format!("案内 {at}/{of}"),
        Lang::En => format!("Tour {at} of {of}"),
    }
}

const NO_SHARE: Text = Text {
    ja: "目安のある場所はありません",
    en: "No place has a share of the target",
};

/// How many of those with a share reach it; with none, how one comes about.
pub fn reach(lang: Lang, n_reach: usize, of: usize) -> String {
    match lang {
        _ if of == 0 => NO_SHARE.get(lang).to_owned(),
        Lang::Ja => format!("{of}のうち{n_reach}が目安に届く見込み"),
        Lang::En => format!("{n_reach} of {of} expected to reach their share"),
    }
}

pub fn map_says(lang: Lang, what: &str, year: &str) -> String {
    match lang {
        Lang::Ja => format!("{year}の{what}の区・圏域ごとのタイル図"),
        Lang::En => format!("Tile map of {what}, {year}, by ward or area"),
    }
}

pub fn from_to(lang: Lang, from: &str, to: &str) -> String {
    match lang {
        Lang::Ja => format!("{from}から{to}へ"),
        Lang::En => format!("from {from} to {to}"),
    }
}

//! Sentences of the data room, both languages side by side.

use crate::i18n::{Lang, Text, number};
use crate::places::Level;
use crate::sources::Grade;

pub const LEAD: Text = Text {
    ja: "見通しの計算に使う値と、並べて見る値のすべて。どの値にも出典と確かさが付いています。",
    en: "Every figure the forecast rests on, or is shown beside it, with its source and its grade.",
};
pub const FIGURES: Text = Text { ja: "数値の一覧", en: "All figures" };
pub const SEARCH: Text = Text { ja: "言葉でさがす", en: "Search" };
pub const SEARCH_HINT: Text = Text {
    ja: "値の名前・場所・年・出典など。空白で区切ると、すべてを含む行",
    en: "Name, place, year, source … Words apart by a space must all be there",
};
pub const SHELF: Text = Text { ja: "区分", en: "Section" };
pub const GRADE: Text = Text { ja: "確かさ", en: "Grade" };
pub const ALL: Text = Text { ja: "すべて", en: "all" };
pub const TREE: Text =
    Text { ja: "場所の一覧（区・圏域・センター）", en: "Places" };
pub const SUMS: Text = Text { ja: "合計の確認", en: "Sums" };
pub const SAME: Text = Text { ja: "一致", en: "equal" };
pub const DIFFERS: Text = Text { ja: "不一致", en: "differs" };
pub const SUM_COLUMNS: [Text; 5] = [
    Text { ja: "場所", en: "Place" },
    Text { ja: "数えたもの", en: "Counted" },
    Text { ja: "全体（人）", en: "Whole (persons)" },
    Text { ja: "内訳の計（人）", en: "Sum of parts (persons)" },
    Text { ja: "確認", en: "Check" },
];
pub const COUNTING: Text = Text { ja: "年齢不詳の扱い", en: "People of unknown age" };
pub const NEVER_MIXED: Text = Text {
    ja: "国勢調査の年齢別人口には、年齢の分からない人が入っていません。その人たちを配分した値とは、\
         同じ率の分子と分母に混ぜることはありません。",
    en: "The census leaves people of unknown age out of its age groups. Such a figure and one that \
         has them shared out never meet as the two halves of a rate.",
};
pub const ONE_WAY: Text = Text {
    ja: "基準年の国勢調査の値がないため、並べて示せません。",
    en: "There is no census of the base year to set beside it.",
};
pub const PEOPLE: Text = Text { ja: "人口（人）", en: "People" };
pub const UNKNOWN_AGE: Text = Text { ja: "年齢不詳", en: "of unknown age" };
pub const SHARED_OUT: Text = Text { ja: "配分済み", en: "shared out" };
pub const NOT_PUBLISHED: Text = Text { ja: "公表なし", en: "not published" };
pub const COLON: Text = Text { ja: "：", en: ": " };
pub const EDITION: Text = Text { ja: "データの版", en: "Edition of the data" };
pub const EDITION_MEANS: Text = Text {
    ja: "どれか1つの値が変わると、この版も変わります。同じ版なら同じデータです。",
    en: "It changes when any figure changes: the same edition is the same data.",
};
pub const BY_GRADE: Text = Text { ja: "確かさごとの件数", en: "Figures by grade" };
pub const N_FIGURES: Text = Text { ja: "件数", en: "Figures" };
pub const MEANING: Text = Text { ja: "意味", en: "What it means" };
pub const IN_ALL: Text = Text { ja: "計", en: "In all" };
pub const NOT_LISTED: Text = Text {
    ja: "年齢別の細かい表（5歳階級の人口、生命表、全国の有病率・認定率など）は1行ずつ並べていません。\
         版と合計の確認には入っています。",
    en: "Tables by single age group (population, life tables, national prevalence and \
         certification) are not listed line by line; edition and sums include them.",
};

pub fn title(lang: Lang, city: &str) -> String {
    match lang {
        Lang::Ja => format!("{city}のデータ"),
        Lang::En => format!("The data of {city}"),
    }
}

fn exact(n: usize) -> String {
    number::exact(n as i64)
}

pub fn found(lang: Lang, n: usize, of: usize) -> String {
    let (n, of) = (exact(n), exact(of));
    match lang {
        Lang::Ja => format!("{of}件のうち{n}件"),
        Lang::En => format!("{n} of {of} figures"),
    }
}

pub fn with_count(lang: Lang, label: &str, n: usize) -> String {
    let n = exact(n);
    match lang {
        Lang::Ja => format!("{label}（{n}件）"),
        Lang::En => format!("{label} ({n})"),
    }
}

pub fn more(lang: Lang, n: usize, left: usize) -> String {
    let (n, left) = (exact(n), exact(left));
    match lang {
        Lang::Ja => format!("さらに{n}件を表示（残り{left}件）"),
        Lang::En => format!("Show {n} more ({left} left)"),
    }
}

/// How many areas and centres there are, and how many of them were made up.
pub fn made_up(lang: Lang, areas: (usize, usize), centres: (usize, usize)) -> String {
    let [n_areas, made_areas, n_centres, made_centres] =
        [areas.0, areas.1, centres.0, centres.1].map(exact);
    match lang {
        Lang::Ja => format!(
            "{n_areas}圏域のうち{made_areas}圏域、{n_centres}センターのうち{made_centres}センターは、\
             名前と場所も例示です。圏域とセンターの人数はすべて例示です。"
        ),
        Lang::En => format!(
            "{made_areas} of {n_areas} areas and {made_centres} of {n_centres} centres were made \
             up, name and place; so were all numbers of areas and centres."
        ),
    }
}

pub fn old_people(lang: Lang, persons: i64) -> String {
    let persons = number::exact(persons);
    match lang {
        Lang::Ja => format!("65歳以上 {persons}人"),
        Lang::En => format!("{persons} aged 65 and over"),
    }
}

pub fn inside(lang: Lang, n_areas: usize, n_centres: usize) -> String {
    let (areas, centres) = (exact(n_areas), exact(n_centres));
    match lang {
        Lang::Ja => format!("{areas}圏域・{centres}センター"),
        Lang::En => format!("{areas} areas, {centres} centres"),
    }
}

/// What is compared, by the level of the whole; centres stand for all of the municipality's.
pub const fn sum_group(level: Level) -> Text {
    match level {
        Level::Municipality => Text { ja: "区の計と全体", en: "Wards and municipality" },
        Level::Ward => Text { ja: "圏域の計と区", en: "Areas and wards" },
        Level::Area => Text { ja: "センターの計と圏域", en: "Centres and areas" },
        Level::Centre => {
            Text { ja: "全センターの計と全体", en: "All centres and municipality" }
        }
    }
}

pub fn all_add_up(lang: Lang, is_right: bool, n: usize) -> String {
    let n = exact(n);
    match (lang, is_right) {
        (Lang::Ja, true) => format!("{n}件すべて一致"),
        (Lang::Ja, false) => format!("{n}件の中に不一致あり"),
        (Lang::En, true) => format!("all {n} equal"),
        (Lang::En, false) => format!("not all of {n} equal"),
    }
}

pub fn cells(lang: Lang, n: usize) -> String {
    let n = exact(n);
    match lang {
        Lang::Ja => format!("性・年齢・年ごとに、全体と内訳の計を{n}のマスで比べました。"),
        Lang::En => format!("Whole and sum of parts compared in {n} cells of sex, age and year."),
    }
}

pub fn both_ways(lang: Lang, city: &str, date: &str) -> String {
    match lang {
        Lang::Ja => format!("{city} {date}の人口、2つの数え方"),
        Lang::En => format!("{city}, {date}: counted both ways"),
    }
}

pub const fn grade_means(grade: Grade) -> Text {
    match grade {
        Grade::Observed => Text {
            ja: "この場所について数えた、または測った値",
            en: "Counted or measured for this very place",
        },
        Grade::Published => Text {
            ja: "公表された値。ただし、ほかの場所・より広い範囲・引用のもの",
            en: "Published, but for another place, a wider area, or quoted",
        },
        Grade::Assumed => Text {
            ja: "測った人がいないため、理由を示して置いた値",
            en: "Nobody measured it: assumed, and the reason is given",
        },
        Grade::Illustrative => Text {
            ja: "画面を動かすために作った例示の値。事実として読まないこと",
            en: "Made up so that something can be shown: not a fact",
        },
    }
}

pub const STAND: Text = Text { ja: "いま使っているデータ", en: "Data in use" };
pub const UNDO_IMPORT: Text = Text { ja: "取り込みを元に戻す", en: "Undo the import" };
pub const UNDONE: Text = Text {
    ja: "取り込む前の表に戻しました。見通しも前のデータで計算します。",
    en: "The tables are as they were before the import, and the forecast is computed with them.",
};
pub const BACK: Text = Text { ja: "内蔵のデータに戻す", en: "Back to the built-in data" };
pub const BACK_DONE: Text = Text {
    ja: "内蔵のデータに戻しました。取り込んだデータは下の一覧に残っています。",
    en: "Back to the built-in data. What was taken in is kept in the list below.",
};
pub const NOT_CHANGED: Text = Text {
    ja: "データを切り替えられませんでした。ブラウザの空きを確かめて、もう一度押してください。",
    en: "The data could not be changed. See whether the browser has room left, and press again.",
};
pub const OF_SCENARIO: Text = Text {
    ja: "（開いている案を保存したときのデータ）",
    en: " (the open scenario was saved with these)",
};
pub const BUILT_IN: Text = Text { ja: "内蔵のデータ", en: "the built-in data" };

pub fn of_scenario(lang: Lang, what: &str) -> String {
    match lang {
        Lang::Ja => format!("開いている案を保存したときのデータに戻す：{what}"),
        Lang::En => format!("Back to the data the open scenario was saved with: {what}"),
    }
}

pub fn of_scenario_done(lang: Lang, what: &str) -> String {
    match lang {
        Lang::Ja => format!("案を保存したときのデータ（{what}）に戻しました。"),
        Lang::En => format!("Back to the data the scenario was saved with ({what})."),
    }
}

pub const IN_USE: Text = Text { ja: "使用中", en: "in use" };
pub const USE: Text = Text { ja: "これを使う", en: "Use" };
pub const REMOVE: Text = Text { ja: "消す", en: "Remove" };
pub const EXAMPLE: Text = Text {
    ja: "内蔵の例：センターが1か所の町（朝来市の値）",
    en: "Built-in example: a town of one centre (figures of Asago)",
};

pub fn stands_on(lang: Lang, city: &str, from: &str, made: f64) -> String {
    let when = crate::ui::rooms::library::words::moment(lang, made);
    match lang {
        Lang::Ja => format!("{city}：「{from}」を取り込んだデータ（{when}）"),
        Lang::En => format!("{city}: with “{from}” taken in ({when})"),
    }
}

pub fn stands_on_built_in(lang: Lang, city: &str) -> String {
    match lang {
        Lang::Ja => format!("{city}：内蔵のデータ"),
        Lang::En => format!("{city}: the built-in data"),
    }
}

pub fn made_from(lang: Lang, from: &str, made: f64) -> String {
    let when = crate::ui::rooms::library::words::moment(lang, made);
    match lang {
        Lang::Ja => format!("「{from}」を取り込み（{when}）"),
        Lang::En => format!("with “{from}” ({when})"),
    }
}

pub fn others(lang: Lang, n: usize) -> String {
    let n = number::exact(n as i64);
    match lang {
        Lang::Ja => format!("このブラウザに残っているほかの自治体と前のデータ（{n}件）"),
        Lang::En => format!("Other municipalities and former data kept in this browser ({n})"),
    }
}

pub fn chosen(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Ja => format!("{name}のデータに切り替えました。"),
        Lang::En => format!("The page now stands on the data of {name}."),
    }
}

pub fn use_of(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Ja => format!("{name}のデータを使う"),
        Lang::En => format!("Use the data of {name}"),
    }
}

pub fn remove_of(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Ja => format!("{name}のデータを消す"),
        Lang::En => format!("Remove the data of {name}"),
    }
}

pub const SCENARIO_FIGURES: Text =
    Text { ja: "開いている案だけの値", en: "Figures of the open scenario alone" };
pub const SCENARIO_FIGURES_LEAD: Text = Text {
    ja: "リンクやファイルで受け取った案に入っていた値です。この案を計算するときだけ、表の値の代わりに使います。",
    en: "They came with the scenario, by link or file. They stand in for the tables' figures when this \
         scenario is computed, and nowhere else.",
};
pub const TAKE_AWAY: Text = Text { ja: "表の値に戻す", en: "Back to the table's" };

pub fn take_away_of(lang: Lang, what: &str) -> String {
    let visible = TAKE_AWAY.get(lang);
    match lang {
        Lang::Ja => format!("{visible}：{what}"),
        Lang::En => format!("{visible}: {what}"),
    }
}

pub const OWN: Text = Text { ja: "自分の値", en: "own figure" };
pub const CORRECT: Text = Text { ja: "直す・使われ方", en: "Correct, uses" };
pub const OWN_VALUE: Text = Text { ja: "自分の値", en: "Own figure" };
pub const BY: Text = Text { ja: "だれが", en: "Who says so" };
pub const WHY: Text = Text { ja: "なぜ（出どころ）", en: "Why, or where from" };
pub const USE_OWN: Text = Text { ja: "この値を使う", en: "Use this figure" };
pub const ORIGINAL: Text = Text { ja: "元の値に戻す", en: "Back to the original" };
pub const CANCEL: Text = Text { ja: "閉じる", en: "Close" };
pub const NOT_A_NUMBER: Text = Text {
    ja: "数として読めません。数だけを入れてください。",
    en: "This cannot be read as a number. Enter the number alone.",
};
pub const USES_NONE: Text = Text {
    ja: "計算には使っていません。並べて見るための値です。",
    en: "Nothing is computed from it: it is shown beside the results.",
};

/// The day of today, where the reader is.
pub fn today() -> String {
    let clock = js_sys::Date::new_0();
    format!("{}-{:02}-{:02}", clock.get_full_year(), clock.get_month() + 1, clock.get_date())
}

/// The button's whole name: what is read on it, and of which figure.
pub fn correct_of(lang: Lang, what: &str) -> String {
    let visible = CORRECT.get(lang);
    match lang {
        Lang::Ja => format!("{visible}：{what}"),
        Lang::En => format!("{visible}: {what}"),
    }
}

pub fn now_is(lang: Lang, value: &str) -> String {
    match lang {
        Lang::Ja => format!("（いまの値：{value}）"),
        Lang::En => format!("(now {value})"),
    }
}

pub fn uses(lang: Lang, n: &str, is_none: bool) -> String {
    match (lang, is_none) {
        (Lang::Ja, true) => "この数字を使う結果：なし".into(),
        (Lang::Ja, false) => format!("この数字を使う結果：{n}"),
        (Lang::En, true) => "Results that use this figure: none".into(),
        (Lang::En, false) => format!("Results that use this figure: {n}"),
    }
}

pub fn put_right(lang: Lang, what: &str) -> String {
    match lang {
        Lang::Ja => format!("{what}の手直し"),
        Lang::En => format!("{what}, put right"),
    }
}

pub fn put_right_done(lang: Lang, what: &str) -> String {
    match lang {
        Lang::Ja => format!(
            "「{what}」を直しました。見通しもこの値で計算します。元の値は残してあり、いつでも戻せます。"
        ),
        Lang::En => format!(
            "“{what}” was put right, and the forecast is computed with it. The original is kept and can \
             be brought back."
        ),
    }
}

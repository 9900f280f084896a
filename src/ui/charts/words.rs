//! The few words a chart says by itself. Everything else arrives with its series.

use crate::i18n::Lang;

/// Declares words as methods, both languages side by side: neither can be left out.
macro_rules! words {
    ($($name:ident: $ja:literal / $en:literal;)*) => {
        impl Words {
            $(pub const fn $name(self) -> &'static str {
                match self.0 {
                    Lang::Ja => $ja,
                    Lang::En => $en,
                }
            })*
        }
    };
}
pub(crate) use words;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Words(pub Lang);

words! {
    actual: "実績" / "Recorded";
    estimate: "推計" / "Estimate";
    forecast: "見通し" / "Forecast";
    baseline: "自然体" / "If nothing changes";
    target: "目標" / "Target";
    half_band: "2回に1回はこの幅" / "1 time in 2";
    wide_band: "10回に8回はこの幅" / "8 times in 10";
    below_10: "10回に1回はこれ以下" / "1 in 10 runs lies below";
    below_25: "4回に1回はこれ以下" / "1 in 4 runs lies below";
    below_75: "4回に3回はこれ以下" / "3 in 4 runs lie below";
    below_90: "10回に9回はこれ以下" / "9 in 10 runs lie below";
    period: "年度" / "Fiscal year";
    range_joint: "〜" / " to ";
    colon: ":" / ": ";
    total: "合計" / "Total";
    over_limit: "上限をこえる" / "Over the limit";
    at_risk: "届きにくい" / "At risk";
    chance: "達成の見込み" / "Chance";
    men: "男性" / "Men";
    women: "女性" / "Women";
    age: "年齢" / "Age";
    year: "年度" / "Year";
    play: "年を送って見る" / "Play the years";
    pause: "止める" / "Pause";
    next_year: "次の年度へ" / "Next year";
    no_value: "値なし" / "No value";
    place: "地区" / "Area";
    cause: "要因" / "Cause";
    effect: "動いた量" / "Effect";
    lower_end: "低いとき" / "At its low end";
    upper_end: "高いとき" / "At its high end";
    aspect: "項目" / "Aspect";
    unit: "単位" / "Unit";
    export: "書き出し" / "Export";
    as_png: "画像 (PNG)" / "Picture (PNG)";
    as_svg: "図形 (SVG)" / "Drawing (SVG)";
    as_csv: "表 (CSV)" / "Table (CSV)";
    as_xlsx: "表 (XLSX)" / "Table (XLSX)";
    copy_picture: "画像をコピー" / "Copy the picture";
    copy_table: "表をコピー (Excel用)" / "Copy the table (for Excel)";
    saved: "書き出しました" / "Exported";
    copied: "コピーしました" / "Copied";
    table: "数値の表" / "Table of values";
    no_data: "ここに示せる数値がありません。期間、地区か指標を変えてください。"
        / "There is no figure to show here. Choose another period, area or measure.";
    how_to_read: "左右の矢印キーで値を読み上げます" / "Left and right arrow keys read out the values";
    updating: "計算中" / "Calculating";
}

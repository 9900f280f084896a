//! The few words a chart says by itself. Everything else arrives with its series.

/// One language's words. A missing one does not compile.
#[derive(Debug, PartialEq)]
pub struct ChartWords {
    pub actual: &'static str,
    pub estimate: &'static str,
    pub forecast: &'static str,
    pub baseline: &'static str,
    pub target: &'static str,
    pub half_band: &'static str,
    pub wide_band: &'static str,
    pub period: &'static str,
    pub range_joint: &'static str,
    pub colon: &'static str,
    pub table: &'static str,
    pub no_data: &'static str,
    pub how_to_read: &'static str,
    pub updating: &'static str,
}

pub const JA: ChartWords = ChartWords {
    actual: "実績",
    estimate: "推計",
    forecast: "見通し",
    baseline: "自然体",
    target: "目標",
    half_band: "2回に1回はこの幅",
    wide_band: "10回に8回はこの幅",
    period: "年度",
    range_joint: "〜",
    colon: ":",
    table: "数値の表",
    no_data: "表示できるデータがありません。範囲か地区を変えてください。",
    how_to_read: "左右の矢印キーで値を読み上げます",
    updating: "計算中",
};

pub const EN: ChartWords = ChartWords {
    actual: "Recorded",
    estimate: "Estimate",
    forecast: "Forecast",
    baseline: "If nothing changes",
    target: "Target",
    half_band: "1 time in 2",
    wide_band: "8 times in 10",
    period: "Fiscal year",
    range_joint: " to ",
    colon: ": ",
    table: "Table of values",
    no_data: "There is no data to show here. Choose another period or area.",
    how_to_read: "Left and right arrow keys read out the values",
    updating: "Calculating",
};

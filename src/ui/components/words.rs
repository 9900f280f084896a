//! The few words the parts say by themselves. Everything else arrives in their props.

use crate::i18n::Lang;
use crate::ui::charts::words::words;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Words(pub Lang);

words! {
    less: "減らす" / "Less";
    more: "増やす" / "More";
    default_value: "既定" / "Default";
    back_to_default: "既定に戻す" / "Back to default";
    cost: "費用" / "Cost";
    source_and_note: "出典と理由" / "Source and reason";
    now: "直近" / "Latest";
    forecast: "見通し" / "Forecast";
    target: "目標" / "Target";
    gap: "差" / "Gap";
    plan: "計画" / "Plan";
    own: "独自" / "Own";
    measure: "指標" / "Measure";
    year: "年度" / "Fiscal year";
    target_value: "目標の値" / "Target value";
    add_target: "目標に加える" / "Add target";
    remove_target: "取り消す" / "Remove";
    no_target_value: "目標の値が数字ではありません。0以上の数を入れてください。" / "The target value is not a number. Enter a number of 0 or more.";
    example: "例示" / "Example";
    likely: "達成しそう" / "Likely";
    uncertain: "五分五分" / "Even chances";
    at_risk: "届きにくい" / "At risk";
    unknown: "計算中" / "Calculating";
    updating: "計算中" / "Calculating";
    chosen: "選んだファイル：" / "Chosen: ";
    close: "閉じる" / "Close";
    cancel: "やめる" / "Cancel";
    search: "名前でさがす" / "Search by name";
    no_rows: "当てはまる行がありません。さがす言葉を短くしてください。" / "No row matches. Search with fewer letters.";
    ten_thousand: "1万回で確かめる" / "Check with 10,000 runs";
    ten_thousand_done: "1万回で確かめました" / "Checked with 10,000 runs";
    running: "1万回を計算中" / "Running 10,000";
    sort_up: "小さい順" / "Smallest first";
    sort_down: "大きい順" / "Largest first";
}

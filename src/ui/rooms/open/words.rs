//! Words of the room a link opens.

use crate::i18n::Text;

pub const TITLE: Text = Text { ja: "受け取った案", en: "A scenario you received" };
pub const LEAD: Text = Text {
    ja: "まだ何も保存していません。あなたの案はそのままです。",
    en: "Nothing is kept yet. Your own scenarios stay as they are.",
};
pub const NOTHING_CHANGED: Text = Text {
    ja: "あなたの案は変わっていません。",
    en: "Your scenarios have not changed.",
};
pub const TO_FORECAST: Text = Text { ja: "見通しへ進む", en: "Go to the forecast" };
pub const TO_LIBRARY: Text =
    Text { ja: "案の一覧を見る", en: "See the library of scenarios" };
pub const KEEP: Text =
    Text { ja: "自分の一覧に加えて開く", en: "Add to my library and open" };
pub const COMPARE: Text = Text { ja: "いまの案とくらべる", en: "Compare with mine" };
pub const CLOSE: Text = Text { ja: "加えずに閉じる", en: "Close without adding" };
pub const SAME: Text = Text {
    ja: "いま開いている案と同じ内容です",
    en: "It does the same as the scenario you have open",
};
pub const DIFFERENT: Text = Text { ja: "いまの案との違い", en: "What it does otherwise" };
pub const WHAT: Text = Text { ja: "項目", en: "What" };
pub const OWN: Text = Text { ja: "いまの案", en: "Mine" };
pub const THIS: Text = Text { ja: "受け取った案", en: "Received" };

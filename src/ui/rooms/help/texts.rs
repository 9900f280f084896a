//! The texts of the help room, both languages side by side.

use crate::i18n::Text;

pub struct Section {
    /// Part of the address: `#/help/words`.
    pub key: &'static str,
    pub title: Text,
    pub body: Paragraphs,
}

#[derive(Clone, Copy)]
pub enum Paragraphs {
    Text(&'static [Text]),
    List(&'static [Text]),
    Steps(&'static [Text]),
    Keys(&'static [(&'static str, Text)]),
    /// By a room's address: `#/help/forecast`.
    Rooms(&'static [(&'static str, &'static [Text])]),
    Glossary,
    Erase,
}

pub const CONTENTS: Text = Text { ja: "目次", en: "Contents" };
pub const TOUR: Text =
    Text { ja: "画面の案内をもう一度見る", en: "Take the tour again" };
pub const ERASE: Text = Text { ja: "すべて消す", en: "Erase everything" };
pub const ERASE_YES: Text = Text { ja: "本当に消す", en: "Really erase" };
pub const ERASE_NO: Text = Text { ja: "消さない", en: "Keep it" };
pub const ERASE_WHAT: Text = Text {
    ja: "このブラウザに残っている設定、案、メモ、言語の選択をすべて消します。書き出したファイルは消えません。",
    en: "Erases all settings, scenarios, notes and the language kept in this browser. Files you exported stay.",
};
pub const ERASE_SURE: Text = Text {
    ja: "消したものは元に戻せません。よろしければ「本当に消す」を押してください。",
    en: "What is erased cannot be brought back. If that is what you want, press “Really erase”.",
};

pub const SECTIONS: &[Section] = &[
    Section {
        key: "first",
        title: Text { ja: "はじめに", en: "First steps" },
        body: Paragraphs::Steps(&[
            Text {
                ja: "「見通し」の上の段で、計画の目標にどのくらい届きそうかを見ます。目標の名前を押すと、目標の高さと見込みの関係が出ます。",
                en: "At the top of “Forecast”, see how likely each target of the plan is. Press a target's name for its chance at other heights.",
            },
            Text {
                ja: "左の「動かす値」を動かします。線はすぐに動き、幅と見込みは少し遅れて届きます。",
                en: "Move a lever on the left. The line moves at once; bands and chances follow.",
            },
            Text {
                ja: "「何が動いたか」に、動いた指標が大きい順に並びます。名前を押すとそのグラフに移ります。",
                en: "“What did that move?” lists what moved, the strongest first. Press a name to see its chart.",
            },
            Text {
                ja: "下の図か表で区や圏域を選ぶと、グラフと動かす値がその場所のものになります。「地区カルテ」は1枚に印刷できます。",
                en: "Choose a ward or area below to see and set that place. Its card prints on one page.",
            },
            Text {
                ja: "決めた理由は、それぞれの値の「出典と理由」に書けます。設定は自動で保存されます。",
                en: "Write why you chose a value under “Source and reason”. Settings are saved by themselves.",
            },
        ]),
    },
    Section {
        key: "words",
        title: Text { ja: "用語集", en: "Glossary" },
        body: Paragraphs::Glossary,
    },
    Section {
        key: "rooms",
        title: Text { ja: "部屋ごとの使い方", en: "Room by room" },
        body: Paragraphs::Rooms(ROOMS),
    },
    Section {
        key: "keys",
        title: Text { ja: "キーボードの操作", en: "Keyboard" },
        body: Paragraphs::Keys(&[
            ("Tab / Shift+Tab", Text { ja: "次・前の項目へ", en: "Next or previous item" }),
            (
                "← →",
                Text {
                    ja: "スライダーを1目盛り動かす。グラフの上では値を順に読む",
                    en: "Move a slider by a step; on a chart, read value by value",
                },
            ),
            (
                "Home / End",
                Text {
                    ja: "スライダーの端、グラフの端へ", en: "To the end of a slider or chart"
                },
            ),
            (
                "Enter",
                Text {
                    ja: "グラフで選んだ場所に移る", en: "Go to the place chosen in a chart"
                },
            ),
            ("Esc", Text { ja: "開いたものを閉じる", en: "Close what is open" }),
            ("Alt+L", Text { ja: "動かす値をしぼりこむ欄へ", en: "To the filter of levers" }),
            ("Alt+M", Text { ja: "見る指標を選ぶ", en: "Choose the measure" }),
            ("Alt+K", Text { ja: "全体に戻る", en: "Back to the whole municipality" }),
            ("Alt+R", Text { ja: "直前の変更をもう一度見る", en: "Replay the last change" }),
        ]),
    },
    Section {
        key: "limits",
        title: Text { ja: "この見通しで分からないこと", en: "What this cannot tell" },
        body: Paragraphs::List(&[
            Text {
                ja: "機器や会議が一人ひとりを実際に助けたかどうか。",
                en: "Whether a device or a meeting helped a person.",
            },
            Text {
                ja: "まだ知られていない制度の変更、災害、景気の大きな変化。",
                en: "Changes of rules nobody knows yet, disasters, great turns of the economy.",
            },
            Text {
                ja: "「例示」とある圏域の実際の違い。区の値を分けた例です。",
                en: "How areas marked illustrative really differ: theirs are the ward's figures shared out.",
            },
            Text {
                ja: "仮定の幅の外で起きること。見込みは、仮定が正しいときの割合です。",
                en: "What lies outside the assumed ranges: a chance holds only as far as they do.",
            },
        ]),
    },
    Section {
        key: "access",
        title: Text { ja: "アクセシビリティ", en: "Accessibility" },
        body: Paragraphs::Text(&[
            Text {
                ja: "このページはJIS X 8341-3:2016のレベルAAに沿うことを目標に作り、自動の検査（axe）を各画面で行っています。専門家による検査はまだ受けていません。",
                en: "The page aims at JIS X 8341-3:2016 level AA (WCAG 2). Every screen is tested by machine (axe); no expert has audited it yet.",
            },
            Text {
                ja: "すべての操作はキーボードだけでできます。グラフには同じ数字の表があり、色だけで伝えることはありません。200%に拡大しても使えます。",
                en: "Everything works by keyboard. Each chart has a table of the same numbers; nothing is told by colour alone; it can be enlarged to 200 %.",
            },
        ]),
    },
    Section {
        key: "privacy",
        title: Text { ja: "プライバシー", en: "Privacy" },
        body: Paragraphs::Text(&[Text {
            ja: "計算はすべてこのコンピューターの中で行われ、入力した内容がどこかへ送られることはありません。",
            en: "All calculation happens on this computer; nothing you enter is sent anywhere.",
        }]),
    },
    Section {
        key: "licences",
        title: Text { ja: "ライセンス", en: "Licences" },
        body: Paragraphs::List(&[
            Text { ja: "見通し：MITまたはApache-2.0", en: "Mitoshi: MIT or Apache-2.0" },
            Text {
                ja: "色と大きさ：デジタル庁デザインシステム（@digital-go-jp/design-tokens、MIT、© 2023 デジタル庁）",
                en: "Colours and sizes: Digital Agency design system (@digital-go-jp/design-tokens, MIT, © 2023 Digital Agency)",
            },
            Text {
                ja: "組み込んだ主な部品：yew、wasm-bindgen、gloo、serde、postcard、libm、statrs、sobol_burley（いずれもMITまたはApache-2.0）",
                en: "Main parts built in: yew, wasm-bindgen, gloo, serde, postcard, libm, statrs, sobol_burley (all MIT or Apache-2.0)",
            },
        ]),
    },
    Section {
        key: "erase",
        title: Text { ja: "すべて消す", en: "Erase everything" },
        body: Paragraphs::Erase,
    },
];

const ROOMS: &[(&str, &[Text])] = &[
    (
        "forecast",
        &[
            Text {
                ja: "上に計画の目標、左に動かす値、中央にグラフ、下に区と圏域があります。動かす値は自治体が決められることだけです。「仮定」と「出来事」は別の見出しに分けてあります。",
                en: "Targets above, levers left, the graph in the middle, wards and areas below. Levers are what the municipality decides; assumptions and events stand apart.",
            },
            Text {
                ja: "グラフの題の左のボタンで見る指標を、右の切り替えで見方（年度、月、区・圏域、内訳、目標の高さ、年齢、長期）を選びます。",
                en: "The button left of the graph chooses the measure, the switch beside it how to look: years, months, places, parts, target height, ages, long term.",
            },
            Text {
                ja: "どの値がよく効くか分からないときは、「どの値が効くか」を押します。効く順に、費用とともに並びます。",
                en: "Not sure which lever helps? Press “Which lever does most?”: they are listed with their cost.",
            },
        ],
    ),
    (
        "card",
        &[Text {
            ja: "一つの区や圏域を1枚で見ます。強みと課題の文は数字から作られます。「前」「次」で隣の地区へ移り、印刷するとA4で1枚になります。メモはこのブラウザに残ります。",
            en: "One ward or area on one page. Its sentences are made from the numbers. Previous and next lead on; it prints on one A4; notes stay in this browser.",
        }],
    ),
    (
        "library",
        &[Text {
            ja: "作った案に名前をつけて残し、さがし、複製し、消せます。消してもすぐなら元に戻せます。ファイルに書き出すか、リンクか、案を入れた1ファイルで人に渡せます。",
            en: "Name, find, copy and delete scenarios; a deletion can be undone. Hand them on as a file, a link, or one file with the scenarios inside.",
        }],
    ),
    (
        "compare",
        &[Text {
            ja: "2つから4つの案を、同じ偶然のもとでくらべます。違うところだけが出ます。議員や委員には印刷した1枚か、「大きく見せる」で見せられます。",
            en: "Two to four scenarios under the same luck, only their differences. For a council: one printed sheet, or large on a screen.",
        }],
    ),
    (
        "data",
        &[Text {
            ja: "すべての実績の出典と確かさを見ます。自分の自治体のCSVやExcelの表を入れると、行ごとに確かめてから置きかえます。元の値にはいつでも戻せます。",
            en: "Where every figure comes from and how sure it is. Bring your own CSV or Excel tables: each row is checked first, and the former values can be brought back.",
        }],
    ),
];

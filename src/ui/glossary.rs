//! The words of the page that need one: what each means, in a sentence.

use crate::i18n::Text;

/// A term and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    pub key: &'static str,
    pub word: Text,
    pub meaning: Text,
}

macro_rules! terms {
    ($($id:ident = $key:literal $ja:literal / $en:literal: $mja:literal / $men:literal;)*) => {
        $(pub const $id: Term = Term {
            key: $key,
            word: Text { ja: $ja, en: $en },
            meaning: Text { ja: $mja, en: $men },
        };)*
        pub const TERMS: &[Term] = &[$($id),*];
    };
}

terms! {
    BASELINE = "baseline" "自然体" / "no change":
        "いまの決まりごとを何も変えずに続けたときの見通しです。"
        / "The forecast if nothing that is decided today is changed.";
    BAND = "band" "幅" / "band":
        "将来は一つに決まりません。条件を変えて千回あまり計算し、10回のうち8回が入る範囲を薄い色、2回に1回が入る範囲を濃い色で示します。"
        / "The future is not one line. Over a thousand runs with other unknowns are made; 8 in 10 lie in the light band, 1 in 2 in the darker one.";
    CHANCE = "chance" "見込み" / "chance":
        "計算した回数のうち目標に届いた回数の割合です。「約8割」は10回のうち8回ほど届くことを表します。"
        / "The share of runs that reach the target: «about 8 in 10».";
    MEDIAN = "median" "中央値" / "median":
        "すべての試行を小さい順に並べた真ん中の値です。"
        / "The value in the middle when all runs are put in order.";
    DRAW = "draw" "試行" / "run":
        "仮定の値を一組選んで将来を一度計算することです。"
        / "One calculation of the future with one set of assumptions.";
    LEVER = "lever" "動かす値" / "lever":
        "自治体が決められることです。動かすと線がすぐに動きます。"
        / "What the municipality can decide. Move it and the line moves.";
    ASSUMPTION = "assumption" "仮定" / "assumption":
        "だれも決められず、正確には知られていないことです。幅で持ち、根拠を示します。"
        / "What nobody decides and nobody knows exactly: kept as a range, with its reason.";
    SHOCK = "shock" "出来事" / "event":
        "感染症や一斉退職のように、外から起きることです。"
        / "What happens from outside, such as a pandemic.";
    ILLUSTRATIVE = "illustrative" "例示" / "illustrative":
        "見せるために作った値で、事実ではありません。公表されていない圏域ごとの値などです。"
        / "Made up so that something can be shown; not a fact: such as figures of areas that nobody publishes.";
    AREA = "area" "地域ケア圏域" / "care area":
        "区や市町村を分けた、支援センターが受け持つ範囲です。"
        / "The part of a ward or municipality that support centres serve.";
    CENTRE = "centre" "地域包括支援センター" / "support centre":
        "高齢者の相談を受ける窓口です。保健師など3職種が置かれます。"
        / "Where older people ask for help; staffed by three professions.";
    MEETING = "meeting" "地域ケア会議" / "care meeting":
        "一人ひとりの困りごとや地域の課題を、関係者が集まって話し合う会議です。"
        / "A meeting on one person's case or on what an area lacks.";
    COVERAGE = "alarm" "緊急通報の機器" / "alarm device":
        "ボタンを押すと通報できる機器です。持ち歩く携帯型と自宅設置型があります。"
        / "A device with a button that calls for help: portable, or in the home.";
    SERVED = "served" "応えられた割合" / "share of wanted hours served":
        "センターの使える時間を、求められる時間で割った割合です。100%を超えるのは、使える時間のほうが多いときです。"
        / "The hours centres have, divided by the hours wanted of them. Above 100% they have more than is wanted.";
    TIES = "ties" "地域との関係の指数" / "tie index":
        "職員が地域に築いたつながりの目安です。人が替わると下がり、長く勤めると上がります。"
        / "How well staff are connected in their area; it falls when people leave.";
    PREMIUM = "premium" "保険料への影響" / "effect on the premium":
        "65歳以上の人が払う介護保険料の月額に、この計画の費用が加える額です。"
        / "What the plan adds to the monthly premium people of 65 and over pay.";
    CODE = "code" "結果コード" / "result code":
        "同じ条件なら、どの機械でも同じ文字になります。印刷した数字を確かめるのに使います。"
        / "The same settings give the same letters on every machine: a printed number can be checked.";
    GRADE = "grade" "公表値・仮定などの印" / "grade marks":
        "数字の確かさです。実測、公表値、仮定、例示の順に確かさが下がります。"
        / "How sure a number is: observed, published, assumed, illustrative.";
}

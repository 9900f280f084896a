//! Prices, shares, and what each measure costs. The city publishes hardly any of them.

use super::{Chain, Shape};

crate::assumptions! { Chain::Money;
    "mo_staff_fte" {
        ja: "職員1人の年間費用", en: "Cost of one post a year",
        unit: "百万円/年" / "million yen a year",
        range: 5.2 / 6.2 / 7.5, shape: Shape::TwoPieceLognormal,
        within: 3.5 ..= 12.0, dim: 154,
        grade: Assumed,
        because_ja: "給与に事業主負担と間接費を加えた目安で、Mitoshiチームの仮定です。委託料\
            の公表値ではありません。",
        because_en: "Pay with employer cost and overhead, assumed by the Mitoshi team. It is \
            not the city's contract price.",
    }
    "mo_recruit" {
        ja: "採用1人の費用", en: "Cost per hire", unit: "千円" / "thousand yen",
        range: 200.0 / 550.0 / 1100.0, shape: Shape::TwoPieceLognormal,
        within: 30.0 ..= 4000.0, dim: 155,
        grade: Assumed,
        because_ja: "求人広告で済む場合から紹介会社を使う場合までを含む、Mitoshiチームの仮定\
            です。",
        because_en: "From an advertisement to an agency's fee, assumed by the Mitoshi team.",
    }
    "mo_alarm_portable" {
        ja: "携帯型の単価", en: "Portable: price per device", unit: "円/月" / "yen a month",
        range: 2032.0 / 2700.0 / 3900.0, shape: Shape::TwoPieceLognormal,
        within: 1000.0 ..= 9000.0, dim: 156,
        grade: Assumed,
        because_ja: "新庄市の1台2,661円（平成27年度）と、現行の負担上限2,032円を手がかりにした\
            Mitoshiチームの仮定です。",
        because_en: "Guided by 2,661 yen in Shinjo (FY2015) and by today's top charge of \
            2,032 yen; assumed by the Mitoshi team.",
    }
    "mo_alarm_home" {
        ja: "自宅設置型の単価", en: "Home type: price per device", unit: "円/月" / "yen a month",
        range: 4500.0 / 5000.0 / 6800.0, shape: Shape::TwoPieceLognormal,
        within: 2500.0 ..= 15_000.0, dim: 157,
        grade: Assumed,
        because_ja: "負担の上限4,500円が費用を超えることはないとみて、駆けつけ込みの価格を\
            Mitoshiチームが仮定しました。",
        because_en: "The top charge of 4,500 yen should not exceed the cost. The Mitoshi \
            team assumes a price with guards who come.",
    }
    "mo_charge_avg_share" {
        ja: "平均の利用者負担（上限に対する割合）", en: "Mean user charge over the top charge",
        unit: "割合" / "share",
        range: 0.08 / 0.22 / 0.45, shape: Shape::TwoPieceNormal,
        within: 0.01 ..= 1.0, dim: 158,
        grade: Assumed,
        because_ja: "新庄市では費用の8%ほどでした。大都市は所得が高めとみて、Mitoshiチームが\
            幅を持たせました。",
        because_en: "In Shinjo users paid about 8 % of the cost. Incomes in a large city are \
            higher, so the Mitoshi team assumes a wide range.",
    }
    "mo_alarm_setup" {
        ja: "設置・切替1台の費用", en: "Cost of an install or change", unit: "円" / "yen",
        range: 5000.0 / 11_000.0 / 20_000.0, shape: Shape::TwoPieceLognormal,
        within: 1000.0 ..= 60_000.0, dim: 159,
        grade: Assumed,
        because_ja: "公表値がないため、訪問1回の作業費とみるMitoshiチームの仮定です。",
        because_en: "Nothing is published: the price of one visit, assumed by the Mitoshi \
            team.",
    }
    "mo_meeting_cash" {
        ja: "会議1回の現金支出", en: "Cash cost per meeting", unit: "円" / "yen",
        range: 5000.0 / 18_000.0 / 45_000.0, shape: Shape::TwoPieceLognormal,
        within: 0.0 ..= 150_000.0, dim: 160,
        grade: Assumed,
        because_ja: "専門家への謝礼と会場費の目安で、Mitoshiチームの仮定です。職員の時間は人\
            件費に含まれます。",
        because_en: "Fees of experts and the room, assumed by the Mitoshi team. Staff time \
            is in the cost of posts.",
    }
    "mo_publicity_base" {
        ja: "センターの現在の広報費", en: "Publicity money for the centres today",
        unit: "百万円/年" / "million yen a year",
        range: 2.0 / 5.0 / 12.0, shape: Shape::TwoPieceLognormal,
        within: 0.3 ..= 60.0, dim: 161,
        grade: Assumed,
        because_ja: "現在の額は公表されていないため、1センター年10万円ほどとみるMitoshiチーム\
            の仮定です。",
        because_en: "Today's sum is not published. The Mitoshi team assumes about 100,000 \
            yen a centre a year.",
    }
    "mo_alarm_publicity_base" {
        ja: "緊急通報の現在の広報費", en: "Publicity money for alarms today",
        unit: "百万円/年" / "million yen a year",
        range: 0.3 / 1.0 / 3.0, shape: Shape::TwoPieceLognormal,
        within: 0.05 ..= 15.0, dim: 162,
        grade: Assumed,
        because_ja: "現在の額は公表されていないため、ちらしと広報紙程度とみるMitoshiチームの\
            仮定です。",
        because_en: "Today's sum is not published. The Mitoshi team assumes leaflets and the \
            city's own paper.",
    }
    "mo_publicity_person" {
        ja: "広報1万円で新たに知る人", en: "People reached and kept aware per 10,000 yen",
        unit: "人" / "people",
        range: 3.0 / 10.0 / 35.0, shape: Shape::TwoPieceLognormal,
        within: 0.3 ..= 200.0, dim: 163,
        grade: Assumed,
        because_ja: "媒体によって大きく違うため、Mitoshiチームがあえて広く仮定しました。",
        because_en: "It differs greatly by medium. The Mitoshi team assumes a range that is \
            wide on purpose.",
    }
    "mo_premium_share" {
        ja: "第1号保険料の負担割合", en: "Share borne by first-insured premiums",
        unit: "割合" / "share",
        range: 0.23 / 0.23 / 0.23, shape: Shape::Fixed,
        within: 0.0 ..= 0.5, dim: 164,
        grade: Published in MhlwFinance8,
        because_ja: "第8期の地域支援事業（包括的支援・任意事業）の財源割合です。一般会計の分と\
            上限を超える分には適用しません。",
        because_en: "The eighth period's share for comprehensive support and voluntary \
            programmes. It does not hold for the general account or above the ceiling.",
    }
    "mo_alarm_in_programme" {
        ja: "緊急通報を地域支援事業に含めるか",
        en: "Alarms inside the community support programme",
        unit: "（1=はい、0=いいえ）" / "(1 = yes, 0 = no)",
        range: 0.0 / 1.0 / 1.0, shape: Shape::Choice(0.5),
        within: 0.0 ..= 1.0, dim: 165,
        grade: Assumed,
        because_ja: "計画に書かれていないため、五分五分とするMitoshiチームの仮定です。市に確\
            認すれば決まります。",
        because_en: "The plan does not say. Even odds are assumed by the Mitoshi team; one \
            answer from the city would settle it.",
    }
    "mo_collection" {
        ja: "保険料の収納率", en: "Collection rate of premiums", unit: "割合" / "share",
        range: 0.98 / 0.985 / 0.992, shape: Shape::TwoPieceNormal,
        within: 0.95 ..= 1.0, dim: 166,
        grade: Assumed,
        because_ja: "大都市で普通にみられる水準とするMitoshiチームの仮定です。保険料への影響\
            額を割り戻すのに使います。",
        because_en: "A level usual in large cities, assumed by the Mitoshi team. It divides \
            the effect on the premium.",
    }
    "mo_income_weight" {
        ja: "所得段階を補正した被保険者数の比", en: "Income-weighted insured over insured",
        unit: "倍" / "times",
        range: 0.97 / 1.02 / 1.08, shape: Shape::TwoPieceNormal,
        within: 0.8 ..= 1.3, dim: 167,
        grade: Assumed,
        because_ja: "所得段階ごとの人数が手元にないため、1前後とするMitoshiチームの仮定です。",
        because_en: "The insured by income class are not at hand. The Mitoshi team assumes a \
            value near one.",
    }
    "mo_retention" {
        ja: "定着支援の費用（1人当たり）", en: "Retention programme, per person",
        unit: "千円/年" / "thousand yen a year",
        range: 25.0 / 60.0 / 140.0, shape: Shape::TwoPieceLognormal,
        within: 5.0 ..= 600.0, dim: 168,
        grade: Assumed,
        because_ja: "面談と相談窓口の費用の目安で、Mitoshiチームの仮定です。",
        because_en: "Talks and an advice line, assumed by the Mitoshi team.",
    }
    "mo_supervision" {
        ja: "スーパービジョン・研修の費用（1人当たり）", en: "Supervision and training, per person",
        unit: "千円/年" / "thousand yen a year",
        range: 15.0 / 40.0 / 90.0, shape: Shape::TwoPieceLognormal,
        within: 3.0 ..= 400.0, dim: 169,
        grade: Assumed,
        because_ja: "外部講師と受講の費用の目安で、Mitoshiチームの仮定です。職員の時間は別に\
            数えます。",
        because_en: "Outside teachers and course fees, assumed by the Mitoshi team. Staff \
            time is counted apart.",
    }
    "mo_clerical" {
        ja: "事務職員1人の年間費用", en: "Cost of one clerk a year",
        unit: "百万円/年" / "million yen a year",
        range: 3.0 / 4.0 / 5.2, shape: Shape::TwoPieceLognormal,
        within: 1.5 ..= 8.0, dim: 170,
        grade: Assumed,
        because_ja: "事務職の給与に事業主負担を加えた目安で、Mitoshiチームの仮定です。",
        because_en: "A clerk's pay with employer cost, assumed by the Mitoshi team.",
    }
    "mo_gathering" {
        ja: "通いの場の支援の費用（人口1万人当たり）",
        en: "Support of gathering places, per 10,000 people",
        unit: "百万円/年" / "million yen a year",
        range: 0.15 / 0.4 / 0.9, shape: Shape::TwoPieceLognormal,
        within: 0.02 ..= 4.0, dim: 171,
        grade: Assumed,
        because_ja: "立上げの補助と専門職の派遣の目安で、Mitoshiチームの仮定です。",
        because_en: "Starting grants and visits by professionals, assumed by the Mitoshi team.",
    }
    "mo_site" {
        ja: "小地域の委託事業所1か所の費用", en: "Cost of one small-area coordination site",
        unit: "百万円/年" / "million yen a year",
        range: 1.5 / 3.0 / 5.5, shape: Shape::TwoPieceLognormal,
        within: 0.3 ..= 15.0, dim: 172,
        grade: Assumed,
        because_ja: "兼務の調整役1人分に満たない額とみる、Mitoshiチームの仮定です。",
        because_en: "Less than one coordinator, who has other duties too; assumed by the \
            Mitoshi team.",
    }
    "mo_resident" {
        ja: "住民主体の支援への補助（参加1回当たり）",
        en: "Resident-led support, per visit of a participant",
        unit: "円" / "yen",
        range: 400.0 / 1000.0 / 2400.0, shape: Shape::TwoPieceLognormal,
        within: 50.0 ..= 10_000.0, dim: 173,
        grade: Assumed,
        because_ja: "補助の総額は手元になく、会場と保険の目安からMitoshiチームが仮定しました。",
        because_en: "The total of the grants is not at hand. Assumed by the Mitoshi team \
            from rooms and insurance.",
    }
    "mo_watch_partner" {
        ja: "見守り協力事業者1団体の費用", en: "Cost of one watch-network partner",
        unit: "千円" / "thousand yen",
        range: 2.0 / 5.0 / 12.0, shape: Shape::TwoPieceLognormal,
        within: 0.5 ..= 60.0, dim: 174,
        grade: Assumed,
        because_ja: "協定の手続と配布物の費用とみる、Mitoshiチームの仮定です。",
        because_en: "Paperwork of the agreement and leaflets, assumed by the Mitoshi team.",
    }
    "mo_employer_cost" {
        ja: "給与に上乗せされる事業主負担", en: "Employer cost on top of pay",
        unit: "割合" / "share",
        range: 0.14 / 0.16 / 0.19, shape: Shape::TwoPieceNormal,
        within: 0.05 ..= 0.35, dim: 175,
        grade: Assumed,
        because_ja: "社会保険料と労働保険料の事業主分の目安で、Mitoshiチームの仮定です。",
        because_en: "The employer's part of social and labour insurance, assumed by the \
            Mitoshi team.",
    }
}

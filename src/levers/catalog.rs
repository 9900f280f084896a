//! The levers, one after another. Never rename a key: saved documents hold it.

use super::{Group, LeverSpec, Scope};
use crate::i18n::Text;

macro_rules! levers {
    ($($id:ident = $key:literal {
        group: $group:ident, scope: $scope:ident,
        ja: $ja:literal, en: $en:literal, unit: $uja:literal / $uen:literal,
        range: $min:literal ..= $max:literal, step: $step:literal, default: $default:literal,
        cost: $cja:literal / $cen:literal, grade: $grade:ident $(in $source:ident)?,
        because: $bja:literal / $ben:literal,
    })*) => {
        /// Which lever.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum LeverId {
            $($id),*
        }

        const CATALOG: &[LeverSpec] = &[$(LeverSpec {
            id: LeverId::$id,
            key: $key,
            group: Group::$group,
            scope: Scope::$scope,
            label: Text { ja: $ja, en: $en },
            unit: Text { ja: $uja, en: $uen },
            min: $min,
            max: $max,
            step: $step,
            default: $default,
            cost: Text { ja: $cja, en: $cen },
            backing: crate::backing!($grade $($source)?),
            because: Text { ja: $bja, en: $ben },
        }),*];
    };
}

/// How many levers there are.
pub const LEVER_COUNT: usize = CATALOG.len();

impl LeverId {
    pub fn all() -> impl Iterator<Item = Self> {
        CATALOG.iter().map(|spec| spec.id)
    }

    pub const fn index(self) -> usize {
        self as usize
    }

    pub fn spec(self) -> &'static LeverSpec {
        &CATALOG[self.index()]
    }

    pub fn find(key: &str) -> Option<Self> {
        CATALOG.iter().find(|spec| spec.key == key).map(|spec| spec.id)
    }
}

levers! {
    AlarmAge = "alarm_age" {
        group: Devices, scope: City,
        ja: "対象となる年齢（ひとり暮らし）", en: "Age from which living alone is enough", unit: "歳" / "years",
        range: 65.0 ..= 85.0, step: 1.0, default: 75.0,
        cost: "利用が増えた分の機器費用" / "devices for those who join", grade: Published in KawasakiPlan8,
        because: "計画は75歳以上。下げたとき新たに対象となる人の申請は仮定" / "The plan says 75; how many newly eligible people apply is assumed",
    }
    AlarmClassA = "alarm_class_a" {
        group: Devices, scope: City,
        ja: "慢性疾患のある65歳以上を対象に含める", en: "Include 65+ with a chronic illness", unit: "（1=含める）" / "(1 = included)",
        range: 0.0 ..= 1.0, step: 1.0, default: 1.0,
        cost: "利用が減れば費用も減る" / "cost falls with use", grade: Published in KawasakiPlan8,
        because: "計画の対象要件" / "A condition named in the plan",
    }
    AlarmClassC = "alarm_class_c" {
        group: Devices, scope: City,
        ja: "認知症で外出の危険がある人を対象に含める", en: "Include dementia with risk of wandering", unit: "（1=含める）" / "(1 = included)",
        range: 0.0 ..= 1.0, step: 1.0, default: 1.0,
        cost: "利用が減れば費用も減る" / "cost falls with use", grade: Published in KawasakiPlan8,
        because: "計画の対象要件（携帯型のみ）。計画の言葉では「徘徊」のおそれ" / "A condition named in the plan (portable only)",
    }
    AlarmChargePortable = "alarm_charge_portable" {
        group: Devices, scope: City,
        ja: "携帯型の利用者負担の上限", en: "Portable: top user charge", unit: "円/月" / "yen/month",
        range: 0.0 ..= 4064.0, step: 1.0, default: 2032.0,
        cost: "下げた分を自治体が負担" / "the municipality pays what users no longer do", grade: Published in KawasakiPlan8,
        because: "計画の現行の上限。反応の強さは仮定" / "The present top charge; how people react is assumed",
    }
    AlarmChargeHome = "alarm_charge_home" {
        group: Devices, scope: City,
        ja: "自宅設置型の利用者負担の上限", en: "Home type: top user charge", unit: "円/月" / "yen/month",
        range: 0.0 ..= 9000.0, step: 1.0, default: 4500.0,
        cost: "下げた分を自治体が負担" / "the municipality pays what users no longer do", grade: Published in KawasakiPlan8,
        because: "計画の現行の上限。反応の強さは仮定" / "The present top charge; how people react is assumed",
    }
    AlarmPublicity = "alarm_publicity" {
        group: Devices, scope: Place,
        ja: "緊急通報の広報", en: "Publicity for alarms", unit: "倍" / "times",
        range: 0.0 ..= 3.0, step: 0.1, default: 1.0,
        cost: "現在の広報費を1として比例" / "in proportion to today's publicity", grade: Assumed,
        because: "現在を1とする。効き目は仮定で、やめると9か月で半分に薄れる" / "Today is 1; the effect is assumed and halves in nine months",
    }
    AlarmContract = "alarm_contract" {
        group: Devices, scope: City,
        ja: "契約台数の追加", en: "More contracted units", unit: "台" / "units",
        range: 0.0 ..= 1000.0, step: 10.0, default: 0.0,
        cost: "使った台数だけ" / "only units in use are paid", grade: Assumed,
        because: "現在の契約台数は公表されていないため余裕を仮定" / "The present contract is not published: its slack is assumed",
    }
    AlarmCrews = "alarm_crews" {
        group: Devices, scope: City,
        ja: "設置班の追加", en: "More installation crews", unit: "班" / "crews",
        range: 0.0 ..= 3.0, step: 1.0, default: 0.0,
        cost: "1班あたりの費用は設置費に含む" / "within the cost of each install", grade: Assumed,
        because: "設置能力が足りないときだけ効く" / "Acts only while capacity is short",
    }
    AlarmReplace = "alarm_replace" {
        group: Devices, scope: Place,
        ja: "携帯型への切替促進", en: "Replacement by portable devices", unit: "%" / "%",
        range: 0.0 ..= 100.0, step: 5.0, default: 0.0,
        cost: "切替1台ごとの設置費" / "the set-up cost of each change", grade: Assumed,
        because: "希望者全員に案内したときを100%とする" / "100 % is an offer to everyone who could change",
    }
    PostsExtra = "posts_extra" {
        group: Centres, scope: Place,
        ja: "増員（1センター当たり）", en: "More posts per centre", unit: "人" / "posts",
        range: -0.5 ..= 3.0, step: 0.1, default: 0.0,
        cost: "1人の年間費用（仮定620万円）" / "a post a year (assumed 6.2 million yen)", grade: Assumed,
        because: "65歳以上の人数に応じた増員に上乗せ" / "On top of posts that follow the number of 65+",
    }
    PostsFrozen = "posts_frozen" {
        group: Centres, scope: City,
        ja: "配置数を据え置く", en: "Freeze the number of posts", unit: "（1=据え置く）" / "(1 = frozen)",
        range: 0.0 ..= 1.0, step: 1.0, default: 0.0,
        cost: "増えない分の人件費が減る" / "saves the posts not added", grade: Assumed,
        because: "通常は65歳以上の人数に応じて増える" / "By default posts follow the number of 65+",
    }
    Retention = "retention" {
        group: Centres, scope: Place,
        ja: "定着支援", en: "Retention programme", unit: "%" / "%",
        range: 0.0 ..= 100.0, step: 5.0, default: 0.0,
        cost: "1人当たり年6万円（仮定）" / "60,000 yen a person a year (assumed)", grade: Assumed,
        because: "全員に行うときを100%とする" / "100 % reaches everyone",
    }
    Supervision = "supervision" {
        group: Centres, scope: Place,
        ja: "スーパービジョン・段階別研修", en: "Supervision and staged training", unit: "%" / "%",
        range: 0.0 ..= 100.0, step: 5.0, default: 0.0,
        cost: "1人当たり年4万円（仮定）と時間の1.5%" / "40,000 yen a person a year (assumed) and 1.5 % of hours", grade: Assumed,
        because: "在籍3年未満の離職に効く" / "Acts on leaving within the first three years",
    }
    RecruitEffort = "recruit_effort" {
        group: Centres, scope: Place,
        ja: "採用活動", en: "Recruitment effort", unit: "倍" / "times",
        range: 1.0 ..= 3.0, step: 0.1, default: 1.0,
        cost: "採用1人の費用に比例" / "in proportion to the cost per hire", grade: Assumed,
        because: "現在を1とする" / "Today is 1",
    }
    PaySupplement = "pay_supplement" {
        group: Centres, scope: Place,
        ja: "処遇改善（月額）", en: "Pay supplement", unit: "円/月" / "yen/month",
        range: 0.0 ..= 40000.0, step: 1000.0, default: 0.0,
        cost: "1人につき12か月分と事業主負担" / "twelve months a person, with employer cost", grade: Assumed,
        because: "離職の弾力性は仮定" / "The response of leaving is assumed",
    }
    Handover = "handover" {
        group: Centres, scope: Place,
        ja: "引継ぎ期間", en: "Handover overlap", unit: "か月" / "months",
        range: 0.0 ..= 3.0, step: 0.5, default: 0.0,
        cost: "退職1人につき重なる月の給与" / "the overlapping months' pay for each leaver", grade: Assumed,
        because: "重なる月数だけ関係が残りやすい" / "Each month of overlap keeps more of the ties",
    }
    Clerical = "clerical" {
        group: Centres, scope: Place,
        ja: "事務職員（1センター当たり）", en: "Clerical support per centre", unit: "人" / "persons",
        range: 0.0 ..= 2.0, step: 0.1, default: 0.0,
        cost: "1人年400万円（仮定）" / "4 million yen a person a year (assumed)", grade: Assumed,
        because: "専門職の時間を空ける" / "Sets professionals' hours free",
    }
    MeetFlex = "meet_flex" {
        group: Meetings, scope: Place,
        ja: "柔軟な開催・オンライン", en: "Flexible and remote format", unit: "%" / "%",
        range: 0.0 ..= 100.0, step: 5.0, default: 0.0,
        cost: "現金の支出は増えない" / "no extra cash", grade: Assumed,
        because: "個別ケア会議のうち柔軟に開く割合" / "Share of individual meetings held flexibly",
    }
    MeetRing = "meet_ring" {
        group: Meetings, scope: Place,
        ja: "会議のための専用時間", en: "Hours ring-fenced for meetings", unit: "%" / "%",
        range: 0.0 ..= 5.0, step: 0.1, default: 0.0,
        cost: "他の業務の時間が減る" / "hours are taken from other work", grade: Assumed,
        because: "全時間に対する割合。他の業務から回す" / "Share of all hours, taken from the other claims",
    }
    MeetJoint = "meet_joint" {
        group: Meetings, scope: Place,
        ja: "合同開催", en: "Joint meetings of two centres", unit: "%" / "%",
        range: 0.0 ..= 100.0, step: 5.0, default: 0.0,
        cost: "現金の支出は増えない" / "no extra cash", grade: Assumed,
        because: "合同の会議は1回と数える" / "A joint meeting counts once",
    }
    PlanIndividual = "plan_individual" {
        group: Meetings, scope: Place,
        ja: "個別ケア会議の予定回数", en: "Planned individual-case meetings", unit: "倍" / "times",
        range: 0.0 ..= 3.0, step: 0.05, default: 1.0,
        cost: "1回の現金支出（仮定1.8万円）" / "cash per meeting (assumed 18,000 yen)", grade: Assumed,
        because: "令和元年度の予定を1とする（予定数は公表されていないため推定）" / "FY2019's plan is 1 (not published: solved)",
    }
    PlanArea = "plan_area" {
        group: Meetings, scope: Place,
        ja: "地域ケア圏域会議の予定回数", en: "Planned area meetings", unit: "倍" / "times",
        range: 0.0 ..= 3.0, step: 0.05, default: 1.0,
        cost: "1回の現金支出（仮定1.8万円）" / "cash per meeting (assumed 18,000 yen)", grade: Assumed,
        because: "令和元年度の予定を1とする" / "FY2019's plan is 1",
    }
    PlanWard = "plan_ward" {
        group: Meetings, scope: City,
        ja: "相談支援・ケアマネジメント会議の予定回数", en: "Planned ward meetings", unit: "倍" / "times",
        range: 0.0 ..= 3.0, step: 0.05, default: 1.0,
        cost: "1回の現金支出（仮定1.8万円）" / "cash per meeting (assumed 18,000 yen)", grade: Assumed,
        because: "令和元年度の予定を1とする" / "FY2019's plan is 1",
    }
    OutreachHours = "outreach_hours" {
        group: Known, scope: Place,
        ja: "出前講座・訪問の時間", en: "Outreach hours", unit: "倍" / "times",
        range: 0.0 ..= 3.0, step: 0.1, default: 1.0,
        cost: "職員の時間（他の業務と分け合う）" / "staff hours, shared with other work", grade: Assumed,
        because: "現在の時間を1とする" / "Today's hours are 1",
    }
    PublicityMoney = "publicity_money" {
        group: Known, scope: City,
        ja: "センターの広報費", en: "Publicity money for the centres", unit: "倍" / "times",
        range: 0.0 ..= 5.0, step: 0.1, default: 1.0,
        cost: "現在の額（仮定 年500万円）に比例" / "in proportion to today's (assumed 5 million yen a year)", grade: Assumed,
        because: "現在の額は公表されていないため仮定" / "The present sum is not published: assumed",
    }
    Gathering = "gathering" {
        group: Programmes, scope: Place,
        ja: "通いの場の支援", en: "Support of gathering places", unit: "%" / "%",
        range: 0.0 ..= 100.0, step: 5.0, default: 0.0,
        cost: "人口1万人当たり年40万円（仮定）" / "0.4 million yen a year per 10,000 people (assumed)", grade: Assumed,
        because: "広く行き渡るときを100%とする。介護予防の効果は3年以上あとに出る" / "100 % is wide participation; prevention shows after three years or more",
    }
    SitesExtra = "sites_extra" {
        group: Programmes, scope: City,
        ja: "小地域の委託事業所の追加", en: "More small-area coordination sites", unit: "か所" / "sites",
        range: 0.0 ..= 30.0, step: 1.0, default: 0.0,
        cost: "1か所年300万円（仮定）" / "3 million yen a site a year (assumed)", grade: Assumed,
        because: "見込みへの上乗せ" / "On top of the expected number",
    }
    ResidentSupport = "resident_support" {
        group: Programmes, scope: Place,
        ja: "住民主体の支援への補助", en: "Subsidy for resident-led support", unit: "倍" / "times",
        range: 0.0 ..= 3.0, step: 0.1, default: 1.0,
        cost: "現在の額に比例" / "in proportion to today's", grade: Assumed,
        because: "現在を1とする" / "Today is 1",
    }
    WatchPartners = "watch_partners" {
        group: Programmes, scope: City,
        ja: "見守り協力事業者の開拓", en: "New watch-network partners", unit: "団体/年" / "partners/year",
        range: 0.0 ..= 30.0, step: 1.0, default: 0.0,
        cost: "1団体5千円（仮定）" / "5,000 yen a partner (assumed)", grade: Assumed,
        because: "見込みへの上乗せ" / "On top of the expected number",
    }
}

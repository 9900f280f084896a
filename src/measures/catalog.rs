//! The measures, one after another. Never rename a key: saved documents and targets hold it.

use super::{Good, Kind, Level, MeasureSpec, own};
use crate::assumptions::Chain;
use crate::i18n::Text;

macro_rules! measures {
    ($($id:ident = $key:literal {
        chain: $chain:ident, ja: $ja:literal, en: $en:literal, unit: $uja:literal / $uen:literal,
        kind: $kind:expr, good: $good:ident, level: $level:ident,
    })*) => {
        /// Which measure.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum MeasureId {
            $($id),*
        }

        const CATALOG: &[MeasureSpec] = &[$(MeasureSpec {
            id: MeasureId::$id,
            key: $key,
            chain: Chain::$chain,
            label: Text { ja: $ja, en: $en },
            unit: Text { ja: $uja, en: $uen },
            kind: $kind,
            good: Good::$good,
            level: Level::$level,
        }),*];
    };
}

/// How many measures there are.
pub const MEASURE_COUNT: usize = CATALOG.len();

impl MeasureId {
    /// Every place there is for a value, the free ones too, in the order of the catalogue.
    pub fn every() -> impl Iterator<Item = Self> {
        CATALOG.iter().map(|spec| spec.id)
    }

    /// All of them: the built-in ones, and of a municipality's own those it has.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::every().filter(|id| !id.is_own() || own::spec(*id).is_some())
    }

    pub const fn index(self) -> usize {
        self as usize
    }

    pub fn spec(self) -> &'static MeasureSpec {
        let built_in = &CATALOG[self.index()];
        if self.is_own() { own::spec(self).unwrap_or(built_in) } else { built_in }
    }

    /// What the catalogue says, whatever a municipality calls it.
    pub(super) fn declared(self) -> &'static MeasureSpec {
        &CATALOG[self.index()]
    }

    /// Whether it is one of the places kept free for a municipality's own indicators.
    pub const fn is_own(self) -> bool {
        Self::OwnCount1 as usize <= self as usize
    }

    pub fn find(key: &str) -> Option<Self> {
        CATALOG.iter().find(|spec| spec.key == key).map(|spec| spec.id)
    }
}

measures! {
    PopTotal = "population" {
        chain: Population, ja: "人口", en: "Population", unit: "人" / "people",
        kind: Kind::October, good: Neither, level: Area,
    }
    Pop65 = "pop_65" {
        chain: Population, ja: "65歳以上の人口", en: "People 65 and over", unit: "人" / "people",
        kind: Kind::October, good: Neither, level: Area,
    }
    Pop75 = "pop_75" {
        chain: Population, ja: "75歳以上の人口", en: "People 75 and over", unit: "人" / "people",
        kind: Kind::October, good: Neither, level: Area,
    }
    Pop85 = "pop_85" {
        chain: Population, ja: "85歳以上の人口", en: "People 85 and over", unit: "人" / "people",
        kind: Kind::October, good: Neither, level: Area,
    }
    AgeingRate = "ageing_rate" {
        chain: Population, ja: "高齢化率", en: "Share of 65 and over", unit: "%" / "%",
        kind: Kind::Ratio { of: MeasureId::Pop65, per: MeasureId::PopTotal, times: 100.0 }, good: Neither, level: Area,
    }
    Share75 = "share_75" {
        chain: Population, ja: "75歳以上の割合", en: "Share of 75 and over", unit: "%" / "%",
        kind: Kind::Ratio { of: MeasureId::Pop75, per: MeasureId::PopTotal, times: 100.0 }, good: Neither, level: Area,
    }
    Pop15To64 = "pop_15_64" {
        chain: Population, ja: "15〜64歳の人口", en: "People 15 to 64", unit: "人" / "people",
        kind: Kind::October, good: Neither, level: Area,
    }
    Dependency = "dependency" {
        chain: Population, ja: "老年人口指数（15〜64歳100人当たりの65歳以上）", en: "65 and over per 100 people of 15 to 64", unit: "人" / "people",
        kind: Kind::Ratio { of: MeasureId::Pop65, per: MeasureId::Pop15To64, times: 100.0 }, good: Neither, level: Area,
    }
    LivingAlone = "living_alone" {
        chain: Households, ja: "ひとり暮らしの高齢者", en: "Living alone, 65 and over", unit: "人" / "people",
        kind: Kind::October, good: Neither, level: Area,
    }
    LivingAlone75 = "living_alone_75" {
        chain: Households, ja: "ひとり暮らしの75歳以上", en: "Living alone, 75 and over", unit: "人" / "people",
        kind: Kind::October, good: Neither, level: Area,
    }
    LivingAloneShare = "living_alone_share" {
        chain: Households, ja: "ひとり暮らしの割合（65歳以上）", en: "Share of 65+ living alone", unit: "%" / "%",
        kind: Kind::Ratio { of: MeasureId::LivingAlone, per: MeasureId::Pop65, times: 100.0 }, good: Neither, level: Area,
    }
    Certified = "certified" {
        chain: CareNeed, ja: "要支援・要介護認定者", en: "Certified as needing care", unit: "人" / "people",
        kind: Kind::October, good: Down, level: Area,
    }
    CertifiedSupport = "certified_support" {
        chain: CareNeed, ja: "要支援認定者", en: "Certified at support level", unit: "人" / "people",
        kind: Kind::October, good: Neither, level: Area,
    }
    CertifiedCare = "certified_care" {
        chain: CareNeed, ja: "要介護認定者", en: "Certified at care level", unit: "人" / "people",
        kind: Kind::October, good: Down, level: Area,
    }
    CertifiedHeavy = "certified_heavy" {
        chain: CareNeed, ja: "要介護3以上の認定者", en: "Certified at care level 3 and over", unit: "人" / "people",
        kind: Kind::October, good: Down, level: Area,
    }
    CertifiedRate = "certified_rate" {
        chain: CareNeed, ja: "認定率（65歳以上比）", en: "Certified per 65+", unit: "%" / "%",
        kind: Kind::Ratio { of: MeasureId::Certified, per: MeasureId::Pop65, times: 100.0 }, good: Down, level: Area,
    }
    Dementia = "dementia" {
        chain: CareNeed, ja: "認知症の人", en: "People with dementia", unit: "人" / "people",
        kind: Kind::October, good: Neither, level: Area,
    }
    AlarmPortable = "alarm_portable" {
        chain: Alarm, ja: "携帯型の利用台数", en: "Portable devices in use", unit: "台" / "devices",
        kind: Kind::Stock, good: Up, level: Area,
    }
    AlarmHome = "alarm_home" {
        chain: Alarm, ja: "自宅設置型の利用台数", en: "Home devices in use", unit: "台" / "devices",
        kind: Kind::Stock, good: Neither, level: Area,
    }
    AlarmTotal = "alarm_total" {
        chain: Alarm, ja: "緊急通報機器の合計", en: "Alarm devices in use", unit: "台" / "devices",
        kind: Kind::Stock, good: Up, level: Area,
    }
    AlarmEligible = "alarm_eligible" {
        chain: Alarm, ja: "対象となる人", en: "Eligible people", unit: "人" / "people",
        kind: Kind::Stock, good: Neither, level: Area,
    }
    AlarmCoverage = "alarm_coverage" {
        chain: Alarm, ja: "対象者に占める利用の割合", en: "Devices per eligible person", unit: "%" / "%",
        kind: Kind::Ratio { of: MeasureId::AlarmTotal, per: MeasureId::AlarmEligible, times: 100.0 }, good: Up, level: Area,
    }
    AlarmUnmet = "alarm_unmet" {
        chain: Alarm, ja: "対象で機器のない人", en: "Eligible people without a device", unit: "人" / "people",
        kind: Kind::Stock, good: Down, level: Area,
    }
    AlarmWaiting = "alarm_waiting" {
        chain: Alarm, ja: "設置待ち", en: "Waiting for a device", unit: "人" / "people",
        kind: Kind::Stock, good: Down, level: Area,
    }
    AlarmWaitingLong = "alarm_waiting_long" {
        chain: Alarm, ja: "2か月を超える設置待ち", en: "Waiting over two months", unit: "人" / "people",
        kind: Kind::Stock, good: Down, level: Area,
    }
    AlarmApplications = "alarm_applications" {
        chain: Alarm, ja: "申請", en: "Applications", unit: "件" / "applications",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    AlarmInstalls = "alarm_installs" {
        chain: Alarm, ja: "新規設置", en: "New installs", unit: "台" / "devices",
        kind: Kind::Flow, good: Up, level: Area,
    }
    AlarmConversions = "alarm_conversions" {
        chain: Alarm, ja: "自宅設置型から携帯型への切替", en: "Changes from home to portable", unit: "台" / "devices",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    AlarmExits = "alarm_exits" {
        chain: Alarm, ja: "廃止", en: "Devices given up", unit: "台" / "devices",
        kind: Kind::Flow, good: Down, level: Area,
    }
    AlarmExitDeath = "alarm_exit_death" {
        chain: Alarm, ja: "廃止（死亡）", en: "Given up: death", unit: "台" / "devices",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    AlarmExitFacility = "alarm_exit_facility" {
        chain: Alarm, ja: "廃止（施設入所・長期入院）", en: "Given up: facility or hospital", unit: "台" / "devices",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    AlarmExitMove = "alarm_exit_move" {
        chain: Alarm, ja: "廃止（転出・同居）", en: "Given up: moved or joined family", unit: "台" / "devices",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    AlarmExitUnwanted = "alarm_exit_unwanted" {
        chain: Alarm, ja: "廃止（不要・辞退）", en: "Given up: no longer wanted", unit: "台" / "devices",
        kind: Kind::Flow, good: Down, level: Area,
    }
    AlarmStockout = "alarm_stockout" {
        chain: Alarm, ja: "契約台数の不足", en: "Short of contracted units", unit: "か月" / "months",
        kind: Kind::Flow, good: Down, level: City,
    }
    AlarmCalls = "alarm_calls" {
        chain: Alarm, ja: "通報・相談", en: "Calls", unit: "件" / "calls",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    AlarmDispatches = "alarm_dispatches" {
        chain: Alarm, ja: "救急出動", en: "Ambulance dispatches", unit: "件" / "dispatches",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    Posts = "posts" {
        chain: Staff, ja: "3職種の配置数", en: "Posts, three professions", unit: "人" / "posts",
        kind: Kind::Stock, good: Up, level: Area,
    }
    Filled = "filled" {
        chain: Staff, ja: "3職種の在籍者", en: "Posts filled", unit: "人" / "people",
        kind: Kind::Stock, good: Up, level: Area,
    }
    Vacancies = "staff_vacancies" {
        chain: Staff, ja: "3職種の欠員", en: "Vacant posts", unit: "人" / "posts",
        kind: Kind::Stock, good: Down, level: Area,
    }
    CentresIncomplete = "centres_incomplete" {
        chain: Staff, ja: "3職種がそろわないセンター", en: "Centres missing a profession", unit: "か所" / "centres",
        kind: Kind::Stock, good: Down, level: Area,
    }
    StaffExits = "staff_exits" {
        chain: Staff, ja: "退職者", en: "Staff who left", unit: "人" / "people",
        kind: Kind::Flow, good: Down, level: Area,
    }
    StaffHires = "staff_hires" {
        chain: Staff, ja: "採用者", en: "Staff hired", unit: "人" / "people",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    FilledMonths = "filled_months" {
        chain: Staff, ja: "在籍の延べ月数", en: "Months of service", unit: "人月" / "person-months",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    Turnover = "staff_turnover" {
        chain: Staff, ja: "離職率", en: "Staff turnover", unit: "%/年" / "% a year",
        kind: Kind::Ratio { of: MeasureId::StaffExits, per: MeasureId::FilledMonths, times: 1200.0 }, good: Down, level: Area,
    }
    TenureUnder1 = "tenure_under_1" {
        chain: Staff, ja: "在籍1年未満", en: "Under one year in post", unit: "人" / "people",
        kind: Kind::Stock, good: Down, level: Area,
    }
    Tenure1To5 = "tenure_1_to_5" {
        chain: Staff, ja: "在籍1〜5年", en: "One to five years in post", unit: "人" / "people",
        kind: Kind::Stock, good: Neither, level: Area,
    }
    TenureOver5 = "tenure_over_5" {
        chain: Staff, ja: "在籍5年以上", en: "Five years and over in post", unit: "人" / "people",
        kind: Kind::Stock, good: Up, level: Area,
    }
    TenureUnder5 = "tenure_under_5" {
        chain: Staff, ja: "在籍5年未満", en: "Under five years in post", unit: "人" / "people",
        kind: Kind::Stock, good: Down, level: Area,
    }
    TenureShare = "staff_tenure_under5" {
        chain: Staff, ja: "在籍5年未満の割合", en: "Share under five years", unit: "%" / "%",
        kind: Kind::Ratio { of: MeasureId::TenureUnder5, per: MeasureId::Filled, times: 100.0 }, good: Down, level: Area,
    }
    Effective = "effective" {
        chain: Staff, ja: "実働換算の職員", en: "Effective full-time staff", unit: "人" / "FTE",
        kind: Kind::Stock, good: Up, level: Area,
    }
    ElderlyPerStaff = "elderly_per_staff" {
        chain: Staff, ja: "実働1人当たりの65歳以上", en: "65+ per effective person", unit: "人" / "people",
        kind: Kind::Ratio { of: MeasureId::Pop65, per: MeasureId::Effective, times: 1.0 }, good: Down, level: Area,
    }
    TieSum = "tie_sum" {
        chain: Staff, ja: "関係の総量", en: "Sum of working ties", unit: "（指数）" / "index",
        kind: Kind::Stock, good: Up, level: Area,
    }
    TieIndex = "tie_index" {
        chain: Staff, ja: "地域との関係の指数", en: "Tie index", unit: "%" / "%",
        kind: Kind::Ratio { of: MeasureId::TieSum, per: MeasureId::Posts, times: 100.0 }, good: Up, level: Area,
    }
    HoursAvailable = "hours_available" {
        chain: Meetings, ja: "使える時間", en: "Hours available", unit: "時間" / "hours",
        kind: Kind::Flow, good: Up, level: Area,
    }
    HoursConsult = "hours_consult" {
        chain: Meetings, ja: "総合相談・権利擁護の時間", en: "Hours: consultation and rights", unit: "時間" / "hours",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    HoursPlans = "hours_plans" {
        chain: Meetings, ja: "介護予防支援・ケアマネジメントの時間", en: "Hours: prevention plans", unit: "時間" / "hours",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    HoursAdmin = "hours_admin" {
        chain: Meetings, ja: "管理・記録の時間", en: "Hours: administration", unit: "時間" / "hours",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    HoursSupport = "hours_support" {
        chain: Meetings, ja: "ケアマネジャー支援の時間", en: "Hours: support of care managers", unit: "時間" / "hours",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    HoursMeetings = "hours_meetings" {
        chain: Meetings, ja: "地域ケア会議の時間", en: "Hours: care meetings", unit: "時間" / "hours",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    HoursOutreach = "hours_outreach" {
        chain: Meetings, ja: "出前・訪問の時間", en: "Hours: outreach", unit: "時間" / "hours",
        kind: Kind::Flow, good: Up, level: Area,
    }
    HoursWanted = "hours_wanted" {
        chain: Meetings, ja: "求められる時間", en: "Hours wanted", unit: "時間" / "hours",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    HoursServed = "hours_served" {
        chain: Meetings, ja: "応えられた割合", en: "Share of wanted hours served", unit: "%" / "%",
        kind: Kind::Ratio { of: MeasureId::HoursAvailable, per: MeasureId::HoursWanted, times: 100.0 }, good: Up, level: Area,
    }
    MeetIndividual = "meet_individual" {
        chain: Meetings, ja: "個別ケア会議", en: "Individual-case meetings", unit: "回" / "meetings",
        kind: Kind::Flow, good: Up, level: Area,
    }
    MeetArea = "meet_area" {
        chain: Meetings, ja: "地域ケア圏域会議", en: "Area meetings", unit: "回" / "meetings",
        kind: Kind::Flow, good: Up, level: Area,
    }
    MeetWard = "meet_ward" {
        chain: Meetings, ja: "相談支援・ケアマネジメント会議", en: "Ward meetings", unit: "回" / "meetings",
        kind: Kind::Flow, good: Up, level: Ward,
    }
    Meetings = "care_meetings" {
        chain: Meetings, ja: "地域ケア会議の開催数", en: "Care meetings held", unit: "回" / "meetings",
        kind: Kind::Flow, good: Up, level: Ward,
    }
    MeetingsPlanned = "meetings_planned" {
        chain: Meetings, ja: "予定された会議", en: "Meetings planned", unit: "回" / "meetings",
        kind: Kind::Flow, good: Neither, level: Ward,
    }
    MeetingsMissed = "meetings_missed" {
        chain: Meetings, ja: "開けなかった会議", en: "Meetings not held", unit: "回" / "meetings",
        kind: Kind::Flow, good: Down, level: Ward,
    }
    IssuesFound = "issues_found" {
        chain: Meetings, ja: "見つかった地域課題", en: "Area issues found", unit: "件" / "issues",
        kind: Kind::Flow, good: Up, level: Area,
    }
    IssuesResolved = "issues_resolved" {
        chain: Meetings, ja: "解決した地域課題", en: "Area issues resolved", unit: "件" / "issues",
        kind: Kind::Flow, good: Up, level: Area,
    }
    IssuesOpen = "issues_open" {
        chain: Meetings, ja: "残っている地域課題", en: "Area issues open", unit: "件" / "issues",
        kind: Kind::Stock, good: Down, level: Area,
    }
    IssuesOld = "issues_old" {
        chain: Meetings, ja: "1年を超えて残っている地域課題", en: "Area issues open over a year", unit: "件" / "issues",
        kind: Kind::Stock, good: Down, level: Area,
    }
    IssuesOldest = "issues_oldest" {
        chain: Meetings, ja: "最も長く残っている地域課題（36か月まで）", en: "Age of the oldest open issue (36 months at most)", unit: "か月" / "months",
        kind: Kind::Largest, good: Down, level: Area,
    }
    AwareTrue = "aware_true" {
        chain: Awareness, ja: "センターを知る人の数", en: "People who know the centres", unit: "人" / "people",
        kind: Kind::Stock, good: Up, level: Area,
    }
    AwareBase = "aware_base" {
        chain: Awareness, ja: "認定を受けていない65歳以上", en: "65+ not certified", unit: "人" / "people",
        kind: Kind::Stock, good: Neither, level: Area,
    }
    Awareness = "awareness" {
        chain: Awareness, ja: "支援センターの認知度", en: "Share who know the centres", unit: "%" / "%",
        kind: Kind::Ratio { of: MeasureId::AwareTrue, per: MeasureId::AwareBase, times: 100.0 }, good: Up, level: Area,
    }
    AwarenessMeasured = "centre_awareness" {
        chain: Awareness, ja: "認知度（調査で測られる値）", en: "Share who know, as surveyed", unit: "%" / "%",
        kind: Kind::Direct, good: Up, level: City,
    }
    Participants = "resident_led_participants" {
        chain: Programmes, ja: "住民主体の支援の参加者（延べ）", en: "Visits to resident-led support", unit: "人" / "visits",
        kind: Kind::Flow, good: Up, level: Area,
    }
    Sites = "small_area_coordination_sites" {
        chain: Programmes, ja: "小地域の委託事業所", en: "Small-area coordination sites", unit: "か所" / "sites",
        kind: Kind::Stock, good: Up, level: City,
    }
    WatchPartnersCount = "watch_partners_count" {
        chain: Programmes, ja: "見守り協力事業者", en: "Watch-network partners", unit: "団体" / "partners",
        kind: Kind::Stock, good: Up, level: City,
    }
    WatchReports = "watch_reports" {
        chain: Programmes, ja: "見守りの通報", en: "Watch-network reports", unit: "件" / "reports",
        kind: Kind::Flow, good: Neither, level: City,
    }
    Surveyed = "living_alone_surveyed" {
        chain: Programmes, ja: "ひとり暮らし等実態調査の対象", en: "Surveyed, living alone", unit: "人" / "people",
        kind: Kind::Flow, good: Up, level: Area,
    }
    Watched = "living_alone_watched" {
        chain: Programmes, ja: "見守りにつながった人", en: "People then watched over", unit: "人" / "people",
        kind: Kind::Flow, good: Up, level: Area,
    }
    AidExtinguisher = "aid_extinguisher" {
        chain: Programmes, ja: "自動消火器の給付", en: "Fire extinguishers given", unit: "件" / "cases",
        kind: Kind::Flow, good: Neither, level: City,
    }
    AidCooker = "aid_ih_cooker" {
        chain: Programmes, ja: "電磁調理器の給付", en: "Induction cookers given", unit: "件" / "cases",
        kind: Kind::Flow, good: Neither, level: City,
    }
    Council = "council_members" {
        chain: Programmes, ja: "連絡協議会の参画団体", en: "Liaison council members", unit: "団体" / "organisations",
        kind: Kind::Stock, good: Up, level: City,
    }
    Gatherings = "gatherings" {
        chain: Programmes, ja: "通いの場の参加者", en: "Gathering-place participants", unit: "人" / "people",
        kind: Kind::Stock, good: Up, level: Area,
    }
    Consultations = "consultations" {
        chain: Programmes, ja: "総合相談", en: "Consultations", unit: "件" / "consultations",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    ComplexCases = "complex_cases" {
        chain: Programmes, ja: "複合課題の相談", en: "Consultations with combined issues", unit: "件" / "consultations",
        kind: Kind::Flow, good: Neither, level: Area,
    }
    WatchVisiting = "watch_partners_visiting" {
        chain: Programmes, ja: "見守り協力事業者（訪問型）", en: "Watch-network partners, visiting", unit: "団体" / "partners",
        kind: Kind::Stock, good: Up, level: City,
    }
    WatchShop = "watch_partners_shop" {
        chain: Programmes, ja: "見守り協力事業者（店舗型）", en: "Watch-network partners, shops", unit: "団体" / "partners",
        kind: Kind::Stock, good: Up, level: City,
    }
    WatchHospital = "watch_reports_hospital" {
        chain: Programmes, ja: "見守りの通報（入院など）", en: "Watch reports: in hospital", unit: "件" / "reports",
        kind: Kind::Flow, good: Neither, level: City,
    }
    WatchAway = "watch_reports_away" {
        chain: Programmes, ja: "見守りの通報（一時不在）", en: "Watch reports: away", unit: "件" / "reports",
        kind: Kind::Flow, good: Neither, level: City,
    }
    WatchFoundDead = "watch_reports_found_dead" {
        chain: Programmes, ja: "見守りの通報（死亡の発見）", en: "Watch reports: found dead", unit: "件" / "reports",
        kind: Kind::Flow, good: Neither, level: City,
    }
    WatchOther = "watch_reports_other" {
        chain: Programmes, ja: "見守りの通報（その他）", en: "Watch reports: other", unit: "件" / "reports",
        kind: Kind::Flow, good: Neither, level: City,
    }
    RehabVisits = "community_rehab_visits" {
        chain: Programmes, ja: "地域リハビリテーションの支援", en: "Community rehabilitation visits", unit: "回" / "visits",
        kind: Kind::Flow, good: Up, level: City,
    }
    CostStaff = "cost_staff" {
        chain: Money, ja: "センター職員の費用", en: "Cost of centre staff", unit: "円" / "yen",
        kind: Kind::Flow, good: Down, level: City,
    }
    CostAlarm = "cost_alarm" {
        chain: Money, ja: "緊急通報の費用", en: "Cost of alarms", unit: "円" / "yen",
        kind: Kind::Flow, good: Down, level: City,
    }
    CostMeetings = "cost_meetings" {
        chain: Money, ja: "会議の費用", en: "Cost of meetings", unit: "円" / "yen",
        kind: Kind::Flow, good: Down, level: City,
    }
    CostPublicity = "cost_publicity" {
        chain: Money, ja: "広報の費用", en: "Cost of publicity", unit: "円" / "yen",
        kind: Kind::Flow, good: Down, level: City,
    }
    CostTraining = "cost_training" {
        chain: Money, ja: "定着・研修・採用の費用", en: "Cost of retention, training, hiring", unit: "円" / "yen",
        kind: Kind::Flow, good: Down, level: City,
    }
    CostRecruit = "cost_recruit" {
        chain: Money, ja: "採用の費用", en: "Cost of hiring", unit: "円" / "yen",
        kind: Kind::Flow, good: Down, level: City,
    }
    CostProgrammes = "cost_programmes" {
        chain: Money, ja: "地域の取組の費用", en: "Cost of programmes", unit: "円" / "yen",
        kind: Kind::Flow, good: Down, level: City,
    }
    CostTotal = "cost_total" {
        chain: Money, ja: "費用の合計", en: "Total cost", unit: "円" / "yen",
        kind: Kind::Flow, good: Down, level: City,
    }
    PaidNation = "paid_nation" {
        chain: Money, ja: "国の負担", en: "Paid by the nation", unit: "円" / "yen",
        kind: Kind::Flow, good: Neither, level: City,
    }
    PaidPrefecture = "paid_prefecture" {
        chain: Money, ja: "県の負担", en: "Paid by the prefecture", unit: "円" / "yen",
        kind: Kind::Flow, good: Neither, level: City,
    }
    PaidCity = "paid_city" {
        chain: Money, ja: "自治体の負担", en: "Paid by the municipality", unit: "円" / "yen",
        kind: Kind::Flow, good: Down, level: City,
    }
    PaidPremium = "paid_premium" {
        chain: Money, ja: "第1号保険料の負担", en: "Paid by first-insured premiums", unit: "円" / "yen",
        kind: Kind::Flow, good: Down, level: City,
    }
    Premium = "premium" {
        chain: Money, ja: "保険料に含まれる額（月額）", en: "Part of the monthly premium", unit: "円/月" / "yen/month",
        kind: Kind::Direct, good: Down, level: City,
    }
    CeilingLeft = "ceiling_left" {
        chain: Money, ja: "上限額までの残り", en: "Money left below the ceiling", unit: "円" / "yen",
        kind: Kind::Flow, good: Neither, level: City,
    }
    CeilingOver = "ceiling_over" {
        chain: Money, ja: "上限額を超える費用", en: "Money over the ceiling", unit: "円" / "yen",
        kind: Kind::Flow, good: Down, level: City,
    }
    OwnCount1 = "own_count_1" {
        chain: Programmes, ja: "独自の指標（回数1）", en: "Own indicator, count 1", unit: "件" / "cases",
        kind: Kind::Flow, good: Neither, level: City,
    }
    OwnCount2 = "own_count_2" {
        chain: Programmes, ja: "独自の指標（回数2）", en: "Own indicator, count 2", unit: "件" / "cases",
        kind: Kind::Flow, good: Neither, level: City,
    }
    OwnCount3 = "own_count_3" {
        chain: Programmes, ja: "独自の指標（回数3）", en: "Own indicator, count 3", unit: "件" / "cases",
        kind: Kind::Flow, good: Neither, level: City,
    }
    OwnCount4 = "own_count_4" {
        chain: Programmes, ja: "独自の指標（回数4）", en: "Own indicator, count 4", unit: "件" / "cases",
        kind: Kind::Flow, good: Neither, level: City,
    }
    OwnStock1 = "own_stock_1" {
        chain: Programmes, ja: "独自の指標（現在数1）", en: "Own indicator, stock 1", unit: "件" / "cases",
        kind: Kind::Stock, good: Neither, level: City,
    }
    OwnStock2 = "own_stock_2" {
        chain: Programmes, ja: "独自の指標（現在数2）", en: "Own indicator, stock 2", unit: "件" / "cases",
        kind: Kind::Stock, good: Neither, level: City,
    }
    OwnStock3 = "own_stock_3" {
        chain: Programmes, ja: "独自の指標（現在数3）", en: "Own indicator, stock 3", unit: "件" / "cases",
        kind: Kind::Stock, good: Neither, level: City,
    }
    OwnStock4 = "own_stock_4" {
        chain: Programmes, ja: "独自の指標（現在数4）", en: "Own indicator, stock 4", unit: "件" / "cases",
        kind: Kind::Stock, good: Neither, level: City,
    }
}

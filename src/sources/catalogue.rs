//! Every source the built-in data use. A test sees that each is used, and that no other is.

use serde::{Deserialize, Serialize};

use crate::i18n::Text;
use crate::sources::Source;

/// One entry of the catalogue: the key that files use, and what it stands for.
#[derive(Clone, Copy, Debug)]
pub struct SourceSpec {
    pub id: SourceId,
    pub key: &'static str,
    pub source: Source,
}

const RETRIEVED: &str = "2026-11-21";

macro_rules! sources {
    ($($id:ident = $key:literal: $source:expr;)+) => {
        /// A source by name. `Own` is one that came with somebody's own tables.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize,
        )]
        pub enum SourceId {
            $($id,)+
            Own(u16),
        }

        /// Every built-in source, in the order of their ids.
        pub const CATALOGUE: &[SourceSpec] =
            &[$(SourceSpec { id: SourceId::$id, key: $key, source: $source }),+];

        impl SourceId {
            /// The built-in source; none for one that came with own tables.
            pub fn spec(self) -> Option<&'static SourceSpec> {
                CATALOGUE.iter().find(|spec| spec.id == self)
            }

            /// The name that files use; one that came with own tables is told by its table.
            pub fn key(self) -> &'static str {
                self.spec().map_or("own", |spec| spec.key)
            }

            pub fn find(key: &str) -> Option<Self> {
                CATALOGUE.iter().find(|spec| spec.key == key).map(|spec| spec.id)
            }
        }
    };
}

const fn published(
    publisher: (&'static str, &'static str),
    title: (&'static str, &'static str),
    table: (&'static str, &'static str),
    [as_of, copy]: [&'static str; 2],
) -> Source {
    Source::Published {
        publisher: Text { ja: publisher.0, en: publisher.1 },
        title: Text { ja: title.0, en: title.1 },
        table: Text { ja: table.0, en: table.1 },
        as_of,
        copy,
        retrieved: RETRIEVED,
    }
}

/// Who assumes what nobody has counted.
const TEAM: Text = Text { ja: "Mitoshiチーム", en: "Mitoshi team" };

const fn assumed(ja: &'static str, en: &'static str) -> Source {
    Source::Assumed { because: Text { ja, en }, by: TEAM }
}

sources! {
    KawasakiPlan8 = "kawasaki_plan_8": published(
        ("川崎市", "City of Kawasaki"),
        (
            "第8期介護保険事業計画の資料（ひとり暮らし高齢者等の支援・相談支援ネットワーク）",
            "Eighth care plan: people living alone and the consultation network",
        ),
        ("主な成果指標、実績・計画", "main outcome measures, actual and planned"),
        ["FY2018–FY2020", ""],
    );
    KawasakiCare2019 = "kawasaki_care_2019": published(
        ("川崎市", "City of Kawasaki"),
        ("川崎市における地域包括ケアシステムの構築", "Building the community-based care system in Kawasaki"),
        ("概況", "overview"),
        ["2019-05", ""],
    );
    KawasakiVision2021 = "kawasaki_vision_2021": published(
        ("川崎市", "City of Kawasaki"),
        ("地域包括ケアシステム推進ビジョンに基づく取組の推進", "Work under the vision for community-based care"),
        ("地域ケア圏域、連絡協議会", "care areas, liaison councils"),
        ["2021-01", ""],
    );
    CareManual2018 = "care_manual_2018": published(
        ("日本能率協会総合研究所", "JMA Research Institute"),
        (
            "包括的・継続的ケアマネジメント支援の手引き（厚生労働省老人保健健康増進等事業）",
            "Manual for comprehensive and continuous care-management support",
        ),
        ("取組事例紹介の基本情報", "basic figures of the cases described"),
        ["2016–2018", ""],
    );
    TokyoPlan8 = "tokyo_plan_8": published(
        ("東京都", "Tokyo Metropolitan Government"),
        ("第8期計画の資料（保険者機能の強化）", "Eighth-period plan: strengthening the insurers"),
        ("地域包括支援センター", "support centres"),
        ["2017–2020", ""],
    );
    KawasakiOffice2016 = "kawasaki_office_2016": published(
        ("川崎市健康福祉局", "City of Kawasaki, health and welfare bureau"),
        ("地域包括ケア推進室 資料", "Slides of the community-care office"),
        ("概況", "overview"),
        ["2016-10-01", "happylibus.com doc 315209"],
    );
    KawasakiWelfarePlan5 = "kawasaki_welfare_plan_5": published(
        ("川崎市", "City of Kawasaki"),
        ("第5期川崎市地域福祉計画", "Fifth community welfare plan"),
        ("高齢化率", "share aged 65 and over"),
        ["2017-10-01", "pdfslide.tips"],
    );
    KawasakiPaper2023 = "kawasaki_paper_2023": published(
        ("川崎市", "City of Kawasaki"),
        ("市の広報紙", "The city's paper"),
        ("21大都市の比較", "21 large cities compared"),
        ["FY2023", "mykoho.jp"],
    );
    KawasakiWardPaper2021 = "kawasaki_ward_paper_2021": published(
        ("川崎市川崎区", "Kawasaki Ward"),
        ("区の人口と世帯数", "Population and households of the ward"),
        ("広報資料", "public notice"),
        ["2021-08-01", ""],
    );
    KawasakiOldPlan = "kawasaki_old_plan": published(
        ("川崎市", "City of Kawasaki"),
        ("計画本編の75歳以上人口の見込み（概数）", "An older plan: rounded estimates of people 75 and over"),
        ("本編", "main volume"),
        ["2010・2030", ""],
    );
    IshoTama2013 = "isho_tama_2013": published(
        ("医学書院", "Igaku-Shoin"),
        ("多摩区の要支援・要介護認定者（雑誌抄録）", "Certified people in Tama ward (journal abstract)"),
        ("抄録", "abstract"),
        ["2013", "webview.isho.jp 1664102373"],
    );
    Ipss2018 = "ipss_2018": published(
        ("国立社会保障・人口問題研究所", "National Institute of Population and Social Security Research"),
        ("日本の地域別将来推計人口（平成30年推計）", "Regional population projections, 2018 edition"),
        ("市区町村別・男女5歳階級別", "by municipality, sex and five-year age"),
        ["2015–2045", "github.com/nozomiTask/japan-dementia-population"],
    );
    CensusSsds = "census_ssds": published(
        ("総務省統計局", "Statistics Bureau of Japan"),
        ("国勢調査（社会・人口統計体系）", "Population census (System of Social and Demographic Statistics)"),
        ("A1301・A1303・A1417・A1419・A1420", "A1301, A1303, A1417, A1419, A1420"),
        ["2000–2020", "github tatuyaseto1983-glitch/koumuten47"],
    );
    CensusCity = "census_city": published(
        ("総務省統計局", "Statistics Bureau of Japan"),
        ("国勢調査 男女5歳階級別人口", "Population census, sex by five-year age"),
        ("川崎市、年齢不詳を含む", "Kawasaki, unknown ages included"),
        ["2010・2015", "github.com/aiseed-dev/ecitizen"],
    );
    CensusJapan = "census_japan": published(
        ("総務省統計局", "Statistics Bureau of Japan"),
        ("国勢調査 男女年齢別人口（全国）", "Population census of Japan, sex and age"),
        ("男女・5歳階級、年齢不詳を除く", "sex and five-year age, unknown ages left out"),
        ["2015・2020", "cran.r-project.org/package=fmsb"],
    );
    CensusHouseholds = "census_households": published(
        ("総務省統計局", "Statistics Bureau of Japan"),
        ("国勢調査 65歳以上の単独世帯", "Population census, one-person households aged 65 and over"),
        ("A8301・A830101・A830102", "A8301, A830101, A830102"),
        ["1980–2020", "SSDS, SSDSE-A"],
    );
    SsdseA = "ssdse_a": published(
        ("独立行政法人統計センター", "National Statistics Center"),
        ("教育用標準データセット SSDSE-A", "Standard data set SSDSE-A"),
        ("R14130", "R14130"),
        ["2015–2024", "github.com/cr4ft3r-ch1/Statistic-competition"],
    );
    ResidentRegister = "resident_register": published(
        ("総務省", "Ministry of Internal Affairs and Communications"),
        ("住民基本台帳に基づく人口、人口動態及び世帯数", "Residents' register: population, vital events, households"),
        ("市区町村別", "by municipality"),
        ["2016–2020", "github.com/cr4ft3r-ch1/Statistic-competition"],
    );
    LifeTables = "life_tables": published(
        ("厚生労働省", "Ministry of Health, Labour and Welfare"),
        ("完全生命表（第22回・第23回）", "Complete life tables, 22nd and 23rd"),
        ("死亡率 qx、男女・各歳", "death rates qx by sex and single age"),
        ["2015・2020", "cran.r-project.org/package=fmsb"],
    );
    LifeExpectancyTowns = "life_expectancy_towns": published(
        ("厚生労働省", "Ministry of Health, Labour and Welfare"),
        ("市区町村別生命表", "Life tables by municipality"),
        ("麻生区", "Asao ward"),
        ["2015・2020", "chiikihoken.net, shinyuriknow.com"],
    );
    LivingConditions2022 = "living_conditions_2022": published(
        ("厚生労働省", "Ministry of Health, Labour and Welfare"),
        ("国民生活基礎調査", "Comprehensive survey of living conditions"),
        ("65歳以上の単独世帯の性・年齢構成", "one-person households of 65 and over by sex and age"),
        ["2022", "fukushi.medicmedia.com"],
    );
    AgeingWhitePaper = "ageing_white_paper": published(
        ("内閣府", "Cabinet Office"),
        ("高齢社会白書", "White paper on the ageing society"),
        ("65歳以上のひとり暮らし", "people of 65 and over living alone"),
        ["2010–2050", ""],
    );
    CertificationByAge = "certification_by_age": published(
        ("厚生労働省", "Ministry of Health, Labour and Welfare"),
        ("介護保険部会 資料", "Long-term care insurance committee papers"),
        ("年齢階級別の要介護認定率", "share certified by age group"),
        ["2020-09", "wic-net.com 5259/9"],
    );
    CertificationJili = "certification_jili": published(
        ("生命保険文化センター", "Japan Institute of Life Insurance"),
        ("年齢別の要支援・要介護認定者の割合", "Share certified by age"),
        ("40～64歳ほか", "40–64 and older"),
        ["2019-07", "jili.or.jp"],
    );
    CareRecipients2010 = "care_recipients_2010": published(
        ("厚生労働省", "Ministry of Health, Labour and Welfare"),
        ("平成22年度 介護給付費実態調査の概況", "Survey of long-term care benefits, FY2010"),
        ("統計表3-1", "table 3-1"),
        ["2010-11", ""],
    );
    SogoRecipients2019 = "sogo_recipients_2019": published(
        ("厚生労働省", "Ministry of Health, Labour and Welfare"),
        ("介護給付費等実態統計 月報", "Statistics of long-term care benefits, monthly"),
        ("第23表", "table 23"),
        ["2019-07", "e-Stat 000031877606"],
    );
    CertifiedMonthly = "certified_monthly": published(
        ("厚生労働省", "Ministry of Health, Labour and Welfare"),
        ("介護保険事業状況報告 月報", "Monthly report on long-term care insurance"),
        ("要介護度別認定者数", "certified people by level"),
        ["2020-12", "wam.go.jp"],
    );
    Asada2013 = "asada_2013": published(
        ("朝田隆ほか（厚生労働科学研究）", "Asada et al. (health science research grant)"),
        ("都市部における認知症有病率と認知症の生活機能障害への対応", "Prevalence of dementia in urban areas"),
        ("有病率、男女・年齢階級", "prevalence by sex and age group"),
        ["2009–2012", "github.com/nozomiTask/japan-dementia-population"],
    );
    Ninomiya2024 = "ninomiya_2024": published(
        ("二宮利治ほか（九州大学）", "Ninomiya et al. (Kyushu University)"),
        ("認知症及び軽度認知障害の有病率調査並びに将来推計", "Prevalence of dementia and MCI, and projection"),
        ("有病率（一部の年齢のみ）", "prevalence (some ages only)"),
        ["2022", "jmedj.co.jp 24313, wic-net.com 22358/82"],
    );
    Ninomiya2014 = "ninomiya_2014": published(
        ("二宮利治ほか（九州大学）", "Ninomiya et al. (Kyushu University)"),
        ("日本における認知症の高齢者人口の将来推計", "Projection of the elderly with dementia in Japan"),
        ("有病率一定・上昇", "prevalence constant and rising"),
        ["2012–2060", "wic-net.com 3183/15"],
    );
    CareWorkSurvey = "care_work_survey": published(
        ("介護労働安定センター", "Care Work Foundation"),
        ("介護労働実態調査", "Survey of care work"),
        ("離職率・採用率", "leaving and hiring rates"),
        ["FY2007–FY2022", ""],
    );
    EmploymentTrends = "employment_trends": published(
        ("厚生労働省", "Ministry of Health, Labour and Welfare"),
        ("雇用動向調査", "Survey on employment trends"),
        ("離職率（引用）", "leaving rate (quoted)"),
        ["2019–2022", ""],
    );
    CareManagerPapers2024 = "care_manager_papers_2024": published(
        ("厚生労働省", "Ministry of Health, Labour and Welfare"),
        ("ケアマネジメントに係る諸課題に関する検討会 参考資料", "Committee on care-management issues, papers"),
        ("離職の状況", "people leaving"),
        ["FY2023", "wic-net.com 14338/27"],
    );
    AlarmNiigata = "alarm_niigata": published(
        ("新潟市", "City of Niigata"),
        ("緊急通報システム事業の資料", "Papers of the emergency-alarm scheme"),
        ("台数・通報・計画", "devices, calls, plans"),
        ["FY2014", "expydoc.com 8379441"],
    );
    AlarmTomakomai = "alarm_tomakomai": published(
        ("苫小牧民報", "Tomakomai Minpo"),
        ("緊急通報装置の利用状況（記事）", "Use of emergency alarms (article)"),
        ("2016-02-08", "2016-02-08"),
        ["FY2010–2015", "anpi-hikaku.com"],
    );
    AlarmIkoma = "alarm_ikoma": published(
        ("生駒市", "City of Ikoma"),
        ("緊急通報システムの利用状況", "Use of the emergency-alarm scheme"),
        ("台数・救急出動", "devices, ambulance calls"),
        ["FY2010–FY2014", "expydoc.com 8662888"],
    );
    AlarmChiba = "alarm_chiba": published(
        ("千葉市議会議員", "A member of the Chiba city council"),
        ("緊急通報の活動報告", "Report on the emergency-alarm scheme"),
        ("活動報告", "activity report"),
        ["2022-10", "komei.or.jp"],
    );
    AlarmShinjo = "alarm_shinjo": published(
        ("新庄市", "City of Shinjo"),
        ("事務事業評価", "Evaluation of programmes"),
        ("平成28年度 p.119", "FY2016, p. 119"),
        ["FY2014–FY2016", "city.shinjo.yamagata.jp"],
    );
    AlarmNishihara = "alarm_nishihara": published(
        ("西原町", "Town of Nishihara"),
        ("緊急通報の利用者と通報", "Alarm users and calls"),
        ("町の資料", "papers of the town"),
        ["FY2011–FY2012", ""],
    );
    AlarmYokohama = "alarm_yokohama": published(
        ("横浜市会議員", "A member of the Yokohama city council"),
        ("緊急通報制度の終了と補助", "Closing of the alarm scheme, and the subsidy"),
        ("活動報告", "activity report"),
        ["2018–2025", "nitta-m.jp"],
    );
    AlarmFees = "alarm_fees": published(
        ("川西市・内子町・船橋市", "Kawanishi, Uchiko and Funabashi"),
        ("緊急通報の利用者負担", "User charges of alarm schemes"),
        ("各市町の案内", "each municipality's notice"),
        ["", ""],
    );
    KanagawaMeetings = "kanagawa_meetings": published(
        ("神奈川県", "Kanagawa Prefecture"),
        ("地域ケア会議の開催状況（33市町村）", "Regional care meetings in 33 municipalities"),
        ("調査結果", "survey results"),
        ["2016-06", "123deta.com y6j0d34q"],
    );
    Bukai122 = "bukai_122": published(
        ("厚生労働省", "Ministry of Health, Labour and Welfare"),
        ("第122回介護保険部会 資料", "122nd long-term care insurance committee papers"),
        ("地域ケア会議", "regional care meetings"),
        ["2025-06-30", "wic-net.com 20581/14"],
    );
    WamCentres = "wam_centres": published(
        ("福祉医療機構（WAM NET）", "Welfare and Medical Service Agency (WAM NET)"),
        ("地域包括支援センターの設置数", "Number of support centres"),
        ("年次", "by year"),
        ["2006–2009", ""],
    );
    Centres2021 = "centres_2021": published(
        ("厚生労働省（引用記事）", "Ministry of Health (quoted article)"),
        ("地域包括支援センターの設置数", "Number of support centres"),
        ("2021-04", "2021-04"),
        ["2021-04", "mcsg.co.jp/kentatsu"],
    );
    CentreWorkload = "centre_workload": published(
        ("厚生労働省", "Ministry of Health, Labour and Welfare"),
        ("地域包括支援センターの業務の実態（2,217センター）", "Work of support centres (2,217 centres)"),
        ("業務時間の割合（約）", "shares of working time (about)"),
        ["", "wic-net.com 21999/13"],
    );
    TakatsuAreas = "takatsu_areas": published(
        ("川崎市高津区", "Takatsu Ward"),
        ("地域ケア圏域の地区", "Towns of the regional care areas"),
        ("4圏域", "four areas"),
        ["2022-06-06", "city.kawasaki.jp/takatsu"],
    );
    TownNewsAsao = "town_news_asao": published(
        ("タウンニュース社", "Townnews"),
        ("麻生区の地域包括支援センター（記事）", "Support centres of Asao ward (articles)"),
        ("記事", "articles"),
        ["2020–2021", "townnews.co.jp"],
    );
    MhlwFinance8 = "mhlw_finance_8": published(
        ("厚生労働省", "Ministry of Health, Labour and Welfare"),
        ("地域支援事業の財源構成（第8期）", "Who pays for the community support programme, eighth period"),
        ("第1号保険料23%ほか", "first insured 23 %, and others"),
        ["FY2021–FY2023", ""],
    );
    PlaceSplit = "place_split": assumed(
        "区より下の人口は公表されていないため、決められた種から区の合計に一致するように作った例示です。数にも名前にも根拠はありません",
        "Nothing below the wards is published: an example made from a named seed so \
         that it adds up to the ward. Neither sizes nor names are facts",
    );
    OwnTargets = "own_targets": assumed(
        "計画にはない目標の例です。使うときに選んでください",
        "Examples of targets that are not in the plan; switch them on if they suit",
    );
    OwnFigures = "own_figures": assumed(
        "利用者が自分で入れた値です。入れた理由は値のそばにあります",
        "A figure that the user entered; why stands beside it",
    );
    NationalDefault = "national_default": assumed(
        "この自治体の値がないため全国の値を当てています",
        "No figure of this municipality: the national one stands in",
    );
    CompletedRule = "completed_rule": assumed(
        "年齢不詳は区の中で年齢別人口に比例して配分します",
        "People of unknown age are shared within the ward in proportion to the \
         known ages",
    );
    TownFrame = "town_frame": assumed(
        "計画期間と見通しの年は、操作のために決めたものです",
        "Plan period and outlook years are set so that the town can be run",
    );
}

//! How strongly each lever acts. No trial in the city stands behind any of them.
//!
//! Each row names the chain it acts on; staff where it names none.

use super::{Chain, Role, Shape};

crate::assumptions! { Chain::Staff, Role::Effect;
    "ef_al_copay_elast" {
        chain: Chain::Alarm,
        ja: "負担を月千円下げたときの申請の増加",
        en: "More applications per 1,000 yen a month less",
        unit: "%" / "%",
        range: 2.0 / 8.0 / 20.0, shape: Shape::TwoPieceLognormal,
        within: 0.0 ..= 60.0, dim: 79,
        grade: Assumed,
        because_ja: "試行の記録はありません。多くの利用者の負担は上限より軽いため、平均の負担\
            に対する反応としてMitoshiチームが仮定しました。",
        because_en: "There was no trial. Most users pay well below the top charge, so the \
            Mitoshi team assumes a response to the mean charge.",
    }
    "ef_al_copay_portable" {
        chain: Chain::Alarm,
        ja: "携帯型の負担への反応の強さ", en: "Response of portable users, against home users",
        unit: "倍" / "times",
        range: 0.9 / 1.2 / 1.6, shape: Shape::TwoPieceLognormal,
        within: 0.4 ..= 3.0, dim: 80,
        grade: Assumed,
        because_ja: "若めで元気な人が多い携帯型は、負担に少し敏感だとみるMitoshiチームの仮定\
            です。",
        because_en: "Portable users are younger and fitter. The Mitoshi team assumes that \
            they mind the charge a little more.",
    }
    "ef_al_copay_exit" {
        chain: Chain::Alarm,
        ja: "負担を月千円上げたときの辞退の増加", en: "More giving up per 1,000 yen a month more",
        unit: "%" / "%",
        range: 5.0 / 18.0 / 40.0, shape: Shape::TwoPieceLognormal,
        within: 0.0 ..= 120.0, dim: 81,
        grade: Assumed,
        because_ja: "廃止のうち不要・辞退（2割ほど）だけに効きます。強さはMitoshiチームの仮定で\
            す。",
        because_en: "It acts only on those who leave because they no longer want it, about a \
            fifth. The strength is assumed by the Mitoshi team.",
    }
    "ef_al_publicity" {
        chain: Chain::Alarm,
        ja: "広報を倍にしたときの申請の増加", en: "More applications when publicity doubles",
        unit: "%" / "%",
        range: 3.0 / 10.0 / 25.0, shape: Shape::TwoPieceLognormal,
        within: 0.0 ..= 80.0, dim: 82,
        grade: Assumed,
        because_ja: "事業を知らない対象者が多いとみて、Mitoshiチームが仮定しました。効き目は\
            時とともに薄れます。",
        because_en: "Many eligible people are taken not to know of the scheme. Assumed by \
            the Mitoshi team; the effect fades.",
    }
    "ef_al_publicity_half" {
        chain: Chain::Alarm,
        ja: "広報の効き目が半分になるまで", en: "Time until publicity has lost half its effect",
        unit: "か月" / "months",
        range: 5.0 / 9.0 / 18.0, shape: Shape::TwoPieceLognormal,
        within: 1.0 ..= 60.0, dim: 83,
        grade: Assumed,
        because_ja: "知った人も忘れ、対象者も入れ替わるため、1年足らずで半減するとみるMitoshi\
            チームの仮定です。",
        because_en: "People forget and others become eligible. The Mitoshi team assumes that \
            half is gone within a year.",
    }
    "ef_al_take_new_class" {
        chain: Chain::Alarm,
        ja: "新たに対象となる人の申請の出やすさ",
        en: "Applications of the newly eligible, against 75+",
        unit: "倍" / "times",
        range: 0.15 / 0.4 / 0.9, shape: Shape::TwoPieceLognormal,
        within: 0.02 ..= 2.0, dim: 84,
        grade: Assumed,
        because_ja: "若く元気な人ほど申請は少ないとみます。要件を広げて利用が3倍になった千葉\
            市の例もあり、Mitoshiチームが幅広く仮定しました。",
        because_en: "Younger and fitter people apply less, yet use tripled in Chiba when it \
            widened its rules. Assumed by the Mitoshi team, with a wide range.",
    }
    "ef_al_capacity" {
        chain: Chain::Alarm,
        ja: "設置班を1つ増やしたときの設置台数", en: "Installs added by one more crew",
        unit: "台/月" / "devices a month",
        range: 15.0 / 25.0 / 40.0, shape: Shape::TwoPieceLognormal,
        within: 5.0 ..= 100.0, dim: 85,
        grade: Assumed,
        because_ja: "委託の条件は公表されていないため、1日1台強とみるMitoshiチームの仮定で\
            す。能力が足りているときは効きません。",
        because_en: "The contract is not published; the Mitoshi team assumes a little over \
            one a working day. It does nothing while capacity is enough.",
    }
    "ef_al_replace" {
        chain: Chain::Alarm,
        ja: "切替促進で1年に替わる割合",
        en: "Home users changed a year by the replacement programme",
        unit: "/年" / "per year",
        range: 0.08 / 0.2 / 0.4, shape: Shape::TwoPieceLognormal,
        within: 0.01 ..= 0.6, dim: 86,
        grade: Assumed,
        because_ja: "対象者全員に案内したときの上乗せで、Mitoshiチームの仮定です。すでに切替\
            が進んでいるほど余地は小さくなります。",
        because_en: "What an offer to everyone adds, assumed by the Mitoshi team. The more \
            have changed already, the less is left to add.",
    }
    "ef_st_retention" {
        ja: "定着支援による離職の減少", en: "Retention programme: fewer exits", unit: "%" / "%",
        range: 3.0 / 10.0 / 20.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 45.0, dim: 87,
        grade: Assumed,
        because_ja: "一つの取組で離職が大きく動く例は少ないとみる、Mitoshiチームの仮定です。",
        because_en: "Assumed by the Mitoshi team: a single measure rarely moves leaving by \
            much.",
    }
    "ef_st_full_months" {
        ja: "定着策が効ききるまで", en: "Time until retention measures act in full",
        unit: "か月" / "months",
        range: 8.0 / 12.0 / 18.0, shape: Shape::TwoPieceLognormal,
        within: 1.0 ..= 48.0, dim: 88,
        grade: Assumed,
        because_ja: "相談や研修の効果は少しずつ現れるため、1年ほどとみるMitoshiチームの仮定で\
            す。",
        because_en: "Advice and training take hold slowly. The Mitoshi team assumes about a \
            year.",
    }
    "ef_st_supervision" {
        ja: "スーパービジョン・段階別研修による若手の離職の減少",
        en: "Supervision and staged training: fewer early exits",
        unit: "%" / "%",
        range: 2.0 / 8.0 / 18.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 40.0, dim: 89,
        grade: Assumed,
        because_ja: "在籍3年未満の離職に効くとみる、Mitoshiチームの仮定です。",
        because_en: "Assumed by the Mitoshi team to act on leaving within the first three \
            years.",
    }
    "ef_st_supervision_hours" {
        ja: "スーパービジョン・研修にかかる時間", en: "Hours that supervision and training take",
        unit: "%" / "%",
        range: 1.0 / 1.5 / 2.5, shape: Shape::TwoPieceLognormal,
        within: 0.2 ..= 8.0, dim: 90,
        grade: Assumed,
        because_ja: "月2時間あまりを1人当たりに充てるとみる、Mitoshiチームの仮定です。",
        because_en: "Assumed by the Mitoshi team: a little over two hours a month for each \
            person.",
    }
    "ef_st_pay" {
        ja: "月1万円の処遇改善による離職の減少", en: "10,000 yen a month more pay: fewer exits",
        unit: "%" / "%",
        range: 1.0 / 4.0 / 9.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 25.0, dim: 91,
        grade: Assumed,
        because_ja: "賃金への離職の反応は調査によって差が大きく、その幅を含むようにMitoshiチ\
            ームが仮定しました。",
        because_en: "Studies disagree on how leaving answers to pay. The Mitoshi team \
            assumes a range that holds them.",
    }
    "ef_st_pay_sat" {
        ja: "処遇改善の効果が頭打ちになる額", en: "Pay supplement beyond which nothing is gained",
        unit: "千円/月" / "thousand yen a month",
        range: 40.0 / 40.0 / 40.0, shape: Shape::Fixed,
        within: 10.0 ..= 200.0, dim: 92,
        grade: Assumed,
        because_ja: "月4万円を超える分は離職をそれ以上減らさないとする、Mitoshiチームの仮定で\
            す。",
        because_en: "Assumed by the Mitoshi team: what goes beyond 40,000 yen a month keeps \
            nobody more.",
    }
    "ef_st_recruit" {
        ja: "採用活動を倍にしたときの充足期間の短縮",
        en: "Doubled recruitment effort: shorter time to fill",
        unit: "%" / "%",
        range: 8.0 / 20.0 / 35.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 60.0, dim: 93,
        grade: Assumed,
        because_ja: "専門職そのものが不足しているため、効果には限りがあるとみるMitoshiチーム\
            の仮定です。",
        because_en: "The professions themselves are scarce. The Mitoshi team assumes a \
            limited effect.",
    }
    "ef_st_fill_floor" {
        ja: "どんなに急いでも欠員補充にかかる期間",
        en: "Shortest time in which a vacancy can be filled",
        unit: "か月" / "months",
        range: 0.9 / 1.2 / 1.6, shape: Shape::TwoPieceLognormal,
        within: 0.3 ..= 3.0, dim: 94,
        grade: Assumed,
        because_ja: "公募、面接、前職の退職予告に最低でもかかる期間として、Mitoshiチームが仮\
            定しました。",
        because_en: "Advertising, interviews and notice to the former employer take at least \
            this long, assumed by the Mitoshi team.",
    }
    "ef_st_handover" {
        ja: "引継ぎ1か月で余分に残る関係", en: "Extra ties kept by one month of handover",
        unit: "割合" / "share",
        range: 0.05 / 0.15 / 0.3, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 0.7, dim: 96,
        grade: Assumed,
        because_ja: "測った例がないため、現状の引継ぎと同じ程度を上乗せするMitoshiチームの仮\
            定です。",
        because_en: "Nobody has measured it. The Mitoshi team assumes as much again as \
            today's handover keeps.",
    }
    "ef_st_clerical" {
        ja: "事務職員1人で空く専門職の時間", en: "Professional time set free by one clerk",
        unit: "人分" / "full-time persons",
        range: 0.2 / 0.4 / 0.65, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 1.0, dim: 97,
        grade: Assumed,
        because_ja: "記録や手続のすべては任せられないとみる、Mitoshiチームの仮定です。負荷が\
            下がる分、離職も少し減ります。",
        because_en: "Not all paperwork can be handed over, as the Mitoshi team assumes. \
            Lower load also lowers leaving a little.",
    }
    "ef_st_all_cap" {
        ja: "定着策をすべて行ったときの離職の減少の上限",
        en: "All retention measures together: largest cut of exits",
        unit: "%" / "%",
        range: 20.0 / 32.0 / 45.0, shape: Shape::TwoPieceNormal,
        within: 5.0 ..= 70.0, dim: 98,
        grade: Assumed,
        because_ja: "取組どうしは重なり合うため、足し上げずに上限を置くMitoshiチームの仮定で\
            す。",
        because_en: "Measures overlap, so they do not simply add up. The limit is assumed by \
            the Mitoshi team.",
    }
    "ef_mt_flex" {
        chain: Chain::Meetings,
        ja: "柔軟な開催・オンラインによる時間の短縮",
        en: "Flexible, remote format: hours saved per individual meeting",
        unit: "%" / "%",
        range: 10.0 / 22.0 / 38.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 70.0, dim: 99,
        grade: Assumed,
        because_ja: "移動と日程調整が減る分を見込んだMitoshiチームの仮定です。計画は個別会議\
            の開き方を緩めるとしています。",
        because_en: "Less travel and less scheduling, assumed by the Mitoshi team. The plan \
            itself loosens the rules of the individual meeting.",
    }
    "ef_mt_ring" {
        chain: Chain::Meetings,
        ja: "時間の1%を会議に充てたときの開催能力の増加",
        en: "Meeting capacity per 1 % of hours reserved",
        unit: "%" / "%",
        range: 15.0 / 30.0 / 55.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 120.0, dim: 100,
        grade: Assumed,
        because_ja: "会議は全時間の2〜4%しか使っていないため、1%でも大きく効くとみるMitoshiチ\
            ームの仮定です。他の業務の時間はその分減ります。",
        because_en: "Meetings use only 2 to 4 % of all hours, so 1 % more is a lot, as the \
            Mitoshi team assumes. Other work loses those hours.",
    }
    "ef_mt_joint" {
        chain: Chain::Meetings,
        ja: "合同開催による1件当たりの時間の変化", en: "Joint meetings: change of hours per case",
        unit: "%" / "%",
        range: -35.0 / -18.0 / -3.0, shape: Shape::TwoPieceNormal,
        within: -70.0 ..= 20.0, dim: 101,
        grade: Assumed,
        because_ja: "準備を分け合える一方、調整は増えるとみるMitoshiチームの仮定です。合同の\
            会議は1回と数えます。",
        because_en: "Preparation is shared but arranging takes longer, as the Mitoshi team \
            assumes. A joint meeting counts once.",
    }
    "ef_mt_plan" {
        chain: Chain::Meetings,
        ja: "予定どおり開ける割合", en: "Share of planned meetings that can take place",
        unit: "割合" / "share",
        range: 0.7 / 0.85 / 0.95, shape: Shape::TwoPieceNormal,
        within: 0.3 ..= 1.0, dim: 102,
        grade: Assumed,
        because_ja: "当日の都合や緊急の対応で中止が出ます。時間に余裕があっても全部は開けない\
            とみるMitoshiチームの仮定です。",
        because_en: "Some are called off on the day. The Mitoshi team assumes that not all \
            take place even when there is time.",
    }
    "ef_aw_outreach" {
        chain: Chain::Awareness,
        ja: "出前・訪問の時間を倍にしたときに知る人の増加",
        en: "Doubled outreach hours: more people learn of centres",
        unit: "%" / "%",
        range: 5.0 / 15.0 / 30.0, shape: Shape::TwoPieceLognormal,
        within: 0.0 ..= 90.0, dim: 103,
        grade: Assumed,
        because_ja: "川崎市での試行も数字もないため、Mitoshiチームが幅広く仮定しました。",
        because_en: "There is neither a trial nor a figure for the city. Assumed by the \
            Mitoshi team, with a wide range.",
    }
    "ef_aw_publicity" {
        chain: Chain::Awareness,
        ja: "広報費を倍にしたときに知る人の増加",
        en: "Doubled publicity money: more people learn of centres",
        unit: "%" / "%",
        range: 3.0 / 10.0 / 22.0, shape: Shape::TwoPieceLognormal,
        within: 0.0 ..= 70.0, dim: 104,
        grade: Assumed,
        because_ja: "同じ人に何度も届くため、費用ほどには増えないとみるMitoshiチームの仮定で\
            す。",
        because_en: "The same people are reached again and again. The Mitoshi team assumes \
            that it grows less than the money.",
    }
    "ef_aw_ties" {
        chain: Chain::Awareness,
        ja: "地域との関係が1割増えたときに知る人の増加",
        en: "Ties up by a tenth: more people learn of centres",
        unit: "%" / "%",
        range: 0.0 / 3.0 / 8.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 25.0, dim: 105,
        grade: Assumed,
        because_ja: "民生委員や町内会からの口づてを見込んだMitoshiチームの仮定です。",
        because_en: "Word passed on by welfare commissioners and neighbourhood associations, \
            as the Mitoshi team assumes.",
    }
    "ef_aw_meet" {
        chain: Chain::Awareness,
        ja: "会議が100回増えたときに知る人の増加",
        en: "100 more meetings: more people learn of centres",
        unit: "%" / "%",
        range: 0.0 / 1.5 / 4.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 15.0, dim: 106,
        grade: Assumed,
        because_ja: "会議に出るのは主に専門職で、住民に届く分はわずかとみるMitoshiチームの仮\
            定です。",
        because_en: "Meetings reach professionals more than residents. The Mitoshi team \
            assumes a small effect.",
    }
    "ef_cert_years" {
        chain: Chain::CareNeed,
        ja: "介護予防の効果が出るまで", en: "Time until prevention shows", unit: "年" / "years",
        range: 2.0 / 3.0 / 5.0, shape: Shape::TwoPieceLognormal,
        within: 1.0 ..= 15.0, dim: 107,
        grade: Assumed,
        because_ja: "通いの場に通い始めてすぐには認定は減らず、3年ほどかかるとみるMitoshiチー\
            ムの仮定です。",
        because_en: "Going to a gathering place does not lower certification at once. The \
            Mitoshi team assumes about three years.",
    }
    "ef_pg_resident" {
        chain: Chain::Programmes,
        ja: "住民主体の支援への補助を倍にしたときの参加の増加",
        en: "Doubled subsidy of resident-led support: more visits",
        unit: "%" / "%",
        range: 8.0 / 25.0 / 55.0, shape: Shape::TwoPieceLognormal,
        within: 0.0 ..= 150.0, dim: 195,
        grade: Assumed,
        because_ja: "担い手が足りないため、費用ほどには増えないとみるMitoshiチームの仮定です。",
        because_en: "Those who run it are few, so visits grow less than the money, as the \
            Mitoshi team assumes.",
    }
}

//! Support-centre staff: how long people stay, how soon posts are filled, what a newcomer can do.
//!
//! The three exit hazards are fitted together, so the middle and the late one move against each
//! other; the level common to all three is solved in each draw (see `solved.rs`). The three relative
//! times to fill are parts: the model divides them by their mean.

use super::{Chain, Shape};

/// 65+ of the city that the number of posts was judged for (`st_posts_city`): the completed census
/// of 2020, as `facts::anchor` makes it. Another municipality has posts in proportion.
pub const JUDGED_FOR_ELDERLY: f32 = 310_509.0;

crate::assumptions! { Chain::Staff;
    "st_posts_city" {
        ja: "3職種の配置数（全体）", en: "Posts of the three professions, in all",
        unit: "人" / "posts",
        range: 184.0 / 219.0 / 262.0, shape: Shape::TwoPieceNormal,
        within: 147.0 ..= 400.0, dim: 56,
        grade: Assumed,
        because_ja: "配置数は公表されていません。1センター4.4人、配置基準と欠員14人に合う範囲\
            とするMitoshiチームの仮定です。65歳以上310,509人の市についての値で、ほかの自治\
            体では65歳以上の人数に比例させます。",
        because_en: "Not published. About 4.4 a centre, in line with the legal standard and \
            14 vacancies, assumed by the Mitoshi team for a city with 310,509 people of 65 \
            and over; another municipality has posts in proportion to them.",
    }
    "st_fill_months" {
        ja: "欠員が埋まるまでの平均期間", en: "Mean time to fill a vacancy",
        unit: "か月" / "months",
        range: 2.4 / 3.3 / 4.7, shape: Shape::TwoPieceLognormal,
        within: 1.0 ..= 10.0, dim: 57,
        moves_with: "st_posts_city" * -0.3,
        grade: Assumed,
        because_ja: "令和2年6月の欠員14人を離職の速さで割った見当で、Mitoshiチームの仮定で\
            す。配置数が多いほど短くないと合いません。",
        because_en: "The 14 vacancies of June 2020 over the speed of leaving, assumed by the \
            Mitoshi team. More posts would need a shorter time.",
    }
    "st_h_first" {
        ja: "離職の起こりやすさ：在籍12か月未満", en: "Chance of leaving a month: first year",
        unit: "/月" / "per month",
        range: 0.021 / 0.03 / 0.0425, shape: Shape::TwoPieceLognormal,
        within: 0.005 ..= 0.1, dim: 58,
        grade: Assumed,
        because_ja: "離職率25.8%、欠員14人、在籍5年未満が6割台という3つの数字に同時に合う値を\
            探したMitoshiチームの仮定です。",
        because_en: "Assumed by the Mitoshi team so that turnover of 25.8 %, 14 vacancies \
            and six to seven in ten under five years all fit.",
    }
    "st_h_mid" {
        ja: "離職の起こりやすさ：在籍1〜5年", en: "Chance of leaving a month: one to five years",
        unit: "/月" / "per month",
        range: 0.0177 / 0.0238 / 0.0314, shape: Shape::TwoPieceLognormal,
        within: 0.005 ..= 0.08, dim: 59,
        grade: Assumed,
        because_ja: "同じ3つの数字に合わせたMitoshiチームの仮定です。",
        because_en: "Fitted to the same three figures, assumed by the Mitoshi team.",
    }
    "st_h_long" {
        ja: "離職の起こりやすさ：在籍5年以上",
        en: "Chance of leaving a month: five years and over",
        unit: "/月" / "per month",
        range: 0.0067 / 0.0107 / 0.0151, shape: Shape::TwoPieceLognormal,
        within: 0.001 ..= 0.05, dim: 60,
        moves_with: "st_h_mid" * -0.53,
        grade: Assumed,
        because_ja: "同じ3つの数字に合わせたMitoshiチームの仮定です。1〜5年の値が高いほど、こ\
            ちらは低くないと合いません。",
        because_en: "Fitted to the same three figures, assumed by the Mitoshi team. Where \
            the middle value is higher this one must be lower.",
    }
    "st_load_beta" {
        ja: "負荷が離職に響く強さ", en: "How strongly load drives leaving",
        unit: "弾力性" / "elasticity",
        range: 0.2 / 0.6 / 1.2, shape: Shape::TwoPieceLognormal,
        within: 0.0 ..= 4.0, dim: 61,
        grade: Assumed,
        because_ja: "欠員14人が14センターに散っていたことは、強い悪循環を疑わせません。それで\
            も上限は緩いため、Mitoshiチームが幅広く仮定しました。",
        because_en: "That 14 vacancies lay at 14 centres speaks against a vicious circle, \
            but only weakly. Assumed by the Mitoshi team, with a wide range.",
    }
    "st_posts_growth_past" {
        ja: "過去の増員の速さ", en: "Past growth of posts", unit: "%/年" / "% a year",
        range: -0.1 / 2.6 / 5.2, shape: Shape::TwoPieceNormal,
        within: -6.0 ..= 12.0, dim: 62,
        grade: Assumed,
        because_ja: "計画は体制を強化してきたと述べますが数はありません。開始時の在籍年数を決\
            めるための、Mitoshiチームの仮定です。",
        because_en: "The plan says that staffing was strengthened but gives no number. \
            Assumed by the Mitoshi team; it sets the tenure people start with.",
    }
    "st_turnover_se" {
        ja: "離職率25.8%の誤差", en: "Error of the turnover of 25.8 %",
        unit: "ポイント" / "points",
        range: 3.0 / 3.0 / 3.0, shape: Shape::Fixed,
        within: 1.0 ..= 8.0, dim: 63,
        grade: Assumed,
        because_ja: "およそ285人の1年分の数字なので、偶然だけで3ポイントほど動くとみるMitoshi\
            チームの仮定です。",
        because_en: "It is one year of about 285 people, so chance alone moves it by some \
            three points, as the Mitoshi team assumes.",
    }
    "st_exit_march_mult" {
        ja: "年度末（3月）への離職の集中", en: "Leaving in March, against other months",
        unit: "倍" / "times",
        range: 3.0 / 5.0 / 8.0, shape: Shape::TwoPieceLognormal,
        within: 1.0 ..= 20.0, dim: 64,
        grade: Assumed,
        because_ja: "日本の職場では3月末の退職が多いことから、Mitoshiチームが仮定しました。",
        because_en: "In Japan many people leave at the fiscal year's end. The weight is \
            assumed by the Mitoshi team.",
    }
    "st_hire_april_mult" {
        ja: "年度初め（4月）への採用の集中", en: "Hiring in April, against other months",
        unit: "倍" / "times",
        range: 2.0 / 3.0 / 5.0, shape: Shape::TwoPieceLognormal,
        within: 1.0 ..= 12.0, dim: 65,
        grade: Assumed,
        because_ja: "新年度に合わせた採用が多いとみる、Mitoshiチームの仮定です。",
        because_en: "Assumed by the Mitoshi team: many start with the new fiscal year.",
    }
    "st_fill_rel_nurse" {
        ja: "充足期間の職種差：保健師・看護師", en: "Relative time to fill: nurse",
        unit: "倍" / "times",
        range: 1.0 / 1.25 / 1.7, shape: Shape::TwoPieceLognormal,
        within: 0.4 ..= 4.0, dim: 66,
        grade: Assumed,
        because_ja: "医療機関との取り合いで長くなるとみる、Mitoshiチームの仮定です。",
        because_en: "Hospitals compete for them, so it takes longer, as the Mitoshi team \
            assumes.",
    }
    "st_fill_rel_sw" {
        ja: "充足期間の職種差：社会福祉士", en: "Relative time to fill: social worker",
        unit: "倍" / "times",
        range: 0.6 / 0.8 / 1.0, shape: Shape::TwoPieceLognormal,
        within: 0.2 ..= 2.5, dim: 67,
        grade: Assumed,
        because_ja: "養成校が多く比較的採りやすいとみる、Mitoshiチームの仮定です。",
        because_en: "Many schools train them, so it is quicker, as the Mitoshi team assumes.",
    }
    "st_fill_rel_cm" {
        ja: "充足期間の職種差：主任ケアマネジャー",
        en: "Relative time to fill: chief care manager",
        unit: "倍" / "times",
        range: 0.8 / 1.05 / 1.5, shape: Shape::TwoPieceLognormal,
        within: 0.3 ..= 4.0, dim: 68,
        grade: Assumed,
        because_ja: "実務経験と研修が要件のため、やや長いとみるMitoshiチームの仮定です。",
        because_en: "Experience and a course are required, so a little longer, as the \
            Mitoshi team assumes.",
    }
    "st_centre_sd" {
        ja: "センターによる離職の起こりやすさの違い", en: "Difference in leaving between centres",
        unit: "対数の標準偏差" / "sd of the logarithm",
        range: 0.1 / 0.2 / 0.35, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 0.8, dim: 69,
        grade: Assumed,
        because_ja: "センター別の離職は公表されていません。運営法人による差はあるとみる\
            Mitoshiチームの仮定です。",
        because_en: "Leaving by centre is not published. The Mitoshi team assumes that the \
            bodies running them differ.",
    }
    "st_start_prod" {
        ja: "着任直後にこなせる仕事の割合", en: "Work done by a newcomer on the first day",
        unit: "割合" / "share",
        range: 0.35 / 0.5 / 0.65, shape: Shape::TwoPieceNormal,
        within: 0.05 ..= 0.95, dim: 70,
        grade: Assumed,
        because_ja: "地域を知るまでは半分ほどとみるMitoshiチームの仮定です。測った例は見つか\
            りませんでした。",
        because_en: "About half until the area is known, assumed by the Mitoshi team. No \
            measurement was found.",
    }
    "st_ramp_months" {
        ja: "一人前になるまでの期間", en: "Time to full productivity", unit: "か月" / "months",
        range: 6.0 / 9.0 / 15.0, shape: Shape::TwoPieceLognormal,
        within: 2.0 ..= 36.0, dim: 71,
        grade: Assumed,
        because_ja: "季節の行事や更新手続を一巡りする前後とみる、Mitoshiチームの仮定です。",
        because_en: "About one round of the year's work, assumed by the Mitoshi team.",
    }
    "st_mentor_cost" {
        ja: "新任者を教える同僚の時間", en: "Colleagues' time taken by a newcomer",
        unit: "人分" / "full-time persons",
        range: 0.05 / 0.1 / 0.18, shape: Shape::TwoPieceLognormal,
        within: 0.0 ..= 0.35, dim: 72,
        grade: Assumed,
        because_ja: "週に半日ほどとみるMitoshiチームの仮定です。新任者自身の働きを超えないよ\
            うに上限を置きます。",
        because_en: "About half a day a week, assumed by the Mitoshi team, and bounded below \
            what the newcomer does.",
    }
    "st_mentor_months" {
        ja: "新任者を教える期間", en: "How long a newcomer is taught", unit: "か月" / "months",
        range: 6.0 / 6.0 / 6.0, shape: Shape::Fixed,
        within: 1.0 ..= 24.0, dim: 73,
        grade: Assumed,
        because_ja: "着任後の半年とする、Mitoshiチームの仮定です。",
        because_en: "The first half year, assumed by the Mitoshi team.",
    }
    "st_load_cap_low" {
        ja: "負荷による離職の倍率の下限", en: "Load on leaving: lowest multiplier",
        unit: "倍" / "times",
        range: 0.5 / 0.5 / 0.5, shape: Shape::Fixed,
        within: 0.1 ..= 1.0, dim: 74,
        grade: Assumed,
        because_ja: "どれほど楽になっても離職は半分までしか減らないとする、Mitoshiチームの仮\
            定です。",
        because_en: "However light the load, leaving falls by no more than half, as the \
            Mitoshi team assumes.",
    }
    "st_load_cap_high" {
        ja: "負荷による離職の倍率の上限", en: "Load on leaving: highest multiplier",
        unit: "倍" / "times",
        range: 2.5 / 2.5 / 2.5, shape: Shape::Fixed,
        within: 1.0 ..= 6.0, dim: 75,
        grade: Assumed,
        because_ja: "計算が発散しないよう2.5倍で止める、Mitoshiチームの仮定です。",
        because_en: "Stopped at two and a half times so that it cannot run away, assumed by \
            the Mitoshi team.",
    }
    "st_tie_tau" {
        ja: "地域との関係が育つ速さ", en: "Time in which ties grow", unit: "か月" / "months",
        range: 12.0 / 24.0 / 42.0, shape: Shape::TwoPieceLognormal,
        within: 3.0 ..= 120.0, dim: 76,
        grade: Assumed,
        because_ja: "2年ほどで6割強の関係ができるとみるMitoshiチームの仮定です。測った例は見\
            つかりませんでした。",
        because_en: "About six tenths of the ties after two years, assumed by the Mitoshi \
            team. No measurement was found.",
    }
    "st_tie_handover0" {
        ja: "引継ぎで残る関係（現状）", en: "Ties kept by handover, as today",
        unit: "割合" / "share",
        range: 0.05 / 0.15 / 0.3, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 0.8, dim: 77,
        grade: Assumed,
        because_ja: "顔つなぎの機会が限られ、多くは失われるとみるMitoshiチームの仮定です。",
        because_en: "There is little time for introductions, so most are lost, as the \
            Mitoshi team assumes.",
    }
    "st_tie_effect" {
        ja: "地域との関係の効き目", en: "How strongly ties act", unit: "弾力性" / "elasticity",
        range: 0.1 / 0.3 / 0.6, shape: Shape::TwoPieceLognormal,
        within: 0.0 ..= 2.0, dim: 78,
        grade: Assumed,
        because_ja: "早期の気付き、会議、出前がどれだけ関係に支えられるかを示す数字はありませ\
            ん。Mitoshiチームの仮定です。",
        because_en: "No figure says how far early finding, meetings and outreach rest on \
            ties. Assumed by the Mitoshi team.",
    }
}

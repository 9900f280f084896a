//! What a preview says: what was understood, what would change, and what is wrong.

use super::preview::{Preview, SheetSeen};
use super::settle::{Done, PASTED};
use super::tables;
use crate::i18n::{Lang, number};

/// More of them than anybody reads.
const N_WARNINGS: usize = 10;

impl Preview {
    /// What was understood and what would change, line by line.
    pub fn summary(&self, lang: Lang) -> Vec<String> {
        let mut lines: Vec<String> = self.sheets.iter().map(|sheet| sheet.describe(lang)).collect();
        lines.extend(self.done.describe(lang));
        if 0 < self.n_new_places {
            let n = number::exact(self.n_new_places as i64);
            lines.push(match lang {
                Lang::Ja => format!("新しい場所：{n}か所"),
                Lang::En => format!("New places: {n}"),
            });
        }
        let new: Vec<_> = self.done.new_measures.iter().map(|(_, name)| name.get(lang)).collect();
        if !new.is_empty() {
            lines.push(match lang {
                Lang::Ja => format!("新しい指標として加えるもの：{}", new.join("、")),
                Lang::En => format!("Added as new indicators: {}", new.join(", ")),
            });
        }
        if !self.assumed.is_empty() {
            let words: Vec<_> = self.assumed.iter().map(|text| text.get(lang)).collect();
            lines.push(match lang {
                Lang::Ja => format!("ファイルになく、仮定で補うもの：{}", words.join("、")),
                Lang::En => format!("In no file, so assumed: {}", words.join(", ")),
            });
        }
        // It keeps nothing out; a problem beside it does.
        let can_be = match lang {
            _ if !self.problems.is_empty() => "",
            Lang::Ja => "（このままでも取り込めます）",
            Lang::En => " (it can be taken in as it is)",
        };
        for warning in self.warnings.iter().take(N_WARNINGS) {
            let words = warning.describe(lang);
            lines.push(match lang {
                Lang::Ja => format!("確かめてください{can_be}：{words}"),
                Lang::En => format!("Please check{can_be}: {words}"),
            });
        }
        let n = number::exact(self.problems.len() as i64);
        lines.push(match (self.problems.is_empty(), lang) {
            (true, Lang::Ja) => "問題はありません".into(),
            (true, Lang::En) => "Nothing is wrong".into(),
            (false, Lang::Ja) => format!("問題が{n}件あります。直すまで何も変わりません"),
            (false, Lang::En) if n == "1" => "1 problem. Nothing changes until it is solved".into(),
            (false, Lang::En) => format!("{n} problems. Nothing changes until they are solved"),
        });
        lines
    }

    /// The preview with its problems as text.
    pub fn describe(&self, lang: Lang) -> String {
        let mut lines = self.summary(lang);
        lines.extend(self.problems.iter().map(|problem| format!("- {}", problem.describe(lang))));
        lines.join("\n") + "\n"
    }
}

impl SheetSeen {
    fn describe(&self, lang: Lang) -> String {
        let Self { name, n_values, ignored, .. } = self;
        let n = number::exact(*n_values as i64);
        let name = if name.is_empty() { PASTED.get(lang) } else { name };
        let mut line = match (lang, self.first_row) {
            (Lang::Ja, 0) => format!("「{name}」：{n}個の値を読みました"),
            (Lang::Ja, row) => format!("「{name}」{}行目からの表：{n}個の値を読みました", row + 1),
            (Lang::En, 0) => format!("“{name}”: {n} values read"),
            (Lang::En, row) => format!("“{name}”, the table from row {}: {n} values read", row + 1),
        };
        if !ignored.is_empty() {
            let columns = ignored.join(if lang == Lang::Ja { "、" } else { ", " });
            line += &match lang {
                Lang::Ja => format!("。使わない列：{columns}"),
                Lang::En => format!(". Columns not used: {columns}"),
            };
        }
        for ((unit, power), n) in &self.scaled {
            let n = number::exact(*n as i64);
            let times = number::exact(10_i64.pow(power.unsigned_abs().min(18)));
            line += &match (lang, 0 < *power) {
                (Lang::Ja, true) => format!("。単位「{unit}」の{n}個は{times}倍しました"),
                (Lang::Ja, false) => format!("。単位「{unit}」の{n}個は{times}で割りました"),
                (Lang::En, true) => {
                    format!(". Values in “{unit}” multiplied by {times}: {n}")
                }
                (Lang::En, false) => format!(". Values in “{unit}” divided by {times}: {n}"),
            };
        }
        if self.has_people {
            line += match lang {
                Lang::Ja => "。氏名が入っています。取り込むのは人数だけで、氏名は残しません",
                Lang::En => ". It names people. Only their number is taken; no name is kept",
            };
        }
        line
    }
}

impl Done {
    fn describe(&self, lang: Lang) -> Vec<String> {
        let mut lines: Vec<String> = self
            .changes
            .iter()
            .map(|(file, (added, replaced))| {
                let [added, replaced] = [added, replaced].map(|n| number::exact(*n as i64));
                let table = tables::name(file, lang);
                match lang {
                    Lang::Ja => format!("{table}：追加 {added}行、置き換え {replaced}行"),
                    Lang::En if added == "1" => {
                        format!("{table}: 1 row added, {replaced} replaced")
                    }
                    Lang::En => format!("{table}: {added} rows added, {replaced} replaced"),
                }
            })
            .collect();
        let told: [(usize, [&str; 2]); 12] = [
            (
                self.n_totals_checked,
                ["合計と内訳が合うことを確かめた数", "totals checked against their parts"],
            ),
            (
                self.n_totals_rounded,
                [
                    "合計と内訳の違いが丸めで説明できる数（内訳はそのまま使います）",
                    "totals off their parts by no more than rounding (the parts are kept as they are)",
                ],
            ),
            (
                self.n_totals_of_more,
                [
                    "名前のある種類の計より多く、ほかの種類を含むとみなした合計の数",
                    "totals above the sum of the kinds named, taken to have others in them",
                ],
            ),
            (
                self.n_before_the_fact,
                [
                    "同じ年の実績があるので使わなかった見込みや計画の数",
                    "estimates and plans left out, as the actuals of the same year are given",
                ],
            ),
            (
                self.n_months,
                ["年度の計にまとめた月ごとの値", "monthly values put together into years"],
            ),
            (
                self.n_followed,
                [
                    "内訳が替わったので計算し直した合計の数",
                    "totals worked out anew because a part was replaced",
                ],
            ),
            (
                self.n_worked_out,
                ["秘匿された値を合計から求めた数", "withheld counts worked out from totals"],
            ),
            (self.n_ranges, ["秘匿された値を幅として入れた数", "withheld values taken as ranges"]),
            (
                self.n_left_out,
                [
                    "秘匿・未集計で入れなかった数（0ではありません）",
                    "withheld or not counted, left out (not zero)",
                ],
            ),
            (
                self.n_none,
                ["「-」を値なしとした数（0にはしません）", "“-” taken as no value, not as zero"],
            ),
            (
                self.n_split_by_sex,
                ["男女を全国の割合で分けた表の数", "rows divided by sex as the nation is"],
            ),
            (self.n_of_unknown_age, ["年齢不詳で配分した人数", "people of unknown age shared out"]),
        ];
        for (n, [ja, en]) in told.into_iter().filter(|(n, _)| 0 < *n) {
            let n = number::exact(n as i64);
            lines.push(match lang {
                Lang::Ja => format!("{ja}：{n}"),
                Lang::En => format!("{en}: {n}"),
            });
        }
        lines
    }
}

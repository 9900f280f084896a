//! What the fan says in words and numbers: the box at the cursor, labels, legend, table.

use yew::AttrValue;

use super::{DotKind, FanLine, FanSeries};
use crate::ui::charts::axes::{LegendEntry, Mark};
use crate::ui::charts::format::Format;
use crate::ui::charts::labels::EndLabel;
use crate::ui::charts::scale::{Linear, Period};
use crate::ui::charts::sheet::{Cell, Sheet, Tabular};
use crate::ui::charts::tip::{Tip, TipRow};
use crate::ui::charts::words::Words;

impl FanSeries {
    pub(super) fn tip_at(&self, period: usize) -> Tip {
        let words = Words(self.lang);
        let mut rows = Vec::new();
        for (i, line) in self.lines.iter().enumerate() {
            let class = self.class_of(i);
            let name =
                |what: &str| AttrValue::from(format!("{} {what}", line.label).trim().to_owned());
            for dot in line.history.iter().filter(|dot| dot.period == period) {
                let kind =
                    if dot.kind == DotKind::Actual { words.actual() } else { words.estimate() };
                rows.push(TipRow {
                    name: name(kind),
                    value: self.recorded.show(dot.value),
                    class: "recorded",
                });
            }
            if let Some(&median) = line.p50.get(period).filter(|v| v.is_finite()) {
                rows.push(TipRow {
                    name: name(words.forecast()),
                    value: self.value.show(median),
                    class,
                });
            }
            if i == self.focus {
                rows.extend(self.band_rows(line, period));
            }
        }
        let head = self.periods.get(period).map(|p| p.long.clone()).unwrap_or_default();
        Tip { head, rows }
    }

    fn band_rows(&self, line: &FanLine, period: usize) -> Vec<TipRow> {
        let words = Words(self.lang);
        let at = |values: &[f64]| values.get(period).copied().filter(|v| v.is_finite());
        let range = |low: &[f64], high: &[f64], name: &'static str, class| {
            let (low, high) = (at(low)?, at(high)?);
            let value = format!(
                "{}{}{}",
                self.value.bare().show(low),
                words.range_joint(),
                self.value.show(high)
            );
            Some(TipRow { name: name.into(), value: value.into(), class })
        };
        let baseline = at(&line.baseline).map(|v| TipRow {
            name: words.baseline().into(),
            value: self.value.show(v),
            class: "baseline",
        });
        let half = range(&line.p25, &line.p75, words.half_band(), "band-inner");
        let wide = range(&line.p10, &line.p90, words.wide_band(), "band-outer");
        [half, wide, baseline].into_iter().flatten().collect()
    }

    pub(super) fn end_labels(&self, y: &Linear) -> Vec<EndLabel> {
        let mut labels = Vec::new();
        let mut add = |name: AttrValue, value: Option<f64>, class| {
            if let Some(at) = value {
                labels.push(EndLabel { name, value: self.value.show(at), y: y.at(at), class });
            }
        };
        let last = |values: &[f64]| values.iter().rev().copied().find(|v| v.is_finite());
        for (i, line) in self.lines.iter().enumerate() {
            let seen = line.history.iter().max_by_key(|dot| dot.period).map(|dot| dot.value);
            add(line.label.clone(), last(&line.p50).or(seen), self.class_of(i));
            if i == self.focus {
                add(Words(self.lang).baseline().into(), last(&line.baseline), "baseline");
            }
        }
        labels.extend(self.target.iter().map(|target| EndLabel {
            name: Words(self.lang).target().into(),
            value: target.label.clone(),
            y: y.at(target.value),
            class: "target",
        }));
        labels
    }

    pub(super) fn legend(&self) -> Vec<LegendEntry> {
        let words = Words(self.lang);
        let Some(line) = self.lines.get(self.focus) else { return Vec::new() };
        let has = |values: &[f64]| values.iter().any(|v| v.is_finite());
        let dots = |kind: DotKind| line.history.iter().any(|dot| dot.kind == kind);
        let entries = [
            (dots(DotKind::Actual), Mark::Dot, "dot-actual", words.actual()),
            (dots(DotKind::Estimate), Mark::Dot, "dot-estimate", words.estimate()),
            (has(&line.p25), Mark::Area, "band-inner", words.half_band()),
            (has(&line.p10), Mark::Area, "band-outer", words.wide_band()),
        ];
        let shown = entries.into_iter().filter(|(is_shown, ..)| *is_shown);
        shown.map(|(_, mark, class, word)| LegendEntry { mark, class, word: word.into() }).collect()
    }
}

impl Tabular for FanSeries {
    fn sheet(&self) -> Sheet {
        let words = Words(self.lang);
        let mut head = vec![AttrValue::from(words.period())];
        let mut columns: Vec<(Vec<f64>, Format)> = Vec::new();
        let mut add = |label: &str, what: &str, values: Vec<f64>, format| {
            if values.iter().any(|v| v.is_finite()) {
                head.push(format!("{label} {what}").trim().to_owned().into());
                columns.push((values, format));
            }
        };
        for (i, line) in self.lines.iter().enumerate() {
            let mut seen = vec![f64::NAN; self.periods.len()];
            for dot in &line.history {
                if let Some(place) = seen.get_mut(dot.period) {
                    *place = dot.value;
                }
            }
            add(&line.label, words.actual(), seen, self.recorded);
            add(&line.label, words.forecast(), line.p50.clone(), self.value);
            if i == self.focus {
                add("", words.below_10(), line.p10.clone(), self.value);
                add("", words.below_25(), line.p25.clone(), self.value);
                add("", words.below_75(), line.p75.clone(), self.value);
                add("", words.below_90(), line.p90.clone(), self.value);
                add("", words.baseline(), line.baseline.clone(), self.value);
            }
        }
        let cell = |i: usize, (values, format): &(Vec<f64>, Format)| {
            Cell::number(values.get(i).copied(), *format)
        };
        let row = |(i, period): (usize, &Period)| {
            let name = std::iter::once(Cell::Word(period.long.clone()));
            name.chain(columns.iter().map(|column| cell(i, column))).collect()
        };
        Sheet {
            caption: self.title.clone(),
            head,
            rows: self.periods.iter().enumerate().map(row).collect(),
        }
    }
}

//! Charts drawn without a browser: the committed picture is the test.

use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use mitoshi::i18n::{Lang, Text};
use mitoshi::ui::charts::fan::draw::{FanChart, FanChartProps};
use mitoshi::ui::charts::fan::{Dot, DotKind, FanLine, FanSeries, PlanShade, Target};
use mitoshi::ui::charts::format::Format;
use mitoshi::ui::charts::scale::{Period, nice_ticks};
use mitoshi::ui::charts::sheet::{Cell, Sheet};
use mitoshi::ui::charts::words::Words;
use yew::{BaseComponent, ServerRenderer};

use crate::golden::check_golden;

/// Yew renders on its own threads; waiting for it needs no runtime of ours.
fn wait_for<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => return value,
            Poll::Pending => std::thread::yield_now(),
        }
    }
}

pub(crate) fn render<C: BaseComponent>(
    props: impl FnOnce() -> C::Properties + Send + 'static,
) -> String {
    wait_for(ServerRenderer::<C>::with_props(props).hydratable(false).render())
}

/// The picture inside the figure, one element a line, so that a diff can be read.
#[track_caller]
pub(crate) fn check_picture(name: &str, figure: &str) {
    let from = figure.find("<svg").expect("the figure holds a picture");
    let to = figure.find("</svg>").expect("the picture ends") + "</svg>".len();
    let mut picture = figure[from..to].replace("><", ">\n<") + "\n";
    for leaf in ["rect", "path", "line", "circle"] {
        picture = picture.replace(&format!(">\n</{leaf}>"), "/>");
    }
    check_golden(name, &picture);
    keep_for_the_eye(name, figure);
}

/// `GALLERY=1` keeps the whole figures, to be looked at in a browser with the style sheets.
pub(crate) fn keep_for_the_eye(name: &str, html: &str) {
    if std::env::var_os("GALLERY").is_some() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/out/gallery");
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(format!("{folder}/{name}.html"), html).unwrap();
    }
}

pub(crate) fn years() -> Vec<Period> {
    let year = |i: u32| Period {
        at: f64::from(2018 + i),
        long: match i {
            0 => "平成30年度 (2018)".into(),
            _ => format!("令和{}年度 ({})", i, 2018 + i).into(),
        },
        short: if i == 0 { "平成30".into() } else { format!("令和{i}").into() },
    };
    (0..8).map(year).collect()
}

pub(crate) const DEVICES: Text = Text { ja: "台", en: "devices" };

fn line(label: &str, history: &[f64], medians: &[f64], spread: f64) -> FanLine {
    let start = 8 - medians.len();
    let at = |share: f64| {
        let later = medians.iter().enumerate().map(|(i, m)| m + share * spread * (i + 1) as f64);
        std::iter::repeat_n(f64::NAN, start).chain(later).collect()
    };
    let kind = |i| if i + 1 == history.len() { DotKind::Estimate } else { DotKind::Actual };
    let dot = |(period, &value): (usize, &f64)| Dot { period, value, kind: kind(period) };
    FanLine {
        label: label.to_owned().into(),
        p10: at(-1.0),
        p25: at(-0.5),
        p50: at(0.0),
        p75: at(0.5),
        p90: at(1.0),
        baseline: Vec::new(),
        history: history.iter().enumerate().map(dot).collect(),
    }
}

/// Made-up numbers: a picture's test says nothing about a city.
pub(crate) fn devices() -> FanSeries {
    let mut total = line("合計", &[2410., 2455., 2440., 2402.], &[2530., 2680., 2790., 2880.], 70.);
    let flat = [2390., 2370., 2345., 2320.];
    total.baseline = std::iter::repeat_n(f64::NAN, 4).chain(flat).collect();
    let portable = line("携帯型", &[610., 690., 760., 800.], &[950., 1100., 1210., 1300.], 45.);
    let home = line("自宅型", &[1800., 1765., 1680., 1602.], &[1580., 1580., 1580., 1580.], 30.);
    FanSeries {
        name: "alarm_devices".into(),
        title: "緊急通報装置の台数".into(),
        unit: "台".into(),
        summary: "緊急通報装置の台数。令和7年度の見通しは2,880台、自然体では2,320台".into(),
        periods: years(),
        lines: vec![total, portable, home],
        focus: 0,
        target: Some(Target { value: 2700., label: "2,700台以上".into(), due: Some(5) }),
        plan: Some(PlanShade { from: 3, to: 5, label: "第8期計画".into() }),
        forecast_from: Some(4),
        hold: None,
        value: Format::rounded(Lang::Ja, DEVICES),
        recorded: Format::exact(Lang::Ja, DEVICES, 0),
        lang: Lang::Ja,
    }
}

fn fan(series: FanSeries, width: f64, height: f64, cursor: Option<usize>) -> FanChartProps {
    FanChartProps {
        series: Rc::new(series),
        fresh: true,
        width,
        height,
        cursor,
        credit: "".into(),
        on_choose: yew::Callback::noop(),
    }
}

#[test]
fn fan_of_three_device_lines() {
    check_picture("fan.svg", &render::<FanChart>(|| fan(devices(), 720.0, 360.0, None)));
    check_picture("fan_cursor.svg", &render::<FanChart>(|| fan(devices(), 720.0, 360.0, Some(5))));
    check_picture("fan_phone.svg", &render::<FanChart>(|| fan(devices(), 358.0, 300.0, None)));
}

#[test]
fn fan_without_data_is_a_sentence() {
    let figure = render::<FanChart>(|| {
        fan(FanSeries { lines: Vec::new(), ..devices() }, 720.0, 360.0, None)
    });
    assert!(!figure.contains("<svg"), "an empty frame says nothing");
    assert!(figure.contains(Words(Lang::Ja).no_data()));
}

#[track_caller]
fn check_ticks(min: f64, max: f64, n_wanted: usize, expected: &[f64]) {
    assert_eq!(nice_ticks(min, max, n_wanted), expected, "{min}..{max} in about {n_wanted}");
}

#[test]
fn ticks_are_round_and_cover_the_values() {
    check_ticks(0.0, 100.0, 5, &[0., 20., 40., 60., 80., 100.]);
    check_ticks(0.0, 97.0, 5, &[0., 20., 40., 60., 80., 100.]);
    check_ticks(0.0, 3210.0, 4, &[0., 1000., 2000., 3000., 4000.]);
    check_ticks(-12.0, 7.0, 4, &[-15., -10., -5., 0., 5., 10.]);
    check_ticks(5.0, 5.0, 4, &[4., 6.]);
    check_ticks(0.0, f64::NAN, 4, &[]);
}

#[test]
fn a_sheet_leaves_for_the_clipboard_as_text_and_as_a_table() {
    let sheet = Sheet {
        caption: "題".into(),
        head: vec!["年度".into(), "台数, 合計".into()],
        rows: vec![
            vec![Cell::Word("令和\"4\"".into()), Cell::Number(2880.25, "2,880台".into())],
            vec![Cell::Word("<b>".into()), Cell::Nothing],
        ],
    };
    assert_eq!(sheet.tsv(), "年度\t台数, 合計\r\n令和\"4\"\t2880.25\r\n<b>\t\r\n");
    assert!(sheet.html().contains("<td>&lt;b&gt;</td><td></td>"));
}

#[test]
fn a_difference_has_a_direction_only_where_its_digits_say_so() {
    let yen = |decimals| Format::exact(Lang::Ja, Text { ja: "円", en: "yen" }, decimals);
    for (value, shown) in [(0.19, "+0.2円"), (0.04, "±0.0円"), (-0.04, "±0.0円"), (-3.0, "−3.0円")]
    {
        assert_eq!(yen(1).signed(value), shown, "{value}");
    }
    assert_eq!(yen(0).signed(0.0), "±0円");
    assert_eq!(yen(0).signed(f64::NAN), "–円");
}

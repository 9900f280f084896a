//! The parts of a room: their thinking as rows, their markup by what a reader is told.

use std::rc::Rc;

use mitoshi::i18n::Lang;
use mitoshi::sources::Grade;
use mitoshi::ui::charts::fan::draw::FanChart;
use mitoshi::ui::charts::tile_map::TileChart;
use mitoshi::ui::components::data_table::{
    Column, DataCell, DataRow, DataTable, Rows, Sort, arrange,
};
use mitoshi::ui::components::lever_slider::{LeverSlider, plain, stepped, typed_number};
use mitoshi::ui::components::notice::{Notice, NoticeAction, NoticeKind};
use mitoshi::ui::components::progress::Progress;
use mitoshi::ui::components::segmented::{Choice, Segmented};
use mitoshi::ui::components::tabs::{Room, RoomTabs, Tab, Tabs, after_key};
use mitoshi::ui::components::target_card::{Outlook, TargetCard, TargetKind};
use yew::prelude::*;

use crate::chart_samples::area_tiles;
use crate::charts::{devices, keep_for_the_eye, render};

#[track_caller]
fn check_typed(text: &str, expected: Option<f64>) {
    assert_eq!(typed_number(text), expected, "typed «{text}»");
}

#[test]
fn numbers_are_read_as_people_type_them() {
    check_typed("14.3", Some(14.3));
    check_typed(" 1,200 ", Some(1200.0));
    check_typed("\u{FF11}\u{FF14}\u{FF0E}\u{FF13}", Some(14.3));
    check_typed("\u{FF11}\u{FF0C}\u{FF12}\u{FF10}\u{FF10}", Some(1200.0));
    check_typed("\u{2212}2", Some(-2.0));
    check_typed("\u{30FC}2", Some(-2.0));
    check_typed("inf", None);
    check_typed("1e9", None);
    check_typed("", None);
    check_typed("たくさん", None);
}

#[track_caller]
fn check_step(value: f64, by: f64, min: f64, max: f64, expected: &str) {
    assert_eq!(plain(stepped(value, by, min, max)), expected, "{value} stepped by {by}");
}

#[test]
fn steps_stay_on_the_grid_and_inside_the_ends() {
    check_step(14.3, 0.1, 0.0, 40.0, "14.4");
    check_step(14.36, 0.1, 0.0, 40.0, "14.5");
    check_step(0.1, -0.2, 0.0, 1.0, "0");
    check_step(40.0, 0.1, 0.0, 40.0, "40");
    check_step(0.2, 0.2, -1.0, 1.0, "0.4");
}

fn areas() -> Rc<[DataRow]> {
    let row = |key: &'static str, name: &'static str, ward: &'static str, rank: f64| DataRow {
        key: key.into(),
        also: ward.into(),
        cells: vec![
            DataCell::word(name),
            DataCell::word(ward),
            DataCell::number(rank, if rank.is_nan() { "–".into() } else { format!("{rank}%") }),
        ],
    };
    Rc::new([
        row("a", "地区あ", "川崎区", 72.0),
        row("b", "地区い", "幸区", 38.0),
        row("c", "地区う", "幸区", f64::NAN),
        row("d", "地区え", "中原区", 91.0),
    ])
}

#[track_caller]
fn check_rows(sort: Option<Sort>, query: &str, expected: &str) {
    let rows = areas();
    let keys: String = arrange(&rows, sort, query).iter().map(|&i| rows[i].key.as_str()).collect();
    assert_eq!(keys, expected, "{sort:?} «{query}»");
}

#[test]
fn tables_sort_and_search() {
    check_rows(None, "", "abcd");
    check_rows(Some(Sort::Up(2)), "", "badc");
    check_rows(Some(Sort::Down(2)), "", "dabc");
    check_rows(Some(Sort::Down(0)), "", "dcba");
    check_rows(None, "幸", "bc");
    check_rows(None, " 地区え ", "d");
    check_rows(None, "どこにもない", "");
}

#[test]
fn arrow_keys_go_round_the_tabs() {
    assert_eq!(after_key(2, 3, "ArrowRight"), Some(0));
    assert_eq!(after_key(0, 3, "ArrowLeft"), Some(2));
    assert_eq!(after_key(1, 3, "End"), Some(2));
    assert_eq!(after_key(1, 3, "a"), None);
    assert_eq!(after_key(0, 0, "ArrowRight"), None);
}

fn lever(
    name: &'static str,
    label: &'static str,
    value: f64,
    default: f64,
    max: f64,
    unit: &'static str,
) -> Html {
    let shown = |v: f64| AttrValue::from(plain(v).to_string() + unit);
    html! {
        <LeverSlider {name} {label} {value} min={0.0} {max} step={1.0} {default} {unit}
            shown={shown(value)} shown_min={plain(0.0)} shown_max={plain(max)}
            shown_default={plain(default)}
            cost={if value == default { "" } else { "+1,250万円/年" }} grade={Grade::Assumed}
            source="市の事業実績(例)" on_input={Callback::noop()} on_change={Callback::noop()}
            lang={Lang::Ja} />
    }
}

fn group(title: &'static str, levers: Vec<Html>) -> Html {
    html! {
        <details class="lever-group" open=true>
            <summary><h3>{ title }</h3></summary>
            { for levers }
        </details>
    }
}

fn target(
    name: &'static str,
    title: &'static str,
    kind: TargetKind,
    outlook: Outlook,
    in_ten: u8,
    fresh: bool,
) -> Html {
    let chance = format!("10回のうち{in_ten}回は達成する見込み");
    html! {
        <TargetCard {name} {title} {kind} now="2,402台" now_when="R3" forecast="2,680台"
            target="2,700台" gap="−20台"
            {outlook} in_ten={Some(in_ten)} {chance} {fresh} on_choose={Some(Callback::noop())}
            is_chosen={in_ten == 5} lang={Lang::Ja} />
    }
}

/// A room as the page will have it, to be looked at: no test of the page itself.
#[component]
fn SampleRoom() -> Html {
    let rooms = ["見通し", "地区カルテ", "くらべる", "目標", "PDCA", "データ", "しくみ"];
    let room =
        |label: &&'static str| Room { href: format!("#/{label}").into(), label: (*label).into() };
    let choice =
        |key: &'static str, label: &'static str| Choice { key: key.into(), label: label.into() };
    let choices: Rc<[Choice]> =
        Rc::new([choice("city", "市"), choice("ward", "区"), choice("area", "地区")]);
    let targets = [
        target("t1", "緊急通報機器の普及", TargetKind::Example, Outlook::Likely, 8, true),
        target("t2", "地域ケア会議の開催", TargetKind::Plan, Outlook::Uncertain, 5, true),
        target("t3", "支援センターの認知度", TargetKind::Plan, Outlook::AtRisk, 2, true),
        target("t4", "介護職員の充足", TargetKind::Own, Outlook::AtRisk, 1, false),
    ];
    let columns: Rc<[Column]> = Rc::new([
        Column { label: "地区".into(), is_number: false },
        Column { label: "区".into(), is_number: false },
        Column { label: "達成の見込み".into(), is_number: true },
    ]);
    html! {
        <div id="app">
            <header class="page-head">
                <div class="page-name"><h1>{ "見通し" }</h1><p class="page-about">{ "川崎市" }</p></div>
                <RoomTabs label="部屋" rooms={rooms.iter().map(room).collect::<Rc<[_]>>()}
                    current="#/見通し" />
                <div class="page-tools">
                    <button type="button" class="button text small">{ "元に戻す" }</button>
                    <button type="button" class="button text small">{ "English" }</button>
                </div>
            </header>
            <main>
                <div class="room forecast-room">
                    <section class="levers-panel">
                        <div class="panel-head"><h2>{ "動かす値" }</h2></div>
                        { group("緊急通報の機器", vec![
                            lever("portable", "携帯型の新規貸与", 320.0, 240.0, 800.0, "台/年"),
                            lever("home", "自宅設置型の新規貸与", 120.0, 120.0, 400.0, "台/年"),
                            lever("chronic", "慢性疾患のある人を対象に", 1.0, 0.0, 1.0, ""),
                        ]) }
                        { group("支援センターの職員", vec![
                            lever("staff", "介護職員の採用数", 120.0, 120.0, 500.0, "人/年"),
                            lever("leaving", "介護職員の離職率", 9.0, 14.0, 40.0, "%/年"),
                        ]) }
                    </section>
                    <div class="answers">
                        <section class="targets-bar">
                            { for targets }
                        </section>
                        <FanChart series={Rc::new(devices())} width={960.0} height={230.0} />
                        <section class="areas">
                            <div class="panel-head">
                                <h2>{ "地区" }</h2>
                                <Segmented name="scope" legend="範囲" chosen="ward"
                                    on_choose={Callback::noop()}
                                    {choices} />
                            </div>
                            <div class="areas-body">
                                <TileChart series={Rc::new(area_tiles())} width={380.0}
                                    height={150.0} />
                                <DataTable name="areas" caption="地区ごとの見通し" hides_caption=true
                                    {columns}
                                    rows={Rows(areas())} chosen="b" sort={Some(Sort::Up(2))}
                                    on_choose={Some(Callback::noop())} lang={Lang::Ja} />
                            </div>
                        </section>
                        <p class="limits">{ "この見通しで分からないこと:機器が一人ひとりを助けたかどうか。" }</p>
                        <p class="result-code">{ "結果コード 4F2A-91C0" }</p>
                    </div>
                </div>
            </main>
        </div>
    }
}

#[component]
fn SampleParts() -> Html {
    let action =
        NoticeAction { label: "もう一度計算する".into(), on_press: Callback::noop() };
    let tab = |key: &'static str, label: &'static str| Tab { key: key.into(), label: label.into() };
    let tabs: Rc<[Tab]> = Rc::new([tab("a", "台数"), tab("b", "職員"), tab("c", "会議")]);
    html! {
        <div class="room">
            <Notice kind={NoticeKind::Done} happened="案を保存しました" kept="この端末の中だけに残ります。"
                lang={Lang::Ja} />
            <Notice kind={NoticeKind::Warning} happened="別の窓で同じ案が変わりました" kept="この窓の値は残っています。"
                next="どちらを残すか選んでください。" on_close={Some(Callback::noop())} lang={Lang::Ja} />
            <Notice kind={NoticeKind::Failed} happened="計算が止まりました" kept="動かした値は残っています。"
                next="もう一度計算してください。" action={Some(action)} lang={Lang::Ja} />
            <Progress label="必要な取組みをさがしています" share={Some(0.4)} detail="1,024回のうち410回"
                on_cancel={Some(Callback::noop())} lang={Lang::Ja} />
            <Tabs name="kinds" label="指標" {tabs} chosen="b"
                on_choose={Callback::noop()}>{ "職員のグラフ" }</Tabs>
        </div>
    }
}

#[test]
fn a_room_says_what_a_reader_needs() {
    let room = render::<SampleRoom>(|| ());
    keep_for_the_eye("room", &room);
    for told in [
        r#"type="range""#,
        r#"data-lever="portable""#,
        r#"aria-valuetext="320台/年""#,
        r#"aria-current="page""#,
        r#"data-target="t1""#,
        r#"aria-sort="ascending""#,
        r#"<th scope="row">"#,
        r#"data-chart="alarm_devices""#,
    ] {
        assert!(room.contains(told), "the room does not contain {told}");
    }
    assert!(!room.contains(" style="), "the page's policy forbids style attributes");
    let parts = render::<SampleParts>(|| ());
    keep_for_the_eye("parts", &parts);
    assert!(parts.contains(r#"role="alert""#) && parts.contains(r#"role="status""#));
}

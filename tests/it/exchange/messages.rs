//! What is said of a table that is wrong: the sentences themselves, in both languages.

use super::into_asago;
use mitoshi::exchange::wire::{Bring, Content};
use mitoshi::exchange::{Tables, read};
use mitoshi::facts::builtin::KAWASAKI;
use mitoshi::i18n::Lang;

#[track_caller]
fn check(text: &str, ja: &[&str], en: &[&str]) {
    let preview = into_asago(text);
    let said = |lang| preview.problems.iter().map(|p| p.describe(lang)).collect::<Vec<_>>();
    assert_eq!(said(Lang::Ja), ja);
    assert_eq!(said(Lang::En), en);
}

#[test]
fn every_problem_is_told_at_once() {
    check(
        "指標,令和元年度,令和2年度\n携帯型,たくさん,-3\n地区会議,12,\"1,2\"\n認知度,444,45\n",
        &[
            "table.csv 2行目B列：「たくさん」は数として読めません（数、または「-」「…」「x」）。数だけにして、注は別の列に書いてください。",
            "table.csv 3行目C列：「1,2」は数として読めません（数、または「-」「…」「x」）。数だけにして、注は別の列に書いてください。",
            "table.csv 2行目C列：「−3」は負の数です（0以上の数）。値を直すか、増減の値なら列の見出しに「増減」と書いてください。",
            "table.csv 4行目B列：「444」は100%を超えます（0〜100）。割合を%で入れてください。",
        ],
        &[
            "table.csv, row 2, column B: “たくさん” cannot be read as a number (a number, or “-”, “…”, “x”). Leave only the number, and put notes in a column of their own.",
            "table.csv, row 3, column C: “1,2” cannot be read as a number (a number, or “-”, “…”, “x”). Leave only the number, and put notes in a column of their own.",
            "table.csv, row 2, column C: “−3” is below zero (0 or more). Correct the value, or call its column “change” if it holds changes.",
            "table.csv, row 4, column B: “444” is above 100 % (0 to 100). Enter the share in per cent.",
        ],
    );
}

#[test]
fn an_unknown_place_and_what_is_near_it() {
    check(
        "地区,年度,認定者数\n朝来町,令和2年度,100\n",
        &[
            "table.csv 2行目：「朝来町」という場所はありません（朝来市、朝来市地域包括支援センター）。名前を直すか、区や圏域の列があるセンターの一覧を取り込んでください。",
        ],
        &[
            "table.csv, row 2: There is no place called “朝来町” (朝来市, 朝来市地域包括支援センター). Correct the name, or import a list of centres with a column for the ward or area.",
        ],
    );
}

#[test]
fn no_time_and_no_headings() {
    check(
        "指標,値\n携帯型,120\n",
        &[
            "table.csv：いつの値かわかりません（「令和3年度」「2021年10月1日」など）。年度の列を加えるか、表題に時点を書いてください。",
        ],
        &[
            "table.csv: It is not said when this holds (FY2021, 2021-10-01 and the like). Add a column for the year, or write the date into the title.",
        ],
    );
    check(
        "あ,い,う\n1,2,3\n",
        &[
            "table.csv：見出しの行が見つかりません（「地区」「年齢」「男」「年度」のような見出し）。表の1行目に見出しを入れてください。",
        ],
        &[
            "table.csv: No row of headings was found (headings such as area, age, men, fiscal year). Put headings into the first row of the table.",
        ],
    );
}

#[test]
fn totals_that_do_not_hold_and_values_given_twice() {
    check(
        "種別,令和2年度\n携帯型,100\n自宅設置型,50\n計,160\n",
        &[
            "table.csv 4行目B列：緊急通報システム 合計：合計は160ですが、内訳を足すと150です。どちらかの値を直してください。",
        ],
        &[
            "table.csv, row 4, column B: alarm devices in total: the total is 160, the parts add up to 150. Correct one of them.",
        ],
    );
    check(
        "指標,令和2年度\n携帯型,100\n携帯型,101\n",
        &[
            "table.csv 3行目B列：緊急通報システム 携帯型が2回あります（table.csv 2行目B列）。どちらか一方を消してください。",
        ],
        &[
            "table.csv, row 3, column B: portable alarm devices stands there twice (table.csv, row 2, column B). Delete one of the two.",
        ],
    );
}

#[test]
fn ages_with_a_gap_and_one_sex_alone() {
    check(
        "令和2年10月1日\n年齢,男,女\n0〜4歳,10,10\n10〜14歳,10,10\n",
        &[
            "table.csv 3行目：朝来市の年齢がつながっていません（0歳から「85歳以上」などまで切れ目なく）。足りない年齢の列か行を加えてください。",
        ],
        &[
            "table.csv, row 3: The ages of 朝来市 do not join up (from 0 to an open top such as 85+, without a gap). Add the missing ages.",
        ],
    );
}

#[test]
fn files_that_are_refused() {
    let refused = |bytes: &[u8]| {
        let refusal = read::open("f", bytes, &read::shift_jis).unwrap_err();
        [Lang::Ja, Lang::En].map(|lang| refusal.describe(lang))
    };
    let rows: [(&[u8], [&str; 2]); 4] = [
        (
            b"",
            [
                "ファイルに何も入っていません。値の入った表を選んでください。",
                "The file is empty. Choose a table with values.",
            ],
        ),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0",
            [
                "表のファイルではないか、文字コードを読めません。CSV（UTF-8かShift_JIS）かXLSXで保存し直してください。",
                "This is not a table, or its encoding is not known. Save it as CSV (UTF-8 or Shift_JIS) or XLSX.",
            ],
        ),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            [
                "古い形式（XLS）か、パスワードの付いたファイルです。パスワードを外し、XLSXで保存し直してください。",
                "This is the old XLS format, or locked with a password. Remove the password and save it as XLSX.",
            ],
        ),
        (
            b"PK\x03\x04 and then nothing of an archive",
            [
                "ファイルが壊れていて読めません。元のファイルを表計算ソフトで開き、XLSXで保存し直してください。",
                "The file is damaged. Open the original in a spreadsheet program and save it as XLSX again.",
            ],
        ),
    ];
    for (bytes, said) in rows {
        assert_eq!(refused(bytes), said);
    }
}

/// What a person looks at before accepting: each value with what it is now, in both languages; and
/// what nobody knew before is named, so that a mistyped name is seen.
#[test]
fn values_that_change_are_shown_beside_those_of_today() {
    let bring = |text: &str| {
        let tables = Tables::built_in(&KAWASAKI);
        let texts = tables.files().map(|(file, text)| (file.to_owned(), text.to_owned()));
        let files = vec![(String::new(), Content::Pasted(text.to_owned()))];
        let bring = Bring { tables: texts.collect(), files, newcomer: None };
        bring.answer(&read::shift_jis, &|_| Vec::new())
    };
    let told = bring("種別\t令和元年度\n携帯型\t731\n自宅設置型\t880\nはじめての事業\t12\n");
    let [ja, en]: [Vec<_>; 2] =
        [0, 1].map(|at| told.said.iter().map(|words| words[at].as_str()).collect());
    assert_eq!(
        ja,
        [
            "「貼り付けた表」：3個の値を読みました",
            "実績（observations.csv）：追加 1行、置き換え 3行",
            "新しい指標として加えるもの：はじめての事業",
            "問題はありません",
        ]
    );
    assert_eq!(en[0], "“pasted table”: 3 values read");
    assert_eq!(en[1], "history (observations.csv): 1 row added, 3 replaced");
    let changes: Vec<_> =
        told.changes.iter().map(|c| [&c.what[0], &c.before[0], &c.after[0]]).collect();
    assert_eq!(told.n_changes, 3, "what stays is not listed: {changes:?}");
    assert_eq!(changes[0], ["緊急通報システム 携帯型 川崎市 令和元年度 (2019)", "729台", "731台"]);
    assert_eq!(
        changes[1],
        ["緊急通報システム 合計 川崎市 令和元年度 (2019)", "1,609台", "1,611台"]
    );
    assert_eq!(changes[2][1..], ["", "12（単位の記載なし）"]);
    assert_eq!(told.changes[0].after[1], "731 devices");

    let wrong = bring("種別\t令和元年度\n携帯型\tたくさん\n");
    assert!(wrong.changes.is_empty(), "nothing would change");
    assert_eq!(wrong.problems[0].at, ["2行目B列", "row 2, column B"]);
    assert_eq!(wrong.said.last().unwrap()[1], "1 problem. Nothing changes until it is solved");
}

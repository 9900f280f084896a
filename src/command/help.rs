//! What the commands are, in both languages.

use crate::i18n::Text;

pub const HELP: Text = Text { ja: JA, en: EN };

const JA: &str = "\
mitoshi — 見通しをコマンドで動かす

  mitoshi run [--scenario FILE] [--data DIR] [--draws N] [--seed S] [--chunks N]
                      指標の年度ごとの見通しと、結果コード
  mitoshi run … [--from A] [--to B] [--out csv|json]
                      試行のAからBの手前までを、試行ごとに書き出す
  mitoshi outlook [--data DIR] [--place CODE] [--draws N] [--seed S]
                      人口、ひとり暮らし、認定、認知症の長い見通し（2040年まで、年ごと）
  mitoshi merge FILE… [--data DIR]
                      書き出した部分を、1回で計算した結果と同じにつなぐ（結果コードも）
  mitoshi facts [--data DIR] [--search WORDS]
                      すべての値と出典、表の検査
  mitoshi check FILE… [--data DIR | --name NAME [--centres N]] [--date D] [--measure M]
                      CSVとXLSXのファイルの中身と、直すところ
  mitoshi import FILE… --out DIR  （check と同じ項目を使えます）
                      ファイルを表のフォルダーに取り込む。--data の自治体に加えるか、
                      NAME という別の自治体にする [--code C] [--plan-first YEAR]
  mitoshi export --out DIR|FILE.xlsx [--data DIR] [--draws N] [--names] [--templates]
                 [--places wards|areas]
                      すべての表・値・出典・設定・結果を書き出す。または記入用の表。
                      wards は区ごと、areas は区と圏域ごとの結果も
  mitoshi calibrate [--data DIR] [--seed S]
                      試行ごとに解いた値と、実績とのずれ
  mitoshi validate [--data DIR]
                      公表された推計の再現と、過去の年からの見通し
  mitoshi document    モデルの説明：動かす値、仮定、指標、式
  mitoshi first-answer
                      初期シナリオの答え（画面に埋め込む文字列）
  mitoshi basis [--data DIR]
                      計算と画面に要る自治体の数と名前（画面に埋め込む文字列）
  mitoshi peers [--data DIR]
                      動かす値の横に示す他の都市の値（画面に埋め込む文字列）
  mitoshi reasons     仮定の出典と理由（画面に埋め込む文字列）
  mitoshi bench [--json] [--areas N] [--only WORDS]
                      この機械での計算時間
  --lang ja|en        表示の言語（ja）

多くの自治体の計算は、1つの自治体を1つの表のフォルダーと1行のコマンドにして、どの順でも、どの機械でも
動かせます。大きな自治体は試行を分けられます。行どうしで分け合うものはありません。

  for dir in municipalities/*; do echo \"mitoshi run --data $dir --draws 1024 > $dir.txt\"; done | parallel
  mitoshi run --data tokyo --draws 10240 --from 0    --to 5120  > a.csv     （1台目）
  mitoshi run --data tokyo --draws 10240 --from 5120 --to 10240 > b.csv     （2台目）
  mitoshi merge a.csv b.csv --data tokyo                                    （まとめて計算したのと同じ）

mitoshi bench は、この機械で1つの自治体にかかる時間と、1,741の自治体にかかる時間を表示します。
";

const EN: &str = "\
mitoshi — 見通し, the simulator on the command line

  mitoshi run [--scenario FILE] [--data DIR] [--draws N] [--seed S] [--chunks N]
                      the municipality's measures by fiscal year, and the result code
  mitoshi run … [--from A] [--to B] [--out csv|json]
                      a slice of the draws, A up to but not including B, draw by draw
  mitoshi outlook [--data DIR] [--place CODE] [--draws N] [--seed S]
                      the long view of people, living alone, care need and dementia by year to 2040
  mitoshi merge FILE… [--data DIR]
                      slices joined to exactly the result of one run, with its result code
  mitoshi facts [--data DIR] [--search WORDS]
                      every figure with its source, and the checks of all tables
  mitoshi check FILE… [--data DIR | --name NAME [--centres N]] [--date D] [--measure M]
                      what CSV and XLSX files hold, and everything wrong with them
  mitoshi import FILE… --out DIR  (with the options of check)
                      the same, taken into a folder of tables: into those of DIR, or as another
                      municipality called NAME [--code C] [--plan-first YEAR]
  mitoshi export --out DIR|FILE.xlsx [--data DIR] [--draws N] [--names] [--templates]
                 [--places wards|areas]
                      every table, figure, source, setting and result; or tables to fill in.
                      With the results of wards, or of wards and areas
  mitoshi calibrate [--data DIR] [--seed S]
                      what each draw solved, and how history fits
  mitoshi validate [--data DIR]
                      the published projection reproduced, and runs from earlier years
  mitoshi document    the model's own page: every lever, assumption, measure and equation
  mitoshi first-answer
                      the default scenario's answer as text, for the page to carry
  mitoshi basis [--data DIR]
                      what runs and the page need of the municipality, packed, as text
  mitoshi peers [--data DIR]
                      figures of other cities shown beside the levers, packed, as text
  mitoshi reasons     the sources of and reasons for all assumptions, packed, as text
  mitoshi bench [--json] [--areas N] [--only WORDS]
                      how long runs take on this machine
  --lang ja|en        the language of what is printed (ja)

A study of many municipalities is one folder of tables each, and one line a folder, in any order, on
any machine; large ones can be cut into slices of draws. Nothing is shared between the lines.

  for dir in municipalities/*; do echo \"mitoshi run --data $dir --draws 1024 > $dir.txt\"; done | parallel
  mitoshi run --data tokyo --draws 10240 --from 0    --to 5120  > a.csv     (one machine)
  mitoshi run --data tokyo --draws 10240 --from 5120 --to 10240 > b.csv     (another one)
  mitoshi merge a.csv b.csv --data tokyo                                    (as if run in one piece)

mitoshi bench prints what a municipality takes here, and from it 1,741 of them.
";

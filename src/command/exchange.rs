//! `mitoshi check`, `import` and `export`: files in and out, with the messages of the page.

use std::path::Path;

use super::arguments::Arguments;
use crate::exchange::cells::time;
use crate::exchange::grid::Grid;
use crate::exchange::meaning::Hints;
use crate::exchange::own::without_names;
use crate::exchange::sheet::Sheet;
use crate::exchange::template::Template;
use crate::exchange::{Asked, Opened, Preview, Tables, export, read, write};
use crate::facts::builtin::KAWASAKI;
use crate::facts::errors_text;
use crate::i18n::Lang;
use crate::places::{Level, PlaceId, Places};
use crate::worker::outcome::grids;

pub(super) fn check(arguments: &Arguments) -> Result<String, String> {
    let lang = arguments.lang();
    let preview = preview(arguments)?;
    let words = preview.describe(lang);
    if preview.can_be_accepted() { Ok(words) } else { Err(words) }
}

pub(super) fn import(arguments: &Arguments) -> Result<String, String> {
    let lang = arguments.lang();
    let Some(out) = arguments.get("out") else {
        return Err(arguments.say(
            "--out がありません。表を書き出すフォルダーを指定してください。",
            "--out is missing. Name the folder to write the tables to.",
        ));
    };
    let preview = preview(arguments)?;
    let words = preview.describe(lang);
    let tables = preview.accept().map_err(|_| words.clone())?;
    make_folder(out, lang)?;
    for (name, text) in tables.files() {
        save(&Path::new(out).join(name), text.as_bytes(), lang)?;
    }
    Ok(words + &wrote(out, lang))
}

/// What the named files would change, in which municipality.
fn preview(arguments: &Arguments) -> Result<Preview, String> {
    let lang = arguments.lang();
    if arguments.files.is_empty() {
        return Err(arguments.say(
            "ファイルの指定がありません。CSVかXLSXのファイル名を書いてください。",
            "No file is named. Write the names of CSV or XLSX files.",
        ));
    }
    let mut files: Vec<(String, Vec<Sheet>)> = Vec::new();
    for path in &arguments.files {
        let bytes = std::fs::read(path).map_err(|_| super::cannot_open(arguments, path))?;
        let name = Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_else(|| path.clone());
        let sheets = read::open(&name, &bytes, &read::shift_jis)
            .map_err(|refusal| refusal.of_file(&name, lang))?;
        files.push((name, sheets));
    }
    let opened: Vec<_> = files.iter().map(|(name, sheets)| Opened { name, sheets }).collect();
    let hints = Hints {
        when: arguments.get("date").and_then(time::read),
        measure: arguments.get("measure").map(str::to_owned),
    };
    let Some(tables) = super::tables(arguments)? else {
        let plan_first = arguments.number("plan-first")?.and_then(|year| i16::try_from(year).ok());
        let text = |name| arguments.get(name).unwrap_or_default().to_owned();
        let n_centres = arguments.number("centres")?;
        let asked = Asked { name: text("name"), code: text("code"), n_centres, plan_first };
        return Ok(Preview::of_newcomer(&opened, &asked, &hints));
    };
    let city = tables.municipality().map_err(|errors| errors_text(&errors, lang))?;
    Ok(Preview::of(&opened, &tables, &city, &hints))
}

pub(super) fn export(arguments: &Arguments) -> Result<String, String> {
    let lang = arguments.lang();
    let Some(out) = arguments.get("out") else {
        return Err(arguments.say(
            "--out がありません。フォルダーか、.xlsx で終わるファイルを指定してください。",
            "--out is missing. Name a folder, or a file that ends in .xlsx.",
        ));
    };
    let city = super::municipality(arguments)?;
    let grids = if arguments.has("templates") {
        Template::ALL.iter().map(|template| template.grid(&city, lang)).collect()
    } else {
        let tables = super::tables(arguments)?.unwrap_or_else(|| Tables::built_in(&KAWASAKI));
        let tables = if arguments.has("names") { tables } else { without_names(&tables) };
        let city = tables.municipality().map_err(|errors| errors_text(&errors, lang))?;
        let (grids, settings) = results(arguments, lang)?;
        export::grids(&tables, &city, &settings, grids, lang)
    };
    if out.ends_with(".xlsx") {
        save(Path::new(out), &write::xlsx(&grids), lang)?;
    } else {
        make_folder(out, lang)?;
        for grid in &grids {
            save(&Path::new(out).join(format!("{}.csv", grid.name)), &write::csv(grid), lang)?;
        }
    }
    Ok(wrote(out, lang))
}

/// Grids of results, and the settings they were computed with.
type Results = (Vec<Grid>, Vec<(String, String)>);

/// The bands of every measure by fiscal year, the chance of each target.
fn results(arguments: &Arguments, lang: Lang) -> Result<Results, String> {
    let (city, scenario, answer) = super::run::answer(arguments)?;
    let wanted = wanted_places(&city.facts.places, arguments)?;
    let found = super::run::answers_at(&city, &scenario, wanted, lang)?;
    let grids = grids(&city, &scenario, &answer, &found, lang);
    let code = answer.code.unwrap_or_default();
    let document = if arguments.has("names") { scenario } else { scenario.without_names() };
    let run = [document.seed.to_string(), document.n_draws.to_string(), code, document.to_json()];
    Ok((grids, export::said(&run, lang)))
}

/// The places whose results go out beside the municipality's, as the page offers them.
fn wanted_places(places: &Places, arguments: &Arguments) -> Result<Vec<PlaceId>, String> {
    let levels: &[Level] = match arguments.get("places") {
        None => &[],
        Some("wards") => &[Level::Ward],
        Some("areas") => &[Level::Ward, Level::Area],
        Some(other) => {
            return Err(arguments.say(
                format!("--places の「{other}」は使えません。wards か areas にしてください。"),
                format!("--places is “{other}”. Give wards or areas."),
            ));
        }
    };
    let is_wanted = |id: &PlaceId| {
        let place = places.get(*id);
        !place.is_implicit && levels.contains(&place.level)
    };
    Ok(places.ids().filter(is_wanted).collect())
}

fn make_folder(path: &str, lang: Lang) -> Result<(), String> {
    std::fs::create_dir_all(path).map_err(|_| match lang {
        Lang::Ja => format!("フォルダー {path} を作れません。別の場所を指定してください。"),
        Lang::En => format!("The folder {path} cannot be made. Choose another."),
    })
}

fn save(path: &Path, bytes: &[u8], lang: Lang) -> Result<(), String> {
    let name = path.display();
    std::fs::write(path, bytes).map_err(|_| match lang {
        Lang::Ja => format!("{name} に書き込めません。場所と権限を確かめてください。"),
        Lang::En => format!("{name} cannot be written. Check the place and your rights."),
    })
}

fn wrote(out: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{out} に書き出しました"),
        Lang::En => format!("Written to {out}"),
    }
}

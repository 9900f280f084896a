//! Every problem in English.

use super::{Fault, WordOf, three};
use crate::i18n::{Lang, number};

const LANG: Lang = Lang::En;

impl Fault {
    /// What was found, what was expected, how to fix it.
    pub(super) fn in_english(&self) -> [String; 3] {
        match self {
            Self::NoHeadings => three(
                "No row of headings was found",
                "headings such as area, age, men, fiscal year",
                "Put headings into the first row of the table",
            ),
            Self::NoTime => three(
                "It is not said when this holds",
                "FY2021, 2021-10-01 and the like",
                "Add a column for the year, or write the date into the title",
            ),
            Self::NoMeasure => three(
                "It is not said what this counts",
                "the name of an indicator",
                "Write it into the heading or the title",
            ),
            Self::NotATime { text } => three(
                &format!("“{text}” cannot be read as a time"),
                "FY2021, 2021-10-01 and the like",
                "Write the year or the date",
            ),
            Self::Twice { what, first } => three(
                &format!("{} stands there twice", what.get(LANG)),
                &first.place(LANG),
                "Delete one of the two",
            ),
            Self::SameName { name, first } => three(
                &format!("“{name}” stands below another title too, and may be another indicator"),
                &first.place(LANG),
                "Give two indicators two names; put one indicator into one table, or below the \
                 same title",
            ),
            Self::TotalDiffers { what, parts, whole } => three(
                &format!(
                    "{}: the total is {}, the parts add up to {}",
                    what.get(LANG),
                    number::as_given(*whole),
                    number::as_given(*parts)
                ),
                "",
                "Correct one of them",
            ),
            Self::AgesDoNotJoin { what } => three(
                &format!("The ages of {} do not join up", what.get(LANG)),
                "from 0 to an open top such as 85+, without a gap",
                "Add the missing ages",
            ),
            Self::AgesNeeded { what, given } => three(
                &format!("The people of {} are given as “{}” only", what.get(LANG), given[1]),
                "age groups of five years from 0 (at least both everybody and 65+)",
                "Need of care and deaths differ much by age: take a table of population by age, \
                 or add what is missing",
            ),
            Self::SecondTable => three(
                "A second table seems to begin here, with headings nobody knows",
                "headings such as type, FY2021, certified persons",
                "Put it into a sheet or file of its own, or delete it from this row on",
            ),
            Self::Forecast { text, of_people } => three(
                &format!("The values of “{text}” are a forecast or an estimate, and no actuals"),
                if *of_people {
                    "people that were counted: a census, the residents' register"
                } else {
                    "actuals, estimates, targets"
                },
                if *of_people {
                    "Leave that column or row out: people of years to come are computed here from \
                     those counted"
                } else {
                    "Leave that column or row out, or write “estimate” for a year not yet over, \
                     “target” for what is planned"
                },
            ),
            Self::AsEstimate { text } => three(
                &format!("The values of “{text}” are taken as estimates, not as actuals"),
                "",
                "When the actuals are known, import those",
            ),
            Self::MonthsMissing { what, n } => three(
                &format!("{} is given for {n} months only", what.get(LANG)),
                "twelve months, or the year's total",
                "Add the missing months (0 where there was none), or a column with the total",
            ),
            Self::OneSexMissing { what } => three(
                &format!("{} has one sex only", what.get(LANG)),
                "men and women, or both",
                "Add the other",
            ),
            Self::NothingUnderstood => three(
                "Nothing usable was found",
                "a table of people, devices, centres, meetings and the like",
                "Set the headings as in the template",
            ),
            Self::NotANumber { text } => three(
                &format!("“{text}” cannot be read as a number"),
                "a number, or “-”, “…”, “x”",
                "Leave only the number, and put notes in a column of their own",
            ),
            Self::Negative { text } => three(
                &format!("“{text}” is below zero"),
                "0 or more",
                "Correct the value, or call its column “change” if it holds changes",
            ),
            Self::NotWhole { text } => three(
                &format!("“{text}” is not a whole number"),
                "a head count",
                "Enter the count of people",
            ),
            Self::AboveHundred { text } => three(
                &format!("“{text}” is above 100 %"),
                "0 to 100",
                "Enter the share in per cent",
            ),
            Self::ShareOfACount { text } => three(
                &format!("“{text}%” is a share"),
                "a number without %",
                "Enter the count itself",
            ),
            Self::OtherUnit { unit } => three(
                &format!("The unit “{unit}” cannot be turned into the one of this indicator"),
                "one that suits it: people, thousand people, devices, yen, thousand yen, % …",
                "Turn the values into the indicator's unit, and write that one",
            ),
            Self::UnitOfWhat { unit } => three(
                &format!("It is not said which rows the unit “{unit}” holds for"),
                "a unit in the title, in the headings or in each row",
                "Write the unit above the values it is of, or in brackets behind the name of each row",
            ),
            Self::NotGivenNumber { what } => three(
                &format!("{} is withheld or not counted, and no total tells it", what.get(LANG)),
                "people of every age",
                "Enter the count, or add a column or row with the total",
            ),
            Self::UnknownPlace { name, near } => three(
                &format!("There is no place called “{name}”"),
                &near.join(", "),
                "Correct the name, or import a list of centres with a column for the ward or area",
            ),
            Self::UnknownCode { code, near } => three(
                &format!("No place has the code “{code}”"),
                &near.join(", "),
                "Correct it, or add a column with the place's name. Leave the code empty for the \
                 whole municipality",
            ),
            Self::AreaMissing { name } => three(
                &format!("There is no row for “{name}”"),
                "the population of every area (or ward)",
                "Add the missing rows",
            ),
            Self::NeedsPopulation => three(
                "There is no table of population by age",
                "population by age",
                "Add one, from the residents' register or the census",
            ),
            Self::NeedsCentres => three(
                "The number of support centres is not known",
                "their number or a list of them",
                "Add a table of centres, or give their number (on the command line: --centres)",
            ),
            Self::NeedsName => three(
                "The name of the municipality is not known",
                "a name",
                "Give it (on the command line: --name)",
            ),
            Self::NoPlaceName => three(
                "It is not said which place this is about",
                "the name of an area or municipality",
                "Fill in the name",
            ),
            Self::YearFar { year, first, last } => three(
                &format!("{year} is far from this municipality's years"),
                &format!("{first} to {last}"),
                "Check the year and its era, or leave the row out",
            ),
            Self::MoreThan { what, value, than, most, can_be } => {
                let [what, than] = [what, than].map(|label| label.get(LANG));
                let [value, most] = [value, most].map(|value| number::as_given(*value));
                let found = format!("{what}: {value} is above {than}: {most}");
                if *can_be {
                    return three(&found, "", "Check its unit and its digits");
                }
                three(&found, &format!("{most} or less"), "Correct one of the two")
            }
            Self::Unlike { what, value, before } => three(
                &format!(
                    "{}: {} is very different from {} of a year near it",
                    what.get(LANG),
                    number::as_given(*value),
                    number::as_given(*before)
                ),
                "",
                "Check its unit and its digits",
            ),
            Self::UnknownWord { text, of: WordOf::Kind } => three(
                &format!("“{text}” is no kind of value"),
                "actual, recorded, estimate, provisional, about, plan, target",
                "Write one of these, or call the column “notes” if it says something else",
            ),
            Self::UnknownWord { text, of: WordOf::Direction } => three(
                &format!("“{text}” is no direction of a target"),
                "at least, at most",
                "Write one of the two, and set the target to suit",
            ),
            Self::UnknownWord { text, of: WordOf::Sex } => three(
                &format!("Those under “{text}” belong neither to men nor to women"),
                "men, women, both",
                "Divide them between the two, or take them and the total out",
            ),
            Self::Fact(error) => three(
                error.describe(LANG).trim_end_matches(['。', '.']),
                "",
                "Correct the table and import it again",
            ),
        }
    }
}

//! Every period that the reference table takes from the Code is a deadline, or an exception with its reason.

use adhere_domain::codes::code::{Code, Measure};
use adhere_domain::codes::deadline::Timing;
use adhere_domain::law::period::{Length, Unit};

use crate::reference::{gpai, shared_data, text};

/// A period of the Code: the row's first column, how its period reads, and the deadline that carries it.
struct Carried {
    row: &'static str,
    period: &'static str,
    measure: &'static str,
    deadline: &'static str,
    timing: fn(Length) -> Timing,
}

const fn carried(
    row: &'static str,
    period: &'static str,
    measure: &'static str,
    deadline: &'static str,
    timing: fn(Length) -> Timing,
) -> Carried {
    Carried { row, period, measure, deadline, timing }
}

const CARRIED: &[Carried] = &[
    carried("T.M1.1", "10 years", "T.M1.1", "previous-documentation", Timing::Keep),
    carried("T.M1.2", "14 days", "T.M1.2", "downstream-answer", Timing::Within),
    carried("S.M1.1", "four weeks", "S.M1.1", "framework-after-notification", Timing::Within),
    carried("S.M1.1", "two weeks", "S.M1.1", "framework-before-placing", Timing::Before),
    carried("S.M1.3", "12 months", "S.M1.3", "framework-assessment", Timing::Every),
    carried("S.M1.4", "five business days", "S.M1.4", "framework-access", Timing::Within),
    carried("S.M3.5", "30 business days", "S.M3.5", "evaluator-publication", Timing::Within),
    carried("S.M7.6", "six months", "S.M7.6", "report-refresh", Timing::Every),
    carried("S.M7.7", "five business days", "S.M7.7", "updated-report-access", Timing::Within),
    carried("S.M9.3(1)", "two days", "S.M9.3", "initial-report-critical-infrastructure", Timing::Within),
    carried("S.M9.3(2)", "five days", "S.M9.3", "initial-report-cybersecurity", Timing::Within),
    carried("S.M9.3(3)", "10 days", "S.M9.3", "initial-report-death", Timing::Within),
    carried("S.M9.3(4)", "15 days", "S.M9.3", "initial-report-serious-harm", Timing::Within),
    carried("S.M9.3", "four weeks", "S.M9.3", "intermediate-report", Timing::Every),
    carried("S.M9.3", "60 days", "S.M9.3", "final-report", Timing::Within),
    carried("S.M9.4", "five years", "S.M9.4", "incident-documentation", Timing::Keep),
    carried("S.M10.1", "10 years", "S.M10.1", "additional-documentation", Timing::Keep),
    carried("S.App2.2", "six months", "S.M7.3", "safe-reference", Timing::Within),
    carried("S.App4.3(1)", "six months", "S.M6.2", "access-check", Timing::Every),
];

/// Rows with a number that are no deadlines: the row's first column, how its period reads, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("S.M7.3(1)(f)", "five random samples", "a number of samples, not a period"),
    ("S.M7.3(4)", "next six months", "how far a description in the Report looks ahead: content, not a day"),
    ("S.M7.7", "up to 15 business days", "a delay that is allowed on conditions: said in the note of `report-access`"),
    ("S.App3.4", "20 business days", "how long one evaluation should be given: content, no event to run from"),
    ("S.App3.5", "20 business days", "an example of how long a public call stays open: no event to run from"),
];

/// Numbers as the table writes them.
const NUMBERS: &[(&str, u16)] = &[("two", 2), ("four", 4), ("five", 5), ("six", 6)];

fn number(word: &str) -> Option<u16> {
    let spelled = NUMBERS.iter().find(|(known, _)| *known == word).map(|(_, number)| *number);
    spelled.or_else(|| word.parse().ok())
}

/// How many numbers of something a period names; numbers of articles and of exceptions are none.
fn lengths(period: &str) -> usize {
    let words: Vec<&str> = period.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let counted = |word: &str| matches!(word, "days" | "business" | "weeks" | "months" | "years" | "random");
    words.windows(2).filter(|pair| number(pair[0]).is_some() && counted(pair[1])).count()
}

fn length(period: &str) -> Length {
    let (count, unit) = period.split_once(' ').unwrap();
    let unit = match unit {
        "days" => Unit::Days,
        "business days" => Unit::WorkingDays,
        "weeks" => Unit::Weeks,
        "months" => Unit::Months,
        "years" => Unit::Years,
        other => panic!("`{other}` is no unit"),
    };
    Length { count: number(count).unwrap(), unit }
}

/// The rows of the table that are about the Code: where, and the period.
fn rows() -> Vec<(String, String)> {
    let table = text(&shared_data("code/deadlines.tsv"));
    let rows = table.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    let of_code = rows.filter(|row| ["S.", "T.", "C."].iter().any(|chapter| row[0].starts_with(chapter)));
    of_code.map(|row| (row[0].to_owned(), row[2].to_owned())).collect()
}

fn measure<'a>(gpai: &'a Code, id: &str) -> &'a Measure {
    let found = gpai.measures().map(|(_, _, measure)| measure).find(|measure| measure.id.as_str() == id);
    found.unwrap_or_else(|| panic!("there is no measure {id}"))
}

#[test]
fn every_period_of_the_table_is_a_deadline_or_a_named_exception() {
    let rows = rows();
    assert_eq!(rows.len(), 26, "rows about the Code: a new one needs an entry here");
    for (row, period) in &rows {
        let carried = CARRIED.iter().filter(|carried| carried.row == row && period.contains(carried.period)).count();
        let excepted = EXCEPTIONS.iter().filter(|(at, part, _)| at == row && period.contains(part)).count();
        assert_eq!(carried + excepted, lengths(period), "{row}: {period}");
    }
    for (row, period, reason) in EXCEPTIONS {
        assert!(rows.iter().any(|(at, text)| at == row && text.contains(period)), "{row}: {period} ({reason})");
    }
}

#[test]
fn every_deadline_has_the_length_that_the_table_gives() {
    let gpai = gpai();
    for carried in CARRIED {
        let measure = measure(&gpai, carried.measure);
        let deadline = measure.deadlines.iter().find(|deadline| deadline.name == carried.deadline);
        let deadline = deadline.unwrap_or_else(|| panic!("{} has no deadline {}", carried.measure, carried.deadline));
        assert_eq!(deadline.timing, (carried.timing)(length(carried.period)), "{} {}", carried.row, carried.deadline);
    }
}

#[test]
fn no_deadline_has_a_length_that_the_table_does_not_give() {
    let gpai = gpai();
    for (_, _, measure) in gpai.measures() {
        for deadline in measure.deadlines.iter().filter(|deadline| deadline.timing.length().is_some()) {
            let id = measure.id.as_str();
            let known = CARRIED.iter().any(|carried| carried.measure == id && carried.deadline == deadline.name);
            assert!(known, "{id} {}", deadline.name);
        }
    }
}

#[test]
fn the_allowed_delay_of_a_report_is_told_with_its_deadline() {
    let gpai = gpai();
    for name in ["report-access", "updated-report-access"] {
        let report = measure(&gpai, "S.M7.7").deadlines.iter().find(|deadline| deadline.name == name).unwrap();
        assert!(report.note.as_deref().is_some_and(|note| note.contains("15 business days")), "{report:?}");
    }
}

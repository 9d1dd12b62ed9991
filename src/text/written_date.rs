//! Calendar days as people write them above articles, with their year.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};

use crate::model::Span;

const MONTH: &str = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?";

#[expect(clippy::expect_used, reason = "the pattern is part of the program; the tests of this file compile it")]
fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("pattern compiles")
}

static WITH_YEAR: LazyLock<[Regex; 4]> = LazyLock::new(|| {
    [
        pattern(r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?:\b|T)"),
        pattern(&format!(r"(?i)\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH},? (?P<year>(?:19|20)\d\d)\b")),
        pattern(&format!(r"(?i)\b{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b")),
        // Figures alone are read only where day and month cannot be taken for each other.
        pattern(r"\b(?P<first>\d{1,2})[./](?P<second>\d{1,2})[./](?P<year>(?:19|20)\d\d)\b"),
    ]
});

static WITHOUT_YEAR: LazyLock<[Regex; 2]> = LazyLock::new(|| {
    [
        pattern(&format!(r"(?i)\b{MONTH} (?P<day>\d{{1,2}})\b")),
        pattern(&format!(r"(?i)\b(?P<day>\d{{1,2}}) {MONTH}(?:\b|$)")),
    ]
});

/// The first calendar day with a year in a line, and where it stands: "13 November 2025", "Friday November 14 2025",
/// "2025-11-14", "14/11/2025" (not "4/11/2025", which may be two days).
pub fn written_date(line: &str) -> Option<(Span, Date)> {
    let found = WITH_YEAR.iter().flat_map(|form| form.captures_iter(line)).filter_map(|caps| {
        let span = Span::from(caps.get(0)?.range());
        Some((span, Date::new(number(&caps, "year")?, month_of(&caps)?, day_of(&caps)?).ok()?))
    });
    found.min_by_key(|(span, _)| span.start)
}

/// A month and a day without a year: "Aug 16", "16 August".
pub fn written_day(line: &str) -> Option<(i8, i8)> {
    WITHOUT_YEAR.iter().filter_map(|form| form.captures(line)).find_map(|caps| Some((month_of(&caps)?, day_of(&caps)?)))
}

fn number<T: std::str::FromStr>(caps: &Captures<'_>, name: &str) -> Option<T> {
    caps.name(name)?.as_str().parse().ok()
}

fn month_of(caps: &Captures<'_>) -> Option<i8> {
    if let Some(name) = caps.name("month") {
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        let name = name.as_str().to_ascii_lowercase();
        return months.iter().position(|month| name.starts_with(month)).map(|index| index as i8 + 1);
    }
    number(caps, "number").or_else(|| in_figures(caps).map(|(_, month)| month))
}

fn day_of(caps: &Captures<'_>) -> Option<i8> {
    number(caps, "day").or_else(|| in_figures(caps).map(|(day, _)| day))
}

/// Day and month of "14/11" or "11/14".
fn in_figures(caps: &Captures<'_>) -> Option<(i8, i8)> {
    let (first, second): (i8, i8) = (number(caps, "first")?, number(caps, "second")?);
    match (first > 12, second > 12) {
        (true, false) => Some((first, second)),
        (false, true) => Some((second, first)),
        (false, false) if first == second => Some((first, second)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_read_as_written() {
        for (line, expected) in [
            ("13 November 2025", Some(date(2025, 11, 13))),
            ("Friday November 14 2025, 12.01am", Some(date(2025, 11, 14))),
            ("By Ann Lee | Friday, Aug. 15, 2025 | 5:05 p.m.", Some(date(2025, 8, 15))),
            ("Sat 23rd of May 2026 09.00 BST", Some(date(2026, 5, 23))),
            ("2026-02-07T08:00:00Z", Some(date(2026, 2, 7))),
            ("14/11/2025", Some(date(2025, 11, 14))),
            ("4/11/2025", None),
            ("31 February 2025", None),
            ("In 2025", None),
        ] {
            assert_eq!(written_date(line).map(|(_, date)| date), expected, "{line}");
        }
        assert_eq!(written_day("OSLO, Aug 16 (Agency)"), Some((8, 16)));
        assert_eq!(written_day("OSLO, 3 May (Agency)"), Some((5, 3)));
    }
}

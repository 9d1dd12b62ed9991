//! The finder against its table: `tests/data/mentions/time.tsv`.

use jiff::civil::Date;
use proptest::prelude::*;

use super::super::table::{Failures, any_text, in_bounds, rows};
use super::find;
use crate::model::{DateBasis, PublicationDate, TimeKind, TimeMention, TimePrecision, TimeSpan};

/// A stretch as the table writes it: a day, a month, a year, or from..to with its precision.
fn stretch(span: TimeSpan) -> String {
    let (Some(from), Some(to)) = (span.from, span.to) else { return "open".to_owned() };
    let year = from == from.first_of_year() && to == from.last_of_year();
    let month = from == from.first_of_month() && to == from.last_of_month();
    match span.precision {
        TimePrecision::Day if from == to => from.to_string(),
        TimePrecision::Year if year => format!("{}", from.year()),
        TimePrecision::Month if month => from.strftime("%Y-%m").to_string(),
        precision => format!("{from}..{to} {}", format!("{precision:?}").to_lowercase()),
    }
}

/// A time as the table writes it: `words = kind value clock [days] of noun (begins)`.
fn render(text: &str, t: &TimeMention) -> String {
    let mut out = format!("{} = {}", t.span.of(text), format!("{:?}", t.kind).to_lowercase());
    if let Some(value) = t.value {
        out += &format!(" {}", stretch(value));
    } else if t.relative {
        out += " ?";
    }
    if let Some(clock) = t.clock {
        out += &clock.strftime(" %H:%M").to_string();
    }
    if let Some([low, high]) = t.days {
        let round = |days: f64| if days < 2.0 { (days * 1000.0).round() / 1000.0 } else { days.round() };
        out +=
            &if low == high { format!(" [{}d]", round(low)) } else { format!(" [{}..{}d]", round(low), round(high)) };
    }
    if !t.of.is_empty() {
        out += &format!(" of {}", t.of);
    }
    if t.begins && t.kind != TimeKind::Since && t.kind != TimeKind::Age {
        out += " (begins)";
    }
    out
}

fn published(date: &str) -> Option<PublicationDate> {
    date.parse::<Date>().ok().map(|date| PublicationDate { date, basis: DateBasis::Reader })
}

/// Rows here have the publication date first ("-" for none), then the sentence, then what is found.
#[test]
fn the_table_holds() {
    let mut failures = Failures::default();
    for row in rows("time") {
        let found: Vec<String> = find(&row[1], published(&row[0])).iter().map(|t| render(&row[1], t)).collect();
        failures.check(&row[1..], &found);
    }
}

#[test]
fn an_assumed_date_is_told() {
    let date = Date::constant(2026, 5, 22);
    let assumed = |basis| find("They met on Tuesday in 2014.", Some(PublicationDate { date, basis }));
    let flags = |basis| assumed(basis).iter().map(|t| (t.relative, t.assumed_date)).collect::<Vec<_>>();
    assert_eq!(flags(DateBasis::Today), [(true, true), (false, false)]);
    assert_eq!(flags(DateBasis::Metadata), [(true, false), (false, false)]);
}

/// The comparison is the model's; sentences make its cases readable.
#[test]
fn the_table_of_comparisons_holds() {
    let mut failures = Failures::default();
    for row in rows("time-compare") {
        let last = |date: &str, text: &str| find(text, published(date)).pop();
        let (a, b) = (last(&row[0], &row[1]), last(&row[2], &row[3]));
        let both = |a: &TimeMention, b: &TimeMention| {
            assert_eq!(a.compare(b), b.compare(a), "the order does not matter: {row:?}");
            format!("{:?}", a.compare(b)).to_lowercase()
        };
        let found = a.zip(b).map_or("no time".to_owned(), |(a, b)| both(&a, &b));
        failures.check(&[format!("{} | {}", row[1], row[3]), row[4].clone()], &[found]);
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in any_text()) {
        for date in [None, published("2026-01-01")] {
            for time in find(&text, date) {
                in_bounds(&text, time.span);
                prop_assert!(time.days.is_none_or(|[low, high]| low <= high));
                prop_assert!(time.value.is_none_or(|v| v.from <= v.to));
            }
        }
    }
}

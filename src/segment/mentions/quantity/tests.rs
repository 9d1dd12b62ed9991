//! The finder against its tables: `tests/data/mentions/quantity.tsv`.

use proptest::prelude::*;

use super::super::table::{Failures, any_text, in_bounds, rows};
use super::find;
use crate::model::{Bound, Dimension, Quantity, Reading};

/// A quantity as the tables write it: `words = bound value unit of noun per noun (reading)`.
fn render(text: &str, q: &Quantity) -> String {
    let sign = match q.bound {
        Bound::Exact => "",
        Bound::About => "~",
        Bound::Nearly => "<~",
        Bound::AtLeast => ">=",
        Bound::MoreThan => ">",
        Bound::AtMost => "<=",
        Bound::LessThan => "<",
    };
    let number = |value: f64| format!("{}", (value * 1e4).round() / 1e4);
    let mut out = format!("{} = {sign}{}", q.span.of(text), number(q.low));
    if q.high != q.low || q.dimension == Dimension::Score {
        let join = if q.dimension == Dimension::Score { ":" } else { ".." };
        out += &format!("{join}{}", number(q.high));
    }
    out += &match &q.dimension {
        Dimension::Count if q.ordinal => ".".to_owned(),
        Dimension::Count => String::new(),
        Dimension::Money(code) => format!(" {code}"),
        Dimension::Other(name) => format!(" {name}"),
        Dimension::Percent => "%".to_owned(),
        Dimension::Length => " m".to_owned(),
        Dimension::Area => " m2".to_owned(),
        Dimension::Mass => " kg".to_owned(),
        Dimension::Volume => " l".to_owned(),
        Dimension::Speed => " m/s".to_owned(),
        Dimension::Temperature => " C".to_owned(),
        other => format!(" {other:?}").to_lowercase(),
    };
    if !q.of.is_empty() {
        out += &format!(" of {}", q.of);
    }
    if !q.per.is_empty() {
        out += &format!(" per {}", q.per);
    }
    match q.reading {
        Reading::Value => out,
        Reading::Change => out + " (change)",
        Reading::Earlier => out + " (earlier)",
        Reading::Whole => out + " (whole)",
    }
}

#[test]
fn the_table_holds() {
    let mut failures = Failures::default();
    for row in rows("quantity") {
        let found: Vec<String> = find(&row[0]).iter().map(|q| render(&row[0], q)).collect();
        failures.check(&row, &found);
    }
}

/// The comparison is the model's; sentences make its cases readable.
#[test]
fn the_table_of_comparisons_holds() {
    let mut failures = Failures::default();
    for row in rows("quantity-compare") {
        let last = |text: &str| find(text).pop();
        let (a, b) = (last(&row[0]), last(&row[1]));
        let both = |a: &Quantity, b: &Quantity| {
            assert_eq!(a.compare(b), b.compare(a), "the order does not matter: {row:?}");
            format!("{:?}", a.compare(b)).to_lowercase()
        };
        let found = a.zip(b).map_or("no quantity".to_owned(), |(a, b)| both(&a, &b));
        failures.check(&[format!("{} | {}", row[0], row[1]), row[2].clone()], &[found]);
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in any_text()) {
        for quantity in find(&text) {
            in_bounds(&text, quantity.span);
            prop_assert!(quantity.low <= quantity.high || quantity.dimension == Dimension::Score);
            prop_assert!(quantity.step > 0.0);
        }
    }
}

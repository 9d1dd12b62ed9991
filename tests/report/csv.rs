//! CSV: a row a claim, three columns a source.

use counterpoint::model::{Review, Span};
use counterpoint::report::Options;
use jiff::civil::date;
use proptest::prelude::*;

use super::options::three;
use super::{comparison, hostile, render};

/// Rows of cells, as RFC 4180 has them.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let text = csv.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(letters.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(!quoted && cell.is_empty() && row.is_empty(), "the last line is not closed");
    rows
}

#[test]
fn a_claim_is_a_row_and_a_source_three_columns() {
    let rows = rows(&render("csv", &three(), &Review::default(), &Options::on(date(2025, 12, 24))));
    assert_eq!(rows.len(), 1 + 5);
    assert_eq!(rows[0][..6], ["claim", "title", "status", "independent sources", "differs in", "why"]);
    assert_eq!(rows[0][6..9], ["A Anna: stance", "A Anna: paragraphs", "A Anna: words"]);
    let venue = ["1", "Venue title", "disputed", "1", "date", "“Venue”: here (A) or there (B) (clear)"];
    assert_eq!(rows[1][..6], venue);
    assert_eq!(rows[1][6..9], ["conflicts", "1", "Venue as Anna has it."]);
    assert_eq!(rows[1][12..15], ["agrees", "1", "Venue as Carla has it."]);
    assert_eq!(rows[3][6..], ["only here", "3", "Alone as Anna has it.", "silent", "", "", "silent", "", ""]);
}

proptest! {
    #[test]
    fn no_article_changes_the_table_or_becomes_a_formula(text in hostile()) {
        prop_assume!(!text.trim().is_empty());
        let (mut comparison, review) = comparison(&text, Span::new(0, 1));
        comparison.claims = three().claims;
        for claim in &mut comparison.claims {
            claim.statements.retain(|at| at.source.0 < 2);
            claim.title.clone_from(&text);
        }
        comparison.claims.retain(|claim| !claim.statements.is_empty());
        for (id, claim) in (0..).zip(&mut comparison.claims) {
            claim.id = counterpoint::model::ClaimId(id);
            claim.pairs.retain(|&pair| pair < 2);
        }
        let rows = rows(&render("csv", &comparison, &review, &Options::on(date(2025, 12, 24))));
        prop_assert_eq!(rows.len(), 1 + comparison.claims.len());
        for row in &rows {
            prop_assert_eq!(row.len(), 6 + 2 * 3);
            for cell in row {
                prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell:?}");
            }
        }
    }
}

//! CSV for spreadsheets: one row a claim, and for every source how it stands to the claim, where and in which words.
//!
//! As RFC 4180 has it (comma, quotation marks doubled, lines end in CR LF), in UTF-8 with a byte order mark, without
//! which spreadsheets take it for another encoding. Several statements of one cell stand on lines of their own. Text that
//! a spreadsheet would take for a formula gets an apostrophe in front
//! (<https://owasp.org/www-community/attacks/CSV_Injection>); else quotations are word for word, white space folded.

use super::{ReportFormat, View, phrases};
use crate::model::{Claim, ClaimStanding, ClaimStatus, Pair, Reason, Relation, SourceId, Standing, StatementRef};

/// See the [module](self).
pub(super) struct Csv;

impl ReportFormat for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn title(&self) -> &'static str {
        "CSV"
    }

    fn extension(&self) -> &'static str {
        "csv"
    }

    fn description(&self) -> &'static str {
        "a row a claim with what every source says of it, for spreadsheets"
    }

    fn text(&self, view: &View<'_>) -> String {
        let mut out = "\u{FEFF}".to_owned();
        let columns = ["claim", "title", "status", "independent sources", "differs in", "why"].map(str::to_owned);
        let by_source = view.sources.iter().flat_map(|&id| {
            let name = format!("{} {}", id.letter(), view.comparison.source(id).document.origin.file_name);
            ["stance", "paragraphs", "words"].map(|column| format!("{name}: {column}"))
        });
        row(&mut out, columns.into_iter().chain(by_source));
        for (claim, standing) in &view.claims {
            let differences = differences(view, claim);
            if !view.options.scope.is_differences() || !differences.is_empty() {
                row(&mut out, cells(view, claim, standing, &differences));
            }
        }
        out
    }
}

/// The pairs that contradict and of which the claim holds a statement at least, those within one source among them.
fn differences<'a>(view: &'a View<'_>, claim: &Claim) -> Vec<&'a (&'a Pair, Standing<'a>)> {
    let holds = |at: StatementRef| view.claim_of(at) == Some(claim.id);
    let pairs = view.pairs.iter().chain(&view.within);
    pairs
        .filter(|(pair, standing)| {
            standing.relation == Some(Relation::Contradiction)
                && (holds(pair.alignment.left) || holds(pair.alignment.right))
        })
        .collect()
}

fn cells<'a>(
    view: &View<'a>,
    claim: &'a Claim,
    standing: &ClaimStanding,
    differences: &[&(&Pair, Standing<'_>)],
) -> Vec<String> {
    let status = match standing.status {
        ClaimStatus::Disputed => "disputed",
        ClaimStatus::Corroborated => "corroborated",
        ClaimStatus::SingleSource => "single-source",
    };
    let found = differences.iter().flat_map(|(pair, standing)| {
        let argues = |reason: &&Reason| pair.verdict.argued_by(reason) == Relation::Contradiction;
        pair.verdict.reasons.iter().filter(argues).map(|reason| (reason, *pair, standing.strength))
    });
    let (mut kinds, mut reasons) = (Vec::new(), Vec::new());
    for (found, pair, strength) in found {
        let other = [pair.alignment.left, pair.alignment.right].map(|at| view.claim_of(at));
        let elsewhere = other.into_iter().flatten().find(|&id| id != claim.id);
        let place = elsewhere.map_or_else(String::new, |id| format!(", with claim {}", id.0 + 1));
        let reason =
            format!("{} ({}{place})", folded(&view.comparison.because(pair, found)), phrases::strength(strength));
        let kind = found.kind.name().to_owned();
        for (list, item) in [(&mut kinds, kind), (&mut reasons, reason)] {
            if !list.contains(&item) {
                list.push(item);
            }
        }
    }
    let mut row = vec![
        (claim.id.0 + 1).to_string(),
        view.title(claim).to_owned(),
        status.to_owned(),
        standing.independent.to_string(),
        kinds.join("\n"),
        reasons.join("\n"),
    ];
    for &source in &view.sources {
        row.extend(of_source(view, standing, source));
    }
    row
}

/// Stance, paragraphs and words of a source; nothing but the stance where it is silent.
fn of_source(view: &View<'_>, standing: &ClaimStanding, source: SourceId) -> [String; 3] {
    let Some(cell) = standing.cells.iter().find(|cell| cell.source == source) else {
        return ["silent".to_owned(), String::new(), String::new()];
    };
    let mut paragraphs: Vec<String> = cell.statements.iter().map(|&at| view.paragraph(at).to_string()).collect();
    paragraphs.dedup();
    let words: Vec<String> = cell.statements.iter().map(|&at| folded(view.words(at).0)).collect();
    let itself = if cell.disputes_itself { "; contradicts itself" } else { "" };
    [format!("{}{itself}", phrases::stance(cell.stance)), paragraphs.join(", "), words.join("\n")]
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn row(out: &mut String, cells: impl IntoIterator<Item = String>) {
    let cells: Vec<String> = cells.into_iter().map(|cell| field(&cell)).collect();
    *out += &cells.join(",");
    *out += "\r\n";
}

/// A field, harmless to spreadsheets, in quotation marks where RFC 4180 asks for them.
fn field(text: &str) -> String {
    let text = if is_formula(text) { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// Whether a spreadsheet may compute it: what begins with such a sign, behind white space, too, or in its full width.
fn is_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n'])
        || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\u{2212}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a reader as RFC 4180 describes it sees.
    fn parse(csv: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
        let (mut quoted, mut letters) = (false, csv.chars().peekable());
        while let Some(c) = letters.next() {
            match c {
                '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(std::mem::take(&mut cell)),
                '\r' if !quoted && letters.next_if_eq(&'\n').is_some() => {
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                c => cell.push(c),
            }
        }
        assert!(!quoted && row.is_empty() && cell.is_empty(), "the last line is not closed");
        rows
    }

    #[test]
    fn fields_are_quoted_where_they_must_be() {
        let mut out = String::new();
        row(&mut out, ["plain", "a, b", "say \"so\"", "two\nlines", ""].map(str::to_owned));
        assert_eq!(out, "plain,\"a, b\",\"say \"\"so\"\"\",\"two\nlines\",\r\n");
    }

    #[test]
    fn formulas_are_disarmed() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\r=1", "=HYPERLINK(\"x\",\"y\")"] {
            let mut out = String::new();
            row(&mut out, [text.to_owned()]);
            assert_eq!(parse(&out), [[format!("'{text}")]]);
        }
        for text in ["1-1", "a = b", "“=1”", "5 percent", "'tis"] {
            assert!(!is_formula(text), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_comes_back(rows in proptest::collection::vec(proptest::collection::vec("[=+@,\"\\r\\n \\PC-]{0,12}", 3), 1..4)) {
            let mut out = String::new();
            for cells in &rows {
                row(&mut out, cells.iter().cloned());
            }
            let parsed = parse(&out);
            proptest::prop_assert_eq!(parsed.len(), rows.len());
            for (cell, given) in parsed.iter().flatten().zip(rows.iter().flatten()) {
                let guarded = if is_formula(given) { format!("'{given}") } else { given.clone() };
                proptest::prop_assert_eq!(cell, &guarded);
                proptest::prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
            }
        }
    }
}

//! What a pane shows, in order: one row a block, very long blocks cut into several.
//!
//! A row is laid out as a whole, so its length bounds what a frame can cost.

use std::ops::Range;

use crate::model::{BlockKind, Source, Span, StatementId};

/// Longest row, in bytes. Paragraphs of articles are far shorter; a file without line breaks is not.
const LONGEST: usize = 3000;

/// A stretch of the document that is laid out as one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Where it stands in the document's text.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: BlockKind,
    /// Indices of the statements that have words in it.
    pub(super) statements: Range<usize>,
    /// Whether it is the second or a later part of a block that was cut.
    pub(super) continued: bool,
    /// Number of characters.
    pub(super) chars: usize,
}

/// All rows of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rows {
    rows: Vec<Row>,
    /// The row in which each statement begins.
    row_of: Vec<usize>,
}

impl Rows {
    /// Cuts a source into rows.
    pub(super) fn new(source: &Source) -> Self {
        let text = &*source.document.text;
        let statements = &source.statements;
        let mut out = Self { rows: Vec::with_capacity(source.blocks.len()), row_of: vec![0; statements.len()] };
        let mut first = 0;
        for block in source.blocks.iter().filter(|block| !block.span.is_empty()) {
            let ends = statements[first..].iter().map(|s| s.span.end).take_while(|&end| end <= block.span.end);
            for span in cut(text, block.span, ends) {
                while first < statements.len() && statements[first].span.end <= span.start {
                    first += 1;
                }
                let overlapping = statements[first..].iter().take_while(|s| s.span.start < span.end).count();
                for (i, statement) in statements.iter().enumerate().skip(first).take(overlapping) {
                    if statement.span.start >= span.start {
                        out.row_of[i] = out.rows.len();
                    }
                }
                out.rows.push(Row {
                    span,
                    kind: block.kind,
                    statements: first..first + overlapping,
                    continued: span.start > block.span.start,
                    chars: span.of(text).chars().count(),
                });
            }
        }
        out
    }

    /// Number of rows.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// One row.
    pub(super) fn get(&self, row: usize) -> &Row {
        &self.rows[row]
    }

    /// All rows in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter()
    }

    /// The row in which a statement begins.
    pub(super) fn row_of(&self, statement: StatementId) -> usize {
        self.row_of.get(statement.0 as usize).copied().unwrap_or_default()
    }

    /// The row that holds a byte of the document, or the one before it.
    pub(super) fn row_at_byte(&self, byte: usize) -> usize {
        self.rows.partition_point(|row| row.span.start <= byte).saturating_sub(1)
    }
}

/// Cuts a block into stretches of at most [`LONGEST`] bytes: after a statement if one ends in time, else after white
/// space, else between two characters.
fn cut(text: &str, block: Span, statement_ends: impl Iterator<Item = usize>) -> Vec<Span> {
    if block.len() <= LONGEST {
        return vec![block];
    }
    let ends: Vec<usize> = statement_ends.collect();
    let mut out = Vec::new();
    let mut start = block.start;
    while block.end - start > LONGEST {
        let limit = text.floor_char_boundary(start + LONGEST);
        let after_statement = ends[..ends.partition_point(|&end| end <= limit)].last().copied();
        let end = after_statement
            .filter(|&end| end > start)
            .or_else(|| text[start..limit].rfind(char::is_whitespace).map(|i| start + i))
            .filter(|&end| end > start)
            .unwrap_or(limit);
        out.push(Span::new(start, end));
        let blank = text[end..block.end].find(|c: char| !c.is_whitespace()).unwrap_or(block.end - end);
        start = end + blank;
    }
    if start < block.end {
        out.push(Span::new(start, block.end));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::views::pair::fixture;

    #[test]
    fn one_row_a_block_and_statements_find_their_row() {
        let source = fixture::source(&["A title", "First point. Second point.", "Third."]);
        let rows = Rows::new(&source);
        let shown: Vec<_> = rows.iter().map(|row| row.span.of(&source.document.text)).collect();
        assert_eq!(shown, ["A title", "First point. Second point.", "Third."]);
        assert_eq!(rows.get(1).statements, 1..3);
        let found: Vec<_> = (0..4).map(|i| rows.row_of(StatementId(i))).collect();
        assert_eq!(found, [0, 1, 1, 2]);
        assert_eq!(rows.row_at_byte(source.statements[2].span.start + 3), 1);
    }

    #[test]
    fn a_block_without_end_is_cut_between_statements() {
        let long = "Every sentence of this file stands on one line. ".repeat(400);
        let source = fixture::source(&[&long]);
        let rows = Rows::new(&source);
        assert!(rows.len() > 5);
        assert!(rows.iter().all(|row| row.span.len() <= LONGEST && row.span.of(&source.document.text).ends_with('.')));
        let covered: usize = rows.iter().map(|row| row.statements.len()).sum();
        assert_eq!(covered, source.statements.len(), "every statement lies in one row");
        assert!(!rows.get(0).continued && rows.get(1).continued);
    }

    #[test]
    fn a_statement_longer_than_a_row_spreads_over_several() {
        let source = fixture::source(&["é".repeat(4000).as_str()]);
        let rows = Rows::new(&source);
        assert_eq!(rows.iter().map(|row| row.span.len()).sum::<usize>(), 8000);
        assert!(rows.iter().all(|row| row.statements == (0..1)));
        assert_eq!(rows.row_of(StatementId(0)), 0);
    }
}

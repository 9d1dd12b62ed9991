//! Blocks to statements.

use super::labels::{self, bullet, colon_label, title_label};
use super::sentences::{sentences, trimmed};
use super::tables::{inside, is_row, row_label};
use crate::model::{Block, BlockKind, Mentions, Span, Statement, StatementId, StatementKind};
use crate::text::dateline;

/// The statements of all blocks, in order, without mentions. Each lies in its block.
pub(super) fn statements(text: &str, blocks: &[Block]) -> Vec<Statement> {
    let mut out = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        for found in split(block.span.of(text), block.kind) {
            out.push(Statement {
                id: StatementId(out.len() as u32),
                span: found.span.shifted(block.span.start),
                kind: found.kind,
                block: index as u32,
                label: found.label,
                mentions: Mentions::default(),
            });
        }
    }
    out
}

/// A statement in its block.
struct Found {
    span: Span,
    kind: StatementKind,
    label: Option<Span>,
}

fn split(block: &str, kind: BlockKind) -> Vec<Found> {
    let whole = |kind| vec![Found { span: Span::new(0, block.len()), kind, label: None }];
    match kind {
        BlockKind::Heading => whole(StatementKind::Heading),
        BlockKind::Question => whole(StatementKind::Question),
        BlockKind::Byline | BlockKind::Boilerplate => whole(StatementKind::Boilerplate),
        BlockKind::TableRow => vec![row(block)],
        BlockKind::Paragraph => running(block, StatementKind::Sentence),
        BlockKind::Caption => running(block, StatementKind::Caption),
        BlockKind::ListItem => running(block, StatementKind::ListItem),
    }
}

fn row(block: &str) -> Found {
    let span = if is_row(block) { Span::from(inside(block)) } else { Span::new(0, block.len()) };
    let words = span.of(block);
    let label = if is_row(block) {
        row_label(words).map(|end| Span::new(0, end))
    } else {
        labels::row_label(words).or_else(|| title_label(words)).map(|label| Span::new(0, label.end))
    };
    Found { span, kind: StatementKind::TableCell, label }
}

/// The sentences of a block, with what stands before the first of them. A dateline is a statement of its own, so that the
/// place where a report was filed is not read as a place it speaks of.
fn running(block: &str, kind: StatementKind) -> Vec<Found> {
    let mut out = Vec::new();
    let mut start = 0;
    if kind == StatementKind::Sentence
        && let Some(end) = dateline(block).map(|found| found.len)
    {
        out.push(Found { span: trimmed(block, Span::new(0, end)), kind: StatementKind::Boilerplate, label: None });
        start = end;
    }
    // The number of a list item is not the end of a sentence.
    let mark = bullet(&block[start..]).unwrap_or_default();
    let first = out.len();
    for span in sentences(&block[start + mark..]) {
        let span = span.shifted(start + mark);
        let kind = if is_question(span.of(block)) { StatementKind::Question } else { kind };
        out.push(Found { span, kind, label: None });
    }
    if let Some(found) = out.get_mut(first) {
        let words = found.span.of(block);
        let label = colon_label(words).map_or(0, |label| label.end);
        let bulleted = found.span.start - start;
        let length = if label > 0 { bulleted + label } else { mark };
        found.span.start = start;
        found.label = (length > 0).then(|| Span::new(0, length));
    }
    out
}

/// Asks, and so claims nothing: ends in a question mark that is not part of what somebody is said to have asked.
fn is_question(sentence: &str) -> bool {
    let bare = sentence.trim_end_matches(['"', '\u{201d}', '\u{2019}', '\'', ')']);
    bare.ends_with('?')
        && (bare.len() == sentence.len() || sentence.starts_with(['"', '\u{201c}', '\u{2018}', '\'', '(']))
}

//! Document to statements: refines blocks, finds sentences, tells boilerplate, and extracts mentions.

mod mentions;

use std::sync::Arc;

use crate::model::{Block, BlockKind, Document, Mentions, Source, Span, Statement, StatementId, StatementKind};

/// Finds the statements of a document and what they speak of. Never fails: what it cannot make sense of stays readable.
pub fn segment(document: Arc<Document>) -> Source {
    let text = Arc::clone(&document.text);
    let (mut blocks, mut statements) = (Vec::new(), Vec::new());
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.trim_end().len());
        at += line.len();
        if span.is_empty() {
            continue;
        }
        let block = blocks.len() as u32;
        blocks.push(Block { span, kind: BlockKind::Paragraph });
        let mut start = span.start;
        for piece in span.of(&text).split_inclusive(". ") {
            let span = Span::new(start, start + piece.trim_end().len());
            start += piece.len();
            let id = StatementId(statements.len() as u32);
            statements.push(Statement {
                id,
                span,
                kind: StatementKind::Sentence,
                block,
                label: None,
                mentions: Mentions::default(),
            });
        }
    }
    mentions::fill(&document, &mut statements);
    Source { document, blocks, statements }
}

//! Small sources and comparisons for the tests of the pair view.

use std::sync::Arc;

use crate::model::{
    Alignment, Block, BlockKind, Comparison, Document, Mentions, Origin, Pair, Relation, Source, SourceId, Span,
    Statement, StatementId, StatementKind, StatementRef, Strength, Verdict,
};

/// A source of the given paragraphs; a statement ends after each full stop.
pub(super) fn source(paragraphs: &[&str]) -> Source {
    let text: Arc<str> = paragraphs.join("\n\n").into();
    let (mut blocks, mut statements) = (Vec::new(), Vec::new());
    let mut at = 0;
    for paragraph in paragraphs {
        let block = Span::new(at, at + paragraph.trim_end().len());
        at += paragraph.len() + 2;
        let mut start = block.start;
        for piece in block.of(&text).split_inclusive('.') {
            let end = start + piece.len();
            statements.push(Statement {
                id: StatementId(statements.len() as u32),
                span: Span::new(start + (piece.len() - piece.trim_start().len()), end),
                kind: StatementKind::Sentence,
                block: blocks.len() as u32,
                label: None,
                mentions: Mentions::default(),
            });
            start = end;
        }
        blocks.push(Block { span: block, kind: BlockKind::Paragraph });
    }
    let document = Document {
        title: "A title".to_owned(),
        origin: Origin::default(),
        language: "en".to_owned(),
        text,
        blocks: Vec::new(),
        warnings: Vec::new(),
    };
    Source { document: Arc::new(document), blocks, statements }
}

/// Two sources without pairs.
pub(super) fn comparison(left: &[&str], right: &[&str]) -> Comparison {
    Comparison { sources: vec![source(left), source(right)], ..Comparison::default() }
}

/// Adds a clear contradiction between a statement of the left and one of the right source.
pub(super) fn contradict(comparison: &mut Comparison, left: u32, right: u32) {
    let at = |source, statement| StatementRef { source: SourceId(source), statement: StatementId(statement) };
    comparison.pairs.push(Pair {
        alignment: Alignment::new(at(0, left), at(1, right), 0.5),
        verdict: Verdict {
            relation: Relation::Contradiction,
            strength: Strength::Clear,
            confidence: 1.0,
            reasons: Vec::new(),
        },
    });
}

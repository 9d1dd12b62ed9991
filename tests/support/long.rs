//! A comparison as long as a book, to see what length costs.

use std::sync::Arc;

use counterpoint::model::{
    Alignment, Block, BlockKind, Comparison, Directions, Document, Finding, Kind, Mentions, Origin, Pair, Relation,
    Source, SourceId, Span, Statement, StatementId, StatementKind, StatementRef, Strength, Verdict,
};

const WORDS: [&str; 24] = [
    "the",
    "committee",
    "of",
    "reported",
    "an",
    "increase",
    "in",
    "harbour",
    "traffic",
    "and",
    "which",
    "evidence",
    "from",
    "Tuesday",
    "per",
    "cent",
    "moreover",
    "a",
    "however",
    "minister",
    "told",
    "reporters",
    "bridge",
    "closed",
];

/// Numbers that look random and are always the same.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

fn source(name: &str, count: usize, numbers: &mut Numbers) -> Source {
    let (mut text, mut blocks, mut statements) = (String::new(), Vec::new(), Vec::new());
    while statements.len() < count {
        let start = text.len();
        for _ in 0..=numbers.below(4) {
            let from = text.len();
            for word in 0..8 + numbers.below(20) {
                text.push_str(if word > 0 { " " } else { "" });
                text.push_str(WORDS[numbers.below(WORDS.len() as u64) as usize]);
            }
            text.push('.');
            statements.push(Statement {
                id: StatementId(statements.len() as u32),
                span: Span::new(from, text.len()),
                kind: StatementKind::Sentence,
                block: blocks.len() as u32,
                label: None,
                mentions: Mentions::default(),
            });
            text.push(' ');
        }
        blocks.push(Block { span: Span::new(start, text.len() - 1), kind: BlockKind::Paragraph });
        text.push('\n');
    }
    let origin = Origin { file_name: name.to_owned(), sha256: name.to_owned(), ..Origin::default() };
    let document = Document {
        title: name.to_owned(),
        origin,
        language: "en".to_owned(),
        text: text.into(),
        blocks: Vec::new(),
        warnings: Vec::new(),
    };
    Source { document: Arc::new(document), blocks, statements }
}

/// Two sources of at least `count` statements each; two of three statements have a counterpart near their own place.
pub(crate) fn comparison(count: usize) -> Comparison {
    let mut numbers = Numbers(7);
    let sources = vec![source("left", count, &mut numbers), source("right", count, &mut numbers)];
    let at =
        |source, statement: usize| StatementRef { source: SourceId(source), statement: StatementId(statement as u32) };
    let mut pairs = Vec::new();
    for left in 0..count {
        if numbers.below(3) == 0 {
            continue;
        }
        let right = (left + numbers.below(9) as usize).saturating_sub(4).min(count - 1);
        let (relation, strength) = match numbers.below(10) {
            0 => (Relation::Contradiction, Strength::Clear),
            1 => (Relation::Contradiction, Strength::Possible),
            _ => (Relation::Agreement, Strength::Clear),
        };
        let words = Span::new(0, 12);
        let finding = Finding {
            checker: "long".into(),
            relation,
            kind: Kind::Wording,
            strength,
            left: words,
            right: words,
            because: "Made up to be long.".to_owned(),
        };
        pairs.push(Pair {
            alignment: Alignment {
                left: at(0, left),
                right: at(1, right),
                similarity: 0.6,
                cosine: None,
                entailment: Directions::default(),
            },
            verdict: Verdict { relation, strength, confidence: 0.9, findings: vec![finding] },
        });
    }
    Comparison { sources, pairs, ..Comparison::default() }
}

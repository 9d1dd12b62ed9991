//! A comparison as long as a book, to see what length costs.

use std::sync::Arc;

use counterpoint::model::{
    Alignment, Block, BlockKind, Caveats, CheckerId, Claim, ClaimId, Comparison, Detail, Document, Kind, Mentions,
    Origin, Pair, Reason, Relation, Source, SourceId, Span, Statement, StatementId, StatementKind, StatementRef,
    Strength, Verdict,
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
        pairs.push(pair(at(0, left), at(1, right), &mut numbers));
    }
    Comparison { sources, pairs, ..Comparison::default() }
}

/// A pair that agrees, or, one in five, contradicts, clearly or possibly.
fn pair(left: StatementRef, right: StatementRef, numbers: &mut Numbers) -> Pair {
    let (relation, strength) = match numbers.below(10) {
        0 => (Relation::Contradiction, Strength::Clear),
        1 => (Relation::Contradiction, Strength::Possible),
        _ => (Relation::Agreement, Strength::Clear),
    };
    let words = Span::new(0, 12);
    let reason = Reason {
        checker: CheckerId::Wording,
        kind: Kind::Wording,
        left: words,
        right: words,
        detail: Detail::RuleOut,
        caveats: Caveats::default(),
    };
    Pair {
        alignment: Alignment::new(left, right, 0.6),
        verdict: Verdict { relation, strength, confidence: 0.9, reasons: vec![reason] },
    }
}

/// So many claims of so many sources: each is made by one to six of them, one in fifty by all.
pub(crate) fn claims(count: usize, sources: usize) -> Comparison {
    let mut numbers = Numbers(11);
    let mut members: Vec<Vec<StatementRef>> = Vec::new();
    let mut said = vec![0u32; sources];
    for _ in 0..count {
        let speakers = if numbers.below(50) == 0 { sources } else { 1 + numbers.below(6) as usize };
        let first = numbers.below(sources as u64) as usize;
        let mut of: Vec<usize> = (0..speakers.min(sources)).map(|i| (first + i) % sources).collect();
        of.sort_unstable();
        members.push(
            of.into_iter()
                .map(|source| {
                    said[source] += 1;
                    StatementRef { source: SourceId(source as u32), statement: StatementId(said[source] - 1) }
                })
                .collect(),
        );
    }
    let make = |(i, &statements): (usize, &u32)| source(&format!("source {i}"), statements as usize, &mut numbers);
    let sources = said.iter().enumerate().map(make).collect();
    let mut comparison = Comparison { sources, ..Comparison::default() };
    for (id, statements) in (0..).zip(members) {
        let pairs: Vec<Pair> = statements.windows(2).map(|two| pair(two[0], two[1], &mut numbers)).collect();
        let first = comparison.pairs.len();
        comparison.pairs.extend(pairs);
        let words: Vec<&str> = comparison.text(statements[0]).split(' ').take(9).collect();
        comparison.claims.push(Claim {
            id: ClaimId(id),
            title: words.join(" "),
            central: statements[0],
            pairs: (first..comparison.pairs.len()).collect(),
            crossing: Vec::new(),
            within: Vec::new(),
            statements,
        });
    }
    comparison
}

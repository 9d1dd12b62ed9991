//! Comparisons made by hand in which sources date things, alike and differently.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a failed unwrap is a failed test")]

use std::sync::Arc;

use counterpoint::model::{
    Alignment, Caveats, CheckerId, Comparison, DateBasis, Detail, Document, Kind, Origin, Pair, PublicationDate,
    Reason, Relation, SourceId, Span, StatementRef, Strength, Verdict,
};
use counterpoint::segment::segment;
use counterpoint::timeline::timeline;
use jiff::civil::date;

const GAZETTE: &str = "Envoys met in Lisbon on Tuesday to end the war in Arvenia. The war in Arvenia began in 2014, when \
    rebels seized the northern mines. A first truce was signed on 5 March 2015. The envoys arrived on 30 November 2025. \
    The talks go on until Friday. A treaty could be ready by June 2026.";
const HERALD: &str = "Envoys met in Lisbon on Wednesday to end the war in Arvenia. They want an end to the nearly \
    four-year-old war. Shelling went on last week. The northern mines have been closed since 2022. Talks resume next \
    week. Elections were last held in the 1990s.";
const POST: &str = "Nobody in the harbour expects the war to end. The fishermen have heard of truces before.";

fn document(title: &str, basis: DateBasis, text: &str) -> Arc<Document> {
    let published = PublicationDate { date: date(2025, 12, 4), basis };
    let origin = Origin {
        file_name: format!("{title}.txt"),
        published: Some(published),
        sha256: title.to_owned(),
        ..Origin::default()
    };
    let (title, language) = (title.to_owned(), "en".to_owned());
    Arc::new(Document { title, origin, language, text: text.into(), blocks: Vec::new(), warnings: Vec::new() })
}

/// Words of a statement of a source.
fn find(comparison: &Comparison, source: u32, words: &str) -> (StatementRef, Span) {
    let of = &comparison.sources[source as usize];
    let statement = of.statements.iter().find(|s| of.text_of(s).contains(words)).expect("the words are there");
    let start = of.text_of(statement).find(words).unwrap();
    (StatementRef { source: SourceId(source), statement: statement.id }, Span::new(start, start + words.len()))
}

fn contradict(comparison: &mut Comparison, words: [&str; 2], kind: Kind, strength: Strength) {
    let (left, a) = find(comparison, 0, words[0]);
    let (right, b) = find(comparison, 1, words[1]);
    let relation = Relation::Contradiction;
    let (checker, detail) = (CheckerId::Date, Detail::Differ { what: None, left: None, right: None });
    let reason = Reason { checker, kind, left: a, right: b, detail, caveats: Caveats::default() };
    let alignment = Alignment::new(left, right, 0.8);
    let verdict = Verdict { relation, strength, confidence: 0.9, reasons: vec![reason] };
    comparison.pairs.push(Pair { alignment, verdict });
}

/// Three reports on a war: two date its beginning and a meeting differently, the third dates nothing.
pub(crate) fn comparison() -> Comparison {
    let documents = [
        document("Shore Gazette", DateBasis::Metadata, GAZETTE),
        document("Inland Herald", DateBasis::FileModified, HERALD),
        document("Harbour Post", DateBasis::Metadata, POST),
    ];
    let mut comparison = Comparison { sources: documents.into_iter().map(segment).collect(), ..Comparison::default() };
    contradict(&mut comparison, ["on Tuesday", "on Wednesday"], Kind::Date, Strength::Possible);
    contradict(&mut comparison, ["in 2014", "nearly four-year-old"], Kind::Duration, Strength::Clear);
    comparison.timeline = timeline(&comparison);
    comparison
}

/// Sources without a date.
pub(crate) fn undated() -> Comparison {
    let documents = [
        document("Harbour Post", DateBasis::Metadata, POST),
        document("Quay Echo", DateBasis::Metadata, "No one expects an end."),
    ];
    Comparison { sources: documents.into_iter().map(segment).collect(), ..Comparison::default() }
}

/// `sources` reports with `count` events each, most of them within a month.
pub(crate) fn many(sources: usize, count: usize) -> Comparison {
    let text = |source: usize| {
        let sentence = |i: usize| {
            let (at, n) = (i * 7919 + source * 31, i + 1);
            match at % 10 {
                0 => format!("Mine {n} of the north was opened in {}. ", 1950 + at % 70),
                1 => format!("Mine {n} of the north has been closed since {}. ", 1990 + at % 30),
                _ => format!("Shell {n} hit the harbour on {} December 2025. ", 1 + at % 28),
            }
        };
        (0..count).map(sentence).collect::<String>()
    };
    let documents = (0..sources).map(|i| document(&format!("Report {i}"), DateBasis::Metadata, &text(i)));
    let mut comparison = Comparison { sources: documents.map(segment).collect(), ..Comparison::default() };
    comparison.timeline = timeline(&comparison);
    comparison
}

//! A comparison made by hand, so that pictures and interface tests do not change with the engine's judgement.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a failed unwrap is a failed test")]

use std::sync::Arc;

use counterpoint::model::{
    Alignment, Caveats, CheckerId, Comparison, DateBasis, Detail, Document, End, Kind, Origin, Pair, PublicationDate,
    Reason, Relation, SourceId, Span, Statement, StatementRef, Strength, Verdict,
};
use counterpoint::segment::segment;

const LEFT: &str = include_str!("../data/story/left.txt");
const RIGHT: &str = include_str!("../data/story/right.txt");

fn document(title: &str, publisher: &str, day: i8, text: &str) -> Arc<Document> {
    let published = PublicationDate { date: jiff::civil::date(2025, 10, day), basis: DateBasis::Metadata };
    let origin = Origin {
        file_name: format!("{publisher}.txt"),
        publisher: Some(publisher.to_owned()),
        published: Some(published),
        sha256: publisher.to_owned(),
        ..Origin::default()
    };
    Arc::new(Document {
        title: title.to_owned(),
        origin,
        language: "en".to_owned(),
        text: text.into(),
        blocks: Vec::new(),
        warnings: Vec::new(),
    })
}

/// One pair: words that name the statement on each side, the words that decide, and the reason.
struct Row<'a>(&'a str, &'a str, Relation, Strength, Kind, Detail);

/// Marks the deciding words in a statement's words: "closed for [nine days]".
fn find(comparison: &Comparison, source: u32, marked: &str) -> (StatementRef, Span) {
    let plain = marked.replace(['[', ']'], "");
    let words = |s: &Statement| comparison.sources[source as usize].text_of(s).to_owned();
    let statements = &comparison.sources[source as usize].statements;
    let statement = statements.iter().find(|s| words(s).contains(&plain)).unwrap_or_else(|| panic!("no {plain:?}"));
    let at = words(statement).find(&plain).unwrap_or_default();
    let span = match (marked.find('['), marked.find(']')) {
        (Some(from), Some(to)) => Span::new(at + from, at + to - 1),
        _ => Span::default(),
    };
    (StatementRef { source: SourceId(source), statement: statement.id }, span)
}

/// Two reports on a storm, with two contradictions, one possible, agreements and more.
pub(crate) fn comparison() -> Comparison {
    use Relation::{Agreement, Contradiction, Related};
    use Strength::{Clear, Possible};
    let documents = [
        document("Storm cuts off Hollow Bay", "Shore Gazette", 14, LEFT),
        document("Coast road closed after night of gales", "Inland Post", 15, RIGHT),
    ];
    let sources = documents.into_iter().map(segment).collect();
    let mut comparison = Comparison { sources, ..Comparison::default() };
    let differ = |what: &str| Detail::Differ { what: Some(what.to_owned()), left: None, right: None };
    let speak = |words: &[&str]| Detail::Speak { words: words.iter().map(|&word| word.to_owned()).collect() };
    let rows = [
        Row(
            "reached the coast on [Monday night]",
            "came ashore on [Monday night]",
            Agreement,
            Clear,
            Kind::Date,
            Detail::Same { what: None },
        ),
        Row(
            "[forty-one] families had to leave",
            "evacuation of [26] households",
            Contradiction,
            Clear,
            Kind::Number,
            differ("families that had to leave"),
        ),
        Row(
            "wind of [148 kilometres] an hour",
            "gusts of [about 150] kilometres an hour",
            Agreement,
            Clear,
            Kind::Number,
            Detail::Same { what: None },
        ),
        Row(
            "shelter in the [school at Elm Hill]",
            "slept in the [sports hall of Marren]",
            Contradiction,
            Clear,
            Kind::Place,
            differ("where people found shelter"),
        ),
        Row(
            "road will stay closed for [nine days]",
            "could reopen [within a week]",
            Contradiction,
            Possible,
            Kind::Duration,
            differ("how long the road stays closed"),
        ),
        Row("No one was seriously hurt", "no serious injuries", Agreement, Clear, Kind::Wording, speak(&["hurt"])),
        Row("Power failed in", "electricity was out", Agreement, Clear, Kind::Wording, speak(&[])),
        Row(
            "harbour wall had [been inspected]",
            "had [not been inspected]",
            Contradiction,
            Clear,
            Kind::Negation,
            Detail::Denies { by: End::Right },
        ),
        Row(
            "council has asked for",
            "ministry was considering",
            Related,
            Clear,
            Kind::Dispute,
            Detail::Speakers { left: "council".to_owned(), right: "ministry".to_owned(), denied_by: None },
        ),
    ];
    for Row(left, right, relation, strength, kind, detail) in rows {
        let ((left, left_span), (right, right_span)) = (find(&comparison, 0, left), find(&comparison, 1, right));
        let checker = CheckerId::Wording;
        let reason = Reason { checker, kind, left: left_span, right: right_span, detail, caveats: Caveats::default() };
        let verdict = Verdict { relation, strength, confidence: 0.9, reasons: vec![reason] };
        let alignment = Alignment::new(left, right, 0.7);
        comparison.pairs.push(Pair { alignment, verdict });
    }
    comparison.pairs.sort_by_key(|pair| (pair.alignment.left, pair.alignment.right));
    comparison
}

//! Five reports of one accident with their claims, made by hand, so that pictures and interface tests do not change with
//! the engine's judgement. Two of the reports carry the same copy; one contradicts itself.

use std::sync::Arc;

use counterpoint::model::{
    Alignment, Caveats, CheckerId, Claim, ClaimId, Comparison, DateBasis, Detail, Document, Echo, Kind, Origin, Pair,
    Passage, PublicationDate, Reason, Relation, SourceId, Span, StatementId, StatementRef, Strength, Verdict,
};
use counterpoint::segment::segment;
use jiff::civil::date;

const COPY: &str = "The Linnet struck a reef near Cape Marl late on Friday. Eleven people were injured, the coastguard \
                    said. A tug towed the ship to Port Sele before midnight.";

fn document(title: &str, publisher: &str, day: i8, text: &str) -> Arc<Document> {
    let basis = if day == 9 { DateBasis::FileModified } else { DateBasis::Metadata };
    let origin = Origin {
        file_name: format!("{publisher}.txt"),
        publisher: Some(publisher.to_owned()),
        published: Some(PublicationDate { date: date(2025, 10, day), basis }),
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

fn at(source: u32, statement: u32) -> StatementRef {
    StatementRef { source: SourceId(source), statement: StatementId(statement) }
}

/// A pair of statements and the words that decide on each side.
fn pair(
    comparison: &Comparison,
    (left, left_words): (StatementRef, &str),
    (right, right_words): (StatementRef, &str),
    (relation, strength, kind): (Relation, Strength, Kind),
    detail: Detail,
) -> Pair {
    let span = |end, words: &str| {
        let text = comparison.text(end);
        let from = text.find(words).unwrap_or_else(|| panic!("{words:?} is not in {text:?}"));
        Span::new(from, from + words.len())
    };
    let (left_words, right_words) = (span(left, left_words), span(right, right_words));
    let reason = Reason {
        checker: CheckerId::Wording,
        kind,
        left: left_words,
        right: right_words,
        detail,
        caveats: Caveats::default(),
    };
    Pair {
        alignment: Alignment::new(left, right, 0.7),
        verdict: Verdict { relation, strength, confidence: 0.9, reasons: vec![reason] },
    }
}

/// What each side gives for one thing.
fn differ(what: &str, left: &str, right: &str) -> Detail {
    Detail::Differ { what: Some(what.to_owned()), left: Some(left.to_owned()), right: Some(right.to_owned()) }
}

/// Title of a claim, and source and statement of each that makes it.
type Row = (&'static str, &'static [(u32, u32)]);

/// The claims, in reading order.
const CLAIMS: [Row; 8] = [
    ("The ferry Linnet ran aground off Cape Marl on Friday evening", &[(0, 0), (1, 0), (2, 0), (3, 0), (4, 0)]),
    ("Eleven passengers were hurt", &[(0, 1), (0, 4), (1, 1), (2, 1), (3, 1)]),
    ("The captain said that the engine had failed", &[(0, 2), (1, 2), (4, 1)]),
    ("A tug towed the ship to Port Sele before midnight", &[(2, 2), (3, 2)]),
    ("Divers will look at the hull on Monday", &[(0, 3), (4, 2)]),
    ("The ferry line did not answer questions", &[(1, 3)]),
    ("Villagers with small boats reached the wreck first", &[(3, 3)]),
    ("The last accident on this route was in 1998", &[(4, 3)]),
];

/// Five reports, eight claims: two disputed, one of them within a source, too, two corroborated, one said by a copy only.
pub(crate) fn comparison() -> Comparison {
    use Relation::{Agreement, Contradiction};
    use Strength::{Clear, Possible};
    let documents = [
        document(
            "Ferry runs aground off Cape Marl",
            "Shore Gazette",
            11,
            "The ferry Linnet ran aground off Cape Marl on Friday evening. Eleven passengers were hurt, two of them \
             badly. The captain said that the engine had failed. Divers will look at the hull on Monday. In the end \
             nine passengers were treated in hospital.",
        ),
        document(
            "Fourteen hurt as the Linnet hits a reef in fog",
            "Inland Post",
            12,
            "The ferry Linnet ran aground off Cape Marl on Friday evening. Fourteen passengers were hurt. Fog may have \
             hidden the reef from the crew. The ferry line did not answer questions.",
        ),
        document("Linnet on the rocks", "Harbour Wire", 11, COPY),
        document(
            "Night rescue at the cape",
            "Evening Ledger",
            12,
            &format!("{COPY} Villagers with small boats reached the wreck first."),
        ),
        document(
            "What is known about the Linnet",
            "Radio Sele",
            9,
            "A ferry with ninety people aboard ran aground off the cape on Friday. The engine was running well, the \
             owner insisted. Divers are expected at the wreck on Monday. The last accident on this route was in 1998.",
        ),
    ];
    let mut comparison = Comparison { sources: documents.into_iter().map(segment).collect(), ..Comparison::default() };
    let counts: Vec<usize> = comparison.sources.iter().map(|source| source.statements.len()).collect();
    assert_eq!(counts, [5, 4, 3, 4, 4], "each sentence is a statement");

    let friday = "Friday";
    let mut pairs = Vec::new();
    for (left, right) in [(0, 1), (0, 2), (0, 4), (2, 3)] {
        let same = Detail::Same { what: None };
        let ends = ((at(left, 0), friday), (at(right, 0), friday));
        pairs.push(pair(&comparison, ends.0, ends.1, (Agreement, Clear, Kind::Date), same));
    }
    let mut add = |left, right, verdict, detail| pairs.push(pair(&comparison, left, right, verdict, detail));
    let same = || Detail::Same { what: None };
    let clear = (Contradiction, Clear, Kind::Number);
    add((at(0, 1), "Eleven"), (at(1, 1), "Fourteen"), clear, differ("passengers hurt", "eleven", "fourteen"));
    add((at(1, 1), "Fourteen"), (at(2, 1), "Eleven"), clear, differ("passengers hurt", "fourteen", "eleven"));
    add((at(0, 1), "Eleven"), (at(2, 1), "Eleven"), (Agreement, Clear, Kind::Number), same());
    add((at(2, 1), "Eleven"), (at(3, 1), "Eleven"), (Agreement, Clear, Kind::Number), same());
    let possible = (Contradiction, Possible, Kind::Attribution);
    let engine = differ("the engine", "had failed", "was running well");
    add((at(0, 2), "had failed"), (at(4, 1), "was running well"), possible, engine);
    let why = differ("why", "the engine", "fog");
    add((at(0, 2), "the engine"), (at(1, 2), "Fog may"), possible, why);
    let tug = (Agreement, Clear, Kind::Wording);
    add((at(2, 2), "A tug"), (at(3, 2), "A tug"), tug, Detail::Speak { words: vec!["tug".to_owned()] });
    add((at(0, 3), "Monday"), (at(4, 2), "Monday"), (Agreement, Clear, Kind::Date), same());
    let within =
        pair(&comparison, (at(0, 1), "Eleven"), (at(0, 4), "nine"), clear, differ("passengers hurt", "eleven", "nine"));
    pairs.sort_by_key(|pair| (pair.alignment.left, pair.alignment.right));
    comparison.pairs = pairs;
    comparison.within = vec![within];
    let passages = (0..3).map(|i| Passage { left: at(2, i), right: at(3, i) }).collect();
    comparison.echo = vec![Echo { sources: vec![SourceId(2), SourceId(3)], passages }];
    comparison.claims = claims(&comparison);
    comparison
}

fn claims(comparison: &Comparison) -> Vec<Claim> {
    let claim = |(id, row): (u32, &Row)| {
        let (title, statements) = row;
        let statements: Vec<StatementRef> = statements.iter().map(|&(source, i)| at(source, i)).collect();
        let inside = |pairs: &[Pair]| -> Vec<usize> {
            let both = |p: &Pair| [p.alignment.left, p.alignment.right].iter().all(|end| statements.contains(end));
            pairs.iter().enumerate().filter(|(_, p)| both(p)).map(|(i, _)| i).collect()
        };
        let (pairs, within) = (inside(&comparison.pairs), inside(&comparison.within));
        let title = (*title).to_owned();
        Claim { id: ClaimId(id), title, central: statements[0], statements, pairs, crossing: Vec::new(), within }
    };
    (0..).zip(&CLAIMS).map(claim).collect()
}

//! Tables of statement pairs and what the checkers must say of them: each kind of contradiction, and the traps that look
//! like one. The relation model is played by one that calls everything a contradiction: what a checker explains is then told
//! of that kind, what it explains away is not told, and what it has nothing to say of is told without a kind of its own.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a failed unwrap is a failed test")]

use std::path::Path;
use std::sync::Arc;

use counterpoint::engine::Engine;
use counterpoint::model::{
    Ablation, Cancel, DateBasis, Document, Kind, Origin, PublicationDate, Reason, Relation, RelationScores, Settings,
    Side, Strength, Verdict,
};
use counterpoint::neural::{Answer, NeuralError, RelationModel};

/// Calls every pair the same.
struct Partisan(RelationScores);

/// Calls every pair a contradiction.
const PROSECUTOR: Partisan = Partisan(RelationScores { agree: 0.001, neither: 0.001, contradict: 0.998 });

/// Calls every pair an agreement.
const DEFENDER: Partisan = Partisan(RelationScores { agree: 0.998, neither: 0.001, contradict: 0.001 });

impl RelationModel for Partisan {
    fn read(&self, pairs: &[(&str, &str)]) -> Result<Vec<Answer>, NeuralError> {
        Ok(vec![Answer { scores: self.0, kind: Kind::Wording }; pairs.len()])
    }
}

fn engine(model: Partisan) -> Engine {
    Engine::new().with_relation(Arc::new(model))
}

/// Statements are close by their words alone.
fn settings() -> Settings {
    Settings { ablate: Ablation { encoder: true, ..Ablation::default() }, ..Settings::default() }
}

/// What is expected and the verdict, for every line of a table of `tests/data/judge`.
fn judged(table: &str, model: Partisan) -> Vec<([String; 3], Verdict)> {
    let path = Path::new("tests/data/judge").join(format!("{table}.tsv"));
    let table = std::fs::read_to_string(&path).expect("the table is there");
    let row = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
    let rows: Vec<[String; 3]> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| row(line).try_into().unwrap_or_else(|_| panic!("three columns: {line}")))
        .collect();
    assert!(!rows.is_empty(), "{} has rows", path.display());
    let pairs: Vec<(String, String)> = rows.iter().map(|[_, a, b]| (a.clone(), b.clone())).collect();
    let published = PublicationDate { date: jiff::civil::date(2025, 12, 2), basis: DateBasis::Reader };
    let verdicts = engine(model)
        .judge_pairs(&pairs, published, &settings(), &Cancel::default())
        .expect("not cancelled")
        .expect("the models run");
    rows.into_iter().zip(verdicts.into_iter().map(|got| got.verdict)).collect()
}

/// What a reader is told of a reason between two texts.
fn sentence(reason: &Reason, texts: [&str; 2]) -> String {
    let [left, right] = [(texts[0], "A"), (texts[1], "B")].map(|(text, name)| Side { text, name: name.to_owned() });
    reason.sentence(left, right)
}

/// Judges every line of a kind's table and lists those that came out wrong.
fn wrong(kind: Kind) -> Vec<String> {
    let name = serde_json::to_value(kind).expect("kinds serialise");
    judged(name.as_str().expect("as a word"), PROSECUTOR)
        .into_iter()
        .filter_map(|([expected, a, b], verdict)| {
            let found = verdict.relation == Relation::Contradiction;
            let of_kind = found && verdict.reasons.iter().any(|f| f.kind == kind);
            let right = match expected.as_str() {
                "-" => !of_kind,
                "contradiction" => of_kind,
                "clear" => of_kind && verdict.strength == Strength::Clear,
                "possible" => of_kind && verdict.strength == Strength::Possible,
                other => panic!("{other} is no expectation"),
            };
            let why: Vec<_> =
                verdict.reasons.iter().map(|f| format!("{}: {}", f.checker.name(), sentence(f, [&a, &b]))).collect();
            (!right).then(|| {
                format!("{expected}: {a} / {b}\n    got {:?} {:?} {why:?}", verdict.relation, verdict.strength)
            })
        })
        .collect()
}

/// Judges every line of a table of differences that are explained, and lists those that came out wrong.
fn unexplained(kind: Kind) -> Vec<String> {
    let name = serde_json::to_value(kind).expect("kinds serialise");
    judged(name.as_str().expect("as a word"), PROSECUTOR)
        .into_iter()
        .filter_map(|([expected, a, b], verdict)| {
            let of_kind = verdict.reasons.iter().any(|f| f.kind == kind);
            let right = match expected.as_str() {
                "-" => !of_kind,
                "contradiction" => verdict.relation == Relation::Contradiction,
                "related" => {
                    verdict.relation == Relation::Related && verdict.reasons.first().is_some_and(|f| f.kind == kind)
                }
                other => panic!("{other} is no expectation"),
            };
            let why: Vec<_> =
                verdict.reasons.iter().map(|f| format!("{}: {}", f.checker.name(), sentence(f, [&a, &b]))).collect();
            (!right).then(|| format!("{expected}: {a} / {b}\n    got {:?} {why:?}", verdict.relation))
        })
        .collect()
}

macro_rules! tables {
    ($judged:ident: $($test:ident: $kind:ident),+ $(,)?) => {
        $(#[test]
        fn $test() {
            let wrong = $judged(Kind::$kind);
            assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
        })+
    };
}

tables! {
    wrong:
    place: Place,
    number: Number,
    date: Date,
    duration: Duration,
    role: Role,
    name: Name,
    negation: Negation,
    antonym: Antonym,
    outcome: Outcome,
    attribution: Attribution,
    quotation: Quotation,
    order: Order,
}

tables! {
    unexplained:
    dispute: Dispute,
    hedge: Hedge,
    update: Update,
}

/// A denial may stand in the statement after what it denies.
#[test]
fn a_dispute_is_found_across_neighbouring_statements() {
    let settings = settings();
    for (a, b) in [
        (
            "Campaigners said the mill had poisoned the river with lead. The owners rejected the allegation. Rain fell.",
            "The mill had not poisoned the river with lead. The mill makes paper.",
        ),
        (
            "The opposition said the vote had been free and fair. The government denied this. Polls closed at noon.",
            "The vote was not free and fair, the mayor said. Turnout was low.",
        ),
    ] {
        let read = |text: &str| {
            let published = PublicationDate { date: jiff::civil::date(2025, 12, 2), basis: DateBasis::Reader };
            Document {
                title: String::new(),
                origin: Origin { published: Some(published), sha256: text.to_owned(), ..Origin::default() },
                language: "en".to_owned(),
                text: text.into(),
                blocks: Vec::new(),
                warnings: Vec::new(),
            }
            .into()
        };
        let compared = engine(PROSECUTOR).compare(&[read(a), read(b)], &settings, &Cancel::default(), &|_| ());
        let compared = compared.expect("not cancelled");
        let explained = |p: &&counterpoint::model::Pair| p.verdict.reasons.iter().any(|f| f.kind == Kind::Dispute);
        let disputed: Vec<_> = compared.pairs.iter().filter(explained).collect();
        assert!(!disputed.is_empty(), "{a} / {b}: {:?}", compared.pairs);
        assert!(disputed.iter().all(|p| p.verdict.relation == Relation::Related), "{a} / {b}: {disputed:?}");
    }
}

/// Each text is the only source of a comparison: what it says against itself is found, and nothing else.
#[test]
fn a_source_is_held_against_itself() {
    let table = std::fs::read_to_string("tests/data/judge/within.tsv").expect("the table is there");
    let rows = table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    let settings = settings();
    let mut wrong = Vec::new();
    for (expected, text) in rows {
        let published = PublicationDate { date: jiff::civil::date(2025, 12, 2), basis: DateBasis::Reader };
        let document = Document {
            title: String::new(),
            origin: Origin { published: Some(published), ..Origin::default() },
            language: "en".to_owned(),
            text: text.into(),
            blocks: Vec::new(),
            warnings: Vec::new(),
        };
        let compared = engine(PROSECUTOR).compare(&[document.into()], &settings, &Cancel::default(), &|_| ());
        let within = compared.expect("not cancelled").within.clone();
        let kinds: Vec<_> = within.iter().map(|pair| pair.verdict.reasons[0].kind.name()).collect();
        let right = if expected == "-" { kinds.is_empty() } else { kinds == [expected] };
        let ordered = within.iter().all(|pair| pair.alignment.left < pair.alignment.right);
        if !right || !ordered {
            wrong.push(format!("{expected}: {text}\n    got {kinds:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_quoted_by_both_is_said_with_the_words_that_differ() {
    for ([expected, a, b], verdict) in judged("quotation-words", DEFENDER) {
        let found = verdict.reasons.iter().find(|f| f.kind == Kind::Quotation).map(|f| sentence(f, [&a, &b]));
        assert_eq!(found, Some(format!("Jane Moss is quoted by both {expected}")), "{a} / {b}");
    }
}

//! What a reader chooses of a report: every format honours it.

use counterpoint::model::{
    Claim, ClaimId, Comparison, Echo, EventId, Kind, Passage, Relation, Review, SourceId, Span, StatementId,
    StatementRef, Strength, TimePrecision, TimeSpan, TimelineEvent,
};
use counterpoint::report::{FORMATS, Options, Scope};
use jiff::civil::date;

use super::{between, render, source};

fn at(source: u32, statement: u32) -> StatementRef {
    StatementRef { source: SourceId(source), statement: StatementId(statement) }
}

/// Three sources: the first statements contradict (A, B) and agree (A, C), the second ones agree, the third stand alone.
pub(super) fn three() -> Comparison {
    let texts = |name: &str| ["Venue", "Price", "Alone"].map(|what| format!("{what} as {name} has it.")).to_vec();
    let mark = Span::new(0, 5);
    let mut pairs = vec![
        between(at(0, 0), at(1, 0), Relation::Contradiction, Strength::Clear, "Venue", mark),
        between(at(0, 0), at(2, 0), Relation::Agreement, Strength::Clear, "Same venue", mark),
        between(at(0, 1), at(1, 1), Relation::Agreement, Strength::Clear, "Same price", mark),
        between(at(1, 1), at(2, 1), Relation::Agreement, Strength::Clear, "Same price", mark),
    ];
    pairs[0].verdict.reasons[0].kind = Kind::Date;
    let claim = |id, title: &str, statements: Vec<StatementRef>, pairs: Vec<usize>| Claim {
        id: ClaimId(id),
        title: title.to_owned(),
        central: statements[0],
        statements,
        pairs,
        crossing: Vec::new(),
        within: Vec::new(),
    };
    let event = |id, source, day, conflicts| TimelineEvent {
        id: EventId(id),
        at: at(source, 0),
        span: Span::new(0, 5),
        from: Some(date(2025, 12, day)),
        to: Some(date(2025, 12, day)),
        value: TimeSpan {
            from: Some(date(2025, 12, day)),
            to: Some(date(2025, 12, day)),
            precision: TimePrecision::Day,
        },
        precision: TimePrecision::Day,
        relative: false,
        assumed_date: false,
        of: String::new(),
        conflicts,
    };
    Comparison {
        sources: ["Anna", "Ben", "Carla"].map(|name| source(name, &texts(name))).to_vec(),
        pairs,
        claims: vec![
            claim(0, "Venue title", vec![at(0, 0), at(1, 0), at(2, 0)], vec![0, 1]),
            claim(1, "Price title", vec![at(0, 1), at(1, 1), at(2, 1)], vec![2, 3]),
            claim(2, "Alone A", vec![at(0, 2)], vec![]),
            claim(3, "Alone B", vec![at(1, 2)], vec![]),
            claim(4, "Alone C", vec![at(2, 2)], vec![]),
        ],
        echo: vec![Echo {
            sources: vec![SourceId(0), SourceId(2)],
            passages: vec![Passage { left: at(0, 1), right: at(2, 1) }],
        }],
        timeline: vec![event(0, 0, 2, vec![EventId(2)]), event(1, 2, 2, vec![]), event(2, 1, 3, vec![EventId(0)])],
        ..Comparison::default()
    }
}

fn options() -> Options {
    Options::on(date(2025, 12, 24))
}

fn each_format(options: &Options, check: impl Fn(&str, &str)) {
    for format in FORMATS {
        check(format.name(), &render(format.name(), &three(), &Review::default(), options));
    }
}

#[test]
fn a_whole_report_holds_everything() {
    each_format(&options(), |name, report| {
        let report = &report.replace("**", "").replace("<mark>", "").replace("</mark>", "");
        for words in
            ["Venue as Anna", "Venue as Ben", "Price as Ben", "Price as Carla", "Alone as Anna", "Alone as Carla"]
        {
            assert!(report.contains(words), "{name} lacks {words}:\n{report}");
        }
    });
}

#[test]
fn differences_alone_leave_out_what_agrees_or_stands_alone() {
    let options = Options { scope: Scope::Differences, ..options() };
    each_format(&options, |name, report| {
        // JSON gives the sources as they are, statements included.
        let found = if name == "json" { &report[report.find("\"pairs\"").unwrap()..] } else { report };
        assert!(report.contains("“Venue”: here (A) or there (B)"), "{name}:\n{report}");
        for words in ["Same price", "Price as", "Alone as"] {
            assert!(!found.contains(words), "{name} still has {words}:\n{found}");
        }
    });
}

#[test]
fn sources_left_out_are_not_told_of_and_the_others_keep_their_letters() {
    let options = Options { left_out: vec![SourceId(1)], ..options() };
    each_format(&options, |name, report| {
        assert!(!report.contains("Ben") && !report.contains("(B)"), "{name}:\n{report}");
        for words in ["Venue as Carla", "Alone as Anna"] {
            assert!(report.contains(words), "{name} lacks {words}:\n{report}");
        }
    });
    let report = render("markdown", &three(), &Review::default(), &options);
    assert!(report.contains("| C |") && report.contains("**C:**") && !report.contains("| B |"), "{report}");
    assert!(report.contains("1 report that was compared, too, is left out"), "{report}");
    assert!(report.contains("- 0 contradictions\n"), "{report}");
    assert!(!report.contains("onflicts with"), "the other date is of the source left out:\n{report}");
}

#[test]
fn the_source_that_named_a_claim_may_be_left_out() {
    let options = Options { left_out: vec![SourceId(0)], ..options() };
    each_format(&options, |name, report| {
        assert!(!report.contains("Anna") && !report.contains("Venue title"), "{name}:\n{report}");
        assert!(report.contains("Price as Ben has it."), "{name}:\n{report}");
    });
}

#[test]
fn context_brings_the_sentences_before_and_after() {
    let with = Options { context: true, scope: Scope::Differences, ..options() };
    let without = Options { scope: Scope::Differences, ..options() };
    let [with, without] = [with, without].map(|o| render("markdown", &three(), &Review::default(), &o));
    assert!(
        with.contains("**A, paragraph 1:** **Venue** as Anna has it.  \n> After it: Price as Anna has it."),
        "{with}"
    );
    assert!(!without.contains("After it"), "{without}");
}

#[test]
fn copies_count_as_one_source() {
    let report = render("markdown", &three(), &Review::default(), &options());
    assert!(report.contains("- A and C carry the same copy and count as one source\n"), "{report}");
    assert!(report.contains("## The same copy\n") && report.contains("### A and C"), "{report}");
    assert!(report.contains("2 independent sources; A and C carry the same copy"), "{report}");
    assert!(report.contains("One source, copied; A and C carry the same copy"), "the venue of A and C:\n{report}");
    assert!(report.contains("| Price title | 2 independent sources | agrees 2 | agrees 2 | agrees 2 |"), "{report}");
    assert!(report.contains("| Venue title | disputed | conflicts 1 | conflicts 1 | agrees 1 |"), "{report}");
}

#[test]
fn the_timeline_is_in_the_order_of_time_and_names_conflicts() {
    let report = render("markdown", &three(), &Review::default(), &options());
    let timeline = &report[report.find("## Timeline").unwrap()..];
    let place = |words: &str| timeline.find(words).unwrap_or_else(|| panic!("no {words}:\n{timeline}"));
    assert!(place("- **2 Dec 2025**") < place("- **3 Dec 2025**"));
    assert_eq!(timeline.matches("- **2 Dec 2025**").count(), 1, "A and C stand under one date");
    assert!(place("Conflicts with B, paragraph 1: 3 Dec 2025") < place("Conflicts with A, paragraph 1: 2 Dec"));
}

//! JSON for other programs: everything that was found, with byte offsets, as the README documents it.

mod claims;

use std::borrow::Cow;

use serde::Serialize;

use super::{GENERATOR, ReportFormat, View};
use crate::model::{
    Answers, CheckerId, Comparison, Decision, Document, EventId, Kind, Pair, PublicationDate, Reason, Relation, Review,
    Side, Source, SourceId, Span, StatementKind, StatementRef, Strength, TimePrecision, TimelineEvent, Verdict,
};
use claims::{JsonClaim, JsonEcho};

/// See the [module](self).
pub(super) struct Json;

impl ReportFormat for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn title(&self) -> &'static str {
        "JSON"
    }

    fn extension(&self) -> &'static str {
        "json"
    }

    fn description(&self) -> &'static str {
        "everything that was found, with byte offsets, for other programs"
    }

    fn text(&self, view: &View<'_>) -> String {
        let (comparison, review) = (view.comparison, view.review);
        let root = Root {
            schema: 1,
            generator: GENERATOR,
            sources: view.sources.iter().map(|&id| JsonSource::new(id, comparison.source(id))).collect(),
            pairs: view.told_pairs().map(|(pair, _)| JsonPair::new(comparison, review, pair)).collect(),
            claims: view.told_claims().map(|claim| JsonClaim::new(comparison, review, claim)).collect(),
            timeline: view.events().map(JsonEvent::from).collect(),
            echo: comparison.echo.iter().map(JsonEcho::from).collect(),
            within: comparison.within.iter().map(|p| JsonPair::new(comparison, review, p)).collect(),
            warnings: view.warnings(),
        };
        to_string(&root, true)
    }
}

/// One line of JSON for two texts that were given to be judged. Scores are `null` where a model was not run.
pub fn verdict_line(texts: [&str; 2], verdict: &Verdict, cosine: Option<f32>, answers: &Answers) -> String {
    let Answers { ab, ba, .. } = answers;
    let scores = Scores {
        agree_ab: ab.map(|s| s.agree),
        neither_ab: ab.map(|s| s.neither),
        contradict_ab: ab.map(|s| s.contradict),
        agree_ba: ba.map(|s| s.agree),
        neither_ba: ba.map(|s| s.neither),
        contradict_ba: ba.map(|s| s.contradict),
        cosine,
    };
    let because = |reason: &Reason| {
        let [left, right] = [(texts[0], "A"), (texts[1], "B")].map(|(text, name)| Side { text, name: name.to_owned() });
        reason.sentence(left, right)
    };
    to_string(&Judged { outcome: Outcome::new(verdict, because), scores }, false)
}

#[derive(Serialize)]
struct Root<'a> {
    schema: u32,
    generator: &'static str,
    sources: Vec<JsonSource<'a>>,
    pairs: Vec<JsonPair<'a>>,
    claims: Vec<JsonClaim<'a>>,
    timeline: Vec<JsonEvent<'a>>,
    echo: Vec<JsonEcho>,
    /// Contradictions within one source, in the form of `pairs`.
    within: Vec<JsonPair<'a>>,
    warnings: Vec<String>,
}

#[derive(Serialize)]
struct JsonSource<'a> {
    id: u32,
    path: Cow<'a, str>,
    title: &'a str,
    sha256: &'a str,
    published: Option<jiff::civil::Date>,
    assumed_date: bool,
    language: &'a str,
    text: &'a str,
    statements: Vec<JsonStatement<'a>>,
}

#[derive(Serialize)]
struct JsonStatement<'a> {
    id: u32,
    text: &'a str,
    start: usize,
    end: usize,
    kind: StatementKind,
}

#[derive(Serialize)]
struct JsonPair<'a> {
    a: JsonRef,
    b: JsonRef,
    similarity: f32,
    #[serde(flatten)]
    outcome: Outcome,
    /// Only where the reader decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<&'a Decision>,
}

#[derive(Serialize)]
struct JsonEvent<'a> {
    id: u32,
    source: u32,
    statement: u32,
    span: Span,
    /// As far as it was given: "2014", "2025-12", "2025-12-02".
    from: Option<String>,
    to: Option<String>,
    precision: TimePrecision,
    relative: bool,
    assumed_date: bool,
    conflicts: &'a [EventId],
}

#[derive(Serialize)]
struct JsonRef {
    source: u32,
    statement: u32,
}

#[derive(Serialize)]
struct Outcome {
    verdict: Relation,
    strength: Strength,
    confidence: f32,
    reasons: Vec<JsonReason>,
}

#[derive(Serialize)]
struct JsonReason {
    kind: Kind,
    checker: CheckerId,
    a: Span,
    b: Span,
    because: String,
}

#[derive(Serialize)]
struct Judged {
    #[serde(flatten)]
    outcome: Outcome,
    scores: Scores,
}

#[derive(Serialize)]
struct Scores {
    agree_ab: Option<f32>,
    neither_ab: Option<f32>,
    contradict_ab: Option<f32>,
    agree_ba: Option<f32>,
    neither_ba: Option<f32>,
    contradict_ba: Option<f32>,
    cosine: Option<f32>,
}

impl<'a> JsonSource<'a> {
    fn new(id: SourceId, source: &'a Source) -> Self {
        let Document { title, origin, language, text, .. } = &*source.document;
        Self {
            id: id.0,
            path: origin.path.as_ref().map_or(Cow::Borrowed(origin.file_name.as_str()), |p| p.to_string_lossy()),
            title,
            sha256: &origin.sha256,
            published: origin.published.map(|p| p.date),
            assumed_date: origin.published.is_none_or(PublicationDate::is_assumed),
            language,
            text,
            statements: source
                .statements
                .iter()
                .map(|s| JsonStatement {
                    id: s.id.0,
                    text: source.text_of(s),
                    start: s.span.start,
                    end: s.span.end,
                    kind: s.kind,
                })
                .collect(),
        }
    }
}

impl<'a> JsonPair<'a> {
    fn new(comparison: &'a Comparison, review: &'a Review, pair: &'a Pair) -> Self {
        let (left, right) = (pair.alignment.left, pair.alignment.right);
        Self {
            a: left.into(),
            b: right.into(),
            similarity: pair.alignment.similarity,
            outcome: Outcome::new(&pair.verdict, |reason| comparison.because(pair, reason)),
            decision: review.decision(comparison.text(left), comparison.text(right)),
        }
    }
}

impl<'a> From<&'a TimelineEvent> for JsonEvent<'a> {
    fn from(event: &'a TimelineEvent) -> Self {
        Self {
            id: event.id.0,
            source: event.at.source.0,
            statement: event.at.statement.0,
            span: event.span,
            from: event.from.map(|date| event.precision.iso(date)),
            to: event.to.map(|date| event.precision.iso(date)),
            precision: event.precision,
            relative: event.relative,
            assumed_date: event.assumed_date,
            conflicts: &event.conflicts,
        }
    }
}

impl From<StatementRef> for JsonRef {
    fn from(at: StatementRef) -> Self {
        Self { source: at.source.0, statement: at.statement.0 }
    }
}

impl Outcome {
    fn new(verdict: &Verdict, because: impl Fn(&Reason) -> String) -> Self {
        let reason = |reason: &Reason| JsonReason {
            kind: reason.kind,
            checker: reason.checker,
            a: reason.left,
            b: reason.right,
            because: because(reason),
        };
        Self {
            verdict: verdict.relation,
            strength: verdict.strength,
            confidence: verdict.confidence,
            reasons: verdict.reasons.iter().map(reason).collect(),
        }
    }
}

#[expect(clippy::expect_used, reason = "the values above hold nothing that JSON cannot say, and memory does not fail")]
fn to_string(value: &impl Serialize, pretty: bool) -> String {
    let text = if pretty { serde_json::to_string_pretty(value) } else { serde_json::to_string(value) };
    text.expect("serialises") + "\n"
}

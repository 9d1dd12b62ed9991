//! Who says it: what two reports let others say is no conflict between the reports.
//!
//! Looks at contradictions that the checkers found and asks who says the words on either side. Where a report gives both
//! sides of a dispute, or where two speakers differ in opinion, there is a dispute that the reports tell of. Two speakers
//! who differ on facts (whether it happened, figures, places, times) leave a contradiction that is possible. Opposite
//! words of one speaker stay what they are.

use super::checkers::negation;
use super::frame::Frame;
use super::sides::Sides;
use super::voices::{self, Speakers, Voice, Voices};
use crate::lexicon::{self, Opposites};
use crate::model::{Finding, Kind, Relation, Span, Strength};
use crate::text::{fold, words};

/// Kinds whose checkers ask for the speaker themselves, or that do not depend on who speaks.
const OWN: &[Kind] = &[Kind::Quotation, Kind::Attribution, Kind::Role, Kind::Name];

/// Groups of opposites that are matters of judgement. Labels.
const JUDGEMENTS: &[&str] = &[
    "safe / unsafe",
    "praise / criticise",
    "support / oppose",
    "likely / unlikely",
    "possible / impossible",
    "legal / illegal",
    "strengthen / weaken",
    "worsen / improve",
    "confirm / deny",
    "guilty / not guilty",
];

/// Verbs that tell what somebody holds and another may not. Lemmas.
const HOLDING: &[&str] = &[
    "accuse", "allege", "argue", "assert", "attest", "believe", "charge", "claim", "contend", "deny", "fear", "hope",
    "insist", "maintain", "object", "plead", "predict", "profess", "protest", "reckon", "submit", "suggest", "swear",
    "testify", "think", "vow", "warn",
];

/// Who is no speaker with a view of its own. Lemmas.
const DOCUMENTS: &[&str] =
    &["account", "data", "document", "figure", "log", "picture", "record", "register", "statistics", "study", "video"];

/// What a claim and its denial must share.
const TOPIC: f32 = 1.2;

/// Turns contradictions that speakers are to answer for into what they are, and finds a claim on one side that somebody
/// denies on the other.
pub(super) fn settle(sides: &Sides<'_>, findings: &mut Vec<Finding>) {
    let at_stake = |f: &&mut Finding| f.relation == Relation::Contradiction && !OWN.contains(&f.kind);
    for finding in findings.iter_mut().filter(at_stake) {
        let left = sides.left_said.at(finding.left);
        let right = sides.right_said.at(finding.right);
        if let Some(because) = both_sides_given(sides, left, right) {
            turn(finding, because);
            continue;
        }
        let (Some(a), Some(b)) = (left, right) else { continue };
        let (a, b) = (sides.left_said.voice(a), sides.right_said.voice(b));
        if voices::speakers(&a.name, &b.name) != Speakers::Different || is_document(a) || is_document(b) {
            continue;
        }
        let who = format!("{} ({}), {} ({})", a.name, sides.a(), b.name, sides.b());
        if is_opinion(sides, finding, a, b) {
            turn(finding, format!("Two speakers say opposite things: {who}"));
        } else {
            finding.strength = Strength::Possible;
            finding.because.push_str(&format!("; so say two speakers: {who}"));
        }
    }
    if !findings.iter().any(|f| f.relation == Relation::Contradiction || f.kind == Kind::Dispute) {
        findings.extend(denied(sides));
    }
}

/// Whether what the words of a finding say is put down to speakers on either side who are not shown to be one.
pub(super) fn speakers_differ(sides: &Sides<'_>, finding: &Finding) -> bool {
    let (left, right) = (sides.left_said.at(finding.left), sides.right_said.at(finding.right));
    let (Some(a), Some(b)) = (left, right) else { return false };
    let (a, b) = (sides.left_said.voice(a), sides.right_said.voice(b));
    voices::speakers(&a.name, &b.name) != Speakers::Same
}

/// Whether two speakers may differ without either report being wrong: what is quoted, what is a matter of judgement, and
/// what is said to be held or denied.
fn is_opinion(sides: &Sides<'_>, finding: &Finding, a: &Voice, b: &Voice) -> bool {
    let quoted = |frame: &Frame<'_>, span: Span| {
        frame.statement.mentions.quotations.iter().any(|q| q.span.contains(span) && q.speaker.is_some())
    };
    if quoted(sides.left, finding.left) && quoted(sides.right, finding.right) {
        return true;
    }
    if !matches!(finding.kind, Kind::Negation | Kind::Antonym | Kind::Outcome) || is_fact(sides, finding) {
        return false;
    }
    let judged = sides
        .left
        .poles
        .iter()
        .any(|p| p.span.overlaps(finding.left) && JUDGEMENTS.contains(&Opposites::get().group(p.pole.group).label));
    let held = |frame: &Frame<'_>, voice: &Voice| {
        let lemma = lexicon::lemma(&fold(voice.cue.of(frame.text))).into_owned();
        voice.denies || HOLDING.contains(&lemma.as_str())
    };
    judged || held(sides.left, a) || held(sides.right, b)
}

fn is_document(voice: &Voice) -> bool {
    words(&voice.name).iter().any(|w| DOCUMENTS.contains(&lexicon::lemma(&w.folded).as_ref()))
}

/// A claim that one side reports and of which the other reports that somebody denies it.
fn denied(sides: &Sides<'_>) -> Option<Finding> {
    let denials = |said: &Voices| said.all().any(|v| v.denies);
    if denials(sides.left_said) == denials(sides.right_said) {
        return None;
    }
    for a in sides.left_said.all() {
        for b in sides.right_said.all() {
            if a.denies == b.denies || voices::speakers(&a.name, &b.name) == Speakers::Same {
                continue;
            }
            let shared = sides.shared(
                sides.left.content().filter(|t| a.content.contains(t.span)),
                sides.right.content().filter(|t| b.content.contains(t.span)),
            );
            if shared.meetings.len() < 2 || shared.weight < TOPIC {
                continue;
            }
            let one = |voice: &Voice| if voice.name.is_empty() { "Somebody".to_owned() } else { voice.name.clone() };
            let says = |v: &Voice| if v.denies { "denies it" } else { "says so" };
            let because = format!("{} {} ({}), {} {} ({})", one(a), says(a), sides.a(), one(b), says(b), sides.b());
            return Some(Finding {
                checker: "dispute".into(),
                relation: Relation::Related,
                kind: Kind::Dispute,
                strength: Strength::Clear,
                left: a.cue.union(a.content),
                right: b.cue.union(b.content),
                because,
            });
        }
    }
    None
}

fn turn(finding: &mut Finding, because: String) {
    finding.relation = Relation::Related;
    finding.kind = Kind::Dispute;
    finding.strength = Strength::Clear;
    finding.because = because;
}

/// Whether anybody was killed or hurt is no opinion.
fn is_fact(sides: &Sides<'_>, finding: &Finding) -> bool {
    let outcome = |frame: &Frame<'_>, span: Span| {
        let inside = frame.terms.iter().filter(|t| t.span.overlaps(span));
        inside.into_iter().any(|t| negation::OUTCOMES.iter().any(|label| t.is(label)))
    };
    finding.kind == Kind::Negation && outcome(sides.left, finding.left) && outcome(sides.right, finding.right)
}

/// What is said of a dispute of which at least one report gives both sides.
fn both_sides_given(sides: &Sides<'_>, left: Option<usize>, right: Option<usize>) -> Option<String> {
    let given = |said: &Voices, at: Option<usize>, letter: String| {
        let at = at?;
        let by = said.contested(at)?;
        Some(match (named(said.voice(at)), by) {
            (Some(one), other) if !other.is_empty() => format!("{one} and {other} ({letter})"),
            (Some(one), _) | (None, one) if !one.is_empty() => format!("{one} against others ({letter})"),
            _ => format!("named by {letter}"),
        })
    };
    let found = (given(sides.left_said, left, sides.a()), given(sides.right_said, right, sides.b()));
    match found {
        (Some(a), Some(b)) => Some(format!("Each report gives both sides of a dispute: {a}, {b}")),
        (Some(one), None) => Some(format!("{} gives both sides of a dispute: {one}", sides.a())),
        (None, Some(one)) => Some(format!("{} gives both sides of a dispute: {one}", sides.b())),
        (None, None) => None,
    }
}

fn named(voice: &Voice) -> Option<&str> {
    Some(voice.name.as_str()).filter(|name| !name.is_empty())
}

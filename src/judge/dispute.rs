//! Who says it: what two reports let others say is no conflict between the reports.
//!
//! Looks at contradictions that the checkers found and asks who says the words on either side. Where a report gives both
//! sides of a dispute, or where two speakers differ in opinion, there is a dispute that the reports tell of. Two speakers
//! who differ on facts (whether it happened, figures, places, times) leave a contradiction that is possible. Opposite
//! words of one speaker stay what they are.

use super::checkers::negation;
use super::finding::Finding;
use super::frame::Frame;
use super::sides::Sides;
use super::voices::{self, Speakers, Voice, Voices};
use crate::lexicon::{self, Opposites};
use crate::model::{CheckerId, Detail, End, Kind, Relation, Span, Strength};
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
    let at_stake = |f: &&mut Finding| f.argues == Relation::Contradiction && !OWN.contains(&f.reason.kind);
    for finding in findings.iter_mut().filter(at_stake) {
        let left = sides.left_said.at(finding.reason.left);
        let right = sides.right_said.at(finding.reason.right);
        if let Some(detail) = both_sides_given(sides, left, right) {
            turn(finding, detail);
            continue;
        }
        let (Some(a), Some(b)) = (left, right) else { continue };
        let (a, b) = (sides.left_said.voice(a), sides.right_said.voice(b));
        if voices::speakers(&a.name, &b.name) != Speakers::Different || is_document(a) || is_document(b) {
            continue;
        }
        let [left, right] = [a.name.clone(), b.name.clone()];
        if is_opinion(sides, finding, a, b) {
            turn(finding, Detail::Speakers { left, right, denied_by: None });
        } else {
            finding.strength = Strength::Possible;
            finding.reason.caveats.speakers = Some([left, right]);
        }
    }
    if !findings.iter().any(|f| f.argues == Relation::Contradiction || f.reason.kind == Kind::Dispute) {
        findings.extend(denied(sides));
    }
}

/// Whether what the words of a finding say is put down to speakers on either side who are not shown to be one.
pub(super) fn speakers_differ(sides: &Sides<'_>, finding: &Finding) -> bool {
    let (left, right) = (sides.left_said.at(finding.reason.left), sides.right_said.at(finding.reason.right));
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
    if quoted(sides.left, finding.reason.left) && quoted(sides.right, finding.reason.right) {
        return true;
    }
    if !matches!(finding.reason.kind, Kind::Negation | Kind::Antonym | Kind::Outcome) || is_fact(sides, finding) {
        return false;
    }
    let judged = sides.left.poles.iter().any(|p| {
        p.span.overlaps(finding.reason.left) && JUDGEMENTS.contains(&Opposites::get().group(p.pole.group).label)
    });
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
            let denied_by = Some(if a.denies { End::Left } else { End::Right });
            let detail = Detail::Speakers { left: a.name.clone(), right: b.name.clone(), denied_by };
            let spans = (a.cue.union(a.content), b.cue.union(b.content));
            return Some(Finding::new(Relation::Related, (CheckerId::Dispute, Kind::Dispute), spans, detail));
        }
    }
    None
}

fn turn(finding: &mut Finding, detail: Detail) {
    let what = (finding.reason.checker, Kind::Dispute);
    *finding = Finding::new(Relation::Related, what, (finding.reason.left, finding.reason.right), detail);
}

/// Whether anybody was killed or hurt is no opinion.
fn is_fact(sides: &Sides<'_>, finding: &Finding) -> bool {
    let outcome = |frame: &Frame<'_>, span: Span| {
        let inside = frame.terms.iter().filter(|t| t.span.overlaps(span));
        inside.into_iter().any(|t| negation::OUTCOMES.iter().any(|label| t.is(label)))
    };
    finding.reason.kind == Kind::Negation
        && outcome(sides.left, finding.reason.left)
        && outcome(sides.right, finding.reason.right)
}

/// A dispute of which at least one report gives both sides.
fn both_sides_given(sides: &Sides<'_>, left: Option<usize>, right: Option<usize>) -> Option<Detail> {
    let given = |said: &Voices, at: Option<usize>| {
        let (at, mut parties) = (at?, Vec::new());
        let by = said.contested(at)?;
        parties.extend(named(said.voice(at)).map(str::to_owned));
        parties.extend(Some(by.to_owned()).filter(|by| !by.is_empty()));
        Some(parties)
    };
    let (left, right) = (given(sides.left_said, left), given(sides.right_said, right));
    (left.is_some() || right.is_some()).then_some(Detail::Contested { left, right })
}

fn named(voice: &Voice) -> Option<&str> {
    Some(voice.name.as_str()).filter(|name| !name.is_empty())
}

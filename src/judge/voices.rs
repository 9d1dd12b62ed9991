//! Voices: who says what in a statement, and who contests it there or in a statement next to it.
//!
//! A report answers for what it asserts, not for what it lets others say. A [`Voice`] is a stretch of a statement that is
//! put down to somebody; it is contested when somebody else denies it, or says the opposite, in the same statement or in
//! one beside it.

use super::checkers;
use super::frame::{Frame, Term};
use super::sides::Sides;
use super::weights::Weights;
use crate::lexicon;
use crate::model::{EntityKind, HedgeKind, Reason, Relation, Span};
use crate::text::{fold, words};

/// Somebody who says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Voice {
    /// As written, a pronoun resolved; empty where it is not said whose allegation it is.
    pub name: String,
    /// The verb; empty for words in quotation marks and for allegations.
    pub cue: Span,
    /// What is said.
    pub content: Span,
    /// Whether it denies what it speaks of.
    pub denies: bool,
}

/// The voices of one statement.
#[derive(Clone, Debug, Default)]
pub(super) struct Voices {
    voices: Vec<Voice>,
    /// Index of a voice and who contests it.
    contested: Vec<(usize, String)>,
}

/// No voices.
pub(super) static SILENT: Voices = Voices { voices: Vec::new(), contested: Vec::new() };

/// Whether two voices are one speaker's, as far as their names show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speakers {
    /// The names share a word.
    Same,
    /// Two names, or two groups.
    Different,
    /// A name and a title, or a pronoun: it may be one.
    Unknown,
}

/// Forms of verbs that deny.
const DENIALS: &[&str] = &["deny", "denies", "denied", "denying"];

/// Forms of verbs that deny if what follows is a claim.
const REJECTIONS: &[&str] = &[
    "contests",
    "contested",
    "contradicts",
    "contradicted",
    "dismisses",
    "dismissed",
    "disputes",
    "disputed",
    "rebuts",
    "rebutted",
    "refutes",
    "refuted",
    "rejects",
    "rejected",
];

/// Forms of the verb for putting something down to somebody.
const ACCUSE: &[&str] = &["accuse", "accuses", "accused", "accusing"];

/// What is denied where the denial only points at it.
const CLAIMS: &[&str] = &[
    "account",
    "accusation",
    "accusations",
    "allegation",
    "allegations",
    "assertion",
    "assertions",
    "charge",
    "charges",
    "claim",
    "claims",
    "complaint",
    "complaints",
    "criticism",
    "figure",
    "figures",
    "it",
    "report",
    "reports",
    "so",
    "suggestion",
    "suggestions",
    "that",
    "them",
    "this",
    "version",
    "wrongdoing",
];

/// What is refused and not denied: "denied entry".
const REFUSED: &[&str] = &[
    "access",
    "appeal",
    "asylum",
    "bail",
    "chance",
    "entry",
    "motion",
    "opportunity",
    "parole",
    "permission",
    "request",
    "right",
    "rights",
    "service",
    "treatment",
    "visa",
    "visas",
];

/// How many words after a denial may hold what it points at.
const POINTED: usize = 4;

/// What a denial and what it denies must share where it does not only point.
const TOPIC: f32 = 0.9;

/// Who speaks for the authorities: two of these may be one.
const OFFICIAL: &[&str] = &[
    "administration",
    "authority",
    "government",
    "investigator",
    "ministry",
    "official",
    "officer",
    "police",
    "prosecutor",
    "report",
    "source",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "statement",
];

/// Groups that are not called by the name of a person or a firm.
const PARTIES: &[&str] = &["defence", "defense", "opposition", "plaintiff", "prosecution", "union"];

impl Voices {
    /// The voice that says the words at `span`: the innermost.
    pub(super) fn at(&self, span: Span) -> Option<usize> {
        let said = |v: &Voice| v.content.overlaps(span) || (v.denies && v.cue.overlaps(span));
        let here = self.voices.iter().enumerate().filter(|(_, v)| said(v));
        here.min_by_key(|(_, v)| (!v.denies, v.content.end - v.content.start)).map(|(i, _)| i)
    }

    /// All voices of the statement.
    pub(super) fn all(&self) -> impl Iterator<Item = &Voice> {
        self.voices.iter()
    }

    /// A voice by its index.
    pub(super) fn voice(&self, index: usize) -> &Voice {
        &self.voices[index]
    }

    /// Who contests what a voice says.
    pub(super) fn contested(&self, index: usize) -> Option<&str> {
        self.contested.iter().find(|(i, _)| *i == index).map(|(_, by)| by.as_str())
    }
}

/// The voices of all statements of a source.
pub(super) fn of_source(frames: &[Frame<'_>], weights: &Weights) -> Vec<Voices> {
    let mut out: Vec<Voices> = Vec::with_capacity(frames.len());
    for frame in frames {
        let before =
            out.last().and_then(|v| v.voices.iter().rev().find(|v| !v.name.is_empty()).map(|v| v.name.clone()));
        let voices =
            if frame.statement.kind.carries_claim() { of_statement(frame, before.as_deref()) } else { Vec::new() };
        out.push(Voices { voices, contested: Vec::new() });
    }
    for i in 0..frames.len() {
        for j in i..frames.len().min(i + 2) {
            if out[i].voices.is_empty() || out[j].voices.is_empty() {
                continue;
            }
            let found = contests(&frames[i], &out[i].voices, &frames[j], &out[j].voices, weights);
            for (side, index, by) in found {
                let at = if side == 0 { i } else { j };
                if out[at].contested(index).is_none() {
                    out[at].contested.push((index, by));
                }
            }
        }
    }
    out
}

fn of_statement(frame: &Frame<'_>, before: Option<&str>) -> Vec<Voice> {
    let mentions = &frame.statement.mentions;
    let mut out = Vec::new();
    for said in &mentions.attributions {
        let Some(speaker) = said.speaker else { continue };
        let denies = DENIALS.contains(&fold(said.cue.of(frame.text)).as_str());
        if denies && refuses(frame, said.cue) {
            continue;
        }
        let name = resolved(frame, speaker, before);
        out.push(Voice { name, cue: said.cue, content: said.content, denies });
    }
    for (i, term) in frame.terms.iter().enumerate() {
        let outright = DENIALS.contains(&term.folded.as_str());
        let rejects = REJECTIONS.contains(&term.folded.as_str()) && points(frame, term.span);
        let known = out.iter().any(|v| v.cue.overlaps(term.span));
        let passive =
            frame.terms[..i].last().is_some_and(|t| matches!(t.folded.as_str(), "was" | "were" | "been" | "be"));
        if known || passive || !(outright || rejects) || (outright && refuses(frame, term.span)) {
            continue;
        }
        if let Some(speaker) = subject(frame, term) {
            let name = resolved(frame, speaker, before);
            let content = Span::new(term.span.end, frame.clause_span(term.span.start).end.max(term.span.end));
            out.push(Voice { name, cue: term.span, content, denies: true });
        }
    }
    for term in frame.terms.iter().filter(|t| ACCUSE.contains(&t.folded.as_str())) {
        let passive = frame.terms.iter().rev().find(|t| t.span.end <= term.span.start);
        if passive.is_none_or(|t| matches!(t.folded.as_str(), "was" | "were" | "been" | "be" | "the" | "is" | "are")) {
            continue;
        }
        if let Some(speaker) = subject(frame, term) {
            let name = resolved(frame, speaker, before);
            let content = Span::new(term.span.end, frame.clause_span(term.span.start).end.max(term.span.end));
            out.push(Voice { name, cue: term.span, content, denies: false });
        }
    }
    for quote in mentions.quotations.iter().filter(|q| !q.scare) {
        if let Some(name) = &quote.speaker {
            let cue = Span::new(quote.span.start, quote.span.start);
            out.push(Voice { name: name.clone(), cue, content: quote.span, denies: false });
        }
    }
    for hedge in mentions.hedges.iter().filter(|h| h.kind == HedgeKind::Reported) {
        let content = frame.clause_span(hedge.span.start);
        let cue = Span::new(content.start, content.start);
        out.push(Voice { name: String::new(), cue, content, denies: false });
    }
    out
}

/// The words of a speaker; a pronoun is taken for the person named last before it, else for who spoke last.
fn resolved(frame: &Frame<'_>, speaker: Span, before: Option<&str>) -> String {
    let written = speaker.of(frame.text);
    if !matches!(fold(written).as_str(), "he" | "she" | "they" | "it" | "who" | "which") {
        return written.to_owned();
    }
    let mut people = frame.statement.mentions.entities.iter().filter(|e| e.kind == EntityKind::Person);
    let named = people.rfind(|e| e.span.end <= speaker.start).map(|e| e.span.of(frame.text));
    named.or(before).unwrap_or_default().to_owned()
}

/// The words before a verb, back to a function word.
fn subject(frame: &Frame<'_>, verb: &Term) -> Option<Span> {
    let before = frame.terms.iter().rev().filter(|t| t.span.end <= verb.span.start && t.clause == verb.clause);
    let adverb = |t: &&Term| t.folded.ends_with("ly") || matches!(t.folded.as_str(), "has" | "have" | "had" | "also");
    let mut before = before.skip_while(adverb).peekable();
    let first = before.peek().copied()?;
    if matches!(first.folded.as_str(), "he" | "she" | "they" | "it") {
        return Some(first.span);
    }
    let run: Vec<Span> = before.take_while(|t| !t.stop).map(|t| t.span).collect();
    run.into_iter().reduce(Span::union)
}

/// Whether what follows a verb is refused and not denied.
fn refuses(frame: &Frame<'_>, cue: Span) -> bool {
    let mut after = frame.terms.iter().filter(|t| t.span.start >= cue.end).take(2);
    after.any(|t| REFUSED.contains(&t.folded.as_str()))
}

/// Whether a denial only points at what it denies: "denied the accusation", "denies this", "which it denies".
fn points(frame: &Frame<'_>, cue: Span) -> bool {
    let mut after = frame.terms.iter().filter(|t| t.span.start >= cue.end);
    let content = frame.content().filter(|t| t.span.start >= cue.end).count();
    content == 0 || after.by_ref().take(POINTED).any(|t| CLAIMS.contains(&t.folded.as_str()) && t.folded != "that")
}

/// Whether two names are one speaker's.
pub(super) fn speakers(a: &str, b: &str) -> Speakers {
    let parts = |name: &str| -> Vec<String> {
        let all = words(name).into_iter().map(|w| w.folded).filter(|w| w.len() > 2 && !lexicon::is_stopword(w));
        all.map(|w| lexicon::lemma(&w).into_owned()).collect()
    };
    let (x, y) = (parts(a), parts(b));
    if x.is_empty() || y.is_empty() {
        return Speakers::Unknown;
    }
    let one = |p: &String, q: &String| p == q || lexicon::concepts(p).iter().any(|c| lexicon::concepts(q).contains(c));
    if x.iter().any(|p| y.iter().any(|q| one(p, q))) {
        return Speakers::Same;
    }
    let official = |parts: &[String]| parts.iter().any(|p| OFFICIAL.contains(&p.as_str()));
    match (is_named(a), is_named(b)) {
        (true, true) => Speakers::Different,
        (false, false) if official(&x) && official(&y) => Speakers::Unknown,
        (false, false) => Speakers::Different,
        (named, _) => {
            // "The company" may be the firm that is named; "residents" are not the mayor.
            let (group, parts) = if named { (b, &y) } else { (a, &x) };
            let plural = group.ends_with('s') && !group.ends_with("ss");
            let party = parts.iter().any(|p| PARTIES.contains(&p.as_str()));
            if party || (plural && !official(parts)) { Speakers::Different } else { Speakers::Unknown }
        }
    }
}

/// Whether a speaker is called by a name.
fn is_named(name: &str) -> bool {
    let capital = |w: &str| w.starts_with(char::is_uppercase);
    words(name).iter().enumerate().any(|(i, w)| {
        let plain = lexicon::is_stopword(&w.folded) || (i == 0 && lexicon::is_word(&lexicon::lemma(&w.folded)));
        capital(w.span.of(name)) && !plain
    })
}

/// Which voices of two statements, the same or one after the other, contest each other: side (0 or 1), index of the
/// voice, and who contests it.
fn contests(
    first: &Frame<'_>,
    earlier: &[Voice],
    second: &Frame<'_>,
    later: &[Voice],
    weights: &Weights,
) -> Vec<(usize, usize, String)> {
    let same = first.at == second.at;
    let mut out = Vec::new();
    for (i, a) in earlier.iter().enumerate() {
        for (j, b) in later.iter().enumerate() {
            let nested = same && (i == j || a.content.contains(b.cue) || b.content.contains(a.cue));
            let pointed = b.denies && !a.denies && (points(second, b.cue) || (same && b.content.overlaps(a.content)));
            if (nested && !pointed) || a.content == b.content && !b.denies || i == j && same {
                continue;
            }
            if !a.name.is_empty() && !b.name.is_empty() && speakers(&a.name, &b.name) == Speakers::Same {
                continue;
            }
            let sides = sides(first, second, weights);
            let inside = |frame: &'_ Frame<'_>, v: &Voice| -> Vec<Term> {
                frame.content().filter(|t| v.content.contains(t.span)).cloned().collect()
            };
            let (x, y) = (inside(first, a), inside(second, b));
            let denied = a.denies != b.denies && {
                let met: Vec<f32> =
                    x.iter().filter_map(|t| y.iter().find(|o| o.meets(t)).map(|o| weights.of_meeting(t, o))).collect();
                met.len() >= 2 && met.iter().sum::<f32>() >= TOPIC
            };
            if pointed || denied || (!same && opposed(&sides, a, b)) {
                out.push((0, i, b.name.clone()));
                out.push((1, j, a.name.clone()));
            }
        }
    }
    out
}

/// Whether two voices of neighbouring statements say opposite things.
fn opposed(sides: &Sides<'_>, a: &Voice, b: &Voice) -> bool {
    let mut found = Vec::new();
    for checker in checkers::OPPOSITES {
        checker.check(sides, &mut found);
    }
    let within = |r: &Reason| a.content.overlaps(r.left) && b.content.overlaps(r.right);
    found.iter().any(|f| f.argues == Relation::Contradiction && within(&f.reason))
}

fn sides<'s>(left: &'s Frame<'s>, right: &'s Frame<'s>, weights: &'s Weights) -> Sides<'s> {
    Sides {
        left,
        right,
        left_published: None,
        right_published: None,
        similarity: 0.0,
        weights,
        gate: true,
        left_said: &SILENT,
        right_said: &SILENT,
    }
}

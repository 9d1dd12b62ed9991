//! Frames: a statement's words as the checkers compare them.
//!
//! A frame is a flat list of terms, cut into clauses. There is no syntax tree: a checker asks which terms stand in the
//! clause of a slot, and whether the two statements share the terms that say what the slot belongs to.

use super::passage::passage;
use crate::lexicon::{self, ConceptId, Opposites, Pole};
use crate::model::{HedgeKind, Source, Span, Statement, StatementRef};
use crate::text::{Word, words};

/// A word of a statement with the forms under which it meets others.
#[derive(Clone, Debug)]
pub(super) struct Term {
    /// Where it stands in the statement.
    pub span: Span,
    /// Folded.
    pub folded: String,
    /// Dictionary form.
    pub lemma: String,
    /// What it may mean: the groups of words it belongs to, alone or as part of a phrase.
    pub concepts: Vec<ConceptId>,
    /// Index of its clause.
    pub clause: usize,
    /// Whether it carries no content ("the", "of").
    pub stop: bool,
}

impl Term {
    /// Whether two terms may mean one thing: the same word, or words of one concept.
    pub(super) fn meets(&self, other: &Term) -> bool {
        self.lemma == other.lemma || self.concepts.iter().any(|c| other.concepts.contains(c))
    }

    /// Whether it looks like a past tense or a participle.
    pub(super) fn is_past(&self) -> bool {
        self.folded != self.lemma && !self.folded.ends_with('s') && !self.folded.ends_with("ing")
    }

    /// Whether it may mean what a concept is named by.
    pub(super) fn is(&self, label: &str) -> bool {
        self.lemma == label || self.concepts.iter().any(|c| c.label() == label)
    }
}

/// A word or phrase that stands at one end of a group of opposites.
#[derive(Clone, Copy, Debug)]
pub(super) struct PoleAt {
    /// Where it stands in the statement.
    pub span: Span,
    /// Which group and which end.
    pub pole: Pole,
}

/// A statement, taken apart.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    /// Which statement it is.
    pub at: StatementRef,
    /// The statement with its mentions.
    pub statement: &'a Statement,
    /// Its words as written.
    pub text: &'a str,
    /// What the relation model reads: the words, led by the sentence before if they cannot stand alone.
    pub passage: &'a str,
    /// Its words in order.
    pub terms: Vec<Term>,
    /// Its words that have opposites.
    pub poles: Vec<PoleAt>,
    /// Spans of its clauses, in order, covering all of it.
    pub clauses: Vec<Span>,
}

impl<'a> Frame<'a> {
    /// Takes a statement of a source apart.
    pub(super) fn new(at: StatementRef, source: &'a Source) -> Self {
        let statement = &source.statements[at.statement.0 as usize];
        let text = source.text_of(statement);
        let words = words(text);
        let clauses = clauses(text, &words);
        let folded: Vec<&str> = words.iter().map(|w| w.folded.as_str()).collect();
        let terms = terms(&words, &folded, &clauses);
        Self { at, statement, text, passage: passage(source, statement), terms, poles: poles(&words, &folded), clauses }
    }

    /// Index of the clause that holds a byte.
    pub(super) fn clause_at(&self, byte: usize) -> usize {
        self.clauses.iter().rposition(|c| c.start <= byte).unwrap_or(0)
    }

    /// Span of the clause that holds a byte.
    pub(super) fn clause_span(&self, byte: usize) -> Span {
        self.clauses.get(self.clause_at(byte)).copied().unwrap_or(Span::new(0, self.text.len()))
    }

    /// Content terms, in order.
    pub(super) fn content(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|t| !t.stop)
    }

    /// Content terms of the clause that holds `span`, those inside `span` left out.
    pub(super) fn around(&self, span: Span) -> impl Iterator<Item = &Term> {
        let clause = self.clause_at(span.start);
        self.content().filter(move |t| t.clause == clause && !t.span.overlaps(span))
    }

    /// Content terms of the clause that holds `span`, those inside `span` left out; of the whole statement if the
    /// clause's subject is a pronoun, since what it stands for is then outside.
    pub(super) fn about(&self, span: Span) -> impl Iterator<Item = &Term> {
        let clause = self.clause_at(span.start);
        let pronoun = self.terms.iter().any(|t| t.clause == clause && PRONOUNS.contains(&t.folded.as_str()));
        self.content().filter(move |t| (pronoun || t.clause == clause) && !t.span.overlaps(span))
    }

    /// Whether a clause holds a hedge that leaves its content open: "may", "likely", "reportedly".
    pub(super) fn is_open(&self, span: Span) -> bool {
        self.has_hedge(span, |k| matches!(k, HedgeKind::Possible | HedgeKind::Reported))
    }

    /// Whether a clause tells of what is to come: "will", "plans to".
    pub(super) fn is_planned(&self, span: Span) -> bool {
        self.has_hedge(span, |k| k == HedgeKind::Planned)
    }

    /// Whether a clause does not say that anything is so: "if", "would", "calls for".
    pub(super) fn is_unreal(&self, span: Span) -> bool {
        let clause = self.clause_at(span.start);
        let first = self.terms.iter().find(|t| t.clause == clause);
        first.is_some_and(|t| CONDITIONS.contains(&t.folded.as_str()))
            || self.has_hedge(span, |k| matches!(k, HedgeKind::Conditional | HedgeKind::Wished))
    }

    fn has_hedge(&self, span: Span, which: impl Fn(HedgeKind) -> bool) -> bool {
        let clause = self.clause_span(span.start);
        self.statement.mentions.hedges.iter().any(|h| which(h.kind) && clause.overlaps(h.span))
    }

    /// The head of the subject before a verb in its clause: of the words from the last comma on, the last one before a
    /// preposition ("the tower at the mall was shut": tower). `None` if the word before the verb shows no such thing.
    pub(super) fn subject_of(&self, verb: &Term) -> Option<&Term> {
        let before: Vec<&Term> =
            self.terms.iter().filter(|t| t.clause == verb.clause && t.span.end <= verb.span.start).collect();
        let comma = before
            .windows(2)
            .rposition(|pair| Span::new(pair[0].span.end, pair[1].span.start).of(self.text).contains(','));
        let phrase = &before[comma.map_or(0, |i| i + 1)..];
        let end = phrase
            .iter()
            .skip(1)
            .position(|t| PREPOSITIONS.contains(&t.folded.as_str()))
            .map_or(phrase.len(), |i| i + 1);
        let auxiliary = |t: &&&Term| !t.stop;
        if phrase.first().is_some_and(|t| PREPOSITIONS.contains(&t.folded.as_str())) {
            return None;
        }
        phrase[..end].iter().rfind(auxiliary).copied()
    }

    /// The negation whose scope holds `span`, if any.
    pub(super) fn negation_of(&self, span: Span) -> Option<Span> {
        self.statement.mentions.negations.iter().find(|n| n.scope.contains(span) || n.cue.overlaps(span)).map(|n| n.cue)
    }
}

/// Forms of "be".
pub(super) const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being"];

/// Words after "up" or "down" that show it to tell of an amount ("belly up" tells of none).
const MEASURED: &[&str] = &[
    "about", "almost", "at", "by", "from", "in", "just", "more", "nearly", "on", "over", "sharply", "slightly", "some",
    "to",
];

/// Words after which a noun is not the head of a subject.
const PREPOSITIONS: &[&str] =
    &["at", "by", "for", "from", "in", "near", "of", "off", "on", "outside", "to", "under", "with"];

/// Words that make their clause a condition.
const CONDITIONS: &[&str] = &["if", "once", "unless", "whether"];

/// Words that stand for a subject named elsewhere.
pub(super) const PRONOUNS: &[&str] = &["it", "they", "he", "she", "which", "who", "this"];

/// Words that open a new clause after a comma, or by themselves.
const SUBORDINATORS: &[&str] = &[
    "although", "because", "but", "if", "once", "since", "though", "unless", "until", "when", "where", "whereas",
    "which", "while", "who", "whose",
];

/// Cuts a statement into clauses: at semicolons, colons and dashes between words, before words that open a clause, and
/// after a comma before "and", "with" or a participle.
/// "since" and "until" before a time are no such words.
fn clauses(text: &str, words: &[Word]) -> Vec<Span> {
    let mut starts = vec![0];
    for (i, word) in words.iter().enumerate().skip(1) {
        let gap = Span::new(words[i - 1].span.end, word.span.start).of(text);
        let strong = gap.contains([';', ':', '\u{2013}', '\u{2014}']) || gap.contains(" - ");
        let comma = gap.contains(',');
        let opens = SUBORDINATORS.contains(&word.folded.as_str());
        let timed = matches!(word.folded.as_str(), "since" | "until")
            && words.get(i + 1).is_some_and(|next| {
                next.folded.starts_with(|c: char| c.is_ascii_digit())
                    || next.span.of(text).starts_with(char::is_uppercase)
                    || matches!(next.folded.as_str(), "the" | "early" | "late" | "last" | "then" | "now")
            });
        let participle = word.folded.len() > 5 && word.folded.ends_with("ing");
        let joined =
            comma && (participle || matches!(word.folded.as_str(), "and" | "or" | "so" | "nor" | "yet" | "with"));
        if strong || (opens && !timed) || joined {
            starts.push(word.span.start);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(&start, end)| Span::new(start, end)).collect()
}

fn terms(words: &[Word], folded: &[&str], clauses: &[Span]) -> Vec<Term> {
    let mut terms: Vec<Term> = words
        .iter()
        .map(|word| Term {
            span: word.span,
            folded: word.folded.clone(),
            lemma: lexicon::lemma(&word.folded).into_owned(),
            concepts: Vec::new(),
            clause: clauses.iter().rposition(|c| c.start <= word.span.start).unwrap_or(0),
            stop: lexicon::is_stopword(&word.folded),
        })
        .collect();
    for found in lexicon::concepts_in(folded) {
        // A function word alone ("after", "back") means nothing by itself, but may be part of a phrase.
        if found.words.len() == 1 && terms[found.words.start].stop {
            continue;
        }
        for term in &mut terms[found.words] {
            term.concepts.push(found.value);
            term.stop = false;
        }
    }
    terms
}

fn poles(words: &[Word], folded: &[&str]) -> Vec<PoleAt> {
    let span = |range: &std::ops::Range<usize>| words[range.start].span.union(words[range.end - 1].span);
    // A phrase means what it means as a whole: nothing falls where somebody "fell ill".
    let phrases: Vec<_> = lexicon::concepts_in(folded).into_iter().map(|f| f.words).filter(|w| w.len() > 1).collect();
    let whole = |words: &std::ops::Range<usize>| {
        !phrases.iter().any(|p| p.len() > words.len() && p.start <= words.start && words.end <= p.end)
    };
    let directed = |at: &std::ops::Range<usize>| {
        let bare = at.len() == 1 && matches!(folded[at.start], "up" | "down");
        let before = at.start.checked_sub(1).map_or("", |i| folded[i]);
        let after = folded.get(at.end).copied().unwrap_or_default();
        let measured = after.starts_with(|c: char| c.is_ascii_digit()) || MEASURED.contains(&after);
        !bare || measured || BE.contains(&before)
    };
    // "A woman named Ruth": called so, not put into an office.
    let called = |at: &std::ops::Range<usize>| {
        let article =
            at.start >= 2 && folded[at.start.saturating_sub(4)..at.start - 1].iter().any(|w| ["a", "an"].contains(w));
        let auxiliary = at.start > 0 && BE.contains(&folded[at.start - 1]);
        folded[at.start] == "named" && article && !auxiliary
    };
    let found = Opposites::get().find(folded).into_iter();
    let found = found.filter(|f| whole(&f.words) && directed(&f.words) && !called(&f.words));
    found.map(|f| PoleAt { span: span(&f.words), pole: f.value }).collect()
}

//! The words that name who speaks, beside a verb of saying.

use super::super::token::{Token, Tokens, is_plain, parts_clause};
use crate::model::Span;

/// The subject of a verb.
pub(super) struct Subject {
    /// Its words.
    pub(super) span: Span,
    /// Index of its first word.
    pub(super) from: usize,
    /// Whether a comma or a closing quotation mark stands before it: what is said may stand there, too.
    pub(super) after_comma: bool,
    /// Whether the verb stands behind a comma that closes an apposition.
    pub(super) tail: bool,
    /// Whether its last word is a name or a pronoun.
    pub(super) named: bool,
    /// Whether the verb is that of a relative clause about it ("the firm, which said …").
    pub(super) relative: bool,
}

const AUXILIARY: [&str; 34] = [
    "has", "have", "had", "did", "does", "do", "not", "will", "would", "could", "can", "may", "might", "should", "is",
    "are", "was", "were", "be", "been", "also", "later", "earlier", "then", "once", "never", "always", "now", "still",
    "even", "didn't", "hasn't", "wouldn't", "first",
];

/// Words that cannot stand in a subject: they open a clause.
const OPENS: [&str; 28] = [
    "but", "that", "as", "when", "while", "because", "if", "although", "though", "where", "whereas", "since", "until",
    "which", "so", "yet", "and", "or", "what", "how", "why", "whether", "said", "says", "before", "after", "than",
    "said",
];

/// Words that end no subject.
const NO_SUBJECT: [&str; 17] = [
    "to", "the", "a", "an", "of", "by", "who", "his", "her", "its", "their", "our", "my", "this", "your", "in", "stay",
];

/// Prepositions that may tie more words to a subject ("a spokesman for the ministry").
const TIES: [&str; 8] = ["of", "for", "at", "in", "from", "with", "on", "to"];

/// Pronouns that can speak.
const PRONOUNS: [&str; 8] = ["he", "she", "they", "it", "we", "i", "you", "nobody"];

/// Index of the first word of the verb that ends at `i`: auxiliaries and adverbs before it taken in.
pub(super) fn verb_start(tokens: &Tokens<'_>, i: usize) -> usize {
    let mut start = i;
    while start > 0
        && tokens.get(start).is_some_and(|t| is_plain(t.gap))
        && tokens
            .get(start - 1)
            .is_some_and(|t| t.is(&AUXILIARY) || (t.folded.ends_with("ly") && !t.is_capital() && t.folded.len() > 4))
    {
        start -= 1;
    }
    start
}

/// The subject that ends before word `verb`.
pub(super) fn before(tokens: &Tokens<'_>, verb: usize) -> Option<Subject> {
    let last = verb.checked_sub(1)?;
    let gap = tokens.get(verb)?.gap;
    if gap.contains(['"', '“', '”', ';', ':', '(']) || tokens.ends_sentence(last) {
        return None;
    }
    if gap.contains(',') {
        return appositive(tokens, last);
    }
    if tokens.get(last)?.is(&["who", "which"]) {
        // "Investigators, who until Friday had said …": they speak.
        let subject = noun_phrase(tokens, last.checked_sub(1)?)?;
        return Some(Subject { relative: true, after_comma: false, ..subject });
    }
    if let Some(noun) = relative_before(tokens, last) {
        let subject = noun_phrase(tokens, noun)?;
        return Some(Subject { relative: true, after_comma: false, ..subject });
    }
    noun_phrase(tokens, last)
}

/// The word before a "who" that opens a clause whose subject it is, with only a phrase of time in between.
fn relative_before(tokens: &Tokens<'_>, last: usize) -> Option<usize> {
    let who = (last.saturating_sub(3)..last).rev().find(|&k| tokens.get(k).is_some_and(|t| t.is(&["who"])))?;
    let time = tokens.get(who + 1)?.is(&["until", "on", "in", "last", "earlier", "at", "by"]);
    time.then(|| who.checked_sub(1)).flatten()
}

/// How many words an apposition may have.
const APPOSITION: usize = 12;

/// How many words a relative clause between commas may have.
const RELATIVE: usize = 20;

/// Whether marks stand before a word that no relative clause reaches over.
fn parts_sentence(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.get(at).is_some_and(|t| t.gap.contains([';', ':', '"', '“', '”', '(', '–', '—']))
}

/// "Rob Tanner, the incident commander, said": the name before the first comma.
fn appositive(tokens: &Tokens<'_>, last: usize) -> Option<Subject> {
    let comma = |k: &usize| tokens.get(*k).is_some_and(|t| t.gap.contains(','));
    // "Tanner, who, like many here, farms, said": commas may stand within a relative clause.
    let relative = |k: &usize| comma(k) && tokens.get(*k).is_some_and(|t| t.is(&["who", "whose"]));
    let within = |k: usize| (k..=last).all(|j| !tokens.ends_sentence(j - 1) && !parts_sentence(tokens, j));
    let who = (1..=last).rev().take(RELATIVE).find(relative).filter(|&k| within(k));
    let opening = who.or_else(|| (1..=last).rev().take(APPOSITION).find(comma))?;
    let clean = (opening + 1..=last).all(|k| tokens.get(k).is_some_and(|t| !parts_clause(t.gap)));
    if !clean && who.is_none() {
        return None;
    }
    // A list of appositions: "Tanner, 58, the commander, said".
    let age = opening >= 2 && tokens.get(opening - 1).is_some_and(|t| t.is_number() && t.gap.contains(','));
    let subject = noun_phrase(tokens, opening - if age { 2 } else { 1 })?;
    Some(Subject { tail: true, after_comma: false, ..subject })
}

/// The noun phrase that ends with word `last`.
fn noun_phrase(tokens: &Tokens<'_>, last: usize) -> Option<Subject> {
    let end = tokens.get(last)?;
    if end.is(&OPENS) || end.is(&AUXILIARY) || end.is_number() || end.is(&NO_SUBJECT) {
        return None;
    }
    let mut from = last;
    let pronoun = end.is(&PRONOUNS);
    while from > 0 && !pronoun {
        let (word, previous) = (tokens.get(from)?, tokens.get(from - 1)?);
        let abbreviated = word.gap.starts_with('.') && !tokens.ends_sentence(from - 1);
        let joined =
            is_plain(word.gap) || abbreviated || word.gap.trim() == "&" || word.gap == "' " || word.gap == "’ ";
        if !joined
            || (previous.is(&OPENS) && !(previous.folded == "and" && word.is_capital()))
            || previous.is(&PRONOUNS)
        {
            break;
        }
        from -= 1;
    }
    let from = skip_leading(tokens, from, last);
    let gap = tokens.get(from)?.gap;
    let after_comma = gap.contains([',', '"', '”', '’', '“']) || gap.contains(" – ") || gap.contains(" — ");
    Some(Subject {
        span: name_span(tokens, from, last + 1),
        from,
        after_comma,
        tail: false,
        relative: false,
        named: end.is_capital() || pronoun,
    })
}

/// Takes "On Tuesday", "In Kyiv" and the like off the front of a subject.
fn skip_leading(tokens: &Tokens<'_>, from: usize, last: usize) -> usize {
    let first = tokens.folded(from);
    if !TIES.contains(&first)
        && !matches!(first, "last" | "next" | "earlier" | "late" | "early" | "yesterday" | "today")
    {
        return from;
    }
    let time = (from..=last).rev().find(|&k| is_time(tokens.folded(k)));
    match time {
        Some(k) if k < last => k + 1,
        _ => (from + 1..=last)
            .find(|&k| {
                tokens.get(k).is_some_and(|t| t.is(&["the", "a", "an", "his", "her", "its", "their"])) && k > from + 1
            })
            .unwrap_or(if matches!(first, "yesterday" | "today" | "earlier") && from < last { from + 1 } else { from }),
    }
}

/// The words `from..to`, with the full stop of an abbreviation that ends them ("the U.S.").
pub(super) fn name_span(tokens: &Tokens<'_>, from: usize, to: usize) -> Span {
    let span = tokens.span(from, to);
    let abbreviated = to > from && tokens.folded(to - 1).contains('.') && tokens.text[span.end..].starts_with('.');
    Span::new(span.start, span.end + usize::from(abbreviated))
}

fn is_time(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "week"
            | "month"
            | "year"
            | "night"
            | "morning"
            | "evening"
            | "afternoon"
            | "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "yesterday"
            | "today"
    ) || (word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()))
}

/// One past the last word of the name that begins at `from`, behind an inverted verb.
pub(super) fn name_end(tokens: &Tokens<'_>, from: usize) -> Option<usize> {
    let first = tokens.get(from)?;
    if first.is(&TIES) || first.is(&["that", "by", "about", "so", "no", "this", "after", "before"]) {
        return None;
    }
    let named =
        first.is_capital() || first.is(&["the", "a", "an", "one", "his", "her", "its", "their"]) || first.is(&PRONOUNS);
    let plural = !named && first.folded.ends_with('s') && tokens.gap_after(from).starts_with(['.', ',']);
    let closes = |end: usize| tokens.gap_after(end - 1).contains([',', ';']) || tokens.ends_sentence(end - 1);
    if !named && !plural && !tokens.get(from + 1).is_some_and(Token::is_capital) && from + 1 < tokens.len() {
        return Some(phrase_end(tokens, from)).filter(|&end| end > from + 1 && closes(end));
    }
    if first.is(&PRONOUNS) {
        return Some(from + 1);
    }
    let end = phrase_end(tokens, from);
    // "Said her neighbour, Luis Orte": the name follows what the person is.
    let described = end > from && !tokens.get(end - 1)?.is_capital() && tokens.gap_after(end - 1) == ", ";
    Some(if described && tokens.get(end).is_some_and(Token::is_capital) { phrase_end(tokens, end) } else { end })
}

/// One past the last word of the noun phrase that begins at `from`.
pub(super) fn phrase_end(tokens: &Tokens<'_>, from: usize) -> usize {
    let mut end = from;
    while let Some(token) = tokens.get(end) {
        let abbreviated = token.gap.starts_with('.') && end > from && !tokens.ends_sentence(end - 1);
        let joined = end == from || is_plain(token.gap) || abbreviated || token.gap.trim() == "&";
        let opens = token.is(&OPENS) && !(token.folded == "and" && tokens.get(end + 1).is_some_and(Token::is_capital));
        if !joined
            || opens
            || (end > from && token.is(&["who", "on", "in", "at", "during", "late", "earlier", "last", "yesterday"]))
        {
            break;
        }
        end += 1;
    }
    end
}

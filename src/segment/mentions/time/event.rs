//! What began, lasts or happens at a time: the event noun that the time belongs to, and whether it is said to begin.

use super::super::lexer::{Kind, Tokens};
use super::super::noun;
use crate::lexicon::{is_event, lemma};

/// Verbs, past and present, that tell a beginning; phrases by their words.
const BEGINNINGS: [&str; 40] = [
    "began",
    "begun",
    "begins",
    "begin",
    "beginning",
    "started",
    "starts",
    "start",
    "starting",
    "broke out",
    "breaks out",
    "broken out",
    "breaking out",
    "erupted",
    "erupts",
    "launched",
    "launches",
    "opened",
    "opens",
    "commenced",
    "commences",
    "dates to",
    "dates back to",
    "dating to",
    "dating back to",
    "dates from",
    "dating from",
    "took up arms",
    "flared",
    "flared up",
    "kicked off",
    "kicks off",
    "ignited",
    "founded",
    "established",
    "came into force",
    "took effect",
    "takes effect",
    "came into effect",
    "set in",
];

/// The event named by the word at `i`, singular: "talks", "war", "fighting".
fn event_at(tokens: &Tokens<'_>, i: usize) -> Option<String> {
    let word = tokens.word(i);
    if word.is_empty() {
        return None;
    }
    if is_event(word) {
        return Some(word.to_owned());
    }
    let singular = noun::is_plural(word).then(|| lemma(word)).filter(|singular| is_event(singular))?;
    Some(singular.into_owned())
}

/// The event that a noun phrase from token `i` on names, or nothing.
pub(super) fn named_at(tokens: &Tokens<'_>, i: usize) -> String {
    let mut at = i;
    let mut event = String::new();
    while at < i + 5 {
        let word = tokens.word(at);
        let article = at == i && matches!(word, "the" | "a" | "its" | "their" | "his");
        if !article && noun::ends_phrase(word) && !tokens.hyphen(at) {
            break;
        }
        if let Some(found) = event_at(tokens, at) {
            event = found;
        } else if !event.is_empty() {
            break;
        }
        at += 1;
    }
    event
}

/// The head noun that an attribute ending before token `i` stands before: an event, or any thing: "90-day ceasefire",
/// "five-year plan". People are none: a "30-year veteran" is not thirty years of anything.
pub(super) fn attribute_head(tokens: &Tokens<'_>, i: usize) -> String {
    let event = named_at(tokens, i);
    if !event.is_empty() {
        return event;
    }
    let things =
        ["plan", "sentence", "term", "deadline", "notice", "contract", "period", "spell", "lease", "extension"];
    let head = noun::singular_head(tokens, i).map(|head| noun::singular(tokens.word(head))).unwrap_or_default();
    if things.contains(&head.as_str()) { head } else { String::new() }
}

/// The event named right before token `i`, with its complements at most between: "a conflict barely", "the war, now".
pub(super) fn just_before(tokens: &Tokens<'_>, i: usize) -> String {
    let near = |j: &usize| {
        matches!(tokens.word(*j), "now" | "is" | "was" | "barely" | "already" | "only" | "just")
            || tokens.lower(*j) == ","
    };
    let mut at = i;
    while at > 0 && near(&(at - 1)) {
        at -= 1;
    }
    at.checked_sub(1).and_then(|at| event_at(tokens, at)).unwrap_or_default()
}

/// Whether what stands before token `i` says that something has gone on until now: "has dragged on", "has been fighting".
pub(super) fn has_lasted(tokens: &Tokens<'_>, i: usize) -> bool {
    let near = i.saturating_sub(6)..i;
    let perfect = |j: usize| matches!(tokens.word(j), "has" | "have" | "'ve");
    let going = |j: usize| {
        let word = tokens.word(j);
        let verbs = [
            "lasted",
            "raged",
            "dragged",
            "persisted",
            "continued",
            "gone",
            "fought",
            "waged",
            "been",
            "simmered",
            "endured",
            "run",
            "existed",
        ];
        verbs.contains(&word)
    };
    near.clone().any(perfect) && near.clone().any(going)
}

/// The beginning that a time at tokens `from..to` is said to be of: whether one is told, and of what.
pub(super) fn beginning(tokens: &Tokens<'_>, from: usize, to: usize) -> Option<String> {
    let clause = tokens.clause(from);
    let behind = clause.start.max(from.saturating_sub(9))..from;
    let ahead = to..clause.end.min(to + 10).max(to);
    // Nearest before, with no comma between ("began on Monday", "which began, officials said, in 2014" is let go).
    let unbroken = |j: usize| (j..from).all(|k| tokens.lower(k) != "," && !other_verb(tokens, k, j));
    let verb = behind.rev().find(|&j| begins_at(tokens, j).is_some_and(|end| end <= from) && unbroken(j));
    // "In 2014 the war began": the time opens its clause.
    let opens = (clause.start..from)
        .all(|j| tokens.get(j).is_some_and(|t| t.kind == Kind::Mark) || noun::ends_phrase(tokens.word(j)));
    let fronted = || ahead.into_iter().find(|&j| begins_at(tokens, j).is_some()).filter(|_| opens);
    let verb = verb.or_else(fronted)?;
    Some(subject(tokens, verb))
}

/// Another verb between the beginning and the time: "began walking out and returned on Monday".
fn other_verb(tokens: &Tokens<'_>, k: usize, verb: usize) -> bool {
    let word = tokens.word(k);
    k > verb && matches!(word, "and" | "but" | "said" | "says" | "before" | "after" | "when" | "while" | "until")
}

fn begins_at(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    BEGINNINGS.iter().find_map(|phrase| tokens.phrase_at(i, phrase)).map(|count| i + count)
}

/// The event nearest before token `i` in the statement.
pub(super) fn subject(tokens: &Tokens<'_>, i: usize) -> String {
    (0..i).rev().find_map(|j| event_at(tokens, j)).unwrap_or_default()
}

/// The event that happens at a time at tokens `from..to`: the nearest in its clause, before it rather than after. A time
/// at which something was said is that of the saying.
pub(super) fn happening(tokens: &Tokens<'_>, from: usize, to: usize) -> String {
    let says = ["said", "told", "announced", "reported", "added", "warned", "confirmed", "wrote", "says", "tweeted"];
    if says.contains(&tokens.before(from, 1)) {
        return String::new();
    }
    let parts = |j: &usize| {
        let word = tokens.word(*j);
        matches!(word, "after" | "before" | "when" | "while" | "because" | "but" | "although" | "despite" | "following")
    };
    let clause = tokens.clause(from);
    let before = (clause.start..from).rev().take_while(|j| !parts(j)).find_map(|j| event_at(tokens, j));
    let after = || {
        let ahead = (to..clause.end.max(to)).take_while(|j| !parts(j) && tokens.word(*j) != "that");
        ahead.into_iter().find_map(|j| event_at(tokens, j))
    };
    before.or_else(after).unwrap_or_default()
}

//! Whether a clause tells what was or what is to come: so that "on Tuesday" is the last one or the next.

use super::super::lexer::Tokens;
use super::super::noun;
use crate::lexicon::lemma;

/// Which way a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// Words that point ahead by themselves.
const AHEAD: [&str; 21] = [
    "will",
    "'ll",
    "shall",
    "would",
    "could",
    "may",
    "might",
    "must",
    "should",
    "upcoming",
    "scheduled",
    "due",
    "expected",
    "planned",
    "slated",
    "tomorrow",
    "poised",
    "looming",
    "forthcoming",
    "ahead",
    "pending",
];

/// Verbs in the present that, with a date, tell what is to come: "talks resume on Monday".
const PRESENT: [&str; 66] = [
    "begin",
    "begins",
    "start",
    "starts",
    "open",
    "opens",
    "meet",
    "meets",
    "resume",
    "resumes",
    "take",
    "takes",
    "expire",
    "expires",
    "end",
    "ends",
    "play",
    "plays",
    "face",
    "faces",
    "host",
    "hosts",
    "vote",
    "votes",
    "hold",
    "holds",
    "address",
    "addresses",
    "arrive",
    "arrives",
    "travel",
    "travels",
    "return",
    "returns",
    "convene",
    "convenes",
    "kick",
    "kicks",
    "come",
    "comes",
    "go",
    "goes",
    "leave",
    "leaves",
    "close",
    "closes",
    "launch",
    "launches",
    "head",
    "heads",
    "visit",
    "visits",
    "sign",
    "signs",
    "decide",
    "decides",
    "appear",
    "appears",
    "step",
    "steps",
    "fly",
    "flies",
    "gather",
    "gathers",
    "prepare",
    "prepares",
];

/// Past forms that look like the present, and auxiliaries.
const PAST: [&str; 15] = [
    "was",
    "were",
    "had",
    "did",
    "has",
    "have",
    "said",
    "told",
    "ago",
    "hit",
    "shut",
    "put",
    "beat",
    "cut",
    "yesterday",
];

/// The tense around a time expression whose tokens are `from..to`: that of the nearest verb before it in its clause, else
/// after it.
pub(super) fn tense(tokens: &Tokens<'_>, from: usize, to: usize) -> Tense {
    before(tokens, from).or_else(|| after(tokens, from, to)).unwrap_or(Tense::Unknown)
}

/// The tense of the end of something, "by Friday", "until June": still to come, unless the verb after it tells what was
/// ("until Friday had said"). `None` where it could be either: "was closed until Friday".
pub(super) fn tense_of_end(tokens: &Tokens<'_>, from: usize, to: usize) -> Option<Tense> {
    match before(tokens, from) {
        Some(Tense::Past) => None,
        Some(_) => Some(Tense::Future),
        None => Some(after(tokens, from, to).filter(|&tense| tense == Tense::Past).unwrap_or(Tense::Future)),
    }
}

/// The tense of the nearest verb before token `from` in its clause.
fn before(tokens: &Tokens<'_>, from: usize) -> Option<Tense> {
    (tokens.clause(from).start..from).rev().find_map(|i| at(tokens, i))
}

/// The tense of the nearest verb after it.
fn after(tokens: &Tokens<'_>, from: usize, to: usize) -> Option<Tense> {
    (to..tokens.clause(from).end.max(to)).find_map(|i| at(tokens, i))
}

fn at(tokens: &Tokens<'_>, i: usize) -> Option<Tense> {
    let word = tokens.word(i);
    if word.is_empty() {
        return None;
    }
    let before = tokens.before(i, 1);
    if AHEAD.contains(&word) {
        // "had scheduled", "was set": told as past, meant as future; "was due" too.
        return Some(Tense::Future);
    }
    if word == "set" && matches!(tokens.word(i + 1), "to" | "for") {
        return Some(Tense::Future);
    }
    if word == "to" {
        let subject_is = matches!(
            before,
            "is" | "are"
                | "'s"
                | "plans"
                | "plan"
                | "hopes"
                | "hope"
                | "wants"
                | "agreed"
                | "promised"
                | "vowed"
                | "pledged"
                | "preparing"
                | "prepares"
                | "prepare"
                | "ready"
                | "likely"
                | "unlikely"
                | "going"
                | "decided"
                | "intends"
                | "invited"
        );
        return subject_is.then_some(Tense::Future);
    }
    // "Leaders to meet": a headline's future.
    if before == "to"
        && i > 1
        && noun::is_plural(tokens.before(i, 2))
        && lemma(word) == word
        && !noun::ends_phrase(word)
    {
        return Some(Tense::Future);
    }
    // Most of these are nouns, too: a verb in its base form follows a plural or "who".
    let subject = if word.ends_with('s') {
        !noun::ends_phrase(before) && before != "to"
    } else {
        noun::is_plural(before) || matches!(before, "who" | "they" | "we" | "which")
    };
    if PRESENT.contains(&word) && subject {
        return Some(Tense::Future);
    }
    if matches!(word, "is" | "are" | "am") {
        return Some(Tense::Unknown);
    }
    let attribute = tokens.hyphen(i + 1) || matches!(before, "the" | "a" | "an" | "its" | "their");
    let past =
        PAST.contains(&word) || (!attribute && !noun::is_plural(word) && !word.ends_with("ing") && lemma(word) != word);
    if !past {
        return None;
    }
    // "will be played", "could have met": the auxiliary in front decides.
    let auxiliary = (i.saturating_sub(3)..i).rev().find(|&j| !tokens.word(j).ends_with("ly"));
    let infinite = auxiliary.is_some_and(|j| matches!(tokens.word(j), "be" | "being"));
    let modal = (i.saturating_sub(3)..i).any(|j| {
        matches!(tokens.word(j), "will" | "'ll" | "would" | "could" | "may" | "might" | "must" | "should" | "shall")
    });
    match (modal, infinite) {
        (true, _) => Some(Tense::Future),
        (false, true) => None,
        _ => Some(Tense::Past),
    }
}

//! Negations and how far they reach.
//!
//! A cue negates what follows it in its clause; where nothing follows ("which it denies", "crews found nothing") it negates
//! what stands before it. Two cues that undo each other ("did not deny", "not without") are none.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::role;
use super::token::{Token, Tokens, parts_clause, rows};
use crate::lexicon;
use crate::model::{Negation, Span};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Plain,
    Verb,
    Never,
}

/// The words of a cue and its class.
type Phrase = (Vec<&'static str>, Class);

/// Phrases by their first word, longest first.
static CUES: LazyLock<HashMap<&str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut cues: HashMap<&str, Vec<Phrase>> = HashMap::new();
    for row in rows(include_str!("../../../resources/lexicon/negation.tsv")) {
        let class = match row.get(1) {
            Some(&"verb") => Class::Verb,
            Some(&"never") => Class::Never,
            _ => Class::Plain,
        };
        let phrase: Vec<&str> = row[0].split(' ').collect();
        cues.entry(phrase[0]).or_default().push((phrase, class));
    }
    for phrases in cues.values_mut() {
        phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    }
    cues
});

/// A cue: words `from..to`.
struct Cue {
    from: usize,
    to: usize,
    class: Class,
}

/// Negations in a statement, in reading order.
pub(super) fn find(text: &str) -> Vec<Negation> {
    let tokens = Tokens::new(text);
    let cues = settle(&tokens, cues(&tokens));
    cues.iter()
        .filter_map(|cue| {
            let scope = scope(&tokens, cue)?;
            Some(Negation { cue: tokens.span(cue.from, cue.to), scope })
        })
        .collect()
}

fn cues(tokens: &Tokens<'_>) -> Vec<Cue> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match cue_at(tokens, i) {
            Some((length, Class::Never)) => i += length,
            Some((length, class)) => {
                out.push(Cue { from: i, to: i + length, class });
                i += length;
            }
            None => i += 1,
        }
    }
    out
}

/// The cue that begins at word `i`: its length in words and class.
fn cue_at(tokens: &Tokens<'_>, i: usize) -> Option<(usize, Class)> {
    let word = tokens.folded(i);
    if let Some(length) = named(tokens, i) {
        return Some((length, Class::Never));
    }
    if word.ends_with("n't") {
        return Some((1, exception(tokens, i).map_or(Class::Plain, |_| Class::Never)));
    }
    if let Some(length) = exception(tokens, i) {
        return Some((length, Class::Never));
    }
    let (phrase, class) = CUES.get(word)?.iter().find(|(phrase, _)| tokens.matches(i, phrase))?;
    let length = phrase.len();
    let (gap, next) = (tokens.gap_after(i + length - 1), tokens.get(i + length));
    let follows = |words: &[&str]| next.is_some_and(|t| t.is(words));
    let negates = match phrase.join(" ").as_str() {
        "no" => !is_other_no(gap, next),
        "not" => !gap.starts_with('-'),
        "far from" => follows(&FAR_FROM) || next.is_some_and(|t| t.folded.ends_with("ing")),
        "yet to" => ["has", "have", "had", "having", "is", "are", "was", "were"].contains(&tokens.before(i, 1)),
        "decline to" | "declines to" | "declined to" | "declining to" => {
            next.is_some_and(|t| !t.is_number() && !t.is(&["a", "the", "its", "about", "around", "just", "under"]))
                && !gap.contains(['£', '$', '€', '¥'])
        }
        "refuse" => !["the", "of", "and", "household"].contains(&tokens.before(i, 1)),
        "refused" | "denied" => !follows(&["bail"]),
        _ => true,
    };
    negates.then_some((length, *class))
}

/// The words of a title that holds a negation ("Nothing Else Counts", "the Never Again fund"): capitals among words that
/// have none. How many of them there are from word `i` on.
fn named(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let capital = |k: usize| tokens.get(k).is_some_and(|t| t.is_capital() && !t.is_all_caps());
    let joined = |k: usize| tokens.get(k).is_some_and(|t| t.gap == " ");
    if !capital(i) {
        return None;
    }
    let end = (i + 1..tokens.len()).find(|&k| !(capital(k) && joined(k))).unwrap_or(tokens.len());
    let behind = i > 0 && joined(i) && capital(i - 1) && !tokens.begins_sentence(i - 1);
    // Where all words have capitals it is a headline.
    let lower = |t: &Token<'_>| !t.is_capital() && !t.is_number() && !lexicon::is_stopword(&t.folded);
    if !tokens.iter().any(lower) {
        return None;
    }
    if !tokens.begins_sentence(i) {
        return (behind || end > i + 1).then_some(end - i);
    }
    // At the start any word has a capital: "No Labour MP was hurt" names people, of whom there may be many.
    let people = |k: usize| {
        let inner = tokens.get(k).is_some_and(|t| t.raw.chars().skip(1).any(char::is_uppercase));
        inner || role::title_at(tokens, k).is_some()
    };
    let stands_alone = tokens.get(end).is_none_or(|t| {
        let plural = t.is(&["are", "were", "have", "had", "do", "did", "of", "and", "or", "but"]);
        t.gap != " " || (lexicon::is_stopword(&t.folded) && !plural)
    });
    (end > i + 2 && !(i + 1..end).any(people) && stands_alone).then_some(end - i)
}

/// "No. 5", "no-fly zone", and "No," as an answer say nothing of what follows.
fn is_other_no(gap: &str, next: Option<&Token<'_>>) -> bool {
    let number = gap.starts_with('.') && next.is_some_and(Token::is_number);
    number || gap.trim_start().starts_with(['-', ',', ':', '!', '–', '—', '.', ';', '"', '”', '’', '\''])
}

/// The longest phrase at `i` that only looks like a negation, and whether nothing longer negates.
fn exception(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let phrases = CUES.get(tokens.folded(i))?;
    phrases.iter().find(|(phrase, class)| *class == Class::Never && tokens.matches(i, phrase)).map(|(p, _)| p.len())
}

const FAR_FROM: [&str; 21] = [
    "over",
    "clear",
    "certain",
    "being",
    "done",
    "finished",
    "it",
    "perfect",
    "complete",
    "settled",
    "resolved",
    "agreed",
    "ideal",
    "satisfied",
    "safe",
    "easy",
    "ready",
    "convinced",
    "sure",
    "enough",
    "guaranteed",
];

/// Takes out pairs of cues that undo each other, and "nor" after "neither".
fn settle(tokens: &Tokens<'_>, cues: Vec<Cue>) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    for cue in cues {
        let undone = out.last().is_some_and(|before| {
            let between = before.to..cue.from;
            cue.class == Class::Verb
                && between.len() <= 2
                && between.clone().all(|k| tokens.get(k).is_some_and(|t| t.is(&BETWEEN) || t.folded.ends_with("ly")))
                && (between.start..=cue.from).all(|k| tokens.get(k).is_some_and(|t| !parts_clause(t.gap)))
        });
        if undone {
            out.pop();
            continue;
        }
        let word = tokens.folded(cue.from);
        if word == "nor" && out.iter().any(|before| tokens.folded(before.from) == "neither") {
            continue;
        }
        // "Did not sign until Friday": signed on Friday.
        let plain_not = word == "not" || word == "cannot" || word == "never" || word.ends_with("n't");
        if plain_not && until_follows(tokens, cue.to) {
            continue;
        }
        out.push(cue);
    }
    out
}

const BETWEEN: [&str; 7] = ["be", "been", "to", "yet", "also", "entirely", "have"];

fn until_follows(tokens: &Tokens<'_>, from: usize) -> bool {
    (from..tokens.len().min(from + 12))
        .take_while(|&k| !breaks(tokens, k, from))
        .any(|k| tokens.get(k).is_some_and(|t| t.is(&["until", "till"])))
}

/// What a cue negates.
fn scope(tokens: &Tokens<'_>, cue: &Cue) -> Option<Span> {
    // "Failure to agree could end the truce": a noun's scope ends with its phrase.
    let noun = tokens.get(cue.from).is_some_and(|t| t.is(&["failure", "refusal", "lack", "absence", "without"]));
    let ends =
        |k: usize| breaks(tokens, k, cue.to) || noun && k > cue.to && tokens.get(k).is_some_and(|t| t.is(&FINITE));
    let end = (cue.to..tokens.len()).find(|&k| ends(k)).unwrap_or(tokens.len());
    if end > cue.to {
        return Some(tokens.span(cue.to, end));
    }
    // Nothing follows: the clause before it, over a "which it" that only points back.
    let pronoun = |k: usize| {
        tokens.get(k).is_some_and(|t| {
            t.is(&["which", "that", "it", "he", "she", "they", "has", "have", "had", "all", "this", "something", "and"])
        })
    };
    let mut last = cue.from;
    while last > 0 && pronoun(last - 1) {
        last -= 1;
    }
    let mut first = last;
    while first > 0 && (first == last || !breaks(tokens, first, 0)) {
        first -= 1;
    }
    let says = (first..last).any(|k| !lexicon::is_stopword(tokens.folded(k)));
    (first < last && says).then(|| tokens.span(first, last))
}

/// Whether a clause that holds word `from` is over before word `k`.
fn breaks(tokens: &Tokens<'_>, k: usize, from: usize) -> bool {
    let Some(token) = tokens.get(k) else { return true };
    if parts_clause(token.gap) || (k > 0 && tokens.ends_sentence(k - 1)) {
        return true;
    }
    if token.gap.contains(',') {
        // A list goes on over its commas: "attack, harm or threaten".
        let list = (k..tokens.len().min(k + 6))
            .take_while(|&j| j == k || !parts_clause(tokens.get(j).map_or("", |t| t.gap)))
            .any(|j| tokens.get(j).is_some_and(|t| t.is(&["or", "nor"])));
        return !list
            || token.is(&SUBORDINATE)
            || token.is(&["and", "so", "as", "in", "with", "he", "she", "it", "they"]);
    }
    if k == from {
        return false;
    }
    if token.is(&SUBORDINATE) {
        return true;
    }
    token.is(&["and"])
        && tokens.get(k + 1).is_some_and(|t| {
            t.is(&[
                "he", "she", "it", "they", "we", "i", "you", "there", "is", "are", "was", "were", "has", "have", "had",
                "will", "would", "could", "may", "might", "can", "that", "said", "then", "no", "not", "never", "now",
            ]) || (t.folded.ends_with("ed") && t.folded.len() > 4)
        })
}

const FINITE: [&str; 17] = [
    "may", "might", "could", "can", "will", "would", "should", "must", "is", "are", "was", "were", "has", "have",
    "had", "does", "did",
];

const SUBORDINATE: [&str; 17] = [
    "but", "however", "although", "though", "because", "while", "whereas", "which", "who", "whom", "whose", "where",
    "when", "if", "unless", "yet", "despite",
];

#[cfg(test)]
mod tests {
    use super::super::table::{self, Failures, rows};

    #[test]
    fn table_of_examples() {
        let table = rows("negation");
        assert!(table.len() >= 60, "{} rows", table.len());
        let mut failures = Failures::default();
        for row in table {
            let found: Vec<String> = super::find(&row[0])
                .iter()
                .map(|n| format!("{} → {}", n.cue.of(&row[0]), n.scope.of(&row[0])))
                .collect();
            failures.check(&row, &found);
        }
    }

    proptest::proptest! {
        #[test]
        fn spans_lie_in_any_text(text in table::any_text()) {
            for n in super::find(&text) {
                table::in_bounds(&text, n.cue);
                table::in_bounds(&text, n.scope);
            }
        }
    }
}

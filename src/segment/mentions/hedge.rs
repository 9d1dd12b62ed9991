//! Words that leave a statement open.
//!
//! Phrases come from `resources/lexicon/hedges.tsv`; those that are at times something else (May the month, the might of an
//! army, a demand) name a guard that looks at the words around them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::token::{Token, Tokens, is_plain, rows};
use crate::model::{Hedge, HedgeKind};

struct Phrase {
    words: Vec<&'static str>,
    /// `None`: only looks like a hedge.
    kind: Option<HedgeKind>,
    guard: &'static str,
}

/// Phrases by their first word, longest first.
static PHRASES: LazyLock<HashMap<&str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: HashMap<&str, Vec<Phrase>> = HashMap::new();
    for row in rows(include_str!("../../../resources/lexicon/hedges.tsv")) {
        let words: Vec<&str> = row[0].split(' ').collect();
        let kind = match row.get(1) {
            Some(&"possible") => Some(HedgeKind::Possible),
            Some(&"reported") => Some(HedgeKind::Reported),
            Some(&"conditional") => Some(HedgeKind::Conditional),
            Some(&"wished") => Some(HedgeKind::Wished),
            Some(&"planned") => Some(HedgeKind::Planned),
            _ => None,
        };
        let guard = row.get(2).copied().unwrap_or_default();
        phrases.entry(words[0]).or_default().push(Phrase { words, kind, guard });
    }
    for list in phrases.values_mut() {
        list.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    }
    phrases
});

/// Hedges in a statement, in reading order.
pub(super) fn find(text: &str) -> Vec<Hedge> {
    let tokens = Tokens::new(text);
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let (length, kind) = hedge_at(&tokens, i).unwrap_or((1, None));
        if let Some(kind) = kind {
            out.push(Hedge { span: tokens.span(i, i + length), kind });
        }
        i += length;
    }
    out
}

/// The hedge that begins at word `i`: its length in words and kind, `None` for what only looks like one.
fn hedge_at(tokens: &Tokens<'_>, i: usize) -> Option<(usize, Option<HedgeKind>)> {
    let word = tokens.folded(i);
    if word.ends_with("'ll") {
        return Some((1, Some(HedgeKind::Planned)));
    }
    let begins = tokens.begins_sentence(i) || tokens.get(i).is_some_and(|t| t.gap.contains(';'));
    if begins && matches!(word, "had" | "should" | "were") && inverted(tokens, i) {
        return Some((1, Some(HedgeKind::Conditional)));
    }
    for phrase in PHRASES.get(word)?.iter().filter(|phrase| tokens.matches(i, &phrase.words)) {
        let Some(kind) = phrase.kind else { return Some((phrase.words.len(), None)) };
        if let Some(kind) = allowed(tokens, i, phrase, kind) {
            // "May not": the hedge is the modal; the rest is for the finder of negations.
            let length = if tokens.folded(i + phrase.words.len() - 1) == "not" { 1 } else { phrase.words.len() };
            return Some((length, Some(kind)));
        }
    }
    None
}

/// "Should talks fail, …", "Had the ball dropped in, it would …": a condition without "if".
fn inverted(tokens: &Tokens<'_>, i: usize) -> bool {
    let question = tokens.text.trim_end().ends_with('?');
    let main = (i + 1..tokens.len()).any(|k| {
        tokens.get(k).is_some_and(|t| t.gap.contains(','))
            && (k..tokens.len()).any(|j| {
                tokens.get(j).is_some_and(|t| t.is(&["would", "could", "might", "will", "may", "wouldn't", "won't"]))
            })
    });
    !question && main
}

/// The kind of a phrase at `i`, unless its guard says that it is something else there.
fn allowed(tokens: &Tokens<'_>, i: usize, phrase: &Phrase, kind: HedgeKind) -> Option<HedgeKind> {
    let at = |k: usize| tokens.folded(k);
    let previous = tokens.before(i, 1);
    let next = at(i + phrase.words.len());
    let gap = tokens.gap_after(i + phrase.words.len() - 1);
    let glued = i > 0 && tokens.get(i).is_some_and(|t| t.gap.starts_with('-'));
    let yes = match phrase.guard {
        "may" => is_modal_may(tokens, i),
        "might" => !is_noun(previous) && next != "of" && !MIGHT.contains(&previous) && is_plain(gap),
        "will" => {
            let capital = tokens.get(i).is_some_and(Token::is_capital);
            let question_or_name = capital && (tokens.begins_sentence(i) || !tokens.is_headline());
            !is_noun(previous) && !WILL.contains(&previous) && next != "of" && !question_or_name
        }
        "could" => next != "not" && !next.is_empty(),
        "likely" => previous != "not" && !glued,
        "suspected" => next != "of" && !next.is_empty(),
        "predicate" => next == "to" || next.ends_with("ly") || next == "unlikely" || next == "likely" || next == "that",
        "risks" => !is_noun(previous) && next.ends_with("ing"),
        "passive" => BE.contains(&previous),
        "as-long-as" => !next.starts_with(|c: char| c.is_ascii_digit()) && next != "a",
        "subject" => BE.contains(&previous) || previous == "remains" || i == 0,
        "were-to" => !EXTREMES.contains(&next),
        "hopes" => !is_noun(previous) && next != "of" && !tokens.begins_sentence(i),
        "must" => !matches!(previous, "a" | "the") && next != "have",
        "should" => !(tokens.begins_sentence(i) && tokens.text.trim_end().ends_with('?')),
        "wanted" => !matches!(previous, "most" | "a" | "the" | "is" | "was" | "are" | "were"),
        "calls-on" => !is_noun(previous) && !DAYS.contains(&next),
        "verb" => !is_noun(previous) && !glued,
        "noun-verb" => demands(tokens, i),
        "set-to" => matches!(previous, "be" | "been" | "seems" | "looks" | "now" | "also") || previous == "still",
        "going" => tokens.get(i + 2).is_some_and(|t| !t.is_capital() && !t.is_number()) && !DETERMINERS.contains(&next),
        "due" => (BE.contains(&previous) || previous == "now") && MEETS.contains(&next),
        "is-to" => is_arranged(tokens, i),
        "would" => {
            let told = (0..i).any(|k| TOLD.contains(&at(k)));
            let condition = (0..tokens.len()).any(|k| matches!(at(k), "if" | "unless"));
            return Some(if told && !condition { HedgeKind::Planned } else { kind });
        }
        _ => true,
    };
    yes.then_some(kind)
}

/// Whether "may" at `i` is the modal, not the month or a name.
fn is_modal_may(tokens: &Tokens<'_>, i: usize) -> bool {
    let Some(token) = tokens.get(i) else { return false };
    if !token.is_capital() {
        return true;
    }
    let next_number = tokens.get(i + 1).is_some_and(Token::is_number);
    let before = tokens.before(i, 1);
    let date = next_number || BEFORE_MONTH.contains(&before) || before.starts_with(|c: char| c.is_ascii_digit());
    !date && i > 0 && tokens.is_headline() && tokens.get(i + 1).is_some_and(|t| is_plain(t.gap))
}

/// Whether a word before marks a noun.
fn is_noun(previous: &str) -> bool {
    DETERMINERS.contains(&previous) || previous.ends_with("'s") || NOUN_MODIFIERS.contains(&previous)
}

/// Whether "demand(s)" is the verb: it has a subject before it and an object after it.
fn demands(tokens: &Tokens<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).and_then(|k| tokens.get(k)) else { return false };
    if before.possessive || is_noun(&before.folded) || NOUN_MODIFIERS.contains(&before.folded.as_str()) {
        return false;
    }
    let next = tokens.folded(i + 1);
    let object = DETERMINERS.contains(&next) || matches!(next, "that" | "to" | "more" | "immediate" | "full" | "an");
    object
        && (before.is(&["he", "she", "it", "they", "we", "i", "which", "who"])
            || before.is_capital()
            || before.folded.ends_with('s'))
}

/// Whether "is to" tells of an arrangement ("is to leave in March"), not of what an aim consists in.
fn is_arranged(tokens: &Tokens<'_>, i: usize) -> bool {
    let next = tokens.folded(i + 2);
    let aim = (i.saturating_sub(8)..i).any(|k| AIMS.contains(&tokens.folded(k)));
    let verb = tokens.get(i + 2).is_some_and(|t| !t.is_capital() && !t.is_number() && is_plain(t.gap));
    verb && !aim && !DETERMINERS.contains(&next) && !matches!(next, "blame" | "date" | "come" | "be" | "say")
        || verb && !aim && next == "be" && tokens.folded(i + 3).ends_with("ed")
}

const DETERMINERS: [&str; 22] = [
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "these", "those", "any", "some", "no",
    "every", "each", "such", "all", "whose", "both",
];
const NOUN_MODIFIERS: [&str; 33] = [
    "of",
    "for",
    "new",
    "high",
    "strong",
    "growing",
    "peace",
    "russian",
    "american",
    "ukrainian",
    "chinese",
    "israeli",
    "british",
    "french",
    "german",
    "iranian",
    "public",
    "consumer",
    "domestic",
    "global",
    "popular",
    "political",
    "latest",
    "repeated",
    "urgent",
    "international",
    "territorial",
    "initial",
    "key",
    "main",
    "ambitious",
    "with",
    "in",
];
const MIGHT: [&str; 8] = ["military", "economic", "full", "naval", "industrial", "financial", "sheer", "own"];
const WILL: [&str; 9] = ["political", "free", "good", "own", "living", "national", "sheer", "last", "ill"];
const BE: [&str; 8] = ["is", "are", "was", "were", "be", "been", "being", "also"];
const EXTREMES: [&str; 6] = ["the", "a", "its", "their", "his", "her"];
const DAYS: [&str; 8] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "that"];
const MEETS: [&str; 40] = [
    "be", "meet", "begin", "start", "resume", "take", "speak", "visit", "travel", "arrive", "hold", "open", "close",
    "leave", "sign", "return", "expire", "end", "play", "appear", "face", "retire", "go", "come", "address", "host",
    "publish", "report", "vote", "hand", "make", "give", "join", "fly", "attend", "run", "receive", "complete", "step",
    "stand",
];
const AIMS: [&str; 18] = [
    "aim",
    "goal",
    "plan",
    "challenge",
    "task",
    "idea",
    "purpose",
    "priority",
    "step",
    "way",
    "hope",
    "intention",
    "objective",
    "job",
    "role",
    "point",
    "best",
    "duty",
];
const TOLD: [&str; 16] = [
    "said",
    "announced",
    "told",
    "pledged",
    "promised",
    "vowed",
    "confirmed",
    "added",
    "declared",
    "agreed",
    "reported",
    "warned",
    "stated",
    "decided",
    "claimed",
    "revealed",
];
const BEFORE_MONTH: [&str; 28] = [
    "in", "on", "of", "by", "since", "until", "till", "early", "late", "mid", "last", "next", "this", "to", "from",
    "and", "or", "april", "through", "before", "after", "during", "for", "theresa", "brian", "james", "mrs", "ms",
];

#[cfg(test)]
mod tests {
    use super::super::table::{self, Failures, rows};
    use crate::model::HedgeKind;

    #[test]
    fn table_of_examples() {
        let table = rows("hedge");
        assert!(table.len() >= 60, "{} rows", table.len());
        let mut failures = Failures::default();
        for row in table {
            let found: Vec<String> = super::find(&row[0])
                .iter()
                .map(|hedge| {
                    let kind = match hedge.kind {
                        HedgeKind::Possible => "possible",
                        HedgeKind::Reported => "reported",
                        HedgeKind::Conditional => "conditional",
                        HedgeKind::Wished => "wished",
                        HedgeKind::Planned => "planned",
                    };
                    format!("{kind}: {}", hedge.span.of(&row[0]))
                })
                .collect();
            failures.check(&row, &found);
        }
    }

    proptest::proptest! {
        #[test]
        fn spans_lie_in_any_text(text in table::any_text()) {
            for hedge in super::find(&text) {
                table::in_bounds(&text, hedge.span);
            }
        }
    }
}

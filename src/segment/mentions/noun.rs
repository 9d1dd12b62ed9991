//! Which noun a number or a time belongs to, as far as words and their order show it.

use super::lexer::{Kind, Tokens};
use crate::lexicon::lemma;

/// Plural nouns that do not end in "-s", and adjectives that count people ("12 dead").
const PLURALS: [&str; 27] = [
    "people",
    "men",
    "women",
    "children",
    "police",
    "personnel",
    "staff",
    "aircraft",
    "sheep",
    "cattle",
    "fish",
    "dead",
    "wounded",
    "injured",
    "missing",
    "homeless",
    "servicemen",
    "servicewomen",
    "policemen",
    "gunmen",
    "fishermen",
    "crew",
    "crewmen",
    "lawmen",
    "infantry",
    "firemen",
    "schoolchildren",
];

/// Words in "-s" that are no plural nouns where a noun can stand.
const NO_PLURALS: [&str; 40] = [
    "was",
    "is",
    "has",
    "does",
    "its",
    "his",
    "hers",
    "ours",
    "theirs",
    "this",
    "us",
    "as",
    "yes",
    "plus",
    "minus",
    "versus",
    "always",
    "perhaps",
    "besides",
    "sometimes",
    "towards",
    "afterwards",
    "says",
    "goes",
    "gets",
    "makes",
    "takes",
    "comes",
    "gives",
    "needs",
    "wants",
    "remains",
    "becomes",
    "includes",
    "means",
    "news",
    "whereas",
    "upwards",
    "overseas",
    "indoors",
];

/// Whether a folded word looks like a plural noun.
pub(super) fn is_plural(word: &str) -> bool {
    PLURALS.contains(&word)
        || (word.len() > 3
            && word.ends_with('s')
            && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
            && !NO_PLURALS.contains(&word))
}

/// Singular of a noun. Participles that stand as nouns ("12 wounded") stay.
pub(super) fn singular(word: &str) -> String {
    if word.ends_with("ed") || word.ends_with("ing") || word == "dead" {
        word.to_owned()
    } else {
        lemma(word).into_owned()
    }
}

/// Whether the word is a unit of time.
pub(super) fn is_time_unit(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    matches!(
        word,
        "second"
            | "minute"
            | "hour"
            | "day"
            | "night"
            | "week"
            | "weekend"
            | "fortnight"
            | "month"
            | "year"
            | "decade"
            | "century"
            | "centurie"
            | "season"
            | "quarter"
            | "min"
            | "hr"
            | "yr"
    )
}

/// Words that a noun phrase ends before: verbs of being, conjunctions, prepositions, pronouns, determiners.
pub(super) fn ends_phrase(word: &str) -> bool {
    word.is_empty()
        || matches!(
            word,
            "a" | "an"
                | "the"
                | "and"
                | "or"
                | "but"
                | "nor"
                | "of"
                | "in"
                | "on"
                | "at"
                | "to"
                | "for"
                | "from"
                | "by"
                | "with"
                | "without"
                | "as"
                | "than"
                | "that"
                | "which"
                | "who"
                | "whom"
                | "whose"
                | "when"
                | "where"
                | "while"
                | "after"
                | "before"
                | "since"
                | "until"
                | "during"
                | "into"
                | "over"
                | "under"
                | "near"
                | "across"
                | "against"
                | "between"
                | "through"
                | "about"
                | "around"
                | "per"
                | "each"
                | "if"
                | "so"
                | "is"
                | "are"
                | "was"
                | "were"
                | "be"
                | "been"
                | "being"
                | "has"
                | "have"
                | "had"
                | "do"
                | "does"
                | "did"
                | "will"
                | "would"
                | "can"
                | "could"
                | "may"
                | "might"
                | "must"
                | "shall"
                | "should"
                | "not"
                | "it"
                | "its"
                | "he"
                | "she"
                | "they"
                | "them"
                | "his"
                | "her"
                | "their"
                | "we"
                | "our"
                | "you"
                | "i"
                | "this"
                | "these"
                | "those"
                | "there"
                | "here"
                | "later"
                | "earlier"
                | "ago"
                | "away"
                | "up"
                | "down"
                | "out"
                | "off"
                | "back"
                | "because"
                | "although"
                | "though"
                | "also"
                | "then"
                | "now"
                | "what"
                | "how"
                | "why"
                | "said"
                | "says"
                | "say"
                | "told"
                | "am"
                | "pm"
                | "a.m."
                | "p.m."
        )
}

/// The head of the noun phrase that goes on at token `i`, after its number: the last of the first plurals within reach
/// ("22 jailed rebels", "20 police officers"). `None` where a verb or the end comes first.
pub(super) fn plural_head(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let mut at = i;
    for _ in 0..5 {
        if tokens.hyphen(at) {
            at += 1;
        }
        let word = tokens.word(at);
        if ends_phrase(word) || is_time_unit(word) || (at > i && breaks(tokens, at)) {
            return None;
        }
        if is_plural(word) {
            let next_is = |j: usize| tokens.get(j).is_some_and(|t| t.kind == Kind::Word) && is_plural(tokens.word(j));
            let compound = next_is(at + 1) && !ends_phrase(tokens.word(at + 1)) && !is_time_unit(tokens.word(at + 1));
            return Some(if compound { at + 1 } else { at });
        }
        at += 1;
    }
    None
}

/// The head of a singular noun phrase from token `i` on: its last word before a preposition, a verb form or a mark
/// ("the £60m share buyback announced in June").
pub(super) fn singular_head(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let mut head = None;
    let mut at = i;
    while at < i + 4 {
        if tokens.hyphen(at) && head.is_some() {
            at += 2;
            continue;
        }
        let word = tokens.word(at);
        // An inflected form that is no plural is a verb by now ("the first house caught").
        let inflected = !is_plural(word) && !word.ends_with("ing") && lemma(word) != word;
        let verb = head.is_some() && (word.ends_with("ed") || word.ends_with("ly") || inflected);
        let name = head.is_some() && tokens.capital(at) && !tokens.capital(at - 1);
        if ends_phrase(word) || verb || name || (at > i && breaks(tokens, at)) {
            break;
        }
        head = Some(at);
        at += 1;
        if is_plural(word) {
            break;
        }
    }
    head.filter(|&j| !is_time_unit(tokens.word(j)))
}

/// Whether a mark parts token `at` from the one before it.
fn breaks(tokens: &Tokens<'_>, at: usize) -> bool {
    at > 0 && tokens.get(at - 1).is_some_and(|t| t.kind == Kind::Mark && t.lower != "-")
}

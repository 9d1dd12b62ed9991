//! What is counted or measured: the noun that a figure belongs to, as far as word order shows it.

use super::super::lexer::{Kind, Tokens};
use super::super::noun;
use super::context::{CHANGE_NOUNS, CHANGES};
use crate::model::{Dimension, Quantity};

/// Where a figure stands: its first digit or word, its first token with its bound, and one past its unit.
pub(super) struct Place {
    pub(super) start: usize,
    pub(super) first: usize,
    pub(super) end: usize,
}

/// Verbs that join a measured thing and its figure, beside those of change.
const MEASURES: [&str; 26] = [
    "was",
    "were",
    "is",
    "are",
    "stood",
    "stands",
    "reached",
    "hit",
    "totalled",
    "totaled",
    "came",
    "made",
    "accounted",
    "remained",
    "amounted",
    "measured",
    "averaged",
    "cost",
    "costs",
    "closed",
    "reaches",
    "being",
    "became",
    "stayed",
    "represented",
    "exceeded",
];

/// The noun counted or measured, and one past its last token where it follows a count.
pub(super) fn of(tokens: &Tokens<'_>, quantity: &Quantity, place: &Place) -> (String, Option<usize>) {
    let name = |at: usize| noun::singular(tokens.word(at));
    let Place { start, end, .. } = *place;
    if quantity.dimension == Dimension::Count {
        if quantity.per.is_empty() && tokens.hyphen(end) && !noun::ends_phrase(tokens.word(end + 1)) {
            let strong = tokens.word(end + 1) == "strong";
            return (if strong { String::new() } else { name(end + 1) }, Some(end + 2));
        }
        let out = usize::from(tokens.word(end) == "out");
        if tokens.word(end + out) == "of" {
            return (partitive(tokens, end + out + 1).map(name).unwrap_or_default(), None);
        }
        if let Some(head) = noun::plural_head(tokens, end) {
            return (name(head), Some(head + 1));
        }
        if quantity.low == 1.0
            && let Some(head) = noun::singular_head(tokens, end)
        {
            return (name(head), Some(head + 1));
        }
        let gathered = || subject(tokens, place.first).filter(|&at| CROWDS.contains(&tokens.word(at)));
        let noun = crowd(tokens, place).or_else(|| object(tokens, place.first)).or_else(gathered).map(name);
        let named = noun.or_else(|| label(tokens, start)).or_else(|| number_of(tokens, place));
        return (named.unwrap_or_default(), None);
    }
    let measured = after_measure(tokens, quantity, end)
        .or_else(|| attribute(tokens, place))
        .or_else(|| before_measure(tokens, place))
        .map(name)
        .or_else(|| label(tokens, start));
    (measured.unwrap_or_default(), None)
}

/// Nouns that are counted by their members.
const CROWDS: [&str; 13] = [
    "crowd",
    "attendance",
    "audience",
    "majority",
    "crew",
    "workforce",
    "population",
    "capacity",
    "team",
    "staff",
    "turnout",
    "membership",
    "circulation",
];

/// "a crowd of 18,412", "a workforce of 300".
fn crowd(tokens: &Tokens<'_>, place: &Place) -> Option<usize> {
    let at = place.first.checked_sub(2).filter(|_| tokens.before(place.first, 1) == "of")?;
    CROWDS.contains(&tokens.word(at)).then_some(at)
}

/// "of them homes", "of the 38 structures": the noun after "of".
fn partitive(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    if matches!(tokens.word(i), "them" | "which" | "whom" | "these" | "those") {
        return noun::plural_head(tokens, i + 1).filter(|&head| head == i + 1);
    }
    let article = matches!(tokens.word(i), "the" | "its" | "his" | "her" | "their" | "our" | "all" | "these" | "those");
    let at = if article { i + 1 } else { i };
    let skipped = super::super::number::number_at(tokens, at, false).map_or(at, |number| number.end);
    noun::plural_head(tokens, skipped)
}

/// "27% of revenue", "15 percent contained", "$5m in damages".
fn after_measure(tokens: &Tokens<'_>, quantity: &Quantity, end: usize) -> Option<usize> {
    let word = tokens.word(end);
    // "one in five pupils", "40% of pupils"
    if quantity.dimension == Dimension::Percent && noun::plural_head(tokens, end) == Some(end) {
        return Some(end);
    }
    if quantity.dimension == Dimension::Percent
        && (word.ends_with("ed") || matches!(word, "complete" | "full" | "empty"))
    {
        return Some(end);
    }
    let money = matches!(quantity.dimension, Dimension::Money(_));
    let joined = word == "of"
        || (word == "in" && money && !tokens.capital(end + 1))
        || (CHANGE_NOUNS.contains(&word) && matches!(tokens.word(end + 1), "in" | "of"));
    if !joined {
        return None;
    }
    let at = if matches!(word, "of" | "in") { end + 1 } else { end + 2 };
    let article = matches!(tokens.word(at), "the" | "its" | "his" | "her" | "their" | "our" | "all" | "a");
    noun::singular_head(tokens, at + usize::from(article))
        .filter(|&head| tokens.word(head) != "year" && !tokens.word(head).is_empty())
}

/// "the £60m share buyback", "a 9-mile stretch": the noun the figure stands before.
fn attribute(tokens: &Tokens<'_>, place: &Place) -> Option<usize> {
    let article = matches!(
        tokens.before(place.first, 1),
        "a" | "an" | "the" | "its" | "their" | "his" | "her" | "another" | "this" | "that"
    );
    let at = if tokens.hyphen(place.end) { place.end + 1 } else { place.end };
    let change = CHANGE_NOUNS.contains(&tokens.word(at));
    (article && !change).then(|| noun::singular_head(tokens, at)).flatten()
}

/// "restructuring costs of £16.7m", "revenue rose 6.0%": the noun before the figure.
fn before_measure(tokens: &Tokens<'_>, place: &Place) -> Option<usize> {
    let first = place.first;
    if tokens.before(first, 1) == "of" && first > 1 {
        let at = if tokens.before(first, 2) == "tax" { first.checked_sub(4)? } else { first - 2 };
        let word = tokens.word(at);
        return (!noun::ends_phrase(word) && !CHANGE_NOUNS.contains(&word)).then_some(at);
    }
    object(tokens, first).or_else(|| subject(tokens, first))
}

/// "cut deaths by half", "lowered its forecast to $5m": the object of a verb of change.
fn object(tokens: &Tokens<'_>, first: usize) -> Option<usize> {
    let noun = first.checked_sub(2).filter(|_| matches!(tokens.before(first, 1), "by" | "to" | "from"))?;
    let owned = matches!(tokens.before(noun, 1), "the" | "its" | "their" | "his" | "her" | "our");
    let verb = noun.checked_sub(1 + usize::from(owned))?;
    let plain = !noun::ends_phrase(tokens.word(noun)) && !CHANGES.contains(&tokens.word(noun));
    (plain && CHANGES.contains(&tokens.word(verb))).then_some(noun)
}

/// The verb of measure or change that the figure at token `i` leans on, with only prepositions, adverbs and other figures
/// between: "rose", of both figures in "rose by 3% to £5m".
fn verb_of(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let clause = tokens.clause(i);
    let start = clause.start.max(i.saturating_sub(14));
    for j in (start..i).rev() {
        let word = tokens.word(j);
        let direction = matches!(word, "up" | "down");
        if !direction && (MEASURES.contains(&word) || CHANGES.contains(&word)) {
            return Some(j);
        }
        let passes = direction
            || tokens.figure(j).is_some()
            || matches!(tokens.lower(j), "," | "$" | "£" | "€" | "%" | "-" | "½")
            || matches!(
                word,
                "to" | "at" | "by" | "from" | "only" | "just" | "further" | "another" | "as" | "much" | "sharply"
            )
            || matches!(
                word,
                "over" | "under" | "than" | "more" | "less" | "about" | "nearly" | "almost" | "around" | "of"
            )
            || matches!(
                word,
                "per"
                    | "cent"
                    | "percent"
                    | "point"
                    | "points"
                    | "percentage"
                    | "basis"
                    | "million"
                    | "billion"
                    | "m"
                    | "bn"
                    | "p"
            )
            || word == "worth"
            || word.ends_with("ly")
            || super::super::number::is_number_word(word);
        if !passes {
            return None;
        }
    }
    None
}

/// The head of the subject of the verb that the figure leans on, in its clause.
fn subject(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let clause = tokens.clause(i);
    let verb = verb_of(tokens, i)?;
    let starts = |j: usize| {
        let comma = tokens.lower(j) == "," && tokens.lower(verb - 1) != ",";
        comma || matches!(tokens.word(j), "said" | "says" | "that" | "and" | "but" | "while" | "as" | "with" | "showed")
    };
    let begin = (clause.start..verb).rev().find(|&j| starts(j)).map_or(clause.start, |j| j + 1);
    let mut head = None;
    for j in begin..verb {
        let word = tokens.word(j);
        let joined = j > 0 && (tokens.hyphen(j + 1) || tokens.hyphen(j - 1));
        let determiner =
            matches!(word, "the" | "a" | "an" | "its" | "their" | "his" | "her" | "our" | "this" | "these");
        let passes = tokens.get(j).is_some_and(|t| t.kind == Kind::Mark && t.lower == "-");
        if passes || (determiner && head.is_none()) || joined && noun::ends_phrase(word) {
            continue;
        }
        if matches!(word, "it" | "they" | "he" | "she" | "we" | "i" | "you" | "who" | "which") {
            return None;
        }
        if noun::ends_phrase(word) || tokens.get(j).is_some_and(|t| t.kind != Kind::Word) {
            break;
        }
        if word.ends_with("ly") {
            continue;
        }
        head = Some(j);
    }
    head.filter(|&j| !CHANGES.contains(&tokens.word(j)))
}

/// "Structures destroyed: 38", "| Revenue | 412.6 |": the noun of the label before the figure.
pub(super) fn label(tokens: &Tokens<'_>, i: usize) -> Option<String> {
    let mark = tokens.before(i, 1);
    let end = i.checked_sub(1).filter(|_| matches!(mark, ":" | "|"))?;
    let start = (0..end).rev().find(|&j| tokens.get(j).is_some_and(|t| t.kind != Kind::Word)).map_or(0, |j| j + 1);
    if start >= end || end - start > 5 {
        return None;
    }
    let head =
        (start..end).find(|&j| noun::is_plural(tokens.word(j))).unwrap_or_else(|| last_of_phrase(tokens, start, end));
    // "Size: 18,400 acres" names the dimension again, not the thing.
    let generic = ["size", "area", "total", "length", "distance", "weight", "height", "number", "amount", "figure"];
    Some(noun::singular(tokens.word(head))).filter(|noun| !generic.contains(&noun.as_str()))
}

fn last_of_phrase(tokens: &Tokens<'_>, start: usize, end: usize) -> usize {
    (start + 1..end).find(|&j| noun::ends_phrase(tokens.word(j))).map_or(end - 1, |j| j - 1)
}

/// "the number of people killed was 12", "the toll stood at 40".
fn number_of(tokens: &Tokens<'_>, place: &Place) -> Option<String> {
    let clause = tokens.clause(place.start);
    let at =
        (clause.start..place.first).rev().find(|&j| matches!(tokens.word(j), "number" | "count" | "total" | "toll"))?;
    if tokens.word(at) == "toll" {
        return Some("death".to_owned()).filter(|_| tokens.before(at, 1) == "death");
    }
    (tokens.word(at + 1) == "of")
        .then(|| noun::plural_head(tokens, at + 2))
        .flatten()
        .map(|head| noun::singular(tokens.word(head)))
}

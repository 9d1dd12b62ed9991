//! What a figure is of, per what, and how it is meant: read from the words around it.

use super::super::lexer::{Kind, Tokens};
use super::super::noun;
use super::super::number::{Form, Number};
use crate::lexicon::Unit;
use crate::model::{Dimension, Quantity, Reading};

/// Where a figure stands: its first digit or word, its first token with its bound, and one past its unit.
pub(super) struct Place {
    pub(super) start: usize,
    pub(super) first: usize,
    pub(super) end: usize,
}

/// Verbs and adverbs of a change of amount.
const CHANGES: [&str; 62] = [
    "rose",
    "rise",
    "rises",
    "risen",
    "rising",
    "fell",
    "fall",
    "falls",
    "fallen",
    "falling",
    "grew",
    "grow",
    "grows",
    "grown",
    "climbed",
    "climb",
    "climbs",
    "increased",
    "increase",
    "increases",
    "increasing",
    "dropped",
    "drop",
    "drops",
    "declined",
    "decline",
    "declines",
    "slipped",
    "slips",
    "jumped",
    "jumps",
    "shrank",
    "shrunk",
    "soared",
    "sank",
    "slumped",
    "surged",
    "tumbled",
    "plunged",
    "dipped",
    "eased",
    "edged",
    "widened",
    "narrowed",
    "improved",
    "cut",
    "cutting",
    "reduced",
    "raised",
    "lifted",
    "lowered",
    "boosted",
    "slashed",
    "expanded",
    "swelled",
    "advanced",
    "shed",
    "down",
    "up",
    "revised",
    "went",
    "come",
];

/// Nouns of a change of amount.
const CHANGE_NOUNS: [&str; 17] = [
    "rise",
    "increase",
    "fall",
    "drop",
    "cut",
    "decline",
    "gain",
    "growth",
    "jump",
    "surge",
    "reduction",
    "slump",
    "hike",
    "raise",
    "decrease",
    "loss",
    "uplift",
];

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

/// Whether the figure at `i` stands in a clause that tells of a change, up to it: "rose from 35".
pub(super) fn changes(tokens: &Tokens<'_>, i: usize) -> bool {
    let clause = tokens.clause(i);
    (clause.start.max(i.saturating_sub(8))..i).any(|j| CHANGES.contains(&tokens.word(j)))
}

/// How the figure is meant. `first` is its first token with its bound, `end` one past its unit.
pub(super) fn reading(tokens: &Tokens<'_>, first: usize, end: usize) -> Reading {
    let before = tokens.before(first, 1);
    let verb = CHANGES.contains(&before);
    let to = matches!(tokens.word(end), "to" | "from");
    let sign = before == "+" || (before == "-" && first > 0 && tokens.glued(first) && !tokens.glued(first - 1));
    let by = before == "by" && changes(tokens, first);
    let noun = CHANGE_NOUNS.contains(&tokens.word(end)) && !tokens.hyphen(end);
    let of = before == "of" && CHANGE_NOUNS.contains(&tokens.before(first, 2));
    let amount = end > 0 && (tokens.lower(end - 1) == "%" || !tokens.word(end - 1).is_empty());
    if sign && tokens.lower(end.saturating_sub(1)) == "%"
        || by
        || noun
        || of
        || (verb && (to || amount) && is_measure(before, tokens, end))
    {
        return Reading::Change;
    }
    if earlier(tokens, first, end) { Reading::Earlier } else { Reading::Value }
}

/// After a verb of change: things counted are no amount of change ("cut 350 jobs" is what was done).
fn is_measure(verb: &str, tokens: &Tokens<'_>, end: usize) -> bool {
    let last = end.checked_sub(1).map_or("", |i| tokens.lower(i));
    let percent = last == "%" || matches!(last, "percent" | "cent" | "points" | "point" | "pct");
    let spends =
        matches!(verb, "raised" | "cut" | "cutting" | "come" | "went" | "expanded" | "advanced" | "revised" | "lifted");
    percent
        || (!spends
            && (super::measure::unit_at(tokens, end.saturating_sub(1)).is_some()
                || matches!(tokens.word(end), "to" | "from")))
}

/// Whether the statement gives the figure as one of before.
fn earlier(tokens: &Tokens<'_>, first: usize, end: usize) -> bool {
    let before = tokens.before(first, 1);
    if before == "from" {
        let to = (end..end + 3).any(|j| tokens.word(j) == "to" && tokens.figure(j + 1).is_some());
        return changes(tokens, first) || to;
    }
    if matches!(before, "with" | "to") && matches!(tokens.before(first, 2), "compared" | "compares") {
        return true;
    }
    let past = |j: usize| matches!(tokens.word(j), "earlier" | "ago" | "previously" | "before");
    let last_period = |j: usize| tokens.word(j) == "last" && noun::is_time_unit(tokens.word(j + 1));
    let ahead = (end..(end + 7).min(tokens.clause(first).end)).any(|j| past(j) || last_period(j));
    if matches!(before, "against" | "versus") && ahead {
        return true;
    }
    let cues = [
        "previous",
        "previously",
        "initial",
        "initially",
        "originally",
        "original",
        "corrects",
        "corrected",
        "correcting",
        "instead",
    ];
    let behind = (first.saturating_sub(5)..first)
        .any(|j| cues.contains(&tokens.word(j)) || (tokens.word(j) == "rather" && tokens.word(j + 1) == "than"));
    let marks = (first.saturating_sub(5)..first).all(|j| tokens.lower(j) != ",");
    (behind && marks)
        || (tokens.word(end) == "previously" || tokens.word(end + 1) == "previously" && tokens.lower(end) != ",")
}

/// What a rate is per, and one past the last token of the whole: "4.2p per share", "500 a day".
pub(super) fn per(tokens: &Tokens<'_>, quantity: &Quantity, end: usize) -> (String, usize) {
    let word = tokens.word(end + 1);
    let rate = match tokens.lower(end) {
        "per" => word != "cent",
        "/" => tokens.glued(end) && !word.is_empty(),
        "a" | "an" | "each" | "every" => {
            let unit = matches!(
                word,
                "share"
                    | "barrel"
                    | "tonne"
                    | "ton"
                    | "person"
                    | "head"
                    | "gallon"
                    | "litre"
                    | "mile"
                    | "unit"
                    | "piece"
                    | "ounce"
            );
            let later = matches!(tokens.word(end + 2), "earlier" | "ago" | "later" | "before" | "after" | "old");
            unit || (noun::is_time_unit(word) && !later)
        }
        _ => false,
    };
    let named = !word.is_empty() && quantity.dimension != Dimension::Speed;
    if rate && named { (noun::singular(word), end + 2) } else { (String::new(), end) }
}

/// An earlier value written without its unit has that of the figure before it: "19,100 acres, up from 18,400".
pub(super) fn inherit(quantity: &mut Quantity, before: &Quantity, unit: Option<&Unit>) {
    let bare = quantity.dimension == Dimension::Count && quantity.of.is_empty() && !quantity.ordinal;
    if !bare || quantity.reading != Reading::Earlier || before.ordinal || before.dimension == Dimension::Score {
        return;
    }
    if let Some(unit) = unit {
        let base = |value: f64| value * unit.factor + unit.offset;
        (quantity.low, quantity.high) = (base(quantity.low), base(quantity.high));
        quantity.step *= unit.factor;
        quantity.dimension = unit.dimension.clone();
    }
    quantity.of.clone_from(&before.of);
}

/// Whether a bare number counts something: a plural noun, "of them", a label, a strength, a toll.
pub(super) fn counts(tokens: &Tokens<'_>, number: &Number) -> bool {
    let (start, end) = (number.start, number.end);
    if noun::plural_head(tokens, end).is_some() || tokens.word(end) == "of" || label(tokens, start).is_some() {
        return true;
    }
    if tokens.hyphen(end) {
        return true;
    }
    let one = number.low == 1.0 && number.form == Form::Words;
    let grouped = tokens.figure(start).is_some_and(|f| f.grouped);
    let bounded = super::super::bound::before(tokens, start)
        .is_some_and(|(_, at)| !matches!(tokens.lower(at), "over" | "about" | "under"));
    let attribute = one && noun::singular_head(tokens, end).is_some();
    attribute
        || grouped
        || bounded
        || number.low >= 100.0
        || matches!(
            tokens.before(start, 1),
            "to" | "from" | "killed" | "the" | "another" | "was" | "is" | "were" | "are"
        )
        || matches!(tokens.word(end), "more" | "others" | "who" | "were" | "have" | "had" | "are")
}

/// The noun counted or measured, and one past its last token where it follows a count.
pub(super) fn of(tokens: &Tokens<'_>, quantity: &Quantity, place: &Place) -> (String, Option<usize>) {
    let name = |at: usize| noun::singular(tokens.word(at));
    let Place { start, end, .. } = *place;
    if quantity.dimension == Dimension::Count {
        if quantity.per.is_empty() && tokens.hyphen(end) && !tokens.word(end + 1).is_empty() {
            let strong = tokens.word(end + 1) == "strong";
            return (if strong { String::new() } else { name(end + 1) }, Some(end + 2));
        }
        if tokens.word(end) == "of" {
            return (partitive(tokens, end + 1).map(name).unwrap_or_default(), None);
        }
        if let Some(head) = noun::plural_head(tokens, end) {
            return (name(head), Some(head + 1));
        }
        if quantity.low == 1.0
            && let Some(head) = noun::singular_head(tokens, end)
        {
            return (name(head), Some(head + 1));
        }
        let named =
            crowd(tokens, place).map(name).or_else(|| label(tokens, start)).or_else(|| number_of(tokens, place));
        return (named.unwrap_or_default(), None);
    }
    let measured = after_measure(tokens, quantity, end)
        .or_else(|| attribute(tokens, place))
        .or_else(|| before_measure(tokens, place))
        .map(name)
        .or_else(|| label(tokens, start));
    (measured.unwrap_or_default(), None)
}

/// "a crowd of 18,412", "a workforce of 300".
fn crowd(tokens: &Tokens<'_>, place: &Place) -> Option<usize> {
    let many =
        ["crowd", "attendance", "audience", "majority", "crew", "workforce", "population", "capacity", "team", "staff"];
    let at = place.first.checked_sub(2).filter(|_| tokens.before(place.first, 1) == "of")?;
    many.contains(&tokens.word(at)).then_some(at)
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
    subject(tokens, first)
}

/// The head of the subject of the verb of measure or change nearest before token `i`, in its clause.
fn subject(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let clause = tokens.clause(i);
    let verb = (clause.start..i).rev().find(|&j| {
        MEASURES.contains(&tokens.word(j))
            || CHANGES.contains(&tokens.word(j)) && !matches!(tokens.word(j), "up" | "down")
    })?;
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
fn label(tokens: &Tokens<'_>, i: usize) -> Option<String> {
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

/// Whether "pounds" are a weight here.
pub(super) fn is_weight(tokens: &Tokens<'_>, unit: &Unit, end: usize) -> bool {
    let name = end.checked_sub(1).map_or("", |i| tokens.word(i));
    if !matches!(name, "pound" | "pounds") || !matches!(unit.dimension, Dimension::Money(_)) {
        return false;
    }
    let heavy = |j: usize| {
        tokens.word(j).starts_with("weigh")
            || matches!(tokens.word(j), "heavy" | "heavier" | "lighter" | "kg" | "kilograms")
    };
    tokens.word(end) == "of" || (0..tokens.len()).any(heavy)
}

/// Whether a minus stands before the figure: "-3°C", but not a range or a dash.
pub(super) fn is_negative(tokens: &Tokens<'_>, i: usize) -> bool {
    let minus = tokens.before(i, 1) == "-" && tokens.glued(i) && !tokens.glued(i - 1);
    minus || tokens.before(i, 1) == "minus"
}

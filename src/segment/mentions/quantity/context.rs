//! How a figure is meant: as a value, a change or an earlier value; per what; whether it counts at all.

use super::super::lexer::Tokens;
use super::super::noun;
use super::super::number::{Form, Number};
use crate::lexicon::Unit;
use crate::model::{Dimension, Quantity, Reading};

/// Verbs and adverbs of a change of amount.
pub(super) const CHANGES: [&str; 62] = [
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
pub(super) const CHANGE_NOUNS: [&str; 17] = [
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

/// Whether the figure at `i` stands in a clause that tells of a change, up to it: "rose from 35".
pub(super) fn changes(tokens: &Tokens<'_>, i: usize) -> bool {
    let clause = tokens.clause(i);
    (clause.start.max(i.saturating_sub(8))..i).any(|j| CHANGES.contains(&tokens.word(j)))
}

/// Whether the "by" before the figure at `i` follows a verb of change closely: "fell by", "cut its staff by".
fn changed_by(tokens: &Tokens<'_>, i: usize) -> bool {
    (2..=4).any(|back| {
        let word = tokens.before(i, back);
        // "were up by 3%" tells a change, "backed up by 300 police" does not.
        let particle = matches!(word, "up" | "down" | "come" | "went");
        CHANGES.contains(&word) && (!particle || (back == 2 && !tokens.before(i, 3).ends_with("ed")))
    })
}

/// How the figure is meant. `first` is its first token with its bound, `end` one past its unit.
pub(super) fn reading(tokens: &Tokens<'_>, first: usize, end: usize) -> Reading {
    let before = tokens.before(first, 1);
    let made = matches!(
        tokens.before(first, 2),
        "made" | "make" | "makes" | "making" | "take" | "takes" | "took" | "taken" | "add" | "adds"
    );
    let verb = CHANGES.contains(&before) && !(before == "up" && made)
        || matches!(before, "lost" | "gained" | "added" | "shed");
    let to = matches!(tokens.word(end), "to" | "from");
    let sign = before == "+" || (before == "-" && first > 0 && tokens.glued(first) && !tokens.glued(first - 1));
    let by = before == "by" && changed_by(tokens, first);
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
    if is_whole(tokens, first) {
        return Reading::Whole;
    }
    if earlier(tokens, first, end) { Reading::Earlier } else { Reading::Value }
}

/// Whether a part of the figure is given right before it: "15 out of 28", "52 of the 101".
fn is_whole(tokens: &Tokens<'_>, first: usize) -> bool {
    let owned = matches!(tokens.before(first, 1), "the" | "its" | "their" | "his" | "her" | "our" | "all");
    let of = 1 + usize::from(owned);
    if tokens.before(first, of) != "of" {
        return false;
    }
    let part = of + 1 + usize::from(tokens.before(first, of + 1) == "out");
    let Some(at) = first.checked_sub(part) else { return false };
    // "The highest of five levels".
    let superlative = tokens.word(at).len() > 5 && tokens.word(at).ends_with("est");
    let share = matches!(
        tokens.word(at),
        "none" | "some" | "many" | "most" | "all" | "each" | "any" | "several" | "few" | "both"
    );
    superlative || share || tokens.figure(at).is_some() || super::super::number::is_number_word(tokens.word(at))
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
        // "Revised the number of dead to 38 from 44".
        let after_to = (2..=4).any(|back| tokens.before(first, back) == "to") && first > 1 && {
            (first.saturating_sub(3)..first).any(|j| tokens.figure(j).is_some())
        };
        return changes(tokens, first) || to || after_to;
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
    // "An earlier count put the number killed at 17".
    let counted = (first.saturating_sub(9)..first).any(|j| {
        matches!(tokens.word(j), "earlier" | "initial" | "first" | "preliminary")
            && matches!(
                tokens.word(j + 1),
                "count" | "toll" | "figure" | "figures" | "estimate" | "tally" | "report" | "reports"
            )
            && (j..first).all(|k| !matches!(tokens.lower(k), "," | ";" | ":"))
    });
    (behind && marks)
        || counted
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
    if quantity.reading != Reading::Earlier || quantity.ordinal || before.ordinal || !quantity.of.is_empty() {
        return;
    }
    if quantity.dimension == before.dimension {
        quantity.of.clone_from(&before.of);
        return;
    }
    if quantity.dimension != Dimension::Count || before.dimension == Dimension::Score {
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
    let start = number.start;
    let end = super::super::bound::after(tokens, number.end).map_or(number.end, |(_, end)| end);
    let figure_of = tokens.before(start, 1) == "of"
        && matches!(tokens.before(start, 2), "figure" | "total" | "toll" | "number" | "count" | "tally" | "estimate");
    let large = number.form == Form::Vague || number.multiplier >= 1e3;
    let by = tokens.before(start, 1) == "by" && changed_by(tokens, start);
    if figure_of || large || by {
        return true;
    }
    if noun::plural_head(tokens, end).is_some()
        || tokens.word(end) == "of"
        || tokens.phrase_at(end, "out of").is_some()
        || super::measured::label(tokens, start).is_some()
    {
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
    let put_at = tokens.before(start, 1) == "at"
        && (start.saturating_sub(7)..start)
            .any(|j| matches!(tokens.word(j), "toll" | "number" | "count" | "figure" | "tally" | "total" | "estimate"));
    attribute
        || put_at
        || grouped
        || bounded
        || matches!(tokens.before(start, 1), "to" | "from" | "killed" | "was" | "is" | "were" | "are")
        || matches!(tokens.word(end), "more" | "others" | "who" | "were" | "have" | "had" | "are")
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

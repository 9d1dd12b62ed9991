//! Numbers as they are written: digits, words, multipliers, fractions, vague numbers ("dozens").
//!
//! Reads only the number; what it counts, how it is bounded and whether it is part of a name is for others.

use std::sync::LazyLock;

use text2num::{Language, text2digits};

use super::lexer::{Figure, Tokens};
use crate::model::Bound;

static ENGLISH: LazyLock<Language> = LazyLock::new(Language::english);

/// A number and the tokens it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    /// Its value; for a vague number ("several hundred") the lowest it can mean.
    pub(super) low: f64,
    /// The highest it can mean.
    pub(super) high: f64,
    /// Value of one unit of its last significant digit. Below 100 every digit counts.
    pub(super) step: f64,
    /// How the number itself bounds the truth: "dozens" is at least, "a dozen" about.
    pub(super) bound: Bound,
    /// How it is written.
    pub(super) form: Form,
    /// The multiplier it was written with, else 1.
    pub(super) multiplier: f64,
    /// First token.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "18,400", "1.3bn".
    Digits,
    /// "twelve", "three million".
    Words,
    /// "two-thirds", "one in five": a share, its value in per cent.
    Share,
    /// "third", "5th".
    Ordinal,
    /// "dozens", "several hundred".
    Vague,
}

/// The number that begins at token `i`. After a currency sign "m" is a million, elsewhere metres unless things are counted.
pub(super) fn number_at(tokens: &Tokens<'_>, i: usize, money: bool) -> Option<Number> {
    if let Some(figure) = tokens.figure(i) {
        return digits(tokens, i, figure, money);
    }
    let word = tokens.word(i);
    if word.is_empty() {
        return None;
    }
    share(tokens, i).or_else(|| vague(tokens, i)).or_else(|| words(tokens, i)).or_else(|| ordinal(word, i))
}

fn digits(tokens: &Tokens<'_>, i: usize, figure: Figure, money: bool) -> Option<Number> {
    if tokens.glued(i + 1) && matches!(tokens.word(i + 1), "st" | "nd" | "rd" | "th") {
        return Some(Number { form: Form::Ordinal, ..plain(figure.value, 1.0, Form::Digits, i, i + 2) });
    }
    if let Some(number) = one_in(tokens, i) {
        return Some(number);
    }
    // A hyphen may stand before the multiplier of an attribute: "a $5-million deal".
    let at = if tokens.hyphen(i + 1) && multiplier(tokens.word(i + 2)).is_some() { i + 2 } else { i + 1 };
    let scale = multiplier(tokens.word(at)).or_else(|| short_multiplier(tokens, at, money));
    let (multiplier, end) = scale.map_or((1.0, i + 1), |scale| (scale, at + 1));
    let step = if figure.fraction {
        0.25
    } else if figure.decimals > 0 {
        10f64.powi(-i32::from(figure.decimals))
    } else {
        last_digit(figure.value)
    };
    let mut number = plain(figure.value * multiplier, step * multiplier, Form::Digits, i, end);
    number.multiplier = multiplier;
    Some(number)
}

/// One unit of the last significant digit of a whole number; below 100 every digit counts.
fn last_digit(value: f64) -> f64 {
    let mut step = 1.0;
    while value >= 100.0 && value / (step * 10.0) >= 1.0 && (value / (step * 10.0)).fract() == 0.0 {
        step *= 10.0;
    }
    step
}

fn plain(value: f64, step: f64, form: Form, start: usize, end: usize) -> Number {
    Number { low: value, high: value, step, bound: Bound::Exact, form, multiplier: 1.0, start, end }
}

/// The value of a multiplier written out.
fn multiplier(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 100.0,
        "thousand" => 1e3,
        "lakh" => 1e5,
        "million" | "mln" => 1e6,
        "crore" => 1e7,
        "billion" | "bn" => 1e9,
        "trillion" | "tn" | "trn" => 1e12,
        _ => return None,
    })
}

/// The value of a multiplier abbreviated to a letter, glued to its figure.
fn short_multiplier(tokens: &Tokens<'_>, at: usize, money: bool) -> Option<f64> {
    if !tokens.glued(at) {
        return None;
    }
    match tokens.word(at) {
        "k" => Some(1e3),
        "mm" if money => Some(1e6),
        "m" if money || counts_things(tokens, at + 1) => Some(1e6),
        "b" if money => Some(1e9),
        _ => None,
    }
}

/// Whether the word at `i` is a plural noun: "20m people" counts, "the 100m final" does not.
fn counts_things(tokens: &Tokens<'_>, i: usize) -> bool {
    super::noun::is_plural(tokens.word(i))
}

/// "one in five", "3 out of 10".
fn one_in(tokens: &Tokens<'_>, i: usize) -> Option<Number> {
    let small = |i: usize| small(tokens, i);
    let part = small(i)?;
    let after = match (tokens.lower(i + 1), tokens.lower(i + 2)) {
        ("in", _) => i + 2,
        ("out", "of") => i + 3,
        _ => return None,
    };
    let whole = small(after)?;
    let round = matches!(whole as u32, 3..=10 | 12 | 20 | 100 | 1000) && part < whole;
    // "five in 2014", "two in three days" are no shares.
    let counted = super::noun::is_time_unit(tokens.word(after + 1)) || tokens.capital(after + 1);
    let glued = tokens.glued(after + 1) && !matches!(tokens.lower(after + 1), "." | "," | ";" | ")");
    (round && !counted && !glued).then(|| share_of(part, whole, i, after + 1))
}

fn small(tokens: &Tokens<'_>, i: usize) -> Option<f64> {
    if let Some(figure) = tokens.figure(i) {
        return (figure.decimals == 0 && !figure.fraction).then_some(figure.value);
    }
    let place = SMALL.iter().position(|&word| word == tokens.word(i))?;
    Some(place as f64)
}

const SMALL: [&str; 13] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

fn share_of(part: f64, whole: f64, start: usize, end: usize) -> Number {
    // A share in words stands for a figure near it: a quarter is written for 23% as for 27%.
    plain(part / whole * 100.0, 5.0, Form::Share, start, end)
}

/// "half", "a third of", "two-thirds", "three quarters", "one in five".
fn share(tokens: &Tokens<'_>, i: usize) -> Option<Number> {
    if let Some(number) = one_in(tokens, i) {
        return Some(number);
    }
    let denominator = |word: &str| {
        Some(match word {
            "half" | "halves" => 2.0,
            "third" | "thirds" => 3.0,
            "quarter" | "quarters" => 4.0,
            "fifth" | "fifths" => 5.0,
            "sixth" | "sixths" => 6.0,
            "eighth" | "eighths" => 8.0,
            "tenth" | "tenths" => 10.0,
            _ => return None,
        })
    };
    let word = tokens.word(i);
    if word == "half" {
        let article = matches!(tokens.word(i + 1), "the" | "of" | "its" | "his" | "her" | "their" | "our" | "all");
        let part = matches!(tokens.before(i, 1), "first" | "second" | "other" | "better" | "latter" | "opening" | "a");
        let part = part && tokens.word(i + 1) != "of" || matches!(tokens.before(i, 1), "first" | "second");
        let by = tokens.before(i, 1) == "by" && tokens.lower(i + 1) != "-" && !matches!(tokens.word(i + 1), "a" | "an");
        return (by || article && !part && tokens.lower(i + 1) != "-").then(|| share_of(1.0, 2.0, i, i + 1));
    }
    let (part, at) = match word {
        "a" | "one" => (1.0, if tokens.hyphen(i + 1) { i + 2 } else { i + 1 }),
        _ => (small(tokens, i).filter(|&n| n >= 2.0)?, if tokens.hyphen(i + 1) { i + 2 } else { i + 1 }),
    };
    let fraction = tokens.word(at);
    let whole = denominator(fraction)?;
    let plural = fraction.ends_with('s') || fraction == "halves";
    if fraction == "half" && word == "a" || part >= whole {
        return None;
    }
    // "a third man", "one quarter of trading" order; a share is of something.
    let of = matches!(tokens.word(at + 1), "of" | "the" | "as" | "more" | "less" | "fewer");
    let ends = tokens.word(at + 1).is_empty()
        && matches!(tokens.before(i, 1), "by" | "than" | "nearly" | "about" | "almost" | "around" | "roughly" | "over");
    let sure = (part > 1.0 && plural) || of || (ends && part == 1.0 && matches!(fraction, "third" | "quarter"));
    let period = fraction.starts_with("quarter") && period_quarter(tokens, i, at);
    (sure && !period).then(|| share_of(part, whole, i, at + 1))
}

/// Whether "quarter" is three months, not a share: "three quarters of growth", "a quarter of solid progress".
fn period_quarter(tokens: &Tokens<'_>, start: usize, at: usize) -> bool {
    let ordered = matches!(tokens.before(start, 1), "first" | "second" | "third" | "fourth" | "last" | "next" | "was");
    let trade = ["growth", "progress", "decline", "losses", "recession", "trading", "an"];
    ordered || (at..at + 4).any(|j| trade.contains(&tokens.word(j)))
}

/// "dozens", "tens of thousands", "several hundred", "a few dozen".
fn vague(tokens: &Tokens<'_>, i: usize) -> Option<Number> {
    let plural = |word: &str| {
        Some(match word {
            "dozens" => 12.0,
            "scores" => 20.0,
            "hundreds" => 100.0,
            "thousands" => 1e3,
            "millions" => 1e6,
            "billions" => 1e9,
            "trillions" => 1e12,
            _ => return None,
        })
    };
    let several = match (tokens.word(i), tokens.word(i + 1)) {
        ("several", _) => Some(i + 1),
        ("a", "few") => Some(i + 2),
        _ => None,
    };
    if let Some(at) = several {
        let unit = if tokens.word(at) == "dozen" { 12.0 } else { multiplier(tokens.word(at))? };
        let number = plain(2.0 * unit, unit, Form::Vague, i, at + 1);
        return Some(Number { high: 9.0 * unit, ..number });
    }
    let word = tokens.word(i);
    let tens = match word {
        "tens" => Some(10.0),
        "dozens" => Some(12.0),
        "hundreds" => Some(100.0),
        _ => None,
    };
    let vague = |value: f64, end: usize| Number { bound: Bound::AtLeast, ..plain(value, value, Form::Vague, i, end) };
    if let (Some(tens), "of", Some(unit)) = (tens, tokens.word(i + 1), plural(tokens.word(i + 2))) {
        return Some(vague(tens * unit, i + 3));
    }
    // "the 1500 hundreds", "scores a goal": "scores" counts only before "of".
    let value = plural(word)?;
    let noun = word != "scores" || tokens.word(i + 1) == "of";
    noun.then(|| vague(value, i + 1))
}

/// A cardinal in words: "twenty-one", "two hundred and fifty", "three and a half million", "a dozen".
fn words(tokens: &Tokens<'_>, i: usize) -> Option<Number> {
    let first = tokens.word(i);
    let article = matches!(first, "a" | "an");
    if first == "half" && matches!(tokens.word(i + 1), "a" | "an") {
        let inner = words(tokens, i + 1).filter(|n| n.low >= 12.0)?;
        return Some(Number {
            low: inner.low / 2.0,
            high: inner.high / 2.0,
            step: inner.step / 10.0,
            start: i,
            ..inner
        });
    }
    if article && tokens.word(i + 1) == "quarter" && tokens.word(i + 2) == "of" && tokens.word(i + 3) == "a" {
        let unit = multiplier(tokens.word(i + 4))?;
        return Some(plain(unit / 4.0, unit / 100.0, Form::Words, i, i + 5));
    }
    if tokens.word(i + usize::from(article)) == "dozen" {
        return (article || tokens.before(i, 1) != "half").then(|| dozen(1.0, i, i + 1 + usize::from(article)));
    }
    // "a million" is a number, "million" alone the rest of one.
    if multiplier(first).is_some() || (article && multiplier(tokens.word(i + 1)).is_none()) {
        return None;
    }
    let (value, mut end, last) = cardinal(tokens, i, article)?;
    if tokens.word(end) == "dozen" {
        return Some(dozen(value, i, end + 1));
    }
    // "three and a half million", "two and a half"
    let half = tokens.word(end) == "and" && tokens.word(end + 1) == "a" && tokens.word(end + 2) == "half";
    if half {
        end += 3;
        let scale = multiplier(tokens.word(end)).unwrap_or(1.0);
        end += usize::from(scale > 1.0);
        return Some(plain((value + 0.5) * scale, 0.5 * scale, Form::Words, i, end));
    }
    let scale = multiplier(last).unwrap_or(1.0);
    let number = plain(value, last_digit(value / scale) * scale, Form::Words, i, end);
    Some(Number { multiplier: scale, ..number })
}

fn dozen(count: f64, start: usize, end: usize) -> Number {
    Number { bound: Bound::About, ..plain(12.0 * count, 12.0, Form::Words, start, end) }
}

/// Value of the longest run of number words from `i` on, the token after it, and its last word.
fn cardinal<'t>(tokens: &'t Tokens<'_>, i: usize, article: bool) -> Option<(f64, usize, &'t str)> {
    let mut words: Vec<&str> = Vec::new();
    let mut ends = Vec::new();
    let mut at = i;
    while words.len() < 12 {
        let word = if at == i && article { "one" } else { tokens.word(at) };
        let joins = word == "and" && matches!(words.last(), Some(&("hundred" | "thousand" | "million")));
        if !joins && !is_number_word(word) {
            break;
        }
        words.push(word);
        at += 1;
        ends.push(at);
        if tokens.hyphen(at) && is_number_word(tokens.word(at + 1)) {
            at += 1;
        }
    }
    (1..=words.len()).rev().find_map(|count| {
        let last = words[count - 1];
        let value = text2digits(&words[..count].join(" "), &*ENGLISH).ok()?.parse::<f64>().ok()?;
        // A run cut inside a hyphened word would be half a word: "twenty-one" is not 20.
        Some((value, ends[count - 1], last)).filter(|_| last != "and" && !tokens.hyphen_joins(ends[count - 1]))
    })
}

impl Tokens<'_> {
    /// Whether a hyphen at `i` joins number words on both sides.
    fn hyphen_joins(&self, i: usize) -> bool {
        self.hyphen(i) && is_number_word(self.word(i + 1))
    }
}

/// Whether a cardinal in words can hold this word.
pub(super) fn is_number_word(word: &str) -> bool {
    matches!(
        word,
        "one"
            | "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "eleven"
            | "twelve"
            | "thirteen"
            | "fourteen"
            | "fifteen"
            | "sixteen"
            | "seventeen"
            | "eighteen"
            | "nineteen"
            | "twenty"
            | "thirty"
            | "forty"
            | "fifty"
            | "sixty"
            | "seventy"
            | "eighty"
            | "ninety"
            | "hundred"
            | "thousand"
            | "million"
            | "billion"
            | "trillion"
    )
}

/// "first" to "twentieth".
fn ordinal(word: &str, i: usize) -> Option<Number> {
    let place = ORDINALS.iter().position(|&ordinal| ordinal == word)?;
    Some(Number { form: Form::Ordinal, ..plain((place + 1) as f64, 1.0, Form::Words, i, i + 1) })
}

const ORDINALS: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

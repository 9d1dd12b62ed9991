//! Numbers that are part of a name: "Forest Road 7410", "U.S. 2", "F-16", "Covid-19", "Level 3".

use super::super::lexer::{Kind, Tokens};
use super::super::noun;
use super::super::number::{Form, Number};

/// Words whose number names one of a row and counts nothing.
const DESIGNATORS: [&str; 86] = [
    "level",
    "highway",
    "road",
    "route",
    "hwy",
    "rd",
    "phase",
    "stage",
    "article",
    "chapter",
    "section",
    "page",
    "pages",
    "flight",
    "room",
    "gate",
    "platform",
    "channel",
    "version",
    "type",
    "tier",
    "category",
    "class",
    "grade",
    "unit",
    "zone",
    "ward",
    "district",
    "division",
    "team",
    "line",
    "act",
    "title",
    "step",
    "volume",
    "season",
    "episode",
    "game",
    "week",
    "pier",
    "terminal",
    "building",
    "block",
    "apartment",
    "suite",
    "interstate",
    "exit",
    "liga",
    "resolution",
    "protocol",
    "rule",
    "figure",
    "table",
    "u.s.",
    "u.s",
    "sr",
    "boeing",
    "airbus",
    "windows",
    "iphone",
    "apollo",
    "formula",
    "studio",
    "bbc",
    "radio",
    "junction",
    "runway",
    "proposition",
    "measure",
    "amendment",
    "annex",
    "appendix",
    "paragraph",
    "clause",
    "item",
    "question",
    "option",
    "plan",
    "lot",
    "court",
    "hall",
    "track",
    "lane",
    "day",
    "part",
    "psalm",
];

/// Capitalised words before a number that are no name: they begin a sentence or belong to the calendar.
const NO_NAMES: [&str; 44] = [
    "in",
    "on",
    "at",
    "of",
    "the",
    "a",
    "an",
    "and",
    "but",
    "or",
    "some",
    "about",
    "nearly",
    "almost",
    "over",
    "under",
    "around",
    "roughly",
    "only",
    "just",
    "more",
    "fewer",
    "less",
    "than",
    "least",
    "most",
    "to",
    "from",
    "by",
    "with",
    "for",
    "after",
    "all",
    "another",
    "between",
    "up",
    "these",
    "those",
    "its",
    "his",
    "her",
    "their",
    "our",
    "approximately",
];

/// Whether the number is part of a name or a code, so that nothing is counted by it.
pub(super) fn is_part_of_name(tokens: &Tokens<'_>, number: &Number) -> bool {
    let Number { start, end, form, .. } = *number;
    joined(tokens, start, end)
        || (form == Form::Digits && (designated(tokens, start) || after_capital(tokens, start, end)))
        || (form == Form::Digits && is_bare_year(tokens, number))
        || (form == Form::Digits && address(tokens, end))
        || in_words(tokens, number)
}

/// One past the name's last token: further figures joined to it belong to it ("4-2-3-1", "9/11").
pub(super) fn end(tokens: &Tokens<'_>, number: &Number) -> usize {
    let mut end = number.end;
    while matches!(tokens.lower(end), "/" | "-" | ":" | ".")
        && tokens.glued(end)
        && tokens.glued(end + 1)
        && tokens.figure(end + 1).is_some()
    {
        end += 2;
    }
    end
}

/// Joined to letters or to a third figure: "F-16", "49ers", "9/11", "4-2-3-1", "5G", "#3".
fn joined(tokens: &Tokens<'_>, start: usize, end: usize) -> bool {
    let figure = tokens.figure(start).is_some();
    let before = tokens.before(start, 1);
    if start > 0 && tokens.glued(start) {
        let letter_hyphen = before == "-" && start > 1 && tokens.glued(start - 1) && {
            let word = tokens.before(start, 2);
            let joins_figures = tokens.figure(start - 2).is_some();
            !joins_figures && tokens.get(start - 2).is_some_and(|t| t.kind == Kind::Word) && !word.is_empty()
        };
        if (letter_hyphen && figure) || matches!(before, "/" | "#" | "@" | "_" | "." | "=") {
            return true;
        }
    }
    if !figure || !tokens.glued(end) {
        return false;
    }
    let after = tokens.lower(end);
    let third = tokens.hyphen(end) && tokens.figure(end + 1).is_some() && tokens.hyphen(end + 2);
    let code = tokens.get(end).is_some_and(|t| t.kind == Kind::Word) && super::measure::unit_at(tokens, end).is_none();
    let clock = after == ":" && tokens.glued(end + 1) && tokens.figure(end + 1).is_some();
    let slash = matches!(after, "/" | "@") && tokens.glued(end + 1);
    third || clock || (slash && tokens.figure(end + 1).is_some()) || (code && !matches!(after, "s" | "m"))
}

/// After a word that numbers a row: "Highway 2", "level 3", "No. 10".
fn designated(tokens: &Tokens<'_>, start: usize) -> bool {
    let mut at = start;
    if tokens.before(at, 1) == "." && at > 1 && tokens.glued(at - 1) {
        at -= 1;
    }
    let word = tokens.before(at, 1);
    if matches!(word, "no" | "nos" | "number" | "numbers") {
        return at < start || tokens.capital(at - 1);
    }
    DESIGNATORS.contains(&word)
}

/// After a capitalised word inside the sentence, with nothing counted after it: "Forest Road 7410", "Apollo 11".
fn after_capital(tokens: &Tokens<'_>, start: usize, end: usize) -> bool {
    if start == 0 || tokens.glued(start) || !tokens.capital(start - 1) || tokens.get(start - 1).is_none() {
        return false;
    }
    let word = tokens.word(start - 1);
    let calendar = super::super::time::names_calendar(word);
    !word.is_empty() && !NO_NAMES.contains(&word) && !calendar && !counted(tokens, end)
}

/// Whether a plural noun, a unit or "of" follows at `end`, so that something is counted.
fn counted(tokens: &Tokens<'_>, end: usize) -> bool {
    super::measure::unit_at(tokens, end).is_some()
        || noun::plural_head(tokens, end).is_some()
        || tokens.word(end) == "of"
}

/// A bare figure from 1800 to 2099 that counts nothing.
fn is_bare_year(tokens: &Tokens<'_>, number: &Number) -> bool {
    let Some(figure) = tokens.figure(number.start) else { return false };
    let looks = figure.digits == 4 && !figure.grouped && figure.decimals == 0 && number.multiplier == 1.0;
    let cue = matches!(
        tokens.before(number.start, 1),
        "in" | "since" | "by" | "until" | "during" | "before" | "after" | "the" | "its" | "early" | "late" | "mid"
    );
    looks && (1800.0..2100.0).contains(&number.low) && (cue || !counted(tokens, number.end))
}

/// A house number: "10 Downing Street".
fn address(tokens: &Tokens<'_>, end: usize) -> bool {
    let street = ["street", "road", "avenue", "lane", "square", "drive", "boulevard", "st", "rd", "ave", "blvd", "way"];
    (end..end + 2).all(|j| tokens.capital(j))
        && (end + 1..end + 4).any(|j| tokens.capital(j) && street.contains(&tokens.lower(j)))
}

/// Number words that count nothing: "no one", "one of", "one-off", "one another", "five-star", "at one point".
fn in_words(tokens: &Tokens<'_>, number: &Number) -> bool {
    let Number { start, end, .. } = *number;
    if number.form == Form::Words
        && tokens.capital(start)
        && start > 0
        && tokens.capital(end)
        && tokens.capital(start - 1)
    {
        return true; // a title: "The Big Five Summit"
    }
    if tokens.word(start) != "one" || number.low != 1.0 {
        return false;
    }
    let before = tokens.before(start, 1);
    let next = tokens.word(end);
    let pronoun =
        matches!(before, "no" | "any" | "every" | "this" | "that" | "which" | "the" | "each" | "some" | "not")
            || matches!(
                next,
                "day" | "side" | "point" | "thing" | "way" | "time" | "hand" | "kind" | "another" | "more" | "last"
            );
    let bounded = super::bound::before(tokens, start).is_some();
    pronoun && !bounded
        || noun::ends_phrase(next)
        || tokens.hyphen(end)
        || !tokens.get(end).is_some_and(|t| t.kind == Kind::Word)
}

//! What looks like a place and is part of another name: "Paris Hilton", "Bank of England", "Miami Heat".

use crate::lexicon::{PlaceNameKind, is_stopword};
use crate::model::PlaceLevel;
use crate::segment::mentions::token::{Token, Tokens};

use super::Hit;
use super::cues::CUES;

/// Whether nearly every word that carries meaning has a capital, as in headings: capitals beside a name then say
/// nothing.
pub(super) fn is_title_case(tokens: &Tokens) -> bool {
    let carry: Vec<_> = tokens.iter().filter(|t| !t.is_number() && !is_stopword(&t.folded)).collect();
    let capitals = carry.iter().filter(|t| t.is_capital()).count();
    carry.len() >= 4 && capitals * 5 >= carry.len() * 4
}

/// Whether the words beside a hit make it part of another name. `end` is the word after the hit and its qualifier,
/// `before` the place found before it.
pub(super) fn is_part_of_another_name(
    tokens: &Tokens,
    hit: &Hit,
    end: usize,
    before: Option<&Hit>,
    title_case: bool,
) -> bool {
    let start = hit.words.start;
    let adjective = hit.names.iter().any(|name| name.kind == PlaceNameKind::Adjective);
    let place_before = before.is_some_and(|before| before.words.end == start);
    let after = tokens.get(end).filter(|_| !tokens.get(end - 1).is_some_and(|last| last.possessive));
    owned(tokens, hit, end)
        || (!place_before && !adjective && follows_a_name(tokens, start, title_case && !unsure(hit)))
        || is_of_an_organisation(tokens, start, title_case)
        || after.is_some_and(|after| begins_a_name(tokens, after, end, title_case && !unsure(hit), adjective))
}

/// Whether it is somebody's thing of that name: "in his Bentley".
fn owned(tokens: &Tokens, hit: &Hit, end: usize) -> bool {
    let owner =
        ["his", "her", "their", "my", "your", "our", "its", "a", "an"].contains(&tokens.before(hit.words.start, 1));
    let alone = tokens.get(end).is_none_or(|after| after.gap != " " || is_stopword(&after.folded) || after.is_number());
    owner && alone && hit.names.iter().all(|name| name.place.level == PlaceLevel::City && unsure(hit))
}

fn unsure(hit: &Hit) -> bool {
    hit.names.first().is_some_and(|name| name.unsure)
}

/// Whether the word before belongs to the same name: "Jack London", "Mr. Jordan", "Port-Moscow".
fn follows_a_name(tokens: &Tokens, start: usize, title_case: bool) -> bool {
    let (Some(token), Some(i)) = (tokens.get(start), start.checked_sub(1)) else { return false };
    let Some(before) = tokens.get(i) else { return false };
    if matches!(token.gap, ". " | " ") && CUES.titles.has(&before.folded) && before.is_capital() {
        return !title_case;
    }
    let particle = ["de", "da", "do", "del", "di", "la", "le", "van", "von", "al", "el", "bin", "ibn"];
    if particle.contains(&before.raw) && i > 0 && tokens.get(i - 1).is_some_and(Token::is_capital) {
        return true;
    }
    if !matches!(token.gap, " " | "-") || !before.is_capital() || before.possessive || title_case {
        return false;
    }
    let says_nothing = tokens.begins_sentence(i) && is_no_name(before);
    !(says_nothing || CUES.before.has(&before.folded) || before.is_all_caps() || is_stopword(&before.folded))
}

/// Whether a word at the head of a sentence is unlikely to be a name.
fn is_no_name(token: &Token) -> bool {
    let word = token.folded.as_str();
    let number =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "thousands"];
    is_stopword(word)
        || number.contains(&word)
        || ["ing", "ed", "ly"].iter().any(|end| word.ends_with(end) && word.len() > 4)
}

/// Whether it is the last part of a name with "of": "Bank of England".
fn is_of_an_organisation(tokens: &Tokens, start: usize, title_case: bool) -> bool {
    let the = usize::from(tokens.before(start, 1) == "the");
    if tokens.before(start, 1 + the) != "of" || title_case {
        return false;
    }
    let Some(i) = start.checked_sub(2 + the) else { return false };
    tokens.get(i).is_some_and(|head| head.is_capital() && !tokens.begins_sentence(i) && !CUES.heads.has(&head.folded))
}

/// Whether the word after belongs to the same name: "Paris Hilton", "Miami Heat", "U.S. 2".
fn begins_a_name(tokens: &Tokens, after: &Token, end: usize, title_case: bool, adjective: bool) -> bool {
    // The point of "U.S." belongs to the name.
    let abbreviated = tokens.get(end - 1).is_some_and(|last| last.raw.contains('.'));
    let gap = if abbreviated { after.gap.trim_start_matches('.') } else { after.gap };
    let number = gap == " " && after.is_number() && after.span.len() <= 3;
    if number && tokens.get(end - 1).is_some_and(|last| last.raw.len() <= 4) {
        return true;
    }
    if !matches!(gap, " " | "-") || !(after.is_capital() || after.is_number()) {
        return false;
    }
    if CUES.makes_name.has(&after.folded) {
        return true;
    }
    if after.is_number() {
        return false;
    }
    let another_place = super::match_at(tokens, end).and_then(|(_, hit)| hit).is_some_and(|hit| !unsure(&hit));
    !(title_case || adjective || abbreviated || another_place || CUES.after.has(&after.folded) || after.is_all_caps())
}

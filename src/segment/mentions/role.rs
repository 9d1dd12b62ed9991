//! Roles: what the words around a name say that a person is.
//!
//! Titles come from `resources/lexicon/titles.tsv`. They stand before the name ("former US President Donald Trump", "the
//! government's chief negotiator, Alvaro Pombo"), after it ("Strand, 58, the finance director"), or behind "is".

use std::collections::HashMap;
use std::sync::LazyLock;

use super::entity::nation;
use super::token::{Token, Tokens, is_plain, rows};
use crate::model::{Role, Tenure};

/// What a title tells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// An office, rank or occupation.
    Role,
    /// Only that a person follows: "Mr", "Sir".
    Honorific,
}

/// A phrase of the list.
struct Title {
    words: Vec<&'static str>,
    title: &'static str,
    class: Class,
}

/// Titles by their first word, longest first.
static TITLES: LazyLock<HashMap<&str, Vec<Title>>> = LazyLock::new(|| {
    let mut titles: HashMap<&str, Vec<Title>> = HashMap::new();
    for row in rows(include_str!("../../../resources/lexicon/titles.tsv")) {
        let class = if row[1] == "honorific" { Class::Honorific } else { Class::Role };
        for phrase in row.get(2).copied().unwrap_or_default().split('|') {
            let words: Vec<&str> = phrase.split([' ', '-']).collect();
            titles.entry(words[0]).or_default().push(Title { words, title: row[0], class });
        }
    }
    for list in titles.values_mut() {
        list.sort_by_key(|title| std::cmp::Reverse(title.words.len()));
    }
    titles
});

/// A title found in a statement.
pub(super) struct Found {
    /// Number of words.
    pub(super) length: usize,
    /// Title under which synonyms meet.
    pub(super) title: &'static str,
    /// What it tells.
    pub(super) class: Class,
}

/// The longest title that begins at word `i`. Full stops may stand in it: "Lt. Col.".
pub(super) fn title_at(tokens: &Tokens<'_>, i: usize) -> Option<Found> {
    let titles = TITLES.get(tokens.folded(i)).or_else(|| TITLES.get(tokens.folded(i).strip_suffix('s')?))?;
    let fits = |title: &&Title| {
        title.words.iter().enumerate().all(|(k, word)| {
            tokens.get(i + k).is_some_and(|t| {
                let last = k + 1 == title.words.len();
                let same = t.folded == *word || (last && t.folded.strip_suffix('s') == Some(word));
                same && (k == 0 || is_plain(t.gap) || t.gap.trim() == ".")
            }) && (k + 1 == title.words.len() || tokens.get(i + k).is_some_and(|t| !t.possessive))
        })
    };
    titles.iter().find(fits).map(|t| Found { length: t.words.len(), title: t.title, class: t.class })
}

/// A title that ends just before word `end`: where it begins.
fn title_before(tokens: &Tokens<'_>, end: usize) -> Option<(usize, Found)> {
    (1..=5.min(end)).rev().map(|length| end - length).find_map(|from| {
        let found = title_at(tokens, from)?;
        (from + found.length == end).then_some((from, found))
    })
}

/// Roles that a statement gives the person named by words `from..to`, the closest first.
pub(super) fn around(tokens: &Tokens<'_>, from: usize, to: usize) -> Vec<Role> {
    let mut roles = Vec::new();
    roles.extend(before(tokens, from));
    roles.extend(after(tokens, to));
    roles.dedup_by(|b, a| a.title == b.title && a.tenure == b.tenure);
    roles
}

/// Whether a title, an honorific included, stands right before the name that begins at word `name`.
pub(super) fn introduces(tokens: &Tokens<'_>, name: usize) -> bool {
    tokens.get(name).is_some_and(|t| is_plain(t.gap) || t.gap.trim() == ".")
        && (title_before(tokens, name).is_some() || tokens.before(name, 1) == "elect")
}

/// Whether a title begins at word `i` with a name right behind it.
pub(super) fn introduces_name(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.get(i).is_some_and(|t| is_plain(t.gap))
        && title_at(tokens, i).is_some_and(|found| {
            tokens.get(i + found.length).is_some_and(|t| t.is_capital() && (is_plain(t.gap) || t.gap == ". "))
        })
}

/// "former US President Donald Trump"; "the government's chief negotiator, Alvaro Pombo".
fn before(tokens: &Tokens<'_>, name: usize) -> Option<Role> {
    let gap = tokens.get(name)?.gap;
    let comma = gap.trim() == ",";
    if !is_plain(gap) && gap.trim() != "." && !comma {
        return None;
    }
    let (mut end, mut shown_end) = (name, name);
    let mut tenure = Tenure::Current;
    if matches!(tokens.before(end, 1), "elect" | "designate" | "nominee") {
        (end, tenure) = (end - 1, Tenure::Coming);
    }
    // Honorifics between role and name: "Prime Minister Sir Keir".
    while let Some((from, found)) = title_before(tokens, end)
        && found.class == Class::Honorific
    {
        (end, shown_end) = (from, from);
    }
    let (start, found) = title_before(tokens, end)?;
    // Before a comma only what is plainly a description: "the chief negotiator, Alvaro Pombo".
    let described = |from: usize| {
        tokens.get(from).is_some_and(|t| t.is(&["the", "his", "her", "its", "their", "whose", "number"]))
            || (from..start).any(|k| tokens.get(k).is_some_and(|t| t.possessive))
    };
    let (first, shown, of) = modifiers(tokens, start, &mut tenure);
    if comma && !(first > 0 && described(first - 1) || described(first)) {
        return None;
    }
    let span = tokens.span(shown, shown_end);
    Some(Role { span, title: found.title.to_owned(), tenure, of })
}

/// Walks left over what qualifies a title that begins at word `start`: the first qualifying word, the first word to show,
/// and the country or body it is of.
fn modifiers(tokens: &Tokens<'_>, start: usize, tenure: &mut Tenure) -> (usize, usize, String) {
    let (mut from, mut shown, mut of) = (start, start, String::new());
    while from > 0
        && tokens.get(from).is_some_and(|t| is_plain(t.gap) || t.gap.trim() == "." || t.gap.starts_with(['\'', '’']))
    {
        let Some(word) = tokens.get(from - 1) else { break };
        if let Some(found) = tenure_of(&word.folded) {
            *tenure = found;
        } else if let Some(country) = country_before(tokens, from) {
            of = country;
        } else if word.possessive
            || !(word.is(&QUALIFIERS) || title_at(tokens, from - 1).is_some_and(|t| t.class == Class::Role))
        {
            break;
        }
        from -= 1;
        shown = from;
    }
    // "the country's then president": what owns it is shown, but qualifies nothing further.
    (from, shown, of)
}

/// The country named by the word, or the two words, before word `end`.
fn country_before(tokens: &Tokens<'_>, end: usize) -> Option<String> {
    let word = tokens.get(end - 1)?;
    if word.raw == "EU" || word.raw == "E.U" {
        return Some("eu".to_owned());
    }
    if word.raw == "UN" || word.raw == "U.N" {
        return Some("un".to_owned());
    }
    if !word.is_capital() {
        return None;
    }
    nation::country(&word.folded)
}

/// What a word before a title says of its tenure.
fn tenure_of(word: &str) -> Option<Tenure> {
    match word {
        "former" | "ex" | "late" | "then" | "onetime" | "outgone" | "retired" => Some(Tenure::Former),
        "acting" | "interim" | "caretaker" => Some(Tenure::Acting),
        "incoming" | "designated" | "prospective" => Some(Tenure::Coming),
        "current" | "serving" | "sitting" | "incumbent" | "outgoing" => Some(Tenure::Current),
        _ => None,
    }
}

const QUALIFIERS: [&str; 32] = [
    "senior",
    "chief",
    "deputy",
    "special",
    "top",
    "lead",
    "new",
    "longtime",
    "veteran",
    "opposition",
    "rebel",
    "government",
    "district",
    "county",
    "state",
    "city",
    "regional",
    "federal",
    "national",
    "local",
    "first",
    "assistant",
    "club",
    "teenage",
    "young",
    "presidential",
    "military",
    "army",
    "police",
    "security",
    "republican",
    "democratic",
];

/// "Strand, 58, the finance director,", "Solheim, Norway's foreign minister", "Witkoff is a special envoy".
fn after(tokens: &Tokens<'_>, to: usize) -> Option<Role> {
    let next = tokens.get(to)?;
    let mut at = to;
    if next.gap.trim_start().starts_with([',', '(']) && !next.gap.contains(['"', '”', '’', '.']) {
        // "58," and "who is".
        if next.is_number() && tokens.get(at + 1).is_some_and(|t| t.gap.trim_start().starts_with([',', ')'])) {
            at += 1;
        }
        if tokens.folded(at) == "who" && matches!(tokens.folded(at + 1), "is" | "remains") {
            at += 2;
        }
    } else if next.gap == " " && next.is(&["is", "remains"]) {
        at += 1;
        if tokens.get(at)?.is(&["not", "no"]) {
            return None;
        }
    } else {
        return None;
    }
    described(tokens, at, next.is(&["is", "remains"]))
}

/// A description that begins at word `at`: "the serving defence minister", "Norway's foreign minister".
fn described(tokens: &Tokens<'_>, at: usize, copula: bool) -> Option<Role> {
    let mut start = at;
    let article = tokens.get(start)?.is(&["the", "a", "an", "his", "her", "its", "their", "also", "now"]);
    while tokens.get(start)?.is(&["the", "a", "an", "his", "her", "its", "their", "also", "now"]) {
        start += 1;
    }
    let title = (start..tokens.len().min(start + 6))
        .take_while(|&k| {
            k == start
                || tokens
                    .get(k)
                    .is_some_and(|t| is_plain(t.gap) || t.gap.starts_with(['\'', '’']) || t.gap.trim() == ".")
        })
        .find_map(|k| title_at(tokens, k).filter(|t| t.class == Class::Role).map(|t| (k, t)))?;
    let (k, found) = title;
    let end = k + found.length;
    let mut tenure = Tenure::Current;
    let mut of = String::new();
    for j in start..k {
        let word = tokens.get(j)?;
        if let Some(found) = tenure_of(&word.folded) {
            tenure = found;
        } else if let Some(country) = country_before(tokens, j + 1) {
            of = country;
        } else if !word.possessive && !word.is(&QUALIFIERS) && !word.is_capital() && !article && !copula {
            return None;
        }
    }
    if copula && !article {
        return None;
    }
    // The title must end its phrase: "Strand, finance director," and not "Strand, director Ann Lee said".
    let gap = tokens.gap_after(end - 1);
    let next = tokens.get(end);
    if tokens.folded(end) == "elect" {
        tenure = Tenure::Coming;
    }
    let closes = next.is_none_or(|t| {
        !is_plain(gap)
            || t.is(&[
                "of",
                "for",
                "in",
                "at",
                "to",
                "with",
                "on",
                "who",
                "from",
                "and",
                "appointed",
                "said",
                "since",
                "elect",
                "under",
            ])
    });
    if !closes || next.is_some_and(|t| is_plain(gap) && t.is_capital()) {
        return None;
    }
    if of.is_empty() && tokens.get(end).is_some_and(|t| t.is(&["of", "for", "to"])) {
        let skip = usize::from(tokens.folded(end + 1) == "the");
        of = of_after(tokens, end + 1 + skip);
    }
    Some(Role { span: tokens.span(start, end), title: found.title.to_owned(), tenure, of })
}

/// The country named at word `at`: "of Norway", "of the United States".
fn of_after(tokens: &Tokens<'_>, at: usize) -> String {
    let Some(first) = tokens.get(at).filter(|t| t.is_capital()) else { return String::new() };
    let two = tokens
        .get(at + 1)
        .filter(|t| t.is_capital() && is_plain(t.gap))
        .map(|t| format!("{} {}", first.folded, t.folded));
    two.and_then(|words| nation::country(&words)).or_else(|| nation::country(&first.folded)).unwrap_or_default()
}

/// The role that a description without a name gives ("the Ukrainian president"), where word `i` begins its title.
pub(super) fn nameless(tokens: &Tokens<'_>, i: usize) -> Option<(usize, Role)> {
    let found = title_at(tokens, i).filter(|t| t.class == Class::Role)?;
    let end = i + found.length;
    let mut tenure = Tenure::Current;
    let (from, _, of) = modifiers(tokens, i, &mut tenure);
    let article = from > 0 && tokens.get(from).is_some_and(|t| is_plain(t.gap)) && tokens.before(from, 1) == "the";
    let owned = from < i && tokens.get(from).is_some_and(|t| t.possessive);
    let plural =
        tokens.get(end - 1).is_some_and(|t| t.possessive || !t.folded.ends_with('s') || found.title.ends_with('s'));
    let named = tokens.get(end).is_some_and(|t: &Token<'_>| {
        (is_plain(t.gap) && (t.is_capital() || t.is(&["of", "elect"]))) || t.gap.trim() == "," && t.is_capital()
    });
    ((article || owned) && plural && !named)
        .then(|| (from, Role { span: tokens.span(from, end), title: found.title.to_owned(), tenure, of }))
}

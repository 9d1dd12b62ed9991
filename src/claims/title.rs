//! A few words of a statement to name its claim by: a slice of it, with an ellipsis where words are left out.
//!
//! What only ties the sentence to the one before it ("But", "Meanwhile,") is left out, and so is who said it where that
//! stands at the end. What is too long ends at a clause, or else at a word that can end one. A quotation is not left open:
//! the title ends before it, or closes it.

use crate::model::Statement;
use crate::text::fold;

/// Most characters of a title, without the marks that are added.
const LONGEST: usize = 80;

/// A quotation that begins, or a speaker who is named, before so many characters is not what a title ends at.
const SHORTEST: usize = 36;

/// Nor is a clause that ends before so many: it may be no more than who does it.
const SHORTEST_CLAUSE: usize = 50;

/// Words at the end that say who said it, and when: more of them say more than that.
const LONGEST_ATTRIBUTION: usize = 10;

/// What ties a sentence to the one before it.
const CONNECTIVES: &[&str] = &[
    "at the same time",
    "in addition",
    "on the other hand",
    "by contrast",
    "in contrast",
    "as a result",
    "in the meantime",
    "for its part",
    "for example",
    "for instance",
    "nevertheless",
    "nonetheless",
    "meanwhile",
    "however",
    "moreover",
    "furthermore",
    "additionally",
    "therefore",
    "instead",
    "indeed",
    "besides",
    "still",
    "also",
    "then",
    "thus",
    "and",
    "but",
    "yet",
    "so",
];

/// Of these, the ones that need no comma after them.
const BARE: &[&str] = &["and", "but", "yet"];

/// Words that begin a clause that can be left out.
const OPENERS: &[&str] =
    &["because", "while", "which", "although", "after", "when", "where", "whose", "unless", "since"];

/// Words that cannot end a title.
const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "all", "an", "around", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had",
    "has", "have", "he", "her", "his", "in", "into", "is", "it", "its", "more", "most", "no", "nor", "not", "of", "on",
    "or", "over", "she", "some", "such", "than", "that", "the", "their", "these", "they", "this", "those", "to",
    "under", "was", "were", "which", "who", "whose", "will", "with", "would",
];

/// Names a claim by this statement, of which `text` is the words.
pub(super) fn title(text: &str, statement: &Statement) -> String {
    let start = first_word(text);
    let end = end_of_content(text, statement).filter(|&end| end >= start + SHORTEST).unwrap_or(text.len());
    let begins_late = text[..start].contains(char::is_alphabetic);
    let content = trimmed(&text[start..end]);
    let slice = if content.chars().count() > LONGEST { shortened(content) } else { content };
    let (slice, closing) = match open_mark(slice) {
        Some((at, _)) if slice[..at].chars().count() >= SHORTEST => (trimmed(&slice[..at]), None),
        Some((_, closing)) => (slice, closing),
        None => (slice, None),
    };
    // A final mark that the slice has lost is none of its words.
    let ends_early = text[start + slice.len()..].contains(char::is_alphanumeric);
    let mut title = String::with_capacity(slice.len() + 8);
    title.push_str(if begins_late { "…" } else { "" });
    title.push_str(slice);
    title.push_str(if ends_early { "…" } else { "" });
    title.extend(closing);
    title
}

/// Where the first word stands that is neither a bullet nor a connective; a mark of quotation before it is kept.
fn first_word(text: &str) -> usize {
    let opens = |c: char| c.is_alphanumeric() || matches!(c, '“' | '"' | '‘' | '\'' | '(' | '$' | '€' | '£');
    let bullet = text.find(opens).unwrap_or_default();
    let rest = &text[bullet..];
    for connective in CONNECTIVES {
        let Some(after) =
            rest.get(connective.len()..).filter(|_| rest[..connective.len()].eq_ignore_ascii_case(connective))
        else {
            continue;
        };
        let gap = match after.strip_prefix(", ") {
            Some(_) => 2,
            None if after.starts_with(' ') && BARE.contains(connective) => 1,
            None => continue,
        };
        return bullet + connective.len() + gap;
    }
    bullet
}

/// Where that ends which a statement says before it tells, as its last words, who said it.
fn end_of_content(text: &str, statement: &Statement) -> Option<usize> {
    let ends = statement.mentions.attributions.iter().filter_map(|attribution| {
        let told = attribution.speaker.map_or(attribution.cue.start, |s| s.start.min(attribution.cue.start));
        let after = text.get(told..)?;
        let comes_last = attribution.content.end <= told && after.split_whitespace().count() <= LONGEST_ATTRIBUTION;
        let parted = text[..told].trim_end().ends_with([',', '”', '"', '’', '\'']);
        (comes_last && parted).then(|| text[..told].trim_end().len())
    });
    ends.min()
}

/// Without what may stand after the last word but belongs to none.
fn trimmed(slice: &str) -> &str {
    let slice =
        slice.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '–' | '—' | '-' | '('));
    // The point of an abbreviation ("U.S.") stays.
    match slice.strip_suffix('.') {
        Some(rest) if !rest.rsplit(' ').next().is_some_and(|word| word.contains('.')) => rest,
        _ => slice,
    }
}

/// The slice up to the last clause, or else the last word, that ends in time.
fn shortened(content: &str) -> &str {
    let limit = content.char_indices().nth(LONGEST).map_or(content.len(), |(at, _)| at);
    let least = content.char_indices().nth(SHORTEST_CLAUSE).map_or(content.len(), |(at, _)| at);
    let breaks: Vec<usize> = content.match_indices(' ').map(|(at, _)| at).filter(|&at| at <= limit).collect();
    let ends_clause = |&at: &usize| {
        let next = content[at..].split_whitespace().next().unwrap_or_default();
        content[..at].ends_with([',', ';', ':'])
            || matches!(next, "–" | "—" | "-")
            || next.starts_with('(')
            || OPENERS.contains(&next)
    };
    let can_end = |&at: &usize| {
        let last = content[..at].rsplit(' ').next().unwrap_or_default();
        !FUNCTION_WORDS.contains(&fold(last).as_str())
    };
    let clause = breaks.iter().rev().find(|at| **at >= least && ends_clause(at) && can_end(at));
    let word = breaks.iter().rev().find(|at| can_end(at)).or(breaks.last());
    let end = clause.or(word).copied().unwrap_or(limit);
    trimmed(&content[..end])
}

/// The last mark of quotation or bracket that is opened and not closed, and for a quotation what closes it.
fn open_mark(slice: &str) -> Option<(usize, Option<char>)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, c) in slice.char_indices() {
        match c {
            '“' | '(' | '‘' => open.push((at, c)),
            '"' if open.last().is_some_and(|&(_, c)| c == '"') => drop(open.pop()),
            '"' => open.push((at, c)),
            '”' => open.retain(|&(_, c)| c != '“'),
            '’' if open.last().is_some_and(|&(_, c)| c == '‘') => drop(open.pop()),
            ')' => open.retain(|&(_, c)| c != '('),
            _ => {}
        }
    }
    let (at, c) = *open.first()?;
    let closing = match c {
        '“' => Some('”'),
        '"' => Some('"'),
        '‘' => Some('’'),
        _ => None,
    };
    Some((at, closing))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{import, segment};

    const TITLES: &str = include_str!("../../tests/data/claims/titles.txt");

    fn of(text: &str) -> String {
        let source = segment::segment(Arc::new(import::paste("", text).unwrap()));
        title(source.text_of(&source.statements[0]), &source.statements[0])
    }

    #[test]
    fn titles_of_the_table() {
        let lines: Vec<&str> = TITLES.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).collect();
        assert!(lines.len() >= 20);
        for pair in lines.chunks(2) {
            assert_eq!(of(pair[0]), pair[1].trim_start_matches("-> "), "{}", pair[0]);
        }
    }

    #[test]
    fn a_title_is_a_slice_and_ends_in_time() {
        for line in TITLES.lines().filter(|l| !l.starts_with('#') && !l.starts_with("-> ") && !l.is_empty()) {
            let title = of(line);
            let words = title.trim_matches('…').trim_end_matches(['”', '"', '’']).trim_end_matches('…');
            assert!(line.contains(words), "{title}");
            assert!(title.chars().count() <= LONGEST + 3, "{title}");
            assert_eq!(title.matches('“').count(), title.matches('”').count(), "{title}");
        }
    }
}

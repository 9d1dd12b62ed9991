//! Who is said to say it.
//!
//! A verb of saying is looked up in `resources/lexicon/speech-verbs.tsv`; its subject is looked for before it ("the mayor
//! said", "Rob Tanner, the commander, said"), or behind it after what is said ("…," said Tanner). What is said is the rest of
//! the clause, or what stands before.

mod speaker;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::token::{Tokens, rows};
use crate::model::{Attribution, Span};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Say,
    Tell,
    That,
    Quote,
}

static VERBS: LazyLock<HashMap<&str, Class>> = LazyLock::new(|| {
    rows(include_str!("../../../resources/lexicon/speech-verbs.tsv"))
        .flat_map(|row| {
            let class = match row[0] {
                "tell" => Class::Tell,
                "that" => Class::That,
                "quote" => Class::Quote,
                _ => Class::Say,
            };
            row.get(1).copied().unwrap_or_default().split(' ').map(move |form| (form, class))
        })
        .collect()
});

/// Marks that open a quotation.
const OPENING: [char; 5] = ['"', '“', '‘', '„', '«'];
/// Marks that close one.
const CLOSING: [char; 5] = ['"', '”', '’', '“', '»'];
const BE: [&str; 8] = ["is", "are", "was", "were", "be", "been", "being", "am"];

/// Most words for whoever is told behind what is said.
const RECIPIENT: usize = 4;

/// Attributions in a statement, in reading order.
pub(super) fn find(text: &str) -> Vec<Attribution> {
    let tokens = Tokens::new(text);
    (0..tokens.len()).filter_map(|i| phrase_at(&tokens, i).or_else(|| verb_at(&tokens, i))).collect()
}

/// "According to X", "in the words of X", "in X's words".
fn phrase_at(tokens: &Tokens<'_>, i: usize) -> Option<Attribution> {
    let length = if tokens.matches(i, &["according", "to"]) {
        2
    } else if tokens.matches(i, &["in", "the", "words", "of"]) {
        4
    } else if tokens.folded(i) == "in" {
        let owner = (i + 1..tokens.len().min(i + 5)).find(|&k| tokens.get(k).is_some_and(|t| t.possessive))?;
        if tokens.folded(owner + 1) != "words" {
            return None;
        }
        let speaker = Span::new(tokens.get(i + 1)?.span.start, tokens.get(owner)?.bare_end());
        return Some(Attribution {
            cue: tokens.span(i, owner + 2),
            speaker: Some(speaker),
            content: around(tokens, i),
        });
    } else {
        return None;
    };
    let end = speaker::phrase_end(tokens, i + length);
    let speaker = (end > i + length).then(|| speaker::name_span(tokens, i + length, end));
    let content = if tokens.begins_sentence(i) {
        trimmed(tokens.text, tokens.span(end, sentence_end(tokens, i)))
    } else {
        trimmed(tokens.text, tokens.span(sentence_start(tokens, i), i))
    };
    Some(Attribution { cue: tokens.span(i, i + length), speaker, content })
}

/// The attribution whose verb is word `i`.
fn verb_at(tokens: &Tokens<'_>, i: usize) -> Option<Attribution> {
    let token = tokens.get(i)?;
    let class = *VERBS.get(token.folded.as_str())?;
    // "States", "Post": a capital within the sentence is a name.
    if token.is_capital() && i > 0 && !token.is_all_caps() {
        return None;
    }
    // "So-called", "announced by the firm": participles.
    if token.gap.ends_with('-') || tokens.folded(i + 1) == "by" {
        return None;
    }
    let cue = token.span;
    let before = speaker::verb_start(tokens, i);
    let passive = (before..i).any(|k| BE.contains(&tokens.folded(k)));
    let says_that = that_after(tokens, i);
    if passive {
        let from = says_that?;
        if !matches!(token.folded.as_str(), "told" | "informed" | "assured") && tokens.before(before, 1) != "it" {
            return None;
        }
        let content = trimmed(tokens.text, tokens.span(from, sentence_end(tokens, i)));
        return Some(Attribution { cue, speaker: None, content });
    }
    // Whoever follows "told" is told, and speaks not.
    if class != Class::Tell
        && let Some(found) = inverted(tokens, i)
    {
        return Some(found);
    }
    let subject = speaker::before(tokens, before)?;
    // "“…,” Tanner told reporters.": whoever is told ends the sentence.
    let quoted = tokens.get(subject.from).is_some_and(|t| t.gap.contains(CLOSING) && t.gap.contains([',', '?', '!']));
    // "The bridge was shut, Tanner told the court."
    let ends = subject.after_comma && after_recipient(tokens, i).is_none_or(|k| k >= sentence_end(tokens, i));
    let briefly = ends && (1..=RECIPIENT).contains(&(sentence_end(tokens, i) - i - 1));
    if class == Class::Tell && (quoted || briefly) && says_that.is_none() && subject.from > 0 {
        let rest = i + 1..sentence_end(tokens, i);
        if !rest.clone().any(|k| tokens.get(k).is_some_and(|t| t.gap.contains(OPENING))) {
            let content = said_before(tokens, sentence_start(tokens, subject.from), subject.from);
            let content = trimmed(tokens.text, content);
            return Some(Attribution { cue, speaker: Some(subject.span), content });
        }
    }
    if class == Class::Say && says_that.is_none() && is_participle(tokens, i) {
        return None;
    }
    let gap = tokens.gap_after(i);
    let introduces =
        says_that.is_some() || gap.contains(':') || gap.contains(OPENING) || (gap.contains(',') && subject.tail);
    // "…, officials said.", "The fire, officials said, was out."
    let verb = class != Class::That || subject.named || token.folded.ends_with("ed");
    if subject.after_comma && ends_here(tokens, i) && subject.from > 0 && verb {
        let rest = gap.trim_start_matches(|c: char| !c.is_alphanumeric() && c != ',' && !OPENING.contains(&c));
        let start = sentence_start(tokens, subject.from);
        let goes_on = rest.starts_with(',') || (gap.contains(',') && gap.contains(OPENING));
        let content =
            if goes_on && i + 1 < tokens.len() { around(tokens, i) } else { said_before(tokens, start, subject.from) };
        return Some(Attribution { cue, speaker: Some(subject.span), content: trimmed(tokens.text, content) });
    }
    let from = match class {
        Class::Quote => next_quote(tokens, i)?,
        Class::That if !introduces => return None,
        Class::Tell => says_that.or_else(|| after_recipient(tokens, i))?,
        _ => says_that.unwrap_or(i + 1),
    };
    let mut end = sentence_end(tokens, i);
    // "While he admits the loss, he stays": the clause is over at the comma.
    let clause = ["while", "although", "though", "when", "if", "as"].contains(&tokens.before(subject.from, 1));
    if subject.relative || clause && !gap.contains(',') {
        end = (from + 1..end).find(|&k| tokens.get(k).is_some_and(|t| t.gap.contains(','))).unwrap_or(end);
    }
    if from >= end && gap.contains(':') {
        // "She added:" – what she adds stands in the next statement.
        let content = Span::new(tokens.text.len(), tokens.text.len());
        return Some(Attribution { cue, speaker: Some(subject.span), content });
    }
    if from >= end {
        return points_back(tokens, i, subject.from).map(|content| Attribution {
            cue,
            speaker: Some(subject.span),
            content,
        });
    }
    let content = if from == i + 1 || class == Class::Quote {
        let start = tokens.get(from)?.span.start;
        Span::new(start - opening_before(tokens, from), tokens.span(from, end).end)
    } else {
        tokens.span(from, end)
    };
    Some(Attribution { cue, speaker: Some(subject.span), content: trimmed(tokens.text, content) })
}

/// "“…,” said Tanner": what is said, the verb, who says it.
fn inverted(tokens: &Tokens<'_>, i: usize) -> Option<Attribution> {
    let token = tokens.get(i)?;
    let aux = ["had", "has", "have", "would", "will", "could", "may"];
    let follows = token.gap.contains(CLOSING) || token.gap.contains([',', '—', '–']);
    // "His ‘no’ suggests doubt": what is said would end with a comma or a stop.
    let stops = token.gap.contains([',', '.', '?', '!', '…', '—', '–']);
    if i == 0 || !follows || !stops || !tokens.gap_after(i).chars().all(char::is_whitespace) {
        return None;
    }
    let end = speaker::name_end(tokens, i + 1)?;
    // Without marks of quotation only a name that closes its clause shows that the verb is turned round.
    let after = tokens.gap_after(end - 1);
    let clause = (i + 1..end).any(|k| tokens.get(k).is_some_and(|t| t.is(&BE) || t.is(&aux)));
    if clause {
        return None;
    }
    if !token.gap.contains(CLOSING) {
        let closes = after.contains([',', ';']) || tokens.ends_sentence(end - 1);
        let apposition = !tokens.get(i + 1)?.is_capital() && speaker::before(tokens, i).is_some_and(|s| s.tail);
        if !closes || apposition {
            return None;
        }
    }
    let start = sentence_start(tokens, i);
    let content = said_before(tokens, start, i);
    let speaker = Some(speaker::name_span(tokens, i + 1, end));
    Some(Attribution { cue: token.span, speaker, content: trimmed(tokens.text, content) })
}

/// The word after a "that" which the verb at `i` governs: "said on Tuesday that …".
fn that_after(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let limit = tokens.len().min(i + 9);
    let that = (i + 1..limit)
        .take_while(|&k| tokens.get(k).is_some_and(|t| !t.gap.contains(['.', ';', ':']) && !t.gap.contains(OPENING)))
        .find(|&k| tokens.folded(k) == "that")?;
    // A verb in between has a clause of its own: "said he knew that".
    let clause = (i + 1..that)
        .any(|k| tokens.get(k).is_some_and(|t| t.is(&["he", "she", "it", "they", "was", "were", "is", "are", "had"])));
    // "The posts that have been closed": a noun and what is told of it.
    let noun = that == i + 1 && VERBS.get(tokens.folded(i)) == Some(&Class::That) && tokens.folded(i).ends_with('s');
    let relative = noun
        && tokens.get(that + 1).is_some_and(|t| {
            t.is(&BE) || t.is(&["have", "has", "had", "will", "would", "could", "can", "may", "must", "did"])
        });
    (!clause && !relative && that + 1 < tokens.len()).then_some(that + 1)
}

/// "A buyback announced in June is done": a participle that says when, not what.
fn is_participle(tokens: &Tokens<'_>, i: usize) -> bool {
    let timed =
        tokens.get(i + 1).is_some_and(|t| t.is(&["in", "at", "on", "last", "during", "yesterday", "earlier", "after"]));
    timed && tokens.folded(i).ends_with("ed") && !ends_here(tokens, i)
}

/// The word after whoever is told: "told the BBC | the road was blocked".
fn after_recipient(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let first = tokens.get(i + 1)?;
    if tokens.gap_after(i).contains(OPENING) || tokens.gap_after(i).contains(':') {
        return Some(i + 1);
    }
    if first.is(&["about", "of", "by", "on", "in", "that"]) {
        return None;
    }
    let mut k = i + 1;
    if first.is(&["the", "a", "an", "his", "her", "its", "their", "our", "my"]) {
        k += 1;
    }
    k += 1;
    while tokens.get(k).is_some_and(|t| t.is_capital() && t.gap == " ")
        && tokens.get(k - 1).is_some_and(super::token::Token::is_capital)
    {
        k += 1;
    }
    (k < tokens.len() && tokens.folded(k) != "to" && tokens.folded(k) != "about" && tokens.folded(k) != "of")
        .then_some(k)
}

/// The first word of a quotation that opens within a few words after `i`.
fn next_quote(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    (i + 1..tokens.len().min(i + 10)).find(|&k| tokens.get(k).is_some_and(|t| t.gap.contains(OPENING)))
}

/// Length in bytes of the opening mark that touches word `k`.
fn opening_before(tokens: &Tokens<'_>, k: usize) -> usize {
    let gap = tokens.get(k).map_or("", |t| t.gap);
    gap.chars().next_back().filter(|c| OPENING.contains(c)).map_or(0, char::len_utf8)
}

/// What stands before word `i`, from word `start`, or from where the quotation begins that closes there.
fn said_before(tokens: &Tokens<'_>, start: usize, i: usize) -> Span {
    let clause = tokens.span(start, i);
    quoted(tokens, i).map_or(clause, |quotation| quotation.union(clause))
}

/// The quotation that closes just before word `i`, marks included.
fn quoted(tokens: &Tokens<'_>, i: usize) -> Option<Span> {
    let token = tokens.get(i)?;
    let gap_start = token.span.start - token.gap.len();
    let (at, close) = token.gap.char_indices().find(|(_, c)| CLOSING.contains(c))?;
    let open = match close {
        '"' => "\"",
        '”' => "“",
        '’' => "‘",
        '“' => "„",
        _ => "«",
    };
    let start = tokens.text[..gap_start].rfind(open).unwrap_or(0);
    Some(Span::new(start, gap_start + at + close.len_utf8()))
}

/// "…, which it denies": what is denied stands before.
fn points_back(tokens: &Tokens<'_>, verb: usize, subject: usize) -> Option<Span> {
    let relative = subject.checked_sub(1)?;
    if tokens.folded(relative) != "which" && tokens.folded(verb) != "denies" && tokens.folded(verb) != "denied" {
        return None;
    }
    let last = if tokens.folded(relative) == "which" { relative } else { subject };
    let start = sentence_start(tokens, last);
    (start < last).then(|| tokens.span(start, last))
}

/// Whether nothing but when and where it was said follows word `i` in its clause.
fn ends_here(tokens: &Tokens<'_>, i: usize) -> bool {
    for k in i..tokens.len() {
        let gap = tokens.gap_after(k);
        if k + 1 == tokens.len() || gap.contains([',', ';']) || tokens.ends_sentence(k) {
            return true;
        }
        let Some(next) = tokens.get(k + 1) else { return true };
        let first = k == i
            && next.is(&[
                "on",
                "in",
                "at",
                "late",
                "early",
                "last",
                "this",
                "yesterday",
                "today",
                "earlier",
                "later",
                "during",
                "after",
                "to",
                "of",
            ]);
        if !first
            && (k == i
                || k > i + 6
                || next.is(&["that", "he", "she", "it", "they", "was", "were", "is", "are", "had", "would", "will"]))
        {
            return false;
        }
    }
    true
}

/// First word of the sentence that holds word `i`.
fn sentence_start(tokens: &Tokens<'_>, i: usize) -> usize {
    (1..=i).rev().find(|&k| tokens.ends_sentence(k - 1)).unwrap_or(0)
}

/// One past the last word of the sentence that holds word `i`; a quotation that goes on is taken whole.
fn sentence_end(tokens: &Tokens<'_>, i: usize) -> usize {
    let mut open = false;
    for k in i..tokens.len() {
        let gap = tokens.gap_after(k);
        for c in gap.chars() {
            match c {
                '“' | '„' | '‘' => open = true,
                '”' => open = false,
                '"' => open = !open,
                _ => {}
            }
        }
        if !open && tokens.ends_sentence(k) {
            return k + 1;
        }
    }
    tokens.len()
}

/// The whole sentence around word `i`.
fn around(tokens: &Tokens<'_>, i: usize) -> Span {
    tokens.span(sentence_start(tokens, i), sentence_end(tokens, i))
}

/// Takes in the marks of quotation that touch a span, and a comma or full stop only before such a mark.
fn trimmed(text: &str, span: Span) -> Span {
    let before = text[..span.start].chars().next_back().filter(|c| OPENING.contains(c)).map_or(0, char::len_utf8);
    let inside = span.of(text);
    let mut end = span.end;
    if inside.contains(OPENING) || before > 0 {
        let rest = &text[span.end..];
        let marks: String =
            rest.chars().take_while(|c| matches!(c, ',' | '.' | '!' | '?' | '…') || CLOSING.contains(c)).collect();
        if let Some(last) = marks.rfind(CLOSING) {
            end += last + marks[last..].chars().next().map_or(0, char::len_utf8);
        }
    }
    Span::new(span.start - before, end)
}

#[cfg(test)]
mod tests {
    use super::super::table::{self, Failures, rows};

    #[test]
    fn table_of_examples() {
        let table = rows("attribution");
        assert!(table.len() >= 60, "{} rows", table.len());
        let mut failures = Failures::default();
        for row in table {
            let text = &row[0];
            let found: Vec<String> = super::find(text)
                .iter()
                .map(|a| {
                    let speaker = a.speaker.map_or("-", |s| s.of(text));
                    format!("{speaker} | {} | {}", a.cue.of(text), a.content.of(text))
                })
                .collect();
            failures.check(&row, &found);
        }
    }

    proptest::proptest! {
        #[test]
        fn spans_lie_in_any_text(text in table::any_text()) {
            for a in super::find(&text) {
                table::in_bounds(&text, a.cue);
                table::in_bounds(&text, a.content);
                table::in_bounds(&text, a.speaker.unwrap_or_default());
            }
        }
    }
}

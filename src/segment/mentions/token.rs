//! Words of a statement with what stands between them: what the finders of names, negations, hedges and speakers walk.

use crate::model::Span;
use crate::text;

/// A word and the characters between it and the word before.
#[derive(Debug)]
pub(super) struct Token<'a> {
    /// Where it stands, a possessive "'s" included.
    pub(super) span: Span,
    /// As written.
    pub(super) raw: &'a str,
    /// Folded, without a possessive "'s".
    pub(super) folded: String,
    /// What stands between the word before (or the start) and this one.
    pub(super) gap: &'a str,
    /// Whether a possessive "'s" was taken off, or a bare apostrophe follows a final s.
    pub(super) possessive: bool,
}

impl Token<'_> {
    /// Whether the first letter is a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.raw.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether all letters are capitals, and there are at least two.
    pub(super) fn is_all_caps(&self) -> bool {
        let letters = self.raw.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() > 1 && letters.clone().all(char::is_uppercase)
    }

    /// Whether it begins with a digit.
    pub(super) fn is_number(&self) -> bool {
        self.raw.chars().next().is_some_and(|c| c.is_ascii_digit())
    }

    /// Where it ends without a possessive "'s".
    pub(super) fn bare_end(&self) -> usize {
        let bare = self.raw.strip_suffix("'s").or_else(|| self.raw.strip_suffix("’s")).unwrap_or(self.raw);
        self.span.start + bare.len()
    }

    /// Whether it is one of the words given.
    pub(super) fn is(&self, words: &[&str]) -> bool {
        words.contains(&self.folded.as_str())
    }
}

/// The words of one statement, in order.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    /// The statement.
    pub(super) text: &'a str,
    list: Vec<Token<'a>>,
}

/// Words after which a full stop does not end a sentence.
const ABBREVIATED: [&str; 41] = [
    "mr", "mrs", "ms", "dr", "prof", "sgt", "gen", "col", "lt", "maj", "capt", "cmdr", "adm", "sen", "rep", "gov",
    "rev", "hon", "st", "jr", "sr", "no", "vs", "inc", "ltd", "co", "corp", "u.s", "u.k", "u.n", "e.u", "d.c", "a.m",
    "p.m", "fr", "pres", "supt", "det", "insp", "messrs", "brig",
];

impl<'a> Tokens<'a> {
    /// Parts a statement.
    pub(super) fn new(text: &'a str) -> Self {
        let mut end = 0;
        let spans = text::word_spans(text);
        let mut list: Vec<Token<'a>> = Vec::with_capacity(spans.len());
        for span in spans {
            let (raw, gap) = (span.of(text), Span::new(end, span.start).of(text));
            let mut folded = text::fold(raw);
            let mut possessive = false;
            if folded.ends_with("'s") && folded.len() > 2 {
                folded.truncate(folded.len() - 2);
                possessive = true;
            }
            if let Some(before) = list.last_mut()
                && before.folded.ends_with('s')
                && (gap.starts_with("' ") || gap.starts_with("’ "))
            {
                before.possessive = true;
            }
            list.push(Token { span, raw, folded, gap, possessive });
            end = span.end;
        }
        Self { text, list }
    }

    /// Number of words.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The word at `i`, if there is one.
    pub(super) fn get(&self, i: usize) -> Option<&Token<'a>> {
        self.list.get(i)
    }

    /// All words.
    pub(super) fn iter(&self) -> std::slice::Iter<'_, Token<'a>> {
        self.list.iter()
    }

    /// What follows word `i`, as far as the next word or the end.
    pub(super) fn gap_after(&self, i: usize) -> &'a str {
        match (self.list.get(i + 1), self.list.get(i)) {
            (Some(next), _) => next.gap,
            (None, Some(last)) => &self.text[last.span.end..],
            (None, None) => "",
        }
    }

    /// Folded form of the word at `i`; empty beyond the ends.
    pub(super) fn folded(&self, i: usize) -> &str {
        self.list.get(i).map_or("", |t| t.folded.as_str())
    }

    /// Folded form of the `back`th word before `i`; empty before the start.
    pub(super) fn before(&self, i: usize, back: usize) -> &str {
        i.checked_sub(back).map_or("", |j| self.folded(j))
    }

    /// The bytes from word `from` to before word `to`, possessives included.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        match (self.list.get(from), to.checked_sub(1).and_then(|last| self.list.get(last))) {
            (Some(first), Some(last)) if from < to => Span::new(first.span.start, last.span.end),
            (Some(first), _) => Span::new(first.span.start, first.span.start),
            _ => Span::new(self.text.len(), self.text.len()),
        }
    }

    /// Where a span that ends with a word ends without that word's possessive.
    pub(super) fn bare_end(&self, end: usize) -> usize {
        self.list.iter().find(|t| t.span.end == end).map_or(end, Token::bare_end)
    }

    /// Whether a sentence ends between word `i` and the next.
    pub(super) fn ends_sentence(&self, i: usize) -> bool {
        let gap = self.gap_after(i);
        let Some(next) = self.get(i + 1) else { return true };
        if gap.contains(['!', '?', '…']) {
            return next.is_capital() || next.is_number();
        }
        if !gap.contains('.') {
            return false;
        }
        let before = self.folded(i);
        let initial = before.chars().count() == 1 && self.get(i).is_some_and(Token::is_capital);
        (next.is_capital() || next.is_number()) && !initial && !ABBREVIATED.contains(&before)
    }

    /// Whether a word begins the statement, a sentence in it, or a quotation: its capital says nothing.
    pub(super) fn begins_sentence(&self, i: usize) -> bool {
        let Some(token) = self.get(i) else { return false };
        i == 0 || self.ends_sentence(i - 1) || token.gap.contains(['"', '“', '‘', '„', ':', '•', '|', '«', '\n'])
    }

    /// Whether it is a headline in which nearly every longer word has a capital, so that a capital says nothing.
    pub(super) fn is_headline(&self) -> bool {
        if self.text.trim_end().ends_with(['.', '!', ':', ';', '”', '"', '’', ',']) {
            return false;
        }
        let long = || self.list.iter().filter(|t| t.folded.len() > 3 && !t.is_number());
        let capitals = long().filter(|t| t.is_capital()).count();
        capitals >= 3 && capitals * 10 >= long().count() * 7
    }

    /// Length in words of the phrase if the words at `i` are it, with nothing but spaces and hyphens between them.
    pub(super) fn matches(&self, i: usize, phrase: &[&str]) -> bool {
        phrase
            .iter()
            .enumerate()
            .all(|(k, word)| self.get(i + k).is_some_and(|t| t.folded == *word && (k == 0 || is_plain(t.gap))))
    }
}

/// Whether words on both sides of a gap belong to one phrase.
pub(super) fn is_plain(gap: &str) -> bool {
    gap.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}'))
}

/// Whether a gap holds a mark that parts clauses.
pub(super) fn parts_clause(gap: &str) -> bool {
    gap.contains([';', ':', '(', ')', '–', '—', '"', '“', '”', '„', '|', '•', '\n', '[', ']']) || gap.contains(" - ")
}

/// Rows of a word list: columns parted by tabs, `#` begins a comment.
pub(super) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split('\t').map(str::trim).collect())
}

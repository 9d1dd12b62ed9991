//! Tokens of the number and time grammars: words, figures and marks, each knowing whether white space stands before it.
//!
//! Unlike [`crate::text::words`] they keep the signs that numbers live by ("$", "%", "-", "°", ":").

use crate::model::Span;
use crate::text::fold;

/// A token.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Where it stands.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: Kind,
    /// Folded, without a possessive "'s"; for marks the mark, dashes as "-".
    pub(super) lower: String,
    /// Whether it follows the token before it without white space.
    pub(super) glued: bool,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// Letters, perhaps with digits after the first ("Q3"); abbreviations with their inner points ("p.m.").
    Word,
    /// A figure in digits.
    Figure(Figure),
    /// A sign.
    Mark,
    /// Digits that are no number: "1.2.3", "3,5,7".
    Opaque,
}

/// A figure in digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    /// Its value.
    pub(super) value: f64,
    /// Digits after the decimal point.
    pub(super) decimals: u8,
    /// Whether thousands are set off by commas.
    pub(super) grouped: bool,
    /// Digits before the decimal point.
    pub(super) digits: u8,
    /// Whether it ends in a fraction sign ("21½").
    pub(super) fraction: bool,
}

/// The tokens of one statement. Reading beyond either end gives nothing, so that grammars need no bounds checks.
pub(super) struct Tokens<'a> {
    pub(super) text: &'a str,
    list: Vec<Token>,
}

impl<'a> Tokens<'a> {
    /// Reads a text.
    pub(super) fn read(text: &'a str) -> Self {
        let mut list: Vec<Token> = Vec::new();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            if c.is_whitespace() {
                at += c.len_utf8();
                continue;
            }
            let rest = &text[at..];
            let (length, kind) = if c.is_ascii_digit() || fraction_sign(c).is_some() {
                figure(rest)
            } else if c.is_alphabetic() {
                (word(rest), Kind::Word)
            } else {
                (c.len_utf8(), Kind::Mark)
            };
            let span = Span::new(at, at + length);
            let raw = span.of(text);
            let lower = match kind {
                Kind::Mark => {
                    if is_dash(c) {
                        "-".to_owned()
                    } else {
                        raw.to_owned()
                    }
                }
                _ => {
                    let folded = fold(raw);
                    folded.strip_suffix("'s").map(str::to_owned).unwrap_or(folded)
                }
            };
            let glued = list.last().is_some_and(|t| t.span.end == at);
            list.push(Token { span, kind, lower, glued, capital: c.is_uppercase() });
            at += length;
        }
        Self { text, list }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The token at `i`.
    pub(super) fn get(&self, i: usize) -> Option<&Token> {
        self.list.get(i)
    }

    /// The folded word or mark at `i`; empty beyond the ends.
    pub(super) fn lower(&self, i: usize) -> &str {
        self.get(i).map_or("", |t| t.lower.as_str())
    }

    /// The folded word or mark `back` tokens before `i`; empty beyond the start.
    pub(super) fn before(&self, i: usize, back: usize) -> &str {
        i.checked_sub(back).map_or("", |j| self.lower(j))
    }

    /// The folded word at `i`; empty if there is no word.
    pub(super) fn word(&self, i: usize) -> &str {
        self.get(i).filter(|t| t.kind == Kind::Word).map_or("", |t| t.lower.as_str())
    }

    /// The figure at `i`.
    pub(super) fn figure(&self, i: usize) -> Option<Figure> {
        self.get(i).and_then(|t| if let Kind::Figure(figure) = t.kind { Some(figure) } else { None })
    }

    /// Whether the token at `i` follows the one before it without white space.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.get(i).is_some_and(|t| t.glued)
    }

    /// Whether the token at `i` begins with a capital.
    pub(super) fn capital(&self, i: usize) -> bool {
        self.get(i).is_some_and(|t| t.capital)
    }

    /// Whether `i` is a hyphen with no white space on either side.
    pub(super) fn hyphen(&self, i: usize) -> bool {
        self.lower(i) == "-" && self.glued(i) && self.glued(i + 1)
    }

    /// From the start of token `from` to the end of token `to - 1`.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        match (self.get(from), to.checked_sub(1).and_then(|last| self.get(last))) {
            (Some(a), Some(b)) => Span::new(a.span.start, b.span.end),
            _ => Span::default(),
        }
    }

    /// First and one past the last token of the clause around `i`: as far as a mark that ends one.
    pub(super) fn clause(&self, i: usize) -> std::ops::Range<usize> {
        let ends = |j: &usize| matches!(self.lower(*j), ";" | "!" | "?" | "|" | ":") && !self.glued(*j + 1);
        let start = (0..i).rev().find(ends).map_or(0, |j| j + 1);
        start..(i + 1..self.len()).find(ends).unwrap_or(self.len())
    }

    /// How many tokens from `i` on spell one of the phrases, longest first; words of a phrase are parted by spaces.
    pub(super) fn phrase_at(&self, i: usize, phrase: &str) -> Option<usize> {
        let mut count = 0;
        for word in phrase.split(' ') {
            if self.lower(i + count) != word {
                return None;
            }
            count += 1;
        }
        Some(count)
    }

    /// How many tokens right before `i` spell the phrase.
    pub(super) fn phrase_before(&self, i: usize, phrase: &str) -> Option<usize> {
        let count = phrase.split(' ').count();
        i.checked_sub(count).and_then(|start| self.phrase_at(start, phrase))
    }
}

/// The value of a fraction sign.
fn fraction_sign(c: char) -> Option<f64> {
    Some(match c {
        '½' => 0.5,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅛' => 0.125,
        _ => return None,
    })
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}

/// Length of the word that `rest` begins with.
fn word(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut run = 0; // letters since the last point: points belong to a word only in "U.S.", "p.m."
    let mut pointed = false;
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, c)| c);
        if c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) {
            run += 1;
        } else if matches!(c, '\'' | '\u{2019}') && next.is_alphabetic() {
            run += 2;
        } else if c == '.' && run == 1 && (next.is_alphabetic() || pointed) {
            pointed = true;
            run = 0;
        } else {
            return i;
        }
    }
    rest.len()
}

/// Length and meaning of the digits that `rest` begins with.
fn figure(rest: &str) -> (usize, Kind) {
    let bytes = rest.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && end > 0 && digit(end + 1) && digit(end - 1)) {
        end += 1;
    }
    let raw = &rest[..end];
    let (whole, decimals) = raw.split_once('.').unwrap_or((raw, ""));
    let groups: Vec<&str> = whole.split(',').collect();
    let grouped = groups.len() > 1;
    let well_grouped = !grouped || ((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|g| g.len() == 3));
    let plain: String = raw.chars().filter(|&c| c != ',').collect();
    let sign = rest[end..].chars().next().and_then(|c| fraction_sign(c).map(|value| (value, c.len_utf8())));
    let value = if plain.is_empty() { Some(0.0) } else { plain.parse::<f64>().ok() };
    match value {
        Some(value) if well_grouped && !decimals.contains(['.', ',']) && whole.len() <= 24 => {
            let (part, length) = sign.unwrap_or((0.0, 0));
            let figure = Figure {
                value: value + part,
                decimals: decimals.len().min(9) as u8,
                grouped,
                digits: whole.bytes().filter(u8::is_ascii_digit).count() as u8,
                fraction: length > 0,
            };
            (end + length, Kind::Figure(figure))
        }
        _ => (end.max(rest.chars().next().map_or(0, char::len_utf8)), Kind::Opaque),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lowers(text: &str) -> Vec<String> {
        Tokens::read(text).list.into_iter().map(|t| t.lower).collect()
    }

    #[test]
    fn parts_signs_figures_and_words() {
        assert_eq!(lowers("£412.6m, 21½p"), ["£", "412.6", "m", ",", "21½", "p"].map(fold));
        assert_eq!(lowers("9:00 p.m. in the U.S. today’s"), ["9", ":", "00", "p.m.", "in", "the", "u.s.", "today"]);
        assert_eq!(lowers("Q3 F–16"), ["q3", "f", "-", "16"]);
    }

    #[test]
    fn figures_have_values_and_odd_digits_have_none() {
        let value = |text: &str| Tokens::read(text).figure(0).map(|f| f.value);
        assert_eq!(value("18,400"), Some(18_400.0));
        assert_eq!(value("21½"), Some(21.5));
        assert_eq!(value("1.2.3"), None);
        assert_eq!(value("1,23,4"), None);
    }
}

//! A table of words and phrases with values, and the search for them in a list of words.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::lemma::lemma;

/// An entry found in a list of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// Which of the words.
    pub words: Range<usize>,
    /// What the table says of them.
    pub value: T,
}

/// Entries by their first word.
pub(super) struct Phrases<T>(HashMap<&'static str, Vec<(Vec<Token>, T)>>);

/// A word of an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Token {
    text: &'static str,
    /// Only this form, not the inflected ones.
    exact: bool,
}

/// A word of the text, as it is and as its lemma.
struct Form<'a> {
    folded: &'a str,
    lemma: Cow<'a, str>,
}

impl Token {
    fn matches(self, form: &Form) -> bool {
        self.text == form.folded || (!self.exact && self.text == form.lemma)
    }
}

impl<T: Clone + PartialEq> Phrases<T> {
    pub(super) fn new() -> Self {
        Self(HashMap::new())
    }

    /// Adds an entry as resources write it: lemmas parted by spaces, a leading "=" for "this form only".
    pub(super) fn insert(&mut self, entry: &'static str, value: T) {
        let exact = entry.starts_with('=');
        let words = entry.trim_start_matches('=').split_whitespace();
        let tokens: Vec<_> = words.map(|text| Token { text, exact }).collect();
        if let Some(first) = tokens.first() {
            self.0.entry(first.text).or_default().push((tokens, value));
        }
    }

    /// The values of a single word.
    pub(super) fn of(&self, folded: &str) -> Vec<T> {
        self.find(&[folded]).into_iter().map(|found| found.value).collect()
    }

    /// All entries in a list of folded words, in order; one that lies inside a longer one is left out.
    pub(super) fn find<S: AsRef<str>>(&self, words: &[S]) -> Vec<Found<T>> {
        let forms: Vec<Form> =
            words.iter().map(|word| Form { folded: word.as_ref(), lemma: lemma(word.as_ref()) }).collect();
        let mut all: Vec<Found<T>> = Vec::new();
        for (start, form) in forms.iter().enumerate() {
            let by_form = self.0.get(form.folded).into_iter().flatten();
            let by_lemma = self.0.get(form.lemma.as_ref()).filter(|_| form.lemma != form.folded).into_iter().flatten();
            for (tokens, value) in by_form.chain(by_lemma) {
                let words = start..start + tokens.len();
                let here = forms.get(words.clone()).unwrap_or_default();
                if here.len() == tokens.len() && tokens.iter().zip(here).all(|(token, form)| token.matches(form)) {
                    all.push(Found { words, value: value.clone() });
                }
            }
        }
        let inside = |a: &Range<usize>, b: &Range<usize>| b.start <= a.start && a.end <= b.end && b.len() > a.len();
        let mut out: Vec<Found<T>> = Vec::new();
        for found in &all {
            if !all.iter().any(|other| inside(&found.words, &other.words)) && !out.contains(found) {
                out.push(found.clone());
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_entry_wins_and_forms_count() {
        let mut table = Phrases::new();
        table.insert("step down", 1);
        table.insert("step", 2);
        table.insert("=down", 3);
        let found = table.find(&["he", "stepped", "down", "a", "step", "downs"]);
        let found: Vec<_> = found.into_iter().map(|f| (f.words, f.value)).collect();
        assert_eq!(found, [(1..3, 1), (4..6, 1)]);
        assert_eq!(table.of("down"), [3]);
        assert_eq!(table.of("downs"), [0; 0]);
    }
}

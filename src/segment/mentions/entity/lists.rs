//! The word lists behind names.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::super::token::{Tokens, is_plain, rows};

static GIVEN: LazyLock<HashSet<&str>> =
    LazyLock::new(|| plain(include_str!("../../../../resources/lexicon/given-names.txt")));
static NOT_NAMES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| plain(include_str!("../../../../resources/lexicon/not-names.txt")));

fn plain(text: &'static str) -> HashSet<&'static str> {
    text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

/// Whether a folded word is a common given name.
pub(super) fn is_given_name(folded: &str) -> bool {
    GIVEN.contains(folded)
}

/// Whether a folded word, though written with a capital, is no part of a name: weekdays, months, compass points, …
pub(super) fn is_no_name(folded: &str) -> bool {
    NOT_NAMES.contains(folded)
}

/// What the list of organisations knows.
pub(super) struct Organisations {
    /// Names by their first word: the words as written and the key, longest first.
    known: HashMap<&'static str, Vec<(Vec<&'static str>, &'static str)>>,
    words: HashMap<&'static str, HashSet<&'static str>>,
}

/// Organisations known by name, and the words that make one.
pub(super) static ORGANISATIONS: LazyLock<Organisations> = LazyLock::new(|| {
    let mut known: HashMap<&str, Vec<(Vec<&str>, &str)>> = HashMap::new();
    let mut words: HashMap<&str, HashSet<&str>> = HashMap::new();
    for row in rows(include_str!("../../../../resources/lexicon/organisations.tsv")) {
        if let ("known", Some(names)) = (row[0], row.get(2)) {
            for name in names.split('|') {
                let parts: Vec<&str> = name.split([' ', '-']).map(|part| part.trim_end_matches('.')).collect();
                known.entry(parts[0]).or_default().push((parts, row[1]));
            }
        } else {
            words.entry(row[0]).or_default().insert(row[1]);
        }
    }
    for names in known.values_mut() {
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    }
    Organisations { known, words }
});

impl Organisations {
    /// The organisation whose name begins at word `i`: number of words and key. Capitals must be as in the list.
    pub(super) fn known_at(&self, tokens: &Tokens<'_>, i: usize) -> Option<(usize, &'static str)> {
        let written = |k: usize| tokens.get(k).map(|t| t.raw.trim_end_matches("'s").trim_end_matches("’s"));
        let names = self.known.get(written(i)?)?;
        let fits = |name: &[&str]| {
            name.iter().enumerate().all(|(k, word)| {
                written(i + k) == Some(*word) && (k == 0 || tokens.get(i + k).is_some_and(|t| is_plain(t.gap)))
            })
        };
        names.iter().find(|(name, _)| fits(name)).map(|(name, key)| (name.len(), *key))
    }

    fn has(&self, class: &str, folded: &str) -> bool {
        self.words.get(class).is_some_and(|words| words.contains(folded))
    }

    /// Whether a word that ends a name makes it an organisation's.
    pub(super) fn is_head(&self, folded: &str) -> bool {
        self.has("head", folded)
    }

    /// Whether a word before "of" or "for" begins an organisation's name.
    pub(super) fn takes_of(&self, folded: &str) -> bool {
        self.has("of", folded)
    }

    /// Whether a word is the form of a company.
    pub(super) fn is_suffix(&self, folded: &str) -> bool {
        self.has("suffix", folded)
    }

    /// Whether a word that ends a name makes it that of a thing.
    pub(super) fn is_thing(&self, folded: &str) -> bool {
        self.has("thing", folded) || folded == "wildfire"
    }

    /// Whether a plain word behind a name shows an organisation.
    pub(super) fn is_group(&self, folded: &str) -> bool {
        self.has("group", folded)
    }
}

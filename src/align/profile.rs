//! What a statement is made of, for comparison: its words with their weights, its clauses, figures, names and quotations.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::rarity;
use crate::model::{Source, Statement, StatementKind};
use crate::text::{Word, words};

/// A set of terms (stems, by number) with weights, in order of the number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Terms {
    /// Term and weight.
    pub(super) items: Vec<(u32, f32)>,
    /// Sum of the weights.
    pub(super) weight: f32,
}

impl Terms {
    /// Sum of the weights of the terms both have.
    pub(super) fn shared(&self, other: &Terms) -> f32 {
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while let (Some(&(a, weight)), Some(&(b, _))) = (self.items.get(i), other.items.get(j)) {
            match a.cmp(&b) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    sum += weight;
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        sum
    }

    /// Weighted Jaccard similarity, 0 to 1.
    pub(super) fn jaccard(&self, other: &Terms) -> f32 {
        let shared = self.shared(other);
        if shared > 0.0 { shared / (self.weight + other.weight - shared) } else { 0.0 }
    }
}

/// A statement as alignment sees it.
#[derive(Clone, Debug)]
pub(super) struct Profile {
    /// Index of the statement in its source.
    pub(super) index: usize,
    /// All its words.
    pub(super) terms: Terms,
    /// The words of each clause, if there are several.
    pub(super) clauses: Vec<Terms>,
    /// Words inside quotation marks.
    pub(super) quoted: Terms,
    /// Figures, by their value.
    pub(super) numbers: BTreeSet<String>,
    /// Names of people, organisations and places.
    pub(super) names: BTreeSet<String>,
    /// Whether it is a title or a heading.
    pub(super) heading: bool,
}

/// Profiles of the statements of each source that carry a claim; none for a source that is not in English.
pub(super) fn profiles(sources: &[Source]) -> Vec<Vec<Profile>> {
    let mut vocabulary = Vocabulary::default();
    let tokens: Vec<Vec<Vec<Word>>> =
        sources.iter().map(|source| source.statements.iter().map(|s| tokens(source, s)).collect()).collect();
    tokens.iter().flatten().for_each(|statement| vocabulary.add(statement));
    sources
        .iter()
        .zip(&tokens)
        .map(|(source, tokens)| {
            let statements = source.statements.iter().zip(tokens).enumerate();
            statements
                .filter(|(_, (_, t))| !t.is_empty())
                .map(|(i, (s, t))| profile(i, source, s, t, &vocabulary))
                .collect()
        })
        .collect()
}

/// The words of a statement that is to be aligned; none if it is not.
fn tokens(source: &Source, statement: &Statement) -> Vec<Word> {
    let wanted = source.document.is_english() && statement.kind.carries_claim();
    if wanted { words(source.text_of(statement)) } else { Vec::new() }
}

fn profile(index: usize, source: &Source, statement: &Statement, tokens: &[Word], vocabulary: &Vocabulary) -> Profile {
    let text = source.text_of(statement);
    let mentions = &statement.mentions;
    let mut clauses: Vec<Terms> = clauses(text, tokens).into_iter().map(|words| vocabulary.terms(words)).collect();
    clauses.retain(|terms| terms.items.len() >= CLAUSE_TERMS);
    if clauses.len() < 2 {
        clauses.clear();
    }
    let quoted = tokens.iter().filter(|word| mentions.quotations.iter().any(|q| q.span.contains(word.span)));
    let figures = mentions.quantities.iter().flat_map(|q| [q.low, q.high]).map(|value| format!("{value}"));
    let names = mentions.entities.iter().map(|e| e.key.clone());
    let places = mentions.places.iter().filter_map(|p| Some(p.candidates.first()?.name.to_lowercase()));
    Profile {
        index,
        terms: vocabulary.terms(tokens),
        clauses,
        quoted: vocabulary.terms(quoted),
        numbers: figures.chain(tokens.iter().filter_map(digits)).collect(),
        names: names.chain(places).chain(capitalised(text, tokens)).collect(),
        heading: statement.kind == StatementKind::Heading,
    }
}

/// Fewest weighted terms of a clause that is compared by itself: fewer match by chance.
const CLAUSE_TERMS: usize = 3;

/// Words that open a clause.
const OPENERS: [&str; 14] = [
    "after", "although", "and", "as", "because", "before", "but", "that", "when", "where", "which", "while", "who",
    "with",
];

/// Splits a statement at punctuation and before words that open a clause.
fn clauses<'a>(text: &str, tokens: &'a [Word]) -> Vec<&'a [Word]> {
    let mut cuts = vec![0];
    for (i, pair) in tokens.windows(2).enumerate() {
        let gap = text.get(pair[0].span.end..pair[1].span.start).unwrap_or_default();
        if gap.contains([',', ';', ':', '–', '—', '(', ')', '|']) || OPENERS.contains(&pair[1].folded.as_str()) {
            cuts.push(i + 1);
        }
    }
    cuts.push(tokens.len());
    cuts.windows(2).map(|cut| &tokens[cut[0]..cut[1]]).collect()
}

/// A word made of digits, without thousands separators and trailing letters: "18,400", "412.6m".
fn digits(word: &Word) -> Option<String> {
    let number: String =
        word.folded.chars().filter(|&c| c != ',').take_while(|&c| c.is_ascii_digit() || c == '.').collect();
    number.starts_with(|c: char| c.is_ascii_digit()).then(|| number.trim_end_matches('.').to_owned())
}

/// Words written with a capital where a sentence does not ask for one.
fn capitalised<'a>(text: &'a str, tokens: &'a [Word]) -> impl Iterator<Item = String> + 'a {
    let upper = |word: &Word| word.span.of(text).starts_with(char::is_uppercase);
    let title = tokens.iter().filter(|w| upper(w)).count() * 2 > tokens.len();
    tokens
        .windows(2)
        .filter(move |pair| {
            let gap = text.get(pair[0].span.end..pair[1].span.start).unwrap_or_default();
            !title && upper(&pair[1]) && pair[1].folded.len() > 2 && gap == " "
        })
        .map(|pair| pair[1].folded.clone())
}

/// All stems of the compared sources, numbered, with how many statements hold each.
#[derive(Default)]
struct Vocabulary {
    numbers: HashMap<String, u32>,
    statements: Vec<u32>,
    common: Vec<f32>,
    total: u32,
}

impl Vocabulary {
    fn add(&mut self, statement: &[Word]) {
        self.total += u32::from(!statement.is_empty());
        let mut stems: BTreeMap<&str, f32> = BTreeMap::new();
        for word in statement {
            let rarity = rarity::rarity(&word.folded);
            stems.entry(&word.stem).and_modify(|least| *least = least.min(rarity)).or_insert(rarity);
        }
        for (stem, rarity) in stems {
            let next = self.statements.len() as u32;
            let number = *self.numbers.entry(stem.to_owned()).or_insert(next);
            if number == next {
                self.statements.push(0);
                self.common.push(1.0);
            }
            self.statements[number as usize] += 1;
            let common = &mut self.common[number as usize];
            *common = common.min(rarity);
        }
    }

    /// Rarity in these sources (inverse document frequency, 0 to 1) times rarity in English at large.
    fn weight(&self, term: u32) -> f32 {
        let held = self.statements[term as usize] as f32;
        let here = ((self.total as f32 + 1.0) / (held + 0.5)).ln() / (self.total as f32 + 1.0).ln().max(1.0);
        here.clamp(0.0, 1.0) * self.common[term as usize]
    }

    fn terms<'a>(&self, words: impl IntoIterator<Item = &'a Word>) -> Terms {
        let numbers: BTreeSet<u32> = words.into_iter().filter_map(|w| self.numbers.get(&w.stem).copied()).collect();
        let mut items: Vec<(u32, f32)> = numbers.into_iter().map(|n| (n, self.weight(n))).collect();
        items.retain(|&(_, weight)| weight > 0.0);
        let weight = items.iter().map(|&(_, weight)| weight).sum();
        Terms { items, weight }
    }
}

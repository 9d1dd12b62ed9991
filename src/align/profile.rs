//! What a statement is made of, for comparison: its words with their weights, its figures and names.

use super::rarity::rarity;
use super::terms::{Terms, Vocabulary};
use crate::lexicon::concepts_in;
use crate::model::{Source, Statement, StatementKind};
use crate::text::{Word, words};

/// A statement as alignment sees it.
#[derive(Clone, Debug)]
pub(super) struct Profile {
    /// Index of the statement in its source.
    pub(super) index: usize,
    /// All its words, and the concepts they stand for.
    pub(super) terms: Terms,
    /// Figures, by their value.
    pub(super) figures: Terms,
    /// Names of people, organisations and places.
    pub(super) names: Terms,
    /// Whether it is a title or a heading.
    pub(super) heading: bool,
}

/// Profiles of the statements of each source that carry a claim; none for a source that is not in English.
pub(super) fn profiles(sources: &[Source]) -> Vec<Vec<Profile>> {
    let drafts: Vec<Vec<Draft>> = sources.iter().map(drafts).collect();
    let mut vocabulary = Vocabulary::default();
    drafts.iter().flatten().for_each(|draft| vocabulary.add(draft.terms()));
    drafts.iter().map(|drafts| drafts.iter().map(|draft| draft.profile(&vocabulary)).collect()).collect()
}

/// Statements that can be aligned. Of headings, those above the first sentence: a headline sums up what happened, a
/// section's heading announces a subject.
fn drafts(source: &Source) -> Vec<Draft<'_>> {
    let body = source.statements.iter().position(|s| s.kind == StatementKind::Sentence).unwrap_or_default();
    let wanted = |(i, s): &(usize, &Statement)| {
        source.document.is_english() && s.kind.carries_claim() && (s.kind != StatementKind::Heading || *i < body)
    };
    let drafts = source.statements.iter().enumerate().filter(wanted).map(|(_, s)| Draft::new(s, source.text_of(s)));
    drafts
        .filter(|draft| draft.words.iter().filter(|word| rarity(&word.folded) > 0.0).count() >= FEWEST_WORDS)
        .collect()
}

/// How much a concept weighs beside the word that stands for it: a synonym is not the same word.
const CONCEPT: f32 = 0.5;

/// Fewest words that tell something ([`rarity`] above 0) of a statement that is aligned: "He did." says nothing by itself.
const FEWEST_WORDS: usize = 2;

/// A statement with its terms by name. A sign before the name keeps kinds of terms apart.
struct Draft<'a> {
    statement: &'a Statement,
    words: Vec<Word>,
    concepts: Vec<String>,
    figures: Vec<String>,
    names: Vec<String>,
}

impl<'a> Draft<'a> {
    fn new(statement: &'a Statement, text: &'a str) -> Self {
        let words = words(text);
        let folded: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        let concepts = concepts_in(&folded).into_iter().map(|found| format!("~{}", found.value.label()));
        let mentions = &statement.mentions;
        let values = mentions.quantities.iter().flat_map(|q| [q.low, q.high]).map(|value| value.to_string());
        let written = words.iter().filter_map(digits);
        let entities = mentions.entities.iter().map(|e| e.key.clone());
        let places = mentions.places.iter().filter_map(|p| Some(p.candidates.first()?.name.to_lowercase()));
        Self {
            statement,
            concepts: concepts.collect(),
            figures: values.chain(written).map(|value| format!("#{value}")).collect(),
            names: entities.chain(places).chain(capitalised(text, &words)).map(|name| format!("@{name}")).collect(),
            words,
        }
    }

    /// All terms, with how rare they are in English at large.
    fn terms(&self) -> impl Iterator<Item = (&str, f32)> {
        let words = self.words.iter().map(|word| (word.stem.as_str(), rarity(&word.folded)));
        let concepts = self.concepts.iter().map(|concept| (concept.as_str(), CONCEPT));
        let keys = self.figures.iter().chain(&self.names).map(|key| (key.as_str(), 1.0));
        words.chain(concepts).chain(keys)
    }

    fn profile(&self, vocabulary: &Vocabulary) -> Profile {
        let words = self.words.iter().map(|word| word.stem.as_str());
        Profile {
            index: self.statement.id.0 as usize,
            terms: vocabulary.weigh(words.chain(self.concepts.iter().map(String::as_str))),
            figures: vocabulary.weigh(self.figures.iter().map(String::as_str)),
            names: vocabulary.weigh(self.names.iter().map(String::as_str)),
            heading: self.statement.kind == StatementKind::Heading,
        }
    }
}

/// The number a word starts with, without thousands separators: "18,400", "412.6m".
fn digits(word: &Word) -> Option<String> {
    let number: String =
        word.folded.chars().filter(|&c| c != ',').take_while(|&c| c.is_ascii_digit() || c == '.').collect();
    number.starts_with(|c: char| c.is_ascii_digit()).then(|| number.trim_end_matches('.').to_owned())
}

/// Words written with a capital inside a sentence, where nothing but a name asks for one. In a title of which most words
/// have one, it tells nothing.
fn capitalised<'a>(text: &'a str, words: &'a [Word]) -> impl Iterator<Item = String> + 'a {
    let upper = |word: &Word| word.span.of(text).starts_with(char::is_uppercase);
    let title = words.iter().filter(|word| upper(word)).count() * 2 > words.len();
    let inside = words.windows(2).filter(move |pair| {
        let gap = text.get(pair[0].span.end..pair[1].span.start).unwrap_or_default();
        !title && upper(&pair[1]) && pair[1].folded.len() > 2 && gap == " "
    });
    inside.map(|pair| pair[1].folded.clone())
}

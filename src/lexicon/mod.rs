//! Word lists and the gazetteer, read once from `resources/`.
//!
//! Everything here is immutable and takes folded words (lower case, no diacritics): [`lemma()`] undoes inflection,
//! [`is_stopword`] tells function words, [`concepts()`] tells words that news uses for one thing, [`Opposites`] words
//! that exclude each other, with a label that can be shown to a reader. Phrases ("step down", "yet to be agreed") are
//! found in a list of words with [`concepts_in`] and [`Opposites::find`]. The gazetteer knows places and what holds
//! them. [`abbreviations`] serve finding where sentences end, and keep their case.

pub mod abbreviations;
mod concepts;
mod events;
mod gazetteer;
mod growing;
mod lemma;
mod opposites;
mod phrases;
mod stopwords;
mod units;

pub use concepts::{ConceptId, concept, concepts, concepts_in};
pub use events::is_event;
pub use gazetteer::{LONGEST_PLACE_KEY, PlaceName, PlaceNameKind, is_no_place, place_key, places_named};
pub use growing::growing;
pub use lemma::{is_word, lemma};
pub use opposites::{Group, GroupId, GroupKind, Opposites, Pole, Side, antonyms};
pub use phrases::Found;
pub use stopwords::is_stopword;
pub use units::{Unit, unit};

//! The vocabulary every other module speaks: plain values, no behaviour beyond their own comparison.

mod cancel;
mod claim;
mod comparison;
mod document;
mod echo;
mod entailment;
mod entity;
mod mention;
mod place;
mod quantity;
mod review;
mod settings;
mod span;
mod standing;
mod statement;
mod time;
mod timeline;
mod verdict;

pub use cancel::{Cancel, Cancelled};
pub use claim::{Cell, Claim, ClaimId, ClaimStanding, ClaimStatus, Stance};
pub use comparison::Comparison;
pub use document::{Block, BlockKind, DateBasis, Document, Origin, PublicationDate};
pub use echo::{Echo, Passage};
pub use entailment::{Directions, EntailmentScores, Parts};
pub use entity::{EntityKind, EntityMention, Role, Tenure};
pub use mention::{Attribution, Hedge, HedgeKind, Mentions, Negation, Quotation};
pub use place::{Place, PlaceLevel, PlaceMention, PlaceRelation, PlaceUsage, relation_of};
pub use quantity::{Agreement, Bound, Dimension, Quantity, Reading};
pub use review::{Decision, Review, Ruling};
pub use settings::Settings;
pub use span::Span;
pub use standing::Standing;
pub use statement::{Source, SourceId, Statement, StatementId, StatementKind, StatementRef};
pub use time::{TimeKind, TimeMention, TimePrecision, TimeSpan};
pub use timeline::{EventId, TimelineEvent};
pub use verdict::{Alignment, Finding, Kind, Pair, Relation, Strength, Verdict};

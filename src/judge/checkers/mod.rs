//! The checkers: one a file, each looking for one kind of agreement or conflict, in the order in which their findings
//! are shown. To add one: a file with its tests, and a line in [`ALL`].

mod antonym;
mod attribution;
mod date;
mod duration;
mod hedge;
mod name;
pub(super) mod negation;
mod number;
mod order;
mod outcome;
mod place;
mod quotation;
mod role;
mod status;

use super::finding::Finding;
use super::sides::Sides;
use crate::model::CheckerId;

/// Looks for one kind of agreement or conflict.
pub(super) trait Checker: Sync {
    /// Under which its findings are kept.
    fn id(&self) -> CheckerId;

    /// Adds what it finds in a pair.
    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>);
}

/// All checkers, what is shown first coming first.
pub(super) const ALL: &[&dyn Checker] = &[
    &place::Place,
    &date::Date,
    &duration::Duration,
    &number::Number,
    &role::Role,
    &name::Name,
    &quotation::Quotation,
    &outcome::Outcome,
    &status::Status,
    &negation::Negation,
    &antonym::Antonym,
    &attribution::Attribution,
    &order::Order,
    &hedge::Hedge,
];

/// Checkers that find opposites: what one speaker says against another.
pub(super) const OPPOSITES: &[&dyn Checker] = &[&outcome::Outcome, &negation::Negation, &antonym::Antonym];

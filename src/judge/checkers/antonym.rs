//! Antonym: opposite words said of one thing ("rose" / "fell").

use super::super::opposition;
use super::super::sides::Sides;
use super::Checker;
use crate::lexicon::GroupKind;
use crate::model::{Finding, Kind};

/// See the module.
pub(super) struct Antonym;

impl Checker for Antonym {
    fn name(&self) -> &'static str {
        "antonym"
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        opposition::check(self.name(), GroupKind::Antonym, Kind::Antonym, sides, out);
    }
}

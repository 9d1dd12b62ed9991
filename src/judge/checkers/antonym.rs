//! Antonym: opposite words said of one thing ("rose" / "fell").

use super::super::opposition;
use super::super::sides::Sides;
use super::{Checker, Finding};
use crate::lexicon::GroupKind;
use crate::model::{CheckerId, Kind};

/// See the module.
pub(super) struct Antonym;

impl Checker for Antonym {
    fn id(&self) -> CheckerId {
        CheckerId::Antonym
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        opposition::check(self.id(), GroupKind::Antonym, Kind::Antonym, sides, out);
    }
}

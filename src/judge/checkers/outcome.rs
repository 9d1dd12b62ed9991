//! Outcome: how one thing came out or stands ("agreed" / "still contentious").

use super::super::opposition;
use super::super::sides::Sides;
use super::{Checker, Finding};
use crate::lexicon::GroupKind;
use crate::model::{CheckerId, Kind};

/// See the module.
pub(super) struct Outcome;

impl Checker for Outcome {
    fn id(&self) -> CheckerId {
        CheckerId::Outcome
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        opposition::check(self.id(), GroupKind::Outcome, Kind::Outcome, sides, out);
    }
}

//! Outcome: how one thing came out or stands ("agreed" / "still contentious").

use super::super::opposition;
use super::super::sides::Sides;
use super::Checker;
use crate::lexicon::GroupKind;
use crate::model::{Finding, Kind};

/// See the module.
pub(super) struct Outcome;

impl Checker for Outcome {
    fn name(&self) -> &'static str {
        "outcome"
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        opposition::check(self.name(), GroupKind::Outcome, Kind::Outcome, sides, out);
    }
}

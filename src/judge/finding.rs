//! What a checker found, before [`combine()`](super::combine()) makes a verdict of it.

use serde::Serialize;

use crate::model::{Caveats, CheckerId, Detail, Kind, Reason, Relation, Span, Strength};

/// A reason with what it argues for. Only those that argue for the verdict, or that explain a difference, are shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// What it argues for.
    pub argues: Relation,
    /// How surely.
    pub strength: Strength,
    /// Why.
    pub reason: Reason,
}

impl Finding {
    /// A clear finding without caveats.
    pub(super) fn new(
        argues: Relation,
        (checker, kind): (CheckerId, Kind),
        (left, right): (Span, Span),
        detail: Detail,
    ) -> Self {
        let reason = Reason { checker, kind, left, right, detail, caveats: Caveats::default() };
        Self { argues, strength: Strength::Clear, reason }
    }
}

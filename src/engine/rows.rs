//! What follows from the sources and the judged pairs: the rows and lanes that several sources share.

use crate::model::Comparison;
use crate::{claims, timeline};

/// Fills in what is made of sources and pairs, in place of what was made of earlier pairs. Every comparison that leaves the
/// engine, snapshots among them, has passed here.
pub(super) fn complete(comparison: &mut Comparison) {
    comparison.echo = claims::echo(&comparison.sources);
    comparison.claims = claims::claims(comparison);
    comparison.timeline = timeline::timeline(comparison);
}

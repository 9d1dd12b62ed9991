//! What the reader should know of a whole comparison.

use crate::model::{Comparison, SourceId};

/// A warning if pairs were close enough to be read by the relation model and yet were not, because there were too many.
pub(super) fn not_read(count: usize) -> Option<String> {
    (count > 0).then(|| {
        format!(
            "{count} pairs of statements that are less alike than others were not read by the relation model, because \
             there are too many. Compare fewer sources at a time to have more read."
        )
    })
}

/// A warning for every two sources of which no statement met one of the other, though both were judged.
pub(super) fn nothing_in_common(comparison: &Comparison) -> Vec<String> {
    let judged = |id: &SourceId| comparison.source(*id).document.is_english();
    let ids: Vec<SourceId> = (0..comparison.sources.len() as u32).map(SourceId).filter(judged).collect();
    let mut warnings = Vec::new();
    for (i, &a) in ids.iter().enumerate() {
        for &b in ids[i + 1..].iter().filter(|&&b| comparison.pairs_between(a, b).next().is_none()) {
            let named = |id: SourceId| format!("{} ({})", id.letter(), comparison.source(id).document.title);
            warnings.push(format!(
                "{} and {} have no statement in common. They may be about different events.",
                named(a),
                named(b)
            ));
        }
    }
    warnings
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::engine::Engine;
    use crate::import;
    use crate::model::{Cancel, Settings};

    #[test]
    fn only_sources_without_a_pair_are_told() {
        let read = |title: &str, text: &str| Arc::new(import::paste(title, text).unwrap());
        let documents = [
            read("Bridge", "The council closed the old bridge on Monday after cracks were found in two pillars."),
            read("Pillars", "Cracks were found in two pillars, and the council closed the old bridge on Monday."),
            read("Harvest", "Farmers in the north expect the best wheat harvest for a decade."),
        ];
        let settings = Settings { use_model: false, ..Settings::default() };
        let comparison = Engine::new().compare(&documents, &settings, &Cancel::default(), &|_| {}).unwrap();
        let told: Vec<&String> = comparison.warnings.iter().filter(|warning| warning.contains("in common")).collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told.iter().all(|warning| warning.contains("C (Harvest)")), "{told:?}");
    }
}

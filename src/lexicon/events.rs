//! Nouns of events, from `resources/lexicon/events.txt`: what can begin, last and happen, as a person or a firm cannot.

use std::collections::HashSet;
use std::sync::LazyLock;

static EVENTS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../../resources/lexicon/events.txt").lines().filter(|line| !line.starts_with('#')).collect()
});

/// Whether this singular, folded noun names an event or a state of affairs: "conflict", "talk", "blaze".
pub fn is_event(noun: &str) -> bool {
    EVENTS.contains(noun)
}

#[cfg(test)]
mod tests {
    use super::is_event;

    #[test]
    fn events_are_told_from_things() {
        assert!(is_event("war") && is_event("talk") && is_event("fire"));
        assert!(!is_event("man") && !is_event("# Nouns"));
    }
}

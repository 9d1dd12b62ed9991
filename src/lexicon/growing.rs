//! What may grow from one report to the next, from `resources/lexicon/growing.txt`: tolls, cases, votes counted.

use std::sync::LazyLock;

static GROWING: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    include_str!("../../resources/lexicon/growing.txt").lines().filter(|line| !line.starts_with('#')).collect()
});

/// Labels of concepts and lemmas of what is counted up while an event goes on.
pub fn growing() -> &'static [&'static str] {
    &GROWING
}

#[cfg(test)]
mod tests {
    use super::growing;

    #[test]
    fn tolls_grow_and_prices_do_not() {
        assert!(growing().contains(&"kill") && growing().contains(&"vote"));
        assert!(!growing().contains(&"price") && !growing().iter().any(|line| line.starts_with('#')));
    }
}

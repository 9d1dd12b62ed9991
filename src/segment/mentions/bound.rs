//! Words that bound a figure, from `resources/lexicon/bounds.tsv`.

use std::sync::LazyLock;

use super::lexer::Tokens;
use crate::model::Bound;

/// Phrases that stand before a figure, and those that stand after it; longest first.
static PHRASES: LazyLock<[Vec<(Bound, &'static str)>; 2]> = LazyLock::new(|| {
    let mut sides = [Vec::new(), Vec::new()];
    let lines = include_str!("../../../resources/lexicon/bounds.tsv").lines().filter(|line| !line.starts_with('#'));
    for line in lines {
        let columns: Vec<&str> = line.split('\t').collect();
        if let [side, bound, phrase] = columns[..]
            && let Some(bound) = parse(bound)
        {
            sides[usize::from(side == "after")].push((bound, phrase));
        }
    }
    for side in &mut sides {
        side.sort_by_key(|(_, phrase)| std::cmp::Reverse(phrase.split(' ').count()));
    }
    sides
});

fn parse(name: &str) -> Option<Bound> {
    Some(match name {
        "about" => Bound::About,
        "nearly" => Bound::Nearly,
        "at-least" => Bound::AtLeast,
        "more-than" => Bound::MoreThan,
        "at-most" => Bound::AtMost,
        "less-than" => Bound::LessThan,
        _ => return None,
    })
}

/// The bound that stands right before token `i`, and its first token.
pub(super) fn before(tokens: &Tokens<'_>, i: usize) -> Option<(Bound, usize)> {
    PHRASES[0].iter().find_map(|&(bound, phrase)| Some((bound, i - tokens.phrase_before(i, phrase)?)))
}

/// The bound that stands right at token `i`, after a figure, and one past its last token.
pub(super) fn after(tokens: &Tokens<'_>, i: usize) -> Option<(Bound, usize)> {
    if tokens.lower(i) == "+" && tokens.glued(i) {
        return Some((Bound::AtLeast, i + 1));
    }
    if tokens.hyphen(i) && tokens.word(i + 1) == "plus" {
        return Some((Bound::AtLeast, i + 2));
    }
    PHRASES[1].iter().find_map(|&(bound, phrase)| Some((bound, i + tokens.phrase_at(i, phrase)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let text = include_str!("../../../resources/lexicon/bounds.tsv");
        let lines = text.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(PHRASES.iter().map(Vec::len).sum::<usize>(), lines);
    }

    #[test]
    fn the_longest_phrase_wins() {
        let tokens = Tokens::read("no more than 12");
        assert_eq!(before(&tokens, 3), Some((Bound::AtMost, 0)));
    }
}

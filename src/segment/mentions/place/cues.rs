//! Lists of the words that tell how a place is used, from `resources/lexicon/place-cues.txt`.

use std::collections::HashSet;
use std::sync::LazyLock;

/// A list of folded words.
pub(super) struct Words(HashSet<&'static str>);

impl Words {
    /// Whether a folded word is in the list.
    pub(super) fn has(&self, folded: &str) -> bool {
        self.0.contains(folded)
    }
}

/// The lists.
pub(super) struct Cues {
    /// Where something is.
    pub(super) located: Words,
    /// Where to or where from.
    pub(super) whither: Words,
    /// What may be said of a place as of a person.
    pub(super) about: Words,
    /// What stands between a preposition and the name: "in the eastern city of Kharkiv".
    pub(super) between: Words,
    /// Nouns after which "of" or a comma still leads to the place: "the city of X", "the capital, X".
    pub(super) class: Words,
    /// Before "in" they make a sentiment of it: "confidence in Moscow".
    pub(super) trust: Words,
    /// Names (words joined by hyphens) that have an article before them.
    pub(super) article: Words,
    /// Words after the name that leave it the place where something is.
    pub(super) of_place: Words,
    /// Nouns that a country before them belongs to: "the Iran embassy" is elsewhere.
    pub(super) of_state: Words,
    /// Going or sending.
    pub(super) motion: Words,
    /// Verbs whose object is the place gone to or come from.
    pub(super) reach: Words,
    /// What happens at a place and is named for it: "the Moscow talks".
    pub(super) event: Words,
    /// What governments do.
    pub(super) will: Words,
    /// What governments have.
    pub(super) of_government: Words,
    /// Words between a subject and its verb.
    pub(super) auxiliary: Words,
    /// Words with a capital that may stand right before the name of a place.
    pub(super) before: Words,
    /// Words with a capital that may stand right after it: offices, bodies of a state, days.
    pub(super) after: Words,
    /// Words that make a name of an organisation or a thing of the place before them, in headings, too.
    pub(super) makes_name: Words,
    /// Heads before "of" that leave the place what it is: "President of Russia", "city of Kyiv".
    pub(super) heads: Words,
    /// Titles whose bearer follows: "Mr. Jordan".
    pub(super) titles: Words,
}

pub(super) static CUES: LazyLock<Cues> = LazyLock::new(|| Cues {
    located: list("located"),
    whither: list("whither"),
    about: list("about"),
    between: list("between"),
    class: list("class"),
    trust: list("trust"),
    article: list("article"),
    of_place: list("of-place"),
    of_state: list("of-state"),
    motion: list("motion"),
    reach: list("reach"),
    event: list("event"),
    will: list("will"),
    of_government: list("of-government"),
    auxiliary: list("auxiliary"),
    before: list("before"),
    after: list("after"),
    makes_name: list("makes-name"),
    heads: list("heads"),
    titles: list("titles"),
});

/// The words of a list, empty if the file has none of that name.
fn list(name: &str) -> Words {
    let blocks = include_str!("../../../../resources/lexicon/place-cues.txt").split("\n\n");
    let lines = |block: &'static str| block.lines().filter(|line| !line.starts_with('#'));
    let named = |block: &&'static str| lines(block).next().and_then(|line| line.strip_suffix(':')) == Some(name);
    Words(blocks.filter(named).flat_map(|block| lines(block).skip(1)).flat_map(str::split_whitespace).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_list_is_empty() {
        let lists = [
            &CUES.located,
            &CUES.whither,
            &CUES.about,
            &CUES.between,
            &CUES.class,
            &CUES.trust,
            &CUES.article,
            &CUES.of_place,
            &CUES.of_state,
            &CUES.motion,
            &CUES.reach,
            &CUES.event,
            &CUES.will,
            &CUES.of_government,
            &CUES.auxiliary,
            &CUES.before,
            &CUES.after,
            &CUES.makes_name,
            &CUES.heads,
            &CUES.titles,
        ];
        assert!(lists.iter().all(|list| list.0.len() > 5));
    }
}

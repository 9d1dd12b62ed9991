//! Echo: sources that carry the same copy.
//!
//! A statement becomes the set of its shingles, runs of [`WIDTH`] successive folded words; two statements whose shorter
//! set lies by half in the other are one passage in nearly the same words (containment; Broder 1997, "On the resemblance
//! and containment of documents"). Articles are small beside a crawl of the Web, so that every shingle is kept and compared
//! as it is: no sampling and no fingerprints, and so no chance hits.
//!
//! What two reporters may well write alike is left out before: words in quotation marks (they were at one press
//! conference), headings, short statements, and shingles that a source repeats itself (names with their titles, turns of
//! phrase). Two sources are grouped when the passages are a [fifth](SHARE) of the own words of the shorter one; a common
//! paragraph of background in two long reports does not make them one. Groups are joined through one another.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Comparison, Echo, Passage, Source, SourceId, Span, Statement, StatementKind, StatementRef};
use crate::text::words;

/// Words in a shingle. One changed word breaks four shingles of a statement; four words in a row are seldom written twice
/// by chance but for names and turns of phrase.
const WIDTH: usize = 4;

/// Fewest shingles of a statement that can be a passage: ten words in a row, or more in parts.
const FEWEST_SHINGLES: usize = 7;

/// A passage shares at least this part, in percent, of the shingles of its shorter side: all but one or two words in ten.
const CONTAINED: usize = 50;

/// In how many statements of one source a shingle may stand before it counts as a turn of phrase.
const REPEATED: usize = 2;

/// Two sources are one when passages make up at least this part, in percent, of the own words of the shorter one, …
const SHARE: usize = 20;

/// … and are at least so many: a single one may be a phrase that everybody uses. (A source of one statement has one.)
const FEWEST_PASSAGES: usize = 2;

type Shingle = [u32; WIDTH];

/// A statement that can be a passage.
struct Carrier {
    at: StatementRef,
    /// Distinct, in order.
    shingles: Vec<Shingle>,
    /// Words outside quotation marks.
    words: usize,
}

/// Groups of sources in English that carry the same copy, in the order of their first source.
pub fn echo(sources: &[Source]) -> Vec<Echo> {
    let (carriers, own_words) = carriers(sources);
    let passages = passages(&carriers);
    let mut between: BTreeMap<(SourceId, SourceId), Vec<&(usize, usize)>> = BTreeMap::new();
    for passage @ &(left, right) in &passages {
        between.entry((carriers[left].at.source, carriers[right].at.source)).or_default().push(passage);
    }
    // Each source goes by the first of its group.
    let mut first: Vec<u32> = (0..sources.len() as u32).collect();
    for (&(a, b), shared) in &between {
        let (own_a, own_b) = (&own_words[a.0 as usize], &own_words[b.0 as usize]);
        let shorter = if own_a.words <= own_b.words { own_a } else { own_b };
        let left: usize = distinct(shared.iter().map(|p| p.0)).map(|i| carriers[i].words).sum();
        let right: usize = distinct(shared.iter().map(|p| p.1)).map(|i| carriers[i].words).sum();
        let copied = if own_a.words <= own_b.words { left } else { right };
        if shared.len() >= FEWEST_PASSAGES.min(shorter.statements) && copied * 100 >= shorter.words * SHARE {
            let (from, into) =
                (first[a.0 as usize].max(first[b.0 as usize]), first[a.0 as usize].min(first[b.0 as usize]));
            first.iter_mut().filter(|f| **f == from).for_each(|f| *f = into);
        }
    }
    let group = |head: u32| {
        let sources: Vec<SourceId> =
            (0..).zip(&first).filter(|&(_, &f)| f == head).map(|(source, _)| SourceId(source)).collect();
        let shared = between.iter().filter(|((a, b), _)| sources.contains(a) && sources.contains(b));
        let mut passages: Vec<Passage> = shared
            .flat_map(|(_, shared)| shared.iter())
            .map(|&&(left, right)| Passage { left: carriers[left].at, right: carriers[right].at })
            .collect();
        passages.sort_unstable_by_key(|p| (p.left, p.right));
        Echo { sources, passages }
    };
    let heads = (0..).zip(&first).filter(|&(source, &f)| source == f).map(|(source, _)| source);
    heads.map(group).filter(|group| group.sources.len() > 1).collect()
}

/// What the reader should know of each group.
pub fn warnings(comparison: &Comparison) -> Vec<String> {
    let told = |group: &Echo| {
        let names: Vec<String> = group.sources.iter().map(|source| source.letter()).collect();
        let (last, others) = names.split_last().map(|(last, others)| (last.as_str(), others.join(", ")))?;
        Some(format!(
            "{others} and {last} carry the same copy in part or whole ({}): they count as one source.",
            match group.passages.len() {
                1 => "1 passage in nearly the same words".to_owned(),
                n => format!("{n} passages in nearly the same words"),
            }
        ))
    };
    comparison.echo.iter().filter_map(told).collect()
}

/// How much a source says in its own words: those that can be a passage.
#[derive(Default)]
struct OwnWords {
    words: usize,
    statements: usize,
}

fn carriers(sources: &[Source]) -> (Vec<Carrier>, Vec<OwnWords>) {
    let mut vocabulary: HashMap<String, u32> = HashMap::new();
    let mut carriers = Vec::new();
    let mut own_words = Vec::new();
    for (source, read) in (0..).map(SourceId).zip(sources) {
        let mut own = OwnWords::default();
        let first = carriers.len();
        let running = |s: &&Statement| s.kind.carries_claim() && s.kind != StatementKind::Heading;
        for statement in read.statements.iter().filter(running).filter(|_| read.document.is_english()) {
            let runs = runs(read.text_of(statement), statement, &mut vocabulary);
            let words = runs.iter().map(Vec::len).sum();
            let mut shingles: Vec<Shingle> =
                runs.iter().flat_map(|run| run.windows(WIDTH)).filter_map(|w| w.try_into().ok()).collect();
            shingles.sort_unstable();
            shingles.dedup();
            if shingles.len() >= FEWEST_SHINGLES {
                own.words += words;
                own.statements += 1;
                carriers.push(Carrier { at: StatementRef { source, statement: statement.id }, shingles, words });
            }
        }
        leave_out_repeated(&mut carriers[first..]);
        own_words.push(own);
    }
    carriers.retain(|carrier| carrier.shingles.len() >= FEWEST_SHINGLES);
    (carriers, own_words)
}

/// The numbers of the words of a statement, in runs parted by its quotations.
fn runs(text: &str, statement: &Statement, vocabulary: &mut HashMap<String, u32>) -> Vec<Vec<u32>> {
    let quoted: Vec<Span> = statement.mentions.quotations.iter().filter(|q| !q.scare).map(|q| q.span).collect();
    let mut runs = vec![Vec::new()];
    for word in words(text) {
        if quoted.iter().any(|q| q.start <= word.span.start && word.span.end <= q.end) {
            runs.push(Vec::new());
        } else if let Some(run) = runs.last_mut() {
            let next = vocabulary.len() as u32;
            run.push(*vocabulary.entry(word.folded).or_insert(next));
        }
    }
    runs
}

/// Takes out of the statements of one source the shingles that too many of them hold.
fn leave_out_repeated(carriers: &mut [Carrier]) {
    let mut held: HashMap<Shingle, usize> = HashMap::new();
    for shingle in carriers.iter().flat_map(|carrier| &carrier.shingles) {
        *held.entry(*shingle).or_default() += 1;
    }
    for carrier in carriers {
        carrier.shingles.retain(|shingle| held[shingle] <= REPEATED);
    }
}

/// Pairs of statements of two sources in nearly the same words, by index; of each statement the closest in every other
/// source that comes later. Only statements that share a shingle are compared.
fn passages(carriers: &[Carrier]) -> Vec<(usize, usize)> {
    let mut holders: HashMap<Shingle, Vec<usize>> = HashMap::new();
    for (index, carrier) in carriers.iter().enumerate() {
        for shingle in &carrier.shingles {
            holders.entry(*shingle).or_default().push(index);
        }
    }
    let mut passages = Vec::new();
    for (left, carrier) in carriers.iter().enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for right in carrier.shingles.iter().flat_map(|shingle| &holders[shingle]).copied() {
            if carriers[right].at.source > carrier.at.source {
                *shared.entry(right).or_default() += 1;
            }
        }
        let contained = |(right, count): (usize, usize)| {
            let shorter = carrier.shingles.len().min(carriers[right].shingles.len());
            (count * 100 >= shorter * CONTAINED).then_some((carriers[right].at.source, count, right))
        };
        let mut best: BTreeMap<SourceId, (usize, usize)> = BTreeMap::new();
        for (source, count, right) in shared.into_iter().filter_map(contained) {
            let closest = best.entry(source).or_insert((count, right));
            if count > closest.0 {
                *closest = (count, right);
            }
        }
        passages.extend(best.into_values().map(|(_, right)| (left, right)));
    }
    passages
}

fn distinct(indices: impl Iterator<Item = usize>) -> impl Iterator<Item = usize> {
    indices.collect::<std::collections::BTreeSet<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{import, segment};

    /// The sources of a case and what is expected: the groups, each by the names of its sources, and the least number of
    /// passages.
    fn read(case: &str) -> (Vec<Source>, Vec<String>, usize) {
        let path = format!("{}/tests/data/claims/echo/{case}.txt", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap();
        let (head, body) = text.split_once("\n== ").unwrap();
        let said = |name: &str| {
            let line = head.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
            line.split(',').map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        };
        let sources = body.split("\n== ").map(|source| {
            let (name, text) = source.split_once('\n').unwrap();
            segment::segment(Arc::new(import::paste(name, text).unwrap()))
        });
        let passages = said("passages:").first().map_or(0, |n| n.parse().unwrap());
        (sources.collect(), said("groups:"), passages)
    }

    #[test]
    fn cases() {
        let folder = format!("{}/tests/data/claims/echo", env!("CARGO_MANIFEST_DIR"));
        let mut seen = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let case = entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
            let (sources, groups, fewest) = read(&case);
            let found = echo(&sources);
            let letters = |group: &Echo| group.sources.iter().map(|s| s.letter()).collect::<Vec<_>>().join(" ");
            assert_eq!(found.iter().map(letters).collect::<Vec<_>>(), groups, "{case}");
            let passages: usize = found.iter().map(|group| group.passages.len()).sum();
            assert!(passages >= fewest, "{case}: {passages} passages");
            for passage in found.iter().flat_map(|group| &group.passages) {
                assert!(passage.left.source < passage.right.source, "{case}");
            }
            seen += 1;
        }
        assert!(seen >= 8, "only {seen} cases");
    }

    #[test]
    fn the_order_of_sources_does_not_matter() {
        let (mut sources, groups, _) = read("chain");
        assert_eq!(groups, ["A B C"]);
        sources.rotate_left(1);
        let ids: Vec<u32> = echo(&sources)[0].sources.iter().map(|s| s.0).collect();
        assert_eq!(ids, [0, 1, 3]);
    }
}

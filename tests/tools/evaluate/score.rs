//! How a comparison fares against gold rows.
//!
//! A predicted pair meets a gold row when, on each side, the statement and the gold sentence share most of their words
//! (Jaccard at least 0.6; or containment at least 0.6 when the longer has at most 2.5 times the words of the shorter,
//! which has four or more); sources meet by file name. Recall counts gold rows. Precision counts predicted pairs: an
//! agreement is right on a row labelled agree, a contradiction on a row labelled contradict; rows labelled tension, and
//! none-rows whose note says "[agree ok]" for an agreement, count neither way; a pair that no row lists is wrong.

use std::collections::{BTreeMap, BTreeSet};

use counterpoint::model::{Comparison, Pair, Reason, Relation, StatementRef, Strength};
use serde::Serialize;

use crate::gold::Row;

/// Counts of one relation.
#[derive(Clone, Default)]
pub(crate) struct Counts {
    /// Gold rows.
    pub(crate) gold: usize,
    /// Gold rows met by a pair of that relation.
    pub(crate) found: usize,
    /// Predicted pairs that are right.
    pub(crate) right: usize,
    /// Predicted pairs that are wrong.
    pub(crate) wrong: usize,
}

impl Counts {
    /// Share of the predicted pairs that are right.
    pub(crate) fn precision(&self) -> f32 {
        self.right as f32 / (self.right + self.wrong).max(1) as f32
    }

    /// Share of the gold rows that were met.
    pub(crate) fn recall(&self) -> f32 {
        self.found as f32 / self.gold.max(1) as f32
    }

    /// Harmonic mean of the two.
    pub(crate) fn f1(&self) -> f32 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }

    fn add(&mut self, other: &Self) {
        self.gold += other.gold;
        self.found += other.found;
        self.right += other.right;
        self.wrong += other.wrong;
    }
}

/// How a comparison fares.
#[derive(Default)]
pub(crate) struct Tally {
    /// Agreements.
    pub(crate) agree: Counts,
    /// Contradictions, clear and possible.
    pub(crate) contradict: Counts,
    /// Clear contradictions alone.
    pub(crate) clear: Counts,
    /// Contradictions found, of how many, by kind of the gold row.
    pub(crate) kinds: BTreeMap<String, (usize, usize)>,
    /// How rows labelled none were judged, by kind of trap.
    pub(crate) traps: BTreeMap<String, Trap>,
    /// Verdicts that count.
    pub(crate) told: Vec<Told>,
    /// What was missed, what is wrong, and the contradictions that are right.
    pub(crate) notes: Vec<Note>,
}

/// How rows labelled none were judged.
#[derive(Clone, Copy, Default, Serialize)]
pub(crate) struct Trap {
    /// All rows.
    pub(crate) rows: usize,
    /// Those taken for a contradiction.
    pub(crate) contradiction: usize,
    /// Those taken for an agreement.
    pub(crate) agreement: usize,
}

/// An agreement or a contradiction that the program told.
#[derive(Clone, Copy)]
pub(crate) struct Told {
    /// Which.
    pub(crate) relation: Relation,
    /// What it promises, 0 to 1.
    pub(crate) confidence: f32,
    /// Whether it is right.
    pub(crate) right: bool,
}

/// Something missed or wrong, or a contradiction that was found.
#[derive(Clone, Serialize)]
pub(crate) struct Note {
    /// Whether a contradiction was missed or falsely raised; else it is an agreement.
    pub(crate) about_contradiction: bool,
    /// Whether it was missed; else it was told.
    pub(crate) missed: bool,
    /// Whether it was told and is right.
    pub(crate) right: bool,
    /// Label and kind of the gold row; "not listed" if there is none.
    pub(crate) gold: String,
    /// The verdict and what it rests on, in figures.
    pub(crate) judged: String,
    /// The reasons of the verdict.
    pub(crate) because: String,
    /// What the gold row remarks.
    pub(crate) remark: Option<String>,
    /// A sentence: of the gold row if missed, else as the program split it.
    pub(crate) a: String,
    /// A sentence of the other source.
    pub(crate) b: String,
}

impl Tally {
    /// Adds the counts of another; notes stay where they are.
    pub(crate) fn add(&mut self, other: &Self) {
        self.agree.add(&other.agree);
        self.contradict.add(&other.contradict);
        self.clear.add(&other.clear);
        for (kind, (found, gold)) in &other.kinds {
            let sum = self.kinds.entry(kind.clone()).or_default();
            *sum = (sum.0 + found, sum.1 + gold);
        }
        for (kind, trap) in &other.traps {
            let sum = self.traps.entry(kind.clone()).or_default();
            sum.rows += trap.rows;
            sum.contradiction += trap.contradiction;
            sum.agreement += trap.agreement;
        }
        self.told.extend(&other.told);
    }
}

/// Measures a comparison.
pub(crate) fn score(comparison: &Comparison, rows: &[Row]) -> Tally {
    let mut tally = Tally::default();
    // For each pair, the gold row it meets best.
    let mut met: Vec<(f32, Option<&Row>)> = vec![(0.0, None); comparison.pairs.len()];
    for row in rows {
        let mut best: (f32, Option<&Pair>) = (0.0, None);
        for (pair, met) in comparison.pairs.iter().zip(&mut met) {
            let fit = fit(comparison, pair, row);
            // Of equals, the last pair counts for the row and the first row for the pair.
            if fit > 0.0 && fit >= best.0 {
                best = (fit, Some(pair));
            }
            if fit > met.0 {
                *met = (fit, Some(row));
            }
        }
        row_counts(&mut tally, comparison, row, best.1);
    }
    for (pair, (_, row)) in comparison.pairs.iter().zip(met) {
        pair_counts(&mut tally, comparison, pair, row);
    }
    tally
}

fn row_counts(tally: &mut Tally, comparison: &Comparison, row: &Row, pair: Option<&Pair>) {
    let is = |relation| pair.is_some_and(|pair| pair.verdict.relation == relation);
    let found = match row.label.as_str() {
        "agree" => {
            tally.agree.gold += 1;
            tally.agree.found += usize::from(is(Relation::Agreement));
            is(Relation::Agreement)
        }
        "contradict" => {
            let found = is(Relation::Contradiction);
            let clear = found && pair.is_some_and(|pair| pair.verdict.strength == Strength::Clear);
            tally.contradict.gold += 1;
            tally.contradict.found += usize::from(found);
            tally.clear.gold += 1;
            tally.clear.found += usize::from(clear);
            let kind = tally.kinds.entry(row.kind.clone()).or_default();
            *kind = (kind.0 + usize::from(found), kind.1 + 1);
            found
        }
        label => {
            if label == "none" {
                let trap = tally.traps.entry(row.kind.clone()).or_default();
                trap.rows += 1;
                trap.contradiction += usize::from(is(Relation::Contradiction));
                trap.agreement += usize::from(is(Relation::Agreement));
            }
            true
        }
    };
    if !found {
        tally.notes.push(Note {
            about_contradiction: row.label == "contradict",
            missed: true,
            right: false,
            gold: format!("{}/{}", row.label, row.kind),
            judged: pair.map_or_else(|| "unrelated or not aligned".to_owned(), judged),
            because: pair.map(|pair| because(comparison, pair)).unwrap_or_default(),
            remark: row.note.clone(),
            a: row.a.clone(),
            b: row.b.clone(),
        });
    }
}

fn pair_counts(tally: &mut Tally, comparison: &Comparison, pair: &Pair, row: Option<&Row>) {
    let label = row.map_or("none", |row| row.label.as_str());
    let note = row.and_then(|row| row.note.as_deref()).unwrap_or_default();
    let Pair { alignment, verdict } = pair;
    let (wanted, counts) = match verdict.relation {
        Relation::Agreement if label == "none" && note.contains("[agree ok]") => return,
        Relation::Agreement => ("agree", vec![&mut tally.agree]),
        Relation::Contradiction if verdict.strength == Strength::Clear => {
            ("contradict", vec![&mut tally.contradict, &mut tally.clear])
        }
        Relation::Contradiction => ("contradict", vec![&mut tally.contradict]),
        Relation::Related | Relation::Unrelated => return,
    };
    if label == "tension" {
        return;
    }
    let right = label == wanted;
    for counts in counts {
        *(if right { &mut counts.right } else { &mut counts.wrong }) += 1;
    }
    tally.told.push(Told { relation: verdict.relation, confidence: verdict.confidence, right });
    if !right || wanted == "contradict" {
        tally.notes.push(Note {
            about_contradiction: wanted == "contradict",
            missed: false,
            right,
            gold: row.map_or_else(|| "not listed".to_owned(), |row| format!("{label}/{}", row.kind)),
            judged: judged(pair),
            because: because(comparison, pair),
            remark: row.and_then(|row| row.note.clone()),
            a: comparison.text(alignment.left).to_owned(),
            b: comparison.text(alignment.right).to_owned(),
        });
    }
}

fn judged(pair: &Pair) -> String {
    let Pair { alignment, verdict } = pair;
    let (name, strength) = (name(verdict.relation), format!("{:?}", verdict.strength).to_lowercase());
    let scores = alignment.answers.scores();
    let of = |share: Option<f32>| share.map_or_else(|| "-".to_owned(), |share| format!("{share:.2}"));
    format!(
        "{name}, {strength}, confidence {:.2}; similarity {:.2}, agree {}, contradict {}",
        verdict.confidence,
        alignment.similarity,
        of(scores.map(|scores| scores.agree)),
        of(scores.map(|scores| scores.contradict)),
    )
}

fn because(comparison: &Comparison, pair: &Pair) -> String {
    let told = |reason: &Reason| format!("{}: {}", reason.checker.name(), comparison.because(pair, reason));
    pair.verdict.reasons.iter().map(told).collect::<Vec<_>>().join("; ")
}

fn name(relation: Relation) -> &'static str {
    match relation {
        Relation::Contradiction => "contradiction",
        Relation::Agreement => "agreement",
        Relation::Related => "related",
        Relation::Unrelated => "unrelated",
    }
}

/// How well a pair meets a row, 0.6 to 1; 0 if it does not.
fn fit(comparison: &Comparison, pair: &Pair, row: &Row) -> f32 {
    let stem = |at: StatementRef| {
        let origin = &comparison.source(at.source).document.origin;
        let stem = origin.path.as_ref().and_then(|path| path.file_stem());
        stem.unwrap_or_default().to_string_lossy().into_owned()
    };
    let ends = (pair.alignment.left, pair.alignment.right);
    let best = [ends, (ends.1, ends.0)]
        .into_iter()
        .filter(|&(x, y)| stem(x) == row.a_source && stem(y) == row.b_source)
        .map(|(x, y)| same(&row.a, comparison.text(x)).min(same(&row.b, comparison.text(y))))
        .fold(0.0, f32::max);
    if best >= 0.6 { best } else { 0.0 }
}

/// How far two sentences share their words.
fn same(x: &str, y: &str) -> f32 {
    let words = |s: &str| -> BTreeSet<String> {
        s.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    let (a, b) = (words(x), words(y));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let shared = a.intersection(&b).count() as f32;
    let (least, most) = (a.len().min(b.len()) as f32, a.len().max(b.len()) as f32);
    let contained = if least >= 4.0 && most <= 2.5 * least { shared / least } else { 0.0 };
    contained.max(shared / a.union(&b).count() as f32)
}

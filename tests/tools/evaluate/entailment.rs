//! How the entailment model fares on labelled pairs of premise and hypothesis.
//!
//! A file has a JSON object a line, `{"premise", "hypothesis", "label"}`, the label being entailment, neutral or
//! contradiction; lines with another label ("-" marks pairs that annotators could not settle) are left out. The answer
//! of the model is its most probable class, asked in the one direction the pair was labelled in.
//!
//! A comparison asks in both directions: there is no premise among two reports. It takes the better of the two for "one
//! follows from the other", and the worse for "they rule each other out". What the second direction is worth is told in
//! the row "both ways" where it is asked for: a pair counts as a contradiction if the probability is 0.5 or more in each
//! direction, to be compared with the row "one way", which asks it of the labelled direction alone.

use std::io::Read;
use std::path::Path;

use counterpoint::model::EntailmentScores;
use counterpoint::neural::{CrossEncoder, Entailment};
use serde::Deserialize;
use serde_json::{Value, json};

/// The classes, in the order of all tables.
pub(crate) const CLASSES: [&str; 3] = ["entailment", "neutral", "contradiction"];

/// Index of contradiction among the classes.
const CONTRADICTION: usize = 2;

/// Probability from which a direction counts as a contradiction in [`Measured::ways`].
const RULES_OUT: f32 = 0.5;

/// A line of a file.
#[derive(Deserialize)]
pub(crate) struct Row {
    /// One sentence.
    pub(crate) premise: String,
    /// The other.
    pub(crate) hypothesis: String,
    /// What the second is to the first.
    pub(crate) label: String,
}

/// What was counted on one file.
pub(crate) struct Measured {
    /// The file.
    pub(crate) name: String,
    /// Pairs by their label, then by the answer.
    pub(crate) confusion: [[usize; 3]; 3],
    /// Pairs told to be contradictions one way and both ways, if that was asked for: how many, and how many are.
    pub(crate) ways: Option<[(usize, usize); 2]>,
}

impl Measured {
    /// Pairs of a class; all pairs are the sum over the classes.
    pub(crate) fn of_class(&self, class: usize) -> usize {
        self.confusion[class].iter().sum()
    }

    /// All pairs.
    pub(crate) fn pairs(&self) -> usize {
        self.confusion.iter().flatten().sum()
    }

    /// Share of right answers.
    pub(crate) fn accuracy(&self) -> f32 {
        ratio((0..3).map(|class| self.confusion[class][class]).sum(), self.pairs())
    }

    /// Of the pairs answered so, the share that are so; of those that are so, the share answered so.
    pub(crate) fn precision_and_recall(&self, class: usize) -> (f32, f32) {
        let right = self.confusion[class][class];
        let answered = self.confusion.iter().map(|row| row[class]).sum();
        (ratio(right, answered), ratio(right, self.of_class(class)))
    }

    /// Prints tables a person can read.
    pub(crate) fn print(&self) {
        println!("\n{}: {} pairs, accuracy {:.3}", self.name, self.pairs(), self.accuracy());
        println!(
            "  {:14}{:>10}{:>10}{:>14}{:>12}{:>8}",
            "label", "entailed", "neutral", "contradicted", "precision", "recall"
        );
        for (class, name) in CLASSES.iter().enumerate() {
            let [e, n, c] = self.confusion[class];
            let (precision, recall) = self.precision_and_recall(class);
            println!("  {name:14}{e:10}{n:10}{c:14}{precision:12.3}{recall:8.3}");
        }
        for (way, &(told, right)) in ["one way", "both ways"].iter().zip(self.ways.iter().flatten()) {
            let (precision, recall) = (ratio(right, told), ratio(right, self.of_class(CONTRADICTION)));
            println!(
                "  contradiction of {RULES_OUT} or more {way:10} told {told:5}  precision {precision:.3}  recall {recall:.3}"
            );
        }
    }

    /// The same for other programs.
    pub(crate) fn json(&self) -> Value {
        let class = |class: usize| {
            let (precision, recall) = self.precision_and_recall(class);
            json!({"class": CLASSES[class], "pairs": self.of_class(class), "precision": precision, "recall": recall})
        };
        let way = |(told, right): (usize, usize)| json!({"told": told, "right": right});
        json!({
            "file": self.name,
            "pairs": self.pairs(),
            "accuracy": self.accuracy(),
            "classes": [class(0), class(1), class(2)],
            "confusion": self.confusion,
            "contradiction_one_way": self.ways.map(|ways| way(ways[0])),
            "contradiction_both_ways": self.ways.map(|ways| way(ways[1])),
        })
    }
}

/// Measures the model on the pairs of a file, or on a sample of them.
pub(crate) fn measure(
    path: &Path,
    model: &CrossEncoder,
    sample: Option<usize>,
    both_ways: bool,
) -> Result<Measured, Box<dyn std::error::Error>> {
    let mut rows = read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    if let Some(size) = sample {
        thin(&mut rows, size);
    }
    let labels: Vec<usize> = rows.iter().map(|(_, class)| *class).collect();
    let forth = ask(model, &rows, |row| (&row.premise, &row.hypothesis))?;
    let mut confusion = [[0; 3]; 3];
    for (&label, scores) in labels.iter().zip(&forth) {
        confusion[label][answer(scores)] += 1;
    }
    let ways = if both_ways {
        let back = ask(model, &rows, |row| (&row.hypothesis, &row.premise))?;
        let lower = |(x, y): (&EntailmentScores, &EntailmentScores)| x.contradiction.min(y.contradiction);
        let worse: Vec<f32> = forth.iter().zip(&back).map(lower).collect();
        let one: Vec<f32> = forth.iter().map(|scores| scores.contradiction).collect();
        Some([told(&one, &labels), told(&worse, &labels)])
    } else {
        None
    };
    Ok(Measured { name: path.display().to_string(), confusion, ways })
}

fn read(path: &Path) -> Result<Vec<(Row, usize)>, Box<dyn std::error::Error>> {
    let class = |row: &Row| CLASSES.iter().position(|&class| class == row.label);
    Ok(rows(path)?.into_iter().filter_map(|row| class(&row).map(|class| (row, class))).collect())
}

/// All lines of a file.
pub(crate) fn rows(path: &Path) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let mut text = String::new();
    let mut file = std::fs::File::open(path)?;
    if path.extension().is_some_and(|extension| extension == "gz") {
        flate2::read::MultiGzDecoder::new(file).read_to_string(&mut text)?;
    } else {
        file.read_to_string(&mut text)?;
    }
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let row = |(index, line)| serde_json::from_str(line).map_err(|e| format!("line {}: {e}", index + 1).into());
    lines.map(row).collect()
}

/// Keeps `size` rows, the same ones each time, in their order.
pub(crate) fn thin<T>(rows: &mut Vec<T>, size: usize) {
    let mut keyed: Vec<(u64, usize)> = (0..rows.len()).map(|index| (mixed(index as u64), index)).collect();
    keyed.sort_unstable();
    let mut keep = vec![false; rows.len()];
    keyed.iter().take(size).for_each(|&(_, index)| keep[index] = true);
    let mut keep = keep.into_iter();
    rows.retain(|_| keep.next().unwrap_or(false));
}

/// A number without visible pattern (SplitMix64, Steele, Lea and Flood 2014): the seed is fixed.
fn mixed(index: u64) -> u64 {
    let mut z = index.wrapping_add(17).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn ask(
    model: &CrossEncoder,
    rows: &[(Row, usize)],
    order: impl Fn(&Row) -> (&String, &String),
) -> Result<Vec<EntailmentScores>, Box<dyn std::error::Error>> {
    let pairs: Vec<(&str, &str)> = rows
        .iter()
        .map(|(row, _)| {
            let (premise, hypothesis) = order(row);
            (premise.as_str(), hypothesis.as_str())
        })
        .collect();
    Ok(model.scores(&pairs)?)
}

fn answer(scores: &EntailmentScores) -> usize {
    let all = [scores.entailment, scores.neutral, scores.contradiction];
    (0..3).max_by(|&x, &y| all[x].total_cmp(&all[y])).unwrap_or(0)
}

/// How many are told to be contradictions, and how many of those are.
fn told(probabilities: &[f32], labels: &[usize]) -> (usize, usize) {
    let told = || probabilities.iter().zip(labels).filter(|(p, _)| **p >= RULES_OUT);
    (told().count(), told().filter(|(_, label)| **label == CONTRADICTION).count())
}

fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

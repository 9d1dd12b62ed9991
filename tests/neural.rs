//! The models as they ship: close to the references, and the same whatever stands beside a text or a pair.

#![expect(clippy::expect_used, reason = "a test that cannot read its data has failed")]

use std::sync::LazyLock;

use counterpoint::neural::{Answer, CrossEncoder, MiniLm, RelationModel, SentenceEncoder};

static ENCODER: LazyLock<MiniLm> = LazyLock::new(|| MiniLm::load().expect("the weights are part of the program"));

static RELATION: LazyLock<CrossEncoder> =
    LazyLock::new(|| CrossEncoder::load().expect("the weights are part of the program"));

/// The fixed pairs with their cosines by the unquantised network.
fn reference() -> Vec<(f32, &'static str, &'static str)> {
    include_str!("data/neural/cosines.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let mut fields = line.split('\t');
            let mut field = || fields.next().expect("three fields a line");
            (field().parse().expect("a cosine"), field(), field())
        })
        .collect()
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

#[test]
fn cosines_are_those_of_the_reference() {
    let pairs = reference();
    assert!(pairs.len() >= 30);
    let differences: Vec<f32> = pairs
        .iter()
        .map(|(cosine, a, b)| {
            let vectors = ENCODER.encode(&[a, b]).expect("the model runs");
            assert!((dot(&vectors[0], &vectors[0]) - 1.0).abs() < 1e-4, "not of length 1: {a}");
            (dot(&vectors[0], &vectors[1]) - cosine).abs()
        })
        .collect();
    let mean = differences.iter().sum::<f32>() / differences.len() as f32;
    let largest = differences.iter().copied().fold(0.0, f32::max);
    assert!(mean < 0.015 && largest < 0.05, "mean {mean}, largest {largest}");
}

#[test]
fn a_vector_depends_on_its_text_alone() {
    let pairs = reference();
    let texts: Vec<&str> = pairs.iter().flat_map(|&(_, a, b)| [a, b]).collect();
    let together = ENCODER.encode(&texts).expect("the model runs");
    for (text, vector) in texts.iter().zip(&together) {
        assert_eq!(&ENCODER.encode(&[text]).expect("the model runs")[0], vector, "alone and in a list: {text}");
    }
    for threads in [1, 4] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        // A fresh encoder: it takes the number of threads of the pool it is loaded in.
        let vectors = pool.install(|| MiniLm::load().and_then(|encoder| encoder.encode(&texts)));
        assert!(vectors.expect("the model runs") == together, "with {threads} threads");
    }
}

#[test]
fn odd_texts_are_encoded_too() {
    let long = "word ".repeat(5000);
    for text in ["", " ", "\u{0}\u{fffd}", "🦀", "qxzqjx", "漢字", &long] {
        let vectors = ENCODER.encode(&[text]).expect("the model runs");
        assert_eq!(vectors[0].len(), 384);
    }
}

/// The fixed pairs with their probabilities by another runtime: agree, neither, contradict.
fn reference_scores() -> Vec<([f32; 3], &'static str, &'static str)> {
    include_str!("data/neural/scores.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            let share = |i: usize| fields[i].parse().expect("a probability");
            ([share(0), share(1), share(2)], fields[3], fields[4])
        })
        .collect()
}

fn shares(answer: &Answer) -> [f32; 3] {
    [answer.scores.agree, answer.scores.neither, answer.scores.contradict]
}

fn bits(answers: &[Answer]) -> Vec<[u32; 3]> {
    answers.iter().map(|answer| shares(answer).map(f32::to_bits)).collect()
}

#[test]
fn scores_are_those_of_another_runtime() {
    let table = reference_scores();
    assert!(table.len() >= 30);
    let pairs: Vec<_> = table.iter().map(|&(_, a, b)| (a, b)).collect();
    let answers = RELATION.read(&pairs).expect("the model runs");
    let mut sum = 0.0;
    for ((expected, a, b), answer) in table.iter().zip(&answers) {
        let got = shares(answer);
        assert!((got.iter().sum::<f32>() - 1.0).abs() < 1e-5, "{got:?}");
        let difference = expected.iter().zip(got).map(|(x, y)| (x - y).abs()).fold(0.0, f32::max);
        assert!(difference < 0.1, "{got:?} instead of {expected:?}: {a} / {b}");
        sum += difference;
    }
    assert!(sum / (table.len() as f32) < 0.02, "mean difference {}", sum / table.len() as f32);
}

#[test]
fn an_answer_depends_on_its_pair_alone() {
    let table = reference_scores();
    let mut pairs: Vec<_> = table.iter().step_by(3).flat_map(|&(_, a, b)| [(a, b), (b, a)]).collect();
    let long = "The ferry sank twenty minutes after leaving the harbour, said the captain. ".repeat(12);
    pairs.push((&long, pairs[0].1));
    let together = bits(&RELATION.read(&pairs).expect("the model runs"));
    for (pair, answer) in pairs.iter().zip(&together) {
        let alone = bits(&RELATION.read(&[*pair]).expect("the model runs"));
        assert_eq!(&alone[0], answer, "alone and in a list: {pair:?}");
    }
    let backwards: Vec<_> = pairs.iter().rev().copied().collect();
    let mut answers = bits(&RELATION.read(&backwards).expect("the model runs"));
    answers.reverse();
    assert!(answers == together, "the order of the pairs matters");
    for threads in [1, 4] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        // Loaded anew: it takes the number of threads of the pool it is loaded in.
        let answers = pool.install(|| CrossEncoder::load().and_then(|model| model.read(&pairs)));
        assert!(bits(&answers.expect("the model runs")) == together, "with {threads} threads");
    }
}

#[test]
fn odd_pairs_are_read_too() {
    let long = "word ".repeat(5000);
    for text in ["", " ", "\u{0}\u{fffd}", "🦀", "漢字", &long] {
        for pair in [(text, "The ferry sank."), ("The ferry sank.", text), (text, text)] {
            let answers = RELATION.read(&[pair]).expect("the model runs");
            assert!((shares(&answers[0]).iter().sum::<f32>() - 1.0).abs() < 1e-5);
        }
    }
}

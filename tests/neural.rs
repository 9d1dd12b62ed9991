//! The sentence encoder as it ships: close to the reference, and the same whatever stands beside a text.

#![expect(clippy::expect_used, reason = "a test that cannot read its data has failed")]

use std::sync::LazyLock;

use counterpoint::neural::{MiniLm, SentenceEncoder};

static ENCODER: LazyLock<MiniLm> = LazyLock::new(|| MiniLm::load().expect("the weights are part of the program"));

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

//! The relation model: a cross-encoder of the MPNet shape, 8 bits, run by rten.
//!
//! Both statements are read together, as one row of word pieces. Their embeddings are looked up here, because the table is
//! a file of its own ([`Words`]); the network takes it from there, and out come the logits of agree, neither, contradict
//! and of the kinds of contradiction. How it was trained, and on what, is told in `resources/models`.

use rten_tensor::NdTensor;

use super::runner::{Input, Runner};
use super::tokenizer::Tokenizer;
use super::{Answer, NeuralError, RelationModel};
use crate::model::{Kind, RelationScores};

/// The network, in ONNX: `embeddings` `[tokens, 768]` in, `relation` `[1, 3]` and `kind` `[1, 13]` out.
static WEIGHTS: &[u8] = include_bytes!("../../resources/models/relation-int8.onnx");

/// The word embeddings: a 32-bit scale for each entry of the vocabulary, then for each [`WIDTH`] signed bytes.
static WORDS: &[u8] = include_bytes!("../../resources/models/relation-words.bin");

/// What messages call it.
const NAME: &str = "relation model";

/// Length of a word embedding.
const WIDTH: usize = 768;

/// Kinds of contradiction in the order of the network's output.
const KINDS: [Kind; 13] = [
    Kind::Place,
    Kind::Number,
    Kind::Date,
    Kind::Duration,
    Kind::Role,
    Kind::Name,
    Kind::Negation,
    Kind::Antonym,
    Kind::Attribution,
    Kind::Outcome,
    Kind::Quotation,
    Kind::Order,
    Kind::Wording,
];

/// The relation model that ships with the program.
pub struct CrossEncoder {
    runner: Runner,
    tokenizer: Tokenizer,
    words: Words,
}

impl CrossEncoder {
    /// SHA-256 of the weights, the network's and then the embeddings': tells what these computed from what others did.
    pub const ID: &str = "5b18e6f511397ae91b86816962dabd1915acc819390940fce5ad71643442dff1";

    /// Loads the weights that are part of the program (about half a second of processor time). As many threads as rayon
    /// has.
    ///
    /// # Errors
    /// [`NeuralError::Load`] if the weights are not what this program expects.
    pub fn load() -> Result<Self, NeuralError> {
        Self::with_weights(WEIGHTS, WORDS)
    }

    /// The same of other weights, to measure them: a network and a table of words as `export_relation.py` writes them.
    ///
    /// # Errors
    /// [`NeuralError::Load`] if the weights are not what this program expects.
    pub fn with_weights(network: &'static [u8], words: &'static [u8]) -> Result<Self, NeuralError> {
        let failed = |reason| NeuralError::Load { model: NAME, reason };
        let runner = Runner::load(NAME, network, &["embeddings"], &["relation", "kind"])?;
        let tokenizer = Tokenizer::mpnet().map_err(failed)?;
        Ok(Self { runner, tokenizer, words: Words::new(words).map_err(failed)? })
    }
}

impl RelationModel for CrossEncoder {
    fn read(&self, pairs: &[(&str, &str)]) -> Result<Vec<Answer>, NeuralError> {
        let prepare = |&(first, second): &(&str, &str)| {
            let ids = self.tokenizer.pair(first, second)?;
            let embeddings = self.words.look_up(&ids)?;
            Ok(Input { length: ids.len(), values: vec![embeddings.into()] })
        };
        let rows = self.runner.rows(pairs, prepare)?;
        rows.iter().map(|outputs| answer(outputs)).collect()
    }
}

impl Answer {
    /// Numbers it is kept as.
    pub const WIDTH: usize = 4;

    /// As numbers, the kind as its place among [`KINDS`].
    pub(super) fn to_row(self) -> Vec<f32> {
        let RelationScores { agree, neither, contradict } = self.scores;
        let kind = KINDS.iter().position(|&kind| kind == self.kind).unwrap_or(KINDS.len() - 1);
        vec![agree, neither, contradict, kind as f32]
    }

    /// From the numbers of [`Answer::to_row`]; a kind that is none is [`Kind::Wording`].
    pub(super) fn from_row(row: &[f32]) -> Self {
        let number = |i: usize| row.get(i).copied().unwrap_or_default();
        let scores = RelationScores { agree: number(0), neither: number(1), contradict: number(2) };
        Self { scores, kind: KINDS.get(number(3) as usize).copied().unwrap_or(Kind::Wording) }
    }
}

fn answer(outputs: &[Vec<f32>]) -> Result<Answer, NeuralError> {
    let (Some(&[agree, neither, contradict]), Some(kinds)) =
        (outputs.first().map(Vec::as_slice), outputs.get(1).filter(|kinds| kinds.len() == KINDS.len()))
    else {
        return Err(NeuralError::Run { model: NAME, reason: "its output has another shape".to_owned() });
    };
    let [agree, neither, contradict] = softmax([agree, neither, contradict]);
    // The first of equals, so that the answer is the same everywhere.
    let kind =
        (0..KINDS.len()).rev().max_by(|&i, &j| kinds[i].total_cmp(&kinds[j])).map_or(Kind::Wording, |i| KINDS[i]);
    Ok(Answer { scores: RelationScores { agree, neither, contradict }, kind })
}

/// Probabilities of three logits. In 64 bits, so that they add up to 1 as nearly as 32 bits can say.
fn softmax(logits: [f32; 3]) -> [f32; 3] {
    let highest = logits.into_iter().fold(f32::NEG_INFINITY, f32::max);
    let weights = logits.map(|x| f64::from(x - highest).exp());
    weights.map(|weight| (weight / weights.iter().sum::<f64>()) as f32)
}

/// The table of word embeddings.
struct Words {
    scales: Vec<f32>,
    bytes: &'static [u8],
}

impl Words {
    /// Splits the file. The error is the reason why it is of no use.
    fn new(file: &'static [u8]) -> Result<Self, String> {
        let entries = file.len() / (size_of::<f32>() + WIDTH);
        if entries == 0 || entries * (size_of::<f32>() + WIDTH) != file.len() {
            return Err(format!("its table of words has {} bytes", file.len()));
        }
        let (scales, bytes) = file.split_at(entries * size_of::<f32>());
        let (scales, _) = scales.as_chunks();
        Ok(Self { scales: scales.iter().map(|&scale| f32::from_le_bytes(scale)).collect(), bytes })
    }

    /// `[tokens, WIDTH]`. The error is the reason why there is none.
    fn look_up(&self, ids: &[i32]) -> Result<NdTensor<f32, 2>, String> {
        let mut values = Vec::with_capacity(ids.len() * WIDTH);
        for &id in ids {
            let entry = usize::try_from(id).ok().filter(|&entry| entry < self.scales.len());
            let entry = entry.ok_or_else(|| format!("its table of words has no entry {id}"))?;
            let row = &self.bytes[entry * WIDTH..][..WIDTH];
            values.extend(row.iter().map(|&byte| f32::from(byte.cast_signed()) * self.scales[entry]));
        }
        Ok(NdTensor::from_data([ids.len(), WIDTH], values))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_that_of_the_weights() {
        use sha2::{Digest, Sha256};
        let id: String = Sha256::new()
            .chain_update(WEIGHTS)
            .chain_update(WORDS)
            .finalize()
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        assert_eq!(id, CrossEncoder::ID, "the weights have changed: give them this id");
    }

    #[test]
    fn shares_add_up_and_large_logits_do_not_overflow() {
        let even = softmax([2.0, 2.0, 2.0]);
        assert!((even[1] - 1.0 / 3.0).abs() < 1e-6 && even[0] == even[2]);
        assert_eq!(softmax([500.0, -500.0, 0.0]), [1.0, 0.0, 0.0]);
        assert!((softmax([0.0, 0.0, 2.0_f32.ln()])[2] - 0.5).abs() < 1e-6);
    }

    #[test]
    fn words_are_scaled_bytes() {
        static FILE: [u8; 2 * (4 + WIDTH)] = {
            let mut file = [0; 2 * (4 + WIDTH)];
            // Scales of 0 and of 0.5; the second entry is all -1.
            file[4 + 3] = 0x3f;
            let mut i = 8 + WIDTH;
            while i < file.len() {
                file[i] = 0xff;
                i += 1;
            }
            file
        };
        let words = Words::new(&FILE).unwrap();
        let rows = words.look_up(&[1, 0]).unwrap().into_data();
        assert_eq!((rows[0], rows[WIDTH - 1], rows[WIDTH]), (-0.5, -0.5, 0.0));
        assert!(words.look_up(&[2]).is_err() && words.look_up(&[-1]).is_err());
        assert!(Words::new(&FILE[1..]).is_err());
    }

    #[test]
    fn an_answer_of_another_shape_is_an_error() {
        assert!(answer(&[vec![0.0; 3]]).is_err() && answer(&[vec![0.0; 2], vec![0.0; 13]]).is_err());
        let mut kinds = vec![0.0; 13];
        kinds[2] = 1.0;
        assert_eq!(answer(&[vec![0.0; 3], kinds]).unwrap().kind, Kind::Date);
        assert_eq!(answer(&[vec![0.0; 3], vec![0.0; 13]]).unwrap().kind, Kind::Place);
    }
}

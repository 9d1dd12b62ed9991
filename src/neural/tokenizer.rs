//! WordPiece tokens as all-MiniLM-L6-v2 expects them: lower case, no accents, punctuation apart, `[CLS]` … `[SEP]`.

use std::collections::HashMap;

use rten_text::models::{Model, WordPiece, WordPieceOptions};
use rten_text::normalizers::{Bert as BertNormalizer, BertOptions, Normalizer};
use rten_text::pre_tokenizers::{Bert as BertPreTokenizer, PreTokenizer};

use super::NeuralError;

/// One piece a line; the line number is its id.
const VOCABULARY: &str = include_str!("../../resources/models/vocab.txt");

/// Most tokens of a text the network sees, `[CLS]` and `[SEP]` included. It was trained on 128 and made for 256; what
/// is longer is cut off there.
pub(super) const MAX_TOKENS: usize = 256;

/// The tokenizer of the encoder, put together from the parts of rten-text. Its ready-made pipeline cannot be shared by
/// threads, and maps offsets back to the text in a way that panics on short texts of many pieces.
pub(super) struct Tokenizer {
    normalizer: BertNormalizer,
    pieces: WordPiece,
    /// Ids of `[CLS]` and `[SEP]`, which stand around every text.
    frame: [u32; 2],
}

impl Tokenizer {
    pub(super) fn new() -> Result<Self, NeuralError> {
        let vocabulary: HashMap<String, u32> =
            VOCABULARY.lines().zip(0..).map(|(piece, id)| (piece.to_owned(), id)).collect();
        let id = |piece: &str| {
            vocabulary.get(piece).copied().ok_or_else(|| NeuralError::Load(format!("its vocabulary lacks {piece}")))
        };
        let frame = [id("[CLS]")?, id("[SEP]")?];
        Ok(Self {
            normalizer: BertNormalizer::new(BertOptions { lowercase: true, strip_accents: true }),
            pieces: WordPiece::from_vocab(vocabulary, WordPieceOptions::default()),
            frame,
        })
    }

    /// The token ids of a text, at most [`MAX_TOKENS`] of them.
    pub(super) fn ids(&self, text: &str) -> Result<Vec<i32>, NeuralError> {
        let failed = |e: &dyn std::fmt::Display| NeuralError::Run(format!("a text could not be tokenised: {e}"));
        let printable: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let (normal, _) = self.normalizer.normalize(&printable).map_err(|e| failed(&e))?;
        let mut ids = vec![self.frame[0]];
        for word in BertPreTokenizer::new().pre_tokenize(&normal).map_err(|e| failed(&e))? {
            self.pieces.encode_with_offsets(word, &mut |_, id| ids.push(id)).map_err(|e| failed(&e))?;
        }
        ids.truncate(MAX_TOKENS - 1);
        ids.push(self.frame[1]);
        Ok(ids.into_iter().map(u32::cast_signed).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_of_the_reference_tokenizer() {
        // As the model's own tokenizer.json gives them.
        let tokenizer = Tokenizer::new().unwrap();
        assert_eq!(tokenizer.ids("Hello, world!").unwrap(), [101, 7592, 1010, 2088, 999, 102]);
        assert_eq!(tokenizer.ids("").unwrap(), [101, 102]);
        assert_eq!(tokenizer.ids("CAFÉ\ncafe").unwrap(), [101, 7668, 7668, 102]);
    }

    #[test]
    fn a_short_word_of_many_pieces_does_not_panic() {
        assert!(Tokenizer::new().unwrap().ids("qxzqjx").unwrap().len() > 4);
    }

    #[test]
    fn long_texts_are_cut() {
        let ids = Tokenizer::new().unwrap().ids(&"word ".repeat(1000)).unwrap();
        assert_eq!((ids.len(), ids.last()), (MAX_TOKENS, Some(&102)));
    }
}

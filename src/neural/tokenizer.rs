//! WordPiece tokens as the networks expect them: lower case, no accents, punctuation apart. For the encoder, of BERT's
//! family, `[CLS]` text `[SEP]`; for the relation model, of MPNet's, `<s>` one text `</s></s>` the other `</s>`.

use std::collections::HashMap;

use rten_text::models::{Model, WordPiece, WordPieceOptions};
use rten_text::normalizers::{Bert as BertNormalizer, BertOptions, Normalizer};
use rten_text::pre_tokenizers::{Bert as BertPreTokenizer, PreTokenizer};

/// One piece a line; the line number is its id in BERT's vocabulary. MPNet's is the same behind four entries of its own.
const VOCABULARY: &str = include_str!("../../resources/models/vocab.txt");

/// Entries of MPNet's vocabulary before BERT's: `<s>`, `<pad>`, `</s>`, `<unk>`.
const MPNET_SPECIALS: u32 = 4;

/// Most tokens of a text the encoder sees, `[CLS]` and `[SEP]` included. It was trained on 128 and made for 256; what
/// is longer is cut off there.
pub(super) const MAX_TEXT: usize = 256;

/// Most tokens of a pair the relation model sees, the four special ones included; it was trained on as many.
pub(super) const MAX_PAIR: usize = 160;

/// A tokenizer, put together from the parts of rten-text. Its ready-made pipeline cannot be shared by threads, and maps
/// offsets back to the text in a way that panics on short texts of many pieces.
pub(super) struct Tokenizer {
    normalizer: BertNormalizer,
    pieces: WordPiece,
    /// Ids of what begins every row, and of what ends every text of it.
    frame: [i32; 2],
}

impl Tokenizer {
    /// Of BERT's family. The error is the reason why the vocabulary is of no use.
    pub(super) fn bert() -> Result<Self, String> {
        let vocabulary: HashMap<String, u32> = numbered(0);
        let id = |piece: &str| {
            vocabulary.get(piece).map(|id| id.cast_signed()).ok_or_else(|| format!("its vocabulary lacks {piece}"))
        };
        let frame = [id("[CLS]")?, id("[SEP]")?];
        Ok(Self::new(vocabulary, frame))
    }

    /// Of MPNet's family. The error is the reason why the vocabulary is of no use.
    pub(super) fn mpnet() -> Result<Self, String> {
        let vocabulary = numbered(MPNET_SPECIALS);
        if !vocabulary.contains_key("[UNK]") {
            return Err("its vocabulary lacks [UNK]".to_owned());
        }
        // `<s>` and `</s>`.
        Ok(Self::new(vocabulary, [0, 2]))
    }

    fn new(vocabulary: HashMap<String, u32>, frame: [i32; 2]) -> Self {
        Self {
            normalizer: BertNormalizer::new(BertOptions { lowercase: true, strip_accents: true }),
            pieces: WordPiece::from_vocab(vocabulary, WordPieceOptions::default()),
            frame,
        }
    }

    /// A text for the encoder, at most [`MAX_TEXT`] tokens long. The error is the reason why it cannot be cut.
    pub(super) fn text(&self, text: &str) -> Result<Vec<i32>, String> {
        let [begin, end] = self.frame;
        let mut ids = self.ids(text)?;
        ids.truncate(MAX_TEXT - 2);
        Ok([&[begin], ids.as_slice(), &[end]].concat())
    }

    /// A pair for the relation model, at most [`MAX_PAIR`] tokens long: of two texts that are too long together, the
    /// longer one is cut first, then both to the same length. The error is the reason why they cannot be cut.
    pub(super) fn pair(&self, first: &str, second: &str) -> Result<Vec<i32>, String> {
        let [begin, end] = self.frame;
        let (mut first, mut second) = (self.ids(first)?, self.ids(second)?);
        let room = MAX_PAIR - 4;
        let shorter = first.len().min(second.len());
        // As the tokenizer did that the model was trained with: the odd place is the longer one's, or the second's.
        let (short, long) = if shorter > room / 2 { (room / 2, room - room / 2) } else { (shorter, room - shorter) };
        let first_is_longer = first.len() > second.len();
        first.truncate(if first_is_longer { long } else { short });
        second.truncate(if first_is_longer { short } else { long });
        Ok([&[begin], first.as_slice(), &[end, end], second.as_slice(), &[end]].concat())
    }

    fn ids(&self, text: &str) -> Result<Vec<i32>, String> {
        let failed = |e: &dyn std::fmt::Display| format!("a text could not be tokenised: {e}");
        let printable: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let (normal, _) = self.normalizer.normalize(&printable).map_err(|e| failed(&e))?;
        let mut ids = Vec::new();
        for word in BertPreTokenizer::new().pre_tokenize(&normal).map_err(|e| failed(&e))? {
            self.pieces.encode_with_offsets(word, &mut |_, id| ids.push(id.cast_signed())).map_err(|e| failed(&e))?;
        }
        Ok(ids)
    }
}

/// The vocabulary, its first entry with this id.
fn numbered(first: u32) -> HashMap<String, u32> {
    VOCABULARY.lines().zip(first..).map(|(piece, id)| (piece.to_owned(), id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_of_the_reference_tokenizer() {
        // As the model's own tokenizer.json gives them.
        let tokenizer = Tokenizer::bert().unwrap();
        assert_eq!(tokenizer.text("Hello, world!").unwrap(), [101, 7592, 1010, 2088, 999, 102]);
        assert_eq!(tokenizer.text("").unwrap(), [101, 102]);
        assert_eq!(tokenizer.text("CAFÉ\ncafe").unwrap(), [101, 7668, 7668, 102]);
    }

    #[test]
    fn a_short_word_of_many_pieces_does_not_panic() {
        assert!(Tokenizer::bert().unwrap().text("qxzqjx").unwrap().len() > 4);
    }

    #[test]
    fn long_texts_are_cut() {
        let ids = Tokenizer::bert().unwrap().text(&"word ".repeat(1000)).unwrap();
        assert_eq!((ids.len(), ids.last()), (MAX_TEXT, Some(&102)));
    }

    #[test]
    fn pairs_are_cut_as_the_reference_tokenizer_does() {
        let tokenizer = Tokenizer::mpnet().unwrap();
        let table = include_str!("../../tests/data/neural/pieces.tsv");
        let mut cut = 0;
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let ids: Vec<i32> = fields[0].split(' ').map(|id| id.parse().unwrap()).collect();
            assert_eq!(tokenizer.pair(fields[1], fields[2]).unwrap(), ids, "{line}");
            cut += usize::from(ids.len() == MAX_PAIR);
        }
        assert!(cut >= 8, "{cut} pairs of the table are long enough to be cut");
    }
}

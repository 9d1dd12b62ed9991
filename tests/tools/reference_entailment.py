#!/usr/bin/env python3
"""Writes what tests/neural.rs holds the entailment model against, made by other programs than ours.

    reference_entailment.py pieces > tests/data/neural/pieces.tsv    rows of word pieces, by the reference tokenizer
    reference_entailment.py scores > tests/data/neural/scores.tsv    probabilities, by onnxruntime

Run in the folder of the repository. Needs numpy, onnxruntime, tokenizers. `scores` is to be made again whenever
resources/models/entailment-int8.onnx changes."""
import sys

import numpy as np
from tokenizers import BertWordPieceTokenizer

PIECES = 128

# Pairs that must be cut: (words of the premise, words of the hypothesis).
LENGTHS = [(61, 64), (62, 63), (63, 62), (63, 63), (64, 64), (150, 20), (20, 150), (150, 150), (200, 62), (63, 200), (124, 1),
           (1, 125), (125, 0)]
WORDS = "harbour council strike minister flood agreement seven train Lisbon ferry".split()


def words(count, shift):
    return " ".join(WORDS[(i + shift) % len(WORDS)] for i in range(count))


def main():
    tokenizer = BertWordPieceTokenizer("resources/models/vocab.txt", lowercase=True)
    tokenizer.enable_truncation(PIECES)
    pairs = [line.rstrip("\n").split("\t") for line in open("tests/data/neural/pairs.tsv", encoding="utf-8")]
    if sys.argv[1:] == ["pieces"]:
        print("# ids of the pieces, number of those in the first text, then the two texts; made by "
              "tests/tools/reference_entailment.py")
        for a, b in pairs[:12] + [(words(m, 0), words(n, 3)) for m, n in LENGTHS]:
            row = tokenizer.encode(a, b)
            print(" ".join(map(str, row.ids)), row.type_ids.count(0), a, b, sep="\t")
    elif sys.argv[1:] == ["scores"]:
        import onnxruntime
        session = onnxruntime.InferenceSession("resources/models/entailment-int8.onnx", providers=["CPUExecutionProvider"])
        print("# probabilities of entailment, neutral, contradiction, then premise and hypothesis; made by "
              "tests/tools/reference_entailment.py")
        for a, b in pairs:
            row = tokenizer.encode(a, b)
            as_row = lambda values: np.array([values], dtype=np.int64 if wide else np.int32)
            wide = session.get_inputs()[0].type == "tensor(int64)"
            feed = {"input_ids": as_row(row.ids), "attention_mask": as_row([1] * len(row.ids)),
                    "token_type_ids": as_row(row.type_ids)}
            logits = session.run(["logits"], feed)[0][0].astype(np.float64)
            shares = np.exp(logits - logits.max())
            shares /= shares.sum()
            print("\t".join(f"{share:.4f}" for share in shares), a, b, sep="\t")
    else:
        sys.exit(__doc__)


main()

#!/usr/bin/env python3
"""Writes what tests/neural.rs holds the relation model against, made by other programs than ours.

    reference_relation.py pieces > tests/data/neural/pieces.tsv    rows of word pieces, by the reference tokenizer
    reference_relation.py scores > tests/data/neural/scores.tsv    probabilities, by onnxruntime

Run in the folder of the repository. Needs numpy, onnxruntime, tokenizers. `scores` is to be made again whenever
resources/models/relation-* change."""
import sys

import numpy as np
from tokenizers import BertWordPieceTokenizer

PIECES, WIDTH, SPECIALS = 160, 768, 4

# Pairs that must be cut: (words of the first, words of the second).
LENGTHS = [(77, 80), (78, 79), (79, 78), (79, 79), (80, 80), (170, 20), (20, 170), (170, 170), (200, 78), (79, 200), (155, 2),
           (1, 156), (156, 1)]
WORDS = "harbour council strike minister flood agreement seven train Lisbon ferry".split()


def words(count, shift):
    return " ".join(WORDS[(i + shift) % len(WORDS)] for i in range(count))


def tokenizer():
    """MPNet's: BERT's pieces behind four entries of its own, <s> one </s></s> other </s>."""
    from tokenizers import processors

    vocabulary = open("resources/models/vocab.txt", encoding="utf-8").read().split("\n")
    pieces = {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3}
    pieces |= {piece: i + SPECIALS for i, piece in enumerate(p for p in vocabulary if p)}
    made = BertWordPieceTokenizer(pieces, lowercase=True)
    made._tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0), trim_offsets=True, add_prefix_space=False)
    made.enable_truncation(PIECES)
    return made


def main():
    encode = tokenizer().encode
    pairs = [line.rstrip("\n").split("\t") for line in open("tests/data/neural/pairs.tsv", encoding="utf-8")]
    if sys.argv[1:] == ["pieces"]:
        print("# ids of the pieces, then the two texts; made by tests/tools/reference_relation.py")
        for a, b in pairs[:12] + [(words(m, 0), words(n, 3)) for m, n in LENGTHS]:
            print(" ".join(map(str, encode(a, b).ids)), a, b, sep="\t")
    elif sys.argv[1:] == ["scores"]:
        import onnxruntime

        session = onnxruntime.InferenceSession("resources/models/relation-int8.onnx", providers=["CPUExecutionProvider"])
        file = open("resources/models/relation-words.bin", "rb").read()
        entries = len(file) // (4 + WIDTH)
        scales = np.frombuffer(file[: 4 * entries], "<f4")
        table = np.frombuffer(file[4 * entries :], np.int8).reshape(entries, WIDTH)
        print("# probabilities of agree, neither, contradict, then the two texts; made by tests/tools/reference_relation.py")
        for a, b in pairs:
            ids = encode(a, b).ids
            logits = session.run(["relation"], {"embeddings": table[ids].astype(np.float32) * scales[ids, None]})[0][0].astype(np.float64)
            shares = np.exp(logits - logits.max())
            shares /= shares.sum()
            print("\t".join(f"{share:.4f}" for share in shares), a, b, sep="\t")
    else:
        sys.exit(__doc__)


main()

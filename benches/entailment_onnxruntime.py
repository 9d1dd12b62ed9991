#!/usr/bin/env python3
"""A yardstick for the entailment part of benches/stages.rs: the same model in onnxruntime.

    entailment_onnxruntime.py [resources/models/entailment-int8.onnx] [--rounds 3]

One direction of 300 sentence pairs of 55 to 60 tokens, one pair a run and one thread, as the program does it. Prints
the processor seconds of the best round. Token ids are drawn by seed: how long a run takes depends on their number alone.
Needs numpy and onnxruntime."""
import argparse
import os
import time

import numpy as np
import onnxruntime

MODEL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "resources", "models", "entailment-int8.onnx")
PAIRS, SHORTEST, LONGEST = 300, 55, 60
START, SEPARATOR, FIRST_WORD, VOCABULARY = 101, 102, 1000, 30522


def pair(rng):
    """Inputs of one pair: [CLS] premise [SEP] hypothesis [SEP]."""
    length = int(rng.integers(SHORTEST, LONGEST + 1))
    ids = rng.integers(FIRST_WORD, VOCABULARY, (1, length))
    ids[0, 0], ids[0, length // 2], ids[0, -1] = START, SEPARATOR, SEPARATOR
    types = (np.arange(length) > length // 2).astype(np.int64)[None]
    return {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": types}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", nargs="?", default=MODEL)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(args.model, options, providers=["CPUExecutionProvider"])
    rng = np.random.default_rng(1)
    pairs = [pair(rng) for _ in range(PAIRS)]
    session.run(None, pairs[0])
    seconds = []
    for _ in range(args.rounds):
        start = time.process_time()
        for inputs in pairs:
            session.run(None, inputs)
        seconds.append(time.process_time() - start)
    print(f"{PAIRS} pairs of {SHORTEST}-{LONGEST} tokens, onnxruntime {onnxruntime.__version__}, one thread: "
          f"{min(seconds):.2f} processor seconds (best of {args.rounds})")


if __name__ == "__main__":
    main()

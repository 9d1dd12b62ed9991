#!/usr/bin/env python3
"""Measures the entailment network: tables of accuracy, contradictions, calibration, and the same-event output.

    evaluate_entailment.py MODEL --tokenizer tokenizer.json --rows mnli=FILE.jsonl[.gz]... [--sample 2000]
                           [--by-case] [--symmetric] [--fit-temperature] [--save FOLDER]
    evaluate_entailment.py MODEL --tokenizer tokenizer.json --same-event ecb-dev.jsonl --encoder encoder-int8.onnx

MODEL is an ONNX file, run as the program runs it (one pair a run, one thread), or a .safetensors file of weights, run
in batches of 32-bit floats. Columns: accuracy; precision and recall of contradiction and of entailment; mean negative
log likelihood of the right label; expected calibration error over ten bins of the largest probability.

--symmetric runs both directions and shows, for some thresholds, how many of the pairs whose contradiction probability
passes it both ways are contradictions. --fit-temperature prints the divisor of the logits that fits the rows best.
--same-event compares, as signs that two sentences tell of one event: the network's second output, the cosine of the
sentence encoder, and word overlap (shared words of the smaller set, function words left out)."""
import argparse
import collections
import gzip
import os
import random
import re
import shutil
import tempfile

import numpy as np

from entailment_net import EVENTS, LABELS, NONE, EntailmentNet, Encoder, predict, read_rows

BINS = 10
FUNCTION_WORDS = set("""a an and are as at be been but by for from had has have he her his in is it its of on or
said she that the their they this to was were which who will with""".split())


class OnnxModel:
    """An ONNX file, one pair a run."""

    def __init__(self, path):
        import onnxruntime
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self.outputs = [output.name for output in self.session.get_outputs()]

    def run(self, ids, types):
        """The outputs of one sequence of token ids, by name."""
        ids = np.asarray(ids, np.int64)[None]
        types = np.asarray(types, np.int64)[None]
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": types}
        return dict(zip(self.outputs, (value[0] for value in self.session.run(None, feed))))

    def predict(self, examples):
        results = [self.run(ids, types) for ids, types, *_ in examples]
        logits = np.array([result["logits"] for result in results], np.float64)
        same = [result["same_event"][0] for result in results] if "same_event" in self.outputs else None
        return softmax(logits), None if same is None else 1 / (1 + np.exp(-np.array(same)))


class FloatModel:
    """Weights in 32-bit floats, in batches."""

    def __init__(self, path):
        import torch
        from safetensors import safe_open
        torch.set_num_threads(1)
        with safe_open(path, "np") as file:
            self.net = EntailmentNet("head.same.weight" in file.keys())
        self.net.load(path)

    def predict(self, examples):
        return predict(self.net, examples)


def softmax(logits):
    shifted = np.exp(logits - logits.max(-1, keepdims=True))
    return shifted / shifted.sum(-1, keepdims=True)


def read(path):
    """Rows of a file, which may be compressed."""
    if not path.endswith(".gz"):
        return read_rows(path)
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as plain:
        with gzip.open(path) as packed:
            shutil.copyfileobj(packed, plain)
        plain.flush()
        return read_rows(plain.name)


def ratio(a, b):
    return float(a) / max(1, int(b))


def measures(labels, probabilities):
    """The columns of the table, as a dictionary."""
    answers = probabilities.argmax(-1)
    found = {"rows": len(labels), "accuracy": float(np.mean(answers == labels))}
    for name in ("contradiction", "entailment"):
        right = np.sum((answers == LABELS[name]) & (labels == LABELS[name]))
        found[name + " P"] = ratio(right, np.sum(answers == LABELS[name]))
        found[name + " R"] = ratio(right, np.sum(labels == LABELS[name]))
    found["NLL"] = likelihood(labels, probabilities)
    top = probabilities.max(-1)
    places = np.minimum((top * BINS).astype(int), BINS - 1)
    gaps = [abs(top[places == place].mean() - np.mean((answers == labels)[places == place])) * np.mean(places == place)
            for place in range(BINS) if np.any(places == place)]
    found["ECE"] = float(sum(gaps))
    return found


def likelihood(labels, probabilities):
    return float(-np.mean(np.log(np.maximum(probabilities[np.arange(len(labels)), labels], 1e-12))))


def fit_temperature(labels, probabilities):
    """The divisor of the logits under which the labels are likeliest, by trying."""
    logs = np.log(np.maximum(probabilities, 1e-12))
    return min(np.arange(0.5, 3.01, 0.02), key=lambda divisor: likelihood(labels, softmax(logs / divisor)))


def show(name, found):
    def cell(key, value):
        if isinstance(value, int):
            return str(value)
        return f"{value:.3f}" if key in ("NLL", "ECE") else f"{100 * value:.1f}"

    cells = [cell(key, value) for key, value in found.items()]
    print("| " + " | ".join([name, *cells]) + " |", flush=True)


def symmetric_table(name, labels, forward, backward):
    """Precision of contradiction where both directions pass a threshold, and how many rows of the label do."""
    both = np.minimum(forward[:, LABELS["contradiction"]], backward[:, LABELS["contradiction"]])
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        chosen = both >= threshold
        right = np.sum(chosen & (labels == LABELS["contradiction"]))
        print(f"| {name} | {threshold} | {int(chosen.sum())} | {100 * ratio(right, chosen.sum()):.1f} | "
              f"{100 * ratio(right, np.sum(labels == LABELS['contradiction'])):.1f} |", flush=True)


def entailment_tables(model, encoder, args):
    heads = ["set", "rows", "accuracy", "contradiction P", "contradiction R", "entailment P", "entailment R", "NLL",
             "ECE"]
    print("| " + " | ".join(heads) + " |\n" + "|---" * len(heads) + "|")
    every, reverse, by_case = {}, {}, collections.defaultdict(list)
    for name, path in (entry.split("=", 1) for entry in args.rows):
        rows = [row for row in read(path) if row[2] != NONE]
        if 0 < args.sample < len(rows):
            rows = random.Random(args.seed).sample(rows, args.sample)
        labels, (probabilities, _) = np.array([row[2] for row in rows]), model.predict(encoder.encode(rows))
        show(name, measures(labels, probabilities))
        every[name] = labels, probabilities
        for row, label, probability in zip(rows, labels, probabilities):
            by_case[f"{name}: {row[4]}"].append((label, probability))
        if args.symmetric:
            turned = [(b, a, *rest) for a, b, *rest in rows]
            reverse[name] = model.predict(encoder.encode(turned))[0]
        if args.save:
            os.makedirs(args.save, exist_ok=True)
            np.savez(os.path.join(args.save, name), labels=labels, probabilities=probabilities)
    if args.by_case:
        print()
        for name, pairs in sorted(by_case.items()):
            show(name, measures(np.array([a for a, _ in pairs]), np.array([b for _, b in pairs])))
    if args.symmetric:
        print("\n| set | both ways at least | pairs | contradiction P | contradiction R |\n" + "|---" * 5 + "|")
        for name, backward in reverse.items():
            symmetric_table(name, *every[name], backward)
    if args.fit_temperature:
        labels, probabilities = (np.concatenate(parts) for parts in zip(*every.values()))
        divisor = fit_temperature(labels, probabilities)
        cooled = softmax(np.log(np.maximum(probabilities, 1e-12)) / divisor)
        print(f"\ntemperature {divisor:.2f}: NLL {likelihood(labels, probabilities):.4f} -> "
              f"{likelihood(labels, cooled):.4f}, ECE {measures(labels, probabilities)['ECE']:.4f} -> "
              f"{measures(labels, cooled)['ECE']:.4f}")


def overlap(a, b):
    """Shared words of the smaller sentence, function words left out."""
    a, b = (set(re.findall(r"[^\W_]+", text.lower())) - FUNCTION_WORDS for text in (a, b))
    return ratio(len(a & b), min(len(a), len(b)))


def event_table(model, encoder, args):
    """How well each sign tells pairs of one event from pairs of two."""
    rows = [row for row in read(args.same_event) if row[3] != NONE]
    if 0 < args.sample < len(rows):
        rows = random.Random(args.seed).sample(rows, args.sample)
    truth = np.array([row[3] for row in rows]) == EVENTS["same_event"]
    probabilities, same = model.predict(encoder.encode(rows))
    signs = {"word overlap": np.array([overlap(row[0], row[1]) for row in rows]),
             "1 - contradiction": 1 - probabilities[:, LABELS["contradiction"]]}
    if same is not None:
        signs["same-event output"] = same
    if args.encoder:
        vectors, sentences = {}, OnnxModel(args.encoder)
        for text in {text for row in rows for text in row[:2]}:
            pair = encoder.tokenizer.encode(text)
            vectors[text] = sentences.run(pair.ids, pair.type_ids)["embedding"]
        signs["cosine"] = np.array([float(vectors[row[0]] @ vectors[row[1]]) for row in rows])
    if same is not None and args.encoder:
        signs["output and cosine, ranks added"] = ranks(same) + ranks(signs["cosine"])
    print(f"{len(rows)} pairs, {100 * truth.mean():.1f}% of one event; contradiction answered (false alarms) on "
          f"{100 * np.mean(probabilities.argmax(-1) == LABELS['contradiction']):.1f}% of all, on "
          f"{100 * np.mean(probabilities[~truth].argmax(-1) == LABELS['contradiction']):.1f}% of different events\n")
    print("| sign | AUC | best F1 | at recall 95%: precision | different events let through |\n" + "|---" * 5 + "|")
    for name, score in signs.items():
        order = np.argsort(-score, kind="stable")
        hits, passed = np.cumsum(truth[order]), np.arange(1, len(rows) + 1)
        at = int(np.argmax(hits >= 0.95 * truth.sum()))
        auc = (ranks(score)[truth].sum() - truth.sum() * (truth.sum() - 1) / 2) / (truth.sum() * (~truth).sum())
        best = np.max(2 * hits / (passed + truth.sum()))
        through = ratio(passed[at] - hits[at], (~truth).sum())
        print(f"| {name} | {auc:.3f} | {best:.3f} | {ratio(hits[at], passed[at]):.3f} | {100 * through:.1f}% |")


def ranks(score):
    """Place of each value in rising order, from 0; equal values share the mean of their places."""
    _, place, times = np.unique(score, return_inverse=True, return_counts=True)
    return (np.cumsum(times) - (times + 1) / 2)[place]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--tokenizer", required=True)
    parser.add_argument("--rows", nargs="*", default=[], metavar="NAME=FILE")
    parser.add_argument("--sample", type=int, default=0, help="rows of each file, drawn by seed; 0 takes all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--by-case", action="store_true", help="a line for each source as well")
    parser.add_argument("--symmetric", action="store_true")
    parser.add_argument("--fit-temperature", action="store_true")
    parser.add_argument("--save", metavar="FOLDER", help="keep labels and probabilities here, one .npz a set")
    parser.add_argument("--same-event", metavar="FILE")
    parser.add_argument("--encoder", help="sentence encoder to compare --same-event with, ONNX")
    args = parser.parse_args()
    model = OnnxModel(args.model) if args.model.endswith(".onnx") else FloatModel(args.model)
    encoder = Encoder(args.tokenizer)
    if args.rows:
        entailment_tables(model, encoder, args)
    if args.same_event:
        event_table(model, encoder, args)


if __name__ == "__main__":
    main()

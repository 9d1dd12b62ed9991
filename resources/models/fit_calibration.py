#!/usr/bin/env python3
"""Fits the weights of src/judge/calibration.rs, and shows what they keep on stories they were not fitted on.

    cargo run --release --example pair_features -- FOLDER... > features.jsonl
    fit_calibration.py features.jsonl [--labels ROWS.jsonl.gz ...] [--at 0.5]

A story with gold.json is labelled by it, as score.py and the example `evaluate` let pairs and rows meet; of tension, and of what
may be called an agreement too, nothing is fitted. Other folders are labelled by --labels, rows of {a, b, label}; what no row lists is
taken for neither, unless the model finds it likely to agree: then nothing is fitted. Of two sources only those of the --most closest
pairs count that are worth reading, as in the program. Needs numpy and scikit-learn."""
import argparse
import collections
import gzip
import json
import os
import re

import numpy as np
from sklearn.linear_model import LogisticRegression

from gold_rows import same

EXPECTED, UNREAD, LEAST, UNLIKE = 0.05, 20.0, 0.002, 0.01  # as in src/judge/calibration.rs
WORTH = 0.03  # as in src/engine/read.rs
CLASSES = ["neither", "agree", "contradict"]


def fit_of(pair, row):
    a, b = pair["a"], pair["b"]
    ends = (a["source"], b["source"])
    if ends == (row["a_source"], row["b_source"]):
        return min(same(a["text"], row["a"]), same(b["text"], row["b"]))
    if ends[::-1] == (row["a_source"], row["b_source"]):
        return min(same(b["text"], row["a"]), same(a["text"], row["b"]))
    return 0.0


def labelled(folder, pairs, listed):
    """The label of each pair, None where nothing is to be fitted; and the gold rows with the pairs they meet."""
    if os.path.exists(f"{folder}/gold.json"):
        rows = json.load(open(f"{folder}/gold.json"))
        for pair in pairs:
            fit, row = max(((fit_of(pair, row), i) for i, row in enumerate(rows)), default=(0, 0))
            pair["label"] = "neither"
            if fit >= 0.6:
                label, note = rows[row]["label"], rows[row].get("note") or ""
                pair["label"] = {"none": "neither", "tension": None}.get(label, label)
                if label == "none" and "[agree ok]" in note:
                    pair["label"] = None
        meets = [[p for p in pairs if fit_of(p, row) >= 0.6] for row in rows]
        return [(row["label"], met) for row, met in zip(rows, meets)]
    for pair in pairs:
        label = listed.get((pair["a"]["text"], pair["b"]["text"]))
        pair["label"] = label or (None if mean(pair)[0] > 0.3 else "neither")
        pair["listed"] = label is not None
    return []


def mean(pair):
    """As the program: the second order counts only where the first leaves it open."""
    first, other = pair["scores"]
    return np.array(first) if first[1] >= 0.9 else (np.array(first) + np.array(other)) / 2


def features(pair, dissent):
    agree, neither, contradict = np.log(np.maximum(mean(pair), LEAST))
    margin = min(max(pair["margin"], -0.3), 0.3)
    similarity = min(max(pair["similarity"], UNLIKE), 1 - UNLIKE)
    alike = np.log(similarity / (1 - similarity))
    return [agree - neither, contradict - neither, alike, pair["cosine"], pair["rank"], margin, np.log(max(dissent, EXPECTED / 10))]


def read(path, listed, most):
    """(folder, pairs with features and label, gold rows with the pairs they meet) of each story."""
    stories = collections.defaultdict(list)
    for line in open(path):
        pair = json.loads(line)
        if pair["scores"] and pair["place"] <= most and pair["similarity"] >= WORTH:
            stories[pair["story"]].append(pair)
    out = []
    for folder, pairs in stories.items():
        groups = collections.defaultdict(list)
        for pair in pairs:
            groups[pair["a"]["source"], pair["b"]["source"]].append(pair)
        for group in groups.values():
            total = sum(mean(p)[2] for p in group)
            for pair in group:
                dissent = (total - mean(pair)[2] + UNREAD * EXPECTED) / (len(group) - 1 + UNREAD)
                pair["x"] = features(pair, dissent)
        out.append((folder, pairs, labelled(folder, pairs, listed)))
    return out


def fitted(stories, strength):
    pairs = [p for _, pairs, _ in stories for p in pairs if p["label"]]
    model = LogisticRegression(C=strength, max_iter=5000)
    return model.fit([p["x"] for p in pairs], [CLASSES.index(p["label"]) for p in pairs])


def weights(model):
    """Of agreement and of contradiction against neither, the intercept last."""
    rows = np.hstack([model.coef_, model.intercept_[:, None]])
    return rows[1] - rows[0], rows[2] - rows[0]


def report(name, stories, at):
    told = collections.Counter()
    for _, pairs, rows in stories:
        for pair in pairs:
            agree, contradict = pair["p"][1:]
            if contradict >= at and contradict >= agree:
                told["contradict"] += pair["label"] is not None
                told["contradict right"] += pair["label"] == "contradict"
            elif agree >= at and (rows or pair.get("listed")):
                told["agree"] += pair["label"] is not None
                told["agree right"] += pair["label"] == "agree"
        for label, met in rows:
            if label in ("agree", "contradict"):
                k = CLASSES.index(label)
                told[label + " gold"] += 1
                told[label + " found"] += any(p["p"][k] >= at and p["p"][k] == max(p["p"][1:]) for p in met)
    line = " ".join(f"{k}: {told[k + ' right']} of {told[k]} right, {told[k + ' found']} of {told[k + ' gold']} found;" for k in CLASSES[1:])
    print(f"{name:12} at {at}: {line}")


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("features", nargs="+")
    args.add_argument("--labels", nargs="*", default=[])
    args.add_argument("--most", type=int, default=100)
    args.add_argument("--strength", type=float, default=1.0, help="inverse of the pull towards zero")
    args = args.parse_args()
    listed = {}
    for path in args.labels:
        for line in gzip.open(path, "rt"):
            row = json.loads(line)
            listed[row["a"], row["b"]] = listed[row["b"], row["a"]] = row["label"]
    stories = [story for path in args.features for story in read(path, listed, args.most)]
    for i, (_, pairs, _) in enumerate(stories):
        model = fitted(stories[:i] + stories[i + 1 :], args.strength)
        for pair, p in zip(pairs, model.predict_proba([p["x"] for p in pairs])):
            pair["p"] = list(p)
    kinds = {"stories": [s for s in stories if s[2]], "real news": [s for s in stories if not s[2]]}
    print("each story by weights fitted on the others")
    for at in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        for name, part in kinds.items():
            report(name, part, at)
    for name, part in kinds.items():
        for k in (1, 2):
            for low, high in ((0.1, 0.3), (0.3, 0.5), (0.5, 0.65), (0.65, 0.8), (0.8, 0.9), (0.9, 1.01)):
                inside = [p for _, pairs, rows in part for p in pairs if low <= p["p"][k] < high and p["label"] and (rows or k == 2 or p.get("listed"))]
                if inside:
                    right = sum(p["label"] == CLASSES[k] for p in inside)
                    print(f"{name:10} {CLASSES[k]:10} {low:.2f}-{high:.2f}: {len(inside):4} promised {np.mean([p['p'][k] for p in inside]):.2f} kept {right / len(inside):.2f}")
    for name, row in zip(("AGREEMENT", "CONTRADICTION"), weights(fitted(stories, args.strength))):
        print(f"const {name}: [f32; FEATURES] = [{', '.join(f'{w:.3f}' for w in row)}];")


main()

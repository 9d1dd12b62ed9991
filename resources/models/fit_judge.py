#!/usr/bin/env python3
"""Fits the weights of judge.tsv, and shows how they do on stories they were not fitted on.

    cargo run --release --example judge_features -- STORY... > features.jsonl
    fit_judge.py features.jsonl STORY... > judge.tsv

A STORY folder holds sources and a gold.json. A pair is labelled by the gold row it meets (as score.py and the example
`evaluate` let pairs and rows meet): agreement, contradiction, or neither; "tension" and "[agree ok]" rows are left out.
Multinomial logistic regression, features scaled to unit deviation for fitting, weights scaled back to "neither" as
zero. C is small: few stories must not decide much. What is told of the result goes to standard error: for each story
the weights fitted on the others, then agreements, contradictions, and how well probabilities keep what they promise.
Needs numpy and scikit-learn."""
import argparse, collections, functools, json, os, re, sys

import numpy as np
from sklearn.linear_model import LogisticRegression

C = 0.3
# As in src/judge/combine.rs.
SUSPECTED, AGREEMENT, CLEAR_AGREEMENT = 0.5, 0.45, 0.7
TABLES = {"words": [0, 8, 9, 10], "entailment": list(range(11))}
CLEAR, POSSIBLE, CLASH = 8, 9, 7

words = functools.cache(lambda s: frozenset(re.findall(r"[^\W_]+", s.lower())))


@functools.cache
def same(a, b):
    a, b = words(a), words(b)
    if not a or not b:
        return 0.0
    i, m, n = len(a & b), min(len(a), len(b)), max(len(a), len(b))
    return max(i / len(a | b), i / m if m >= 4 and n <= 2.5 * m else 0.0)


def met(pair, rows):
    """The gold row that a pair meets best, or None."""
    best = (0.0, None)
    for row in rows:
        for x, y in (("a", "b"), ("b", "a")):
            if (pair[x + "_source"], pair[y + "_source"]) == (row["a_source"], row["b_source"]):
                fit = min(same(row["a"], pair[x]), same(row["b"], pair[y]))
                if fit >= 0.6 and fit > best[0]:
                    best = (fit, row)
    return best[1]


def load(features, folders):
    gold = {}
    for folder in folders:
        rows = json.load(open(os.path.join(folder, "gold.json")))
        gold[os.path.normpath(folder)] = rows["pairs"] if isinstance(rows, dict) else rows
    data = collections.defaultdict(list)
    for line in open(features):
        pair = json.loads(line)
        folder = os.path.normpath(pair["story"])
        if folder not in gold:
            continue
        row = met(pair, gold[folder])
        label = row["label"] if row else "none"
        skip = label == "tension" or bool(label == "none" and row and "[agree ok]" in (row.get("note") or ""))
        pair["y"] = {"agree": 1, "contradict": 2}.get(label, 0)
        pair["skip"] = skip
        data[pair["table"]].append(pair)
    counts = collections.Counter(row["label"] for rows in gold.values() for row in rows)
    return data, counts


def fit(X, y):
    mean, deviation = X.mean(0), X.std(0) + 1e-9
    model = LogisticRegression(C=C, max_iter=5000).fit((X - mean) / deviation, y)
    weights = model.coef_ / deviation
    intercepts = model.intercept_ - weights @ mean
    return np.column_stack([intercepts - intercepts[0], weights - weights[0]])


def odds(weights, X):
    z = weights @ np.vstack([np.ones(len(X)), X.T])
    e = np.exp(z - z.max(0))
    return (e / e.sum(0)).T


def tell(name, P, X, y, skip, counts):
    clear, possible = X[:, CLEAR] > 0, (X[:, POSSIBLE] > 0) & ~(X[:, CLEAR] > 0)
    # The program also wants words that carry it and no checker that explains it: these figures are a little high.
    suspected = ~clear & ~possible & (P[:, 2] >= SUSPECTED) & (X[:, CLASH] >= 0.5)
    contradiction = clear | possible | suspected
    agreement = ~contradiction & (P[:, 1] >= AGREEMENT)
    say = lambda *a: print(*a, file=sys.stderr)
    def line(what, chosen, label, gold):
        right, all_ = int((chosen & (y == label) & ~skip).sum()), int((chosen & ~skip).sum())
        p, r = right / max(1, all_), right / max(1, gold)
        say(f"  {what:36s} {right:3d} of {all_:3d}  P {p:.2f}  R {r:.2f}  F1 {2 * p * r / max(1e-9, p + r):.3f}")
    say(f"{name}, leaving out the story that is scored:")
    line("agreement", agreement, 1, counts["agree"])
    line("agreement, clear", agreement & (P[:, 1] >= CLEAR_AGREEMENT), 1, counts["agree"])
    line("contradiction", contradiction, 2, counts["contradict"])
    line("contradiction, by checkers, clear", clear, 2, counts["contradict"])
    line("contradiction, by checkers, possible", possible, 2, counts["contradict"])
    line("contradiction, by the model alone", suspected, 2, counts["contradict"])
    for what, chosen, column in (("agreement", agreement, 1), ("contradiction", contradiction, 2)):
        say(f"  {what}: promised and kept")
        for low, high in ((0, .45), (.45, .6), (.6, .7), (.7, .8), (.8, .9), (.9, 1.01)):
            bin_ = chosen & ~skip & (P[:, column] >= low) & (P[:, column] < high)
            if bin_.any():
                say(f"    {low:.2f} to {min(high, 1):.2f}: {int(bin_.sum()):4d} pairs, promised"
                    f" {P[bin_, column].mean():.2f}, kept {(y[bin_] == column).mean():.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("features")
    parser.add_argument("stories", nargs="+")
    arguments = parser.parse_args()
    data, counts = load(arguments.features, arguments.stories)
    print("# Weights of src/judge/weighing.rs, written by fit_judge.py: log odds of agreement and of contradiction")
    print("# against neither. Do not edit: fit again.")
    for table, columns in TABLES.items():
        pairs = data[table]
        names = pairs[0]["names"]
        X = np.array([pair["features"] for pair in pairs])
        y = np.array([pair["y"] for pair in pairs])
        skip = np.array([pair["skip"] for pair in pairs])
        story = np.array([pair["story"] for pair in pairs])
        P = np.zeros((len(X), 3))
        for held_out in sorted(set(story)):
            others = (story != held_out) & ~skip
            P[story == held_out] = odds(fit(X[others][:, columns], y[others]), X[story == held_out][:, columns])
        tell(table, P, X, y, skip, counts)
        weights = fit(X[~skip][:, columns], y[~skip])
        for name, row in zip(["intercept"] + [names[c] for c in columns], weights.T):
            print(f"{table}\t{name}\t{row[1]:.3f}\t{row[2]:.3f}")


main()

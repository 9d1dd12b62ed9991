#!/usr/bin/env python3
"""Fits the weights of src/align/weights.rs, and shows how they do on stories they were not fitted on.

    cargo run --example align_features -- STORY... > features.jsonl
    fit_align.py features.jsonl GOLD_FOLDER [--without NAME,...]

STORY folders hold the sources and a gold.json each; GOLD_FOLDER holds them by name. A folder without gold.json holds
sources of different stories: whatever pairs it has are negative. Needs numpy and scikit-learn.

A candidate pair is positive if it meets a gold row labelled agree or contradict (as score.py and the example `evaluate`
let pairs and rows meet), left out if the row says tension or "[agree ok]", else negative. Features are scaled to unit
deviation for fitting, weights scaled back. C is small: few stories must not decide much."""
import argparse, collections, functools, json, os, re, sys

import numpy as np
from sklearn.linear_model import LogisticRegression

from gold_rows import same

NAMES = ["cosine", "cosine rank", "cosine margin", "cosine crowding", "word overlap",
         "word containment", "word rank", "word margin", "shared figures", "shared names", "one heading", "two headings",
         "length"]
NEURAL = 4


def label(candidates, rows):
    """For each candidate, the gold row it meets best, or None; and for each row the candidates it meets."""
    best = [(0.0, None)] * len(candidates)
    meets = []
    for row in rows:
        met = []
        for j, c in enumerate(candidates):
            fit = 0.0
            if (c["a_source"], c["b_source"]) == (row["a_source"], row["b_source"]):
                fit = min(same(row["a"], c["a"]), same(row["b"], c["b"]))
            elif (c["b_source"], c["a_source"]) == (row["a_source"], row["b_source"]):
                fit = min(same(row["a"], c["b"]), same(row["b"], c["a"]))
            if fit >= 0.6:
                met.append((fit, j))
                if fit > best[j][0]:
                    best[j] = (fit, row)
        meets.append(max(met)[1] if met else None)
    return [row for _, row in best], meets


class Story:
    def __init__(self, name, candidates, rows):
        self.name, self.rows, self.candidates = name, rows, candidates
        self.met, self.meets = label(candidates, rows)
        self.x = np.array([c["features"] for c in candidates])
        kind = [r["label"] if r else "none" for r in self.met]
        self.skip = np.array([k == "tension" or (r is not None and "[agree ok]" in (r.get("note") or ""))
                              for k, r in zip(kind, self.met)])
        self.y = np.array([k in ("agree", "contradict") for k in kind])
        self.agree = np.array([k == "agree" for k in kind])

    def count(self, p, threshold, labels=("agree", "contradict")):
        """True pairs, predicted pairs, gold rows found, gold rows."""
        chosen = (p >= threshold) & ~self.skip
        right = self.y if len(labels) == 2 else self.agree
        rows = [(r, j) for r, j in zip(self.rows, self.meets) if r["label"] in labels]
        found = sum(j is not None and p[j] >= threshold for _, j in rows)
        return np.array([(chosen & right).sum(), chosen.sum(), found, len(rows)])


def fit(stories, columns, c):
    x = np.concatenate([s.x[~s.skip][:, columns] for s in stories])
    y = np.concatenate([s.y[~s.skip] for s in stories])
    # Every story weighs the same, however long.
    w = np.concatenate([np.full((~s.skip).sum(), 1.0 / max(s.y.sum(), 25)) for s in stories])
    scale = x.std(0) + 1e-9
    mean = x.mean(0)
    model = LogisticRegression(C=c, max_iter=2000).fit((x - mean) / scale, y, sample_weight=w * len(y) / w.sum())
    weights = model.coef_[0] / scale
    return model.intercept_[0] - (weights * mean).sum(), weights


def probability(story, columns, model):
    return 1 / (1 + np.exp(-(model[0] + story.x[:, columns] @ model[1])))


def f1(count):
    right, predicted, found, gold = count
    p, r = right / max(predicted, 1), found / max(gold, 1)
    return p, r, 2 * p * r / max(p + r, 1e-9)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("features")
    ap.add_argument("gold")
    ap.add_argument("--without", default="", help="features to leave out")
    ap.add_argument("--only-test", default="", help="stories not to fit on, whose rows are not all there is")
    ap.add_argument("-C", type=float, default=0.05)
    ap.add_argument("-v", action="store_true")
    a = ap.parse_args()
    without = a.without.split(",")
    grouped = collections.defaultdict(list)
    for line in open(a.features, encoding="utf-8"):
        c = json.loads(line)
        grouped[c["mode"], c["story"]].append(c)
    for mode in ("model", "words"):
        stories = []
        for (m, name), candidates in grouped.items():
            if m == mode:
                gold = os.path.join(a.gold, name, "gold.json")
                gold = gold if os.path.exists(gold) else os.path.join(a.gold, "..", name + ".json")
                rows = json.load(open(gold, encoding="utf-8")) if os.path.exists(gold) else []
                stories.append(Story(name, candidates, rows["pairs"] if isinstance(rows, dict) else rows))
        columns = [i for i, n in enumerate(NAMES) if n not in without and (mode == "model" or i >= NEURAL)]
        held, inside = {}, {}
        extra = [s for s in stories if s.name in a.only_test.split(",")]
        unrelated = [s for s in stories if not s.rows]
        stories = [s for s in stories if s not in extra + unrelated]
        for s in stories:
            rest = [t for t in stories if t is not s] + [t for t in unrelated if s.name not in t.name]
            model = fit(rest, columns, a.C)
            held[s.name] = probability(s, columns, model)
        print(f"== {mode}: {sum(len(s.y) for s in stories)} candidates, {sum(s.y.sum() for s in stories)} positive,"
              f" rows without a candidate: {sum(j is None and r['label'] in ('agree', 'contradict') for s in stories for r, j in zip(s.rows, s.meets))}")
        for labels in (("agree", "contradict"), ("agree",)):
            grid = np.arange(0.1, 0.9, 0.02)
            totals = {t: sum(s.count(held[s.name], t, labels) for s in stories) for t in grid}
            top = max(grid, key=lambda t: f1(totals[t])[2])
            for s in stories:
                # the threshold that is best for the other stories
                others = max(grid, key=lambda t: f1(sum(o.count(held[o.name], t, labels) for o in stories if o is not s))[2])
                inside[s.name] = s.count(held[s.name], others, labels)
                print(f"   {'+'.join(labels)} {s.name} at {others:.2f}: P %.2f R %.2f F1 %.2f" % f1(inside[s.name]))
            print(f"   {'+'.join(labels)} all, thresholds from the others: P %.2f R %.2f F1 %.2f" % f1(sum(inside.values())),
                  f"| best at {top:.2f}: P %.2f R %.2f F1 %.2f" % f1(totals[top]))
        lost = [1 - np.mean([j is not None and held[s.name][j] >= fl for s in stories for r, j in zip(s.rows, s.meets) if r["label"] == "contradict"]) for fl in (0.02, 0.05, 0.1)]
        print("   contradictions below 0.02, 0.05, 0.1: %.2f %.2f %.2f" % tuple(lost), "pairs above:", [int(sum((held[s.name] >= fl).sum() for s in stories)) for fl in (0.02, 0.05, 0.1)])
        intercept, weights = fit(stories + unrelated, columns, a.C)
        if unrelated:
            print("   pairs of unrelated sources above 0.1, 0.3, 0.5:", [sum(int((probability(s, columns, (intercept, weights)) >= t).sum()) for s in unrelated) for t in (0.1, 0.3, 0.5)], "of", sum(len(s.y) for s in unrelated))
        for s in extra:
            p = probability(s, columns, (intercept, weights))
            order = np.argsort(-p)
            ranks = [int(np.where(order == j)[0][0]) for r, j in zip(s.rows, s.meets) if r["label"] == "agree" and j is not None]
            print(f"   {s.name}, not fitted on:", [f"{t:.1f}: P %.2f R %.2f F1 %.2f of {int((p >= t).sum())}" % f1(s.count(p, t)) for t in (0.3, 0.4, 0.5, 0.6)],
                  "mean log2 rank of agreeing rows %.2f" % np.log2(np.array(ranks) + 1).mean())
        full = np.zeros(len(NAMES))
        full[columns] = weights
        print(f"   ({intercept:.3f}, [{', '.join(f'{w:.3f}' for w in full)}])")


main()

#!/usr/bin/env python3
"""Fits the weights of judge.tsv, and shows how they do on stories they were not fitted on.

    cargo run --release --example judge_features -- STORY... > features.jsonl
    fit_judge.py features.jsonl STORY... > judge.tsv
    fit_judge.py features.jsonl STORY... --figures [--no-gate FILE] [--no-encoder FILE] [--only PREFIX]

A STORY folder holds sources and a gold.json. A pair is labelled by the gold row it meets (as the example `evaluate` lets
pairs and rows meet): agreement, contradiction, or neither; "tension" and "[agree ok]" rows are left out. Multinomial
logistic regression, features scaled to unit deviation for fitting, weights scaled back to "neither" as zero. C is small:
few stories must not decide much. The table "entailment" is fitted on the pairs that the program asks the model about,
the table "words" on all; the program weighs pairs it does not ask about by the latter.

Figures are told of each story with weights fitted on all the others, with the rules of src/judge/combine.rs on top:
first what the program does, then, with --figures, what it does without its parts, each fitted anew. Without the gate and
without the encoder the features are others: write them with `judge_features --ablate gate` and `--ablate encoder` and
name the files. --only counts the stories whose path begins with PREFIX alone, fitted on all but the one that is scored.
Figures go to standard output with --figures, else to standard error. The result is the same at each run.

Needs numpy and scikit-learn."""
import argparse
import collections
import functools
import json
import os
import re
import sys

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"  # Sums in one order: the same weights on every machine.

import numpy as np
from sklearn.linear_model import LogisticRegression

C = 0.3
# As in src/judge/combine.rs.
SUSPECTED, AGREEMENT, CLEAR_AGREEMENT, RELATED = 0.65, 0.45, 0.7, 0.3
FOUND_CLEAR, FOUND_POSSIBLE = 0.75, 0.65
# As in src/judge/meaning: words that carry a contradiction are looked for from this clash on, and always found.
EVIDENCE = 0.55
# Columns of the features, see src/judge/weighing.rs.
SUPPORT, CLASH, CLEAR, POSSIBLE, AGREES, DIFFERS = 6, 7, 8, 9, 10, 11
CHECKERS = [CLEAR, POSSIBLE, AGREES, DIFFERS]
TABLES = {"words": [0, *CHECKERS], "entailment": list(range(12))}
NEITHER, AGREE, CONTRADICT, UNRELATED = 0, 1, 2, 3
LABELS = {"agree": AGREE, "contradict": CONTRADICT}
BINS = (0, .45, .6, .7, .8, .9, 1.01)

words = functools.cache(lambda s: frozenset(re.findall(r"[^\W_]+", s.lower())))


@functools.cache
def same(a, b):
    """How far two sentences share their words, as `evaluate` measures it."""
    a, b = words(a), words(b)
    if not a or not b:
        return 0.0
    i, m, n = len(a & b), min(len(a), len(b)), max(len(a), len(b))
    return max(i / len(a | b), i / m if m >= 4 and n <= 2.5 * m else 0.0)


def meets(pair, row):
    """How well a pair meets a gold row, 0.6 to 1; 0 if it does not."""
    best = 0.0
    for x, y in (("a", "b"), ("b", "a")):
        if (pair[x + "_source"], pair[y + "_source"]) == (row["a_source"], row["b_source"]):
            best = max(best, min(same(row["a"], pair[x]), same(row["b"], pair[y])))
    return best if best >= 0.6 else 0.0


class Data:
    """The pairs of a file of features, in order, and the gold rows they meet."""

    def __init__(self, path, folders):
        tables = collections.defaultdict(list)
        wanted = [os.path.normpath(folder) for folder in folders]
        for line in open(path):
            pair = json.loads(line)
            pair["story"] = os.path.normpath(pair["story"])
            if pair["story"] in wanted:
                tables[pair["table"]].append(pair)
        pairs = tables["words"]
        array = lambda key, kind: np.array([pair[key] for pair in pairs], kind)
        self.names = pairs[0]["names"]
        self.story, self.similarity = array("story", object), array("similarity", float)
        self.asked, self.explained, self.typed = array("asked", bool), array("explained", bool), array("typed", bool)
        self.X = {"words": array("features", float)}
        self.X["entailment"] = self.X["words"].copy()
        if tables["entailment"]:
            # Those asked, in the order of all pairs.
            self.X["entailment"][self.asked] = [pair["features"] for pair in tables["entailment"]]
        self.y, self.skip = np.zeros(len(pairs), int), np.zeros(len(pairs), bool)
        self.rows = []
        for folder in wanted:
            self.label(folder, pairs)

    def label(self, folder, pairs):
        """Takes the gold rows of a story, and labels its pairs by those they meet best."""
        rows = json.load(open(os.path.join(folder, "gold.json")))
        rows = rows["pairs"] if isinstance(rows, dict) else rows
        best = collections.defaultdict(lambda: (0.0, None))
        own = np.flatnonzero(self.story == folder)
        for row in rows:
            fits = [(meets(pairs[i], row), i) for i in own]
            self.rows.append((folder, row["label"], [(fit, i) for fit, i in fits if fit]))
            for fit, i in fits:
                if fit > best[i][0]:
                    best[i] = (fit, row)
        for i, (_, row) in best.items():
            if row:
                self.y[i] = LABELS.get(row["label"], NEITHER)
                agree_ok = row["label"] == "none" and "[agree ok]" in (row.get("note") or "")
                self.skip[i] = row["label"] == "tension" or agree_ok


def fit(X, y):
    """Intercept and weights of each class, of neither zero."""
    mean, deviation = X.mean(0), X.std(0) + 1e-9
    model = LogisticRegression(C=C, max_iter=5000).fit((X - mean) / deviation, y)
    weights = model.coef_ / deviation
    intercepts = model.intercept_ - weights @ mean
    return np.column_stack([intercepts - intercepts[0], weights - weights[0]])


def fitted(data, table, without=(), but=None):
    """Weights of a table without some columns, fitted on all stories but one, and the columns they are for."""
    columns = [c for c in TABLES[table] if c not in without]
    use = ~data.skip & (data.story != but)
    if table == "entailment":
        use &= data.asked
    return fit(data.X[table][use][:, columns], data.y[use]), columns


def probabilities(data, table, without=()):
    """Of each pair, with weights fitted on the other stories; pairs not asked about are weighed by words."""
    P = np.zeros((len(data.y), 3))
    for story in sorted(set(data.story)):
        steps = [("words", data.story == story)]
        if table == "entailment":
            steps.append((table, (data.story == story) & data.asked))
        for step, own in steps:
            weights, columns = fitted(data, step, without, story)
            z = weights @ np.vstack([np.ones(own.sum()), data.X[step][own][:, columns].T])
            e = np.exp(z - z.max(0))
            P[own] = (e / e.sum(0)).T
    return P


class Verdicts:
    """What src/judge/combine.rs makes of probabilities and findings."""

    def __init__(self, data, table, without=()):
        P, X = probabilities(data, table, without), data.X[table]
        found = lambda column: (X[:, column] > 0) & (column not in without)
        typed = data.typed & (CLEAR not in without)
        explained = data.explained & (CLEAR not in without) & ~found(AGREES)
        self.clear, self.possible = found(CLEAR), found(POSSIBLE) & ~found(CLEAR)
        by_checkers = self.clear | self.possible
        carried = data.asked & (table == "entailment") & (X[:, CLASH] >= np.maximum(EVIDENCE, X[:, SUPPORT]))
        carried &= ~found(AGREES)
        self.suspected = ~by_checkers & ~explained & carried & (P[:, CONTRADICT] >= SUSPECTED)
        agree = ~by_checkers & ~explained & ~self.suspected & (P[:, AGREE] >= AGREEMENT)
        shown = explained | typed | (data.similarity >= RELATED)
        self.relation = np.where(shown, NEITHER, UNRELATED)
        self.relation[agree] = AGREE
        self.relation[by_checkers | self.suspected] = CONTRADICT
        self.clear_agreement = agree & (P[:, AGREE] >= CLEAR_AGREEMENT)
        promised = np.where(self.clear, FOUND_CLEAR, np.where(self.possible, FOUND_POSSIBLE, 0))
        self.confidence = np.where(agree, P[:, AGREE], np.where(by_checkers, promised, P[:, CONTRADICT]))


class Count:
    """Right and told pairs, found and gold rows, of one relation."""

    def __init__(self, data, verdicts, relation, among, only):
        label = {AGREE: "agree", CONTRADICT: "contradict"}[relation]
        among = among & (verdicts.relation == relation)
        told = among & ~data.skip & np.array([story.startswith(only) for story in data.story])
        self.told, self.right = int(told.sum()), int((told & (data.y == relation)).sum())
        self.gold = self.found = 0
        for story, row, fits in data.rows:
            if row == label and story.startswith(only):
                # Of equals, the last pair counts for the row; unrelated ones are not in a comparison.
                fits = [(fit, i) for fit, i in fits if verdicts.relation[i] != UNRELATED]
                self.gold += 1
                self.found += bool(fits) and bool(among[max(fits)[1]])

    def __str__(self):
        p, r = self.right / max(1, self.told), self.found / max(1, self.gold)
        f1 = 2 * p * r / max(1e-9, p + r)
        return f"{self.gold:4d} {self.found:5d} {self.told:4d} {p:5.3f} {r:5.3f} {f1:5.3f}"


def say(out, name, data, verdicts, only):
    """A line of the table of figures."""
    every = np.ones(len(data.y), bool)
    counts = [Count(data, verdicts, relation, among, only)
              for relation, among in ((AGREE, every), (CONTRADICT, every), (CONTRADICT, verdicts.clear))]
    print(f"{name:16s} | " + " | ".join(map(str, counts)), file=out)


def detail(out, name, data, verdicts, only):
    """What each source of verdicts is worth, and whether confidence is kept."""
    print(f"\n{name}", file=out)
    for what, relation, among in (
            ("agreement, clear", AGREE, verdicts.clear_agreement),
            ("contradiction, by checkers, clear", CONTRADICT, verdicts.clear),
            ("contradiction, by checkers, possible", CONTRADICT, verdicts.possible),
            ("contradiction, by the model alone", CONTRADICT, verdicts.suspected)):
        print(f"  {what:38s} {Count(data, verdicts, relation, among, only)}", file=out)
    counted = ~data.skip & np.array([story.startswith(only) for story in data.story])
    for what, relation in (("agreement", AGREE), ("contradiction", CONTRADICT)):
        print(f"  {what}: promised and kept", file=out)
        for low, high in zip(BINS, BINS[1:]):
            inside = (verdicts.relation == relation) & counted
            inside &= (verdicts.confidence >= low) & (verdicts.confidence < high)
            if inside.any():
                promised, kept = verdicts.confidence[inside].mean(), (data.y[inside] == relation).mean()
                print(f"    {low:.2f} to {min(high, 1):.2f}: {int(inside.sum()):4d} verdicts, promised {promised:.2f},"
                      f" kept {kept:.2f}", file=out)


def figures(out, arguments, data):
    """All figures."""
    only = os.path.normpath(arguments.only) if arguments.only else ""
    ways = [("full", data, "entailment", ()), ("no entailment", data, "words", ())]
    if arguments.figures:
        ways.append(("no checkers", data, "entailment", CHECKERS))
        if arguments.no_encoder:
            bare = Data(arguments.no_encoder, arguments.stories)
            ways += [("no encoder", bare, "entailment", ()), ("no model", bare, "words", ())]
        if arguments.no_gate:
            ways.append(("no gate", Data(arguments.no_gate, arguments.stories), "entailment", ()))
    columns = "gold found told     P     R    F1"
    print(f"Fitted on all stories but the one that is scored{', counted on ' + only if only else ''}:\n"
          f"{'':16s} | {'agree':33s} | {'contradict':33s} | contradict, clear\n{'':16s} | "
          + " | ".join([columns] * 3), file=out)
    told = [(name, of, Verdicts(of, table, without)) for name, of, table, without in ways]
    for name, of, verdicts in told:
        say(out, name, of, verdicts, only)
    for name, of, verdicts in told[:2]:
        detail(out, name, of, verdicts, only)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("features")
    parser.add_argument("stories", nargs="+")
    parser.add_argument("--figures", action="store_true", help="print figures, with parts left out, and no weights")
    parser.add_argument("--no-gate", metavar="FILE", help="features without the gate")
    parser.add_argument("--no-encoder", metavar="FILE", help="features without the encoder")
    parser.add_argument("--only", metavar="PREFIX", help="stories that are counted")
    arguments = parser.parse_args()
    data = Data(arguments.features, arguments.stories)
    figures(sys.stdout if arguments.figures else sys.stderr, arguments, data)
    if arguments.figures:
        return
    print("# Weights of src/judge/weighing.rs, written by fit_judge.py: log odds of agreement and of contradiction")
    print("# against neither. Do not edit: fit again.")
    for table in TABLES:
        weights, columns = fitted(data, table)
        for name, row in zip(["intercept"] + [data.names[c] for c in columns], weights.T):
            print(f"{table}\t{name}\t{row[1]:.3f}\t{row[2]:.3f}")


main()

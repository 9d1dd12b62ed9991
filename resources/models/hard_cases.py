#!/usr/bin/env python3
"""Writes invented sentence pairs in the manner of news on which entailment models go wrong.

    hard_cases.py --rows 15000 --seed 1 --out hard-train.jsonl --held-out hard-dev.jsonl

The sentences come from the templates of hard_cases.txt and hard_cases_sets.txt and the words of hard_cases_words.py.
The kinds of case: a number, date, place, post or name exchanged in otherwise equal or reworded sentences; exact,
rounded and bounded figures; a place and its country; part and total; a toll and its update; details added or left
out; planned, feared or claimed against done; an outcome and its opposite in other words; another speaker; another
event of the kind.

Each hypothesis is given three premises, one for each label, so that neither the hypothesis nor its template tells the
label. One block in five, chosen by its name, goes to the held-out file with all its templates: accuracy there is on
templates never seen in training. Rows carry the block's name and the `case`: what sets the pair apart."""
import argparse
import collections
import hashlib
import json
import os
import random
import re

from hard_cases_words import CLASHES, DETAILS, IMPLIES, NUMBERS, RECURRING, SPEAKERS, TIMES, draw, kind, relation, write

FOLDER = os.path.dirname(os.path.abspath(__file__))
SLOT = re.compile(r"\{([a-z0-9.]+)\}")
LABELS = {"e": "entailment", "n": "neutral", "c": "contradiction"}
OPPOSITE = {"+": "-!", "-": "+", "!": "+"}

Block = collections.namedtuple("Block", "name clash swap lines")
"""Templates that belong together: `lines` are (mark, template); see hard_cases.txt for marks, `clash` and `swap`."""
Written = collections.namedtuple("Written", "text meanings")
"""A filled template and, for each slot (without its form), what it says there."""


def read_blocks(path):
    blocks = []
    with open(path, encoding="utf-8") as lines:
        for line in map(str.strip, lines):
            if not line or line.startswith("#"):
                continue
            if line.startswith("["):
                name, *options = [part.strip() for part in line.strip("[]").split("|")]
                options = {key: value.split() for key, value in (option.split(":") for option in options)}
                blocks.append(Block(name, options.get("clash", []), options.get("swap", []), []))
            else:
                blocks[-1].lines.append((line[0], line[2:]))
    return blocks


def held_out(block):
    return int(hashlib.sha256(block.name.encode()).hexdigest(), 16) % 5 == 0


def values_of(block, rng):
    """One value for each slot of the block, drawn in an order in which {m} and {k} can look at {n}."""
    names = {slot.split(".")[0] for _, template in block.lines for slot in SLOT.findall(template)}
    if names & {"m", "k"}:
        names.add("n")
    values = {}
    for name in sorted(names, key=lambda name: ("nmk".find(name[0]) if name in ("n", "m", "k") else 3, name)):
        values[name] = draw(name, rng, values)
    return values


def fill(template, values, rng, coarse=0.0):
    """Fills the slots; each is written coarsely with probability `coarse`, if its kind can be."""
    meanings = {}

    def replace(match):
        slot = match.group(1)
        name = slot.split(".")[0]
        text, meanings[name] = write(slot, values[name], rng, rng.random() >= coarse)
        return text

    text = SLOT.sub(replace, template)
    text = re.sub(r",\s*([,.])", r"\1", text)
    return Written(text, meanings)


def sentence(text):
    return re.sub(r'^("?)(.)', lambda match: match.group(1) + match.group(2).upper(), text)


def clash_weight(block, mark, slot, premise, hypothesis):
    """How a clash of one slot counts: `figure` contradicts, `time` may place another event, `name` is another one."""
    if kind(slot) in NUMBERS or kind(slot) in block.clash and mark == "+":
        return "figure"
    if kind(slot) in TIMES:
        return "time"
    if kind(slot) == "person" and any(a == b and a for a, b in zip(premise, hypothesis)):
        return "figure"  # another name in the same post, or the same person in another post
    return "name"


def judge(block, mark, premise, hypothesis, opposed):
    """The label of a hypothesis under its mark, given a premise: two filled templates that say the same (or, if
    `opposed`, the contrary) of their slots. Returns label and case, or None where people would not agree on one."""
    shared = {slot: relation(premise.meanings[slot], hypothesis.meanings[slot])
              for slot in hypothesis.meanings if slot in premise.meanings}
    clashing = [slot for slot, how in shared.items() if how == CLASHES]
    weights = [clash_weight(block, mark, slot, premise.meanings[slot], hypothesis.meanings[slot]) for slot in clashing]
    agreed = [slot for slot, how in shared.items() if how == IMPLIES]
    times, figures = weights.count("time"), weights.count("figure")
    anchored = any(kind(slot) not in NUMBERS for slot in agreed)
    if "name" in weights or times > 1 or times and (figures or opposed):
        sure = "name" in weights or times > 1 or opposed or "city" in clashing
        return ("n", "other event") if sure else None
    if opposed:
        return ("c", "opposite outcome") if anchored else None
    if times:
        firm = [slot for slot in agreed if premise.meanings[slot] == hypothesis.meanings[slot]
                and kind(slot) not in RECURRING]
        if clashing[0] == "city":
            return ("c", "place") if len(firm) > 1 else None
        return ("c", "day") if any(kind(slot) not in TIMES for slot in firm) else ("n", "other event")
    if figures:
        return ("c", "name" if kind(clashing[0]) not in NUMBERS else "figure") if anchored else None
    if not anchored:
        return None
    if all(shared.get(slot) == IMPLIES for slot in hypothesis.meanings):
        return "e", "reworded"
    return "n", "coarser" if all(slot in shared for slot in hypothesis.meanings) else "detail added"


def altered(block, values, rng):
    """A copy of the values with nothing, one figure, one name, several things, or two names exchanged."""
    values = dict(values)
    names = list(values)
    how = rng.choice(["same", "same", "one", "one", "several", "swap"])
    if how == "swap" and block.swap:
        a, b = block.swap
        values[a], values[b] = values[b], values[a]
        return values, True
    chosen = [] if how == "same" else rng.sample(names, min(len(names), 1 if how == "one" else rng.randint(2, 4)))
    fresh = {name: values[name] for name in names}
    for name in sorted(chosen, key=lambda name: ("nmk".find(name), name)):
        if name in ("m", "k"):
            continue
        new = draw(name, rng, {other: value for other, value in fresh.items() if other not in ("n", "m", "k")})
        if kind(name) == "person" and rng.random() < 0.5:
            new = (*new[:2], values[name][2]) if rng.random() < 0.6 else (*values[name][:2], new[2])
        elif kind(name) in ("n", "money", "pct") and rng.random() < 0.5:
            near = values[name] * rng.choice([0.75, 0.9, 0.95, 1.05, 1.1, 1.3])
            new = round(near, 1) if kind(name) != "n" else max(2, round(near) + (round(near) == values[name]))
        values[name] = new
    if "m" in values and values["m"] >= values.get("n", 1 << 40):
        values["m"] = draw("m", rng, {"n": values["n"]})
    return values, False


def fact_premise(block, mark, template, hypothesis, values, rng):
    """One random premise for a hypothesis made of a fact line: (label, case, text), or None."""
    changed, swapped = altered(block, values, rng)
    premise_mark, premise_template = rng.choice(block.lines)
    if rng.random() < 0.2:
        premise_mark, premise_template = mark, template
    premise = fill(premise_template, changed, rng, coarse=rng.choice([0, 0, 0.5]))
    same_line = premise_template == template
    if swapped:
        alike = premise_mark == mark and premise_mark != "!" or same_line
        both = all(slot in written.meanings for slot in block.swap for written in (premise, hypothesis))
        verdict = ("c", "roles exchanged") if alike and both and mark != "?" else None
    elif same_line or premise_mark == mark and mark in "+-":
        verdict = judge(block, mark, premise, hypothesis, opposed=False)
    elif premise_mark in OPPOSITE.get(mark, ""):
        verdict = judge(block, mark, premise, hypothesis, opposed=True)
    elif premise_mark == "?" and mark != "?":
        verdict = "n", "not yet so"
    else:
        verdict = None
    return verdict and (*verdict, premise.text)


def set_premise(block, hypothesis, values, rng):
    """One random premise for the hypothesis of a set."""
    mark, template = rng.choice([line for line in block.lines if line[0] != "h"])
    if rng.random() < 0.1:
        names = [name for name in values if kind(name) not in NUMBERS and name in hypothesis.meanings]
        if len(names) >= 2:  # a name or place alone may be part of what contradicts
            values = {**values, **{name: draw(name, rng, {name: values[name]}) for name in names}}
            return "n", "other event", fill(template, values, rng).text
    return mark, block.name, fill(template, values, rng).text


def furnish(label, premise, hypothesis, rng, others):
    """Adds what does not decide: who said it, a detail, a sentence about something else. A detail that only the
    hypothesis has makes an entailment neutral."""
    detail, plain = ", " + rng.choice(DETAILS), '"' not in premise + hypothesis
    speaker = rng.choice(SPEAKERS)
    if plain and rng.random() < 0.2 and not re.search(r"\b(said|found|report|study)\b", premise):
        premise = f"{speaker} {premise}" if rng.random() < 0.5 else f"{premise[:-1]}, {speaker}."
    if plain and rng.random() < 0.35:
        premise = premise[:-1] + detail + "."
        if rng.random() < 0.4:
            hypothesis = hypothesis[:-1] + detail + "."
    elif plain and label != "e" and rng.random() < 0.08:
        hypothesis = hypothesis[:-1] + detail + "."
    premise, hypothesis = sentence(premise), sentence(hypothesis)
    if rng.random() < 0.12:
        other = sentence(rng.choice(others))
        premise = f"{premise} {other}" if rng.random() < 0.6 else f"{other} {premise}"
    return premise, hypothesis


def triple(block, rng, others):
    """A hypothesis with one premise of each label, as rows; empty if 80 draws did not bring all three. Of the cases
    that came up for a label one is taken, the rare as readily as the common."""
    values = values_of(block, rng)
    is_set = block.lines[0][0] == "h"
    mark, template = block.lines[0] if is_set else rng.choice([line for line in block.lines if line[0] in "+-+-+-!"])
    hypothesis = fill(template, values, rng, coarse=0 if is_set else rng.choice([0, 0, 0.4]))
    found = collections.defaultdict(dict)
    for _ in range(80):
        drawn = set_premise(block, hypothesis, values, rng) if is_set else \
            fact_premise(block, mark, template, hypothesis, values, rng)
        if drawn and drawn[2] != hypothesis.text:
            label, case, text = drawn
            found[label].setdefault(case, text)
    if len(found) < len(LABELS):
        return []
    rows = []
    for label, cases in found.items():
        case, text = rng.choice(list(cases.items()))
        premise, second = furnish(label, text, hypothesis.text, rng, others)
        rows.append({"premise": premise, "hypothesis": second, "label": LABELS[label],
                     "source": f"hard/{block.name}", "case": case})
    return rows


def generate(blocks, wanted, rng):
    """About `wanted` rows, the same number from each block; no pair twice."""
    others = [fill(template, values_of(block, rng), rng).text
              for block in blocks for mark, template in block.lines[:2] for _ in range(20)]
    rows, seen = [], set()
    for block in blocks:
        made = tries = 0
        while made < wanted / len(blocks) and tries < wanted:
            tries += 1
            new = [row for row in triple(block, rng, others) if (row["premise"], row["hypothesis"]) not in seen]
            seen.update((row["premise"], row["hypothesis"]) for row in new)
            rows, made = rows + new, made + len(new)
    rng.shuffle(rows)
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=15000)
    parser.add_argument("--held-out-rows", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True)
    parser.add_argument("--held-out", required=True)
    args = parser.parse_args()
    blocks = [block for name in ("hard_cases.txt", "hard_cases_sets.txt")
              for block in read_blocks(os.path.join(FOLDER, name))]
    for path, chosen, wanted in ((args.out, [block for block in blocks if not held_out(block)], args.rows),
                                 (args.held_out, [block for block in blocks if held_out(block)], args.held_out_rows)):
        rows = generate(chosen, wanted, random.Random(args.seed))
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        print(path, len(rows), "rows from", len(chosen), "blocks;",
              dict(collections.Counter(row["label"] for row in rows)))


if __name__ == "__main__":
    main()

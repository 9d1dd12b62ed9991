#!/usr/bin/env python3
"""Rows that teach the relation model values: of a pair that agrees, one value that both state is changed on one side.

    exchange_values.py ROWS.jsonl[.gz] ... --exchanged OUT.jsonl --rounded OUT.jsonl [--seed 5]

A figure, weekday, month, year, city or country exchanged for another makes the pair contradict; a figure rounded and led by "about",
"nearly", "more than" leaves it in agreement. Weekdays are mostly left alone: reports date who said something, not what happened."""
import argparse
import gzip
import json
import random
import re

NUMBERS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April June July August September October November December".split()
CITIES = """London Paris Berlin Moscow Vienna Geneva Brussels Madrid Rome Lisbon Oslo Stockholm Copenhagen Helsinki Warsaw Prague Budapest
    Athens Istanbul Ankara Cairo Nairobi Lagos Accra Dakar Tunis Algiers Rabat Tokyo Osaka Seoul Beijing Shanghai Delhi Mumbai Karachi
    Dhaka Bangkok Jakarta Manila Sydney Melbourne Auckland Toronto Montreal Vancouver Boston Chicago Miami Houston Dallas Denver Seattle
    Atlanta Detroit Lima Quito Santiago Montevideo Caracas Havana Zurich Hamburg Munich Milan Naples Turin Lyon Marseille Barcelona
    Valencia Seville Porto Dublin Edinburgh Glasgow Manchester Liverpool Birmingham Leeds Bristol Cardiff Belfast Kyiv Minsk Riga Tallinn
    Vilnius Sofia Bucharest Belgrade Zagreb Ljubljana Doha Dubai Riyadh Amman Beirut Baghdad Tehran Kabul""".split()
COUNTRIES = """Norway Sweden Denmark Finland Germany France Spain Portugal Italy Austria Poland Hungary Greece Turkey Egypt Kenya Nigeria
    Ghana Senegal Tunisia Morocco Japan China India Pakistan Thailand Indonesia Australia Canada Mexico Brazil Chile Peru Colombia
    Argentina Ireland Scotland Wales England Ukraine Romania Bulgaria Serbia Croatia Slovenia Qatar Jordan Lebanon Iraq Iran Belgium
    Switzerland Netherlands Iceland Estonia Latvia Lithuania""".split()
LISTS = {"day": DAYS, "month": MONTHS, "city": CITIES, "country": COUNTRIES}
KINDS = {"number": "number", "year": "date", "day": "date", "month": "date", "city": "place", "country": "place"}
TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[A-Za-zÀ-ÿ’'-]+")
MODIFIED = re.compile(r"(about|around|some|roughly|nearly|almost|over|than|least|most|to|of|from|between|and|\$|£|€|-)\s*$", re.I)


def values(text):
    """(type, value) to the places where the text states it: (start, end, word)."""
    found = {}
    for match in TOKEN.finditer(text):
        word, start = match[0].rstrip(","), match.start()
        end = start + len(word)
        if word[0].isdigit():
            part_of_more = start and text[start - 1] in ".-–:/" or text[end : end + 1] in (":", "/", "–", "-")
            if part_of_more or re.match(r"(st|nd|rd|th)\b", text[end:]):
                continue
            key = ("year" if re.fullmatch(r"(1[89]|20)\d\d", word) else "number", word.replace(",", ""))
        elif word.lower() in NUMBERS:
            key = ("number", str(NUMBERS.index(word.lower()) + 2))
        else:
            kind = next((kind for kind, words in LISTS.items() if word in words), None)
            if kind is None or kind == "day" and random.random() > 0.35:
                continue
            key = (kind, word)
        found.setdefault(key, []).append((start, end, word))
    return found


def other_number(word):
    whole, point, rest = word.replace(",", "").partition(".")
    if point:
        return f"{float(whole + '.' + rest) * random.choice([0.4, 0.6, 0.7, 1.4, 1.7, 2.2]):.{len(rest)}f}"
    n = int(whole)
    if n <= 3:
        changed = n + random.choice([1, 2, 3, 4])
    elif n <= 30:
        changed = max(1, n + random.choice([-1, 1]) * random.randint(max(1, n // 4), max(2, n)))
    else:
        step = 10 ** (len(whole) - len(whole.rstrip("0")))
        changed = round(n * random.choice([0.3, 0.45, 0.6, 0.75, 1.3, 1.5, 1.8, 2.5, 4]) / step) * step
    changed = changed if changed != n else n + 1 + n // 3
    return f"{changed:,}" if "," in word else str(changed)


def other(kind, value, word):
    if kind == "year":
        return str(int(value) + random.choice([-7, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 7]))
    if kind != "number":
        return random.choice([w for w in LISTS[kind] if w != word])
    if word[0].isdigit():
        return other_number(word)
    n = int(value)
    changed = random.choice([w for i, w in enumerate(NUMBERS) if abs(i + 2 - n) >= max(1, n // 4)][:12])
    return changed.capitalize() if word[0].isupper() else changed


def shared(a, b):
    """Values that both state, and where b does, if only once."""
    one, two = values(a), values(b)
    return [(*key, *two[key][0]) for key in one if len(two.get(key, ())) == 1]


def exchanged(a, b):
    for kind, value, start, end, word in shared(a, b):
        new = other(kind, value, word)
        if new not in (word, *a.split()):
            yield {"a": a, "b": b[:start] + new + b[end:], "label": "contradict", "kind": KINDS[kind]}


def rounded(a, b):
    for kind, value, start, end, word in shared(a, b):
        if kind != "number" or not word.replace(",", "").isdigit() or MODIFIED.search(b[:start]) or b[end : end + 1] == "%":
            continue
        n = int(value)
        near = round(n, 1 - len(value) + (len(value) > 2)) if n >= 23 else n
        if near != n:
            lead = random.choice(["about", "around", "some", "roughly"] + (["nearly", "almost"] if near > n else ["more than", "over"]))
            yield {"a": a, "b": f"{b[:start]}{lead} {near:,}{b[end:]}", "label": "agree"}


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("rows", nargs="+")
    args.add_argument("--exchanged", required=True)
    args.add_argument("--rounded", required=True)
    args.add_argument("--seed", type=int, default=5)
    args = args.parse_args()
    random.seed(args.seed)
    pairs = []
    for path in args.rows:
        with (gzip.open if path.endswith(".gz") else open)(path, "rt") as file:
            pairs += [(row["a"], row["b"]) for row in map(json.loads, file) if row["label"] == "agree"]
    for path, change in ((args.exchanged, exchanged), (args.rounded, rounded)):
        with open(path, "w") as out:
            for a, b in pairs:
                rows = list(change(*random.sample((a, b), 2)))
                if rows:
                    out.write(json.dumps(random.choice(rows)) + "\n")


main()

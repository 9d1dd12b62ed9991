"""What fills the slots of hard_cases.txt, how it is written, and what one way of writing it says about another.

A value is drawn once for each slot of a pair and written anew for each sentence: exactly ("43"), or more coarsely
("more than 40"). What is written has a meaning, and `relation` tells whether one meaning implies another. All names
of people, companies, clubs, ships and laws are made up; cities and countries are real, what is said of them is not."""
import math

FIRST = """Anna Paul Miriam Tomas Leila Victor Nadia Henrik Carmen Samuel Ingrid Rafael Yuki Omar Helena
Marcus Priya Jonas Amina Stefan Lucia Daniel Farah Erik Teresa Karim Julia Andre Mei Oscar Zanele Peter Olga
Hassan Clara Bruno Ada Kofi Sunita Walter Irina Luis Fatima George Elena Viktor Naomi Ahmed Sofia Martin""".split()
LAST = """Roth Weiss Okafor Lindqvist Haddad Moreau Petrov Tanaka Alvarez Novak Brandt Mensah Costa Fischer
Rahman Keller Ibarra Sorensen Dube Kowalski Marchetti Nguyen Aydin Sharma Whitfield Ortega Laurent Bakker
Kimura Osei Varga Doyle Hale Farrow Mistry Quintero Salim Berg Nakamura Castell Adeyemi Romero Lund Karimi
Pereira Holt Banerjee Szabo Demir Achterberg""".split()
ROLES = """finance minister|foreign minister|interior minister|health minister|mayor|police chief|governor|prosecutor|
opposition leader|deputy prime minister|party chairman|trade commissioner|head of the election board|army chief|
energy minister|education minister|central banker|senator|ambassador|head of the port authority""".replace("\n", "")
CITIES = """Kazan/Russia Perm/Russia Omsk/Russia Lyon/France Nantes/France Lille/France Leipzig/Germany
Bremen/Germany Dresden/Germany Turin/Italy Bari/Italy Genoa/Italy Seville/Spain Bilbao/Spain Malaga/Spain
Izmir/Turkey Adana/Turkey Bursa/Turkey Pune/India Nagpur/India Jaipur/India Lahore/Pakistan Multan/Pakistan
Basra/Iraq Mosul/Iraq Kirkuk/Iraq Kano/Nigeria Ibadan/Nigeria Enugu/Nigeria Kisumu/Kenya Mombasa/Kenya
Recife/Brazil Manaus/Brazil Curitiba/Brazil Cordoba/Argentina Rosario/Argentina Puebla/Mexico Merida/Mexico
Osaka/Japan Sendai/Japan Nagoya/Japan Busan/South_Korea Daegu/South_Korea Medan/Indonesia Surabaya/Indonesia
Cebu/Philippines Davao/Philippines Krakow/Poland Gdansk/Poland Lodz/Poland Odesa/Ukraine Lviv/Ukraine
Kharkiv/Ukraine Bristol/Britain Leeds/Britain Cardiff/Britain Denver/United_States Tucson/United_States
Memphis/United_States Perth/Australia Hobart/Australia Durban/South_Africa Aleppo/Syria Homs/Syria
Khulna/Bangladesh Sylhet/Bangladesh Mandalay/Myanmar Arequipa/Peru Cali/Colombia Medellin/Colombia
Oulu/Finland Bergen/Norway Malmo/Sweden Aarhus/Denmark Porto/Portugal Patras/Greece Ghent/Belgium
Utrecht/Netherlands""".split()
THE = {"United States", "Philippines", "Netherlands"}
COUNTRIES = """Albania Bolivia Chile Ecuador Egypt Estonia Georgia Ghana Hungary Iceland Jordan Kenya Latvia
Lebanon Malta Mongolia Morocco Nepal Panama Poland Romania Senegal Serbia Slovenia Tunisia Uganda Uruguay
Vietnam Zambia Armenia""".split()
COMPANIES = [f"{name} {trade}" for name in """Norvik Harrow Lindell Castor Meridian Ostrava Belmont Tarn Quill Aldane
             Voss Kestrel Marlow Sable Orrin Dunmore""".split()
             for trade in "Steel Bank Foods Motors Energy Airlines Pharma Telecom".split()]
CLUBS = [f"{name} {suffix}" for name in """Harwick Norton Calder Elmsford Ravenhill Stanmoor Oakley Brigsted Thornbury
         Wexcombe""".split() for suffix in "United Rovers City Athletic".split()]

CHOICES = {name: text.replace("\n", "").split("|") for name, text in {
    "union": """the dockers' union|the teachers' union|the nurses' union|the rail union|the miners' union|
the pilots' union|the postal union|the bus drivers' union|the metalworkers' union|the cleaners' union""",
    "ministry": """the finance ministry|the transport ministry|the interior ministry|the regional government|
the city council|the provincial assembly""",
    "party": """the Reform Party|the Centre Alliance|the Green League|the Workers' Front|the National Union|
the Liberal Bloc|the Farmers' Party|the Civic List""",
    "crime": "fraud|manslaughter|bribery|arson|tax evasion|perjury|embezzlement|spying|kidnapping|money laundering",
    "affair": """the leaked recordings|a scandal over party funds|the failed rescue plan|a row about school meals|
the cost of a villa|claims of bullying|the loss of secret files|an undeclared loan|the delayed flood warning""",
    "cause": """an electrical fault|arson|a gas leak|a lightning strike|a discarded cigarette|a chemical reaction|
an overheated battery|human error|brake failure|heavy fog""",
    "arm": "knife|rifle|hammer|crossbow|pistol|machete|bottle|shotgun|home-made bomb",
    "goods": "cars|washing machines|toys|smoke alarms|bicycles|car seats|laptops|kettles|heart pumps|ladders",
    "crop": "wheat|rice|beef|coffee|milk powder|copper|soya beans|palm oil|tomatoes|cocoa|frozen fish|sugar",
    "fault": """a cracked window|faulty brakes|an oil leak|smoke in the cabin|a software error|a loose cable|
a bird strike|a burst pipe|a broken sensor""",
    "law": """the water bill|the new tax on sugar|the pension reform|the press law|the ban on night flights|
the hunting act|the housing bill|the data law|the asylum bill|the plan for a second stadium|the mining tax""",
    "ship": """the ferry Aurora|the tanker Halden|the trawler Marigold|the freighter Ostara|the ferry Northern Star|
the tanker Bright Venture|the tug Samson|the freighter Calypso""",
    "hiker": "hiker|climber|schoolboy|tourist|farmer|skier|diver|shepherd|cyclist|miner",
    "month": "January|February|March|April|May|June|July|August|September|October|November|December",
}.items()}
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()

DETAILS = """in the second such case this year|as crowds gathered outside|after weeks of rumours|
before television cameras|for the first time in nine years|while heavy rain was falling|to the surprise of many|
a few hours after a similar report|at the end of a long night|only days before a national holiday|
in spite of a warning from neighbours|
despite earlier doubts|following months of debate|with the army standing by|under the eyes of foreign visitors|
hours after the power had come back|to the relief of local traders|amid talk of an early election""".replace("\n", "")
DETAILS = [detail.strip() for detail in DETAILS.split("|")]
SPEAKERS = """officials said|police said|a spokeswoman said|local media reported|the government said in a statement|
witnesses said|state television reported|the news agency reported|people at the scene said|authorities confirmed"""
SPEAKERS = [speaker.strip() for speaker in SPEAKERS.split("|")]

IMPLIES, OPEN, CLASHES = "implies", "open", "clashes"
NUMBERS = ("n", "m", "k", "money", "pct", "hours", "km", "age", "quake", "score", "year", "month")
"""Slots that measure something: another figure for the same event contradicts."""
TIMES = ("day", "date", "city")
"""Slots that place an event: one changed contradicts where something else names the event; two make it another."""

RECURRING = ("cause", "crime", "goods", "fault", "affair", "hiker", "month", "arm")
"""Slots that many events of a kind share: alone they do not show that two sentences tell of the same one."""


def kind(slot):
    """The kind of a slot: its name without form and number (`company2.plain` is a company)."""
    return slot.split(".")[0].rstrip("0123456789")


def draw(slot, rng, values):
    """A value for a slot, unlike those of the same kind in `values`."""
    while True:
        value = DRAWS.get(kind(slot), lambda rng, _: rng.choice(CHOICES[kind(slot)]))(rng, values)
        if all(kind(other) != kind(slot) or distinct(value, known) for other, known in values.items()):
            return value


def distinct(a, b):
    """Whether two values of a kind differ in each of their parts: two people in both names and in their post."""
    if isinstance(a, (int, float)):
        near = min(a, b) < 12 and isinstance(a, int) or 1900 < min(a, b) < 2100
        return a != b if near else abs(a - b) > 0.25 * max(a, b)
    return all(x != y for x, y in zip(a, b)) if isinstance(a, tuple) else a != b


def count(rng, values):
    if "n" in values:
        raise KeyError("draw n first")
    return rng.choice([rng.randint(4, 20), rng.randint(13, 99), rng.randint(13, 99), rng.randint(100, 999),
                       rng.randint(1000, 9000)])


def another_count(rng, values):
    """For {k}: neither {n} nor {m}, of the same order."""
    n, m = values["n"], values.get("m", 0)
    while True:
        k = max(2, round(values.get("m", n) * rng.uniform(0.3, 3)))
        if abs(k - n) > 0.2 * n and abs(k - m) > 0.2 * m and k < n * 3:
            return k


DRAWS = {
    "n": count,
    "m": lambda rng, values: rng.randint(2, max(2, round(values["n"] * 0.7))),
    "k": another_count,
    "money": lambda rng, _: round(rng.choice([rng.uniform(1.1, 9.9), rng.uniform(10, 99), rng.uniform(100, 990)]), 1),
    "pct": lambda rng, _: round(rng.choice([rng.uniform(0.4, 9.9), rng.uniform(3, 48)]), 1),
    "hours": lambda rng, _: rng.randint(2, 30),
    "km": lambda rng, _: rng.randint(3, 90),
    "age": lambda rng, _: rng.randint(14, 88),
    "quake": lambda rng, _: round(rng.uniform(3.5, 7.9), 1),
    "year": lambda rng, _: rng.randint(1951, 2024),
    "score": lambda rng, _: (lambda b: (b + rng.randint(1, 4), b))(rng.randint(0, 3)),
    "day": lambda rng, _: rng.choice(DAYS),
    "date": lambda rng, _: (rng.randint(1, 28), rng.choice(CHOICES["month"])),
    "city": lambda rng, _: tuple(rng.choice(CITIES).replace("_", " ").split("/")),
    "country": lambda rng, _: rng.choice(COUNTRIES),
    "person": lambda rng, _: (rng.choice(FIRST), rng.choice(LAST), rng.choice(ROLES.split("|"))),
    "company": lambda rng, _: rng.choice(COMPANIES),
    "club": lambda rng, _: rng.choice(CLUBS),
}


def relation(premise, hypothesis):
    """What the meaning of a slot in the premise says of its meaning in the hypothesis.

    A meaning is an interval of numbers, or a tuple of parts of which the coarser writing leaves some None."""
    if all(isinstance(part, (int, float)) for part in premise):
        if premise[0] > hypothesis[1] or premise[1] < hypothesis[0]:
            return CLASHES
        return IMPLIES if hypothesis[0] <= premise[0] and premise[1] <= hypothesis[1] else OPEN
    shared = [(a, b) for a, b in zip(premise, hypothesis) if a is not None and b is not None]
    if any(a != b for a, b in shared):
        return CLASHES
    if not shared:
        return OPEN
    return IMPLIES if all(b is None or a is not None for a, b in zip(premise, hypothesis)) else OPEN


def figure(value):
    """Digits with a comma from 1,000 (years apart)."""
    return f"{value:,.1f}".removesuffix(".0") if isinstance(value, float) else f"{value:,}"


def bounds(value, rng, exact):
    """Writes a number exactly, or as a bound or a round figure: the words before it, the number, its interval."""
    if exact:
        return "", value, (value, value)
    step = 10 ** max(0, math.floor(math.log10(max(value, 1))) - (0 if value < 200 else rng.randint(0, 1)))
    step = step if isinstance(value, int) or value >= 10 else 1
    low, high = int(value // step * step), int(-(-value // step) * step)
    if low == high or low == 0:
        low = high = 0
    style = rng.choice(["more than", "over", "at least", "about", "around", "nearly", "fewer", "up to"])
    if low == 0 or style == "fewer" and isinstance(value, float):
        words = ["at least ", "no fewer than "] if isinstance(value, int) else ["at least "]
        return rng.choice(words), value, (value, math.inf)
    if style in ("more than", "over", "at least"):
        return style + " ", low, (low + (style != "at least") * 1e-3, math.inf)
    if style in ("fewer", "up to"):
        return ("fewer than " if style == "fewer" else "up to "), high, (0, high - (style == "fewer") * 1e-3)
    near = high if style == "nearly" or value - low > high - value else low
    if style == "nearly":
        return "nearly ", near, (near - 0.5 * step, near - 1e-3)
    return style + " ", near, (near - 0.5 * step, near + 0.5 * step)


def write(slot, value, rng, exact=True):
    """Text and meaning of a slot's value. Not exact: a coarser writing where its kind and form have one."""
    name, _, form = slot.partition(".")
    writer = WRITERS.get(kind(name))
    if writer is None:
        return value, (value,)
    return writer(value, form, rng, exact)


def write_count(value, form, rng, exact):
    rounded = 10 ** max(1, len(str(value)) - 1)
    made = {"above": value + max(1, round(value * rng.uniform(0.02, 0.3))),
            "below": max(1, round(value * rng.uniform(0.3, 0.8))),
            "double": value * rng.randint(2, 4) + 1,
            "round": round(value, -int(math.log10(max(10, value)))) or value,
            "belowround": max(1, (value - 1) // rounded * rounded or value - 2),
            "aboveround": (value // rounded + 1) * rounded}
    if form:
        return figure(made[form]), (made[form], made[form])
    before, shown, meaning = bounds(value, rng, exact)
    spelt = SMALL[shown] if shown <= 12 and rng.random() < 0.6 else figure(shown)
    return before + spelt, meaning


def write_money(value, form, rng, exact):
    value = round(value / 2, 1) if form == "half" else value
    if form == "unit":
        return f"${figure(int(value * 40))}", (value, value)
    before, shown, meaning = bounds(value, rng, exact)
    return before + rng.choice(["${} million", "${} million", "{} million dollars"]).format(figure(shown)), meaning


def write_pct(value, form, rng, exact):
    before, shown, meaning = bounds(value, rng, exact)
    return before + figure(shown) + rng.choice(["%", " percent", " per cent"]), meaning


def write_hours(value, form, rng, exact):
    before, shown, meaning = bounds(value, rng, exact)
    spelt = SMALL[shown] if shown <= 12 else figure(shown)
    return f"{before}{spelt} {form or 'hours'}", meaning


def write_km(value, form, rng, exact):
    before, shown, meaning = bounds(value, rng, exact)
    return before + figure(shown) + rng.choice([" km", " kilometres"]), meaning


def write_score(value, form, rng, exact):
    a, b = value
    text = {"": f"{a}-{b}", "lost": f"{b}-{a}", "drawn": f"{b}-{b}"}[form]
    return text, (value,)


def write_day(value, form, rng, exact):
    if form == "bare":
        return value, (value, "week")
    if not exact:
        return rng.choice(["this week", "earlier this week", "in recent days"]), (None, "week")
    return f"on {value}", (value, "week")


def write_date(value, form, rng, exact):
    text = rng.choice(["{0} {1}", "{1} {0}"]).format(*value)
    return (text if form == "bare" else f"on {text}"), value


def write_city(value, form, rng, exact):
    city, country = value
    state = f"the {country}" if country in THE else country
    if form == "country":
        return state, (None, country)
    if not exact and form in ("in", "near"):
        return f"in {state}", (None, country)
    if form in ("", "plainin"):
        return (f"in {city}" if form else city), value
    lead = "in" if form == "in" else "near"
    return rng.choice([f"{lead} {city}", f"{lead} {city}", f"{lead} {city}, {state}"]), value


def write_person(value, form, rng, exact):
    first, last, role = value
    if form == "plain":
        return f"{first} {last}", (f"{first} {last}",)
    if not exact:
        return f"the {role}", (None, role)
    if role.startswith("head of"):
        return f"{first} {last}, the {role},", (f"{first} {last}", role)
    return rng.choice([f"{first} {last}, the {role},", f"{role.title()} {first} {last}", f"the {role}, {first} {last},"]
                      ), (f"{first} {last}", role)


WRITERS = {"n": write_count, "m": write_count, "k": write_count, "money": write_money, "pct": write_pct,
           "hours": write_hours, "km": write_km, "score": write_score, "day": write_day, "date": write_date,
           "city": write_city, "person": write_person,
           "age": lambda value, form, rng, exact: (f"{value}-year-old", (value, value)),
           "quake": lambda value, form, rng, exact: (f"{value:.1f}", (value, value)),
           "year": lambda value, form, rng, exact: (str(value), (value, value))}

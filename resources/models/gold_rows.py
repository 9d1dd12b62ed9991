"""How sentences of a gold file meet statements that the program found, as score.py and the example `evaluate` let them."""
import functools
import re

words = functools.cache(lambda s: frozenset(re.findall(r"[^\W_]+", s.lower())))


@functools.cache
def same(a, b):
    """How much two texts are the same sentence, 0 to 1: the share of their words they share, or of the shorter one's."""
    a, b = words(a), words(b)
    if not a or not b:
        return 0.0
    i, m, n = len(a & b), min(len(a), len(b)), max(len(a), len(b))
    return max(i / len(a | b), i / m if m >= 4 and n <= 2.5 * m else 0.0)

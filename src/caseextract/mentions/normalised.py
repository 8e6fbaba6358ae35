"""Text as lexicons see it: same length, so that offsets stay; lower case, plain dashes, spaces and letters."""

from __future__ import annotations

import unicodedata
from functools import cache

DASHES = "-‐‑‒–—−\u00ad"
SPECIAL = {**dict.fromkeys(DASHES, " "), "’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\n": " ", "\t": " "}
SPELLINGS = (
    ("tumor", "tumour"), ("leukemia", "leukaemia"), ("leukemic", "leukaemic"), ("esophag", "oesophag"), ("hemat", "haemat"),
    ("anemia", "anaemia"), ("pediatric", "paediatric"), ("estrogen", "oestrogen"), ("gynec", "gynaec"), ("hemangi", "haemangi"),
    ("hemo", "haemo"), ("hemic", "haemic"), ("edema", "oedema"), ("orthop", "orthop"), ("fiber", "fibre"), ("cecum", "caecum"),
    ("cecal", "caecal"), ("fetal", "foetal"), ("therapy", "theraphy"), ("cytosis", "cytosis"), ("globulinemia", "globulinaemia"),
    ("cythemia", "cythaemia"), ("sulf", "sulph"), ("analog", "analogue"), ("color", "colour"), ("feces", "faeces"), ("myxoid", "myxoid"),
    ("celiac", "coeliac"), ("diarrhea", "diarrhoea"),
)


@cache
def _plain(letter: str) -> str:
    if letter in SPECIAL:
        return SPECIAL[letter]
    base = unicodedata.normalize("NFKD", letter)[0] if ord(letter) > 127 else letter
    return base if len(base) == 1 and base.isalnum() else letter


def plain(text: str) -> str:
    """The text with plain dashes (as blanks), quotes and accents; as long as before."""
    return text.translate({ord(letter): _plain(letter) for letter in set(text)})


def folded(text: str) -> str:
    """`plain` in lower case; as long as before."""
    base = plain(text)
    lower = base.lower()
    return lower if len(lower) == len(base) else "".join(low if len(low := letter.lower()) == 1 else letter for letter in base)


def spellings(term: str) -> tuple[str, ...]:
    """A folded term and its British spelling."""
    british = term
    for american, other in SPELLINGS:
        if american in british and other not in british:
            british = british.replace(american, other)
    return (term,) if british == term else (term, british)

"""Text as lexicons see it: same length, so that offsets stay; lower case, plain dashes, spaces and letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

DASHES = "-‐‑‒–—−\u00ad"
SPECIAL = {
    **dict.fromkeys(DASHES, " "), "’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\n": " ",
    "\t": " ",
}
SPELLINGS = (
    ("tumor", "tumour"), ("leukemia", "leukaemia"), ("leukemic", "leukaemic"), ("esophag", "oesophag"),
    ("hemat", "haemat"),
    ("anemia", "anaemia"), ("pediatric", "paediatric"), ("estrogen", "oestrogen"), ("gynec", "gynaec"),
    ("hemangi", "haemangi"),
    ("hemo", "haemo"), ("hemic", "haemic"), ("edema", "oedema"), ("orthop", "orthop"), ("fiber", "fibre"),
    ("cecum", "caecum"),
    ("cecal", "caecal"), ("fetal", "foetal"), ("therapy", "theraphy"), ("cytosis", "cytosis"),
    ("globulinemia", "globulinaemia"),
    ("cythemia", "cythaemia"), ("sulf", "sulph"), ("analog", "analogue"), ("color", "colour"),
    ("feces", "faeces"), ("myxoid", "myxoid"),
    ("celiac", "coeliac"), ("diarrhea", "diarrhoea"),
)
EPONYMS = (
    "hodgkin", "ewing", "burkitt", "richter", "kaposi", "paget", "bowen", "waldenstrom", "askin", "castleman", "merkel",
    "brenner", "leydig", "sertoli", "klatskin", "barrett", "langerhans", "wilms", "sezary", "hurthle", "warthin",
)
HAS_EPONYM = re.compile("(?:" + "|".join(EPONYMS) + ") ")


class _Plain(dict[int, str]):
    """The plain form of each letter, by its code; found when it is first asked for."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain(chr(code))
        return self[code]


PLAIN = _Plain()


def _plain(letter: str) -> str:
    if letter in SPECIAL:
        return SPECIAL[letter]
    base = unicodedata.normalize("NFKD", letter)[0] if ord(letter) > 127 and not "Ⅰ" <= letter <= "ⅿ" else letter
    return base if len(base) == 1 and base.isalnum() else letter


def plain(text: str) -> str:
    """The text with plain dashes (as blanks), quotes and accents; as long as before."""
    return text.translate(PLAIN)


def folded(text: str) -> str:
    """`plain` in lower case; as long as before."""
    base = plain(text)
    lower = base.lower()
    if len(lower) == len(base):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in base)


@lru_cache(maxsize=4)
def both(text: str) -> tuple[str, str]:
    """`plain` and `folded` of a whole text, which several ask for."""
    return plain(text), folded(text)


def spellings(term: str) -> tuple[str, ...]:
    """A folded term, its British spelling, and both with an eponym in the genitive ("Hodgkin's", "Wilms'")."""
    british = _british(term)
    forms = (term,) if british == term else (term, british)
    if "non " in term:
        forms = (*forms, *(form.replace("non ", "non  ") for form in forms))
    return (*forms, *(form for base in forms for form in _genitives(base)))


def _british(term: str) -> str:
    for american, other in SPELLINGS:
        if american in term and other not in term:
            term = term.replace(american, other)
    return term


def _genitives(term: str) -> Iterator[str]:
    for name in EPONYMS if HAS_EPONYM.search(term) else ():
        at = term.find(f"{name} ")
        if at >= 0 and (at == 0 or not term[at - 1].isalnum()):
            before, after = term[: at + len(name)], term[at + len(name) :]
            yield from (f"{before}'{after}",) if name.endswith("s") else (f"{before}'s{after}", f"{before}s{after}")

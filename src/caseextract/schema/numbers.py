"""Numbers as words, ordinals, digits and Roman numerals."""

from __future__ import annotations

import re

WORDS = {
    "a": 1, "an": 1, "another": 1, "a further": 1, "half": 0.5, "half a": 0.5, "half an": 0.5, "a half": 0.5,
    "one and a half": 1.5, "two and a half": 2.5, "three and a half": 3.5, "four and a half": 4.5, "five and a half": 5.5,
}
UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
ORDINALS = {w: n for n, w in enumerate("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())}
ORDINALS["forth"] = 4
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}


def value_of(word: str) -> float | None:
    """The number that a word or digits mean: "3.5", "two and a half", "twenty-four"."""
    clean = re.sub(r"[- ]+", " ", word.strip().lower()).replace("½", ".5")
    if re.match(r"\d", clean):
        return float(clean.replace(",", "."))
    if clean in WORDS:
        return float(WORDS[clean])
    if clean in UNITS:
        return float(UNITS.index(clean))
    first, _, rest = clean.partition(" ")
    if first in TENS:
        return float(TENS[first] + (UNITS.index(rest) if rest in UNITS else 0))
    return None


def ordinal_of(word: str) -> int | None:
    """The whole number that an ordinal, a word, digits or a Roman numeral mean: "second", "3rd", "IV", "a single"."""
    clean = word.strip().lower()
    digits = re.match(r"\d+", clean)
    if digits:
        return int(digits[0])
    if clean in ORDINALS:
        return ORDINALS[clean]
    if word.strip() in ROMAN:
        return ROMAN[word.strip()]
    if clean in ("front", "single", "a single", "last"):
        return 1 if clean != "last" else None
    value = value_of(clean)
    return int(value) if value is not None and value == int(value) else None

"""Raised characters: powers and isotopes are kept, citation marks are dropped, so that neither is glued to a word."""

from __future__ import annotations

import re

_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_POWER_OF_TEN = re.compile(r"(?<![\d.])10\s*$")
_UNIT = re.compile(r"(?<![A-Za-z])(?:[kcmdµμn]?m|cells?/m|g/m|sec|s|min|h|kg|L|mL|dL)\s*$")
_CITATIONS = re.compile(r"[\[(]?\s*(?:\d{1,3}[a-z]?|[*†‡§¶#]+)(?:\s*[,;–—−-]?\s*(?:\d{1,3}[a-z]?|[*†‡§¶#]+))*\s*,?[\])]?")
_ISOTOPE = re.compile(r"\d{2,3}m?")


def raised(before: str, words: str, after: str = "") -> str:
    """What stands in the text for raised `words` between `before` and `after`; empty for a citation mark."""
    words = words.strip()
    if not words:
        return ""
    if _POWER_OF_TEN.search(before) and re.fullmatch(r"[+−–-]?\d{1,2}", words):
        return words.translate(_RAISED)
    if not re.search(r"\w[\])’'\"”.,;:%]*\s?$", before[-6:]) and _ISOTOPE.fullmatch(words) and after[:1].isupper():
        return words
    if _UNIT.search(before[-12:]) and re.fullmatch(r"[−–-]?[123]", words):
        return words
    if _CITATIONS.fullmatch(words):
        return ""
    return words

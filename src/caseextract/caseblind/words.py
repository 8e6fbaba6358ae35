"""A text as mere words: what is no part of a word is a blank, and one stands before and after the text.

Whether a word stands in it is then a question of a string, " he " for instance, which Python answers at once.
"""

from __future__ import annotations

from functools import lru_cache


def words(text: str, *, in_lower_case: bool) -> str:
    """The bare words of a text, perhaps in lower case."""
    if text.isascii():
        return f" {text.encode().translate(LOWER if in_lower_case else EXACT).decode()} "
    return f" {_other(text, in_lower_case)} "


def bare(letter: str, *, in_lower_case: bool) -> str:
    """A character of a word, perhaps in lower case; a blank for any other."""
    if not letter.isalnum() and letter != "_":
        return " "
    return letter.lower() if in_lower_case else letter


EXACT = bytes(ord(bare(chr(code), in_lower_case=False)) if code < 128 else code for code in range(256))
LOWER = bytes(ord(bare(chr(code), in_lower_case=True)) if code < 128 else code for code in range(256))


class _Letters(dict[int, str]):
    """The bare form of each character, by its code; found when it is first asked for."""

    def __init__(self, in_lower_case: bool) -> None:
        self.in_lower_case = in_lower_case

    def __missing__(self, code: int) -> str:
        self[code] = bare(chr(code), in_lower_case=self.in_lower_case)
        return self[code]


OTHER = {True: _Letters(True), False: _Letters(False)}


@lru_cache(maxsize=256)
def _other(text: str, in_lower_case: bool) -> str:
    return text.translate(OTHER[in_lower_case])

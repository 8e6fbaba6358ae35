"""The floor: spaCy's blank tokenizer and phrase matchers over the same lexicon, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from targets import measure, targets


def load(lexicons: Path) -> Callable[[str], Any]:
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    loose, strict = targets(lexicons)
    matchers = []
    for attribute, terms in (("LOWER", loose), ("ORTH", strict)):
        matcher = PhraseMatcher(nlp.vocab, attr=attribute)
        for kind, names in terms.items():
            matcher.add(kind, [nlp.make_doc(name) for name in names])
        matchers.append(matcher)

    def find(text: str) -> list[Any]:
        doc = nlp(text)
        return [found for matcher in matchers for found in matcher(doc)]

    return find


if __name__ == "__main__":
    measure(load)

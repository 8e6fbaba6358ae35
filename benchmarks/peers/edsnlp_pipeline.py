"""EDS-NLP with the same lexicon, its sentences, its TNM, and its qualifiers (negation, hypothesis, family).

The qualifiers' cues are French: they cost what they cost, whatever the language of the text.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from targets import measure, targets


def load(lexicons: Path) -> Callable[[str], Any]:
    import edsnlp
    import edsnlp.pipes as eds

    nlp = edsnlp.blank("eds")
    nlp.add_pipe(eds.normalizer())
    nlp.add_pipe(eds.sentences())
    loose, strict = targets(lexicons)
    nlp.add_pipe(eds.matcher(terms=loose, attr="LOWER", term_matcher="exact"), name="loose")
    nlp.add_pipe(eds.matcher(terms=strict, attr="TEXT", term_matcher="exact"), name="strict")
    nlp.add_pipe(eds.tnm())
    nlp.add_pipe(eds.negation())
    nlp.add_pipe(eds.hypothesis())
    nlp.add_pipe(eds.family())
    return nlp


if __name__ == "__main__":
    measure(load)

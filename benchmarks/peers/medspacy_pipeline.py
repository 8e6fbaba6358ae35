"""medspaCy with the same lexicon, its sentences (PyRuSH), ConText and section detection with their own rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from targets import measure, targets


def load(lexicons: Path) -> Callable[[str], Any]:
    import medspacy
    from medspacy.ner import TargetRule

    nlp = medspacy.load(medspacy_enable=["medspacy_pyrush", "medspacy_target_matcher", "medspacy_context"])
    nlp.add_pipe("medspacy_sectionizer")
    matcher = nlp.get_pipe("medspacy_target_matcher")
    # its literal rules know no case: the abbreviations are matched whatever their case, as its users have them
    for terms in targets(lexicons):
        matcher.add([TargetRule(name, kind) for kind, names in terms.items() for name in names])
    return nlp


if __name__ == "__main__":
    measure(load)

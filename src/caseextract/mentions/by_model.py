"""Mentions from a statistical model: drugs, tumours and genes that neither lexicon nor rule found.

Any spaCy model with named entities serves, such as scispaCy's `en_ner_bc5cdr_md` or `en_ner_bionlp13cg_md`. It only
adds: where a lexicon or a rule has found something, the model is not heard. What it adds is marked `model` and has no
code; a gene counts only under a name that the lexicon knows, since a record names genes by their approved symbols.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from caseextract.errors import ModelError
from caseextract.knowledge import lexicon
from caseextract.mentions.normalised import folded
from caseextract.schema.mention import Mention
from caseextract.schema.prose import Prose, Sentence
from caseextract.settings import Settings

KINDS = {
    "CHEMICAL": "agent",
    "SIMPLE_CHEMICAL": "agent",
    "DRUG": "agent",
    "CANCER": "tumor",
    "DISEASE": "tumor",
    "GENE": "gene",
    "GENE_OR_GENE_PRODUCT": "gene",
    "PROTEIN": "gene",
}
"""Labels of scispaCy's and other biomedical models, and the kind of mention that each becomes."""
NEOPLASM = re.compile(
    r"(?:cancers?|tumou?rs?|neoplasms?|malignanc(?:y|ies)|leuka?emias?|melanosis"
    r"|(?<!granul)(?<!hemat)(?<!haemat)(?<!glauc)(?<!trach)(?<!xanth)(?<!str)(?<=[a-z]{3})omas?)$",
    re.IGNORECASE,
)
"""How the name of a tumour ends: a model's DISEASE may be any illness."""
NAMES = (
    "agent", "agent_class", "regimen", "supportive", "tumor", "histology", "gene", "gene_family", "fusion", "biomarker", "abbreviation",
)  # fmt: skip
"""Kinds of mention whose words a model does not name anew."""
UNUSED = ("parser", "tagger", "lemmatizer", "attribute_ruler")
CHECKOUT = Path(__file__).parents[3] / "models"
"""The folder `models/` beside `src/`, where the program runs from its checkout."""


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded model and its name with version, as the record's provenance shows it."""

    name: str
    nlp: Any


def models(settings: Settings) -> tuple[Model, ...]:
    """The model that the settings name, or those that lie in `models/`; raises `ModelError`."""
    if settings.model is not None:
        return (_loaded(_place(settings.model)),)
    return tuple(map(_loaded, _within(CHECKOUT)))


def find(prose: Prose, sentences: Sequence[Sentence], models: Iterable[Model], known: Sequence[Mention]) -> list[Mention]:
    """What the models find within the given sentences and nothing of `known` overlaps."""
    taken: dict[int, list[Mention]] = {}
    for mention in known:
        if mention.kind in NAMES:
            taken.setdefault(mention.sentence, []).append(mention)
    found: list[Mention] = []
    for mention in (mention for model in models for mention in _of(model, prose, sentences)):
        place = taken.setdefault(mention.sentence, [])
        if not any(other.start < mention.end and mention.start < other.end for other in place):
            place.append(mention)
            found.append(mention)
    return found


def _of(model: Model, prose: Prose, sentences: Sequence[Sentence]) -> Iterator[Mention]:
    docs = model.nlp.pipe(prose.words(sentence) for sentence in sentences)
    for sentence, doc in zip(sentences, docs, strict=True):
        for entity in doc.ents:
            kind = KINDS.get(entity.label_.upper(), "")
            label = _label(kind, entity.text.strip())
            if label:
                start = sentence.start + entity.start_char + len(entity.text) - len(entity.text.lstrip())
                yield Mention(kind, start, start + len(entity.text.strip()), label, sentence.index, "model")


def _label(kind: str, words: str) -> str:
    """The name under which it is kept; empty where it is not."""
    if len(words) < 3 or not kind or not words[-1].isalnum():
        return ""
    if kind == "gene":
        return _genes().get(folded(words), "")
    if kind == "tumor" and not NEOPLASM.search(words):
        return ""
    return " ".join(words.lower().split())


@cache
def _genes() -> dict[str, str]:
    """Approved symbols by every name of their rows."""
    return {
        folded(name): entry.label
        for entry in lexicon("genes").values()
        for name in (*entry.synonyms, *entry.abbreviations, entry.label)
    }


@cache
def _within(place: Path) -> tuple[str, ...]:
    """The folders of models in a folder; looked for once, since every report asks."""
    return tuple(str(folder) for folder in sorted(place.glob("*/")) if _is_model(folder))


def _is_model(folder: Path) -> bool:
    return (folder / "meta.json").is_file() and (folder / "config.cfg").is_file()


def _place(name: str) -> str:
    """A folder's path or a package's name."""
    for folder in (Path(name), CHECKOUT / name):
        if _is_model(folder):
            return str(folder.resolve())
    if name.isidentifier() and find_spec(name) is not None:
        return name
    raise ModelError(f"{name}: neither the folder of a spaCy model, nor one in models/, nor an installed package; check the name")


@cache
def _loaded(place: str) -> Model:
    import spacy

    try:
        nlp = spacy.load(place, exclude=list(UNUSED))
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).split("\n")[0]
        raise ModelError(f"{place}: the model cannot be loaded ({reason}); was it made for another version of spaCy?") from error
    return Model(f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}", nlp)

"""Prose → mentions: spans that name something, found by lexicon, by rule, and by a model where one is set."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.mentions import (
    bracketed,
    by_abbreviation,
    by_lexicon,
    by_model,
    by_rule,
    by_stem,
    by_symbol,
    overlaps,
    short_forms,
)
from caseextract.mentions.by_model import Model, models
from caseextract.schema.mention import Mention
from caseextract.schema.prose import Prose, Sentence

UNREAD = ("front", "references")


def find(prose: Prose, models: Sequence[Model] = ()) -> tuple[Mention, ...]:
    """All mentions in the sentences that belong to the article's running text, in the order of the text.

    What `models` find is added where nothing else was found.
    """
    sentences = tuple(sentence for sentence in prose.sentences if sentence.section not in UNREAD)
    terms = [*by_lexicon.find(prose, sentences), *bracketed.find(prose, sentences)]
    others = (*by_rule.find(prose, sentences, terms), *short_forms.find(prose, sentences), *by_stem.find(prose, sentences))
    found = overlaps.resolve([*terms, *others, *by_symbol.find(prose, sentences, [*terms, *others])])
    named = by_abbreviation.apply(found, prose)
    added = by_model.find(prose, sentences, models, named)
    return tuple(sorted([*named, *added], key=lambda m: (m.start, m.end, m.kind, m.label)) if added else named)


__all__ = ["Mention", "Model", "Prose", "Sentence", "find", "models"]

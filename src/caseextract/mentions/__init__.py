"""Prose → mentions: spans that name something, found by lexicon, by rule, and by a model where one is set."""

from __future__ import annotations

from caseextract.mentions import bracketed, by_abbreviation, by_lexicon, by_rule, by_stem, overlaps, short_forms
from caseextract.schema.mention import Mention
from caseextract.schema.prose import Prose, Sentence

UNREAD = ("front", "references")


def find(prose: Prose) -> tuple[Mention, ...]:
    """All mentions in the sentences that belong to the article's running text, in the order of the text."""
    sentences = tuple(sentence for sentence in prose.sentences if sentence.section not in UNREAD)
    terms = [*by_lexicon.find(prose, sentences), *bracketed.find(prose, sentences)]
    others = (*by_rule.find(prose, sentences, terms), *short_forms.find(prose, sentences), *by_stem.find(prose, sentences))
    found = overlaps.resolve([*terms, *others])
    return tuple(by_abbreviation.apply(found, prose))


__all__ = ["Mention", "Prose", "Sentence", "find"]

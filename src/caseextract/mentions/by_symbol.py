"""Genes that no lexicon of cancer knows, by their approved symbol, where the words beside it tell that it is a gene's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from caseextract.knowledge import lexicon, says
from caseextract.schema.mention import Mention
from caseextract.schema.prose import Prose, Sentence

SYMBOL = re.compile(r"(?<![\w/-])[A-Z][A-Z0-9]{2,11}(?:-\d)?(?![\w-])")
COUNTS = ("gene", "gene_family", "variant", "alteration")
AROUND = 60
SHORT = 4
"""Letters of a symbol that may also be a word or an abbreviation."""


def find(prose: Prose, sentences: Sequence[Sentence], terms: Sequence[Mention]) -> Iterator[Mention]:
    """Symbols in the sentences where `terms` name an alteration or another gene."""
    told: dict[int, list[Mention]] = {}
    for mention in terms:
        if mention.kind in COUNTS:
            told.setdefault(mention.sentence, []).append(mention)
    short_forms = {known.short for known in prose.abbreviations}
    for sentence in sentences:
        beside = told.get(sentence.index)
        if beside is None or not any(mention.kind in ("variant", "alteration") for mention in beside):
            continue
        for match in SYMBOL.finditer(prose.text, sentence.start, sentence.end):
            if match[0] in short_forms or any(m.start < match.end() and match.start() < m.end for m in beside):
                continue
            if match[0] in lexicon("gene_symbols") and _is_gene(match.start(), match.end(), beside, sentence, prose.text):
                beside.append(Mention("gene", match.start(), match.end(), match[0], sentence.index, "symbol"))
                yield beside[-1]


def _is_gene(start: int, end: int, beside: Sequence[Mention], sentence: Sentence, text: str) -> bool:
    """Whether what stands right behind or before tells so, or it is listed with genes."""
    before, after = text[max(sentence.start, start - AROUND) : start], text[end : min(sentence.end, end + AROUND)]
    if says("gene, said behind", after) or says("alteration in it, said before", before):
        return True
    if end - start <= SHORT and not re.search(r"\d", text[start:end]):
        return False
    genes = [mention for mention in beside if mention.kind == "gene"]
    return any(
        says("listed with genes", text[mention.end : start] if mention.end <= start else text[end : mention.start])
        for mention in genes
        if 0 <= start - mention.end < AROUND or 0 <= mention.start - end < AROUND
    )

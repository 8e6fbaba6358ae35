"""Mentions of the short forms that the report itself defines: what they denote is for `concepts` to say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from caseextract.schema.mention import Mention
from caseextract.schema.prose import Prose, Sentence


def find(prose: Prose, sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """Whole-word occurrences of the report's own short forms, singular or plural, within the given sentences."""
    shorts = {abbreviation.short for abbreviation in prose.abbreviations}
    if not shorts:
        return
    starts = [sentence.start for sentence in sentences]
    longest_first = sorted(map(re.escape, shorts), key=lambda short: (-len(short), short))
    pattern = re.compile(rf"(?<![A-Za-z0-9])({'|'.join(longest_first)})s?(?![A-Za-z0-9])")
    for match in pattern.finditer(prose.text):
        index = bisect_right(starts, match.start()) - 1
        if index >= 0 and match.end() <= sentences[index].end:
            yield Mention("abbreviation", match.start(), match.end(), match[1], sentences[index].index, "abbreviation")

"""Asserted mentions → facts: one module per kind of fact; each stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.facts import duration, response, treatment
from caseextract.schema import Report
from caseextract.schema.fact import Facts
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose


def gather(mentions: Sequence[AssertedMention], prose: Prose, report: Report) -> Facts:
    """All facts that need more than one mention, and the mentions themselves."""
    return Facts(
        treatments=treatment.gather(mentions, prose, report),
        events=response.gather(mentions, prose),
        durations=duration.gather(mentions, prose),
        others=tuple(mentions),
    )

"""What the sentence says of a treatment: given, restarted, stopped, added, switched to, gone before, referred back to."""

from __future__ import annotations

from dataclasses import replace

from caseextract.facts.treatment.scene import DRUGS, Scene
from caseextract.knowledge import phrase, says
from caseextract.schema.fact import Span, TreatmentFact

NEAR, NEARER, NEAREST = 90, 60, 45
"""How many characters before the treatment are read."""


def with_what_is_said(fact: TreatmentFact, scene: Scene, *, of_classes: bool) -> TreatmentFact:
    """The drugs of a course with what stands before and after them; only mere classes refer back."""
    near, after = scene.before(fact.span, NEAR), scene.after(fact.span)
    return replace(
        fact,
        given=(is_given(near, after) or says("given within", scene.text[fact.span.start : fact.span.end])) and (not says("only spoken of", near[-NEARER:]) or says("enrolled in", near)),
        restart=is_restarted(near) or says("restarted after", after),
        stopped=says("stopped before", near) or says("stopped after", after),
        joined=says("added before", near) or says("added after", after),
        switched=says("switched to", near),
        earlier=went_before(_since_the_last_drug(fact.span, scene)) or says("failed, resistant or pretreated after", after),
        anaphoric=of_classes and (refers_back(near) or not near.strip()),
        alone=says("alone", after) or says("only on", near),
    )


def is_given(before: str, after: str) -> bool:
    """Whether the words around a treatment say that it was given."""
    return says("given before", before) or says("given after", after)


def is_restarted(before: str) -> bool:
    """Whether the words right before a treatment say that it was given again."""
    return says("restarted before", before[-NEAREST:])


def went_before(before: str) -> bool:
    """Whether a treatment is named as something past ("after failure of")."""
    return says("went before", before[-NEAR:])


def refers_back(before: str) -> bool:
    """Whether a treatment is named as something known ("during this")."""
    return says("refers back", before)


def _since_the_last_drug(span: Span, scene: Scene) -> str:
    """The words between the drug named before, or the beginning of the sentence, and the treatment."""
    ends = (asserted.mention.end for asserted in scene.of_kind(*DRUGS) if asserted.mention.end <= span.start)
    words = scene.text[max(ends, default=scene.sentence.start) : span.start]
    return phrase("failed, resistant or pretreated after").sub("", words)

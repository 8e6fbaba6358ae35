"""The courses in the order of time, and which of them each sentence names or begins."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from caseextract.assembly.draft import Draft, new_draft
from caseextract.knowledge import says
from caseextract.schema.fact import TreatmentFact

WORDS_BEFORE, SEEN_WITHIN, BRIDGED_WITHIN = 25, 70, 60
"""Characters before a treatment's name that are kept as its words ("subtotal resection")."""


@dataclass
class Timeline:
    """What the story has told so far; `drafts` are in the order of time, not of the text."""

    text: str
    first_sentence: int
    drafts: list[Draft] = field(default_factory=list)
    named: dict[int, list[tuple[TreatmentFact, Draft]]] = field(default_factory=dict)
    """By sentence: the mentions, and the course that each speaks of."""
    created: dict[int, list[Draft]] = field(default_factory=dict)
    """By sentence: the courses that it began."""
    recent: Draft | None = None
    """The course that was begun or given last, as the text goes."""
    announced: bool = False
    """The story has been told; what follows only announces it, and whatever is new in it went before."""
    now: Draft | None = None
    """The first course told before the story went back to the beginning of the disease."""
    heralds: int = 0
    """How many courses the announcements added at the front."""

    @property
    def drugs(self) -> list[Draft]:
        """The courses of drugs."""
        return [draft for draft in self.drafts if draft.is_drug]

    @property
    def current(self) -> Draft | None:
        """The latest course of drugs."""
        return next((draft for draft in reversed(self.drafts) if draft.is_drug), None)

    def words_before(self, fact: TreatmentFact, characters: int) -> str:
        """The words right before a mention, at most so many characters."""
        return self.text[max(0, fact.span.start - characters) : fact.span.start]

    def words_behind(self, fact: TreatmentFact, characters: int) -> str:
        """The words right behind a mention, at most so many characters."""
        return self.text[fact.span.end : fact.span.end + characters]

    def opening(self, fact: TreatmentFact) -> str:
        """How the sentence of a mention begins: the words of it before the mention."""
        return self.text[: fact.span.start].rpartition(". ")[2]

    def created_in(self, sentence: int) -> list[Draft]:
        """The courses that the sentence began."""
        return self.created.get(sentence, [])

    def named_in(self, sentence: int) -> list[tuple[TreatmentFact, Draft]]:
        """The mentions of the sentence with their courses, in the order of the text."""
        return self.named.get(sentence, [])

    def add(self, fact: TreatmentFact, before: Draft | None = None, **changes: object) -> Draft:
        """Begin a course with this mention, at the end or before another; `changes` are its further fields."""
        words = self.text[max(0, fact.span.start - WORDS_BEFORE) : fact.span.end]
        draft = replace(new_draft(fact), words=words, **changes)  # type: ignore[arg-type]
        self.drafts.insert(self._position(before), draft)
        self.created.setdefault(fact.span.sentence, []).append(draft)
        return draft

    def _position(self, before: Draft | None) -> int:
        if self.announced:
            self.heralds += 1
            return self.heralds - 1
        return self.drafts.index(before) if before in self.drafts else len(self.drafts)

    def add_where_told(self, fact: TreatmentFact) -> Draft:
        """Begin a course with this mention: at the end, or before what its own words put later."""
        return self.add(fact, self.now or self._begun_before_it_was_named(fact) or self._first_of_unnumbered(fact) or self._first_before_looking_back(fact))

    def go_back(self, sentence: str) -> None:
        """Go back to where the disease began, if the sentence does, and nothing but what was given on arrival has been told."""
        told = [draft for draft in self.drafts if draft.first.earlier or (draft.first.given and not self._was_on_it(draft.first))]
        if self.now is None and self.drafts and not told and says("history of the disease begins", sentence):
            self.now = self.drafts[0]

    def _was_on_it(self, fact: TreatmentFact) -> bool:
        """Whether the patient was on it when first seen."""
        return says("on it when seen", f"{self.words_before(fact, WORDS_BEFORE)}|{self.words_behind(fact, SEEN_WITHIN)}")

    def _begun_before_it_was_named(self, fact: TreatmentFact) -> Draft | None:
        """The course of the same sentence that this one, named later, went before: "Y was given after failure of X and Z"."""
        grafted = (draft for draft in self.created_in(fact.span.sentence) if draft.modality == "transplant" and fact.agents)
        in_remission = next((draft for draft in grafted if says("in a remission brought by", self.text[draft.first.span.end : fact.span.start])), None)
        if in_remission is not None:
            return in_remission
        cells = [draft for draft in self.created_in(fact.span.sentence) if any(says("engineered cells", name) for name in draft.names)]
        if cells and not fact.names & cells[-1].names and says("bridge right before", self.words_before(fact, BRIDGED_WITHIN)):
            return cells[-1]
        begun = [draft for draft in self.created_in(fact.span.sentence) if draft.is_drug or (draft.modality == "surgery" and fact.agents)]
        if not begun:
            return self._named_before_it(fact)
        if not begun or self.drafts[-1] not in begun:
            return None
        latest = self.drafts[-1]
        if begun[-1] is not latest:
            gap = self.text[begun[-1].first.span.end : fact.span.start]
            return latest if says("list of what went before goes on", gap) else None
        told_back = fact.earlier and says("goes back", self.text[latest.first.span.end : fact.span.start])
        bare = fact.earlier and not fact.given and latest.first.given
        return latest if told_back or bare else None

    def _named_before_it(self, fact: TreatmentFact) -> Draft | None:
        """The latest course, told before and named in the same sentence as given after this one: "X was given following progression on Y"."""
        named = [(one, draft) for one, draft in self.named_in(fact.span.sentence) if draft.is_drug and one.given and not one.earlier]
        if not named or not fact.earlier or named[-1][1] is not self.drafts[-1]:
            return None
        one, draft = named[-1]
        return draft if says("goes back", self.text[one.span.end : fact.span.start]) else None

    def _first_of_unnumbered(self, fact: TreatmentFact) -> Draft | None:
        """The course before which one said to be of the first line belongs."""
        drugs = self.drugs
        if fact.line == 1 and fact.earlier and drugs and all(draft.line is None for draft in drugs):
            return drugs[0]
        return None

    def _first_before_looking_back(self, fact: TreatmentFact) -> Draft | None:
        """The course before which one belongs whose own sentence, later, looks back: "He had previously received X"."""
        if not self.looks_back(fact):
            return None
        sentence = fact.span.sentence
        told = [draft for draft in self.drugs if draft.first.span.sentence < sentence and not draft.is_perioperative and draft.line != 1]
        return next((draft for draft in told if not draft.first.earlier or draft.first.given), None)

    def looks_back(self, fact: TreatmentFact) -> bool:
        """Whether the sentence of a mention goes back to what went before the story so far."""
        return says("sentence looks back", self.text[: fact.span.start].rpartition(". ")[2])

    def is_told_back(self, draft: Draft) -> bool:
        """Whether it went before another course that the same sentence, or one before it, began."""
        if self._first_before_looking_back(draft.first) in self.drafts[self.drafts.index(draft) + 1 :]:
            return True
        begun = self.created_in(draft.first.span.sentence)
        return draft in begun and any(other in begun and other.is_drug for other in self.drafts[self.drafts.index(draft) + 1 :])

    def unite(self, draft: Draft, other: Draft) -> None:
        """Make the mentions and events of the other course those of this one."""
        draft.facts = sorted([*draft.facts, *other.facts], key=lambda fact: fact.span.start)
        for name in ("responses", "progressions", "freedoms", "toxicities", "durations"):
            getattr(draft, name).extend(getattr(other, name))
        self.drafts.remove(other)
        self.recent = draft if self.recent is other else self.recent
        for sentence, named in self.named.items():
            self.named[sentence] = [(fact, draft if told is other else told) for fact, told in named]
        for sentence, begun in self.created.items():
            self.created[sentence] = list(dict.fromkeys(draft if one is other else one for one in begun))

    def move_to_end(self, draft: Draft) -> None:
        """Make it the latest."""
        self.drafts.remove(draft)
        self.drafts.append(draft)

    def before(self, draft: Draft) -> list[Draft]:
        """The courses that went before."""
        return self.drafts[: self.drafts.index(draft)]

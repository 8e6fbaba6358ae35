"""A series of patients: which stretch of the text speaks of which of them, and the facts of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from caseextract import caseblind as re
from caseextract.facts.duration import months_of
from caseextract.schema import Evidence, Patient, Report, Value
from caseextract.schema.fact import DurationFact, Facts, Span, TreatmentFact
from caseextract.schema.patient import Sex
from caseextract.schema.prose import Prose, Sentence

BLANK = re.compile(r"[^\s.]")
"""All but what ends a sentence."""
IN_A_FAMILY = {"father": "man", "mother": "woman", "son": "man", "daughter": "woman", "brother": "man", "sister": "woman", "husband": "man", "wife": "girl", "twin": "man"}
"""What a patient of a family who is called so is in the own story."""
SEX_IN_A_FAMILY: dict[str, Sex] = {who: "male" if word == "man" else "female" for who, word in IN_A_FAMILY.items() if who != "twin"}
CALLED = re.compile(r"\W*(?:(?:and|while|whereas|but) )?(?:the|her|his|an?|one|their) (?:[\w.-]+ ){0,3}?(?P<who>" + "|".join(IN_A_FAMILY) + r")\b", re.I)
OPENING = 60
OF_ALL_ALIKE = re.compile(r"\btwins\b|\bboth (?:aged|were|\d)|\beach aged\b|\b(?:two|three) \d{1,2}[- ]years?[- ]old\b|\bboth (?:[\w-]+ )?(?:patients|cases|men|women|boys|girls),? (?:aged|were)\b", re.I)
EVERYBODY: frozenset[int] = frozenset()
TOLD_OF_SOMEBODY = ("response", "progression")
"""What happened to a tumour, which a sentence that says of nobody whose it is tells of no one."""


@dataclass(frozen=True, slots=True)
class Described:
    """One patient: the report's name for them, and age and sex where a list gives them ("two men, 21 and 24 years")."""

    label: str
    age: float | None = None
    sex: Sex | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `[start, end)` that speak of these patients (by index); of all where there is none."""

    start: int
    end: int
    patients: frozenset[int]
    loose: bool = False
    """A sentence behind those that tell the patients apart which says of nobody whose it is: "Sunitinib may be effective"."""


@dataclass(frozen=True, slots=True)
class Share:
    """A number, or what else a list shares out, at `[start, end)` that is one patient's ("10 and 12 weeks, respectively"); the unit follows the list's last one."""

    start: int
    end: int
    patient: int
    number: float
    last: int
    """Where the last number of the list begins; below 0 for what is no number."""
    list_start: int = -1


@dataclass
class Series:
    """The patients in the order of the text, and what speaks of whom; stretches do not overlap and are in order."""

    patients: list[Described]
    stretches: list[Stretch] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)

    @property
    def numbers(self) -> list[Share]:
        """The shares that are numbers, not things of another kind."""
        return [share for share in self.shares if share.last >= 0]

    def speaks_of(self, patient: int, start: int) -> bool:
        """Whether what begins at `start` is said of this patient, alone or with others."""
        share = next((share for share in self.shares if share.start <= start < share.end), None)
        if share is not None:
            return share.patient == patient
        found = self._stretch(start)
        return found is None or not found.patients or patient in found.patients

    def is_own(self, patient: int, start: int) -> bool:
        """Whether what begins at `start` is said of this patient alone."""
        found = self._stretch(start)
        return found is not None and found.patients == {patient}

    def is_common(self, start: int) -> bool:
        """Whether what begins at `start` is said of all."""
        found = self._stretch(start)
        return found is None or not found.patients

    def _stretch(self, start: int) -> Stretch | None:
        index = bisect_right(self.stretches, start, key=lambda stretch: stretch.start) - 1
        return self.stretches[index] if index >= 0 and start < self.stretches[index].end else None

    def facts_of(self, patient: int, facts: Facts) -> Facts:
        """The facts that are said of this patient; age and sex only where they are theirs alone."""
        others_only = self._told_of_others_alone(patient, facts)
        treatments = tuple(f for f in facts.treatments if self.speaks_of(patient, f.span.start) and not (f.names <= others_only and self._is_loose(f.span.start)))
        return Facts(
            treatments=treatments or self._lent(patient, facts),
            events=tuple(f for f in facts.events if self.speaks_of(patient, f.span.start) and not (f.kind in TOLD_OF_SOMEBODY and self._is_loose(f.span.start))),
            durations=self._durations(patient, facts.durations),
            others=tuple(a for a in facts.others if self.speaks_of(patient, a.mention.start) and not (a.mention.label in others_only and self._is_loose(a.mention.start))),
        )

    def _lent(self, patient: int, facts: Facts) -> tuple[TreatmentFact, ...]:
        """The drugs named once in a sentence that tells what several attained, for one of whom no treatment is told."""
        answered = {f.span.sentence for f in facts.events if f.kind in TOLD_OF_SOMEBODY and self.speaks_of(patient, f.span.start)}
        return tuple(f for f in facts.treatments if f.span.sentence in answered and f.agents and f.judgement.is_fact)

    def _is_loose(self, start: int) -> bool:
        found = self._stretch(start)
        return found is not None and found.loose

    def _told_of_others_alone(self, patient: int, facts: Facts) -> frozenset[str]:
        """Names of drugs and findings that only stretches on other patients name."""
        named = [(name, f.span.start) for f in facts.treatments for name in f.names] + [(a.mention.label, a.mention.start) for a in facts.others]
        theirs = {name for name, start in named if not self.speaks_of(patient, start)}
        return frozenset(theirs - {name for name, start in named if self.speaks_of(patient, start) and not self._is_loose(start)})

    def _durations(self, patient: int, durations: Sequence[DurationFact]) -> tuple[DurationFact, ...]:
        aged = [p.span.start for p in self.patients if p.span is not None and p.age is not None]
        durations = [f for f in durations if not any(f.span.start <= at < f.span.end for at in aged)]
        shared = {f.span: share for f in durations for share in self.numbers if f.span.start <= share.last < f.span.end}
        found = [f for f in durations if f.span not in shared and self.speaks_of(patient, f.span.start)]
        for share in self.numbers:
            unit = next((f for f in durations if share.patient == patient and f.span.start <= share.last < f.span.end), None)
            if unit is not None:
                months = months_of(share.number, unit.stated.split()[-1])
                span = Span(share.list_start, unit.span.end, unit.span.sentence)
                found.append(replace(unit, span=span, months=months, comparator="=", derived=f"share of {unit.stated!r}"))
        return tuple(sorted(found, key=lambda fact: fact.span.start))

    def sentences_of(self, patient: int, sentences: Sequence[int], prose: Prose) -> tuple[int, ...]:
        """Those of the sentences that speak of this patient, at least in part."""
        return tuple(index for index in sentences if self._touches(patient, prose.sentences[index]))

    def prose_of(self, patient: int, prose: Prose) -> Prose:
        """The prose with what the sentences that speak of this patient say of others left blank."""
        parts, at = [], 0
        for stretch in self.stretches:
            shared = any(stretch.start <= share.start < stretch.end for share in self.shares if share.patient == patient)
            if stretch.patients and patient not in stretch.patients and not shared:
                parts += [prose.text[at : stretch.start], BLANK.sub(" ", prose.text[stretch.start : stretch.end])]
                at = stretch.end
        text = "".join([*parts, prose.text[at:]])
        for stretch in self.stretches:
            if stretch.patients == {patient} and (called := CALLED.match(text, stretch.start, min(stretch.end, stretch.start + OPENING))):
                word = IN_A_FAMILY[called["who"].lower()].ljust(len(called["who"]))
                text = text[: called.start("who")] + word + text[called.end("who") :]
        return replace(prose, text=text) if text != prose.text else prose

    def _touches(self, patient: int, sentence: Sentence) -> bool:
        starts = [sentence.start, *(s.start for s in self.stretches if sentence.start < s.start < sentence.end)]
        return any(self.speaks_of(patient, start) for start in starts)

    def demographics(self, patient: int, own: Patient, common: Patient, report: Report, prose: Prose) -> Patient:
        """Age and sex: said of this patient alone, else of the list of all, else (sex) of everybody."""
        described = self.patients[patient]
        age, sex = own.age_years, own.sex
        if described.span is not None:
            evidence: tuple[Evidence, ...] = (
                report.evidence(described.span.start, described.span.end, section=prose.sentences[described.span.sentence].heading),
            )
            if described.age is not None:
                age = Value[float](value=described.age, evidence=evidence)
            if described.sex is not None:
                sex = Value[Sex](value=described.sex, evidence=evidence)
        if (sex is None or sex.derived == "pronoun") and (first := next((s for s in self.stretches if s.patients == {patient}), None)):
            end = min(first.end, first.start + OPENING)
            called = CALLED.match(prose.text, first.start, end)
            told = described.sex or (called and SEX_IN_A_FAMILY.get(called["who"].lower()))
            sex = Value[Sex](value=told, evidence=(report.evidence(first.start, end),)) if told else sex
        return Patient(label=described.label, age_years=age or self._age_of_all(common, prose), sex=sex or common.sex)

    @staticmethod
    def _age_of_all(common: Patient, prose: Prose) -> Value[float] | None:
        """The age that is said of all at once: "twins aged 4", "both 34-year-old men"."""
        value = common.age_years
        at = value.evidence[0].start if value is not None and value.evidence else -1
        words = next((prose.words(s) for s in prose.sentences if s.start <= at < s.end), "")
        return value if OF_ALL_ALIKE.search(words) else None

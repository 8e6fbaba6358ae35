"""Of whom a sentence speaks: this patient or the literature, by section and by cue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from caseextract.assertions.announced import ANNOUNCED, ELSEWHERE, announced, number_of
from caseextract.assertions.clauses import Clause, clauses, without_asides
from caseextract.assertions.cues import Cue
from caseextract.knowledge import phrase, says
from caseextract.schema.mention import Mention
from caseextract.schema.prose import Prose, Sentence

TOLD = ("case", "abstract")
Verdict = tuple[str, str | None]


class Whose:
    """Of whom each clause of the report speaks: "patient" or "literature", and the words that decided."""

    def __init__(self, prose: Prose, cues: Mapping[int, Sequence[Cue]]) -> None:
        several = announced(prose)
        whole = all(sentence.section in ("case", "front", "title") for sentence in prose.sentences)
        self._sentences = prose.sentences
        self._clauses: dict[int, list[tuple[Clause, Verdict]]] = {}
        elsewhere = introduced = False
        for sentence in prose.sentences:
            words = prose.words(sentence)
            said = list(cues.get(sentence.index, ()))
            parts = clauses(words)
            plain = without_asides(words)
            verdict = _whose(sentence, plain, [cue for cue in said if plain[cue.start_of_words - sentence.start].strip()], whole, several)
            if len(parts) == 1:
                found = [(parts[0], (_cited(sentence, words) if introduced else None) or verdict)]
            else:
                found = [(part, _of_clause(part, sentence, said, verdict, introduced=introduced, several=several)) for part in parts]
            elsewhere = self._goes_on(sentence, words, elsewhere)
            if elsewhere:
                found = [(part, ("literature", "of the patient reported elsewhere")) for part, _ in found]
            elsewhere = elsewhere or (introduced and found[-1][1][0] == "literature" and _cited(sentence, found[-1][0].words) is not None)
            introduced = introduced or (sentence.section in TOLD and says("names one patient", words))
            self._clauses[sentence.index] = found

    @staticmethod
    def _goes_on(sentence: Sentence, words: str, elsewhere: bool) -> bool:
        """Whether a sentence goes on about the patient whom another publication described."""
        return elsewhere and sentence.section in TOLD and phrase("goes on about the same patient").match(words) is not None and not says("own patient", words)

    def of(self, mention: Mention) -> Verdict:
        """Of whom the clause of the mention speaks."""
        at = mention.start - self._sentences[mention.sentence].start
        found = self._clauses[mention.sentence]
        return next((verdict for clause, verdict in found if clause.holds(at)), found[-1][1])


def _cited(sentence: Sentence, words: str) -> Verdict | None:
    """Whether a clause tells what another publication reported, and not what happened to the report's own patient."""
    if sentence.section not in TOLD or says("own patient", words):
        return None
    match = phrase("reported elsewhere").search(words)
    return ("literature", match[0]) if match else None


def _of_clause(clause: Clause, sentence: Sentence, cues: Sequence[Cue], verdict: Verdict, *, introduced: bool, several: int | None) -> Verdict:
    """The verdict on one of several clauses: its own where it has marks of its own, else that on the sentence."""
    cited = _cited(sentence, clause.words) if introduced else None
    if cited or verdict[0] == "literature" or sentence.section not in TOLD:
        return cited or verdict
    if says("names one patient", clause.words) or says("names some of the patients", clause.words) or (several and ANNOUNCED.search(clause.words)):
        return verdict
    many = _of_many(clause.words, [cue for cue in cues if clause.holds(cue.start_of_words - sentence.start)])
    return ("literature", many) if many else verdict


def _whose(sentence: Sentence, words: str, cues: list[Cue], whole: bool, several: int | None) -> tuple[str, str | None]:
    if says("every patient of the group", words):
        cues = [cue for cue in cues if not cue.words.lower().startswith("patients ")]
    literature = next((cue.words for cue in cues if cue.kind == "literature"), None)
    person = says("names one patient", words) or any(cue.kind == "patient" for cue in cues)
    if several and not person:
        counted = ANNOUNCED.search(words)
        person = says("names some of the patients", words) or bool(counted and (number_of(counted["n"]) == several or not ELSEWHERE.search(words[: counted.start()])))
    if sentence.section in ("background", "discussion", "methods", "references", "front"):
        return ("literature", sentence.heading or sentence.section)
    if sentence.section == "case" and not whole:
        many = None if person else _of_many(words, cues)
        return ("literature", many) if many else ("patient", None)
    if sentence.section == "title":
        return "patient", None
    if person:
        return "patient", None
    general = None if says("told in the past", words) else phrase("general statement").search(words)
    found = literature or _of_many(words, cues) or (general[0] if general else None)
    return ("literature", found) if found else ("patient", None)


def _of_many(words: str, cues: Sequence[Cue]) -> str | None:
    """The words by which a clause speaks of many patients or of experiments, if any."""
    others = next((match for rule in ("finding of a trial", "change of practice", "general experience") if (match := phrase(rule).search(words))), None)
    return others[0] if others else next((cue.words for cue in cues if cue.strong), None)

"""Treatment facts → courses: which mentions speak of the same course, and in what order the courses were given."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from caseextract import caseblind as re
from caseextract.assembly.draft import Draft, new_draft
from caseextract.schema import Agent
from caseextract.schema.fact import EventFact, Span, TreatmentFact

CHEMO_WORDS = ("chemotherapy", "platinum", "taxane", "anthracycline", "alkylat", "regimen")
EXPLAINING = re.compile(r"[\s,(-]*(?:which is |is |as )?(?:an?|the|another|another novel|a new|a novel)?[\s-]*(?:[\w/-]+[\s-]){0,2}", re.I)
GIVEN_AS = re.compile(r"\b(?:as|for)\s+(?:an? |the |his |her )?(?:[\w-]+[\s-]){0,3}$", re.I)
GOING_ON = re.compile(r"^[^.;,]{0,12}\b(?:was|were|being|is)(?: \w+)? (?:continued|maintained|kept)\b", re.I)
WHILE = re.compile(r"\b(?:while|whereas|with)\s+(?:\w+\s+){0,2}$", re.I)
GENERIC = ("chemotherapy", "targeted therapy", "systemic therapy", "salvage therapy", "tyrosine kinase inhibitor", "monoclonal antibody")
IMMUNE_WORDS = ("immun", "checkpoint", "PD-1", "PD-L1", "CTLA")
TARGET_WORDS = ("inhibitor", "targeted", "antibody")
HORMONE_WORDS = ("hormon", "endocrine", "androgen", "aromatase", "LHRH", "estrogen")


@dataclass
class Timeline:
    """The courses so far, in the order of time, and which of them each sentence named."""

    drafts: list[Draft] = field(default_factory=list)
    named: dict[int, list[tuple[TreatmentFact, Draft]]] = field(default_factory=dict)
    created: dict[int, list[Draft]] = field(default_factory=dict)
    announced: bool = False
    """The story has been told; what follows only announces it, and whatever is new in it went before."""
    heralds: int = 0
    recent: Draft | None = None
    """The course that was begun or given last, as the text goes."""
    text: str = ""
    first_sentence: int = 0

    @property
    def drugs(self) -> list[Draft]:
        """The courses of drugs."""
        return [draft for draft in self.drafts if draft.is_drug]

    def last(self) -> Draft | None:
        """The latest course."""
        return self.drafts[-1] if self.drafts else None

    def add(self, fact: TreatmentFact, before: Draft | None = None, **changes: object) -> Draft:
        """Begin a course with this mention, at the end or before another."""
        draft = new_draft(fact)
        draft.words = self.text[max(0, fact.span.start - 25) : fact.span.end]
        for name, value in changes.items():
            setattr(draft, name, value)
        if self.announced:
            self.drafts.insert(self.heralds, draft)
            self.heralds += 1
        else:
            self.drafts.insert(next((i for i, d in enumerate(self.drafts) if d is before), len(self.drafts)), draft)
        self.created.setdefault(fact.span.sentence, []).append(draft)
        return draft

    def place(self, fact: TreatmentFact) -> Draft | None:
        """The course that a mention speaks of, begun where there is none yet; None where it is not worth a course."""
        draft = self._known(fact) if self.announced else None
        draft = draft or (self._drug(fact) if fact.agents else self._procedure(fact))
        if draft is not None and not self.announced and (len(draft.facts) == 1 or (fact.given and not fact.earlier and not fact.anaphoric)):
            self.recent = draft
        if draft is not None:
            self.named.setdefault(fact.span.sentence, []).append((fact, draft))
        return draft

    def companions(self, sentence: int) -> None:
        """Join what is said to go on to what the same sentence begins: "Y was started while X was continued"."""
        named = self.named.get(sentence, [])
        begun = [(fact, draft) for fact, draft in named if draft in self.created.get(sentence, []) and draft.is_drug and fact.given]
        for fact, draft in named:
            if draft.is_drug and begun and draft is not begun[0][1] and GOING_ON.search(self.text[fact.span.end : fact.span.end + 40]) and WHILE.search(self.text[max(0, fact.span.start - 45) : fact.span.start]):
                for agent in fact.agents:
                    begun[0][1].agents.setdefault(agent.name, agent)

    def _known(self, fact: TreatmentFact) -> Draft | None:
        """The course of the story that an announcement means."""
        if not fact.agents:
            found = next((draft for draft in self.drafts if draft.modality == fact.modality), None)
        elif not fact.specific:
            found = next((draft for draft in self.drugs if all(matches_class(name, draft) for name in fact.names) or draft.class_only), None)
        else:
            found = max(self.drugs, key=lambda draft: len(draft.names & fact.names) / len(draft.names | fact.names), default=None)
            found = found if found is not None and found.names & fact.names else None
        if found is not None:
            found.absorb(fact)
        return found

    def restarted(self, event: EventFact) -> None:
        """Begin the latest course of drugs anew where a sentence resumes it without naming it."""
        drugs = self.drugs
        if drugs and not self.announced and not self.named.get(event.span.sentence):
            self.add(replace(drugs[-1].facts[0], span=event.span, restart=True, line=None, setting=None, phase=None, cycles=None, details=(), given=True), rechallenge=True, agents=dict(drugs[-1].agents))

    # procedures -----------------------------------------------------------------------------------------------------

    def _procedure(self, fact: TreatmentFact) -> Draft | None:
        known = [draft for draft in self.drafts if draft.modality == fact.modality]
        if known:
            latest = known[-1]
            close = fact.span.sentence - latest.last_sentence <= 1
            after_other = self.drafts[-1] is not latest
            if not fact.given or (close and not after_other and not fact.restart) or (fact.anaphoric and fact.earlier):
                latest.absorb(fact)
                return latest
        elif not fact.given and fact.modality == "local" and not fact.earlier:
            return None
        return self.add(fact)

    # drugs ----------------------------------------------------------------------------------------------------------

    def _drug(self, fact: TreatmentFact) -> Draft | None:
        if not fact.specific:
            return self._class(fact)
        same = self._same(fact)
        if same is not None:
            return self._again(fact, same)
        wider = self._wider(fact)
        if wider is not None:
            return self._part(fact, wider)
        narrower = self._narrower(fact)
        if narrower is not None:
            return narrower
        filled = self._fills(fact)
        if filled is not None:
            return filled
        current = self.drugs[-1] if self.drugs else None
        if fact.joined and current is not None and not current.progressions and len(fact.agents) <= 2:
            union = {**current.agents, **{agent.name: agent for agent in fact.agents}}
            return self.add(fact, agents=union, added_to=current)
        return self.add(fact, self._before(fact) or self._first_line(fact))

    def _first_line(self, fact: TreatmentFact) -> Draft | None:
        """The course before which one said to be of the first line belongs."""
        drugs = self.drugs
        if fact.line == 1 and fact.earlier and drugs and all(draft.line is None for draft in drugs):
            return drugs[0]
        return None

    def _before(self, fact: TreatmentFact) -> Draft | None:
        """The course of the same sentence that this one, named later, went before."""
        begun = [draft for draft in self.created.get(fact.span.sentence, []) if draft.is_drug]
        if not begun or not fact.earlier or fact.given or self.drafts[-1] is not begun[-1]:
            return None
        return begun[-1] if begun[-1].facts[0].given else None

    def _same(self, fact: TreatmentFact) -> Draft | None:
        return next((draft for draft in reversed(self.drugs) if draft.names == fact.names and _same_route(draft, fact)), None)

    def _again(self, fact: TreatmentFact, same: Draft) -> Draft:
        is_last = self.drugs[-1] is same
        other_line = fact.line is not None and same.line is not None and fact.line != same.line
        other_setting = fact.setting is not None and same.setting is not None and fact.setting != same.setting and fact.given
        if fact.setting == "adjuvant" and same.setting != "adjuvant" and any(d.modality == "surgery" for d in self.drafts[self.drafts.index(same) :]):
            return self.add(fact)
        maintenance = (
            fact.phase == "maintenance" and same.phase != "maintenance"
            and (not same.silent or same.last_sentence < fact.span.sentence) and not fact.earlier
        )
        across_surgery = (
            fact.given and is_last and same.setting == "neoadjuvant" and self.drafts[-1].modality == "surgery"
            and same.last_sentence < fact.span.sentence and not fact.earlier and not fact.stopped
        ) or (
            fact.given and is_last and not fact.earlier and not fact.anaphoric
            and self.drafts[-1].modality == "surgery" and same.last_sentence < fact.span.sentence and not fact.stopped
        )
        if fact.restart or other_line or other_setting or maintenance:
            return self.add(fact, rechallenge=fact.restart)
        later = (
            fact.given and not is_last and same is self.drugs[0] and same.facts[0].span.sentence <= self.first_sentence
            and same.last_sentence == same.facts[0].span.sentence < fact.span.sentence and not fact.earlier and not same.facts[0].given
        )
        if later:
            self.drafts = [draft for draft in self.drafts if draft is not same]
            self.drafts.append(same)
        if across_surgery and (fact.cycles is not None or fact.setting is not None or same.setting == "neoadjuvant"):
            return self.add(fact)
        same.absorb(fact)
        return same

    def _wider(self, fact: TreatmentFact) -> Draft | None:
        return next((draft for draft in reversed(self.drugs) if fact.names < draft.names and _same_route(draft, fact)), None)

    def _part(self, fact: TreatmentFact, wider: Draft) -> Draft:
        is_last = self.drugs[-1] is wider
        if fact.phase == "maintenance" or (fact.alone and fact.given):
            return self.add(fact, phase="maintenance" if is_last and not wider.progressions else fact.phase)
        if fact.restart:
            return self.add(fact, rechallenge=True)
        other_line = fact.line is not None and fact.line != wider.line
        if other_line and not fact.earlier:
            return self.add(fact)
        if fact.given and not fact.stopped and (fact.switched or not is_last or wider.progressions) and not fact.earlier:
            return self.add(fact)
        wider.absorb(fact)
        return wider

    def _narrower(self, fact: TreatmentFact) -> Draft | None:
        current = self.drugs[-1] if self.drugs else None
        if current is None or current.class_only or not current.names < fact.names or not _same_route(current, fact):
            return None
        near = fact.span.sentence - current.last_sentence <= 1
        if fact.joined or fact.switched or not near or not current.silent or fact.span.sentence == current.last_sentence:
            return self.add(fact, added_to=current if fact.joined else None)
        current.take_agents(fact)
        current.absorb(fact)
        return current

    def _fills(self, fact: TreatmentFact) -> Draft | None:
        """A course of which only the class was named, and which this mention spells out."""
        current = self.drugs[-1] if self.drugs else None
        if current is None or not current.class_only or current.prior or not self._spells_out(current, fact):
            return None
        if fact.span.sentence - current.last_sentence > 2 or not current.silent or fact.switched or fact.restart or fact.joined:
            return None
        if current.setting in ("adjuvant", "neoadjuvant") and fact.setting != current.setting and fact.span.sentence != current.last_sentence:
            return None
        if any(old.earlier and not old.given for old in current.facts) or fact.earlier:
            return None
        if fact.line is not None and current.line is not None and fact.line != current.line:
            return None
        if fact.span.sentence == current.last_sentence and fact.given and not current.facts[-1].given:
            return None
        current.take_agents(fact)
        current.absorb(fact)
        return current

    def _spells_out(self, current: Draft, fact: TreatmentFact) -> bool:
        return any(matches_class(name, new_draft(fact)) for name in current.names)

    def _class(self, fact: TreatmentFact) -> Draft | None:
        drugs = self.drugs
        current = drugs[-1] if drugs else None
        same = self._same(fact)
        apposed = self._apposed(fact)
        if apposed is not None:
            return apposed
        meant = next((draft for draft in reversed(drugs) if all(matches_class(name, draft) for name in fact.names)), None)
        if fact.restart and meant is not None:
            return self.add(fact, agents=dict(meant.agents), rechallenge=True)
        if fact.phase == "maintenance" and current is not None and current.phase != "maintenance" and not fact.earlier and current.names != fact.names:
            return self.add(fact)
        if fact.line and drugs and not fact.given and not fact.switched:
            stated = next((draft for draft in drugs if draft.line == fact.line), None)
            meant = stated or (drugs[fact.line - 1] if fact.line <= len(drugs) and all(draft.line is None for draft in drugs[: fact.line]) else None)
            if meant is not None and (stated or not fact.earlier or len(drugs) > 1):
                meant.absorb(fact)
                return meant
        if current is not None and current.names != fact.names and not (fact.line and fact.line != current.line):
            refers = not fact.given or fact.anaphoric or fact.stopped or fact.cycles is not None
            if refers and not fact.switched and not fact.joined and all(matches_class(name, current) for name in fact.names):
                current.absorb(fact)
                return current
        same_line = same is not None and not fact.restart and not (fact.line and fact.line != same.line)
        if same is not None and same_line and (not fact.given or fact.anaphoric or fact.span.sentence - same.last_sentence <= 1):
            same.absorb(fact)
            return same
        if not fact.given and not fact.earlier and not fact.details:
            return None
        if drugs and fact.anaphoric and not fact.given and fact.line is None:
            older = next((draft for draft in reversed(drugs) if all(matches_class(name, draft) for name in fact.names)), None)
            if older is not None:
                older.absorb(fact)
                return older
        return self.add(fact, self._before(fact) or self._first_line(fact))

    def _apposed(self, fact: TreatmentFact) -> Draft | None:
        """The course of the same sentence that a class only explains: "X, a kinase inhibitor", "X was given as salvage chemotherapy"."""
        for named, draft in reversed(self.named.get(fact.span.sentence, [])):
            gap = self.text[named.span.end : fact.span.start]
            if not draft.is_drug or named.span.end > fact.span.start or len(gap) > 90:
                continue
            explains = EXPLAINING.fullmatch(gap) and all(matches_class(name, draft) or name in GENERIC for name in fact.names)
            if explains or (GIVEN_AS.search(gap) and not re.search(r"[;]|, (?:and|then)", gap)):
                draft.absorb(fact)
                return draft
        return None

    def prior_lines(self, count: int, fact: TreatmentFact, name: str, before: Draft | None) -> None:
        """Enter `count` earlier lines of which only the class is known."""
        for _ in range(count):
            agent = Agent(name=name, is_class=True, matched_by="label", evidence=fact.agents[0].evidence if fact.agents else ())
            self.add(replace(fact, agents=(agent,), line=None, details=()), before, prior=True)


def _same_route(draft: Draft, fact: TreatmentFact) -> bool:
    return (draft.modality == "local") == (fact.modality == "local") or (not fact.given and not fact.details)


def matches_class(name: str, draft: Draft) -> bool:
    """Whether a class's name can stand for the course."""
    lower = name.lower()
    words = " ".join(f"{agent.agent_class or ''} {agent.name}" for agent in draft.agents.values())
    if "chemoimmun" in lower:
        return draft.cytotoxic and any(word in words for word in IMMUNE_WORDS)
    if any(word in lower for word in CHEMO_WORDS):
        return draft.cytotoxic
    if any(word.lower() in lower for word in IMMUNE_WORDS):
        return any(word.lower() in words.lower() for word in IMMUNE_WORDS)
    if any(word.lower() in lower for word in HORMONE_WORDS):
        return any(word.lower() in words.lower() for word in HORMONE_WORDS)
    if any(word in lower for word in TARGET_WORDS):
        target = lower.split(" ")[0].split("-")[0].split("/")[0]
        return target in words.lower() if target not in ("targeted", "tyrosine", "monoclonal") else "inhibitor" in words or "antibody" in words
    return lower in words.lower()


def span_of(fact: TreatmentFact) -> Span:
    """Where the mention stands."""
    return fact.span

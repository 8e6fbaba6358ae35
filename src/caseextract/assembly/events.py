"""Which course a response, a progression or a length of time is about."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract import caseblind as re
from caseextract.assembly.courses import Timeline
from caseextract.assembly.draft import Draft, Measured
from caseextract.schema.duration import Comparator, DurationKind
from caseextract.schema.fact import DurationFact, EventFact, Span
from caseextract.schema.numbers import ordinal_of
from caseextract.schema.prose import Prose

TO_AFTER = re.compile(r"^(?!.*\b(?:and|then|started|initiated|switched|followed|underwent|received|given|but|while|when|which|planned)\b)[^.;,]{0,50}?\b(?:to|with|after|following|on|under|from|by|during|upon|despite|through)\b[^,;]{0,50}$", re.I)
OF_LINE = re.compile(r"^\s*(?:to|of|with|on|under|after|during|following)?\s+(?:the |this |her |his )?(?P<ordinal>first|second|third|fourth|fifth|1st|2nd|3rd|4th)[- ]line\b", re.I)
LEADING = re.compile(r"\b(?:to|of|with|on|for)$", re.I)
ON_AFTER = re.compile(r"^[\s(]*(?:occurred |was (?:seen|noted|observed|documented) )?(?:on|after|under|during|despite|following|while (?:on|receiving|taking)|beyond)\s+(?:(?!and\b|was\b|were\b|which\b|he\b|she\b|switch|start|receiv)[\w%/().-]+\s+){0,7}$", re.I)
REASON = re.compile(r"\b(?:because of|due to|owing to|for|at|upon|on|when|after|following|until|at the time of|in view of|given|as|secondary to|in case of|since)\s*(?:the |his |her |a |an |further |disease |tumou?r |clinical |rapid |radiologic\w* |local |this |such |documented |second |first |confirmed |evidence of |suspected )*$", re.I)
ONGOING = re.compile(r"\b(?:remain\w*|retain\w*|still|continu\w*|maintain\w*|ongoing|sustain\w*|persist\w*|to date|so far|last\w*|durable|currently|has been|is in|is now|stays|kept|at (?:the )?(?:last|latest|most recent)|follow[- ]?up|for)\b", re.I)
OF_TREATMENT = re.compile(r"^\s*(?:of|on|with|after|from|into|following|since|post)\s+(?:\w+\s+){0,4}?(?:treatment|therapy|chemotherapy|regimen|medication|administration|initiation|start\w*|beginning|maintenance|commencement|starting|initiating|drug|completion|cycles?|\w+(?:nib|mab|lib|platin|mide|taxel|mycin|tinib|zole|xifen)\b)", re.I)
COURSE = re.compile(r"^[- ](?:long )?(?:course|cycle|period|trial|therapy|treatment)\b(?:\s+(?:of|with))?", re.I)
GIVEN = re.compile(r"\b(?:receiv\w*|treat\w*|continu\w*|administ\w*|given|gave|took|taken|taking|maintain\w*|therapy|chemotherapy|course|remained on|stayed on|kept on|use of|regimen|using|was on|been on|being on|on|infusion|prescribed|started|applied|delivered)\b", re.I)
TOLERANCE = re.compile(r"\b(?:pain|symptom|fever|rash|toxicit|hospital|admi(?:ssion|tted)|surviv|follow-?up|smok|observ|surveill|monitor|without treatment|untreated|interval|break|rest|off)\w*\b", re.I)
FOLLOWED = re.compile(r"\bfollow[- ]?ups?\b|\bobservation\b|\bsurveillance\b", re.I)
DIED = re.compile(r"\b(?:died|death|deceased|passed away|succumbed|expired)\b", re.I)
BEFORE_TREATMENT = re.compile(r"\b(?:ago|earlier|previously|before)\b", re.I)
COMPLETED = re.compile(r"^\s*(?:after|following|post|from|since)\s+(?:the |his |her )?(?:completi\w+|end|completing|finishing|last (?:cycle|dose|course))\b", re.I)
MARKERS = re.compile(r"\b(?:CEA|CA ?(?:19-?9|125|15-?3)|PSA|AFP|LDH|hCG|serum|levels?|symptoms?|pain|performance|counts?|cough|dysp\w+)\b", re.I)
START = re.compile(r"\b(?:start|initiat|beginn|commenc|introduc|first dose|first administration)\w*", re.I)


class Attachment:
    """Hands the events of one sentence to courses; `at_start` is the course in effect when the sentence begins."""

    def __init__(self, timeline: Timeline, prose: Prose, sentence: int, at_start: Draft | None) -> None:
        self.timeline = timeline
        self.text = prose.text
        self.start, self.end = prose.sentences[sentence].start, prose.sentences[sentence].end
        self.named = timeline.named.get(sentence, [])
        self.created = timeline.created.get(sentence, [])
        self.at_start = at_start
        self.sentence = sentence
        self.resumed = next((draft for draft in self.created if draft.rechallenge and not self.named), None)

    # where ------------------------------------------------------------------------------------------------------------

    def _before(self, span: Span) -> Draft | None:
        found = [(fact, draft) for fact, draft in self.named if fact.span.end <= span.start]
        return max(found, key=lambda pair: pair[0].span.end)[1] if found else None

    def _after(self, span: Span, pattern: re.Pattern[str]) -> Draft | None:
        found = [(fact, draft) for fact, draft in self.named if fact.span.start >= span.end]
        if not found:
            return None
        fact, draft = min(found, key=lambda pair: pair[0].span.start)
        gap = self.text[span.end : fact.span.start]
        if LEADING.search(self.text[span.start : span.end]) and re.fullmatch(r"[^.;]{0,60}", gap):
            return draft
        return draft if pattern.match(gap) else None

    def _covering(self, span: Span) -> Draft | None:
        return next((draft for fact, draft in self.named if span.start <= fact.span.start and fact.span.end <= span.end), None)

    def of_response(self, span: Span) -> Draft | None:
        """The course that a response is said of."""
        return (
            self._covering(span) or self._of_line(span) or self._after(span, TO_AFTER) or self._main_before(span) or self._in_effect(span)
        )

    def _of_line(self, span: Span) -> Draft | None:
        """The course of the line that the words name: "the response to second-line therapy"."""
        match = OF_LINE.match(self.text[span.end : self.end])
        number = ordinal_of(match["ordinal"]) if match else None
        return next((draft for draft in self.timeline.drafts if number is not None and draft.line == number), None)

    def _main_before(self, span: Span) -> Draft | None:
        """The course named last before; not the maintenance that the same sentence only lists behind its main course."""
        draft = self._before(span)
        if draft is not None and draft.phase == "maintenance" and draft in self.created:
            main = next((other for other in self.created if other.is_drug and other is not draft), None)
            return main or draft
        return draft

    def of_progression(self, span: Span) -> Draft | None:
        """The course under or after which the disease progressed."""
        after = self._covering(span) or self._after(span, ON_AFTER)
        if after is not None:
            return after
        before = self._before(span)
        if before is not None and before in self.created and REASON.search(self.text[self.start : span.start]) and self._begun_for(before, span):
            return self._previous(before)
        return before or self._in_effect(span)

    def _begun_for(self, draft: Draft, span: Span) -> bool:
        fact = next(fact for fact, found in self.named if found is draft)
        between = self.text[fact.span.end : span.start]
        return fact.given and not re.search(r"[;]|\b(?:but|and then|until|however|which)\b|, (?:and|with|he|she)", between)

    def _previous(self, draft: Draft) -> Draft | None:
        index = self.timeline.drafts.index(draft)
        return self.timeline.drafts[index - 1] if index else None

    def _in_effect(self, span: Span | None = None) -> Draft | None:
        """The course that runs where the words stand: the one that the sentence resumes, after it does so."""
        resumed = self.resumed
        if span is None or resumed is None or span.start <= resumed.facts[0].span.end:
            return self.at_start
        between = self.text[resumed.facts[0].span.end : span.start]
        return resumed if not REASON.search(between) or "until" in between else self.at_start

    def asserts(self, event: EventFact) -> bool:
        """Whether a cue that seems to deny a response does not: "was considered a response", or a denial of something else."""
        cue = (event.judgement.cue or "").lower()
        near = self.text[max(self.start, event.span.start - 40) : event.span.start].lower()
        if "considered" in cue and re.search(r"considered (?:to have|to be|as|an?|in)\b", near):
            return True
        return event.judgement.status == "absent" and cue not in near

    # events -----------------------------------------------------------------------------------------------------------

    def response(self, event: EventFact) -> None:
        """Hand over a response."""
        if event.value == "progressive_disease":
            self._progressive(event)
            return
        for other in self._also(event):
            other.responses.append(event)
        draft = self.of_response(event.span)
        if draft is not None and draft.modality in ("surgery", "transplant") and event.value == "no_response":
            return
        if draft is not None and draft.modality == "surgery":
            if event.weak == "evidence":
                draft.freedoms.append(event)
                return
            draft = self._drug_before(draft) if event.value == "pathologic_complete_response" else None
        elif draft is not None and event.weak == "evidence" and draft.setting == "adjuvant":
            draft.freedoms.append(event)
            return
        if draft is not None:
            draft.responses.append(event)
            partner = self._partner(draft)
            if partner is not None:
                partner.responses.append(event)

    def _partner(self, draft: Draft) -> Draft | None:
        """The course of drugs that the same sentence began beside this radiation or local treatment."""
        if draft.agents or draft.modality not in ("radiotherapy", "local"):
            return None
        begun = self.timeline.created.get(draft.facts[0].span.sentence, [])
        return next((other for other in begun if other.is_drug and other.silent and not other.facts[0].earlier), None)

    def _progressive(self, event: EventFact) -> None:
        draft = self.of_progression(event.span)
        if draft is not None:
            draft.progressions.append(event)
            if draft.setting not in ("adjuvant", "neoadjuvant") and draft.modality != "surgery":
                draft.responses.append(event)

    def _also(self, event: EventFact) -> list[Draft]:
        """Further courses of a list of which all failed: "refractory to X and Y"."""
        if event.value != "no_response" or not LEADING.search(self.text[event.span.start : event.span.end]):
            return []
        found, position = [], event.span.end
        for number, (fact, draft) in enumerate(sorted((p for p in self.named if p[0].span.start >= event.span.end), key=lambda p: p[0].span.start)):
            if not re.fullmatch(r"[\s,]*(?:at least |both |prior |previous )?" if number == 0 else r"[\s,]*(?:and|or|and/or)?[\s,]*", self.text[position : fact.span.start]):
                break
            if number:
                found.append(draft)
            position = fact.span.end
        return found

    def _drug_before(self, draft: Draft) -> Draft | None:
        earlier = self.timeline.drafts[: self.timeline.drafts.index(draft)]
        return next((d for d in reversed(earlier) if d.modality != "surgery"), None)

    def progression(self, event: EventFact) -> None:
        """Hand over a progression or relapse."""
        draft = self.of_progression(event.span)
        if draft is not None:
            draft.progressions.append(event)

    def freedom(self, event: EventFact) -> None:
        """Hand over the absence of progression: to the latest course."""
        draft = self._after(event.span, TO_AFTER) or self._before(event.span) or self._in_effect()
        if draft is not None:
            draft.freedoms.append(event)

    # lengths of time --------------------------------------------------------------------------------------------------

    def duration(self, fact: DurationFact, events: Sequence[EventFact]) -> None:
        """Hand over a length of time, where it measures something of a course."""
        found = self._measure(fact, events)
        if found is None:
            return
        kind, draft, comparator = found
        if draft is not None and kind != "on_treatment":
            draft = self._partner(draft) or draft
        if draft is not None and all((m.fact.months, m.kind) != (fact.months, kind) for m in draft.durations):
            draft.durations.append(Measured(fact, kind, comparator))

    def _measure(self, fact: DurationFact, events: Sequence[EventFact]) -> tuple[DurationKind, Draft | None, Comparator] | None:
        span = fact.span
        before, after = self.text[self.start : span.start], self.text[span.end : self.end]
        more: Comparator = ">" if fact.comparator == "=" else fact.comparator
        if fact.measure == "on_treatment":
            return "on_treatment", self._before(span) or self._after(span, re.compile(r"^.{0,60}$")) or self.at_start, fact.comparator
        if COURSE.match(after):
            draft = self._after(span, re.compile(r"^[- ](?:[\w-]+ ){0,3}?(?:course|cycle|period|trial|therapy|treatment|regimen) (?:of|with) [^,;]{0,25}$", re.I))
            if draft is not None:
                return "on_treatment", draft, fact.comparator
        survival = self._near(span, events, ("survival",), 50)
        if survival is not None:
            if survival.value == "os":
                return None
            kind: DurationKind = "pfs" if survival.value == "pfs" else "response"
            return kind, self.of_response(survival.span if survival.span.start > span.start else span), fact.comparator
        if (DIED.search(after[:40]) and not re.search(r"progress|recur|relaps", after[:40])) or re.search(r"\bdied\s+(?:\w+ ){0,2}$", before[-25:], re.I):
            return None
        reach = 60 if fact.gap else 0
        freedom = self._near(span, events, ("freedom",), 90 + reach)
        response = self._near(span, events, ("response",), 90 + reach)
        progression = self._near(span, events, ("progression",), 110 + reach)
        if freedom is not None and not (progression is not None and self._distance(progression.span, span) < self._distance(freedom.span, span)):
            return "pfs", self._after(span, TO_AFTER) or self._before(span) or self._in_effect(span), more
        of_treatment = OF_TREATMENT.match(after)
        stop = self._near(span, events, ("stop",), 80)
        if fact.gap and stop is not None and progression is None and stop.span.start > span.end and not START.search(after[:40]):
            return None
        if stop is not None and progression is None and response is None and (START.search(after[:40]) or of_treatment or re.search(r"\b(?:after|for|within)\s*(?:\w+ ){0,2}$", before)):
            draft = self._before(span) or self._after(span, re.compile(r"^.{0,80}$")) or self.at_start
            return "on_treatment", draft, fact.comparator
        if COMPLETED.match(after) and fact.months < 3:
            return None
        after_point = fact.gap or fact.stated.lower().startswith("within") or re.search(r"\b(?:after|at|within|in|by|following)\s*(?:only |just |a |about |the |approximately |a total of )*$", before, re.I)
        nearest = self._nearest(span, response, progression)
        if nearest is not None and nearest.kind == "progression" and (after_point or of_treatment or self._distance(nearest.span, span) < 60):
            if re.search(r"\b(?:for|over|during|lasting)\s*(?:about |approximately |a |the |more than |another |further )*$", before, re.I) and GIVEN.search(before[-70:]) and not fact.gap:
                return "on_treatment", self._before(span) or self._in_effect(span), fact.comparator
            return "pfs", self.of_progression(nearest.span), fact.comparator
        if nearest is not None and nearest.kind == "response":
            return self._of_response_time(fact, nearest, before, after, bool(after_point), bool(of_treatment))
        named = [(f, d) for f, d in self.named if f.span.end <= span.start]
        if named and re.search(r"\b(?:for|over|during)\b[^,;]{0,25}$", before[-40:], re.I) and not MARKERS.search(before[-60:]):
            last, draft = max(named, key=lambda pair: pair[0].span.end)
            if span.start - last.span.end < 90 and not re.search(r"[;]|,(?! \d)|\band\b", self.text[last.span.end : span.start]) and draft.modality not in ("surgery", "transplant"):
                return "on_treatment", draft, fact.comparator
        if COURSE.match(after) or (of_treatment and not fact.gap):
            if MARKERS.search(self.text[self.start : self.end]) or (START.search(after[:40]) and re.search(r"\b(?:within|in|at|by)\s*(?:\w+ )?$", before)):
                return None
            return "on_treatment", self._after(span, re.compile(r"^.{0,80}$")) or self._before(span) or self._in_effect(span), fact.comparator
        if re.search(r"\b(?:for|over|during|lasting|lasted|total of|period of|until|over a course of)\s*(?:about |approximately |a |the |more than |another |further |up to |at least |almost |nearly |an additional |a further |only |total of |period of |course of )*$", before, re.I) and GIVEN.search(before):
            near = before[-60:]
            if not TOLERANCE.search(near) and (self._before(span) is not None or self.at_start is not None):
                draft = self._before(span) or self._in_effect(span)
                if draft is not None and draft.modality not in ("surgery", "transplant"):
                    return "on_treatment", draft, fact.comparator
        return None

    def _of_response_time(
        self, fact: DurationFact, response: EventFact, before: str, after: str, after_point: bool, of_treatment: bool
    ) -> tuple[DurationKind, Draft | None, Comparator] | None:
        span = fact.span
        draft = self.of_response(response.span)
        more: Comparator = ">" if fact.comparator == "=" else fact.comparator
        between = self.text[min(span.end, response.span.end) : max(span.start, response.span.start)]
        lasting = re.search(r"\b(?:for|lasting|lasted|during|over|maintained|persisted|sustained|of|until|duration|continu\w+|remained)\b[^,;]{0,35}$", before[-50:], re.I)
        kind: DurationKind = "pfs" if response.value == "stable_disease" else "response"
        if FOLLOWED.search(after[:25]) or re.search(r"\bfollow[- ]?up (?:of|at|for|period of|duration of)?\s*$", before, re.I):
            return kind, draft, more
        about = self.text[max(self.start, response.span.start - 30) : response.span.end + 25] + " " + (between if response.span.end <= span.start else "")
        if ONGOING.search(about) and (after_point or fact.gap):
            return kind, draft, more
        named_before = self._before(span)
        if response.span.start >= span.end and named_before is not None and re.search(r"\b(?:for|of|over|during)\s*(?:\w+ ){0,2}$", before, re.I) and not fact.gap:
            return "on_treatment", named_before, fact.comparator
        if re.fullmatch(r"[\s,;:()=]*", between) and not after_point and not fact.gap:
            return kind, draft, fact.comparator
        if lasting and response.span.end <= span.start and not re.search(r"\b(?:after|within|at|in|by)\s+(?:\w+\s+)?$", before[-25:], re.I):
            return kind, draft, fact.comparator
        if response.span.start >= span.end and re.search(r"^\W*(?:of )?(?:\w+ ){0,2}$", between) and not after_point:
            return kind, draft, fact.comparator
        if after_point or fact.gap or of_treatment:
            return "time_to_response", draft, fact.comparator
        if re.search(r"\bfor\s*(?:\w+ ){0,2}$", before, re.I) and GIVEN.search(before[-60:]):
            return "on_treatment", self._before(span) or draft, fact.comparator
        return None

    def _near(self, span: Span, events: Sequence[EventFact], kinds: tuple[str, ...], reach: int) -> EventFact | None:
        close = [e for e in events if e.kind in kinds and e.judgement.is_fact and self._distance(e.span, span) <= reach]
        return min(close, key=lambda e: self._distance(e.span, span), default=None)

    def _nearest(self, span: Span, *events: EventFact | None) -> EventFact | None:
        present = [event for event in events if event is not None]
        return min(present, key=lambda event: self._distance(event.span, span), default=None)

    def _distance(self, first: Span, second: Span) -> float:
        gap = self.text[first.end : second.start] if first.end <= second.start else self.text[second.end : first.start]
        return len(gap) + 25 * len(re.findall(r"[;]|, (?:and|but|he|she|the|which|when)\b|\band (?:then|subsequently|was|he|she)\b", gap))

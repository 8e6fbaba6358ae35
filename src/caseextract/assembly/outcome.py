"""How it went on: alive or dead, survival, follow-up."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract import caseblind as re
from caseextract.assembly.narrative import concludes
from caseextract.knowledge import says
from caseextract.schema import Evidence, Outcome, Report, Value
from caseextract.schema.fact import DurationFact, EventFact, Span
from caseextract.schema.mention import AssertedMention
from caseextract.schema.outcome import VitalStatus
from caseextract.schema.prose import Prose

DIED = re.compile(r"\b(?:died|dies|passed away|deceased|succumbed|expired|death|demise)\b", re.I)
FOLLOWED = re.compile(r"follow[- ]?up|\balive\b|\bwell\b|still|remain|currently|to date|at present|ongoing|free|surviv|has been|is in|\blives\b|\bliving\b|recurr|relaps|disease|postoperat|later|since", re.I)
NOT_OURS = re.compile(
    r"\b(?:donors?|mother|father|brothers?|sisters?|husband|wife|aunts?|uncles?|grand\w+|relatives?|(?:leading|main|commonest|common|major|frequent|most\w*) causes? of (?:[\w-]+ ){0,2}deaths?|causes? of (?!his\b|her\b|the patient)(?:[\w-]+ ){0,2}deaths?(?! (?:was|could|remained|is unknown))|cancer[- ](?:related )?deaths?|risk of|rates?|f(?:o)?etus|f(?:o)?etal|cell death|sudden cardiac death|in patients|patients who)\b", re.I
)
LIVES = re.compile(
    r"\b(?:is|are|was|remain\w*|still|being|found|currently|and|she|he|patient|months?|years?),? (?:still )?alive\b|\balive (?:and|at|with|without|for|after|today|in|\d)|\bstill (?:living|lives)\b|\b(?:is|are) (?:still |now |currently )?living\b"
    r"|\b(?:is|remains?|remained|continues? to be|has been|has remained|(?:is|was) (?:doing|feeling)|does|doing|feels?|keeping|keeps) (?:very |clinically |quite |otherwise |perfectly |and )?well\b(?! (?:known|tolerated|described|recogni|established|documented|controlled|differentiated))"
    r"|\bin (?:good|excellent|stable|fair|perfect|satisfactory)(?: \w+)?(?: and \w+)? (?:condition|health|state|shape|spirits)\b"
    r"|\b(?:remains?|(?:(?:she|he|patient|child|boy|girl|woman|man|disease|remission|response|it|who) (?:is|are)|\band is|is (?:still|now|currently|presently))) (?:still |now |currently |presently |completely |clinically |at present |also |well,? )*(?:free|asymptomatic|stable|ongoing|under|on|in|without|sustained|maintained|receiving|taking|being|undergoing|continuing|disease|symptom|recurrence|relapse|progression|tumou?r|active|followed|healthy|able)\b"
    r"|\b(?:continues?|keeps?) (?:to (?:be|do|receive|have|take|work|show|respond|remain|live|undergo|this day)|on\b|with\b|his\b|her\b|under\b|treatment|therapy|in\b)|\b(?:treatment|therapy|follow[- ]?up|response|remission|surveillance|she|he|patient) (?:still )?(?:continues?|persists|is ongoing|lasts)\b"
    r"|\b(?:currently|to date|until now|to this day|up to now|so far|at present|at the present|presently|today)\b(?!,? (?:there|no|only|the|few|several|more))|\bat (?:the )?time of (?:this |the )?(?:writing|report|publication|submission|manuscript|preparation)"
    r"|\bat (?:the |his |her )?(?:last|latest|most recent|final|recent|\d+[- ]\w+|\w+[- ](?:month|year)s?) (?:clinical |clinic |oncolog\w+ )?(?:follow[- ]?up|visit|assessment|control|check|examination|review|contact|evaluation)"
    r"|\b(?:has|have) (?:now |since |not |thus |also |so |already |subsequently )*(?:been (?!reported|described|approved|shown|proposed|suggested|associated|used|recommended|documented|published|implicated|demonstrated|recogni|identified|considered)|remained|continued|led|survived|lasted|stayed|maintained|gained|persisted|exceeded|returned|recovered|resumed|lived|shown no|had|passed|recurred|tolerated)"
    r"|\b(?:is|was|are|and|that is|which is|being) (?:still )?ongoing\b|\bongoing (?:at|after|for|as of|since|with) |\b(?:responses?|remission|CR|PR|SD|disease|treatment|therapy|which|it|that|and) (?:still )?(?:holds|stays|lasts|keeps)\b|\bkeeps (?:in )?(?:PR|CR|SD|a |the )|\b(?:responses?|remission|CR|PR|SD) (?:is|are) (?:still |being |now )*(?:maintained|sustained|retained|ongoing|continuing)\b"
    r"|\b(?:she|he|patient|child|boy|girl|man|woman|this) (?:now |still |currently )?(?:has (?:stable|no|partial|complete|a (?:partial|complete|good|stable)|had)|works|attends|goes to|takes|enjoys|leads)\b|\bis being (?:monitored|continued|followed|maintained|treated|observed)\b|\bhas (?:just |recently )been (?:started|given|begun|completed)\b|\b(?:which|and|remission|response) is now (?:of|at|in|on|\d)|\bhave not changed\b|\bhas kept (?:him|her|the (?:patient|disease|tumou?r))\b|\b(?:months?|years?) into (?!the illness|pregnancy)\w+|\b(?:lives|survives)\b(?! longer)|\b(?:symptom|disease|recurrence|relapse|progression|tumou?r|transfusion|treatment)-free (?:at|for|\d|since|and|with|status)|\bunder (?:regular |close |active |strict |continued |clinical )*(?:follow[- ]?up|surveillance|observation|review|monitoring)\b|\bon (?:regular |routine |close )*follow[- ]?up\b",
    re.I,
)
LASTS = re.compile(
    r"\b(?:remain(?:s|ed|ing)?|sustain(?:s|ed)|persist(?:s|ed)|retained|continu(?:es|ed|ing)|stay(?:s|ed)|still|asymptomatic|unchanged|normal|maintained)\b|\b(?:on|at|of|during|year|month)s? (?:the )?follow[- ]?up\b|\bwas discharged\b", re.I
)
ONGOING = re.compile(r"continu(?:es|ed)|asympt|was disch|follow", re.I)
GENERAL = re.compile(
    r"\b(?:patients|cases|clinicians|physicians|should|must|need(?:s|ed)? to be|is (?:an?|the) (?:only|most|rare|common|well|useful|effective|valid|promising|novel|new)|are (?:few|rare|crucial|common|needed|required)|well known|literature|reports?"
    r"|further studies|this approach|known before|in general|efficacy|prognos\w+|recommend\w*|important|importance)\b", re.I
)
PERSON = re.compile(r"\b(?:he|she|his|her|the patient|our patient|this patient|patient's|the (?:boy|girl|child|infant|man|woman|lady|gentleman))\b", re.I)
MAINTAINED = re.compile(r"\b(?:maintained|sustained|lasted|persisted|continued) for\b|\breturned to\b", re.I)
SINCE = 2.0
"""Months after which a good state counts as a follow-up."""
LATEST = 3
LATE = 6
REACH = 60
"""Characters around a time that tell what it is of."""


def assemble(
    mentions: Sequence[AssertedMention], events: Sequence[EventFact], durations: Sequence[DurationFact], sentences: Sequence[int], prose: Prose, report: Report
) -> Outcome:
    """The outcome told in the given sentences."""
    worldly = {a.mention.sentence for a in mentions if a.judgement.experiencer == "literature"}
    told = [i for i in sentences if i not in worldly and _is_told(i, prose)] or list(sentences)
    deaths = [a for a in mentions if a.mention.kind == "death" and _is_death(a, set(sentences), prose)]
    dead = bool(deaths)
    survival = next((f for f in reversed(durations) if f.span.sentence in set(sentences) and f.judgement.is_fact and _is_survival(f, events, prose)), None)
    life = None if dead else _life(events, durations, told, prose, report)
    follow_up = _follow_up(durations, told, prose) if life is not None else None
    measured = survival if dead else survival or follow_up
    lived = dead or (survival is not None and life is None)
    value = Value[float](value=measured.months, evidence=(_quote(measured.span, prose, report),), confidence=0.7) if measured else None
    status = Value[VitalStatus](value="dead", evidence=(_mention(deaths[-1], prose, report),)) if dead else life
    return Outcome(
        vital_status=status,
        overall_survival_months=measured.months if measured and lived else None,
        follow_up_months=measured.months if measured and not lived else None,
        overall_survival=value if lived else None,
        follow_up=None if lived else value,
    )


def _is_told(index: int, prose: Prose) -> bool:
    """Whether a sentence goes on with the patient's story rather than drawing its moral."""
    words = prose.words(prose.sentences[index])
    return not concludes(index, prose) and bool(PERSON.search(words) or LIVES.search(words) or not GENERAL.search(words))


def _is_death(asserted: AssertedMention, within: set[int], prose: Prose) -> bool:
    judgement, mention = asserted.judgement, asserted.mention
    if mention.sentence not in within or judgement.experiencer != "patient" or judgement.status in ("absent", "hypothetical", "planned"):
        return False
    sentence = prose.sentences[mention.sentence]
    return not NOT_OURS.search(prose.text[max(sentence.start, mention.start - 60) : min(sentence.end, mention.end + 20)])


def _is_survival(fact: DurationFact, events: Sequence[EventFact], prose: Prose) -> bool:
    """Whether the length is the time that the patient lived."""
    sentence = prose.sentences[fact.span.sentence]
    before, after = prose.text[sentence.start : fact.span.start], prose.text[fact.span.end : sentence.end]
    if says("rate of survival", prose.text[fact.span.start : sentence.end]):
        return False
    near = [e for e in events if e.kind == "survival" and e.value == "os" and e.span.sentence == fact.span.sentence]
    if any(abs(e.span.end - fact.span.start) < 60 or abs(fact.span.end - e.span.start) < 30 for e in near):
        return True
    return not says("counted from the event before", after) and bool(DIED.search(before[-60:]) or DIED.search(after[:60]))


def _life(
    events: Sequence[EventFact], durations: Sequence[DurationFact], told: Sequence[int], prose: Prose, report: Report
) -> Value[VitalStatus] | None:
    """Alive, where one of the last sentences shows the patient living."""
    for position, index in enumerate(reversed(told[-LATE:])):
        sentence = prose.sentences[index]
        match = LIVES.search(prose.words(sentence))
        if match and (position < LATEST or "alive" in match[0].lower()):
            at = Span(sentence.start + match.start(), sentence.start + match.end(), index)
            return Value[VitalStatus](value="alive", evidence=(_quote(at, prose, report),), confidence=0.85)
        good = next((e for e in events if e.span.sentence == index and e.judgement.experiencer == "patient" and _is_good(e)), None)
        times = [f for f in durations if f.span.sentence == index and f.judgement.experiencer == "patient"]
        lasting = LASTS.search(prose.words(sentence))
        if position > 1 or not (good or lasting):
            continue
        if any(e.kind == "progression" and e.span.sentence == index and e.judgement.is_fact for e in events):
            continue
        late = next((f for f in times if (f.months >= SINCE and (f.gap or not MAINTAINED.search(_around(f, prose)))) or f.comparator == ">"), None)
        if late is not None and (lasting or (good and (good.kind == "freedom" or late.comparator == ">")) or (good and late.gap and good.value in ("complete_response", "stable_disease"))):
            return Value[VitalStatus](value="alive", evidence=(_quote(late.span, prose, report),), confidence=0.7)
        if position == 0 and good and good.kind == "freedom" and not times:
            return Value[VitalStatus](value="alive", evidence=(_quote(good.span, prose, report),), confidence=0.6)
        if position == 0 and lasting and ONGOING.match(lasting[0]):
            at = Span(sentence.start + lasting.start(), sentence.start + lasting.end(), index)
            return Value[VitalStatus](value="alive", evidence=(_quote(at, prose, report),), confidence=0.6)
    return None


def _is_good(event: EventFact) -> bool:
    if event.kind == "freedom":
        return True
    return event.kind == "response" and event.judgement.status == "present" and event.value not in ("progressive_disease", "no_response")


def _follow_up(durations: Sequence[DurationFact], told: Sequence[int], prose: Prose) -> DurationFact | None:
    """The longest time, in the latest sentence that tells one, for which he was seen to live."""
    latest = set(told[-LATEST:])
    found = [f for f in durations if f.span.sentence in latest and f.judgement.experiencer == "patient" and _is_followed(f, prose)]
    return max(found, key=lambda f: (f.span.sentence, f.months), default=None)


def _is_followed(fact: DurationFact, prose: Prose) -> bool:
    """Whether the words around a time speak of living with or without the disease, rather than of its course or treatment."""
    sentence = prose.sentences[fact.span.sentence]
    before = prose.text[max(sentence.start, fact.span.start - REACH) : fact.span.start]
    after = prose.text[fact.span.end : min(sentence.end, fact.span.end + REACH)]
    if not FOLLOWED.search(_around(fact, prose)):
        return False
    if says("seen well then", before + after):
        return True
    return not (says("no follow-up before", before) or says("no follow-up after", after))


def _around(fact: DurationFact, prose: Prose) -> str:
    sentence = prose.sentences[fact.span.sentence]
    return prose.text[max(sentence.start, fact.span.start - 70) : fact.span.start] + " " + prose.text[fact.span.end : min(sentence.end, fact.span.end + 50)]


def _mention(asserted: AssertedMention, prose: Prose, report: Report) -> Evidence:
    mention = asserted.mention
    return _quote(Span(mention.start, mention.end, mention.sentence), prose, report)


def _quote(span: Span, prose: Prose, report: Report) -> Evidence:
    return report.evidence(span.start, span.end, section=prose.sentences[span.sentence].heading)

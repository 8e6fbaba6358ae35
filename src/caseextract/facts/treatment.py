"""Linked mentions → treatments: drugs named together, and whether the sentence says that they were given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from caseextract import caseblind as re
from caseextract.knowledge import Entry, lexicon
from caseextract.schema import Agent, Report
from caseextract.schema.fact import Span, TreatmentFact
from caseextract.schema.mention import AssertedMention, Judgement, Mention
from caseextract.schema.numbers import ordinal_of
from caseextract.schema.prose import Prose, Sentence
from caseextract.schema.treatment import Modality

DRUG = ("agent", "agent_class", "regimen")
OTHER: dict[str, Modality] = {
    "surgery": "surgery",
    "radiotherapy": "radiotherapy",
    "chemoradiation": "chemoradiation",
    "transplant": "transplant",
    "local": "local",
}
DOSE = re.compile(
    r"[\d.,×x/ -]*\d ?(?:mg|g|mcg|µg|μg|ug|IU|MIU|MU|U|units?|mCi|GBq|mL|ml|%|Gy|kg|courses?|cycles?|doses?|weeks?|days?|hours?|h|months?|times?|mq|AUC)?"
    r"(?:[/ ](?:m2|m²|m\^2|sqm|kg|day|d|mq|week|dose|min|body|BW|m|h|square met(?:er|re)))*(?:\d)?|\bAUC\b|\bq\d?\w\b|\bd\d+\b|\bdays?\b"
)
SKIPPED = frozenset(
    """the a an then of at in on for by per day days daily weekly biweekly monthly every other week weeks hours once twice thrice times three four two
    oral orally intravenous intravenously iv i v po p o s c sc subcutaneous subcutaneously infusion bolus continuous dose doses dosage dosed high low
    standard full reduced mg g kg m body area under curve auc regimen protocol target cycle cycles course courses single agent single-agent drug drugs
    agents inhibitor inhibitors monoclonal antibody anti humanized recombinant therapy treatment chemotherapy antibodies hormone combination combined
    combining concurrent concurrently concomitant concomitantly simultaneous simultaneously with and plus together along well as including consisting comprising
    containing based using e i bid tid qd both also namely additional addition to pegylated pulse pulsed vs tki mab po. iv. schedule schema hepatic local
    loading maintenance sequential alternating low-dose high-dose metronomic starting given administered days1 interval followed infusional hour over min minutes
    x pan selective oral novel potent irreversible reversible q2w q3w q4w q21d q28d coupled total cumulative fraction mq analogue analog derivative an""".split()
)
JOINING = re.compile(r"[+&]|\b(?:and|plus|coupled|combin\w+|together|along|as well as|added|addition|concurrent\w*|concomitant\w*|simultaneous\w*|alongside)\b", re.I)
BREAKING = re.compile(
    r"\b(?:followed by|then|subsequently|before|after|switched|changed|replaced|sequential(?:ly)?|later|thereafter|or|prior|instead|successively|finally|next|progress\w+|first|second|third)\b|->|→|;|\band (?:then )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:\w+ )?(?:cycles|courses)\b",
    re.I,
)
PHASE_DONE = re.compile(r"^\s*(?:was|were|led|resulted|achieved|induced|produced|failed|,|with|therapy|treatment)\b", re.I)
SUCCEEDING = re.compile(r"\bfollowed by\b|\band then\b|, then\b|\bthen by\b", re.I)
AFTERWARDS = re.compile(r"(?:^|[.;,]\s*|\s)(?:after|following|upon|despite|due to|because of|on|with|owing to|beyond|since)\b[^.;,]*$", re.I)
BEGUN = re.compile(r"^\s*(?:\([^)]*\)\s*)?(?:(?:mono)?therapy |treatment |monotherapy |\d+ ?mg\S* (?:\w+ ){0,3}|as (?:\w+[- ]){1,4})?(?:was|were|had|is|has|led|resulted|as|produced|achieved|induced|at a dose)\b", re.I)
TOGETHER = re.compile(r"\bcoupled with|\bin combination with|\bcombined with|\btogether with|\balong with|\bconcurrent|\bconcomitant|\bin addition to", re.I)
STARTED = frozenset("was were initiated started begun given administered commenced treated received continued used he she patient then short low course".split())
EXPANDING = re.compile(r"\(|\b(?:with|of|consisting|consisted|comprising|including|included|using|containing|based on|namely|that is|i\.e|by)\b|:", re.I)
EXHAUSTED = re.compile(r"\b(?:refractory|resistant|resistance|intolerant|unresponsive|failed|failures? of|failing|progress\w+ (?:on|after|under))\W+(?:(?:to|of|at|least|both|prior|previous|with|and/or|including)\W+){0,3}$", re.I)
COUNTED = re.compile(r"\blines? of [^.;()]{0,70}[(:]\s*$", re.I)
FORMER = re.compile(r"\b(?:previous(?:ly)?|prior|after|following|failed|failures? of|refractory|resistant|pretreated|had received)\b[^\w,;]+(?:[\w-]+[^\w,;]+){0,4}$", re.I)
SEQUENCE = re.compile(r"\b(?:lines? of [^.;]{0,40}including|therapies including|treatments including|regimens including|successively|sequentially|sequential|consecutively|in turn|one after another|respectively)\b", re.I)

GIVEN_BEFORE = re.compile(
    r"\b(?:receiv(?:ed|es|ing|e)|treat(?:ed|ing)|treatments?|completed|given|gave|start(?:ed|ing)?|initiat(?:ed|ing|ion)|commenc(?:ed|ing|ement)|administ(?:ered|ration|ering)|underwent|undergone|undergo(?:ing)?|went on to|proceeded to|kept on|been on|was on|is on|remains on|under|status post|s/p"
    r"|put|placed|prescribed|switch(?:ed|ing)?|chang(?:ed|ing)|convert(?:ed)?|enrol+ed|began|begun|add(?:ed|ition|ing)|continu(?:ed|ing)|maintained|cycles?|courses?|took|taking|taken|introduc(?:ed|tion)"
    r"|instituted|performed|applied|employed|used|using|managed|therapy|regimens?|rechalleng\w+|chemotherapy|delivered|injections?|infusions?|transitioned|opted|resum\w+|re-?start\w*|completed|comprised|included|consisted|attempted|tried|trial|implemented|offered and|selected|chosen|chose|decided|injected|adopted|proceeded)\b"
    r"(?:[^.;]{0,70})$",
    re.I,
)
GIVEN_AFTER = re.compile(
    r"^[^.;]{0,50}?\b(?:was|were|had been|has been|is|have been|being)(?: \w+ly| then| also| again| thus| therefore)? (?:start(?:ed)?|initiated|administ(?:er)?ed|given|added|introduced|commenced|prescribed|used|continued|applied"
    r"|instituted|chosen|resumed|restarted|performed|delivered|done|employed|carried out|undertaken|begun|selected|received|attempted|tried|completed|reinitiated|reintroduced|injected|adopted|provided|infused|repeated|discontinued|stopped|changed|switched|replaced)\b"
    r"|^[^.;]{0,40}?\b(?:followed|began|started|ensued|resulted|led|achieved|induced|yielded|showed|failed|was effective|was ineffective|was unsuccessful|improved|produced|provided|brought|kept|caused)\b",
    re.I,
)
EARLIER = re.compile(
    r"\b(?:after|following|despite|prior|previous(?:ly)?|fail(?:ed|ure|ures|ing)|refractory|resistan(?:t|ce)|had (?:been|received|undergone|already|not|previously|progressed|failed)|history|pretreated|pre-treated|post"
    r"|(?:progress|relaps|recurr)\w+ (?:on|after|under|during|following|despite|while)|intoleran\w+|unresponsive|beyond|before|including)\b\W+(?:[\w/-]+\W+){0,6}$",
    re.I,
)
ANAPHORIC = re.compile(r"\b(?:the|this|that|these|his|her|their|during|after|following|such|same|under|of|on|completed|completing|completion|despite|by|post|before|since|to|while|with)(?: (?:\w+ ){0,3})?$", re.I)
GENERAL = re.compile(
    r"\b(?:mechanisms?|activity|effectiveness|roles?|use of|sensitiv\w+|targets?|target of|targeted by|efficacy of|experience with|benefits? (?:of|from)|effects? of|trials? of|study of|studies of|approv\w+|inhibitors? such as|such as|e\.g\.,?"
    r"|analog(?:ue)?s? of|resistance mutations? to|option|candidate|levels?|allerg\w+|hypersensitivity|induced by|associated with|caused by|attributed to|secondary to|related to|known|biosimilar|metabol\w+|response rate|compared (?:to|with)|similar to|unlike|like|against)\b(?: \w+){0,4}[ (]*$",
    re.I,
)
CONDITIONING = re.compile(r"\b(?:condition\w+|preparative|lymphodeplet\w+|mobili[sz]\w+|prophyla\w+|post-?transplant)\b", re.I)
GENERIC_CLASSES = frozenset({"chemotherapy", "targeted therapy", "immunotherapy", "tyrosine kinase inhibitor", "monoclonal antibody", "hormone therapy", "systemic therapy", "salvage therapy", "antineoplastic therapy", "high-dose chemotherapy"})
TRACER = re.compile(r"^[\s-]*(?:scans?|scintigra\w+|PET|SPECT|uptake|receptors?|imaging|avid|test\w*|levels?|concentrations?|label\w*|release assay|scintiscan|resistance mutation|somatostatin)\b", re.I)
FAILED_AFTER = re.compile(r"^[\s-]*(?:failures?|refractory|resistan\w+|experienced|pre-?treated|intoleran\w+)\b", re.I)
FAILED_LINE = re.compile(r"\b(?:after|following|failures? (?:of|to)|failed|refractory to|progress\w+ (?:on|after|during|under)|resistan\w+ to|despite|relaps\w+ (?:after|on|during)|beyond|post)\s+(?:\w+[\s-]){0,3}$", re.I)
FAILED_LINE_AFTER = re.compile(r"^[\s-]*(?:\w+[\s-]){0,2}?(?:failures?|failed)\b", re.I)
GENERAL_AFTER = re.compile(r"^(?:[- ](?:induced|related|associated|resistance mutation|sensitiv\w+|sensitizing|target\w+)|(?: is| are| may| might| could| can| has been| have been)(?: \w+){0,3}? (?:an? |the |effective|approved|known|considered|shown|reported|recommended|active|associated|standard))", re.I)
STOPPED_AFTER = re.compile(r"^[^.;,]{0,50}?\b(?:discontinu\w+|stopp\w+|ceased|terminated|interrupted|suspended|withdrawn|withheld|halted|held)\b", re.I)
STOPPED_BEFORE = re.compile(r"\b(?:discontinu\w+|stopp\w+|ceas\w+|terminat\w+|interrupt\w+|suspend\w+|withdraw\w+|withh\w+)(?: of| the| with| \w+)?[^.;,]{0,20}$", re.I)
RESTARTED = re.compile(r"\b(?:re-?start|resum|re-?challeng|re-?initiat|re-?introduc|re-?administ|re-?treat|re-?institut|again\b|once more|re-?expos)", re.I)
ADDED = re.compile(r"\b(?:add(?:ed|ing|ition of)|adding)\b[^.;,]{0,40}$", re.I)
ADDED_AFTER = re.compile(r"^[^.;]{0,25}\b(?:was|were|had been) (?:then |also |subsequently |later |thereafter |additionally )?added\b", re.I)
SWITCHED = re.compile(r"\b(?:switch\w*|chang\w+|convert\w+|replac\w+|transition\w*|shifted|substitut\w+|crossed over|escalated)\b[^.;]{0,40}$", re.I)
ALONE = re.compile(r"^[^.;,]{0,25}\b(?:alone|monotherapy|only|single agent|single-agent|maintenance)\b", re.I)

def gather(mentions: Sequence[AssertedMention], prose: Prose, report: Report) -> tuple[TreatmentFact, ...]:
    """Treatments in the order of the text."""
    by_sentence: dict[int, list[AssertedMention]] = {}
    for asserted in mentions:
        by_sentence.setdefault(asserted.mention.sentence, []).append(asserted)
    found: list[TreatmentFact] = []
    for index, inside in by_sentence.items():
        found.extend(_in_sentence(inside, prose.sentences[index], prose.text, report))
    return tuple(sorted(found, key=lambda fact: fact.span.start))


def _in_sentence(inside: list[AssertedMention], sentence: Sentence, text: str, report: Report) -> Iterator[TreatmentFact]:
    named = [asserted for asserted in inside if asserted.mention.kind in DRUG and not _unclear(asserted.mention, inside, text)]
    companions = [asserted.mention for asserted in inside if asserted.mention.kind == "supportive"]
    facts = [fact for group in _groups(named, text, companions) for fact in _drug_facts(group, inside, sentence, text, report)]
    for asserted in inside:
        if asserted.mention.kind in OTHER:
            facts.append(_other(asserted, sentence, text))
    facts.extend(_bare_phases(inside, facts, sentence, text, report))
    facts.sort(key=lambda fact: fact.span.start)
    yield from _with_details(_chemoradiation(facts, text), inside, sentence, text)


def _bare_phases(
    inside: list[AssertedMention], facts: list[TreatmentFact], sentence: Sentence, text: str, report: Report
) -> Iterator[TreatmentFact]:
    """"received induction", "was given consolidation": chemotherapy of which not even the class is named."""
    for asserted in inside:
        mention = asserted.mention
        if mention.kind != "phase" or mention.groups["phase"] not in ("induction", "consolidation"):
            continue
        if any(abs(fact.span.start - mention.end) < 60 or abs(mention.start - fact.span.end) < 60 for fact in facts):
            continue
        if GIVEN_BEFORE.search(text[max(sentence.start, mention.start - 60) : mention.start]) or PHASE_DONE.match(text[mention.end : mention.end + 40]):
            evidence = report.evidence(mention.start, mention.end, section=sentence.heading)
            yield TreatmentFact(
                span=Span(mention.start, mention.end, sentence.index),
                modality="systemic",
                agents=(_agent("chemotherapy", "none", (evidence,)),),
                judgement=asserted.judgement,
                given=True,
                phase=mention.groups["phase"],
                details=(Span(mention.start, mention.end, sentence.index),),
            )


def _unclear(mention: Mention, inside: list[AssertedMention], text: str) -> bool:
    """Whether it is a scan's tracer, or an ambiguous regimen acronym without the words that would make it one."""
    if mention.kind == "agent" and TRACER.match(text[mention.end : mention.end + 25]):
        return True
    if mention.kind != "regimen" or lexicon("regimens")[mention.label].get("ambiguous") != "yes":
        return False
    around = text[max(0, mention.start - 45) : mention.end + 45]
    if re.fullmatch(r"R[012²]", text[mention.start : mention.end]):
        return not re.search(r"R[2²][ -](?:regimen|therap|treat|protocol)", around)
    return not re.search(r"regimen|chemotherap|theraph|cycles? |courses? |protocol|therapy|treated with|combination|\bline\b|received", around, re.I)


def _groups(named: list[AssertedMention], text: str, companions: list[Mention]) -> Iterator[list[AssertedMention]]:
    group: list[AssertedMention] = []
    for asserted in named:
        again = asserted.mention.kind == "agent" and any(a.mention.label == asserted.mention.label for a in group)
        apart = again and not re.fullmatch(r"\s*[(\[]\s*", text[group[-1].mention.end : asserted.mention.start])
        if group and (apart or not _joined(group[-1].mention, asserted.mention, text, companions)):
            yield group
            group = []
        group.append(asserted)
    if group:
        yield group


def _joined(first: Mention, second: Mention, text: str, companions: list[Mention]) -> bool:
    gap = text[first.end : second.start]
    for companion in companions:
        if first.end <= companion.start and companion.end <= second.start:
            gap = gap.replace(text[companion.start : companion.end], " ")
    if re.match(r"^\s*(?:\([^)]*\)\s*)?maintenance\b", text[second.end : second.end + 30]) and re.search(r"\band\b|,", gap):
        return False
    if re.fullmatch(r"\s*(?:\([^)]*\)\s*)?,\s*", gap) and AFTERWARDS.search(text[max(0, first.start - 70) : first.start]) and BEGUN.match(text[second.end : second.end + 40]):
        return False
    if len(gap) > 160 or BREAKING.search(re.sub(r"\bthen\b", "", gap) if TOGETHER.search(gap) else gap):
        return False
    words = re.findall(r"[A-Za-zéü]+", DOSE.sub(" ", gap).lower())
    allowed = SKIPPED | STARTED if TOGETHER.search(gap) else SKIPPED
    return all(word in allowed for word in words)


def _drug_facts(
    group: list[AssertedMention], inside: list[AssertedMention], sentence: Sentence, text: str, report: Report
) -> Iterator[TreatmentFact]:
    before = text[sentence.start : group[0].mention.start]
    if len(group) > 1:
        parts = _in_sequence(group, before, text)
        if len(parts) > 1:
            for part in parts:
                yield from _drug_facts(part, inside, sentence, text, report)
            return
    members = _without_apposed_classes(group, text)
    agents: dict[str, Agent] = {}
    optional: dict[str, Agent] = {}
    regimen = None
    spelled = _spelled_out(members, text)
    for asserted in members:
        mention = asserted.mention
        evidence = (report.evidence(mention.start, mention.end, section=sentence.heading),)
        if mention.kind == "regimen":
            regimen = regimen or text[mention.start : mention.end]
            if asserted is spelled:
                continue
            entry = lexicon("regimens")[mention.label]
            for name in entry.listed("agents"):
                agents.setdefault(name, _agent(name, "synonym", evidence))
            for name in entry.listed("optional_agents"):
                optional.setdefault(name, _agent(name, "synonym", evidence))
        else:
            agents.setdefault(mention.label, _agent(mention.label, mention.matched_by, evidence))
    if not agents:
        return
    if "CAR-T cells" in agents and len(agents) > 1:
        agents = {name: agent for name, agent in agents.items() if name != "CAR-T cells" or not any("leucel" in other for other in agents)}
    first, last = group[0].mention, group[-1].mention
    around = text[max(sentence.start, first.start - 45) : first.start] + " " + text[last.end : min(sentence.end, last.end + 45)]
    if CONDITIONING.search(around) and not any(a.is_class and a.name != "conditioning regimen" for a in agents.values()):
        return
    if set(agents) <= {"conditioning regimen", "lymphodepleting conditioning", "H. pylori eradication", "complementary therapy"}:
        return
    yield TreatmentFact(
        span=Span(first.start, last.end, sentence.index),
        modality="local" if _is_local(first, inside) else "systemic",
        agents=tuple(agents.values()),
        optional=tuple(agent for name, agent in optional.items() if name not in agents),
        regimen=regimen,
        judgement=_judgement(group),
        **_said(before, text[last.end : sentence.end], group, text[_last_named(inside, first, sentence) : first.start]),
    )


def _spelled_out(members: list[AssertedMention], text: str) -> AssertedMention | None:
    """The acronym whose drugs the text itself lists right after it: "RCD (lenalidomide, cyclophosphamide …)"."""
    for position, asserted in enumerate(members[:-2]):
        following = members[position + 1 :]
        gap = text[asserted.mention.end : following[0].mention.start]
        if asserted.mention.kind == "regimen" and re.match(r"^[^,;.]{0,20}[(:]\s*$", gap) and all(a.mention.kind == "agent" for a in following):
            return asserted
    return None


def _judgement(group: list[AssertedMention]) -> Judgement:
    return next((asserted.judgement for asserted in group if not asserted.judgement.is_fact), group[0].judgement)


def _last_named(inside: list[AssertedMention], first: Mention, sentence: Sentence) -> int:
    """Where the drug named before ends, or the sentence begins."""
    return max((a.mention.end for a in inside if a.mention.kind in DRUG and a.mention.end <= first.start), default=sentence.start)


def _said(before: str, after: str, group: list[AssertedMention], since: str) -> dict[str, Any]:
    near = before[-90:]
    classes = all(asserted.mention.kind == "agent_class" for asserted in group)
    given = bool(GIVEN_BEFORE.search(near) or GIVEN_AFTER.match(after))
    return {
        "given": given and not GENERAL.search(near[-60:]),
        "restart": bool(RESTARTED.search(near[-45:]) or re.match(r"^[^.;,]{0,12}\b(?:once again|again)\b", after) or re.match(r"^[^.;,]{0,40}\b(?:was|were) (?:re-?start|resum|re-?initiat|re-?introduc)", after)),
        "stopped": bool(STOPPED_AFTER.match(after) or STOPPED_BEFORE.search(near)),
        "joined": bool(ADDED.search(near) or ADDED_AFTER.match(after)),
        "switched": bool(SWITCHED.search(near)),
        "earlier": bool(EARLIER.search(since[-90:]) or FAILED_AFTER.match(after)),
        "anaphoric": classes and bool(ANAPHORIC.search(near) or not near.strip()),
        "alone": bool(ALONE.match(after)),
    }


def _in_sequence(group: list[AssertedMention], before: str, text: str) -> list[list[AssertedMention]]:
    """The courses that a list names: one, or one after another ("failed A/B and C": A with B, then C)."""
    if _is_sequence(group, before, text):
        return [[asserted] for asserted in group]
    gaps = [text[a.mention.end : b.mention.start] for a, b in pairwise(group)]
    whole = any(a.mention.kind == "regimen" and len(lexicon("regimens")[a.mention.label].listed("agents")) > 1 for a in group)
    former = FORMER.search(before[-60:]) or EXHAUSTED.search(before[-60:])
    tight = [bool(re.search(r"[/+]|\bplus\b|^-$", gap)) for gap in gaps]
    counted = COUNTED.search(before[-90:])
    if not (counted or (former and (any(tight) or whole))) or all(tight):
        return [group]
    parts = [[group[0]]]
    for asserted, bound in zip(group[1:], tight, strict=True):
        if bound:
            parts[-1].append(asserted)
        else:
            parts.append([asserted])
    return parts


def _is_sequence(group: list[AssertedMention], before: str, text: str) -> bool:
    """Whether a list names courses one after another instead of one combination."""
    first, last = group[0].mention, group[-1].mention
    gaps = [text[a.mention.end : b.mention.start] for a, b in pairwise(group)]
    if SEQUENCE.search(before[-60:]) and not all(re.fullmatch(r"\s?[-/+]\s?", gap) for gap in gaps):
        return True
    if EXHAUSTED.search(before[-60:]) and not re.search(r"combin|plus|\+|/|with|together|concurrent|based|contain", text[first.start : last.end]):
        return True
    labels = {asserted.mention.label for asserted in group if asserted.mention.kind == "agent_class"}
    between = text[first.start : last.end]
    return len(labels) > 1 and "," in between and not re.search(r"combin|plus|\+|with|together|concurrent", between)


def _without_apposed_classes(group: list[AssertedMention], text: str) -> list[AssertedMention]:
    """Drop "chemotherapy" in "chemotherapy with cisplatin" and the class in "the TKI sorafenib"."""
    if all(asserted.mention.kind == "agent_class" for asserted in group):
        between = text[group[0].mention.start : group[-1].mention.end]
        precise = [asserted for asserted in group if asserted.mention.label not in GENERIC_CLASSES]
        return precise if precise and len(precise) < len(group) and not JOINING.search(between) else group
    kept = []
    for position, asserted in enumerate(group):
        if asserted.mention.kind == "agent_class":
            following = group[position + 1].mention if position + 1 < len(group) else None
            previous = group[position - 1].mention if position else None
            gap_after = text[asserted.mention.end : following.start] if following else None
            gap_before = text[previous.end : asserted.mention.start] if previous else None
            if gap_before is not None and re.search(r"(?<!well )\bas (?!well)", gap_before):
                continue
            joined_before = gap_before is not None and bool(JOINING.search(gap_before) or re.search(r"\bwith\b|/", gap_before))
            joined_after = gap_after is not None and bool(JOINING.search(gap_after)) and not re.search(r"\bcombination of\b|\bcombining\b|\bprotocol\b|:", gap_after)
            if not ((previous and joined_before and not (gap_after is not None and not joined_after)) or (following and joined_after and not (gap_before is not None and not joined_before))):
                continue
        kept.append(asserted)
    return kept or group


def _agent(name: str, matched_by: str, evidence: tuple[object, ...]) -> Agent:
    entry: Entry | None = lexicon("agents").get(name)
    is_class = entry is None and name in lexicon("agent_classes")
    code = entry.get("code") if entry else ""
    vocabulary, _, number_ = code.partition(":")
    return Agent(
        name=name,
        codes={vocabulary.lower(): number_} if number_ else {},
        agent_class=(entry.get("class") or None) if entry else None,
        is_class=is_class,
        matched_by=matched_by,
        evidence=evidence,
    )


def _is_local(first: Mention, inside: list[AssertedMention]) -> bool:
    return any(other.mention.kind == "route" and 0 <= first.start - other.mention.end < 45 for other in inside)


def _other(asserted: AssertedMention, sentence: Sentence, text: str) -> TreatmentFact:
    mention = asserted.mention
    if re.search(r"\b(?:not|never|without|no)\s+(?:\w+\s+)?$", text[max(sentence.start, mention.start - 22) : mention.start], re.I):
        asserted = asserted.with_judgement(status="absent")
    near, after = text[max(sentence.start, mention.start - 90) : mention.start], text[mention.end : sentence.end]
    return TreatmentFact(
        span=Span(mention.start, mention.end, sentence.index),
        modality=OTHER[mention.kind],
        agents=(),
        judgement=asserted.judgement,
        given=bool(GIVEN_BEFORE.search(near) or GIVEN_AFTER.match(after)),
        earlier=bool(EARLIER.search(near)),
        anaphoric=bool(ANAPHORIC.search(near)),
        restart=bool(RESTARTED.search(near[-45:])),
    )


def _chemoradiation(facts: list[TreatmentFact], text: str) -> list[TreatmentFact]:
    """Radiation said to run together with drugs is one course with them."""
    merged: list[TreatmentFact] = []
    for fact in facts:
        last = merged[-1] if merged else None
        if last is not None and {last.modality, fact.modality} in (
            {"systemic", "radiotherapy"}, {"systemic", "chemoradiation"}, {"radiotherapy", "chemoradiation"}, {"chemoradiation"}, {"radiotherapy"}
        ):
            gap = text[last.span.end : fact.span.start]
            if last.modality == fact.modality == "radiotherapy" and len(gap) < 45:
                merged[-1] = replace(last, span=Span(last.span.start, fact.span.end, fact.span.sentence))
                continue
            together = re.search(r"concurrent|concomitant|combin|simultaneous|together|along with|associated with", gap, re.I)
            crt = "chemoradiation" in (last.modality, fact.modality)
            if len(gap) < 90 and not BREAKING.search(gap) and (together or (crt and len(gap) < 60 and not re.search(r"\band\b", gap))):
                drugs = last if last.agents else fact
                merged[-1] = replace(
                    drugs,
                    span=Span(last.span.start, fact.span.end, fact.span.sentence),
                    modality="chemoradiation",
                    given=last.given or fact.given,
                )
                continue
        if last is not None and fact.modality == "transplant" and last.names <= {"high-dose chemotherapy", "conditioning regimen", "chemotherapy"} and last.names:
            gap = text[last.span.end : fact.span.start]
            if len(gap) < 30 and re.search(r"^\s*(?:\([^)]*\)\s*)?(?:with|and|followed by|supported by|plus|/)\b", gap) and (last.names != {"chemotherapy"} or "high-dose" in text[max(0, last.span.start - 12) : last.span.start]):
                merged[-1] = fact
                continue
        if last is not None and {last.modality, fact.modality} == {"local", "systemic"} and (last.agents == () or fact.agents == ()):
            gap = text[last.span.end : fact.span.start]
            if len(gap) < 30 and re.search(r"\b(?:with|of|using)\b|^[ -]?\(?$", gap) and not BREAKING.search(gap):
                drugs = last if last.agents else fact
                merged[-1] = replace(drugs, span=Span(last.span.start, fact.span.end, fact.span.sentence), modality="local")
                continue
        merged.append(fact)
    return merged


def _with_details(
    facts: list[TreatmentFact], inside: list[AssertedMention], sentence: Sentence, text: str
) -> Iterator[TreatmentFact]:
    """Hand line, setting, phase and cycles of the sentence to the treatment that each stands nearest to."""
    facts = _distributed(facts, inside)
    for kind in ("line", "setting", "phase", "cycles"):
        for asserted in inside:
            if asserted.mention.kind != kind or any(Span(asserted.mention.start, asserted.mention.end, sentence.index) in fact.details for fact in facts):
                continue
            position = _nearest(asserted.mention, facts, text)
            if position is not None:
                facts[position] = _detailed(facts[position], asserted.mention, text)
    yield from _spread(facts, text)


def _spread(facts: list[TreatmentFact], text: str) -> list[TreatmentFact]:
    """Hand on a setting said once for a sequence: "neoadjuvant X followed by Y", "X and then Y as neoadjuvant therapy"."""
    found = list(facts)
    for position in range(1, len(found)):
        first, second = found[position - 1], found[position]
        gap = text[first.span.end : second.span.start]
        if not (first.agents and second.agents) or not SUCCEEDING.search(gap) or "." in gap:
            continue
        if first.setting in ("neoadjuvant", "adjuvant") and second.setting is None and second.line is None:
            found[position] = replace(second, setting=first.setting, details=(*second.details, first.details[0]) if first.details else second.details)
        elif second.setting == "neoadjuvant" and first.setting is None and first.line is None:
            found[position - 1] = replace(first, setting="neoadjuvant", details=(*first.details, second.details[0]) if second.details else first.details)
    return found


def _distributed(facts: list[TreatmentFact], inside: list[AssertedMention]) -> list[TreatmentFact]:
    """"A, B and C as first-, second- and third-line": as many ordinals in a row as treatments in a row."""
    lines = [a.mention for a in inside if a.mention.kind == "line"]
    drugs = [fact for fact in facts if fact.agents]
    if len(lines) < 2 or len(lines) != len(drugs) or any(fact.line for fact in facts):
        return facts
    apart = drugs[-1].span.end <= lines[0].start or lines[-1].end <= drugs[0].span.start
    numbers = [ordinal_of(mention.groups["ordinal"]) for mention in lines]
    if not apart or numbers != sorted(numbers, key=lambda n: n or 0):
        return facts
    given = {id(fact): mention for fact, mention in zip(drugs, lines, strict=True)}
    return [_detailed(fact, given[id(fact)], "") if id(fact) in given else fact for fact in facts]


def _nearest(mention: Mention, facts: list[TreatmentFact], text: str) -> int | None:
    best: tuple[float, int] | None = None
    for position, fact in enumerate(facts):
        if mention.kind in ("line", "phase", "cycles") and fact.modality in ("surgery", "radiotherapy") and any(f.agents for f in facts):
            continue
        gap = text[mention.end : fact.span.start] if mention.end <= fact.span.start else text[fact.span.end : mention.start]
        cost = float(len(gap))
        if mention.start > fact.span.end:
            cost *= 1.6 if mention.kind != "cycles" else 1.2
            if re.match(r"^,? ?(?:\([^)]*\) ?)?(?:was |were )?(?:given |administered |started |initiated |used )?as\b", gap) or re.search(r"\bas (?:an? |the )?$|^ ?\($", gap):
                cost *= 0.2
            if kind_for(mention) == "cycles" and re.search(r"\b(?:for|of|after|×|x)\s*$", gap):
                cost *= 0.4
        if re.search(r"[;]|\b(?:followed by|then|subsequently)\b", gap):
            cost += 40
        cost += 15 * gap.count(",")
        if cost < 110 and (best is None or cost < best[0]):
            best = (cost, position)
    return best[1] if best else None


def kind_for(mention: Mention) -> str:
    """The mention's kind."""
    return mention.kind


def _detailed(fact: TreatmentFact, mention: Mention, text: str) -> TreatmentFact:
    details = (*fact.details, Span(mention.start, mention.end, mention.sentence))
    if mention.kind == "line" and fact.line is None:
        if mention.end <= fact.span.start or mention.start >= fact.span.end:
            before = text[max(0, mention.start - 45) : mention.start]
            after = text[mention.end : mention.end + 45]
            if (FAILED_LINE.search(before) or FAILED_LINE_AFTER.match(after)) and not (mention.end <= fact.span.start and fact.span.start - mention.end < 25 and not FAILED_LINE_AFTER.match(after)):
                return replace(fact, after_line=ordinal_of(mention.groups["ordinal"]))
        return replace(fact, line=ordinal_of(mention.groups["ordinal"]), details=details)
    if mention.kind == "setting" and fact.setting is None:
        return replace(fact, setting=mention.groups["setting"], details=details)
    if mention.kind == "phase" and fact.phase is None:
        return replace(fact, phase=mention.groups["phase"], details=details)
    if mention.kind == "cycles" and fact.cycles is None:
        return replace(fact, cycles=ordinal_of(mention.groups.get("n") or mention.groups.get("n2", "")), details=details)
    return fact

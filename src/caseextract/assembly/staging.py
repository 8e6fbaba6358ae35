"""Stages and extents stated → those of one tumour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from caseextract import caseblind as re
from caseextract.assembly.tumor_groups import HAEMATOLOGICAL, Group
from caseextract.facts.diagnosis import Tumor, chain, is_general
from caseextract.knowledge import ancestors, lexicon, tissue
from caseextract.schema import Report, Stage, StageSystem, Value
from caseextract.schema.diagnosis import Extent
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose

Stated = tuple[AssertedMention, Stage]
UNTOLD = ("background", "discussion", "methods")
MYELOMA, NEUROBLASTOMA = "PCM", ("NBL", "GNBL")
FOURTH_IS_LOCAL = ("Head and Neck", "Thyroid", "Cervix", "Vulva/Vagina", "Penis", "Biliary Tract", "Liver", "Uterus")
"""Tissues whose stage IV may be local: only IVC (of some IVB) is distant there."""
DISTANT_IVB = ("Cervix", "Vulva/Vagina", "Biliary Tract", "Liver", "Uterus")
TWO_STAGED = re.compile(r"(?<!Non-)Small Cell|Neuroendocrine|^Lung$|^Cancer of Unknown Primary")
"""Names of tumours of which "limited" and "extensive disease" are stages."""
ANNOUNCES = re.compile(r"\b(?:we|authors)\b(?: \w+)? (?:report|present|describe)\b[^.;]{0,20}\b(?:an?|the|our|this) (?:[\w-]+ ){0,3}?(?:case|patient|woman|man|boy|girl)\b", re.I)
JUDGED = ("considered", "considered to be", "judged", "deemed")
OF_THE_LIVER = re.compile(r"\b(?:intra-?)?(?:liver|hepatic) metasta|\bmetasta\w+ (?:in|to|of|within) (?:the |his |her )?(?:liver|remnant liver)\b", re.I)
EARLY = re.compile(r"T(?:[0-3]|is|a)[a-e]?(?:mi)?N0(?:M0)?$")
ORGANS = {
    "pulmonary": "lung", "hepatic": "liver", "cerebral": "brain", "osseous": "bone", "skeletal": "bone",
    "skeleton": "bone", "lungs": "lung", "bones": "bone", "peritoneal": "peritoneum", "vertebral": "spine",
    "vertebra": "spine", "vertebrae": "spine", "adrenal": "adrenal gland", "adrenals": "adrenal gland",
}  # fmt: skip


def shared(stages: Sequence[Stated], groups: Sequence[Group], tumors: Sequence[Tumor]) -> list[list[Stated]]:
    """The stages of each group: to the tumour named right behind ("stage IB melanoma"), else last before it, in its sentence or before that."""
    found: list[list[Stated]] = [[] for _ in groups]
    for stated in stages if groups else ():
        at, end = stated[0].mention.start, stated[0].mention.end
        behind = next((t for t in tumors if t.start <= end + 1 <= t.end or 0 <= t.start - end <= 1), None)
        if behind is not None and behind.specificity >= 2:
            owner = next((n for n, g in enumerate(groups) if any((t.sentence, t.end) == (behind.sentence, behind.end) for t in g.tumors)), None)
            if owner is not None:
                found[owner].append(stated)
            if owner is not None or behind.past:
                continue
        nearest = max(
            ((t.sentence == stated[0].mention.sentence, t.start, -n) for n, g in enumerate(groups) for t in g.tumors
             if t.start <= at or t.sentence == stated[0].mention.sentence),
            default=(False, 0, 0),
        )  # fmt: skip
        found[-nearest[2]].append(stated)
    return found


def stages_of(stages: Iterable[Stated], code: str, prose: Prose, *, undivided: bool) -> tuple[Stage, ...]:
    """Distinct stages; a group is not kept beside the same value of a named system, nor a TNM beside a fuller one."""
    found: list[Stage] = []
    for asserted, stated in stages:
        sentence = prose.sentences[asserted.mention.sentence]
        if sentence.index and is_general(prose.words(sentence)):
            continue
        if not undivided and sentence.section in UNTOLD:
            continue
        stage = _in_its_system(stated, code)
        worded = "disease" in stage.evidence[0].quote.lower() or tissue(code) not in HAEMATOLOGICAL
        if stage.system == "VALG" and worded and not _is_two_staged(code):
            continue
        if asserted.mention.kind == "stage_t" and any(_begins(s, stage) for s in found):
            continue
        same = next((s for s in found if s.value == stage.value and _compatible(s, stage)), None)
        if same is None:
            found.append(stage)
        else:
            kept = stage if same.system == "AJCC" else same
            found[found.index(same)] = kept.model_copy(update={"evidence": (*same.evidence, *stage.evidence)})
    return tuple(s for s in found if not any(o is not s and o.value != s.value and _begins(o, s) for o in found))


def _is_two_staged(code: str) -> bool:
    entry = lexicon("oncotree").get(code)
    return entry is None or bool(TWO_STAGED.search(entry.get("name")))


def _compatible(first: Stage, second: Stage) -> bool:
    return first.system == second.system or "AJCC" in (first.system, second.system)


def _begins(longer: Stage, shorter: Stage) -> bool:
    both = longer.system == shorter.system == "TNM" and longer.basis == shorter.basis
    return both and longer.value.startswith(shorter.value)


def _in_its_system(stage: Stage, code: str) -> Stage:
    """A bare numbered stage in the system of its disease: Ann Arbor for lymphoma, ISS for myeloma, INSS for neuroblastoma."""
    if stage.system != "AJCC":
        return stage
    line = (code, *ancestors(code))
    if MYELOMA in line:
        return stage.model_copy(update={"system": "other" if stage.value.endswith(("A", "B")) else "ISS"})
    if tissue(code) == "Lymphoid":
        return stage.model_copy(update={"system": "Ann Arbor"})
    arabic = re.search(r"\b([1-4])([ABSabs]?)\b", stage.evidence[0].quote)
    if any(name in line for name in NEUROBLASTOMA):
        system: StageSystem = "INSS"
        value = arabic[1] + arabic[2].upper() if arabic else stage.value.replace("IVS", "4S")
        return stage.model_copy(update={"system": system, "value": value})
    return stage


def extent_of(
    extents: Sequence[AssertedMention],
    stages: Sequence[Stage],
    group: Group,
    prose: Prose,
    report: Report,
    *,
    undivided: bool,
) -> Value[Extent] | None:
    """How far the tumour had spread at any time of the course; None for leukaemia, lymphoma, myeloma."""
    code, site = group.best.code, group.best.site
    if tissue(code) in HAEMATOLOGICAL:
        return None
    own = [a for a in extents if _is_told(a, prose, undivided) and not _is_home(a, site, prose)]
    if tissue(code) == "CNS/Brain":
        own = [a for a in own if a.mention.groups.get("extent") == "metastatic"]
    order: tuple[Extent, ...] = ("metastatic", "locally_advanced", "localized")
    for kind in order:
        found = [a.mention for a in own if a.mention.groups.get("extent") == kind]
        if found:
            evidence = tuple(
                report.evidence(m.start, m.end, section=prose.sentences[m.sentence].heading) for m in found[:3]
            )
            return Value[Extent](value=kind, evidence=evidence, confidence=0.8)
        staged = next((s for s in stages if means(s, kind, code)), None)
        if staged is not None:
            return Value[Extent](value=kind, evidence=staged.evidence[:1], confidence=0.7)
    return None


def _is_told(asserted: AssertedMention, prose: Prose, undivided: bool) -> bool:
    judgement, sentence = asserted.judgement, prose.sentences[asserted.mention.sentence]
    cue = (judgement.cue or "").lower()
    judged = judgement.status == "hypothetical" and cue.endswith(JUDGED)
    before = prose.text[sentence.start : asserted.mention.start].lower()
    judged = judged or (judgement.status in ("possible", "hypothetical") and cue not in before)
    if not (judgement.status == "present" or judged) or is_general(prose.words(sentence)):
        return False
    labelled = undivided and judgement.cue == sentence.heading
    announced = sentence.section == "background" and ANNOUNCES.search(prose.words(sentence)) is not None
    return judgement.experiencer == "patient" or (judgement.experiencer == "literature" and (labelled or announced))


def _is_home(asserted: AssertedMention, site: str, prose: Prose) -> bool:
    """Whether what it names as invaded is the tumour's own organ."""
    organ = next((value for name, value in asserted.mention.groups.items() if name.startswith("organ")), "").lower()
    if not organ and OF_THE_LIVER.search(prose.text[max(0, asserted.mention.start - 12) : asserted.mention.end + 16]):
        organ = "liver"
    home = {*chain(site), "liver" if site.startswith("intrahepatic") else site}
    return bool(organ and site) and ORGANS.get(organ, organ) in home


def means(stage: Stage, kind: Extent, code: str) -> bool:
    """Whether a stage by itself tells the extent."""
    if stage.system == "TNM":
        return (kind == "metastatic" and "M1" in stage.value) or (
            kind == "localized" and bool(EARLY.match(stage.value))
        )
    if stage.system == "INSS":
        return kind == "metastatic" and stage.value.startswith(("4", "IV", "M"))
    if stage.system == "VALG":
        return kind == "metastatic" and stage.value == "extensive"
    if kind != "metastatic" or stage.system not in ("AJCC", "FIGO") or not stage.value.startswith("IV"):
        return False
    where = tissue(code)
    if where not in FOURTH_IS_LOCAL:
        return code in lexicon("oncotree")
    return (stage.value in ("IV", "IVB") and where in DISTANT_IVB) or stage.value == "IVC"

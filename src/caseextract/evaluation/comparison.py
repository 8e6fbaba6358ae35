"""One article's record against its key, field by field."""

from __future__ import annotations

from caseextract.evaluation.answer import Alteration, Answer, Case, Course, End, Length, Marker, Tumour
from caseextract.evaluation.pairing import pair
from caseextract.evaluation.tally import Tally
from caseextract.evaluation.wording import agents, names_a_class, optional, plain_words, stage

HEADLINE = ("histology", "stage", "genes", "drugs", "line", "response", "duration")
"""The fields whose mean F1 is the headline."""
SECONDARY = (
    "line_stated",
    "alteration_detail",
    "biomarkers",
    "course",
    "progressed",
    "duration_kind",
    "setting",
    "extent",
    "age",
    "sex",
    "vital_status",
    "article",
)

GENOMIC = frozenset({"mutation", "fusion", "amplification", "deletion", "methylation"})
WITH_DRUGS = frozenset({"systemic", "chemoradiation", "local", "transplant"})
WITH_SETTING = frozenset({"systemic", "radiotherapy", "chemoradiation"})
SAME_CLASS = 0.3
_SAME_MODALITY = 0.5


def compare(key: Answer, said: Answer) -> Tally:
    """Everything that agrees and differs."""
    tally = Tally()
    _article(key, said, tally)
    paired = pair(key.cases, said.cases, cases_alike)
    for one, other in paired.pairs:
        _case(one, other, tally)
    for one in paired.unanswered:
        _case(one, Case(), tally)
    for other in paired.unasked:
        _case(Case(), other, tally)
    return tally


def _article(key: Answer, said: Answer, tally: Tally) -> None:
    for name in ("title", "doi", "year"):
        wanted, found = getattr(key.article, name), getattr(said.article, name)
        if wanted is not None:
            tally.value("article", plain_words(wanted), None if found is None else plain_words(found))


def cases_alike(key: Case, said: Case) -> float:
    """How much two patients have in common: agents, then age; never nothing."""
    ours = {name for course in key.treatments for name in agents(course)}
    theirs = {name for course in said.treatments for name in agents(course)}
    shared = len(ours & theirs) / len(ours | theirs) if ours or theirs else 0.0
    return 0.1 + shared + 0.5 * (key.patient.age_years == said.patient.age_years)


def _case(key: Case, said: Case, tally: Tally) -> None:
    tally.value("age", key.patient.age_years, said.patient.age_years)
    tally.value("sex", key.patient.sex, said.patient.sex)
    tally.value("vital_status", key.outcome.vital_status, said.outcome.vital_status)
    _diagnoses(key, said, tally)
    _alterations(key, said, tally)
    _treatments(key, said, tally)


# --- diagnoses --------------------------------------------------------------------------------------------------


def _diagnoses(key: Case, said: Case, tally: Tally) -> None:
    paired = pair(key.diagnoses, said.diagnoses, tumours_alike)
    for one, other in paired.pairs:
        if one.role == "index" and other.role == "index":
            tally.hit("histology")
        elif one.role == "index":
            tally.too_little("histology", f"{one.histology.name} (as other)")
    for one in paired.unanswered:
        if one.role == "index":
            tally.too_little("histology", one.histology.name)
    for other in paired.unasked:
        if other.role == "index":
            tally.too_much("histology", other.histology.name)
    past = {stage(one) for tumour in key.diagnoses if tumour.role == "other" for one in tumour.stages}
    index = {stage(one) for tumour in key.diagnoses if tumour.role == "index" for one in tumour.stages}
    tally.sets("stage", index, {stage(one) for tumour in said.diagnoses for one in tumour.stages}, allowed=past)
    tally.value("extent", extent_of(key), extent_of(said))


def tumours_alike(key: Tumour, said: Tumour) -> float:
    """1 for a common code, 0.9 for an accepted name, else 0."""
    if key.histology.all_codes & said.histology.all_codes:
        return 1.0
    accepted = {plain_words(name) for name in (key.histology.name, *key.histology.accept)}
    return 0.9 if plain_words(said.histology.name) in accepted else 0.0


def extent_of(case: Case) -> str | None:
    """Extent of the first index tumour that has one."""
    return next((one.extent for one in case.diagnoses if one.role == "index" and one.extent), None)


# --- alterations and biomarkers ---------------------------------------------------------------------------------


def _alterations(key: Case, said: Case, tally: Tally) -> None:
    demanded, allowed = genes(key, genomic=True), genes(key)
    # a gene counts as found whatever the type that the record gives it: the type is compared in `alteration_detail`
    found = genes(said, genomic=True) | (genes(said) & demanded)
    tally.sets("genes", demanded, found, allowed=allowed)
    tally.sets("alteration_detail", _details(key), _details(said))
    amplified = {
        ("HER2", "positive" if one.status == "present" else "negative") for one in _named(key) if one.gene == "ERBB2"
    }
    tally.sets("biomarkers", markers(key), markers(said), allowed=amplified)


def _named(case: Case) -> list[Alteration]:
    return [one for one in case.alterations if one.gene]


def genes(case: Case, *, genomic: bool = False) -> set[tuple[str | None, str | None]]:
    """Genes with their status; with protein expression and HER2 status unless only genomic ones are asked for."""
    if genomic:
        return {(one.gene, one.status) for one in _named(case) if one.type in GENOMIC}
    by_protein = {("ERBB2", _present(one)) for one in case.biomarkers if one.name == "HER2"}
    proteins = GENOMIC | {"expression", "loss_of_expression"}
    return {(one.gene, one.status) for one in _named(case) if one.type in proteins} | by_protein


def _present(marker: Marker) -> str:
    return "present" if marker.status == "positive" else "absent"


def _details(case: Case) -> set[tuple[str | None, str, str, str | None]]:
    return {
        (one.gene, one.type, plain_words(one.variant or ""), one.status) for one in _named(case) if one.type in GENOMIC
    }


def markers(case: Case) -> set[tuple[str, str | None]]:
    """Biomarkers with their status, those that are never compared left out."""
    return {(one.name, one.status) for one in case.biomarkers if one.name != "Ki-67"}


# --- treatments -------------------------------------------------------------------------------------------------


def _treatments(key: Case, said: Case, tally: Tally) -> None:
    keys = [course for course in key.treatments if course.modality != "surgery"]
    courses = [course for course in said.treatments if course.modality != "surgery"]
    spared = {name for course in keys for name in optional(course)}
    tally.sets("drugs", _drugs(keys), _drugs(courses), allowed=spared)
    paired = pair(keys, courses, courses_alike)
    for one, other in paired.pairs:
        _agents_of(one, other, tally)
        _course(one, other, key.outcome, tally)
    for one in paired.unanswered:
        if one.modality in WITH_DRUGS:
            tally.too_little("course", _title(one))
        _course(one, None, key.outcome, tally)
    for other in paired.unasked:
        if other.modality in WITH_DRUGS:
            tally.too_much("course", _title(other))
        _course(None, other, key.outcome, tally)


def _drugs(courses: list[Course]) -> set[str]:
    return {name for course in courses for name in agents(course) if not names_a_class(name)}


def _title(course: Course) -> str:
    return "+".join(sorted(agents(course))) or course.modality


def courses_alike(key: Course, said: Course) -> float:
    """Share of common agents; less for two courses that only name classes or none."""
    wanted = agents(key)
    found = agents(said) - (optional(key) - wanted)
    if not wanted and not found:
        return _SAME_MODALITY * (key.modality == said.modality)
    if wanted & found or not (wanted and found):
        return len(wanted & found) / len(wanted | found) if wanted and found else 0.0
    only_classes = all(map(names_a_class, wanted | found))
    return SAME_CLASS * (only_classes and key.modality == said.modality)


def _agents_of(key: Course, said: Course, tally: Tally) -> None:
    if key.modality not in WITH_DRUGS:
        return
    spared = optional(key)
    if agents(key) - spared == agents(said) - spared or courses_alike(key, said) == SAME_CLASS:
        tally.hit("course")
    else:
        tally.too_little("course", _title(key))
        tally.too_much("course", _title(said))


def _course(key: Course | None, said: Course | None, outcome: End, tally: Tally) -> None:
    """What is said of one course; a course that only one side has is compared with silence."""
    present = key or said
    assert present is not None
    one, other = key or Course(modality=present.modality), said or Course(modality=present.modality)
    about = f"{_title(present)}: "
    tally.value("line", one.line.number, other.line.number, about=about)
    if one.line.stated is not None:
        tally.value("line_stated", one.line.stated, other.line.number, about=about)
    _response(one, other, about, tally)
    tally.value("progressed", one.progressed, other.progressed, about=about)
    if present.modality in WITH_SETTING:
        tally.value("setting", one.setting, other.setting, about=about)
    _durations(one, other, outcome, about, tally)


def _response(key: Course, said: Course, about: str, tally: Tally) -> None:
    wanted, found = key.best_response, said.best_response
    accepted = found in key.accept_response
    if accepted and (wanted is None or found is None):
        return  # a careful reader could defend to say this, or to be silent
    tally.value("response", wanted, found, right=wanted == found or accepted, about=about)


def _durations(key: Course, said: Course, outcome: End, about: str, tally: Tally) -> None:
    remaining = list(said.durations)
    for one in key.durations:
        near = [other for other in remaining if as_long(other, one.months)]
        if not near:
            tally.too_little("duration", f"{about}{one.kind} {one.months}")
            continue
        found = min(near, key=lambda other: other.kind != one.kind)
        remaining.remove(found)
        tally.hit("duration")
        tally.value("duration_kind", one.kind, found.kind, about=about)
    # a length that the key has elsewhere in this course or in the outcome is no invention
    known = [one.months for one in key.durations] + [outcome.overall_survival_months, outcome.follow_up_months]
    for other in remaining:
        if not any(as_long(other, months) for months in known if months):
            tally.too_much("duration", f"{about}{other.kind} {other.months}")


def as_long(said: Length, months: float | None) -> bool:
    """Within 5 per cent or 0.1 months."""
    if said.months is None or months is None:
        return False
    return abs(said.months - months) <= max(0.1, 0.05 * months)

"""Several tumours in few words: the parts that a mixed one is made of, and cancers of two organs that share their noun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from caseextract import caseblind as re
from caseextract.facts.diagnosis.codes import direct
from caseextract.facts.diagnosis.tumor import Tumor
from caseextract.knowledge import tissue
from caseextract.schema.mention import AssertedMention

MADE_OF = re.compile(r"\b(?:composed|consist(?:ing|ed|s)?|compris(?:ing|ed|es)|made up|mixture) (?:\w+ly )?of\b|\bwith (?:\w+ ){0,2}(?:components|elements) of\b", re.I)
SPECIAL = 2
TWO_ORGANS = re.compile(r"^ and (?:the |her |his )?(?:left |right |bilateral )?$", re.I)
CANCERS = re.compile(r"^(?:\s+)?(?:cancers|carcinomas|adenocarcinomas|malignancies|tumou?rs|neoplasms|primaries)\b", re.I)
SEVERAL = re.compile(r"\b(?:both|synchronous|metachronous|double|dual|concurrent|simultaneous|concomitant|coexist\w+|second)\b[^.;]{0,40}$", re.I)
CANCER = re.compile(r"^ (?:cancers?|carcinomas?|adenocarcinomas?|malignanc(?:y|ies)|tumou?rs?|neoplasms?|primar(?:y|ies))\b", re.I)


def without_parts(tumors: Sequence[Tumor], text: str) -> list[Tumor]:
    """The namings of a sentence, those of a mixed tumour's parts as of no tumour of their own: "composed of seminoma and teratoma"."""
    ordered = sorted(tumors, key=lambda tumor: tumor.start)
    whole = next((tumor for tumor in ordered if tumor.specificity >= SPECIAL and not tumor.denied), None)
    if whole is None:
        return ordered
    made = next((match for match in MADE_OF.finditer(text, whole.end, ordered[-1].start)), None) if ordered[-1] is not whole else None
    if made is None or "." in text[whole.end : made.start()]:
        return ordered
    return [replace(tumor, general=True) if tumor.start >= made.end() else tumor for tumor in ordered]


def with_both_organs(tumors: Sequence[Tumor], inside: Sequence[AssertedMention], text: str) -> list[Tumor]:
    """The namings of a sentence, and the first of two organs' cancers that are named at once: "lung and laryngeal cancers"."""
    sites = [asserted.mention for asserted in inside if asserted.mention.kind == "site"]
    found = list(tumors)
    for tumor in tumors:
        second = next((s for s in sites if tumor.start <= s.start < tumor.end and CANCER.match(text[s.end : tumor.end])), None)
        first = next((s for s in sites if second is not None and TWO_ORGANS.match(text[s.end : second.start])), None)
        if first is None or second is None or not (CANCERS.match(text[second.end :]) or SEVERAL.search(text[max(0, first.start - 60) : first.start])):
            continue
        noun = "carcinoma" if "arcinoma" in text[second.end : tumor.end] else "cancer"
        code, own = direct(noun, first.label), direct(noun, second.label)
        if code and own and tissue(code) != tissue(own) and tissue(own) == tissue(tumor.code):
            found.append(replace(tumor, start=first.start, end=first.end, name=f"{text[first.start : first.end]} {noun}", label=noun, code=code, site=first.label, histology=noun))
            found[found.index(tumor)] = replace(tumor, start=second.start, name=text[second.start : tumor.end], site=second.label)
    return found

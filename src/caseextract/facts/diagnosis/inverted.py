"""A kind of tumour told before the organ: "small cell parotid carcinoma", "neuroendocrine well differentiated cancer of the pancreas"."""

from __future__ import annotations

from functools import cache

from caseextract import caseblind as re
from caseextract.facts.diagnosis.codes import Naming, direct
from caseextract.knowledge import lexicon, tissue

KINDS = 45
"""Characters before an organ's cancer in which its kind may stand."""
NOUN = re.compile(r"(?:carcinoma|cancer|tumou?r|neoplasm)s?$", re.I)
BETWEEN = re.compile(
    r"[\s-]+(?:(?:(?:well|poorly|moderately|highly|un)[\s-]?differ\w*t(?:iated|ation)|(?:high|low|intermediate)[\s-]grade|grade [1-4I]+|G[1-4]|metastatic|primary|advanced|recurrent|invasive)[\s-]+)*$",
    re.I,
)


def told_before(words: str, before: str, naming: Naming) -> tuple[Naming, int] | None:
    """A cancer's naming with the kind that the words before its organ give it, and how many characters before they begin."""
    noun = NOUN.search(words)
    if noun is None or not naming.site or not _is_place(_plain(words[: noun.start()]).strip()):
        return None
    lead = BETWEEN.search(before)
    kind = _plain(before[: lead.start()] if lead else before)
    for form, label in _kinds(noun[0].lower()[:3] in ("tum", "neo")):
        if kind.endswith(form) and not kind[: -len(form)][-1:].isalnum() and form not in _plain(words):
            code = direct(label, naming.site)
            if code and code != naming.code and (not naming.code or tissue(code) == tissue(naming.code)):
                start = len(before[: lead.start()] if lead else before) - len(form)
                return Naming(code, label, max(2, naming.specificity), "combination", naming.site), len(before) - start
            return None
    return None


def _plain(words: str) -> str:
    """The words in lower case, with a blank for each hyphen; as long as before."""
    return words.lower().replace("-", " ").replace("\n", " ")


def _is_place(words: str) -> bool:
    """Whether an organ's name, or nothing, stands before the word for a cancer."""
    return not words or words in _places()


@cache
def _places() -> frozenset[str]:
    return frozenset(_plain(form) for entry in lexicon("sites").values() for form in (entry.label, *entry.synonyms))


@cache
def _kinds(tumors: bool) -> tuple[tuple[str, str], ...]:
    """Words that make a cancer, or a mere tumour, one of a kind; the longest first."""
    noun = r" (?:tumor|neoplasm)$" if tumors else r" (?:carcinoma|cancer|adenocarcinoma)$"
    found = {
        _plain(re.sub(noun, "", form)): label
        for label, entry in lexicon("histologies").items()
        for form in (entry.label, *entry.synonyms)
        if entry.get("kind") in ("epithelial", "mixed") and entry.get("parent") and re.search(noun, form)
    }
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))

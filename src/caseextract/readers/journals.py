"""Journals that a DOI names for certain."""

from __future__ import annotations

import re

_FRONTIERS = {
    "fonc": "Oncology",
    "fphar": "Pharmacology",
    "fimmu": "Immunology",
    "fmed": "Medicine",
    "fgene": "Genetics",
    "fsurg": "Surgery",
    "fped": "Pediatrics",
    "fneur": "Neurology",
    "fcell": "Cell and Developmental Biology",
    "fendo": "Endocrinology",
    "fmolb": "Molecular Biosciences",
    "fcvm": "Cardiovascular Medicine",
    "fphys": "Physiology",
    "fpubh": "Public Health",
    "fnins": "Neuroscience",
    "fnhum": "Human Neuroscience",
    "fpsyt": "Psychiatry",
    "fmicb": "Microbiology",
    "fnut": "Nutrition",
}

BY_DOI = {
    **{f"10.3389/{stem}.": f"Frontiers in {name}" for stem, name in _FRONTIERS.items()},
    "10.1002/cam4.": "Cancer Medicine",
    "10.1002/ccr3.": "Clinical Case Reports",
    "10.1002/cnr2.": "Cancer Reports",
    "10.1016/j.annonc.": "Annals of Oncology",
    "10.1016/j.cllc.": "Clinical Lung Cancer",
    "10.1016/j.eucr.": "Urology Case Reports",
    "10.1016/j.gore.": "Gynecologic Oncology Reports",
    "10.1016/j.ijscr.": "International Journal of Surgery Case Reports",
    "10.1016/j.jtho.": "Journal of Thoracic Oncology",
    "10.1016/j.jtocrr.": "JTO Clinical and Research Reports",
    "10.1016/j.lungcan.": "Lung Cancer",
    "10.1016/j.radcr.": "Radiology Case Reports",
    "10.1038/s41698-": "npj Precision Oncology",
    "10.1093/jscr/": "Journal of Surgical Case Reports",
    "10.1093/omcr/": "Oxford Medical Case Reports",
    "10.1093/oncolo/": "The Oncologist",
    "10.1097/md.": "Medicine",
    "10.1101/mcs.": "Cold Spring Harbor Molecular Case Studies",
    "10.1111/1759-7714.": "Thoracic Cancer",
    "10.1136/bcr-": "BMJ Case Reports",
    "10.1186/s12876-": "BMC Gastroenterology",
    "10.1186/s12883-": "BMC Neurology",
    "10.1186/s12885-": "BMC Cancer",
    "10.1186/s12890-": "BMC Pulmonary Medicine",
    "10.1186/s12957-": "World Journal of Surgical Oncology",
    "10.1186/s13000-": "Diagnostic Pathology",
    "10.1186/s13256-": "Journal of Medical Case Reports",
    "10.1200/po.": "JCO Precision Oncology",
    "10.1200/jco.": "Journal of Clinical Oncology",
    "10.2147/cmar.": "Cancer Management and Research",
    "10.2147/imcrj.": "International Medical Case Reports Journal",
    "10.2147/lctt.": "Lung Cancer: Targets and Therapy",
    "10.2147/ott.": "OncoTargets and Therapy",
    "10.3390/biomedicines": "Biomedicines",
    "10.3390/cancers": "Cancers",
    "10.3390/curroncol": "Current Oncology",
    "10.3390/diagnostics": "Diagnostics",
    "10.3390/hematolrep": "Hematology Reports",
    "10.3390/ijms": "International Journal of Molecular Sciences",
    "10.3390/jcm": "Journal of Clinical Medicine",
    "10.3390/jpm": "Journal of Personalized Medicine",
    "10.3390/medicina": "Medicina",
    "10.3892/mco.": "Molecular and Clinical Oncology",
    "10.3892/ol.": "Oncology Letters",
    "10.7759/cureus.": "Cureus",
    "10.21037/acr-": "AME Case Reports",
    "10.21037/atm-": "Annals of Translational Medicine",
    "10.21037/jtd-": "Journal of Thoracic Disease",
    "10.21037/tcr-": "Translational Cancer Research",
    "10.21037/tlcr-": "Translational Lung Cancer Research",
}

_ABBREVIATED = {f"front. {name.lower()}": f"Frontiers in {name}" for name in _FRONTIERS.values()} | {
    "front. oncol.": "Frontiers in Oncology",
    "front. pharmacol.": "Frontiers in Pharmacology",
    "front. immunol.": "Frontiers in Immunology",
    "front. med.": "Frontiers in Medicine",
    "front. genet.": "Frontiers in Genetics",
    "front. surg.": "Frontiers in Surgery",
    "front. pediatr.": "Frontiers in Pediatrics",
    "front. neurol.": "Frontiers in Neurology",
    "front. cell dev. biol.": "Frontiers in Cell and Developmental Biology",
    "front. endocrinol.": "Frontiers in Endocrinology",
    "front. mol. biosci.": "Frontiers in Molecular Biosciences",
    "front. cardiovasc. med.": "Frontiers in Cardiovascular Medicine",
    "front. public health": "Frontiers in Public Health",
}
_CITED = re.compile(
    r"((?:[A-Z][\w&'’-]+|and|of|the|in|for|&|[A-Z][a-z]*\.)(?:[ ,.:]+(?:[A-Z][\w&'’-]*|and|of|the|in|for|&)){1,9})[ ,.(]+(?:19|20)\d\d\)?\s*[;,:]\s*\d{1,4}\s*(?:\(\d{1,3}\))?\s*[:,]\s*[A-Za-z]?\d"
)
_NAMES = sorted(set(BY_DOI.values()), key=len, reverse=True)


def journal_of_doi(doi: str | None) -> str | None:
    """The journal that a DOI's stem names, or None where the stem is shared by several."""
    if not doi:
        return None
    return next((journal for stem, journal in BY_DOI.items() if doi.lower().startswith(stem)), None)


def journal_cited_in(line: str) -> str | None:
    """The journal of a running head that cites the article: `Journal of X 2021; 12: 345`."""
    found = _CITED.match(line.strip())
    return found.group(1).rstrip(" ,.") if found else None


def journal_in(line: str) -> str | None:
    """The journal that a running head or the line above a title names: the whole line or its beginning."""
    line = line.strip().lower()
    for short, journal in _ABBREVIATED.items():
        if line.startswith(short):
            return journal
    for journal in _NAMES:
        rest = line.removeprefix(journal.lower())
        if rest != line and (not rest.strip() or not rest.lstrip(" ,.|;:()")[:1].isalpha()):
            return journal
    return None

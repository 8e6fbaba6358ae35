"""What is told of a group and not of the one patient, and what is told of some of a series: sentences of our own."""

from __future__ import annotations

from caseextract.pipeline import extract


def told(text: str) -> list[tuple[list[str], list[str]]]:
    """Genes and drugs of every case."""
    return [([a.gene for a in c.alterations], ["+".join(a.name for a in t.agents) for t in c.treatments]) for c in extract(text).cases]


def test_genes_that_a_part_of_the_group_has() -> None:
    text = (
        "In a phase II trial patients with solid tumors with TSC1 or TSC2 mutations were treated with everolimus. Tumors harbored TSC1 (13/30), TSC2 (15/30) or MTOR (1/30) mutations. "
        "Of the 2 patients with an objective response, 1 had a urothelial carcinoma with inactivation of TSC1, and the other had a colon cancer with a TSC2 mutation."
    )
    assert told(text) == [(["TSC1"], ["everolimus"]), (["TSC2"], ["everolimus"])]


def test_what_patients_in_general_got() -> None:
    text = "A 50-year-old man with thymoma received sunitinib. In the trial, nine patients were recruited. Patients received everolimus and pazopanib for two cycles."
    assert told(text) == [([], ["sunitinib"])]


def test_experiments() -> None:
    text = "A 50-year-old man with colon cancer received panitumumab. In BRAF-mutant colon cancer cells, ectopic expression of MET conferred resistance to vemurafenib. In a patient-derived xenograft trametinib was active."
    assert told(text) == [([], ["panitumumab"])]


def test_the_patients_of_a_series() -> None:
    text = "Two patients with melanoma are reported. The patients received nivolumab. One had a complete response, the other progressed."
    assert told(text) == [([], ["nivolumab"]), ([], ["nivolumab"])]


def test_what_a_search_of_the_literature_found() -> None:
    text = "A 55-year-old woman with myeloma received melphalan. A literature search yielded 10 cases in which bortezomib was administered; 3 reported a complete response."
    assert told(text) == [([], ["melphalan"])]


def test_reviews_and_parts_of_a_group_describe_nobody() -> None:
    review = (
        "Clear cell sarcoma tends to be resistant to chemotherapy. A phase II trial demonstrated that crizotinib provided a benefit. "
        "Anecdotal reports have included stable disease in two patients after ipilimumab."
    )
    group = "From seven centers we identified ten patients with JAK2 rearrangement. Most showed eosinophilia (n = 7). Four patients presented with B-ALL, and of them two patients were in blast crisis."
    assert told(review) == told(group) == []


def test_what_all_of_a_group_got() -> None:
    counted = "Patients with metastatic colorectal cancer received encorafenib and cetuximab (n=31). One patient acquired a KRAS mutation after a partial response of 5 months. Another patient had stable disease."
    failed = "A review of 24 glioblastoma patients treated with bevacizumab identified a single patient with an FGFR3 fusion. The patient was then treated with erdafitinib. All patients had failed temozolomide."
    assert [drugs for _, drugs in told(counted)] == [["encorafenib+cetuximab"], ["encorafenib+cetuximab"]]
    assert "temozolomide" in [drug for _, drugs in told(failed) for drug in drugs]

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from caseextract.errors import FileMissing, RecordError
from caseextract.pipeline import record_of
from caseextract.readers import read
from caseextract.review.articles import Articles
from caseextract.review.decisions import Decisions
from caseextract.review.desk import Desk, Words
from caseextract.review.overlay import Judged
from caseextract.review.shares import progress, shares
from tests.fictional import TEXT, lung_record, made_record

LAROTRECTINIB = "case 1/course:systemic,larotrectinib"
RESPONSE = f"{LAROTRECTINIB}/best_response"


def one(desk: Desk, key: str, who: str = "Ada") -> Judged:
    return next(one for one in desk.judged("lung", who) if one.item.key == key)


def left(desk: Desk, who: str | None = "Ada") -> Any:
    """The curated record; what is optional in it is known to be there in these tests."""
    return desk.curated("lung", who)


def extract_again(desk: Desk, run: Path, **changes: str) -> None:
    (run / "records" / "lung.json").write_text(lung_record(**changes).to_json(), encoding="utf-8")
    desk.articles = Articles(run)


def words(quote: str) -> Words:
    start = TEXT.index(quote)
    return Words(start, start + len(quote))


def test_accepting_leaves_the_record_as_it_was(desk: Desk) -> None:
    desk.accept("lung", "Ada", RESPONSE)
    assert one(desk, RESPONSE).state == "accepted"
    assert desk.curated("lung", "Ada") == lung_record()
    assert one(desk, RESPONSE, "Ben").state == "open"


def test_an_edit_is_judged_by_the_schema_and_kept(desk: Desk) -> None:
    desk.edit("lung", "Ada", RESPONSE, {"value": "complete_response", "criteria": "RECIST"}, why="scan of May")
    response = left(desk).cases[0].treatments[2].best_response
    assert (response.value, response.criteria, response.confidence) == ("complete_response", "RECIST", 1.0)
    assert response.evidence[0].quote == "a partial response"
    (decision,) = desk.decisions.standing("lung")
    assert (decision.curator, decision.why, (decision.old or {})["value"]) == ("Ada", "scan of May", "partial_response")


@pytest.mark.parametrize(
    ("key", "typed", "message"),
    [
        ("case 1/age_years", {"value": "old"}, "Value: should be a valid number"),
        ("case 1/age_years", {"value": ""}, "Value: must not be empty"),
        (RESPONSE, {"value": "cured"}, "Value: is not one of complete response, partial response"),
        ("case 1/alteration:tp53,mutation", {"gene": "", "type": "mutation", "status": "present"}, "Gene: must not be"),
        (LAROTRECTINIB, {"modality": "systemic", "agents": ""}, "agents"),
        (
            f"{LAROTRECTINIB}/duration:on_treatment",
            {"kind": "pfs", "months": "-3", "comparator": "="},
            "Months: should be greater than or equal to 0",
        ),
    ],
)
def test_a_wrong_input_is_refused_with_a_message(desk: Desk, key: str, typed: dict[str, str], message: str) -> None:
    with pytest.raises(RecordError, match=message):
        desk.edit("lung", "Ada", key, typed)
    assert desk.decisions.standing() == ()


def test_editing_a_course_keeps_the_agents_that_stay_and_what_hangs_on_it(desk: Desk) -> None:
    key = "case 1/course:systemic,carboplatin+pemetrexed"
    desk.edit("lung", "Ada", key, {"modality": "systemic", "agents": "Carboplatin, paclitaxel", "regimen": ""})
    course = left(desk).cases[0].treatments[1]
    assert [agent.name for agent in course.agents] == ["carboplatin", "paclitaxel"]
    assert course.agents[0].agent_class == "platinum compound"
    assert course.agents[1].matched_by == "label"
    assert course.best_response is not None


def test_codes_follow_what_was_typed(desk: Desk) -> None:
    tumour = "case 1/diagnosis:lung adenocarcinoma"
    typed = {"histology.name": "Alveolar rhabdomyosarcoma", "histology.codes.oncotree": "LUAD", "role": "index"}
    desk.edit("lung", "Ada", tumour, typed)
    assert left(desk).cases[0].diagnoses[0].histology.codes == {"oncotree": "ARMS", "ncit": "C3749"}
    desk.edit("lung", "Ada", tumour, typed | {"histology.name": "a new tumour", "histology.codes.oncotree": "ARMS"})
    histology = left(desk).cases[0].diagnoses[0].histology
    assert (histology.codes, histology.matched_by) == ({}, "none")
    typed = {"gene": "ADAM17", "type": "mutation", "status": "present"}
    desk.edit("lung", "Ada", "case 1/alteration:tp53,mutation", typed)
    assert left(desk).cases[0].alterations[1].hgnc_id == "HGNC:195"
    course = {"modality": "systemic", "agents": "larotrectinib, alpelisib"}
    desk.edit("lung", "Ada", LAROTRECTINIB, course)
    agent = left(desk).cases[0].treatments[2].agents[1]
    assert (agent.codes, agent.agent_class) == ({"ncit": "C94214"}, "PI3K inhibitor")


def test_the_ledger_says_where_a_pdf_is(run: Path, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-")
    tree = json.loads(lung_record().to_json())
    tree["source"] |= {"name": "paper.pdf", "format": "pdf"}
    (run / "records" / "lung.json").write_text(json.dumps(tree), encoding="utf-8")
    assert Articles(run).original("lung") is None
    assert Articles(run, originals=tmp_path).original("lung") == tmp_path / "paper.pdf"
    with sqlite3.connect(run / "ledger.sqlite") as base:
        base.execute("CREATE TABLE articles (record TEXT, article TEXT)")
        base.execute("INSERT INTO articles VALUES ('lung', ?)", (str(tmp_path / "paper.pdf"),))
    base.close()
    assert Articles(run).original("lung") == tmp_path / "paper.pdf"


def test_new_words_take_the_place_of_the_old_proof(desk: Desk) -> None:
    desk.edit("lung", "Ada", "case 1/sex", {"value": "female"}, words=words("she has been"))
    sex = left(desk).cases[0].patient.sex
    assert [evidence.quote for evidence in sex.evidence] == ["she has been"]
    assert sex.evidence[0].section == "Case presentation"


def test_rejecting_a_course_takes_what_hangs_on_it(desk: Desk) -> None:
    desk.reject("lung", "Ada", LAROTRECTINIB)
    assert len(left(desk).cases[0].treatments) == 2
    assert one(desk, RESPONSE).state == "rejected"
    assert progress(desk.judged("lung", "Ada")).decided == 4


def test_adding_under_a_course_and_for_a_new_patient(desk: Desk) -> None:
    done = desk.add("lung", "Ada", "phase", LAROTRECTINIB, {"value": "maintenance"}, words=words("second line"))
    assert done.key == f"{LAROTRECTINIB}/phase"
    typed = {"histology.name": "breast cancer", "role": "other"}
    desk.add("lung", "Ada", "diagnosis", "case 2", typed, words=words("breast cancer"))
    record = left(desk)
    assert record.cases[0].treatments[2].phase.value == "maintenance"
    assert record.cases[1].diagnoses[0].histology.evidence[0].quote == "breast cancer"


def test_an_added_course_stands_where_the_text_tells_of_it(desk: Desk) -> None:
    typed = {"modality": "surgery", "agents": ""}
    desk.add("lung", "Ada", "course", "case 1", typed, words=words("After progression"))
    assert [course.modality for course in left(desk).cases[0].treatments] == [
        "radiotherapy",
        "systemic",
        "surgery",
        "systemic",
    ]


def test_words_chosen_in_the_text_of_a_pdf_have_boxes(tmp_path: Path) -> None:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas", reason="reportlab is not installed")
    pdfmetrics = pytest.importorskip("reportlab.pdfbase.pdfmetrics")
    drawn = canvas.Canvas(str(tmp_path / "paper.pdf"), pagesize=(400, 500))
    for place, line in enumerate(("A fictional report", "She had a sarcoma of the thigh.", "It was resected at once.")):
        drawn.drawString(50, 400 - 20 * place, line)
    drawn.save()
    record = record_of(read(tmp_path / "paper.pdf"))
    (tmp_path / "paper.json").write_text(record.to_json(), encoding="utf-8")
    articles = Articles(tmp_path / "paper.json")
    desk = Desk(articles, Decisions(articles.decisions_path))
    start = record.source.text.index("resected")
    desk.add("paper", "Ada", "journal", "article", {"value": "Invented"}, words=Words(start, start + 8))
    (decision,) = desk.decisions.standing()
    assert decision.new is not None
    (box,) = decision.new["evidence"][0]["boxes"]
    before = pdfmetrics.stringWidth("It was ", "Helvetica", 12)
    assert (box["page"], box["x0"]) == (1, pytest.approx(50 + before, abs=0.5))
    assert box["top"] < 500 - 360 < box["bottom"]


def test_a_second_single_value_is_refused_and_a_second_of_a_list_is_not(desk: Desk) -> None:
    with pytest.raises(RecordError, match="there is one already"):
        desk.add("lung", "Ada", "sex", "case 1", {"value": "male"}, words=words("woman"))
    typed = {"gene": "TP53", "type": "mutation", "status": "present", "variant": "R175H"}
    done = desk.add("lung", "Ada", "alteration", "case 1", typed, words=words("TP53"))
    assert done.key == "case 1/alteration:tp53,mutation #2"


@pytest.mark.parametrize(
    ("field", "parent"),
    [("sex", "case 3"), ("sex", "article"), ("phase", "case 1"), ("nothing", "case 1"), ("sex", "x/y")],
)
def test_there_is_a_place_for_each_field_and_no_other(desk: Desk, field: str, parent: str) -> None:
    with pytest.raises(RecordError, match="no place for it"):
        desk.add("lung", "Ada", field, parent, {"value": "male"}, words=words("woman"))


def test_words_outside_the_text_are_refused(desk: Desk) -> None:
    with pytest.raises(RecordError, match="choose the words"):
        desk.add("lung", "Ada", "phase", LAROTRECTINIB, {"value": "maintenance"}, words=Words(5, 99_999))


def test_accept_all_is_one_step_of_undo(desk: Desk) -> None:
    desk.reject("lung", "Ada", RESPONSE)
    assert "Accepted 22" in desk.accept_all("lung", "Ada", 0.9).said
    assert one(desk, "case 1/diagnosis:lung adenocarcinoma/primary_site").state == "open"
    assert desk.undo("lung", "Ada").said == "Took back 22 decisions"
    assert one(desk, RESPONSE).state == "rejected"
    desk.undo("lung", "Ada")
    assert one(desk, RESPONSE).state == "open"
    assert desk.undo("lung", "Ada").said == "Nothing to undo"


def test_undo_goes_back_to_the_decision_before(desk: Desk) -> None:
    desk.accept("lung", "Ada", RESPONSE)
    desk.edit("lung", "Ada", RESPONSE, {"value": "stable_disease"})
    desk.undo("lung", "Ada")
    assert one(desk, RESPONSE).state == "accepted"


def test_the_trail_keeps_everything(desk: Desk) -> None:
    desk.reject("lung", "Ada", RESPONSE, why="=about another lesion")
    desk.undo("lung", "Ada")
    rows = list(csv.DictReader(io.StringIO(desk.decisions.audit_csv())))
    assert [row["action"] for row in rows] == ["reject", "undo"]
    assert rows[1]["undoes"] == rows[0]["id"]
    assert rows[0]["why"] == "'=about another lesion"
    assert all(row["at"] and row["curator"] == "Ada" for row in rows)


def test_a_new_extraction_does_not_overwrite_a_decision(desk: Desk, run: Path) -> None:
    desk.edit("lung", "Ada", RESPONSE, {"value": "complete_response"})
    extract_again(desk, run, response="stable_disease")
    judged = one(desk, RESPONSE)
    assert judged.item.value["value"] == "complete_response"
    assert judged.conflict == "extraction now says: stable disease"
    assert left(desk).cases[0].treatments[2].best_response.value == "complete_response"


@pytest.mark.parametrize(("settle", "value"), [("keep", "partial_response"), ("accept", "stable_disease")])
def test_a_conflict_is_settled_for_good(desk: Desk, run: Path, settle: str, value: str) -> None:
    desk.accept("lung", "Ada", RESPONSE)
    extract_again(desk, run, response="stable_disease")
    assert one(desk, RESPONSE).conflict
    getattr(desk, settle)("lung", "Ada", RESPONSE)
    judged = one(desk, RESPONSE)
    assert (judged.conflict, judged.item.value["value"]) == (None, value)


def test_words_that_moved_are_found_again_and_words_that_vanished_are_a_conflict(desk: Desk, run: Path) -> None:
    desk.edit("lung", "Ada", RESPONSE, {"value": "complete_response"})
    desk.add("lung", "Ada", "phase", LAROTRECTINIB, {"value": "maintenance"}, words=words("has been refused"))
    extract_again(
        desk, run, text=TEXT.replace("has been refused", "was declined").replace("Background", "The background")
    )
    assert one(desk, RESPONSE).conflict is None
    assert one(desk, f"{LAROTRECTINIB}/phase").conflict == "its words no longer stand in the text"
    assert left(desk).cases[0].treatments[2].phase is None


def test_a_course_read_differently_over_the_same_words_meets_its_decision(desk: Desk, run: Path) -> None:
    key = "case 1/course:systemic,carboplatin+pemetrexed"
    desk.accept("lung", "Ada", key)
    record = lung_record()
    case = record.cases[0]
    fewer = case.treatments[1].model_copy(update={"agents": case.treatments[1].agents[:1]})
    case = case.model_copy(update={"treatments": (case.treatments[0], fewer, case.treatments[2])})
    record = record.model_copy(update={"cases": (case,)})
    (run / "records" / "lung.json").write_text(record.to_json(), encoding="utf-8")
    desk.articles = Articles(run)
    assert one(desk, key).conflict == "extraction now says: carboplatin"
    courses = left(desk).cases[0].treatments
    assert [len(course.agents) for course in courses] == [0, 2, 1]
    assert courses[1].best_response is not None


def test_a_value_that_is_no_longer_extracted_stays_accepted_and_says_so(desk: Desk, run: Path) -> None:
    desk.accept("lung", "Ada", "case 1/alteration:tp53,mutation")
    record = lung_record()
    case = record.cases[0].model_copy(update={"alterations": record.cases[0].alterations[:1]})
    (run / "records" / "lung.json").write_text(record.model_copy(update={"cases": (case,)}).to_json(), encoding="utf-8")
    desk.articles = Articles(run)
    assert one(desk, "case 1/alteration:tp53,mutation").conflict == "extraction no longer finds this value"
    assert [a.gene for a in left(desk).cases[0].alterations] == ["NTRK1", "TP53"]
    desk.keep("lung", "Ada", "case 1/alteration:tp53,mutation")
    assert one(desk, "case 1/alteration:tp53,mutation").conflict is None


def test_shares_and_progress(desk: Desk) -> None:
    desk.accept("lung", "Ada", RESPONSE)
    desk.edit("lung", "Ada", "case 1/sex", {"value": "male"})
    desk.reject("lung", "Ada", "case 1/age_years")
    desk.add("lung", "Ada", "phase", LAROTRECTINIB, {"value": "maintenance"}, words=words("second line"))
    *_, total = shares(desk.decisions.standing())
    assert (total.accepted, total.edited, total.rejected, total.added) == (1, 1, 1, 1)
    assert total.unedited == pytest.approx(1 / 3)
    found = progress(desk.judged("lung", "Ada"))
    assert (found.values, found.decided, found.state) == (28, 4, "begun")
    assert shares(()) == ()


def test_the_later_decision_counts_when_nobody_is_named(desk: Desk) -> None:
    desk.edit("lung", "Ada", "case 1/sex", {"value": "male"})
    desk.accept("lung", "Ben", "case 1/sex")
    assert left(desk, None).cases[0].patient.sex.value == "female"
    assert left(desk).cases[0].patient.sex.value == "male"


def test_articles_from_a_run_a_folder_and_a_file(run: Path, tmp_path: Path) -> None:
    assert Articles(run).names == ("lung", "made")
    assert Articles(run / "records").names == ("lung", "made")
    single = Articles(run / "records" / "lung.json")
    assert single.names == ("lung",)
    assert single.decisions_path.name == "lung.decisions.sqlite"
    with pytest.raises(FileMissing):
        Articles(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    with pytest.raises(RecordError, match="no records"):
        Articles(tmp_path / "empty")
    (tmp_path / "empty" / "bad.json").write_text("{}", encoding="utf-8")
    with pytest.raises(RecordError, match="not a record"):
        Articles(tmp_path / "empty").record("bad")


def test_decisions_are_shared_by_two_programs(run: Path, desk: Desk) -> None:
    other = Desk(Articles(run), Decisions(run / "decisions.sqlite"))
    other.accept("made", "Ben", "article/title")
    assert desk.decisions.curators() == ("Ben",)
    assert desk.curated("made") == made_record(2)

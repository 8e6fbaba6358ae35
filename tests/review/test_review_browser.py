"""The curator's page in a real browser; skipped where Chromium or playwright is not installed."""

from __future__ import annotations

import json
import shutil
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from caseextract.review.articles import Articles
from caseextract.review.decisions import Decisions
from caseextract.review.desk import Desk
from caseextract.review.report import report
from caseextract.review.server import application
from tests.fictional import TEXT, lung_record

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = find_spec("axe_playwright_python")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt-get install chromium)")

RESPONSE = "case 1/course:systemic,larotrectinib/best_response"
SITE = "case 1/diagnosis:lung adenocarcinoma/primary_site"
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Served:
    """A running server over a run's folder."""

    def __init__(self, run: Path) -> None:
        import uvicorn

        articles = Articles(run)
        self.desk = Desk(articles, Decisions(articles.decisions_path))
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        self.port = listening.getsockname()[1]
        app = application(self.desk, curator="Ada", token="browser-test", port=self.port)
        self.server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off", ws="none"))
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [listening]})
        self.thread.start()
        while not self.server.started:
            time.sleep(0.01)
        self.address = f"http://127.0.0.1:{self.port}"

    def end(self) -> None:
        self.server.should_exit = True
        self.thread.join()


@pytest.fixture
def served(run: Path) -> Iterator[Served]:
    server = Served(run)
    yield server
    server.end()


@pytest.fixture
def page(chromium: Any, served: Served) -> Iterator[Any]:
    """A tab with the first article open; fails when a script of the page does."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.set_default_timeout(5000)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
    page.goto(f"{served.address}/?token=browser-test")
    page.get_by_role("link", name="A bronchial tumour").click()
    page.wait_for_selector(".row.now")
    yield page
    context.close()
    assert wrong == []


def chosen(page: Any) -> list[str]:
    return [mark.inner_text() for mark in page.locator("#text mark.chosen").all()]


def key_now(page: Any) -> str:
    return str(page.locator(".row.now").get_attribute("data-key"))


def row(page: Any, key: str) -> Any:
    return page.locator(f'.row[data-key="{key}"]')


def said(page: Any, words: str) -> None:
    sync_api.expect(page.locator("#said")).to_contain_text(words)


def test_from_opening_to_agreement(page: Any, served: Served) -> None:
    assert key_now(page) == SITE
    assert chosen(page) == ["left lower lobe"]
    row(page, RESPONSE).locator(".choose").click()
    assert chosen(page) == ["a partial response"]
    assert page.locator("#text mark.chosen").evaluate("mark => mark.getBoundingClientRect().top < innerHeight")

    row(page, RESPONSE).get_by_role("button", name="Edit").click()
    page.get_by_label("Value", exact=True).select_option("complete_response")
    page.locator("form.edit").get_by_label("Why").fill("second scan")
    page.get_by_role("button", name="Save").click()
    said(page, "Edited")
    page.reload()
    edited = row(page, RESPONSE)
    assert "complete response" in edited.inner_text()
    assert "edited" in edited.inner_text()
    exported = page.evaluate("fetch(document.querySelector('a[href$=\"curated.json\"]').href).then(a => a.json())")
    assert exported["cases"][0]["treatments"][2]["best_response"]["value"] == "complete_response"

    page.get_by_label("Curator").fill("Ben")
    page.get_by_role("button", name="Change").click()
    page.wait_for_selector(".row.now")
    row(page, RESPONSE).locator(".choose").click()
    row(page, RESPONSE).get_by_role("button", name="Accept").click()
    said(page, "Accepted")
    page.get_by_role("link", name="Agreement").click()
    differing = page.locator(".differences tbody tr").inner_text()
    assert differing.split("\t")[2:] == ["complete response", "partial response"]
    assert served.desk.decisions.curators() == ("Ada", "Ben")


def test_by_keyboard_alone(page: Any, served: Served) -> None:
    page.keyboard.press("a")
    said(page, "Accepted: primary site")
    page.keyboard.press("n")
    assert key_now(page) == "case 1/course:radiotherapy,"
    page.keyboard.press("r")
    said(page, "Rejected")
    page.keyboard.press("n")
    assert key_now(page) == RESPONSE
    page.keyboard.press("e")
    page.wait_for_selector("form.edit select:focus")
    page.keyboard.type("stable")
    page.keyboard.press("Tab")
    page.keyboard.type("RECIST 1.1")
    page.keyboard.press("Enter")
    said(page, "Edited: best response, stable disease (RECIST 1.1)")
    assert key_now(page) == RESPONSE
    page.keyboard.press("u")
    said(page, "Took back")
    page.keyboard.press("j")
    page.keyboard.press("ArrowUp")
    assert key_now(page) == RESPONSE
    page.keyboard.press("Shift+A")
    said(page, "Accepted 22 values")
    assert {d.action for d in served.desk.decisions.standing()} == {"accept", "reject"}


def test_adding_by_keyboard_finds_the_words(page: Any, served: Served) -> None:
    page.keyboard.press("v")
    page.wait_for_selector("#quote:focus")
    page.keyboard.type("Second Line")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    sync_api.expect(page.locator("#found")).to_have_text("1 of 1")
    page.keyboard.press("Tab")
    page.keyboard.type("Phase of laro")
    sync_api.expect(page.locator("#inputs option")).to_have_count(5)
    page.keyboard.press("Tab")
    page.keyboard.type("main")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    said(page, "Added: phase, maintenance")
    (decision,) = served.desk.decisions.standing()
    assert decision.new is not None
    assert decision.new["evidence"][0]["quote"] == "second line"
    assert "second line" in chosen(page)


def test_chosen_words_become_a_value(page: Any, served: Served) -> None:
    """An emoji stands before the words: characters are counted as the record counts them."""
    page.evaluate(
        """() => {
            const span = [...document.querySelectorAll('#text span')].find((span) => span.textContent.includes('March'));
            const at = span.firstChild.data.indexOf('March 2029');
            getSelection().setBaseAndExtent(span.firstChild, at, span.firstChild, at + 'March 2029'.length);
        }"""
    )
    page.get_by_role("button", name="Make this a value").click()
    page.locator("#parents").select_option(label="Biomarker")
    page.locator("#inputs [name=name]").select_option("TMB")
    page.locator("#inputs [name=status]").select_option("high")
    page.get_by_role("button", name="Add", exact=True).click()
    said(page, "Added: biomarker")
    (decision,) = served.desk.decisions.standing()
    assert decision.new is not None
    (words,) = decision.new["evidence"]
    assert (words["quote"], words["section"]) == ("March 2029", "Case presentation")
    assert words["start"] == TEXT.index("March 2029")
    assert chosen(page) == ["March 2029"]


def test_a_wrong_input_is_refused_beside_it(page: Any) -> None:
    row(page, "case 1/age_years").locator(".choose").click()
    page.keyboard.press("e")
    page.get_by_label("Value", exact=True).fill("old")
    page.keyboard.press("Enter")
    sync_api.expect(page.locator("form.edit .refused")).to_contain_text("Value: should be a valid number")
    page.keyboard.press("Escape")
    assert page.locator("form.edit").count() == 0
    assert page.evaluate("document.activeElement.closest('.row').dataset.key") == "case 1/age_years"


def test_vocabularies_help_while_typing(page: Any) -> None:
    row(page, "case 1/course:systemic,larotrectinib").locator(".choose").click()
    page.keyboard.press("e")
    drugs = page.get_by_role("combobox", name="Drugs (separated by commas) (optional)", exact=True)
    offered = page.locator("datalist[id=words-for-edit-agents] option")
    sync_api.expect(offered.first).to_be_attached()
    drugs.fill("larotrectinib, alp")
    assert "larotrectinib, alpelisib" in offered.evaluate_all("options => options.map((option) => option.value)")


def test_what_was_kept_out_is_seen_with_its_reason(page: Any) -> None:
    page.locator("#text mark.out", has_text="28.3").click()
    assert chosen(page) == ["28.3 months"]
    assert "said of the literature (“earlier series”)" in page.locator(".row.now").inner_text()
    assert page.locator(".row.now [data-act]").count() == 0


def test_single_keys_can_be_switched_off(page: Any, served: Served) -> None:
    page.keyboard.press("?")
    page.get_by_label("Single keys work").uncheck()
    page.locator(".row.now .choose").focus()
    page.keyboard.press("a")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(100)
    assert served.desk.decisions.standing() == ()
    assert key_now(page) != SITE


def test_a_conflict_is_shown_and_settled(page: Any, served: Served, run: Path) -> None:
    served.desk.edit("lung", "Ada", RESPONSE, {"value": "complete_response"})
    (run / "records" / "lung.json").write_text(lung_record(response="stable_disease").to_json(), encoding="utf-8")
    page.reload()
    conflict = row(page, RESPONSE).locator(".conflict")
    assert "extraction now says: stable disease" in conflict.inner_text()
    conflict.get_by_role("button", name="Keep my decision").click()
    said(page, "Kept")
    assert row(page, RESPONSE).locator(".conflict").count() == 0


def test_scripts_in_an_article_do_not_run(page: Any, served: Served, run: Path, tmp_path: Path) -> None:
    title = "<script>window.bitten=1</script><img src=x onerror='window.bitten=1'>"
    record = lung_record(title=title)
    (run / "records" / "lung.json").write_text(record.to_json(), encoding="utf-8")
    (tmp_path / "page.html").write_text(report(record), encoding="utf-8")
    for address in (f"{served.address}/", f"{served.address}/articles/lung", (tmp_path / "page.html").as_uri()):
        page.goto(address)
        assert title in page.inner_text("main")
        assert page.evaluate("window.bitten") is None


def test_another_origin_gets_no_data(chromium: Any, served: Served, page: Any) -> None:
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(f"{served.address}/articles/lung")
    page.route("http://evil.example/", lambda route: route.fulfill(body="<p>hello</p>", content_type="text/html"))
    page.goto("http://evil.example/")
    script = f"fetch('{served.address}/articles/lung', {{credentials: 'include'}}).then(a => a.text(), e => 'refused')"
    assert page.evaluate(script) == "refused"
    page.set_content(f'<iframe src="{served.address}/articles/lung"></iframe>')
    page.wait_for_timeout(200)
    assert "larotrectinib" not in "".join(frame.content() for frame in page.frames)


def test_a_report_is_read_only_and_shows_the_words(chromium: Any, tmp_path: Path) -> None:
    place = tmp_path / "page.html"
    place.write_text(report(lung_record()), encoding="utf-8")
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(place.as_uri())
    page.locator(".choose", has_text="partial response").click()
    assert chosen(page) == ["a partial response"]
    page.keyboard.press("j")
    assert chosen(page) == ["more than 14 months"]
    assert page.locator("[data-act], form, [data-do]").count() == 0
    assert page.evaluate("document.querySelector('.timeline img').naturalWidth") > 0
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    page.close()


def test_pages_of_a_pdf_are_shown_with_boxes(chromium: Any, tmp_path: Path) -> None:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas", reason="reportlab is not installed")
    drawn = canvas.Canvas(str(tmp_path / "paper.pdf"), pagesize=(400, 500))
    drawn.drawString(50, 400, "A partial response was seen.")
    drawn.save()
    tree = json.loads(lung_record().to_json())
    tree["source"] |= {"name": "paper.pdf", "format": "pdf"}
    box = {"page": 1, "x0": 50, "top": 90, "x1": 150, "bottom": 104}
    tree["cases"][0]["treatments"][2]["best_response"]["evidence"][0]["boxes"] = [box]
    records = tmp_path / "run" / "records"
    records.mkdir(parents=True)
    (records / "paper.json").write_text(json.dumps(tree), encoding="utf-8")
    articles = Articles(tmp_path / "run", originals=tmp_path)
    assert articles.original("paper") == tmp_path / "paper.pdf"
    served = Served(tmp_path / "run")
    try:
        served.desk.articles = articles
        page = chromium.new_page()
        page.goto(f"{served.address}/articles/paper?token=browser-test")
        page.get_by_role("button", name="Pages").click()
        row(page, RESPONSE).locator(".choose").click()
        assert page.locator("rect.chosen").count() == 1
        assert "page 1" in row(page, RESPONSE).locator("cite").inner_text()
        answer = page.request.get(f"{served.address}/articles/paper/pages/1.png")
        assert answer.body().startswith(b"\x89PNG")
        page.locator("rect").first.click()
        assert key_now(page) == RESPONSE
        page.close()
    finally:
        served.end()


@pytest.mark.skipif(AXE is None, reason="axe-core is not installed (pip install axe-playwright-python)")
@pytest.mark.parametrize("zoom", [1, 2])
def test_accessibility_by_axe(page: Any, served: Served, tmp_path: Path, zoom: int) -> None:
    assert AXE is not None
    assert AXE.origin is not None
    axe = (Path(AXE.origin).parent / "axe.min.js").read_text(encoding="utf-8")
    served.desk.accept("lung", "Ada", RESPONSE)
    served.desk.reject("lung", "Ben", RESPONSE)
    (tmp_path / "page.html").write_text(report(lung_record()), encoding="utf-8")
    page.set_viewport_size({"width": 1280 // zoom, "height": 800 // zoom})
    views = ["/", "/articles/lung", "/agreement", "/pictures"]
    for address in [*(served.address + view for view in views), (tmp_path / "page.html").as_uri()]:
        page.goto(address)
        if address.endswith("lung"):
            page.keyboard.press("?")
            page.keyboard.press("e")
            page.wait_for_selector("form.edit")
        # Playwright evaluates beside the page's policy, which would refuse a foreign script
        page.evaluate(axe)
        found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})")
        wrong = [(v["id"], [node["html"][:120] for node in v["nodes"]][:3]) for v in found["violations"]]
        assert wrong == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{address} scrolls sideways"

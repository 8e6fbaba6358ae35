"""How long the curator's page of a 30-page article takes to its first view, and how long a decision takes.

Run: `python benchmarks/review/first_view.py` (needs the extra `review`, playwright and Chromium).
The article is made: 30 pages of 3,000 characters, 400 values with evidence, 200 values kept out.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from caseextract.review.articles import Articles
from caseextract.review.decisions import Decisions
from caseextract.review.desk import Desk
from caseextract.review.server import serve
from caseextract.schema import Alteration, ArticleRecord, Case, Evidence, Excluded, Provenance, Source

PAGES, A_PAGE, VALUES, KEPT_OUT, RUNS = 30, 3_000, 400, 200, 7


def long_record() -> ArticleRecord:
    sentence = (
        "The invented tumour was treated with an invented drug, and gene {} was altered in this fictional patient. "
    )
    parts, length = [], 0
    while length < PAGES * A_PAGE:
        parts.append(sentence.format(f"GENE{len(parts)}") + ("\n" if len(parts) % 8 == 7 else ""))
        length += len(parts[-1])
    text = "".join(parts)

    def words(number: int) -> Evidence:
        start = text.index(f"GENE{number} ")
        return Evidence(quote=f"GENE{number}", start=start, end=start + len(f"GENE{number}"), section="Case")

    altered = tuple(
        Alteration(gene=f"GENE{n}", type="mutation", status="present", evidence=(words(n),), confidence=n % 10 / 10)
        for n in range(VALUES)
    )
    out = tuple(
        Excluded(kind="alteration", name=f"GENE{n}", reason="literature", evidence=words(n))
        for n in range(VALUES, VALUES + KEPT_OUT)
    )
    return ArticleRecord(
        cases=(Case(alterations=altered),),
        excluded=out,
        source=Source(sha256="0", text=text),
        provenance=Provenance(program="0", knowledge="0", schema_version="1.0"),
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "long.json"
        place.write_text(long_record().to_json(), encoding="utf-8")
        articles = Articles(place)
        desk = Desk(articles, Decisions(articles.decisions_path))
        addresses: list[str] = []
        # a daemon thread: it ends with this script
        serving = {"curator": "bench", "ready": addresses.append}
        threading.Thread(target=serve, args=(desk,), kwargs=serving, daemon=True).start()
        while not addresses:
            time.sleep(0.01)
        time.sleep(0.5)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--headless", "--no-sandbox", "--disable-gpu"]
            )
            measure(browser, addresses[0])
            browser.close()


_LOADED = "performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart"
_PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
_STEP = """() => {
    const begun = performance.now();
    proof.step(1);
    proof.record.offsetTop;
    return performance.now() - begun;
}"""


def measure(browser: Any, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address)
    views, steps, decisions = [], [], []
    for _ in range(RUNS):
        page.goto(address.split("?")[0] + "articles/long")
        page.wait_for_selector("mark.chosen")
        views.append(max(page.evaluate(_PAINTED), page.evaluate(_LOADED)))
        steps.append(page.evaluate(_STEP))
        before = time.perf_counter()
        page.keyboard.press("a")
        page.locator("#said", has_text="Accepted").wait_for()
        decisions.append(1000 * (time.perf_counter() - before))
    for name, found in (("first view", views), ("next value", steps), ("accept a value", decisions)):
        print(f"{name:15} median {statistics.median(found):6.0f} ms, slowest {max(found):6.0f} ms")


if __name__ == "__main__":
    main()

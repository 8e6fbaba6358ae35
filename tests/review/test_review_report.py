from __future__ import annotations

import re

from caseextract.review.report import report
from tests.fictional import TEXT, lung_record


def test_a_report_stands_alone() -> None:
    html = report(lung_record(), name="lung")
    assert not re.search(r"""(?:src|href)=["'](?!data:|#)""", html)
    assert "larotrectinib" in html
    assert "data:image/svg+xml;base64," in html
    assert '<button type="button" data-act' not in html
    assert "28.3 months" in html


def test_the_policy_names_the_script_and_the_style() -> None:
    from base64 import b64encode
    from hashlib import sha256

    html = report(lung_record())
    for tag in ("script", "style"):
        (content,) = re.findall(f"(?s)<{tag}>(.*?)</{tag}>", html)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in html or f"{tag}-src 'sha256-{digest}'" in html


def test_a_hostile_title_is_text() -> None:
    html = report(lung_record(title="</title><script>alert(1)</script>"))
    assert "<script>alert" not in html


def test_the_same_record_gives_the_same_report() -> None:
    assert report(lung_record()) == report(lung_record(text=TEXT))

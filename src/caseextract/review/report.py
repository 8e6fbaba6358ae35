"""The page of one record as a single read-only HTML file, to send to somebody."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from caseextract.errors import MissingExtra
from caseextract.review.overlay import laid_over
from caseextract.review.pictures import embedded
from caseextract.review.views import sheet
from caseextract.schema import ArticleRecord


def report(record: ArticleRecord, *, name: str = "record") -> str:
    """HTML that needs nothing from outside; its policy allows its own script and style and no other."""
    try:
        from caseextract.review.layout import environment
    except ImportError as error:
        raise MissingExtra("A report needs jinja2: pip install 'caseextract[review]'") from error
    style, script = _static("page.css"), _static("proof.js")
    return (
        environment()
        .get_template("report.html")
        .render(
            sheet=sheet(name, record, laid_over(record, ())),
            readonly=True,
            pictures=embedded(record),
            style=style,
            script=script,
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )


def _static(name: str) -> str:
    return (files("caseextract.review") / "static" / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return b64encode(sha256(content.encode("utf-8")).digest()).decode()

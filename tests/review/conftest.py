"""A run's folder with records of fictional patients, a desk over it, and a guarded client."""

from __future__ import annotations

from pathlib import Path

import pytest

from caseextract.review.articles import Articles
from caseextract.review.decisions import Decisions
from caseextract.review.desk import Desk
from caseextract.review.server import application
from tests.fictional import lung_record, made_record
from tests.review.asking import Browser

TOKEN = "only-for-tests"


@pytest.fixture
def run(tmp_path: Path) -> Path:
    records = tmp_path / "run" / "records"
    records.mkdir(parents=True)
    (records / "lung.json").write_text(lung_record().to_json(), encoding="utf-8")
    (records / "made.json").write_text(made_record(2).to_json(), encoding="utf-8")
    return tmp_path / "run"


@pytest.fixture
def desk(run: Path) -> Desk:
    articles = Articles(run)
    return Desk(articles, Decisions(articles.decisions_path))


@pytest.fixture
def stranger(desk: Desk) -> Browser:
    """A browser that does not know the token."""
    return Browser(application(desk, curator="Ada", token=TOKEN, port=8000))


@pytest.fixture
def client(stranger: Browser) -> Browser:
    """A browser that has opened the address with the token."""
    assert stranger.get(f"/?token={TOKEN}").status_code == 200
    return stranger

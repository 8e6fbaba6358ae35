"""A statistical model as an extra source of mentions: small ones are made here, one by patterns and one by training."""

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.training import Example

from caseextract import extract
from caseextract.errors import ModelError
from caseextract.mentions import by_model
from caseextract.settings import Settings

TEXT = (
    "A 60-year-old man had metastatic imaginoma of the lung. He received zibberol 80 mg for 6 months with a partial response. "
    "Cisplatin was then started for hypertension and a hematoma. CCPG1 was seen."
)
PATTERNS = [
    {"label": "CHEMICAL", "pattern": "zibberol"},
    {"label": "CHEMICAL", "pattern": "Cisplatin was"},
    {"label": "DISEASE", "pattern": "metastatic imaginoma"},
    {"label": "DISEASE", "pattern": "imaginoma"},
    {"label": "DISEASE", "pattern": "hypertension"},
    {"label": "DISEASE", "pattern": "hematoma"},
    {"label": "GENE", "pattern": "zibgene"},
    {"label": "ORGAN", "pattern": "man"},
]


@pytest.fixture(scope="module")
def by_patterns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    nlp = spacy.blank("en", meta={"name": "made_by_patterns", "version": "1.2.3"})
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)
    folder = tmp_path_factory.mktemp("models") / "made"
    nlp.to_disk(folder)
    return folder


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small network that has learned one drug by heart."""
    nlp = spacy.blank("en", meta={"name": "trained", "version": "0.0.1"})
    nlp.add_pipe("ner").add_label("CHEMICAL")
    sentence = "He received zibberol 80 mg"
    example = Example.from_dict(nlp.make_doc(sentence), {"entities": [(12, 20, "CHEMICAL")]})
    spacy.util.fix_random_seed(1)
    nlp.initialize(lambda: [example])
    for _ in range(40):
        nlp.update([example])
    folder = tmp_path_factory.mktemp("models") / "trained"
    nlp.to_disk(folder)
    return folder


def record(model: Path | None, text: str = TEXT) -> Any:
    return extract(text, settings=Settings(model=str(model) if model else None))


def test_it_adds_what_nothing_else_knows(by_patterns: Path) -> None:
    (case,) = record(by_patterns).cases
    assert [(agent.name, agent.matched_by, agent.codes) for agent in case.treatments[0].agents] == [("zibberol", "model", {})]
    (diagnosis,) = case.diagnoses
    assert "imaginoma" in diagnosis.histology.name
    assert (diagnosis.histology.codes, diagnosis.histology.matched_by) == ({}, "model")


def test_it_never_overrides_the_lexicon(by_patterns: Path) -> None:
    (case,) = record(by_patterns).cases
    assert [(agent.name, agent.matched_by) for agent in case.treatments[1].agents] == [("cisplatin", "label")]


def test_the_record_names_it(by_patterns: Path) -> None:
    assert record(by_patterns).provenance.models == ("en_made_by_patterns 1.2.3",)
    assert record(None).provenance.models == ()


def test_without_it_the_words_mean_nothing() -> None:
    assert "zibberol" not in [agent.name for case in record(None).cases for course in case.treatments for agent in course.agents]


def test_a_trained_model(trained: Path) -> None:
    (course,) = record(trained, "A man had lung cancer. He received zibberol 80 mg.").cases[0].treatments
    assert [(agent.name, agent.matched_by) for agent in course.agents] == [("zibberol", "model")]


@pytest.mark.parametrize(
    ("kind", "words", "label"),
    [
        ("agent", "Zibberol", "zibberol"),
        ("agent", "Na", ""),
        ("agent", "zib (", ""),
        ("tumor", "Imaginary  Sarcoma", "imaginary sarcoma"),
        ("tumor", "hypertension", ""),
        ("tumor", "hematoma", ""),
        ("tumor", "coma", ""),
        ("gene", "her-2", "ERBB2"),
        ("gene", "zibgene", ""),
        ("", "lung", ""),
    ],
)
def test_what_is_kept_of_what_a_model_says(kind: str, words: str, label: str) -> None:
    assert by_model._label(kind, words) == label


def test_a_model_is_found_by_name_in_the_models_folder(by_patterns: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_model, "CHECKOUT", by_patterns.parent)
    assert [model.name for model in by_model.models(Settings(model="made"))] == ["en_made_by_patterns 1.2.3"]
    assert [model.name for model in by_model.models(Settings())] == ["en_made_by_patterns 1.2.3"]


@pytest.mark.parametrize("name", ["no_such_model", "/no/such/folder", "json"])
def test_a_model_that_is_none(name: str) -> None:
    with pytest.raises(ModelError, match=name):
        by_model.models(Settings(model=name))


def test_a_damaged_model(tmp_path: Path) -> None:
    for name in ("meta.json", "config.cfg"):
        (tmp_path / name).write_text("", encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be loaded"):
        by_model.models(Settings(model=str(tmp_path)))

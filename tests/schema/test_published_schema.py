"""The published JSON Schema is the schema of the code, and refuses what the code refuses."""

import json
import runpy
from pathlib import Path
from typing import Any

from caseextract.schema import SCHEMA_VERSION, ArticleRecord

MODELS = Path(__file__).parents[2] / "models"
PUBLISHED = json.loads((MODELS / "record.schema.json").read_text(encoding="utf-8"))


def objects(value: Any) -> list[dict[str, Any]]:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    found = [one for item in inside for one in objects(item)]
    return [value, *found] if isinstance(value, dict) and value.get("type") == "object" and "properties" in value else found


def test_it_is_current() -> None:
    written = (MODELS / "record.schema.json").read_text(encoding="utf-8")
    assert runpy.run_path(str(MODELS / "write_schema.py"))["schema"]() == written, "run: make schema"


def test_it_names_its_version() -> None:
    assert PUBLISHED["$id"].endswith(SCHEMA_VERSION)


def test_it_knows_every_field_and_no_other() -> None:
    assert set(PUBLISHED["properties"]) == set(ArticleRecord.model_fields)
    assert [one["title"] for one in objects(PUBLISHED) if one.get("additionalProperties") is not False] == []

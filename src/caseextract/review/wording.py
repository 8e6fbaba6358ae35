"""Values in the words that a curator reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Value = dict[str, Any]


def wording(field: str, value: Value | None) -> str:
    """One line that says what a value states."""
    if value is None:
        return "nothing"
    return _SAY.get(field, _plain)(value)


def spoken(word: object) -> str:
    """A word of the schema as a person writes it: "partial_response" → "partial response"; True → "yes"."""
    if isinstance(word, bool):
        return "yes" if word else "no"
    if isinstance(word, float) and word.is_integer():
        return str(int(word))
    return str(word).replace("_", " ")


def _plain(value: Value) -> str:
    return spoken(value["value"])


def _text(value: Value) -> str:
    return str(value["value"])


def _diagnosis(value: Value) -> str:
    code = value["histology"]["codes"].get("oncotree")
    other = "(other tumour)" if value["role"] != "index" else None
    return _joined(value["histology"]["name"], f"({code})" if code else None, other)


def _stage(value: Value) -> str:
    return _joined(value["system"] if value["system"] != "other" else None, value["value"], value["basis"])


def _alteration(value: Value) -> str:
    absent = "absent:" if value["status"] == "absent" else None
    return _joined(absent, value["gene"], value["variant"], spoken(value["type"]), value["origin"], value["method"])


def _biomarker(value: Value) -> str:
    return _joined(value["name"], value["status"], f"({value['value']})" if value["value"] else None)


def _course(value: Value) -> str:
    agents = " + ".join(agent["name"] for agent in [*value["agents"], *value["optional_agents"]])
    shown = agents or spoken(value["modality"])
    kind = spoken(value["modality"]) if agents and value["modality"] != "systemic" else None
    return _joined(shown, f"({value['regimen']})" if value["regimen"] else None, kind)


def _line(value: Value) -> str:
    if value["stated"]:
        return str(value["stated"])
    return f"{value['inferred']} (inferred)"


def _response(value: Value) -> str:
    return _joined(spoken(value["value"]), f"({value['criteria']})" if value["criteria"] else None)


_KINDS = {"pfs": "progression-free", "os": "survival", "on_treatment": "on treatment"}


def _duration(value: Value) -> str:
    sign = value["comparator"] if value["comparator"] != "=" else None
    return _joined(_KINDS.get(value["kind"], spoken(value["kind"])), sign, f"{value['months']:g} months")


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


_VERBATIM = ("title", "doi", "pmid", "pmcid", "journal", "licence", "publication_status", "primary_site")
_SAY: dict[str, Callable[[Value], str]] = {
    **dict.fromkeys(_VERBATIM, _text),
    "diagnosis": _diagnosis,
    "stage": _stage,
    "alteration": _alteration,
    "biomarker": _biomarker,
    "course": _course,
    "line": _line,
    "best_response": _response,
    "duration": _duration,
}

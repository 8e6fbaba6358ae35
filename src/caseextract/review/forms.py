"""What a curator types for a value, and back: inputs are read off the schema, and the schema judges what comes back."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from caseextract.errors import RecordError
from caseextract.review import vocabularies
from caseextract.review.fields import Field
from caseextract.review.items import part
from caseextract.review.wording import spoken
from caseextract.schema import Agent
from caseextract.schema.diagnosis import MatchedBy

Kind = Literal["text", "number", "choice", "names"]
_TITLES = {
    "value": "Value",
    "histology.name": "Tumour",
    "histology.codes.oncotree": "OncoTree code",
    "agents": "Drugs (separated by commas)",
    "optional_agents": "Companion drugs (separated by commas)",
    "stated": "As stated",
    "inferred": "As inferred",
}


@dataclass(frozen=True)
class Input:
    """One input of a form, with its present value as text."""

    name: str
    title: str
    kind: Kind
    value: str
    choices: tuple[tuple[str, str], ...] = ()
    vocabulary: str | None = None
    required: bool = False


def inputs_of(field: Field, value: dict[str, Any] | None = None) -> tuple[Input, ...]:
    """The inputs for a field, filled with a value where there is one."""
    return tuple(_input(field, name, part(value, name)) for name in field.inputs)


def _input(field: Field, name: str, present: Any) -> Input:
    kind, choices, required = _kind(field.model, name)
    vocabulary = vocabularies.OF_INPUT.get(field.name if name == "value" else name)
    title = _TITLES.get(name, spoken(name).capitalize())
    if name in ("stated", "inferred") and field.name != "line":
        title = "As written"
    return Input(name, title, kind, _shown(present), choices, vocabulary, required)


def _shown(present: Any) -> str:
    if isinstance(present, list):
        return ", ".join(agent["name"] for agent in present)
    if isinstance(present, bool):
        return str(present).lower()
    return "" if present is None else f"{present:g}" if isinstance(present, float) else str(present)


def _kind(model: type[BaseModel], path: str) -> tuple[Kind, tuple[tuple[str, str], ...], bool]:
    annotation: Any = model
    required = False
    for name in path.split("."):
        if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
            return "text", (), False
        info = annotation.model_fields[name]
        annotation, required = info.annotation, info.is_required()
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(part for part in get_args(annotation) if part is not NoneType)
    if get_origin(annotation) is Literal:
        return "choice", tuple((str(word), spoken(word)) for word in get_args(annotation)), required
    if annotation is bool:
        return "choice", (("true", "yes"), ("false", "no")), required
    if get_origin(annotation) is tuple:
        return "names", (), required
    return ("number" if annotation in (int, float) else "text"), (), required


def value_from(
    field: Field,
    typed: Mapping[str, str],
    *,
    old: dict[str, Any] | None = None,
    evidence: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """A valid value from what was typed, over an old one; raises `RecordError` with a message for each wrong input."""
    value: dict[str, Any] = copy.deepcopy(old) if old else {}
    for each in inputs_of(field):
        text = typed.get(each.name, "").strip()
        if not text and each.required:
            raise RecordError(f"{each.title}: must not be empty")
        _put(value, each.name, _agents(text, part(value, each.name)) if each.kind == "names" else text or None)
    _finish(field, value, old, evidence)
    try:
        return field.model.model_validate(value).model_dump(mode="json")
    except ValidationError as error:
        raise RecordError("; ".join(_message(field, dict(one)) for one in error.errors())) from error


def _put(tree: dict[str, Any], path: str, value: Any) -> None:
    *above, name = path.split(".")
    for step in above:
        tree = tree.setdefault(step, {})
    if value is None:
        tree.pop(name, None)
    else:
        tree[name] = value


def _agents(text: str, present: list[dict[str, Any]] | None) -> list[dict[str, Any]]:
    known = {agent["name"].lower(): agent for agent in present or []}
    names = [name.strip() for name in text.replace(" + ", ",").split(",") if name.strip()]
    return [known.get(name.lower()) or _agent(name) for name in names]


def _agent(name: str) -> dict[str, Any]:
    codes = vocabularies.codes("drugs", name)
    agent_class = vocabularies.cell("drugs", name, "class")
    matched_by: MatchedBy = "label" if codes else "none"
    return Agent(name=name, codes=codes, agent_class=agent_class, matched_by=matched_by).model_dump(mode="json")


def _finish(field: Field, value: dict[str, Any], old: dict[str, Any] | None, evidence: dict[str, Any] | None) -> None:
    """What a curator says is certain and no longer derived; codes and words that belonged to another value go."""
    proven = value.setdefault("histology", {}) if field.name == "diagnosis" else value
    if "derived" in field.model.model_fields:
        proven["derived"] = None
    if "confidence" in field.model.model_fields or field.name == "diagnosis":
        proven["confidence"] = 1.0
    if evidence is not None:
        proven["evidence"] = [evidence]
    if field.name == "diagnosis":
        _code_tumour(proven, (old or {}).get("histology", {}))
    if field.name == "alteration" and value.get("gene") != (old or {}).get("gene"):
        value["hgnc_id"] = vocabularies.cell("genes", value.get("gene") or "", "code")
    if (
        field.name == "alteration"
        and old
        and (value.get("gene"), value.get("variant")) != (old["gene"], old["variant"])
    ):
        value["hgvs"] = None


def _code_tumour(histology: dict[str, Any], old: dict[str, Any]) -> None:
    typed = (histology.get("codes") or {}).get("oncotree")
    renamed = histology.get("name") != old.get("name")
    if typed != (old.get("codes") or {}).get("oncotree"):
        histology["codes"] = {"oncotree": typed} if typed else {}
    elif renamed:
        histology["codes"] = vocabularies.codes("tumours", histology.get("name") or "", "code", "ncit")
    else:
        return
    histology["matched_by"] = "label" if histology["codes"] else "none"


def _message(field: Field, error: dict[str, Any]) -> str:
    path = ".".join(str(step) for step in error["loc"])
    title = next((each.title for each in inputs_of(field) if each.name == path), None)
    if path.endswith("evidence"):
        return "Words: choose the words of the text that prove this value"
    message = str(error["msg"]).removeprefix("Value error, ").removeprefix("Input ")
    if error["type"] == "literal_error":
        message = f"is not one of {', '.join(spoken(choice) for choice, _ in _choices(field, path))}"
    return f"{title or field.title}: {message}"


def _choices(field: Field, path: str) -> tuple[tuple[str, str], ...]:
    return next((each.choices for each in inputs_of(field) if each.name == path), ())

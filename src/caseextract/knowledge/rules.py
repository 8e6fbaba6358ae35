"""Rules: TOML files of stanzas, each with strings that it must match and must not.

A stanza has `name`, `kind` (of the mentions it makes; the file's `kind` by default), `pattern` (a Python regular
expression; `{name}` is replaced from the file's `[fragments]`), `anchors` (lower-case words of which a sentence must
contain one before the pattern is tried: what keeps hundreds of rules quick; without them, a gene), `value` (constant parts beside the
pattern's named groups), `case` (true: case matters), `matches` and `ignores`. Patterns are compiled when first used.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from re import Pattern as Compiled
from typing import Any

from caseextract import caseblind as re
from caseextract.errors import KnowledgeError
from caseextract.knowledge.files import rule_file

FRAGMENT = re.compile(r"\{([a-z_]+)\}")


class RulePattern(re.Pattern[str]):
    """The pattern of a stanza, which says in which one it stands where it is wrong."""

    def __init__(self, pattern: str, flags: int, where: str) -> None:
        super().__init__(pattern, flags)
        self.where = where

    @cached_property
    def compiled(self) -> Compiled[str]:
        """The pattern as `re` has it; raises `KnowledgeError`."""
        try:
            return super().compiled
        except re.error as error:
            raise KnowledgeError(f"{self.where}: {error}") from error


@dataclass(frozen=True, slots=True)
class Rule:
    """One stanza."""

    name: str
    kind: str
    pattern: re.Pattern[str]
    anchors: tuple[str, ...]
    value: Mapping[str, str] = field(default_factory=dict)
    matches: tuple[str, ...] = ()
    ignores: tuple[str, ...] = ()


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """The stanzas of `rules/NAME.toml`; raises `KnowledgeError` that names file and stanza."""
    text = rule_file(name).read_text(encoding="utf-8")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{name}.toml: {error}") from error
    fragments = table.get("fragments", {})
    common: dict[str, Any] = {key: table[key] for key in ("kind", "case") if key in table}
    return tuple(_rule(name, {**common, **stanza}, fragments) for stanza in table.get("rule", []))


def _rule(file: str, stanza: dict[str, Any], fragments: dict[str, str]) -> Rule:
    where = f"{file}.toml, rule {stanza.get('name', '?')!r}"
    try:
        text = FRAGMENT.sub(lambda m: f"(?:{_fragment(fragments, m[1])})", stanza["pattern"])
        pattern = RulePattern(text, 0 if stanza.get("case") else re.IGNORECASE, where)
        return Rule(
            name=stanza["name"],
            kind=stanza["kind"],
            pattern=pattern,
            anchors=tuple(stanza.get("anchors", ())),
            value={key: str(value) for key, value in stanza.get("value", {}).items()},
            matches=tuple(stanza["matches"]),
            ignores=tuple(stanza.get("ignores", ())),
        )
    except KeyError as error:
        raise KnowledgeError(f"{where}: {error.args[0]} is missing") from error


def _fragment(fragments: dict[str, str], name: str) -> str:
    return FRAGMENT.sub(lambda m: f"(?:{_fragment(fragments, m[1])})", fragments[name])

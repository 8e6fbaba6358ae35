"""Parts of the documents that the program itself writes: help texts, the sample's summary, a value, the layers.

    python -m tests.readme      writes them anew
"""

import json
import re
import shlex
import tomllib
from functools import reduce
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from caseextract import extract
from caseextract.cli import app

ROOT = Path(__file__).parents[1]
README, ARCHITECTURE = ROOT / "README.md", ROOT / "docs" / "architecture.md"
SAMPLE = ROOT / "samples" / "small-cell-lung-fusion.txt"
HELP = re.compile(r"(?<=```console\n)\$ (caseextract[^\n]*--help)\n.*?(?=```)", re.DOTALL)
SUMMARY = re.compile(r"(<!-- output of: (caseextract [^\n]*) -->\n```text\n).*?(?=```)", re.DOTALL)
VALUE = re.compile(r"(<!-- value: ([\w.]+) -->\n```json\n).*?(?=```)", re.DOTALL)
LAYERS = re.compile(r"(## Layers\n[^`]*```\n).*?(?=```)", re.DOTALL)


def output(command: str) -> str:
    """What a command prints, on a terminal of 80 columns, without blanks at line ends."""
    name, *arguments = shlex.split(command)
    result = CliRunner(env={"COLUMNS": "80"}).invoke(app, [arg.replace("samples/", f"{SAMPLE.parent}/") for arg in arguments], prog_name=name)
    assert result.exit_code == 0, result.output
    return re.sub(r" +$", "", result.stdout, flags=re.MULTILINE).strip("\n") + "\n"


def value_at(path: str) -> str:
    """One value of the sample's record, as JSON without what is empty."""
    record: Any = json.loads(extract(SAMPLE).to_json())
    value = reduce(lambda inside, step: inside[int(step) if step.isdigit() else step], path.split("."), record)
    return json.dumps(_filled(value), indent=2, ensure_ascii=False) + "\n"


def _filled(value: Any) -> Any:
    if isinstance(value, list):
        return [_filled(item) for item in value]
    if isinstance(value, dict):
        return {name: _filled(item) for name, item in value.items() if item not in (None, [], {})}
    return value


def layers() -> str:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    return "\n".join(next(one["layers"] for one in contracts if one["type"] == "layers")) + "\n"


def helps(text: str) -> str:
    return HELP.sub(lambda match: f"$ {match[1]}\n{output(match[1])}", text)


def pictures(text: str) -> str:
    text = SUMMARY.sub(lambda match: match[1] + output(match[2]), text)
    return VALUE.sub(lambda match: match[1] + value_at(match[2]), text)


def layered(text: str) -> str:
    return LAYERS.sub(lambda match: match[1] + layers(), text)


def main() -> None:
    README.write_text(pictures(helps(README.read_text(encoding="utf-8"))), encoding="utf-8")
    ARCHITECTURE.write_text(layered(ARCHITECTURE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()

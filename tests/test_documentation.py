"""What the documents say of commands, files and layers is so."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from caseextract.cli import app
from tests.readme import ARCHITECTURE, HELP, README, ROOT, helps, layered, pictures

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "models").rglob("README.md")])
COMMANDS = sorted(get_command(app).commands)  # type: ignore[attr-defined]


def test_help_in_the_readme_is_current() -> None:
    text = README.read_text(encoding="utf-8")
    assert len(HELP.findall(text)) >= 2
    assert helps(text) == text, "run: python -m tests.readme"


def test_the_picture_of_the_result_is_current() -> None:
    text = README.read_text(encoding="utf-8")
    assert "```text\n" in text
    assert pictures(text) == text, "run: make goldens"


def test_layers_in_the_plan_are_those_that_are_checked() -> None:
    text = ARCHITECTURE.read_text(encoding="utf-8")
    assert layered(text) == text, "run: python -m tests.readme"


def test_every_folder_of_the_package_is_in_the_plan() -> None:
    folders = {path.name for path in (ROOT / "src" / "caseextract").iterdir() if (path / "__init__.py").exists()}
    assert sorted(folders - set(re.findall(r"^    (\w+)/ ", ARCHITECTURE.read_text(encoding="utf-8"), re.MULTILINE))) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_in_documents_exist(document: Path) -> None:
    named = set(re.findall(r"(?:^\$ |^|`)caseextract ([a-z]+)", document.read_text(encoding="utf-8"), re.MULTILINE))
    assert sorted(named - set(COMMANDS)) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_targets_of_make_in_documents_exist(document: Path) -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:^\$ |`)make (\w+)", document.read_text(encoding="utf-8"), re.MULTILINE))
    assert sorted(named - targets) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    prose = re.sub(r"```.*?```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\((?!http)([^)#]+)\)", prose)
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_ends_in_an_example(command: str) -> None:
    about = get_command(app).commands[command].help or ""  # type: ignore[attr-defined]
    assert re.fullmatch(rf"Example: caseextract {command} .+", about.strip().splitlines()[-1].strip())


def test_the_sample_of_the_readme_command_exists() -> None:
    (sample,) = re.findall(r"extract --summary (\S+)", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert (ROOT / sample).is_file()

"""The rules of the building: every module explained, no catch-all names, tests where their sources are."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "caseextract"
MODULES = sorted(SOURCES.rglob("*.py"))
BANNED = {"utils", "helpers", "common", "misc", "core", "manager", "handler", "processor", "data"}


def name_of(path: Path) -> str:
    return str(path.relative_to(SOURCES))


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_every_module_says_what_it_is(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_names_say_what_is_inside(module: Path) -> None:
    names = {part.removesuffix(".py") for part in module.relative_to(SOURCES).parts}
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names |= {node.name.lower() for node in ast.walk(tree) if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    assert not names & BANNED


def test_the_library_never_prints() -> None:
    printing = [
        name_of(module)
        for module in MODULES
        if "cli" not in module.parts
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []


def test_folders_of_tests_mirror_folders_of_sources() -> None:
    folders = {path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("*") if path.is_dir()}
    tested = {folder for folder in folders if folder.parts[0] in {path.name for path in SOURCES.iterdir()}}
    assert sorted(str(folder) for folder in tested if not (SOURCES / folder).exists() and "__" not in str(folder)) == []

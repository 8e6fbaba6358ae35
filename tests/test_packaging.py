"""What a user gets: the wheel's contents, the licence, the pins."""

import re
import subprocess
import sys
import zipfile
from email import message_from_string
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "caseextract"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return zipfile.ZipFile(built)


def test_everything_in_the_package_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    sources = {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in wheel.namelist() if name.startswith("caseextract/")} == sources
    assert {"caseextract/py.typed", "caseextract/knowledge/lexicons/agents.tsv", "caseextract/knowledge/rules/time.toml"} <= sources


def test_the_wheel_says_its_licence_and_needs(wheel: zipfile.ZipFile) -> None:
    (about,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = message_from_string(wheel.read(about).decode("utf-8"))
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["Requires-Python"] == ">=3.11"
    assert any(name.endswith("licenses/LICENSE") for name in wheel.namelist())
    (scispacy,) = (need for need in metadata.get_all("Requires-Dist", []) if need.startswith("scispacy"))
    assert "python_version < '3.13'" in scispacy


def test_constraints_pin_exactly_and_name_no_registry() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    pin = re.compile(r'[A-Za-z0-9._-]+==[0-9][\w.]*(; python_version (<|>=) "3\.\d+")?')
    assert [line for line in lines if not pin.fullmatch(line)] == []


def test_everything_that_is_needed_directly_is_pinned() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(need for extra in project["optional-dependencies"].values() for need in extra)]
    pinned = {plain(line) for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()}
    assert [need for need in wanted if plain(need) not in pinned] == []


def plain(requirement: str) -> str:
    name = re.match(r"[A-Za-z0-9._-]*", requirement)
    assert name
    return name[0].lower().replace("_", "-").replace(".", "-")

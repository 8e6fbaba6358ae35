"""Several files of one article: which of them is read."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from caseextract.readers.editions import identifiers_told, left_aside, left_aside_by_name

DOI = "10.5555/editions.1"
JATS = f"<article><front><article-meta><article-id pub-id-type='doi'>{DOI}</article-id></article-meta></front>{{}}</article>"
FULL = JATS.format("<body><p>A woman had a tumour.</p></body>")
CONTENTS = {
    "article.xml": FULL,
    "article.html": "<!DOCTYPE html><html><body><p>A woman had a tumour.</p></body></html>",
    "article.pdf": "%PDF-1.4 nothing",
    "article.txt": "A woman had a tumour.",
}


def nothing(path: Path) -> Iterable[str]:
    return ()


def written(folder: Path, **contents: str) -> list[Path]:
    files = []
    for name, content in contents.items():
        stem, _, suffix = name.rpartition("_")
        files.append(folder / f"{stem}.{suffix}")
        files[-1].write_text(content, encoding="utf-8")
    return files


@pytest.mark.parametrize("given", [list(CONTENTS)[n:] for n in range(3)])
def test_one_stem_in_one_folder(given: list[str], tmp_path: Path) -> None:
    for name in given:
        (tmp_path / name).write_text(CONTENTS[name])
    best, *others = [tmp_path / name for name in given]

    assert left_aside(reversed([best, *others]), nothing) == dict.fromkeys(others, best)


def test_one_stem_in_two_folders_is_two_articles(tmp_path: Path) -> None:
    for name in ("one/report.xml", "two/report.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(CONTENTS[f"article{Path(name).suffix}"])

    assert left_aside([tmp_path / "one/report.xml", tmp_path / "two/report.txt"], nothing) == {}


def test_two_files_of_one_format_are_two_articles(tmp_path: Path) -> None:
    files = written(tmp_path, a_txt="A man.", a_text="A woman.", b_xml=FULL, c_xml=FULL)

    assert left_aside(files, lambda path: (DOI,) if path.suffix == ".xml" else ()) == {}


def test_the_contents_decide_what_a_file_is_worth(tmp_path: Path) -> None:
    closed, whole = written(tmp_path, closed_xml=JATS.format(""), closed_pdf="%PDF-1.4 nothing")
    broken, text = written(tmp_path, broken_xml="PK\3\4 a zip file", broken_txt="A man had a tumour.")

    assert left_aside([closed, whole], nothing) == {closed: whole}
    assert left_aside([broken, text], nothing) == {broken: text}

    (cut, page) = written(tmp_path, cut_xml=FULL[:-20], cut_html=CONTENTS["article.html"])

    assert left_aside([cut, page], nothing) == {cut: page}


def test_one_doi_under_several_names(tmp_path: Path) -> None:
    xml, page, text, other = written(
        tmp_path,
        PMC1_xml=FULL,
        saved_html=f'<html><head><meta name="citation_doi" content="https://doi.org/{DOI.upper()}"></head></html>',
        saved_txt="The same.",
        other_txt="Another one.",
    )

    assert left_aside([other, text, page, xml], identifiers_told) == {text: xml, page: xml}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.4 <prism:doi>10.5555/editions.1</prism:doi>"),
        ("a.pdf", b"%PDF-1.4" + bytes(400_000) + b"/Subject (A journal, 2021. doi:10.5555/editions.1)"),
        ("a.html", b"<meta name='citation_doi' content='doi:10.5555/editions.1'>"),
        ("a.xml", FULL.encode()),
    ],
)
def test_what_a_file_tells_without_being_opened(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)

    assert list(identifiers_told(tmp_path / name)) == [DOI]


def test_identifiers_of_references_are_others(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<article><back><ref-list><article-id pub-id-type='doi'>10.5555/x.2</article-id></ref-list></back></article>")

    assert list(identifiers_told(path)) == []
    assert list(identifiers_told(tmp_path / "gone.pdf")) == []


def test_names_in_archives() -> None:
    assert left_aside_by_name(["x/a.pdf", "x/a.nxml", "y/a.pdf", "x/a.png", "b.txt"]) == {"x/a.pdf"}

"""Compare what the readers give with the texts that make_layouts.py set.

    python benchmarks/readers/fidelity.py TEXTS OUT [--errors N] [--facts [--differences N]] [--only STEMS]

Word error: edits (difflib) per word of the source, over title, headings and paragraphs in the order of reading.
Order: share of articles whose paragraphs come in the order of the source. `--facts` compares records: (path, value)
pairs in both the plain text's record and the format's, as a share of those in either;
`identical` counts the records whose cases say the same in the same order.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from make_layouts import AUTHORS, DOI, JOURNAL, LAYOUTS, YEAR, Article, running_words
from pydantic import BaseModel

from caseextract.errors import CaseExtractError
from caseextract.pipeline import record_of
from caseextract.readers import read
from caseextract.schema import Metadata, Report

RUNNING = ("title", "heading", "paragraph", "list")
LEFT_OUT = {"evidence", "confidence", "source", "provenance", "start", "end", "quote", "boxes", "cue", "derived"}


@dataclass
class Comparison:
    words: int
    edits: int
    in_order: bool
    title: bool
    changes: list[tuple[str, str]]


def words_of(report: Report) -> list[str]:
    chosen = [report.text[b.start : b.end] for b in report.blocks if b.kind in RUNNING]
    chosen = [words for words in chosen if words != "References"]
    return " ".join(chosen).split()


def compared(report: Report, article: Article, *, raised: bool) -> Comparison:
    parts = running_words(article, raised=raised)
    source, found = " ".join(words for _, words in parts).split(), words_of(report)
    edits, changes = 0, []
    for kind, a, b, c, d in SequenceMatcher(None, source, found, autojunk=False).get_opcodes():
        if kind != "equal":
            edits += max(b - a, d - c)
            changes.append((" ".join(source[a:b]), " ".join(found[c:d])))
    title = report.metadata.title is not None and squeezed(report.metadata.title) == squeezed(parts[0][1])
    return Comparison(len(source), edits, in_order(report, parts), title, changes)


def squeezed(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).lower()


def in_order(report: Report, parts: list[tuple[str, str]]) -> bool:
    """Whether each paragraph's first sixty letters are found after those of the one before."""
    text = squeezed(" ".join(report.text[b.start : b.end] for b in report.blocks if b.kind in RUNNING))
    position = 0
    for kind, words in parts:
        start = squeezed(words)[:60]
        if kind != "paragraph" or len(start) < 60:
            continue
        position = text.find(start, position)
        if position < 0:
            return False
        position += 1
    return True


def facts_of(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every leaf of a record as (path, value); lists without their order, evidence and the like left out."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in LEFT_OUT:
                yield from facts_of(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, tuple | list):
        for item in value:
            yield from facts_of(item, f"{path}[]")
    elif value is not None:
        yield path, str(value)


@dataclass
class Agreement:
    """Facts in both records, facts in either, and those that only one has: (+ or -, path, value)."""

    both: int
    either: int
    identical: bool
    apart: list[tuple[str, str, str]]

    @classmethod
    def of(cls, plain: Any, other: Any) -> Agreement:
        a, b = Counter(facts_of(plain)), Counter(facts_of(other))
        lost = [("-", *fact) for fact in (a - b).elements()]
        same = list(facts_of(plain)) == list(facts_of(other))
        return cls((a & b).total(), (a | b).total(), same, lost + [("+", *fact) for fact in (b - a).elements()])


def metadata_share(found: Metadata, article: Article) -> tuple[int, int]:
    """How many of title, DOI, journal, year and authors are as they were set."""
    expected = {
        "title": squeezed(article.title),
        "doi": squeezed(DOI),
        "journal": squeezed(JOURNAL),
        "year": YEAR,
        "authors": squeezed("".join(AUTHORS)),
    }
    shown = {
        "title": squeezed(found.title or ""),
        "doi": squeezed(found.doi or ""),
        "journal": squeezed(found.journal or ""),
        "year": str(found.year),
        "authors": squeezed("".join(found.authors)),
    }
    return sum(shown[key] == value for key, value in expected.items()), len(expected)


def facts_agreement(texts: Path, out: Path, layouts: Iterable[str], only: set[str] | None, differences: int) -> None:
    """Facts of each format against those of the plain text, cases only: front matter is made up by the layouts."""
    from caseextract import extract

    sources = [path for path in sorted(texts.glob("PMC*.txt")) if only is None or path.stem in only]
    plain = {path.stem: extract(path).cases for path in sources}
    print(f"\n{'layout':16} {'facts':>8} {'agree':>8} {'worst':>8} {'identical':>10} {'metadata':>9}")
    for name in layouts:
        layout, found, stated, asked = LAYOUTS[name], {}, 0, 0
        for source in sources:
            made = out / name / f"{source.stem}.{layout.suffix}"
            if made.exists():
                report = read(made)
                found[source.stem] = Agreement.of(plain[source.stem], record_of(report).cases)
                one, other = metadata_share(report.metadata, Article.of(source.read_text(encoding="utf-8")))
                stated, asked = stated + one, asked + other
        both, either = sum(a.both for a in found.values()), sum(a.either for a in found.values())
        same = sum(a.identical for a in found.values())
        worst = min((a.both / a.either for a in found.values() if a.either), default=1.0)
        share = f"{100 * both / either:6.2f} %" if either else "none"
        print(f"{name:16} {either:8} {share:>8} {100 * worst:6.1f} % {same:7}/{len(found):<3} {stated:3}/{asked:<4}")
        shown = [(stem, *fact) for stem, a in found.items() for fact in a.apart]
        for row in shown[:differences]:
            print("   ", *row)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="show so many of the differences of each layout")
    parser.add_argument("--facts", action="store_true", help="compare records too")
    parser.add_argument("--only", type=Path, help="a file of stems: leave out all others")
    parser.add_argument("--differences", type=int, default=0, help="show so many of the facts that differ in each layout")
    parser.add_argument("--layout", action="append", choices=sorted(LAYOUTS))
    options = parser.parse_args()
    layouts = options.layout or list(LAYOUTS)
    only = set(options.only.read_text().split()) if options.only else None
    print(f"{'layout':16} {'articles':>8} {'words':>8} {'word error':>11} {'worst':>8} {'in order':>9} {'titles':>7}")
    for name in layouts:
        report_on(name, options.texts, options.out, options.errors, only)
    if options.facts:
        facts_agreement(options.texts, options.out, layouts, only, options.differences)


def report_on(name: str, texts: Path, out: Path, errors: int, only: set[str] | None) -> None:
    layout, results = LAYOUTS[name], []
    for source in sorted(texts.glob("PMC*.txt")):
        made = out / name / f"{source.stem}.{layout.suffix}"
        if not made.exists() or (only is not None and source.stem not in only):
            continue
        try:
            report = read(made)
        except CaseExtractError as error:
            print(f"{made}: {error}")
            continue
        results.append(compared(report, Article.of(source.read_text(encoding="utf-8")), raised=layout.raised))
    if not results:
        return
    words, edits = sum(r.words for r in results), sum(r.edits for r in results)
    worst = max(r.edits / r.words for r in results)
    ordered, titled = sum(r.in_order for r in results), sum(r.title for r in results)
    count = len(results)
    print(
        f"{name:16} {count:8} {words:8} {100 * edits / words:9.3f} % {100 * worst:6.2f} % "
        f"{ordered:5}/{count:<3} {titled:3}/{count}"
    )
    shown = Counter((a[:90], b[:90]) for r in results for a, b in r.changes)
    for (before, after), times in shown.most_common(errors):
        print(f"    {times:3} × {before!r} → {after!r}")


if __name__ == "__main__":
    main()

"""Word error of saved pages: the reader against trafilatura (Apache-2.0), on the HTML that make_layouts.py makes.

python benchmarks/readers/boilerplate.py TEXTS OUT
"""

from __future__ import annotations

import argparse
import time
from difflib import SequenceMatcher
from pathlib import Path

import trafilatura
from fidelity import words_of
from make_layouts import Article, running_words

from caseextract.readers import read


def errors(source: list[str], found: list[str]) -> int:
    codes = SequenceMatcher(None, source, found, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for kind, a, b, c, d in codes if kind != "equal")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    tools = {
        "reader": lambda content: words_of(read(content)),
        "trafilatura": lambda content: (trafilatura.extract(content, favor_recall=True) or "").split(),
    }
    for name, tool in tools.items():
        words = edits = 0
        seconds = 0.0
        for path in sorted((options.out / "html").glob("*.html")):
            source = Article.of((options.texts / f"{path.stem}.txt").read_text(encoding="utf-8"))
            expected = " ".join(part for _, part in running_words(source, raised=True)).split()
            start = time.perf_counter()
            found = tool(path.read_bytes())
            seconds += time.perf_counter() - start
            words, edits = words + len(expected), edits + errors(expected, found)
        print(f"{name:12} word error {100 * edits / words:.2f} % of {words} words, {seconds:.2f} s")


if __name__ == "__main__":
    main()

"""The expected record of each sample, in a form that a person can read and compare.

    python -m tests.golden      writes samples/NAME.expected.json anew, as the program now says it

Every value of the record is there; evidence is its quote, its first character and its page. Left out: the text itself
and the versions that made the record.
"""

import json
from pathlib import Path
from typing import Any

from caseextract import ArticleRecord, extract

SAMPLES = Path(__file__).parents[1] / "samples"
FORMATS = {".txt", ".html", ".xml", ".pdf"}
REPORTS = sorted(path for path in SAMPLES.iterdir() if path.suffix in FORMATS)


def expected_file(report: Path) -> Path:
    return report.with_suffix(".expected.json")


def key_file(report: Path) -> Path:
    return report.with_suffix(".key.json")


def essence(record: ArticleRecord) -> Any:
    whole = json.loads(record.to_json())
    del whole["provenance"], whole["source"]["text"], whole["source"]["sha256"]
    return _brief(whole)


def _brief(value: Any) -> Any:
    if isinstance(value, list):
        return [_brief(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "quote" in value:
        page = f", page {value['boxes'][0]['page']}" if value["boxes"] else ""
        return f"{' '.join(value['quote'].split())} @{value['start']}{page}"
    return {name: short for name, item in value.items() if (short := _brief(item)) not in (None, [], {})}


def main() -> None:
    for report in REPORTS:
        written = json.dumps(essence(extract(report)), indent=1, ensure_ascii=False) + "\n"
        expected_file(report).write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()

"""`caseextract show`: a page of the article with the words of the record's values marked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    record: Annotated[Path, typer.Argument(help="A record, as `extract` writes it.")],
    pdf: Annotated[Path, typer.Option("--pdf", help="The PDF that the record was made from.")],
    page: Annotated[int, typer.Option("--page", help="Which page, from 1.", min=1)] = 1,
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the picture goes (PNG).")] = Path("page.png"),
    quote: Annotated[str | None, typer.Option("--quote", help="Mark only evidence that holds these words.")] = None,
) -> None:
    """Draw a page with the words that prove the record's values marked.

    Example: caseextract show record.json --pdf report.pdf --page 3 -o page.png
    """
    from caseextract.cli.refusal import refusing
    from caseextract.readers.pdf.picture import marked_page
    from caseextract.review.articles import read_record
    from caseextract.schema.article import evidence_of

    with refusing():
        article = read_record(record)
        found = [
            evidence for evidence in evidence_of(article) if quote is None or quote.lower() in evidence.quote.lower()
        ]
        boxes = [box for evidence in found for box in evidence.boxes]
        marked_page(pdf, page, boxes).save(output, format="PNG")
    print(f"{output}: page {page} with {sum(box.page == page for box in boxes)} marked places")

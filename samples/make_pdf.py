"""Set `colon-two-columns.pdf` as a journal would: title over the full width, two columns, running head, a table.

    python samples/make_pdf.py

The same bytes come out each time.
"""

from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus import Table as PdfTable

TITLE = "Two switches and one scalpel: a BRAF-mutated cancer of the ascending colon over four years"
AUTHORS = "Dora Exempel, Ada Example, Bela Muster"
HEAD = "Invented Oncology Letters 2022; 9: 120-123"
DOI = "doi: 10.5555/iol.2022.0120"
ABSTRACT = (
    "BRAF-mutated colon cancer is feared. We follow a woman from her hemicolectomy through three lines of treatment, the last of "
    "which, encorafenib with cetuximab, has held the disease for more than a year."
)
BODY = (
    ("Introduction", ["In the BEACON-like study that every oncologist of this invented world can recite, encorafenib plus cetuximab gave "
                      "a median overall survival of 9.3 months, against 5.9 months with irinotecan and cetuximab [1]."]),
    ("Case Presentation", [
        "In May 2018 a 68-year-old woman was operated on for an obstructing tumor of the ascending colon. The right hemicolectomy "
        "specimen contained a poorly differentiated adenocarcinoma with spread to five of 22 lymph nodes (pT3N2aM0, stage IIIB). "
        "Microsatellite status was stable. Sequencing detected a BRAF V600E mutation; KRAS and NRAS were wild-type.",
        "She received adjuvant capecitabine and oxaliplatin (CAPOX) from July 2018 to December 2018. In October 2019, ten months after "
        "its end, peritoneal nodules and two liver metastases came to light.",
        "First-line treatment consisted of FOLFIRI plus bevacizumab. Stable disease was the best response, and progression was "
        "recorded after seven months. Second-line FOLFOX was abandoned after two cycles on account of an allergic reaction.",
        "In September 2020 she was switched to third-line encorafenib and cetuximab. The liver metastases "
        "decreased by 45%, corresponding to a partial response, and the treatment has been continued for more than 14 months. At the "
        "last follow-up in November 2021 the patient was alive with a good quality of life.",
    ]),
    ("Discussion", ["Adding binimetinib to the pair yielded a response rate of 26% in the study, with diarrhea in 62% of patients. Panitumumab "
                    "has never been compared with cetuximab in this setting, and our patient did not receive it. Vemurafenib alone is of "
                    "little use in the colon, since EGFR takes over within weeks [2]."]),
    ("References", ["1. Ficta P, Moreno Q. The study that everyone recites. Invent Oncol Lett. 2019;6:1-9.",
                    "2. Esempio C. When EGFR takes over. Invent Oncol Lett. 2014;1:33-35."]),
)  # fmt: skip
TABLE = [["Line", "Regimen", "Best response"], ["1", "FOLFIRI-bevacizumab", "SD"], ["2", "FOLFOX", "NE"], ["3", "encorafenib-cetuximab", "PR"]]

PLAIN = ParagraphStyle("plain", fontName="Times-Roman", fontSize=13, leading=17, alignment=TA_JUSTIFY, firstLineIndent=8)
FLUSH = ParagraphStyle("flush", parent=PLAIN, firstLineIndent=0)
HEADING = ParagraphStyle("heading", fontName="Helvetica-Bold", fontSize=10.5, leading=13, spaceBefore=7, spaceAfter=2)
TITLE_STYLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=16, leading=19, spaceAfter=6)
WIDTH, HEIGHT = A4
MARGIN, GUTTER, BANNER = 18 * mm, 7 * mm, 60 * mm
COLUMN = (WIDTH - 2 * MARGIN - GUTTER) / 2


def running_head(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont("Helvetica", 7.5)
    canvas.drawString(MARGIN, HEIGHT - 12 * mm, HEAD)
    canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 12 * mm, DOI)
    canvas.drawCentredString(WIDTH / 2, 10 * mm, str(119 + document.page))


def columns(top: float) -> list[Frame]:
    bottom = 18 * mm
    return [
        Frame(left, bottom, COLUMN, HEIGHT - top - bottom, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        for left in (MARGIN, MARGIN + COLUMN + GUTTER)
    ]


def story() -> list[Flowable]:
    parts: list[Flowable] = [
        Paragraph(TITLE, TITLE_STYLE),
        Paragraph(AUTHORS, FLUSH),
        Spacer(1, 6),
        Paragraph("Abstract", HEADING),
        Paragraph(ABSTRACT, FLUSH),
        NextPageTemplate("later"),
        FrameBreak(),
    ]
    for heading, paragraphs in BODY:
        parts.append(Paragraph(heading, HEADING))
        for number, text in enumerate(paragraphs):
            parts.append(Paragraph(text, PLAIN if number else FLUSH))
        if heading == "Case Presentation":
            table = PdfTable(TABLE, hAlign="LEFT", spaceBefore=8, splitByRow=0)
            rules = [("LINEABOVE", (0, 0), (-1, 1), 0.6, colors.black), ("LINEBELOW", (0, -1), (-1, -1), 0.6, colors.black)]
            table.setStyle([*rules, ("FONT", (0, 0), (-1, -1), "Times-Roman", 8.5)])
            parts += [Spacer(1, 6), Paragraph("Table 1. Palliative treatment.", FLUSH), table]
    return parts


def main() -> None:
    first = Frame(MARGIN, HEIGHT - 18 * mm - BANNER, WIDTH - 2 * MARGIN, BANNER, leftPadding=0, rightPadding=0)
    document = BaseDocTemplate(
        str(Path(__file__).with_name("colon-two-columns.pdf")), pagesize=A4, title=TITLE, author=AUTHORS, invariant=1
    )
    document.addPageTemplates(
        [
            PageTemplate("first", [first, *columns(18 * mm + BANNER + 4 * mm)], onPage=running_head),
            PageTemplate("later", columns(20 * mm), onPage=running_head),
        ]
    )
    document.build(story())


if __name__ == "__main__":
    main()

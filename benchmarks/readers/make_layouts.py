
"""Set article texts as PDFs in journal-like layouts, as JATS and as HTML.

    python benchmarks/readers/make_layouts.py TEXTS OUT [--layout NAME …]

TEXTS is a folder of full articles as plain text: title, abstract, headings on lines of their own, one paragraph a line.
Text is what the folder holds; authors, running heads, captions, tables, footnotes and references are made up here.
Needs reportlab and weasyprint (PyPI; with libpango) and xelatex (Debian: texlive-xetex) with the Liberation and DejaVu fonts.
"""

from __future__ import annotations

import argparse
import html
import re
import subprocess
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

CITATION = re.compile(r"\s?\[{1,2}\d[\d,;\s\[\]–-]*\]")
AUTHORS = ("Ada Fictum", "Bruno Inventado", "Carla Exempla")
PLACES = (
    "Department of Oncology, University Hospital of Nowhere, Nowhere, Utopia",
    "Institute of Pathology, Faculty of Medicine, Nowhere, Utopia",
)
DOI = "10.5555/caselayouts.2021.00042"
JOURNAL = "Journal of Typeset Cases"
YEAR = "2021"
HEAD = f"{JOURNAL} {YEAR}; 12: 345"
FOOT = "Fictum et al. Set for reading tests"
NOTE = "* Correspondence: Ada Fictum, ada@example.org"
FIGURE = "Figure {n}. A grey rectangle that stands for an image, drawn without any meaning at all."
TABLE = "Table {n}. Values that were made up to fill a table of four columns."
ROWS = (
    ("Marker", "Before", "After", "Reference range"),
    ("Haemoglobin", "10.2 g/dL", "12.9 g/dL", "12.0–16.0 g/dL"),
    ("Platelets", "98 G/L", "187 G/L", "150–400 G/L"),
    ("Creatinine", "0.9 mg/dL", "0.8 mg/dL", "0.5–1.1 mg/dL"),
    ("Albumin", "31 g/L", "38 g/L", "35–50 g/L"),
)
REFERENCES = tuple(
    f"Author {letter}, Writer {letter}. An invented title about nothing in particular. J Invent. {2000 + n};{n}:{10 * n}–{10 * n + 9}."
    for n, letter in enumerate("ABCDEFGHIJKL", 1)
)


@dataclass(frozen=True)
class Article:
    """A title and parts in order: (`heading` or `paragraph`, words)."""

    title: str
    parts: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, text: str) -> Article:
        """Lines between blank lines are headings where they are short and alone."""
        lines = text.split("\n")
        title = " ".join(lines[0].split())
        parts = []
        for index, line in enumerate(lines[1:], 1):
            words = " ".join(line.split())
            alone = not lines[index - 1].strip() and (index + 1 == len(lines) or not lines[index + 1].strip())
            if words:
                parts.append(
                    ("heading" if alone and len(words) < 90 and words[-1] not in ".!?" else "paragraph", words)
                )
        return cls(title, tuple(parts))

    def without_citations(self) -> Article:
        """What stays when raised citation numbers are dropped."""
        return Article(self.title, tuple((kind, CITATION.sub("", words)) for kind, words in self.parts))


def running_words(article: Article, *, raised: bool) -> list[tuple[str, str]]:
    """The source a reader's text is compared with."""
    chosen = article.without_citations() if raised else article
    return [("title", chosen.title), *chosen.parts]


# ---------------------------------------------------------------------------------------------- HTML and weasyprint


def marked(words: str, *, raised: bool, quote: Callable[[str], str] = html.escape, sup: str = "<sup>{}</sup>") -> str:
    """Escaped words, bracketed citations raised where the layout wants it."""
    if not raised:
        return quote(words)
    pieces, position = [], 0
    for found in CITATION.finditer(words):
        pieces.append(quote(words[position : found.start()]))
        pieces.append(sup.format(re.sub(r"[\[\]\s]", "", found.group()).strip(",")))
        position = found.end()
    pieces.append(quote(words[position:]))
    return "".join(pieces)


def table_html(number: int) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<{'th' if n == 0 else 'td'}>{cell}</{'th' if n == 0 else 'td'}>" for cell in row) + "</tr>"
        for n, row in enumerate(ROWS)
    )
    return f'<div class="table"><p class="caption">{TABLE.format(n=number)}</p><table>{rows}</table></div>'


def figure_html(number: int) -> str:
    return f'<figure><div class="box"></div><figcaption>{FIGURE.format(n=number)}</figcaption></figure>'


def body_html(article: Article, *, raised: bool) -> str:
    """The article's parts with two figures and two tables between them."""
    pieces = []
    floats = {3: figure_html(1), 5: table_html(1), 9: figure_html(2), 12: table_html(2)}
    for place, (kind, words) in enumerate(article.parts):
        tag = "h2" if kind == "heading" else "p"
        pieces.append(f"<{tag}>{marked(words, raised=raised)}</{tag}>")
        if place in floats:
            pieces.append(floats[place])
    entries = "".join(f"<li>{html.escape(entry)}</li>" for entry in REFERENCES)
    return "".join(pieces) + f'<h2>References</h2><ol class="references">{entries}</ol>'


def front_html() -> str:
    names = ", ".join(f"{name}<sup>{n % 2 + 1}{',*' if n == 0 else ''}</sup>" for n, name in enumerate(AUTHORS))
    places = "".join(f'<p class="place"><sup>{n}</sup>{place}</p>' for n, place in enumerate(PLACES, 1))
    dates = "Received: 4 January 2021; Accepted: 9 March 2021; Published: 2 April 2021"
    licence = f"© 2021 The Authors. This is an open access article under the CC BY 4.0 license. https://doi.org/{DOI}"
    return f'<p class="authors">{names}</p>{places}<p class="dates">{dates}</p><p class="dates">{licence}</p>'


PAGE = """
@page { size: %(size)s; margin: 22mm 18mm 20mm 18mm;
  @top-left { content: "%(head)s"; font: 8pt 'Liberation Sans' } @top-right { content: counter(page); font: 8pt 'Liberation Sans' }
  @bottom-left { content: "%(foot)s"; font: 8pt 'Liberation Sans' } @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt 'Liberation Sans' } }
html { font: %(font)s; lang: en; hyphens: auto; text-align: justify }
h1 { font: bold 17pt 'Liberation Sans'; text-align: left; hyphens: none } h2 { font: bold 11pt 'Liberation Sans'; text-align: left; margin: 10pt 0 3pt }
p { margin: 0; %(par)s } .authors, .place, .dates { font-size: 8.5pt; text-align: left; hyphens: none; margin: 2pt 0; text-indent: 0 }
.body { columns: %(columns)s; column-gap: 7mm; margin-top: 10pt }
figure { margin: 6pt 0 } .box { background: #ccc; height: 45mm } figcaption, .caption { font-size: 8pt; text-align: left; text-indent: 0; margin: 4pt 0 }
table { border-collapse: collapse; width: 100%%; font-size: 7.5pt; border-top: .8pt solid; border-bottom: .8pt solid; text-align: left }
th { border-bottom: .5pt solid } td, th { padding: 1.5pt 3pt } .references { font-size: 8pt; padding-left: 14pt } sup { font-size: 65%%; line-height: 0 }
figure, .table { break-inside: avoid }
"""


def page_of(article: Article, style: str, *, raised: bool) -> str:
    return (
        f'<html lang="en"><head><meta charset="utf-8"><title>{html.escape(article.title)}</title><style>{style}</style></head><body>'
        f"<h1>{html.escape(article.title)}</h1>{front_html()}"
        f'<div class="body">{body_html(article, raised=raised)}</div></body></html>'
    )


def weasy(
    article: Article, path: Path, *, columns: int, font: str, par: str, size: str = "A4", raised: bool = False
) -> None:
    import logging

    from weasyprint import HTML

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    style = PAGE % {"size": size, "head": HEAD, "foot": FOOT, "font": font, "par": par, "columns": columns}
    HTML(string=page_of(article, style, raised=raised)).write_pdf(path)


def web_one(article: Article, path: Path) -> None:
    weasy(article, path, columns=1, font="10.5pt/1.45 'Liberation Serif'", par="margin-bottom: 6pt")


def web_two(article: Article, path: Path) -> None:
    weasy(article, path, columns=2, font="9.5pt/1.3 'Liberation Serif'", par="text-indent: 12pt", raised=True)


def web_three(article: Article, path: Path) -> None:
    weasy(article, path, columns=3, font="8pt/1.25 'Liberation Sans'", par="text-indent: 9pt", size="letter")


# ------------------------------------------------------------------------------------------------------------ xelatex

TEX = r"""
\documentclass[10pt,a4paper%(option)s]{article}
\usepackage[margin=20mm,headheight=14pt]{geometry}\usepackage{fontspec}\usepackage{booktabs}\usepackage{fancyhdr}
\defaultfontfeatures[\rmfamily]{}
\setmainfont{Liberation Serif}
\newfontfamily\other{DejaVu Serif}
\usepackage{newunicodechar}%(glyphs)s
\pagestyle{fancy}\fancyhf{}\fancyhead[LE,LO]{\small %(head)s}\fancyfoot[LE,LO]{\small %(foot)s}\fancyfoot[RE,RO]{\thepage}
\setcounter{secnumdepth}{0}\sloppy
\newcommand{\fakefigure}[1]{\begin{figure}[tbp]\centering\fbox{\rule{0pt}{35mm}\rule{50mm}{0pt}}\par\vspace{4pt}\raggedright\footnotesize #1\end{figure}}
\newcommand{\faketable}[1]{\begin{table}[tbp]\raggedright\footnotesize #1\par\vspace{3pt}\setlength{\tabcolsep}{3pt}\begin{tabular}{@{}llll@{}}\toprule %(rows)s\bottomrule\end{tabular}\end{table}}
\begin{document}
%(opening)s
%(body)s
\section{References}{\footnotesize %(references)s}
\end{document}
"""
TEX_SIGNS = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def tex_quoted(words: str) -> str:
    return re.sub(r"[\\{}~^]|[#$%&_]", lambda found: TEX_SIGNS.get(found.group(), "\\" + found.group()), words)


def tex_source(article: Article, *, two: bool, raised: bool) -> str:
    def words_of(words: str) -> str:
        return marked(words, raised=raised, quote=tex_quoted, sup=r"\textsuperscript{{{}}}")

    rows = " ".join(
        " & ".join(map(tex_quoted, row)) + r" \\" + (r"\midrule " if n == 0 else " ") for n, row in enumerate(ROWS)
    )
    front = r"{\small " + ", ".join(AUTHORS) + r"\par " + r"\par ".join(PLACES) + rf"\par https://doi.org/{DOI}\par}}"
    title = rf"{{\LARGE\raggedright {tex_quoted(article.title)}\par}}\medskip {front}\bigskip"
    opening = rf"\twocolumn[{title}]" if two else title
    floats = {
        2: rf"\fakefigure{{{FIGURE.format(n=1)}}}",
        4: rf"\faketable{{{TABLE.format(n=1)}}}",
        8: rf"\fakefigure{{{FIGURE.format(n=2)}}}",
    }
    pieces: list[str] = []
    noted = False
    for place, (kind, words) in enumerate(article.parts):
        pieces.append(rf"\section{{{words_of(words)}}}" if kind == "heading" else words_of(words) + "\n")
        if kind == "paragraph" and not noted:
            noted = True
            pieces[-1] = pieces[-1].rstrip("\n") + rf"\renewcommand{{\thefootnote}}{{*}}\footnote{{{NOTE[2:]}}}" + "\n"
        pieces.append(floats.get(place, ""))
    every = article.title + "".join(words for _, words in article.parts)
    glyphs = "".join(
        rf"\newunicodechar{{{sign}}}{{{{\other {sign}}}}}" for sign in sorted(missing_in_liberation(every))
    )
    return TEX % {
        "option": ",twocolumn" if two else "",
        "glyphs": glyphs,
        "head": HEAD,
        "foot": FOOT,
        "rows": rows,
        "opening": opening,
        "body": "\n".join(pieces),
        "references": r"\par ".join(f"{n}. {tex_quoted(entry)}" for n, entry in enumerate(REFERENCES, 1)),
    }


def missing_in_liberation(words: str) -> set[str]:
    from fontTools.ttLib import TTFont

    with TTFont("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf") as font:
        known = set(font.getBestCmap())
    return {sign for sign in words if ord(sign) > 127 and ord(sign) not in known and not sign.isspace()}


def tex(article: Article, path: Path, *, two: bool, raised: bool = False) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "article.tex")
        source.write_text(tex_source(article, two=two, raised=raised), encoding="utf-8")
        command = ["xelatex", "-interaction=batchmode", "-output-directory", folder, str(source)]
        subprocess.run(command, check=False, capture_output=True, timeout=120)
        path.write_bytes(Path(folder, "article.pdf").read_bytes())


def tex_one(article: Article, path: Path) -> None:
    tex(article, path, two=False, raised=True)


def tex_two(article: Article, path: Path) -> None:
    tex(article, path, two=True)


# ---------------------------------------------------------------------------------------------------------- reportlab


def report(
    article: Article, path: Path, *, columns: int, font: str, numbered: bool = False, raised: bool = False
) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageTemplate, Paragraph, Spacer, Table

    folder = Path("/usr/share/fonts/truetype")
    pdfmetrics.registerFont(TTFont("Body", folder / f"{font}.ttf"))
    pdfmetrics.registerFont(TTFont("Strong", folder / f"{font.removesuffix('-Regular')}-Bold.ttf"))
    width, height = A4
    side, top, gap, head = 55, 62, 18, 215
    leading = 22 if numbered else 12
    body = ParagraphStyle(
        "body",
        fontName="Body",
        fontSize=9.5,
        leading=leading,
        alignment=0 if numbered else 4,
        firstLineIndent=12,
        hyphenationLang="" if numbered else "en_US",
        embeddedHyphenation=0,
        uriWasteReduce=0,
    )
    small = ParagraphStyle("small", fontName="Body", fontSize=7.5, leading=9.5)
    heading = ParagraphStyle("heading", fontName="Strong", fontSize=10.5, leading=max(leading, 14), spaceBefore=8)
    title = ParagraphStyle("title", fontName="Strong", fontSize=16, leading=19, spaceAfter=8)

    def furniture(canvas, document):  # type: ignore[no-untyped-def]
        canvas.setFont("Body", 8)
        canvas.drawString(side, height - 40, HEAD)
        canvas.drawRightString(width - side, 30, str(document.page))
        canvas.drawString(side, 30, FOOT)
        if numbered:
            for n in range(int((height - 2 * top) // leading)):
                canvas.drawRightString(
                    side - 14, height - top - leading * (n + 1) + 6, str(n + 1 + 32 * (document.page - 1))
                )
        else:
            canvas.saveState()
            canvas.translate(18, 200)
            canvas.rotate(90)
            canvas.drawString(0, 0, "Provisionally accepted")
            canvas.restoreState()

    wide = (width - 2 * side - gap * (columns - 1)) / columns

    def frames(below: float) -> list[Frame]:
        return [Frame(side + n * (wide + gap), top, wide, below - top, 0, 0, 0, 0, id=f"c{n}") for n in range(columns)]

    opening = Frame(side, height - top - head, width - 2 * side, head, 0, 0, 0, 0, id="opening")
    document = BaseDocTemplate(str(path), pagesize=A4, title=article.title, author="; ".join(AUTHORS))
    document.addPageTemplates(
        [
            PageTemplate("first", [opening, *frames(height - top - head - 6)], onPage=furniture),
            PageTemplate("later", frames(height - top), onPage=furniture),
        ]
    )
    from reportlab.platypus import FrameBreak

    story = [NextPageTemplate("later"), Paragraph(html.escape(article.title), title)]
    story += [Paragraph(", ".join(AUTHORS), small), *(Paragraph(place, small) for place in PLACES)]
    story += [Paragraph(f"https://doi.org/{DOI} · Published 2 April 2021 · CC BY 4.0", small), FrameBreak()]
    ruled = [
        ("FONT", (0, 0), (-1, -1), "Body", 6.5),
        ("LINEABOVE", (0, 0), (-1, 0), 0.8, "black"),
        ("LINEBELOW", (0, 0), (-1, 0), 0.4, "black"),
        ("LINEBELOW", (0, -1), (-1, -1), 0.8, "black"),
        ("LEFTPADDING", (0, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    for place, (kind, words) in enumerate(article.parts):
        shown = marked(words, raised=raised, sup="<super size='6'>{}</super>")
        story.append(Paragraph(shown, heading if kind == "heading" else body))
        if place == 4:
            story += [
                Spacer(1, 8),
                Paragraph(TABLE.format(n=1), small),
                Table(ROWS, style=ruled, hAlign="LEFT"),
                Spacer(1, 8),
            ]
        if place == 7:
            story += [Spacer(1, 60), Paragraph(FIGURE.format(n=1), small), Spacer(1, 8)]
    story.append(Paragraph("References", heading))
    story += [Paragraph(f"{n}. {html.escape(entry)}", small) for n, entry in enumerate(REFERENCES, 1)]
    document.build(story)


def lab_two(article: Article, path: Path) -> None:
    report(article, path, columns=2, font="dejavu/DejaVuSerif", raised=True)


def lab_manuscript(article: Article, path: Path) -> None:
    report(article, path, columns=1, font="dejavu/DejaVuSans", numbered=True)


# ------------------------------------------------------------------------------------------------------ JATS and HTML


def jats(article: Article, path: Path) -> None:
    quoted = html.escape
    names = "".join(
        f'<contrib contrib-type="author"><name><surname>{n.split()[1]}</surname><given-names>{n.split()[0]}</given-names></name></contrib>'
        for n in AUTHORS
    )
    body = ["<sec>"]
    for kind, words in article.parts:
        if kind == "heading":
            body.append(f"</sec><sec><title>{quoted(words)}</title>")
        else:
            cited = marked(words, raised=True, quote=quoted, sup="<sup><xref ref-type='bibr'>{}</xref></sup>")
            body.append(f"<p>{cited}</p>")
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    body.append(
        f"<fig id='f1'><label>Figure 1.</label><caption><p>{FIGURE.format(n=1)[10:]}</p></caption></fig>"
        f"<table-wrap id='t1'><label>Table 1.</label><caption><p>{TABLE.format(n=1)[9:]}</p></caption><table><tbody>{rows}</tbody></table></table-wrap></sec>"
    )
    entries = "".join(
        f"<ref id='r{n}'><mixed-citation>{quoted(entry)}</mixed-citation></ref>" for n, entry in enumerate(REFERENCES)
    )
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.2 20190208//EN" "JATS-archivearticle1.dtd">'
        "<article article-type='case-report'><front><journal-meta><journal-title-group><journal-title>Journal of Typeset Cases</journal-title></journal-title-group></journal-meta>"
        f"<article-meta><article-id pub-id-type='doi'>{DOI}</article-id><title-group><article-title>{quoted(article.title)}</article-title></title-group>"
        f"<contrib-group>{names}</contrib-group><pub-date pub-type='epub'><year>2021</year></pub-date></article-meta></front>"
        f"<body>{''.join(body)}</body><back><ref-list><title>References</title>{entries}</ref-list></back></article>",
        encoding="utf-8",
    )


def web_page(article: Article, path: Path) -> None:
    head = "".join(
        f'<meta name="{name}" content="{html.escape(value)}">'
        for name, value in (
            ("citation_title", article.title),
            ("citation_doi", DOI),
            ("citation_publication_date", "2021/04/02"),
            ("citation_journal_title", "Journal of Typeset Cases"),
            *(("citation_author", name) for name in AUTHORS),
        )
    )
    around = "".join(f"<li><a href='/{n}'>A related article, number {n}, on another tumour</a></li>" for n in range(12))
    path.write_text(
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>{head}<title>{html.escape(article.title)} | JTC</title><script>var a='<p>no</p>';</script></head>"
        f"<body><header><nav><ul><li>Home</li><li>Issues</li></ul></nav></header><div class='cookie-banner'><p>This site uses cookies to do things.</p></div>"
        f"<main><div class='article-tools'><button>Share</button></div><article><h1>{html.escape(article.title)}</h1><div class='authors-list'>{front_html()}</div>"
        f"{body_html(article, raised=True)}</article><aside class='related'><h3>Related</h3><ul>{around}</ul></aside></main>"
        "<footer><p>© 2021 The Publisher. All rights reserved.</p></footer></body></html>",
        encoding="utf-8",
    )


@dataclass(frozen=True)
class Layout:
    """How to set an article, the file's suffix, and whether citations are raised (and so dropped by a reader)."""

    make: Callable[[Article, Path], None]
    suffix: str
    raised: bool
    about: str


LAYOUTS = {
    "web_one": Layout(web_one, "pdf", False, "weasyprint, one column, spaced paragraphs, hyphenated"),
    "web_two": Layout(web_two, "pdf", True, "weasyprint, two columns, indented paragraphs, raised citations"),
    "web_three": Layout(web_three, "pdf", False, "weasyprint, three narrow columns, sans serif, letter"),
    "tex_one": Layout(tex_one, "pdf", True, "XeLaTeX, one column, ligatures, floats, footnote, raised citations"),
    "tex_two": Layout(tex_two, "pdf", False, "XeLaTeX, two columns, full-width title, floats, footnote"),
    "lab_two": Layout(lab_two, "pdf", True, "reportlab, two columns under a full-width head, sideways stamp"),
    "lab_manuscript": Layout(lab_manuscript, "pdf", False, "reportlab, wide-spaced manuscript with line numbers"),
    "jats": Layout(jats, "xml", True, "JATS"),
    "html": Layout(web_page, "html", True, "a journal's page with site furniture"),
}


def make(job: tuple[Path, Path, str]) -> str:
    source, out, name = job
    layout = LAYOUTS[name]
    target = out / name / f"{source.stem}.{layout.suffix}"
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        layout.make(Article.of(source.read_text(encoding="utf-8")), target)
    return str(target)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--layout", action="append", choices=sorted(LAYOUTS))
    parser.add_argument("--pattern", default="PMC*.txt")
    options = parser.parse_args()
    sources = sorted(options.texts.glob(options.pattern))
    jobs = [(source, options.out, name) for name in options.layout or LAYOUTS for source in sources]
    with ProcessPoolExecutor(2) as pool:
        made = list(pool.map(make, jobs))
    print(f"{len(made)} files from {len(sources)} texts in {options.out}")


if __name__ == "__main__":
    main()

"""A publisher's page saved as HTML: the article without the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from caseextract.errors import DamagedFile
from caseextract.readers import headings
from caseextract.readers import metadata as says
from caseextract.readers.decoding import decoded
from caseextract.readers.draft import Draft, tidy
from caseextract.readers.journals import journal_of_doi
from caseextract.readers.superscripts import raised
from caseextract.schema import Metadata, Report
from caseextract.schema.report import BlockKind
from caseextract.settings import Settings

_DROPPED = (
    "script, style, noscript, template, button, select, input, textarea, svg, iframe, "
    "object, embed, canvas, audio, video, math annotation, [hidden], [aria-hidden='true']"
)
_AROUND = (
    "nav, aside, footer, form, dialog, [role='navigation'], [role='banner'], [role='contentinfo'], [role='search'], "
    "[role='dialog'], [role='complementary']"
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav(?:igation|bar)?|menu|breadcrumbs?|share|sharing|social|cookies?|banner|advert\w*|ads?|promo\w*|related|"
    r"recommend\w*|sidebar|side-?bar|toolbar|modal|popup|tooltip|metrics?|altmetrics?|comments?|newsletter|skip-?link|"
    r"sr-only|visually-?hidden|screen-?reader\w*|table-of-contents|toc|outline|jump-?links?|download\w*|viewer|footer|"
    r"site-?header|cited-?by|similar-?articles|article-?tools|issue-?nav)(?:$|[\s_-])",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"(?:^|[\s_-])(?:ref-?list|references?(?:-list|-section)?|bibliograph\w*|citations?-list)(?:$|[\s_-])", re.I
)
_FRONT = re.compile(
    r"(?:^|[\s_-])(?:affiliations?|aff|authors?(?:-list|-info|-notes|s)?|contrib-group|correspond\w*|copyright|licen[cs]e|permissions|"
    r"disclaimer|art-?history|pub-?history|article-?dates?|keywords?|kwd-group|article-?header(?:-meta)?|art-authors|art-affiliations)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|figcaption|fig-?caption|html-fig_description|table-?caption|legend)(?:$|[\s_-])", re.I
)
_INLINE = frozenset(
    [
        "-text",
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "math",
        "mi",
        "mn",
        "mo",
        "mrow",
        "msub",
        "msup",
        "mtext",
        "mfrac",
        "semantics",
    ]
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_MOST = 0.7
_MAX_DEPTH = 150
_MAX_DEPTH_PARSED = 2_000


def read(content: bytes, *, name: str | None, settings: Settings) -> Report:
    """The article's blocks in order, with what the page's meta tags say; raises `DamagedFile` for hopeless nesting."""
    text = decoded(content, declared=True)
    _refuse_deep_nesting(text, name)
    page = LexborHTMLParser(text)
    facts = _metadata(page)
    body = page.body or page.root
    draft = Draft("html", name, settings)
    if body is not None:
        for node in page.css(_DROPPED):
            node.decompose()
        _drop_furniture(body)
        title = _title(page, facts)
        article = _article(body)
        walk = _Walk(draft, title)
        if not _has_title(article, title):
            walk.put("title", title or "")
        walk.over(article, 0)
        walk.flush()
        walk.end_references()
        facts = _completed(facts, draft, title)
    return draft.report(facts, reader="html")


def _refuse_deep_nesting(text: str, name: str | None) -> None:
    """A page nested thousands of elements deep is no article and would exhaust the stack."""
    depth = deepest = 0
    for found in re.finditer(
        r"<(/?)(?:div|span|b|i|ul|li|section|table|font|em|a|p|blockquote)\b", text, re.IGNORECASE
    ):
        depth += -1 if found.group(1) else 1
        deepest = max(deepest, depth)
    if deepest > _MAX_DEPTH_PARSED and depth > _MAX_DEPTH_PARSED // 2:
        raise DamagedFile(
            f"{name or 'input'}: HTML nested more than {_MAX_DEPTH_PARSED} elements deep; save the page again"
        )


def _class_of(node: LexborNode) -> str:
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"


def _drop_furniture(body: LexborNode) -> None:
    """Take out what tag, role, class or id names as page furniture, unless most of the page's words are in it."""
    whole = _weight(body)
    weigh = _weight if whole else _letters
    whole = whole or _letters(body)
    named = [node for node in body.css("[class], [id]") if _FURNITURE.search(_class_of(node))]
    around = [node for node in (*body.css(_AROUND), *named) if node.tag not in ("body", "main", "article", "html")]
    light = [node for node in around if weigh(node) <= 0.3 * whole]
    inside = {node.mem_id for node in light}
    outermost = [node for node in light if not any(upper.mem_id in inside for upper in _above(node))]
    if sum(map(weigh, {node.mem_id: node for node in outermost}.values())) > _MOST * whole:
        return  # a page all of whose blocks are named so: better some furniture than no article
    for node in outermost:
        node.decompose()


def _above(node: LexborNode) -> Iterator[LexborNode]:
    upper = node.parent
    while upper is not None:
        yield upper
        upper = upper.parent


def _weight(node: LexborNode) -> int:
    """Characters in the paragraphs inside a node."""
    return sum(len(paragraph.text(deep=True)) for paragraph in node.css("p"))


def _letters(node: LexborNode) -> int:
    """Characters in a node, for pages without paragraphs."""
    return len(node.text(deep=True))


def _article(body: LexborNode) -> LexborNode:
    """The innermost element that holds nearly all paragraphs."""
    node, weight = body, _weight(body)
    for _ in range(_MAX_DEPTH):
        child = next((c for c in node.iter() if c.tag != "p" and weight and _weight(c) >= 0.9 * weight), None)
        if child is None or child.tag in ("table", "ul", "ol"):
            return node
        node = child
    return node


def _title(page: LexborHTMLParser, facts: Metadata) -> str | None:
    heading = page.css_first("h1")
    return facts.title or (tidy(heading.text(deep=True)) if heading is not None else None) or None


def _alike(one: str, other: str) -> bool:
    def letters(words: str) -> str:
        return re.sub(r"\W+", "", words).lower()

    return bool(one) and (
        letters(one) == letters(other) or (len(one) > 30 and letters(one).startswith(letters(other)[:60]))
    )


def _has_title(article: LexborNode, title: str | None) -> bool:
    return title is not None and any(_alike(tidy(h.text(deep=True)), title) for h in article.css("h1, h2"))


@dataclass
class _Walk:
    """Goes through the article once, in order, and puts blocks into the draft."""

    draft: Draft
    title: str | None
    section: str | None = None
    words: list[str] = field(default_factory=list)
    kinds: list[BlockKind] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    in_references: bool = False
    titled: bool = False

    def put(self, kind: BlockKind, words: str) -> None:
        if kind == "title" and words:
            self.titled = True
        self.draft.add(kind, words, section=None if kind in ("title", "front") else self.section)

    def flush(self) -> None:
        """Close the paragraph, list item or reference that is open."""
        words, self.words = tidy("".join(self.words)), []
        if not words:
            return
        if self.in_references:
            self.references.append(words)
            return
        self.put(self._kind(words), words)

    def end_references(self) -> None:
        self.draft.add("references", "\n".join(self.references), section=self.section)
        self.references = []
        self.in_references = False

    def _kind(self, words: str) -> BlockKind:
        if self.kinds:
            return self.kinds[-1]
        if headings.is_front_matter(words):
            return "front"
        return "caption" if headings.is_caption(words) and len(words) < 1500 else "paragraph"

    def over(self, node: LexborNode, depth: int) -> None:
        if depth > _MAX_DEPTH:
            self.words.append(node.text(deep=True, separator=" "))
            return
        for child in node.iter(include_text=True):
            self.visit(child, depth)

    def visit(self, node: LexborNode, depth: int) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self.words.append(node.text(deep=False))
        elif tag == "sup":
            after = node.next.text(deep=True)[:2] if node.next is not None else ""
            self.words.append(raised("".join(self.words[-3:])[-20:], node.text(deep=True), after))
        elif tag == "br":
            self.words.append(" ")
        elif tag in _HEADINGS:
            self.heading(node)
        elif tag == "table":
            self.flush()
            self.put("table", "\n".join(rows_of(node)))
        elif tag in _INLINE and not node.css_first("p, div, table, h2, h3"):
            self.over(node, depth + 1)
        elif not tag.startswith(("-", "!", "_")):
            self.block(node, tag, depth)

    def heading(self, node: LexborNode) -> None:
        self.flush()
        words = tidy(node.text(deep=True))
        if not words:
            return
        if self.in_references or self.references:
            self.end_references()
        if self.title and _alike(words, self.title):
            if not self.titled:
                self.put("title", words)
            return
        self.section = words
        self.in_references = headings.is_references_heading(words)
        self.draft.add("heading", words, section=words)

    def block(self, node: LexborNode, tag: str, depth: int) -> None:
        """A block of its own; lists, captions and front matter hand their kind down."""
        self.flush()
        kind = self._kind_of_element(node, tag)
        opens_references = not self.in_references and bool(_REFERENCES.search(_class_of(node)))
        if opens_references:
            self.in_references = True
        if kind:
            self.kinds.append(kind)
        self.over(node, depth + 1)
        self.flush()
        if kind:
            self.kinds.pop()
        if opens_references:
            self.end_references()

    @staticmethod
    def _kind_of_element(node: LexborNode, tag: str) -> BlockKind | None:
        names = _class_of(node)
        if tag in ("figcaption", "caption") or _CAPTION.search(names):
            return "caption"
        if _FRONT.search(names) or tag == "address":
            return "front"
        return "list" if tag in ("li", "dd") else None


def rows_of(table: LexborNode) -> Iterator[str]:
    """The table's rows as `a | b | c`; a caption inside the table comes first."""
    caption = table.css_first("caption")
    if caption is not None:
        yield tidy(caption.text(deep=True))
    for row in table.css("tr"):
        cells = [tidy(cell.text(deep=True, separator=" ")) for cell in row.css("td, th")]
        if any(cells):
            yield " | ".join(cells)


def _metadata(page: LexborHTMLParser) -> Metadata:
    """From the head's meta tags (Highwire, Dublin Core, PRISM, Open Graph) and the licence link."""
    said: dict[str, list[str]] = {}
    for node in page.css("meta"):
        attributes = node.attributes
        key = (attributes.get("name") or attributes.get("property") or "").lower()
        value = tidy(attributes.get("content") or "")
        if key and value:
            said.setdefault(key, []).append(value)

    def one(*keys: str) -> str | None:
        return next((said[key][0] for key in keys if key in said), None)

    doi = says.doi_in(
        " ".join(filter(None, map(one, ("citation_doi", "dc.identifier", "dc.identifier.doi", "prism.doi", "doi"))))
    )
    date = one(
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
        "dc.date",
        "dcterms.issued",
        "prism.publicationdate",
    )
    date = date or one("article:published_time", "citation_year")
    year = re.search(r"(?:19|20)\d\d", date or "")
    links = " ".join(
        node.attributes.get("href") or ""
        for node in page.css("link[rel='license'], a[rel='license'], link[rel='canonical']")
    )
    addresses = " ".join(filter(None, (links, one("citation_fulltext_html_url"), one("og:url"), one("citation_pmcid"))))
    pmc = re.search(r"PMC\d{5,9}", addresses)
    return Metadata(
        title=one("citation_title", "dc.title", "prism.title", "og:title"),
        doi=doi,
        pmid=one("citation_pmid"),
        pmcid=pmc.group() if pmc else None,
        journal=one("citation_journal_title", "prism.publicationname", "citation_journal") or journal_of_doi(doi),
        year=int(year.group()) if year else None,
        authors=tuple(map(_given_first, said.get("citation_author") or said.get("dc.creator") or [])),
        licence=says.licence_in(f"{links} {one('dc.rights', 'dcterms.license') or ''}"),
        keywords=_keywords(said.get("citation_keywords") or said.get("dc.subject") or said.get("keywords") or []),
    )


def _given_first(name: str) -> str:
    """`Silva, Ana` as `Ana Silva`."""
    last, comma, first = name.partition(",")
    return tidy(f"{first} {last}") if comma else name


def _keywords(values: list[str]) -> tuple[str, ...]:
    if len(values) == 1:
        values = re.split(r"[;|]|,(?=\s|\D)", values[0])
    return tuple(filter(None, map(str.strip, values)))


def _completed(facts: Metadata, draft: Draft, title: str | None) -> Metadata:
    """What the head does not say, from the front matter on the page."""
    front = [words for words, block in zip(draft.parts, draft.blocks, strict=True) if block.kind == "front"]
    return says.merged(facts, says.metadata_of("\n".join(front), title=title, lines=front))

"""XML that may be hostile: no entities are expanded, nothing is fetched, depth and size stay bounded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from lxml import etree

from caseextract.errors import DamagedFile

_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]*(\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_OWN_TO_XML = {b"amp", b"lt", b"gt", b"quot", b"apos"}


def parsed(content: bytes, *, name: str | None, kind: str) -> etree._Element:
    """The root element; raises `DamagedFile` for what is not well-formed or declares entities of its own."""
    content = _as_utf8(content)
    head = content[:200_000]
    if _ENTITY.search(head):
        raise DamagedFile(
            f"{name or 'input'}: declares XML entities of its own, which are not expanded here; "
            f"save the {kind} file without them"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(_NAMED.sub(_character, _without_doctype(content)), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(
            f"{name or 'input'}: not well-formed XML ({error}); fetch the {kind} file again"
        ) from error


def _without_doctype(content: bytes) -> bytes:
    found = _DOCTYPE.search(content[:20_000])
    return content[: found.start()] + content[found.end() :] if found else content


def _as_utf8(content: bytes) -> bytes:
    """UTF-16 turned into UTF-8, so that one set of checks sees every file."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _DECLARATION.sub("", content.decode("utf-16", "replace")).encode("utf-8", "replace")
    return content.lstrip(b" \t\r\n")


def _character(named: re.Match[bytes]) -> bytes:
    """HTML's named characters as numbers: XML without its DTD does not know them."""
    if named.group(1) in _OWN_TO_XML:
        return named.group()
    characters = html5.get(named.group(1).decode("ascii") + ";", "\ufffd")
    return "".join(f"&#{ord(character)};" for character in characters).encode("ascii")


def tag(element: etree._Element) -> str:
    """The element's name without its namespace; empty for processing instructions and entities."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The element's children of these names."""
    return (child for child in element if tag(child) in names)


def first(element: etree._Element, path: str) -> etree._Element | None:
    """The first descendant along a path of names, any namespace, `a/b` meaning child of child anywhere below."""
    steps = "//".join(f"*[local-name()='{step}']" for step in path.split("/"))
    found = element.xpath(f".//{steps}")
    return found[0] if isinstance(found, list) and found and isinstance(found[0], etree._Element) else None


def every(element: etree._Element, path: str) -> list[etree._Element]:
    """All descendants along a path of names."""
    steps = "//".join(f"*[local-name()='{step}']" for step in path.split("/"))
    found = element.xpath(f".//{steps}")
    return [item for item in found if isinstance(item, etree._Element)] if isinstance(found, list) else []

"""Characters and their boxes out of pdfium, in bulk.

One call hands over a page's text, one call a character's box; the calls write into one buffer, which NumPy turns into
lists of numbers, and in which it finds the lines that need no cutting. pdfium's own spaces and line ends are used; lines are cut again where
the gap between two words is wide (columns, cells of tables) and where the baseline jumps.
"""

from __future__ import annotations

import ctypes
import math
import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from caseextract.readers.pdf.lines import Fragment
from caseextract.readers.superscripts import raised

WIDE_GAP = 0.9
"""A gap of this many ems between two words ends a fragment."""

_HYPHENS = "\ufffe\x02\u00ad"
_PIECE = re.compile(f"[^\r\n{_HYPHENS}]+[{_HYPHENS}]?|[{_HYPHENS}]")
_WORD = re.compile(r"\S+")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_ODD = re.compile(
    "[\u037e\u0387\x00-\x1f\x7f-\xa0\u00ad\u2000-\u2011\u2028-\u202f\u205f-\u2064\ufb00-\ufb06\ufeff\ufffe\uffff\ud800-\udfff\ue000-\uf8ff]"
)
_BOLD = re.compile(rb"bold|black|heavy|semibold|demi|-bd|[a-z]bx\d|cmbx|\.b$|medium", re.IGNORECASE)
_PLAIN = {"\u2010": "-", "\u2011": "-", "\ufffe": "-", "\x02": "-", "\u00ad": "-", "\u037e": ";", "\u0387": "·"}
_NUMBER = re.compile(r"\[?\d{1,3}[.)\]]|[•▪◦●]")
_LINE_ENDS = re.compile(r"[\r\n\ufffe\x02]+")
_NO_HEIGHT = 1e9
_STOPS = frozenset(".,;:)]")
_SAME_LENGTH = {ord(sign): plain for sign, plain in _PLAIN.items()} | dict.fromkeys(
    (160, *range(8192, 8203), 8239, 8287), " "
)
_FORCED_BOLD = 0x40000

_pointer = ctypes.c_void_p


_IS_SPACE = np.array([chr(code).isspace() for code in range(0x3002)])
_Side = NDArray[np.float64]


@lru_cache(maxsize=256)
def _is_bold(font: bytes) -> bool:
    return _BOLD.search(font) is not None


def _bound(name: str, *arguments: Any, gives: Any = ctypes.c_int) -> Any:
    """pdfium's function under plain argument types: several times cheaper to call than the typed binding."""
    address = ctypes.cast(getattr(pdfium, name), _pointer).value
    return ctypes.CFUNCTYPE(gives, *arguments)(address or 0)


_loose_box = _bound("FPDFText_GetLooseCharBox", _pointer, ctypes.c_int, _pointer)
_origin = _bound("FPDFText_GetCharOrigin", _pointer, ctypes.c_int, _pointer, _pointer)
_angle = _bound("FPDFText_GetCharAngle", _pointer, ctypes.c_int, gives=ctypes.c_float)
_font = _bound("FPDFText_GetFontInfo", _pointer, ctypes.c_int, _pointer, ctypes.c_ulong, _pointer)


@dataclass(slots=True)
class Sheet:
    """The text of a page that runs one way; `turn` counts the quarter turns to the left it was set by, as displayed."""

    page: int
    turn: int
    width: float
    height: float
    fragments: list[Fragment] = field(default_factory=list)
    tilted: list[str] = field(default_factory=list)

    def characters(self) -> int:
        """How much text the sheet holds."""
        return sum(len(fragment.text) for fragment in self.fragments)


@dataclass(slots=True)
class _Characters:
    """A page's text and, for each character, the sides of its box in the page's own space: left, top, right, bottom."""

    handle: Any
    text: str
    boxes: NDArray[np.float64]


def _characters(text_page: Any, count: int) -> _Characters:
    units = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, units)
    text = bytes(units)[: 2 * max(written - 1, 0)].decode("utf-16-le", "surrogatepass")
    if len(text) != count:
        codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))
        text = "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)
    handle = _pointer(ctypes.cast(text_page, _pointer).value)
    boxes = (ctypes.c_float * (4 * count))()
    address = ctypes.addressof(boxes)
    calls = map(_loose_box, repeat(handle), range(count), range(address, address + 16 * count, 16))
    deque(calls, maxlen=0)  # runs the calls without a loop in Python
    return _Characters(handle, text, np.frombuffer(memoryview(boxes).cast("B"), dtype=np.float32).astype(np.float64).reshape(-1, 4).T)


def sheets_of(page: Any, number: int, count: int, text_page: Any) -> list[Sheet]:
    """The page's text as upright sheets, the one with most text first; what is tilted is set apart as words."""
    found = _characters(text_page, count)
    rotation = pdfium.FPDFPage_GetRotation(page)
    x, y, width, height = _frame(page)
    by_direction: dict[int, Sheet] = {}
    tilted: list[str] = []
    reader = _Reader(found)
    for start, end, direction in _pieces(found):
        if direction is None:
            tilted.append(found.text[start:end])
            continue
        sheet = by_direction.get(direction)
        if sheet is None:
            size = (width, height) if direction % 2 == 0 else (height, width)
            sheet = by_direction[direction] = Sheet(number, (direction - rotation) % 4, *size)
            reader.prepare(direction, x, y, width, height)
        sheet.fragments.extend(reader.fragments(direction, start, end))
    sheets = sorted(by_direction.values(), key=Sheet.characters, reverse=True) or [Sheet(number, 0, width, height)]
    sheets[0].tilted = tilted
    return sheets


def _pieces(found: _Characters) -> Iterator[tuple[int, int, int | None]]:
    """What pdfium takes for one line, cut where its direction changes: start, end, quarter turns (None: tilted)."""
    text = found.text
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        first, last = start, end - 1
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last].isspace():
            last -= 1
        angle = _angle(found.handle, first)
        if angle == _angle(found.handle, last):
            yield start, end, _direction(angle)
            continue
        for word in _WORD.finditer(text, start, end):
            turned = _angle(found.handle, word.start())
            if turned != angle:
                yield start, word.start(), _direction(angle)
                start, angle = word.start(), turned
        yield start, end, _direction(angle)


def _direction(angle: float) -> int | None:
    """Quarter turns to the left, or None for tilted text; pdfium counts clockwise."""
    quarters = angle / (math.pi / 2) if angle > 0 else 0.0
    return -round(quarters) % 4 if abs(quarters - round(quarters)) <= 0.06 else None


def _frame(page: Any) -> tuple[float, float, float, float]:
    """Left, bottom, width and height of what is shown of the page, before the page is turned."""
    bounds = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, bounds):
        return 0.0, 0.0, 612.0, 792.0
    return bounds.left, bounds.bottom, bounds.right - bounds.left, bounds.top - bounds.bottom


class _Reader:
    """Cuts pieces of a page's text into fragments; keeps each direction's positions in reading space."""

    def __init__(self, found: _Characters) -> None:
        self.found = found
        self.sides: dict[int, tuple[list[float], list[float], list[float], list[float]]] = {}
        self.heights: dict[int, list[float]] = {}
        self.breaks: dict[int, list[int]] = {}
        codes = np.frombuffer(found.text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        spaces = _IS_SPACE[np.minimum(codes, len(_IS_SPACE) - 1)]
        self._starts = np.flatnonzero(~spaces[1:] & spaces[:-1]) + 1
        self._ends = np.flatnonzero(spaces[1:] & ~spaces[:-1])
        self.is_odd = _ODD.search(_LINE_ENDS.sub("", found.text)) is not None
        self.shift: dict[int, tuple[float, float]] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._at = ctypes.addressof(self._x), ctypes.addressof(self._y)
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()

    def prepare(self, direction: int, x: float, y: float, width: float, height: float) -> None:
        """Left, top, right, bottom of every character as they are when text of this direction stands upright."""
        left, top, right, bottom = self.found.boxes
        wide, high = x + width, y + height
        if direction == 0:
            sides = left - x, high - top, right - x, high - bottom
        elif direction == 1:
            sides = bottom - y, left - x, top - y, right - x
        elif direction == 2:
            sides = wide - right, bottom - y, wide - left, top - y
        else:
            sides = high - top, wide - right, high - bottom, wide - left
        self.sides[direction] = tuple(side.tolist() for side in sides)
        heights = sides[3] - sides[1]
        heights[heights == 0] = _NO_HEIGHT  # the spaces that pdfium puts in have none
        self.heights[direction] = heights.tolist()
        self.breaks[direction] = self._breaks(sides[0], sides[2], sides[3], heights)
        self.shift[direction] = (
            ((y + height), -1.0) if direction == 0 else ((-x, 1.0), (-y, 1.0), (x + width, -1.0))[direction - 1]
        )

    def _breaks(self, lefts: _Side, rights: _Side, bottoms: _Side, heights: _Side) -> list[int]:
        """Starts of words before which a line may have to be cut: too many, never too few."""
        starts = self._starts[self._starts > self._ends[0]] if len(self._ends) else self._starts[:0]
        ends = self._ends[: len(starts)]
        height = heights[starts]
        gap = lefts[starts] - rights[ends]
        is_odd = (gap > 0.4 * WIDE_GAP * height) | (gap < -0.5 * height)
        is_odd |= np.abs(bottoms[starts] - bottoms[ends]) > 0.1 * height
        is_odd |= np.abs(heights[ends] - height) > 0.1 * height
        found: list[int] = starts[is_odd].tolist()
        return found

    def base(self, direction: int, index: int) -> float:
        """The baseline under a character."""
        _origin(self.found.handle, index, *self._at)
        shift, sign = self.shift[direction]
        return shift + sign * float(self._y.value if direction % 2 == 0 else self._x.value)

    def bold(self, index: int) -> bool:
        """Whether the character's font calls itself bold."""
        length = _font(self.found.handle, index, self._name, 128, ctypes.byref(self._flags))
        return bool(self._flags.value & _FORCED_BOLD) or (length > 0 and _is_bold(self._name.value))

    def fragments(self, direction: int, start: int, end: int) -> Iterator[Fragment]:
        """The fragments of `[start, end)`: cut at wide gaps and where the baseline jumps."""
        breaks = self.breaks[direction]
        if bisect_left(breaks, end) == bisect_right(breaks, start):
            words = self.found.text[start:end]
            if inner := words.strip():
                begin = start + words.index(inner[0])
                yield self.fragment(direction, begin, begin + len(inner))
            return
        lefts, tops, rights, bottoms = self.sides[direction]
        begin = last = -1
        for word in _WORD.finditer(self.found.text, start, end):
            first, stop = word.span()
            if begin >= 0:
                height = bottoms[begin] - tops[begin] or 1.0
                gap = lefts[first] - rights[last]
                wide = gap > WIDE_GAP * height and not (
                    gap < 3 * height and _NUMBER.fullmatch(self.found.text, begin, last + 1)
                )
                if wide or gap < -2 * height or abs(bottoms[first] - bottoms[begin]) > 0.8 * height:
                    yield self.fragment(direction, begin, last + 1)
                    begin = first
            else:
                begin = first
            last = stop - 1
        if begin >= 0:
            yield self.fragment(direction, begin, last + 1)

    def fragment(self, direction: int, start: int, end: int) -> Fragment:
        """Characters `[start, end)` as one fragment, with raised marks and odd characters settled."""
        lefts, tops, rights, bottoms = self.sides[direction]
        text = self.found.text[start:end]
        edges = lefts[start:end]
        edges.append(rights[end - 1])
        heights = self.heights[direction][start:end]
        middle = heights[len(heights) // 2]  # the first and last are of signs that are no spaces
        height = max(heights[0], heights[-1], middle if middle < _NO_HEIGHT else 0.0)
        if height >= _NO_HEIGHT:
            height = max((h for h in heights if h < _NO_HEIGHT), default=10.0)
        least, anchor = 0.86 * height, start
        if heights[0] < least:
            anchor += next((i for i, h in enumerate(heights) if h >= least and text[i] != " "), 0)
        base = self.base(direction, anchor)
        if min(heights) < least:
            small = [i for i, h in enumerate(heights) if h < least and text[i] != " "]
            if len(small) < len(text):
                text, edges = self.settled(direction, start, text, edges, small, base, height)
        if text and text[-1] in _HYPHENS:
            text = text[:-1] + "-"
        if self.is_odd and _ODD.search(text):
            text, edges = _plain(text, edges)
        return Fragment(text, edges, tops[anchor], bottoms[anchor], base, height, self.bold(anchor))

    def settled(
        self, direction: int, start: int, text: str, edges: list[float], small: list[int], base: float, height: float
    ) -> tuple[str, list[float]]:
        """The text with raised characters kept, turned or dropped, and its edges."""
        up = self.raised_among(direction, start, small, base, 0.12 * height)
        for first, stop in reversed(list(_stretches(up, text))):
            words = raised(text[max(0, first - 20) : first], text[first:stop], text[stop : stop + 2])
            if not words and text[stop : stop + 1] == " " and text[stop + 1 : stop + 2] in _STOPS:
                stop += 1  # pdfium puts a space between a raised mark and the stop after it
            if words != text[first:stop]:
                middle = edges[first:stop] if len(words) == stop - first else [edges[first]] * len(words)
                text = text[:first] + words + text[stop:]
                edges = edges[:first] + middle + edges[stop:]
        return text, edges

    def raised_among(self, direction: int, start: int, small: list[int], base: float, least: float) -> list[int]:
        """Those of the small characters that stand above the baseline; neighbours of one height are asked once."""
        bottoms = self.sides[direction][3]
        up: list[int] = []
        last, is_up = -2, False
        for index in small:
            if index != last + 1 or bottoms[start + index] != bottoms[start + last]:
                is_up = base - self.base(direction, start + index) > least
            if is_up:
                up.append(index)
            last = index
        return up


def _stretches(indices: list[int], text: str) -> Iterator[tuple[int, int]]:
    """Neighbouring indices as half-open stretches; a space between two does not part them."""
    first = last = -1
    for index in indices:
        if first < 0:
            first = last = index
        elif index == last + 1 or (index == last + 2 and text[last + 1] == " "):
            last = index
        else:
            yield first, last + 1
            first = last = index
    if first >= 0:
        yield first, last + 1


def _plain(text: str, edges: list[float]) -> tuple[str, list[float]]:
    """Ligatures spelled out, odd spaces and hyphens made plain, signs without width and private ones dropped."""
    text = text.translate(_SAME_LENGTH)
    if not _ODD.search(text):
        return text, edges
    letters: list[str] = []
    places: list[float] = []
    for index, letter in enumerate(text):
        spelled = _LIGATURES.get(letter) or _PLAIN.get(letter) or (" " if letter.isspace() else letter)
        if len(spelled) == 1 and spelled != " " and _ODD.match(spelled):
            continue
        step = (edges[index + 1] - edges[index]) / len(spelled)
        letters.append(spelled)
        places.extend(edges[index] + step * place for place in range(len(spelled)))
    return "".join(letters), [*places, edges[-1]]

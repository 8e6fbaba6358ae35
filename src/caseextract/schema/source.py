"""Evidence: the words of the report that prove a value, and where they stand."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

T = TypeVar("T")


class Frozen(BaseModel):
    """A value that no stage changes after it is made; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Box(Frozen):
    """A rectangle on a PDF page, in points (1/72 inch) from the page's top left corner."""

    page: int = Field(ge=1)
    x0: float
    top: float
    x1: float
    bottom: float


class Evidence(Frozen):
    """A quote and its half-open character offsets `[start, end)` in the report's text.

    `ArticleRecord` compares every quote with the slice of its text and cannot be built when they differ.
    """

    quote: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int
    section: str | None = None
    boxes: tuple[Box, ...] = ()

    @model_validator(mode="after")
    def _as_long_as_its_slice(self) -> Evidence:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"quote of {len(self.quote)} characters cannot stand at [{self.start}, {self.end})")
        return self

    @property
    def page(self) -> int | None:
        """First PDF page (from 1) on which the quote stands."""
        return self.boxes[0].page if self.boxes else None


class Value(Frozen, Generic[T]):
    """One stated or derived value with its proof.

    `derived` is empty for what the text states; otherwise it shows the arithmetic or names the rule.
    `confidence` is between 0 and 1.
    """

    value: T
    evidence: tuple[Evidence, ...] = ()
    confidence: float = Field(default=0.9, ge=0, le=1)
    derived: str | None = None

"""Styles of an OpenDocument text: how words are set, which list a paragraph style counts in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from documents.model import Run, Span
from documents.odt.names import attribute, name_of, whole_number

__all__ = ["PLAIN", "Style", "Styles"]

PLAIN = Run(Span(0, 0))
_DEEPEST = 30
_BOLD = 600
_TITLES = {"Title"}


@dataclass(frozen=True, slots=True)
class Style:
    """What a named style says itself; `parent` says the rest. None where it says nothing."""

    parent: str = ""
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    strike: bool | None = None
    hidden: bool | None = None
    lists: str | None = None


class Styles:
    """All styles of both parts, by family and name; the list styles are left to the numbering."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._styles: dict[tuple[str, str], Style] = {}
        for root in roots:
            for element in root.iter("{*}style"):
                if name_of(element) == "style:style":
                    key = (attribute(element, "style:family"), attribute(element, "style:name"))
                    self._styles[key] = _style(element)
        self._whole: dict[tuple[str, str], Style] = {}

    def whole(self, family: str, name: str) -> Style:
        """Return a style with what it takes over from its parents."""
        key = (family, name)
        if key not in self._whole:
            chain: list[Style] = []
            while name and len(chain) < _DEEPEST and (family, name) in self._styles:
                chain.append(self._styles[family, name])
                name = chain[-1].parent
            self._whole[key] = _merged(chain)
        return self._whole[key]

    def look(self, name: str, around: Run, family: str = "text") -> Run:
        """Return how words are set in a style of words inside words set like `around`."""
        style = self.whole(family, name)
        marks = {mark: getattr(style, mark) for mark in ("bold", "italic", "underline", "strike")}
        changes: dict[str, Any] = {mark: on for mark, on in marks.items() if on is not None}
        return replace(around, **changes) if changes else around

    def is_title(self, name: str) -> bool:
        """Whether a paragraph style is, or comes from, the title's."""
        for _ in range(_DEEPEST):
            if name in _TITLES:
                return True
            style = self._styles.get(("paragraph", name))
            if style is None:
                return False
            name = style.parent
        return False


def _style(element: etree._Element) -> Style:
    style = Style(
        parent=attribute(element, "style:parent-style-name"),
        lists=element.get(f"{{{element.nsmap.get('style', '')}}}list-style-name"),
    )
    for child in element:
        if name_of(child) == "style:text-properties":
            return _with_looks(style, child)
    return style


def _with_looks(style: Style, properties: etree._Element) -> Style:
    weight = attribute(properties, "fo:font-weight")
    slant = attribute(properties, "fo:font-style")
    under = attribute(properties, "style:text-underline-style")
    through = attribute(properties, "style:text-line-through-style")
    display = attribute(properties, "text:display")
    return replace(
        style,
        bold=(weight == "bold" or whole_number(weight, 0) >= _BOLD) if weight else None,
        italic=slant in {"italic", "oblique"} if slant else None,
        underline=under != "none" if under else None,
        strike=through != "none" if through else None,
        hidden=display == "none" if display else None,
    )


def _merged(chain: list[Style]) -> Style:
    values: dict[str, Any] = {}
    for name in ("bold", "italic", "underline", "strike", "hidden", "lists"):
        values[name] = next((getattr(one, name) for one in chain if getattr(one, name) is not None), None)
    return Style(**values)

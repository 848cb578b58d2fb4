"""Headers and footers: which the file names, in order, and which of them Word shows on no page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from documents.word.names import R, attribute, is_on, w

__all__ = ["margin_links", "unshown_links"]

_KINDS = (w("headerReference"), w("footerReference"))
_ID = f"{{{R}}}id"
_FIRST, _EVEN = "first", "even"


def margin_links(body: etree._Element, reference: str) -> Iterator[str]:
    """Yield the relationship of each header or footer that a section names."""
    for one in body.iter(w(reference)):
        yield one.get(_ID, "")


def unshown_links(body: etree._Element, settings: Callable[[], etree._Element | None]) -> set[str]:
    """Return the relationships of those for first or even pages, where no section sets these pages apart.

    A section without a header of its own goes on with that of the section before.
    """
    if all(attribute(one, "type") not in {_FIRST, _EVEN} for one in body.iter(*_KINDS)):
        return set()
    stated = settings()
    evens = stated is not None and bool(is_on(stated, "evenAndOddHeaders"))
    named: set[str] = set()
    shown: set[str] = set()
    held: dict[tuple[str, str], str] = {}
    for section in body.iter(w("sectPr")):
        parent = section.getparent()
        if parent is not None and parent.tag == w("sectPrChange"):
            continue
        for one in section.iterchildren(*_KINDS):
            held[one.tag, attribute(one, "type") or "default"] = one.get(_ID, "")
        named |= set(held.values())
        apart = {_FIRST: bool(is_on(section, "titlePg")), _EVEN: evens}
        shown |= {link for (_, kind), link in held.items() if apart.get(kind, True)}
    return named - shown

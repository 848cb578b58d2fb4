"""The words of a finding's fields, each known again in a report that comes back: by a control, and by a bookmark.

Word keeps both; LibreOffice 7.4 drops a control's tag from save to save and keeps bookmarks (a test will notice when it
keeps the tag). A field of several paragraphs has a control in each and one bookmark around all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from annotations.marks import field_mark
from documents.mark_names import FIELD_BOOKMARK, STATE_BOOKMARK
from export.findings import Finding
from export.memo.layout import Layout
from export.memo.markup import controlled, run, wml
from export.word.names import w

__all__ = ["blank_field", "field_lines", "field_words", "mark_state"]

_STATE_NUMBER: Final = 999_999  # of its bookmark; those of fields are counted from one

Runs = Sequence[etree._Element]  # noqa: SLF001 - lxml's own name for an element


def field_lines(layout: Layout, finding: Finding, name: str, lines: Sequence[Runs]) -> Iterator[Runs]:
    """Yield the runs of each line of a field, in their controls."""
    tag = field_mark(finding.mark, name)
    alias = layout.say("field_of", number=finding.number, field=layout.say(f"field_{name}"))
    number = _next(layout)
    for order, line in enumerate(lines):
        made = [controlled(tag, alias, _next(layout), *line)]
        if order == 0:
            made.insert(0, wml("bookmarkStart", id=number, name=FIELD_BOOKMARK + tag))
        if order == len(lines) - 1:
            made.append(wml("bookmarkEnd", id=number))
        yield made


def field_words(layout: Layout, finding: Finding, name: str, line: Runs) -> Runs:
    """Return the runs of a field of one line, in its control."""
    return next(field_lines(layout, finding, name, [line]))


def blank_field(layout: Layout, finding: Finding, name: str) -> Runs:
    """Return an empty field to be filled in."""
    tag, number = field_mark(finding.mark, name), _next(layout)
    alias = layout.say("field_of", number=finding.number, field=layout.say(f"field_{name}"))
    asked = controlled(tag, alias, _next(layout), run(layout.say("fill_in"), "PlaceholderText"), hint=True)
    return [wml("bookmarkStart", id=number, name=FIELD_BOOKMARK + tag), asked, wml("bookmarkEnd", id=number)]


def mark_state(root: etree._Element, state: str) -> None:
    """Let a document say, in a bookmark on its first paragraph, from which state of the matter it was made."""
    first = next(root.iter(w("p")), None)
    if not state or first is None:
        return
    at = 1 if len(first) and first[0].tag == w("pPr") else 0
    first.insert(at, wml("bookmarkEnd", id=_STATE_NUMBER))
    first.insert(at, wml("bookmarkStart", id=_STATE_NUMBER, name=STATE_BOOKMARK + state))


def _next(layout: Layout) -> int:
    """Return a number that no other control or bookmark of the document has."""
    layout.counts["id"] += 1
    return layout.counts["id"]

"""The words of a finding's fields, each known again in a report that comes back: by a control, and by a bookmark.

Word keeps both; LibreOffice 7.4 drops a control's tag from save to save and keeps bookmarks (a test will notice when it
keeps the tag). A field of several paragraphs has a control in each and one bookmark around all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from annotations.marks import FIELD_BOOKMARK, field_mark
from export.findings import Finding
from export.memo.layout import Layout
from export.memo.markup import controlled, run, wml

__all__ = ["blank_field", "field_lines", "field_words"]

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


def _next(layout: Layout) -> int:
    """Return a number that no other control or bookmark of the document has."""
    layout.counts["id"] += 1
    return layout.counts["id"]

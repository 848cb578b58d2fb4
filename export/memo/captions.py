"""Headings and captions: numbered by Word itself, and all of one kind wherever they stand."""

from __future__ import annotations

from lxml import etree

from export.memo.layout import Layout
from export.memo.markup import field, paragraph, run

__all__ = ["caption", "heading"]


def heading(layout: Layout, key: str) -> etree._Element:
    """Return the heading of a section."""
    return paragraph("Heading1", layout.say(key))


def caption(layout: Layout, key: str, **arguments: object) -> etree._Element:
    """Return the caption of the table that follows, with a number that Word counts."""
    layout.counts["table"] += 1
    before, after = layout.say("caption", n="\x00").split("\x00")
    number = field("SEQ Table \\* ARABIC", run(str(layout.counts["table"])))
    return paragraph("Caption", before, number, after, layout.say(key, **arguments))

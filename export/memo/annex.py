"""The appendix: the policy's own text, the words that findings are about marked, their numbers behind them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from documents.model import BlockKind
from export.appendix import AnnotatedBlock, AnnotatedText, Piece
from export.findings import Finding
from export.memo.layout import Layout
from export.memo.markup import paragraph, run, runs
from export.memo.places import listed, numbered_link
from export.memo.words import titled

__all__ = ["annotated"]


def annotated(layout: Layout) -> list[etree._Element]:
    """Return the appendix; empty where the report holds no text."""
    texts = layout.report.annotated
    if not texts:
        return []
    titles = {text.uid: text for text in layout.report.documents}
    made = [paragraph("AppendixHeading", layout.say("annotated")), paragraph("BodyText", layout.say("annotated_lead"))]
    for text in texts:
        if len(texts) > 1 and text.uid in titles:
            made.append(paragraph("AppendixTitle", titled(titles[text.uid], layout.language)))
        made += _text(layout, text)
    return made


def _text(layout: Layout, text: AnnotatedText) -> Iterator[etree._Element]:
    if text.elsewhere:
        yield paragraph("BodyText", layout.say("annotated_elsewhere"), *listed(text.elsewhere, layout.language))
    for block in text.blocks:
        yield paragraph(_style(block), *_pieces(block), leftwards=block.right_to_left)


def _style(block: AnnotatedBlock) -> str:
    if block.kind is BlockKind.TITLE:
        return "AppendixTitle"
    if block.kind is BlockKind.HEADING:
        return "AppendixSubtitle"
    return "AppendixItem" if block.kind is BlockKind.LIST_ITEM else "AppendixText"


def _pieces(block: AnnotatedBlock) -> Iterator[etree._Element]:
    for piece in block.pieces:
        if block.kind is BlockKind.CELL and piece.words == "\t":
            yield run("\u2002|\u2002", "Context")
        else:
            yield from runs(piece.words, base="Marked" if piece.marked else "")
        yield from _numbers(piece)


def _numbers(piece: Piece) -> Iterator[etree._Element]:
    ends: tuple[Finding, ...] = piece.ends
    for order, item in enumerate(ends):
        yield run("[" if order == 0 else ", ", "FindingMark")
        yield numbered_link(item)
    if ends:
        yield run("]", "FindingMark")

"""What the worker process can be asked, by name: head and bytes of an ask -> those of the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from importlib import import_module
from typing import Any

from documents.draft import Draft, Source, Told
from documents.limits import Limits
from documents.model import Block, PolicyDocument
from documents.worker_desk import Desk
from documents.worker_frames import Frame

__all__ = ["ASKS", "load", "warm"]

Head = Mapping[str, Any]


_HEAVY = (  # each loaded by its reader when the first such file comes
    "documents.here",
    "documents.word.walk",
    "documents.pdf.policy",
    "documents.markup.read_page",
    "documents.markdown.blocks",
)


_READING = ("documents.finishing", "documents.here", "documents.reading", "documents.wire")


def load(ask: str) -> None:
    """Load what every answer to an ask needs, before memory is bound: a file is too large, never a program."""
    for name in _READING if ask == "read" else ():
        import_module(name)


def warm() -> None:
    """Load what reading needs, before there is something to read."""
    for name in _HEAVY:
        import_module(name)


def _read(desk: Desk, head: Head, data: bytes) -> Frame:
    """A policy in parts, the last as the answer; its first screen before them, where one is wanted."""
    from documents.finishing import Stages
    from documents.here import read_here
    from documents.reading import to_json
    from documents.wire import block_part, draft_parts, last_part

    def first(policy: PolicyDocument) -> None:
        desk.tell({"first": True}, to_json(policy))

    def drafted(draft: Draft) -> None:
        for part in draft_parts(draft):
            desk.tell(*part)

    def labelled(blocks: tuple[Block, ...]) -> None:
        desk.tell(*block_part(blocks))

    desk.start()
    given = {**head["source"], "limits": Limits(**head["source"]["limits"])}
    source = Source(data, **given, told=Told(desk.progress, keep=desk.keep))
    return last_part(read_here(source, first if head["first"] else None, Stages(drafted, labelled)))


def _unlock(_desk: Desk, head: Head, data: bytes) -> Frame:
    """The file without its password."""
    from documents.pdf.unlocking import unlocked_pdf
    from documents.word.unlocking import unlocked

    source = unlocked(Source(data, head["name"], password=head["password"]))
    return {}, source.data if source.data is not data else unlocked_pdf(source)


def _open(desk: Desk, head: Head, data: bytes) -> Frame:
    """Nothing: the PDF is open, for pictures of its pages."""
    desk.open(data, head["name"], head["password"])
    return {}, b""


def _picture(desk: Desk, head: Head, _data: bytes) -> Frame:
    """A page's pixels, and how they lie."""
    from documents.pdf.pictures import draw

    if desk.pdf is None:
        return {"closed": True}, b""
    width, height, stride, pixels = draw(desk.pdf, head["page"], head["scale"], head["clip"])
    return {"width": width, "height": height, "stride": stride}, pixels


def _annotate(_desk: Desk, head: Head, data: bytes) -> Frame:
    """The PDF with marks on its pages, and what was done to it."""
    from documents.pdf.annotating import annotated
    from documents.pdf.marks import mark_from

    written, told = annotated(data, head["name"], [mark_from(values) for values in head["marks"]])
    return dict(told), written


def _condition(_desk: Desk, head: Head, data: bytes) -> Frame:
    """What would be done to a PDF that marks are put on."""
    from documents.pdf.annotating import condition

    return dict(condition(data, head["name"])), b""


def _remarks(_desk: Desk, head: Head, data: bytes) -> Frame:
    """The remarks on some pages of a PDF, as they stand there."""
    from documents.pdf.annotating import remarks

    return {"found": [asdict(found) for found in remarks(data, head["name"], head["pages"])]}, b""


def _marked(_desk: Desk, head: Head, data: bytes) -> Frame:
    """What a report that came back bears under its marks."""
    from documents.limits import DEFAULT
    from documents.marked import marked_here

    return {}, marked_here(data, head["name"], DEFAULT)


ASKS: Mapping[str, Callable[[Desk, Head, bytes], Frame]] = {
    "read": _read,
    "unlock": _unlock,
    "open": _open,
    "picture": _picture,
    "annotate": _annotate,
    "condition": _condition,
    "remarks": _remarks,
    "marked": _marked,
}

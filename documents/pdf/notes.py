"""Highlights and notes found on the pages -> ForeignNotes on the words they cover."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import cache
from html import unescape

from documents.model import ForeignNote, ForeignReply, Span
from documents.pages import Boxes
from documents.pdf.library import pdfium, wide_string
from documents.pdf.names import whole_of
from documents.pdf.places import Box, Places, boxes_of

__all__ = ["Found", "foreign_notes", "found_on"]

_MOST = 5_000
_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?")
_TAG = re.compile(r"<[^>]*>")
_PARAGRAPH_END = re.compile(r"</p>|<br\s*/?>", re.IGNORECASE)
_TICKS = {"marked", "unmarked"}  # each reader's own
_DONE = {"completed", "accepted", "rejected", "cancelled"}


@dataclass(frozen=True, slots=True)
class Found:
    """One annotation as the page has it. `answers` is the place in the page's list of the one it replies to, else -1.

    `covers`: its boxes lie on the words meant; of others the box only says which line they stand beside. `drawn` is a
    shape: it covers what stands within. `joined`: no answer, but one remark with what it points to. `date` is when it
    was first written, in UTC where the file tells, and `written` the same by its author's clock.
    """

    page: int
    place: int
    id: str
    author: str
    date: str
    text: str
    state: str
    boxes: tuple[Box, ...]
    answers: int
    covers: bool
    drawn: bool = False
    joined: bool = False
    written: str = ""


class _Kind(Enum):
    """How the place of an annotation tells the words meant."""

    COVERS = 1
    BESIDE = 2
    DRAWN = 3


@cache
def _kinds() -> dict[int, _Kind]:
    """Return the kinds of annotation that are remarks of people."""
    raw = pdfium()
    marks = (raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_SQUIGGLY, raw.FPDF_ANNOT_STRIKEOUT)
    others = (raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_CARET, raw.FPDF_ANNOT_STAMP)
    shapes = (raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_CIRCLE, raw.FPDF_ANNOT_POLYGON)
    lines = (raw.FPDF_ANNOT_POLYLINE, raw.FPDF_ANNOT_LINE)
    return {
        **dict.fromkeys(marks, _Kind.COVERS),
        **dict.fromkeys(others, _Kind.BESIDE),
        **dict.fromkeys((*shapes, *lines), _Kind.DRAWN),
    }


def found_on(opened: object, page: int) -> list[Found]:
    """Return the remarks on an open page."""
    raw = pdfium()
    found: list[Found] = []
    for place in range(min(raw.FPDFPage_GetAnnotCount(opened), _MOST)):
        note = raw.FPDFPage_GetAnnot(opened, place)
        if not note:
            continue
        kind = _kinds().get(raw.FPDFAnnot_GetSubtype(note))
        if kind is not None:
            found.append(_found(opened, note, (page, place), kind))
        raw.FPDFPage_CloseAnnot(note)
    return _told_apart(found)


def _found(opened: object, note: object, at: tuple[int, int], kind: _Kind) -> Found:
    raw = pdfium()
    page, place = at
    boxes = boxes_of(note)
    words = {key: wide_string(raw.FPDFAnnot_GetStringValue, note, key.encode()) for key in _KEYS}
    return Found(
        page,
        place,
        id=words["NM"].strip() or _made_name(words, page, boxes),
        author=words["T"].strip(),
        date=_iso(words["CreationDate"] or words["M"]),
        written=_iso(words["CreationDate"] or words["M"], as_written=True),
        text=(words["Contents"] or _plain(words["RC"]) or _popup(note))
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .strip(),
        state=words["State"].strip().lower(),
        boxes=boxes,
        answers=_answered(opened, note),
        covers=kind is _Kind.COVERS,
        drawn=kind is _Kind.DRAWN,
        joined=words["RT"] == "Group",
    )


def _made_name(words: Mapping[str, str], page: int, boxes: tuple[Box, ...]) -> str:
    """Return a name for a remark without one, of where it stands and who wrote it when.

    So it is known again in another copy of the file, where others may stand before it in the page's list.
    """
    about = repr((page, words["T"], words["CreationDate"], boxes))
    return f"page{page + 1}-{hashlib.sha256(about.encode()).hexdigest()[:16]}"


def _told_apart(found: Sequence[Found]) -> list[Found]:
    """Return remarks of which no two have the same name."""
    seen = Counter[str]()
    apart = []
    for one in found:
        seen[one.id] += 1
        apart.append(one if seen[one.id] == 1 else replace(one, id=f"{one.id}-{seen[one.id]}"))
    return apart


_KEYS = ("NM", "T", "M", "CreationDate", "Contents", "RC", "RT", "State")


def _plain(rich: str) -> str:
    """Return the words of a rich text, a line for each paragraph."""
    return unescape(_TAG.sub("", _PARAGRAPH_END.sub("\n", rich))).strip()


def _popup(note: object) -> str:
    """Return what stands in the window of a remark, where some programs keep its words."""
    raw = pdfium()
    popup = raw.FPDFAnnot_GetLinkedAnnot(note, b"Popup")
    if not popup:
        return ""
    words = wide_string(raw.FPDFAnnot_GetStringValue, popup, b"Contents")
    raw.FPDFPage_CloseAnnot(popup)
    return words


def _answered(opened: object, note: object) -> int:
    raw = pdfium()
    linked = raw.FPDFAnnot_GetLinkedAnnot(note, b"IRT")
    if not linked:
        return -1
    place: int = raw.FPDFPage_GetAnnotIndex(opened, linked)
    raw.FPDFPage_CloseAnnot(linked)
    return place


def _iso(written: str, *, as_written: bool = False) -> str:
    """Return a PDF date as ISO 8601, in UTC where its offset is told; as written where it is none.

    `as_written` leaves the offset out: the clock of whoever wrote it.
    """
    match = _DATE.match(written.strip())
    if not match:
        return written.strip()
    year, month, day, hour, minute, second = (
        int(part or least) for part, least in zip(match.groups()[:6], _LEAST, strict=True)
    )
    try:
        moment = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        offset = timedelta(hours=int(match[9] or 0), minutes=int(match[10] or 0))
        if not as_written:
            moment -= -offset if match[8] == "-" else offset
    except (ValueError, OverflowError):
        return written.strip()
    told = "Z" if (match[7] or match[8]) and not as_written else ""
    return moment.replace(tzinfo=None).isoformat() + told


_LEAST = (1, 1, 1, 0, 0, 0)


def foreign_notes(found: Iterable[Found], text: str, boxes: Boxes) -> tuple[ForeignNote, ...]:
    """Return the remarks with their replies, each on the words it covers or stands beside."""
    remarks = list(found)
    places = Places(boxes)
    known, names = {(one.page, one.place) for one in remarks}, {one.id for one in remarks}
    answers: Answers = defaultdict(list)
    further: dict[str, list[Found]] = defaultdict(list)
    first: list[Found] = []
    for one in remarks:
        if (one.page, one.answers) in known:
            answers[one.page, one.answers].append(one)
        elif whole_of(one.id) in names:
            further[whole_of(one.id)].append(one)
        else:
            first.append(one)
    meant = [one for one in first if one.covers or one.text or answers[one.page, one.place]]
    return tuple(_whole(one, further[one.id], answers, (text, places)) for one in meant)


Answers = dict[tuple[int, int], list[Found]]


def _whole(one: Found, further: Iterable[Found], answers: Answers, on: tuple[str, Places]) -> ForeignNote:
    """Return a remark with its answers, and with what it covers on further pages."""
    text, places = on
    thread = _thread(one, answers)
    spans = list(_spans(one, thread, places))
    for more in further:
        spans.extend(places.covered(more.page, more.boxes))
        thread.extend(_thread(more, answers))
    return _note(one, thread, _trimmed(text, spans))


def _thread(one: Found, threads: Answers) -> list[Found]:
    """Return all that answers a remark or its answers; what answers itself is not followed round."""
    thread: list[Found] = []
    waiting = [*threads.pop((one.page, one.place), [])]
    while waiting:
        answer = waiting.pop(0)
        thread.append(answer)
        waiting.extend(threads.pop((answer.page, answer.place), []))
    return thread


def _note(one: Found, thread: Sequence[Found], spans: tuple[Span, ...]) -> ForeignNote:
    replies = tuple(
        ForeignReply(
            answer.author, answer.text, date=answer.date, id=answer.id, marks=(answer.id,), written=answer.written
        )
        for answer in thread
        if answer.text and not answer.state
    )
    states = [answer.state for answer in sorted(thread, key=lambda answer: answer.date) if answer.state]
    reviewed = [state for state in states if state not in _TICKS]
    done = bool(reviewed) and reviewed[-1] in _DONE
    return ForeignNote(
        one.id,
        one.author,
        one.text,
        spans,
        date=one.date,
        done=done,
        replies=replies,
        marks=(one.id,),
        written=one.written,
    )


def _spans(one: Found, thread: Sequence[Found], places: Places) -> tuple[Span, ...]:
    """Return the words meant, also those that a mark which is one with it covers."""
    boxes = [box for part in (one, *thread) if part is one or part.joined for box in part.boxes if part.covers]
    if one.covers or boxes:
        return places.covered(one.page, boxes)
    inside = places.covered(one.page, one.boxes) if one.drawn else ()
    return inside or (places.nearest(one.page, one.boxes[0]) if one.boxes else ())


def _trimmed(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the stretches without the white space around them, those of nothing else left out."""
    words = ((span, span.of(text)) for span in spans)
    return tuple(
        Span(one.end - len(said.lstrip()), one.start + len(said.rstrip())) for one, said in words if said.strip()
    )

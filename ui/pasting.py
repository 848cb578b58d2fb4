"""What is on the clipboard, how it would be read, and the file that is kept of it. No widget here."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from documents.errors import UnreadableDocument
from documents.model import BlockKind, Span

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from documents.chat import NoiseKind
    from documents.model import PolicyDocument
    from documents.pasting import Copied

__all__ = ["Clipping", "Line", "Pasted", "Reading", "clipping_of", "kept", "read_clipping"]

_STEM = "pasted"
_PAGE, _TEXT = f"{_STEM}.html", f"{_STEM}.txt"
_LONGEST_NAME = 60
_ADDRESSES = (("chromium/x-source-url", "utf-8"), ("text/x-moz-url-priv", "utf-16"))


@dataclass(frozen=True, slots=True)
class Clipping:
    """What was copied: as a page, as text, or both, and from which address where the browser says one."""

    html: str = ""
    text: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the policy as it would be read; `noise` is what it looks like where it looks like chat."""

    span: Span
    words: str
    label: str = ""
    heading: bool = False
    noise: NoiseKind | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A clipping read as a page or as text, before anything is struck."""

    policy: PolicyDocument
    lines: tuple[Line, ...]
    as_page: bool
    stray_spaces: bool

    @property
    def structured(self) -> bool:
        """Whether the page says more than its words: headings, lists, tables, weight."""
        plain = (BlockKind.PARAGRAPH, BlockKind.TITLE)
        return bool(self.policy.runs) or any(block.kind not in plain for block in self.policy.blocks)

    @property
    def name(self) -> str:
        """What it may be called: its title, else its first line that is no chat; "" for a long one."""
        title = self.policy.title if self.policy.title != _STEM else ""
        first = next((line.words for line in self.lines if line.noise is None), "")
        return " ".join((title or (first if len(first) <= _LONGEST_NAME else "")).split())


@dataclass(frozen=True, slots=True)
class Pasted:
    """The file that is kept: its bytes, how it is to be read, the fingerprint of what was pasted, what was struck."""

    data: bytes
    as_page: bool
    sha256: str
    struck: int = 0
    folded: bool = False


def clipping_of(mime: QMimeData | None) -> Clipping:
    """Return what can be read of the clipboard's contents."""
    if mime is None:
        return Clipping()
    known = (bytes(mime.data(kind).data()).decode(code, "replace") for kind, code in _ADDRESSES if mime.hasFormat(kind))
    address = next((words.strip().strip("\0") for words in known if words.strip()), "")
    html = mime.html() if mime.hasHtml() else ""
    return Clipping(html if html.strip() else "", mime.text() if mime.hasText() else "", address)


def read_clipping(clipping: Clipping, *, as_page: bool) -> Reading:
    """Read a clipping as a reviewer would have it read. Raises UnreadableDocument."""
    from documents.chat import folded
    from documents.reader import open_document

    if as_page:
        policy = open_document(_page(clipping), name=_PAGE, whole_page=True)
        lines = _lines(policy.text, policy)
    else:
        policy = open_document(clipping.text.encode("utf-8", "replace"), name=_TEXT)
        lines = _lines(_normal(clipping.text), policy)
    stray = any(folded(line.words) != line.words for line in lines)
    return Reading(policy, lines, as_page=as_page, stray_spaces=stray)


def kept(clipping: Clipping, reading: Reading, struck: Sequence[Span], *, fold: bool) -> Pasted | None:
    """Return the file that is kept of a clipping; None where lines cannot be struck out of this page for sure.

    A page is read once more to see that nothing but the struck lines went. Raises UnreadableDocument.
    """
    from documents.pasting import text_without

    raw = (clipping.html if reading.as_page else clipping.text).encode("utf-8", "replace")
    fold = fold and reading.stray_spaces
    if reading.as_page:
        data = _page(clipping) if not struck and not fold else _cut_page(clipping, reading, struck, fold=fold)
    else:
        data = text_without(_normal(clipping.text), struck, fold=fold) if struck or fold else raw
    if data is None:
        return None
    return Pasted(data, reading.as_page, hashlib.sha256(raw).hexdigest(), len(struck), fold)


def _cut_page(clipping: Clipping, reading: Reading, struck: Sequence[Span], *, fold: bool) -> bytes | None:
    from documents.pasting import page_without, same_but_for
    from documents.reader import open_document

    data = page_without(_copied(clipping), reading.policy, struck, fold=fold)
    try:
        again = open_document(data, name=_PAGE, whole_page=True)
    except UnreadableDocument:
        return None
    return data if same_but_for(reading.policy, struck, again) else None


def _copied(clipping: Clipping) -> Copied:
    from documents.pasting import copied_page

    copied = copied_page(clipping.html)
    return replace(copied, address=copied.address or clipping.address)


def _page(clipping: Clipping) -> bytes:
    from documents.pasting import page_of

    return page_of(_copied(clipping))


def _normal(text: str) -> str:
    from documents.normalise import normalise

    return normalise(text)


def _lines(text: str, policy: PolicyDocument) -> tuple[Line, ...]:
    """Return the lines of `text` with what the reading knows of them; a line that begins like chat is two."""
    from documents.chat import noise_in

    spans = [span for span in _line_spans(text) if span.of(text).strip()]
    noises = {noise.line: noise for noise in noise_in([span.of(text) for span in spans])}
    known = policy if policy.text == text else None
    found: list[Line] = []
    for at, span in enumerate(spans):
        noise = noises.get(at)
        if noise is not None:
            head = Span(span.start, span.start + noise.end)
            found.append(Line(head, head.of(text).strip(), noise=noise.kind))
            span = Span(head.end, span.end)  # noqa: PLW2901 - what is left of it
        if span.of(text).strip():
            found.append(_line(text, span, known))
    return tuple(found)


def _line_spans(text: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _line(text: str, span: Span, policy: PolicyDocument | None) -> Line:
    block = policy.block_at(span.start) if policy is not None else None
    if block is None:
        return Line(span, span.of(text).strip())
    label = next((one.label for one in block.labels if block.span.start + one.offset == span.start), "")
    heading = block.kind in (BlockKind.HEADING, BlockKind.TITLE)
    return Line(span, span.of(text).strip(), label, heading)

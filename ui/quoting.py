"""Words of a policy on their way to another program: as text and as rich text, with or without where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QMimeData

from annotations.model import AnchorState, Note
from documents.clauses import address_of
from documents.model import Block, BlockKind, PolicyDocument, Run, Span

__all__ = ["Quotation", "cited", "cited_notes", "words_of"]

_PLACELESS = (AnchorState.LOST, AnchorState.AMBIGUOUS)
_TAGS = (("bold", "b"), ("italic", "i"), ("underline", "u"), ("strike", "s"), ("code", "code"))


@dataclass(frozen=True, slots=True)
class Quotation:
    """The same words twice: plain, and as HTML that Word and mail take."""

    text: str
    html: str

    def mime(self) -> QMimeData:
        """Return them as a clipboard or a drag carries them."""
        carried = QMimeData()
        carried.setText(self.text)
        carried.setHtml(self.html)
        return carried


def words_of(policy: PolicyDocument, spans: Sequence[Span]) -> Quotation:
    """Return words as they stand: paragraphs, headings, bold and slanted letters, list numbers."""
    text = "\n".join(span.of(policy.text) for span in spans)
    return Quotation(text, "".join(f"<p>{part}</p>" for part in _paragraphs(policy, spans)))


def cited(policy: PolicyDocument, spans: Sequence[Span]) -> Quotation:
    """Return words in quotation marks, and where they stand: document and clause."""
    words = "\n".join(span.of(policy.text) for span in spans)
    place = ", ".join(part for part in (policy.title, address_of(policy, spans)) if part)
    chinese = policy.language.startswith("zh")
    before, after = ("（", "）") if chinese else (" (", ")")
    place = place.replace(", ", "，") if chinese else place
    text = f"“{words}”{before}{place}{after}"
    parts = list(_paragraphs(policy, spans))
    html = "<br>".join(parts)
    return Quotation(text, f"<blockquote><p>“{html}”{escape(before + place + after)}</p></blockquote>")


def cited_notes(policy: PolicyDocument, notes: Sequence[Note]) -> Quotation:
    """Return the words that notes are about, each with where they stand; a note without words gives its title."""
    found = [_of_note(policy, note) for note in notes]
    return Quotation("\n\n".join(one.text for one in found), "".join(one.html for one in found))


def _of_note(policy: PolicyDocument, note: Note) -> Quotation:
    spans = [anchor.span for anchor in note.anchors if anchor.state not in _PLACELESS]
    if spans:
        return cited(policy, spans)
    words = note.title or note.issue
    place = f" ({policy.title})" if policy.title else ""
    return Quotation(words + place, f"<p>{escape(words + place)}</p>")


def _paragraphs(policy: PolicyDocument, spans: Sequence[Span]) -> Iterator[str]:
    for span in spans:
        first = bisect_right(policy.blocks, span.start, key=lambda block: block.span.end)
        for block in policy.blocks[first:]:
            if block.span.start >= span.end:
                break
            part = Span(max(block.span.start, span.start), min(block.span.end, span.end))
            if part.start < part.end:
                yield _paragraph(policy, block, part)


def _paragraph(policy: PolicyDocument, block: Block, part: Span) -> str:
    words = "".join(_letters(policy, run) for run in _runs(policy, part))
    whole = part.start == block.span.start
    label = f"{escape(block.label)} " if whole and block.label and block.label_span is None else ""
    return f"{label}<b>{words}</b>" if block.kind is BlockKind.HEADING else label + words


def _runs(policy: PolicyDocument, part: Span) -> Iterator[Run]:
    """Give the runs of a part, and plain ones for what lies between them."""
    at = part.start
    first = bisect_right(policy.runs, part.start, key=lambda run: run.span.end)
    for run in policy.runs[first:]:
        if run.span.start >= part.end:
            break
        start, end = max(run.span.start, at), min(run.span.end, part.end)
        if start < end:
            if at < start:
                yield Run(Span(at, start))
            yield Run(Span(start, end), run.bold, run.italic, run.underline, run.strike, run.code)
            at = end
    if at < part.end:
        yield Run(Span(at, part.end))


def _letters(policy: PolicyDocument, run: Run) -> str:
    words = escape(run.span.of(policy.text).rstrip("\n"), quote=False).replace("\n", "<br>").replace("￼", "")
    for name, tag in _TAGS:
        if getattr(run, name) and words:
            words = f"<{tag}>{words}</{tag}>"
    return words

"""The notes that stand after a printed policy, in the HTML that Qt's documents understand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from annotations.model import Note
from annotations.rules_of_sending import fields_for
from ui.labels import severity_label
from ui.panels.note_fields import field_label

__all__ = ["end_notes"]

_FIELDS = ("issue", "consequence", "legal_basis", "recommendation", "proposed_wording", "question")
_LONGEST = 600


def end_notes(notes: Sequence[Note], profile: str, address: Callable[[Note], str]) -> str:
    """Return the notes one after another, each with what the readers of the profile may see; never a private remark."""
    head = QCoreApplication.translate("Printing", "Notes")
    allowed = fields_for(profile)
    return f"<h2>{escape(head)}</h2>" + "".join(_note(note, allowed, address(note)) for note in notes)


def _note(note: Note, allowed: frozenset[str], address: str) -> str:
    parts = [f"#{note.number}"]
    if "severity" in allowed:
        parts.append(severity_label(note.severity))
    parts.append(address)
    head = " · ".join(part for part in parts if part)
    lines = [f'<p class="head"><b>{escape(head)}</b><br><b>{escape(note.title)}</b></p>']
    quote = " … ".join(anchor.exact for anchor in note.anchors)
    if quote:
        lines.append(f'<p class="quote">{_said(quote[:_LONGEST])}</p>')
    for name in _FIELDS:
        words = str(getattr(note, name) or "")
        if name in allowed and words:
            lines.append(f'<p class="field"><b>{escape(field_label(name))}:</b> {_said(words)}</p>')
    return "".join(lines)


def _said(words: str) -> str:
    return escape(words.strip()).replace("\n", "<br>")

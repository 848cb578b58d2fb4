"""What the window says of a thing that is to be decided: its headline, and what each side says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from annotations.model import Note, Severity
from annotations.undecided import Conflict
from ui.dialogs.undecided_sides import Side
from ui.labels import severity_label, window_language
from ui.models.undecided_items import Item, Kind, field_words, value_words
from ui.moments import moment_words
from ui.people import Sign

__all__ = ["headline", "sides_of"]

Signs = Callable[[str], Sign | None]
_SAID = ("title", "issue", "consequence", "legal_basis", "recommendation", "proposed_wording", "question")


def headline(item: Item, notes: Mapping[str, Note]) -> str:
    """Return what is to be decided, and on which words of the policy."""
    translate = QCoreApplication.translate
    note = notes.get(item.note)
    quote = note.anchors[0].exact if note is not None and note.anchors else ""
    about = f"\n“{' '.join(quote.split())[:120]}”" if quote else ""
    if item.double is not None:
        words = translate("Undecided", "Two notes on the same words: #{first} and #{second}")
        return words.format(first=item.double.first.number, second=item.double.second.number) + about
    field = item.conflict.field if item.conflict is not None else ""
    name = f"#{note.number}  {note.title}  {field_words(field)}".strip() if note is not None else item.words
    return name + about


def sides_of(item: Item, sign: Signs) -> Iterator[Side]:
    """Give what each side says."""
    if item.conflict is not None:
        yield from _claims(item.conflict, sign)
    elif item.double is not None:
        for number, note in enumerate((item.double.first, item.double.second), start=1):
            yield _note(item.kind, note, number, sign)


def _claims(conflict: Conflict, sign: Signs) -> Iterator[Side]:
    button = QCoreApplication.translate("Undecided", "Let this stand ({number})")
    for number, claim in enumerate(conflict.claims, start=1):
        mark = Severity(claim.value) if conflict.field == "severity" and claim.value else None
        who = _who(claim.author, claim.time, here=claim.here)
        words = value_words(conflict.field, claim.value)
        yield Side(who, words, button.format(number=number), sign(claim.author), mark, strong=mark is not None)


def _note(kind: Kind, note: Note, number: int, sign: Signs) -> Side:
    translate = QCoreApplication.translate
    who = _who(note.author, note.modified, number=note.number)
    if kind is Kind.RATING:
        button = translate("Undecided", "Rate both {severity} ({number})")
        words = button.format(severity=severity_label(note.severity), number=number)
        said = f"{severity_label(note.severity)}\n\n{note.title or note.issue}"
        return Side(who, said, words, sign(note.author), note.severity)
    button = translate("Undecided", "Join into #{note} ({number})").format(note=note.number, number=number)
    said = "\n\n".join(str(getattr(note, field)) for field in _SAID if getattr(note, field))
    answers = [f"{reply.author}: {reply.text}" for reply in note.replies]
    return Side(who, "\n\n".join([said, *answers]), button, sign(note.author), note.severity)


def _who(author: str, time: datetime, *, here: bool = True, number: int = 0) -> str:
    translate = QCoreApplication.translate
    name = author or translate("Undecided", "nobody named")
    told = [f"#{number}" if number else "", name, moment_words(time, window_language())]
    place = "" if here else translate("Undecided", "from another copy")
    return " · ".join(part for part in (*told, place) if part)

"""The cover of a mail: who sent it, when, about what, and its own words as a document beside its attachments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from documents.containers import Contained
from documents.mail import Part, body_of, header, message_of, payload_of, starts_like_mail

__all__ = ["Letter", "letter_of"]

_ENDINGS = {"text/html": ".html", "text/plain": ".txt"}
_LONGEST = 80
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', " "))


@dataclass(frozen=True, slots=True)
class Letter:
    """What the head of a mail says. `sent` is None where it says no time; `words` is its own text, if there is some."""

    subject: str
    sender: str
    sent: datetime | None
    words: Contained | None = None


def letter_of(data: bytes, *, name: str = "") -> Letter | None:
    """Return the cover of a mail; None for bytes that are no mail. Raises UnreadableDocument: damaged, too_large."""
    if not starts_like_mail(data):
        return None
    message = message_of(data, name)
    subject = header(message, "Subject")
    return Letter(subject, header(message, "From"), _sent(header(message, "Date")), _words(message, subject))


def _sent(written: str) -> datetime | None:
    try:
        return parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _words(message: Part, subject: str) -> Contained | None:
    part = body_of(message, *_ENDINGS)
    data = b"" if part is None else payload_of(part)
    if part is None or not data.strip():
        return None
    stem = " ".join(subject.translate(_FORBIDDEN).split())[:_LONGEST].strip(" .") or "mail"
    return Contained(stem + _ENDINGS[part.get_content_type()], len(data), data)

"""Mails and web archives, both MIME: parsed by the standard library within bounds; their parts by kind."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import Message
from typing import Any, TypeAlias

from documents.errors import UnreadableDocument

__all__ = [
    "Part",
    "bodies_of",
    "body_of",
    "charset_of",
    "header",
    "message_of",
    "named_parts",
    "pages_by_address",
    "payload_of",
    "single_parts",
    "starts_like_mail",
]

Part: TypeAlias = "Message[Any, Any]"

_HEADER = re.compile(rb"\A(?:From |[\w-]+:[^\n]*\n)", re.IGNORECASE)
_MIME = re.compile(
    rb"^(?:MIME-Version|Content-Type|Received|Return-Path|Message-ID|Subject|From|Date)[ \t]*:", re.I | re.M
)
_MULTIPART = re.compile(rb"content-type:\s*(?:multipart/|message/)", re.IGNORECASE)
_HEAD = 8192
_ENOUGH_HEADERS = 3
_MOST_NESTED = 40
_MOST_PARTS = 5_000


def starts_like_mail(data: bytes) -> bool:
    """Whether the bytes begin with the headers of a mail or a web archive."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n ")
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return bool(_HEADER.match(head)) and len(set(_names(block))) >= _ENOUGH_HEADERS and b"content-" in block.lower()


def _names(block: bytes) -> list[bytes]:
    return [match.lower() for match in _MIME.findall(block)]


def message_of(data: bytes, name: str) -> Part:
    """Return the parsed message. Raises UnreadableDocument for one that nests without end."""
    if len(_MULTIPART.findall(data)) > _MOST_PARTS:
        raise UnreadableDocument("too_large", name=name)
    try:
        return email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n "))
    except (RecursionError, ValueError, LookupError) as error:
        raise UnreadableDocument("damaged", name=name) from error


def single_parts(message: Part) -> Iterator[Part]:
    """Yield every part that holds no others, in order. What a mail forwards is one part."""
    waiting: list[tuple[Part, int]] = [(message, 0)]
    while waiting:
        part, depth = waiting.pop()
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            if depth < _MOST_NESTED:
                waiting.extend((one, depth + 1) for one in reversed(inner) if isinstance(one, Message))
        else:
            yield part


def bodies_of(message: Part, *kinds: str) -> list[Part]:
    """Return the first part of each kind there is ("text/html", "text/plain") that is no attachment."""
    parts = [part for part in single_parts(message) if part.get_content_disposition() != "attachment"]
    found = (next((part for part in parts if part.get_content_type() == kind), None) for kind in kinds)
    return [part for part in found if part is not None]


def body_of(message: Part, *kinds: str) -> Part | None:
    """Return the first part of the first kind there is that is no attachment."""
    return next(iter(bodies_of(message, *kinds)), None)


def pages_by_address(message: Part) -> dict[str, Part]:
    """Return the pages of a web archive by the addresses that a frame may name them by."""
    found: dict[str, Part] = {}
    for part in single_parts(message):
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            location, identity = str(part.get("Content-Location", "")).strip(), str(part.get("Content-ID", "")).strip()
            found |= {
                address: part for address in (location, f"cid:{identity.strip('<>')}") if address not in {"", "cid:"}
            }
    return found


def named_parts(message: Part) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each part that has a name: the attachments, pictures in the text too."""
    for part in single_parts(message):
        name = _shown(part.get_filename() or "")
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            whole = inner[0] if isinstance(inner, list) and inner and isinstance(inner[0], Message) else None
            if whole is not None:
                yield name or f"{header(whole, 'Subject') or 'message'}.eml", whole.as_bytes()
        elif name:
            yield name, payload_of(part)


def payload_of(part: Part) -> bytes:
    """Return the bytes of a part, its transfer encoding undone; what cannot be undone is given as it stands."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError):
        payload = None
    return payload if isinstance(payload, bytes) else b""


def charset_of(part: Part) -> str:
    """Return the encoding a part states, "" for none."""
    try:
        return part.get_content_charset() or ""
    except (LookupError, ValueError):
        return ""


def header(message: Part, name: str) -> str:
    """Return a header in plain words on one line."""
    return _shown(str(message.get(name, "") or ""))


def _shown(written: str) -> str:
    try:
        decoded = str(make_header(decode_header(written)))
    except (ValueError, LookupError, UnicodeError):
        decoded = written
    return " ".join(decoded.encode("utf-8", "replace").decode("utf-8").split())

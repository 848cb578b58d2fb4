"""Looks through a finished file for what must never leave: private remarks, notes that stay in, local paths."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from annotations.model import Note, Visibility

__all__ = ["Secret", "SecretKind", "found_in", "secrets_of"]

_LEAST = 2
_SENT = ("title", "issue", "consequence", "legal_basis", "recommendation", "proposed_wording", "question", "author")
_BREAK = re.compile(r"</(?:w:)?p>|<w:(?:br|tab|cr)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'="([^"]*)"')


class SecretKind(StrEnum):
    """What kind of thing must stay in."""

    REMARK = "remark"
    NOTE = "note"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class Secret:
    """Words that must not stand in a file; `number` is the note they come from, 0 for none."""

    kind: SecretKind
    words: str
    number: int = 0


def secrets_of(notes: Sequence[Note], profile: Visibility, text: str, home: Path) -> tuple[Secret, ...]:
    """Return what a file for the readers of `profile` must not hold.

    Words that also stand in the policy's own text or in notes that go out tell nothing, and are left out.
    """
    from annotations.rules_of_sending import goes_out

    going = [note for note in notes if goes_out(note, profile)]
    open_to_all = _flat("\n".join([text, *(words for note in going for words in _sent(note))]))
    wanted = (
        *(Secret(SecretKind.REMARK, line, note.number) for note in notes for line in _lines([note.private_remark])),
        *(
            Secret(SecretKind.NOTE, line, note.number)
            for note in notes
            if not goes_out(note, profile)
            for line in _lines([note.title, note.issue])
        ),
        *(Secret(SecretKind.PATH, form) for form in _forms(home)),
    )
    return tuple(secret for secret in wanted if not _stands_in(secret.words, open_to_all))


def found_in(data: bytes, secrets: Iterable[Secret]) -> tuple[Secret, ...]:
    """Return those of `secrets` that stand in the bytes of a file, in any of its parts."""
    said = _flat("\n".join(_texts(data)))
    return tuple(secret for secret in secrets if _stands_in(secret.words, said))


def _texts(data: bytes) -> Iterator[str]:
    """Yield everything a file says: the words of each part, and what stands in attributes."""
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            yield from package.namelist()
            for name in package.namelist():
                part = package.read(name).decode("utf-8", "replace")
                yield html.unescape(_TAG.sub("", _BREAK.sub("\n", part)))
                yield html.unescape("\n".join(_ATTRIBUTE.findall(part)))
        return
    text = data.decode("utf-8", "replace")
    try:
        yield from _strings(json.loads(text))
    except ValueError:
        yield text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, held in value.items():
            yield str(key)
            yield from _strings(held)
    elif isinstance(value, list):
        for held in value:
            yield from _strings(held)


def _sent(note: Note) -> Iterator[str]:
    yield from (getattr(note, name) for name in _SENT)
    yield from (words for fields in note.translations.values() for words in fields.values())


def _lines(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (line for line in map(_flat, text.splitlines()) if len(line) >= _LEAST)


def _forms(home: Path) -> tuple[str, ...]:
    """The ways a path is written; none for a home that is no folder of its own."""
    named = home.as_posix()
    return tuple(dict.fromkeys((named, str(home)))) if len(home.parts) > 1 else ()


def _flat(text: str) -> str:
    return " ".join(text.split())


def _stands_in(words: str, text: str) -> bool:
    """Whether `words` stand in `text` as whole words."""
    if words not in text:
        return False
    before = r"(?<!\w)" if words[0].isascii() and words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isascii() and words[-1].isalnum() else ""
    return re.search(before + re.escape(words) + after, text) is not None

"""The list of changes as a page that anyone can read: who changed what, when, from what to what. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from html import escape
from typing import Any

from annotations.codec import CHOICES
from annotations.history import WHOLE, Change
from annotations.words import label
from documents.errors import sentence
from export.archive.words import FIELDS, WORDS

__all__ = ["audit_trail"]

_STYLE = (
    "body{font:14px/1.6 'Noto Sans','Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:2em;color:#1b1f24}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #d5d9df;padding:4px 8px;text-align:left;"
    "vertical-align:top;overflow-wrap:anywhere}th{background:#f7f8fa}td{white-space:pre-wrap}"
    "tr.first td{border-top:2px solid #7e8692}"
)
_UNSAID = ("document", "note", "number", "created", "modified", "added", "initials", "versions", "sha256")
"""Fields of a new thing that tell a reader nothing."""
_COLUMNS = ("time", "who", "about", "what", "before", "after")


def audit_trail(name: str, changes: Sequence[Change], *, now: datetime, who: str, language: str = "en") -> bytes:
    """Return the changes of the matter `name` as one HTML page, each group of them under one another."""
    page = _Page(changes, language)
    title = page.say("title", name=name)
    made = page.say("made", when=f"{now:%Y-%m-%d %H:%M %z}", who=who or "?", count=len(changes))
    head = "".join(f"<th>{escape(page.say(column))}</th>" for column in _COLUMNS)
    rows = "\n".join(page.rows(changes))
    tongue = "zh-CN" if language.startswith("zh") else "en"
    whole = (
        f'<!DOCTYPE html>\n<html lang="{tongue}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head>\n<body><h1>{escape(title)}</h1><p>{escape(made)}</p>\n"
        f"<table><thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table></body></html>\n"
    )
    return whole.encode()


class _Page:
    """Names what the changes speak about, from what they said when it was made."""

    def __init__(self, changes: Sequence[Change], language: str) -> None:
        self._language = language
        self._made: dict[str, Mapping[str, Any]] = {}
        for change in changes:
            if change.field == WHOLE:
                self._made.setdefault(change.target, change.after)

    def say(self, code: str, **arguments: object) -> str:
        return sentence(WORDS, code, arguments, self._language)

    def rows(self, changes: Sequence[Change]) -> Iterator[str]:
        group = ""
        for change in changes:
            mark = ' class="first"' if change.group != group else ""
            group = change.group
            for cells in self._lines(change):
                yield f"<tr{mark}>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
                mark = ""

    def _lines(self, change: Change) -> Iterator[tuple[str, ...]]:
        first = (f"{change.time:%Y-%m-%d %H:%M:%S %z}", change.author, self._about(change.target))
        what = self._what(change)
        if change.struck:
            yield (*first, f"{what} {self.say('struck')}", "", "")
        elif change.field == WHOLE:
            told = "\n".join(
                f"{self._field(name)}: {self._value(name, value)}"
                for name, value in change.after.items()
                if name not in _UNSAID and value not in (None, "", [], {})
            )
            yield (*first, what, "", told)
        else:
            before, after = (self._value(change.field, value) for value in (change.before, change.after))
            yield (*first, what, before, after)

    def _what(self, change: Change) -> str:
        name, _colon, rest = change.field.partition(":")
        undo = f" {self.say('undoing')}" if change.undoes and change.undoes != "final" else ""
        if name == "read":
            return self.say("read", address=rest) + undo
        return (self.say(name) if name in WORDS and name not in FIELDS else self._field(name)) + undo

    def _about(self, target: str) -> str:
        kind, _slash, uid = target.partition("/")
        made = self._made.get(target, {})
        if kind == "note":
            return self.say("note", number=made.get("number", "?"))
        if kind == "reply":
            return self.say("reply", number=self._made.get(f"note/{made.get('note')}", {}).get("number", "?"))
        if kind == "version":
            owner = self._made.get(f"document/{made.get('document')}", {}).get("title", "")
            return self.say("version", name=owner or made.get("file_name", uid[:8]))
        named = made.get("title") or made.get("file_name") or uid[:8]
        return self.say(kind, name=named) if kind in WORDS else target

    def _field(self, name: str) -> str:
        return sentence(FIELDS, name, {}, self._language) if name in FIELDS else name

    def _value(self, name: str, value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        if name == "anchors":
            return "\n".join(f"“{anchor['exact']}”" for anchor in value)
        if name in CHOICES and isinstance(value, str):
            return label(_choice(name, value), self._language)
        if isinstance(value, dict):
            return "\n".join(f"{key}: {self._value('', part)}" for key, part in value.items())
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _choice(name: str, value: str) -> StrEnum:
    return CHOICES[name](value)

"""What can be said about a document besides its words: its file, how it was read, and what else the file holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from annotations.model import Version
from documents.model import ForeignNote, PolicyDocument, Revision, RevisionKind, Span
from ui.panels.status_line import language_name

__all__ = ["Found", "Group", "facts_of", "format_name", "groups_of", "joined", "revision_words"]

_LONGEST = 160
_MEGABYTE = 1_000_000
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Found:
    """One thing of the file: what it is, its words, where it stands, who wrote it and when."""

    what: str
    words: str
    place: Span
    where: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one kind, and by whom they are."""

    title: str
    items: tuple[Found, ...]
    authors: str = ""


def format_name(policy: PolicyDocument) -> str:
    """Return the kind of file in words."""
    return {
        "word": translate("AboutDocument", "Word document"),
        "pdf": "PDF",
        "html": translate("AboutDocument", "web page"),
        "mhtml": translate("AboutDocument", "web archive"),
        "markdown": "Markdown",
        "odt": translate("AboutDocument", "OpenDocument text"),
        "epub": translate("AboutDocument", "electronic book"),
        "rtf": "Rich Text",
        "old_word": translate("AboutDocument", "older Word document"),
        "mail": translate("AboutDocument", "mail"),
        "text": translate("AboutDocument", "plain text"),
    }.get(policy.format, policy.format)


def facts_of(policy: PolicyDocument, version: Version, size: int) -> tuple[tuple[str, str], ...]:
    """Return what the file is, as rows of a name and a value; what it has not is left out."""
    pages = str(len(policy.pages)) if policy.pages else ""
    reader = translate("AboutDocument", "{reader}, version {number}")
    rows = (
        (translate("AboutDocument", "Title"), policy.title),
        (translate("AboutDocument", "File"), version.file_name),
        (translate("AboutDocument", "Format"), format_name(policy)),
        (translate("AboutDocument", "Size"), _size(size)),
        (translate("AboutDocument", "Pages"), pages),
        (translate("AboutDocument", "Characters"), f"{len(policy.text):,}"),
        (translate("AboutDocument", "Language"), language_name(policy.language) if policy.language else ""),
        (translate("AboutDocument", "Encoding"), policy.encoding),
        (translate("AboutDocument", "Read by"), reader.format(reader=policy.reader, number=policy.reader_version)),
    )
    return tuple(row for row in rows if row[1])


def groups_of(policy: PolicyDocument, language: str) -> tuple[Group, ...]:
    """Return what else the file holds: tracked changes, comments and highlights, hidden words; empty groups not."""

    from documents.clauses import address_of

    def where(span: Span) -> str:
        return address_of(policy, [span], language) if policy.clauses else ""

    changes = [_change(policy, one, where) for one in joined(policy.revisions)]
    notes = [_note(policy, one, where) for one in policy.foreign_notes]
    hidden = [
        Found("", _short(one.words), Span(one.place, one.place), where(_beside(policy.text, one.place)))
        for one in policy.hidden
    ]
    groups = (
        Group(translate("AboutDocument", "Tracked changes"), tuple(changes), _authors(policy.revisions)),
        Group(translate("AboutDocument", "Comments and highlights"), tuple(notes), _authors(policy.foreign_notes)),
        Group(translate("AboutDocument", "Hidden words"), tuple(hidden)),
    )
    return tuple(group for group in groups if group.items)


def joined(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """Return changes with those made one: a file splits what one person did at one place into its runs."""
    found: list[Revision] = []
    for one in revisions:
        last = found[-1] if found else None
        if last is not None and _follows(last, one):
            found[-1] = replace(last, span=Span(last.span.start, one.span.end), words=last.words + one.words)
        else:
            found.append(one)
    return tuple(found)


def _follows(last: Revision, one: Revision) -> bool:
    same = (last.kind, last.author, last.date) == (one.kind, one.author, one.date)
    return same and last.span.end == one.span.start


def revision_words(kind: RevisionKind) -> str:
    """Return what a tracked change did."""
    return {
        RevisionKind.INSERTED: translate("AboutDocument", "inserted"),
        RevisionKind.DELETED: translate("AboutDocument", "deleted"),
        RevisionKind.MOVED_FROM: translate("AboutDocument", "moved away"),
        RevisionKind.MOVED_TO: translate("AboutDocument", "moved here"),
        RevisionKind.FORMATTED: translate("AboutDocument", "formatted"),
    }[kind]


def _change(policy: PolicyDocument, one: Revision, where: Callable[[Span], str]) -> Found:
    words = one.words or one.span.of(policy.text)
    place = one.span if len(one.span) else _beside(policy.text, one.span.start)
    return Found(revision_words(one.kind), _short(words), one.span, where(place), _who(one.author, one.date))


def _note(policy: PolicyDocument, note: ForeignNote, where: Callable[[Span], str]) -> Found:
    span = note.spans[0] if note.spans else Span(0, 0)
    said = note.text or span.of(policy.text)
    replies = translate("AboutDocument", "replies: {count}").format(count=len(note.replies)) if note.replies else ""
    done = translate("AboutDocument", "resolved") if note.done else ""
    what = translate("AboutDocument", "comment") if note.text else translate("AboutDocument", "highlight")
    what = ", ".join(part for part in (what, replies, done) if part)
    return Found(what, _short(said), span, where(span) if note.spans else "", _who(note.author, note.date))


def _beside(text: str, place: int) -> Span:
    """Return the letter before a place, else the place: what stands at the end of a clause belongs to it."""
    return Span(place - 1, place) if place and text[place - 1] != "\n" else Span(place, place)


def _authors(things: Sequence[Revision] | Sequence[ForeignNote]) -> str:
    counted = Counter(one.author for one in things if one.author)
    return ", ".join(f"{author} ({count})" for author, count in counted.most_common())


def _who(author: str, date: str) -> str:
    return ", ".join(part for part in (author, date[:10]) if part)


def _short(words: str) -> str:
    line = " ".join(words.replace("\ufffc", " ").split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _size(size: int) -> str:
    if size < _MEGABYTE:
        return translate("AboutDocument", "{size} kB").format(size=f"{max(size / 1000, 0.1):,.1f}")
    return translate("AboutDocument", "{size} MB").format(size=f"{size / _MEGABYTE:,.1f}")

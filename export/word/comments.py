"""The comment parts of a Word file: comments, threads, lasting ids, true times, people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from lxml import etree

from annotations.marks import free_mark
from export.word.comment_xml import CommentXml, lasting_xml, person_xml, thread_xml, time_xml
from export.word.fonts import Faces
from export.word.names import MC, W14, W15, W16CEX, W16CID, W, legal, to_bytes, w, wider
from export.word.out_package import OutPackage
from export.word.styles import CommentStyles

__all__ = ["Comment", "CommentParts", "Line"]

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MS: Final = "http://schemas.microsoft.com/office/"
_PREFIXES: Final = {"w": W, "mc": MC, "w14": W14, "w15": W15, "w16cid": W16CID, "w16cex": W16CEX}
_DECLARED: Final = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _PREFIXES.items())


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a comment: a heading set bold, and the words after it. Line feeds become line breaks."""

    lead: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One comment. `mark` is the key of its thread and its lasting id; `parent` is the mark of what it answers."""

    id: int
    author: str
    initials: str
    written: datetime
    lines: tuple[Line, ...]
    mark: str
    parent: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str
    file: str
    root: str
    relationship: str


_COMMENTS: Final = _Part("comments", "comments.xml", w("comments"), _OFFICE + "comments")
_EXTENDED: Final = _Part(
    "commentsExtended", "commentsExtended.xml", f"{{{W15}}}commentsEx", _MS + "2011/relationships/commentsExtended"
)
_IDS: Final = _Part(
    "commentsIds", "commentsIds.xml", f"{{{W16CID}}}commentsIds", _MS + "2016/09/relationships/commentsIds"
)
_EXTENSIBLE: Final = _Part(
    "commentsExtensible",
    "commentsExtensible.xml",
    f"{{{W16CEX}}}commentsExtensible",
    _MS + "2018/08/relationships/commentsExtensible",
)
_PEOPLE: Final = _Part("people", "people.xml", f"{{{W15}}}people", _MS + "2011/relationships/people")


class CommentParts:
    """The comment parts of a package: what stands there stays, new comments go behind."""

    def __init__(self, package: OutPackage) -> None:
        self._package = package
        self._new = {part.kind: package.related(package.main, part.kind) is None for part in _ALL}
        self._trees = {part.kind: self._open(part) for part in _ALL}
        self._entries: dict[str, list[str]] = {part.kind: [] for part in _ALL}
        self._settled: dict[str, bool | None] = {}
        ids = [comment.get(w("id"), "") for comment in self._old()]
        self.taken_ids = {int(number) for number in ids if number.isdecimal()} | _ids_named(package)
        self.taken_marks = _marks_in(package)

    def add(self, comments: Iterable[Comment], faces: Faces, styles: CommentStyles) -> None:
        """Write the comments into the parts of the package."""
        written = list(comments)
        if not written and not self._settled:
            return
        self._list_old()
        self._settle()
        self._append("comments", map(CommentXml(faces, styles).comment, written))
        threads = [thread_xml(comment.mark, comment.parent, done=comment.done) for comment in written]
        self._append("commentsExtended", threads)
        self._append("commentsIds", [lasting_xml(comment.mark) for comment in written])
        self._append("commentsExtensible", [time_xml(comment.mark, comment.written) for comment in written])
        self._add_people(comment.author for comment in written)
        for part in _ALL:
            self._close(part)

    def thread_of(self, comment: str, *, done: bool | None) -> str:
        """Return the key of the thread of a comment that stands there, for answers to it; `done` says it is settled.

        None leaves it as it is. Its words stay as they are; one without a key is given one.
        """
        found = next(one for one in self._old() if one.get(w("id")) == comment)
        mark = self._mark_of(found)
        self._settled[mark] = done
        return mark

    def _settle(self) -> None:
        """List the threads that are answered, and resolve those that are settled now, or open them again."""
        listed = {one.get(_PARA): one for one in self._trees["commentsExtended"]}
        for mark, done in self._settled.items() if not self._new["commentsExtended"] else ():
            if mark not in listed:
                self._append("commentsExtended", [thread_xml(mark, done=bool(done))])
            elif done is not None:
                listed[mark].set(f"{{{W15}}}done", str(int(done)))

    def _append(self, kind: str, entries: Iterable[str]) -> None:
        """Put entries, written with our prefixes, behind those of a part."""
        self._entries[kind].extend(entries)

    def _open(self, part: _Part) -> etree._Element:
        name = self._package.related(self._package.main, part.kind)
        if name is None:
            root = etree.Element(part.root, nsmap=_PREFIXES)
            root.set(f"{{{MC}}}Ignorable", "w14 w15 w16cid w16cex")
            return root
        return _with_prefixes(self._package.tree(name))

    def _close(self, part: _Part) -> None:
        main = self._package.main
        name = self._package.related(main, part.kind)
        if name is None:
            folder = main.rpartition("/")[0]
            name = f"{folder}/{part.file}" if folder else part.file
            self._package.relate(main, part.relationship, name)
        self._package.set(
            name, _with_entries(self._trees[part.kind], self._entries[part.kind]), _TYPE.format(part.kind)
        )

    def _old(self) -> list[etree._Element]:
        return list(self._trees["comments"].iterchildren(w("comment")))

    def _list_old(self) -> None:
        """A part made now lists every comment, those that stood there before too: Word takes it for the whole."""
        marks = [self._mark_of(comment) for comment in self._old() if comment.find(w("p")) is not None]
        if self._new["commentsExtended"]:
            threads = [thread_xml(mark, done=bool(self._settled.get(mark))) for mark in marks]
            self._append("commentsExtended", threads)
        if self._new["commentsIds"]:
            self._append("commentsIds", map(lasting_xml, marks))
        if self._new["commentsExtensible"]:
            known = [one.get(f"{{{W16CID}}}durableId", "") for one in self._trees["commentsIds"]]
            self._append("commentsExtensible", map(time_xml, marks if self._new["commentsIds"] else known))

    def _mark_of(self, comment: etree._Element) -> str:
        """The mark of a comment that stood there before; it gets one where it has none."""
        last = comment.findall(w("p"))[-1]
        mark = last.get(f"{{{W14}}}paraId")
        if mark is None:
            mark = free_mark(f"comment {comment.get(w('id'))}", self.taken_marks)
            last.set(f"{{{W14}}}paraId", mark)
        return mark

    def _add_people(self, authors: Iterable[str]) -> None:
        known = {person.get(f"{{{W15}}}author") for person in self._trees["people"]}
        new = [author for author in dict.fromkeys(map(legal, authors)) if author not in known]
        self._append("people", [person_xml(author) for author in new])


_ALL: Final = (_COMMENTS, _EXTENDED, _IDS, _EXTENSIBLE, _PEOPLE)


def _marks_in(package: OutPackage) -> set[str]:
    """Every paragraph id and lasting id in the package: a paragraph id is unique in all its parts."""
    found: set[str] = set()
    for name in package.names():
        if name.endswith(".xml"):
            found.update(mark.decode().upper() for mark in _MARKS.findall(package[name]))
    return found


def _ids_named(package: OutPackage) -> set[int]:
    """The ids of comments that the text names, also of comments that are not there: none may be given again."""
    stories = [package.main, *(package.related(package.main, kind) for kind in ("footnotes", "endnotes"))]
    return {int(number) for name in stories if name for number in _NAMED.findall(package[name])}


_PARA: Final = f"{{{W15}}}paraId"
_NAMED: Final = re.compile(rb"comment(?:RangeStart|RangeEnd|Reference)\s[^>]*?\bid=[\"'](\d+)[\"']")
_HERE: Final = "here"
_MARKS: Final = re.compile(rb"Id(?:Parent)?=[\"']([0-9A-Fa-f]{8})[\"']")  # as of paraId, durableId


def _with_entries(root: etree._Element, entries: Sequence[str]) -> bytes:
    """Return a part with entries, written with our prefixes, behind what it holds."""
    if all(root.nsmap.get(prefix) == uri for prefix, uri in _PREFIXES.items()):
        etree.SubElement(root, _HERE)
        before, found, after = to_bytes(root).rpartition(f"<{_HERE}/>".encode())
        root.remove(root[-1])
        if found:  # it is not where the part has a namespace without a prefix
            return before + "".join(entries).encode() + after
    root.extend(list(etree.fromstring(f"<{_HERE} {_DECLARED}>{''.join(entries)}</{_HERE}>")))
    return to_bytes(root)


def _with_prefixes(root: etree._Element) -> etree._Element:
    """Return the root with all our prefixes declared on it and Word's newer ones marked as ignorable."""
    missing = {prefix: uri for prefix, uri in _PREFIXES.items() if uri not in root.nsmap.values()}
    wide = root
    if missing:
        named = {prefix: uri for prefix, uri in missing.items() if prefix not in root.nsmap}
        wide = wider(root, named)
        wide.text = root.text
        wide.extend(list(root))
    by_uri = {uri: prefix for prefix, uri in wide.nsmap.items() if prefix}
    ignorable = wide.get(f"{{{MC}}}Ignorable", "").split()
    wanted = [by_uri[uri] for uri in (W14, W15, W16CID, W16CEX) if uri in by_uri]
    ignorable += [prefix for prefix in wanted if prefix not in ignorable]
    if ignorable:
        wide.set(f"{{{MC}}}Ignorable", " ".join(ignorable))
    return wide

"""The words of a Word file by the plainest means: every w:t of the raw XML. Shares nothing with the reader.

Left out: deletions and moved-from text, hidden letters (by the run, its style or its paragraph's style) and the
fallbacks of alternates. Order: main text with each text box after the paragraph that holds it, notes, headers, footers.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

_WORDS = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_UNREAD = {"del", "moveFrom", "Fallback", "rt", "pPr", "sectPr"}
_OFF = {"0", "false", "off"}


def pieces(data: bytes) -> list[str]:
    """Return the words of each w:t in the order a reader meets them."""
    return [piece for _, piece in told_pieces(data)]


def told_pieces(data: bytes) -> list[tuple[str, str]]:
    """Return the same with the story that each stands in: main, text_box, footnote, endnote, header or footer."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _Oracle(archive).pieces()


def share_of_stories(data: bytes, stories: dict[str, str]) -> tuple[float, list[str], str]:
    """Hold the text of each story against the file: which share of the file's characters is there in order, the pieces
    that are not, and the letters and digits of ours that the file does not have.
    """
    total = found = 0
    missing: list[str] = []
    more: list[str] = []
    told = told_pieces(data)
    for story in dict.fromkeys([*stories, *(one for one, _ in told)]):
        text, position = stories.get(story, ""), 0
        for piece in (part for one, words in told if one == story for part in _parts(words)):
            total += len(piece)
            at = text.find(piece, position)
            if at < 0:
                missing.append(piece)
                continue
            more.append(text[position:at])
            position, found = at + len(piece), found + len(piece)
        more.append(text[position:])
    return (found / total if total else 1.0), missing, "".join(one for one in "".join(more) if one.isalnum())


def share_found(data: bytes, text: str) -> tuple[float, list[str]]:
    """Return which share of the characters is in `text` in order, and the pieces that are not."""
    position = total = found = 0
    missing: list[str] = []
    for shown in (part for piece in pieces(data) for part in _parts(piece)):
        total += len(shown)
        at = text.find(shown, position)
        if at >= 0:
            position, found = at + len(shown), found + len(shown)
        else:
            missing.append(shown)
    return (found / total if total else 1.0), missing


def _parts(piece: str) -> list[str]:
    """The words between letters of symbol fonts, which are shown as what they look like."""
    return [part for part in re.split("[\uf000-\uf0ff]+", _shown(piece)) if part]


def _shown(piece: str) -> str:
    spaces = dict.fromkeys("\n\t\r", " ") | dict.fromkeys("\u2028\u2029\u0085", "\n")
    dropped = {"\u00ad", "\ufeff", *(chr(code) for code in range(0x7F, 0xA0) if code != 0x85)}
    return "".join(spaces.get(one, one) for one in piece if one not in dropped)


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _word(element: ElementTree.Element, name: str) -> bool:
    return any(element.tag == prefix + name for prefix in _WORDS)


def _child(element: ElementTree.Element | None, name: str) -> ElementTree.Element | None:
    return next((one for one in element if _name(one) == name), None) if element is not None else None


def _value(element: ElementTree.Element | None, name: str = "val") -> str | None:
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


class _Oracle:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.replace("\\", "/").lstrip("/").lower(): name for name in archive.namelist()}
        top = self._links("")
        self._main = next((one for kind, one in top.values() if kind.endswith("/officeDocument")), "word/document.xml")
        self._hidden = self._hidden_styles()

    def pieces(self) -> list[tuple[str, str]]:
        root = self._tree(self._main)
        assert root is not None
        body = _child(root, "body")
        assert body is not None
        found = list(self._in_order(body, "main"))
        for kind in ("footnote", "endnote"):
            found.extend(self._notes(kind, body))
        for kind in ("header", "footer"):
            found.extend(self._margins(kind, body))
        return found

    def _tree(self, part: str) -> ElementTree.Element | None:
        name = self._names.get(part.lower())
        try:
            return None if name is None else ElementTree.fromstring(self._archive.read(name))
        except ElementTree.ParseError:
            return None

    def _links(self, part: str) -> dict[str, tuple[str, str]]:
        folder, file = posixpath.split(part)
        root = self._tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        return {
            one.get("Id", ""): (
                one.get("Type", ""),
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", "").replace("\\", "/"))).lstrip("/"),
            )
            for one in root
            if one.get("TargetMode") != "External"
        }

    def _hidden_styles(self) -> set[str]:
        part = next((one for kind, one in self._links(self._main).values() if kind.endswith("/styles")), "")
        root = self._tree(part)
        styles = {} if root is None else {_value(one, "styleId"): one for one in root if _name(one) == "style"}

        def is_hidden(style: str | None, depth: int = 0) -> bool:
            element = styles.get(style)
            if element is None or depth > 20:
                return False
            own = _child(_child(element, "rPr"), "vanish")
            if own is not None:
                return _value(own) not in _OFF
            return is_hidden(_value(_child(element, "basedOn")), depth + 1)

        return {style for style in styles if style and is_hidden(style)}

    def _in_order(self, container: ElementTree.Element, story: str) -> Iterator[tuple[str, str]]:
        """The words of a container; those of text boxes after the paragraph or table they hang on."""
        for one in container:
            if _word(one, "p") or _word(one, "tbl"):
                boxes: list[ElementTree.Element] = []
                yield from ((story, words) for words in self._words([one], boxes, hidden=False))
                for box in boxes:
                    yield from self._in_order(box, "text_box")
            elif _name(one) not in _UNREAD:
                yield from self._in_order(one, story)

    def _words(
        self, elements: Iterable[ElementTree.Element], boxes: list[ElementTree.Element], *, hidden: bool
    ) -> Iterator[str]:
        for one in elements:
            if _name(one) == "txbxContent":
                boxes.append(one)
            elif _word(one, "t"):
                yield one.text or ""
            elif _name(one) not in _UNREAD:
                unseen = self._is_hidden(one, otherwise=hidden)
                if not (_word(one, "r") and unseen):
                    yield from self._words(one, boxes, hidden=unseen)

    def _is_hidden(self, element: ElementTree.Element, *, otherwise: bool) -> bool:
        if _word(element, "p"):
            return _value(_child(_child(element, "pPr"), "pStyle")) in self._hidden
        properties = _child(element, "rPr") if _word(element, "r") else None
        own = _child(properties, "vanish")
        if own is not None:
            return _value(own) not in _OFF
        return otherwise or _value(_child(properties, "rStyle")) in self._hidden

    def _notes(self, kind: str, body: ElementTree.Element) -> Iterator[tuple[str, str]]:
        part = next((one for link, one in self._links(self._main).values() if link.endswith(f"/{kind}s")), "")
        root = self._tree(part)
        if root is None:
            return
        notes = {_value(one, "id"): one for one in root if _name(one) == kind}
        wanted = dict.fromkeys(_value(one, "id") for one in body.iter() if _name(one) == f"{kind}Reference")
        for note in wanted:
            if note in notes:
                yield from self._in_order(notes[note], kind)

    def _margins(self, kind: str, body: ElementTree.Element) -> Iterator[tuple[str, str]]:
        links, seen = self._links(self._main), set()
        for one in body.iter():
            if _name(one) == f"{kind}Reference":
                _, part = links.get(_value(one, "id") or "", ("", ""))
                root = self._tree(part) if part else None
                words = [] if root is None else list(self._in_order(root, kind))
                if tuple(words) not in seen:
                    seen.add(tuple(words))
                    yield from words

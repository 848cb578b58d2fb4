"""A memo that a partner redlined in Word, for the guide's picture of what a report brings back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from datetime import datetime

    from annotations.matter import OpenMatter
    from annotations.model import Reviewer

__all__ = ["redlined_memo"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAME = {"en": "Memo, with the partner's changes.docx", "zh": "备忘录（合伙人修改）.docx"}
_ADDED = {"en": " The client should decide before the launch.", "zh": "请客户在上线前决定。"}
_TITLE = {"en": "{title}, to be settled first", "zh": "{title}（优先处理）"}


def redlined_memo(matter: OpenMatter, folder: Path, reviewer: Reviewer, at: datetime, language: str) -> Path:
    """Export the memo; a partner tracks a change in two findings and retypes the title of a third."""
    from annotations.marks import field_mark, uid_outside
    from export.run import ExportOptions, export

    out = folder / _NAME[language]
    export(matter, out, "memo", ExportOptions(reviewer=reviewer, now=at, profile="client", language=language))
    first, second, third = [note for note in matter.notes() if note.recommendation and note.issue][:3]
    secret = matter.secrets(first.document)[0]
    changes = [
        (field_mark(uid_outside(secret, first.uid), "recommendation"), first.recommendation + _ADDED[language], True),
        (field_mark(uid_outside(secret, second.uid), "issue"), second.issue + _ADDED[language], True),
        (field_mark(uid_outside(secret, third.uid), "title"), _TITLE[language].format(title=third.title), False),
    ]
    out.write_bytes(_changed(out.read_bytes(), changes))
    return out


def _changed(data: bytes, changes: list[tuple[str, str, bool]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, _retyped(part, changes) if name == "word/document.xml" else part)
    return made.getvalue()


def _retyped(part: bytes, changes: list[tuple[str, str, bool]]) -> bytes:
    root = etree.fromstring(part)
    for mark, words, tracked in changes:
        for tag in [one for one in root.iter(f"{_W}tag") if one.get(f"{_W}val") == mark][:1]:
            inside = next(tag.iterancestors(f"{_W}sdt")).find(f"{_W}sdtContent")
            if inside is not None:
                _write(inside, words, tracked=tracked)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _write(inside: etree._Element, words: str, *, tracked: bool) -> None:
    said = "".join(str(words) for words in inside.itertext())
    del inside[:]
    if not tracked:
        inside.append(_run(words, "t"))
        return
    for kind, text, holder in (("del", said, "delText"), ("ins", words, "t")):
        change = etree.SubElement(inside, f"{_W}{kind}", {f"{_W}id": "7", f"{_W}author": "M. Reed"})
        change.append(_run(text, holder))


def _run(words: str, holder: str) -> etree._Element:
    run = etree.Element(f"{_W}r")
    text = etree.SubElement(run, f"{_W}{holder}")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run

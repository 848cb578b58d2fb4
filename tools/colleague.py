"""A colleague who answers, for the guide's pictures: one who has only Word, one who was sent a part of the matter."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.matter import OpenMatter

__all__ = ["answered", "copy_of_colleague", "part_answered"]

_WORDS = {
    "en": ("Jo Field", "JF", "Agreed. Please send us wording for the annex too."),
    "zh": ("李文", "LW", "同意，请一并提供附件的文字。"),
}
_NAME = {"en": ", answered", "zh": "（客户回复）"}
_CHANGED = {"en": ("Consent must be", "We think consent must be"), "zh": ("点击一次", "客户认为：点击一次")}


def answered(sent: Path, language: str) -> Path:
    """Resolve a thread of a file, write a new comment and change the words of another; returns the answered file."""
    import docx

    out = sent.with_name(f"{sent.stem}{_NAME[language]}.docx")
    before, after = _CHANGED[language]
    with zipfile.ZipFile(sent) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            data = package.read(name).decode() if name.startswith("word/comments") else ""
            if name == "word/commentsExtended.xml":
                data = re.sub(r'done="0"', 'done="1"', data, count=2)
            if name == "word/comments.xml":
                data = data.replace(before, after, 1)
            made.writestr(name, data or package.read(name))
    author, initials, words = _WORDS[language]
    document = docx.Document(str(out))
    paragraph = [one for one in document.paragraphs if one.text.strip()][-1]
    document.add_comment(paragraph.runs, text=words, author=author, initials=initials)
    document.save(str(out))
    return out


_PART = {
    "en": (
        "for Jo Field",
        "Is the severity of these right?",
        "Consent for the annex",
        "One more: the annex has no period.",
    ),
    "zh": ("送审 李文", "请确认风险等级是否恰当。", "附件的同意", "补充：附件未写明保存期限。"),
}


def part_answered(matter: OpenMatter, folder: Path, language: str, at: datetime) -> Path:
    """Send a part of a matter to a colleague who changes two notes, answers one and adds one; returns the file."""
    from annotations.model import Reviewer, Severity
    from annotations.package_making import Sending, make_package

    name, message, title, words = _PART[language]
    author, initials, answer = _WORDS[language]
    document = matter.documents()[0]
    notes = tuple(note.uid for note in matter.notes(document.uid)[:4])
    sending = Sending(document=document.uid, notes=notes, sent_to=author, due="2026-11-30", message=message)
    made = make_package(matter, sending, folder / f"{name}.clausemark", at)
    with type(matter).open(made.path, Reviewer(author, initials), lambda: at) as part:
        part.edit(notes[0], severity=Severity.CRITICAL, title=title)
        part.edit(notes[1], owner=author)
        part.reply(notes[1], answer)
        part.add_note(document.uid, issue=words, severity=Severity.LOW)
    return made.path


_COPY = {
    "en": (
        "Tom Reed", "TR", "Consent is bundled with the terms: too broad", "Name the partners, or at least their kinds.",
    ),
    "zh": ("李文", "LW", "同意与条款捆绑，范围过宽", "请列明合作方，至少列明类别。"),
}  # fmt: skip


def copy_of_colleague(matter: OpenMatter, folder: Path, language: str, at: datetime) -> Path:
    """Copy a matter, and let a colleague work in it: he edits, rates and deletes notes, and marks words again."""
    import shutil

    from annotations.model import Reviewer, Severity

    author, initials, issue, advice = _COPY[language]
    path = folder / f"{matter.path.stem} {initials}.clausemark"
    shutil.copyfile(matter.path, path)
    with type(matter).open(path, Reviewer(author, initials), lambda: at) as copy:
        document = copy.documents()[0]
        notes = [note for note in copy.notes(document.uid) if note.anchors]
        copy.edit(notes[0].uid, issue=f"{notes[0].issue} {issue}")
        copy.edit(notes[1].uid, severity=Severity.LOW)
        copy.edit(notes[2].uid, recommendation=advice)
        for note, severity in zip(notes[3:6], (Severity.LOW, Severity.CRITICAL, Severity.MEDIUM), strict=True):
            spans = [anchor.span for anchor in note.anchors]
            copy.add_note(document.uid, spans, severity=severity, title=issue, issue=issue, recommendation=advice)
    return path

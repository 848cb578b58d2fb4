"""A colleague who answers, for the guide's pictures: one who has only Word, one who was sent a part of the matter."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.matter import OpenMatter

__all__ = ["answered", "part_answered"]

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

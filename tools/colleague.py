"""A colleague who has only Word: answers in an annotated file, for the guide's pictures."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

__all__ = ["answered"]

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

"""A Word file that went out, as a colleague sends it back: changed by other hands than those that wrote it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx

__all__ = ["answered", "edited", "foreign"]

_SAYS = "This notice says what we do, and we tell you before we change it."


def answered(sent: Path, out: Path, words: str = "We cannot accept this.") -> Path:
    """Resolve the first thread of a file and comment on its last paragraph, as a program of others does."""
    _change(sent, out, "word/commentsExtended.xml", lambda xml: re.sub(r'done="0"', 'done="1"', xml, count=1))
    document = docx.Document(str(out))
    paragraph = [one for one in document.paragraphs if one.text.strip()][-1]
    document.add_comment(paragraph.runs, text=words, author="Jo Field", initials="JF")
    document.save(str(out))
    return out


def edited(sent: Path, out: Path) -> Path:
    """Change words of the text itself, without recording it."""
    _change(sent, out, "word/document.xml", lambda xml: xml.replace("This notice says what we do.", _SAYS, 1))
    return out


def foreign(out: Path) -> Path:
    """Write a file of somebody else's, with a comment of theirs."""
    document = docx.Document()
    document.add_heading("Orchard terms", 1)
    paragraph = document.add_paragraph("We may change these terms whenever we like.")
    document.add_comment(paragraph.runs, text="Too wide?", author="Jo Field", initials="JF")
    document.save(str(out))
    return out


def _change(source: Path, out: Path, part: str, change: Callable[[str], str]) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, change(data.decode()).encode() if name == part else data)
    out.write_bytes(made.getvalue())

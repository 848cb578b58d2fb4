"""`remove MATTER DOCUMENT`: hide a document, or remove it for good with every word of it."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.copies import copies_beside
from annotations.errors import MatterError
from ui.commands.command import Answer, Call
from ui.commands.matters import open_for_writing

if TYPE_CHECKING:
    from annotations.matter import OpenMatter
    from annotations.model import Document

__all__ = ["COMMAND"]


class Remove:
    """Take a document out of a matter."""

    help = "take a document out of a matter; --for-good leaves no word of it"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter, the document, and how far to go."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("document", metavar="DOCUMENT", help="file name or id")
        good = "its bytes, text, notes and their words in the list of changes too; nothing brings them back"
        parser.add_argument("--for-good", action="store_true", help=good)

    def run(self, call: Call) -> Answer:
        """Remove it, and name the copies beside the matter that may still have it. Raises MatterError."""
        path: Path = call.words.matter
        with open_for_writing(path, call) as matter:
            found = _document(matter, call.words.document)
            if call.words.for_good:
                matter.erase_document(found.uid)
            else:
                matter.remove_document(found.uid)
        beside = [copy.name for copy in copies_beside(path)] if call.words.for_good else []
        values = {"removed": found.uid, "for_good": call.words.for_good, "copies": beside}
        return Answer(values, tuple(_lines(call, found.latest.file_name, beside)))


def _document(matter: OpenMatter, name: str) -> Document:
    """Return a document of the matter, or one that is hidden already."""
    try:
        return matter.document(name)
    except MatterError:
        hidden = [d for d in matter.removed_documents() if name in (d.uid, *(v.file_name for v in d.versions))]
        if len(hidden) != 1:
            raise
        return hidden[0]


def _lines(call: Call, name: str, beside: list[str]) -> list[str]:
    if not call.words.for_good:
        return [call.say(f"{name} is hidden; it is still in the file.", f"{name} 已隐藏，内容仍保存在项目文件中。")]
    lines = [call.say(f"{name} was removed for good.", f"{name} 已彻底删除。")]
    if beside:
        names = ", ".join(beside)
        lines.append(call.say(f"Copies that may still have it: {names}", f"可能仍含有其内容的副本：{names}"))
    return lines


COMMAND = Remove()

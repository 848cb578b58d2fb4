"""`compare MATTER DOCUMENT` or `compare OLD NEW`: what changed from one version of a policy to another."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotations.errors import MatterError
from annotations.matter import OpenMatter
from annotations.model import Document, Version
from documents.comparing.comparison import compare_policies
from documents.comparing.model import Category, Comparison
from documents.model import PolicyDocument
from documents.picture_bytes import PictureFile
from export.errors import ExportError
from export.redline.tracked_file import pictures_of, tracked_file
from export.whole_file import write_whole
from export.word.new_package import FileFacts
from ui.commands.command import Answer, Call
from ui.commands.compare_lines import head, lines, values
from ui.commands.export_place import refuse_suffix
from ui.commands.files import declare_reading, read_named
from ui.commands.matters import open_for_reading
from ui.places import MATTER_SUFFIX
from ui.received import Came

__all__ = ["COMMAND", "Compared", "compared"]


@dataclass(frozen=True)
class Compared:
    """One of two things to compare: what it is called, its number in the matter (0 for a file), what it says.

    `original` are the bytes it was read from.
    """

    name: str
    policy: PolicyDocument
    version: int = 0
    original: bytes = b""


class Compare:
    """List what changed between two versions in a matter, or between two files."""

    help = "list what changed between two versions of a document, or two files"

    def declare(self, parser: ArgumentParser) -> None:
        """Take a matter and its document, or two files."""
        parser.add_argument("first", type=Path, metavar="MATTER|OLD", help="a matter, or the older file")
        parser.add_argument("second", nargs="?", default="", metavar="DOCUMENT|NEW", help="or the newer file")
        parser.add_argument("--from", dest="older", default="", metavar="V", help="number or label; the last but one")
        parser.add_argument("--to", dest="newer", default="", metavar="V", help="number or label; the last")
        parser.add_argument(
            "--only", action="append", default=[], choices=[one.value for one in Category], help="changes of this sort"
        )
        parser.add_argument("--all", action="store_true", help="other numbers of clauses and punctuation too")
        parser.add_argument(
            "--out", type=Path, metavar="FILE.docx", help="write both as one Word file, changes tracked"
        )
        declare_reading(parser)

    def run(self, call: Call) -> Answer:
        """List the changes, and write them if asked. Raises ExportError, MatterError, UnreadableDocument."""
        old, new = compared(call)
        found = compare_policies(old.policy, new.policy, call.language)
        files = [] if call.words.out is None else [_written(call, (old, new), found)]
        told = values(_told(old), _told(new), found)
        return Answer(
            {**told, "files": [str(file) for file in files]}, (*_lines(call, (old, new), found), *map(str, files))
        )


def compared(call: Call) -> tuple[Compared, Compared]:
    """Return the older and the newer of what was named. Raises MatterError, UnreadableDocument."""
    words = call.words
    if words.first.suffix.lower() != MATTER_SUFFIX:
        if not words.second:
            raise MatterError("no_second_file")
        files = read_named(call, [words.first, Path(words.second)], Came())
        old, new = files
        return Compared(old.name, old.policy, 0, old.data), Compared(new.name, new.policy, 0, new.data)
    with open_for_reading(words.first, call) as matter:
        document = matter.document(words.second)
        newer = _version(document, words.newer, document.versions[-1:])
        earlier = [one for one in document.versions if one.number < newer.number]
        older = _version(document, words.older, earlier[-1:])
        return _of_matter(matter, older), _of_matter(matter, newer)


def _of_matter(matter: OpenMatter, version: Version) -> Compared:
    return Compared(version.file_name, matter.policy(version.uid), version.number, matter.original(version.uid))


def _version(document: Document, name: str, otherwise: Sequence[Version]) -> Version:
    """Return a version by its number or label. Raises MatterError for none."""
    found = [one for one in document.versions if name in (str(one.number), one.label)] if name else otherwise
    if not found:
        known = ", ".join(str(one.number) for one in document.versions)
        raise MatterError("no_version" if name else "one_version", name=name, document=document.title, versions=known)
    return found[0]


def _written(call: Call, both: tuple[Compared, Compared], found: Comparison) -> Path:
    """Write the comparison as a Word file with recorded changes. Raises ExportError."""
    out: Path = call.words.out
    refuse_suffix(out, (".docx",))
    if out.is_file() and out.read_bytes() in [one.original for one in both]:
        raise ExportError("own_original", name=out.name)
    old, new = (PictureFile(one.original, one.policy.format) for one in both)
    facts = FileFacts(both[1].policy.title, call.reviewer.name, call.clock(), both[1].policy.language)
    write_whole(out, tracked_file(found, facts, pictures_of(old.bytes_of, new.bytes_of)))
    return out


def _told(one: Compared) -> dict[str, object]:
    return {"file": one.name, "version": one.version or None, "title": one.policy.title}


def _lines(call: Call, both: tuple[Compared, Compared], found: Comparison) -> Sequence[str]:
    wanted = {Category(one) for one in call.words.only}
    shown = [one for one in found.changes if wanted.intersection(one.categories) or not wanted]
    if not wanted and not call.words.all:
        shown = [one for one in shown if not one.folded]
    names = tuple(f"{one.name} ({one.version})" if one.version else one.name for one in both)
    return (head(call, names, found, len(shown)), *lines(call, found, shown))


COMMAND = Compare()

"""`add MATTER FILE...`: documents into a matter, which is made if it is new."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from annotations.matter import OpenMatter
from annotations.model import Document
from ui.commands.command import Answer, Call, moment
from ui.commands.files import declare_reading, read_named
from ui.commands.matters import create_or_open
from ui.opening import ReadFile
from ui.received import Came

__all__ = ["COMMAND"]


class Add:
    """Put policies into a matter file."""

    help = "put policies into a matter (made if new)"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter and the files."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
        declare_reading(parser)
        parser.add_argument("--received-from", default="", metavar="WHO", help="who the files came from")
        parser.add_argument("--received-on", type=moment, default=None, metavar="ISO8601", help="when, if not now")
        parser.add_argument("--received-how", default="", metavar="HOW", help="how they came")

    def run(self, call: Call) -> Answer:
        """Read every file before the first is kept, so that a fault leaves the matter as it was."""
        words = call.words
        came = Came(words.received_from, words.received_how, words.received_on)
        files = read_named(call, words.files, came)
        with create_or_open(words.matter, call) as matter:
            documents = [_kept(matter, file) for file in files]
        return Answer(
            {"documents": [_values(document) for document in documents]},
            tuple(_line(call, document) for document in documents),
        )


def _kept(matter: OpenMatter, file: ReadFile) -> Document:
    return matter.add_document(file.policy, file.data, file.name, **file.for_keeping)


def _values(document: Document) -> dict[str, object]:
    version = document.latest
    return {"id": document.uid, "file": version.file_name, "version": version.number, "title": document.title}


def _line(call: Call, document: Document) -> str:
    name = document.latest.file_name
    return call.say(f"Added {name}: {document.title}", f"已加入 {name}：{document.title}")


COMMAND = Add()

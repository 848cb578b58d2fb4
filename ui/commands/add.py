"""`add MATTER FILE...`: documents into a matter, which is made if it is new."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from annotations.model import Document
from documents.reader import open_document, read_bytes
from ui.commands.command import Answer, Call, moment
from ui.commands.matters import create_or_open

__all__ = ["COMMAND"]


class Add:
    """Put policies into a matter file."""

    help = "put policies into a matter (made if new)"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter and the files."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
        parser.add_argument("--encoding", default="", help="read plain text in this encoding")
        parser.add_argument("--received-from", default="", metavar="WHO", help="who the files came from")
        parser.add_argument("--received-on", type=moment, default=None, metavar="ISO8601", help="when, if not now")
        parser.add_argument("--received-how", default="", metavar="HOW", help="how they came")

    def run(self, call: Call) -> Answer:
        """Read every file before the first is kept, so that a fault leaves the matter as it was."""
        files: list[Path] = call.words.files
        encoding: str = call.words.encoding
        contents = [(path.name, read_bytes(path)) for path in files]
        policies = [(name, data, open_document(data, name=name, encoding=encoding)) for name, data in contents]
        words = call.words
        came = {"received_from": words.received_from, "received_how": words.received_how, "received": words.received_on}
        with create_or_open(call.words.matter, call) as matter:
            documents = [matter.add_document(policy, data, name, **came) for name, data, policy in policies]
        return Answer(
            {"documents": [_values(document) for document in documents]},
            tuple(_line(call, document) for document in documents),
        )


def _values(document: Document) -> dict[str, object]:
    version = document.latest
    return {"id": document.uid, "file": version.file_name, "version": version.number, "title": document.title}


def _line(call: Call, document: Document) -> str:
    name = document.latest.file_name
    return call.say(f"Added {name}: {document.title}", f"已加入 {name}：{document.title}")


COMMAND = Add()

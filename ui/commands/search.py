"""`search MATTER WORDS`: where words stand, in the policies and in the notes."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from ui.commands.command import Answer, Call
from ui.commands.matters import open_for_reading

__all__ = ["COMMAND"]


class Search:
    """Find words in all documents and notes of a matter."""

    help = "find words in documents and notes"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter and the words, which are looked for as one phrase."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("phrase", nargs="+", metavar="WORDS")

    def run(self, call: Call) -> Answer:
        """Search without changing anything. Raises MatterError."""
        with open_for_reading(call.words.matter, call) as matter:
            hits = matter.search(" ".join(call.words.phrase))
        values = [
            {"document": hit.document, "note": hit.note, "start": hit.start, "end": hit.end, "context": hit.context}
            for hit in hits
        ]
        lines = tuple(" ".join(hit.context.split()) for hit in hits)
        return Answer({"hits": values}, lines or (call.say("Nothing found.", "没有找到。"),))


COMMAND = Search()

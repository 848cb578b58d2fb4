"""`carry MATTER DOCUMENT NEWFILE`: a new version of a document, and what became of each note."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path

from annotations.carry import CarriedNote
from annotations.following_sentences import ALERTS, STATES
from annotations.matter import OpenMatter
from annotations.model import Document, Note
from documents.errors import sentence
from ui.commands.command import Answer, Call, moment
from ui.commands.files import declare_reading, read_named
from ui.commands.matters import open_for_writing
from ui.received import Came

__all__ = ["COMMAND"]


class Carry:
    """Take in the next version of a document and bring its notes along."""

    help = "put the next version of a document into a matter, its notes with it"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter, the document and the file of its new version."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("document", metavar="DOCUMENT", help="its file's own name, its title or its id")
        parser.add_argument("file", type=Path, metavar="NEWFILE")
        declare_reading(parser)
        parser.add_argument("--received-from", default="", metavar="WHO", help="who the file came from")
        parser.add_argument("--received-on", type=moment, default=None, metavar="ISO8601", help="when, if not now")
        parser.add_argument("--received-how", default="", metavar="HOW", help="how it came")

    def run(self, call: Call) -> Answer:
        """Keep the version and its notes' places as one step. Raises MatterError, UnreadableDocument."""
        words = call.words
        came = Came(words.received_from, words.received_how, words.received_on)
        (file,) = read_named(call, [words.file], came)
        with open_for_writing(words.matter, call) as matter:
            before = {note.uid: note for note in matter.notes()}
            document, carried = matter.add_version(
                words.document,
                file.policy,
                file.data,
                file.name,
                **file.for_keeping,
            )
            known = _known(matter, document)
        return Answer(
            {"notes": [_values(before[one.note], one) for one in carried]},
            (_head(call, document, carried), *(_line(call, known[one.note], one) for one in carried)),
        )


def _known(matter: OpenMatter, document: Document) -> Mapping[str, Note]:
    return {note.uid: note for note in matter.notes(document.uid)}


def _values(note: Note, told: CarriedNote) -> dict[str, object]:
    return {
        "id": note.source_id or note.uid,
        "state": told.state.value,
        "alerts": list(told.alerts),
        "anchors": [{"start": one.start, "end": one.end, "exact": one.exact} for one in told.places],
    }


def _head(call: Call, document: Document, carried: tuple[CarriedNote, ...]) -> str:
    number = document.latest.number
    return call.say(
        f"{document.title}: version {number}, {len(carried)} notes carried.",
        f"{document.title}：第 {number} 版，沿用批注 {len(carried)} 条。",
    )


def _line(call: Call, note: Note, told: CarriedNote) -> str:
    """Return what became of a note: "#4 Recipients: edited (a number changed)"."""
    language = call.language
    state = sentence(STATES, told.state.value, {}, language)
    alerts = [sentence(ALERTS, code, {}, language) for code in told.alerts]
    name = f"#{note.number} {note.title}".strip()
    if language == "zh":
        return f"{name}：{state}" + (f"（{'、'.join(alerts)}）" if alerts else "")
    return f"{name}: {state}" + (f" ({', '.join(alerts)})" if alerts else "")


COMMAND = Carry()

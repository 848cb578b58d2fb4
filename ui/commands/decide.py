"""`decide MATTER`: what merged copies left to decide, decided with a reason; without a choice it is listed."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.deciding import said_by
from annotations.errors import MatterError
from annotations.model import Severity
from ui.commands.command import Answer, Call
from ui.commands.matters import open_for_reading, open_for_writing
from ui.commands.names import names_of, undecided_lines, undecided_values

if TYPE_CHECKING:
    from annotations.doubles import Double
    from annotations.matter import OpenMatter
    from annotations.model import Note
    from annotations.undecided import Conflict

__all__ = ["COMMAND"]

_KEEPS = ("shown", "other", "mine", "theirs", "both")


class Decide:
    """Decide a field, two notes on the same words, or how they rate the risk."""

    help = "decide what merged copies say differently; without a choice, list it"

    def declare(self, parser: ArgumentParser) -> None:
        """Take what is to be decided, how, and why."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("--note", default="", metavar="N", help="a note, by its number or id")
        parser.add_argument("--field", default="", help="a field of it; without one, all of its fields")
        parser.add_argument("--keep", choices=_KEEPS, default="", help="whose words; both: as two notes")
        parser.add_argument("--value", default=None, help="other words for the field")
        parser.add_argument("--join", default="", metavar="N", help="put this note on the same words into --note")
        parser.add_argument("--apart", default="", metavar="N", help="let this note and --note stay two")
        parser.add_argument("--rate", choices=(*Severity, "differ"), default="", help="rate all notes on its words so")
        parser.add_argument("--why", default="", help="the reason, which is kept")

    def run(self, call: Call) -> Answer:
        """Decide as one step, or list what there is. Raises MatterError."""
        words = call.words
        if not any((words.keep, words.value is not None, words.join, words.apart, words.rate)):
            with open_for_reading(words.matter, call) as matter:
                return _listed(call, matter)
        with open_for_writing(words.matter, call) as matter:
            self._decide(call, matter)
            return _listed(call, matter)

    def _decide(self, call: Call, matter: OpenMatter) -> None:
        words = call.words
        if words.join:
            matter.join(_note(matter, words.note).uid, _note(matter, words.join).uid, words.why)
        elif words.apart:
            matter.keep_apart(_double(matter, words.note, words.apart), words.why)
        elif words.rate:
            _rate(matter, words.note, words.rate, words.why)
        elif words.keep == "both":
            matter.keep_both(_note(matter, words.note).uid, words.why)
        else:
            found = _asked(matter, call)
            given = None if words.value is None else said_by(words.value, found)
            matter.decide_so([(one, _value(one, words.keep) if given is None else given) for one in found], words.why)


def _listed(call: Call, matter: OpenMatter) -> Answer:
    left = matter.undecided()
    done = call.say("Nothing is left to decide.", "没有待定事项。")
    return Answer(undecided_values(left), tuple(undecided_lines(call, left, names_of(matter))) or (done,))


def _note(matter: OpenMatter, name: str) -> Note:
    """Return the note that a number, its id or the id it was imported with names. Raises MatterError "no_note"."""
    for note in matter.notes():
        if name in (note.uid, str(note.number), f"#{note.number}", note.source_id):
            return note
    raise MatterError("no_note")


def _asked(matter: OpenMatter, call: Call) -> Sequence[Conflict]:
    """Return the conflicts that are meant; a note that is taken away is named by its id. Raises MatterError."""
    name, field = call.words.note, call.words.field
    known = {note.uid: (str(note.number), f"#{note.number}", note.source_id) for note in matter.notes()}
    found = [
        one
        for one in matter.undecided().conflicts
        if (not name or name == one.note or name in known.get(one.note, ())) and field in ("", one.field)
    ]
    if not found:
        raise MatterError("nothing_to_decide")
    return found


def _value(one: Conflict, keep: str) -> object:
    """Return what one side says of a field."""
    if keep in ("mine", "theirs"):
        return next((claim.value for claim in one.claims if claim.here == (keep == "mine")), one.shown.value)
    return one.claims[1].value if keep == "other" else one.shown.value


def _double(matter: OpenMatter, one: str, other: str) -> Double:
    """Return the pair that two notes are. Raises MatterError."""
    wanted, left = {_note(matter, one).uid, _note(matter, other).uid}, matter.undecided()
    for double in (*left.doubles, *left.severities):
        if {double.first.uid, double.second.uid} == wanted:
            return double
    raise MatterError("nothing_to_decide")


def _rate(matter: OpenMatter, name: str, severity: str, why: str) -> None:
    """Rate all notes on the words of one alike, or let them differ. Raises MatterError."""
    uid = _note(matter, name).uid
    pairs = [one for one in matter.undecided().severities if uid in (one.first.uid, one.second.uid)]
    if not pairs:
        raise MatterError("nothing_to_decide")
    matter.rate_all(pairs, None if severity == "differ" else Severity(severity), why)


COMMAND = Decide()

"""`register MATTER`: what was sent, when, to whom, with the fingerprint of each file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.register import as_csv, minute
from export.whole_file import write_whole
from ui.commands.command import Answer, Call
from ui.commands.matters import open_for_reading

if TYPE_CHECKING:
    from annotations.matter import OpenMatter
    from annotations.model import Sent

__all__ = ["COMMAND"]


class Register:
    """List the register of what was sent, or write it as a table."""

    help = "list what was sent, to whom and when"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter, and the table to write."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("--csv", type=Path, default=None, metavar="FILE", help="write it as a table too")

    def run(self, call: Call) -> Answer:
        """Tell each line. Raises MatterError."""
        with open_for_reading(call.words.matter, call) as matter:
            register = matter.register()
            names = version_names(matter)
        if call.words.csv is not None:
            write_whole(call.words.csv, as_csv(register, lambda uid: names.get(uid, uid), call.speak))
        nothing = call.say("Nothing was sent yet.", "尚无发出记录。")
        values = {"sent": [_values(one, names) for one in register]}
        return Answer(values, tuple(_line(one) for one in register) or (nothing,))


def version_names(matter: OpenMatter) -> dict[str, str]:
    """Return what the versions of a matter are called, by uid: file name and number."""
    return {
        version.uid: f"{version.file_name} ({version.number})" if len(document.versions) > 1 else version.file_name
        for document in (*matter.documents(), *matter.removed_documents())
        for version in document.versions
    }


def _values(one: Sent, names: dict[str, str]) -> dict[str, object]:
    told = ("product", "file_name", "sha256", "profile", "language", "sent_by", "sent_to")
    versions = [{"id": uid, "name": names.get(uid, "")} for uid in one.versions]
    return {"id": one.uid, "sent": one.sent.isoformat(), **{n: getattr(one, n) for n in told}, "versions": versions}


def _line(one: Sent) -> str:
    whom = f" → {one.sent_to}" if one.sent_to else ""
    return f"{minute(one.sent)}  {one.file_name}  [{one.product}, {one.profile}]{whom}  {one.sha256[:16]}"


COMMAND = Register()

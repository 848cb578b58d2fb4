"""`close MATTER DIR`: everything of a matter in one folder, with the fingerprint of every file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from export.archive.closing import Closing, close_matter
from ui.commands.command import Answer, Call
from ui.commands.matters import open_for_reading

__all__ = ["COMMAND"]


class Close:
    """Close a matter into a folder; the matter itself stays where it is."""

    help = "put a matter into one folder: originals, exports, audit trail, notes, hashes"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter, the folder to make, and where exports were written."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("folder", type=Path, metavar="DIR", help="new or empty")
        where = "a folder in which exports were written, beside the matter's own; may be given several times"
        parser.add_argument("--exports", action="append", default=[], type=Path, metavar="DIR", help=where)

    def run(self, call: Call) -> Answer:
        """Write the folder whole or not at all. Raises MatterError and ExportError."""
        path: Path = call.words.matter
        with open_for_reading(path, call) as matter:
            places = (path.parent, *call.words.exports)
            how = Closing(now=call.clock(), who=call.reviewer.name, language=call.speak, places=places)
            closed = close_matter(matter, call.words.folder, how)
        missing = [one.file_name for one in closed.missing]
        lines = [
            call.say(
                f"{len(closed.files)} files in {closed.folder}",
                f"已归档：{closed.folder}，共 {len(closed.files)} 个文件",
            )
        ]
        lines += [call.say(f"Sent, but not found any more: {name}", f"已发出但未找到：{name}") for name in missing]
        return Answer({"folder": str(closed.folder), "files": list(closed.files), "missing": missing}, tuple(lines))


COMMAND = Close()

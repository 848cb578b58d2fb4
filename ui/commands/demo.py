"""`demo DIR`: a sample matter, its annotated Word file and its memo, made in a folder."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from annotations.interchange import read_notes
from annotations.matter import OpenMatter
from documents.reader import open_document
from export.run import ExportOptions, export
from ui.commands.command import Answer, Call
from ui.commands.matters import create_or_open
from ui.commands.samples import sample_notes, sample_policy
from ui.places import free_name

__all__ = ["COMMAND", "fill_with_sample"]

_NAMES = {
    "en": ("Harbour Notes.clausemark", "Harbour Notes - annotated.docx", "Harbour Notes - review memo.docx"),
    "zh": ("云杉记账.clausemark", "云杉记账-批注稿.docx", "云杉记账-合规审查备忘录.docx"),
}


def fill_with_sample(matter: OpenMatter, language: str) -> None:
    """Put the sample policy and its review into an empty matter."""
    name, data = sample_policy(language)
    document = matter.add_document(open_document(data, name=name), data, name)
    matter.import_notes(document.uid, read_notes(sample_notes(language), language))


class Demo:
    """Show the whole job on a sample."""

    help = "make a sample matter, its annotated Word file and its memo in a folder"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the folder, made if it is not there."""
        parser.add_argument("folder", type=Path, metavar="DIR")

    def run(self, call: Call) -> Answer:
        """Make the three files beside those of an earlier demo, which stay. Raises MatterError and ExportError."""
        folder: Path = call.words.folder
        folder.mkdir(parents=True, exist_ok=True)
        language = "zh" if call.speak.startswith("zh") else "en"
        path, annotated, memo = (free_name(folder / name) for name in _NAMES[language])
        options = ExportOptions(profile="client", language=language, reviewer=call.reviewer, now=call.clock())
        with create_or_open(path, call) as matter:
            fill_with_sample(matter, language)
            for out, kind in ((annotated, "word"), (memo, "memo")):
                matter.record_sent(**export(matter, out, kind, options).sent)
        files = [str(item) for item in (path, annotated, memo)]
        return Answer({"files": files}, tuple(files))


COMMAND = Demo()

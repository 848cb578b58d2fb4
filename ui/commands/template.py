"""`template new OUT` and `template check FILE`: a firm's own Word file for memo and gap report."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from documents.errors import sentence
from export.templating.checking import checked
from export.templating.opening import open_template
from export.templating.problems import REMARKS, TemplateFault
from export.templating.starting import starting_template
from export.whole_file import write_whole
from ui.commands.command import Answer, Call
from ui.commands.export_place import refuse_suffix

__all__ = ["COMMAND"]


class TemplateCommand:
    """Make a template to start from, or look one through before it is used."""

    help = "make a starting template with every field, or check a firm's own"

    def declare(self, parser: ArgumentParser) -> None:
        """Take what to do and the file."""
        parser.add_argument("what", choices=("new", "check"), help="new: write a template; check: look one through")
        parser.add_argument("file", type=Path, metavar="FILE", help="the .docx to write, or the template to check")

    def run(self, call: Call) -> Answer:
        """Do it. Raises ExportError."""
        return _new(call) if call.words.what == "new" else _check(call)


def _new(call: Call) -> Answer:
    out: Path = call.words.file
    if out.exists():
        raise TemplateFault("template_exists", name=out.name)
    refuse_suffix(out, (".docx",))
    language = "zh" if call.speak.startswith("zh") else "en"
    write_whole(out, starting_template(language, call.clock()))
    return Answer({"files": [str(out)]}, (str(out),))


def _check(call: Call) -> Answer:
    """Say each problem on a line; a template without any says which fields it found."""
    found = checked(open_template(call.words.file))
    problems = [problem.sentence(call.speak) for problem in found.problems]
    remarks = [sentence(REMARKS, code, {}, call.speak) for code in found.template.remarks]
    values = {"ok": not problems, "problems": problems, "fields": list(found.fields), "remarks": remarks}
    named = ", ".join(found.fields)
    fine = call.say(f"The template can be used. Fields: {named}.", f"模板可以使用。字段：{named}。")
    lines = [*(problems or [fine]), *remarks]
    return Answer(values, tuple(lines), must_act=bool(problems))


COMMAND = TemplateCommand()

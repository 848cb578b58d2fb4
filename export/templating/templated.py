"""A memo or gap report in a firm's own Word file: the writer that takes the place of the product's own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from export.report_of_job import report_of
from export.templating.checking import usable
from export.templating.filling import filled
from export.templating.opening import open_template
from export.templating.problems import TemplateFault
from export.told import to_tell
from export.writer import ExportJob, Written

__all__ = ["TemplatedReport", "templated"]

_KINDS: Final = ("memo", "gap")


@dataclass(frozen=True, slots=True)
class TemplatedReport:
    """`--as memo --template FILE`: the firm's file with the report in its fields."""

    kind: str
    template: Path
    suffix: str = ".docx"
    many: bool = True

    def write(self, job: ExportJob) -> Written:
        """Return the filled template. Raises TemplateFault before anything is made of a template with a problem."""
        template = usable(open_template(self.template))
        report = report_of(job)
        return Written(filled(template, report, self.kind), report.left_out, to_tell(report))


def templated(kind: str, template: Path, out: Path) -> TemplatedReport:
    """Return the writer for a template. Raises TemplateFault for a product that has none, or one written over it."""
    if kind not in _KINDS:
        raise TemplateFault("template_kind")
    if out.is_file() and template.is_file() and out.samefile(template):
        raise TemplateFault("own_template", name=out.name)
    return TemplatedReport(kind, template)

"""What a filled template says of itself: the report's title, reviewer and time; nothing of who made the template."""

from __future__ import annotations

from typing import Final

from export.memo.markup import clean
from export.report import Report
from export.word.new_package import FileFacts, core_properties
from export.word.out_package import OutPackage

__all__ = ["signed"]

_KIND: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"


def signed(package: OutPackage, report: Report, title: str) -> None:
    """Write the core properties of a package anew, as the memo's are written."""
    author = clean(report.heading.reviewer or report.heading.firm).strip()
    facts = FileFacts(title, author, report.made, report.language)
    part = package.related("", "core-properties")
    package.set(part or "docProps/core.xml", core_properties(facts), _TYPE)
    if part is None:
        package.relate("", _KIND, "docProps/core.xml")

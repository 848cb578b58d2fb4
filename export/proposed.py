"""What a report says that no person wrote: our proposals, and blanks that wait for a person. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from export.conclusion import own_conclusion

if TYPE_CHECKING:
    from annotations.model import Matter
    from export.report import Report

__all__ = ["proposed_in"]


def proposed_in(report: Report, matter: Matter) -> tuple[str, ...]:
    """Return the fields of the matter that are empty and stand in the report all the same, as it reads them."""
    empty = {
        "conclusion": bool(report.conclusion) and not own_conclusion(matter, report.language),
        "law_as_of": bool(report.law_as_of) and not matter.law_as_of.strip(),
        "addressee": not (matter.addressee.strip() or matter.client.strip()),
    }
    return tuple(name for name, lacks in empty.items() if lacks)

"""What a person should decide before a file goes out: whose name it bears, and what the program proposed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from export.proposed import proposed_in
from ui.dialogs.export_findings import Part
from ui.dialogs.export_products import REPORTS

if TYPE_CHECKING:
    from ui.dialogs.export_form import ExportForm
    from ui.foreseeing import Foreseen
    from ui.session import Session

__all__ = ["NAME", "proposals", "unnamed"]

NAME = "name"
"""Where the reviewer's name is written: the form's own field. Other links name a field of the matter."""


def unnamed(form: ExportForm) -> tuple[Part, ...]:
    """Return that nobody has said whose name the file bears; nothing where somebody has."""
    translate = QCoreApplication.translate
    words = form.unnamed
    return (Part(translate("ToDecide", "To be decided"), (words,), alert=True, links=(NAME,)),) if words else ()


def proposals(session: Session, foreseen: Foreseen) -> tuple[Part, ...]:
    """Return what a report says that the program proposed, and what stands blank in it."""
    translate = QCoreApplication.translate
    if session.matter is None or foreseen.kind not in REPORTS:
        return ()
    sentences = {
        "conclusion": translate("ToDecide", "The conclusion is the program's proposal, drawn from the notes."),
        "law_as_of": translate("ToDecide", "“Law as of” is empty: the file says the day of its making."),
        "addressee": translate("ToDecide", "Neither client nor addressee is named: the file leaves a blank."),
    }
    names = proposed_in(foreseen.report, session.matter.matter())
    head = translate("ToDecide", "To look at: nobody wrote this")
    return (Part(head, tuple(sentences[name] for name in names), look=True, links=names),) if names else ()

"""The fields of a note as the open card shows them: their order, their room, their names."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from annotations.model import Note

__all__ = ["FIELDS", "ONE_LINE", "Field", "field_label", "first_field"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name in a note, the lines it shows at least and at most, whether it waits behind `More`."""

    name: str
    least: int
    most: int
    more: bool = False


FIELDS = (
    Field("title", 1, 3),
    Field("issue", 2, 12),
    Field("legal_basis", 1, 1),
    Field("recommendation", 1, 10),
    Field("proposed_wording", 2, 10),
    Field("category", 1, 1, more=True),
    Field("consequence", 1, 8, more=True),
    Field("question", 1, 8, more=True),
    Field("private_remark", 1, 8),
    Field("owner", 1, 1, more=True),
    Field("due", 1, 1, more=True),
)
ONE_LINE = ("title", "owner", "due", "category")


def field_label(name: str) -> str:
    """Return the field's name in the interface's language."""
    translate = QCoreApplication.translate
    return {
        "title": translate("CardEditor", "Title"),
        "issue": translate("CardEditor", "Issue"),
        "legal_basis": translate("CardEditor", "Legal basis"),
        "recommendation": translate("CardEditor", "Recommendation"),
        "proposed_wording": translate("CardEditor", "Proposed wording"),
        "private_remark": translate("CardEditor", "Private remark"),
        "consequence": translate("CardEditor", "Consequence"),
        "question": translate("CardEditor", "Question to the client"),
        "owner": translate("CardEditor", "Owner"),
        "due": translate("CardEditor", "Due"),
        "category": translate("CardEditor", "Category"),
    }[name]


def first_field(note: Note) -> str:
    """Return where writing begins when a card is opened: in the title of an empty one, else in the issue."""
    return "issue" if any(getattr(note, field.name) for field in FIELDS) else "title"

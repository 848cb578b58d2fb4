"""What the commands about the matter as a whole are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

__all__ = ["matter_words"]


def matter_words() -> dict[str, str]:
    """Return the words of every such command by its name, in the interface's language."""
    translate = QCoreApplication.translate
    return {
        "documents": translate("Actions", "Documents of this matter…"),
        "details": translate("Actions", "Details of this matter…"),
        "register": translate("Actions", "Register of what was sent…"),
        "send_part": translate("Actions", "Send for review…"),
        "merge": translate("Actions", "Merge other copies…"),
        "undecided": translate("Actions", "Left to decide between reviewers…"),
        "show_in_folder": translate("Actions", "Show matter in its folder"),
        "save_copy": translate("Actions", "Save a copy of the matter…"),
        "archive": translate("Actions", "Close matter into a folder…"),
        "remove_document": translate("Actions", "Take this document out…"),
        "new_version": translate("Actions", "New version of this document…"),
        "carry_review": translate("Actions", "Review what was carried over"),
        "place_carried": translate("Actions", "Place the carried note at the selection"),
        "versions": translate("Actions", "Versions of this document…"),
        "compare": translate("Actions", "Compare versions…"),
        "word_history": translate("Actions", "When did these words appear?"),
        "side_by_side": translate("Actions", "Side by side"),
        "bilingual": translate("Actions", "Bilingual side by side"),
        "discreet": translate("Actions", "Discreet mode"),
        "keep_recent": translate("Actions", "Remember recent matters"),
        "empty_recent": translate("Actions", "Empty the list of recent matters"),
    }

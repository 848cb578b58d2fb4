"""What goes into a review package and what stays, said in words before anything is written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotations.package_making import Chosen

__all__ = ["going_words", "staying_words"]


def going_words(chosen: Chosen, profile: str) -> str:
    """Return what goes: the document as it is now and so many notes, with what such readers see of them."""
    translate = QCoreApplication.translate
    count, name = len(chosen.notes), chosen.document.latest.file_name
    if chosen.kept_in and not count:
        return translate("Package", "None of these notes may go to such readers.")
    words = translate("Package", "In the file: “{name}” as it is now, and notes: {count}.")
    told = [words.format(name=name, count=count)]
    if count:
        told.append({
            "internal": translate("Package", "Every field but the private remark, and the replies."),
            "client": translate("Package", "The fields a client may see, and the replies written for them."),
            "outside": translate("Package", "Title, legal basis, proposed wording and question alone, and no names."),
        }[profile])  # fmt: skip
    return " ".join(told)


def staying_words(chosen: Chosen) -> list[str]:
    """Return what stays, with counts; that earlier wordings stay is said in any case."""
    translate = QCoreApplication.translate
    counted = (
        (chosen.kept_in, translate("Package", "chosen notes that may not go to such readers: {count}")),
        (chosen.unchosen, translate("Package", "other notes on this document: {count}")),
        (chosen.documents, translate("Package", "other documents: {count}")),
        (chosen.elsewhere, translate("Package", "notes on them: {count}")),
        (chosen.versions, translate("Package", "older versions: {count}")),
        (chosen.answers, translate("Package", "notes with replies for others alone: {count}")),
        (chosen.remarks, translate("Package", "private remarks: {count}")),
    )
    told = []
    for of, words in counted:
        count = of if isinstance(of, int) else len(of)
        told += [words.format(count=count)] if count else []
    always = translate("Package", "what fields said before, drafts, and the details of the matter")
    stays = translate("Package", "Left out: {what}.")
    return [stays.format(what=translate("Package", "; ").join([*told, always]))]

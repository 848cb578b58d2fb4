"""What the differences of a bilingual pair are called, in the interface's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from documents.bilingual.model import Bilingual, DifferenceKind, LanguageDifference, Side

__all__ = ["kind_words", "note_words", "place_words", "shortened"]

_LONGEST = 160


def kind_words(kind: DifferenceKind) -> str:
    """Return what a kind of difference is called."""
    translate = QCoreApplication.translate
    return {
        DifferenceKind.ONLY: translate("Bilingual", "In one language only"),
        DifferenceKind.NUMBER: translate("Bilingual", "Number"),
        DifferenceKind.DATE: translate("Bilingual", "Date"),
        DifferenceKind.AMOUNT: translate("Bilingual", "Amount"),
        DifferenceKind.CONTACT: translate("Bilingual", "Address"),
        DifferenceKind.TERM: translate("Bilingual", "Term"),
        DifferenceKind.NEGATION: translate("Bilingual", "Prohibition, to look at"),
        DifferenceKind.MODAL: translate("Bilingual", "Duty, to look at"),
        DifferenceKind.LENGTH: translate("Bilingual", "One says much more, to look at"),
    }[kind]


def place_words(one: LanguageDifference, here: Side) -> str:
    """Return the clause a difference is in, as this side cites it, else the other."""
    mine, other = (one.left_clause, one.right_clause)[:: 1 if here is Side.LEFT else -1]
    return mine or other


def shortened(pair: Bilingual, one: LanguageDifference, side: Side) -> str:
    """Return what one side says, on one line; a dash for nothing."""
    words = " ".join(one.of(side).of(pair.policy(side).text).split())
    return (words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…") or "—"


def note_words(pair: Bilingual, one: LanguageDifference, here: Side) -> tuple[str, str]:
    """Return the title and the issue of a note about a difference."""
    translate = QCoreApplication.translate
    title = translate("Bilingual", "The language versions differ: {kind}").format(kind=kind_words(one.kind))
    other = one.left_clause if here is Side.RIGHT else one.right_clause
    said = translate("Bilingual", "This version: {here}\nThe other version ({clause}): {there}")
    return title, said.format(
        here=shortened(pair, one, here), there=shortened(pair, one, here.other), clause=other or "—"
    )

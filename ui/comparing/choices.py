"""Which two versions are compared: two lists of all versions of the matter's documents."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from annotations.model import Document, Version
from ui.dialogs.export_choices import ArrowCombo
from ui.look import Look
from ui.session import Session

__all__ = ["Choices", "Chosen", "last_two"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A version of a document; `number` 0 where it is of another document than the other side."""

    document: str
    version: str
    number: int
    latest: bool


class Choices(QWidget):
    """Old first, new second; the versions of the shown document come first in both."""

    changed = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.old, self.new = ArrowCombo(look, self), ArrowCombo(look, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for words, combo in ((self.tr("From"), self.old), (self.tr("to"), self.new)):
            label = QLabel(words, self)
            label.setProperty("look", "second")
            label.setBuddy(combo)
            row.addWidget(label)
            row.addWidget(combo, 1)
            combo.activated.connect(lambda _at: self.changed.emit())
        self.old.setAccessibleName(self.tr("Old version"))
        self.new.setAccessibleName(self.tr("New version"))

    @property
    def pair(self) -> tuple[Chosen, Chosen] | None:
        """What is chosen, old and new."""
        old, new = self.old.currentData(), self.new.currentData()
        return (old, new) if isinstance(old, Chosen) and isinstance(new, Chosen) else None

    def versions(self) -> tuple[Version, Version] | None:
        """Return the two versions that are chosen, as the matter has them now."""
        known = {one.uid: one for document in self._session.documents() for one in document.versions}
        pair = self.pair
        if pair is None or any(one.version not in known for one in pair):
            return None
        return known[pair[0].version], known[pair[1].version]

    @property
    def names(self) -> tuple[str, str]:
        """What the two are called."""
        return self.old.currentText(), self.new.currentText()

    def fill(self, pair: tuple[Version, Version] | None = None) -> None:
        """List what the matter has now; choose two versions, else keep what is chosen."""
        standing = [one.currentData() for one in (self.old, self.new)]
        wanted = [one.uid for one in pair] if pair else [one.version if one else "" for one in standing]
        entries = list(self._entries())
        for combo, uid in zip((self.old, self.new), wanted, strict=True):
            combo.clear()
            for words, chosen in entries:
                combo.addItem(words, chosen)
            combo.setCurrentIndex(next((n for n, (_w, one) in enumerate(entries) if one.version == uid), -1))

    def _entries(self) -> list[tuple[str, Chosen]]:
        shown, documents = self._session.document, self._session.documents()
        uid = "" if shown is None else shown.uid
        ordered = sorted(documents, key=lambda document: document.uid != uid)
        return [
            (self._words(document, version, several=len(documents) > 1), _chosen(document, version))
            for document in ordered
            for version in document.versions
        ]

    def _words(self, document: Document, version: Version, *, several: bool) -> str:
        named = version.label or ("" if self._session.discreet else version.file_name)
        parts = [self.tr("Version {number}").format(number=version.number), f"{version.received:%Y-%m-%d}"]
        parts += [self._session.document_name(document)] if several else [named] if named else []
        return " · ".join(parts)


def last_two(document: Document, documents: tuple[Document, ...]) -> tuple[Version, Version] | None:
    """Return what is compared at first: a document's last two versions, else another document with this one."""
    if len(document.versions) > 1:
        return document.versions[-2], document.versions[-1]
    other = next((one for one in documents if one.uid != document.uid), None)
    return None if other is None else (other.latest, document.latest)


def _chosen(document: Document, version: Version) -> Chosen:
    return Chosen(document.uid, version.uid, version.number, version.uid == document.latest.uid)

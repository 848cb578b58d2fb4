"""Words looked for in all documents and notes of the matter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotations.matter import Hit
from ui.session import Session

__all__ = ["SearchDialog"]

_MOST = 500


class SearchDialog(QDialog):
    """Lists what is found; a click or Return goes there."""

    hit_chosen = Signal(str, str, int, int)

    def __init__(self, session: Session, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Search the whole matter"))
        self.resize(640, 480)
        self.field = QLineEdit(words, self)
        self.field.setAccessibleName(self.tr("Words to look for"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Hits"))
        self.list.setWordWrap(True)
        self.nothing = QLabel(self)
        self.nothing.setProperty("look", "hint")
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(8)
        box.addWidget(self.field)
        box.addWidget(self.nothing)
        box.addWidget(self.list, 1)
        self.field.returnPressed.connect(self.search)
        self.list.itemActivated.connect(self._chosen)
        self.list.itemClicked.connect(self._chosen)
        self.search()

    def search(self) -> None:
        """Look for the words."""
        self.list.clear()
        words = self.field.text().strip()
        hits = self._session.matter.search(words) if self._session.matter is not None and words else ()
        titles = {document.uid: document.title for document in self._session.documents()}
        for hit in hits[:_MOST]:
            item = QListWidgetItem(self._line(hit, titles))
            item.setData(Qt.ItemDataRole.UserRole, hit)
            self.list.addItem(item)
        self.nothing.setText(
            self.tr("{count} places").format(count=len(hits)) if hits else self.tr("Nothing found in this matter.")
        )

    def _line(self, hit: Hit, titles: dict[str, str]) -> str:
        where = titles.get(hit.document, "")
        kind = self.tr("Note") if hit.note else self.tr("Text")
        return f"{where} · {kind}\n{' '.join(hit.context.split())}"

    def _chosen(self, item: QListWidgetItem) -> None:
        hit = item.data(Qt.ItemDataRole.UserRole)
        self.hit_chosen.emit(hit.document, hit.note or "", hit.start, hit.end)
        self.accept()

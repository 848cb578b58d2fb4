"""The documents of a matter as tabs; not there at all while there is only one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from ui.look import Look
from ui.session import Session

__all__ = ["DocumentTabs"]


class DocumentTabs(QTabBar):
    """34 high; a click shows the document."""

    document_wanted = Signal(str)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._uids: list[str] = []
        self.set_look(look)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUsesScrollButtons(True)
        self.hide()
        self.tabBarClicked.connect(self._clicked)
        self.currentChanged.connect(self._clicked)
        session.documents_changed.connect(self.refresh)
        session.matter_changed.connect(self.refresh)
        session.names_changed.connect(self.refresh)
        session.document_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the documents as they are now."""
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        documents = self._session.documents()
        while self.count():
            self.removeTab(0)
        self._uids = [document.uid for document in documents]
        for document in documents:
            name = self._session.document_name(document)
            tab = self.addTab(name.replace("&", "&&"))
            self.setTabToolTip(tab, name if self._session.discreet else document.latest.file_name)
        shown = self._session.document
        if shown is not None and shown.uid in self._uids:
            self.setCurrentIndex(self._uids.index(shown.uid))
        self.blockSignals(blocked)
        self.setVisible(len(documents) > 1)

    def set_look(self, look: Look) -> None:
        """Grow with the letters."""
        self.setFixedHeight(look.px(34))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setAccessibleName(self.tr("Documents"))

    def _clicked(self, index: int) -> None:
        shown = self._session.document
        if 0 <= index < len(self._uids) and (shown is None or shown.uid != self._uids[index]):
            self.document_wanted.emit(self._uids[index])

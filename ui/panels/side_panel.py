"""A second policy beside the first: a row to choose its document by, and the same panel below it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui.beside import Beside
from ui.dialogs.export_choices import ArrowCombo
from ui.icons import icon
from ui.look import Look
from ui.panels.policy_panel import PolicyPanel

__all__ = ["SidePanel"]

_HEIGHT = 34


class SidePanel(QWidget):
    """Its own document, scrolling and selection; what is marked in it is a note like any other."""

    document_wanted = Signal(str, str)
    """A document, and which version of it; empty for the latest."""
    close_wanted = Signal()

    def __init__(self, session: Beside, policy: PolicyPanel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.policy = policy
        self.documents = ArrowCombo(look, self)
        self.shut = QToolButton(self)
        self.shut.setIconSize(QSize(16, 16))
        head = QWidget(self)
        head.setFixedHeight(_HEIGHT)
        head.setProperty("look", "panel")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 2, 8, 2)
        row.addWidget(self.documents, 1)
        row.addWidget(self.shut)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(policy, 1)
        self.documents.activated.connect(lambda at: self.document_wanted.emit(*self.documents.itemData(at)))
        self.shut.clicked.connect(self.close_wanted)
        for fact in (session.document_changed, session.documents_changed, session.names_changed):
            fact.connect(self.refresh)
        self.set_look(look)
        self.retranslate()

    def refresh(self) -> None:
        """List the documents as they are now."""
        self.documents.clear()
        for document in self._session.documents():
            name = self._session.document_name(document)
            self.documents.addItem(name, (document.uid, ""))
            for older in reversed(document.versions[:-1]):
                words = self.tr("{title} · version {number}").format(title=name, number=older.number)
                self.documents.addItem(words, (document.uid, older.uid))
        shown, version = self._session.document, self._session.shown_version
        looked_at = version.uid if version is not None and self._session.looking_back else ""
        known = [self.documents.itemData(row) for row in range(self.documents.count())]
        wanted = ("" if shown is None else shown.uid, looked_at)
        self.documents.setCurrentIndex(known.index(wanted) if wanted in known else -1)

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self.policy.set_look(look)
        self.documents.set_look(look)
        self.shut.setIcon(icon("x", look.theme.second, 16))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.policy.retranslate()
        self.documents.setAccessibleName(self.tr("Document beside"))
        self.shut.setAccessibleName(self.tr("Close the view beside"))
        self.shut.setToolTip(self.shut.accessibleName())

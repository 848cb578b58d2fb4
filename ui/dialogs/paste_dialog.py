"""Pasting a policy as a new document: how it will be read, line by line, and what of it is no policy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.dialog import Dialog
from ui.dialogs.foot_row import foot_row
from ui.errors import sentence_for
from ui.look import Look
from ui.models.pasted_lines import PastedLines
from ui.pasting import Clipping, Pasted, Reading, clipping_of, kept, read_clipping
from ui.tasks import Tasks

__all__ = ["PasteDialog"]


class PasteDialog(Dialog):
    """Reads the clipboard, shows its lines and lets them be struck. Nothing is written to disk here."""

    def __init__(self, tasks: Tasks, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._look = tasks, look
        self._clipping = Clipping()
        self._reading: Reading | None = None
        self.pasted: Pasted | None = None
        self._named = ""
        self._undecided = True  # a page that is only words is read as text, unless it is asked for
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Paste as new document"))
        self.resize(760, 640)
        self._make()
        self._lay_out()
        self._wire()
        self.take_clipboard()

    # -- wishes ------------------------------------------------------------------------------------------------------

    def take_clipboard(self) -> None:
        """Read what is on the clipboard now."""
        self._clipping = clipping_of(QGuiApplication.clipboard().mimeData())
        both = bool(self._clipping.html and self._clipping.text)
        self._undecided = True
        self.as_page.setVisible(both)
        self.as_text.setVisible(both)
        self._read(as_page=bool(self._clipping.html))

    @property
    def file_name(self) -> str:
        """What the document is called in the matter."""
        name = self.name.text().strip() or self.tr("Pasted policy")
        return name + (".html" if self._reading is not None and self._reading.as_page else ".txt")

    def how(self) -> str:
        """Say how the document came, for its version."""
        pasted = self.pasted
        if pasted is None:
            return ""
        parts = [self.tr("pasted as a web page") if pasted.as_page else self.tr("pasted as text")]
        if pasted.struck:
            parts.append(self.tr("lines struck out before it was kept: {count}").format(count=pasted.struck))
        if pasted.folded:
            parts.append(self.tr("stray spaces taken out"))
        if len(parts) > 1 or pasted.as_page:
            parts.append(self.tr("SHA-256 of what was pasted: {sha256}").format(sha256=pasted.sha256))
        return "; ".join(parts)

    def accept(self) -> None:
        """Make the file that is kept; a page is read once more, to be sure of what was struck."""
        reading, clipping = self._reading, self._clipping
        if reading is None:
            return
        struck, fold = self.model.struck, self.fold.isChecked()
        self.take.setEnabled(False)
        self._tasks.run(
            lambda _job: kept(clipping, reading, struck, fold=fold), self._kept, self._failed, owner=self, key="paste"
        )

    # -- inside ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste once more what has been copied since; Delete strikes the selected lines."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take_clipboard()
        elif event.matches(QKeySequence.StandardKey.Delete):
            rows = [index.row() for index in self.list.selectedIndexes()]
            self.model.strike(rows, struck=not all(map(self.model.is_struck, rows)))
        else:
            super().keyPressEvent(event)

    def _choose(self, *, as_page: bool) -> None:
        self._undecided = False
        self._read(as_page=as_page)

    def _read(self, *, as_page: bool) -> None:
        clipping = self._clipping
        self._reading = None
        self.model.show_lines(())
        if not clipping.html and not clipping.text.strip():
            self._tell(self.tr("There is nothing to paste. Copy the policy, then press Ctrl+V here."))
            return
        self._tell(self.tr("Reading…"))
        (self.as_page if as_page else self.as_text).setChecked(True)
        self._tasks.run(
            lambda _job: read_clipping(clipping, as_page=as_page), self._came, self._failed, owner=self, key="paste"
        )

    def _came(self, reading: Reading) -> None:
        if self._undecided and reading.as_page and not reading.structured and self._clipping.text.strip():
            self._undecided = False
            self._read(as_page=False)
            return
        self._reading = reading
        own = reading.name or self.tr("Pasted policy")
        if self.name.text() in ("", self._named):
            self.name.setText(own)
            self._named = own
        self.fold.setVisible(reading.stray_spaces)
        self.model.set_letters(self._look.serif(14, reading.policy.language), self._look.theme.third)
        self.model.show_lines(reading.lines)

    def _kept(self, pasted: Pasted | None) -> None:
        if pasted is None:
            self.take.setEnabled(True)
            self._tell(
                self.tr("These lines cannot be taken out of the web page. Keep them, or read it as plain text."),
                alert=True,
            )
            return
        self.pasted = pasted
        super().accept()

    def _failed(self, error: Exception) -> None:
        self.take.setEnabled(False)
        self._tell(sentence_for(error, self._look.language), alert=True)

    def _count(self) -> None:
        count = len(self.model.struck)
        self.take.setEnabled(self._reading is not None and self.model.any_kept)
        if self._reading is None:
            return
        words = self.tr("Untick a line to leave it out.")
        if count:
            words = self.tr("Struck out: {count}. Tick a line to keep it.").format(count=count)
        self._tell(words)

    def _tell(self, words: str, *, alert: bool = False) -> None:
        self.hint.setText(words)
        self.hint.setProperty("look", "alert" if alert else "second")
        self.hint.style().polish(self.hint)

    # -- putting it together -----------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the policy"))
        self.as_page = QRadioButton(self.tr("With headings, lists and tables"), self)
        self.as_text = QRadioButton(self.tr("As plain text"), self)
        self.fold = QCheckBox(self.tr("Take out stray spaces within Chinese sentences"), self)
        self.fold.setChecked(True)
        self.fold.hide()
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.model = PastedLines(self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Lines of the policy"))
        self.list.setModel(self.model)
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("look", "sheet")
        self.take = QPushButton(self.tr("Review this text"), self)
        self.take.setProperty("look", "strong")
        self.take.setDefault(True)

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(16)
        for button in (self.as_page, self.as_text):
            button.setAccessibleName(button.text())
            choice.addWidget(button)
        choice.addStretch(1)
        self.fold.setAccessibleName(self.fold.text())
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(8)
        box.addWidget(self._label(self.tr("Name")))
        box.addWidget(self.name)
        box.addSpacing(4)
        box.addWidget(self._label(self.tr("How it will be read")))
        box.addLayout(choice)
        box.addWidget(self.list, 1)
        box.addWidget(self.hint)
        box.addWidget(self.fold)
        box.addSpacing(8)
        box.addLayout(foot_row(self, self.take, QPushButton(self.tr("Cancel"), self)))

    def _wire(self) -> None:
        self.as_page.clicked.connect(lambda: self._choose(as_page=True))
        self.as_text.clicked.connect(lambda: self._choose(as_page=False))
        self.model.struck_changed.connect(self._count)

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("look", "head")
        return label

"""Choosing from what came in a mail or an archive: its cover on top, then the documents, to be ticked."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.dialog import Dialog
from ui.dialogs.foot_row import foot_row
from ui.labels import window_language
from ui.moments import moment_words

if TYPE_CHECKING:
    from documents.containers import Contained
    from documents.letters import Letter
    from ui.opening import Holding

__all__ = ["PartsDialog", "kind_of"]

_NAME, _KIND, _SIZE = range(3)
_ROW = 32
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class PartsDialog(Dialog):
    """Tells once which parts were chosen; none where it was closed."""

    chosen = Signal(object)

    def __init__(self, holding: Holding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holding = holding
        self.setWindowTitle(self.tr("Choose documents"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 480)
        self.cover = QLabel(self)
        self.cover.setWordWrap(True)
        self.cover.setTextFormat(Qt.TextFormat.PlainText)
        self.about = QLabel(self)
        self.about.setProperty("look", "second")
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QTreeWidget(self)
        self.every = QCheckBox(self.tr("All"), self)
        self.take = QPushButton(self)
        self.take.setProperty("look", "strong")
        self.take.setDefault(True)
        self._show_cover()
        self._fill()
        self._lay_out()
        self._wire()
        self._count()

    @property
    def ticked(self) -> tuple[Contained, ...]:
        """The parts that are ticked now."""
        return tuple(part for part, item in zip(self._holding.parts, self._items(), strict=True) if _ticked(item))

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _show_cover(self) -> None:
        letter, name = self._holding.letter, self._holding.arrival.name
        if letter is None:
            self.cover.setText(name)
            self.about.setText(self.tr("An archive with documents in it. Which ones are to be reviewed?"))
        else:
            self.cover.setText(letter.subject or name)
            self.about.setText(self._of_letter(letter))
        self.cover.setProperty("look", "title")

    def _of_letter(self, letter: Letter) -> str:
        sent = "" if letter.sent is None else _moment(letter.sent)
        said = self.tr("Mail from {sender}").format(sender=letter.sender) if letter.sender else self.tr("Mail")
        return "  ·  ".join(part for part in (said, sent) if part)

    def _fill(self) -> None:
        self.list.setHeaderLabels([self.tr("Document"), self.tr("Kind"), self.tr("Size")])
        self.list.setProperty("look", "parts")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setAccessibleName(self.tr("Documents in this file"))
        words = None if self._holding.letter is None else self._holding.letter.words
        for part in self._holding.parts:
            own = part is words
            name = self.tr("The mail's own text") if own else part.name
            kind = self.tr("Text of the mail") if own else kind_of(part.name)
            item = QTreeWidgetItem([name, kind, self.locale().formattedDataSize(part.size, 0)])
            item.setCheckState(_NAME, _UNCHECKED if own else _CHECKED)
            item.setToolTip(_NAME, part.name)
            item.setSizeHint(_NAME, QSize(0, _ROW))
            item.setTextAlignment(_SIZE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.list.addTopLevelItem(item)
        head = self.list.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column in (_KIND, _SIZE):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setCurrentItem(self._items()[0])

    def _count(self) -> None:
        count = len(self.ticked)
        self.take.setText(self.tr("Open one") if count == 1 else self.tr("Open {count}").format(count=count))
        self.take.setAccessibleName(self.take.text())
        self.take.setEnabled(count > 0)
        blocked = self.every.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.every.setChecked(count == len(self._holding.parts))
        self.every.blockSignals(blocked)

    # -- what is done ------------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.list.itemChanged.connect(lambda _item, _column: self._count())
        self.every.toggled.connect(self._tick_all)
        self.accepted.connect(lambda: self.chosen.emit(self.ticked))
        self.rejected.connect(lambda: self.chosen.emit(()))

    def _tick_all(self, ticked: bool) -> None:  # noqa: FBT001 - a signal's own argument
        for item in self._items():
            item.setCheckState(_NAME, _CHECKED if ticked else _UNCHECKED)

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _lay_out(self) -> None:
        foot = foot_row(self, self.take, QPushButton(self.tr("Cancel"), self))
        foot.insertWidget(0, self.every)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(8)
        box.addWidget(self.cover)
        box.addWidget(self.about)
        box.addSpacing(4)
        box.addWidget(self.list, 1)
        box.addSpacing(8)
        box.addLayout(foot)


def kind_of(name: str) -> str:
    """Return what kind of file a name promises, in the interface's language."""
    ending = PurePosixPath(name).suffix.lower().removeprefix(".")
    translate = QCoreApplication.translate
    known = {
        **dict.fromkeys(("docx", "docm", "dotx", "dotm", "doc", "dot"), "Word"),
        "pdf": "PDF",
        **dict.fromkeys(("html", "htm", "xhtml", "mhtml", "mht"), translate("Kinds", "Web page")),
        **dict.fromkeys(("txt", "md", "markdown"), translate("Kinds", "Text")),
        "eml": translate("Kinds", "Mail"),
        "zip": translate("Kinds", "Archive"),
    }
    return known.get(ending, ending.upper())


def _ticked(item: QTreeWidgetItem) -> bool:
    return item.checkState(_NAME) == _CHECKED


def _moment(moment: datetime) -> str:
    """The hour as the sender's clock had it, which is how the mail itself shows it."""
    return moment_words(moment, window_language())

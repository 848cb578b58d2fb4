"""Choosing how the bytes of a text file are to be read, with the beginning of the text as the proof."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.dialog import Dialog
from ui.dialogs.foot_row import foot_row

__all__ = ["ENCODINGS", "EncodingDialog"]

ENCODINGS: tuple[tuple[str, str], ...] = (
    ("utf-8", "UTF-8"),
    ("gb18030", "GB18030 (简体中文)"),
    ("big5", "Big5 (繁體中文)"),
    ("utf-16", "UTF-16"),
    ("cp1252", "Windows-1252 (Western)"),
    ("shift_jis", "Shift JIS (日本語)"),
    ("euc_kr", "EUC-KR (한국어)"),
)
_SAMPLE = 400


class EncodingDialog(Dialog):
    """Shows the first words in each encoding as one moves through the list."""

    def __init__(self, data: bytes, present: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = data[: _SAMPLE * 4]
        self.setObjectName("encodings")
        self.setWindowTitle(self.tr("Choose encoding"))
        self.resize(560, 400)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Encodings"))
        self.list.setFixedWidth(208)
        self.sample = QLabel(self)
        self.sample.setWordWrap(True)
        self.sample.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.sample.setProperty("look", "redline")
        self.sample.setAccessibleName(self.tr("The beginning of the text"))
        self.take = QPushButton(self.tr("Read it so"), self)
        self.take.setProperty("look", "strong")
        self.take.setDefault(True)
        self._fill(present)
        self._lay_out()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.addWidget(self.list)
        middle.addWidget(self.sample, 1)
        foot = foot_row(self, self.take, QPushButton(self.tr("Cancel"), self))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(16)
        box.addLayout(middle, 1)
        box.addLayout(foot)

    @property
    def encoding(self) -> str:
        """What was chosen, as Python names it."""
        return ENCODINGS[max(0, self.list.currentRow())][0]

    def _fill(self, present: str) -> None:
        self.list.currentRowChanged.connect(self._show)
        for code, name in ENCODINGS:
            self.list.addItem(QListWidgetItem(name))
            if code.replace("_", "-") == present.lower().replace("_", "-"):
                self.list.setCurrentRow(self.list.count() - 1)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        text = self._data.decode(ENCODINGS[row][0], "replace").lstrip("\ufeff")
        self.sample.setText(text[:_SAMPLE])

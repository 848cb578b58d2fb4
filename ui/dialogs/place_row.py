"""What the file is called, as what it is written and where it goes. A name that is taken is never written over."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui.dialogs.export_choices import ArrowCombo
from ui.dialogs.export_products import Form
from ui.icons import icon
from ui.look import Look
from ui.places import shown_path

__all__ = ["PlaceRow"]


_SIDES = 20
"""Pixels of a field that its words do not get."""


class PlaceRow(QWidget):
    """A field with the name, a choice of Word or PDF where there is one, the folder below."""

    reformed = Signal()
    """Another kind of file is wanted."""
    renamed = Signal()

    def __init__(self, look: Look, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._named = False
        self._forms: tuple[Form, ...] = ()
        self.name = QLineEdit(self)
        self.form = ArrowCombo(look, self)
        self.place = QLabel(self)
        self.place.setProperty("look", "hint")
        self.place.setWordWrap(True)
        self.name.setAccessibleName(self.tr("Name and place"))
        self.form.setAccessibleName(self.tr("Kind of file"))
        self.browse = QToolButton(self)
        self.browse.setIcon(icon("folder-open", look.theme.second, 16))
        self.browse.setAccessibleName(self.tr("Choose a place"))
        self.browse.setToolTip(self.tr("Choose a place"))
        self._lay_out(look)
        self.name.textEdited.connect(self._named_by_hand)
        self.form.activated.connect(lambda _index: self.reformed.emit())
        self.browse.clicked.connect(self._ask)

    @property
    def chosen(self) -> Form | None:
        """As which kind of file the product is written."""
        index = self.form.currentIndex()
        return self._forms[index] if 0 <= index < len(self._forms) else None

    @property
    def out(self) -> Path:
        """Where the file goes: with the suffix of its kind, and under a name that nothing has."""
        asked = Path(self.name.text().strip()).expanduser()
        out = asked if asked.is_absolute() else self.folder / asked
        suffix = self.chosen.suffix if self.chosen is not None else ""
        return _free(out if out.suffix.lower() == suffix else out.with_name(out.name + suffix))

    @property
    def taken(self) -> list[str]:
        """The names that files in the folder have."""
        with suppress(OSError):
            return [held.name for held in self.folder.iterdir()]
        return []

    def offer(self, forms: Sequence[Form], refused: dict[str, str], wanted: str = "") -> None:
        """Offer kinds of file, by their names; `refused` says of a suffix why it cannot be."""
        standing = wanted or (self.chosen.suffix if self.chosen is not None else "")
        self._forms = tuple(forms)
        self.form.clear()
        for form in forms:
            self.form.addItem(form.name or form.suffix)
        fitting = [at for at, form in enumerate(forms) if form.suffix == standing and not refused.get(form.suffix)]
        self.form.setCurrentIndex(fitting[0] if fitting else 0)
        reasons = [why for form in forms if (why := refused.get(form.suffix))]
        self.form.setEnabled(len(forms) > 1 and not reasons)
        self.form.setToolTip(reasons[0] if reasons else self.tr("Kind of file"))
        self.form.setVisible(len(forms) > 1)

    def propose(self, name: str) -> None:
        """Write a name, unless one was written by hand; a long one shows its beginning."""
        if not self._named:
            self.name.setText(name)
            self.name.setCursorPosition(0)
        self.name.setToolTip(self.name.text())
        self._tell()

    def forget_name(self) -> None:
        """Let the next name be proposed again."""
        self._named = False

    def _tell(self) -> None:
        out = self.out
        asked = Path(self.name.text().strip()).name
        words = shown_path(out.parent)
        if self.name.fontMetrics().horizontalAdvance(self.name.text()) > self.name.width() - _SIDES:
            words = f"{_breakable(out.name)}\n{words}"  # the end of it tells one file from another
        if self._named and out.name not in (asked, asked + out.suffix):
            words = self.tr("{name} is there already: this one will be {free}.").format(name=asked, free=out.name)
        self.place.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say a name whole below where the field is too short for it."""
        super().resizeEvent(event)
        self._tell()

    def _named_by_hand(self, name: str) -> None:
        self._named = bool(name.strip())
        self.name.setToolTip(name)
        self._tell()
        self.renamed.emit()

    def _ask(self) -> None:
        options = QFileDialog.Option.DontConfirmOverwrite  # nothing is written over
        start = str(self.folder / self.name.text())
        found, _kind = QFileDialog.getSaveFileName(self, self.tr("Save to"), start, options=options)
        if found:
            self.folder = Path(found).parent
            self._named = Path(found).name != self.name.text()
            self.name.setText(Path(found).name)
            self.propose(Path(found).name)
            self.renamed.emit()

    def _lay_out(self, look: Look) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        for widget in (self.name, self.form):
            widget.setMinimumHeight(32)
        self.form.setFixedWidth(look.px(80))
        row.addWidget(self.name, 1)
        row.addWidget(self.form)
        row.addWidget(self.browse)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row)
        box.addWidget(self.place)


def _free(path: Path) -> Path:
    """Return the path, or the first of `_v2`, `_v3` … that nothing has."""
    number, free = 1, path
    while free.exists() or free.is_symlink():
        number += 1
        free = path.with_name(f"{path.stem}_v{number}{path.suffix}")
    return free


def _breakable(name: str) -> str:
    """Return a name that a label may break where people see its parts."""
    return name.replace("_", "_\u200b").replace("-", "-\u200b")

"""A firm's own Word file for the memo: which one, and whether it can be used."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.tasks import Tasks

__all__ = ["TemplateRow"]

_MOST = 3
"""Problems that are shown; with more, the file wants another look in Word anyway."""


class TemplateRow(QWidget):
    """A button with the file's name, below it what the checker says."""

    chosen = Signal()

    def __init__(self, tasks: Tasks, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._language = language
        self._path: Path | None = None
        self.problems: tuple[str, ...] = ()
        self.choose = QPushButton(self.tr("Choose the template…"), self)
        self.choose.setAutoDefault(False)
        self.choose.setProperty("look", "field")
        self.choose.setMinimumHeight(32)
        self.choose.setAccessibleName(self.choose.text())
        self.choose.clicked.connect(self._ask)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.addWidget(self.choose, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row)
        box.addWidget(self.told)
        self._say(self.tr("A Word file with fields such as {{ conclusion }}."), "hint")

    @property
    def path(self) -> Path | None:
        """The template, None while none is chosen."""
        return self._path

    def take(self, path: Path) -> None:
        """Use a template, and say what its checker finds."""
        self._path = path
        self.problems = ()
        self.choose.setText(path.name)
        self.choose.setToolTip(path.name)
        self.choose.setAccessibleName(path.name)
        self._say(self.tr("Checking…"), "hint")
        language = self._language
        self._tasks.run(
            lambda _job: _answer(path, language), self._checked, self._refused, owner=self, key="check-template"
        )
        self.chosen.emit()

    def _ask(self) -> None:
        folder = str(self._path.parent) if self._path is not None else ""
        words = self.tr("Word files (*.docx *.dotx *.docm *.dotm)")
        found, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose the template"), folder, words)
        if found:
            self.take(Path(found))

    def _checked(self, answer: tuple[tuple[str, ...], tuple[str, ...], int]) -> None:
        self.problems, remarks, fields = answer
        if self.problems:
            more = len(self.problems) - _MOST
            lines = [*self.problems[:_MOST], *([f"… + {more}"] if more > 0 else [])]
            self._say("\n".join(lines), "alert")
            return
        self._say("\n".join([self.tr("Checked: {count} fields").format(count=fields), *remarks]), "done")

    def _refused(self, error: Exception) -> None:
        from ui.errors import sentence_for

        self.problems = (sentence_for(error, self._language),)
        self._say(self.problems[0], "alert")

    def _say(self, words: str, look: str) -> None:
        self.told.setText(words)
        self.told.setProperty("look", look)
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)


def _answer(path: Path, language: str) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Return what is wrong with a template, what else there is to know, how many fields it has."""
    from documents.errors import sentence
    from export.templating.checking import checked
    from export.templating.opening import open_template
    from export.templating.problems import REMARKS

    found = checked(open_template(path))
    remarks = tuple(sentence(REMARKS, code, {}, language) for code in found.template.remarks)
    return tuple(problem.sentence(language) for problem in found.problems), remarks, len(found.fields)

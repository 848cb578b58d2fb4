"""What a memo says about the job itself: client, reviewer, law as of … Kept as typed; one undo takes a visit back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotations.model import Matter
from ui.dialog import Dialog
from ui.dialogs.export_choices import ArrowCombo
from ui.look import Look
from ui.matter_place import PlaceLine
from ui.models.due import due_text, due_words
from ui.moments import day_words
from ui.session import Session

__all__ = ["DetailsDialog"]

_REST = 800
"""Milliseconds after the last letter until it is a change of the matter."""
_LINES = (
    "client", "addressee", "matter_number", "firm", "reviewer", "initials", "licence_number", "partner", "law_as_of",
    "confidentiality",
)  # fmt: skip
_TEXTS = ("scope", "conclusion", "assumptions", "open_questions")
_LONG_ROWS = 3


def _words(name: str) -> str:
    translate = QCoreApplication.translate
    return {
        "client": translate("Details", "Client"),
        "addressee": translate("Details", "Addressee"),
        "matter_number": translate("Details", "Matter number"),
        "firm": translate("Details", "Firm"),
        "reviewer": translate("Details", "Reviewer"),
        "initials": translate("Details", "Initials"),
        "licence_number": translate("Details", "Licence number"),
        "partner": translate("Details", "Responsible partner"),
        "law_as_of": translate("Details", "Law as of"),
        "confidentiality": translate("Details", "Confidentiality line"),
        "language": translate("Details", "Language of what goes out"),
        "scope": translate("Details", "Scope"),
        "conclusion": translate("Details", "Conclusion"),
        "assumptions": translate("Details", "Assumptions"),
        "open_questions": translate("Details", "Open questions"),
    }[name]


class DetailsDialog(Dialog):
    """A form; every field can stay empty. What is typed is kept without being asked."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Details of this matter"))
        self.resize(640, 680)
        self._session = session
        self._visit = uuid4().hex
        self._filling = False
        self._touched: set[str] = set()
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self.lines = {name: QLineEdit(self) for name in _LINES}
        self.texts = {name: QPlainTextEdit(self) for name in _TEXTS}
        self.language = ArrowCombo(look, self)
        self.shut = QPushButton(self.tr("Close"), self)
        self._lay_out()
        self._fill()
        self._wire()

    def offer(self, earlier: Mapping[str, Sequence[str]]) -> None:
        """Complete what is typed from what earlier matters say."""
        for name, field in self.lines.items():
            completer = QCompleter(list(earlier.get(name, ())), field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)

    def go_to(self, name: str) -> None:
        """Turn to a field."""
        field = self.lines.get(name) or self.texts[name]
        self._area.ensureWidgetVisible(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Make what was typed a change of the matter."""
        self._rest.stop()
        matter = self._session.matter
        if matter is None or matter.read_only:
            return
        typed = self._typed()
        changed = {name: typed[name] for name in sorted(self._touched)}
        self._touched.clear()
        if changed:
            self._session.set_details(self._visit, **changed)

    def done(self, result: int) -> None:
        """Keep what was typed before going."""
        self.keep()
        super().done(result)

    def _typed(self) -> dict[str, str]:
        lines = {name: field.text().strip() for name, field in self.lines.items()}
        lines["law_as_of"] = due_text(lines["law_as_of"])
        texts = {name: field.toPlainText().strip() for name, field in self.texts.items()}
        return {**lines, **texts, "language": str(self.language.currentData())}

    def _changed(self, name: str) -> None:
        if not self._filling:
            self._touched.add(name)
            self._rest.start()

    def _follow(self) -> None:
        """Show what an undo has made of it, while nothing typed waits."""
        matter = self._session.matter
        if matter is None:
            self.close()
        elif not self._touched and self._differs(matter.matter()):
            self._visit = uuid4().hex
            self._fill()

    def _differs(self, standing: Matter) -> bool:
        typed = self._typed()
        told = {name: getattr(standing, name).strip() for name in typed}
        return typed != {**told, "language": standing.language[:2]}

    def _fill(self) -> None:
        matter = self._session.matter
        if matter is None:
            return
        standing, self._filling = matter.matter(), True
        for name, line in self.lines.items():
            kept = getattr(standing, name)
            line.setText(due_words(kept, self._session.language) if name == "law_as_of" else kept)
            line.setReadOnly(matter.read_only)
        for name, text in self.texts.items():
            text.setPlainText(getattr(standing, name))
            text.setReadOnly(matter.read_only)
        self.language.setCurrentIndex(max(0, self.language.findData(standing.language[:2])))
        self.language.setEnabled(not matter.read_only)
        self._filling = False

    def _wire(self) -> None:
        for name, line in self.lines.items():
            line.textChanged.connect(lambda _words, name=name: self._changed(name))
        for name, text in self.texts.items():
            text.textChanged.connect(lambda name=name: self._changed(name))
        self.language.currentIndexChanged.connect(lambda _index: self._changed("language"))
        self._rest.timeout.connect(self.keep)
        self.shut.clicked.connect(self.accept)
        self._session.leaving.connect(self.keep)
        self._session.details_changed.connect(self._follow)
        self._session.matter_changed.connect(self.close)

    # -- putting it together -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        page = QWidget(self)
        form = QFormLayout(page)
        form.setContentsMargins(24, 16, 24, 16)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name in (*_LINES[:-1], "language", _LINES[-1], *_TEXTS):
            self._add(form, name)
        if self._session.path is not None and not self._session.discreet:
            label = QLabel(self.tr("File"), self)
            label.setProperty("look", "second")
            form.addRow(label, PlaceLine(self._session.path, self))
        area = self._area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 16)
        box.addWidget(area, 1)
        box.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        hint = QLabel(self.tr("Kept as it is typed. The memo takes it from here; Undo takes it back."), self)
        hint.setProperty("look", "hint")
        hint.setWordWrap(True)
        self.shut.setProperty("look", "strong")
        self.shut.setMinimumHeight(32)
        self.shut.setAccessibleName(self.shut.text())
        self.shut.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addWidget(hint, 1)
        foot.addWidget(self.shut)
        return foot

    def _add(self, form: QFormLayout, name: str) -> None:
        words = _words(name)
        field = self._field(name)
        field.setAccessibleName(words)
        label = QLabel(words, self)
        label.setProperty("look", "second")
        label.setBuddy(field)
        form.addRow(label, field)

    def _field(self, name: str) -> QWidget:
        if name == "language":
            choices: tuple[tuple[str, str], ...] = ((self.tr("As the policy"), ""), ("English", "en"), ("中文", "zh"))
            for words, code in choices:
                self.language.addItem(words, code)
            return self.language
        if name in self.lines:
            if name == "initials":
                self.lines[name].setMaxLength(9)
            if name == "law_as_of":
                self.lines[name].setPlaceholderText(
                    self.tr("e.g. {day}").format(day=day_words(date(2026, 11, 1), self._session.language))
                )
            return self.lines[name]
        text = self.texts[name]
        text.setTabChangesFocus(True)
        text.setFixedHeight(_LONG_ROWS * 22 + 14)
        return text

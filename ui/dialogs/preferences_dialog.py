"""Preferences: who is at the keys, the window's language and look, what an export begins with. Kept as soon as said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotations.model import Reviewer, Visibility
from ui.action_words import theme_words
from ui.actions import LANGUAGES
from ui.dialog import Dialog
from ui.dialogs.export_choices import ArrowCombo
from ui.labels import visibility_label
from ui.preferences import Preferences
from ui.reviewers import reviewer_named
from ui.session import Session
from ui.settings import SCALES
from ui.theme import CHOICES

if TYPE_CHECKING:
    from ui.look import Look

__all__ = ["PreferencesDialog"]

_SIZES = (13, 14, 15, 16, 17, 18, 20, 22, 24, 26)


class PreferencesDialog(Dialog):
    """Every answer holds at once; there is nothing to confirm."""

    def __init__(self, session: Session, preferences: Preferences, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._preferences, self._look = session, preferences, look
        self.resize(560, 768)
        self.area = QScrollArea(self)
        self.area.setProperty("look", "form")
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.close_button = QPushButton(self)
        self.close_button.setMinimumHeight(32)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.area, 1)
        box.addLayout(foot)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew when the language was changed here."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._fill)

    # -- the parts ---------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self.setWindowTitle(self.tr("Preferences"))
        self.close_button.setText(self.tr("Close"))
        self.close_button.setAccessibleName(self.close_button.text())
        before = self.focusWidget()
        kept = before.objectName() if before is not None else ""
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 8)
        column.setSpacing(4)
        for part in (self._you, self._window, self._reading, self._sending):
            part(column)
        column.addStretch(1)
        self.area.setWidget(page)
        again = page.findChild(QWidget, kept) if kept else None
        if again is not None:
            again.setFocus()

    def _you(self, column: QVBoxLayout) -> None:
        form = self._part(column, self.tr("You"))
        reviewer = self._session.reviewer
        name, initials = QLineEdit(reviewer.name), QLineEdit(reviewer.initials)
        initials.setMaxLength(9)
        self._row(form, self.tr("Your name"), name, "name")
        self._row(form, self.tr("Initials"), initials, "initials")
        form.addRow("", self._hint(self.tr("They stand on your notes and on the comments in Word.")))
        name.editingFinished.connect(lambda: self._named(name.text(), initials))
        initials.editingFinished.connect(lambda: self._signed(name.text(), initials.text()))

    def _window(self, column: QVBoxLayout) -> None:
        kept = self._preferences.settings
        form = self._part(column, self.tr("Window"))
        languages = [("", self.tr("As the system")), *LANGUAGES.items()]
        themes = [(name, theme_words(name)) for name in CHOICES]
        scales = [(scale, f"{scale} %" if scale else self.tr("As the system")) for scale in SCALES]
        self._choice(form, self.tr("Language"), languages, kept.language, "language")
        self._choice(form, self.tr("Theme"), themes, kept.theme, "theme")
        self._choice(form, self.tr("Size of the window's words"), scales, kept.scale, "scale")
        self._tick(form, self.tr("Show jumps as a movement"), "moves", on=kept.moves)
        self._tick(form, self.tr("Remember recent matters"), "keep_recent", on=kept.keep_recent)

    def _reading(self, column: QVBoxLayout) -> None:
        kept = self._preferences.settings
        form = self._part(column, self.tr("Reading"))
        sizes = [(size, self.tr("{size} pixels").format(size=size)) for size in _SIZES]
        self._choice(form, self.tr("Size of the policy's words"), sizes, kept.text_size, "text_size")
        self._tick(form, self.tr("Narrow column"), "narrow", on=kept.narrow)
        self._tick(form, self.tr("Show tracked changes"), "revisions", on=kept.revisions)

    def _sending(self, column: QVBoxLayout) -> None:
        kept = self._preferences.settings
        form = self._part(column, self.tr("What an export begins with"))
        circles = [(circle.value, visibility_label(circle)) for circle in Visibility]
        names = [("person", self.tr("Your name")), ("firm", self.tr("The firm's name"))]
        self._choice(form, self.tr("For whom"), circles, kept.profile, "profile")
        self._choice(form, self.tr("Author of the comments"), names, kept.signed, "signed")
        asks = self.tr("Ask before unapproved notes leave the firm")
        self._tick(form, asks, "ask_unapproved", on=kept.ask_unapproved)

    # -- pieces ------------------------------------------------------------------------------------------------------

    def _part(self, column: QVBoxLayout, title: str) -> QFormLayout:
        head = QLabel(title)
        head.setFont(self._look.font(14, strong=True))
        column.addSpacing(8)
        column.addWidget(head)
        form = QFormLayout()
        form.setContentsMargins(0, 4, 0, 8)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column.addLayout(form)
        return form

    def _row(self, form: QFormLayout, words: str, field: QWidget, name: str) -> None:
        field.setObjectName(name)
        field.setAccessibleName(words)
        field.setMinimumHeight(32)
        label = QLabel(words)
        label.setBuddy(field)
        label.setMinimumWidth(180)
        form.addRow(label, field)

    def _choice(
        self, form: QFormLayout, words: str, choices: Sequence[tuple[object, str]], value: object, name: str
    ) -> None:
        field: QComboBox = ArrowCombo(self._look)
        for choice, said in choices:
            field.addItem(said, choice)
        field.setCurrentIndex(max(field.findData(value), 0))
        field.activated.connect(lambda _row: self._keep(name, field.currentData()))
        self._row(form, words, field, name)

    def _tick(self, form: QFormLayout, words: str, name: str, *, on: bool) -> None:
        box = QCheckBox(words)
        box.setObjectName(name)
        box.setAccessibleName(words)
        box.setChecked(on)
        box.toggled.connect(lambda now: self._keep(name, now))
        form.addRow(box)

    def _hint(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setProperty("look", "hint")
        label.setWordWrap(True)
        return label

    # -- keeping -----------------------------------------------------------------------------------------------------

    def _keep(self, name: str, value: object) -> None:
        forgotten = {"recent": ()} if name == "keep_recent" and not value else {}
        self._preferences.change(**{name: value}, **forgotten)

    def _named(self, name: str, initials: QLineEdit) -> None:
        """A new name brings its initials; they can then be changed."""
        if name.strip() and name.strip() != self._session.reviewer.name:
            reviewer = reviewer_named(name)
            initials.setText(reviewer.initials)
            self._session.set_reviewer(reviewer)

    def _signed(self, name: str, initials: str) -> None:
        reviewer = Reviewer(" ".join(name.split()), initials.strip())
        if reviewer.name and reviewer != self._session.reviewer:
            self._session.set_reviewer(reviewer)

"""Asks what is to be sent to another reviewer: which document, which notes, for whom; and says what stays."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotations.model import Visibility
from annotations.package_making import Chosen, Sending, choose
from export.file_names import Product, suggested_name
from ui.dialog import Dialog
from ui.dialogs.export_choices import ArrowCombo, Segments
from ui.dialogs.export_products import Form
from ui.dialogs.foot_row import foot_row
from ui.dialogs.package_words import going_words, staying_words
from ui.dialogs.place_row import PlaceRow
from ui.labels import visibility_label
from ui.look import Look
from ui.models.due import due_text
from ui.places import MATTER_SUFFIX
from ui.session import Session

__all__ = ["Offered", "PackageDialog"]

_MESSAGE_ROWS = 3
_SIZE = 600, 560


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen of the shown document beside all its notes: those the list shows, those selected in it.

    `profile` is for whom files usually go, `folder` where they go.
    """

    listed: tuple[str, ...]
    selected: tuple[str, ...]
    profile: str
    folder: Path


class PackageDialog(Dialog):
    """`sending` is what is asked for, `place.out` where it goes. Nothing is written here."""

    def __init__(self, session: Session, look: Look, offered: Offered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Send for review"))
        self._session, self._offered = session, offered
        self.document = ArrowCombo(look, self)
        self.notes = {name: QRadioButton(self) for name in ("all", "listed", "selected", "none")}
        self._which = QButtonGroup(self)
        circles = [(one, visibility_label(one)) for one in Visibility]
        self.profile = Segments(circles, Visibility(offered.profile), self)
        self.whom, self.due = QLineEdit(self), QLineEdit(self)
        self.message = QPlainTextEdit(self)
        self.going, self.staying = QLabel(self), QLabel(self)
        self.place = PlaceRow(look, offered.folder, self)
        self.go = QPushButton(self.tr("Write the file"), self)
        self._fill()
        self._lay_out()
        self._wire()
        self._name_notes()
        self._tell()
        self.resize(*_SIZE)

    @property
    def sending(self) -> Sending:
        """What is asked for."""
        return Sending(
            document=str(self.document.currentData()),
            notes=self._chosen_notes(),
            profile=self._profile.value,
            sent_to=self.whom.text().strip(),
            due=due_text(self.due.text()),
            message=self.message.toPlainText().strip(),
        )

    @property
    def _profile(self) -> Visibility:
        return Visibility(str(self.profile.value))

    def _chosen_notes(self) -> tuple[str, ...]:
        uids = {
            "all": tuple(note.uid for note in self._session.notes_of(str(self.document.currentData()))),
            "listed": self._offered.listed,
            "selected": self._offered.selected,
        }
        return next((uids[name] for name in uids if self.notes[name].isChecked()), ())

    # -- what it says ------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        for document in self._session.documents():
            self.document.addItem(self._session.document_name(document), document.uid)
        shown = self._session.document
        self.document.setCurrentIndex(max(0, self.document.findData(shown.uid if shown is not None else "")))
        self.place.offer([Form("package", MATTER_SUFFIX)], {})
        for button in self.notes.values():
            self._which.addButton(button)
        self.notes["selected" if len(self._offered.selected) > 1 else "all"].setChecked(True)

    def _name_notes(self) -> None:
        """Say how many notes each choice is; the list beside shows those of one document alone."""
        shown = self._session.document
        here = shown is not None and self.document.currentData() == shown.uid
        counts = {
            "all": (self.tr("All notes on it: {count}"), len(self._session.notes_of(str(self.document.currentData())))),
            "listed": (self.tr("Those the list shows, filtered: {count}"), len(self._offered.listed)),
            "selected": (self.tr("Those selected in the list: {count}"), len(self._offered.selected)),
            "none": (self.tr("None: the document alone"), 0),
        }
        for name, (words, count) in counts.items():
            button = self.notes[name]
            button.setText(words.format(count=count))
            button.setAccessibleName(button.text())
            useful = name in ("all", "none") or (here and 0 < count < counts["all"][1])
            button.setVisible(useful)
            if button.isChecked() and not useful:
                self.notes["all"].setChecked(True)

    def _tell(self) -> None:
        """Say what goes, what stays and what the file is called."""
        matter = self._session.matter
        if matter is None:
            return
        sending = self.sending
        chosen = choose(matter, sending)
        self.going.setText(going_words(chosen, sending.profile))
        self.staying.setText(" ".join(staying_words(chosen)))
        self.go.setEnabled(bool(chosen.notes or not sending.notes))
        self._propose(chosen, sending.profile)

    def _propose(self, chosen: Chosen, profile: str) -> None:
        """Propose a name after the document: the matter's own may tell the client's."""
        product = Product("package", profile, self._session.language, MATTER_SUFFIX)
        stem = PurePath(chosen.document.latest.file_name).stem
        self.place.propose(suggested_name(stem, product, self._session.clock().date(), self.place.taken))

    # -- putting it together -----------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.document.currentIndexChanged.connect(lambda _index: self._name_notes())
        self.document.currentIndexChanged.connect(lambda _index: self._tell())
        self._which.buttonToggled.connect(lambda _button, _on: self._tell())
        self.profile.chosen.connect(lambda _profile: self._tell())

    def _lay_out(self) -> None:
        self.due.setPlaceholderText(self.tr("e.g. 2026-11-30"))
        self.message.setTabChangesFocus(True)
        self.message.setFixedHeight(_MESSAGE_ROWS * self.fontMetrics().lineSpacing() + 14)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            (self.tr("Document"), self.document),
            (self.tr("Notes"), self._notes_box()),
            (self.tr("Who reads it"), self.profile),
            (self.tr("To"), self.whom),
            (self.tr("Until"), self.due),
            (self.tr("Message"), self.message),
            (self.tr("File"), self.place),
        ):
            self._add(form, words, field)
        self.go.setProperty("look", "strong")
        self.go.setDefault(True)
        foot = foot_row(self, self.go, QPushButton(self.tr("Cancel"), self))
        foot.setContentsMargins(24, 0, 24, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 16)
        whole.addWidget(self._scrolling(form), 1)
        whole.addLayout(foot)

    def _scrolling(self, form: QFormLayout) -> QScrollArea:
        """Let what is asked and told scroll where the screen is low or the letters are large."""
        page = QWidget(self)
        box = QVBoxLayout(page)
        box.setContentsMargins(24, 20, 24, 8)
        box.setSpacing(8)
        box.addLayout(form)
        box.addSpacing(8)
        for told in (self.going, self.staying):
            told.setWordWrap(True)
            box.addWidget(told)
        self.staying.setProperty("look", "second")
        box.addStretch(1)
        area = QScrollArea(self)
        area.setProperty("look", "form")
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _notes_box(self) -> QWidget:
        held = QWidget(self)
        box = QVBoxLayout(held)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for button in self.notes.values():
            box.addWidget(button)
        return held

    def _add(self, form: QFormLayout, words: str, field: QWidget) -> None:
        label = QLabel(words, self)
        label.setProperty("look", "second")
        label.setBuddy(field)
        if isinstance(field, QLineEdit | QPlainTextEdit | ArrowCombo):
            field.setAccessibleName(words)
            field.setMinimumHeight(32)
        form.addRow(label, field)

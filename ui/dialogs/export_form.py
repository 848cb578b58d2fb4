"""What the export window asks: what, for whom, in which language, signed by whom and when, where to."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotations.model import Document, Note, Reviewer, Visibility
from export.writer import HIGHLIGHTS, REDRAFTS, ExportOptions
from ui.dialogs.date_field import DateField
from ui.dialogs.export_choices import ArrowCombo, Product, ProductRows, Segments
from ui.dialogs.word_looks import WordLooks
from ui.exporting import ExportHabits, file_name, going_out
from ui.icons import icon
from ui.labels import visibility_label
from ui.look import Look
from ui.places import free_name, shown_path
from ui.reviewers import reviewer_named
from ui.session import Session

__all__ = ["ExportForm"]

_LANGUAGES = (("zh", "简体中文"), ("en", "English"))


class ExportForm(QWidget):
    """384 wide. Defaults are good for one click; `changed` tells of every answer."""

    changed = Signal()

    def __init__(self, session: Session, look: Look, habits: ExportHabits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._folder = habits.folder
        self._named = False
        self.products = ProductRows(self._known_products(), self)
        self.profile = Segments([(value, visibility_label(value)) for value in Visibility], Visibility.CLIENT, self)
        self.counts = QLabel(self)
        self.looks = WordLooks(look, self)
        self.looks.choose(habits.highlight, habits.redrafts)
        self.language = ArrowCombo(look, self)
        self.document = ArrowCombo(look, self)
        self.signed = QLineEdit(session.reviewer.name, self)
        self.date = DateField(session.clock().date(), session.language, self)
        self.place = QLineEdit(self)
        self.folder = QLabel(self)
        self._fill()
        self._lay_out()
        self._wire()
        self.refresh()

    # -- what was answered -------------------------------------------------------------------------------------------

    @property
    def product(self) -> Product | None:
        """What is to be made."""
        return self.products.product

    @property
    def audience(self) -> Visibility:
        """For whom."""
        value = self.profile.value
        return value if isinstance(value, Visibility) else Visibility.CLIENT

    @property
    def out(self) -> Path:
        """Where the file goes, with the suffix of its kind."""
        asked = Path(self.place.text().strip()).expanduser()
        out = asked if asked.is_absolute() else self._folder / asked
        suffix = self.product.suffix if self.product is not None else ""
        return out if out.suffix.lower() == suffix else out.with_name(out.name + suffix)

    def options(self) -> ExportOptions:
        """Return the rest of what was answered."""
        return ExportOptions(
            reviewer=self._reviewer(),
            now=self._moment(),
            profile=self.audience.value,
            language=str(self.language.currentData()),
            document=str(self.document.currentData() or ""),
            highlight=self._looks()[0],
            redrafts=self._looks()[1],
        )

    def _looks(self) -> tuple[str, str]:
        """What is asked of a Word file; of anything else nothing is."""
        in_word = self.product is not None and self.product.kind == "word"
        return self.looks.values if in_word else (HIGHLIGHTS[0], REDRAFTS[0])

    def refresh(self) -> None:
        """Count what goes out and propose a name."""
        self._allow()
        notes = self._notes()
        out = going_out(notes, self.audience)
        words = self.tr("{out} go out · {kept} stay in · private remarks never go out")
        self.counts.setText(words.format(out=out, kept=len(notes) - out))
        if self.product is not None and not self._named:
            self._name(free_name(self._folder / self._proposed_name(self.product)).name)
        self.folder.setText(shown_path(self.out.parent))

    def _allow(self) -> None:
        """Offer what the chosen document and product can be, and say of the rest why not."""
        why = (
            ""
            if self._came_as_pdf()
            else self.tr("This policy did not come as a PDF: there are no pages to put notes on.")
        )
        self.products.allow("pdf", why)
        self.looks.allow("" if self.product is None else self.product.kind)

    def _came_as_pdf(self) -> bool:
        """Whether the chosen document is a PDF: told by how the shown one was read, by the name of another."""
        document, shown, policy = self._document(), self._session.document, self._session.policy
        if document is not None and shown is not None and policy is not None and shown.uid == document.uid:
            return policy.format == "pdf"
        return document is not None and document.latest.file_name.lower().endswith(".pdf")

    def _reviewer(self) -> Reviewer:
        own = self._session.reviewer
        return own if self.signed.text().strip() == own.name else reviewer_named(self.signed.text())

    def _moment(self) -> datetime:
        """Return the day that was written, at this time of day."""
        now: datetime = self._session.clock()
        day: date = self.date.day
        return now.replace(year=day.year, month=day.month, day=day.day)

    def _document(self) -> Document | None:
        uid = self.document.currentData()
        return next((document for document in self._session.documents() if document.uid == uid), None)

    def _notes(self) -> tuple[Note, ...]:
        document = self._document()
        shown = self._session.document
        if document is None or (shown is not None and shown.uid == document.uid):
            return self._session.notes
        return self._session.notes_of(document.uid)

    def _proposed_name(self, product: Product) -> str:
        document = self._document()
        title = document.title if document is not None else ""
        return file_name([title, product.name, visibility_label(self.audience)], self._moment(), product.suffix)

    def _name(self, name: str) -> None:
        """Write a name; a long one shows its beginning."""
        self.place.setText(name)
        self.place.setToolTip(name)
        self.place.setCursorPosition(0)

    def _known_products(self) -> list[Product]:
        from export.writers import WRITERS

        names = {
            "word": (self.tr("Annotated policy"), self.tr("With Word comments (.docx)"), False),
            "pdf": (self.tr("Annotated PDF"), self.tr("Its pages with notes (.pdf)"), True),
            "memo": (self.tr("Review memo"), self.tr("Conclusion, findings (.docx)"), False),
            "jsonld": (self.tr("Notes as data"), self.tr("Web annotations (.jsonld)"), True),
        }
        found = {writer.kind: writer for writer in WRITERS}
        ordered = [kind for kind in names if kind in found]
        return [Product(kind, found[kind].suffix, *names[kind]) for kind in ordered]

    # -- putting it together -----------------------------------------------------------------------------------------

    def _fill(self) -> None:
        for code, name in _LANGUAGES:
            self.language.addItem(name, code)
        policy = self._session.policy
        spoken = "zh" if policy is not None and policy.language.startswith("zh") else "en"
        self.language.setCurrentIndex(self.language.findData(spoken))
        for document in self._session.documents():
            self.document.addItem(document.title or document.latest.file_name, document.uid)
        if self._session.document is not None:
            self.document.setCurrentIndex(self.document.findData(self._session.document.uid))
        self.counts.setProperty("look", "second")
        self.counts.setWordWrap(True)
        self.folder.setProperty("look", "hint")
        self.folder.setWordWrap(True)
        self.signed.setPlaceholderText(self.tr("Your name"))
        self.profile.setAccessibleName(self.tr("For whom"))
        for widget, name in self._names():
            widget.setAccessibleName(name)

    def _names(self) -> list[tuple[QWidget, str]]:
        return [
            (self.language, self.tr("Language")),
            (self.document, self.tr("Document")),
            (self.signed, self.tr("Signed by")),
            (self.date, self.tr("Date")),
            (self.place, self.tr("Name and place")),
        ]

    def _wire(self) -> None:
        self.place.textEdited.connect(self._named_by_hand)
        for answer in (
            self.products.chosen,
            self.profile.chosen,
            self.looks.chosen,
            self.language.currentIndexChanged,
            self.document.currentIndexChanged,
            self.signed.textChanged,
            self.date.textChanged,
        ):
            answer.connect(self._answered)

    def _answered(self, *_value: object) -> None:
        self.refresh()
        self.changed.emit()

    def _named_by_hand(self, name: str) -> None:
        self._named = bool(name.strip())
        self.place.setToolTip(name)
        self.folder.setText(shown_path(self.out.parent))

    def _browse(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(self, self.tr("Save to"), str(self._folder / self.place.text()))
        if chosen:
            self._named = True
            self._folder = Path(chosen).parent
            self._name(Path(chosen).name)
            self.refresh()

    def _lay_out(self) -> None:
        self.setFixedWidth(384)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 20, 24, 8)
        column.setSpacing(8)
        title = QLabel(self.tr("Export"), self)
        title.setFont(self._look.font(20, strong=True))
        column.addWidget(title)
        self._part(column, self.tr("What"), [self.products])
        self._part(column, self.tr("For whom"), [self.profile, self.counts])
        self._part(column, self.tr("In Word: colours, proposed wording"), [self.looks])
        self._part(column, self.tr("Language and document"), [self._pair(self.language, self.document)])
        self._part(column, self.tr("Signed by and date"), [self._pair(self.signed, self.date)])
        self._part(column, self.tr("Save to"), [self._place_row(), self.folder])
        column.addStretch(1)
        self._put(inside)

    def _put(self, inside: QWidget) -> None:
        """Let what is asked scroll where the window is low or the letters are large."""
        inside.setFixedWidth(384)
        area = QScrollArea(self)
        area.setProperty("look", "form")
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area)

    def _part(self, column: QVBoxLayout, words: str, widgets: list[QWidget]) -> None:
        label = QLabel(words, self)
        label.setProperty("look", "head")
        column.addSpacing(2)
        column.addWidget(label)
        for widget in widgets:
            column.addWidget(widget)

    def _pair(self, first: QWidget, second: QWidget) -> QWidget:
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (first, second):
            widget.setMinimumHeight(32)
            row.addWidget(widget, 1)
        return pair

    def _place_row(self) -> QWidget:
        browse = QToolButton(self)
        browse.setIcon(icon("folder-open", self._look.theme.second, 16))
        browse.setAccessibleName(self.tr("Choose a place"))
        browse.setToolTip(self.tr("Choose a place"))
        browse.clicked.connect(self._browse)
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.place.setMinimumHeight(32)
        row.addWidget(self.place, 1)
        row.addWidget(browse)
        return pair

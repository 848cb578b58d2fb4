"""The export window: what, for whom, in which language, signed by whom, where to. Defaults are good for one click."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotations.model import Document, Note, Severity, Visibility
from export.writer import ExportOptions, ExportReport
from ui.dialogs.export_choices import ArrowCombo, Product, ProductRows, Segments
from ui.dialogs.export_preview import ExportPreview, PreviewPage
from ui.errors import sentence_for
from ui.exporting import ExportRequest, file_name, going_out, run_export
from ui.icons import icon
from ui.labels import visibility_label
from ui.look import Look
from ui.places import free_name, shown_path
from ui.reviewers import reviewer_named
from ui.session import Session
from ui.tasks import Tasks

__all__ = ["ExportDialog"]

_LANGUAGES = (("zh", "简体中文"), ("en", "English"))


class ExportDialog(QDialog):
    """1040 x 680. Stays open after the export, with where the file went."""

    exported = Signal(object)

    def __init__(self, session: Session, tasks: Tasks, look: Look, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._look = look
        self._folder = folder
        self._written: Path | None = None
        self._named = False
        self.products = ProductRows(self._known_products(), self)
        self.profile = Segments([(value, visibility_label(value)) for value in Visibility], Visibility.CLIENT, self)
        self.counts = QLabel(self)
        self.language = ArrowCombo(look, self)
        self.document = ArrowCombo(look, self)
        self.signed = QLineEdit(session.reviewer.name, self)
        self.day = QLineEdit(f"{session.clock():%Y-%m-%d}", self)
        self.place = QLineEdit(self)
        self.folder = QLabel(self)
        self.preview = ExportPreview(look, self)
        self.note = QLabel(self)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.go = QPushButton(self.tr("Export"), self)
        self._after: list[QPushButton] = []
        self._fill()
        self._lay_out()
        self._wire()
        self._refresh()

    @property
    def written(self) -> Path | None:
        """Where the file went."""
        return self._written

    def export(self) -> None:
        """Write the file off the window's thread."""
        product = self.products.product
        path = self._session.path
        if product is None or path is None:
            return
        self.go.setEnabled(False)
        self._say(self.tr("Exporting…"), "hint")
        request = ExportRequest(path, self._out(product), product.kind, self._options())
        reviewer, clock = self._session.reviewer, self._session.clock
        self._tasks.run(lambda _job: run_export(request, reviewer, clock), self._done, self._failed, owner=self)

    # -- what is asked -----------------------------------------------------------------------------------------------

    def _known_products(self) -> list[Product]:
        from export.writers import WRITERS

        names = {
            "word": (self.tr("Annotated policy"), self.tr("With Word comments (.docx)"), False),
            "memo": (self.tr("Review memo"), self.tr("Conclusion, findings (.docx)"), False),
            "jsonld": (self.tr("Notes as data"), self.tr("Web annotations (.jsonld)"), True),
        }
        found = {writer.kind: writer for writer in WRITERS}
        ordered = [kind for kind in names if kind in found]
        return [Product(kind, found[kind].suffix, *names[kind]) for kind in ordered]

    def _options(self) -> ExportOptions:
        day = self._day()
        return ExportOptions(
            reviewer=self._session.reviewer if self._same_name() else reviewer_named(self.signed.text()),
            now=day,
            profile=self._profile().value,
            language=str(self.language.currentData()),
            document=str(self.document.currentData() or ""),
        )

    def _day(self) -> datetime:
        """Return the date that was written, at this time of day; today where it is no date."""
        now: datetime = self._session.clock()
        asked = QDate.fromString(self.day.text().strip(), Qt.DateFormat.ISODate)
        return now.replace(year=asked.year(), month=asked.month(), day=asked.day()) if asked.isValid() else now

    def _same_name(self) -> bool:
        return self.signed.text().strip() == self._session.reviewer.name

    def _profile(self) -> Visibility:
        value = self.profile.value
        return value if isinstance(value, Visibility) else Visibility.CLIENT

    def _out(self, product: Product) -> Path:
        asked = Path(self.place.text().strip()).expanduser()
        out = asked if asked.is_absolute() else self._folder / asked
        return out if out.suffix.lower() == product.suffix else out.with_name(out.name + product.suffix)

    def _document(self) -> Document | None:
        uid = self.document.currentData()
        return next((document for document in self._session.documents() if document.uid == uid), None)

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        notes = self._notes()
        out = going_out(notes, self._profile())
        words = self.tr("{out} go out · {kept} stay in · private remarks never go out")
        self.counts.setText(words.format(out=out, kept=len(notes) - out))
        product = self.products.product
        if product is not None and not self._named:
            self.place.setText(free_name(self._folder / self._proposed_name(product)).name)
        self.folder.setText(shown_path(self._out(product).parent) if product is not None else "")
        self._show_preview(notes)

    def _notes(self) -> tuple[Note, ...]:
        document = self._document()
        shown = self._session.document
        if document is None or (shown is not None and shown.uid == document.uid):
            return self._session.notes
        return self._session.notes_of(document.uid)

    def _proposed_name(self, product: Product) -> str:
        document = self._document()
        title = document.title if document is not None else ""
        day = self._options().now
        return file_name([title, product.name, visibility_label(self._profile())], day, product.suffix)

    def _show_preview(self, notes: tuple[Note, ...]) -> None:
        from annotations.rules_of_sending import goes_out

        document, product = self._document(), self.products.product
        profile, day = self._profile(), self._day()
        rows = sorted((n for n in notes if goes_out(n, profile)), key=lambda n: (-n.severity.rank, n.number))
        title = document.title if document is not None else ""
        facts = (
            (self.tr("Policy"), title),
            (self.tr("From"), self.signed.text()),
            (self.tr("Date"), QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)),
            (self.tr("For"), visibility_label(profile)),
        )
        self.preview.show_page(
            PreviewPage(
                title=product.name if product is not None else "",
                facts=facts,
                conclusion=self._summary(rows, graded=profile is not Visibility.OUTSIDE),
                heading=self.tr("What goes out"),
                rows=[(self._session.address_of(note), note) for note in rows],
                graded=profile is not Visibility.OUTSIDE,
                language=str(self.language.currentData() or "en"),
            )
        )

    def _summary(self, notes: list[Note], *, graded: bool) -> str:
        if not notes:
            return self.tr("No note goes out.")
        critical = sum(note.severity is Severity.CRITICAL for note in notes)
        if graded and critical:
            return self.tr("{count} notes go out, {critical} of them critical.").format(
                count=len(notes), critical=critical
            )
        return self.tr("{count} notes go out.").format(count=len(notes))

    # -- what comes back ---------------------------------------------------------------------------------------------

    def _done(self, report: ExportReport) -> None:
        self._written = report.files[0]
        self.go.setEnabled(True)
        kept = len(report.left_out) + len(report.moved)
        more = " · " + self.tr("{count} to look at").format(count=kept) if kept else ""
        self._say(self.tr("Saved") + more, "done")
        language = self._session.language
        listed = (*report.left_out, *report.moved)
        self.note.setToolTip("\n".join(f"{item.id}: {item.sentence(language)}" for item in listed))
        for button in self._after:
            button.show()
        self.cancel.setText(self.tr("Close"))
        self.exported.emit(self._written)

    def _failed(self, error: Exception) -> None:
        self.go.setEnabled(True)
        self._say(sentence_for(error, self._session.language), "alert")

    def _say(self, words: str, look: str) -> None:
        self.note.setText(words)
        self.note.setProperty("look", look)
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)

    def _open(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _show_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    def _browse(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(self, self.tr("Save to"), str(self._folder / self.place.text()))
        if chosen:
            self._named = True
            self._folder = Path(chosen).parent
            self.place.setText(Path(chosen).name)
            self._refresh()

    # -- putting it together -----------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self.setWindowTitle(self.tr("Export"))
        self.resize(1040, 680)
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
        self.day.setPlaceholderText("2026-11-22")
        self.go.setProperty("look", "strong")
        self.go.setDefault(True)
        self.note.setWordWrap(True)

    def _wire(self) -> None:
        self.products.chosen.connect(self._refresh)
        self.profile.chosen.connect(lambda _value: self._refresh())
        self.language.currentIndexChanged.connect(lambda _index: self._refresh())
        self.document.currentIndexChanged.connect(lambda _index: self._refresh())
        self.signed.textChanged.connect(lambda _text: self._refresh())
        self.day.textChanged.connect(lambda _text: self._refresh())
        self.place.textEdited.connect(self._named_by_hand)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.export)

    def _named_by_hand(self) -> None:
        self._named = True

    def _lay_out(self) -> None:
        left = QWidget(self)
        left.setFixedWidth(384)
        column = QVBoxLayout(left)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        title = QLabel(self.tr("Export"), self)
        title.setFont(self._look.font(20, strong=True))
        column.addWidget(title)
        self._part(column, self.tr("What"), [self.products])
        self._part(column, self.tr("For whom"), [self.profile, self.counts])
        self.profile.setAccessibleName(self.tr("For whom"))
        self._part(column, self.tr("Language"), [self._pair(self.language, self.document)])
        self._part(column, self.tr("Signed by and date"), [self._pair(self.signed, self.day)])
        self._part(column, self.tr("Save to"), [self._place_row(), self.folder])
        column.addStretch(1)
        for widget, name in self._names():
            widget.setAccessibleName(name)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(left)
        upper.addWidget(self.preview, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(upper, 1)
        box.addWidget(self._foot())

    def _names(self) -> list[tuple[QWidget, str]]:
        return [
            (self.language, self.tr("Language")),
            (self.document, self.tr("Document")),
            (self.signed, self.tr("Signed by")),
            (self.day, self.tr("Date")),
            (self.place, self.tr("Name and place")),
            (self.cancel, self.tr("Cancel")),
            (self.go, self.tr("Export")),
        ]

    def _part(self, column: QVBoxLayout, words: str, widgets: list[QWidget]) -> None:
        label = QLabel(words, self)
        label.setProperty("look", "head")
        column.addSpacing(4)
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

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        foot.setProperty("look", "foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot.setFixedHeight(56)
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.note)
        for words, act in ((self.tr("Open"), self._open), (self.tr("Show in folder"), self._show_folder)):
            row.addWidget(self._link(words, act))
        row.addStretch(1)
        self.cancel.setFixedSize(88, 32)
        self.go.setFixedSize(112, 32)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        return foot

    def _link(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("look", "link")
        button.setAccessibleName(words)
        button.clicked.connect(act)
        button.hide()
        self._after.append(button)
        return button

"""What the export window asks: what, for whom, in which language and look, signed by whom and when, where to."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget

from annotations.model import Document, Note, Reviewer, Visibility
from export.file_names import Product as NamedProduct
from export.file_names import suggested_name
from export.writer import HIGHLIGHTS, LOOKS, REDRAFTS, ExportOptions
from ui.dialogs.date_field import DateField
from ui.dialogs.export_choices import ArrowCombo, ProductRows, Segments
from ui.dialogs.export_layout import laid_out
from ui.dialogs.export_products import REPORTS, Form, Product, known_products
from ui.dialogs.place_row import PlaceRow
from ui.dialogs.report_looks import ReportLooks
from ui.dialogs.sections_pane import SectionsPane
from ui.dialogs.template_row import TemplateRow
from ui.dialogs.word_looks import WordLooks
from ui.export_kept import Kept
from ui.exporting import ExportHabits, going_out
from ui.labels import visibility_label
from ui.look import Look
from ui.reviewers import reviewer_named
from ui.session import Session
from ui.tasks import Tasks

__all__ = ["ExportForm"]

_LANGUAGES = (("zh", "简体中文"), ("en", "English"))
_MANY = ("memo", "gap", "template", "xlsx", "csv", "html", "md", "jsonld")
"""Products that take all documents of a matter at once."""
_SIGNED = ("memo", "gap", "changes")
_LOOKED = ("memo", "gap", "changes")
"""Products that have looks to choose from."""
_COMMENTED = ("word", "jsonld")
"""Products that nobody signs: each comment in them has its author."""


class ExportForm(QStackedWidget):
    """384 wide. Defaults are good for one click; `changed` tells of every answer."""

    changed = Signal()

    def __init__(self, session: Session, tasks: Tasks, look: Look, habits: ExportHabits, kept: Kept) -> None:
        super().__init__()
        self._session = session
        self._kept = kept
        self._asked = {_sectioned(kept.product): kept.sections}
        folder = Path(kept.folder) if kept.folder and Path(kept.folder).is_dir() else habits.folder
        self.products = ProductRows(known_products(), self)
        whom = Visibility(kept.profile or habits.profile)
        self.profile = Segments([(value, visibility_label(value)) for value in Visibility], whom, self)
        self.counts = QLabel(self)
        self.language, self.look = ArrowCombo(look, self), ArrowCombo(look, self)
        self.looks = WordLooks(look, self)
        self.looks.choose(habits.highlight, habits.redrafts)
        self.report_looks = ReportLooks(look, self)
        self.report_looks.choose(kept.wording)
        self.template = TemplateRow(tasks, session.language, self)
        self.document = ArrowCombo(look, self)
        self.signed = QLineEdit(self._signer(), self)
        self.author = ArrowCombo(look, self)
        self.date = DateField(session.clock().date(), session.language, self)
        self.place = PlaceRow(look, folder, self)
        self.sections = SectionsPane(look, self)
        self._fill(habits)
        self._area = laid_out(self, look)
        self._wire()
        self.refresh()

    # -- what was answered -------------------------------------------------------------------------------------------

    @property
    def product(self) -> Product | None:
        """What is to be made."""
        return self.products.product

    @property
    def form(self) -> Form | None:
        """As which kind of file."""
        return self.place.chosen

    @property
    def audience(self) -> Visibility:
        """For whom."""
        value = self.profile.value
        return value if isinstance(value, Visibility) else Visibility.CLIENT

    @property
    def out(self) -> Path:
        """Where the file goes."""
        return self.place.out

    @property
    def lacks(self) -> str:
        """What has to be said before anything can be written, as a sentence; empty for nothing."""
        if self._is("template") and self.template.path is None:
            return self.tr("Choose the template first.")
        if self._is("changes") and not self._has_two_versions():
            return self.tr("This document has only one version.")
        return ""

    @property
    def unnamed(self) -> str:
        """That nobody has said whose name the file bears, as a sentence; empty where somebody has."""
        if self._nameless():
            return self.tr("The comments would be by “Reviewer”: write your name below “Signed by and date”.")
        if self._is(*_SIGNED) and not self.signed.text().strip():
            return self.tr("Nobody signs it: write your name below “Signed by and date”.")
        return ""

    def ask_name(self) -> None:
        """Go to where the name is written."""
        self.setCurrentIndex(0)
        self._area.ensureWidgetVisible(self.signed)
        self.signed.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, kind: str) -> None:
        """Choose a product; "pdf" is the annotated policy as a PDF."""
        self.products.choose("word" if kind == "pdf" else kind)
        if kind == "pdf":
            self._offer_forms(".pdf")
            self._answered()

    def options(self) -> ExportOptions:
        """Return the rest of what was answered."""
        in_word = self.form is not None and self.form.kind == "word"
        report = self.product is not None and self.product.kind in REPORTS
        return ExportOptions(
            reviewer=self._reviewer(),
            signed="" if self._is(*_COMMENTED) else self.signed.text().strip(),
            now=self._moment(),
            profile=self.audience.value,
            language=str(self.language.currentData()),
            document=str(self.document.currentData() or ""),
            author=str(self.author.currentData()),
            highlight=self.looks.values[0] if in_word else HIGHLIGHTS[0],
            redrafts=self.looks.values[1] if in_word else REDRAFTS[0],
            look=str(self.look.currentData() or "") if self._is(*_LOOKED) else "",
            sections=self.sections.asked if report and not self._is("template") else (),
            redline=self.report_looks.value if report else "columns",
            template=self.template.path if self._is("template") else None,
            to=self.form.to if self.form is not None else "",
        )

    @property
    def kept(self) -> Kept:
        """What is remembered of the answers for this matter."""
        own = self._session.path.parent if self._session.path is not None else None
        folder = "" if self.place.folder == own else str(self.place.folder)
        return Kept(
            product=self.product.kind if self.product is not None else "",
            suffix=self.form.suffix if self.form is not None else "",
            profile=self.audience.value,
            language=str(self.language.currentData()),
            look=str(self.look.currentData() or ""),
            sections=self.sections.asked,
            wording=self.report_looks.value,
            author=str(self.author.currentData()),
            template=str(self.template.path or ""),
            folder=folder,
        )

    def refresh(self) -> None:
        """Offer what the product can have, count what goes out and propose a name."""
        self._allow()
        notes = self._notes()
        out = going_out(notes, self.audience)
        words = self.tr("{out} go out · {kept} stay in · private remarks never go out")
        self.counts.setText(words.format(out=out, kept=len(notes) - out))
        self.place.propose(self._proposed_name())

    def next_name(self) -> None:
        """Propose the name for another file: the one that stands is taken now."""
        self.place.forget_name()
        self.place.propose(self._proposed_name())

    # -- what can be asked -------------------------------------------------------------------------------------------

    def _is(self, *kinds: str) -> bool:
        return self.product is not None and self.product.kind in kinds

    def _allow(self) -> None:
        """Show what is asked of the product, and say of the rest why it cannot be."""
        kind = self.product.kind if self.product is not None else ""
        written = self.form.kind if self.form is not None else kind
        reports = self.tr("Only for the memo and the gap report.")
        self.looks.setVisible(kind == "word")
        self.template.setVisible(kind == "template")
        self.report_looks.setVisible(kind not in ("word", "template"))
        self.looks.allow(written)
        other = "" if kind in REPORTS else self.tr("Only for memo and report.")
        self.report_looks.allow(sections=other, wording=other)
        self.look.setEnabled(kind in _LOOKED)
        self.look.setToolTip("" if kind in _LOOKED else reports)
        self._allow_author(kind)
        self._list_sections()

    def _allow_author(self, kind: str) -> None:
        """Ask who the comments are by where there are comments; who signs where somebody does."""
        commented = kind in _COMMENTED
        self.author.setVisible(commented)
        self.signed.setVisible(not commented or self._nameless())
        whys = {
            Visibility.INTERNAL: self.tr("Within the firm, comments bear each person's name."),
            Visibility.OUTSIDE: self.tr("Outsiders see the firm's name, never a person's."),
        }
        why = whys.get(self.audience, "")
        self.author.setEnabled(not why)
        self.author.setToolTip(why or self.tr("Whose name the comments bear"))

    def _list_sections(self) -> None:
        product = _sectioned(self.product.kind if self.product is not None else "")
        spoken = "zh" if self._session.language.startswith("zh") else "en"
        self.sections.show_sections(product, self._asked.get(product, ()), spoken)
        chosen, count = self.sections.told
        self.report_looks.tell_sections(chosen, count, own=not self.sections.asked)

    def _sections_changed(self) -> None:
        self._asked[_sectioned(self.product.kind if self.product is not None else "")] = self.sections.asked
        self._answered()

    def _offer_forms(self, wanted: str = "") -> None:
        product = self.product
        if product is None:
            return
        refused = {}
        if product.kind == "word" and not self._came_as_pdf():
            refused[".pdf"] = self.tr("This policy did not come as a PDF: there are no pages to put notes on.")
        self.place.offer(product.forms, refused, wanted)

    def _came_as_pdf(self) -> bool:
        """Whether the chosen document is a PDF: told by how the shown one was read, by the name of another."""
        document, shown, policy = self._document(), self._session.document, self._session.policy
        if document is not None and shown is not None and policy is not None and shown.uid == document.uid:
            return policy.format == "pdf"
        return document is not None and document.latest.file_name.lower().endswith(".pdf")

    def _fill_looks(self) -> None:
        """Offer the looks of the language."""
        names = {
            "classic": self.tr("Classic"),
            "modern": self.tr("Modern"),
            "firm": self.tr("Law firm"),
            "official": self.tr("Official document"),
        }
        standing = self.look.currentData() or self._kept.look
        self.look.clear()
        for value in LOOKS["zh" if self.language.currentData() == "zh" else "en"]:
            self.look.addItem(names[value], value)
        self.look.setCurrentIndex(max(self.look.findData(standing), 0))

    def _fill_documents(self) -> None:
        """Offer each document, and all of them where the product takes them; the one shown is the usual one."""
        standing = self.document.currentData()
        self.document.clear()
        documents = self._session.documents()
        if len(documents) > 1 and self._is(*_MANY):
            self.document.addItem(self.tr("All documents"), "")
        for document in documents:
            self.document.addItem(document.title or document.latest.file_name, document.uid)
        shown = self._session.document.uid if self._session.document is not None else None
        places = [self.document.findData(wanted) for wanted in (standing, shown) if wanted is not None]
        if self._is("changes"):
            both = [place for place, one in enumerate(documents) if len(one.versions) > 1]
            places = [place for place in places if place in both] or both
        self.document.setCurrentIndex(next((place for place in places if place >= 0), 0))

    # -- inside ------------------------------------------------------------------------------------------------------

    def _nameless(self) -> bool:
        """Whether comments would go out under no person's name, and not under the firm's either."""
        firm = self.audience is Visibility.OUTSIDE or (
            self.audience is Visibility.CLIENT and self.author.currentData() == "firm"
        )
        return self._is(*_COMMENTED) and not firm and not self._session.reviewer.name

    def _named(self) -> None:
        """Take the name for the notes too, where nobody has said who is at the keys."""
        name = self.signed.text().strip()
        if name and self._nameless():
            self._session.set_reviewer(reviewer_named(name))
            self._answered()

    def _signer(self) -> str:
        """Return who usually signs: the matter's reviewer, else the person at the keys."""
        matter = self._session.matter
        return (matter.matter().reviewer if matter is not None else "") or self._session.reviewer.name

    def _reviewer(self) -> Reviewer:
        own = self._session.reviewer
        written = self.signed.text().strip()
        return own if written == own.name or self._is(*_COMMENTED) else reviewer_named(written)

    def _moment(self) -> datetime:
        """Return the day that was written, at this time of day."""
        now: datetime = self._session.clock()
        day: date = self.date.day
        return now.replace(year=day.year, month=day.month, day=day.day)

    def _document(self) -> Document | None:
        uid = self.document.currentData()
        return next((document for document in self._session.documents() if document.uid == uid), None)

    def _has_two_versions(self) -> bool:
        document = self._document()
        return document is not None and len(document.versions) > 1

    def _notes(self) -> tuple[Note, ...]:
        document, shown = self._document(), self._session.document
        if document is None:
            held = self._session.documents()
            return tuple(note for one in held for note in self._session.notes_of(one.uid))
        if shown is not None and shown.uid == document.uid:
            return self._session.notes
        return self._session.notes_of(document.uid)

    def _proposed_name(self) -> str:
        form, path = self.form, self._session.path
        if form is None or path is None:
            return ""
        named = NamedProduct(form.kind, self.audience.value, str(self.language.currentData()), form.suffix)
        return suggested_name(path.stem, named, self._moment().date(), self.place.taken)

    def _fill(self, habits: ExportHabits) -> None:
        for code, name in _LANGUAGES:
            self.language.addItem(name, code)
        policy, kept = self._session.policy, self._kept
        own = self._session.matter.matter().language if self._session.matter is not None else ""
        spoken = kept.language or own or (policy.language if policy is not None else "")
        self.language.setCurrentIndex(self.language.findData("zh" if spoken.startswith("zh") else "en"))
        self.author.addItem(self.tr("Comments by name"), "person")
        self.author.addItem(self.tr("Comments by the firm"), "firm")
        self.author.setCurrentIndex(max(self.author.findData(kept.author or habits.author), 0))
        self._fill_looks()
        if not any(len(one.versions) > 1 for one in self._session.documents()):
            self.products.refuse("changes", self.tr("No document here has two versions."))
        if kept.product:
            self.products.choose(kept.product)
        if kept.template and Path(kept.template).is_file():
            self.template.take(Path(kept.template))
        self._fill_documents()
        self._offer_forms(kept.suffix)
        self.signed.setPlaceholderText(self.tr("Your name"))

    def _wire(self) -> None:
        self.products.chosen.connect(self._product_chosen)
        self.language.currentIndexChanged.connect(lambda _index: self._fill_looks())
        self.document.activated.connect(lambda _index: self._offer_forms())
        self.report_looks.sections_wanted.connect(self.show_sections)
        self.sections.done.connect(lambda: self.setCurrentIndex(0))
        self.sections.changed.connect(self._sections_changed)
        self.place.reformed.connect(self._answered)
        self.signed.editingFinished.connect(self._named)
        for answer in (
            self.profile.chosen,
            self.looks.chosen,
            self.report_looks.chosen,
            self.template.chosen,
            self.look.activated,
            self.author.activated,
            self.document.activated,
            self.language.currentIndexChanged,
            self.signed.textChanged,
            self.date.textChanged,
        ):
            answer.connect(self._answered)

    def _product_chosen(self) -> None:
        self._fill_documents()
        self._offer_forms()
        self._answered()
        if self._is("template"):
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.template))

    def _answered(self, *_value: object) -> None:
        self.refresh()
        self.changed.emit()

    def show_sections(self) -> None:
        """Turn to the list of sections."""
        self.setCurrentIndex(1)
        self.sections.list.setFocus(Qt.FocusReason.OtherFocusReason)


def _sectioned(kind: str) -> str:
    """Return whose sections a product has: the gap report its own, all others those of the memo."""
    return "gap" if kind == "gap" else "memo"

"""Words looked for in all documents and notes of the matter, as they are typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from annotations.search import AROUND, Hit, Searcher
from documents.clauses import address_of
from documents.model import PolicyDocument, Span
from ui.dialog import Dialog
from ui.dialogs.hit_lines import HitLine, HitLines, HitRole
from ui.look import Look
from ui.panels.note_fields import FIELDS, field_label
from ui.session import Session
from ui.tasks import Job, Tasks

__all__ = ["SearchDialog"]

_MOST = 500
_PAUSE = 150


@dataclass(frozen=True, slots=True)
class _Found:
    """What a search came to: the first hits with the clauses they stand in, and how many there are in all."""

    hits: tuple[tuple[Hit, str], ...]
    total: int


class SearchDialog(Dialog):
    """Lists what is found; a click or Return goes there, and the list stays for the next one."""

    hit_chosen = Signal(str, str, int, int)

    def __init__(self, session: Session, tasks: Tasks, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._tasks = session, tasks
        self._searcher: Searcher | None = None
        self.setWindowTitle(self.tr("Search the whole matter"))
        self.resize(640, 520)
        self.field = QLineEdit(words, self)
        self.field.selectAll()
        self.field.setAccessibleName(self.tr("Words to look for"))
        self.field.setPlaceholderText(self.tr("Words in documents, notes and replies"))
        self.field.setClearButtonEnabled(True)
        self.lines = HitLines(look, self)
        self.list = self.lines.view
        self.list.setAccessibleName(self.tr("Hits"))
        self.told = QLabel(self)
        self.told.setProperty("look", "hint")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._wire()
        self.search()

    def search(self) -> None:
        """Look for the words, away from the window's thread; what was looked for before is not wanted any more."""
        self._pause.stop()
        words = self.field.text().strip()
        if not words or self._session.matter is None:
            self._show(_Found((), 0))
            return
        if self._searcher is None:
            self._searcher = self._session.matter.searcher()
        searcher, policies = self._searcher, self._session.policies()
        self._tasks.run(
            lambda job: _looked(searcher, policies, words, job),
            self._show,
            lambda _: None,
            owner=self,
            key="search the matter",
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk the list while the letters go into the field."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.lines.step(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _forget(self) -> None:
        """Look at the notes as they are when next something is typed."""
        self._searcher = None

    def _show(self, found: _Found) -> None:
        self.lines.show([self._line(hit, address) for hit, address in found.hits])
        if not self.field.text().strip():
            words = ""
        elif not found.total:
            words = self.tr("Nothing found in this matter.")
        else:
            words = self.tr("1 place") if found.total == 1 else self.tr("{count} places").format(count=found.total)
            if found.total > len(found.hits):
                words = self.tr("{words}, the first {shown} shown").format(words=words, shown=len(found.hits))
        self.told.setText(words)

    def _line(self, hit: Hit, address: str) -> HitLine:
        document = next((document for document in self._session.documents() if document.uid == hit.document), None)
        where = [document.title or document.latest.file_name] if document is not None else []
        note = self._session.note_anywhere(hit.note) if hit.note else None
        if note is None:
            where.append(address)
        else:
            where.append(self.tr("Note {number}").format(number=f"#{note.number}"))
            where.append(self._field(hit.field))
        start = min(hit.start, AROUND)
        end = start + hit.end - hit.start
        named = " · ".join(part for part in where if part)
        return HitLine(named, hit.context, start, end, None if note is None else note.severity, hit)

    def _field(self, name: str) -> str:
        """Return what a note's field is called, a translated one as its own; nothing for what no card shows."""
        plain = name.split(maxsplit=1)[0]
        if plain == "reply":
            return self.tr("Reply")
        return field_label(plain) if plain in {field.name for field in FIELDS} else ""

    def _choose(self, index: QModelIndex) -> None:
        line = index.data(HitRole)
        if isinstance(line, HitLine) and isinstance(line.about, Hit):
            hit = line.about
            self.hit_chosen.emit(hit.document, hit.note, hit.start, hit.end)

    def _wire(self) -> None:
        self._pause.timeout.connect(self.search)
        self.field.textChanged.connect(lambda _words: self._pause.start())
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        for fact in (self._session.notes_changed, self._session.note_edited, self._session.documents_changed):
            fact.connect(self._forget)
        self._session.matter_changed.connect(self.close)

    def _lay_out(self) -> None:
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSelectionMode(QListView.SelectionMode.SingleSelection)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        box.addWidget(self.field)
        box.addWidget(self.told)
        box.addWidget(self.list, 1)


def _looked(searcher: Searcher, policies: Mapping[str, PolicyDocument], words: str, job: Job) -> _Found:
    hits: list[tuple[Hit, str]] = []
    total = 0
    for hit in searcher.find(words, lambda: not job.cancelled):
        total += 1
        if total <= _MOST:
            place = (Span(hit.start, hit.end),)
            hits.append((hit, "" if hit.note else address_of(policies[hit.document], place)))
    return _Found(tuple(hits), total)

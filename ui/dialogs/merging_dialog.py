"""What other copies of the matter would bring, counted before it is done; then the merging, and how far it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from annotations.foreseen import Foreseen
from ui.dialog import Dialog
from ui.dialogs.foot_row import foot_row
from ui.errors import sentence_for
from ui.look import Look
from ui.people import People, sign_pixmap
from ui.session import Session
from ui.uniting import Coming, United

__all__ = ["MergingDialog"]


class MergingDialog(Dialog):
    """Stands over the window until the copies are taken in, so that nothing is written meanwhile."""

    def __init__(
        self, session: Session, paths: Sequence[Path], people: People, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._paths, self._people, self._look = session, tuple(paths), people, look
        self._merging = self._bring_back = False
        self.setWindowTitle(self.tr("Merge other copies"))
        self.setMinimumWidth(480)
        self.head = QLabel(self)
        self.head.setFont(look.font(14, strong=True))
        self.who = QWidget(self)
        self.counts = QLabel(self.tr("Looking what would come in…"), self)
        self.hint = QLabel(self.tr("One undo takes all of it back. Nothing that anybody wrote is lost."), self)
        self.hint.setProperty("look", "hint")
        self.fault = QLabel(self)
        self.fault.setProperty("look", "alert")
        self.bar = QProgressBar(self)
        self.take = QPushButton(self.tr("Merge"), self)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self._lay_out()
        self._wire()
        session.look_into(self._paths)

    def reject(self) -> None:
        """Close, but not while copies are being taken in."""
        if not self._merging:
            super().reject()

    # -- what is told ------------------------------------------------------------------------------------------------

    def _found(self, coming: Coming) -> None:
        if coming.paths != self._paths:
            return
        told = coming.told
        self.bar.hide()
        self._show_authors(told.authors)
        nothing = self.tr("Nothing that is not here already.")
        self.counts.setText("\n".join(self._lines(told)) or nothing)
        self._bring_back = bool(told.undone) and not told.changes
        if self._bring_back:
            self.take.setText(self.tr("Bring it back"))
            self.take.setAccessibleName(self.take.text())
        self.take.setEnabled(bool(told.changes) or self._bring_back)
        (self.take if self.take.isEnabled() else self.cancel).setFocus()
        self._grow()

    def _show_authors(self, authors: Sequence[str]) -> None:
        box = self.who.layout()
        assert box is not None
        box.addWidget(QLabel(self.tr("Written by"), self.who))
        for name in authors:
            sign = self._people.sign(name, self._look.theme)
            if sign is not None:
                picture = QLabel(self.who)
                picture.setPixmap(sign_pixmap(sign, self._look, self.devicePixelRatioF()))
                box.addWidget(picture)
            box.addWidget(QLabel(name or self.tr("nobody named"), self.who))
        self.who.setVisible(bool(authors))

    def _lines(self, told: Foreseen) -> Iterator[str]:
        counted = (
            (told.notes, self.tr("{count} new notes")),
            (told.changed, self.tr("{count} notes that were changed")),
            (told.taken_away, self.tr("{count} notes that others deleted")),
            (told.replies, self.tr("{count} replies")),
            (told.documents, self.tr("{count} documents")),
            (told.versions, self.tr("{count} new versions of documents")),
            (told.removed, self.tr("{count} documents that others took out")),
            (told.erased, self.tr("{count} documents that were removed for good, and go here too")),
            (told.conflicts, self.tr("{count} places that both sides changed, for you to decide")),
        )
        yield from (words.format(count=count) for count, words in counted if count)
        if told.undone and not told.changes:
            yield self.tr("It was merged before, and that was undone.")
        if told.changes and not any(count for count, _ in counted):
            yield self.tr("{count} other changes").format(count=told.changes)

    # -- what is done ------------------------------------------------------------------------------------------------

    def _merge(self) -> None:
        self._merging = True
        self.take.setEnabled(False)
        self.cancel.setEnabled(False)
        self.bar.setRange(0, len(self._paths) if len(self._paths) > 1 else 0)
        self.bar.show()
        self._session.unite(self._paths)

    def _moved(self, done: int, _total: int) -> None:
        self.bar.setValue(done)

    def _done(self, _united: United) -> None:
        if self._merging:
            self._merging = False
            super().accept()

    def _failed(self, error: Exception) -> None:
        self._merging = False
        self.bar.hide()
        self.counts.clear()
        self.fault.setText(sentence_for(error, self._session.language))
        self.fault.show()
        self.take.setEnabled(False)
        self.cancel.setEnabled(True)
        self.cancel.setFocus()
        self._grow()

    def _grow(self) -> None:
        """Take the room that the words need now."""
        box = self.layout()
        if box is not None:
            box.activate()
        self.adjustSize()

    def accept(self) -> None:
        """Take the copies in; closed when that is done."""
        if self._bring_back:
            self._session.bring_back(self._paths)
            super().accept()
        elif self.take.isEnabled() and not self._merging:
            self._merge()

    # -- putting it together -----------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self._session.coming.connect(self._found)
        self._session.uniting.connect(self._moved)
        self._session.united.connect(self._done)
        self._session.not_united.connect(self._failed)

    def _lay_out(self) -> None:
        names = [self.tr("a copy") if self._session.discreet else path.name for path in self._paths]
        self.head.setText("\n".join(names[:6]) + ("\n…" if len(names) > 6 else ""))
        for words in (self.head, self.counts, self.hint, self.fault):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.fault.hide()
        self.take.setProperty("look", "strong")
        self.take.setDefault(True)
        self.take.setEnabled(False)
        row = QHBoxLayout(self.who)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.who.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        for part in (self.head, self.who, self.counts, self.fault, self.bar, self.hint):
            box.addWidget(part)
        box.addStretch(1)
        box.addLayout(foot_row(self, self.take, self.cancel))

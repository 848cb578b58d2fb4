"""Fills the line that says where one is, and goes where its parts lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from ui.models.outline_model import OutlineModel, OutlineRow
from ui.panels.breadcrumb import Breadcrumb
from ui.session import Session

__all__ = ["Trail"]

_SHOWN_CLAUSES = 2
"""The innermost clauses that are named: the bar has no room for more."""
_MOST = 60
"""Entries a menu of neighbours has at most: those nearest to where one is."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of the line: a clause, or a document (which is also the matter, where they bear one name)."""

    words: str
    clause: OutlineRow | None = None


class Trail(QObject):
    """Knows the line, the clauses and the session; `go` is what shows a clause."""

    def __init__(self, line: Breadcrumb, outline: OutlineModel, session: Session, go: Callable[[str], object]) -> None:
        super().__init__(line)
        self._line, self._outline, self._session, self._go = line, outline, session, go
        self._parts: tuple[_Part, ...] = ()
        line.part_wanted.connect(self._follow)
        line.siblings_wanted.connect(self._offer)

    def show(self, row: int) -> None:
        """Say where one is: in which clause of which document of which matter."""
        document, path = self._session.document, self._session.path
        names = [] if path is None else [self._session.matter_name()]
        title = "" if document is None else self._session.document_name(document)
        names += [title] if title not in ("", *names) else []
        steps = self._outline.trail(row)[-_SHOWN_CLAUSES:]
        self._parts = (*(_Part(name) for name in names), *(_Part(_named(step), step) for step in steps))
        self._line.set_parts(tuple(part.words for part in self._parts))

    def menu_of(self, number: int) -> QMenu | None:
        """Return what stands beside a part, to choose from: clauses of its level, or the documents of the matter."""
        if number >= len(self._parts):
            return None
        clause = self._parts[number].clause
        menu = QMenu(self._line)
        if clause is None:
            self._fill_documents(menu)
        else:
            self._fill_clauses(menu, clause)
        return menu

    def _follow(self, number: int) -> None:
        """Go to the clause; of a document, to its first one."""
        clause = self._parts[number].clause if number < len(self._parts) else None
        rows = self._outline.rows
        if clause is not None or rows:
            self._go((clause or rows[0]).address)

    def _offer(self, number: int, place: QPoint) -> None:
        menu = self.menu_of(number)
        if menu is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    def _fill_documents(self, menu: QMenu) -> None:
        shown = self._session.document
        for document in self._session.documents():
            action = menu.addAction(_plain(self._session.document_name(document)))
            action.setCheckable(True)
            action.setChecked(shown is not None and shown.uid == document.uid)
            action.triggered.connect(lambda _on=False, uid=document.uid: self._session.show_document(uid))

    def _fill_clauses(self, menu: QMenu, clause: OutlineRow) -> None:
        beside = self._outline.siblings(clause.address)
        here = next((number for number, row in enumerate(beside) if row.address == clause.address), 0)
        first = max(0, min(here - _MOST // 2, len(beside) - _MOST))
        for row in beside[first : first + _MOST]:
            action = menu.addAction(_plain(_named(row)))
            action.setCheckable(True)
            action.setChecked(row.address == clause.address)
            action.triggered.connect(lambda _on=False, address=row.address: self._go(address))


def _named(row: OutlineRow) -> str:
    return f"{row.label} {row.title}".strip()


def _plain(words: str) -> str:
    """Return words as a menu shows them: an ampersand is one."""
    return words.replace("&", "&&")

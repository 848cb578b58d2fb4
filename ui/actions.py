"""Every command of the window: its name, its key, what it says under the pointer. One place, two languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from annotations.model import Severity
from ui.action_words import action_words, theme_words
from ui.icons import icon
from ui.labels import severity_label
from ui.look import Look
from ui.shapes import shape_icon
from ui.theme import CHOICES

__all__ = ["LANGUAGES", "MENUS", "Actions"]

Key = QKeySequence.StandardKey
LANGUAGES = {"en": "English", "zh": "中文"}

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("file", ("open", "recent", "paste", "sample", "", "export", "print", "", "send_part", "take_back", "",
              "details", "documents", "register", "merge", "undecided", "",
              "show_in_folder", "save_copy", "",
              "archive", "close", "quit")),
    ("edit", ("undo", "redo", "", "copy", "copy_citation", "select_all", "", "find", "find_next",
              "find_previous", "search", "", "select_sentence", "select_clause", "select_more", "select_less", "",
              "insert_snippet", "snippets", "", "preferences")),
    (
        "view",
        ("pages", "revisions", "", "outline", "notes", "", "theme", "language", "", "larger", "smaller", "normal_size",
         "narrow", "", "side_by_side", "bilingual", "discreet", "full_screen"),
    ),
    (
        "note",
        ("severity", "write_note", "redraft", "", "open_note", "next_note", "previous_note", "", "whole_document",
         "select_note", "set_range", "add_range", "more_fields", "filter", "",
         "send_for_review", "send_all_for_review", "review", "", "delete"),
    ),
    (
        "document",
        ("read", "next_unread", "next_clause", "previous_clause", "go_to_clause", "go_to_page", "",
         "new_version", "carry_review", "place_carried", "versions", "compare", "word_history", "",
         "next_document", "encoding", "whole_page",
         "recognise", "", "remove_document", "", "about_document"),
    ),
    ("tools", ("palette", "", "check")),
    ("help", ("guide", "shortcuts", "", "about")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Plan:
    keys: tuple[QKeySequence | QKeySequence.StandardKey | str, ...] = ()
    icon: str = ""
    checkable: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole


_QUIT: QKeySequence | QKeySequence.StandardKey | str = "Ctrl+Q"  # Windows has no standard key for it

_PLANS: dict[str, _Plan] = {
    "open": _Plan((Key.Open,), "folder-open"),
    "paste": _Plan(("Ctrl+Shift+V",), "clipboard-text"),
    "sample": _Plan((), "book-open"),
    "export": _Plan(("Ctrl+E",), "export"),
    "print": _Plan((Key.Print,), "printer"),
    "details": _Plan(("Ctrl+Shift+D",), "info"),
    "documents": _Plan(("Ctrl+Shift+O",), "file-text"),
    "register": _Plan((), "list-bullets"),
    "merge": _Plan(),
    "undecided": _Plan(),
    "send_part": _Plan((), "export"),
    "archive": _Plan(),
    "show_in_folder": _Plan((), "folder-open"),
    "save_copy": _Plan((), "copy"),
    "remove_document": _Plan((), "trash"),
    "side_by_side": _Plan(("Shift+F8",), "sidebar-simple", checkable=True),
    "bilingual": _Plan(("Ctrl+F8",), "sidebar-simple", checkable=True),
    "discreet": _Plan(("Ctrl+Shift+H",), "eye", checkable=True),
    "keep_recent": _Plan((), checkable=True),
    "empty_recent": _Plan(),
    "close": _Plan(("Ctrl+W",)),
    "quit": _Plan((_QUIT,), role=QAction.MenuRole.QuitRole),
    "undo": _Plan((Key.Undo,), "arrow-u-up-left"),
    "redo": _Plan(("Ctrl+Y", "Ctrl+Shift+Z"), "arrow-u-up-right"),
    "find": _Plan((Key.Find,), "magnifying-glass"),
    "find_next": _Plan(("F3",)),
    "find_previous": _Plan(("Shift+F3",)),
    "search": _Plan(("Ctrl+Alt+F",)),
    "copy": _Plan((Key.Copy,), "copy"),
    "select_all": _Plan((Key.SelectAll,)),
    "copy_citation": _Plan(("Ctrl+Shift+C",), "quotes"),
    "select_sentence": _Plan(("S",)),
    "select_clause": _Plan(("C",)),
    "select_more": _Plan(("Alt+Shift+Right",)),
    "select_less": _Plan(("Alt+Shift+Left",)),
    "outline": _Plan(("F4",), "list-bullets", checkable=True),
    "notes": _Plan(("F6",), "chat-text", checkable=True),
    "pages": _Plan(("F8",), "file-text", checkable=True),
    "revisions": _Plan((), "pencil-simple", checkable=True),
    "larger": _Plan(("Ctrl++", "Ctrl+="), "text-aa"),
    "smaller": _Plan(("Ctrl+-",)),
    "normal_size": _Plan(("Ctrl+0",)),
    "narrow": _Plan((), checkable=True),
    "full_screen": _Plan((Key.FullScreen,), checkable=True),
    "write_note": _Plan(("N",), "note-pencil"),
    "redraft": _Plan(("W",), "arrows-left-right"),
    "open_note": _Plan(("Return",), "note-pencil"),
    "next_note": _Plan(("Alt+Down",)),
    "previous_note": _Plan(("Alt+Up",)),
    "whole_document": _Plan(("Ctrl+Shift+N",), "file-plus"),
    "select_note": _Plan(("Alt+Shift+R",)),
    "set_range": _Plan(("Ctrl+Shift+R",)),
    "add_range": _Plan(("Ctrl+Shift+A",)),
    "more_fields": _Plan(("Ctrl+Shift+M",)),
    "filter": _Plan(("Ctrl+L",), "funnel-simple"),
    "insert_snippet": _Plan(("Ctrl+Shift+I",), "bookmark-simple"),
    "snippets": _Plan(),
    "send_for_review": _Plan(("Ctrl+Shift+E",), "eye"),
    "send_all_for_review": _Plan(()),
    "review": _Plan(("F9",), "check-circle", checkable=True),
    "delete": _Plan(("Del",), "trash"),
    "read": _Plan(("R",), "check"),
    "next_unread": _Plan(("U",)),
    "next_clause": _Plan(("Ctrl+Down",)),
    "previous_clause": _Plan(("Ctrl+Up",)),
    "go_to_clause": _Plan(("Ctrl+J",)),
    "go_to_page": _Plan(("Ctrl+G",)),
    "take_back": _Plan((), "arrow-bend-up-left"),
    "new_version": _Plan(("Ctrl+Shift+L",), "file-plus"),
    "carry_review": _Plan(("Shift+F9",), "check-circle", checkable=True),
    "place_carried": _Plan(("P",)),
    "versions": _Plan(("Shift+F7",), "clock-counter-clockwise"),
    "compare": _Plan(("F7",), "arrows-left-right"),
    "word_history": _Plan(("Ctrl+Shift+F7",), "clock-counter-clockwise"),
    "next_document": _Plan(("Ctrl+Tab",)),
    "encoding": _Plan((), "globe"),
    "whole_page": _Plan((), "file-text"),
    "recognise": _Plan((), "magnifying-glass"),
    "about_document": _Plan(("Ctrl+I",), "info"),
    "palette": _Plan(("Ctrl+K", "Ctrl+Shift+P")),
    "check": _Plan((), "check-circle"),
    "preferences": _Plan(("Ctrl+,",), "gear", role=QAction.MenuRole.PreferencesRole),
    "guide": _Plan(("Ctrl+F1",), "book-open"),
    "shortcuts": _Plan(("F1",), "question"),
    "about": _Plan((), "info", role=QAction.MenuRole.AboutRole),
}


class Actions(QObject):
    """Makes the actions once; `retranslate` and `set_look` keep them current."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._named = {name: self._make(name, plan) for name, plan in _PLANS.items()}
        self.severities = {severity: self._severity(number) for number, severity in enumerate(Severity, start=1)}
        self.themes = self._choices(CHOICES)
        self.languages = self._choices(tuple(LANGUAGES))
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._named[name]

    def connect_to(self, name: str, wish: Callable[[], object]) -> None:
        """Let a command do something."""
        self._named[name].triggered.connect(lambda _checked=False: wish())

    def all(self) -> tuple[QAction, ...]:
        """Return every action that has a key or a place in a menu."""
        return (*self._named.values(), *self.severities.values(), *self.themes.values(), *self.languages.values())

    def keys(self) -> dict[str, list[QKeySequence]]:
        """Return the keys that each command has now."""
        return {name: action.shortcuts() for name, action in self._named.items()}

    def set_keys(self, chosen: Mapping[str, str]) -> None:
        """Give commands the keys a person chose, as the settings write them; all others have those they came with."""
        for name, action in self._named.items():
            keys = self.first_keys(name)
            if name in chosen:
                portable = QKeySequence.SequenceFormat.PortableText
                keys = [key for key in QKeySequence.listFromString(chosen[name], portable) if not key.isEmpty()]
            if keys != action.shortcuts():
                action.setShortcuts(keys)
                _explain(action)

    def first_keys(self, name: str) -> list[QKeySequence]:
        """Return the keys that a command comes with."""
        return [keys for key in _PLANS[name].keys if not (keys := QKeySequence(key)).isEmpty()]

    def groups(self) -> dict[str, Mapping[Any, QAction]]:
        """Return the actions that stand in a menu of their own."""
        return {"theme": self.themes, "language": self.languages, "severity": self.severities}

    def set_look(self, look: Look) -> None:
        """Draw the icons in other colours."""
        for name, plan in _PLANS.items():
            if plan.icon:
                self._named[name].setIcon(icon(plan.icon, look.theme.second, look.px(20)))
        for severity, action in self.severities.items():
            action.setIcon(shape_icon(severity, look.theme, 16))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        words = action_words()
        for name, action in self._named.items():
            action.setText(words[name])
            _explain(action)
        for severity, action in self.severities.items():
            action.setText(severity_label(severity))
            _explain(action)
        for name, action in self.themes.items():
            action.setText(theme_words(name))
        for name, action in self.languages.items():
            action.setText(LANGUAGES[name])

    def _make(self, name: str, plan: _Plan) -> QAction:
        action = QAction(self)
        action.setObjectName(name)
        action.setShortcuts(self.first_keys(name))
        action.setCheckable(plan.checkable)
        action.setMenuRole(plan.role)
        return action

    def _severity(self, number: int) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(str(number)), QKeySequence(f"Ctrl+{number}")])  # with Ctrl also while typing
        return action

    def _choices(self, names: tuple[str, ...]) -> dict[str, QAction]:
        group = QActionGroup(self)
        found: dict[str, QAction] = {}
        for name in names:
            action = QAction(self)
            action.setCheckable(True)
            action.setMenuRole(QAction.MenuRole.NoRole)
            group.addAction(action)
            found[name] = action
        return found


def _explain(action: QAction) -> None:
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    words = action.text().replace("&", "").rstrip("…")
    action.setToolTip(f"{words} ({key})" if key else words)
    action.setStatusTip("")

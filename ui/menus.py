"""The menu bar: the commands of `actions` in their menus, and what was open lately."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.action_words import menu_words
from ui.actions import MENUS, Actions
from ui.places import shown_path

__all__ = ["Menus"]


class Menus(QObject):
    """Fills the bar once; `retranslate` and `show_recent` keep it current."""

    recent_wanted = Signal(str)

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        super().__init__(bar)
        self._actions = actions
        self._menus: dict[str, QMenu] = {}
        for name, entries in MENUS:
            menu = self._menus[name] = bar.addMenu("")
            for entry in entries:
                self._add(menu, entry)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        for name, menu in self._menus.items():
            menu.setTitle(menu_words(name))

    def show_recent(self, names: tuple[str, ...], *, discreet: bool = False) -> None:
        """List what was open lately; by numbers alone where others look on."""
        menu = self._menus["recent"]
        menu.clear()
        for number, name in enumerate(names, start=1):
            path = Path(name)
            words = f"{path.stem}  —  {shown_path(path.parent)}".replace("&", "&&")
            action = menu.addAction(self.tr("Matter {number}").format(number=number) if discreet else words)
            action.triggered.connect(lambda _checked=False, name=name: self.recent_wanted.emit(name))
        menu.addSeparator()
        menu.addActions([self._actions["keep_recent"], self._actions["empty_recent"]])

    def _add(self, menu: QMenu, entry: str) -> None:
        groups = {name: list(found.values()) for name, found in self._actions.groups().items()}
        if not entry:
            menu.addSeparator()
        elif entry == "recent" or entry in groups:
            self._menus[entry] = menu.addMenu("")
            self._menus[entry].addActions(groups.get(entry, []))
        else:
            menu.addAction(self._actions[entry])

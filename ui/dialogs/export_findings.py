"""What was looked for and found before a file goes out, as a list that unfolds over the foot of the export window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotations.model import Visibility
from export.after_check import Secret, SecretKind
from export.found import Fate
from export.writer import Listed
from ui.foreseeing import Foreseen
from ui.icons import pixmap
from ui.look import Look

__all__ = ["FindingsSheet", "Part", "findings", "kinds_of"]

_MOST = 200
"""Lines of one part that are shown; more would be read by nobody."""


@dataclass(frozen=True, slots=True)
class Part:
    """Sentences under one heading; `alert`: someone should look at them before the file goes out.

    `look`: they are no fault, but for a person to settle. `links`: for each line, which field settles it.
    """

    head: str
    lines: tuple[str, ...]
    alert: bool = False
    done: bool = False
    look: bool = False
    links: tuple[str, ...] = ()


def findings(foreseen: Foreseen, language: str) -> tuple[Part, ...]:
    """Return everything that is known about an export, what wants a look first."""
    translate = QCoreApplication.translate
    outside = foreseen.options.profile != Visibility.INTERNAL.value
    names = dict(foreseen.names)
    found = foreseen.ahead.found
    of_fate = {fate: [one.sentence(language) for one in found if one.fate is fate and not one.theirs] for fate in Fate}
    known = tuple(one.sentence(language) for one in found if one.theirs)
    parts = (
        Part(translate("Findings", "Would stand in the file and must not"), _leaks(foreseen.leaks), alert=True),
        Part(translate("Findings", "Stays in the file as it came"), tuple(of_fate[Fate.STAYS]), alert=outside),
        Part(translate("Findings", "Not quite as asked"), _listed(foreseen.moved, names, language), alert=True),
        Part(translate("Findings", "Notes that stay in"), _listed(foreseen.ahead.left_out, names, language)),
        Part(translate("Findings", "Came with the client's own file, and stays"), known),
        Part(translate("Findings", "Never goes out"), tuple(of_fate[Fate.HELD_BACK])),
        Part(translate("Findings", "Taken out of the file"), (*of_fate[Fate.REMOVED], *of_fate[Fate.RENAMED])),
        _checked(foreseen),
    )
    return tuple(part for part in parts if part.lines)


def kinds_of(leaks: Iterable[Secret]) -> str:
    """Return what kinds of things would leak, as words."""
    translate = QCoreApplication.translate
    names = {
        SecretKind.REMARK: translate("Findings", "private remarks"),
        SecretKind.NOTE: translate("Findings", "notes that should stay in"),
        SecretKind.REPLY: translate("Findings", "internal replies"),
        SecretKind.FIELD: translate("Findings", "parts of notes that should stay in"),
        SecretKind.PERSON: translate("Findings", "names of your people"),
        SecretKind.MATTER: translate("Findings", "facts of the matter"),
        SecretKind.ID: translate("Findings", "ids of the matter"),
        SecretKind.PATH: translate("Findings", "a path of this computer"),
    }
    there = {leak.kind for leak in leaks}
    return " · ".join(name for kind, name in names.items() if kind in there)


def _leaks(leaks: Sequence[Secret]) -> tuple[str, ...]:
    return tuple(f"#{leak.number}  {leak.words}" if leak.number else leak.words for leak in leaks)


def _listed(listed: Iterable[Listed], names: dict[str, str], language: str) -> tuple[str, ...]:
    mark = "：" if language.startswith("zh") else ": "
    return tuple(f"{names.get(one.id, one.id)}{mark}{one.sentence(language)}" for one in listed)


def _checked(foreseen: Foreseen) -> Part:
    translate = QCoreApplication.translate
    lines = (
        translate("Findings", "Every part of the file was searched, its names and properties too."),
        translate(
            "Findings", "No private remark stands in it, nothing being typed, no path or user name of this computer."
        ),
        translate("Findings", "No note stands in it that these readers may not see, and no id of the matter."),
    )
    held = () if foreseen.leaks else lines[: 3 if foreseen.options.profile != Visibility.INTERNAL.value else 2]
    return Part(translate("Findings", "Checked"), held, done=True)


class FindingsSheet(QFrame):
    """Lies over the window just above its foot, as high as it needs and no higher than allowed."""

    field_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("look", "findings")
        self.setAccessibleName(self.tr("What was checked and found"))
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 0)
        box.addWidget(self._area)
        self.hide()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show other findings."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(4)
        for part in parts:
            self._write(part, column)
        column.addStretch(1)
        inside.setAutoFillBackground(False)
        self._area.setWidget(inside)

    def wanted_height(self, width: int) -> int:
        """Return how high it is with everything in view."""
        inside = self._area.widget()
        room = inside.layout() if inside is not None else None
        return 2 + (room.heightForWidth(width - 16) if room is not None else 0)

    def _write(self, part: Part, column: QVBoxLayout) -> None:
        head = QLabel(part.head, self)
        head.setProperty("look", "head")
        column.addSpacing(4)
        column.addWidget(head)
        more = len(part.lines) - _MOST
        for at, line in enumerate((*part.lines[:_MOST], *((f"… + {more}",) if more > 0 else ()))):
            row = self._row(part, line)
            if at < len(part.links):
                row.insertWidget(2, self._link(part.links[at], line), 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)

    def _row(self, part: Part, line: str) -> QHBoxLayout:
        theme = self._look.theme
        kinds = {(True, False): ("warning", theme.alert), (False, True): ("check", theme.done)}
        name, colour = kinds.get((part.alert, part.done), ("info", theme.second))
        sign = QLabel(self)
        sign.setPixmap(pixmap(name, colour, 16, self.devicePixelRatioF()))
        words = QLabel(line, self)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return row

    def _link(self, field: str, line: str) -> QPushButton:
        button = QPushButton(self.tr("Write it"), self)
        button.setProperty("look", "link")
        button.setAccessibleName(f"{button.text()}: {line}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.field_wanted.emit(field))
        return button

"""What everybody needs of a window, looked for on real widgets: names and states, whole words, contrast."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

Role = QAccessible.Role
_LISTS = {Role.List, Role.Table, Role.Tree, Role.PageTabList}
ACTING = {Role.PushButton, Role.ButtonMenu, Role.EditableText, Role.ComboBox, Role.RadioButton, Role.CheckBox}
NAMED = _LISTS | ACTING | {Role.ButtonDropDown, Role.MenuItem, Role.Slider, Role.SpinBox, Role.Dialog}


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Give a part and all that can be seen in it."""
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from walk(child)


def parts(widget: QWidget) -> Iterator[QAccessibleInterface]:
    yield from walk(QAccessible.queryAccessibleInterface(widget))


def unsaid(widget: QWidget) -> list[str]:
    """What a screen reader would not say: controls without a name, and states that differ from what is seen."""
    found = []
    for part in parts(widget):
        name, owner = part.text(QAccessible.Text.Name), part.object()
        where = type(owner).__name__ if owner is not None else "item"
        if part.role() in NAMED and not name.strip():
            found.append(f"nameless {part.role().name} {where}")
        if isinstance(owner, QAbstractButton) and owner.isCheckable() and not part.state().checkable:
            found.append(f"{name}: cannot be heard to be checkable")
        if isinstance(owner, QAbstractButton) and owner.isCheckable() and part.state().checked != owner.isChecked():
            found.append(f"{name}: heard as {part.state().checked}, seen as {owner.isChecked()}")
        if isinstance(owner, QWidget) and bool(part.state().disabled) == owner.isEnabled() and part.role() in ACTING:
            found.append(f"{name}: enabled is not what is heard")
    return found


def unreachable(widget: QWidget) -> list[str]:
    """Controls that no key gets to and that say no other way: a shortcut, a menu, arrows within a group."""
    found = []
    for child in widget.findChildren(QWidget):
        acting = isinstance(child, (QPushButton, QLineEdit, QComboBox, QCheckBox, QRadioButton))
        if acting and child.isVisible() and child.isEnabled() and child.focusPolicy() == Qt.FocusPolicy.NoFocus:
            found.append(f"{type(child).__name__} {child.accessibleName() or child.objectName()}")
    return found


def cut_words(widget: QWidget) -> list[str]:
    """Words that are drawn wider or higher than the room their widget has; … where a widget means it is no fault."""
    found = []
    for child in [widget, *widget.findChildren(QWidget)]:
        if child.isVisible() and child.width() > 0:
            found += [f"{type(child).__name__} {words!r}: {what}" for words, what in _cut(child)]
    return found


def crowded(widget: QWidget) -> list[str]:
    """Controls that stand out of what holds them, so that part of them is not there, or over one another."""
    found = []
    kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox)
    for holder in [widget, *widget.findChildren(QWidget)]:
        if not holder.isVisible() or holder.layout() is None:
            continue
        laid = [holder.layout().itemAt(number).widget() for number in range(holder.layout().count())]
        shown = [one for one in laid if isinstance(one, kinds) and one.isVisible()]
        for number, one in enumerate(shown):
            if not holder.rect().adjusted(-1, -1, 1, 1).contains(one.geometry()):
                found.append(f"{type(one).__name__} {_said(one)!r} stands out of {type(holder).__name__}")
            over = [other for other in shown[number + 1 :] if one.geometry().intersects(other.geometry())]
            found += [f"{_said(one)!r} stands over {_said(other)!r}" for other in over]
    return found


def _said(widget: QWidget) -> str:
    words = getattr(widget, "text", lambda: "")()
    return words or widget.accessibleName() or widget.objectName()


def _cut(child: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(child, QLabel):
        yield from _cut_label(child)
    elif isinstance(child, (QPushButton, QCheckBox, QRadioButton)):
        yield from _cut_button(child)
    elif isinstance(child, QToolButton):
        shown = child.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly and not child.icon().isNull()
        if child.text() and (shown or child.icon().isNull()):
            yield from _cut_button(child)
    elif isinstance(child, QMenuBar):
        yield from _cut_menus(child)
    elif isinstance(child, QLineEdit) and child.placeholderText() and _high(child) > child.height():
        yield child.placeholderText(), "higher than its field"


def _cut_label(label: QLabel) -> Iterator[tuple[str, str]]:
    words = label.text()
    if not words.strip() or re.search("<[a-z]", words) or label.property("elides"):
        return
    if label.wordWrap():
        if label.heightForWidth(label.width()) > label.height() + 2:
            yield words, f"{label.heightForWidth(label.width())} high in {label.height()}"
        return
    wide = max(QFontMetricsF(label.font()).horizontalAdvance(line) for line in words.split("\n"))
    if wide > label.contentsRect().width() + 1.5:
        yield words, f"{wide:.0f} wide in {label.contentsRect().width()}"
    if _high(label) > label.height() + 2:
        yield words, f"{_high(label):.0f} high in {label.height()}"


def _cut_button(button: QAbstractButton) -> Iterator[tuple[str, str]]:
    words = button.text().replace("&", "")
    room = _room_for_words(button)
    wide = QFontMetricsF(button.font()).horizontalAdvance(words)
    if words and wide > room:
        yield words, f"{wide:.0f} wide in {room}"
    if words and _high(button) > button.height() + 2:
        yield words, f"{_high(button):.0f} high in {button.height()}"


def _room_for_words(button: QAbstractButton) -> int:
    """The pixels a button's words have: without its padding, its box and its icon."""
    icon = button.iconSize().width() if not button.icon().isNull() else 0
    if isinstance(button, QPushButton):
        option = QStyleOptionButton()
        button.initStyleOption(option)
        element = QStyle.SubElement.SE_PushButtonContents
        return button.style().subElementRect(element, option, button).width() + 1 - icon
    return button.width() - icon


def _cut_menus(bar: QMenuBar) -> Iterator[tuple[str, str]]:
    more = bar.findChild(QToolButton, "qt_menubar_ext_button")
    if more is not None and more.isVisible():
        return  # what has no room stands in the menu that Qt itself offers at the end
    for action in bar.actions():
        box = bar.actionGeometry(action)
        if box.isEmpty() or box.right() > bar.width() or box.bottom() > bar.height() + 1:
            yield action.text(), "does not fit into the menu bar"


def _high(widget: QWidget) -> float:
    """The height of the letters themselves, tails and accents included."""
    return QFontMetricsF(widget.font()).tightBoundingRect("Ågj字").height()


# -- colours --------------------------------------------------------------------------------------------------------


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


GROUNDS = ("window", "panel", "page", "card")
PAIRS = (
    ("on_accent", "accent"), ("text", "selection"), ("text", "hit"), ("text", "current_hit"), ("text", "row"),
    ("second", "row"), ("accent", "row"), ("inserted_text", "inserted"), ("deleted_text", "deleted"),
)  # fmt: skip


def pale(theme) -> list[str]:
    """What of a theme is below WCAG AA: 4.5 for words, 3 for edges and signs."""
    return [*_pale_grounds(theme), *_pale_pairs(theme), *_pale_severities(theme)]


def _pale_grounds(theme) -> Iterator[str]:
    for ground in GROUNDS:
        for words in ("text", "second", "third", "accent", "done", "alert"):
            if contrast(getattr(theme, words), getattr(theme, ground)) < 4.5:
                yield f"{words} on {ground}"
        if contrast(theme.edge, getattr(theme, ground)) < 3:
            yield f"edge on {ground}"


def _pale_pairs(theme) -> Iterator[str]:
    for one, other in PAIRS:
        words = theme.selected_text if other == "selection" and theme.selected_text else getattr(theme, one)
        framed = theme.high_contrast and other.endswith("hit")  # there hits have a frame and no fill
        if not framed and contrast(words, getattr(theme, other)) < 4.5:
            yield f"{one} on {other}"


def _pale_severities(theme) -> Iterator[str]:
    for severity, colours in theme.severities.items():
        if contrast(theme.text, colours.fill) < 4.5 or contrast(colours.label, theme.card) < 4.5:
            yield f"{severity}: words on its fill, or its label on a card"
        if contrast(colours.on, colours.mark) < 4.5:
            yield f"{severity}: what is written on its mark"
        yield from (
            f"{severity} mark on {ground}" for ground in (*GROUNDS, "row") if _faint(theme, colours.mark, ground)
        )


def _faint(theme, mark: str, ground: str) -> bool:
    return contrast(mark, getattr(theme, ground)) < 3

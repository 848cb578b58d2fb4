"""The window for everybody: said aloud, whole at twice the size in both languages, with contrast, by keys alone.

Each check has been seen to fail: its twin plants a fault and expects it to be found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton, QToolButton, QWidget

from annotations.model import Severity
from documents.model import Span
from tests.ui.everyone import contrast, crowded, cut_words, pale, parts, unreachable, unsaid
from ui.dialogs.encoding_dialog import EncodingDialog
from ui.dialogs.help_dialogs import AboutDialog
from ui.dialogs.password_dialog import PasswordDialog
from ui.highlight_painter import severity_pen
from ui.panels.wording_field import redline_html
from ui.shapes import shape_icon
from ui.theme import DARK, LIGHT, SEPIA, high_contrast_theme

pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.timeout(120)]

THEMES = (LIGHT, SEPIA, DARK)
OPENING = (
    "preferences", "shortcuts", "guide", "print", "export", "search", "about_document", "about", "paste", "details",
    "documents", "register", "snippets", "go_to_page", "send_part",
)  # fmt: skip
EVERY_SIZE = [("en", 100), ("zh", 100), ("en", 200), ("zh", 200)]


@pytest.fixture
def reviewed(opened):
    session = opened.session
    for words, severity in (("whatever else", Severity.HIGH), ("without telling you", Severity.LOW)):
        start = session.policy.text.index(words)
        note = session.add_note((Span(start, start + len(words)),), severity)
        session.edit(note.uid, title="Open list", issue="No purpose", legal_basis="GDPR Art. 5(1)(b)")
    session.reply(session.notes[0].uid, "Ask them.")
    return opened


def dialogs(program, qtbot) -> Iterator[QDialog]:
    """Every dialog that a command opens, and those that only a file asks for."""
    window = program.window
    known = window.actions_of.keys()
    for name in OPENING:
        if name not in known:
            continue
        window.actions_of[name].trigger()
        qtbot.wait(30)
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                yield dialog
                close(dialog)
    password = PasswordDialog("a.pdf", window.look, wrong=True, parent=window)
    for dialog in (EncodingDialog(b"abc", "utf-8", window), password, AboutDialog("1.0", window.look, window)):
        dialog.show()
        yield dialog
        close(dialog)


def close(dialog: QDialog) -> None:
    dialog.close()
    dialog.deleteLater()


# -- said aloud ------------------------------------------------------------------------------------------------------


def test_every_control_of_the_window_has_a_name_a_role_and_its_state(reviewed):
    reviewed.window.work.open_note(reviewed.session.notes[0].uid, "issue")
    reviewed.window.work.notes.list.editor.foot.more.setChecked(True)
    reviewed.window.work.notes.filter_button.setChecked(True)
    assert unsaid(reviewed.window) == []
    assert unreachable(reviewed.window.work.notes.list.editor) == []


def test_every_control_of_every_dialog_has_a_name_a_role_and_its_state_and_is_got_to_by_keys(reviewed, qtbot):
    told = {type(dialog).__name__: unsaid(dialog) + unreachable(dialog) for dialog in dialogs(reviewed, qtbot)}
    assert len(told) > 10
    assert {name: faults for name, faults in told.items() if faults} == {}


def test_a_planted_nameless_button_and_one_that_no_key_reaches_are_found(reviewed):
    planted = QPushButton(reviewed.window.work)
    planted.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    planted.show()
    assert "nameless Button QPushButton" in unsaid(reviewed.window) or any(
        "nameless" in one for one in unsaid(reviewed.window)
    )
    assert unreachable(reviewed.window.work) != []


def test_a_planted_state_that_is_not_what_is_seen_is_found(reviewed, monkeypatch):
    box = QCheckBox("Seen", reviewed.window.work)
    box.show()
    assert not [fault for fault in unsaid(reviewed.window) if "Seen" in fault]
    monkeypatch.setattr(box, "isChecked", lambda: True)
    assert any(fault.startswith("Seen: heard as") for fault in unsaid(reviewed.window))


def test_every_note_is_said_with_its_severity_its_place_and_its_number(reviewed):
    list_ = reviewed.window.work.notes.list
    said = [part.text(QAccessible.Text.Name) for part in parts(list_) if part.role() == QAccessible.Role.ListItem]
    assert any(words.startswith("High, ") and "#1" in words and "Open list" in words for words in said)


def test_the_text_announces_its_highlights(reviewed):
    assert said_where(reviewed, "whatever else") == "High, note 1"
    assert said_where(reviewed, "your name") == ""
    reviewed.session.add_note((span_of(reviewed, "whatever else we find useful"),), Severity.LOW)
    assert said_where(reviewed, "whatever else") == "High, note 1; Low, note 3"


def said_where(program, words: str) -> str:
    """What a screen reader hears of a place of the policy beside its words."""
    view, start = program.window.work.policy.view, span_of(program, words).start
    view.select(Span(start + 2, start + 3))
    interface = QAccessible.queryAccessibleInterface(view.focusProxy())
    return interface.text(QAccessible.Text.Description)


def span_of(program, words: str) -> Span:
    start = program.session.policy.text.index(words)
    return Span(start, start + len(words))


# -- whole words -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "scale"), EVERY_SIZE)
def test_no_words_of_the_window_are_cut(reviewed, qtbot, language, scale):
    reviewed.preferences.change(language=language, scale=scale)
    qtbot.wait(50)
    assert cut_words(reviewed.window) == []
    reviewed.window.resize(2400, 1400)
    reviewed.window.work.area.show_notes(shown=True)
    reviewed.window.work.open_note(reviewed.session.notes[0].uid, "issue")
    reviewed.window.work.notes.filter_button.setChecked(True)
    qtbot.wait(50)
    assert cut_words(reviewed.window) == []


@pytest.mark.parametrize(("language", "scale"), EVERY_SIZE)
def test_no_words_are_cut_and_nothing_stands_over_another_in_a_narrow_window(reviewed, qtbot, language, scale):
    reviewed.preferences.change(language=language, scale=scale)
    reviewed.window.status.show_document("en", 100, "Page 3 of 120")
    reviewed.window.work.top.views.show()
    for width in (640, 900, 1280):
        reviewed.window.resize(width, 600)
        qtbot.wait(20)
        assert (width, cut_words(reviewed.window) + crowded(reviewed.window)) == (width, [])


def test_planted_controls_that_are_cut_by_what_holds_them_or_by_each_other_are_found(reviewed, qtbot):
    top = reviewed.window.work.top
    top.export.setMinimumWidth(0)
    top.export.setFixedWidth(60)
    top.setFixedHeight(16)
    qtbot.wait(20)
    top.export.move(top.find_field.pos())
    assert any("Export" in fault for fault in cut_words(reviewed.window))
    found = crowded(reviewed.window)
    assert any("FindField" in fault and "out of TopBar" in fault for fault in found)
    assert any("stands over" in fault for fault in found)


@pytest.mark.parametrize(("language", "scale"), EVERY_SIZE)
def test_no_words_of_any_dialog_are_cut(reviewed, qtbot, language, scale):
    reviewed.preferences.change(language=language, scale=scale)
    reviewed.window.resize(1600, 1000)
    told = {}
    for dialog in dialogs(reviewed, qtbot):
        qtbot.wait(20)
        told[type(dialog).__name__] = cut_words(dialog) + crowded(dialog)
    assert {name: faults for name, faults in told.items() if faults} == {}


@pytest.mark.parametrize(("language", "scale"), EVERY_SIZE)
def test_no_words_of_the_start_page_are_cut(open_window, qtbot, language, scale):
    program = open_window(language=language, scale=scale)
    qtbot.wait(30)
    assert cut_words(program.window) == []


def test_rows_grow_at_once_when_the_letters_do(reviewed, qtbot):
    outline = reviewed.window.work.outline.list
    first = outline.model().index(0, 0)
    usual = outline.visualRect(first).height()
    reviewed.preferences.change(scale=200)
    qtbot.waitUntil(lambda: outline.visualRect(first).height() == 2 * usual)


def test_planted_words_that_are_cut_are_found(reviewed):
    label = QLabel("Words that are much too long for where they stand", reviewed.window.work)
    label.setFixedSize(60, 20)
    label.show()
    button = QPushButton("Words that do not fit", reviewed.window.work)
    button.setStyleSheet("min-height: 0")
    button.setFixedSize(60, 8)
    button.show()
    found = cut_words(reviewed.window)
    assert len([fault for fault in found if "much too long" in fault]) == 1
    assert len([fault for fault in found if "do not fit" in fault]) == 2


# -- contrast, and nothing by colour alone ---------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_theme_keeps_to_wcag_aa(theme):
    assert pale(theme) == []


@pytest.mark.usefixtures("qapp")
def test_the_systems_high_contrast_keeps_to_wcag_aa():
    palette = QPalette(Qt.GlobalColor.black)
    roles = QPalette.ColorRole
    for role, colour in ((roles.Base, "black"), (roles.Text, "white"), (roles.Highlight, "yellow"),
                         (roles.HighlightedText, "black")):  # fmt: skip
        palette.setColor(role, colour)
    theme = high_contrast_theme(palette)
    assert [fault for fault in pale(theme) if "on accent" not in fault and "accent on" not in fault] == []


@pytest.mark.parametrize(
    "change", [{"third": "#9A9A9A"}, {"edge": "#DDDDDD"}, {"accent": "#80C0FF"}, {"hit": "#303030"}]
)
def test_a_planted_pale_colour_is_found(change):
    assert pale(replace(LIGHT, **change)) != []


def signs(theme) -> dict[Severity, tuple]:
    """What tells each severity without its colour: the line's width and pattern, and the shape in black."""
    plain = replace(theme, severities=dict.fromkeys(Severity, theme.severity(Severity.HIGH)))
    found = {}
    for severity in Severity:
        pen = severity_pen(severity, plain)
        image = shape_icon(severity, plain, 16).pixmap(16, 16).toImage()
        found[severity] = (pen.widthF(), tuple(pen.dashPattern()), bytes(image.constBits()))
    return found


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_severities_are_told_apart_with_all_colours_alike(theme, qapp):
    assert qapp is not None
    told = signs(theme)
    assert len({line[:2] for line in told.values()}) == len(Severity)
    assert len({shape[2] for shape in told.values()}) == len(Severity)


def test_a_planted_severity_that_only_its_colour_tells_is_found(qapp, monkeypatch):
    assert qapp is not None
    monkeypatch.setattr("tests.ui.test_everyone.severity_pen", lambda _severity, theme: severity_pen_of_high(theme))
    assert len({line[:2] for line in signs(LIGHT).values()}) == 1


_PEN = severity_pen


def severity_pen_of_high(theme):
    return _PEN(Severity.HIGH, theme)


# -- words in both languages -----------------------------------------------------------------------------------------


def untranslated(ts: str) -> list[str]:
    """The strings of a translation file that have no Chinese."""
    return [
        message.findtext("source")
        for message in ElementTree.fromstring(ts).iter("message")
        if message.find("translation").get("type") or not (message.findtext("translation") or "").strip()
    ]


def test_a_planted_untranslated_string_is_found():
    whole = "<TS><context><message><source>a</source><translation>甲</translation></message>{}</context></TS>"
    assert untranslated(whole.format("")) == []
    planted = "<message><source>b</source><translation type='unfinished'>乙</translation></message>"
    assert untranslated(whole.format(planted)) == ["b"]
    assert untranslated(whole.format("<message><source>c</source><translation></translation></message>")) == ["c"]


# -- by keys alone ---------------------------------------------------------------------------------------------------


def test_every_command_is_in_a_menu_and_every_menu_is_opened_by_a_key(reviewed):
    bar = reviewed.window.menuBar()
    offered: set[QAction] = set()
    for top in bar.actions():
        assert "&" in top.text()
        offered |= set(leaves(top))
    assert [action.objectName() for action in reviewed.window.actions_of.all() if action not in offered] == []


def leaves(action: QAction) -> Iterator[QAction]:
    if action.menu() is None:
        yield action
    else:
        for child in action.menu().actions():
            yield from leaves(child)


def test_tab_goes_round_the_window_and_what_has_the_keys_can_be_seen(reviewed):
    window = reviewed.window
    window.work.top.export.setFocus()
    seen: list[QWidget] = []
    for _ in range(12):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        focused = window.focusWidget()
        assert focused.isVisible()
        seen.append(focused)
    names = {one.accessibleName() for one in seen}
    assert {"Clauses", "Notes"} <= names
    assert all(":focus" in reviewed.window.window().styleSheet() or ":focus" in app_sheet() for _ in seen)


def app_sheet() -> str:
    from PySide6.QtWidgets import QApplication

    return QApplication.instance().styleSheet()


# -- nothing by colour alone, where there are no grounds ---------------------------------------------------------------


def test_words_put_in_are_underlined_and_words_struck_are_struck(reviewed):
    shown = redline_html("We share your data.", "We never share your data.", reviewed.window.look)
    put_in = next(part for part in shown.split("<span") if "never" in part)
    assert "underline" in put_in
    assert "line-through" in redline_html("We share.", "", reviewed.window.look)


def test_a_legal_basis_has_an_edge_in_high_contrast(reviewed, qtbot):
    reviewed.preferences.change(theme="contrast")
    reviewed.window.work.open_note(reviewed.session.notes[0].uid, "issue")
    qtbot.wait(20)
    (chip,) = (one for one in reviewed.window.findChildren(QToolButton) if one.property("look") == "chip")
    picture = chip.grab().toImage()
    middle = picture.height() // 2
    ground, edge = picture.pixelColor(picture.width() // 2, 4), picture.pixelColor(0, middle)
    assert contrast(ground.name(), edge.name()) > 3

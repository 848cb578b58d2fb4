"""The window in a language that nobody speaks: longer, in brackets. A bare string or a nameless control shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QDialog, QWidget

from annotations.model import Reviewer, Severity
from documents.containers import Contained
from documents.letters import Letter
from documents.model import Span
from ui.actions import LANGUAGES
from ui.dialogs.about_document import AboutDocumentDialog
from ui.dialogs.encoding_dialog import ENCODINGS, EncodingDialog
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.help_dialogs import AboutDialog
from ui.dialogs.keys_dialog import KeysDialog
from ui.dialogs.parts_dialog import PartsDialog
from ui.dialogs.password_dialog import PasswordDialog
from ui.dialogs.paste_dialog import PasteDialog
from ui.dialogs.preferences_dialog import PreferencesDialog
from ui.dialogs.search_dialog import SearchDialog
from ui.dialogs.snippets_dialog import SnippetsDialog
from ui.dialogs.unapproved_question import UnapprovedQuestion
from ui.dialogs.unsaved_question import UnsavedQuestion
from ui.exporting import ExportHabits, Unapproved
from ui.opening import Arrival, Holding

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Role = QAccessible.Role
CONTROLS = {
    Role.PushButton,
    Role.ButtonMenu, Role.ButtonDropDown, Role.EditableText, Role.ComboBox, Role.List, Role.RadioButton,
    Role.CheckBox, Role.MenuItem, Role.PageTabList, Role.Slider, Role.SpinBox, Role.Table, Role.Tree,
}  # fmt: skip
WORDS = re.compile(r"[^\W\d_]{2,}")
# What is the same in every language: our name, keys, the languages' own names, encodings.
FREE = (
    "Clausemark",
    "English",
    "简体中文",
    "繁體中文",
    "中文",
    "UTF-8",
    "Esc",
    "Ctrl",
    "Shift",
    "Alt",
    "Return",
    "Del",
    "PgDown",
)


class Pseudo(QTranslator):
    """Answers every string that goes through `tr` with a longer one in brackets."""

    def translate(self, _context: str, source: str, _disambiguation: str = "", _n: int = -1) -> str:
        return f"[{source} ħơł]" if source else ""

    def isEmpty(self) -> bool:  # noqa: N802
        return False


@pytest.fixture
def pseudo(qapp: QObject) -> Iterator[None]:
    assert qapp is not None
    translator = Pseudo()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def dressed(opened, request):
    request.getfixturevalue("pseudo")
    session = opened.session
    start = session.policy.text.index("whatever else")
    note = session.add_note((Span(start, start + 13),), Severity.HIGH)
    session.edit(note.uid, title="§§", legal_basis="§ 1；§ 2")
    session.reviewer = Reviewer("")
    opened.window.work.open_note(note.uid)
    opened.window.work.notes.list.editor.foot.more.setChecked(True)
    opened.window.work.notes.filter_button.setChecked(True)
    opened.window.announcements.failed("[x]")
    opened.window.announcements._drafts(2)
    opened.window.retranslate()
    return opened


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from walk(child)


def texts(widget: QWidget) -> Iterator[tuple[object, str, str]]:
    for part in walk(QAccessible.queryAccessibleInterface(widget)):
        owner = part.object()
        where = type(owner).__name__ if owner is not None else ""
        yield part.role(), part.text(QAccessible.Text.Name), where


def own_words(program) -> set[str]:
    """The words that come from the policy, the note and the file, not from us."""
    session = program.session
    said = [session.policy.text, session.policy.title, str(session.path), *(row.address for row in
            program.window.work.outline.model.rows), *(note.author for note in session.notes)]  # fmt: skip
    return set(WORDS.findall(" ".join(said))) | {"clausemark", "docx", "jsonld", "txt"}


def bare(name: str, known: set[str]) -> str:
    """Return what is left of a name once bracketed strings, known words and free words are taken out."""
    rest, before = name, ""
    while rest != before:
        rest, before = re.sub(r"\[[^\[\]]*ħơł\]", " ", rest), rest
    for word in FREE:
        rest = rest.replace(word, " ")
    return " ".join(word for word in WORDS.findall(rest) if word not in known)


def problems(widget: QWidget, known: set[str]) -> list[str]:
    found = []
    for role, name, where in texts(widget):
        if role in CONTROLS and not name.strip():
            found.append(f"nameless {role} {where}")
        if left := bare(name, known):
            found.append(f"bare {left!r} in {name!r} ({where})")
    return found + [f"bare action {action.text()!r}" for action in widget.actions() if bare(action.text(), known)]


def tips(widget: QWidget, known: set[str]) -> list[str]:
    """Bare strings in what appears under the pointer and in empty fields."""
    parts = [widget, *widget.findChildren(QWidget)]
    said = [(part, part.toolTip()) for part in parts]
    said += [(part, part.placeholderText()) for part in parts if hasattr(part, "placeholderText")]
    return [f"bare {words!r} under {type(part).__name__}" for part, words in said if bare(words, known)]


def test_no_bare_string_and_no_nameless_control_stands_in_the_window(dressed):
    known = own_words(dressed) | {"whatever", "else", "para"}
    window = dressed.window
    assert problems(window, known) == []
    assert tips(window, known) == []


def test_the_bars_over_the_notes_and_the_menus_of_the_filter_have_none_either(dressed):
    window = dressed.window
    known = own_words(dressed) | {"whatever", "else", "para", "Okafor"}
    panel = window.work.notes
    window.actions_of["filter"].trigger()
    window.actions_of["review"].trigger()
    panel.bulk.show_notes([*dressed.session.notes, *dressed.session.notes])
    panel.bulk.buttons["owner"].click()
    dressed.session.reply(dressed.session.notes[0].uid, "§")
    window.work.open_note(dressed.session.notes[0].uid, "reply")
    assert problems(window, known) == []
    assert tips(window, known) == []
    panel.filter.more.fill()
    menus = [action.menu() for action in panel.filter.more.actions()]
    said = [action.text() for menu in (panel.filter.more, *menus) for action in menu.actions()]
    assert [words for words in said if bare(words, known)] == []


def test_every_command_has_its_words_its_key_under_the_pointer_and_an_icon_or_a_menu(dressed):
    for action in dressed.window.actions_of.all():
        if action.text() in LANGUAGES.values():
            continue
        assert "ħơł]" in action.text()
        if not action.shortcut().isEmpty():
            assert action.shortcut().toString(action.shortcut().SequenceFormat.NativeText) in action.toolTip()


@pytest.mark.usefixtures("pseudo")
def test_the_start_page_has_no_bare_string(open_window):
    program = open_window()
    program.window.retranslate()
    assert problems(program.window, {"clausemark"}) == []


def test_the_windows_over_the_window_have_none_either(dressed):
    window, known = dressed.window, own_words(dressed) | {"Okafor", "Courier"}
    folder = dressed.session.path.parent
    for dialog in (
        SnippetsDialog({"§": "§"}, window),
        UnapprovedQuestion(Unapproved(3, 2, 1), window),
        UnsavedQuestion(dressed.session, window),
        ExportDialog(dressed.session, dressed.tasks, window.look, ExportHabits(folder), window),
        AboutDocumentDialog(dressed.session, window.look, window),
        PasteDialog(dressed.tasks, window.look, window),
        EncodingDialog(b"abc", "utf-8", window),
        KeysDialog(window.actions_of, window.look, window),
        PreferencesDialog(dressed.session, window.preferences, window.look, window),
        AboutDialog("1", window.look, window),
        SearchDialog(dressed.session, dressed.tasks, window.look, "", window),
        PasswordDialog("§", window.look, wrong=True, parent=window),
        PartsDialog(a_mail(), window),
    ):
        named = known | set(WORDS.findall(" ".join(name for _code, name in ENCODINGS))) | {"abc", "March", "SHA"}
        named |= {"Word", "PDF", "bytes", "zip"}  # what they are called everywhere, and Qt's own
        named |= {"Annotated", "policy", "Client", "docx"}  # a file's name is in the language of what goes out
        named |= set(WORDS.findall(dressed.session.document.latest.sha256 + " " + dressed.session.policy.encoding))
        dialog.show()
        assert problems(dialog, named) == [], type(dialog).__name__
        assert tips(dialog, named) == [], type(dialog).__name__
        close(dialog)


def a_mail() -> Holding:
    parts = (Contained("§.docx", 3, b"abc"), Contained("§.zip", 3, b"abc"), Contained("§.html", 3, b"abc"))
    return Holding(Arrival(name="§.eml"), b"", parts, Letter("§", "§", datetime(2026, 3, 2, tzinfo=UTC), parts[2]))


@pytest.mark.usefixtures("pseudo")
def test_a_file_on_its_way_is_spoken_of_in_the_windows_language(open_window):
    reception = open_window().window.reception
    reception.bar.begin("§")
    reception.bar.set_waiting(2)
    reception.bar.show_progress(3, 9)
    reception.bar.show()
    reception._show_page("§")
    reception.retranslate()
    for part in (reception.bar, reception.page):
        assert problems(part, set()) == [], type(part).__name__
    reception.bar.hide()


def close(dialog: QDialog) -> None:
    dialog.close()
    dialog.deleteLater()

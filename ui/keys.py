"""Which keys a command may have: what input methods and writing need is refused, what another command has is told."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from ui.action_words import menu_words
from ui.actions import MENUS, Actions

__all__ = ["FORBIDDEN", "Verdict", "fixed_groups", "held_keys", "key_of", "native", "parse", "plain_words", "verdict"]

# Chinese input methods and their switches live on these, on Windows, macOS and Linux.
FORBIDDEN = ("Ctrl+Space", "Ctrl+.", "Ctrl+Shift+F", "Meta+Space", "Shift+Space", "Ctrl+Shift+Space", "Alt+Space")
_MODIFIERS = frozenset({
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock,
    Qt.Key.Key_unknown, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_Hyper_L, Qt.Key.Key_Hyper_R,
})  # fmt: skip
_FIND_FIELD = {"Alt+C": "Match case", "Alt+L": "Width", "Alt+W": "Whole words", "Alt+R": "Regular expression"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said of a key for a command; `other` is the command that has it, "" where none has."""

    allowed: bool
    words: str = ""
    other: str = ""


def key_of(event: QKeyEvent) -> QKeySequence:
    """Return the keys of a press; an empty sequence for a modifier alone."""
    if Qt.Key(event.key()) in _MODIFIERS:
        return QKeySequence()
    kept = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier)
    if event.key() == Qt.Key.Key_Backtab:
        return QKeySequence(QKeyCombination(kept, Qt.Key.Key_Tab))
    return QKeySequence(QKeyCombination(kept, Qt.Key(event.key())))


def native(keys: list[QKeySequence]) -> str:
    """Return keys as this system writes them: Ctrl+E, ⌘E."""
    return "  ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def parse(written: str) -> list[QKeySequence]:
    """Return the keys that the settings write as text; none for what is no key."""
    found = QKeySequence.listFromString(written, QKeySequence.SequenceFormat.PortableText)
    return [key for key in found if key.toString()]


def plain_words(action: QAction) -> str:
    """Return what a command is called, without its mnemonic and its dots."""
    return action.text().replace("&", "").rstrip("…")


def verdict(key: QKeySequence, name: str, actions: Actions) -> Verdict:
    """Say whether a command may have a key: refused, held by something fixed, another command's, or free."""
    translate = QCoreApplication.translate
    written = key.toString(QKeySequence.SequenceFormat.PortableText)
    if key.isEmpty():
        return Verdict(allowed=False, words=translate("Keys", "A key like Shift or Ctrl alone is no shortcut."))
    if written in FORBIDDEN:
        return Verdict(allowed=False, words=translate("Keys", "Input methods need these keys."))
    fixed = held_keys().get(written)
    if fixed is not None:
        return Verdict(allowed=False, words=translate("Keys", "These keys are fixed: {what}").format(what=fixed))
    other = next((one for one, keys in actions.keys().items() if one != name and key in keys), "")
    if other:
        words = translate("Keys", "“{command}” has these keys. It would lose them.")
        return Verdict(allowed=True, words=words.format(command=plain_words(actions[other])), other=other)
    return Verdict(allowed=True)


def held_keys() -> dict[str, str]:
    """Return the keys that no command may take, as the settings write them, and what each does."""
    held: dict[str, str] = {}
    for _group, rows in fixed_groups():
        for words, keys in rows:
            held = dict.fromkeys(keys, words) | held  # what is said first of a key counts
    for menu, _names in MENUS:
        words = menu_words(menu)
        if "&" in words:
            letter = words[words.index("&") + 1].upper()
            held[f"Alt+{letter}"] = words.replace("&", "")
    return held | dict.fromkeys(("Tab", "Shift+Tab"), QCoreApplication.translate("Keys", "Go on to the next part"))


def fixed_groups() -> tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]:
    """Return the keys that are not commands of the menus, by where they work."""
    translate = QCoreApplication.translate
    return (
        (
            translate("Keys", "Reading and marking"),
            (
                (translate("Keys", "Risk of the selected words, or of the current note"), ("1", "2", "3", "4", "5")),
                (translate("Keys", "On through the text, line by line or page by page"),
                 ("Up", "Down", "PgUp", "PgDown", "Space")),
                (translate("Keys", "Select letter by letter, line by line"),
                 ("Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down")),
                (translate("Keys", "Select word by word"), ("Ctrl+Shift+Left", "Ctrl+Shift+Right")),
                (translate("Keys", "Copy, select all"), ("Ctrl+C", "Ctrl+A")),
                (translate("Keys", "Back to the text"), ("Esc",)),
            ),
        ),
        (
            translate("Keys", "In the list of notes"),
            (
                (translate("Keys", "Next, previous note"), ("J", "K")),
                (translate("Keys", "Approve, while reviewing"), ("A",)),
            ),
        ),
        (
            translate("Keys", "In the review of what was carried over"),
            (
                (translate("Keys", "Accept, settled by the change, keep as lost"), ("A", "D", "L")),
                (translate("Keys", "Next, previous place"), ("J", "K")),
            ),
        ),
        (
            translate("Keys", "Comparing two versions"),
            (
                (translate("Keys", "Next, previous change"), ("J", "K")),
                (translate("Keys", "A note of that risk on the change"), ("1", "2", "3", "4", "5")),
                (translate("Keys", "Side by side, or one text"), ("V",)),
            ),
        ),
        (
            translate("Keys", "In a card"),
            (
                (translate("Keys", "Cut, paste"), ("Ctrl+X", "Ctrl+V")),
                (translate("Keys", "Send a reply"), ("Ctrl+Return",)),
            ),
        ),
        (
            translate("Keys", "Deciding between reviewers"),
            (
                (translate("Keys", "Let a side stand, or join into its note"), ("1", "2", "3", "4")),
                (translate("Keys", "Keep both"), ("B",)),
                (translate("Keys", "Show the words in the policy"), ("V",)),
            ),
        ),
        (
            translate("Keys", "In the find field"),
            (
                (translate("Keys", "Next, previous place"), ("Return", "Shift+Return")),
                (translate("Keys", "Case, width, whole words, regular expression"), tuple(_FIND_FIELD)),
            ),
        ),
    )  # fmt: skip

"""What the commands, the menus and the themes are called, in the interface's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.matter_words import matter_words

__all__ = ["action_words", "menu_words", "theme_words"]


def action_words() -> dict[str, str]:
    """Return what each command is called: all at once, for a window asks for all of them."""
    translate = QCoreApplication.translate
    return {
        "open": translate("Actions", "Open…"),
        "paste": translate("Actions", "Paste as new document…"),
        "sample": translate("Actions", "Try the sample"),
        "export": translate("Actions", "Export…"),
        "print": translate("Actions", "Print…"),
        "close": translate("Actions", "Close matter"),
        "quit": translate("Actions", "Quit"),
        "undo": translate("Actions", "Undo"),
        "redo": translate("Actions", "Redo"),
        "find": translate("Actions", "Find…"),
        "find_next": translate("Actions", "Find next"),
        "find_previous": translate("Actions", "Find previous"),
        "search": translate("Actions", "Search the whole matter…"),
        "copy": translate("Actions", "Copy"),
        "select_all": translate("Actions", "Select all"),
        "copy_citation": translate("Actions", "Copy with citation"),
        "select_sentence": translate("Actions", "Select sentence"),
        "select_clause": translate("Actions", "Select clause"),
        "select_more": translate("Actions", "Select more"),
        "select_less": translate("Actions", "Select less"),
        "outline": translate("Actions", "Clauses"),
        "notes": translate("Actions", "Notes"),
        "pages": translate("Actions", "Original pages"),
        "revisions": translate("Actions", "Show tracked changes"),
        "larger": translate("Actions", "Larger text"),
        "smaller": translate("Actions", "Smaller text"),
        "normal_size": translate("Actions", "Normal text size"),
        "narrow": translate("Actions", "Narrow column"),
        "full_screen": translate("Actions", "Full screen"),
        **_more_words(),
        **matter_words(),
    }


def _more_words() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "write_note": translate("Actions", "Write a note on the selection"),
        "redraft": translate("Actions", "Propose other wording"),
        "open_note": translate("Actions", "Open note"),
        "next_note": translate("Actions", "Next note"),
        "previous_note": translate("Actions", "Previous note"),
        "whole_document": translate("Actions", "Note on the whole document"),
        "select_note": translate("Actions", "Select the note's words"),
        "set_range": translate("Actions", "Use selection as range"),
        "add_range": translate("Actions", "Add selection to the note"),
        "more_fields": translate("Actions", "More fields of the note"),
        "filter": translate("Actions", "Filter notes…"),
        "insert_snippet": translate("Actions", "Insert snippet…"),
        "snippets": translate("Actions", "Edit snippets…"),
        "send_for_review": translate("Actions", "Mark for review"),
        "send_all_for_review": translate("Actions", "Mark all drafts for review"),
        "review": translate("Actions", "Review the notes"),
        "delete": translate("Actions", "Delete note"),
        "read": translate("Actions", "Mark clause read"),
        "next_unread": translate("Actions", "Next unread clause"),
        "next_clause": translate("Actions", "Next clause"),
        "previous_clause": translate("Actions", "Previous clause"),
        "go_to_clause": translate("Actions", "Go to clause…"),
        "go_to_page": translate("Actions", "Go to page…"),
        "take_back": translate("Actions", "Take back an answer…"),
        "next_document": translate("Actions", "Next document"),
        "encoding": translate("Actions", "Choose encoding…"),
        "whole_page": translate("Actions", "Show the whole page"),
        "recognise": translate("Actions", "Recognise the text…"),
        "about_document": translate("Actions", "About this document…"),
        "palette": translate("Actions", "Go to or do anything…"),
        "check": translate("Actions", "Check this matter"),
        "preferences": translate("Actions", "Preferences…"),
        "guide": translate("Actions", "User guide"),
        "shortcuts": translate("Actions", "What can I press?"),
        "about": translate("Actions", "About Clausemark"),
    }


def menu_words(name: str) -> str:
    """Return what a menu is called."""
    translate = QCoreApplication.translate
    return {
        "file": translate("Menus", "&File"),
        "edit": translate("Menus", "&Edit"),
        "view": translate("Menus", "&View"),
        "note": translate("Menus", "&Note"),
        "document": translate("Menus", "&Document"),
        "tools": translate("Menus", "&Tools"),
        "help": translate("Menus", "&Help"),
        "recent": translate("Menus", "Open recent"),
        "theme": translate("Menus", "Theme"),
        "language": translate("Menus", "Language"),
        "severity": translate("Menus", "Severity"),
    }[name]


def theme_words(name: str) -> str:
    """Return what a theme is called."""
    translate = QCoreApplication.translate
    return {
        "system": translate("Themes", "As the system"),
        "light": translate("Themes", "Light"),
        "sepia": translate("Themes", "Sepia"),
        "dark": translate("Themes", "Dark"),
        "contrast": translate("Themes", "High contrast"),
    }[name]

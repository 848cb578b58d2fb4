"""One run of the program for the painter: the real window on the sample policies, gone through screen by screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QDialog, QWidget

__all__ = ["AT", "Screen", "Sitting"]

AT = datetime(2026, 11, 22, 14, 2, tzinfo=timezone(timedelta(hours=8)))
REVIEWERS = {"en": ("Ana Okafor", "AO"), "zh": ("王晓岚", "WXL")}
NOTE = {"en": "H07", "zh": "S01"}
PAGED = {"en": "Harbour Notes privacy notice.pdf", "zh": "云杉记账隐私政策.pdf"}
SENT = {"en": "Harbour Notes privacy notice", "zh": "云杉记账隐私政策"}
CLIENTS = {"en": "Legal, Harbour Apps Ltd", "zh": "云杉数字科技 法务部"}
AT_THE_TOP = {"en": "Harbour Notes privacy", "zh": "三、我们怎样共享"}
ANSWERS = {
    "en": ("The wording for the annex is in our redraft of clause 4.", "Ask Jo whether the annex is signed yet."),
    "zh": ("附件的文字见我们对第四条的修改。", "请先确认附件是否已经签署。"),
}
SOUGHT = {"en": "data", "zh": "信息"}
DIALOGS = (
    "preferences", "shortcuts", "guide", "print", "export", "about_document", "about", "paste", "details", "documents",
    "register", "send_part", "snippets", "go_to_page", "search",
)  # fmt: skip
Screen = tuple[str, "QWidget"]


class Sitting:
    """Yields every screen and dialog under its name, ready to be grabbed."""

    def __init__(self, application: QApplication, language: str, theme: str, folder: Path) -> None:
        from ui.app import build
        from ui.settings import Settings, save

        self.language, self.theme, self.folder = language, theme, folder
        name, initials = REVIEWERS[language]
        os.environ["HOME"] = str(folder)
        settings = folder / "settings.toml"
        save(settings, Settings(reviewer=name, initials=initials, language=language, theme=theme, moves=False))
        self.program = build(application, settings, folder / "Documents" / "Clausemark", lambda: AT)
        self.window = self.program.window
        self.window.resize(1280, 768)
        self.window.show()

    def close(self) -> None:
        """End the program."""
        self.window.close()
        self.program.close()

    def screens(self) -> Iterator[Screen]:
        """Go through everything: the start, a review, every dialog, the pages of a PDF, and what is seen seldom."""
        from tools.seldom_seen import seldom_seen

        self.rest()
        yield "start", self.window
        self.window.actions_of["sample"].trigger()
        self._until(lambda: bool(self.program.session.notes))
        yield from self._review()
        yield from self._dialogs()
        yield from self._asked()
        yield from self._narrow()
        yield from self._returned()
        yield from self._memo_back()
        yield from self._merged()
        yield from self._part()
        yield from self._carried()
        yield from self._pages()
        yield from seldom_seen(self)

    # -- a review ----------------------------------------------------------------------------------------------------

    def _review(self) -> Iterator[Screen]:
        session, work, acts = self.program.session, self.window.work, self.window.actions_of
        policy = session.policy
        assert policy is not None
        for clause in policy.clauses[: len(policy.clauses) // 2]:
            session.mark_read(clause.address, read=True)
        note = next(n for n in session.notes if n.source_id == NOTE[self.language])
        work.go_to_note(note.uid)
        self.rest()
        yield "review", self.window
        work.open_note(note.uid)
        self.rest()
        yield "editor", self.window
        if self.theme == "light":
            yield from self._other_looks()
        yield from self._notes()
        work.top.find_field.setText(SOUGHT[self.language])
        self.rest()
        yield "find", self.window
        work.top.find_field.clear()
        acts["palette"].trigger()
        self.rest()
        yield "palette", self.window
        self._leave_palette()

    def _other_looks(self) -> Iterator[Screen]:
        """The same open card in the looks that a walk of their own is not worth."""
        for theme in ("sepia", "contrast"):
            self.program.preferences.change(theme=theme)
            self.rest()
            yield f"editor-{theme}", self.window
        self.program.preferences.change(theme=self.theme)

    def _notes(self) -> Iterator[Screen]:
        work, acts = self.window.work, self.window.actions_of
        work.back_to_text()
        work.notes.filter_button.setChecked(True)
        self.rest()
        yield "filter", self.window
        work.notes.filter_button.setChecked(False)
        work.notes.list.selectAll()
        self.rest()
        yield "several-notes", self.window
        work.notes.list.choose_one()
        acts["review"].trigger()
        self.rest()
        yield "partner", self.window
        acts["review"].trigger()

    def _leave_palette(self) -> None:
        from ui.dialogs.palette import Palette

        for palette in self.window.findChildren(Palette):
            palette._leave()  # noqa: SLF001 - what Esc does
        self.rest(100)

    def _dialogs(self) -> Iterator[Screen]:
        self._copy_something()
        self._send_something()
        known = self.window.actions_of.keys()
        for name in DIALOGS:
            if name not in known or not self.window.actions_of[name].isEnabled():
                continue
            self.window.actions_of[name].trigger()
            self.rest(2_000 if name in ("export", "print") else 500)
            for dialog in self.open_dialogs():
                if name == "search":
                    self._seek(dialog)
                yield name, dialog
                dialog.close()
                self.rest(50)

    def _copy_something(self) -> None:
        """Have words on the clipboard, for the dialog that pastes them."""
        from PySide6.QtGui import QGuiApplication

        policy = self.program.session.policy
        assert policy is not None
        QGuiApplication.clipboard().setText(policy.text[:900])

    def _send_something(self) -> None:
        """Have files in the register of what was sent."""
        from export.file_names import product_name
        from export.run import ExportOptions, export

        session = self.program.session
        assert session.matter is not None
        for kind, whom in (("memo", ""), ("word", CLIENTS[self.language])):
            out = self.folder / "sent" / f"{SENT[self.language]}_{product_name(kind, self.language)}.docx"
            out.parent.mkdir(exist_ok=True)
            options = ExportOptions(reviewer=session.reviewer, now=AT, profile="client", language=self.language)
            session.record_sent(export(session.matter, out, kind, options).sent)
            session.set_sent_to(session.matter.register()[-1].uid, whom)

    def _seek(self, dialog: QDialog) -> None:
        from ui.dialogs.search_dialog import SearchDialog

        if isinstance(dialog, SearchDialog):
            dialog.field.setText(SOUGHT[self.language])
            self.rest()

    def _asked(self) -> Iterator[Screen]:
        """Show what only a file asks for."""
        from ui.dialogs.encoding_dialog import EncodingDialog
        from ui.dialogs.password_dialog import PasswordDialog

        locked = f"{SENT[self.language]}.docx"
        words = SENT[self.language].encode("utf-8")
        for name, dialog in (
            ("password", PasswordDialog(locked, self.window.look, wrong=True, parent=self.window)),
            ("encoding", EncodingDialog(words, "utf-8", self.window)),
        ):
            dialog.show()
            self.rest(300)
            yield name, dialog
            dialog.close()

    def _narrow(self) -> Iterator[Screen]:
        wrong = {"en": "Something went wrong here.", "zh": "此处出了问题。"}
        self.window.announcements.failed(wrong[self.language])
        self.window.resize(1000, 700)
        self.rest()
        yield "narrow-with-a-message", self.window
        self.window.messages.clear()
        self.window.resize(1280, 768)
        self.program.preferences.change(scale=200)
        self.window.resize(1900, 1000)
        self.rest()
        yield "twice-the-letters", self.window
        self.program.preferences.change(scale=0)
        self.window.resize(1280, 768)
        self.rest()

    # -- out and back ------------------------------------------------------------------------------------------------

    def sent(self) -> Path:
        """Export the annotated policy for the client."""
        from export.run import ExportOptions, export

        session = self.program.session
        assert session.matter is not None
        out = self.folder / f"{SENT[self.language]}.docx"
        if not out.exists():
            export(session.matter, out, "word", ExportOptions(reviewer=session.reviewer, now=AT, profile="client"))
        return out

    def _returned(self) -> Iterator[Screen]:
        from tools.colleague import answered

        session = self.program.session
        assert session.document is not None
        session.read_back(answered(self.sent(), self.language), session.document.uid)
        self._until(lambda: not session.arrivals.busy)
        for dialog in self.open_dialogs():
            yield "returned", dialog
            dialog.close()
        yield from self._answered()
        self.window.actions_of["undo"].trigger()
        self.rest(200)

    def _answered(self) -> Iterator[Screen]:
        """A comment of somebody else in its card: quoted, with an answer for the client and one for inside."""
        from annotations.model import Visibility
        from annotations.own_words import is_theirs

        session = self.program.session
        note = next(one for one in session.notes if is_theirs(one))
        said = ANSWERS[self.language]
        session.edit(note.uid, visibility=Visibility.CLIENT)
        for words, readers in zip(said, (Visibility.CLIENT, Visibility.INTERNAL), strict=True):
            session.reply(note.uid, words, readers)
        self.window.work.open_note(note.uid)
        self.rest()
        yield "answering", self.window
        for _ in range(1 + len(said)):
            self.window.actions_of["undo"].trigger()

    def _memo_back(self) -> Iterator[Screen]:
        """A memo that a partner redlined: what it asks for."""
        from tools.redlined_memo import redlined_memo

        session = self.program.session
        assert session.matter is not None
        assert session.document is not None
        memo = redlined_memo(session.matter, self.folder, session.reviewer, AT, self.language)
        session.read_back(memo, session.document.uid)
        self._until(lambda: bool(self.open_dialogs()))
        for dialog in self.open_dialogs():
            yield "answers", dialog
            dialog.reject()

    def _merged(self) -> Iterator[Screen]:
        """A copy in which a colleague worked: what it brings, and what is left to decide then."""
        from annotations.model import Severity
        from tools.colleague import copy_of_colleague

        session, merging = self.program.session, self.window.merging
        assert session.matter is not None
        other = copy_of_colleague(session.matter, self.folder, self.language, AT)
        notes = [note for note in session.notes if note.anchors]
        session.edit(notes[0].uid, issue=f"{notes[0].title}。" if self.language == "zh" else f"{notes[0].title}.")
        session.edit(notes[1].uid, severity=Severity.CRITICAL)
        session.delete_note(notes[2].uid)
        merging.ask([other])
        self.rest()
        for dialog in self.open_dialogs():
            yield "merging", dialog
            dialog.accept()
        self._until(lambda: not self.program.tasks.busy)
        self.window.work.go_to_note(next(note.uid for note in session.notes if note.author != session.reviewer.name))
        self.rest()
        yield "merged", self.window
        merging.show_undecided()
        for dialog in self.open_dialogs():
            yield from self._undecided(dialog)
            dialog.close()
        self.window.messages.clear()
        for _ in range(4):  # the merge, and what was done before it
            self.window.actions_of["undo"].trigger()
        self.rest(200)

    def _undecided(self, dialog: QDialog) -> Iterator[Screen]:
        from ui.dialogs.undecided_dialog import UndecidedDialog

        if isinstance(dialog, UndecidedDialog):
            dialog.why.setText({"en": "Agreed on the telephone.", "zh": "已电话商定。"}[self.language])
            for name, kind in (("undecided", "field"), ("doubles", "same words"), ("ratings", "rating")):
                dialog.go_to(kind)
                self.rest(200)
                yield name, dialog

    def _part(self) -> Iterator[Screen]:
        """A part sent for review: its answer taken back, and as who gets it sees it."""
        from tools.colleague import part_answered

        session = self.program.session
        assert session.matter is not None
        part = part_answered(session.matter, self.folder, self.language, AT)
        self.window.packages.take_back(part)
        self.rest()
        for dialog in self.open_dialogs():
            dialog.accept()
        self._until(lambda: not self.program.tasks.busy)
        for dialog in self.open_dialogs():
            yield "answer", dialog
            dialog.close()
        self.window.actions_of["undo"].trigger()
        whole = session.path
        assert whole is not None
        for file in (part, whole):
            session.close()
            self.window.open_file(file)
            self._until(lambda: bool(session.notes))
            if file is part:
                yield "part", self.window

    def _carried(self) -> Iterator[Screen]:
        """The next version of the policy: what became of the notes, one place of several, and a look back."""
        from tools.next_version import next_version
        from ui.commands.samples import sample_policy
        from ui.opening import Arrival

        session, review = self.program.session, self.window.carry_over
        assert session.document is not None
        name, data = sample_policy(self.language)
        arrival = Arrival(name=name, data=next_version(data, self.language), next_of=session.document.uid)
        session.arrivals.add(arrival)
        self._until(lambda: review.shown)
        for number, screen in enumerate(("question", "places", "edited", "changed", "lost")):
            review.go_to(number)
            self.rest()
            yield f"carry-over-{screen}", self.window
        review.hide()
        yield from self._changes()
        yield from self._compared()
        session.show_version(session.document.versions[0].uid)
        self.rest()
        yield "older-version", self.window
        session.show_version(session.document.latest.uid)
        self.window.actions_of["undo"].trigger()
        self.rest(200)

    def _changes(self) -> Iterator[Screen]:
        """The export window with the memo of changes."""
        from ui.dialogs.export_dialog import ExportDialog

        self.window.actions_of["export"].trigger()
        dialog = next(one for one in self.open_dialogs() if isinstance(one, ExportDialog))
        dialog.form.choose("changes")
        self._until(lambda: dialog.shown is not None and dialog.shown.kind == "changes")
        self.rest(2_000)
        yield "export-changes", dialog
        dialog.close()

    def _compared(self) -> Iterator[Screen]:
        """The two versions side by side and as one text, and the history of a sentence."""
        from documents.comparing.model import ChangeKind

        wishes = self.window.comparing
        wishes.show()
        shown = wishes.shown
        assert shown is not None
        self._until(lambda: shown.running.done)
        shown.step(1)
        self.rest()
        yield "compare", shown
        shown.turn()
        shown.step(2)
        self.rest()
        yield "compare-one-text", shown
        edited = next(one for one in reversed(shown.model.changes) if one.kinds[0] is ChangeKind.CHANGED)
        new = shown.parts.choices.pair
        assert new is not None
        wishes.history(new[1].document, new[1].version, edited.new)
        self.rest()
        for dialog in self.open_dialogs():
            if dialog is not shown:
                yield "history", dialog
            dialog.close()

    # -- a PDF -------------------------------------------------------------------------------------------------------

    def _pages(self) -> Iterator[Screen]:
        """The same words of a PDF as its own pages and as text."""
        from tools.sample_pdfs import Setting, sample_pdf
        from ui.commands.samples import sample_notes, sample_policy

        columns = Setting(columns=2, size=10, leading=15, height=496, margin=40)
        setting = columns if self.language == "en" else Setting(family="Noto Serif CJK SC", leading=18, height=600)
        name, data = sample_policy(self.language)
        session = self.program.session
        session.close()
        for matter in self.folder.rglob("*.clausemark"):  # the next one is to have its plain name
            matter.unlink()
        session.open_bytes(sample_pdf(data, name, setting), PAGED[self.language], notes=sample_notes(self.language))
        self._until(lambda: bool(session.notes))
        assert session.policy is not None
        self.window.actions_of["pages"].trigger()
        self.rest()
        self.window.work.policy.view.restore(session.policy.text.index(AT_THE_TOP[self.language]))
        self.rest(2_000)
        yield "page-view", self.window
        self.window.actions_of["pages"].trigger()
        self.rest()
        yield "text-view", self.window

    # -- waiting -----------------------------------------------------------------------------------------------------

    def open_dialogs(self) -> list[QDialog]:
        """Return the dialogs that are open."""
        from PySide6.QtWidgets import QDialog

        return [child for child in self.window.findChildren(QDialog) if child.isVisible()]

    def rest(self, milliseconds: int = 600) -> None:
        """Let the program do what it has to do."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _until(self, ready: Callable[[], bool]) -> None:
        for _ in range(200):
            if ready():
                break
            self.rest(50)
        self.rest()

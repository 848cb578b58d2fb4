"""Make the guide's pictures: `python3 dev.py pictures`. The real window, on the sample policies, in both languages."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
AT = datetime(2026, 11, 22, 14, 2, tzinfo=timezone(timedelta(hours=8)))
REVIEWERS = {"en": ("Ana Okafor", "AO"), "zh": ("王晓岚", "WXL")}
NOTE = {"en": "H07", "zh": "S01"}
PAGED = {"en": "Harbour Notes privacy notice.pdf", "zh": "云杉记账隐私政策.pdf"}
SENT = {"en": "Harbour Notes privacy notice", "zh": "云杉记账隐私政策"}
AT_THE_TOP = {"en": "Harbour Notes privacy", "zh": "三、我们怎样共享"}


def main() -> int:
    """Draw every picture into docs/pictures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_SCALE_FACTOR", "1.5")
    sys.path.insert(0, str(ROOT))
    from PySide6.QtWidgets import QApplication

    application = QApplication(["clausemark"])
    application.setStyle("Fusion")
    FOLDER.mkdir(exist_ok=True)
    for language in ("en", "zh"):
        for theme in ("light", "dark"):
            with tempfile.TemporaryDirectory() as folder:
                _Sitting(application, language, theme, Path(folder)).draw()
    return 0


class _Sitting:
    """One run of the program for the painter."""

    def __init__(self, application: object, language: str, theme: str, folder: Path) -> None:
        from ui.app import build
        from ui.settings import Settings, save

        self.language, self.theme, self.folder = language, theme, folder
        name, initials = REVIEWERS[language]
        os.environ["HOME"] = str(folder)
        settings = folder / "settings.toml"
        save(settings, Settings(reviewer=name, initials=initials, language=language, theme=theme))
        self.application = application
        self.program = build(application, settings, folder / "Documents" / "Clausemark", lambda: AT)  # type: ignore[arg-type]
        self.window = self.program.window
        self.window.resize(1280, 768)
        self.window.show()

    def draw(self) -> None:
        """Go through the screens and keep a picture of each."""
        self._rest()
        self._keep("start")
        self.window.actions_of["sample"].trigger()
        self._until(lambda: bool(self.program.session.notes))
        self._read_some()
        note = next(n for n in self.program.session.notes if n.source_id == NOTE[self.language])
        self.window.work.go_to_note(note.uid)
        self._rest()
        self._keep("review")
        self.window.work.open_note(note.uid)
        self._rest()
        self._keep("editor")
        if self.theme == "light":
            self._export()
            self._sent_and_returned()
            self._pages()
        self.window.close()
        self.program.close()

    def _read_some(self) -> None:
        policy = self.program.session.policy
        assert policy is not None
        for clause in policy.clauses[: len(policy.clauses) // 2]:
            self.program.session.mark_read(clause.address, read=True)

    def _export(self) -> None:
        self.window.actions_of["export"].trigger()
        self._rest(2_000)
        (dialog,) = self._dialogs()
        dialog.grab().save(str(FOLDER / f"export-{self.language}.png"))
        dialog.close()

    def _dialogs(self) -> list[QDialog]:
        from PySide6.QtWidgets import QDialog

        return [child for child in self.window.findChildren(QDialog) if child.isVisible()]

    def _sent_and_returned(self) -> None:
        """Keep the annotated file as another program shows it, and what the window says when it comes back."""
        from export.run import ExportOptions, export
        from tools.colleague import answered
        from tools.word_picture import word_picture

        session = self.program.session
        assert session.matter is not None
        assert session.document is not None
        options = ExportOptions(reviewer=session.reviewer, now=AT, profile="client")
        sent = self.folder / f"{SENT[self.language]}.docx"
        export(session.matter, sent, "word", options)
        if not word_picture(sent, FOLDER / f"word-{self.language}.png"):
            print("LibreOffice is not installed: the picture of the Word file stays as it was.")
        session.read_back(answered(sent, self.language), session.document.uid)
        self._until(lambda: not session.arrivals.busy)
        (dialog,) = self._dialogs()
        dialog.grab().save(str(FOLDER / f"returned-{self.language}.png"))
        dialog.close()
        self.window.actions_of["undo"].trigger()

    def _pages(self) -> None:
        """Keep the same words of a PDF as its own pages and as text."""
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
        self._rest()
        self.window.work.policy.view.restore(session.policy.text.index(AT_THE_TOP[self.language]))
        self._rest(2_000)
        self._keep("page-view")
        self.window.actions_of["pages"].trigger()
        self._rest()
        self._keep("text-view")

    def _keep(self, name: str) -> None:
        suffix = "" if self.theme == "light" else f"-{self.theme}"
        self.window.grab().save(str(FOLDER / f"{name}-{self.language}{suffix}.png"))

    def _until(self, ready: Callable[[], bool]) -> None:
        for _ in range(200):
            if ready():
                break
            self._rest(50)
        self._rest()

    def _rest(self, milliseconds: int = 900) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


if __name__ == "__main__":
    sys.exit(main())

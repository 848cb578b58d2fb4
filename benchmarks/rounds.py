"""Memory: a policy of 1,000,000 characters open, and rounds of open, mark, close in one window."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, fresh

if TYPE_CHECKING:
    from ui.app import Program

CHARACTERS = 1_000_000
ROUNDS = 1_000
WARM = 100
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def resident() -> float:
    """Return the megabytes this process holds in memory; Linux alone tells them so."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE / 1e6


def rounds(count: int, warm: int) -> dict[str, float]:
    """Open a matter, mark a clause, close it, so many times over; memory after the `warm`th round and the last."""
    from annotations.matter import OpenMatter
    from annotations.model import Reviewer
    from benchmarks.policies import long_policy
    from benchmarks.screen import application
    from ui.app import build

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        policy = long_policy(20_000)
        matter = OpenMatter.create(place / "m.clausemark", Reviewer("A", "A"), lambda: datetime.now(UTC))
        matter.add_document(policy, policy.text.encode(), "policy.txt")
        matter.close()
        program = build(application(), place / "settings.toml", place, lambda: datetime.now(UTC))
        program.window.show()
        early, fresh_one = 0.0, (place / "m.clausemark").read_bytes()
        for number in range(1, count + 1):
            (place / "m.clausemark").write_bytes(fresh_one)  # else its list of changes grows, and reading it takes more
            _round(program, place / "m.clausemark")
            early = resident() if number == warm else early
        return {"early": early, "late": resident()}


def _round(program: Program, matter: Path) -> None:
    """Open, mark, take the note away, close; what was to be deleted goes, as it does when the event loop runs."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from annotations.model import Severity
    from benchmarks.screen import application
    from documents.model import Span

    program.session.open_matter(matter)
    application().processEvents()
    note = program.session.add_note((Span(20, 40),), Severity.HIGH)
    application().processEvents()
    if note is not None:
        program.session.delete_note(note.uid)
    program.window.close_matter()
    application().processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def long_document(characters: int) -> dict[str, float]:
    """Return what the window holds with a policy open, in megabytes."""
    from benchmarks.policies import long_policy
    from benchmarks.screen import application, show_until_painted, text_of
    from ui.document_view import DocumentView

    application()
    view = DocumentView()
    view.resize(728, 670)
    policy = long_policy(characters)
    before = resident()
    view.set_document(policy)
    show_until_painted(view, text_of(view).viewport())
    while text_of(view).document().blockCount() < len(policy.blocks):
        application().processEvents()
    return {"held": resident() - before, "whole": resident()}


def figures() -> list[Figure]:
    """Megabytes, not milliseconds."""
    ran = fresh("rounds", "rounds")
    held, small = fresh("rounds", str(CHARACTERS)), fresh("rounds", "2000")
    name = f"memory after {ROUNDS} rounds of open, mark, close (MB)"
    return [
        Figure(name, ran["late"], ran["early"], 1.05, f"after {WARM} of them"),
        Figure(
            "memory with 1,000,000 characters open (MB)", held["whole"], small["whole"], 6.0,
            "with 2,000", f"the page alone {held['held']:.0f}",
        ),
    ]  # fmt: skip


if __name__ == "__main__":
    asked = sys.argv[1]
    print(json.dumps(rounds(ROUNDS, WARM) if asked == "rounds" else long_document(int(asked))), flush=True)
    os._exit(0)

"""The table of a trial, by kind of file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.word_trials import Trial

__all__ = ["table"]

_HEAD = (
    "kind", "files", "notes", "on their words", "moved", "%", "on a note's mark", "files at fault",
    "lost by LibreOffice",
)  # fmt: skip


def table(trials: Sequence[Trial]) -> str:
    """Return the table as Markdown: a file counts in each of its kinds, and once in the last line."""
    kinds: dict[str, list[Trial]] = defaultdict(list)
    for trial in trials:
        for kind in trial.kinds:
            kinds[kind].append(trial)
    taken = [trial for trial in trials if not trial.refused]
    rows = [_row(kind, some) for kind, some in sorted(kinds.items(), key=lambda one: -len(one[1]))]
    lines = [_HEAD, tuple("---" for _ in _HEAD), *rows, _row("all", taken)]
    said = ["| " + " | ".join(line) + " |" for line in lines]
    return "\n".join([*said, "", f"Refused when opened: {len(trials) - len(taken)} files.", *_causes(taken)])


def _row(kind: str, trials: Sequence[Trial]) -> tuple[str, ...]:
    notes = sum(trial.notes for trial in trials)
    on_marks = sum(trial.moved["footnote"] for trial in trials)
    moved = sum(trial.moved.total() for trial in trials) - on_marks
    faults = sum(bool(trial.faults) for trial in trials)
    lost = sum(trial.lost.total() for trial in trials)
    share = 100 * moved / notes if notes else 0
    return (
        kind,
        str(len(trials)),
        f"{notes:,}",
        f"{notes - moved - on_marks:,}",
        f"{moved:,}",
        f"{share:.1f}",
        f"{on_marks:,}",
        str(faults),
        str(lost),
    )


def _causes(trials: Sequence[Trial]) -> Iterator[str]:
    for name, counts in (("moved", [t.moved for t in trials]), ("lost by LibreOffice", [t.lost for t in trials])):
        added = sum(counts, Counter[str]())
        yield f"{name}: " + (", ".join(f"{why} {count}" for why, count in added.most_common()) or "none")

"""Saving a note, against a bare sqlite3 insert of a row as long, with the same journal and durability."""

from __future__ import annotations

import json
import os
import sqlite3
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figures import Figure, fresh, median_of

NOTES = 200
ISSUE = "约定向第三方共享个人信息,未列明接收方名称、处理目的与方式,亦未取得单独同意。" * 3


def _ours(folder: Path) -> float:
    from annotations.matter import OpenMatter
    from annotations.model import Reviewer, Severity
    from benchmarks.policies import long_policy
    from documents.model import Span

    matter = OpenMatter.create(folder / "m.clausemark", Reviewer("A", "A"), lambda: datetime.now(UTC))
    policy = long_policy(20_000)
    document = matter.add_document(policy, policy.text.encode(), "policy.txt")
    times = []
    for number in range(NOTES):
        started = time.perf_counter()
        matter.add_note(document.uid, [Span(number * 50, number * 50 + 40)], severity=Severity.HIGH, issue=ISSUE)
        times.append((time.perf_counter() - started) * 1000)
    matter.close()
    return statistics.median(times)


def _bare(folder: Path) -> float:
    database = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for pragma in ("journal_mode=DELETE", "synchronous=FULL", "secure_delete=ON"):
        database.execute(f"PRAGMA {pragma}")
    database.execute("CREATE TABLE note (uid TEXT PRIMARY KEY, start INTEGER, finish INTEGER, issue TEXT)")
    times = []
    for number in range(NOTES):
        row = (f"{number:032x}", number * 50, number * 50 + 40, ISSUE)
        started = time.perf_counter()
        database.execute("BEGIN")
        database.execute("INSERT INTO note VALUES (?, ?, ?, ?)", row)
        database.execute("COMMIT")
        times.append((time.perf_counter() - started) * 1000)
    database.close()
    return statistics.median(times)


def figures() -> list[Figure]:
    """Measure both in one process, three processes in all."""
    runs = [fresh("saving") for _ in range(3)]
    ours, bare = median_of(runs, "ours"), median_of(runs, "bare")
    return [Figure("saving a note, median", ours, bare, 3.0, "a bare sqlite3 insert")]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps({"bare": _bare(Path(place)), "ours": _ours(Path(place))}), flush=True)
    os._exit(0)

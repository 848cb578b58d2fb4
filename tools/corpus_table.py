"""Read every file of the shared corpora by the command line, and print a table by ending: `python3 dev.py corpus`.

The table stands in docs/reading.md too: `--write` puts it there. A file fails that ends with a traceback, takes more
than 30 seconds, or more than a gibibyte of memory in any of its processes.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.places import PYTHON, ROOT, surroundings

__all__ = ["Trial", "by_ending", "main", "tried"]

_SECONDS = 30.0
_MEGABYTES = 1024.0
_PATIENCE = 90.0
_GLANCE = 0.01
_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")
_PAGE = ROOT / "docs" / "reading.md"
_FROM, _TO = "<!-- corpus table -->\n", "<!-- end of corpus table -->"
_OURS = frozenset({"INDEX.md", "features.py", "features.json", "pairs.json"})
_HEAD = ("ending", "files", "read", "refused", "characters", "slowest, s", "most memory, MB")


@dataclass(frozen=True, slots=True)
class Trial:
    """One file read by a process of its own. `memory` is megabytes of the largest of its processes."""

    path: Path
    code: int
    characters: int
    sentence: str
    seconds: float
    memory: float

    @property
    def fault(self) -> str:
        """What went wrong, "" for a file that was read or rightly refused."""
        if self.code not in {0, 1} or (self.code == 1 and (not self.sentence or "Clausemark" in self.sentence)):
            return f"exit {self.code}: {self.sentence[:200]}"
        if self.seconds > _SECONDS:
            return f"{self.seconds:.0f} s"
        return f"{self.memory:.0f} MB" if self.memory > _MEGABYTES else ""


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 where a file failed or the corpora are not there."""
    shared = os.environ.get("CLAUSEMARK_SHARED", "")
    if not shared or not Path(shared, "corpora").is_dir():
        print("CLAUSEMARK_SHARED must name the folder that holds the corpora.", file=sys.stderr)
        return 1
    files = [path for path in sorted(Path(shared, "corpora").rglob("*")) if path.is_file() and path.name not in _OURS]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        trials = list(pool.map(tried, files))
    words = "".join(f"{line}\n" for line in _page(trials))
    print(words)
    if "--write" in arguments:
        before, rest = _PAGE.read_text("utf-8").split(_FROM)
        _PAGE.write_text(f"{before}{_FROM}{words}{rest[rest.index(_TO) :]}", "utf-8")
    for trial in (trial for trial in trials if trial.fault):
        print(f"{trial.path.relative_to(shared)}: {trial.fault}")
    return int(any(trial.fault for trial in trials))


def tried(path: Path) -> Trial:
    """Read a file in a process of its own, and measure it with all that it starts."""
    command = [str(PYTHON), "-X", "utf8", str(ROOT / "main.py"), "read", str(path), "--language", "en"]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as told:
        began = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=told, env=surroundings())
        code, memory = _waited(process, began + _PATIENCE)
        seconds = time.monotonic() - began
        out.seek(0)
        told.seek(0)
        characters = json.load(out)["characters"] if code == 0 else 0
        sentence = told.read().decode("utf-8", "replace").strip()
    return Trial(path, code, characters, sentence, seconds, memory)


def _waited(process: subprocess.Popen[bytes], until: float) -> tuple[int, float]:
    """Return exit code and megabytes; a process that takes too long is killed and has the code of its signal."""
    below = 0.0
    while True:
        pid, status, used = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            own = used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
            return process.returncode, max(own, below)
        below = max(below, *_memory_below(process.pid), 0.0)
        if time.monotonic() > until:
            process.kill()
            until = float("inf")
        time.sleep(_GLANCE)


def _memory_below(pid: int) -> Iterator[float]:
    """Yield the most megabytes each process below this one has held so far; Linux alone tells."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return
    for child in children:
        with contextlib.suppress(OSError):
            told = _PEAK.search(Path(f"/proc/{child}/status").read_text("ascii", "replace"))
            yield int(told[1]) / 1024 if told else 0.0
        yield from _memory_below(int(child))


def by_ending(trials: Iterable[Trial]) -> Iterator[tuple[str, list[Trial]]]:
    """Yield each ending in lower case, the commonest first, with its files."""
    sorts: dict[str, list[Trial]] = {}
    for trial in trials:
        sorts.setdefault(trial.path.suffix.lower() or "none", []).append(trial)
    yield from sorted(sorts.items(), key=lambda one: (-len(one[1]), one[0]))


def _page(trials: Sequence[Trial]) -> Iterator[str]:
    rows = [_row(ending, some) for ending, some in by_ending(trials)]
    rows.append(_row("all", trials))
    yield "| " + " | ".join(_HEAD) + " |"
    yield "|---" * len(_HEAD) + "|"
    yield from ("| " + " | ".join(row) + " |" for row in rows)
    yield ""
    yield "Why files were refused:"
    yield ""
    why = Counter(_without_name(trial) for trial in trials if trial.code == 1)
    yield from (f"- {count}: {sentence}" for sentence, count in why.most_common())


def _row(ending: str, trials: Sequence[Trial]) -> tuple[str, ...]:
    read = sum(trial.code == 0 for trial in trials)
    characters = sum(trial.characters for trial in trials)
    slowest, largest = max(trial.seconds for trial in trials), max(trial.memory for trial in trials)
    counts = (str(len(trials)), str(read), str(len(trials) - read), f"{characters:,}")
    return (ending, *counts, f"{slowest:.1f}", f"{largest:.0f}")


def _without_name(trial: Trial) -> str:
    return trial.sentence.replace(trial.path.name, "…")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""What every benchmark shares: fresh processes, medians, and the shape of a figure."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["Figure", "fresh", "median_of", "median_time", "percentile"]

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Figure:
    """One promise: ours against the baseline, in milliseconds, and the ratio that may not be passed."""

    name: str
    ours: float
    baseline: float
    limit: float
    baseline_name: str
    remark: str = ""

    @property
    def ratio(self) -> float:
        """How many times as long ours takes."""
        return self.ours / self.baseline if self.baseline else float("inf")

    @property
    def kept(self) -> bool:
        """Whether the promise holds."""
        return self.ratio <= self.limit


def median_time(work: Callable[[], object], times: int = 5) -> float:
    """Do some work so many times over, and return the milliseconds of the median."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)


def fresh(module: str, *arguments: str) -> dict[str, float]:
    """Run `python -m benchmarks.MODULE ARGUMENTS` in a process of its own and read the JSON it prints last.

    `started` is added: the moment of the start by the clock `time.time` of the same machine.
    """
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPYCACHEPREFIX": _compiled()}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
    started = time.time()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command[1:])} failed:\n{done.stderr}")
    answer: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return {**answer, "started": started}


@cache
def _compiled() -> str:
    """Return a folder for compiled modules: an installed program has them, whatever this checkout does."""
    folder = tempfile.mkdtemp(prefix="clausemark-bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def median_of(runs: list[dict[str, float]], key: str) -> float:
    """Return the median of one measure over several runs."""
    return statistics.median(run[key] for run in runs)


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of all lie."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]

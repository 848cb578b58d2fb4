"""Checks, one after another or side by side, each boxed in time, and a table of how they went."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import IO

from tools.places import PYTHON, ROOT, surroundings

__all__ = ["Outcome", "Step", "python", "run_steps", "table"]

_LOOK_SECONDS = 0.05


@dataclass(frozen=True)
class Step:
    """A program to run from the top of the checkout, and how many seconds it may take."""

    name: str
    command: tuple[str, ...]
    seconds: float = 300
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """How a step went: what it ended with, and when it began and ended by a clock in seconds."""

    name: str
    verdict: str
    began: float
    ended: float

    @property
    def good(self) -> bool:
        """Whether nothing was found."""
        return self.verdict == "ok"


def python(*arguments: str) -> tuple[str, ...]:
    """Return the command that runs the .venv's Python with these arguments."""
    return (str(PYTHON), *arguments)


def run_steps(steps: Sequence[Step], at_once: int = 1) -> list[Outcome]:
    """Run them all, the later ones too when an earlier one fails; so many at once, begun in their order.

    Side by side, what each prints comes in one piece when it ends. The outcomes come in the order of their ends.
    """
    waiting, going = list(steps), list[_Going]()
    outcomes: list[Outcome] = []
    try:
        while waiting or going:
            while waiting and len(going) < at_once:
                going.append(_Going(waiting.pop(0), held=at_once > 1))
            time.sleep(_LOOK_SECONDS)
            ended = {one: outcome for one in going if (outcome := one.outcome())}
            outcomes += ended.values()
            going = [one for one in going if one not in ended]
    finally:
        for one in going:
            one.end()
    return outcomes


def table(outcomes: Sequence[Outcome]) -> str:
    """Return the outcomes as lines to read, the failures marked; the last line says how long they took together."""
    width = max(len(outcome.name) for outcome in outcomes)
    rows = [(outcome.name, outcome.ended - outcome.began, outcome.verdict) for outcome in outcomes]
    total = max(outcome.ended for outcome in outcomes) - min(outcome.began for outcome in outcomes)
    return "\n".join(f"  {name:<{width}}  {seconds:6.1f} s  {verdict}" for name, seconds, verdict in rows) + (
        f"\n  {'in all':<{width}}  {total:6.1f} s"
    )


class _Going:
    """A step that is running; what it prints is held back for the end where others run beside it."""

    def __init__(self, step: Step, *, held: bool) -> None:
        print(f"{step.name} begins" if held else f"\n== {step.name}", flush=True)
        self._step = step
        self._began = time.monotonic()
        self._said: IO[bytes] | None = tempfile.TemporaryFile() if held else None  # noqa: SIM115 - told and closed
        self._process = subprocess.Popen(
            step.command,
            cwd=ROOT,
            env=surroundings(**step.extra),
            stdout=self._said,
            stderr=subprocess.STDOUT if held else None,
            start_new_session=sys.platform != "win32",
        )

    def outcome(self) -> Outcome | None:
        """Return how it went once it has ended; one that takes too long is ended."""
        now = time.monotonic()
        code, too_long = self._process.poll(), now - self._began > self._step.seconds
        if code is None and not too_long:
            return None
        verdict = "ok" if code == 0 else f"FAILED (exit {code})"
        if code is None:
            self.end()
            verdict = f"STOPPED after {self._step.seconds:.0f} s"
        self._tell(verdict)
        return Outcome(self._step.name, verdict, self._began, now)

    def end(self) -> None:
        """End the step and all it started."""
        if sys.platform == "win32":
            subprocess.call(["taskkill", "/F", "/T", "/PID", str(self._process.pid)])
        else:
            import os
            import signal

            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _tell(self, verdict: str) -> None:
        if self._said is None:
            return
        with self._said as said:
            said.seek(0)
            text = said.read().decode("utf-8", errors="replace")
        print(f"\n== {self._step.name}: {verdict}\n{text}", flush=True)

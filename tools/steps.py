"""One check after another, each boxed in time, and a table of how they went."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from tools.places import PYTHON, ROOT, surroundings

__all__ = ["Outcome", "Step", "python", "run_steps", "table"]


@dataclass(frozen=True)
class Step:
    """A program to run from the top of the checkout, and how many seconds it may take."""

    name: str
    command: tuple[str, ...]
    seconds: float = 300
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """How a step went: what it ended with, and the seconds it took."""

    name: str
    verdict: str
    seconds: float

    @property
    def good(self) -> bool:
        """Whether nothing was found."""
        return self.verdict == "ok"


def python(*arguments: str) -> tuple[str, ...]:
    """Return the command that runs the .venv's Python with these arguments."""
    return (str(PYTHON), *arguments)


def run_steps(steps: Sequence[Step]) -> list[Outcome]:
    """Run them all, the later ones too when an earlier one fails."""
    return [_run(step) for step in steps]


def table(outcomes: Sequence[Outcome]) -> str:
    """Return the outcomes as lines to read, the failures marked."""
    width = max(len(outcome.name) for outcome in outcomes)
    lines = [f"  {outcome.name:<{width}}  {outcome.seconds:6.1f} s  {outcome.verdict}" for outcome in outcomes]
    total = sum(outcome.seconds for outcome in outcomes)
    return "\n".join([*lines, f"  {'in all':<{width}}  {total:6.1f} s"])


def _run(step: Step) -> Outcome:
    print(f"\n== {step.name}", flush=True)
    started = time.monotonic()
    verdict = _verdict(step)
    return Outcome(step.name, verdict, time.monotonic() - started)


def _verdict(step: Step) -> str:
    process = subprocess.Popen(
        step.command, cwd=ROOT, env=surroundings(**step.extra), start_new_session=sys.platform != "win32"
    )
    try:
        code = process.wait(timeout=step.seconds)
    except subprocess.TimeoutExpired:
        return f"STOPPED after {step.seconds:.0f} s"
    finally:
        if process.poll() is None:
            _end(process)
    return "ok" if code == 0 else f"FAILED (exit {code})"


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the step and all it started."""
    if sys.platform == "win32":
        subprocess.call(["taskkill", "/F", "/T", "/PID", str(process.pid)])
    else:
        import os
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    process.wait()

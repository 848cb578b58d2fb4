"""Which checks there are: the style half, the fast tests, and everything else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tools.places import OCR_FOLDER, ROOT
from tools.steps import Step, python

__all__ = ["MARKS", "all_tests", "checks", "chosen_tests", "coverage", "fast_tests"]

# The marked groups of tests and the minutes each may take under --all, where another runs beside it.
MARKS = {"corpora": 15, "office": 15, "screen": 10, "fuzz": 12, "kill": 8, "packaging": 8, "ocr": 8}
# The order they begin in: what waits a lot or takes one processor goes beside what takes two.
_ORDER = ("office", "screen", "corpora", "packaging", "ocr", "kill", "fuzz")
_FAST = f"not ({' or '.join(MARKS)})"
_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint([])"
_PYTEST = ("-m", "pytest", "-q")
# Not pytest-cov: its own measuring of workers and that of coverage's patches undo each other (7.1 with coverage 7.17).
_MEASURED = ("-m", "coverage", "run", *_PYTEST)
_AT_ONCE = ("-n", "2", "--dist", "loadfile")


def checks() -> list[Step]:
    """Style, types, import rules and dead code."""
    return [
        Step("style", python("-m", "ruff", "check", "--no-cache", "--output-format=concise", ".")),
        Step("format", python("-m", "ruff", "format", "--no-cache", "--check", ".")),
        Step("types", python("-m", "mypy")),
        Step("imports", python("-c", _IMPORTS)),
        Step("dead code", python("-m", "tools.dead_code")),
    ]


def fast_tests(reports: Path) -> list[Step]:
    """The tests that need nothing but .venv."""
    return [_group("tests", _FAST, 480, reports, (*_PYTEST, *_AT_ONCE))]


def all_tests(reports: Path) -> list[Step]:
    """Every test, in groups to run side by side. The fast ones are measured for coverage: it takes a third more."""
    fast = _group("tests", _FAST, 900, reports, (*_MEASURED, *_AT_ONCE))
    groups = [fast, *(_marked(mark, MARKS[mark] * 60, reports) for mark in _ORDER)]
    return [_yielding(group) if set(_AT_ONCE) <= set(group.command) else group for group in groups]


def chosen_tests(arguments: Sequence[str]) -> list[Step]:
    """Only the tests the arguments name."""
    return [Step("tests", python("-m", "pytest", *arguments), 3600, _shared())]


def coverage() -> list[Step]:
    """Put together what the fast tests' programs measured and hold it to the limit in pyproject.toml."""
    return [
        Step("coverage", python("-m", "coverage", "combine", "--quiet"), 120),
        Step("covered", python("-m", "coverage", "report"), 120),
    ]


def _marked(mark: str, seconds: float, reports: Path) -> Step:
    """A marked group; a test with two marks belongs to the last of them."""
    later = list(MARKS)[list(MARKS).index(mark) + 1 :]
    expression = f"{mark} and not ({' or '.join(later)})" if later else mark
    at_once = () if mark in {"office", "screen", "packaging", "ocr"} else _AT_ONCE
    step = _group(mark, expression, seconds, reports, (*_PYTEST, *at_once))
    if mark == "ocr":
        return replace(step, extra=step.extra | {"PYTHONPATH": str(OCR_FOLDER)})
    return _on_a_screen(step) if mark == "screen" else step


def _group(name: str, expression: str, seconds: float, reports: Path, pytest: Sequence[str]) -> Step:
    command = python(*pytest, f"--junitxml={reports / name}.xml", "-m", expression)
    extra = _shared() | {"COVERAGE_FILE": str(ROOT / f".coverage.{name}")}
    return Step(name, command, seconds, extra)


def _yielding(step: Step) -> Step:
    """A group that takes both processors gives way to what runs beside it: a window is to come up as for a person."""
    nice = ("nice", "-n", "5") if shutil.which("nice") else ()
    return replace(step, command=(*nice, *step.command))


def _on_a_screen(step: Step) -> Step:
    screen = ("xvfb-run", "-a", "-s", "-screen 0 1280x800x24")
    extra = step.extra | {"QT_QPA_PLATFORM": "xcb"}
    return replace(step, command=(*screen, *step.command), extra=extra)


def _shared() -> dict[str, str]:
    """Where the corpora lie, when they lie beside the checkout."""
    beside = ROOT.parent / "shared"
    if "CLAUSEMARK_SHARED" in os.environ or not beside.is_dir():
        return {}
    return {"CLAUSEMARK_SHARED": str(beside)}

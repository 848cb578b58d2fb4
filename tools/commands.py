"""What each word after dev.py does."""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from pathlib import Path

from tools import locks, machine, plans
from tools.environment import SetupError, add_recogniser, lay_recogniser_aside, make_ready
from tools.places import PYTHON, ROOT, surroundings
from tools.steps import Outcome, run_steps, table

__all__ = ["COMMANDS"]


def run(_: argparse.Namespace, rest: Sequence[str]) -> int:
    """Open the window; where there is no screen, make the demo and say where it lies."""
    _make_all_ready(dev=False)
    if machine.has_screen() or (rest and not Path(rest[0]).is_file()):
        return _program(*rest)
    print("There is no screen here, so no window can be opened. Making the demo instead.")
    demo = ROOT / "clausemark-demo"
    code = _program("demo", str(demo))
    if code == 0:
        print(f"These files lie in {demo}")
    return code


def test(arguments: argparse.Namespace, rest: Sequence[str]) -> int:
    """Check everything and print a table; with arguments for pytest, run only those tests."""
    _make_all_ready(dev=True)
    if arguments.all and not machine.see_to(machine.FOR_ALL_TESTS):
        message = "The tests of --all need LibreOffice Writer, poppler and Xvfb; the line above installs them."
        raise SetupError(message)
    if arguments.all:
        lay_recogniser_aside()
    if rest:
        return _finish(run_steps(plans.chosen_tests(rest)))
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder)
        for old in ROOT.glob(".coverage*"):
            old.unlink()
        if arguments.all:
            outcomes = run_steps(plans.checks() + plans.all_tests(reports), at_once=2) + run_steps(plans.coverage())
        else:
            outcomes = run_steps(plans.checks(), at_once=2) + run_steps(plans.fast_tests(reports))
        return _finish(outcomes, reports)


def check(_: argparse.Namespace, __: Sequence[str]) -> int:
    """Style, types, import rules and dead code."""
    _make_all_ready(dev=True)
    return _finish(run_steps(plans.checks(), at_once=2))


def bench(_: argparse.Namespace, rest: Sequence[str]) -> int:
    """Run the benchmarks."""
    _make_all_ready(dev=True)
    return _called(str(PYTHON), "-m", "benchmarks", *rest, folder=ROOT)


def pictures(_: argparse.Namespace, __: Sequence[str]) -> int:
    """Draw the pictures of the guide."""
    _make_all_ready(dev=True)
    return _called(str(PYTHON), "-m", "tools.pictures", folder=ROOT)


def corpus(_: argparse.Namespace, rest: Sequence[str]) -> int:
    """Read every file of the shared corpora and print a table by ending."""
    _make_all_ready(dev=True)
    return _called(str(PYTHON), "-m", "tools.corpus_table", *rest, folder=ROOT)


def fuzz(_: argparse.Namespace, rest: Sequence[str]) -> int:
    """Read files broken at random for as long as one likes."""
    _make_all_ready(dev=True)
    return _called(str(PYTHON), "-m", "tools.fuzz", *rest, folder=ROOT)


def lock(arguments: argparse.Namespace, _: Sequence[str]) -> int:
    """Make the lock files anew."""
    _make_all_ready(dev=True)
    return locks.make(upgrade=arguments.upgrade)


def setup(arguments: argparse.Namespace, _: Sequence[str]) -> int:
    """Make the machine and .venv ready."""
    _make_all_ready(dev=True)
    if arguments.ocr:
        add_recogniser()
    print("Ready.")
    return 0


# Root meets no closed door (.ci/bare-debian tests that as an ordinary user); some files of the corpora are broken.
_EXCUSED = ("root may", "it does not open")

COMMANDS: dict[str, Callable[[argparse.Namespace, Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "pictures": pictures,
    "corpus": corpus,
    "fuzz": fuzz,
    "lock": lock,
    "setup": setup,
}


def _make_all_ready(*, dev: bool) -> None:
    """See to the machine, as far as may be, and to .venv. Raises SetupError."""
    fonts = () if machine.has_chinese_font() else machine.FOR_FONTS
    venv = machine.FOR_VENV if machine.lacks_ensurepip() else ()
    machine.see_to((*venv, *machine.FOR_QT, *fonts))
    make_ready(dev=dev)


def _program(*arguments: str) -> int:
    return _called(str(PYTHON), str(ROOT / "main.py"), *arguments)


def _called(*command: str, folder: Path | None = None) -> int:
    return subprocess.call(command, cwd=folder, env=surroundings())


def _finish(outcomes: Sequence[Outcome], reports: Path | None = None) -> int:
    """Print the table and the counts; 0 when all went well."""
    print("\n" + table(outcomes))
    good = all(outcome.good for outcome in outcomes)
    if not good:
        print("Not in order:", ", ".join(outcome.name for outcome in outcomes if not outcome.good))
    if reports:
        passed, failed, skipped = _counts(reports)
        print(f"{passed} passed, {failed} failed, {len(skipped)} skipped")
        good = not _missed(skipped) and good
    return 0 if good else 1


def _missed(skipped: Sequence[str]) -> bool:
    """Whether a test was skipped that should not have been, where everything is at hand."""
    missed = [reason for reason in skipped if not reason.startswith(_EXCUSED)]
    if missed and os.environ.get("CI"):
        print("Skipped, though nothing may be here:", *sorted(set(missed)), sep="\n  ")
        return True
    return False


def _counts(reports: Path) -> tuple[int, int, list[str]]:
    """Add up what the groups report: how many passed and failed, and why others were skipped."""
    suites = [suite for report in reports.glob("*.xml") for suite in ET.parse(report).iter("testsuite")]
    ran, failed, errors = (
        sum(int(suite.get(name, "0")) for suite in suites) for name in ("tests", "failures", "errors")
    )
    skipped = [skip.get("message", "") for suite in suites for skip in suite.iter("skipped")]
    return ran - failed - errors - len(skipped), failed + errors, skipped

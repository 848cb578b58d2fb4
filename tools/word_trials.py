"""Put random notes on Word files nobody here wrote, write them with the real export, and read them back.

`python -m tools.word_trials FOLDER [--sample N] [--seed S] [--notes N] [--office] [--checkers]` prints a table by kind
of file and every failure with its cause; it exits 1 where there is one. The oracle that reads back shares no code with
the writer. `--checkers` asks openxml-audit and ooxml-integrity too, `--office` LibreOffice.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tools.trial_answers import Answer, answered, losses
from tools.trial_table import table
from tools.word_checkers import audit, integrity, through_office
from tools.word_oracle import Oracle
from tools.word_sameness import differences

__all__ = ["Trial", "main", "trial"]

_SUFFIXES: Final = {".docx", ".docm"}
_AT_ONCE: Final = 20
_NO_FAULT: Final = ("Strict Open XML", "FID000")  # a remark, and that it could not read the original
_NUMBERS: Final = re.compile(r"\d+")


@dataclass
class Trial:
    """What became of one file: its kinds, its notes, what went wrong and what LibreOffice lost, by cause."""

    name: str
    kinds: tuple[str, ...] = ()
    notes: int = 0
    moved: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    lost: Counter[str] = field(default_factory=Counter)
    refused: bool = False


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the files and print the table; 1 where one failed, 2 where there is none."""
    asked = _parser().parse_args(arguments)
    files = sorted(path for path in asked.folder.rglob("*") if path.suffix.lower() in _SUFFIXES and path.is_file())
    if asked.sample:
        files = sorted(random.Random(asked.seed).sample(files, min(asked.sample, len(files))))
    if not files:
        print(f"no Word file in {asked.folder}", file=sys.stderr)
        return 2
    trials = []
    with tempfile.TemporaryDirectory() as place:
        for begin in range(0, len(files), _AT_ONCE):
            trials += _batch(files[begin : begin + _AT_ONCE], Path(place, str(begin)), asked)
    print(table(trials))
    for trial_ in trials:
        for fault in (*trial_.faults, *(f"LibreOffice lost {count}: {why}" for why, count in trial_.lost.items())):
            print(f"{trial_.name}: {fault}")
    return int(any(one.faults for one in trials))


def trial(path: Path, out: Path, *, notes: int, seed: str, checkers: bool) -> tuple[Trial, Answer | None]:
    """Put notes on one file and read it back; the file with its comments is left at `out`."""
    data = path.read_bytes()
    answer = answered(data, path.name, out, notes, f"{seed} {path.name}")
    if answer is None:
        return Trial(path.name, refused=True), None
    found = Trial(path.name, answer.kinds, len(answer.notes), answer.moved, list(answer.faults))
    found.faults += differences(data, out.read_bytes())
    if checkers:
        found.faults += _faults_of_checkers(path, out)
    return found, answer


def _faults_of_checkers(original: Path, out: Path) -> list[str]:
    """What the checkers say of `out` and not of the original, numbers in what they say left out."""
    # A run cut in two has two of whatever fault its properties had.
    new = audit(out).keys() - audit(original).keys()
    said = [f"openxml-audit: {words}" for words in sorted(new)]
    known = {_NUMBERS.sub("", line) for line in integrity(original)}
    lines = [line for line in integrity(out, original) if _NUMBERS.sub("", line) not in known]
    return said + [f"ooxml-integrity: {line}" for line in lines if not any(one in line for one in _NO_FAULT)]


def _batch(files: Sequence[Path], folder: Path, asked: argparse.Namespace) -> list[Trial]:
    made = folder / "made"
    made.mkdir(parents=True)
    trials = []
    held: dict[Path, tuple[Trial, Answer]] = {}
    for number, path in enumerate(files):
        out = _made(made, number, path)
        found, answer = trial(path, out, notes=asked.notes, seed=asked.seed, checkers=asked.checkers)
        print(".", end="", file=sys.stderr, flush=True)
        trials.append(found)
        if answer is not None:
            held[out] = (found, answer)
    if asked.office:
        _see_office(held, folder, {_made(made, number, path): path for number, path in enumerate(files)})
    return trials


def _made(folder: Path, number: int, path: Path) -> Path:
    return folder / f"{number}{path.suffix.lower()}"


def _see_office(held: dict[Path, tuple[Trial, Answer]], folder: Path, originals: dict[Path, Path]) -> None:
    """Convert what was made with LibreOffice, and count the comments it lost; it may refuse what it refused before."""
    back = folder / "back"
    converted = through_office(list(held), folder.parent / "office", back)
    for out, (found, answer) in held.items():
        if out in converted:
            found.lost = losses(answer, Oracle(converted[out].read_bytes()))
            continue
        before = folder / "before"
        if through_office([originals[out]], folder.parent / "office", before):
            found.faults.append("LibreOffice opens the original, and not this")
        else:
            found.lost["LibreOffice opens the original no more than this"] += 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="word_trials", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=0, help="so many files at random")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--notes", type=int, default=50)
    parser.add_argument("--office", action="store_true")
    parser.add_argument("--checkers", action="store_true")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())

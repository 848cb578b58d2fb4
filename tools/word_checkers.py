"""The two offline checkers of Word files and LibreOffice, as questions."""

from __future__ import annotations

import io
import json
import subprocess
import warnings
from collections import Counter
from collections.abc import Sequence
from contextlib import redirect_stdout
from importlib import import_module
from pathlib import Path
from typing import Final

__all__ = ["asked", "audit", "integrity", "through_office"]

_SECONDS: Final = 120


def asked(program: str, *arguments: str | Path) -> tuple[int, str]:
    """Return the exit code of a checker and what it prints, for the arguments its command line takes.

    It runs within this process: starting it and reading its schemas takes ten times as long as looking at a file.
    """
    main = import_module(f"{program.replace('-', '_')}.cli").main
    said = io.StringIO()
    with redirect_stdout(said), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            code = int(main([str(one) for one in arguments]))
        except SystemExit as end:
            code = int(end.code or 0)
    return code, said.getvalue()


def audit(path: Path) -> Counter[str]:
    """The errors openxml-audit finds, all of them, by what they say."""
    said = asked("openxml-audit", "-m", "0", "-o", "json", path)[1]
    return Counter(error["description"] for error in json.loads(said)[0]["errors"])


def integrity(path: Path, against: Path | None = None) -> Counter[str]:
    """The findings of ooxml-integrity above the level of information, as lines."""
    more = ["--against", str(against)] if against else []
    lines = asked("ooxml-integrity", "check", path, *more)[1].splitlines()
    return Counter(line.strip() for line in lines if "[ERROR" in line or "[WARN" in line)


def through_office(paths: Sequence[Path], profile: Path, out: Path, to: str = "docx") -> dict[Path, Path]:
    """Convert files with LibreOffice into `out`; files it cannot open are not in the answer.

    All at once, and those that then lack one by one: a file that ends the program must not take others with it.
    """
    _convert(paths, profile, out, to)
    left = [path for path in paths if not (out / f"{path.stem}.{to}").exists()]
    for path in left if len(paths) > 1 else ():
        _convert([path], profile, out, to)
    found = {path: out / f"{path.stem}.{to}" for path in paths}
    return {path: made for path, made in found.items() if made.exists()}


def _convert(paths: Sequence[Path], profile: Path, out: Path, to: str) -> None:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", to]
    command += ["--outdir", str(out), *map(str, paths)]
    try:
        subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS + 10 * len(paths))
    except subprocess.TimeoutExpired:
        return

"""Set Clausemark up, run it and check it: `python3 dev.py run`, `python3 dev.py test`. Standard library only."""

import argparse
import os
import shutil
import subprocess
import sys

OLDEST, NEWEST = (3, 11), (3, 14)


def main() -> int:
    """Do what the command line asks; the exit code says whether all went well."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        return _with_another_python()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)  # type: ignore[union-attr]
    from tools import commands
    from tools.environment import SetupError

    arguments, rest = _parser().parse_known_args()
    try:
        return commands.COMMANDS[arguments.command](arguments, rest)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. What was begun will be finished next time.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("run", add_help=False, help="open the window (arguments go to the program)")
    test = commands.add_parser("test", help="style, types, import rules, dead code, and the fast tests")
    test.add_argument(
        "--all", action="store_true", help="LibreOffice, screen, fuzz, kill, corpora and packaging as well"
    )
    commands.add_parser("check", help="style, types, import rules and dead code, without the tests")
    commands.add_parser("bench", add_help=False, help="the benchmarks (arguments go to them)")
    commands.add_parser("pictures", help="draw every screen into build/screens, and the guide's pictures anew")
    commands.add_parser("corpus", add_help=False, help="read every file of the shared corpora, and print a table")
    commands.add_parser("fuzz", add_help=False, help="read files broken at random (--minutes N)")
    lock = commands.add_parser("lock", help="make the lock files anew from pyproject.toml")
    lock.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    setup = commands.add_parser("setup", help="make .venv ready and do nothing else")
    setup.add_argument("--ocr", action="store_true", help="with what reads the words of scanned pages (400 MB)")
    return parser


def _with_another_python() -> int:
    """Start again under a Python that will do, or say which is wanted. Older ones must be able to read this file."""
    found = (shutil.which("python3.%d" % minor) for minor in range(NEWEST[1], OLDEST[1] - 1, -1))  # noqa: UP031
    for python in found:
        if python and not os.environ.get("CLAUSEMARK_PYTHON_CHOSEN"):
            chosen = dict(os.environ, CLAUSEMARK_PYTHON_CHOSEN="1")
            return subprocess.call([python, *sys.argv], env=chosen)
    print(
        "Clausemark needs Python 3.11, 3.12, 3.13 or 3.14; this is Python %d.%d. Install one and start again with it."  # noqa: UP031
        % sys.version_info[:2],
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())

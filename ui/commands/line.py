"""Read the words of the command line, run the command, answer with an exit code: 0 done, 1 act, 2 wrong usage."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from importlib import import_module
from io import TextIOWrapper
from typing import cast

from annotations.model import Reviewer
from documents.errors import ClausemarkError
from ui import log
from ui.commands import COMMANDS
from ui.commands.command import MOST_INITIALS, Call, Command, initials_cut, moment
from ui.places import shown_path
from ui.settings import Settings, load, settings_path

__all__ = ["run_line"]

_MODULES = {"import": "import_notes", "export": "export_files"}


def run_line(words: Sequence[str]) -> int:
    """Run one command; answers go to stdout, the one line about a fault to stderr."""
    _speak_utf8()
    settings = load(settings_path())
    parsed = _parser(words[0]).parse_args(list(words))
    command = _command(parsed.command)
    call = _call(parsed, settings)
    try:
        answer = command.run(call)
        _remark([*initials_cut(call, parsed.initials or ""), *answer.remarks])
        answer.write(sys.stdout, as_json=parsed.json or parsed.command == "read")
    except ClausemarkError as error:
        return _fault(error.sentence(call.speak))
    except BrokenPipeError:
        with suppress(OSError):
            sys.stdout.close()
        return 0
    except KeyboardInterrupt:
        return _fault(call.say("Stopped. Nothing was written half.", "已停止，没有写入不完整的内容。"))
    except OSError as error:
        return _fault(call.say(f"The system refused: {error.strerror}.", f"系统拒绝了操作：{error.strerror}。"))
    except Exception as error:  # noqa: BLE001 - nobody is shown a traceback; the log has it
        return _own_fault(error, call)
    return 1 if answer.must_act else 0


def _own_fault(error: Exception, call: Call) -> int:
    log.start_log(log.log_path(), _version())
    log.fault(error)
    log.stop_log()
    where = shown_path(log.log_path())
    return _fault(
        call.say(
            f"Something went wrong inside Clausemark; nothing was written half. Please report it with {where}.",
            f"Clausemark 内部出错，没有写入不完整的内容。请将 {where} 一并反馈。",
        )
    )


def _parser(first: str) -> ArgumentParser:
    """Know the one command that was asked for, or all of them for help: the others need not be imported."""
    parser = ArgumentParser(
        prog="clausemark", description="Review policies offline. Without a command the window opens."
    )
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in (first,) if first in COMMANDS else COMMANDS:
        command = _command(name)
        below = commands.add_parser(name, help=command.help, description=command.help)
        command.declare(below)
        _declare_common(below)
    return parser


def _declare_common(parser: ArgumentParser) -> None:
    parser.add_argument("--reviewer", default=None, metavar="NAME", help="whose notes and changes these are")
    parser.add_argument("--initials", default=None, metavar="XX", help="the reviewer's initials, nine letters at most")
    parser.add_argument("--now", type=moment, default=None, metavar="ISO8601", help="the time to write down")
    parser.add_argument("--language", choices=("en", "zh"), default="", help="of what is written, and of answers")
    parser.add_argument("--json", action="store_true", help="answer with one JSON value")


def _command(name: str) -> Command:
    module = import_module(f"ui.commands.{_MODULES.get(name, name)}")
    return cast("Command", module.COMMAND)


def _call(parsed: Namespace, settings: Settings) -> Call:
    reviewer = Reviewer(
        name=settings.reviewer if parsed.reviewer is None else parsed.reviewer,
        initials=(settings.initials if parsed.initials is None else parsed.initials).strip()[:MOST_INITIALS],
    )
    speak = parsed.language or settings.language or _desktop_language()
    return Call(parsed, reviewer, _clock(parsed.now), parsed.language, speak)


def _desktop_language() -> str:
    wish = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "zh" if wish.startswith("zh") else "en"


def _clock(fixed: datetime | None) -> Callable[[], datetime]:
    if fixed is None:
        return lambda: datetime.now().astimezone()
    return lambda: fixed


def _fault(line: str) -> int:
    sys.stderr.write(line.replace("\n", " ") + "\n")
    return 1


def _remark(sentences: Sequence[str]) -> None:
    for sentence in sentences:
        sys.stderr.write(sentence.replace("\n", " ") + "\n")


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"clausemark {version('clausemark')}"
    except PackageNotFoundError:
        return "clausemark (from its sources)"

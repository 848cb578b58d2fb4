"""LibreOffice, where the machine has it: old formats -> .docx, .docx -> pages; offline, in a profile thrown away."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from documents.draft import Draft, Source
from documents.errors import UnreadableDocument
from documents.model import Warning  # noqa: A004
from documents.programs import note_group, room_for_programs

__all__ = ["as_docx", "as_pdf", "draft_by_office", "office_program"]

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path(r"C:\Program Files\LibreOffice\program\soffice.com"),
    Path(r"C:\Program Files (x86)\LibreOffice\program\soffice.com"),
)
_SECONDS = 25  # within the thirty that a worker is given for one file
_SECONDS_FOR_PAGES = 300  # a memo of some thousand findings
_LOOK_UP = 0.1  # seconds between two looks at whether the pages are still wanted
_PAGES = (
    "pdf:writer_pdf_Export:"
    '{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
)


def _heedless() -> None:
    """Whoever waits goes on waiting."""


_NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW, which Python names on Windows alone
_SETTING = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
# No macro runs, and a picture on some server is not fetched: links are blocked, and the only proxy is a closed port.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def office_program() -> str:
    """Return the path of LibreOffice, "" where the machine has none."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), "")
    return found or next((str(path) for path in _PLACES if path.exists()), "")


def draft_by_office(source: Source, suffix: str) -> Draft:
    """Return what the walk of Word files finds in the file that LibreOffice makes. Raises UnreadableDocument."""
    from documents.word.package import Package
    from documents.word.walk import walk

    made = as_docx(source.data, suffix, source.name)
    found = walk(Package(made, name=source.name, limits=source.limits), atoms=False)
    return Draft(
        found.text,
        found.blocks,
        found.runs,
        (*found.warnings, Warning("by_office")),
        revisions=found.revisions,
        hidden=found.hidden,
        foreign_notes=found.foreign_notes,
    )


def as_docx(data: bytes, suffix: str, name: str) -> bytes:
    """Return the file as LibreOffice saves it in Word's format. Raises UnreadableDocument: `damaged`, `encrypted`."""
    return _converted(data, suffix, name, _Task("docx:MS Word 2007 XML", ".docx", _SECONDS))


def as_pdf(data: bytes, name: str, *, heed: Callable[[], None] = _heedless) -> bytes:
    """Return a Word file as tagged pages.

    `heed` is called while LibreOffice is at work; what it raises ends LibreOffice. Raises UnreadableDocument:
    `damaged`, `reader_stopped`.
    """
    return _converted(data, ".docx", name, _Task(_PAGES, ".pdf", _SECONDS_FOR_PAGES, heed))


@dataclass(frozen=True, slots=True)
class _Task:
    """What LibreOffice is to make, the suffix that it bears, the seconds it is given, whom to ask meanwhile."""

    filter: str
    suffix: str
    seconds: int
    heed: Callable[[], None] = _heedless


def _converted(data: bytes, suffix: str, name: str, task: _Task) -> bytes:
    with tempfile.TemporaryDirectory(prefix="clausemark-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / f"policy{suffix}"
        source.write_bytes(data)
        _set_up(Path(folder) / "profile" / "user")
        _convert(Path(folder), source, name, task)
        made = (Path(folder) / "out" / "policy").with_suffix(task.suffix)
        if not made.exists():
            raise UnreadableDocument("damaged", name=name)
        return made.read_bytes()


def _set_up(user: Path) -> None:
    user.mkdir(parents=True)
    items = "".join(_SETTING.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )


def _convert(folder: Path, source: Path, name: str, task: _Task) -> None:
    profile = (folder / "profile").as_uri()
    command = [office_program(), "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile}"]
    command += ["--convert-to", task.filter, "--outdir", str(folder / "out"), str(source)]
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
    try:
        with room_for_programs():
            program = subprocess.Popen(
                command,
                env={**os.environ, **proxies, "TMPDIR": str(folder)},  # what it lays down goes with the folder
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
            )
    except OSError as error:
        raise UnreadableDocument("damaged", name=name) from error
    try:
        note_group(folder, program.pid)
        _wait(program, task)
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument("reader_stopped", name=name) from error
    finally:
        _end(program)


def _wait(program: subprocess.Popen[bytes], task: _Task) -> None:
    """Wait for the program. Raises TimeoutExpired after its seconds, and whatever `heed` raises."""
    left = task.seconds / _LOOK_UP
    while True:
        try:
            program.wait(_LOOK_UP)
        except subprocess.TimeoutExpired:
            left -= 1
            if left < 0:
                raise
            task.heed()
        else:
            return


def _end(program: subprocess.Popen[bytes]) -> None:
    """End a program that still runs, with the programs it started: LibreOffice's first one only starts the others."""
    if program.poll() is None:
        if sys.platform == "win32":
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(program.pid)], capture_output=True, check=False)
        else:
            os.killpg(program.pid, signal.SIGKILL)
        program.wait()

"""Open a policy: the one door by which files come in. What reads them runs in the worker process."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from documents.draft import Source
from documents.errors import UnreadableDocument
from documents.limits import DEFAULT, Limits
from documents.model import PolicyDocument
from documents.reading import from_json
from documents.watch import SILENT, Watch
from documents.wire import Joined
from documents.worker import Worker, shared_worker

__all__ = ["DEFAULT", "Limits", "open_by", "open_document", "open_here", "read_bytes"]

_SHARING_VIOLATIONS = {32, 33}
_PAGE_SECONDS = 60.0  # to recognise the words of some pages
_MODEL_MEMORY = 4_000_000_000  # bytes of addresses, most of them never used


def open_document(  # noqa: PLR0913 - all but the first go by name
    source: Path | bytes,
    *,
    name: str = "",
    encoding: str = "",
    password: str = "",
    limits: Limits = DEFAULT,
    whole_page: bool = False,
    recognise: bool = False,
    watch: Watch = SILENT,
) -> PolicyDocument:
    """Read a policy from a file or from bytes; `name` is what messages call it, `encoding` overrules detection.

    `whole_page` keeps the menus, banners and footers of a web page. `recognise` reads the words of scanned pages,
    seconds for each. `watch` is told meanwhile. Every file is read in a worker process. Raises UnreadableDocument with
    one sentence for the user, and ReadingStopped when the watch does not want it any more; any other exception is our
    own fault.
    """
    shown = _printable(name or (source.name if isinstance(source, Path) else ""))
    data = source if isinstance(source, bytes) else read_bytes(source, shown, limits)
    if len(data) > limits.file_bytes:
        raise UnreadableDocument("too_large", name=shown)
    given = Source(data, shown, encoding, limits, whole_page, password, recognise)
    if not recognise:
        return open_by(shared_worker(), given, watch)
    with Worker(seconds=_PAGE_SECONDS, memory=_MODEL_MEMORY, patient=True) as own:  # its models go with it
        return open_by(own, given, watch)


def open_by(worker: Worker, source: Source, watch: Watch = SILENT) -> PolicyDocument:
    """Read a policy in that worker process. Raises UnreadableDocument and ReadingStopped."""

    joined = Joined()

    def heard(head: dict[str, Any], body: bytes) -> None:
        if "part" in head:
            joined.take(head, body)
        elif "first" in head:
            watch.first(from_json(body))
        else:
            watch.progress(head["done"], head["total"])

    given = {one.name: getattr(source, one.name) for one in fields(source) if one.name not in {"data", "told"}}
    given["limits"] = asdict(source.limits)
    ask = {"ask": "read", "name": source.name, "source": given, "first": watch.wants_first}
    joined.take(*worker.ask(ask, source.data, watch=watch, heard=heard))
    return joined.document()


def open_here(source: Source, *, first: Callable[[PolicyDocument], None] | None = None) -> PolicyDocument:
    """Read a policy in this process, whatever it may do to it: what the worker calls. Raises UnreadableDocument.

    `first` is given the first screen of a long file before the rest is there.
    """
    from documents.here import read_here

    return read_here(source, first)


def _printable(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8")


def read_bytes(path: Path, name: str = "", limits: Limits = DEFAULT) -> bytes:
    """Return a file's bytes; `name` is what messages call it. Raises UnreadableDocument, never OSError."""
    name = name or _printable(path.name)
    try:
        if path.is_dir():
            raise UnreadableDocument("folder", name=name)
        if path.stat().st_size > limits.file_bytes:
            raise UnreadableDocument("too_large", name=name)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(_code_of(error), name=name) from error


def _code_of(error: OSError) -> str:
    if isinstance(error, (FileNotFoundError, NotADirectoryError)) or error.errno == errno.ENAMETOOLONG:
        return "not_found"
    if getattr(error, "winerror", 0) in _SHARING_VIOLATIONS or (
        isinstance(error, PermissionError) and sys.platform == "win32"
    ):
        return "open_elsewhere"
    return "no_permission" if isinstance(error, PermissionError) else "not_readable"

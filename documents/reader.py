"""Open a policy: choose the reader by what the file is, and work out what every format has in common."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

from documents.clauses import clauses_of
from documents.collecting import uncollected
from documents.draft import Draft, Reader, Source
from documents.emphasis import emphasis_of
from documents.errors import UnreadableDocument
from documents.labelling import label_blocks
from documents.language import language_of
from documents.limits import DEFAULT, Limits
from documents.model import ClausePart, PolicyDocument, Warning  # noqa: A004
from documents.outline import outline
from documents.readers import READERS
from documents.recognise import goes_by, refuse_what_no_reader_takes
from documents.titles import title_of, with_title
from documents.word.unlocking import unlocked
from documents.worker import shared_worker

__all__ = ["DEFAULT", "Limits", "open_document", "open_here", "read_bytes"]

_ENOUGH = 100_000  # characters to tell a language by
_SHARING_VIOLATIONS = {32, 33}


def open_document(  # noqa: PLR0913 - all but the first go by name
    source: Path | bytes,
    *,
    name: str = "",
    encoding: str = "",
    password: str = "",
    limits: Limits = DEFAULT,
    whole_page: bool = False,
) -> PolicyDocument:
    """Read a policy from a file or from bytes; `name` is what messages call it, `encoding` overrules detection.

    `whole_page` keeps the menus, banners and footers of a web page. A file that can bring a library down is read in
    the worker process. Raises UnreadableDocument with one sentence for the user; any other exception is our own fault.
    """
    shown = _printable(name or (source.name if isinstance(source, Path) else ""))
    data = source if isinstance(source, bytes) else read_bytes(source, shown, limits)
    if len(data) > limits.file_bytes:
        raise UnreadableDocument("too_large", name=shown)
    given = unlocked(Source(data, shown, encoding, limits, whole_page, password))
    reader = _reader_for(given)
    if getattr(reader, "isolated", False):
        return shared_worker().read_source(given)
    with uncollected():
        return _finished(reader, reader.read(given), given)


def open_here(source: Source) -> PolicyDocument:
    """Read a policy in this process, whatever it may do to it: what the worker calls. Raises UnreadableDocument."""
    source = unlocked(source)
    reader = _reader_for(source)
    with uncollected():
        return _finished(reader, reader.read(source), source)


def _reader_for(source: Source) -> Reader:
    refuse_what_no_reader_takes(source)
    return next(reader for reader in READERS if reader.recognises(source))


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


def _finished(reader: Reader, draft: Draft, source: Source) -> PolicyDocument:
    if len(draft.text) > source.limits.text_characters or len(draft.blocks) > source.limits.blocks:
        raise UnreadableDocument("too_large", name=source.name)
    if not draft.text.strip():
        raise UnreadableDocument("no_text", name=source.name)
    language = language_of(draft.text[:_ENOUGH])
    found = with_title(draft)
    emphasis = emphasis_of(draft.text, found, draft.runs)
    entries = outline(draft.text, found, guess_headings=draft.typed_headings, emphasis=emphasis)
    blocks = label_blocks(found, entries, typed_headings=draft.typed_headings)
    clauses = clauses_of(entries, language)
    warnings = [*draft.warnings, *_other_content(reader, source)]
    if clauses and all(clause.part is ClausePart.NTH and not clause.path for clause in clauses):
        warnings.append(Warning("no_numbering"))
    return PolicyDocument(
        title=draft.title or title_of(draft.text, blocks, guessed=draft.typed_headings) or source.stem,
        format=reader.name,
        language=language,
        text=draft.text,
        blocks=blocks,
        runs=draft.runs,
        clauses=clauses,
        warnings=tuple(warnings),
        encoding=draft.encoding,
        reader=f"clausemark.{reader.name}",
        reader_version=reader.version,
        revisions=draft.revisions,
        hidden=draft.hidden,
        pictures=draft.pictures,
        foreign_notes=draft.foreign_notes,
        pages=draft.pages,
        boxes=draft.boxes,
        origin=draft.origin,
    )


def _other_content(reader: Reader, source: Source) -> tuple[Warning, ...]:
    """A Word file named .txt, or text named .docx: read as what it is, and said."""
    if source.suffix and not goes_by(reader.name, source.suffix):
        return (Warning("other_content", {"name": source.name, "format": reader.name}),)
    return ()

"""The one way a file is exported: pick the writer, check what was asked, write the file whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotations.model import Document, Visibility
from documents.collecting import uncollected
from export.after_check import refuse_leaks
from export.change_memo.memo import versions_of
from export.errors import ExportError
from export.memo.sections import sections_of
from export.paged import FORMATS, PAGED, Printed, as_pages, heedless, wants_pages
from export.selection import choose
from export.whole_file import write_whole
from export.word.plain_document import as_document
from export.wording import report_language
from export.writer import HIGHLIGHTS, LOOKS, REDRAFTS, WORDINGS, ExportJob, ExportOptions, ExportReport, Listed, Writer
from export.writers import WRITERS

if TYPE_CHECKING:
    from annotations.matter import OpenMatter

__all__ = ["ExportOptions", "ExportReport", "Listed", "export", "job_of", "kinds", "write_printed", "writer_for"]

PROFILES: Final = tuple(circle.value for circle in Visibility)


def export(
    open_matter: OpenMatter, out: Path, kind: str, options: ExportOptions, heed: Callable[[], None] = heedless
) -> ExportReport:
    """Write one product of a matter to `out` and say what was left out and what stands elsewhere.

    `heed` is called before each step; what it raises ends the export, and nothing is written.
    Raises ExportError with a sentence for the user; `out` is then as it was.
    """
    job = job_of(open_matter, kind, options)
    _guard_sources(open_matter, out)
    writer = _writer(kind, options.template, out)
    heed()
    with uncollected():
        written = writer.write(job)
        data = as_document(written.data) if out.suffix.lower() == ".docx" else written.data
        heed()
        refuse_leaks(job, writer, data)
    if wants_pages(kind, out, options.to):
        data = as_pages(data, out.name, options.now, heed)
        refuse_leaks(job, writer, data)
    heed()
    write_whole(out, data)
    return ExportReport((out,), written.left_out, written.moved, _sent(job, kind, out.name, data))


def write_printed(
    open_matter: OpenMatter, out: Path, kind: str, options: ExportOptions, printed: Printed
) -> ExportReport:
    """Write a product that was printed elsewhere, as by the window where there is no LibreOffice.

    File and words are searched as our own products are. Raises ExportError; `out` is then as it was.
    """
    job = job_of(open_matter, kind, options)
    _guard_sources(open_matter, out)
    for said in (printed.words.encode("utf-8", "replace"), printed.data):
        refuse_leaks(job, writer_for(kind), said)
    write_whole(out, printed.data)
    return ExportReport((out,), choose(job).left_out, (), _sent(job, kind, out.name, printed.data))


def _sent(job: ExportJob, kind: str, name: str, data: bytes) -> dict[str, object]:
    """Say what went out, by the names of the register's fields."""
    versions = tuple(document.latest.uid for document in job.documents)
    if kind == "changes":
        versions = tuple(version.uid for version in versions_of(job))
    return {
        "product": kind, "file_name": name, "sha256": hashlib.sha256(data).hexdigest(), "versions": versions,
        "profile": job.options.profile, "language": job.language,
    }  # fmt: skip


def job_of(open_matter: OpenMatter, kind: str, options: ExportOptions) -> ExportJob:
    """Return what is asked for as a job for the writer of `kind`. Raises ExportError for what cannot be done."""
    writer = writer_for(kind)
    if options.profile not in PROFILES:
        raise ExportError("unknown_profile", profile=options.profile)
    if options.highlight not in HIGHLIGHTS:
        raise ExportError("unknown_highlight", highlight=options.highlight)
    if options.redrafts not in REDRAFTS:
        raise ExportError("unknown_redrafts", redrafts=options.redrafts)
    if options.redline not in WORDINGS:
        raise ExportError("unknown_wording", redline=options.redline)
    if options.to not in FORMATS:
        raise ExportError("unknown_format", to=options.to)
    if options.to and kind not in PAGED:
        raise ExportError("no_pages", kinds=", ".join(PAGED))
    sections_of("memo", options.sections)
    job = ExportJob(open_matter, _documents(open_matter, options.document, many=writer.many), options)
    _refuse_of_job(job, kind)
    return job


def _refuse_of_job(job: ExportJob, kind: str) -> None:
    """Raise ExportError for versions that are not there, and for a look that the language has not."""
    if kind == "changes":
        versions_of(job)
    options = job.options
    looks = LOOKS[report_language(job.language)] if options.look else ()
    if options.look not in ("", *looks):
        raise ExportError("unknown_look", look=options.look, looks=", ".join(looks))


def _writer(kind: str, template: Path | None, out: Path) -> Writer:
    """Return the product's own writer, or the one that fills a firm's template in."""
    if template is None:
        return writer_for(kind)
    from export.templating.templated import templated

    return templated(kind, template, out)


def kinds() -> tuple[str, ...]:
    """The names that `--as` takes."""
    return tuple(writer.kind for writer in WRITERS)


def writer_for(kind: str) -> Writer:
    """Return the writer of a kind; raises ExportError for one that does not exist."""
    for writer in WRITERS:
        if writer.kind == kind:
            return writer
    raise ExportError("unknown_kind", kind=kind, kinds=", ".join(kinds()))


def _documents(open_matter: OpenMatter, asked: str, *, many: bool) -> tuple[Document, ...]:
    held = open_matter.documents()
    if not held:
        raise ExportError("no_documents")
    names = ", ".join(document.latest.file_name for document in held)
    if asked:
        named = tuple(document for document in held if asked in _names(document))
        if not named:
            raise ExportError("no_such_document", name=asked, names=names)
        if len(named) > 1:
            raise ExportError("which_document", names=", ".join(document.uid for document in named))
        return named
    if len(held) > 1 and not many:
        raise ExportError("which_document", names=names)
    return held


def _names(document: Document) -> set[str]:
    return {document.uid, document.title, *(version.file_name for version in document.versions)}


def _guard_sources(open_matter: OpenMatter, out: Path) -> None:
    """Refuse to write over the matter, or over a file that is a policy as it was received."""
    if not out.is_file():
        return
    if out.samefile(open_matter.path):
        raise ExportError("own_matter", name=out.name)
    standing = hashlib.sha256(out.read_bytes()).hexdigest()
    received = {version.sha256 for document in open_matter.documents() for version in document.versions}
    if standing in received:
        raise ExportError("own_original", name=out.name)

"""A file as its reader found it -> the policy: what every format has in common is worked out here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from documents.clauses import clauses_of
from documents.draft import Draft, Reader, Source
from documents.emphasis import emphasis_of
from documents.errors import UnreadableDocument
from documents.labelling import label_blocks
from documents.language import language_of
from documents.model import Block, ClausePart, PolicyDocument, Warning  # noqa: A004
from documents.outline import outline
from documents.recognise import goes_by
from documents.titles import title_of, with_title

__all__ = ["UNSEEN", "Stages", "finished"]

_ENOUGH = 100_000  # characters to tell a language by
_UNNUMBERED = {ClausePart.NTH, ClausePart.TABLE}


def _unseen(_: object) -> None:
    return


@dataclass(frozen=True, slots=True)
class Stages:
    """Who is given what will not change any more while the rest is still worked out: the draft, then the blocks."""

    drafted: Callable[[Draft], None] = _unseen
    labelled: Callable[[tuple[Block, ...]], None] = _unseen


UNSEEN = Stages()


def finished(reader: Reader, draft: Draft, source: Source, stages: Stages = UNSEEN) -> PolicyDocument:
    """Return the policy with its language, labels and clauses. Raises UnreadableDocument: `too_large`, `no_text`."""
    if len(draft.text) > source.limits.text_characters or len(draft.blocks) > source.limits.blocks:
        raise UnreadableDocument("too_large", name=source.name)
    if not draft.text.strip():
        raise UnreadableDocument("no_text", name=source.name)
    stages.drafted(draft)
    language = language_of(draft.text[:_ENOUGH])
    found = with_title(draft)
    emphasis = emphasis_of(draft.text, found, draft.runs)
    entries = outline(draft.text, found, guess_headings=draft.typed_headings, emphasis=emphasis)
    blocks = label_blocks(found, entries, typed_headings=draft.typed_headings)
    stages.labelled(blocks)
    clauses = clauses_of(entries, language)
    warnings = [*draft.warnings, *_other_content(reader, source)]
    if clauses and all(clause.part in _UNNUMBERED and not clause.path for clause in clauses):
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
        note_marks=draft.note_marks,
    )


_FORMATS = {"old_word": "Word", "word": "Word", "text": "TXT", "markdown": "Markdown", "mail": "EML"}


def _format(name: str) -> str:
    """Return what people call a format."""
    return _FORMATS.get(name, name.upper())


def _other_content(reader: Reader, source: Source) -> tuple[Warning, ...]:
    """A Word file named .txt, or text named .docx: read as what it is, and said."""
    if source.suffix and not goes_by(reader.name, source.suffix):
        return (Warning("other_content", {"name": source.name, "format": _format(reader.name)}),)
    return ()

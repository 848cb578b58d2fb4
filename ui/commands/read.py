"""`read FILE`: what the program sees in a file, as JSON. Offsets are code points, half-open."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from documents.errors import UnreadableDocument
from documents.model import Block, Clause, PolicyDocument
from ui.commands.command import Answer, Call
from ui.commands.files import declare_reading, read_named
from ui.received import BY_HAND

__all__ = ["COMMAND"]


class Read:
    """Print a file as read: text, blocks, clauses, warnings."""

    help = "print a file as the program reads it, as JSON"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the file and how it is to be read."""
        parser.add_argument("file", type=Path, metavar="FILE")
        declare_reading(parser)

    def run(self, call: Call) -> Answer:
        """Read the file, or one part of it. Raises UnreadableDocument."""
        found = read_named(call, [call.words.file], BY_HAND)
        if len(found) > 1:
            raise UnreadableDocument("one_part", name=call.words.file.name)
        return Answer(_values(found[0].policy, call.speak))


def _values(policy: PolicyDocument, language: str) -> dict[str, object]:
    return {
        "title": policy.title,
        "format": policy.format,
        "language": policy.language,
        "encoding": policy.encoding,
        "origin": policy.origin,
        "characters": len(policy.text),
        "text": policy.text,
        "warnings": [warning.sentence(language) for warning in policy.warnings],
        "blocks": [_block(block) for block in policy.blocks],
        "clauses": [_clause(clause) for clause in policy.clauses],
    }


def _block(block: Block) -> dict[str, object]:
    label_span = block.label_span
    return {
        "kind": block.kind.value,
        "story": block.story.value,
        "level": block.level,
        "label": block.label,
        "label_span": [label_span.start, label_span.end] if label_span else None,
        "inner_labels": [
            {"start": block.span.start + one.offset, "label": one.label} for one in block.inner_labels if one.label
        ],
        "start": block.span.start,
        "end": block.span.end,
    }


def _clause(clause: Clause) -> dict[str, object]:
    return {
        "label": clause.label,
        "address": clause.address,
        "title": clause.title,
        "level": clause.level,
        "start": clause.span.start,
        "end": clause.span.end,
    }


COMMAND = Read()

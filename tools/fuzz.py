"""Break files at random and read them through the worker, for as long as one likes: `python3 dev.py fuzz --minutes 30`.

Files of our own making, and those of the shared corpora where CLAUSEMARK_SHARED names them. Each mutant must be read,
or refused with a sentence; what is read must hold together. One that is neither is kept, with what was wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from documents.draft import Source
from documents.errors import UnreadableDocument
from documents.model import BlockKind, PolicyDocument, Span, Story
from documents.pages import PIECE
from documents.reader import open_by
from documents.reading import pack, unpack
from documents.worker import Worker
from tools.mutants import File, corpus_files, mutated, our_files

__all__ = ["fault_of", "main", "outcome"]


def main(arguments: Sequence[str]) -> int:
    """Read mutants until the time is up; 1 where one brought a reader down or was read wrongly."""
    words = _parser().parse_args(arguments)
    shared = os.environ.get("CLAUSEMARK_SHARED", "")
    files = our_files() + (corpus_files(Path(shared)) if shared else [])
    files = [file for file in files if file[0].endswith(words.only)]
    kept = Path(words.keep or tempfile.mkdtemp(prefix="clausemark-fuzz-"))
    kept.mkdir(parents=True, exist_ok=True)
    codes: Counter[str] = Counter()
    until = time.monotonic() + words.minutes * 60
    with Worker() as worker:
        for seed, name, data in _mutants(files, words.seed):
            if time.monotonic() >= until:
                break
            code = outcome(worker, name, data)
            codes[code.partition(":")[0]] += 1
            if code.startswith("wrong"):
                (kept / f"{seed}-{name}").write_bytes(data)
                print(f"{seed} {name}: {code}", flush=True)
    print(f"{codes.total()} mutants of {len(files)} files: {dict(codes.most_common())}")
    if codes["wrong"]:
        print(f"What went wrong lies in {kept}")
    return 1 if codes["wrong"] else 0


def outcome(worker: Worker, name: str, data: bytes) -> str:
    """Return "read", the code it was refused with, or "wrong: " and why.

    A reader that was brought down is wrong too: the sentence contains it, but each such file is to be looked at.
    """
    try:
        policy = open_by(worker, Source(data, name))
    except UnreadableDocument as error:
        return "wrong: the reader stopped" if error.code == "reader_stopped" else error.code
    except RuntimeError as error:
        return f"wrong: {_told(str(error))}"
    fault = fault_of(policy)
    return f"wrong: {fault}" if fault else "read"


def _told(traceback: str) -> str:
    """Return the two lines of a traceback that tell most: where it came from, and what it was."""
    lines = [line.strip() for line in traceback.strip().splitlines()]
    places = [line for line in lines if line.startswith("File ") and "documents" in line]
    return f"{lines[-1]} ({places[-1] if places else 'nowhere'})"


def fault_of(policy: PolicyDocument) -> str:
    """Return what does not hold together in a policy that was read, "" where all does."""
    faults = (
        "a span lies outside the text" if not all(_lies_in(policy.text, span) for span in _spans(policy)) else "",
        _fault_of_blocks(policy),
        _fault_of_clauses(policy),
        _fault_of_pages(policy),
        "" if unpack(pack(policy)) == policy else "its reading is another document",
    )
    return next(filter(None, faults), "")


def _mutants(files: Sequence[File], seed: int) -> Iterator[tuple[int, str, bytes]]:
    """Yield one mutant after another, each with the number that makes it again."""
    while True:
        chance = Random(seed)
        name, data = chance.choice(files)
        yield seed, name, mutated(data, chance)
        seed += 1


def _spans(policy: PolicyDocument) -> Iterator[Span]:
    for block in policy.blocks:
        yield block.span
        if block.label_span is not None:
            yield block.label_span
    yield from (run.span for run in policy.runs)
    yield from (revision.span for revision in policy.revisions)
    yield from (Span(hidden.place, hidden.place) for hidden in policy.hidden)
    yield from (Span(picture.place, picture.place) for picture in policy.pictures)
    for note in policy.foreign_notes:
        yield from note.spans
    for clause in policy.clauses:
        yield clause.span
        yield clause.own


def _lies_in(text: str, span: Span) -> bool:
    return 0 <= span.start <= span.end <= len(text)


def _fault_of_blocks(policy: PolicyDocument) -> str:
    end = 0
    for block in policy.blocks:
        if block.span.start < end:
            return "blocks overlap"
        end = block.span.end
        if end < len(policy.text) and policy.text[end] != "\n":
            return "a block does not end its line"
        if block.label_span is not None and not block.span.contains(block.label_span):
            return "a label lies outside its block"
        if any(not _begins_line(policy.text, block.span, one.offset) for one in block.inner_labels):
            return "a label within a cell begins no line of it"
    return ""


def _begins_line(text: str, cell: Span, offset: int) -> bool:
    at = cell.start + offset
    return cell.start <= at < cell.end and (offset == 0 or text[at - 1] == "\n")


def _fault_of_clauses(policy: PolicyDocument) -> str:
    """Own words never overlap, lie inside their clause and the one above it, and leave out no letter and no digit."""
    owned = bytearray(len(policy.text))
    above: list[tuple[int, Span]] = []
    last = 0
    for clause in policy.clauses:
        above = [one for one in above if one[0] < clause.level]
        if clause.span.start < last or not clause.span.contains(clause.own):
            return f"clause {clause.address} lies out of order"
        if any(owned[clause.own.start : clause.own.end]):
            return f"clause {clause.address} has words of another"
        if not all(span.contains(clause.span) for _, span in above):
            return f"clause {clause.address} lies outside the one above it"
        owned[clause.own.start : clause.own.end] = b"\1" * len(clause.own)
        above.append((clause.level, clause.span))
        last = clause.span.start
    return next((f"no clause has {bare[:40]!r}" for bare in _bare(policy, owned)), "")


def _bare(policy: PolicyDocument, owned: bytearray) -> Iterator[str]:
    """Yield the blocks with a letter that belongs to no clause."""
    for block in policy.blocks:
        start, end = block.span.start, block.span.end
        if block.story is Story.MAIN and block.kind is not BlockKind.TITLE and not all(owned[start:end]):
            words = policy.text[start:end]
            if any(letter.isalnum() and not owned[at] for at, letter in enumerate(words, start)):
                yield words


def _fault_of_pages(policy: PolicyDocument) -> str:
    if policy.boxes is None:
        return ""
    pieces, size = policy.boxes.pieces, len(policy.text)
    if len(policy.boxes.advances) != size or len(pieces) % PIECE:
        return "boxes are missing"
    rows = [pieces[at : at + PIECE] for at in range(0, len(pieces), PIECE)]
    if all(0 <= start <= end <= size and 0 <= page < len(policy.pages) for start, end, page, *_ in rows):
        return ""
    return "a box stands nowhere"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="how long (10)")
    parser.add_argument("--seed", type=int, default=0, help="the number of the first mutant (0)")
    parser.add_argument("--only", default="", metavar="ENDING", help="only files that end so, .docx")
    parser.add_argument("--keep", default="", metavar="FOLDER", help="where mutants that go wrong are kept")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

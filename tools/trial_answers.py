"""One file of a trial: notes put on it, written by the real export, and each looked up again in what came out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from annotations.matter import OpenMatter
from annotations.model import Reviewer
from documents.errors import UnreadableDocument
from documents.model import PolicyDocument, Span
from documents.reader import open_document
from documents.word.package import Package
from documents.word.walk import walk
from export.run import ExportOptions, export
from tools.trial_notes import Wanted, wanted_notes
from tools.word_oracle import Letter, Oracle, Said, said, same

__all__ = ["Answer", "answered", "losses"]

_REVIEWER: Final = Reviewer("审阅人 Trial", "TR")
_NOW: Final = datetime(2026, 3, 2, 17, 5, 9, tzinfo=timezone(timedelta(hours=8)))
_NUMBER: Final = re.compile(r"(?:\[\w+\] |【\w+】|See note |见批注)(\d+)")
_SNAPS: Final = {"snapped", "text_box", "footnote", "header", "inserted_file", "no_words"}
_LONG: Final = 1_000_000
_KINDS: Final = {
    "tables": b"<w:tbl>",
    "links": b"<w:hyperlink",
    "fields": b"<w:fldChar",
    "tracked changes": b"<w:ins ",
    "content controls": b"<w:sdt>",
    "text boxes": b"<w:txbxContent",
    "comments": b"<w:commentReference",
    "footnotes": b"<w:footnoteReference",
    "endnotes": b"<w:endnoteReference",
    "headers": b"<w:headerReference",
    "formulas": b"<m:oMath",
    "strict": b"purl.oclc.org/ooxml",
}


@dataclass(frozen=True)
class Answer:
    """What was wanted of a file and what came: notes by number, why some stand elsewhere, what is wrong."""

    kinds: tuple[str, ...]
    notes: Mapping[int, Wanted]
    moved: Counter[str]
    faults: tuple[str, ...]
    fragile: Mapping[int, str]


def answered(data: bytes, name: str, out: Path, count: int, seed: str) -> Answer | None:
    """Write the file with notes on it to `out` and look them up; None for a file that is refused when opened."""
    try:
        policy = open_document(data, name=name)
    except UnreadableDocument:
        return None
    if policy.format != "word":
        return None
    wanted = wanted_notes(policy, count, seed, _put_in(data))
    numbered, moved = _written(policy, data, name, wanted, out)
    oracle = Oracle(out.read_bytes())
    said_by = _comments_by_note(oracle)
    faults = tuple(
        fault
        for number, note in numbered.items()
        if (fault := _fault(policy, oracle, note, said_by[number], moved.get(number, ())))
    )
    allowed = Counter(why for number, whys in moved.items() if numbered[number].allowed for why in whys[:1])
    fragile = {number: why for number in numbered if (why := _fragile(oracle, said_by[number]))}
    return Answer(tuple(_kinds(Oracle(data))), numbered, allowed, faults, fragile)


def _put_in(data: bytes) -> set[int]:
    """Where paragraphs begin that stand in other files put into this one (`w:altChunk`)."""
    package = Package(data)
    main = package.main_part
    own = {main, *(package.related(main, kind) for kind in ("footnotes", "endnotes"))}
    walked = walk(package, atoms=False, blocks=False)
    return {paragraph.start for paragraph in walked.paragraphs if paragraph.part not in own}


def _written(
    policy: PolicyDocument, data: bytes, name: str, wanted: Sequence[Wanted], out: Path
) -> tuple[dict[int, Wanted], dict[int, list[str]]]:
    """Export the notes; return them by their numbers, and why some were said to stand elsewhere."""
    with TemporaryDirectory() as folder, OpenMatter.create(Path(folder, "m"), _REVIEWER, lambda: _NOW) as matter:
        document = matter.add_document(policy, data, name)
        notes = [matter.add_note(document.uid, one.spans, title=one.sort, issue="x") for one in wanted]
        report = export(matter, out, "word", ExportOptions(reviewer=_REVIEWER, now=_NOW))
    number_of = {note.uid: note.number for note in notes}
    moved: dict[int, list[str]] = defaultdict(list)
    for listed in report.moved:
        moved[number_of[listed.id]].append(listed.why)
    return {note.number: one for note, one in zip(notes, wanted, strict=True)}, moved


def _comments_by_note(oracle: Oracle) -> Mapping[int, list[Said]]:
    found: dict[int, list[Said]] = defaultdict(list)
    for one in oracle.comments:
        number = next((match for line in one.lines[:2] if (match := _NUMBER.match(line))), None)
        if one.author == _REVIEWER.name and number is not None:
            found[int(number[1])].append(one)
    return found


def _fault(policy: PolicyDocument, oracle: Oracle, note: Wanted, comments: Sequence[Said], whys: Sequence[str]) -> str:
    """What is wrong with the comments of a note, "" for nothing."""
    if len(comments) != max(1, len(note.spans)):
        return f"{note.sort}: {len(comments)} comments for {len(note.spans)} places"
    if any(oracle.page.references.count(one.id) != 1 for one in comments):
        return f"{note.sort}: a comment without its one mark"
    if set(whys) - _SNAPS:
        return f"{note.sort}: {', '.join(whys)}"
    left = list(comments)
    for span in note.spans:
        standing = next((one for one in left if _stands(policy, oracle, one, span, whys)), None)
        if standing is None:
            words = " | ".join(oracle.words_of(one.id) for one in left)
            return f"{note.sort} ({', '.join(whys) or 'not listed'}): {_quote(policy, span)!r} has {words!r}"
        left.remove(standing)
    return ""


def _stands(policy: PolicyDocument, oracle: Oracle, comment: Said, span: Span, whys: Sequence[str]) -> bool:
    """Whether a comment stands on the words, or was said to stand elsewhere, rightly, and begins with them."""
    quote = _quote(policy, span)
    if same(oracle.words_of(comment.id), quote):
        return True
    begins = f"“{' '.join(quote.split())}”" in " ".join(comment.lines[0].split())
    if "snapped" in whys and begins and oracle.around(comment.id, span.of(policy.text)):
        return True
    return begins and bool(set(whys) - {"snapped"})


def _quote(policy: PolicyDocument, span: Span) -> str:
    return said([Letter(character, 0) for character in span.of(policy.text)])


def _kinds(oracle: Oracle) -> Iterator[str]:
    main = oracle.parts[oracle.main]
    found = [kind for kind, mark in _KINDS.items() if mark in main]
    yield from found or ["plain"]
    if any("macroEnabled" in part.decode("utf-8", "ignore") for part in [oracle.parts["[Content_Types].xml"]]):
        yield "macros"
    if len(main) > _LONG:
        yield "long"


def _fragile(oracle: Oracle, comments: Sequence[Said]) -> str:
    """Why LibreOffice may lose a note's comments, "" where it should not."""
    if any(oracle.in_field(one.id) for one in comments):
        return "in a field"
    past = any(oracle.runs_past_a_table(one.id) for one in comments)
    return "from within a table past the first paragraph behind it" if past else ""


def losses(answer: Answer, after: Oracle) -> Counter[str]:
    """Comments that are not there any more, by where they stood."""
    kept = {int(match[1]) for one in after.comments for line in one.lines[:2] if (match := _NUMBER.match(line))}
    lost: Counter[str] = Counter()
    for number, note in answer.notes.items():
        if number not in kept:
            lost[answer.fragile.get(number, f"elsewhere ({note.sort})")] += 1
    return lost

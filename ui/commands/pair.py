"""`pair MATTER DOCUMENT OTHER`: say that one document is the other in another language, and list what differs."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from annotations.model import Document
from documents.bilingual.model import Bilingual, DifferenceKind, LanguageDifference, Side
from documents.bilingual.pairing import pair_policies
from ui.commands.command import Answer, Call
from ui.commands.matters import open_for_reading, open_for_writing

__all__ = ["COMMAND", "KINDS"]

KINDS = {
    DifferenceKind.ONLY: ("in one language only", "仅见于一种语言"),
    DifferenceKind.NUMBER: ("number", "数字"),
    DifferenceKind.DATE: ("date", "日期"),
    DifferenceKind.AMOUNT: ("amount", "金额"),
    DifferenceKind.CONTACT: ("address", "联系方式"),
    DifferenceKind.TERM: ("term", "术语"),
    DifferenceKind.NEGATION: ("prohibition, to look at", "禁止性表述，请核对"),
    DifferenceKind.MODAL: ("duty, to look at", "义务性表述，请核对"),
    DifferenceKind.LENGTH: ("one says much more, to look at", "详略悬殊，请核对"),
}
_LONGEST = 110


class Pair:
    """Say that two documents are one policy in two languages, and list where they differ."""

    help = "say that a document is the translation of another, and list what the two say differently"

    def declare(self, parser: ArgumentParser) -> None:
        """Take the matter and its two documents."""
        parser.add_argument("matter", type=Path, metavar="MATTER")
        parser.add_argument("document", metavar="DOCUMENT", help="file name or id")
        parser.add_argument("other", nargs="?", default="", metavar="OTHER", help="the other; the one said before")
        parser.add_argument("--off", action="store_true", help="say that they are no pair after all")

    def run(self, call: Call) -> Answer:
        """Keep it if it is new, and list the differences. Raises MatterError."""
        words = call.words
        asked = not words.other
        with (open_for_reading if asked and not words.off else open_for_writing)(words.matter, call) as matter:
            document = matter.document(words.document)
            other = matter.translation(document.uid) if asked else matter.document(words.other)
            if words.off:
                matter.part(document.uid, other.uid)
                return Answer({"paired": False, **_names(document, other)}, (_parted(call, document, other),))
            if matter.partner(document.uid) != other.uid:
                matter.pair(document.uid, other.uid)
            found = pair_policies(matter.policy(document.latest.uid), matter.policy(other.latest.uid))
        return Answer(_values(found, document, other), tuple(_lines(call, found, document, other)))


def _names(document: Document, other: Document) -> dict[str, object]:
    return {"document": document.latest.file_name, "other": other.latest.file_name}


def _parted(call: Call, document: Document, other: Document) -> str:
    one, two = document.latest.file_name, other.latest.file_name
    return call.say(f"{one} and {two} are no pair any more.", f"{one} 与 {two} 不再互为译本。")


def _values(found: Bilingual, document: Document, other: Document) -> Mapping[str, object]:
    counts = Counter(one.kind.value for one in found.differences)
    return {
        "paired": True,
        **_names(document, other),
        "languages": [found.left.language, found.right.language],
        "likeness": round(found.likeness, 3),
        "counts": {kind.value: counts[kind.value] for kind in DifferenceKind},
        "aligned": [
            {
                "document": _span(found, Side.LEFT, bead.left),
                "other": _span(found, Side.RIGHT, bead.right),
                "sureness": bead.sureness.value if bead.is_pair else None,
            }
            for bead in found.beads
        ],
        "differences": [_difference(found, one) for one in found.differences],
    }


def _span(found: Bilingual, side: Side, places: range) -> list[int] | None:
    if not places:
        return None
    passages = found.passages(side)
    return [passages[places.start].span.start, passages[places.stop - 1].span.end]


def _difference(found: Bilingual, one: LanguageDifference) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "sureness": one.sureness.value,
        **{
            name: {
                "clause": clause,
                "start": one.of(side).start,
                "end": one.of(side).end,
                "exact": one.of(side).of(found.policy(side).text),
            }
            for name, side, clause in (
                ("document", Side.LEFT, one.left_clause),
                ("other", Side.RIGHT, one.right_clause),
            )
        },
    }


def _lines(call: Call, found: Bilingual, document: Document, other: Document) -> Iterator[str]:
    one, two, number = document.latest.file_name, other.latest.file_name, len(found.differences)
    paired = sum(bead.is_pair for bead in found.beads)
    yield call.say(
        f"{one} and {two}: {paired} passages answer to each other; {number} differences.",
        f"{one} 与 {two}：{paired} 段互相对应，{number} 处差异。",
    )
    for difference in found.differences:
        yield _line(call, difference)
        yield from (f"    {words}" for words in _both(found, difference))


def _line(call: Call, one: LanguageDifference) -> str:
    where = " ~ ".join(clause for clause in (one.left_clause, one.right_clause) if clause)
    kind = call.say(*KINDS[one.kind])
    return f"{where}：{kind}" if call.speak.startswith("zh") else f"{where}: {kind}"


def _both(found: Bilingual, one: LanguageDifference) -> Iterator[str]:
    for side in Side:
        words = " / ".join(one.of(side).of(found.policy(side).text).split("\n"))
        yield (
            f"{found.policy(side).language}: {words[:_LONGEST]}{'…' if len(words) > _LONGEST else ''}"
            if words
            else (f"{found.policy(side).language}: -")
        )


COMMAND = Pair()

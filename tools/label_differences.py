"""Numbers before paragraphs of Word files, ours against LibreOffice's text export, as a table by cause.

`python -m tools.label_differences FOLDER` prints it in Markdown for every Word file below a folder.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from documents.errors import UnreadableDocument
from documents.model import Story
from documents.office import office_program
from documents.word.package import Package
from documents.word.walk import Walk, walk

__all__ = ["SUFFIXES", "Difference", "as_text", "cause_of", "compared", "differences", "table"]

SUFFIXES = {".docx", ".docm", ".dotx", ".dotm"}
_BATCH = 40
_SHORTEST = 2
_SIGNS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = re.compile(r"[ivxlc]+|[IVXLC]+")


@dataclass(frozen=True)
class Difference:
    """A numbered paragraph before which we and LibreOffice write another number."""

    file: str
    ours: str
    theirs: str
    cause: str


# The first that fits is the cause; in each Word does as we do.
_CAUSES = (
    ("circled", "LibreOffice goes on with circled signs after ⑳, where Word writes digits"),
    ("custom", "LibreOffice knows no number format made by hand (letters of Greek, leading zeros)"),
    ("ordinal", "LibreOffice writes a first ordinal or a leading zero as a bare digit"),
    ("legal", "LibreOffice does not write the outer numbers in digits where the level says so (isLgl)"),
    ("restart", "LibreOffice counts on or begins anew otherwise than the level says (lvlRestart, lvlOverride)"),
    ("none", "LibreOffice writes nothing, and no dot, for a level without a number of its own"),
    ("other", "not explained"),
)


def as_text(files: Sequence[Path], folder: Path) -> None:
    """Let LibreOffice write each file as text into `folder`, but those it cannot read, with a profile of its own."""
    command = [office_program() or "soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    for start in range(0, len(files), _BATCH):
        batch = [str(file) for file in files[start : start + _BATCH]]
        subprocess.run([*command, *batch], check=True, capture_output=True, timeout=300)


def compared(file: Path, text: Path) -> Iterator[tuple[str, str]]:
    """Yield our number and theirs for each numbered paragraph of the main text whose words are found again."""
    found = walk(Package(file.read_bytes()), atoms=False)
    lines = [_squashed(line) for line in text.read_text("utf-8-sig").split("\n")]
    at = 0
    for label, said in _numbered(found):
        words = _squashed(said)
        if len(words) < _SHORTEST:
            continue
        hit = next((index for index in range(at, len(lines)) if lines[index].endswith(words)), None)
        if hit is not None:
            at = hit + 1
            yield _squashed(label), lines[hit].removesuffix(words)


def _numbered(found: Walk) -> Iterator[tuple[str, str]]:
    """Yield each number of the main text, those within cells too, and the line it stands before."""
    for block in found.blocks:
        for one in block.labels if block.story is Story.MAIN else ():
            if one.ordered:
                yield one.label, found.text[block.span.start + one.offset : block.span.end].split("\n")[0]


def _squashed(words: str) -> str:
    return "".join(words.split()).replace("\ufffc", "").replace("\u2011", "-")


def cause_of(ours: str, theirs: str) -> str:
    """Return the key of what makes LibreOffice write another number."""
    if not theirs or ours.replace("..", ".") == theirs:
        return "none"
    if any(one > "⑳" and 0x3250 < ord(one) < 0x32C0 for one in theirs) and not set(ours) & set(_SIGNS):  # noqa: PLR2004
        return "circled"
    if re.search(r"[α-ω]", ours):
        return "custom"
    if re.sub(r"(st|nd|rd|th)\b", "", ours) == theirs or re.sub(r"\b0+(?=\d)", "", ours) == theirs:
        return "ordinal"
    if _ROMAN.search(theirs) and not _ROMAN.search(ours) and ours.count(".") == theirs.count("."):
        return "legal"
    return "restart" if ours.rpartition(".")[0] == theirs.rpartition(".")[0] else "other"


def differences(files: Sequence[Path]) -> tuple[list[Difference], int]:
    """Return where the numbers differ and how many paragraphs were compared."""
    found: list[Difference] = []
    total = 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        copies = [Path(shutil.copy(one, folder / f"{index}__{one.name}")) for index, one in enumerate(files)]
        as_text(copies, folder)
        for file in copies:
            for ours, theirs in _pairs(file):
                total += 1
                if ours != theirs:
                    name = file.name.partition("__")[2]
                    found.append(Difference(name, ours, theirs, cause_of(ours, theirs)))
    return found, total


def _pairs(file: Path) -> list[tuple[str, str]]:
    text = file.with_suffix(".txt")
    try:
        return list(compared(file, text)) if text.exists() else []
    except UnreadableDocument:
        return []


def table(found: Sequence[Difference], total: int) -> str:
    """Return the differences by cause as Markdown, with an example of each."""
    counts = Counter(one.cause for one in found)
    files: dict[str, set[str]] = defaultdict(set)
    for one in found:
        files[one.cause].add(one.file)
    lines = [
        f"{total - len(found)} of {total} numbered paragraphs are alike ({1 - len(found) / max(total, 1):.1%}).",
        "",
    ]
    lines += ["| paragraphs | files | ours | LibreOffice's | cause |", "|---|---|---|---|---|"]
    for key, sentence in _CAUSES:
        if counts[key]:
            example = next(one for one in found if one.cause == key)
            shown = f"`{example.ours}` | {f'`{example.theirs}`' if example.theirs else '(none)'}"
            lines.append(f"| {counts[key]} | {len(files[key])} | {shown} | {sentence} |")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Print the table for the Word files below a folder."""
    if len(arguments) != 1 or not office_program():
        print("usage: python -m tools.label_differences FOLDER, on a machine with LibreOffice", file=sys.stderr)
        return 2
    found, total = differences([one for one in sorted(Path(arguments[0]).rglob("*")) if one.suffix.lower() in SUFFIXES])
    print(table(found, total))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""What Markdown files hold beside CommonMark: front matter, footnotes, tags of site builders, definitions, alerts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Prepared", "prepared"]

_FRONT_MATTER = re.compile(
    r"\A(?:---[ \t]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(?P<toml>.*?)\n\+\+\+)[ \t]*(?:\n|\Z)", re.DOTALL
)
_FIELD = re.compile(r"[ \t]|#|- |[\w.\"'-]+\s*[:=]|[\]}]|\Z")
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)")
_INDENTED = re.compile(r" {2,}|\t")
_ATTRIBUTES = re.compile(r"[ \t]*\{:[^{}\n]*\}[ \t]*")
_HEADING_ID = re.compile(r"^(#{1,6}[ \t].*?)[ \t]*\{[#.][^{}]*\}[ \t]*$")
_LIQUID = re.compile(r"\{%.*?%\}|\{\{[<%].*?[>%]\}\}")
_LIQUID_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}", re.DOTALL)
_CONTENTS = re.compile(r"\s*(?:\[TOC\]|\[\[toc\]\]|\[\[_TOC_\]\])\s*", re.IGNORECASE)
_ALERT = re.compile(r"\s*>\s*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+[\w -]+?(?:[ \t]+\"(.*)\")?[ \t]*")
_DEFINITION = re.compile(r" {0,3}:[ \t]+(\S.*)")
_TASK = re.compile(r"^([ \t>]*(?:[-*+]|\d+[.)])[ \t]+)\[([ xX])\](?=[ \t]+\S)")
# CommonMark wants a space between closing marks after a full stop and a letter; Chinese has none.
_LETTER, _POINT = "\u3400-\u9fff", "\u2018-\u201f\u3001-\u301f\uff01-\uff0f\uff1a-\uff1f"
_BOLD_END = re.compile(rf"\*\*(?![\s*])([^*\n]{{1,200}}[{_POINT}])\*\*(?=[{_LETTER}A-Za-z0-9])")
_BOLD_START = re.compile(rf"(?<=[{_LETTER}A-Za-z0-9])\*\*([{_POINT}][^*\n]{{1,200}})\*\*")


@dataclass(frozen=True, slots=True)
class Prepared:
    """`body` is CommonMark; `front` the fields before it; `notes` the footnotes' own Markdown by their name."""

    body: str
    front: str
    notes: dict[str, str]


def prepared(written: str) -> Prepared:
    """Return the parts of a Markdown file, normalised already."""
    match = _FRONT_MATTER.match(written)
    front = (match["yaml"] or match["toml"] or "") if match else ""
    if match is None or not all(_FIELD.match(line) for line in front.split("\n")):
        match, front = None, ""
    body = written[match.end() :] if match else written
    notes: dict[str, str] = {}
    lines = _without_notes(_LIQUID_COMMENT.sub("", body).split("\n"), notes)
    return Prepared("\n".join(_plain(lines)), front, notes)


def _without_notes(lines: Sequence[str], notes: dict[str, str]) -> list[str]:
    """Take the definitions of footnotes out: each goes on over lines that are set in, or not empty."""
    kept: list[str] = []
    fence = open_note = ""
    for line in lines:
        fence = _fence_after(line, fence)
        match = None if fence else _NOTE.match(line)
        if match:
            open_note = match[1]
            notes.setdefault(open_note, match[2])
        elif open_note and _goes_on(line, notes[open_note]):
            notes[open_note] += f"\n{_INDENTED.sub('', line, count=1)}"
        else:
            open_note = ""
            kept.append(line)
    return kept


def _goes_on(line: str, note: str) -> bool:
    if not line.strip() or _INDENTED.match(line):
        return True
    return not note.endswith("\n") and line[0] not in "#>|`~-*+"


def _fence_after(line: str, fence: str) -> str:
    """Return the fence that is open after a line, "" for none."""
    match = _FENCE.match(line)
    if match is None:
        return fence
    if not fence:
        return match[1]
    return "" if match[1].startswith(fence) and not line.strip(" \t>`~") else fence


def _plain(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines as CommonMark, without what only a site builder understands."""
    fence = ""
    inset = False
    before = ""
    for line in lines:
        was_fence, fence = fence, _fence_after(line, fence)
        if was_fence or fence:
            yield line
            continue
        admonition = _ADMONITION.fullmatch(line)
        inset = bool(admonition) or (inset and (not line.strip() or line.startswith(("    ", "\t"))))
        if admonition:
            yield f"\n**{admonition[1]}**\n" if admonition[1] else ""
            continue
        plain = _without_marks(_INDENTED.sub("", line, count=1) if inset else line, before)
        before = plain
        yield plain


def _without_marks(line: str, before: str) -> str:
    if _ATTRIBUTES.fullmatch(line) or _CONTENTS.fullmatch(line):
        return ""
    if _ALERT.fullmatch(line):
        return ">"
    definition = _DEFINITION.fullmatch(line)
    if definition and before.strip() and not before.startswith("    "):
        return f"\n{definition[1]}"
    if "{" in line:
        without = _LIQUID.sub("", line)
        line = _HEADING_ID.sub(r"\1", without) if without.strip() or not line.strip() else ""
    line = _TASK.sub(lambda task: f"{task[1]}{'☐' if task[2] == ' ' else '☑'}", line)
    if "**" in line and "`" not in line:
        line = _BOLD_START.sub(r"<b>\1</b>", _BOLD_END.sub(r"<b>\1</b>", line))
    return line

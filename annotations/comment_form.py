"""How a note is said as a comment, line by line: the words that begin its lines, out and back in. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from annotations.model import Severity
from annotations.words import label

__all__ = ["ABOUT", "AFTER", "LEADS", "SEE", "Said", "read_comment"]

LEADS: Final[Mapping[str, tuple[str, str]]] = {
    "issue": ("Issue: ", "问题："),
    "consequence": ("Consequence: ", "后果："),
    "legal_basis": ("Basis: ", "依据："),
    "recommendation": ("Recommendation: ", "建议："),
    "proposed_wording": ("Proposed wording: ", "建议表述："),
    "question": ("Question: ", "待客户确认："),
}
"""What begins the line of each field, in English and Chinese, in the order of the lines."""

AFTER: Final = ("Insert after: ", "插入位置：")
SEE: Final = ("See note {number}", "见批注{number}")
ABOUT: Final = ("Words concerned: ", "所涉原文：")

_SEVERITIES: Final = {
    **{label(one, language): one for one in Severity for language in ("en", "zh")},
    "Note": Severity.INFO,  # as files before 2026-11-24 have it
}
_NAMES: Final = "|".join(map(re.escape, _SEVERITIES))
_HEADING: Final = re.compile(
    rf"(?:\[(?P<en>{_NAMES})\] ?|【(?P<zh>{_NAMES})】)?(?P<number>\d{{1,9}})"
    r" ?(?P<title>[|｜].*)?(?P<place>[(（].*[)）])?"
)
_BRACKETS: Final = {")": "(", "）": "（"}
_SEE: Final = re.compile(r"(?:See note |见批注)(\d{1,9})")
_ASIDES: Final = (*AFTER, *ABOUT)
_BY_LEAD: Final = {lead.strip(): name for name, leads in LEADS.items() for lead in leads}
_ENGLISH: Final = tuple(lead.strip() for lead, _ in LEADS.values())
_CHINESE: Final = tuple(lead for _, lead in LEADS.values())
_LEADS: Final = "|".join(re.escape(lead.strip()) for lead in (*_ENGLISH, *_CHINESE))
_LEAD: Final = re.compile(rf"(?<!\n)(?={_LEADS})")
_RUN_ON: Final = re.compile(rf"[)）](?:{_LEADS})")


@dataclass(frozen=True, slots=True)
class Said:
    """What a comment of our form says. `number` 0: its heading is not ours, and `rest` holds all of it.

    `fields` are the note's own by name, the title among them; `points` is a comment that only points to a note; `rest`
    are lines that belong to no field. `language` is "en" or "zh" by the words that begin its lines, empty for none.
    """

    number: int = 0
    severity: Severity | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    points: bool = False
    rest: str = ""
    language: str = ""


def read_comment(text: str) -> Said:
    """Return what a comment says, as far as it has our form, in either language."""
    said = text.strip()
    while said.startswith(ABOUT) and "\n" in said:  # a comment that stands elsewhere begins with its words
        said = said.partition("\n")[2].lstrip()
    heading, _, body = _apart(said).partition("\n")
    points = _SEE.fullmatch(heading.strip())
    if points:
        return Said(int(points[1]), points=True, rest=_without_asides(body))
    found = _HEADING.fullmatch(heading.strip())
    if found is None or not (found["title"] or found["place"]):
        return Said(rest=text.strip())
    fields, rest = _fields(body)
    title = _without_place(found["title"] or "")[1:].strip()
    if title:
        fields["title"] = title
    severity = _SEVERITIES.get(found["en"] or found["zh"] or "")
    return Said(int(found["number"]), severity, fields, rest=rest, language=_language(found, body))


def _apart(said: str) -> str:
    """Put each field on a line of its own where a program ran the lines together, heading and all."""
    first = said.partition("\n")[0]
    return _LEAD.sub("\n", said) if _RUN_ON.search(first) else said


def _language(heading: re.Match[str], body: str) -> str:
    lines = [line.lstrip() for line in body.split("\n")]
    if heading["zh"] or any(line.startswith(_CHINESE) for line in lines):
        return "zh"
    return "en" if heading["en"] or any(line.startswith(_ENGLISH) for line in lines) else ""


def _without_place(title: str) -> str:
    """Return a title without the clause's address in brackets behind it, which may hold brackets itself."""
    close = title[-1:]
    depth = 0
    for at in range(len(title) - 1, 0, -1) if close in _BRACKETS else ():
        depth += (title[at] == close) - (title[at] == _BRACKETS[close])
        if not depth:
            return title[:at]
    return title


def _fields(body: str) -> tuple[dict[str, str], str]:
    fields: dict[str, str] = {}
    rest: list[str] = []
    name = ""
    for line in body.split("\n"):
        lead = next((lead for lead in _BY_LEAD if line.lstrip().startswith(lead)), "")
        if lead:
            name = _BY_LEAD[lead]
            fields[name] = line.lstrip().removeprefix(lead).strip()
        elif line.lstrip().startswith(_ASIDES):
            name = ""
        elif name:
            fields[name] = f"{fields[name]}\n{line}".strip()
        elif line.strip():
            rest.append(line.strip())
    return fields, "\n".join(rest)


def _without_asides(body: str) -> str:
    return "\n".join(line for line in body.split("\n") if line.strip() and not line.lstrip().startswith(_ASIDES))

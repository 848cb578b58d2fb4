"""The conclusion of a review: the reviewer's own words, else ours, proposed by the worst open finding."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from annotations import words
from annotations.model import Matter, Severity, Status
from export.findings import Finding
from export.wording import CONCLUSION, phrase, report_language

__all__ = ["composed", "conclusion_of", "counted", "own_conclusion"]

CJK = re.compile(r"[\u3400-\u9fff]")

SUBJECTS = {
    ("en", 1): {"subject": "The policy", "has": "contains", "It": "It", "it": "it", "it_is": "it is"},
    ("en", 2): {"subject": "The documents", "has": "contain", "It": "They", "it": "they", "it_is": "they are"},
    ("zh", 1): {"subject": "本政策"},
    ("zh", 2): {"subject": "所审文件"},
}
DOCUMENT = {"en": {**SUBJECTS["en", 1], "subject": "The document"}, "zh": {"subject": "所审文件"}}


def conclusion_of(
    matter: Matter, findings: Sequence[Finding], documents: int, language: str, *, of_policy: bool = True
) -> tuple[str, ...]:
    """Return the conclusion's paragraphs in `language`: the matter's own if it has one in it."""
    own = own_conclusion(matter, language)
    return tuple(own.splitlines()) if own else composed(findings, documents, language, of_policy=of_policy)


def own_conclusion(matter: Matter, language: str) -> str:
    """Return the conclusion that the matter has in `language`; empty where one is to be proposed."""
    translations = matter.conclusion_translations.items()
    translated = next((text.strip() for code, text in translations if report_language(code) == language), "")
    written = matter.conclusion.strip()
    fits = bool(CJK.search(written)) == (language == "zh")
    return translated or (written if fits else "")


def composed(findings: Sequence[Finding], documents: int, language: str, *, of_policy: bool = True) -> tuple[str, ...]:
    """Return the conclusion that the standing findings call for, and how many there are beside the worst."""
    language = report_language(language)
    standing = [item for item in findings if item.stands]
    counts = Counter(item.severity or Severity.INFO for item in standing)
    worst = next((severity for severity in Severity if counts[severity]), None)
    alone = documents < 2  # noqa: PLR2004 - one document or several
    subject = DOCUMENT[language] if alone and not of_policy else SUBJECTS[language, 1 if alone else 2]
    kind = "" if of_policy else "_document"
    first = _first(worst, counts, {**subject, "kind": kind}, language)
    rest = {severity: counts[severity] for severity in Severity if counts[severity] and severity not in _told(worst)}
    key = "others_1" if sum(rest.values()) == 1 else "others"
    more = phrase(CONCLUSION, key, language, list=counted(rest, language)) if rest else ""
    space = "" if language == "zh" else " "
    return ((first + space + more).rstrip(), *_closed(findings, language))


def _told(worst: Severity | None) -> tuple[Severity, ...]:
    """Which severities the first sentence already counts."""
    small = (Severity.LOW, Severity.INFO)
    return small if worst in small else (worst,) if worst else ()


def _first(worst: Severity | None, counts: Counter[Severity], subject: dict[str, str], language: str) -> str:
    if worst is None:
        return phrase(CONCLUSION, f"none{subject['kind']}", language)
    number = sum(counts[severity] for severity in _told(worst))
    key = "low" if worst in (Severity.LOW, Severity.INFO) else worst.value
    key = (f"{key}_1" if number == 1 else key) + subject["kind"]
    return phrase(CONCLUSION, key, language, n=number, **subject)


def counted(counts: dict[Severity, int], language: str) -> str:
    """Return "15项高风险、7项中风险问题" or "15 high, 7 medium and 1 low finding"."""
    if language == "zh":
        return "、".join(f"{number}项{words.label(severity, 'zh')}" for severity, number in counts.items())
    each = [f"{number} {severity.value}" for severity, number in counts.items()]
    joined = " and ".join(filter(None, [", ".join(each[:-1]), *each[-1:]]))
    return f"{joined} finding{'' if sum(counts.values()) == 1 else 's'}"


def _closed(findings: Sequence[Finding], language: str) -> tuple[str, ...]:
    """Return a sentence on what is put right, accepted or declined and so not counted."""
    closed = Counter(item.status for item in findings if item.status and not item.stands)
    if not closed:
        return ()
    order = [status for status in Status if closed[status]]
    if language == "zh":
        told = "、".join(f"{closed[status]}项{words.label(status, 'zh')}" for status in order)
    else:
        told = ", ".join(f"{closed[status]} {words.label(status, 'en').lower()}" for status in order)
    return (phrase(CONCLUSION, "closed", language, list=told),)

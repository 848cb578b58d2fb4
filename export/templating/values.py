"""A report as the fields of a template. The one place here that knows the report's own attributes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from annotations.marks import field_mark
from annotations.model import Assessment, Severity, Visibility
from annotations.words import label
from export.findings import Finding
from export.memo.layout import Layout, Plan, layout_of
from export.memo.looks import FILLS
from export.memo.opening import confidentiality
from export.memo.words import say, subject
from export.report import Report, ReviewedText
from export.templating.fields import ITEMS, LISTS, SECTIONS, Field, plain_fields, section_names
from export.wording import date_text, due_text, handling

__all__ = ["Endless", "Items", "Record", "Told", "Unsaid", "values_of"]

_STEPS_AN_ITEM: Final = 200
_STEPS: Final = 20_000


class Endless(Exception):
    """A template walked further than any report needs."""


class Unsaid(str):
    """A number that these readers are not told: empty, and neither more nor less than any other."""

    __slots__ = ()

    def __lt__(self, other: object) -> bool:
        return False

    __gt__ = __le__ = __ge__ = __lt__


class Told(str):
    """The words of a note's field: `tag` is the mark they are known by when they come back, `alias` its name."""

    __slots__ = ("alias", "tag")
    alias: str
    tag: str

    def __new__(cls, words: str, tag: str, alias: str) -> Told:
        """Return the words with their mark."""
        made = super().__new__(cls, words)
        made.tag, made.alias = tag, alias
        return made


class Budget:
    """How many steps all loops of a template may take together."""

    def __init__(self, steps: int) -> None:
        self._left = steps

    def step(self) -> None:
        """Take one. Raises Endless when none is left."""
        self._left -= 1
        if self._left < 0:
            raise Endless


class Record:
    """Fields under their names, English and Chinese. A template can ask for nothing else of it."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, object]) -> None:
        self._fields = fields

    def field(self, name: str) -> object:
        """Return a field's value; raises KeyError where there is none."""
        return self._fields[name]


class Items:
    """What a loop walks over, as far as the budget goes."""

    __slots__ = ("_budget", "_items")

    def __init__(self, items: Sequence[object], budget: Budget) -> None:
        self._items = items
        self._budget = budget

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[object]:
        for item in self._items:
            self._budget.step()
            yield item


def values_of(report: Report, product: str) -> dict[str, object]:
    """Return every field of a report, as a memo or gap report, under its English name and its Chinese one."""
    layout = layout_of(report, Plan(product))
    sections = {name: _record(SECTIONS[name], values) for name, values in _sections(layout).items()}
    found: dict[str, object] = {}
    for name, record in sections.items():
        found |= dict.fromkeys(section_names(name), record)
    alone = {"conclusion": "\n".join(report.conclusion)}
    for english, chinese, _field in plain_fields():
        section, _, name = english.rpartition(".")
        value = sections[section].field(name) if section else alone[english]
        found[chinese] = value
        if not section:
            found[english] = value
    return found | _lists(report)


def _lists(report: Report) -> dict[str, object]:
    listed: dict[str, list[Mapping[str, object]] | list[str]] = {
        "documents": [_document(text, report) for text in report.documents],
        "findings": [_finding(item, report) for item in report.findings],
        "on_the_text": [_finding(item, report) for item in report.on_the_text],
        "missing": [_finding(item, report) for item in report.missing],
        "no_objection": [_finding(item, report) for item in report.no_objection],
        "questions": _questions(report),
        "limits": list(report.limits),
    }
    budget = Budget(_STEPS + _STEPS_AN_ITEM * sum(map(len, listed.values())))
    found: dict[str, object] = {}
    for name, (field, item) in LISTS.items():
        items = [_record(ITEMS[item], entry) if isinstance(entry, Mapping) else entry for entry in listed[name]]
        found |= dict.fromkeys((name, field.chinese), Items(items, budget))
    return found


def _record(fields: Sequence[Field], values: Mapping[str, object]) -> Record:
    return Record({name: values[field.name] for field in fields for name in (field.name, field.chinese)})


def _sections(layout: Layout) -> dict[str, Mapping[str, object]]:
    report, heading, language = layout.report, layout.report.heading, layout.language
    return {
        "matter": {
            "client": heading.client,
            "addressee": heading.addressee,
            "number": heading.matter_number,
            "firm": heading.firm,
            "reviewer": heading.reviewer,
            "partner": heading.partner,
            "licence": heading.licence_number,
            "confidentiality": confidentiality(report),
        },
        "report": {
            "title": layout.say("title"),
            "subject": subject(report, layout.key("subject")),
            "date": date_text(heading.day, language),
            "overall": label(report.overall, language) if report.overall else "",
            "scope": report.scope,
            "law_as_of": report.law_as_of,
            "sources": say("comma", language).join(report.statutes),
        },
        "counts": _counts(report),
    }


def _counts(report: Report) -> Mapping[str, object]:
    each = {severity.value: len(report.counts.get(severity, ())) for severity in Severity}
    told = report.profile is not Visibility.OUTSIDE
    shown: Mapping[str, object] = each if told else dict.fromkeys(each, Unsaid())
    return {
        **shown,
        "total": len(report.findings),
        "missing": len(report.missing),
        "questions": len(report.questions),
    }


def _document(text: ReviewedText, report: Report) -> Mapping[str, object]:
    language = report.language
    version = say("version_text", language, n=text.version)
    return {
        "title": text.title,
        "file": text.file_name,
        "version": say("separator", language).join(filter(None, (version, text.version_label.strip()))),
        "received": date_text(text.received, language),
        "origin": text.origin,
        "characters": text.characters,
        "sha256": text.sha256,
        "reading": "\n".join(text.reading),
    }


def _finding(item: Finding, report: Report) -> Mapping[str, object]:
    language = report.language
    return {
        "number": item.number,
        **_words_of(item, language),
        **_measures(item, language, of_policy=report.of_policy),
        "category": item.category,
        "document": next((text.title for text in report.documents if text.uid == item.document), ""),
        "clause": item.clause,
        "quote": "\n".join(quotation.words for quotation in item.quotations),
        "insert_after": item.insert_after if item.assessment is Assessment.MISSING else "",
    }


def _words_of(item: Finding, language: str) -> Mapping[str, object]:
    """Return the fields that a partner or client may change in the report and send back, each with its mark."""
    names = {"basis": "legal_basis", "translation": "quote_translation"}
    told = ("title", "issue", "consequence", "basis", "recommendation", "proposed_wording", "question", "translation")
    found = {}
    for name in (*told, "owner", "due"):
        own = names.get(name, name)
        alias = say("field_of", language, number=item.number, field=say(f"field_{own}", language))
        words = due_text(item.due, language) if own == "due" else str(getattr(item, own))
        found[name] = Told(words, field_mark(item.mark, own), alias) if item.mark else words
    return found


def _measures(item: Finding, language: str, *, of_policy: bool) -> Mapping[str, object]:
    """Return what was rated, and in what state it is; empty for readers who are not told."""
    severity = item.severity
    return {
        "severity": label(severity, language) if severity else "",
        "severity_code": severity.value if severity else "",
        "colour": FILLS[severity][0] if severity else "auto",
        "handling": handling(severity, language, of_policy=of_policy) if severity else "",
        "kind": label(item.assessment, language),
        "likelihood": label(item.likelihood, language) if item.likelihood else "",
        "impact": label(item.impact, language) if item.impact else "",
        "status": label(item.status, language) if item.status else "",
    }


def _questions(report: Report) -> list[Mapping[str, object]]:
    comma = say("number_comma", report.language)
    return [
        {
            "number": order,
            "text": question.text,
            "findings": comma.join(str(item.number) for item in sorted(question.findings, key=lambda one: one.number)),
        }
        for order, question in enumerate(report.questions, start=1)
    ]

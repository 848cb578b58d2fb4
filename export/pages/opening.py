"""The top of a page: who writes to whom about what; and what was reviewed, against what, and how."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.model import Severity, Visibility
from export.memo.gap_words import SCALE
from export.memo.words import subject, titled
from export.pages.blocks import Block, Facts, Line, Mark, Paragraph, Section, Table, Text, line
from export.pages.voice import Voice, cell, joined, lines_of
from export.report import ReviewedText
from export.wording import date_text, handling, in_language

__all__ = ["confidentiality", "heading_facts", "method", "question", "scope"]


def confidentiality(voice: Voice) -> str:
    """Return the line on confidentiality; the reviewer's own is kept from outsiders, whom it was not written for."""
    own = " ".join(voice.report.heading.confidentiality.split())
    if voice.outside:
        return voice.say("confidential")
    if voice.report.profile is Visibility.INTERNAL:
        return voice.say("separator").join(filter(None, (voice.say("confidential_internal"), own)))
    return own or voice.say("confidential")


def heading_facts(voice: Voice) -> Facts:
    """Return who writes to whom, when and about what; what is not known is left out, or to be completed."""
    heading, blank = voice.report.heading, voice.say("blank")
    comma = voice.say("comma")
    given = {
        "to": joined((heading.client, heading.addressee), comma) or blank,
        "from": joined((heading.firm, heading.reviewer), comma) or blank,
        "reviewed_by": heading.partner,
        "date": date_text(heading.day, voice.language),
        "matter": heading.matter_number,
        "re": subject(voice.report, voice.key("subject")),
        "confidentiality": confidentiality(voice),
    }
    return Facts(
        tuple((voice.say(key), (line(value.strip()),)) for key, value in given.items() if value.strip()), "head"
    )


def question(voice: Voice) -> Iterator[Section]:
    """Yield the question presented: an English memorandum opens with it."""
    if voice.language == "en" and not voice.outside:
        words = voice.say("question_text", title=subject(voice.report).rpartition(":")[0])
        yield Section("question", voice.say("question"), (Paragraph(line(words)),))


def scope(voice: Voice) -> Iterator[Section]:
    """Yield what was reviewed, against what and how."""
    report = voice.report
    lead = tuple(lines_of(report.scope)) or (voice.say("scope_text"),)
    blocks: list[Block] = [Paragraph(line(words)) for words in lead]
    blocks += [Facts(tuple(_document(text, voice))) for text in report.documents]
    if not voice.outside:
        told = {"law": report.law_as_of, "sources": voice.say("comma").join(report.statutes)}
        if "method" not in voice.sections:
            told["method"] = voice.say("method_text")
        blocks += [Paragraph(_named(voice, key, words)) for key, words in told.items() if words]
    yield Section("scope", voice.say("scope"), tuple(blocks))


def _named(voice: Voice, key: str, words: str) -> Line:
    return (Text(voice.say(key) + voice.say("colon"), Mark.STRONG), Text(words))


def _document(text: ReviewedText, voice: Voice) -> Iterator[tuple[str, tuple[Line, ...]]]:
    language = voice.language
    number = voice.say("version_text", n=text.version)
    told = {
        "document": titled(text, language),
        "file": text.file_name,
        "version": joined((number, text.version_label), voice.say("separator")),
        "received_on": _received(text, voice),
        "origin": text.origin,
        "length": voice.say("characters", n=text.characters),
        "sha256": text.sha256,
    }
    yield from ((voice.say(key), (line(words),)) for key, words in told.items() if words.strip())
    if text.reading:
        yield voice.say("reading"), tuple(map(line, text.reading))


def _received(text: ReviewedText, voice: Voice) -> str:
    day = date_text(text.received, voice.language)
    if text.received_from.strip():
        day = voice.say("received_source", date=day, source=text.received_from.strip())
    return joined((day, text.received_how), voice.say("separator"))


def method(voice: Voice) -> Iterator[Section]:
    """Yield how the review was done and what each rating means; ratings are nothing that outsiders are told."""
    if voice.outside:
        return
    language = voice.language
    heads = tuple(voice.say(key) for key in ("severity", "scale_means", "handling"))
    rows = tuple(
        (
            cell((voice.rating(severity),), rates=severity),
            cell(in_language(SCALE[severity], language)),
            cell(handling(severity, language, of_policy=voice.report.of_policy)),
        )
        for severity in Severity
    )
    told = Table(voice.say("scale_caption"), heads, rows, (16, 48, 36), row_heads=True)
    yield Section("method", voice.say("method_heading"), (Paragraph(line(voice.say("method_text"))), told))

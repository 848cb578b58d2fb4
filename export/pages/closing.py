"""The end of a page: open questions, assumptions, lines to sign on, the policy with the findings at their words."""

from __future__ import annotations

from collections.abc import Iterator

from documents.model import BlockKind
from export.appendix import AnnotatedBlock, AnnotatedText
from export.memo.words import titled
from export.pages.blocks import Block, Facts, Heading, Items, Mark, Paragraph, Section, Table, Text, line
from export.pages.voice import Voice, cell, lines_of
from export.wording import date_text, in_language

__all__ = ["annotated", "limits", "questions", "signature"]

_LINE = "_" * 24


def questions(voice: Voice) -> Iterator[Section]:
    """Yield what has to be asked, with room for the answers."""
    report = voice.report
    if not report.questions:
        return
    heads = tuple(voice.say(key) for key in ("number", "asked", "related", "answer"))
    rows = tuple(
        (cell(str(order)), cell(*lines_of(asked.text)), cell(voice.numbers(asked.findings)), cell())
        for order, asked in enumerate(report.questions, start=1)
    )
    lead = Paragraph(line(voice.say("questions_lead")))
    told = Table(voice.say("questions_caption"), heads, rows, (7, 43, 14, 36))
    yield Section("questions", voice.say("questions"), (lead, told))


def limits(voice: Voice) -> Iterator[Section]:
    """Yield the assumptions and limits, numbered."""
    if voice.report.limits:
        yield Section("limits", voice.say("limits"), (Items(tuple(map(line, voice.report.limits))),))


def signature(voice: Voice) -> Iterator[Section]:
    """Yield the lines to sign on. Who signs by hand finds the name beside the line."""
    heading, colon = voice.report.heading, voice.say("colon").rstrip()
    known = {
        "sign_reviewer": _by_hand(voice, heading.reviewer),
        "sign_licence": heading.licence_number.strip() or _LINE,
        "sign_partner": _by_hand(voice, heading.partner) if heading.partner.strip() else "",
        "sign_firm": heading.firm.strip() or _LINE,
        "sign_date": date_text(heading.day, voice.language),
    }
    rows = tuple((voice.say(key) + colon, (line(value),)) for key, value in known.items() if value)
    yield Section("signature", voice.say("signature_gap"), (Facts(rows, "signature"),))


def _by_hand(voice: Voice, name: str) -> str:
    if not name.strip():
        return _LINE
    return _LINE + in_language((" ({})", "（{}）"), voice.language).format(name.strip())


def annotated(voice: Voice) -> Iterator[Section]:
    """Yield the documents in full, the words in question marked and numbered."""
    texts = voice.report.annotated
    if not texts:
        return
    blocks: list[Block] = [Paragraph(line(voice.say("annotated_lead")))]
    names = {text.uid: titled(text, voice.language) for text in voice.report.documents}
    for text in texts:
        blocks.append(Heading(3, line(names.get(text.uid, ""))))
        blocks += _text(voice, text)
    yield Section("annotated", voice.say("annotated"), tuple(blocks))


def _text(voice: Voice, text: AnnotatedText) -> Iterator[Block]:
    for block in text.blocks:
        words = tuple(_pieces(voice, block))
        if any(piece.words.strip() for piece in words):
            yield Heading(4, words) if block.kind is BlockKind.HEADING else Paragraph(words)
    if text.elsewhere:
        yield Paragraph((Text(voice.say("annotated_elsewhere")), *voice.numbers(text.elsewhere)))


def _pieces(voice: Voice, block: AnnotatedBlock) -> Iterator[Text]:
    for piece in block.pieces:
        yield Text(piece.words, Mark.QUOTED if piece.marked else Mark.PLAIN)
        for finding in piece.ends:
            yield voice.link(finding, in_language((" [{}]", "【{}】"), voice.language).format(finding.number))

"""A page as one HTML file: nothing in it runs and nothing is fetched; it can be printed, and read aloud."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from export.memo.looks import FILLS
from export.memo.markup import clean
from export.pages.blocks import Bar, Cell, Facts, Heading, Items, Line, Mark, Paragraph, Quote, Section, Table, Text
from export.pages.page import Page

__all__ = ["html_page"]

_LANGUAGES: Final = {"zh": "zh-CN", "en": "en-GB"}
_SKIP: Final = {"zh": "跳到正文", "en": "Skip to the text"}
_TAGS: Final = {
    Mark.STRONG: "strong",
    Mark.QUOTED: "mark",
    Mark.TAKEN_OUT: "del",
    Mark.PUT_IN: "ins",
}
_CLASSES: Final = {Mark.CONTEXT: "context", Mark.VERIFY: "verify"}
_SMALL: Final = 16
"""Rows of a table of short words that one printed page always holds."""
_GAPS: Final = re.compile(r"  +")


def html_page(page: Page) -> bytes:
    """Return the file. The same page gives the same bytes."""
    language = _LANGUAGES[page.language]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{language}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="robots" content="noindex">',
            # Even if somebody's words were taken for markup, nothing would run and nothing would be fetched.
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>{_said(page.subject)}</title>",
            f"<style>\n{_style(page)}</style>",
            "</head>",
            f'<body class="{page.language}">',
            f'<a class="skip" href="#text">{_SKIP[page.language]}</a>',
            *_top(page),
            '<main id="text" tabindex="-1">',
            *(piece for order, section in enumerate(page.sections) for piece in _section(section, order)),
            "</main>",
            f"<footer><p>{_said(page.confidentiality)}</p></footer>",
            "</body>",
            "</html>",
            "",
        ]
    ).encode()


def _said(text: str) -> str:
    """Return words that are only words, whatever they look like."""
    return html.escape(clean(text))


def _style(page: Page) -> str:
    """Return the style sheet, with what stands at the edges of each printed page."""
    running = {"SUBJECT": page.subject, "FIRM": page.firm, "LINE": page.confidentiality}
    told = _sheet()
    for name, words in running.items():
        told = told.replace(f'"{name}"', _quoted(words))
    fills = (
        f".{severity.value} {{ background: #{fill}; color: #{ink}; }}\n" for severity, (fill, ink) in FILLS.items()
    )
    return told + "".join(fills)


@cache
def _sheet() -> str:
    return (Path(__file__).parent / "page.css").read_text(encoding="utf-8")


def _quoted(text: str) -> str:
    """Return a string of CSS, which cannot end the sheet it stands in."""
    flat = " ".join(clean(text).split())
    return '"' + re.sub(r'[\\"<>&]', lambda found: f"\\{ord(found[0]):x} ", flat) + '"'


def _top(page: Page) -> Iterator[str]:
    yield "<header>"
    if page.firm:
        yield f'<p class="firm">{_said(page.firm)}</p>'
    yield f"<h1>{_said(page.title)}</h1>"
    yield _facts(page.heading)
    yield "</header>"
    if len(page.sections) > 1:
        yield f'<nav aria-label="{_said(page.contents)}"><p>{_said(page.contents)}</p><ol>'
        yield from (
            f'<li><a href="#section-{order}">{_said(section.title)}</a></li>'
            for order, section in enumerate(page.sections)
        )
        yield "</ol></nav>"


def _section(section: Section, order: int) -> Iterator[str]:
    name = f"section-{order}"
    yield f'<section id="{name}" class="{section.name}" aria-labelledby="{name}-title">'
    yield f'<h2 id="{name}-title">{_said(section.title)}</h2>'
    yield from (_MAKERS[type(block)](block) for block in section.blocks)
    yield "</section>"


def _line(line: Line) -> str:
    return "".join(map(_text, line))


def _text(text: Text) -> str:
    words = _GAPS.sub(lambda found: "\u00a0" * len(found[0]), _said(text.words)).replace("\n", "<br>")
    if text.rates:
        return f'<strong class="chip {text.rates.value}">{words}</strong>'
    if text.mark in _TAGS:
        words = f"<{_TAGS[text.mark]}>{words}</{_TAGS[text.mark]}>"
    elif text.mark in _CLASSES:
        words = f'<span class="{_CLASSES[text.mark]}">{words}</span>'
    return f'<a href="#{text.to}">{words}</a>' if text.to else words


def _heading(heading: Heading) -> str:
    named = f' id="{heading.name}"' if heading.name else ""
    return f"<h{heading.level}{named}>{_line(heading.words)}</h{heading.level}>"


def _paragraph(paragraph: Paragraph) -> str:
    return f'<p class="{paragraph.look.value}" dir="auto">{_line(paragraph.words)}</p>'


def _quote(quote: Quote) -> str:
    language = f' lang="{_said(quote.language)}"' if quote.language else ""
    return (
        f"<blockquote{language}>"
        + "".join(f'<p dir="auto">{_line(line)}</p>' for line in quote.lines)
        + "</blockquote>"
    )


def _facts(facts: Facts) -> str:
    rows = (
        f"<div><dt>{_said(name)}</dt>" + "".join(f'<dd dir="auto">{_line(line)}</dd>' for line in lines) + "</div>"
        for name, lines in facts.rows
    )
    return f'<dl class="{facts.look or "facts"}">' + "".join(rows) + "</dl>"


def _items(items: Items) -> str:
    return "<ol>" + "".join(f'<li dir="auto">{_line(line)}</li>' for line in items.lines) + "</ol>"


def _table(table: Table) -> str:
    widths = "".join(f'<col style="width: {width}%">' for width in table.widths)
    heads = "".join(f'<th scope="col">{_said(head)}</th>' for head in table.heads)
    rows = "".join("<tr>" + "".join(_cells(row, table.row_heads)) + "</tr>\n" for row in table.rows)
    small = ' class="small"' if len(table.rows) <= _SMALL and table.row_heads else ""
    return (
        f"<table{small}><caption>{_said(table.caption)}</caption>"
        + (f"<colgroup>{widths}</colgroup>" if widths else "")
        + f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody></table>"
    )


def _cells(cells: Iterable[Cell], row_heads: bool) -> Iterator[str]:  # noqa: FBT001 - said at its one call
    for order, cell in enumerate(cells):
        tag, scope = ("th", ' scope="row"') if row_heads and not order else ("td", "")
        fill = f' class="{cell.rates.value}"' if cell.rates else ""
        yield f"<{tag}{scope}{fill}>" + "".join(f'<p dir="auto">{_line(line)}</p>' for line in cell.lines) + f"</{tag}>"


def _bar(bar: Bar) -> str:
    """Return the bar as a picture that is told in words: the table below it says the same."""
    parts = "".join(
        f'<span class="{severity.value}" style="flex-grow: {number}">{number}</span>' for severity, number in bar.parts
    )
    legend = f"<figcaption>{_said(bar.legend)}</figcaption>"
    return f'<figure><div class="bar" aria-hidden="true">{parts}</div>{legend}</figure>'


_MAKERS: Final[Mapping[type, Callable[[Any], str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Quote: _quote,
    Facts: _facts,
    Items: _items,
    Table: _table,
    Bar: _bar,
}

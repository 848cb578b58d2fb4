"""A starting template: a letterhead to put one's own in place of, a memo of plain fields, and a list of every field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib.resources import files
from itertools import takewhile
from typing import Final

from lxml import etree

from export.memo.markup import Cell, paragraph, row, run, table, wml
from export.templating.fields import BLOCKS, ITEMS, LISTS, Field, plain_fields
from export.templating.starting_words import SAID
from export.word.fonts import faces_for
from export.word.names import R, element, to_bytes, w
from export.word.new_package import FOOTER_ID, MAIN, FileFacts, add_page_line, new_package
from export.word.out_package import OutPackage
from export.word.page_setup import Paper, close_body
from export.word.styles import TABLE, styles_part
from export.wording import in_language

__all__ = ["starting_template"]

_PAPER: Final = Paper(11906, 16838, 1440)
_HEADER: Final = "word/header1.xml"
_HEADER_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


def starting_template(language: str, now: datetime) -> bytes:
    """Return a .docx to make one's own, in English or Chinese, with every field in it."""
    chinese = language == "zh"
    facts = FileFacts(in_language(SAID["title"], language), "", now, language)
    footer = element("ftr")
    add_page_line(footer, language)
    body = wml("body", *_memo(language), *_appendix(language))
    package = new_package(b"", styles_part(faces_for(language), language), to_bytes(footer), facts)
    header = _related(package, language)
    close_body(body, _PAPER, {"header": header, "footer": FOOTER_ID}, chinese=chinese)
    package.set(MAIN, to_bytes(wml("document", body)))
    return package.to_bytes()


def _related(package: OutPackage, language: str) -> str:
    """Put the header in and return its relationship's id."""
    words = in_language(SAID["letterhead"], language)
    package.set(_HEADER, to_bytes(wml("hdr", paragraph("Header", words))), _HEADER_TYPE)
    return package.relate(MAIN, f"{R}/header", _HEADER)


def _memo(language: str) -> Iterator[etree._Element]:
    """Yield the memo of templates/starting.*.txt: "Style: words", or a table with a row on each indented line."""
    lines = (files("export") / "templates" / f"starting.{language}.txt").read_text(encoding="utf-8").splitlines()
    at = 0
    while at < len(lines):
        kind, _, words = lines[at].partition(": ")
        at += 1
        if "table" not in kind:
            yield paragraph(kind, *_runs(words))
            continue
        rows = list(takewhile(lambda line: line.startswith("  "), lines[at:]))
        at += len(rows)
        yield _table(kind.split(), [[cell.strip() for cell in row.split(" | ")] for row in rows])
        yield paragraph("BlankLine")


def _table(kind: Sequence[str], rows: Sequence[Sequence[str]]) -> etree._Element:
    """Return a table; its kind is "table" or "headed table", and the shares of its columns."""
    shares = [int(share) for share in kind if share.isdigit()]
    headed = "headed" in kind
    widths = [_PAPER.inner_width * share // sum(shares) for share in shares]
    made = table(TABLE, widths, [_row(cells, widths, header=headed and not at) for at, cells in enumerate(rows)])
    look = made.find(f"{w('tblPr')}/{w('tblLook')}")
    if look is not None and not headed:
        look.set(w("firstRow"), "0")
        look.set(w("val"), "0400")
    return made


def _row(cells: Sequence[str], widths: Sequence[int], *, header: bool = False) -> etree._Element:
    style = "TableHead" if header else "TableText"
    alone = len(cells) == 1
    made = [Cell([paragraph(style, *_runs(cell))], columns=len(widths) if alone else 1) for cell in cells]
    return row(made, widths, header=header)


def _runs(words: str) -> list[etree._Element]:
    """Return words as runs; those between two asterisks are bold."""
    made = []
    for order, piece in enumerate(words.split("**")):
        if not piece:
            continue
        one = run(piece)
        if order % 2:
            properties = one.find(wml("rPr").tag)
            bold = wml("b")
            if properties is None:
                one.insert(0, wml("rPr", bold))
            else:
                properties.append(bold)
        made.append(one)
    return made


def _appendix(language: str) -> Iterator[etree._Element]:
    """Yield the list of every field. It stands under a condition that never holds, and so is never printed."""
    yield paragraph("BodyText", "{%p if false %}")
    yield paragraph("Heading1", in_language(SAID["appendix"], language))
    for key in ("not_printed", "plain"):
        yield paragraph("BodyText", in_language(SAID[key], language))
    yield _listed([(_spelt(dotted, chinese, language), field) for dotted, chinese, field in plain_fields()], language)
    for name, (field, item) in LISTS.items():
        yield from _list(name, field, item, language)
    yield paragraph("Heading2", in_language(SAID["blocks"], language))
    yield paragraph("BodyText", in_language(SAID["blocks_lead"], language))
    yield _blocks(language)
    yield paragraph("BodyText", "{%p endif %}")


def _list(name: str, field: Field, item: str, language: str) -> Iterator[etree._Element]:
    """Yield a list's heading, and its loop with what each item has; what was told before is not told again."""
    spelt = _spelt(name, field.chinese, language)
    one = in_language((item or "limit", SAID[item or "limit"][1]), language)
    yield paragraph("Heading2", f"{spelt}{in_language((': ', '：'), language)}{_about(field, language)}")
    yield paragraph("BodyText", f"{{%p for {one} in {spelt} %}}")
    if not item:
        yield paragraph("BodyText", f"{{{{ {one} }}}}")
    elif name in ("on_the_text", "missing", "no_objection"):
        yield paragraph("BodyText", in_language(SAID["as_findings"], language))
    else:
        fields = [(f"{one}.{_spelt(each.name, each.chinese, language)}", each) for each in ITEMS[item]]
        yield _listed(fields, language)
    yield paragraph("BodyText", "{%p endfor %}")


def _listed(fields: Sequence[tuple[str, Field]], language: str) -> etree._Element:
    rows = [(f"{{{{ {written} }}}}", _about(field, language)) for written, field in fields]
    return _two(rows, language)


def _blocks(language: str) -> etree._Element:
    rows = [(f"{{{{p {_spelt(field.name, field.chinese, language)} }}}}", _about(field, language)) for field in BLOCKS]
    return _two(rows, language)


def _two(rows: Sequence[tuple[str, str]], language: str) -> etree._Element:
    widths = (4300, _PAPER.inner_width - 4300)
    heads = [in_language(SAID[key], language) for key in ("written", "gives")]
    return table(TABLE, widths, [_row(heads, widths, header=True), *(_row(cells, widths) for cells in rows)])


def _spelt(english: str, chinese: str, language: str) -> str:
    return chinese if language == "zh" else english


def _about(field: Field, language: str) -> str:
    """Return what a field holds; a tag in it is shown, not carried out."""
    return in_language((field.about, field.about_chinese), language).replace("{% cellbg %}", "cellbg")

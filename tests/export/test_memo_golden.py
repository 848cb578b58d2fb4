"""Memo and gap report of the sample, line by line against what was looked at and found good.

A line a paragraph with its style, a line a cell: a cell that goes missing fails. What is left out, by name: the parts
that say how things look (test_memo_looks holds them), and the numbers and marks that programs read and nobody else.
`CLAUSEMARK_GOLDEN=write pytest` writes the files anew, to be looked at before they are kept.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree

from annotations.matter import OpenMatter
from annotations.model import Reviewer
from export.run import ExportOptions, export
from tests.export.memo_case import NOW, W, parts
from ui.commands.demo import fill_with_sample

GOLDEN = Path(__file__).parent / "golden"
NOT_COMPARED = {"word/styles.xml", "word/theme/theme1.xml", "word/fontTable.xml", "word/settings.xml"}
CASES = [(product, language) for product in ("memo", "gap") for language in ("en", "zh")]


@pytest.mark.parametrize(("product", "language"), CASES)
def test_every_part_says_what_it_said(product, language, tmp_path, clock: Callable[[], datetime]):
    told = "\n".join(_told(_written(product, language, tmp_path, clock))) + "\n"
    path = GOLDEN / f"{product}-{language}.txt"
    if os.environ.get("CLAUSEMARK_GOLDEN") == "write":
        path.write_text(told, encoding="utf-8")
    assert told.splitlines() == path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("product", "language"), CASES)
def test_a_missing_cell_would_be_seen(product, language, tmp_path, clock: Callable[[], datetime]):
    made = _written(product, language, tmp_path, clock)
    document = etree.fromstring(made["word/document.xml"])
    rows = [row for row in document.iter(f"{W}tr") if len(row.findall(f"{W}tc")) > 1]
    rows[len(rows) // 2].remove(rows[len(rows) // 2].findall(f"{W}tc")[-1])
    made["word/document.xml"] = etree.tostring(document)
    assert list(_told(made)) != (GOLDEN / f"{product}-{language}.txt").read_text(encoding="utf-8").splitlines()


def _written(product: str, language: str, folder: Path, clock: Callable[[], datetime]) -> dict[str, bytes]:
    reviewer = Reviewer("A. Okafor", "AO") if language == "en" else Reviewer("林若水", "LRS")
    with OpenMatter.create(folder / "m.clausemark", reviewer, clock) as matter:
        fill_with_sample(matter, language)
        options = ExportOptions(reviewer=reviewer, now=NOW, profile="client", language=language)
        export(matter, folder / "out.docx", product, options)
    return parts((folder / "out.docx").read_bytes())


def _told(made: dict[str, bytes]) -> Iterator[str]:
    """Yield what each part says: paragraphs with their styles, cells by their places."""
    for name in sorted(set(made) - NOT_COMPARED):
        yield f"== {name}"
        root = etree.fromstring(made[name])
        if root.tag.startswith(W) and name != "word/numbering.xml":
            yield from _block(root, "")
        else:
            yield from (f"{_short(one)} {_values(one)} {(one.text or '').strip()}".rstrip() for one in root.iter())


def _block(element: etree._Element, indent: str) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}p":
            yield f"{indent}{_paragraph(child)}"
        elif child.tag == f"{W}tbl":
            widths = [column.get(f"{W}w") for column in child.iter(f"{W}gridCol")]
            yield f"{indent}[table {child.find(f'{W}tblPr/{W}tblStyle').get(f'{W}val')} {' '.join(widths)}]"
            for order, row in enumerate(child.findall(f"{W}tr")):
                head = " head" if row.find(f"{W}trPr/{W}tblHeader") is not None else ""
                yield f"{indent}  row {order}{head}"
                for cell in row.findall(f"{W}tc"):
                    shade = cell.find(f"{W}tcPr/{W}shd")
                    yield f"{indent}    cell {'' if shade is None else shade.get(f'{W}fill')}".rstrip()
                    yield from _block(cell, indent + "      ")
        elif child.tag == f"{W}sectPr":
            yield f"{indent}[section {_values(child.find(f'{W}pgSz'))}]"
        else:
            yield from _block(child, indent)


def _paragraph(element: etree._Element) -> str:
    style = element.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
    turned = element.find(f"{W}pPr/{W}sectPr")
    said = "".join(_piece(piece) for piece in element.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}fldSimple", f"{W}sdt"))
    section = "" if turned is None else f" [section {_values(turned.find(f'{W}pgSz'))}]"
    return f"{style}: {said}{section}"


def _piece(piece: etree._Element) -> str:
    match etree.QName(piece).localname:
        case "t":
            style = piece.getparent().find(f"{W}rPr/{W}rStyle")
            return f"{{{style.get(f'{W}val')} {piece.text}}}" if style is not None else piece.text or ""
        case "tab":
            return "→"
        case "br":
            return "↵"
        case "fldSimple":
            return f"«{piece.get(f'{W}instr').split()[0]}»"
    alias = piece.find(f"{W}sdtPr/{W}alias")
    return f"‹{alias.get(f'{W}val')}›" if alias is not None else ""


def _short(element: etree._Element) -> str:
    return etree.QName(element).localname


def _values(element: etree._Element) -> str:
    return " ".join(f"{etree.QName(key).localname}={value}" for key, value in sorted(element.attrib.items()))

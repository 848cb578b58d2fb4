"""The labels Word paints: computed, counted on and begun anew as Word does."""

from __future__ import annotations

import pytest

from documents.clauses import clause_tree
from documents.reader import open_document
from documents.word.number_formats import formatted
from documents.word.package import Package
from documents.word.walk import walk


def level(number: int, text: str, fmt: str = "decimal", extra: str = "") -> str:
    start = f'<w:start w:val="1"/><w:numFmt w:val="{fmt}"/>{extra}'
    return f'<w:lvl w:ilvl="{number}">{start}<w:lvlText w:val="{text}"/></w:lvl>'


def item(words: str, depth: int = 0, num: int = 1) -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr>'
    return f"<w:p><w:pPr>{numbered}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def numbering(*levels: str, more: str = "") -> str:
    numbers = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>{numbers}{more}'


def labels(make_docx, body: str, numbers: str, **parts: str) -> list[str]:
    return [block.label for block in walk(Package(make_docx(body, numbering=numbers, **parts))).blocks]


def test_deeper_levels_begin_anew_under_each_number(make_docx) -> None:
    body = item("a") + item("b", 1) + item("c", 1) + item("d") + item("e", 1)
    numbers = numbering(level(0, "%1."), level(1, "%1.%2"))
    assert labels(make_docx, body, numbers) == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_chinese_legal_numbering_with_plain_digits_below(make_docx) -> None:
    numbers = numbering(level(0, "第%1条", "chineseCounting"), level(1, "%1.%2", extra="<w:isLgl/>"))
    body = "".join(item("x") for _ in range(11)) + item("y", 1)
    assert labels(make_docx, body, numbers)[9:] == ["第十条", "第十一条", "11.1"]


def test_a_second_list_on_the_same_numbering_counts_on_unless_it_says_where_to_begin(make_docx) -> None:
    more = '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    more += '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    more += "</w:lvlOverride></w:num>"
    body = item("a") + item("b", num=2) + item("c", num=3) + item("d", num=3)
    assert labels(make_docx, body, numbering(level(0, "(%1)"), more=more)) == ["(1)", "(2)", "(5)", "(6)"]


def test_a_level_that_does_not_restart_counts_through(make_docx) -> None:
    numbers = numbering(level(0, "第%1章", "chineseCounting"), level(1, "%2.", extra='<w:lvlRestart w:val="0"/>'))
    body = item("a") + item("b", 1) + item("c") + item("d", 1)
    assert labels(make_docx, body, numbers) == ["第一章", "1.", "第二章", "2."]


def test_numbering_comes_from_the_style_and_zero_takes_it_away(make_docx) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="L"/>{extra}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>' for extra in ("", off, "")
    )
    assert labels(make_docx, body, numbering(level(0, "%1、", "chineseCounting")), styles=styles) == [
        "一、",
        "",
        "二、",
    ]


def test_bullets_of_symbol_fonts_look_like_what_they_are(make_docx) -> None:
    assert labels(make_docx, item("a"), numbering(level(0, "\uf0b7", "bullet"))) == ["•"]


def test_labels_are_no_part_of_the_text_and_still_make_clauses(make_docx) -> None:
    numbers = numbering(level(0, "%1.", "decimal"), level(1, "(%2)", "lowerLetter"))
    body = item("Fees") + item("pay on time;", 1) + item("pay in full.", 1) + item("Law")
    document = open_document(make_docx(body, numbering=numbers))
    assert document.text == "Fees\npay on time;\npay in full.\nLaw\n"
    assert [clause.address for clause in document.clauses] == ["1", "1(a)", "1(b)", "2"]
    assert all(block.label_span is None for block in document.blocks)
    assert clause_tree(document.text, document.blocks, "en") == document.clauses


@pytest.mark.parametrize(
    ("number", "name", "written"),
    [
        (10, "chineseCounting", "十"),
        (11, "chineseCountingThousand", "十一"),
        (20, "chineseCounting", "二十"),
        (105, "chineseCounting", "一百零五"),
        (110, "chineseCounting", "一百一十"),
        (10000, "chineseCounting", "一万"),
        (10010, "chineseCounting", "一万零一十"),
        (21, "chineseLegalSimplified", "贰拾壹"),
        (21, "ideographDigital", "二一"),
        (3, "ideographTraditional", "丙"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (3, "decimalZero", "03"),
        (22, "ordinal", "22nd"),
        (11, "ordinal", "11th"),
        (21, "cardinalText", "Twenty-One"),
        (30, "ordinalText", "Thirtieth"),
        (3, "decimalEnclosedCircle", "③"),
        (12, "decimalFullWidth", "１２"),
        (5, "bullet", ""),
        (0, "lowerLetter", "0"),
        (7, "somethingNew", "7"),
    ],
)
def test_numbers_are_written_as_word_writes_them(number: int, name: str, written: str) -> None:
    assert formatted(number, name) == written


def test_absurd_levels_and_numbers_cost_nothing(make_docx) -> None:
    numbers = numbering(level(0, "%1", "upperRoman").replace('w:start w:val="1"', 'w:start w:val="99999999999"'))
    body = item("a") + item("b", 99999999999) + item("c", -4)
    assert labels(make_docx, body, numbers) == ["99999999999", "", ""]


def test_a_level_without_a_start_begins_at_nought(make_docx) -> None:
    silent = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    assert labels(make_docx, item("a") + item("b"), numbering(silent)) == ["0.", "1."]


@pytest.mark.parametrize(("pattern", "shown"), [("001, 002, 003, ...", "(001)"), ("α, β, γ, ...", "(α)"), ("?", "(1)")])
def test_formats_made_by_hand_are_written_as_their_pattern_says(make_docx, pattern: str, shown: str) -> None:
    alternates = f'<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="{pattern}"/>'
    alternates += '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    made = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{alternates}<w:lvlText w:val="(%1)"/></w:lvl>'
    assert labels(make_docx, item("a"), numbering(made)) == [shown]


@pytest.mark.parametrize(
    ("sign", "font", "shown"),
    [
        ("\uf0a7", "Wingdings", "▪"),
        ("\uf0a7", "", "▪"),
        ("\uf0b7", "Symbol", "•"),
        ("\uf0b7", "", "•"),
        ("o", "Courier New", "◦"),
        ("ü", "Wingdings", "✓"),
        ("\ue123", "Nobody", "•"),
        ("", "", "•"),
        ("★", "Arial", "★"),
    ],
)
def test_bullets_of_symbol_fonts_are_what_they_look_like(make_docx, sign: str, font: str, shown: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    made = f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/>{fonts}</w:lvl>'
    assert labels(make_docx, item("a"), numbering(made)) == [shown]


@pytest.mark.parametrize(
    ("number", "name", "written"),
    [
        (15, "hebrew1", "טו"),
        (421, "hebrew1", "תכא"),
        (3, "ganada", "다"),
        (2, "aiueo", "ｲ"),
        (5, "chicago", "**"),
        (255, "hex", "FF"),
        (30, "arabicAlpha", "بب"),
    ],
)
def test_rarer_formats_of_other_scripts(number: int, name: str, written: str) -> None:
    assert formatted(number, name) == written

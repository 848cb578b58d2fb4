"""The four looks: pages, fonts, sizes and leading as each tradition has them, all in styles."""

from __future__ import annotations

import pytest
from lxml import etree

from export.errors import ExportError
from export.memo.document import memo
from export.memo.layout import Plan
from export.writer import LOOKS
from tests.export.memo_case import W, body, parts, report, review

EVERY = [(language, look) for language, looks in LOOKS.items() for look in looks]


def _styles(language: str, look: str) -> etree._Element:
    return etree.fromstring(parts(memo(report(*review(), language=language), Plan(look=look)))["word/styles.xml"])


def _style(styles: etree._Element, name: str) -> etree._Element:
    return styles.find(f"{W}style[@{W}styleId='{name}']")


def _value(style: etree._Element, path: str, name: str = "val") -> str:
    return style.find("/".join(f"{W}{step}" for step in path.split("/"))).get(f"{W}{name}")


def test_the_firms_look_is_song_small_four_with_a_black_title_and_lines_of_18_points():
    styles = _styles("zh", "firm")
    assert styles.find(f".//{W}docDefaults//{W}rFonts").get(f"{W}eastAsia") == "宋体"
    assert styles.find(f".//{W}docDefaults//{W}sz").get(f"{W}val") == "24"
    assert _value(_style(styles, "Title"), "rPr/rFonts", "eastAsia") == "黑体"
    assert _value(_style(styles, "Title"), "rPr/sz") == "36"
    text = _style(styles, "BodyText")
    assert (_value(text, "pPr/spacing", "line"), _value(text, "pPr/spacing", "lineRule")) == ("360", "exact")
    assert _value(text, "pPr/ind", "firstLineChars") == "200"


def test_the_official_look_is_that_of_gb_t_9704():
    styles = _styles("zh", "official")
    assert styles.find(f".//{W}docDefaults//{W}rFonts").get(f"{W}eastAsia") == "仿宋"
    assert styles.find(f".//{W}docDefaults//{W}sz").get(f"{W}val") == "32"
    assert _value(_style(styles, "Title"), "rPr/sz") == "44"
    fonts = {name: _value(_style(styles, name), "rPr/rFonts", "eastAsia") for name in ("Heading1", "Heading2")}
    assert fonts == {"Heading1": "黑体", "Heading2": "楷体"}
    assert _value(_style(styles, "FindingHeading"), "rPr/rFonts", "eastAsia") == "仿宋"
    assert _value(_style(styles, "BodyText"), "pPr/spacing", "line") == "560"
    margins = body(report(*review()), Plan(look="official")).find(f".//{W}pgMar")
    millimetres = {side: round(int(margins.get(f"{W}{side}")) / 56.693) for side in ("top", "bottom", "left", "right")}
    assert millimetres == {"top": 37, "bottom": 35, "left": 28, "right": 26}


def test_the_english_looks_are_times_and_arial():
    for look, font in (("classic", "Times New Roman"), ("modern", "Arial")):
        assert _styles("en", look).find(f".//{W}docDefaults//{W}rFonts").get(f"{W}ascii") == font


@pytest.mark.parametrize(("language", "look"), EVERY)
def test_figures_are_latin_marks_keep_off_line_starts_and_the_language_is_told(language, look):
    styles = _styles(language, look)
    default = styles.find(f"{W}docDefaults")
    assert default.find(f".//{W}kinsoku") is not None
    assert default.find(f".//{W}overflowPunct") is not None
    assert default.find(f".//{W}widowControl") is not None
    tags = default.find(f".//{W}lang")
    assert tags.get(f"{W}eastAsia") == "zh-CN"
    assert tags.get(f"{W}val") == ("en-US" if language == "zh" else "en-GB")
    latin = {fonts.get(f"{W}ascii") for fonts in styles.iter(f"{W}rFonts")}
    assert latin == {"Arial"} if look == "modern" else latin == {"Times New Roman"}


@pytest.mark.parametrize(("language", "look"), EVERY)
@pytest.mark.parametrize("product", ["memo", "gap"])
def test_every_style_that_is_used_is_there_and_nothing_is_formatted_directly(language, look, product):
    made = parts(memo(report(*review(), language=language), Plan(product, look)))
    body_part = etree.fromstring(made["word/document.xml"])
    used = {mark.get(f"{W}val") for mark in body_part.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    styles = etree.fromstring(made["word/styles.xml"])
    assert used <= {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    direct = {child.tag for one in body_part.iter(f"{W}rPr") for child in one}
    assert direct <= {f"{W}rStyle", f"{W}rFonts"}
    assert b"$" not in made["word/styles.xml"]


def test_tables_are_as_wide_as_the_text_of_their_page():
    for language, look in EVERY:
        for product in ("memo", "gap"):
            made = body(report(*review(), language=language), Plan(product, look))
            page = made.find(f".//{W}sectPr")
            text = int(page.find(f"{W}pgSz").get(f"{W}w"))
            text -= sum(int(page.find(f"{W}pgMar").get(f"{W}{side}")) for side in ("left", "right"))
            widths = {int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) for table in made.iter(f"{W}tbl")}
            assert widths == {text}, (language, look, product)
            assert all(int(cell.get(f"{W}w")) > 0 for cell in made.iter(f"{W}tcW"))


def test_a_section_that_there_is_not_is_refused():
    with pytest.raises(ExportError) as told:
        memo(report(*review()), Plan(sections=("conclusion", "poem")))
    assert "poem" in told.value.sentence("en")
    assert "conclusion" in told.value.sentence("zh")

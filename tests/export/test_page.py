"""The memo as one web page: what it says, that it is sound HTML, and that nothing in it runs or is fetched."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import html5lib
import pytest
from selectolax.lexbor import LexborHTMLParser

from annotations.model import Level, Matter, Severity, Visibility
from export.errors import ExportError
from export.memo.sections import ORDERS, SECTIONS
from export.pages.html_page import html_page
from export.pages.page import page_of
from export.report import ReportOptions, assemble
from tests.export.memo_case import ENGLISH, NOW, note, report, review, reviewed

EVIL = '</style><script>alert(1)</script><img src=x onerror=alert(1)> "\\&lt; javascript:x'


def rated():
    """The review with what a risk matrix needs."""
    return tuple(replace(item, likelihood=Level.HIGH, impact=Level.MEDIUM) for item in review())


def page(value, *sections):
    return html_page(page_of(value, sections)).decode()


def tree(value, *sections):
    return LexborHTMLParser(page(value, *sections))


def names(parsed):
    return [section.attributes["class"] for section in parsed.css("main > section")]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("profile", ["internal", "client", "outside"])
def test_it_is_sound_html(language: str, profile: str) -> None:
    told = tuple(replace(item, visibility=Visibility.OUTSIDE) for item in rated())
    everything = [section.name for section in SECTIONS]
    for sections in ((), everything):
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(page(report(*told, language=language, profile=profile), *sections))
        assert parser.errors == []


def test_it_has_the_sections_of_a_memo_in_order() -> None:
    found = names(tree(report(*rated())))
    assert {"conclusion", "counts", "matrix", "heat", "table", "findings", "missing", "no_objection"} <= set(found)
    assert [name for name in ORDERS["memo"] if name in found] == [name for name in found if name in ORDERS["memo"]]


def test_sections_come_as_they_are_asked_for() -> None:
    assert names(tree(report(*rated()), "limits", "table")) == ["limits", "table"]
    with pytest.raises(ExportError):
        page(report(), "nonsense")


def test_links_lead_to_places_that_are_there_and_none_to_a_section_left_out() -> None:
    for sections in ((), ("table",), ("table", "findings")):
        parsed = tree(report(*rated()), *sections)
        places = [found.attributes["id"] for found in parsed.css("[id]")]
        assert len(places) == len(set(places))
        assert {link.attributes["href"][1:] for link in parsed.css("a[href]")} <= set(places)
    assert not tree(report(*rated()), "table").css("main a")


def test_headings_follow_each_other_without_a_gap() -> None:
    second = note(7, "您的借阅记录", document="d2")
    value = assemble(
        Matter(), [reviewed(review()), reviewed((second,), uid="d2")], ReportOptions(now=NOW, language="zh")
    )
    for told in (value, report(*rated()), report()):
        levels = [int(found.tag[1]) for found in tree(told).css("h1, h2, h3, h4, h5, h6")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_heads_that_say_what_they_head() -> None:
    tables = tree(report(*rated(), profile="internal"), *(section.name for section in SECTIONS)).css("table")
    assert len(tables) > 6
    for table in tables:
        assert table.css_first("caption").text().strip()
        assert all(head.attributes.get("scope") in ("col", "row") for head in table.css("th"))
        assert all(head.text().strip() for head in table.css("thead th"))


def test_colour_never_speaks_alone() -> None:
    parsed = tree(report(*rated()))
    for severity in Severity:
        for found in parsed.css(f".{severity.value}"):
            assert found.text().strip()


def test_nothing_runs_and_nothing_is_fetched_whatever_anybody_wrote() -> None:
    notes = [note(1, "您的借阅记录", **dict.fromkeys(("title", "issue", "recommendation", "owner", "category"), EVIL))]
    matter = Matter(client=EVIL, firm=EVIL, confidentiality=EVIL, conclusion="结论" + EVIL)
    said = page(report(*notes, matter=matter))
    parsed = LexborHTMLParser(said)
    assert not parsed.css("script, img, link, iframe, object, embed, form, video, audio, svg, base")
    assert len(parsed.css("style")) == 1
    assert not re.search(r"url\s*\(|@import|https?:", said.replace(EVIL, ""))
    assert not [found for found in parsed.css("*") for name in found.attributes if name.startswith("on")]
    assert {link.attributes["href"][:1] for link in parsed.css("a")} == {"#"}
    assert "default-src 'none'" in parsed.css_first("meta[http-equiv]").attributes["content"]
    assert "alert(1)" in parsed.css_first("h3").text(), "words stay words"


def test_the_running_head_of_printed_pages_says_what_it_is() -> None:
    said = page(report(*review(), matter=Matter(firm='某"所\\')))
    assert "《会员隐私说明》" in re.search(r"@top-left \{ content: \"([^\"]*)\"", said)[1]
    assert "某\\22 所\\5c " in said
    assert "counter(page)" in said


def test_the_policys_own_words_are_marked_and_bear_their_language() -> None:
    english = note(1, "any purpose", text=ENGLISH)
    value = assemble(Matter(), [reviewed((english,), text=ENGLISH)], ReportOptions(now=NOW, language="zh"))
    quote = tree(value).css_first("blockquote")
    assert quote.css_first("mark").text() == "any purpose"
    assert quote.attributes["lang"] == "en"
    assert "lang" not in tree(report(*review())).css_first("blockquote").attributes


def test_outsiders_are_told_no_judgement() -> None:
    told = tuple(replace(item, visibility=Visibility.OUTSIDE) for item in rated())
    everything = [section.name for section in SECTIONS]
    parsed = tree(report(*told, profile="outside", matter=Matter(client="某公司", scope="只查一条")), *everything)
    words = parsed.css_first("body").text()
    for secret in ("严重", "高风险", "问题之描述", "整改办法", "某公司", "只查一条", "HOUSE-7", "可能性"):
        assert secret not in words
    assert not {"conclusion", "counts", "matrix", "heat", "method", "plan"} & set(names(parsed))


def test_what_html_cannot_hold_is_left_out_and_the_rest_stays() -> None:
    kept = "שלום مرحبا 👩‍👩‍👧 𠮷野"
    said = page(report(note(1, "您的借阅记录", issue=f"{kept}\x00\x0b\x85\ud800")))
    assert f"{kept}" in said
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", said)
    html5lib.HTMLParser(strict=True).parse(said)


def test_an_empty_matter_gives_a_page_that_says_so() -> None:
    words = tree(report()).css_first("main").text()
    assert "未发现影响发布的问题" in words
    assert "本次审查未提出问题" in words


def test_the_same_report_gives_the_same_bytes() -> None:
    assert page(report(*review(), language="en")) == page(report(*review(), language="en"))


def test_a_long_note_stands_there_whole() -> None:
    assert "字" * 50_000 in page(report(note(1, "您的借阅记录", issue="字" * 50_000)))


def test_proposed_wording_can_stand_within_the_text_it_changes() -> None:
    said = html_page(page_of(report(*review()), ("wording",), redline=True)).decode()
    parsed = LexborHTMLParser(said)
    row = next(row for row in parsed.css("tbody tr") if row.css_first("td").text() == "2")
    whole = row.css("td")[2]
    now = "".join(piece.text() for piece in whole.css("del"))
    new = "".join(piece.text() for piece in whole.css("ins"))
    assert now
    assert new
    for gone in whole.css("del"):
        gone.decompose()
    assert whole.text() == "我们仅将您的信息用于下列用途。用途变更的，另行取得同意。"
    missing = next(row for row in parsed.css("tbody tr") if row.css_first("td").text() == "4")
    assert missing.css_first("ins").text() == "保存期限为一年。"

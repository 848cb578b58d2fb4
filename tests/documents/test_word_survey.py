"""A paragraph of plain words is read by a shorter way, and comes out as it does by the long one."""

from __future__ import annotations

import pytest

from documents.model import Hidden
from documents.word.package import Package
from documents.word.walk import Walk, walk

# A content control, empty, makes a paragraph be read the long way.
LONG_WAY = "<w:sdt><w:sdtContent/></w:sdt>"
STYLES = (
    '<w:style w:type="character" w:styleId="Dark"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Loud"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Slanted"><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Dim"><w:rPr><w:vanish/></w:rPr></w:style>'
)
CHANGE = '<w:rPrChange w:id="1" w:author="Ann"><w:rPr/></w:rPrChange>'


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}<w:sz w:val="21"/></w:rPr>{words}</w:r>'


def t(words: str) -> str:
    return f'<w:t xml:space="preserve">{words}</w:t>'


PARAGRAPHS = [
    run(t("one") + "<w:tab/>" + t("two") + "<w:br/>" + t("three")) + run("<w:br w:type='page'/>" + t("four")),
    "<w:pPr><w:tabs><w:tab w:pos='100'/></w:tabs><w:rPr><w:b/></w:rPr></w:pPr>" + run(t("stop")),
    run(t("bold"), "<w:b/>") + run(t("er"), "<w:b/>") + run(t("not"), "<w:b w:val='0'/>") + run(t("end")),
    run(t("by style"), "<w:rStyle w:val='Loud'/>") + run(t("seen")) + run(t("gone"), "<w:rStyle w:val='Dark'/>"),
    run(t("shown") + "<w:tab/>") + run(t("hidden") + "<w:tab/>", "<w:vanish/>") + run(t("again")),
    run(t("formatted"), f"<w:b/>{CHANGE}") + run(t("plain")),
    "<w:pPr><w:pStyle w:val='Slanted'/></w:pPr>" + run(t("slanted")) + run(t("both"), "<w:b/>"),
    "<w:pPr><w:pStyle w:val='Dim'/></w:pPr>" + run(t("dim")) + run(t("bright"), "<w:vanish w:val='0'/>"),
    t("loose") + t("words") + run(t("in a run")) + t("out again"),
    run(f"<w:wrap>{t('wrapped')}</w:wrap>") + run(f"<w:wrap>{t('loud')}</w:wrap>" + t("er"), "<w:b/>") + run(t("end")),
    run(t("a\n b\u2028c\u00ad d\ufeff e\u00a0f\u3000g")),
    run("") + run("<w:t/>") + run(t("after nothing")),
]


def read(make_docx, inside: str) -> Walk:
    return walk(Package(make_docx(f"<w:p>{inside}</w:p>", styles=STYLES)))


@pytest.mark.parametrize("inside", PARAGRAPHS)
def test_both_ways_lead_to_the_same_words_and_looks(make_docx, inside: str) -> None:
    short, long = read(make_docx, inside), read(make_docx, inside + LONG_WAY)
    assert short.text.strip()
    assert (short.text, short.runs, short.hidden, short.revisions) == (
        *(long.text, long.runs, long.hidden, long.revisions),
    )
    places = [[(one.start, one.end, one.element.tag, one.run.tag, one.offset) for one in way.atoms]
              for way in (short, long)]  # fmt: skip
    assert places[0] == places[1]


def test_hidden_words_of_a_plain_paragraph_are_kept_aside(make_docx) -> None:
    found = read(make_docx, run(t("seen")) + run(t("not"), "<w:rStyle w:val='Dark'/>") + run(t("again")))
    assert (found.text, found.hidden) == ("seenagain\n", (Hidden(4, "not"),))


def test_without_places_to_write_to_the_walk_is_the_same(make_docx) -> None:
    data = make_docx("".join(f"<w:p>{inside}</w:p>" for inside in PARAGRAPHS), styles=STYLES)
    full, bare = walk(Package(data)), walk(Package(data), atoms=False)
    assert full.atoms
    assert bare.atoms == ()
    assert (full.text, full.blocks, full.runs) == (bare.text, bare.blocks, bare.runs)


def test_without_blocks_the_walk_finds_the_same_places_to_write_to(make_docx) -> None:
    table = f"<w:tbl><w:tr><w:tc>{''.join(f'<w:p>{inside}</w:p>' for inside in PARAGRAPHS)}</w:tc></w:tr></w:tbl>"
    data = make_docx("".join(f"<w:p>{inside}</w:p>" for inside in PARAGRAPHS) + table, styles=STYLES)
    full, bare = walk(Package(data)), walk(Package(data), blocks=False)
    assert bare.blocks == ()
    assert bare.text == full.text
    assert [one[:2] + one[6:] for one in bare.atoms] == [one[:2] + one[6:] for one in full.atoms]
    assert [one[1:] for one in bare.paragraphs] == [one[1:] for one in full.paragraphs]

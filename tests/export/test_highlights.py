"""The words under a comment are coloured by severity when asked; what the author has coloured stays."""

import pytest
from lxml import etree

from annotations.model import Severity
from documents.reader import open_document
from export.word.highlights import NATIVE, SHADES
from tests.export.test_word_original import FOOTNOTES, HEADER, RICH
from tests.export.word_checks import audit, integrity
from tests.export.word_files import STYLES, deleted, inserted, paragraph, run, word_file
from tests.export.word_matters import annotated, matter_with, note_on
from tests.export.word_oracle import W, parts, story, without_comments_and_cuts

MARKER = '<w:highlight w:val="green"/>'
SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="ABCDEF"/>'


def coloured(data, part="word/document.xml"):
    """The words of each coloured run, with its highlighter's or shade's colour."""
    found = []
    for one in etree.fromstring(parts(data)[part]).iter(W + "r"):
        words = "".join(text.text or "" for text in one.iter(W + "t", W + "delText"))
        marker, shade = one.find(f"{W}rPr/{W}highlight"), one.find(f"{W}rPr/{W}shd")
        colours = [marker.get(W + "val")] if marker is not None else []
        colours += [shade.get(W + "fill")] if shade is not None else []
        if colours:
            found.append((words, *colours))
    return found


def exported(folder, clock, source, notes, **options):
    with matter_with(folder, clock, "a.docx", source) as matter:
        for words, severity in notes:
            note_on(matter, words, title=words, severity=severity, visibility="outside")
        return annotated(matter, folder / "out.docx", **options)[1]


@pytest.mark.parametrize("severity", list(Severity))
def test_the_highlighter_and_the_shade_of_each_severity(tmp_path, clock, severity):
    source = word_file(paragraph("We sell data."))
    (tmp_path / "original.docx").write_bytes(source)
    for kind, colour in (("native", NATIVE[severity]), ("shading", SHADES[severity])):
        (tmp_path / kind).mkdir()
        data = exported(tmp_path / kind, clock, source, [("sell", severity)], highlight=kind)
        assert coloured(data) == [("sell", colour)]
        assert audit(tmp_path / kind / "out.docx") - audit(tmp_path / "original.docx") == {}
        assert story(data).ranges == {0: "sell"}


def test_no_colour_is_used_twice():
    assert len(set(NATIVE.values())) == len(NATIVE) == len(Severity)


def test_nothing_is_coloured_unless_asked(tmp_path, clock):
    assert coloured(exported(tmp_path, clock, word_file(RICH), [("every word", Severity.HIGH)])) == []


def test_where_notes_overlap_the_worst_is_seen(tmp_path, clock):
    notes = [("sell all of your", Severity.LOW), ("all of", Severity.CRITICAL), ("of your data", Severity.MEDIUM)]
    data = exported(tmp_path, clock, word_file(paragraph("We sell all of your data.")), notes, highlight="native")
    assert coloured(data) == [
        ("sell ", "green"),
        ("all ", "red"),
        ("of", "red"),
        (" your", "yellow"),
        (" data", "yellow"),
    ]


@pytest.mark.parametrize("kind", ["native", "shading"])
@pytest.mark.parametrize("theirs", [MARKER, SHADE, '<w:rStyle w:val="lit"/>'])
def test_what_the_author_has_coloured_stays(tmp_path, clock, kind, theirs):
    styles = (
        STYLES + f'<w:style w:type="character" w:styleId="lit"><w:name w:val="Lit"/><w:rPr>{SHADE}</w:rPr></w:style>'
    )
    source = word_file(paragraph(run("We ") + run("sell", theirs) + run(" data.")), styles=styles)
    data = exported(tmp_path, clock, source, [("We sell data", Severity.HIGH)], highlight=kind)
    before = etree.tostring(etree.fromstring(run("sell", theirs).replace("<w:r ", f'<w:r xmlns:w="{W[1:-1]}" ')))
    kept = [etree.tostring(one) for one in etree.fromstring(parts(data)["word/document.xml"]).iter(W + "rPr")]
    assert etree.fromstring(before)[0].tag == W + "rPr"
    assert len([one for one in coloured(data) if one[0] in {"We ", " data"}]) == 2
    assert any(theirs.split()[0][1:].encode() in one and one.count(b"w:val") == theirs.count("w:val") for one in kept)


def test_a_highlight_of_none_is_no_colour(tmp_path, clock):
    source = word_file(paragraph(run("We sell", '<w:b/><w:highlight w:val="none"/><w:u w:val="single"/>')))
    data = exported(tmp_path, clock, source, [("sell", Severity.HIGH)], highlight="native")
    assert coloured(data) == [("We ", "none"), ("sell", "magenta")]


@pytest.mark.parametrize("kind", ["native", "shading"])
def test_the_properties_of_a_run_stay_in_the_order_of_the_schema(tmp_path, clock, kind):
    look = '<w:rFonts w:ascii="A"/><w:b/><w:sz w:val="24"/><w:u w:val="single"/><w:vertAlign w:val="superscript"/>'
    source = word_file(paragraph(run("We sell", look)))
    (tmp_path / "original.docx").write_bytes(source)
    data = exported(tmp_path, clock, source, [("sell", Severity.HIGH)], highlight=kind)
    assert audit(tmp_path / "out.docx") - audit(tmp_path / "original.docx") == {}
    properties = etree.fromstring(parts(data)["word/document.xml"]).findall(f".//{W}r/{W}rPr")[1]
    order = ["rFonts", "b", "sz", "highlight", "u", "shd", "vertAlign"]
    there = [etree.QName(one).localname for one in properties]
    assert there == [name for name in order if name in there]
    assert len(there) == 6


def test_links_insertions_and_footnotes_are_coloured_and_deleted_words_never(tmp_path, clock):
    body = paragraph(run("We ") + deleted("may ") + inserted("will ") + run("sell.")) + RICH
    source = word_file(body, footnotes=FOOTNOTES, header=HEADER)
    notes = [("We will sell", Severity.HIGH), ("list of part", Severity.LOW), ("only in the foot", Severity.INFO)]
    data = exported(tmp_path, clock, source, notes, highlight="native")
    assert coloured(data)[:3] == [("We ", "magenta"), ("will ", "magenta"), ("sell", "magenta")]
    assert ("list of ", "green") in coloured(data)
    assert coloured(data, "word/footnotes.xml") == [("only in the foot", "cyan")]
    (tmp_path / "original.docx").write_bytes(source)
    assert audit(tmp_path / "out.docx") - audit(tmp_path / "original.docx") == {}
    assert integrity(tmp_path / "out.docx", tmp_path / "original.docx") == integrity(tmp_path / "original.docx")


def test_the_struck_words_are_coloured_and_what_is_put_in_is_not(tmp_path, clock):
    with matter_with(tmp_path, clock, "a.docx", word_file(paragraph("We sell data."))) as matter:
        note_on(matter, "sell data", proposed_wording="keep data", severity=Severity.HIGH)
        _, data = annotated(matter, tmp_path / "out.docx", highlight="native", redrafts="tracked")
    assert coloured(data) == [("sell", "magenta"), (" data", "magenta")]


def test_without_the_colours_nothing_else_has_changed(tmp_path, clock):
    source = word_file(RICH, footnotes=FOOTNOTES, header=HEADER)
    notes = [("keep every word you", Severity.HIGH), ("every", Severity.LOW), ("ten years or", Severity.INFO)]
    data = exported(tmp_path, clock, source, notes, highlight="shading")
    root = etree.fromstring(parts(data)["word/document.xml"])
    for shade in list(root.iter(W + "shd")):
        properties = shade.getparent()
        properties.remove(shade)
        if not len(properties):
            properties.getparent().remove(properties)
    assert without_comments_and_cuts(root) == without_comments_and_cuts(
        etree.fromstring(parts(source)["word/document.xml"])
    )
    assert open_document(data, name="a.docx").text == open_document(source, name="a.docx").text


def test_readers_who_may_not_know_the_severity_see_one_colour(tmp_path, clock):
    notes = [("sell", Severity.CRITICAL), ("data", Severity.INFO)]
    source = word_file(paragraph("We sell data."))
    data = exported(tmp_path, clock, source, notes, highlight="native", profile="outside")
    assert coloured(data) == [("sell", "yellow"), ("data", "yellow")]


def test_a_note_about_the_whole_policy_colours_nothing(tmp_path, clock):
    with matter_with(tmp_path, clock, "a.docx", word_file(RICH)) as matter:
        note_on(matter, title="whole", severity=Severity.HIGH)
        _, data = annotated(matter, tmp_path / "out.docx", highlight="native")
    assert coloured(data) == []

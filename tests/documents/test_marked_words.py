"""Words under a mark: in controls, between the ends of bookmarks, with recorded changes accepted and rejected."""

import io
import zipfile

import pytest

from documents.errors import UnreadableDocument
from documents.marked import bears_a_state, marked_file

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ONE, TWO = "00000000000000A1", "00000000000000A2"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def file_of(body, before=""):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{_RELATED}" Target="word/document.xml"/></Relationships>',
        )
        package.writestr("word/document.xml", f"{before}<w:document {W}><w:body>{body}</w:body></w:document>")
    return out.getvalue()


def t(words, tag="t"):
    return f"<w:r><w:{tag}>{words}</w:{tag}></w:r>"


def p(*inside, mark=""):
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{''.join(inside)}</w:p>"


def control(mark, *inside, hint=False):
    asked = "<w:showingPlcHdr/>" * hint
    content = f"<w:sdtContent>{''.join(inside)}</w:sdtContent>"
    return f'<w:sdt><w:sdtPr><w:tag w:val="{mark}"/>{asked}</w:sdtPr>{content}</w:sdt>'


def begun(mark, number=1):
    return f'<w:bookmarkStart w:id="{number}" w:name="_c{mark}"/>'


def ended(number=1):
    return f'<w:bookmarkEnd w:id="{number}"/>'


def found(*paragraphs):
    return {one.mark: (one.words, one.before, one.copies) for one in marked_file(file_of("".join(paragraphs))).words}


def test_a_control_alone_and_a_bookmark_alone_both_tell_the_words():
    said = found(p(t("label"), control(ONE, t("a"), t("b"))), p(begun(TWO), t("c"), ended(), t("rest")))
    assert said == {ONE: ("ab", "ab", ()), TWO: ("c", "c", ())}


def test_a_field_over_paragraphs_is_lines_with_or_without_its_bookmark():
    lines = p(control(ONE, t("a"))), p(control(ONE, t("b")))
    assert found(*lines) == {ONE: ("a\nb", "a\nb", ())}
    wrapped = p(begun(ONE), control(ONE, t("a"))), p(t("between")), p(control(ONE, t("b")), ended())
    assert found(*wrapped) == {ONE: ("a\nbetween\nb", "a\nbetween\nb", ())}


def test_recorded_changes_are_read_both_ways():
    struck = f"<w:del>{t('old', 'delText')}</w:del>"
    added = f"<w:ins>{t('new')}<w:del>{t('never', 'delText')}</w:del></w:ins>"
    moved = f"<w:moveFrom>{t('gone')}</w:moveFrom><w:moveTo>{t('come')}</w:moveTo>"
    assert found(p(control(ONE, struck, added, moved))) == {ONE: ("newcome", "oldgone", ())}
    joined = p(begun(ONE), t("a"), mark="<w:del/>"), p(t("b"), mark="<w:ins/>"), p(t("c"), ended())
    assert found(*joined) == {ONE: ("ab\nc", "a\nbc", ())}


def test_a_row_that_was_taken_out_leaves_no_words():
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(control(ONE, t('a')))}</w:tc></w:tr>"
    assert found(f"<w:tbl>{row}</w:tbl>") == {ONE: ("", "a", ())}


def test_what_only_asks_to_be_filled_in_says_nothing():
    assert found(p(begun(ONE), control(ONE, t("[fill in]"), hint=True), ended())) == {ONE: ("", "", ())}


def test_a_copy_is_told_apart_from_the_field():
    copied = p(begun(ONE), control(ONE, t("a")), ended()), p(t("x")), p(control(ONE, t("b")))
    assert found(*copied) == {ONE: ("a", "a", ("b",))}
    assert found(p(control(ONE, t("a"))), p(t("x")), p(control(ONE, t("b")))) == {ONE: ("a", "a", ("b",))}


def test_two_empty_bookmarks_are_the_ends_of_one():
    """LibreOffice 7.4 writes that of a bookmark over several paragraphs."""
    said = found(p(begun(ONE, 1), ended(1), t("a")), p(t("b"), begun(ONE, 2), ended(2)))
    assert said == {ONE: ("a\nb", "a\nb", ())}


def test_a_bookmark_that_holds_another_field_is_not_believed():
    said = found(p(begun(ONE, 1), control(ONE, t("a"))), p(begun(TWO, 2), control(TWO, t("b")), ended(2), ended(1)))
    assert said == {ONE: ("a", "a", ()), TWO: ("b", "b", ())}


def test_an_empty_bookmark_without_its_control_is_a_field_that_is_gone():
    assert found(p(begun(ONE), ended(), t("rest"))) == {}


def test_pictures_readings_and_instructions_are_no_words():
    inside = (
        "<w:r><w:drawing><w:t>x</w:t></w:drawing><w:instrText>PAGE</w:instrText><w:tab/><w:t>a</w:t><w:br/>"
        "<w:ruby><w:rt><w:r><w:t>fu</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>b</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    assert found(p(control(ONE, inside))) == {ONE: ("\ta\nb", "\ta\nb", ())}


def test_the_state_is_read_and_seen_without_reading_the_file():
    data = file_of(p('<w:bookmarkStart w:id="9" w:name="_s00000000000000B1"/>', t("a")))
    assert marked_file(data).state == "00000000000000B1"
    assert bears_a_state(data)
    assert not bears_a_state(file_of(p(t("a"))))
    assert not bears_a_state(b"PK\x03\x04 no zip")


def test_entities_are_refused_and_depth_is_borne():
    with pytest.raises(UnreadableDocument) as fault:
        marked_file(file_of(p("&a;"), before='<!DOCTYPE x [<!ENTITY a "b">]>'))
    assert fault.value.code == "unsafe"
    deep = control(ONE, *(["<w:sdt><w:sdtContent>"] * 200), t("a"), *(["</w:sdtContent></w:sdt>"] * 200))
    assert found(p(deep)) == {ONE: ("a", "a", ())}

"""A firm's own file with a report in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from annotations.marks import field_mark
from annotations.model import Matter, Severity, Status, Visibility
from export.templating.checking import checked
from export.templating.fields import BLOCKS, ITEMS, plain_fields
from export.templating.opening import open_template
from export.templating.problems import TemplateFault
from export.templating.starting import starting_template
from tests.export.memo_case import NOW, W, note, parts, report, review
from tests.export.template_files import LETTERHEADS, box, fill, lines, p, saved, table, with_part
from tests.export.word_checks import audit, integrity

MATTER = Matter(
    client="Harbour Ltd", addressee="The board", matter_number="2026-17", firm="Alder & Quince <LLP>", language="en"
)


def _report(*notes, **more):
    return report(*(notes or review()), matter=MATTER, **({"language": "en"} | more))


def _filled(tmp_path: Path, *body: str, value=None, **more: str) -> bytes:
    return fill(saved(tmp_path, *body, **more), value or _report())


def test_fields_take_the_place_of_their_tags(tmp_path):
    data = _filled(tmp_path, "To {{ matter.client }}, {{ matter.addressee }}", "Ref {{ matter.number }}")
    assert lines(data) == ["To Harbour Ltd, The board", "Ref 2026-17"]


def test_a_tag_that_the_spell_checker_split_is_one_tag(tmp_path):
    data = _filled(tmp_path, p("For {", "{ mat", "ter.cli", "ent }", "} only"))
    assert lines(data) == ["For Harbour Ltd only"]


def test_the_letters_of_a_field_are_those_where_it_begins(tmp_path):
    data = _filled(tmp_path, p("For ", "{{ matter.client }}", " only"))
    assert re.search(r"<w:rPr><w:b/></w:rPr><w:t[^>]*>Harbour Ltd", parts(data)["word/document.xml"].decode())


def test_chinese_names_and_full_width_signs_mean_the_same(tmp_path):
    data = _filled(tmp_path, "致 {{ 委托人 }}", "｛｛　项目．委托人　｝｝", "{{ 项目.client }}")
    assert lines(data) == ["致 Harbour Ltd", "Harbour Ltd", "Harbour Ltd"]


def test_signs_that_xml_minds_come_out_as_they_are(tmp_path):
    finding = note(1, title='5 < 6 & "7"', issue="a\x00b\ud800c")
    data = _filled(tmp_path, "{{ matter.firm }}")
    assert lines(data) == ["Alder & Quince <LLP>"]
    loop = ("{%p for f in findings %}", "{{ f.title }}|{{ f.issue }}", "{%p endfor %}")
    assert lines(_filled(tmp_path, *loop, value=_report(finding))) == ['5 < 6 & "7"|a\ufffdb\ufffdc']


def test_a_tag_in_the_words_of_a_note_is_words(tmp_path):
    finding = note(1, title="{{ matter.client }} {% for x in y %}")
    data = _filled(tmp_path, "{%p for f in findings %}", "{{ f.title }}", "{%p endfor %}", value=_report(finding))
    assert lines(data) == ["{{ matter.client }} {% for x in y %}"]


def test_a_field_of_several_paragraphs_becomes_several_paragraphs_like_its_own(tmp_path):
    finding = note(1, proposed_wording="One.\n\nTwo.\tTab")
    loop = ("{%p for f in findings %}", p("{{ f.proposed_wording }}", style="Quote"), "{%p endfor %}")
    data = _filled(tmp_path, *loop, value=_report(finding))
    assert lines(data) == ["One.", "Two. Tab"]
    assert parts(data)["word/document.xml"].count(b'<w:pStyle w:val="Quote"/>') == 2


def test_within_a_line_the_lines_of_a_field_are_line_breaks(tmp_path):
    finding = note(1, proposed_wording="One.\nTwo.")
    loop = ("{%p for f in findings %}", "Write “{{ f.proposed_wording }}” instead", "{%p endfor %}")
    data = _filled(tmp_path, *loop, value=_report(finding))
    assert lines(data) == ["Write “One. Two.” instead"]
    assert b"<w:br/>" in parts(data)["word/document.xml"]


def test_a_loop_repeats_the_paragraphs_between_its_tags_with_or_without_the_p(tmp_path):
    for mark in ("{%p ", "{% "):
        body = (f"{mark}for f in on_the_text %}}", "{{ f.number }}", f"{mark}endfor %}}", "end")
        assert lines(_filled(tmp_path, *body)) == ["2", "1", "end"]


def test_a_loop_in_a_table_repeats_rows(tmp_path):
    rows = table(
        ("No.", "Title", "Rating"),
        "{%tr for f in findings %}",
        ("{{ f.number }}", "{{ f.title }}", "{% cellbg f.colour %}{{ f.severity }}"),
        "{%tr endfor %}",
    )
    data = _filled(tmp_path, rows)
    assert lines(data)[:6] == ["No.", "Title", "Rating", "2", "标题2", "Critical"]
    assert b'w:fill="C00000"' in parts(data)["word/document.xml"]
    assert not audit(_kept(tmp_path, data))


def test_conditions_choose_rows_paragraphs_and_words(tmp_path):
    body = (
        "{%p if counts.critical %}", "bad", "{%p else %}", "good", "{%p endif %}",
        "{% if matter.partner %}with {{ matter.partner }}{% else %}alone{% endif %}",
        table("{%tr if matter.number %}", ("Ref", "{{ matter.number }}", ""), "{%tr endif %}"),
    )  # fmt: skip
    assert lines(_filled(tmp_path, *body)) == ["bad", "alone", "Ref", "2026-17"]


def test_a_table_without_rows_left_goes(tmp_path):
    data = _filled(
        tmp_path,
        table("{%tr for d in no_objection %}", ("{{ d.title }}", "", ""), "{%tr endfor %}"),
        "{{ matter.client }}",
        value=_report(note(1, "")),
    )
    assert b"<w:tbl>" not in parts(data)["word/document.xml"]


def test_a_cell_is_never_left_without_a_paragraph(tmp_path):
    cell = p("{%p if matter.partner %}") + p("{{ matter.partner }}") + p("{%p endif %}")
    row = f"<w:tr><w:tc><w:tcPr/>{cell}</w:tc></w:tr>"
    body = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>{row}</w:tbl>'
    data = _filled(tmp_path, body, "{{ matter.client }}")
    assert b"<w:tcPr/><w:p/></w:tc>" in parts(data)["word/document.xml"]


def test_headers_footnotes_and_text_boxes_are_filled_in_too(tmp_path):
    data = _filled(
        tmp_path, box("Box {{ matter.client }}"), "text", header="Head {{ matter.firm }}", footnote="Note {{ 委托人 }}"
    )
    assert "Box Harbour Ltd" in "\n".join(lines(data))
    assert lines(data, "word/header1.xml") == ["Head Alder & Quince <LLP>"]
    assert lines(data, "word/footnotes.xml") == ["Note Harbour Ltd"]


def test_what_a_loop_repeats_is_told_apart(tmp_path):
    marked = (
        '<w:p w14:paraId="11111111"><w:bookmarkStart w:id="1" w:name="here"/><w:r><w:t>{{ f.number }}</w:t></w:r>'
        '<w:bookmarkEnd w:id="1"/></w:p>'
    )
    boxed = box("{{ f.title }}")
    data = _filled(tmp_path, "{%p for f in findings %}", marked, boxed, "{%p endfor %}")
    document = parts(data)["word/document.xml"]
    assert document.count(b"11111111") == 1
    assert document.count(b'w:name="here"') == 1
    assert document.count(b"bookmarkStart") == document.count(b"bookmarkEnd")
    numbers = re.findall(rb'<wp:docPr id="(\d+)"', document)
    assert len(numbers) == len(set(numbers)) == 3


def test_everything_outside_the_tags_stays_byte_for_byte(tmp_path):
    path = saved(tmp_path, "{{ matter.client }}", header="No field")
    before, after = parts(path.read_bytes()), parts(fill(path, _report()))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"word/document.xml", "docProps/core.xml"}
    assert set(before) == set(after)


def test_the_same_report_gives_the_same_bytes_and_names_no_one_but_the_reviewer(tmp_path):
    path = saved(tmp_path, "{{ matter.client }}", "{{p findings_block }}")
    first, second = fill(path, _report()), fill(path, _report())
    assert first == second
    core = parts(first)["docProps/core.xml"].decode()
    assert "林若水" in core
    assert "A Secretary" not in core
    assert "2026-11-22T15:30:00Z" in core


def test_outsiders_are_told_no_rating_and_no_name(tmp_path):
    body = ("{{ counts.critical }}|{{ matter.reviewer }}|{{ matter.client }}|{{ conclusion }}|{{ report.overall }}",)
    rows = table(
        "{%tr for f in findings %}",
        ("{{ f.severity }}{{ f.issue }}", "{{ f.handling }}", "{% cellbg f.colour %}"),
        "{%tr endfor %}",
    )
    value = _report(note(1, "请到前台询问", severity=Severity.HIGH, visibility=Visibility.OUTSIDE), profile="outside")
    assert lines(_filled(tmp_path, *body, rows, value=value)) == ["||||"]


def test_the_same_template_gives_a_memo_and_a_gap_report_under_their_own_names(tmp_path):
    path = saved(tmp_path, "{{ report.title }}")
    memo, gap = (lines(fill(path, _report(), product)) for product in ("memo", "gap"))
    assert memo == ["MEMORANDUM"]
    assert gap != memo


def test_a_closed_finding_says_its_state(tmp_path):
    body = (
        "{%p for f in findings %}",
        "{{ f.number }} {{ f.status }} {{ loop.index }}/{{ loop.length }}",
        "{%p endfor %}",
    )
    value = _report(note(7, "请到前台询问", severity=Severity.LOW, status=Status.RESOLVED))
    assert lines(_filled(tmp_path, *body, value=value)) == ["7 Resolved 1/1"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_starting_template_has_every_field_and_is_in_order(tmp_path, language):
    path = tmp_path / "new.docx"
    path.write_bytes(starting_template(language, NOW))
    assert starting_template(language, NOW) == path.read_bytes()
    found = checked(open_template(path))
    assert found.problems == ()
    names = {name.rpartition(".")[2] for name in found.fields}
    chinese = language == "zh"
    wanted = {zh if chinese else en.rpartition(".")[2] for en, zh, _ in plain_fields()}
    wanted |= {field.chinese if chinese else field.name for fields in (*ITEMS.values(), BLOCKS) for field in fields}
    assert wanted <= names
    assert not audit(path)
    assert not integrity(path)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_starting_template_gives_a_sound_memo_without_its_list_of_fields(tmp_path, language):
    path = tmp_path / "new.docx"
    path.write_bytes(starting_template(language, NOW))
    data = fill(path, _report(language=language))
    told = "\n".join(lines(data))
    assert "{{" not in told
    assert "{%" not in told
    assert "not printed" not in told
    assert "不会输出" not in told
    assert "标题4" in told
    made = _kept(tmp_path, data)
    assert not audit(made)
    assert not integrity(made)


def test_the_starting_template_numbers_all_its_sections_and_names_ratings_as_elsewhere(tmp_path):
    path = tmp_path / "new.docx"
    path.write_bytes(starting_template("en", NOW))
    told = lines(fill(path, _report()))
    whole = ["5. Missing disclosures", "6. Open questions", "7. Assumptions and limits"]
    assert [line for line in told if line in whole] == whole
    assert "6. Assumptions and limits" in lines(fill(path, _report(note(1, question="Where?"))))
    assert "5. Assumptions and limits" in lines(fill(path, _report(note(1))))
    assert "Info" in told
    path.write_bytes(starting_template("zh", NOW))
    assert "七、假设与限制" in lines(fill(path, _report(language="zh")))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_letterhead_made_in_libreoffice_keeps_its_logo_and_brings_no_new_error(tmp_path, language):
    path = LETTERHEADS / f"letterhead-{language}.docx"
    data = fill(path, _report(language=language))
    before, after = parts(path.read_bytes()), parts(data)
    assert {name for name in before if name.startswith("word/media/") and before[name] == after[name]}
    assert "标题4" in "\n".join(lines(data))
    made = _kept(tmp_path, data)
    assert not audit(made) - audit(path)
    assert not integrity(made)


def test_our_parts_take_the_styles_of_the_house():
    data = fill(LETTERHEADS / "letterhead-zh.docx", _report(language="zh"))
    made, theirs = _styles(data), _styles((LETTERHEADS / "letterhead-zh.docx").read_bytes())
    assert b'<w:basedOn w:val="Heading2"></w:basedOn>' in made["FindingHeading"]
    assert b"w:rFonts" not in made["FindingHeading"]
    assert {number: made[number] for number in theirs} == theirs


def _styles(data: bytes) -> dict[str, bytes]:
    root = etree.fromstring(parts(data)["word/styles.xml"])
    return {style.get(f"{W}styleId"): etree.tostring(style, method="c14n") for style in root.iter(f"{W}style")}


def test_a_style_is_known_by_its_name_in_chinese(tmp_path):
    path = saved(tmp_path, "{{p findings_block }}", language="zh")
    styles = parts(path.read_bytes())["word/styles.xml"].replace(b'w:styleId="Heading2"', b'w:styleId="a7"')
    styles = styles.replace(b'<w:name w:val="heading 2"/>', '<w:name w:val="标题 2"/>'.encode())
    path.write_bytes(with_part(path.read_bytes(), {"word/styles.xml": styles}))
    made = parts(fill(path, _report(language="zh")))["word/styles.xml"].decode()
    assert re.search(r'w:styleId="FindingHeading"><w:name [^>]*/><w:basedOn w:val="a7"/>', made)


def test_a_link_to_a_finding_that_is_not_in_the_file_is_plain_words(tmp_path):
    alone = parts(_filled(tmp_path, "{{p table_block }}"))["word/document.xml"]
    both = parts(_filled(tmp_path, "{{p table_block }}", "{{p findings_block }}", "{{p missing_block }}"))[
        "word/document.xml"
    ]
    assert b" REF " not in alone
    assert b" REF " in both


def test_a_template_that_walks_without_end_is_stopped(tmp_path):
    deep = "{% for a in findings %}{% for b in findings %}{% for c in findings %}.{% endfor %}{% endfor %}{% endfor %}"
    value = _report(*(note(number, "") for number in range(1, 301)))
    with pytest.raises(TemplateFault, match="stopped"):
        fill(saved(tmp_path, deep), value)


def _kept(folder: Path, data: bytes) -> Path:
    path = folder / "made.docx"
    path.write_bytes(data)
    return path


def test_braces_that_are_no_tags_stay_as_they_are(tmp_path):
    code = "<w:p><w:r><w:instrText>MERGEFIELD {{ oops }} {% for x in y %}</w:instrText></w:r></w:p>"
    named = '<w:p><w:bookmarkStart w:id="5" w:name="{{oops}}"/><w:bookmarkEnd w:id="5"/></w:p>'
    data = _filled(tmp_path, "a {", "{b} %", "{{ matter.client }}", "} c", "}", code, named)
    assert lines(data) == ["a {", "{b} %", "Harbour Ltd", "} c", "}"]
    document = parts(data)["word/document.xml"].decode()
    assert "MERGEFIELD {{ oops }} {% for x in y %}" in document
    assert 'w:name="{{oops}}"' in document


def test_signs_of_our_own_in_a_note_do_no_harm(tmp_path):
    finding = note(1, title="a\U0010ff00b\U0010ff03\U0010ff03 matter.client \U0010ff04\U0010ff04\U0010ff05")
    data = _filled(tmp_path, "{%p for f in findings %}", "{{ f.title }}", "{%p endfor %}", value=_report(finding))
    assert lines(data) == ["a\ufffdb\ufffd\ufffd matter.client \ufffd\ufffd\ufffd"]


def test_a_number_that_outsiders_are_not_told_is_neither_more_nor_less(tmp_path):
    body = "{% if counts.critical > 0 or counts.critical + counts.high >= 0 %}some{% else %}none{% endif %}"
    value = _report(note(1, "请到前台询问", visibility=Visibility.OUTSIDE), profile="outside")
    assert lines(_filled(tmp_path, body, value=value)) == ["none"]


def test_a_condition_on_what_cannot_be_compared_is_told_so(tmp_path):
    with pytest.raises(TemplateFault, match="cannot be compared"):
        _filled(tmp_path, "{% if counts.total > matter.client %}x{% endif %}")


def _controls(data: bytes) -> list[tuple[str, str]]:
    """The mark and the words of each content control."""
    root = etree.fromstring(parts(data)["word/document.xml"])
    return [
        (made.find(f"{W}sdtPr/{W}tag").get(f"{W}val"), "".join(made.itertext(f"{W}t"))) for made in root.iter(f"{W}sdt")
    ]


def test_the_fields_of_a_finding_carry_its_mark_where_they_are_printed_first(tmp_path):
    value = _report(note(1, "请到前台询问", proposed_wording="One.\nTwo."))
    mark = value.findings[0].mark
    body = ("{%p for f in findings %}", "A {{ f.title }} B {{ f.issue }}", "{{ f.proposed_wording }}", "{%p endfor %}")
    data = _filled(tmp_path, *body, "{{p table_block }}", *body, value=value)
    assert _controls(data) == [
        (field_mark(mark, "title"), "标题1"),
        (field_mark(mark, "issue"), "问题之描述1。"),
        (field_mark(mark, "proposed_wording"), "One."),
        (field_mark(mark, "proposed_wording"), "Two."),
    ]
    assert lines(data)[:3] == ["A 标题1 B 问题之描述1。", "One.", "Two."]
    assert f'w:name="_c{field_mark(mark, "proposed_wording")}"' in parts(data)["word/document.xml"].decode()
    assert not audit(_kept(tmp_path, data))


def test_a_field_that_a_part_of_ours_tells_has_its_mark_there(tmp_path):
    value = _report(note(1, "请到前台询问"))
    body = ("{%p for f in findings %}", "{{ f.issue }}", "{%p endfor %}", "{{p findings_block }}")
    data = _filled(tmp_path, *body, value=value)
    tags = [tag for tag, _ in _controls(data)]
    assert tags.count(field_mark(value.findings[0].mark, "issue")) == 1


def test_a_whole_part_stands_in_a_report_once_whichever_way_a_condition_goes(tmp_path):
    either = ("{%p if missing %}", "{{p table_block }}", "{%p else %}", "{{p 问题一览表 }}", "{%p endif %}")
    assert "标题4" in "\n".join(lines(_filled(tmp_path, *either)))
    with pytest.raises(TemplateFault, match="twice"):
        _filled(tmp_path, "{{p table_block }}", "{{p 问题一览表 }}")


def test_a_part_that_is_not_printed_is_not_referred_to(tmp_path):
    hidden = ("{%p if false %}", "{{p wording_block }}", "{%p endif %}")
    assert "保存期限为一年。" in "\n".join(lines(_filled(tmp_path, "{{p missing_block }}", *hidden)))

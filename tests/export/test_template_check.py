"""A firm's template looked through: what is wrong, where, and what a stranger may not do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from export.templating.fields import (
    BLOCKS,
    ITEMS,
    LISTS,
    SECTIONS,
    Kind,
    Shape,
    names_after,
    plain_fields,
    top,
)
from export.templating.opening import open_template
from export.templating.problems import PROBLEMS, REMARKS, TEMPLATE_SENTENCES, TemplateFault
from export.word.names import R
from tests.export.memo_case import parts, report, review
from tests.export.template_files import box, fill, look_through, p, saved, table, template, told, with_part

TYPES = "[Content_Types].xml"
DOCUMENT = b"wordprocessingml.document.main+xml"


def _said(tmp_path: Path, *body: str, language: str = "en", **more: str) -> str:
    return "\n".join(problem.sentence(language) for problem in look_through(tmp_path, *body, **more).problems)


def test_a_template_in_order_has_no_problems_and_names_its_fields(tmp_path):
    found = look_through(tmp_path, "{{ matter.client }}", "{{ 审查结论 }}", "{{ matter.client }}")
    assert found.problems == ()
    assert found.fields == ("matter.client", "审查结论")


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("matter.clint", "matter.client"),
        ("mater.client", "matter.client"),
        ("client", "matter.client"),
        ("conclusions", "conclusion"),
        ("委托方", "委托人"),
        ("项目.委托", "项目.委托人"),
    ],
)
def test_an_unknown_field_is_named_with_the_one_most_like_it(tmp_path, written, near):
    said = _said(tmp_path, f"Dear {{{{ {written} }}}}")
    assert f"There is no field {written}. Did you mean {near}?" in said
    assert f"是否指 {near}？" in _said(tmp_path, f"{{{{ {written} }}}}", language="zh")


def test_an_unknown_field_of_a_finding_is_known_by_the_finding(tmp_path):
    body = ("{%p for f in findings %}", "{{ f.sevrity }}", "{%p endfor %}", "{{ f.title }}")
    said = _said(tmp_path, *body)
    assert "f.sevrity. Did you mean f.severity?" in said
    assert "There is no field f.title" in said


def test_a_field_like_no_other_gets_no_guess(tmp_path):
    assert told(tmp_path, "{{ xyzzy_qwerty }}") == ["unknown"]


def test_the_place_is_told_in_words_a_person_can_follow(tmp_path):
    body = (p("Our findings", style="Heading1"), table(("a", "b", "c"), ("d", "{{ oops }}", "f")))
    english = _said(tmp_path, *body, header="{{ ouch }}")
    assert "in the text, table 1, row 2, below “Our findings”, at “{{ oops }}”" in english
    assert "in the header, at “{{ ouch }}”" in english
    chinese = _said(tmp_path, *body, language="zh", header="{{ ouch }}")
    assert "正文第1个表格第2行“Our findings”之下，“{{ oops }}”处" in chinese
    assert "in a text box" in _said(tmp_path, box("{{ oops }}"), "{{ matter.client }}")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (("Dear {{ matter.client",), "unclosed"),
        (("Dear {{ matter.client }",), "unclosed"),
        (("{{ matter.client {{ report.date }}",), "unclosed"),
        (("{{ matter.", "client }}"), "unclosed"),
        (("{% if missing }}",), "unclosed"),
        (("Dear matter.client }}",), "unopened"),
        (("{{ }}",), "empty"),
        (("{{ matter client }}",), "syntax"),
        (("{% fro f in findings %}",), "syntax"),
        (("{%p for f in findings %}", "{{ f.title }}"), "not_ended"),
        (("{{ matter.client }}", "{%p endif %}"), "not_begun"),
        (("{%p for f in findings %}", "{%p endif %}"), "not_begun"),
        (("a {% for f in findings %}", "b {% endfor %}"), "torn"),
        (("{%p for f in findings %}", table(("{%p endfor %}", "", ""))), "torn"),
        (("{%tr for f in findings %}", "{%tr endfor %}"), "torn"),
        ((table(("{%tr for f in findings %}", "lost", ""), ("{{ f.title }}", "", ""), "{%tr endfor %}"),), "not_alone"),
        (("Hear: {%p if missing %}", "{%p endif %}"), "not_alone"),
        (("{{ findings }}",), "whole_list"),
        (("{{ matter }}",), "whole_list"),
        (("{%p for f in matter %}", "{%p endfor %}"), "no_list"),
        (("{%p for f in report.subject %}", "{%p endfor %}"), "no_list"),
        (("See {{ findings_block }}",), "block_alone"),
        (("{%p for f in findings %}", "{{p findings_block }}", "{%p endfor %}"), "block_alone"),
    ],
)
def test_what_is_broken_has_a_name(tmp_path, body, code):
    assert code in told(tmp_path, *body)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ matter.__class__ }}",
        "{{ matter['client'] }}",
        "{{ matter.client.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ matter|attr('client') }}",
        "{{ conclusion.format(1) }}",
        "{{ conclusion|safe }}",
        "{{ conclusion|center(1000000000) }}",
        "{{ conclusion|replace('a', 'aaaaaaaaaa') }}",
        "{{ findings|map(attribute='__class__')|join }}",
        "{{ 'x' * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ range(1000000000) }}",
        "{{ lipsum() }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self }}",
        "{% include 'secret.txt' %}",
        "{% import 'secret.txt' as s %}",
        "{% from 'secret.txt' import s %}",
        "{% extends 'secret.txt' %}",
        "{% set a = conclusion ~ conclusion %}",
        "{% macro m() %}{{ m() }}{% endmacro %}",
        "{% for f in findings recursive %}{{ loop(findings) }}{% endfor %}",
        "{% for a in 'aaaaaaaaaaaaaaaa' %}{% endfor %}",
        "{% for i in range(1000000000) %}x{% endfor %}",
        "{% raw %}{{ x }}{% endraw %}",
        "{% filter upper %}a{% endfilter %}",
        "{% autoescape false %}{{ conclusion }}{% endautoescape %}",
        "{% do matter.clear() %}",
        "{% for a in findings %}" * 4 + "{% endfor %}" * 4,
    ],
)
def test_a_strangers_code_is_refused_with_a_sentence(tmp_path, tag):
    path = saved(tmp_path, tag)
    with pytest.raises(TemplateFault) as caught:
        fill(path, report(*review()))
    assert caught.value.sentence("en")
    assert "模板" in caught.value.sentence("zh")


def test_what_would_be_lost_is_shown_as_it_was_written(tmp_path):
    said = _said(tmp_path, "Hear {{ matter.client }} {%p if missing %}", "{%p endif %}")
    assert "“Hear {{ matter.client }}” would be lost" in said


def test_what_a_lawyer_needs_is_not_refused(tmp_path):
    body = (
        "{% if counts.critical + counts.high > 2 and not matter.partner %}many{% endif %}",
        "{{ matter.partner or 'nobody' }} {{ matter.client|upper|default('-') }} {{ limits|join('; ') }}",
        "{{ findings|length }} {{ 'one' if findings|length == 1 else 'more' }}",
        "{%p for f in findings if f.severity_code in ('critical', “high”) %}",
        "{{ loop.index }} {{ f.title }}{% if not loop.last %};{% endif %}",
        "{%p else %}",
        "none",
        "{%p endfor %}",
        "{# a remark to ourselves #}",
        "{%p for f in missing %}{{ f.number }}, {%p endfor %}",
    )
    assert _said(tmp_path, *body) == ""


def test_a_template_without_fields_is_told_so(tmp_path):
    with pytest.raises(TemplateFault, match="no fields"):
        open_template(saved(tmp_path, "Dear Sirs"))


def _bytes(tmp_path: Path, data: bytes, name: str = "t.docx") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_files_that_are_no_templates_are_each_told_apart(tmp_path):
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as made:
        made.writestr("a.txt", "{{ matter.client }}")
    whole = template("{{ matter.client }}")
    cases = {
        "template_encrypted": ole + "EncryptedPackage".encode("utf-16-le"),
        "template_old": ole,
        "template_not_word": b"{{ matter.client }}",
        "template_damaged": whole[: len(whole) // 2],
    }
    for code, data in cases.items():
        with pytest.raises(TemplateFault) as caught:
            open_template(_bytes(tmp_path, data))
        assert caught.value.code == code
    with pytest.raises(TemplateFault) as caught:
        open_template(_bytes(tmp_path, zipped.getvalue()))
    assert caught.value.code in ("template_not_word", "template_damaged")
    with pytest.raises(TemplateFault, match="no file"):
        open_template(tmp_path / "nowhere.docx")


def test_a_damaged_part_and_one_that_expands_are_refused(tmp_path):
    whole = template("{{ matter.client }}")
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    for content in (b"<w:document", bomb):
        with pytest.raises(TemplateFault, match="damaged"):
            open_template(_bytes(tmp_path, with_part(whole, {"word/settings.xml": content})))


def test_a_dotx_is_taken_and_its_report_is_a_document(tmp_path):
    whole = template("{{ matter.client }}")
    types = parts(whole)[TYPES].replace(DOCUMENT, b"wordprocessingml.template.main+xml")
    path = _bytes(tmp_path, with_part(whole, {TYPES: types}), "letter.dotx")
    assert DOCUMENT in parts(fill(path, report(*review())))[TYPES]


def test_macros_are_left_out_and_said(tmp_path):
    whole = template("{{ matter.client }}")
    office = b"http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    link = b'<Relationship Id="rIdV" Type="' + office + b'" Target="vbaProject.bin"/></Relationships>'
    old, new = DOCUMENT, b"application/vnd.ms-word.document.macroEnabled.main+xml"
    changes = {
        "word/vbaProject.bin": b"MACRO",
        "word/_rels/document.xml.rels": parts(whole)["word/_rels/document.xml.rels"].replace(b"</Relationships>", link),
        TYPES: parts(whole)[TYPES]
        .replace(b"application/vnd.openxmlformats-officedocument." + old, new)
        .replace(
            b"<Default ", b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default ', 1
        ),
    }
    path = _bytes(tmp_path, with_part(whole, changes), "letter.docm")
    assert open_template(path).remarks[0] == "macros"
    made = parts(fill(path, report(*review())))
    assert "word/vbaProject.bin" not in made
    assert DOCUMENT in made[TYPES]


def test_the_way_to_the_firms_own_disk_is_taken_out(tmp_path):
    whole = template("{{ matter.client }}")
    settings = parts(whole)["word/settings.xml"]
    rels = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="file:///C:/Users/j.doe/House.dotx" TargetMode="External"/></Relationships>'
    )
    mark = f'<w:attachedTemplate xmlns:r="{R}" r:id="rId1"/>'.encode()
    named = settings.replace(b"<w:defaultTabStop", mark + b"<w:defaultTabStop")
    changes = {"word/settings.xml": named, "word/_rels/settings.xml.rels": rels}
    made = parts(fill(_bytes(tmp_path, with_part(whole, changes)), report(*review())))
    assert not any(b"j.doe" in data for data in made.values())
    assert b"attachedTemplate" not in made["word/settings.xml"]


def test_comments_and_tracked_changes_left_in_a_template_are_remarked(tmp_path):
    inserted = '<w:p><w:ins w:id="9" w:author="x"><w:r><w:t>{{ matter.client }}</w:t></w:r></w:ins></w:p>'
    assert open_template(saved(tmp_path, inserted)).remarks == ("changes",)
    assert open_template(saved(tmp_path, "text", header="{{ matter.client }}")).remarks == ("no_body",)


def test_every_sentence_is_there_in_both_languages():
    for table_of in (PROBLEMS, REMARKS, TEMPLATE_SENTENCES):
        assert all(english.strip() and chinese.strip() for english, chinese in table_of.values())


def test_the_page_for_lawyers_names_every_field():
    page = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")
    for english, chinese, field in plain_fields():
        assert f"| `{{{{ {english} }}}}` | {field.about} |" in page
        assert f"| `{{{{ {chinese} }}}}` | {field.about_chinese} |" in page
    for field in BLOCKS:
        assert f"`{{{{p {field.name} }}}}`" in page
        assert f"`{{{{p {field.chinese} }}}}`" in page
    for field in [field for fields in ITEMS.values() for field in fields] + [field for field, _ in LISTS.values()]:
        assert f"| `{field.name}` |" in page
        assert f"| `{field.chinese}` |" in page


def test_no_name_means_two_things():
    for names in ([*top()], *([*names_after(Shape(Kind.SECTION, name))] for name in (*SECTIONS, *ITEMS))):
        assert all(name.isidentifier() for name in names)
    assert len(top()) == 2 * (len(SECTIONS) + len(LISTS) + len(BLOCKS)) + sum(map(len, SECTIONS.values())) + 2
    for fields in (*SECTIONS.values(), *ITEMS.values()):
        spelt = [name for field in fields for name in (field.name, field.chinese)]
        assert len(spelt) == len(set(spelt))

"""Templates put together by chance: each is filled in to a sound file or refused with a sentence, and nothing else."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from export.templating.problems import TemplateFault
from tests.export.memo_case import W, parts, report, review
from tests.export.template_files import box, fill, p, saved, table

PIECES = st.sampled_from([
    "{{ matter.client }}", "{{ 委托人 }}", "{{ f.title }}", "{{ f.proposed_wording }}", "{{ conclusion }}", "{{", "}}",
    "{%", "%}", "{", "}", "{%p for f in findings %}", "{%p endfor %}", "{% for f in missing %}", "{% endfor %}",
    "{%tr for f in findings %}", "{%tr endfor %}", "{%tc for f in findings %}", "{%tc endfor %}", "{%p if missing %}",
    "{%p else %}", "{%p endif %}", "{% if f %}", "{% endif %}", "{{p findings_block }}", "{{p table_block }}",
    "{{r f.title }}", "{%r if missing %}", "{% cellbg f.colour %}", "{# remark #}", "words", "｛｛ 审查结论 ｝｝",
    "{{- 'a' -}}",
    "{{ limits|join(', ') }}", "{{ loop.index }}", "{% else %}", "&<>\"'", "%", "#}", "{{p matter.client }}",
])  # fmt: skip
RUNS = st.lists(PIECES, min_size=1, max_size=4)
PARAGRAPHS = RUNS.map(lambda runs: p(*runs))
CELLS = RUNS.map("".join)
TABLES = st.lists(st.one_of(CELLS, st.tuples(CELLS, CELLS, CELLS)), min_size=1, max_size=4).map(
    lambda rows: table(*rows)
)
BODIES = st.lists(st.one_of(PARAGRAPHS, TABLES, CELLS.map(box)), min_size=1, max_size=8)


INNER = st.sampled_from([
    p("{{ f.ti", "tle }} and {{ 委托人 }}"), p("{{ f.proposed_wording }}"),
    table(("{{ f.issue }}", "{{ loop.index }}", "x")), p("{{ limits|join('; ') }}"),
    p("{% if f.severity %}{{ f.severity }}{% else %}none{% endif %}"), box("{{ f.title }}"),
    table("{%tr for d in documents %}", ("{{ d.title }}", "{{ d.file }}", "{% cellbg f.colour %}"), "{%tr endfor %}"),
])  # fmt: skip
OUTER = st.sampled_from([p("{{ conclusion }}"), p("plain {"), p("")])
ENDS = st.permutations([p("{{p findings_block }}"), p("{{p table_block }}"), p("{{p counts_block }}")])


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    told = st.lists(inner, min_size=1, max_size=3).map("".join)
    return st.one_of(
        told.map(lambda said: p("{%p if missing %}") + said + p("{%p else %}") + said + p("{%p endif %}")),
        told.map(lambda said: p("{% for q in questions %}") + said + p("{% endfor %}")),
    )


LOOPS = st.lists(st.one_of(INNER, _around(INNER)), min_size=1, max_size=4).map(
    lambda said: p("{%p for f in findings %}") + "".join(said) + p("{%p endfor %}")
)
WELL = st.tuples(st.lists(st.one_of(OUTER, LOOPS), min_size=1, max_size=5), ENDS).map(
    lambda said: [p("{{ matter.client }}"), *said[0], *said[1]]
)


def _made(body: list[str]) -> bytes | None:
    """The filled template, None for one that was refused with a sentence in both languages."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            return fill(saved(Path(folder), *body), report(*review()))
        except TemplateFault as fault:
            told = fault.sentence("en"), fault.sentence("zh")
    return None if all(told) else b""


def _is_sound(made: bytes) -> None:
    document = etree.fromstring(parts(made)["word/document.xml"])
    told = etree.tostring(document, encoding="unicode")
    assert not any("\U0010ff00" <= sign <= "\U0010ff0f" for sign in told)
    assert "ClausemarkPart" not in told
    assert all(cell[-1].tag == f"{W}p" for cell in document.iter(f"{W}tc"))
    assert all(part.getparent().tag != f"{W}p" for part in document.iter(f"{W}p", f"{W}tbl"))
    assert all(run.getparent().tag not in (f"{W}r", f"{W}tc", f"{W}body") for run in document.iter(f"{W}r"))
    ids = [mark.get(f"{W}id") for mark in document.iter(f"{W}bookmarkStart")]
    assert len(ids) == len(set(ids))
    assert sorted(ids) == sorted(mark.get(f"{W}id") for mark in document.iter(f"{W}bookmarkEnd"))


@pytest.mark.fuzz
@pytest.mark.timeout(300)
@settings(max_examples=300)
@given(BODIES)
def test_whatever_a_template_says_it_is_filled_in_or_refused(body):
    made = _made(body)
    if made is not None:
        _is_sound(made)


@pytest.mark.fuzz
@pytest.mark.timeout(300)
@settings(max_examples=150)
@given(WELL)
def test_what_is_well_written_is_filled_in(body):
    made = _made(body)
    assert made is not None
    _is_sound(made)

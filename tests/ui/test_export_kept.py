"""What was chosen at the last export is found again, matter by matter, whatever became of the file it is kept in."""

from __future__ import annotations

import json

import pytest

from ui.export_kept import Kept, KeptExports

CHOSEN = Kept(
    product="gap",
    suffix=".pdf",
    profile="internal",
    language="zh",
    look="official",
    sections=("findings", "conclusion"),
    wording="redline",
    author="firm",
    template="/x/ours.docx",
    folder="/x/out",
)


def test_choices_come_back_for_their_matter_and_no_other(tmp_path):
    path = tmp_path / "exports.json"
    KeptExports(path).keep("one", CHOSEN)
    assert KeptExports(path).of("one") == CHOSEN
    assert KeptExports(path).of("two") == Kept(template="/x/ours.docx")


def test_the_file_holds_no_id_of_a_matter(tmp_path):
    path = tmp_path / "exports.json"
    KeptExports(path).keep("6d1f-matter", CHOSEN)
    assert "6d1f" not in path.read_text(encoding="utf-8")


def test_the_matter_that_was_exported_longest_ago_goes_first(tmp_path):
    kept = KeptExports(tmp_path / "exports.json")
    for number in range(401):
        kept.keep(str(number), Kept(product="memo"))
    assert kept.of("0") == Kept()
    assert kept.of("1") == kept.of("400") == Kept(product="memo")


@pytest.mark.parametrize("text", ["", "[", "[1]", '"x"', '{"a": 3}', "\udcff"])
def test_a_damaged_file_costs_the_choices_alone(tmp_path, text):
    path = tmp_path / "exports.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    kept = KeptExports(path)
    assert kept.of("one") == Kept()
    kept.keep("one", CHOSEN)
    assert kept.of("one") == CHOSEN


def test_what_cannot_be_meant_is_what_is_usual(tmp_path):
    path = tmp_path / "exports.json"
    kept = KeptExports(path)
    kept.keep("one", CHOSEN)
    entries = json.loads(path.read_text(encoding="utf-8"))
    key = next(name for name in entries if name != "template")
    entries[key] |= {"profile": "all", "sections": ["findings", "gone", 3], "wording": 7, "look": None}
    path.write_text(json.dumps(entries), encoding="utf-8")
    found = kept.of("one")
    assert (found.profile, found.sections, found.wording, found.look) == ("", ("findings",), "", "")
    assert found.product == "gap"


def test_a_place_that_cannot_be_written_costs_nothing(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    for path in (tmp_path / "file" / "exports.json", None):
        KeptExports(path).keep("one", CHOSEN)
        assert KeptExports(path).of("one") == Kept()

"""The memo of changes: what changed between two versions, and what it means for the findings."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from annotations.matter import OpenMatter
from annotations.model import Reviewer
from export.change_memo.fates import Lot
from export.change_memo.memo import ChangeMemo, change_memo_of
from export.change_memo.page import page_of_changes
from export.errors import ExportError
from export.run import ExportOptions, export, job_of
from tests.export.changed_policies import INSIDE, NEW, OLD, REASON, REMARK, add, changed, policy
from tests.export.memo_case import NOW, W, parts, words
from tests.export.test_memo_golden import _told as told_by_parts
from tools.word_checkers import audit, integrity

Made = tuple[OpenMatter, dict[str, str]]


@pytest.fixture(params=["en", "zh"])
def made(request, tmp_path: Path, reviewer: Reviewer, clock: Callable[[], datetime]) -> Made:
    with OpenMatter.create(tmp_path / f"{request.param}.clausemark", reviewer, clock) as matter:
        yield matter, {"language": request.param, **changed(matter, request.param)}


def _options(matter: OpenMatter, **said: object) -> ExportOptions:
    return ExportOptions(reviewer=matter.reviewer, now=NOW, **{"language": "en", **said})


def _memo(matter: OpenMatter, **said: object) -> ChangeMemo:
    return change_memo_of(job_of(matter, "changes", _options(matter, **said)))


def _file(matter: OpenMatter, **said: object) -> Path:
    out = matter.path.with_name("out.docx")
    export(matter, out, "changes", _options(matter, **said))
    return out


def _words(path: Path) -> str:
    return words(etree.fromstring(parts(path.read_bytes())["word/document.xml"]))


def test_a_changed_number_and_a_modal_word_are_what_to_look_at_first(made: Made) -> None:
    matter, known = made
    first = _memo(matter, language=known["language"]).changes.most[0]
    assert {sign.code for sign in first.signs} >= {"number", "modal"}
    assert known["kept"] in first.notes


def test_what_only_moved_or_has_another_number_is_told_in_short(made: Made) -> None:
    changes = _memo(made[0]).changes
    assert len(changes.moves) == 1
    assert changes.renumbered
    assert not {one.change.id for one in changes.told} & {one.change.id for one in changes.moves}


def test_findings_are_cured_only_by_their_status_and_open_otherwise(made: Made) -> None:
    matter, known = made
    memo = _memo(matter)
    lots = {lot: {fate.finding.uid for fate in memo.lot(lot)} for lot in Lot}
    assert lots[Lot.CURED] == {known["contacts"]}
    assert lots[Lot.NEW] == {known["new"]}
    assert lots[Lot.OPEN] == {known[name] for name in ("kept", "copy", "sell", "desk", "missing", "inside")}


def test_what_was_decided_says_who_and_an_undecided_alert_is_to_be_looked_at_again(made: Made) -> None:
    matter, known = made
    fates = {fate.finding.uid: fate for fate in _memo(matter).fates}
    cured = fates[known["contacts"]]
    assert cured.decision == "resolved"
    assert cured.placed is not None
    assert cured.placed.by == matter.reviewer.name
    assert not cured.to_look_at
    assert fates[known["sell"]].to_look_at
    assert "negation" in fates[known["sell"]].alerts
    assert not fates[known["copy"]].to_look_at


def test_a_finding_closed_before_the_new_version_came_is_no_news(tmp_path, reviewer, clock) -> None:
    with OpenMatter.create(tmp_path / "m.clausemark", reviewer, clock) as matter:
        document = matter.add_document(policy(OLD["en"]), OLD["en"].encode(), "a.txt")
        closed = add(matter, policy(OLD["en"]), "sell your data", title="Closed", status="open")
        matter.edit(closed.uid, status="resolved")
        matter.add_version(document.uid, policy(NEW["en"]), NEW["en"].encode(), "b.txt")
        assert _memo(matter).fates == ()
        matter.edit(closed.uid, status="open")
        matter.edit(closed.uid, status="resolved")
        assert _memo(matter).fates == ()


def test_readers_get_only_what_is_meant_for_them(made: Made) -> None:
    matter, known = made
    inside, client = _words(_file(matter)), _words(_file(matter, profile="client", author="firm"))
    outside = _words(_file(matter, profile="outside", language=known["language"]))
    assert INSIDE in inside
    for told in (inside, client, outside):
        assert REMARK not in told
        assert REASON not in told
    for told in (client, outside):
        assert INSIDE not in told
    assert f"({matter.reviewer.name}, 2" not in client
    for secret in (
        "Example Client",
        "云杉读书会",
        matter.reviewer.name,
        "Resolved",
        "已整改（",
        "Critical",
        "严重",
        "a number changed",
        "数字有变",
    ):
        assert secret not in outside


def test_every_file_is_valid_and_the_same_again(made: Made) -> None:
    matter, known = made
    for look in {"en": ("classic", "modern"), "zh": ("firm", "official")}[known["language"]]:
        out = _file(matter, language=known["language"], look=look)
        first = out.read_bytes()
        assert not audit(out)
        assert not integrity(out)
        assert _file(matter, language=known["language"], look=look).read_bytes() == first


def test_every_reference_leads_somewhere_and_headings_stay_with_what_follows(made: Made) -> None:
    matter, known = made
    root = etree.fromstring(parts(_file(matter, language=known["language"]).read_bytes())["word/document.xml"])
    named = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    asked = {one.get(f"{W}instr").split()[1] for one in root.iter(f"{W}fldSimple") if "REF" in one.get(f"{W}instr")}
    assert len(named) == len(set(named))
    assert asked <= set(named)


def test_other_versions_can_be_named_and_one_version_alone_is_one_sentence(made: Made) -> None:
    matter, known = made
    document = matter.documents()[0]
    third = NEW[known["language"]].replace("60", "70")
    matter.add_version(document.uid, policy(third), third.encode(), "third.txt")
    assert _memo(matter).old.version == 2
    assert (_memo(matter, older="1", newer="third.txt").old.version, _memo(matter, older="1").new.version) == (1, 3)
    for said, code in (
        ({"older": "3", "newer": "2"}, "not_earlier"),
        ({"newer": "1"}, "first_version"),
        ({"newer": "9"}, "no_version"),
    ):
        with pytest.raises(ExportError) as refused:
            _memo(matter, **said)
        assert refused.value.code == code


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_part_says_what_it_said(language: str, tmp_path, clock) -> None:
    """`CLAUSEMARK_GOLDEN=write pytest` writes the files anew, to be looked at before they are kept."""
    reviewer = Reviewer("A. Okafor", "AO") if language == "en" else Reviewer("林若水", "LRS")
    with OpenMatter.create(tmp_path / "m.clausemark", reviewer, clock) as matter:
        changed(matter, language)
        made = parts(_file(matter, language=language, profile="client").read_bytes())
    told = "\n".join(told_by_parts(made)) + "\n"
    path = Path(__file__).parent / "golden" / f"changes-{language}.txt"
    if os.environ.get("CLAUSEMARK_GOLDEN") == "write":
        path.write_text(told, encoding="utf-8")
    assert told.splitlines() == path.read_text(encoding="utf-8").splitlines()


def test_a_document_of_one_version_is_refused_with_a_sentence(tmp_path, reviewer, clock) -> None:
    with OpenMatter.create(tmp_path / "m.clausemark", reviewer, clock) as matter:
        matter.add_document(policy(OLD["en"]), OLD["en"].encode(), "notice.txt")
        with pytest.raises(ExportError) as refused:
            _file(matter)
    assert "only one version" in refused.value.sentence("en")
    assert "只有一个版本" in refused.value.sentence("zh")


def test_versions_with_the_same_words_are_said_to_be_the_same(tmp_path, reviewer, clock) -> None:
    with OpenMatter.create(tmp_path / "m.clausemark", reviewer, clock) as matter:
        document = matter.add_document(policy(OLD["en"]), OLD["en"].encode(), "a.txt")
        matter.add_version(document.uid, policy(OLD["en"]), OLD["en"].encode() + b"\n", "b.txt")
        assert "The texts of the two versions are the same." in _words(_file(matter))


def test_the_page_says_what_the_word_file_says(made: Made) -> None:
    matter, known = made
    told = repr(page_of_changes(_memo(matter, language=known["language"])))
    body = etree.fromstring(parts(_file(matter, language=known["language"]).read_bytes())["word/document.xml"])
    for piece in body.iter(f"{W}t"):
        assert repr(piece.text)[1:-1] in told


def test_the_workbook_lists_the_changes_where_there_are_two_versions(made: Made, tmp_path: Path) -> None:
    matter, known = made
    sheets = {}
    for profile in ("client", "outside"):
        out = tmp_path / f"{profile}.xlsx"
        export(matter, out, "xlsx", _options(matter, language=known["language"], profile=profile))
        book = load_workbook(out)
        sheets[profile] = book["变更" if known["language"] == "zh" else "Changes"]
    rows = [[cell.value for cell in row] for row in sheets["client"].iter_rows()]
    changed_number = next(row for row in rows if "60" in str(row[4]))
    assert "30" in changed_number[3]
    assert "60" in changed_number[5]
    assert changed_number[6] == "1"
    assert {sheets["outside"].cell(row, 6).value for row in range(4, 12)} <= {None, ""}
    text = repr([[cell.value for cell in row] for row in sheets["outside"].iter_rows()])
    assert not any(secret in text for secret in (INSIDE, REMARK, REASON))

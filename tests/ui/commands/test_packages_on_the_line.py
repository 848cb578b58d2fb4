"""A part of a matter is sent and its answer taken back, without a window."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from annotations.lock import MatterLock
from annotations.matter import OpenMatter
from annotations.model import Reviewer
from tests.ui.commands.conftest import COMMON
from ui.commands.command import moment
from ui.commands.samples import sample_policy


def answered(path: Path) -> None:
    """Let a colleague work in a package."""
    with OpenMatter.open(path, Reviewer("Bo Lindqvist", "BL"), lambda: moment("2026-11-23T09:00:00+01:00")) as part:
        (first, *_) = part.notes()
        part.edit(first.uid, title="Better title")
        part.reply(first.uid, "I agree")
        part.add_note(first.document, title="One more")
        part.edit(first.uid, private_remark="mine alone")


def test_a_part_goes_out_and_stands_in_the_register(run, matter, tmp_path):
    out = tmp_path / "for-bo"
    told = ["--notes", "1-3", "--for", "Bo", "--due", "2026-11-30", "--message", "Clause 2, please", "--json"]
    code, answer, _ = run("package", matter, out, *told, *COMMON)
    assert code == 0
    values = json.loads(answer)
    written = tmp_path / "for-bo.clausemark"
    assert values["files"] == [str(written)]
    assert len(values["notes"]) == 3
    assert values["registered"] is True
    assert values["stays"]["unchosen"] > 0
    (line,) = json.loads(run("register", matter, "--json")[1])["sent"]
    assert (line["product"], line["file_name"], line["sent_to"]) == ("package", "for-bo.clausemark", "Bo")
    assert line["sha256"] == hashlib.sha256(written.read_bytes()).hexdigest()
    assert run("check", written)[0] == 0


def test_the_answer_comes_back_with_all_that_came_said(run, matter, tmp_path):
    written = tmp_path / "for-bo.clausemark"
    told = ["--notes", "1-3", "--for", "Bo", "--due", "2026-11-30"]
    assert run("package", matter, written, *told, *COMMON)[0] == 0
    answered(written)
    code, answer, _ = run("merge", matter, written, "--json", *COMMON)
    values = json.loads(answer)
    assert (code, values["added"]) == (0, 1)
    (came,) = values["packages"]
    assert (came["for"], came["due"], came["authors"]) == ("Bo", "2026-11-30", ["Bo Lindqvist"])
    assert (len(came["notes"]), len(came["replies"]), [one["field"] for one in came["changed"]]) == (1, 1, ["title"])
    assert [one["field"] for one in came["left_out"]] == ["private_remark"]
    code, words, _ = run("merge", matter, written, *COMMON)
    assert code == 0
    assert "is the answer" in words
    assert "nothing that is not here already" in words
    assert "没有新的内容" not in words
    assert "送审" in run("merge", matter, written, "--language", "zh", *COMMON)[1]
    assert run("check", matter)[0] == 0


def test_in_a_folder_it_is_named_after_the_document_and_never_replaces(run, matter, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    for _ in range(2):
        assert run("package", matter, folder, "--profile", "client", "--language", "zh", *COMMON)[0] == 0
    names = sorted(held.name for held in folder.iterdir())
    assert len(names) == 2
    assert all("送审包_客户版_20261122" in name and "matter" not in name for name in names)
    code, _, complaint = run("package", matter, folder / names[0], *COMMON)
    assert code == 1
    assert "is there already" in complaint


def test_faults_are_one_sentence_each(run, matter, tmp_path):
    out = tmp_path / "part.clausemark"
    for words, sentence in (
        (["--notes", "99"], "No note is “99”"),
        (["--notes", "severity=none"], "No note is “severity=none”"),
        (["--document", "absent.docx"], "There is no document"),
    ):
        code, _, complaint = run("package", matter, out, *words, *COMMON)
        assert (code, sentence in complaint, complaint.count("\n")) == (1, True, 1)
        assert not out.exists()
    assert run("package", matter, out, *COMMON)[0] == 0
    stranger = tmp_path / "stranger.clausemark"
    run("add", stranger, tmp_path / sample_policy("zh")[0], *COMMON)
    code, _, complaint = run("merge", stranger, out, *COMMON)
    assert (code, "another matter" in complaint, complaint.count("\n")) == (1, True, 1)


def test_a_matter_open_elsewhere_sends_a_part_and_says_it_is_in_no_register(run, matter, tmp_path):
    lock = MatterLock(matter)
    lock.acquire("Somebody", moment("2026-11-22T14:02:00+08:00"))
    try:
        out = tmp_path / "part.clausemark"
        code, words, _ = run("package", matter, out, *COMMON)
        assert code == 0
        assert "not into the register" in words
        code, _, complaint = run("merge", matter, out, *COMMON)
        assert (code, "is open already" in complaint) == (1, True)
    finally:
        lock.release()

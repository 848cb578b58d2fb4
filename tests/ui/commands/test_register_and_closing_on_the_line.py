"""What was sent, removing for good and closing, without a window."""

from __future__ import annotations

import json

from annotations.lock import MatterLock
from tests.ui.commands.conftest import COMMON
from ui.commands.command import moment


def test_every_export_stands_in_the_register(run, matter, tmp_path):
    told = ["--as", "csv", "--profile", "client", "--sent-to", "Ms Chen", "--json", *COMMON]
    assert json.loads(run("export", matter, tmp_path / "a.csv", *told)[1])["registered"] is True
    run("export", matter, tmp_path / "b.jsonld", "--as", "jsonld", *COMMON)
    (first, second) = json.loads(run("register", matter, "--json")[1])["sent"]
    assert (first["file_name"], first["sent_to"], first["sent_by"]) == ("a.csv", "Ms Chen", "Ana Okafor")
    assert (first["profile"], second["product"], len(first["sha256"])) == ("client", "jsonld", 64)
    assert first["versions"][0]["name"].endswith(".txt") or first["versions"][0]["name"]
    code, out, _ = run("register", matter, "--csv", tmp_path / "register.csv")
    assert code == 0
    assert "a.csv" in out
    assert "Ms Chen" in (tmp_path / "register.csv").read_text("utf-8-sig")


def test_looking_through_an_export_writes_no_line(run, matter, tmp_path):
    run("export", matter, tmp_path / "a.csv", "--as", "csv", "--check", *COMMON)
    assert json.loads(run("register", matter, "--json")[1])["sent"] == []
    assert run("register", matter)[1].strip() == "Nothing was sent yet."


def test_a_matter_that_is_open_elsewhere_is_exported_and_said_not_to_be_registered(run, matter, tmp_path):
    lock = MatterLock(matter)
    lock.acquire("Wu", moment("2026-11-22T14:02:00+08:00"))
    try:
        code, out, _ = run("export", matter, tmp_path / "a.csv", "--as", "csv", *COMMON)
    finally:
        lock.release()
    assert code == 0
    assert (tmp_path / "a.csv").exists()
    assert "not into the register" in out
    assert json.loads(run("register", matter, "--json")[1])["sent"] == []


def test_a_document_is_removed_for_good_or_only_hidden(run, matter, tmp_path):
    (tmp_path / "other.txt").write_text("zaffre " * 50)
    run("add", matter, tmp_path / "other.txt", *COMMON)
    assert "still in the file" in run("remove", matter, "other.txt", *COMMON)[1]
    assert b"zaffre" in matter.read_bytes()
    matter.with_name("matter 2.clausemark").write_bytes(matter.read_bytes())
    code, out, _ = run("remove", matter, "other.txt", "--for-good", "--json", *COMMON)
    assert code == 0
    assert json.loads(out)["copies"] == ["matter 2.clausemark"]
    assert b"zaffre" not in matter.read_bytes()
    assert run("check", matter)[0] == 0
    code, _, err = run("remove", matter, "other.txt", "--for-good", *COMMON)
    assert code == 1
    assert err.count("\n") == 1


def test_a_matter_is_closed_into_one_folder_and_never_into_a_full_one(run, matter, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    run("export", matter, out / "a.csv", "--as", "csv", *COMMON)
    told = json.loads(run("close", matter, tmp_path / "closed", "--exports", out, "--json", *COMMON)[1])
    assert told["missing"] == []
    assert "Sent/1 a.csv" in told["files"]
    assert run("close", matter, tmp_path / "closed", *COMMON)[0] == 1
    code, said, _ = run("close", matter, tmp_path / "归档", "--language", "zh", *COMMON)
    assert code == 0
    assert "已发出但未找到：a.csv" in said
    assert (tmp_path / "归档" / "改动记录.html").exists()


def test_merging_a_removal_in_says_what_is_gone_here_too(run, matter, tmp_path):
    (tmp_path / "other.txt").write_text("zaffre " * 50)
    run("add", matter, tmp_path / "other.txt", *COMMON)
    copy = tmp_path / "copy.clausemark"
    copy.write_bytes(matter.read_bytes())
    run("remove", copy, "other.txt", "--for-good", *COMMON)
    code, out, _ = run("merge", matter, copy, *COMMON)
    assert code == 0
    assert "here too now: 1 documents" in out
    assert b"zaffre" not in matter.read_bytes()

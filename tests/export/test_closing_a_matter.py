"""A closed matter is one folder that can be read without the program, and whose every byte can be checked."""

import csv
import hashlib
import re
import shutil
import subprocess

import pytest

from annotations.matter import OpenMatter
from annotations.model import Reviewer
from documents.model import Span
from export.archive.audit_trail import audit_trail
from export.archive.closing import Closing, close_matter
from export.archive.words import FIELDS, NAMES, WORDS
from export.errors import ExportError
from export.run import ExportOptions, export
from tests.annotations.conftest import TickingClock, made_policy

LIN = Reviewer("林一", "LY")


@pytest.fixture
def matter(tmp_path):
    clock = TickingClock()
    with OpenMatter.create(tmp_path / "案件.clausemark", LIN, clock) as opened:
        policy = made_policy()
        document = opened.add_document(policy, policy.text.encode(), "政策: 一.txt")
        note = opened.add_note(document.uid, [Span(0, 4)], issue="<b>bold</b> & wild", private_remark="只供内部")
        opened.edit(note.uid, severity="high")
        opened.reply(note.uid, "yes")
        opened.mark_read(document.uid, "一", read=True)
        yield opened


def closing(matter, *, language="en", places=()):
    return Closing(now=matter._journal.clock(), who="林一", language=language, places=places)


def sent(matter, out):
    options = ExportOptions(reviewer=LIN, now=matter._journal.clock(), profile="client")
    report = export(matter, out, "csv", options)
    return matter.record_sent(**report.sent)


def test_an_export_says_what_the_register_keeps_of_it(matter, tmp_path):
    one = sent(matter, tmp_path / "issues.csv")
    assert one.sha256 == hashlib.sha256((tmp_path / "issues.csv").read_bytes()).hexdigest()
    assert (one.product, one.profile, one.file_name) == ("csv", "client", "issues.csv")
    assert one.versions == (matter.document().latest.uid,)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_everything_is_in_the_folder_and_every_file_has_its_fingerprint(matter, tmp_path, language):
    sent(matter, tmp_path / "issues.csv")
    folder = tmp_path / "closed"
    closed = close_matter(matter, folder, closing(matter, language=language, places=[tmp_path]))
    at = 1 if language == "zh" else 0
    names = {code: pair[at] for code, pair in NAMES.items()}
    assert (folder / names["originals"] / "1 政策 一.txt").read_bytes() == matter.original(matter.document().latest.uid)
    assert (folder / names["sent"] / "1 issues.csv").read_bytes() == (tmp_path / "issues.csv").read_bytes()
    assert (folder / "案件.clausemark").read_bytes() == matter.path.read_bytes()
    assert "只供内部" not in (folder / names["notes"]).read_text("utf-8")
    assert matter.path.name in (folder / names["read_me"]).read_text("utf-8")
    with (folder / names["register"]).open(encoding="utf-8-sig", newline="") as table:
        assert len(list(csv.reader(table))) == 2
    assert closed.missing == ()
    listed = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert set(closed.files) == listed
    sums = dict(reversed(line.split("  ", 1)) for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines())
    assert set(sums) == listed - {"SHA256SUMS"}
    if shutil.which("sha256sum"):
        told = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=folder, check=False, capture_output=True)
        assert told.returncode == 0


def test_what_was_changed_or_moved_since_it_was_sent_is_named_as_missing(matter, tmp_path):
    one = sent(matter, tmp_path / "issues.csv")
    (tmp_path / "issues.csv").write_text("another")
    folder = tmp_path / "closed"
    assert close_matter(matter, folder, closing(matter, places=[tmp_path])).missing == (one,)
    assert "issues.csv" in (folder / "Read me.txt").read_text("utf-8")


def test_a_folder_that_holds_something_is_refused_and_nothing_is_left_beside_it(matter, tmp_path):
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "mine.txt").write_text("x")
    with pytest.raises(ExportError) as refusal:
        close_matter(matter, folder, closing(matter))
    assert refusal.value.code == "folder_taken"
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    (folder / "mine.txt").unlink()
    assert close_matter(matter, folder, closing(matter)).folder == folder
    assert not list(tmp_path.glob(".clausemark-*"))


def test_closing_that_fails_leaves_nothing(matter, tmp_path, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("export.archive.closing.shutil.copyfile", full)
    with pytest.raises(ExportError) as refusal:
        close_matter(matter, tmp_path / "closed", closing(matter))
    assert refusal.value.code == "disk_full"
    assert not (tmp_path / "closed").exists()
    assert not list(tmp_path.glob(".clausemark-*"))


def test_a_closed_matter_opens_and_is_in_order(matter, tmp_path):
    close_matter(matter, tmp_path / "closed", closing(matter))
    with OpenMatter.open(tmp_path / "closed" / matter.path.name, LIN, TickingClock(), read_only=True) as again:
        assert again.check() == ()
        assert again.notes() == matter.notes()


def test_the_audit_trail_tells_who_changed_what_from_what_to_what(matter):
    page = audit_trail("案件", matter.changes(), now=matter._journal.clock(), who="林一", language="zh").decode()
    assert "&lt;b&gt;bold" in page
    assert "<b>" not in page
    rows = re.findall(r"<tr.*?</tr>", page)
    changed = next(row for row in rows if "中风险" in row and "高风险" in row and "改" not in row)
    assert "林一" in changed
    assert "批注 1" in changed
    assert any("已读条款：一" in row for row in rows)
    assert page.count("http") == 0


def test_words_removed_for_good_are_told_as_that(matter):
    matter.erase_document(matter.document().uid)
    page = audit_trail("案件", matter.changes(), now=matter._journal.clock(), who="", language="en").decode()
    assert "words removed for good" in page
    assert "wild" not in page


def test_every_word_of_it_is_there_in_both_languages():
    for table in (NAMES, WORDS, FIELDS):
        for english, chinese in table.values():
            assert english
            assert chinese
    for code, (_english, chinese) in WORDS.items():
        assert re.search(r"[\u4e00-\u9fff]", chinese), code

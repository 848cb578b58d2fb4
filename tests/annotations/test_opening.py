"""What cannot be opened is refused with a sentence, and nothing is changed; who writes is alone."""

import json
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

from annotations import schema
from annotations.errors import MatterError
from annotations.matter import OpenMatter
from annotations.model import Reviewer

OLDER = schema.CURRENT
"""The version of the file that a newer program finds."""
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def refusal_of(path, lin, clock, **how) -> MatterError:
    with pytest.raises(MatterError) as refusal:
        OpenMatter.open(path, lin, clock, **how)
    return refusal.value


@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_not_a_matter_is_refused_by_its_own_sentence(tmp_path, lin, clock, read_only):
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "text").write_text("hello, this is no database at all")
    (tmp_path / "short").write_bytes(b"SQLite format 3\0")
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE t (a)")
    other.close()
    codes = {
        "nowhere": "not_found",
        ".": "folder",
        "empty": "empty",
        "text": "not_a_matter",
        "short": "damaged",
        "other.db": "not_a_matter",
    }
    for name, code in codes.items():
        refusal = refusal_of(tmp_path / name, lin, clock, read_only=read_only)
        assert refusal.code == code, name
        assert refusal.sentence("zh") != refusal.sentence("en")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "other.db", "short", "text"]


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.usefixtures("document")
def test_a_truncated_matter_is_damaged(matter, matter_path, lin, clock, read_only):
    matter.close()
    whole = matter_path.read_bytes()
    for size in (150, len(whole) // 2, len(whole) - 1):
        matter_path.write_bytes(whole[:size])
        assert refusal_of(matter_path, lin, clock, read_only=read_only).code == "damaged", size
    assert [path.name for path in matter_path.parent.iterdir()] == [matter_path.name]


def test_garbage_inside_a_matter_is_damage_and_never_a_traceback(matter, document, matter_path, reopen):
    for _ in range(20):
        matter.add_note(document.uid, issue="很长的问题" * 50)
    matter.close()
    whole, codes = matter_path.read_bytes(), set()
    for page in range(1, len(whole) // 4096):
        matter_path.write_bytes(whole[: page * 4096] + b"\xa5" * 4096 + whole[(page + 1) * 4096 :])
        try:
            with reopen() as opened:
                opened.notes()
                assert opened.check()
        except MatterError as refusal:
            codes.add(refusal.code)
    assert codes == {"damaged"}


def test_a_matter_of_a_newer_program_is_refused(matter, matter_path, lin, clock):
    matter.close()
    with sqlite3.connect(matter_path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = matter_path.read_bytes()
    for read_only in (False, True):
        assert refusal_of(matter_path, lin, clock, read_only=read_only).code == "newer"
    assert matter_path.read_bytes() == before
    assert len(list(matter_path.parent.iterdir())) == 1


def add_a_colour(db) -> None:
    db.conn.execute("ALTER TABLE documents ADD COLUMN colour TEXT NOT NULL DEFAULT ''")


def fails_half_way(db) -> None:
    add_a_colour(db)
    raise sqlite3.OperationalError("no such thing")


@pytest.fixture
def newer_program(monkeypatch):
    def with_step(step):
        monkeypatch.setattr(schema, "STEPS", [*schema.STEPS, step])
        monkeypatch.setattr(schema, "CURRENT", schema.CURRENT + 1)

    return with_step


def test_an_older_matter_is_migrated_after_a_backup_beside_it(matter, document, matter_path, newer_program, reopen):
    note = matter.add_note(document.uid, issue="old")
    matter.close()
    before = matter_path.read_bytes()
    newer_program(add_a_colour)
    with reopen() as opened:
        assert opened.notes() == (note,)
    backup = matter_path.with_name(f"审阅 one (backup of version {OLDER}).clausemark")
    assert sorted(path.name for path in matter_path.parent.iterdir()) == sorted([matter_path.name, backup.name])
    with sqlite3.connect(backup) as kept:
        assert kept.execute("PRAGMA user_version").fetchone() == (OLDER,)
        assert kept.execute("SELECT issue FROM notes").fetchall() == [("old",)]
    kept.close()
    assert matter_path.read_bytes() != before


@pytest.mark.usefixtures("document")
def test_a_migration_that_fails_leaves_the_matter_as_it_was(matter, matter_path, newer_program, reopen):
    matter.close()
    with sqlite3.connect(matter_path) as connection:
        tables = connection.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
    connection.close()
    newer_program(fails_half_way)
    with pytest.raises(sqlite3.OperationalError):
        reopen()
    with sqlite3.connect(matter_path) as connection:
        assert connection.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall() == tables
        assert connection.execute("PRAGMA user_version").fetchone() == (OLDER,)
    connection.close()


def test_an_older_matter_is_read_without_touching_it(matter, document, matter_path, newer_program, reopen):
    note = matter.add_note(document.uid, issue="old")
    matter.close()
    before = matter_path.read_bytes()
    newer_program(add_a_colour)
    with reopen(read_only=True) as opened:
        assert opened.notes() == (note,)
    assert matter_path.read_bytes() == before
    assert len(list(matter_path.parent.iterdir())) == 1


def test_a_second_writer_is_refused_and_told_who_has_it(matter, matter_path, clock, lin, okafor):
    refusal = refusal_of(matter_path, okafor, clock)
    assert refusal.code == "locked"
    assert lin.name in refusal.sentence("en")
    assert platform.node() in refusal.sentence("zh")
    with OpenMatter.open(matter_path, okafor, clock, read_only=True) as second:
        assert (second.read_only, second.holder.user, second.holder.machine) == (True, lin.name, platform.node())
        with pytest.raises(MatterError):
            second.take_over()
        matter.close()
        assert second.holder is None
        second.take_over()
        assert not second.read_only
        second.set_matter(client="晴川")
    assert len(list(matter_path.parent.iterdir())) == 1


def test_a_lock_left_by_another_machine_stands_until_it_is_broken_by_hand(matter, matter_path, clock, lin, reopen):
    matter.close()
    note = matter_path.with_name(f"{matter_path.name}.lock.json")
    note.write_text(json.dumps({"user": "Wu", "machine": "elsewhere-7", "since": "2026-01-02T03:04:05+00:00"}))
    assert "elsewhere-7" in refusal_of(matter_path, lin, clock).sentence()
    OpenMatter.break_lock(matter_path)
    with reopen() as opened:
        assert not opened.read_only
        with pytest.raises(MatterError):
            OpenMatter.break_lock(matter_path)


def test_a_lock_of_a_process_that_died_here_is_taken_over(matter, matter_path, reopen):
    matter.close()
    script = textwrap.dedent("""
        import os, sys
        from datetime import UTC, datetime
        from pathlib import Path
        from annotations.matter import OpenMatter
        from annotations.model import Reviewer
        OpenMatter.open(Path(sys.argv[1]), Reviewer("Zoe"), lambda: datetime.now(UTC))
        os._exit(9)
    """)
    subprocess.run([sys.executable, "-c", script, str(matter_path)], check=False, timeout=50)
    assert len(list(matter_path.parent.iterdir())) > 1
    with reopen() as opened:
        assert not opened.read_only
    assert len(list(matter_path.parent.iterdir())) == 1


def test_reading_writes_nothing_even_where_nothing_may_be_written(matter, document, matter_path, reopen):
    note = matter.add_note(document.uid, issue="x")
    matter.close()
    folder = matter_path.parent
    before, times = matter_path.read_bytes(), matter_path.stat()
    matter_path.chmod(0o444)
    folder.chmod(0o555)
    try:
        with reopen(read_only=True) as opened:
            assert opened.notes() == (note,)
            assert opened.search("x")
            assert opened.check() == ()
            assert not opened.can_undo
    finally:
        folder.chmod(0o755)
        matter_path.chmod(0o644)
    assert matter_path.read_bytes() == before
    assert matter_path.stat().st_mtime_ns == times.st_mtime_ns
    assert len(list(folder.iterdir())) == 1


@pytest.fixture
def plain_folder():
    """A folder of an ordinary user, and that user at work in it also where the tests run as root."""
    import filelock._unix  # noqa: F401

    import documents.reading  # noqa: F401 - an ordinary user may not be able to read the modules later

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "work")
        folder.mkdir()
        if not AS_ROOT:
            yield folder
            return
        Path(name).chmod(0o755)
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
        try:
            yield folder
        finally:
            os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_without_permission_to_write_a_matter_can_still_be_read(plain_folder, policy, lin, clock):
    path = plain_folder / "m.clausemark"
    with OpenMatter.create(path, lin, clock) as matter:
        note = matter.add_note(matter.add_document(policy, b"x", "x.txt").uid)
    before = path.stat()
    path.chmod(0o444)
    assert refusal_of(path, lin, clock).code == "no_permission"
    plain_folder.chmod(0o555)
    assert refusal_of(path, lin, clock).code == "no_permission"
    with OpenMatter.open(path, lin, clock, read_only=True) as opened:
        assert opened.notes() == (note,)
        assert opened.search("阅读")
    with pytest.raises(MatterError) as refusal:
        OpenMatter.create(plain_folder / "new.clausemark", lin, clock)
    assert refusal.value.code == "no_permission"
    path.chmod(0o000)
    assert refusal_of(path, lin, clock, read_only=True).code == "no_permission"
    assert (path.stat().st_mtime_ns, path.stat().st_size) == (before.st_mtime_ns, before.st_size)
    assert [found.name for found in plain_folder.iterdir()] == [path.name]
    plain_folder.chmod(0o755)


def test_a_matter_made_in_a_folder_that_is_not_there_is_refused(tmp_path, lin, clock):
    with pytest.raises(MatterError) as refusal:
        OpenMatter.create(tmp_path / "no" / "m.clausemark", lin, clock)
    assert refusal.value.code == "not_found"


def test_a_full_disk_loses_nothing_and_leaves_nothing_half_done(matter, document):
    note = matter.add_note(document.uid, issue="kept")
    db = matter._store._db
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages}")
    before = matter.changes()
    long = "很长的一段话" * 5000
    wishes = [
        lambda: matter.edit(note.uid, issue=long),
        lambda: matter.add_note(document.uid, issue=long),
        lambda: matter.reply(note.uid, long),
        lambda: matter.save_draft(note.uid, "issue", long),
        lambda: matter.set_matter(scope=long),
    ]
    for wish in wishes:
        with pytest.raises(MatterError) as refusal:
            wish()
        assert refusal.value.code == "disk_full"
        assert refusal.value.sentence("zh") == "磁盘空间不足。此前保存的内容仍在；请腾出空间后重试。"
        assert matter.notes() == (note,)
        assert matter.changes() == before
    db.execute("PRAGMA max_page_count = 100000")
    assert matter.add_note(document.uid, issue=long).number == 2
    assert matter.undo().label == "add_note"
    assert matter.check() == ()


def test_a_matter_copied_while_it_is_open_is_whole(matter, document, matter_path, tmp_path, clock):
    for number in range(5):
        matter.add_note(document.uid, issue=str(number))
        copy = tmp_path / f"copy {number}.clausemark"
        shutil.copyfile(matter_path, copy)
        with OpenMatter.open(copy, Reviewer("Copy"), clock) as opened:
            assert opened.notes() == matter.notes()
            assert opened.check() == ()


def test_a_new_matter_may_be_read_by_whom_the_folder_lets(tmp_path, lin, clock):
    old = os.umask(0o022)
    try:
        OpenMatter.create(tmp_path / "m.clausemark", lin, clock).close()
    finally:
        os.umask(old)
    if os.name == "posix":
        assert (tmp_path / "m.clausemark").stat().st_mode & 0o777 == 0o644

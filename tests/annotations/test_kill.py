"""A process that is killed loses nothing it had acknowledged, and leaves a file that opens."""

import random
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time

import pytest

from annotations.matter import OpenMatter
from annotations.model import Reviewer

WORK = textwrap.dedent("""
    import random, sys
    from datetime import UTC, datetime
    from pathlib import Path
    from annotations.matter import OpenMatter
    from annotations.model import Reviewer

    draw = random.Random(int(sys.argv[2]))
    matter = OpenMatter.open(Path(sys.argv[1]), Reviewer("killed"), lambda: datetime.now(UTC))
    document = matter.document().uid
    print("open", flush=True)
    while True:
        notes = matter.notes()
        deeds = ["add", "undo", "redo", "draft"] + ["edit", "delete", "reply", "many"] * bool(notes)
        deed = draw.choice(deeds)
        note = draw.choice(notes).uid if notes else ""
        if deed == "add":
            matter.add_note(document, issue="x" * draw.randrange(9000))
        elif deed == "undo":
            matter.undo()
        elif deed == "redo":
            matter.redo()
        elif deed == "draft":
            matter.save_draft("n", "issue", "y" * draw.randrange(9000))
        elif deed == "edit":
            matter.edit(note, issue=str(draw.random()))
        elif deed == "delete":
            matter.delete_note(note)
        elif deed == "reply":
            matter.reply(note, "r")
        else:
            matter.edit_many([n.uid for n in notes], owner=str(draw.random()))
        changes = len(matter._journal.store._all("SELECT 1 FROM changes"))
        print(changes, [(n.uid, n.number, n.issue, n.owner, len(n.replies)) for n in matter.notes()], flush=True)
""")


def killed_run(path, seed: int, seconds: float) -> tuple[int, str]:
    """Let a process work, kill it, and return what it last said was on disk."""
    with subprocess.Popen(
        [sys.executable, "-c", WORK, str(path), str(seed)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout.readline() == "open\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        said = [line for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    if not said:
        return 0, ""
    changes, _, notes = said[-1].strip().partition(" ")
    return int(changes), notes


def told(matter) -> str:
    return str([(n.uid, n.number, n.issue, n.owner, len(n.replies)) for n in matter.notes()])


def check_after_kills(matter, path, clock, seeds) -> None:
    matter.close()
    for seed in seeds:
        acknowledged, notes = killed_run(path, seed, random.Random(seed).uniform(0.05, 0.4))
        with OpenMatter.open(path, Reviewer("killed"), clock) as opened:
            assert opened.check() == ()
            changes = len(opened.changes())
            assert changes >= acknowledged
            if changes == acknowledged:
                assert told(opened) == notes
        assert [found.name for found in path.parent.iterdir()] == [path.name]


@pytest.mark.kill
@pytest.mark.timeout(300)
@pytest.mark.usefixtures("document")
def test_nothing_acknowledged_is_lost_when_the_process_is_killed(matter, matter_path, clock):
    check_after_kills(matter, matter_path, clock, range(12))


def hot_journal(path) -> None:
    """Die in the middle of a change, with half of it in the file already."""
    script = textwrap.dedent("""
        import os, sqlite3, sys
        db = sqlite3.connect(sys.argv[1], isolation_level=None)
        db.execute("PRAGMA cache_size = 2")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE notes SET issue = 'half' || hex(randomblob(20000))")
        db.execute("CREATE TABLE half AS SELECT hex(randomblob(200000)) AS a")
        os._exit(9)
    """)
    subprocess.run([sys.executable, "-c", script, str(path)], check=False, timeout=50)
    assert path.with_name(f"{path.name}-journal").stat().st_size > 0


def test_a_change_that_was_cut_off_half_way_is_rolled_back_at_opening(matter, document, matter_path, reopen):
    for _ in range(20):
        matter.add_note(document.uid, issue="whole" * 500)
    notes = matter.notes()
    matter.close()
    hot_journal(matter_path)
    before = {path.name: path.read_bytes() for path in matter_path.parent.iterdir()}
    with reopen(read_only=True) as reader:
        assert reader.notes() == notes
    assert {path.name: path.read_bytes() for path in matter_path.parent.iterdir()} == before
    with reopen() as writer:
        assert writer.notes() == notes
        assert writer.check() == ()
    assert [path.name for path in matter_path.parent.iterdir()] == [matter_path.name]


def test_an_empty_journal_of_a_killed_writer_is_gone_after_the_next_opening(matter, matter_path, reopen):
    matter.close()
    matter_path.with_name(f"{matter_path.name}-journal").write_bytes(b"")
    with reopen(read_only=True):
        assert len(list(matter_path.parent.iterdir())) == 2
    with reopen():
        pass
    assert [path.name for path in matter_path.parent.iterdir()] == [matter_path.name]


def test_the_file_is_written_with_the_strongest_settings(matter):
    db: sqlite3.Connection = matter._store._db
    settings = {
        name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "secure_delete")
    }
    assert settings == {"journal_mode": "delete", "synchronous": 2, "secure_delete": 1}
    assert matter.path.stat().st_size % 4096 == 0


MERGE = textwrap.dedent("""
    import sys
    from datetime import UTC, datetime
    from pathlib import Path
    from annotations.matter import OpenMatter
    from annotations.model import Reviewer

    matter = OpenMatter.open(Path(sys.argv[1]), Reviewer("killed"), lambda: datetime.now(UTC))
    print("open", flush=True)
    matter.merge(*map(Path, sys.argv[2:]))
    print("merged", flush=True)
""")


@pytest.mark.kill
@pytest.mark.timeout(120)
def test_a_merge_that_is_killed_has_taken_each_copy_in_whole_or_not_at_all(matter, document, tmp_path, clock):
    import shutil

    matter.add_note(document.uid, issue="first")
    matter.close()
    copies = []
    for name in "bc":
        copies.append(tmp_path / f"{name}.clausemark")
        shutil.copyfile(matter.path, copies[-1])
        with OpenMatter.open(copies[-1], Reviewer(name), clock) as other:
            for number in range(150):
                other.add_note(document.uid, issue=f"{name}{number}")
    draw, seen = random.Random(7), set()
    for _ in range(8):
        path = tmp_path / "killed.clausemark"
        shutil.copyfile(matter.path, path)
        with subprocess.Popen(
            [sys.executable, "-c", MERGE, str(path), *map(str, copies)], stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout.readline() == "open\n"
            time.sleep(draw.uniform(0.0, 0.4))
            process.send_signal(signal.SIGKILL)
        with OpenMatter.open(path, Reviewer("killed"), clock) as opened:
            assert opened.check() == ()
            seen.add(len(opened.notes()))
            assert len(opened.notes()) in (1, 151, 301)
            opened.merge(*copies)
            assert len(opened.notes()) == 301
    assert seen

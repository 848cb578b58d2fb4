"""Two copies grown from one merge to the same matter, whoever merges and however often."""

import random
import shutil

import pytest

from annotations.checking import _kept
from annotations.errors import MatterError
from annotations.matter import OpenMatter
from annotations.model import Reviewer, Severity
from documents.model import Block, BlockKind, PolicyDocument, Span


def rows_of(matter) -> dict:
    return {
        "rows": _kept(matter._store),
        "numbers": matter._store.numbers(),
        "read": matter._store.read_clauses(),
        "bytes": sorted(matter._store._all("SELECT sha256 FROM originals")),
        "readings": sorted(matter._store._all("SELECT version FROM readings")),
    }


@pytest.fixture
def parted(matter, document, tmp_path, reopen):
    matter.add_note(document.uid, [Span(0, 4)], issue="first")
    matter.close()
    theirs = tmp_path / "theirs.clausemark"
    shutil.copyfile(matter.path, theirs)
    with reopen() as ours, OpenMatter.open(theirs, Reviewer("A. Okafor", "AO"), matter._journal.clock) as other:
        yield ours, other


def merged_both_ways(one, other, tmp_path, clock):
    first, second = tmp_path / "first.clausemark", tmp_path / "second.clausemark"
    shutil.copyfile(one.path, first)
    shutil.copyfile(other.path, second)
    found = []
    for base, more in ((first, other.path), (second, one.path)):
        with OpenMatter.open(base, Reviewer("M"), clock) as matter:
            matter.merge(more)
            found.append(rows_of(matter))
            assert matter.check() == ()
            before = matter.changes()
            assert matter.merge(more).changes == 0
            assert matter.changes() == before
    return found


def test_what_either_side_did_is_there_and_both_orders_give_the_same_rows(parted, tmp_path, clock, policy):
    ours, theirs = parted
    (note,) = ours.notes()
    ours.edit(note.uid, severity=Severity.HIGH)
    theirs.edit(note.uid, title="T")
    theirs.reply(note.uid, "r")
    theirs.add_document(policy, b"another", "another.txt")
    one, other = merged_both_ways(ours, theirs, tmp_path, clock)
    assert one == other
    report = ours.merge(theirs.path)
    assert report.conflicts == ()
    assert report.added == 0
    merged = ours.note(note.uid)
    assert (merged.severity, merged.title, merged.replies[0].text) == (Severity.HIGH, "T", "r")
    assert ours.policy(ours.document("another.txt").latest.uid).text == policy.text
    assert ours.original(ours.document("another.txt").latest.uid) == b"another"


def test_two_notes_of_one_number_are_both_kept_and_the_numbers_are_the_same_in_both_orders(parted, tmp_path, clock):
    ours, theirs = parted
    document = ours.document().uid
    mine = [ours.add_note(document, issue=f"mine {n}") for n in range(3)]
    others = [theirs.add_note(document, issue=f"theirs {n}") for n in range(2)]
    one, other = merged_both_ways(ours, theirs, tmp_path, clock)
    assert one == other
    report = ours.merge(theirs.path)
    assert report.added == 2
    numbers = [note.number for note in ours.notes()]
    assert sorted(numbers) == [1, 2, 3, 4, 5, 6]
    unmoved = [n for n in (*mine, *others) if ours.note(n.uid).number == n.number]
    assert len(unmoved) == 3
    standing = {note.uid: note.number for note in ours.notes()}
    new = ours.add_note(document)
    assert new.number == 7
    assert {uid: ours.note(uid).number for uid in standing} == standing


def test_two_who_changed_the_same_field_are_a_conflict_until_someone_decides(parted):
    ours, theirs = parted
    (note,) = ours.notes()
    ours.edit(note.uid, issue="ours", title="same")
    theirs.edit(note.uid, issue="theirs", title="same")
    assert ours.merge(theirs.path).conflicts == ((note.uid, "issue"),)
    shown = ours.note(note.uid).issue
    assert shown in ("ours", "theirs")
    assert ours.conflicts() == ((note.uid, "issue"),)
    theirs.merge(ours.path)
    assert theirs.note(note.uid).issue == shown
    ours.edit(note.uid, issue=shown)
    assert ours.conflicts() == ()
    assert theirs.merge(ours.path).conflicts == ()
    assert theirs.conflicts() == ()


def test_a_note_deleted_here_and_edited_there_is_reported(parted):
    ours, theirs = parted
    (note,) = ours.notes()
    ours.delete_note(note.uid)
    theirs.edit(note.uid, issue="still needed")
    assert ours.merge(theirs.path).conflicts == ((note.uid, "deleted"),)
    assert theirs.merge(ours.path).conflicts == ((note.uid, "deleted"),)
    assert ours.notes() == theirs.notes() == ()


def test_a_whole_merge_is_one_step_of_undo(parted):
    ours, theirs = parted
    (note,) = ours.notes()
    document = ours.document().uid
    ours.add_note(document, issue="mine")
    ours.edit(note.uid, issue="ours")
    theirs.edit(note.uid, issue="theirs", title="T")
    theirs.add_note(document, issue="new")
    theirs.set_matter(client="C")

    def state():
        return [(n.uid, n.issue, n.title) for n in ours.notes()], ours.matter()

    before = state()
    ours.merge(theirs.path)
    after = state()
    outcome = ours.undo()
    assert (outcome.label, outcome.conflicts) == ("merge", ())
    assert state() == before
    assert ours.redo().label == "merge"
    assert state() == after
    ours.undo()
    assert ours.undo().label == "edit"
    assert ours.note(note.uid).issue == "first"
    assert ours.check() == ()
    assert ours.merge(theirs.path).changes == 0


def test_undo_of_a_merge_leaves_what_was_changed_since(parted, okafor):
    ours, theirs = parted
    (note,) = ours.notes()
    theirs.edit(note.uid, issue="theirs", title="T")
    ours.merge(theirs.path)
    ours.reviewer = okafor
    ours.edit(note.uid, issue="decided")
    ours.reviewer = Reviewer("林一")
    ours._journal.session = "another"
    ours._journal.reviewer = Reviewer("林一")
    assert ours.undo().conflicts == ((note.uid, "issue"),)
    assert (ours.note(note.uid).issue, ours.note(note.uid).title) == ("decided", "")


def test_three_copies_give_the_same_numbers_however_they_are_merged(parted, tmp_path, clock):
    ours, theirs = parted
    paths = {"a": ours.path, "b": theirs.path, "c": tmp_path / "third.clausemark"}
    shutil.copyfile(ours.path, paths["c"])
    for name, path in paths.items():
        if name == "c":
            with OpenMatter.open(path, Reviewer(name), clock) as opened:
                opened.add_note(opened.document().uid, issue=name)
        else:
            opened = ours if name == "a" else theirs
            opened.add_note(opened.document().uid, issue=name)
    found = []
    for order in ("abc", "acb", "bac", "bca", "cab", "cba"):
        base = tmp_path / f"{order}.clausemark"
        shutil.copyfile(paths[order[0]], base)
        with OpenMatter.open(base, Reviewer("M"), clock) as matter:
            for name in order[1:]:
                matter.merge(paths[name])
            found.append(rows_of(matter))
    nested = tmp_path / "nested.clausemark"
    pair = tmp_path / "pair.clausemark"
    shutil.copyfile(paths["a"], nested)
    shutil.copyfile(paths["b"], pair)
    with OpenMatter.open(pair, Reviewer("M"), clock) as matter:
        matter.merge(paths["c"])
    with OpenMatter.open(nested, Reviewer("M"), clock) as matter:
        matter.merge(pair)
        found.append(rows_of(matter))
    assert all(rows == found[0] for rows in found)


def test_the_same_review_imported_on_both_sides_is_one_set_of_notes(parted):
    from annotations.interchange import read_notes

    ours, theirs = parted
    incoming = read_notes(b'[{"id": "A", "issue": "x"}, {"id": "B", "issue": "y"}]', "en")
    for matter in (ours, theirs):
        matter.import_notes(matter.document().uid, incoming)
    (theirs_a,) = [n for n in theirs.notes() if n.source_id == "A"]
    theirs.edit(theirs_a.uid, issue="better")
    report = ours.merge(theirs.path)
    assert report.added == 0
    assert [n.issue for n in ours.notes()] == ["first", "better", "y"]


def test_a_matter_is_not_merged_with_itself_nor_with_an_altered_one(parted, tmp_path):
    ours, theirs = parted
    with pytest.raises(MatterError) as refusal:
        ours.merge(ours.path)
    assert refusal.value.code == "same_matter"
    theirs.edit(theirs.notes()[0].uid, issue="x")
    theirs._store._db.execute("UPDATE changes SET after = '\"y\"' WHERE field = 'issue'")
    before = ours.changes()
    with pytest.raises(MatterError) as refusal:
        ours.merge(theirs.path)
    assert refusal.value.code == "damaged"
    assert ours.changes() == before
    with pytest.raises(MatterError) as refusal:
        ours.merge(tmp_path / "nowhere.clausemark")
    assert refusal.value.code == "not_found"


def made_policy() -> PolicyDocument:
    text = "一份政策\n第一条 内容\n"
    return PolicyDocument("一份政策", "text", "zh", text, (Block(BlockKind.PARAGRAPH, Span(0, 4)),))


def act(matter, draw: random.Random) -> None:
    """Do one random thing, the way a reviewer would."""
    if not matter.documents():
        draw.choice(
            [matter.redo, lambda: matter.add_document(made_policy(), made_policy().text.encode(), "policy.txt")]
        )()
        return
    document, notes = matter.documents()[0].uid, matter.notes()
    note = draw.choice(notes).uid if notes else ""
    word = draw.choice("甲乙丙丁")
    deeds = [
        lambda: matter.add_note(document, issue=word),
        matter.undo,
        matter.redo,
        lambda: matter.set_matter(client=word),
        lambda: matter.mark_read(document, word, draw.random() < 0.5),
    ]
    if note:
        deeds += [
            lambda: matter.edit(note, issue=word),
            lambda: matter.edit(note, visit="v", title=word),
            lambda: matter.edit_many([n.uid for n in notes], owner=word),
            lambda: matter.delete_note(note),
            lambda: matter.reply(note, word),
        ]
    draw.choice(deeds)()


def run_apart(parted, tmp_path, clock, seed: int, steps: int) -> None:
    draw = random.Random(seed)
    ours, theirs = parted
    for _ in range(steps):
        act(draw.choice(parted), draw)
        if draw.random() < 0.05:
            ours.merge(theirs.path)
        if draw.random() < 0.05:
            theirs.merge(ours.path)
    for matter in parted:
        assert matter.check() == (), seed
    one, other = merged_both_ways(ours, theirs, tmp_path, clock)
    assert one == other, seed


@pytest.mark.parametrize("seed", range(6))
def test_random_work_on_two_copies_merges_to_the_same_rows_in_both_orders(parted, tmp_path, clock, seed):
    run_apart(parted, tmp_path, clock, seed, 40)


@pytest.mark.fuzz
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(100, 140))
def test_much_random_work_on_two_copies_merges_to_the_same_rows_in_both_orders(parted, tmp_path, clock, seed):
    run_apart(parted, tmp_path, clock, seed, 150)


def test_two_matters_that_never_were_one_meet_over_the_same_policy(parted, tmp_path, clock):
    ours, _ = parted
    policy, data = made_policy(), b"the same bytes"
    with OpenMatter.create(tmp_path / "stranger.clausemark", Reviewer("S"), clock) as stranger:
        theirs = stranger.add_document(policy, data, "same.txt")
        note = stranger.add_note(theirs.uid, [Span(0, 2)], issue="from elsewhere")
        mine = ours.add_document(policy, data, "same.txt")
        report = ours.merge(stranger.path)
        assert (report.added, report.conflicts) == (1, ())
        assert [n.uid for n in ours.notes(mine.uid)] == [note.uid]
        assert ours.check() == ()

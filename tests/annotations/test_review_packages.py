"""A review package holds what was chosen and nothing else, and its answer comes back as if written in the matter."""

import json
import random
import shutil
import sqlite3
import zlib
from pathlib import Path

import pytest

from annotations import file
from annotations.errors import MatterError
from annotations.matter import OpenMatter
from annotations.model import Review, Reviewer, Severity, Status, Visibility
from annotations.package_choice import chosen_notes
from annotations.package_making import Sending, choose, copied_anchor, make_package
from documents.model import Span
from tests.annotations.conftest import made_policy

COLLEAGUE = Reviewer("Ada Colleague", "AC")
OTHER_TEXT = "zaffreothertext 另一份文件 " * 40
NEVER = (
    "zaffreothertext", "zaffreothertitle", "zaffreotherfile", "zaffreothernote", "zaffreunchosen", "zaffreoldtitle",
    "zaffreoldissue", "zaffreremark", "zaffredraft", "zaffreclient", "zaffreaddressee", "zaffreclause", "zaffregone",
    "zaffresentto", "zaffreundone", "zaffreoldversion", "zaffreauthor", "zaffretranslated", "zaffreoldfrom",
)  # fmt: skip
INSIDE = ("zaffrereply", "zaffrerule", "zaffrefrom", "zaffreinternal")
OF_THE_CLIENT = ("zaffreissue", "zaffreowner", "zaffrecategory", "zaffrerecommendation")


@pytest.fixture
def full(matter, policy):
    """A matter in which everything that a package may not hold bears a marker word; its chosen notes."""
    matter.reviewer = Reviewer("zaffreauthor")
    other = matter.add_document(made_policy(OTHER_TEXT, "zaffreothertitle"), OTHER_TEXT.encode(), "zaffreotherfile.txt")
    matter.add_note(other.uid, [Span(0, 10)], issue="zaffreothernote")
    matter.mark_read(other.uid, "zaffreclause", read=True)
    matter.reviewer = Reviewer("林一", "LY")
    older = "zaffreoldversion 旧条款。\n" + policy.text
    document = matter.add_document(made_policy(older), older.encode(), "policy.txt", received_from="zaffreoldfrom")
    chosen = matter.add_note(document.uid, [Span(22, 26)], title="zaffreoldtitle", visibility=Visibility.OUTSIDE)
    matter.edit(chosen.uid, title="Chosen title", issue="zaffreoldissue", private_remark="zaffreremark")
    matter.edit(chosen.uid, issue="zaffreissue", owner="zaffreowner", category="zaffrecategory", rules=("zaffrerule",))
    matter.edit(chosen.uid, recommendation="zaffrerecommendation", severity=Severity.HIGH)
    matter.edit(chosen.uid, translations={"en": {"title": "kept", "private_remark": "zaffretranslated"}})
    matter.reply(chosen.uid, "zaffrereply")
    matter.add_version(document.uid, policy, policy.text.encode(), "policy.txt", received_from="zaffrefrom")
    inside = matter.add_note(document.uid, title="zaffreinternal", visibility=Visibility.INTERNAL)
    matter.add_note(document.uid, [Span(5, 8)], issue="zaffreunchosen", visibility=Visibility.OUTSIDE)
    matter.delete_note(matter.add_note(document.uid, issue="zaffregone").uid)
    matter.edit(chosen.uid, consequence="zaffreundone")
    matter.undo()
    matter.set_matter(client="zaffreclient", addressee="zaffreaddressee")
    matter.record_sent(product="memo", file_name="m.docx", sha256="0", profile="client", sent_to="zaffresentto")
    matter.save_draft(chosen.uid, "issue", "zaffredraft")
    return matter.document(document.uid), (chosen.uid, inside.uid)


def words_in(path: Path, words: tuple[str, ...]) -> list[str]:
    """Look for words in the bytes of a file and in all that is compressed in it, whatever their coding."""
    data = [path.read_bytes()]
    with sqlite3.connect(path) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        cells = [cell for table in tables for row in connection.execute(f"SELECT * FROM {table}") for cell in row]
    connection.close()
    for cell in cells:
        if isinstance(cell, bytes):
            data.append(cell)
            try:
                data.append(zlib.decompress(cell))
            except zlib.error:
                continue
    coded = {word: (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")) for word in words}
    return [word for word, codes in coded.items() if any(code in held for code in codes for held in data)]


def package_of(matter, document, notes, out: Path, **told):
    return make_package(matter, Sending(document=document.uid, notes=notes, **told), out, matter._journal.clock())


BYTES = {
    "internal": (NEVER, (*INSIDE, *OF_THE_CLIENT, "Chosen title")),
    "client": ((*NEVER, *INSIDE), (*OF_THE_CLIENT, "Chosen title")),
    "outside": ((*NEVER, *INSIDE, *OF_THE_CLIENT, "林一"), ("Chosen title",)),
}


@pytest.mark.parametrize("profile", BYTES)
def test_no_byte_of_a_package_holds_what_was_not_chosen(matter, full, tmp_path, profile):
    never, holds = BYTES[profile]
    document, notes = full
    out = tmp_path / "part.clausemark"
    made = package_of(matter, document, notes, out, profile=profile, message="please look")
    assert words_in(out, never) == []
    assert words_in(out, holds) == list(holds)
    assert str(matter.path.stem) not in out.read_bytes().decode("utf-8", "replace")
    assert sorted(held.name for held in tmp_path.iterdir() if "part" in held.name or held.suffix == ".new") == [
        out.name
    ]
    assert made.package.profile == profile


def test_for_outsiders_no_id_of_the_matter_stands_in_it(matter, full, tmp_path):
    document, notes = full
    out = tmp_path / "part.clausemark"
    package_of(matter, document, notes, out, profile="outside")
    secret = matter.secrets(document.uid)[0]
    assert words_in(out, (*notes, secret)) == []


def test_a_package_opens_as_any_matter_and_says_what_it_is(matter, full, tmp_path, clock):
    document, notes = full
    out = tmp_path / "part.clausemark"
    package_of(matter, document, notes, out, sent_to="Ada", due="2026-04-01", message="Clause 2, please")
    with OpenMatter.open(out, COLLEAGUE, clock) as part:
        assert part.check() == ()
        assert [d.uid for d in part.documents()] == [document.uid]
        assert part.original(document.latest.uid) == matter.original(document.latest.uid)
        assert part.policy(document.latest.uid).text == matter.policy(document.latest.uid).text
        assert {note.uid for note in part.notes()} == set(notes)
        chosen = part.note(notes[0])
        assert (chosen.number, chosen.title, chosen.severity) == (2, "Chosen title", Severity.HIGH)
        assert [reply.text for reply in chosen.replies] == ["zaffrereply"]
        mark = part.package()
        assert mark is not None
        assert (mark.sent_to, mark.due, mark.message, mark.sent_by) == ("Ada", "2026-04-01", "Clause 2, please", "林一")
        assert not part.can_undo
        assert part.add_note(document.uid).number == matter.add_note(document.uid).number
    assert matter.package() is None


def test_what_stays_is_counted_before_anything_is_written(matter, full):
    document, notes = full
    told = choose(matter, Sending(document=document.uid, notes=notes, profile="client"))
    assert [note.uid for note in told.notes] == [notes[0]]
    assert told.kept_in == (notes[1],)
    counts = (told.unchosen, told.documents, told.elsewhere, told.versions, told.remarks, told.answers, told.hidden)
    assert counts == (1, 1, 1, 1, 1, 1, 1)


def test_of_how_a_note_came_to_its_place_a_word_goes_and_no_reason():
    anchor = {"version": "v", "exact": "words", "state": "lost", "prefix": "before", "suffix": "after", "alerts": ["x"]}
    told = json.dumps({"how": "followed", "from": ["old", 1, 2], "reason": "mine"})
    for how, word in ((told, "followed"), ("compared", "compared"), ("{", ""), ("[1]", "[1]")):
        copied = copied_anchor({**anchor, "how": how}, "internal")
        assert (copied["how"], copied["prefix"], copied["suffix"], copied["alerts"]) == (word, "", "", ["x"])
    outside = copied_anchor({**anchor, "how": told, "state": "placed"}, "outside")
    assert (outside["how"], outside["prefix"], outside["alerts"]) == ("", "before", [])


def test_notes_are_chosen_by_numbers_ids_and_states(matter, document):
    made = [
        matter.add_note(document.uid, severity=severity, owner=owner)
        for severity, owner in (("high", "A"), ("low", "B"), ("high", "B"), ("info", "A"))
    ]
    notes = matter.notes()

    def numbers(words):
        return [matter.note(uid).number for uid in chosen_notes(notes, words)]

    assert numbers("") == numbers("all") == [1, 2, 3, 4]
    assert numbers("2, 3-4") == [2, 3, 4]
    assert numbers(f"{made[0].uid}") == [1]
    assert numbers("severity=high, severity=low, owner=b") == [2, 3]
    assert numbers("severity=info, 1") == [1, 4]
    for wrong in ("9", "colour=red", "severity=high, nobody"):
        with pytest.raises(MatterError, match="No note is"):
            chosen_notes(notes, wrong)


# -- the way back ------------------------------------------------------------------------------------------------------


@pytest.fixture
def sent(matter, document, span_of, tmp_path, clock):
    """A matter with two notes on a document and one on another, and a package of the two; the colleague has it open."""
    notes = [matter.add_note(document.uid, [span_of(words)], issue=words) for words in ("姓名", "手机号")]
    matter.edit(notes[0].uid, title="old", private_remark="mine")
    matter.edit(notes[0].uid, title="first")
    other = matter.add_document(made_policy(OTHER_TEXT), OTHER_TEXT.encode(), "other.txt")
    matter.add_note(other.uid, issue="elsewhere")
    out = tmp_path / "answer.clausemark"
    package_of(matter, document, tuple(note.uid for note in notes), out)
    with OpenMatter.open(out, COLLEAGUE, clock) as part:
        yield [note.uid for note in notes], part


def edits(matter, notes, document, span):
    """What a colleague does to two notes and a document."""
    matter.edit(notes[0], title="better", severity=Severity.CRITICAL, owner="Ada")
    matter.edit(notes[0], title="best", visit="v")
    matter.edit(notes[1], issue="", status=Status.IN_PROGRESS)
    matter.edit(notes[1], review=Review.FOR_REVIEW)
    matter.set_spans(notes[1], [span])
    matter.reply(notes[0], "I agree")
    matter.add_note(document.uid, [span], title="new", severity=Severity.LOW)
    matter.edit(notes[0], category="gone again")
    matter.undo()
    matter.undo()
    matter.redo()


def said(matter):
    """All that notes say, but for ids, times and whose private remark it is."""
    found = []
    for note in matter.notes():
        anchors = [(a.version, a.start, a.end, a.exact, a.state) for a in note.anchors]
        told = (note.number, note.document, note.title, note.issue, note.severity, note.owner, note.status, note.review)
        answers = [(reply.author, reply.text) for reply in note.replies]
        found.append((*told, note.category, note.visibility, note.private_remark, note.author, anchors, answers))
    return sorted(found, key=lambda one: one[0])


def test_the_answer_is_the_same_as_the_edits_made_in_the_matter(matter, sent, document, span_of):
    notes, part = sent
    twin = matter.path.with_name("twin.clausemark")
    shutil.copyfile(matter.path, twin)
    edits(part, notes, document, span_of("阅读记录"))
    report = matter.merge(part.path)
    with OpenMatter.open(twin, COLLEAGUE, matter._journal.clock) as same:
        edits(same, notes, document, span_of("阅读记录"))
        assert said(matter) == said(same)
    assert matter.check() == ()
    assert report.conflicts == ()
    (answer,) = report.answers
    assert answer.authors == ("Ada Colleague",)
    assert (len(answer.notes), len(answer.replies), answer.deleted, answer.left) == (1, 1, (), ())
    changed = {(uid, field) for uid, field in answer.changed}
    assert {(notes[0], "title"), (notes[0], "severity"), (notes[1], "anchors"), (notes[1], "issue")} <= changed
    assert (notes[0], "category") not in changed
    for language in ("en", "zh"):
        assert all(one.sentence(language) for one in answer.came)


def test_twice_adds_nothing_and_one_undo_takes_all_of_it_back(matter, sent, document, span_of):
    notes, part = sent
    before = said(matter)
    edits(part, notes, document, span_of("阅读记录"))
    matter.merge(part.path)
    after, changes = said(matter), matter.changes()
    again = matter.merge(part.path)
    assert (again.changes, again.added) == (0, 0)
    assert [one.came for one in again.answers] == [()]
    assert matter.changes() == changes
    outcome = matter.undo()
    assert outcome is not None
    assert outcome.label == "merge"
    assert said(matter) == before
    matter.redo()
    assert said(matter) == after
    part.reply(notes[1], "one more thing")
    assert matter.merge(part.path).answers[0].replies[0][0] == notes[1]
    assert matter.check() == ()


def test_what_both_sides_changed_since_is_a_conflict_and_what_one_side_changed_is_none(matter, sent):
    notes, part = sent
    part.edit(notes[0], title="theirs", owner="Ada")
    matter.edit(notes[0], title="ours", category="ours")
    report = matter.merge(part.path)
    assert report.conflicts == ((notes[0], "title"),)
    assert report.answers[0].undecided == ((notes[0], "title"),)
    note = matter.note(notes[0])
    assert (note.owner, note.category) == ("Ada", "ours")
    line = next(one.sentence() for one in report.answers[0].came if one.code == "undecided")
    assert "“ours”" in line
    assert "“theirs”" in line
    matter.edit(notes[0], title="decided")
    assert matter.conflicts() == ()


def test_two_copies_of_a_matter_that_both_took_the_answer_are_one_when_they_meet(matter, sent, document, span_of):
    notes, part = sent
    twin = matter.path.with_name("twin.clausemark")
    shutil.copyfile(matter.path, twin)
    edits(part, notes, document, span_of("阅读记录"))
    matter.merge(part.path)
    with OpenMatter.open(twin, Reviewer("B"), matter._journal.clock) as other:
        other.merge(part.path)
        other.edit(notes[1], title="later")
    report = matter.merge(twin)
    assert report.conflicts == ()
    assert matter.note(notes[1]).title == "later"
    assert matter.check() == ()


def test_a_colleague_who_went_on_and_one_who_had_a_copy_of_the_package_are_both_taken_in(matter, sent, tmp_path, clock):
    notes, part = sent
    copy = tmp_path / "copy.clausemark"
    shutil.copyfile(part.path, copy)
    part.edit(notes[0], owner="Ada")
    with OpenMatter.open(copy, Reviewer("Bo"), clock) as second:
        second.edit(notes[1], owner="Bo")
        second.merge(part.path)
        second.edit(notes[0], category="both")
    matter.merge(part.path)
    matter.merge(copy)
    assert [matter.note(uid).owner for uid in notes] == ["Ada", "Bo"]
    assert matter.note(notes[0]).category == "both"
    assert matter.conflicts() == ()
    assert matter.check() == ()


def test_only_what_the_package_may_touch_comes_in_and_the_rest_is_said(matter, sent, document, policy):
    notes, part = sent
    part.edit(notes[0], private_remark="theirs")
    part.set_matter(client="another")
    part.mark_read(document.uid, "一", read=True)
    strange = part.add_document(made_policy("Another text."), b"Another text.", "strange.txt")
    part.add_note(strange.uid, issue="on a strange document")
    newer = made_policy(policy.text + "四、更多\n")
    part.add_version(document.uid, newer, newer.text.encode(), "policy.txt")
    report = matter.merge(part.path)
    assert matter.note(notes[0]).private_remark == "mine"
    assert matter.matter().client == ""
    assert matter.read_clauses(document.uid) == frozenset()
    assert [d.latest.file_name for d in matter.documents()] == ["policy.txt", "other.txt"]
    assert len(matter.document("policy.txt").versions) == 1
    assert len(matter.notes()) == 3
    assert report.changes == 0
    assert {one.code for one in report.answers[0].left} == {"field", "details", "document", "version"}
    assert matter.check() == ()


def test_a_deletion_comes_back_from_a_colleague_and_never_from_a_client(matter, sent, document, tmp_path, clock):
    notes, part = sent
    client = tmp_path / "client.clausemark"
    package_of(matter, document, tuple(notes), client, profile="client")
    with OpenMatter.open(client, Reviewer("Client"), clock) as theirs:
        theirs.delete_note(notes[0])
        theirs.edit(notes[1], title="asked", review=Review.APPROVED)
        theirs.reply(notes[1], "answer")
        theirs.add_note(document.uid, title="theirs", review=Review.APPROVED, private_remark="secret")
        report = matter.merge(client)
    assert matter.note(notes[0]).title == "first"
    assert matter.note(notes[1]).title == "asked"
    assert matter.note(notes[1]).review is Review.DRAFT
    new = matter.note(report.answers[0].notes[0])
    assert (new.review, new.visibility, new.private_remark) == (Review.DRAFT, Visibility.INTERNAL, "")
    assert {one.field for one in report.answers[0].left} == {
        "deleted", "review", "reviewed_by", "reviewed_at", "private_remark"
    }  # fmt: skip
    part.delete_note(notes[0])
    assert matter.merge(part.path).answers[0].deleted == (notes[0],)
    assert {note.uid for note in matter.notes(document.uid)} == {notes[1], new.uid}
    assert matter.check() == ()


@pytest.mark.parametrize("profile", ["client", "outside"])
def test_a_reply_written_for_others_goes_with_the_note_and_one_for_the_firm_stays(matter, document, clock, profile):
    note = matter.add_note(document.uid, visibility=Visibility.OUTSIDE)
    matter.reply(note.uid, "for the firm alone")
    matter.reply(note.uid, "for them", Visibility.OUTSIDE)
    out = matter.path.with_name("part.clausemark")
    package_of(matter, document, (note.uid,), out, profile=profile)
    assert words_in(out, ("for the firm alone", matter.note(note.uid).replies[0].uid)) == []
    with OpenMatter.open(out, Reviewer("They"), clock) as theirs:
        (copied,) = theirs.notes()
        (reply,) = copied.replies
        assert (reply.text, reply.author) == ("for them", "林一" if profile == "client" else "—")
        theirs.delete_reply(copied.uid, reply.uid)
        theirs.reply(copied.uid, "thanks")
    matter.merge(out)
    assert [one.text for one in matter.note(note.uid).replies] == ["for the firm alone", "for them", "thanks"]
    assert matter.check() == ()


def test_an_approved_note_that_a_client_changes_waits_for_review_again(matter, document, tmp_path, clock):
    notes = [matter.add_note(document.uid, title=title).uid for title in ("changed", "owned", "untouched")]
    matter.edit_many(notes, review=Review.APPROVED)
    out = tmp_path / "client.clausemark"
    package_of(matter, document, tuple(notes), out, profile="client")
    with OpenMatter.open(out, Reviewer("Client"), clock) as theirs:
        theirs.edit(notes[0], title="other")
        theirs.edit(notes[0], title="another")
        theirs.edit(notes[1], owner="Client")
    report = matter.merge(out)
    states = [matter.note(uid).review for uid in notes]
    assert states == [Review.FOR_REVIEW, Review.APPROVED, Review.APPROVED]
    assert (matter.note(notes[0]).reviewed_by, matter.note(notes[0]).reviewed_at) == ("", None)
    assert report.conflicts == ()
    assert matter.merge(out).changes == 0
    assert matter.check() == ()
    matter.undo()
    assert matter.note(notes[0]).review is Review.APPROVED


def test_an_outsider_answers_by_other_ids_and_hidden_parts_stay(matter, full, tmp_path, clock, span_of):
    document, notes = full
    before = matter.note(notes[0])
    out = tmp_path / "outside.clausemark"
    package_of(matter, document, notes, out, profile="outside")
    with OpenMatter.open(out, Reviewer("Counterparty"), clock) as theirs:
        (copied,) = theirs.notes()
        assert copied.uid != notes[0]
        assert (copied.author, copied.issue, copied.severity) == ("—", "", Severity.INFO)
        theirs.edit(copied.uid, proposed_wording="their wording", translations={"en": {"title": "theirs"}})
        theirs.set_spans(copied.uid, [span_of("姓名")])
        theirs.edit(copied.uid, severity=Severity.LOW)
        report = matter.merge(out)
    now = matter.note(notes[0])
    assert (now.proposed_wording, now.severity, now.issue) == ("their wording", Severity.HIGH, before.issue)
    assert now.translations == {"en": {"title": "theirs", "private_remark": "zaffretranslated"}}
    assert [a.exact for a in now.anchors if a.version == document.latest.uid] == ["姓名"]
    older = [a for a in before.anchors if a.version != document.latest.uid]
    assert older
    assert [a for a in now.anchors if a.version != document.latest.uid] == older
    assert [(one.code, one.field) for one in report.answers[0].left] == [("field", "severity")]
    assert matter.check() == ()


def test_a_new_note_never_takes_the_number_that_the_matter_gave_meanwhile(matter, document, tmp_path, clock):
    note = matter.add_note(document.uid, visibility=Visibility.OUTSIDE)
    out = tmp_path / "part.clausemark"
    package_of(matter, document, (note.uid,), out, profile="client")
    ours = [matter.add_note(document.uid).uid for _ in range(8)]
    with OpenMatter.open(out, COLLEAGUE, clock) as part:
        for _ in range(4):
            part.add_note(document.uid)
        matter.merge(out)
    assert [matter.note(uid).number for uid in ours] == list(range(2, 10))
    assert sorted(note.number for note in matter.notes()) == list(range(1, 14))
    assert matter.check() == ()


def test_a_part_of_a_part_comes_back_through_it(matter, sent, document, tmp_path, clock):
    notes, part = sent
    below = tmp_path / "below.clausemark"
    package_of(part, document, (notes[1],), below)
    with OpenMatter.open(below, Reviewer("Intern"), clock) as intern:
        assert len(intern.notes()) == 1
        intern.edit(notes[1], title="by the intern")
        with pytest.raises(MatterError) as refused:
            matter.merge(below)
        assert refused.value.code == "strange_package"
        part.merge(below)
    matter.merge(part.path)
    assert matter.note(notes[1]).title == "by the intern"
    assert matter.check() == ()


_TITLES, _OWNERS = ("a", "b", ""), ("A", "B")


def at_random(matter, notes, document, dice, text):
    """Do one thing of a reviewer's to a matter, to the notes that both sides have."""
    note = dice.choice(notes)
    here = {known.uid for known in matter.notes()}
    start = dice.randrange(len(text) - 6)
    deeds = {
        "title": lambda: matter.edit(note, title=dice.choice(_TITLES)),
        "owner": lambda: matter.edit(note, owner=dice.choice(_OWNERS), severity=dice.choice(list(Severity))),
        "span": lambda: matter.set_spans(note, [Span(start, start + 5)]),
        "reply": lambda: matter.reply(note, dice.choice("xyz")),
        "new": lambda: matter.add_note(document, [Span(start, start + 5)], title=dice.choice(_TITLES)),
        "approve": lambda: matter.edit(note, review=Review.APPROVED),
        "delete": lambda: matter.delete_note(note),
        "undo": matter.undo,
        "redo": matter.redo,
    }
    deed = dice.choice(list(deeds))
    if note in here or deed in ("new", "undo", "redo"):
        deeds[deed]()


def stands(matter, notes):
    """What stands in each field that both sides have, of two things both; and what the new notes say."""
    shared = {}
    for uid in notes:
        for field, standing in matter._journal.standing(f"note/{uid}").items():
            if field not in ("modified", "created", "number", "reviewed_at"):
                shared[uid, field] = {repr(one) for one in standing.rivals} - {repr(None), "''"}
    new = sorted((n.title, str(n.anchors), n.author) for n in matter.notes() if n.uid not in notes)
    replies = sorted((n.uid, r.author, r.text) for n in matter.notes() if n.uid in notes for r in n.replies)
    return shared, new, replies, {one for one in matter.conflicts() if one[0] in notes}


@pytest.mark.parametrize("seed", range(4, 12))
def test_by_chance_an_answer_is_what_a_copy_of_the_matter_would_have_brought(seed, matter, sent, document, tmp_path):
    notes, part = sent
    clock, text = matter._journal.clock, matter.policy(document.latest.uid).text
    copy, ours = tmp_path / "copy.clausemark", tmp_path / "ours.clausemark"
    shutil.copyfile(matter.path, copy)
    with OpenMatter.open(copy, COLLEAGUE, clock) as whole:
        for side in (whole, part):
            dice = random.Random(seed)
            for _ in range(14):
                at_random(side, notes, document.uid, dice, text)
    dice = random.Random(100 + seed)
    for _ in range(6):
        at_random(matter, notes, document.uid, dice, text)
    before = said(matter)
    shutil.copyfile(matter.path, ours)
    matter.merge(part.path)
    assert matter.check() == ()
    with OpenMatter.open(ours, Reviewer("林一", "LY"), clock) as other:
        other.merge(copy)
        assert stands(matter, notes) == stands(other, notes)
    matter.undo()
    assert said(matter) == before


# -- what is refused ---------------------------------------------------------------------------------------------------


def test_a_package_of_another_matter_is_refused_and_nothing_is_changed(sent, tmp_path, clock, policy):
    _, part = sent
    with OpenMatter.create(tmp_path / "stranger.clausemark", COLLEAGUE, clock) as stranger:
        stranger.add_document(policy, policy.text.encode(), "policy.txt")
        before = stranger.changes()
        with pytest.raises(MatterError, match="another matter"):
            stranger.merge(part.path)
        assert stranger.changes() == before


def test_a_copy_of_the_matter_from_before_the_sending_says_so(matter, document, tmp_path, clock):
    note = matter.add_note(document.uid)
    early, out = tmp_path / "early.clausemark", tmp_path / "part.clausemark"
    shutil.copyfile(matter.path, early)
    matter.edit(note.uid, title="later")
    package_of(matter, document, (note.uid,), out)
    with OpenMatter.open(early, COLLEAGUE, clock) as before:
        with pytest.raises(MatterError, match="later copy"):
            before.merge(out)
        before.merge(matter.path)
        before.merge(out)


def test_a_whole_matter_is_not_merged_into_a_part_of_it(matter, sent):
    _, part = sent
    with pytest.raises(MatterError, match="part of a matter"):
        part.merge(matter.path)


def test_a_part_whose_document_was_removed_for_good_brings_nothing(matter, sent, document):
    notes, part = sent
    part.edit(notes[0], title="late")
    matter.erase_document(document.uid)
    with pytest.raises(MatterError, match="removed for good"):
        matter.merge(part.path)


@pytest.mark.parametrize("harm", ["cut", "altered", "mark"])
def test_a_damaged_package_is_refused_with_one_sentence(matter, sent, tmp_path, harm):
    notes, part = sent
    part.edit(notes[0], title="late")
    broken = tmp_path / "broken.clausemark"
    shutil.copyfile(part.path, broken)
    if harm == "cut":
        broken.write_bytes(broken.read_bytes()[:9000])
    else:
        with sqlite3.connect(broken) as connection:
            if harm == "altered":
                connection.execute("UPDATE changes SET after = '\"false\"' WHERE field = 'title'")
            else:
                connection.execute("UPDATE matter SET value = '{\"uid\": 1}' WHERE field = 'package'")
        connection.close()
    before = matter.changes()
    with pytest.raises(MatterError, match="damaged"):
        matter.merge(broken)
    assert matter.changes() == before


def test_nothing_that_is_there_is_written_over_and_nothing_is_left_of_one_that_failed(matter, sent, document, tmp_path):
    notes, part = sent
    with pytest.raises(MatterError, match="there already"):
        package_of(matter, document, tuple(notes), part.path)
    with pytest.raises(MatterError, match="was not found"):
        package_of(matter, document, tuple(notes), tmp_path / "no such" / "part.clausemark")
    assert not [held for held in tmp_path.iterdir() if held.suffix == ".new"]


def test_a_full_disk_is_said_in_one_sentence_and_leaves_nothing(matter, document, tmp_path, monkeypatch):
    big = matter.add_document(made_policy("big"), bytes(400_000), "big.txt")
    set_up = file._set_up

    def narrow(connection):
        set_up(connection)
        connection.execute("PRAGMA max_page_count = 60").fetchall()

    monkeypatch.setattr(file, "_set_up", narrow)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(MatterError, match="disk is full"):
        package_of(matter, big, (), tmp_path / "big.clausemark")
    assert sorted(tmp_path.iterdir()) == before
    package_of(matter, document, (), tmp_path / "small.clausemark")


def test_a_matter_that_is_open_to_read_sends_a_part_and_takes_none_back(reopen, sent, document, tmp_path):
    notes, part = sent
    with reopen(read_only=True) as reading:
        package_of(reading, document, tuple(notes), tmp_path / "read.clausemark")
        with pytest.raises(MatterError, match="reading only"):
            reading.merge(part.path)

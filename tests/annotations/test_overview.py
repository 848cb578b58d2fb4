"""What is open in a matter and how much was read, counted from the matter itself."""

from annotations.matter import OpenMatter
from annotations.model import Severity, Status
from annotations.overview import counted, details_of, overview
from documents.reader import open_document

POLICY = "1. One\nWe take your name.\n2. Two\nWe give it away.\n3. Three\nWe keep it.\n"


def test_open_notes_are_counted_by_severity_and_clauses_by_what_was_read(matter):
    policy = open_document(POLICY.encode(), name="p.txt")
    document = matter.add_document(policy, POLICY.encode(), "p.txt")
    for severity, status in (
        (Severity.HIGH, Status.OPEN),
        (Severity.HIGH, Status.RESOLVED),
        (Severity.LOW, Status.OPEN),
    ):
        matter.add_note(document.uid, severity=severity, status=status)
    matter.mark_read(document.uid, "1", read=True)
    (one,) = counted(matter)
    assert (one.notes, dict(one.standing)) == (3, {Severity.HIGH: 1, Severity.LOW: 1})
    assert (one.clauses, one.read, one.percent) == (3, 1, 33)
    assert overview([one, one]) == ({Severity.HIGH: 2, Severity.LOW: 2}, 33)
    assert overview([]) == ({}, 0)


def test_what_earlier_matters_say_of_themselves_is_offered_once_and_a_strange_file_says_nothing(tmp_path, lin, clock):
    paths = [tmp_path / f"{name}.clausemark" for name in "abc"]
    for path in paths:
        with OpenMatter.create(path, lin, clock) as matter:
            matter.set_matter(client=path.stem if path.stem != "c" else "a", firm="海晏律所")
    strange = tmp_path / "strange.clausemark"
    strange.write_text("no matter")
    found = details_of([*paths, strange, tmp_path / "gone.clausemark"])
    assert (found["client"], found["firm"]) == (("a", "b"), ("海晏律所",))
    assert "partner" not in found


def test_one_visit_to_the_details_is_one_step_to_undo(matter):
    matter.set_matter(client="A", visit="one")
    matter.set_matter(client="Ab", visit="one")
    matter.set_matter(firm="F", visit="one")
    assert (matter.matter().client, matter.matter().firm) == ("Ab", "F")
    matter.undo()
    assert (matter.matter().client, matter.matter().firm) == ("", "")
    matter.redo()
    assert (matter.matter().client, matter.matter().firm) == ("Ab", "F")

"""Who may read an answer: the firm alone, unless it was written for the client."""

from datetime import UTC, datetime

import pytest

from annotations.interchange import to_jsonld
from annotations.matter import OpenMatter
from annotations.model import Reviewer, Severity, Visibility
from annotations.rules_of_sending import replies_for
from documents.model import Span
from documents.reader import open_document

TEXT = b"# Notice\n\nWe keep orders for 30 days.\n"


@pytest.fixture
def matter(tmp_path):
    with OpenMatter.create(tmp_path / "m.clausemark", Reviewer("A", "A"), lambda: datetime.now(UTC)) as opened:
        document = opened.add_document(open_document(TEXT, name="n.md"), TEXT, "n.md")
        note = opened.add_note(document.uid, [Span(0, 6)], severity=Severity.HIGH)
        opened.reply(note.uid, "said among us")
        opened.reply(note.uid, "said to the client", Visibility.CLIENT)
        yield opened


def texts(note, profile):
    return [reply.text for reply in replies_for(note, profile)]


def test_an_answer_stays_inside_unless_it_was_written_for_the_client(matter):
    note = matter.notes()[0]
    assert texts(note, "internal") == ["said among us", "said to the client"]
    assert texts(note, "client") == ["said to the client"]
    assert texts(note, "outside") == []


def test_who_may_read_an_answer_is_kept_in_the_file(matter):
    with OpenMatter.open(matter.path, Reviewer("B", "B"), lambda: datetime.now(UTC), read_only=True) as again:
        assert [reply.visibility for reply in again.notes()[0].replies] == [Visibility.INTERNAL, Visibility.CLIENT]


def test_data_for_the_client_has_only_what_was_said_to_them_and_no_id_of_it(matter):
    said = to_jsonld(matter, matter.notes(), "client")["items"][0]["body"]
    answers = [body for body in said if body["purpose"] == "replying"]
    assert [body["value"] for body in answers] == ["said to the client"]
    assert "id" not in answers[0]

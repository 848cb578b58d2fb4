"""Where a document came from: said when it is added or later, taken back like any other change."""

from datetime import datetime, timedelta, timezone

import pytest

from annotations.errors import MatterError

DAY = datetime(2026, 2, 3, tzinfo=timezone(timedelta(hours=8)))


def test_a_document_is_added_with_where_it_came_from(matter, policy, reopen):
    made = matter.add_document(policy, b"x", "p.txt", received_from="王律师", received_how="by mail", received=DAY)
    assert (made.latest.received_from, made.latest.received_how) == ("王律师", "by mail")
    with reopen() as again:
        assert again.document().latest.received == DAY


def test_where_it_came_from_can_be_said_later_and_taken_back(matter, document):
    version = document.latest
    said = matter.set_received(version.uid, received_from="A. Client", received=DAY).latest
    assert (said.received_from, said.received) == ("A. Client", DAY)
    outcome = matter.undo()
    assert outcome.label == "set_received"
    assert matter.document().latest == version
    matter.redo()
    assert matter.document().latest.received_from == "A. Client"


def test_a_document_that_was_removed_and_comes_again_takes_what_is_said_now(matter, document, policy):
    matter.remove_document(document.uid)
    data = matter_bytes(policy)
    again = matter.add_document(policy, data, document.latest.file_name, received_how="pasted")
    assert (again.uid, again.latest.received_how) == (document.uid, "pasted")


def matter_bytes(policy) -> bytes:
    return policy.text.encode()


def test_nothing_else_of_a_version_can_be_set_and_no_version_that_is_not_there(matter, document):
    with pytest.raises(TypeError):
        matter.set_received(document.latest.uid, sha256="0")
    with pytest.raises(MatterError):
        matter.set_received("none", received_from="x")

"""Every word, name and id of a matter carries a marker: an annotated PDF holds those meant for its readers."""

import re
import secrets

import pypdf
import pytest

from annotations.model import Reviewer, Visibility
from tests.export.pdf_matters import annotations, exported, pdf_matter, two_pages
from tests.export.word_matters import note_on

FIELDS = ("title", "legal_basis", "proposed_wording", "question", "issue", "consequence", "recommendation")
JUDGEMENT = FIELDS[4:]
QUOTES = {"internal": "for ten years", "client": "closed the account", "outside": "object at any time"}


@pytest.fixture
def marked(tmp_path, clock):
    given = {}

    def mark(name):
        given[name] = f"qz{secrets.token_hex(6)}"
        return f"字{given[name]}"  # so that all goes out as UTF-16

    with pdf_matter(tmp_path, clock, two_pages()) as matter:
        matter.set_matter(firm="Osei & Partners", client=mark("client of ours"), matter_number=mark("number of ours"))
        matter.reviewer = Reviewer(mark("person"), "QZ")
        for circle, quote in QUOTES.items():
            said = {field: mark(f"{circle} {field}") for field in (*FIELDS, "private_remark", "owner")}
            note = note_on(matter, quote, visibility=Visibility(circle), rules=(mark(f"{circle} rule"),), **said)
            matter.reply(note.uid, mark(f"{circle} reply"))
            given |= {f"{circle} uid": note.uid, f"{circle} reply uid": matter.note(note.uid).replies[0].uid}
        document = matter.documents()[0]
        given |= {"document uid": document.uid, "version uid": document.latest.uid}
        yield matter, given, tmp_path


def everything(data):
    """All that another library finds in the annotations, and the bytes as they are, with what is in hexadecimal."""
    seen = [str(value) for _, one in annotations(data) for key, value in one.items() if key not in ("/P", "/IRT")]
    hidden = [
        bytes.fromhex(found).decode("utf-16-be", "replace")
        for found in re.findall(r"<FEFF(\w+)>", data.decode("latin-1"))
    ]
    return "\n".join([*seen, *hidden, data.decode("latin-1")])


def found(matter, given, folder, **options):
    _, made = exported(matter, folder / "out.pdf", **options)
    said = everything(made)
    return {name for name, word in given.items() if word in said}


def test_outsiders_get_what_is_meant_for_outsiders(marked):
    matter, given, folder = marked
    shown = {f"outside {field}" for field in FIELDS if field not in JUDGEMENT}
    assert found(matter, given, folder, profile="outside") == shown


def test_a_client_gets_no_reply_no_rule_and_nothing_internal(marked):
    matter, given, folder = marked
    shown = {f"{circle} {field}" for circle in ("client", "outside") for field in FIELDS}
    assert found(matter, given, folder, profile="client", author="firm") == shown
    assert found(matter, given, folder, profile="client") == {*shown, "person"}


def test_a_private_remark_goes_to_nobody(marked):
    matter, given, folder = marked
    assert not {name for name in found(matter, given, folder) if "private_remark" in name or "uid" in name}


def test_a_name_of_the_program_is_in_no_property(marked):
    matter, _, folder = marked
    exported(matter, folder / "out.pdf", profile="outside")
    assert pypdf.PdfReader(folder / "out.pdf").metadata is None

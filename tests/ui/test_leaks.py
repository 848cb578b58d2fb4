"""What must stay in is found in a file, in its words, its attributes and its names, and nothing else is."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from annotations.model import Note, Severity, Visibility
from ui.leaks import SecretKind, found_in, secrets_of

HOME = Path("/home/ada")
MADE = datetime(2026, 3, 2, tzinfo=UTC)


def note(**fields):
    plain = Note(uid="n", number=4, document="d", severity=Severity.HIGH, created=MADE, modified=MADE)
    return replace(plain, visibility=Visibility.CLIENT, **fields)


def word(xml, name="word/document.xml"):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(name, xml)
    return made.getvalue()


def test_a_remark_cut_into_runs_is_found_and_named_by_its_note():
    secrets = secrets_of([note(private_remark="Ask Mei & co\nfirst")], Visibility.CLIENT, "", HOME)
    (found,) = found_in(word("<w:p><w:t>Ask </w:t><w:t>Mei &amp; co</w:t></w:p>"), secrets)
    assert (found.kind, found.words, found.number) == (SecretKind.REMARK, "Ask Mei & co", 4)


def test_a_note_that_stays_in_is_found_and_one_that_goes_out_is_not():
    inside = replace(note(title="Weak bargaining position"), visibility=Visibility.INTERNAL)
    data = word("<w:p><w:t>Weak bargaining position</w:t></w:p>")
    assert found_in(data, secrets_of([inside], Visibility.CLIENT, "", HOME))[0].kind is SecretKind.NOTE
    assert found_in(data, secrets_of([inside], Visibility.INTERNAL, "", HOME)) == ()


def test_words_that_stand_in_the_policy_anyway_tell_nothing():
    secrets = secrets_of([note(private_remark="consent")], Visibility.CLIENT, "We ask for consent.", HOME)
    assert [secret.kind for secret in secrets] == [SecretKind.PATH]


def test_a_path_in_an_attribute_is_found_and_a_longer_word_is_not():
    secrets = secrets_of([note(private_remark="OK")], Visibility.CLIENT, "", HOME)
    data = word('<Relationship Target="file:///home/ada/x.dotx"/><t>BOOKS</t>', "word/_rels/settings.xml.rels")
    assert [secret.kind for secret in found_in(data, secrets)] == [SecretKind.PATH]


def test_data_files_are_read_through_their_escapes():
    secrets = secrets_of([note(private_remark="问老王")], Visibility.CLIENT, "", HOME)
    assert found_in(json.dumps({"body": ["先问老王再说"]}).encode(), secrets)
    assert found_in(b"not json at all", secrets) == ()

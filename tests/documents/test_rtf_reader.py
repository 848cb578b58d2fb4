"""RTF and old Word files: through LibreOffice where there is one, else bare words or a sentence."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

import pytest

from documents import office
from documents.draft import Source
from documents.errors import UnreadableDocument
from documents.reader import open_document, open_here
from documents.readers import old_word, rtf

RTF = (
    rb"{\rtf1\ansi\ansicpg936 {\fonttbl{\f0 Arial;}}\f0 1. Scope\par 2. \b Fees\b0  are due.\par \'b8\'bd\'bc\'fe\par}"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "WordDocument".encode("utf-16-le")


@pytest.fixture
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (rtf, old_word):
        monkeypatch.setattr(module, "office_program", lambda: "")


@pytest.mark.usefixtures("without_office")
def test_without_libreoffice_rtf_is_its_bare_words_and_says_so() -> None:
    document = open_here(Source(RTF, "policy.rtf"))
    assert document.text.split("\n")[:2] == ["1. Scope", "2. Fees are due."]
    assert "附件" in document.text
    assert document.format == "rtf"
    assert [warning.code for warning in document.warnings] == ["bare_words"]
    assert [clause.address for clause in document.clauses][:2] == ["1", "2"]


@pytest.mark.usefixtures("without_office")
def test_without_libreoffice_an_old_word_file_says_what_to_do() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        open_here(Source(OLE, "policy.doc"))
    assert caught.value.code == "old_word"
    assert "LibreOffice" in caught.value.sentence()
    assert "LibreOffice" in caught.value.sentence("zh")


def test_a_locked_old_word_file_says_so() -> None:
    words = b"\xec\xa5\xc1\x00" + b"\0" * 6 + b"\x00\x01" + b"\0" * 500
    with pytest.raises(UnreadableDocument) as caught:
        open_here(Source(OLE[:512] + words + OLE[512:], "policy.doc"))
    assert caught.value.code == "encrypted"


def test_a_works_file_is_known_by_its_name_and_other_ole_files_are_refused() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        open_here(Source(OLE[:512], "table.xls"))
    assert caught.value.code == "old_office"


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_libreoffice_that_dies_or_dawdles_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    began = time.monotonic()
    for script, seconds, code in (("exit 1", 28, "damaged"), ("sleep 60 & sleep 60", 0.3, "reader_stopped")):
        program = tmp_path / "soffice"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setattr(office, "office_program", lambda: str(tmp_path / "soffice"))
        monkeypatch.setattr(office, "_SECONDS", seconds)
        with pytest.raises(UnreadableDocument) as caught:
            office.as_docx(RTF, ".rtf", "policy.rtf")
        assert caught.value.code == code
    assert time.monotonic() - began < 20


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_libreoffice_is_kept_from_macros_and_from_the_network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text(
        f'#!/bin/sh\nfor one in "$@"; do case $one in -env:*) cp -r "${{one#*file://}}" {tmp_path}/seen;; esac; done\n'
        f"echo $http_proxy > {tmp_path}/proxy\n"
    )
    program.chmod(0o755)
    monkeypatch.setattr(office, "office_program", lambda: str(program))
    with pytest.raises(UnreadableDocument):
        office.as_docx(RTF, ".rtf", "policy.rtf")
    settings = (tmp_path / "seen" / "user" / "registrymodifications.xcu").read_text()
    assert "BlockUntrustedRefererLinks" in settings
    assert "MacroSecurityLevel" in settings
    assert (tmp_path / "proxy").read_text() == "http://127.0.0.1:9\n"


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_with_libreoffice_tables_and_words_of_rtf_are_read() -> None:
    table = rb"\trowd\cellx2000\cellx4000 \intbl A\cell B\cell\row \pard After\par"
    document = open_document(rb"{\rtf1\ansi " + table + rb"}", name="policy.rtf")
    assert [block.kind.value for block in document.blocks] == ["cell", "cell", "paragraph"]
    assert document.text == "A\nB\nAfter\n"
    assert {warning.code for warning in document.warnings} >= {"by_office"}

"""RTF and old Word files: through LibreOffice where there is one, else bare words or a sentence."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from documents import office
from documents.errors import UnreadableDocument
from documents.reader import open_document
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
    document = open_document(RTF, name="policy.rtf")
    assert document.text.split("\n")[:2] == ["1. Scope", "2. Fees are due."]
    assert "附件" in document.text
    assert document.format == "rtf"
    assert [warning.code for warning in document.warnings] == ["bare_words"]
    assert [clause.address for clause in document.clauses][:2] == ["1", "2"]


@pytest.mark.usefixtures("without_office")
def test_without_libreoffice_an_old_word_file_says_what_to_do() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        open_document(OLE, name="policy.doc")
    assert caught.value.code == "old_word"
    assert "LibreOffice" in caught.value.sentence()
    assert "LibreOffice" in caught.value.sentence("zh")


def test_a_works_file_is_known_by_its_name_and_other_ole_files_are_refused() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        open_document(OLE[:512], name="table.xls")
    assert caught.value.code == "old_office"


def test_libreoffice_that_dies_or_dawdles_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def dawdle(command: list[str], **_: object) -> None:
        raise subprocess.TimeoutExpired(command, 120)

    monkeypatch.setattr(office, "office_program", lambda: "soffice")
    monkeypatch.setattr(subprocess, "run", dawdle)
    with pytest.raises(UnreadableDocument) as caught:
        office.as_docx(RTF, ".rtf", "policy.rtf")
    assert caught.value.code == "damaged"


def test_libreoffice_is_kept_from_macros_and_from_the_network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen: dict[str, str] = {}

    def run(command: list[str], *, env: dict[str, str], **_: object) -> None:
        profile = Path(next(one for one in command if "UserInstallation" in one).partition("file://")[2])
        seen["settings"] = (profile / "user" / "registrymodifications.xcu").read_text()
        seen["proxy"] = env["http_proxy"]

    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(office, "office_program", lambda: "soffice")
    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(UnreadableDocument):
        office.as_docx(RTF, ".rtf", "policy.rtf")
    assert "BlockUntrustedRefererLinks" in seen["settings"]
    assert "MacroSecurityLevel" in seen["settings"]
    assert seen["proxy"] == "http://127.0.0.1:9"


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_with_libreoffice_tables_and_words_of_rtf_are_read() -> None:
    table = rb"\trowd\cellx2000\cellx4000 \intbl A\cell B\cell\row \pard After\par"
    document = open_document(rb"{\rtf1\ansi " + table + rb"}", name="policy.rtf")
    assert [block.kind.value for block in document.blocks] == ["cell", "cell", "paragraph"]
    assert document.text == "A\nB\nAfter\n"
    assert {warning.code for warning in document.warnings} >= {"by_office"}

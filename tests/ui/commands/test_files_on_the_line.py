"""Files that do not open by themselves, on the command line: locked ones, mails, archives, whole web pages."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from email.message import EmailMessage
from importlib import import_module
from pathlib import Path

import docx
import pytest

from annotations.matter import OpenMatter
from annotations.model import Reviewer
from main import main
from tests.documents.pdf_files import Sheet, line, pdf_of
from tests.documents.pdf_files import locked as locked_pdf

COMMON = ["--now", "2026-11-22T14:02:00+08:00", "--language", "en"]
PAGE = (
    "<html><body><nav>" + "<a href='/a'>Shop now</a> " * 30 + "</nav><main><h1>Privacy</h1>"
    + "<p>We use your data for whatever we find useful, and tell nobody.</p>" * 12 + "</main></body></html>"
)  # fmt: skip


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Run a command and give (exit code, what it answered, what it complained)."""
    monkeypatch.setenv("CLAUSEMARK_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.delenv("CLAUSEMARK_PASSWORD", raising=False)

    def call(*words: object):
        capsys.readouterr()
        code = main([*map(str, words), *COMMON])
        out, err = capsys.readouterr()
        return code, out, err

    return call


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Privacy notice", 1)
    for number in range(60):  # enough for the library that locks it
        document.add_paragraph(f"Clause {number}: we may do what we like with item {number * number}.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def locked_word(data: bytes, password: str) -> bytes:
    file = io.BytesIO()
    import_module("msoffcrypto.format.ooxml").OOXMLFile(io.BytesIO(data)).encrypt(password, file)
    return file.getvalue()


def mail(**files: bytes) -> bytes:
    message = EmailMessage()
    message["From"] = "Jo Field <jo@client.example>"
    message["To"] = "desk@firm.example"
    message["Subject"] = "Our policies"
    message["Date"] = "Thu, 12 Mar 2026 09:05:00 +0800"
    message.set_content("Please look at the two of them.\n")
    for name, data in files.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name.replace("__", "."))
    return bytes(message)


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


def versions(path: Path):
    with OpenMatter.open(path, Reviewer("A"), lambda: None, read_only=True) as matter:
        return [document.latest for document in matter.documents()]


@pytest.fixture
def locked_file(tmp_path) -> Path:
    path = tmp_path / "Locked.docx"
    path.write_bytes(locked_word(word_file(), "open sesame"))
    return path


@pytest.mark.parametrize(("words", "says"), [((), "protected with a password"), (("--password", "no"), "not the pass")])
def test_without_the_password_a_locked_file_costs_a_sentence(run, locked_file, words, says):
    code, out, err = run("read", locked_file, *words)
    assert (code, out) == (1, "")
    assert says in err
    assert len(err.splitlines()) == 1


def test_the_password_comes_as_an_option_or_unseen_in_a_variable(run, locked_file, monkeypatch):
    by_option = run("read", locked_file, "--password", "open sesame")
    monkeypatch.setenv("CLAUSEMARK_PASSWORD", "open sesame")
    by_variable = run("read", locked_file)
    assert by_option[0] == by_variable[0] == 0
    assert json.loads(by_option[1]) == json.loads(by_variable[1])
    assert "Clause 59" in json.loads(by_option[1])["text"]


def test_a_locked_pdf_opens_too(run, tmp_path):
    path = tmp_path / "Locked.pdf"
    path.write_bytes(locked_pdf([Sheet(line("Kept from most.", 72, 700))], "secret"))
    assert "Kept from most." in json.loads(run("read", path, "--password", "secret")[1])["text"]


def test_a_locked_word_file_goes_the_whole_way_into_word_and_back(run, locked_file, tmp_path):
    matter, out = tmp_path / "m.clausemark", tmp_path / "out.docx"
    received = locked_file.read_bytes()
    assert run("add", matter, locked_file, "--password", "open sesame")[0] == 0
    notes = tmp_path / "notes.json"
    notes.write_text(json.dumps([{"id": "1", "exact": "we may do what we like with item 49", "title": "Too broad"}]))
    assert run("import", matter, notes)[0] == 0
    assert run("export", matter, out, "--as", "word")[0] == 0
    document = docx.Document(str(out))
    assert [comment.author for comment in document.comments] != []
    assert any("item 3481" in paragraph.text for paragraph in document.paragraphs)
    (version,) = versions(matter)
    assert hashlib.sha256(received).hexdigest() in version.received_how
    assert version.sha256 != hashlib.sha256(received).hexdigest()
    for file in (matter, out):
        assert b"open sesame" not in file.read_bytes()


def test_a_mail_names_its_parts_and_gives_the_ones_asked_for(run, tmp_path):
    path, matter = tmp_path / "mail.eml", tmp_path / "m.clausemark"
    path.write_bytes(mail(a__txt=b"1. First\nWords.\n", b__docx=word_file(), c__pdf=pdf_of([Sheet()])))
    code, _, err = run("add", matter, path)
    assert code == 1
    assert "a.txt, b.docx, c.pdf" in err
    assert not matter.exists()
    assert run("add", matter, path, "--part", "a.txt", "--part", "b.docx")[0] == 0
    first, second = sorted(versions(matter), key=lambda version: version.file_name)
    assert (first.file_name, second.file_name) == ("a.txt", "b.docx")
    assert first.received_from == "Jo Field <jo@client.example>"
    assert f"{first.received:%Y-%m-%d %H:%M}" == "2026-03-12 09:05"
    assert "attachment of the mail “Our policies” (mail.eml, SHA-256 " in first.received_how
    assert hashlib.sha256(path.read_bytes()).hexdigest() in first.received_how


def test_a_part_is_read_by_itself_and_the_mails_own_words_too(run, tmp_path):
    path = tmp_path / "mail.eml"
    path.write_bytes(mail(a__txt=b"1. First\nWords.\n"))
    assert json.loads(run("read", path, "--part", "a.txt")[1])["text"].startswith("1. First")
    assert "two of them" in json.loads(run("read", path, "--part", "Our policies.txt")[1])["text"]
    assert run("read", path, "--part", "a.txt", "--part", "Our policies.txt")[0] == 1


def test_a_part_that_is_misspelt_is_said_to_be_none_with_those_there_are(run, tmp_path):
    path = tmp_path / "mail.eml"
    path.write_bytes(mail(a__txt=b"1. First\nWords.\n", b__docx=word_file()))
    code, _, err = run("read", path, "--part", "aa.txt")
    assert code == 1
    assert "mail.eml holds no document called aa.txt. It holds 3: " in err
    assert "a.txt, b.docx" in err


def test_a_file_in_an_archive_in_a_mail_is_reached_by_naming_both(run, tmp_path):
    inner = zipped(deep__txt=b"1. Deep\nWords.\n", other__txt=b"Other words.\n")
    path, matter = tmp_path / "mail.eml", tmp_path / "m.clausemark"
    path.write_bytes(mail(all__zip=inner, b__txt=b"Beside.\n"))
    assert run("add", matter, path, "--part", "all.zip", "--part", "deep.txt")[0] == 0
    (version,) = versions(matter)
    assert version.file_name == "deep.txt"
    assert version.received_from == "Jo Field <jo@client.example>"
    assert version.received_how.startswith("deep.txt in the archive all.zip (SHA-256 ")
    assert "; attachment of the mail" in version.received_how


def test_an_archive_of_one_document_opens_at_once_but_not_one_archive_in_another_for_ever(run, tmp_path):
    path = tmp_path / "all.zip"
    path.write_bytes(zipped(inner__zip=zipped(a__txt=b"1. Only\nWords.\n")))
    assert json.loads(run("read", path)[1])["text"].startswith("1. Only")
    within = zipped(a__txt=b"Words.\n")
    for _ in range(8):
        within = zipped(more__zip=within)
    path.write_bytes(within)
    code, _, err = run("read", path)
    assert code == 1
    assert "more.zip" in err


def test_a_part_that_is_not_there_is_said(run, tmp_path):
    path = tmp_path / "all.zip"
    path.write_bytes(zipped(a__txt=b"Words.\n", b__txt=b"More.\n"))
    code, _, err = run("read", path, "--part", "c.txt")
    assert (code, "a.txt, b.txt" in err) == (1, True)
    code, _, err = run("add", tmp_path / "m.clausemark", path, "--part", "a.txt", "--part", "c.txt")
    assert (code, "c.txt" in err) == (1, True)
    assert not (tmp_path / "m.clausemark").exists()


def test_a_whole_page_keeps_its_menus(run, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    assert "Shop now" not in json.loads(run("read", path)[1])["text"]
    assert "Shop now" in json.loads(run("read", path, "--whole-page")[1])["text"]


def test_reading_files_loads_no_qt(tmp_path):
    path = tmp_path / "mail.eml"
    path.write_bytes(mail(a__txt=b"Words.\n"))
    words = ["read", str(path), "--part", "a.txt"]
    script = f"import sys; from main import main; main({words!r}); sys.exit('PySide6' in sys.modules)"
    root = Path(__file__).resolve().parents[3]
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, timeout=60, check=False, env={**os.environ}
    )
    assert run.returncode == 0


def test_read_tells_the_number_of_each_paragraph_of_a_cell(run, tmp_path) -> None:
    file = tmp_path / "p.html"
    file.write_text("<table><tr><th>Who<th>What<tr><td>Harbour<td><ol><li>name<li>address</ol>no more</table>")
    code, out, _ = run("read", file)
    read = json.loads(out)
    assert code == 0
    cell = read["blocks"][-1]
    assert (cell["label"], read["text"][cell["start"] : cell["end"]]) == ("1.", "name\naddress\nno more")
    assert cell["inner_labels"] == [{"start": read["text"].index("address"), "label": "2."}]
    assert read["blocks"][0]["inner_labels"] == []

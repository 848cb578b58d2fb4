"""What a received file says beside its words does not go out to those who should not learn it; all else stays."""

import io
import shutil
import zipfile

import pytest
from lxml import etree

from export.preflight import Fate, preflight
from export.run import ExportOptions
from export.word.picture_details import has_details, without_details
from tests.export.marked_word import CLIENT_GONE, OUTSIDE_GONE, STAYS, jpeg, marked_word, png, tiff
from tests.export.word_checks import audit, integrity, office
from tests.export.word_matters import NOW, WANG, annotated, matter_with, note_on
from tests.export.word_oracle import comments

MARKS = {*OUTSIDE_GONE, *CLIENT_GONE, *STAYS}


@pytest.fixture
def matter(tmp_path, clock):
    with matter_with(tmp_path, clock, "marked.docx", marked_word()) as made:
        made.set_matter(firm="Quill & Partners")
        note_on(made, "share what", title="Sharing", visibility="outside")
        yield made


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def marks_in(data):
    """The marks that stand in any part or name of a package."""
    everything = b"\n".join([data, *(name.encode() + b"\n" + body for name, body in parts(data).items())])
    return {mark for mark in MARKS if mark.encode() in everything}


def sent(matter, tmp_path, profile):
    return annotated(matter, tmp_path / f"{profile}.docx", profile=profile)[1]


def test_the_file_carries_every_mark_to_begin_with():
    assert marks_in(marked_word()) == MARKS


def test_inside_the_firm_everything_is_as_it_was(matter, tmp_path):
    before, after = parts(marked_word()), parts(sent(matter, tmp_path, "internal"))
    assert marks_in(sent(matter, tmp_path, "internal")) >= MARKS - {"mk-zip"}
    for name in set(before) - {"[Content_Types].xml", "word/_rels/document.xml.rels"}:
        touched = name.startswith("word/") and name.removeprefix("word/") in TOUCHED
        assert after[name] == before[name] or touched, name


TOUCHED = {"document.xml", "comments.xml", "commentsIds.xml", "commentsExtensible.xml", "people.xml", "styles.xml"}


def test_a_client_gets_no_paths_accounts_or_printers_and_all_else(matter, tmp_path):
    data = sent(matter, tmp_path, "client")
    assert marks_in(data) == MARKS - set(CLIENT_GONE) - {"mk-zip"}
    before, after = parts(marked_word()), parts(data)
    for name in ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "customXml/item1.xml"):
        assert after[name] == before[name]


def test_an_outsider_gets_the_words_and_nothing_about_people_or_machines(matter, tmp_path):
    assert marks_in(sent(matter, tmp_path, "outside")) == set(STAYS)


def test_what_was_taken_out_leaves_no_relationship_and_no_content_type(matter, tmp_path):
    held = parts(sent(matter, tmp_path, "outside"))
    listed = etree.fromstring(held["[Content_Types].xml"]).xpath("//@PartName")
    assert {name.lstrip("/") for name in listed} <= set(held)
    for gone in ("docProps/custom.xml", "docProps/thumbnail.jpeg", "customXml/item1.xml", "customXml/itemProps1.xml"):
        assert gone not in held
        assert all(
            gone.rpartition("/")[2].encode() not in body for name, body in held.items() if name.endswith(".rels")
        )
    assert "customXml/item2.xml" in held


def test_a_property_that_the_text_shows_stays_and_no_other(tmp_path, clock):
    bound = marked_word_with(b"/s[1]/w[1]", b"/c:coreProperties[1]/d:title[1]")
    with matter_with(tmp_path, clock, "bound.docx", bound) as matter:
        note_on(matter, "share what", visibility="outside")
        core = parts(sent(matter, tmp_path, "outside"))["docProps/core.xml"]
        options = ExportOptions(reviewer=WANG, now=NOW, profile="outside")
        told = {found.code: found for found in preflight(matter, "word", options).found}
    assert b"mk-title" in core
    assert b"mk-creator" not in core
    assert told["bound_properties"].fate is Fate.STAYS
    assert "title" in told["bound_properties"].arguments["names"]


def marked_word_with(old, new):
    """The marked file with other bytes in its main part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, body in parts(marked_word()).items():
            package.writestr(name, body.replace(old, new))
    return out.getvalue()


def test_changes_of_others_stay_changes_of_different_people(matter, tmp_path):
    document = etree.fromstring(parts(sent(matter, tmp_path, "outside"))["word/document.xml"])
    w = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    inserted, deleted = (document.xpath(f"string(//w:{kind}/@w:author)", namespaces=w) for kind in ("ins", "del"))
    assert inserted != deleted
    assert {inserted, deleted} <= {"Author 1", "Author 2", "Author 3", "Author 4", "Author 5"}
    assert len(comments(sent(matter, tmp_path, "outside"))) == 2


@pytest.mark.parametrize("profile", ["client", "outside"])
def test_the_checkers_find_no_fault_in_what_is_left(matter, tmp_path, profile):
    sent(matter, tmp_path, profile)
    (tmp_path / "original.docx").write_bytes(marked_word())
    assert audit(tmp_path / f"{profile}.docx") - audit(tmp_path / "original.docx") == {}
    assert set(integrity(tmp_path / f"{profile}.docx")) <= set(integrity(tmp_path / "original.docx"))


@pytest.mark.office
@pytest.mark.timeout(180)
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_opens_what_is_left(matter, tmp_path):
    sent(matter, tmp_path, "outside")
    assert office(tmp_path / "outside.docx", "pdf", tmp_path).stat().st_size > 1000


def test_a_photograph_loses_its_words_and_keeps_its_picture_and_its_turn():
    upright, turned = jpeg("mk-jpeg"), jpeg("mk-jpeg", orientation=6)
    assert b"mk-jpeg" not in without_details(upright) + without_details(turned)
    assert b"Exif" not in without_details(upright)
    assert b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06" in without_details(turned)
    for made in (without_details(upright), without_details(turned)):
        assert b"ICC_PROFILE\0kept" in made
        assert made.endswith(b"letters of light\xff\xd9")
        assert without_details(made) == made


def test_drawings_and_scans_lose_their_words_and_keep_their_points():
    assert b"mk-png" not in without_details(png("mk-png"))
    assert b"IDAT" in without_details(png("mk-png"))
    blank = without_details(tiff("mk-tiff"))
    assert b"mk-tiff" not in blank
    assert len(blank) == len(tiff("mk-tiff"))
    assert not has_details(blank)


@pytest.mark.parametrize("made", [jpeg("x"), png("x"), tiff("x"), b"RIFF\x10\0\0\0WEBPVP8X\x0a\0\0\0\x0c"])
def test_a_picture_cut_short_anywhere_is_left_alone_or_loses_more(made):
    for end in range(len(made)):
        assert len(without_details(made[:end])) <= max(end, 0)


def test_before_it_is_written_everything_found_is_listed_with_what_becomes_of_it(matter):
    told = {}
    for profile in ("internal", "client", "outside"):
        options = ExportOptions(reviewer=WANG, now=NOW, profile=profile)
        told[profile] = {found.code: found.fate for found in preflight(matter, "word", options).found}
    assert set(told["internal"].values()) == {Fate.STAYS}
    assert {code for code, fate in told["client"].items() if fate is Fate.REMOVED} == {
        "accounts", "template", "printer", "mail_merge"
    }  # fmt: skip
    assert told["outside"]["comments"] is told["outside"]["revisions"] is Fate.RENAMED
    assert told["outside"]["hidden_text"] is told["outside"]["embedded"] is Fate.STAYS
    assert told["outside"]["people"] is Fate.HELD_BACK
    assert set(told["internal"]) >= {
        "hidden_text", "revisions", "comments", "properties", "program_properties", "custom_properties", "custom_data",
        "bound_data", "variables", "rsids", "document_ids", "template", "mail_merge", "accounts", "editors", "labels",
        "tasks", "printer", "thumbnail", "picture_details", "embedded", "orphans",
    }  # fmt: skip


def test_what_was_found_is_said_in_both_languages(matter):
    options = ExportOptions(reviewer=WANG, now=NOW, profile="outside")
    for found in preflight(matter, "word", options).found:
        assert found.sentence("en") != found.sentence("zh")
        assert "{" not in found.sentence("en") + found.sentence("zh")

"""A package goes out as it came in: what was not changed keeps the very bytes it was packed in."""

import io
import zipfile

from export.word.out_package import OutPackage
from export.word.package_out import packed_parts, zip_parts
from tests.export.word_files import paragraph, word_file
from tests.export.word_matters import annotated, matter_with, note_on

PARTS = {
    "word/a.xml": b"<a/>" * 500,
    "[Content_Types].xml": b"<t/>",
    "_rels/.rels": b"<r/>",
    "图.png": bytes(range(256)),
}


def held(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return [(info.filename, info.date_time, package.read(info)) for info in package.infolist()]


def test_parts_stand_in_their_own_order_behind_the_two_that_come_first():
    told = held(zip_parts(PARTS))
    assert [name for name, _, _ in told] == ["[Content_Types].xml", "_rels/.rels", "word/a.xml", "图.png"]
    assert {name: data for name, _, data in told} == PARTS
    assert {moment for _, moment, _ in told} == {(1980, 1, 1, 0, 0, 0)}
    assert zip_parts(PARTS) == zip_parts(dict(PARTS))


def test_what_was_stored_stays_stored_and_what_was_packed_tightly_stays_so():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("stored.bin", b"x" * 5000, zipfile.ZIP_STORED)
        package.writestr("tight.xml", b"<a/>" * 5000, zipfile.ZIP_DEFLATED, 9)
        package.writestr("loose.xml", b"<a/>" * 5000, zipfile.ZIP_DEFLATED, 1)
        package.writestr("odd.bin", b"y" * 5000, zipfile.ZIP_BZIP2)
    before = packed_parts(out.getvalue())
    assert sorted(before) == ["loose.xml", "stored.bin", "tight.xml"]
    with zipfile.ZipFile(out) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    again = zip_parts(parts, before)
    after = packed_parts(again)
    assert {name: after[name] for name in before} == before
    assert {name: data for name, _, data in held(again)} == parts


def test_a_part_that_is_set_anew_is_packed_anew():
    data = zip_parts(PARTS)
    package = OutPackage(PARTS, "word/a.xml", packed_parts(data))
    package.set("word/a.xml", b"<b/>")
    assert {name: part for name, _, part in held(package.to_bytes())}["word/a.xml"] == b"<b/>"


def test_the_export_leaves_every_untouched_part_as_it_was_packed(tmp_path, clock):
    source = word_file(paragraph("All your data."))
    with matter_with(tmp_path, clock, "a.docx", source) as matter:
        note_on(matter, "your data", title="x")
        _, data = annotated(matter, tmp_path / "out.docx")
    before, after = packed_parts(source), packed_parts(data)
    untouched = [name for name in before if before[name].crc == after[name].crc]
    assert len(untouched) >= 3
    assert [after[name] for name in untouched] == [before[name] for name in untouched]

"""Matters a part of which is sent for review: what the tests of packages share."""

import sqlite3
import zlib
from pathlib import Path

from annotations.model import Reviewer, Severity, Visibility
from annotations.package_making import Sending, make_package
from documents.model import Span
from tests.annotations.conftest import made_policy

COLLEAGUE = Reviewer("Ada Colleague", "AC")
OTHER_TEXT = "zaffreothertext 另一份文件 " * 40
NEVER = (
    "zaffreothertext", "zaffreothertitle", "zaffreotherfile", "zaffreothernote", "zaffreunchosen", "zaffreoldtitle",
    "zaffreoldissue", "zaffreremark", "zaffredraft", "zaffreclient", "zaffreaddressee", "zaffreclause", "zaffregone",
    "zaffresentto", "zaffreundone", "zaffreoldversion", "zaffreauthor", "zaffretranslated", "zaffreoldfrom",
)  # fmt: skip
INSIDE = ("zaffrereply", "zaffrerule", "zaffrefrom", "zaffreinternal")
OF_THE_CLIENT = ("zaffreissue", "zaffreowner", "zaffrecategory", "zaffrerecommendation")


def filled(matter, policy):
    """A matter in which everything that a package may not hold bears a marker word; its chosen notes."""
    matter.reviewer = Reviewer("zaffreauthor")
    other = matter.add_document(made_policy(OTHER_TEXT, "zaffreothertitle"), OTHER_TEXT.encode(), "zaffreotherfile.txt")
    matter.add_note(other.uid, [Span(0, 10)], issue="zaffreothernote")
    matter.mark_read(other.uid, "zaffreclause", read=True)
    matter.reviewer = Reviewer("林一", "LY")
    older = "zaffreoldversion 旧条款。\n" + policy.text
    document = matter.add_document(made_policy(older), older.encode(), "policy.txt", received_from="zaffreoldfrom")
    chosen = matter.add_note(document.uid, [Span(22, 26)], title="zaffreoldtitle", visibility=Visibility.OUTSIDE)
    matter.edit(chosen.uid, title="Chosen title", issue="zaffreoldissue", private_remark="zaffreremark")
    matter.edit(chosen.uid, issue="zaffreissue", owner="zaffreowner", category="zaffrecategory", rules=("zaffrerule",))
    matter.edit(chosen.uid, recommendation="zaffrerecommendation", severity=Severity.HIGH)
    matter.edit(chosen.uid, translations={"en": {"title": "kept", "private_remark": "zaffretranslated"}})
    matter.reply(chosen.uid, "zaffrereply")
    matter.add_version(document.uid, policy, policy.text.encode(), "policy.txt", received_from="zaffrefrom")
    inside = matter.add_note(document.uid, title="zaffreinternal", visibility=Visibility.INTERNAL)
    matter.add_note(document.uid, [Span(5, 8)], issue="zaffreunchosen", visibility=Visibility.OUTSIDE)
    matter.delete_note(matter.add_note(document.uid, issue="zaffregone").uid)
    matter.edit(chosen.uid, consequence="zaffreundone")
    matter.undo()
    matter.set_matter(client="zaffreclient", addressee="zaffreaddressee")
    matter.record_sent(product="memo", file_name="m.docx", sha256="0", profile="client", sent_to="zaffresentto")
    matter.save_draft(chosen.uid, "issue", "zaffredraft")
    return matter.document(document.uid), (chosen.uid, inside.uid)


def words_in(path: Path, words: tuple[str, ...]) -> list[str]:
    """Look for words in the bytes of a file and in all that is compressed in it, whatever their coding."""
    data = [path.read_bytes()]
    with sqlite3.connect(path) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        cells = [cell for table in tables for row in connection.execute(f"SELECT * FROM {table}") for cell in row]
    connection.close()
    for cell in cells:
        if isinstance(cell, bytes):
            data.append(cell)
            try:
                data.append(zlib.decompress(cell))
            except zlib.error:
                continue
    coded = {word: (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")) for word in words}
    return [word for word, codes in coded.items() if any(code in held for code in codes for held in data)]


def package_of(matter, document, notes, out: Path, **told):
    return make_package(matter, Sending(document=document.uid, notes=notes, **told), out, matter._journal.clock())


def said(matter):
    """All that notes say, but for ids, times and whose private remark it is."""
    found = []
    for note in matter.notes():
        anchors = [(a.version, a.start, a.end, a.exact, a.state) for a in note.anchors]
        told = (note.number, note.document, note.title, note.issue, note.severity, note.owner, note.status, note.review)
        answers = [(reply.author, reply.text) for reply in note.replies]
        found.append((*told, note.category, note.visibility, note.private_remark, note.author, anchors, answers))
    return sorted(found, key=lambda one: one[0])


def sent_part(matter, document, spans, out: Path):
    """Send two notes on a document of a matter that has another document too; return their uids and the file."""
    notes = [matter.add_note(document.uid, [span], issue="words").uid for span in spans]
    matter.edit(notes[0], title="old", private_remark="mine")
    matter.edit(notes[0], title="first")
    other = matter.add_document(made_policy(OTHER_TEXT), OTHER_TEXT.encode(), "other.txt")
    matter.add_note(other.uid, issue="elsewhere")
    package_of(matter, document, tuple(notes), out)
    return notes, out

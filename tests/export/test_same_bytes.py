"""The same matter and the same clock give the same bytes, whichever product, in whatever zone the machine is."""

from __future__ import annotations

import time

import pytest

from documents.reader import open_document
from export.run import ExportOptions, export, kinds
from tests.documents.pdf_files import Sheet, paragraph, pdf_of
from tests.export.word_matters import ENGLISH, NOW, WANG, matter_with, note_on


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be changed here")
@pytest.mark.parametrize("kind", kinds())
def test_it_is_the_same_file_in_every_zone(kind, tmp_path, clock, monkeypatch) -> None:
    name, text = ("acorn.md", ENGLISH) if kind != "pdf" else ("acorn.pdf", None)
    data = text.encode() if text else pdf_of([Sheet(paragraph(["We share what you write with partners."], 72, 700))])
    made = []
    with matter_with(tmp_path, clock, name, data, WANG) as matter:
        note_on(matter, "share what you", title="Too wide", issue="Far too wide", severity="high", question="Why?")
        matter.add_note(
            matter.documents()[0].uid, [], title="No address", assessment="missing", likelihood="high", impact="low"
        )
        if text and kind in ("changes", "xlsx"):  # what changed is told where there are two versions
            newer = text.replace("partners", "nobody").encode()
            matter.add_version(matter.documents()[0].uid, open_document(newer, name=name), newer, name)
        for order, zone in enumerate(("UTC", "Asia/Shanghai", "America/New_York")):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            out = tmp_path / f"{order}.out"
            export(matter, out, kind, ExportOptions(reviewer=WANG, now=NOW, profile="client"))
            made.append(out.read_bytes())
    monkeypatch.undo()
    time.tzset()
    assert len(set(made)) == 1

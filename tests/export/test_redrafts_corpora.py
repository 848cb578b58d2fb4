"""Redrafts in files nobody here wrote: ours accepted as proposed, ours rejected as received, all else untouched."""

import os
import random
import re
import shutil
from pathlib import Path

import pytest

from annotations.matter import OpenMatter
from documents.errors import UnreadableDocument
from documents.reader import open_document
from tests.export.corpora_sample import sample
from tests.export.office_changes import settled_by_office
from tests.export.revision_oracle import parts_as_they_were, revisions, settled
from tests.export.test_word_corpora import random_spans
from tests.export.word_checks import audit, integrity
from tests.export.word_matters import WANG, annotated
from tests.export.word_oracle import parts

pytestmark = [pytest.mark.corpora, pytest.mark.timeout(300)]
SHARED = Path(os.environ.get("CLAUSEMARK_SHARED", "/nowhere"))
FILES = sorted(path.relative_to(SHARED / "corpora" / "docx") for path in (SHARED / "corpora" / "docx").rglob("*.docx"))
OURS = "Redraft Er"


def plain(text):
    """The letters alone: readers count empty lines in their own way."""
    return re.sub(r"\s+", "", text)


def reworded(words, chance):
    """Other words in place of some of these: put in, taken out, put otherwise."""
    pieces = re.findall(r"\w+|\W", words)
    made = [chance.choice([piece, piece, piece, "", "altered", f"{piece} 新增"]) for piece in pieces]
    return "".join(made).strip() or "altered"


@pytest.fixture
def redrafted(tmp_path, clock):
    def export(name, count=12):
        source = (SHARED / "corpora" / "docx" / name).read_bytes()
        try:
            policy = open_document(source, name=name.name)
        except UnreadableDocument:
            pytest.skip("it does not open")
        chance = random.Random(str(name))
        with OpenMatter.create(tmp_path / "m.clausemark", WANG, clock) as matter:
            document = matter.add_document(policy, source, name.name)
            for span in random_spans(policy, str(name), count):
                wording = reworded(span.of(policy.text), chance)
                matter.add_note(document.uid, [span], proposed_wording=wording, author=OURS)
            report, data = annotated(matter, tmp_path / "out.docx", redrafts="tracked", highlight="none")
        return source, data, report

    return export


@pytest.mark.parametrize("name", sample(FILES, 3), ids=str)
def test_ours_come_and_go_and_all_else_stays(name, redrafted):
    source, data, report = redrafted(name)
    assert "redraft_unproved" not in {one.why for one in report.moved}
    if b"purl.oclc.org/ooxml" in parts(data)["_rels/.rels"] or b"altChunk" in b"".join(parts(source).values()):
        return  # the acceptor reads transitional files only; a file of put-in files gets a paragraph for its comments
    others = [(kind, author) for kind, author, _ in revisions(data) if author != OURS]
    assert {*others} == {(kind, author) for kind, author, _ in revisions(source)}
    accepted = open_document(settled(data, accept=True, author=OURS), name="a.docx").text
    assert plain(accepted) == plain(open_document(data, name="a.docx").text)
    made, received = parts_as_they_were(settled(data, accept=False, author=OURS), source)
    assert made == received


@pytest.mark.parametrize("name", FILES[::9], ids=str)
def test_the_checkers_find_no_fault_that_the_original_had_not(name, redrafted, tmp_path):
    redrafted(name)
    original = SHARED / "corpora" / "docx" / name
    assert set(audit(tmp_path / "out.docx")) - set(audit(original)) == set()
    new = [line for line in integrity(tmp_path / "out.docx", original) if line not in integrity(original)]
    assert [line for line in new if "Strict Open XML" not in line] == []


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
@pytest.mark.parametrize("name", FILES[::23], ids=str)
def test_libreoffice_agrees(name, redrafted, tmp_path):
    """What it makes of our file with our changes settled is what it makes of the file that never had them."""
    source, data, _ = redrafted(name)
    for accept, without in ((True, settled(data, accept=True, author=OURS)), (False, source)):
        (tmp_path / "without.docx").write_bytes(without)
        ours = settled_by_office(tmp_path / "out.docx", tmp_path, accept=accept, author=OURS)
        theirs = settled_by_office(tmp_path / "without.docx", tmp_path, accept=accept, author="nobody")
        assert plain(open_document(ours, name="a.docx").text) == plain(open_document(theirs, name="a.docx").text)

"""Files nobody here wrote lose what they say of people and machines, and not one letter of their text."""

import os
import re
from pathlib import Path

import pytest

from documents.errors import UnreadableDocument
from documents.word.package import Package
from documents.word.walk import walk
from export.found import Fate
from export.word.findings_in_package import found_in_package, package_of
from export.word.original import original_file
from export.word.scrub import scrub
from tests.export.corpora_sample import sample

pytestmark = [pytest.mark.corpora, pytest.mark.timeout(300)]
SHARED = Path(os.environ.get("CLAUSEMARK_SHARED", "/nowhere"))
FILES = sorted(path.relative_to(SHARED / "corpora") for path in (SHARED / "corpora").rglob("*.docx"))


@pytest.mark.parametrize("name", sample(FILES, 3), ids=str)
def test_a_file_from_elsewhere_says_nothing_beside_its_words(name):
    data = (SHARED / "corpora" / name).read_bytes()
    try:
        base = original_file(data, name.name)
    except UnreadableDocument:
        pytest.skip("it does not open")
    authors = {
        author
        for found in found_in_package(base.package, "outside")
        for author in (found.arguments["names"] if found.fate is Fate.RENAMED else ())
        if not re.fullmatch(r"Author \d+", author)
    }
    before = base.text
    scrub(base, "outside", "en")
    out = base.package.to_bytes()
    package = Package(out)
    assert walk(package).text == before
    assert [found for found in found_in_package(package_of(out, ""), "outside") if found.fate is Fate.REMOVED] == []
    held = b"\n".join(package.raw(part) for part in package.names if part.endswith(".xml"))
    assert [author for author in authors if f'author="{author}"'.encode() in held] == []

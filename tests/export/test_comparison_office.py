"""LibreOffice, which knows nothing of us, accepts a comparison to the new version and rejects it to the old one."""

import shutil

import pytest

from tests.export.compared_policies import NEW, OLD, lines_of, read, redline
from tests.export.office_changes import settled_by_office

pytestmark = [
    pytest.mark.office,
    pytest.mark.timeout(300),
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here"),
]


@pytest.mark.parametrize("accept", [True, False], ids=["accepted", "rejected"])
def test_the_file_is_the_one_version_or_the_other(tmp_path, accept):
    old, new = read(OLD), read(NEW)
    path = tmp_path / "comparison.docx"
    path.write_bytes(redline(old, new))
    found = read(settled_by_office(path, tmp_path, accept=accept), "settled.docx")
    assert [line for line in lines_of(found.text) if not line.startswith("Page 1")] == lines_of(
        (new if accept else old).text
    )

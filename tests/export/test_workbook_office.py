"""The workbook in LibreOffice: it opens, with its filters, its lists, its chart and its colours."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pypdf
import pytest

from annotations.model import Severity
from export.sheets.workbook import workbook
from tests.export.memo_case import note, report, review

pytestmark = [
    pytest.mark.office,
    pytest.mark.timeout(180),
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


def converted(data: bytes, to: str, folder: Path) -> Path:
    """What LibreOffice makes of a workbook."""
    (folder / "list.xlsx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", to, "--outdir", str(folder), str(folder / "list.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=150)
    return folder / f"list.{to.partition(':')[0]}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_filters_lists_chart_and_print_set_up_are_all_there(language: str, tmp_path: Path) -> None:
    made = converted(workbook(report(*review(), language=language))[0], "ods", tmp_path)
    with zipfile.ZipFile(io.BytesIO(made.read_bytes())) as package:
        said = package.read("content.xml").decode()
        styles = package.read("styles.xml").decode()
        charts = [name for name in package.namelist() if name.startswith("Object") and name.endswith("content.xml")]
        chart = package.read(charts[0]).decode()
    assert said.count('table:display-filter-buttons="true"') >= 2
    assert "cell-content-is-in-list" in said
    assert "calcext:conditional-format" in said
    assert "table:table-header-rows" in said
    assert 'chart:class="chart:bar"' in chart
    assert "landscape" in styles
    assert said.count('table:visibility="collapse"') >= 2, "the marks stay hidden"


def test_every_finding_is_read_as_it_was_written(tmp_path: Path) -> None:
    notes = [
        note(number, "您的借阅记录", severity=list(Severity)[number % 5], issue=f"=1+{number}\n第二行")
        for number in range(1, 60)
    ]
    made = converted(
        workbook(report(*notes))[0],
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2",
        tmp_path,
    )
    said = (
        next(tmp_path.glob("list*.csv")).read_text(encoding="utf-8") if not made.exists() else made.read_text("utf-8")
    )
    for number in range(1, 60):
        assert f"=1+{number}\n第二行" in said


def test_all_sheets_fit_their_pages(tmp_path: Path) -> None:
    made = converted(workbook(report(*review()))[0], "pdf", tmp_path)
    read = pypdf.PdfReader(made)
    assert len(read.pages) == 5, "each of the sheets, none of which spills over the width of its page"
    words = "".join(page.extract_text() for page in read.pages)
    assert "各风险等级的问题数量" in words
    assert "客户反馈" in words

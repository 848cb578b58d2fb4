"""The page before axe, the accessibility checker, in a real browser without a screen."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.model import Level, Visibility
from export.memo.sections import SECTIONS
from export.pages.html_page import html_page
from export.pages.page import page_of
from tests.export.memo_case import report, review

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

pytestmark = [
    pytest.mark.office,
    pytest.mark.timeout(180),
    pytest.mark.skipif(not BROWSER, reason="Chromium is not installed"),
]


def axe() -> str:
    """The checker's own script, as its package ships it; the package itself need not be imported."""
    found = importlib.util.find_spec("axe_core_python")
    assert found
    assert found.submodule_search_locations
    return (Path(found.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")


def checked(page: str, folder: Path) -> dict[str, object]:
    """What axe says of the page: its script and the answer are put into a copy, whose own policy would forbid both."""
    run = (
        "axe.run(document,{resultTypes:['violations','incomplete']}).then(r=>{const p=document.createElement('pre');"
        "p.id='axe';p.textContent=JSON.stringify({violations:r.violations,passes:r.passes.length});"
        "document.body.appendChild(p)})"
    )
    free = re.sub(r"<meta http-equiv[^\n]*\n", "", page)
    copy = folder / "copy.html"
    script = axe().replace("</script", "<\\/script")
    copy.write_text(
        free.replace("</body>", f"<script>{script}</script><script>{run}</script></body>"), encoding="utf-8"
    )
    command = [BROWSER, *QUIET, f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=60000", "--dump-dom"]
    made = subprocess.run([*command, copy.as_uri()], capture_output=True, text=True, timeout=150, check=True)
    found = re.search(r'<pre id="axe">(.*?)</pre>', made.stdout, re.DOTALL)
    assert found, made.stderr[-2000:]
    return json.loads(found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))


@pytest.mark.parametrize(("language", "profile"), [("zh", "internal"), ("en", "client"), ("zh", "outside")])
def test_axe_finds_nothing_to_mend(language: str, profile: str, tmp_path: Path) -> None:
    notes = tuple(
        replace(item, likelihood=Level.HIGH, impact=Level.MEDIUM, visibility=Visibility.OUTSIDE) for item in review()
    )
    value = report(*notes, language=language, profile=profile)
    told = checked(
        html_page(page_of(value, [section.name for section in SECTIONS], redline=language == "zh")).decode(), tmp_path
    )
    assert [(found["id"], [node["html"] for node in found["nodes"]][:3]) for found in told["violations"]] == []
    assert told["passes"]

"""Nothing is asked of any network: the whole job runs with sockets forbidden, and without a network at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

JOURNEY = """
import sys
from pathlib import Path
from main import main

folder = Path(sys.argv[1])
matter = folder / "demo" / "Harbour Notes.clausemark"
assert main(["demo", str(folder / "demo"), "--language", "en"]) == 0
for kind in ("word", "memo", "jsonld"):
    assert main(["export", str(matter), str(folder / kind), "--as", kind]) == 0
assert main(["read", str(folder / "word")]) == 0
assert main(["search", str(matter), "data"]) == 0
assert main(["check", str(matter)]) == 0
"""

FORBIDDEN = """
import sys
def refuse(event, arguments):
    if event.partition(".")[0] in {"socket", "urllib", "http", "ftplib", "smtplib"}:
        raise SystemExit(f"asked of the network: {event}")
sys.addaudithook(refuse)
"""


def _run(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "CLAUSEMARK_SETTINGS": str(folder / "settings.toml")}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_whole_job_touches_no_socket(tmp_path):
    done = _run(sys.executable, "-c", FORBIDDEN + JOURNEY, str(tmp_path), folder=tmp_path)
    assert done.returncode == 0, done.stderr


def test_the_audit_hook_would_have_noticed(tmp_path):
    done = _run(sys.executable, "-c", FORBIDDEN + "import socket; socket.socket()", folder=tmp_path)
    assert "asked of the network" in done.stderr


@pytest.mark.screen
def test_the_whole_job_runs_where_there_is_no_network(tmp_path):
    done = _run("unshare", "-n", sys.executable, "-c", JOURNEY, str(tmp_path), folder=tmp_path)
    assert done.returncode == 0, done.stderr

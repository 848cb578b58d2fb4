"""A window that opens and closes matters all day does not grow: the short twin of `python dev.py bench rounds`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROUNDS = (
    "import json, os; from benchmarks.rounds import rounds; print(json.dumps(rounds(60, 20)), flush=True); os._exit(0)"
)


@pytest.mark.fuzz
@pytest.mark.timeout(180)
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process holds this way")
def test_memory_after_sixty_rounds_is_that_after_twenty() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", ROUNDS]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True)
    held = json.loads(done.stdout.splitlines()[-1])
    assert held["late"] <= held["early"] * 1.05

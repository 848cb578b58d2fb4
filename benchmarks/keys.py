"""How many keys a note takes beside its words: `python -m benchmarks.keys` prints the table that KEYS.md keeps.

A reviewer who has nothing but keys takes a policy from its file to the memo on a screen of its own (Xvfb): the shared
seed with its 25 findings where CLAUSEMARK_SHARED says where it lies, else the sample.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.figures import ROOT
from tools.scripted_review import Keys, Plan, findings_of, sit, table

_ON_A_SCREEN = ("xvfb-run", "-a", "-s", "-screen 0 1280x800x24")


def main() -> int:
    """Start anew on a screen and in a home of its own, or do the work there."""
    if os.environ.get("CLAUSEMARK_KEYS_HOME") is None:
        with tempfile.TemporaryDirectory() as home:
            folders = {f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("CONFIG", "DATA", "STATE")}
            own = {**os.environ, **folders, "HOME": home, "CLAUSEMARK_KEYS_HOME": home, "QT_QPA_PLATFORM": "xcb"}
            own.pop("DISPLAY", None)
            return subprocess.call([*_ON_A_SCREEN, sys.executable, "-m", "benchmarks.keys"], cwd=ROOT, env=own)
    print(table(_counted(Path.home())))
    return 0


def _counted(folder: Path) -> list[Keys]:
    shared = os.environ.get("CLAUSEMARK_SHARED")
    samples = ROOT / "ui" / "commands" / "samples"
    if shared:
        source = next((Path(shared) / "seed").glob("*.txt"))
        review = Path(shared) / "reference" / "findings.json"
    else:
        source, review = samples / "policy-en.md", samples / "notes-en.json"
    policy = folder / f"policy{source.suffix}"
    policy.write_bytes(source.read_bytes())
    findings = findings_of(json.loads(review.read_text(encoding="utf-8")), "en")
    words = findings[0].words[0]
    plan = Plan("Ana Okafor", findings, words[:4], (findings[3].fields["title"], "low"), words[-6:])
    return sit(policy, plan, lambda: words)


if __name__ == "__main__":
    sys.exit(main())

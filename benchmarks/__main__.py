"""Runs every benchmark, or those named, and prints a table; exits 1 when a promise is not kept."""

from __future__ import annotations

import importlib
import sys

from benchmarks.figures import Figure

MODULES = (
    "start_up",
    "long_document",
    "saving",
    "scrolling",
    "workbench",
    "comparing",
    "rounds",
    "page_scrolling",
    "pdf_reading",
    "word_reading",
    "html_reading",
    "word_out",
    "pdf_out",
    "memo_tables",
)


def main(names: list[str]) -> int:
    """Measure and print, a line a figure."""
    unknown = [name for name in names if name not in MODULES]
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(MODULES)}", file=sys.stderr)
        return 2
    kept = True
    print(f"{'figure':44}{'ours':>10}{'baseline':>11}{'ratio':>8}{'limit':>7}")
    for name in names or MODULES:
        for figure in importlib.import_module(f"benchmarks.{name}").figures():
            _print(figure)
            kept = kept and figure.kept
    return 0 if kept else 1


def _print(figure: Figure) -> None:
    times = f"{figure.ours:8.1f} ms{figure.baseline:8.1f} ms"
    verdict = "" if figure.kept else "  NOT KEPT"
    print(f"{figure.name:44}{times}{figure.ratio:8.2f}{figure.limit:7.1f}{verdict}", flush=True)
    print(f"    against {figure.baseline_name}{'; ' if figure.remark else ''}{figure.remark}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Two versions of 300 pages compared, and 1,000 notes carried over 100,000 characters, one in twenty of them edited.

Against fast-diff-match-patch on the two texts, which knows no clause, no number and no move.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable

from benchmarks.figures import Figure, fresh, median_of

PAGES, A_PAGE = 300, {"en": 2_500, "zh": 1_200}
NOTES, CHARACTERS, EDITED = 1_000, 100_000, {"en": 0.09, "zh": 0.05}  # which makes one letter in twenty another
TIMES = 3
AIM = 1_000  # milliseconds until the first part of a comparison stands


def _time(work: Callable[[], object], times: int = TIMES) -> float:
    """Return the milliseconds of work of the quickest of several times, whatever else runs on the machine."""
    taken = []
    for _ in range(times):
        started = time.process_time()
        work()
        taken.append((time.process_time() - started) * 1000)
    return min(taken)


def _share(steps: list[tuple[str, int]], letters: int) -> float:
    """Return how much of a text is not as it was."""
    return sum(length for step, length in steps if step != "=") / 2 / letters


def compared(language: str) -> dict[str, float]:
    """Compare two long policies: until the first part stands, and whole."""
    import fast_diff_match_patch

    from benchmarks.two_versions import two_versions
    from documents.comparing.comparison import compare_in_parts, compare_policies

    old, new = two_versions(PAGES * A_PAGE[language], language)
    return {
        "first": _time(lambda: next(compare_in_parts(old, new))),
        "whole": _time(lambda: compare_policies(old, new)),
        "plain": _time(lambda: fast_diff_match_patch.diff(old.text, new.text), 1),
        "letters": _share(fast_diff_match_patch.diff(old.text, new.text), len(old.text)),
        "changes": len(compare_policies(old, new).changes),
    }


def carried(language: str) -> dict[str, float]:
    """Carry many notes to the next version, the map between the two with it."""
    import fast_diff_match_patch

    from annotations.following import Follower
    from benchmarks.policies import spans_of
    from benchmarks.two_versions import two_versions

    old, new = two_versions(CHARACTERS, language, EDITED[language])
    spans = [span for span in spans_of(old, NOTES) if span.of(old.text).strip()]

    def carry() -> None:
        follower = Follower(old.text, new.text)
        for span in spans:
            follower.follow(span)

    return {
        "ours": _time(carry),
        "plain": _time(lambda: fast_diff_match_patch.diff(old.text, new.text)),
        "letters": _share(fast_diff_match_patch.diff(old.text, new.text), len(old.text)),
    }


def figures() -> list[Figure]:
    """Measure in processes of their own, English and Chinese."""
    found = []
    name = "fast-diff-match-patch on the two texts"
    for language in ("en", "zh"):
        runs = [fresh("comparing", "compared", language)]
        first, whole, plain = (median_of(runs, name) for name in ("first", "whole", "plain"))
        changes, letters = (median_of(runs, name) for name in ("changes", "letters"))
        told = f"{changes:.0f} changes, {letters:.1%} of the letters; aim: the first part within {AIM} ms"
        found.append(Figure(f"{PAGES} pages compared, first part ({language})", first, plain, 1.0, name, told))
        found.append(Figure(f"{PAGES} pages compared whole ({language})", whole, plain, 3.0, name))
        runs = [fresh("comparing", "carried", language) for _ in range(TIMES)]
        ours, plain = (median_of(runs, name) for name in ("ours", "plain"))
        told = f"{median_of(runs, 'letters'):.1%} of the letters edited"
        found.append(Figure(f"{NOTES:,} notes carried ({language})", ours, plain, 10.0, name, told))
    return found


if __name__ == "__main__":
    print(json.dumps({"compared": compared, "carried": carried}[sys.argv[1]](sys.argv[2])), flush=True)
    os._exit(0)

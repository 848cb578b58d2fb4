"""Very many numbered lines: the same number again and again is told apart without counting from the first each time."""

from __future__ import annotations

from documents.draft import Source
from documents.reader import open_here


def test_the_same_ten_numbers_over_sixty_thousand_lines_are_read_before_a_test_times_out() -> None:
    text = "\n".join(f"{number % 10 + 1}. Member" for number in range(60_000))
    found = open_here(Source(text.encode(), "policy.txt")).clauses
    assert len({one.address for one in found}) == len(found) == 60_000
    assert found[-1].address == "10 (6000)"

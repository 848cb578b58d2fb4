"""What a command answers is written piece by piece, so that a long policy does not stand in memory a second time."""

from __future__ import annotations

import io
import json

from ui.commands.command import Answer


class Pieces(io.StringIO):
    """A page that remembers how much came at once."""

    longest = 0

    def write(self, words: str) -> int:
        self.longest = max(self.longest, len(words))
        return super().write(words)


def test_a_long_answer_is_never_one_string() -> None:
    values = {"clauses": [{"label": str(number), "title": "甲" * 20} for number in range(50_000)]}
    page = Pieces()
    Answer(values).write(page, as_json=True)
    assert json.loads(page.getvalue()) == values
    assert page.longest < len(page.getvalue()) / 5
    assert page.getvalue().endswith("}\n")


def test_lines_end_in_a_line_end_and_no_lines_write_nothing() -> None:
    page = io.StringIO()
    Answer({}).write(page, as_json=False)
    assert page.getvalue() == ""
    Answer({}, ("one", "two")).write(page, as_json=False)
    assert page.getvalue() == "one\ntwo\n"

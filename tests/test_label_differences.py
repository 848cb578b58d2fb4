"""Where our numbers and LibreOffice's part, the cause is named."""

from __future__ import annotations

import pytest

from tools.label_differences import Difference, cause_of, table


@pytest.mark.parametrize(
    ("ours", "theirs", "cause"),
    [
        ("21|", "㉑|", "circled"),
        ("Some-α-Format", "1.", "custom"),
        ("0th", "0", "ordinal"),
        ("00", "0", "ordinal"),
        ("2.18.2.1", "2.18.ii.1", "legal"),
        ("1.b.III", "1.b.I", "restart"),
        ("01.", "", "none"),
        ("01..1", "01.1", "none"),
        ("5.", "7)", "other"),
    ],
)
def test_each_difference_has_its_cause(ours: str, theirs: str, cause: str) -> None:
    assert cause_of(ours, theirs) == cause


def test_the_table_counts_by_cause_with_an_example() -> None:
    found = [Difference("a.docx", "00", "0", "ordinal"), Difference("b.docx", "0th", "0", "ordinal")]
    lines = table(found, 400).splitlines()
    assert lines[0] == "398 of 400 numbered paragraphs are alike (99.5%)."
    assert lines[-1].startswith("| 2 | 2 | `00` | `0` | LibreOffice")

"""Whether a file may be another version of a document is seen at a glance."""

from __future__ import annotations

import pytest

from documents.likeness import alike_names, shared_part

OLD = "We collect your name.\nWe may share it with couriers. You may ask us for a copy.\n"


def test_what_two_texts_share_is_counted_by_sentences_however_the_lines_run():
    assert shared_part(OLD, OLD.replace("\n", " ").replace(". You", ".\nYou")) == 1.0
    assert 0.5 < shared_part(OLD, OLD + "We keep it for a year.\n") < 1
    assert shared_part(OLD, "Cookies remember which pages were read.\n") == 0.0
    assert shared_part("", "") == 0.0


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Harbour notice.docx", "Harbour notice v2 (final).pdf", True),
        ("隐私政策2024年版.docx", "隐私政策（2025修订稿）.docx", True),
        ("Privacy 2024-01-05.html", "privacy.html", True),
        ("Harbour notice.docx", "Cookie notice.docx", False),
        ("1.docx", "2.docx", False),
    ],
)
def test_names_are_alike_but_for_versions_and_dates(one, other, alike):
    assert alike_names(one, other) is alike

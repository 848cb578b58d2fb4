"""A logo before or in a title is no part of what a policy is called."""

from __future__ import annotations

import pytest

from documents.model import BlockKind
from documents.reader import open_document

PNG = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5Er"
    "kJggg=="
)
LOGO = f'<img src="{PNG}" alt="">'
BODY = "<p>We collect what you give us, and nothing else that we do not need.</p>" * 3


@pytest.mark.parametrize(
    "top",
    [
        f"<h1>{LOGO} Harbour privacy notice</h1>",
        f"<p>{LOGO}</p><h1>Harbour privacy notice</h1>",
        f"<h1>{LOGO}</h1><h1>Harbour privacy notice</h1>",
    ],
)
def test_a_picture_at_the_head_is_not_in_the_title(top):
    policy = open_document(f"<html><body>{top}{BODY}</body></html>".encode(), name="notice.html")
    assert policy.title == "Harbour privacy notice"
    titles = [one.span.of(policy.text) for one in policy.blocks if one.kind is BlockKind.TITLE]
    assert [" ".join(words.replace("\ufffc", " ").split()) for words in titles] in ([], ["Harbour privacy notice"])


def test_a_clause_whose_heading_begins_with_a_picture_is_named_by_its_words():
    page = f"<html><body><h1>Notice</h1><h2>1. {LOGO}What we collect</h2>{BODY}</body></html>"
    policy = open_document(page.encode(), name="notice.html")
    assert all("\ufffc" not in clause.title + clause.address for clause in policy.clauses)
    assert any(clause.title == "What we collect" for clause in policy.clauses)

"""Pasting and pictures on files that nobody here wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from documents.chat import noise_in
from documents.draft import Source
from documents.errors import UnreadableDocument
from documents.model import PolicyDocument
from documents.pasting import copied_page, page_of, page_without, same_but_for
from documents.picture_bytes import PictureFile, may_show
from documents.reader import open_here

pytestmark = [pytest.mark.corpora, pytest.mark.timeout(300)]

_LARGEST = 2_000_000


def policies(folder: Path, *suffixes: str, whole: bool = False) -> Iterator[tuple[bytes, PolicyDocument]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in suffixes and path.stat().st_size < _LARGEST:
            data = path.read_bytes()
            try:
                yield data, open_here(Source(data, path.name, whole_page=whole))
            except UnreadableDocument:
                continue


def test_hardly_a_line_of_a_real_policy_looks_like_chat(shared):
    found = lines = 0
    for _, policy in policies(shared / "corpora" / "policies", ".html", ".htm", ".md", ".txt"):
        written = policy.text.split("\n")
        lines += len(written)
        found += len(noise_in(written))
    assert lines > 5_000
    assert found * 5_000 <= lines


def test_a_line_can_be_struck_out_of_nearly_every_saved_page_and_never_takes_another_along(shared):
    done = refused = 0
    for data, _ in policies(shared / "corpora" / "policies", ".html", ".htm"):
        copied = copied_page(data.decode("utf-8", "replace"))
        before = open_here(Source(page_of(copied), "pasted.html", whole_page=True))
        struck = [block.span for block in before.blocks if block.span.of(before.text).strip()][3:6]
        cut = page_without(copied, before, struck, fold=False)
        try:
            kept = same_but_for(before, struck, open_here(Source(cut, "pasted.html", whole_page=True)))
        except UnreadableDocument:
            kept = False
        done, refused = done + kept, refused + (not kept)
    assert done > 20
    assert refused * 20 <= done


def test_the_pictures_of_word_files_that_can_be_drawn_are_found(shared):
    found = missing = 0
    for data, policy in policies(shared / "corpora" / "docx", ".docx", ".docm"):
        file = PictureFile(data, policy.format)
        for picture in policy.pictures:
            if may_show(policy.format, picture.source):
                known = file.bytes_of(picture.source) is not None
                found, missing = found + known, missing + (not known)
    assert found > 20
    assert missing * 20 <= found

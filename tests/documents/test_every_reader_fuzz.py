"""Files of every format broken at random: each is read and holds together, or is refused with a sentence."""

from __future__ import annotations

from random import Random

import pytest

from documents.worker import Worker
from tools.fuzz import outcome
from tools.mutants import mutated, our_files

FILES = our_files()
EACH = 250


@pytest.mark.fuzz
@pytest.mark.parametrize(("name", "data"), FILES, ids=[f"{at}-{name}" for at, (name, _) in enumerate(FILES)])
def test_a_mutant_is_read_or_refused(name: str, data: bytes) -> None:
    seen: dict[str, int] = {}
    with Worker() as worker:
        for seed in range(EACH):
            code = outcome(worker, name, mutated(data, Random(seed)))
            seen.setdefault(code, seed)
    assert [(code, seed) for code, seed in seen.items() if code.startswith("wrong")] == []
    assert "read" in seen


@pytest.mark.parametrize(("name", "data"), FILES, ids=[f"{at}-{name}" for at, (name, _) in enumerate(FILES)])
def test_the_files_that_are_broken_are_whole_before(name: str, data: bytes) -> None:
    with Worker() as worker:
        assert outcome(worker, name, data) == "read"

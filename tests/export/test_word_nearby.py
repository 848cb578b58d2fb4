"""Letters are looked for only in the paragraphs that notes stand in, and nothing goes out otherwise for that."""

import random

import pytest

from documents.model import Span
from documents.reader import open_document
from documents.word.package import Package
from documents.word.walk import walk
from export.word.nearby import Nearby
from tests.export.word_generated import generated


@pytest.mark.parametrize("seed", range(12))
def test_the_letters_of_some_paragraphs_are_those_of_all_and_the_text_is_the_same(seed):
    data = generated(random.Random(seed))
    policy = open_document(data, name="drawn.docx")
    chance = random.Random(seed + 1000)
    start = chance.randrange(len(policy.text))
    span = Span(start, min(len(policy.text), start + 30))
    all_of_it = walk(Package(data), blocks=False)
    some = walk(Package(data), atoms=Nearby(policy, [span]), blocks=False)
    assert some.text == all_of_it.text == policy.text
    assert [one[2:] for one in map(tuple, some.paragraphs)] == [one[2:] for one in map(tuple, all_of_it.paragraphs)]
    places = {(atom.start, atom.end, atom.part, atom.offset) for atom in all_of_it.atoms}
    found = {(atom.start, atom.end, atom.part, atom.offset) for atom in some.atoms}
    near = {place for place in places if place[0] < span.end and span.start < place[1]}
    assert near <= found <= places


def test_of_a_long_file_the_letters_far_from_the_notes_are_left_out():
    from benchmarks.word_files import long_word_file

    data = long_word_file(10)
    policy = open_document(data, name="long.docx")
    block = policy.blocks[20]
    some = walk(Package(data), atoms=Nearby(policy, [block.span]), blocks=False)
    assert len(some.atoms) < len(walk(Package(data), blocks=False).atoms) / 2


def test_a_file_that_reads_otherwise_by_now_has_all_its_letters():
    from dataclasses import replace

    from export.word.original import original_file

    data = generated(random.Random(3))
    policy = open_document(data, name="drawn.docx")
    older = replace(policy, text=policy.text + "more\n")
    letters = original_file(data, "drawn.docx", Nearby(older, [Span(0, 1)])).letters
    assert len(letters) == len(walk(Package(data), blocks=False).atoms)

"""Whatever two reviewers do to their copies, removing for good among it, both orders of merging end the same."""

import random
import shutil

import pytest

from annotations.matter import OpenMatter
from annotations.model import Reviewer
from documents.model import Span
from tests.annotations.conftest import made_policy
from tests.annotations.test_merge import merged_both_ways, rows_of


class Worker:
    """Does one thing after another to a matter, by chance."""

    def __init__(self, matter, chance: random.Random) -> None:
        self.matter, self.chance = matter, chance

    def work(self, steps: int) -> None:
        wishes = [self.add, self.note, self.note, self.change, self.read, self.go, self.step, self.send]
        for _ in range(steps):
            wish = self.chance.choice(wishes) if self.matter.documents() else self.add
            wish()

    def document(self) -> str:
        return self.chance.choice(self.matter.documents()).uid

    def add(self) -> None:
        text = f"words {self.chance.randrange(4)} of a policy\n" * 3
        self.matter.add_document(made_policy(text, "t"), text.encode(), f"{self.chance.randrange(4)}.txt")

    def note(self) -> None:
        self.matter.add_note(self.document(), [Span(0, 5)], issue="n")

    def change(self) -> None:
        notes = self.matter.notes(self.document())
        if not notes:
            return
        uid, said = self.chance.choice(notes).uid, str(self.chance.random())
        wish = self.chance.randrange(3)
        if wish == 0:
            self.matter.edit(uid, title=said)
        elif wish == 1:
            self.matter.reply(uid, said)
        else:
            self.matter.delete_note(uid)

    def read(self) -> None:
        self.matter.mark_read(self.document(), str(self.chance.randrange(3)), read=self.chance.random() < 0.7)

    def go(self) -> None:
        self.chance.choice((self.matter.remove_document, self.matter.erase_document))(self.document())

    def step(self) -> None:
        self.chance.choice((self.matter.undo, self.matter.redo))()

    def send(self) -> None:
        self.matter.record_sent(product="csv", file_name="a.csv", sha256="00", profile="client")


@pytest.fixture
def pair(matter, document, tmp_path, clock, lin):
    """A matter and a copy of it, both open."""
    assert document.uid
    matter.close()
    theirs = tmp_path / "theirs.clausemark"
    shutil.copyfile(matter.path, theirs)
    with OpenMatter.open(matter.path, lin, clock) as ours, OpenMatter.open(theirs, Reviewer("O"), clock) as other:
        yield ours, other


@pytest.mark.parametrize("seed", range(8))
def test_both_orders_end_the_same_and_everything_is_in_order(seed, pair, tmp_path, clock):
    ours, other = pair
    chance = random.Random(seed)
    Worker(ours, chance).work(6)
    other.merge(ours.path)
    for copy in pair:
        Worker(copy, chance).work(16)
        assert copy.check() == ()
    one, two = merged_both_ways(ours, other, tmp_path, clock)
    assert one == two
    ours.merge(other.path)
    other.merge(ours.path)
    assert ours.check() == other.check() == ()
    assert rows_of(ours) == rows_of(other)
    Worker(ours, chance).work(8)
    other.merge(ours.path)
    assert other.check() == ()

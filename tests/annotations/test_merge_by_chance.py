"""Three matters grown from one, merged in any order and grouping, give the same notes, whatever was done to them."""

import random
import shutil
from itertools import permutations

import pytest

from annotations.interchange import read_notes
from annotations.matter import OpenMatter
from annotations.model import Reviewer, Severity
from documents.model import Span
from tests.annotations.conftest import TEXT, made_policy
from tests.annotations.test_merge import rows_of

WORDS = "甲乙丙丁"
WHY = "agreed"
NAMES = ("a", "b", "c")


def shown(matter) -> dict:
    """All a reviewer sees, but for the numbers, which are given once, and the times of the last edit."""
    rows = rows_of(matter)["rows"]
    versions = {version.uid for document in matter.documents() for version in document.versions}
    seen = {}
    for name, row in rows.items():
        said = {field: value for field, value in row.items() if value and field not in ("number", "modified")}
        if said and not row.get("deleted") and not row.get("removed"):
            places = [anchor for anchor in row.get("anchors", ()) if anchor["version"] in versions]
            seen[name] = {**said, "anchors": sorted(places, key=str)}
    return seen


class Someone:
    """Does one thing after another to a matter, by chance."""

    def __init__(self, matter, draw: random.Random) -> None:
        self.matter, self.draw = matter, draw

    def act(self) -> None:
        notes = self.matter.notes()
        deeds = [self.add, self.matter.undo, self.matter.redo, self.carry, self.take_in, self.detail]
        deeds += [self.edit, self.edit, self.remove, self.reply, self.rate, self.decide] if notes else []
        self.draw.choice(deeds)()

    def note(self):
        return self.draw.choice(self.matter.notes())

    def document(self):
        return self.matter.documents()[0].uid

    def add(self) -> None:
        start = self.draw.randrange(0, 60, 5)
        self.matter.add_note(self.document(), [Span(start, start + 8)], issue=self.draw.choice(WORDS))

    def edit(self) -> None:
        field = self.draw.choice(("title", "issue", "owner"))
        self.matter.edit(self.note().uid, **{field: self.draw.choice(WORDS)})

    def rate(self) -> None:
        self.matter.edit(self.note().uid, severity=self.draw.choice(list(Severity)))

    def remove(self) -> None:
        if self.draw.random() < 0.5:
            self.matter.delete_note(self.note().uid)

    def reply(self) -> None:
        self.matter.reply(self.note().uid, self.draw.choice(WORDS))

    def detail(self) -> None:
        self.matter.set_matter(client=self.draw.choice(WORDS))

    def carry(self) -> None:
        text = f"{self.draw.choice(WORDS)}版\n{TEXT}"
        policy = made_policy(text)
        if self.draw.random() < 0.3:
            self.matter.add_version(self.document(), policy, text.encode(), "next.txt")

    def take_in(self) -> None:
        told = f'[{{"id": "{self.draw.randrange(3)}", "issue": "{self.draw.choice(WORDS)}"}}]'
        self.matter.import_notes(self.document(), read_notes(told.encode(), "zh"))

    def decide(self) -> None:
        left = self.matter.undecided()
        if left.conflicts:
            conflict = self.draw.choice(left.conflicts)
            self.matter.decide(conflict, self.draw.choice(conflict.claims).value, WHY)
        elif left.doubles:
            double = self.draw.choice(left.doubles)
            self.draw.choice(
                (
                    lambda: self.matter.join(double.first.uid, double.second.uid, WHY),
                    lambda: self.matter.keep_apart(double, WHY),
                )
            )()
        elif left.severities:
            self.matter.rate(self.draw.choice(left.severities), self.draw.choice((None, Severity.LOW)), WHY)


@pytest.fixture
def three(matter, document, tmp_path, clock):
    """Three copies of one matter, open, each with a reviewer of its own."""
    matter.add_note(document.uid, [Span(0, 8)], issue="first")
    matter.close()
    paths = [tmp_path / f"{name}.clausemark" for name in NAMES]
    for path in paths:
        shutil.copyfile(matter.path, path)
    opened = [OpenMatter.open(path, Reviewer(path.stem), clock) for path in paths]
    yield opened
    for one in opened:
        one.close()


def united(base, others, folder, clock, *, and_back=True):
    """Merge files into a copy of the first, take that back and do it again, and return the file."""
    path = folder / f"united {random.random()}.clausemark"
    shutil.copyfile(base, path)
    with OpenMatter.open(path, Reviewer("M"), clock) as matter:
        before = shown(matter)
        for other in others:
            matter.merge(other)
        conflicts = matter.conflicts()
        changes = matter.changes()
        for other in others:
            assert matter.merge(other).changes == 0
        assert matter.changes() == changes, "merging twice adds nothing"
        assert matter.check() == ()
        result = rows_of(matter), shown(matter), frozenset(conflicts)
        if not and_back:
            return path, result
        for _ in others:
            matter.undo()
        assert shown(matter) == before, "undo brings back the state before"
        assert matter.check() == ()
        for _ in others:
            matter.redo()
        assert shown(matter) == result[1]
    return path, result


def run(three, tmp_path, clock, seed, steps) -> None:
    draw = random.Random(seed)
    people = [Someone(matter, draw) for matter in three]
    for _ in range(steps):
        draw.choice(people).act()
        if draw.random() < 0.06:
            one, other = draw.sample(three, 2)
            one.merge(other.path)
    said = {note.issue for matter in three for note in matter.notes()}
    paths = [matter.path for matter in three]
    found = [united(order[0], order[1:], tmp_path, clock)[1] for order in permutations(paths)]
    pair, _ = united(paths[1], paths[2:], tmp_path, clock, and_back=False)
    found.append(united(paths[0], [pair], tmp_path, clock)[1])
    first_rows, first, conflicts = found[0]
    for rows, seen, asked in found[1:]:
        assert seen == first, seed
        assert asked == conflicts, seed
        assert rows["numbers"] == first_rows["numbers"], seed
    assert said <= _every_word(tmp_path, paths, clock), "nothing is lost"


def _every_word(folder, paths, clock) -> set[str]:
    path, _ = united(paths[0], paths[1:], folder, clock)
    with OpenMatter.open(path, Reviewer("M"), clock) as matter:
        told = [c.after for c in matter.changes()]
    return {
        v for after in told for v in (after.values() if isinstance(after, dict) else (after,)) if isinstance(v, str)
    }


@pytest.mark.parametrize("seed", range(4))
def test_three_copies_merged_in_any_order_and_grouping_give_the_same_notes(three, tmp_path, clock, seed):
    run(three, tmp_path, clock, seed, 30)


@pytest.mark.fuzz
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(1000, 1040))
def test_three_copies_after_much_work_give_the_same_notes(three, tmp_path, clock, seed):
    run(three, tmp_path, clock, seed, 90)

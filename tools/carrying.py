"""How well notes are carried over real pairs of policies: `python -m tools.carrying [SHARED] [--write]`.

Places are drawn at random in the old text of each pair of the shared corpora and carried to the new one, beside the
method of Hypothesis (position, exact quote, then approximate search, best score wins). tools.carrying_judge judges.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotations.following import Follower, Outcome
from annotations.headings import Headings, headings_of
from documents.model import PolicyDocument, Span
from documents.reader import open_document
from tools.carrying_judge import Judge, coverage, words_of
from tools.hypothesis_method import Peer
from tools.places import ROOT

_PLANTED, _TURNED = 6, 10
_LONG_LINE, _STRANGE = 80, 0.6
_PAGE = ROOT / "docs" / "carrying-notes.md"
_FIGURE = re.compile(r"\d+")
_TURNS = (
    (re.compile(r"\bmay\b"), "must"),
    (re.compile(r"\bmust\b"), "may"),
    (re.compile(r"\bwill\b"), "will not"),
    (re.compile(r"\bnot\b"), ""),
    (re.compile("可以"), "应当"),
    (re.compile("应当"), "可以"),
    (re.compile("不"), ""),
    (re.compile("ません"), "ます"),
)
_MADE_UP = ("planted", "turned")
_CLASSES = {
    "survivor": "words that stand, once in both",
    "repeated": "words that stand, several times",
    "moved": "words that stand elsewhere",
    "edited": "words that were edited",
    "half": "half edited, half gone (no place is right)",
    "gone": "words that are gone",
    "planted": "words that were never in the policy",
    "turned": "a figure, modal or negation changed in them",
}


@dataclass(frozen=True)
class Trial:
    """A place of `old` to carry to `new`, its class, and where it is, if anywhere."""

    kind: str
    old: str
    new: str
    span: Span
    place: tuple[int, int] | None = None


Carry = Callable[[Span], tuple[str, Span | None]]
"""From an old place to "sure", "ask" or "lost", and a new place."""


def follower_of(one: PolicyDocument, other: PolicyDocument, old: str, new: str) -> Follower:
    """Return what follows places between two texts, each that of a document or the same with one stretch changed."""
    return Follower(old, new, (_shifted(one, old), _shifted(other, new)))


def _shifted(policy: PolicyDocument, text: str) -> Headings:
    headings, was = headings_of(policy), policy.text
    if text == was:
        return headings
    start = _alike(was, text)
    end = min(_alike(was[::-1], text[::-1]), len(was) - start, len(text) - start)
    return headings.shifted(start, len(was) - end, len(text) - len(was))


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def ours(one: PolicyDocument, other: PolicyDocument, old: str, new: str) -> Carry:
    """Carry as the program does; a place with a sign of danger is a question."""
    follower = follower_of(one, other, old, new)

    def carry(span: Span) -> tuple[str, Span | None]:
        found = follower.follow(span)
        if found.outcome is Outcome.LOST:
            return "lost", None
        return ("ask" if found.outcome is Outcome.ASK or found.alerts else "sure"), found.span

    return carry


def peer(_one: PolicyDocument, _other: PolicyDocument, old: str, new: str) -> Carry:
    """Carry by the method of Hypothesis: it never asks."""
    found = Peer(new)

    def carry(span: Span) -> tuple[str, Span | None]:
        place = found.place(old, span)
        return ("lost", None) if place is None else ("sure", place)

    return carry


def verdict(trial: Trial, state: str, span: Span | None) -> str:
    """Return what a result is worth: right, wrong, asked right, asked wrong, lost, or placed where nothing is right."""
    if state == "lost" or span is None:
        return "lost"
    if trial.kind in ("gone", "planted", "half", "turned"):
        return "placed" if state == "sure" else "asked"
    right = trial.place is not None and _overlap((span.start, span.end), trial.place) >= (1 if _stands(trial) else 0.5)
    return ("right" if right else "wrong") if state == "sure" else "asked right" if right else "asked wrong"


def _stands(trial: Trial) -> bool:
    return trial.kind in ("survivor", "repeated", "moved")


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    both = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return both / max(1, max(one[1], other[1]) - min(one[0], other[0]))


Pair = tuple[str, str, PolicyDocument, PolicyDocument]


def pairs(shared: Path) -> Iterator[Pair]:
    """Yield the pairs that open: id, language, old and new, as the program reads them."""
    folder = shared / "corpora" / "pairs"
    for one in json.loads((folder / "pairs.json").read_text(encoding="utf-8")):
        if (folder / one["id"]).is_dir():
            old, new = (open_document(next((folder / one["id"]).glob(f"{name}.*"))) for name in ("old", "new"))
            yield one["id"], one["lang"], old, new


def trials(pair: Pair, others: list[str], count: int, seed: int = 7) -> Iterator[Trial]:
    """Yield places drawn at random; the same ones each time."""
    name, old, new = pair[0], pair[2].text, pair[3].text
    chance = random.Random(f"{seed}{name}")
    east_asian = Follower(old[:6000], new[:6000]).runs.east_asian
    judge, turned = Judge(old, new, east_asian=east_asian), 0
    for start, end in _drawn(chance, old, count, east_asian=east_asian):
        kind, place = judge.judge(start, end)
        if not kind:
            continue
        yield Trial(kind, old, new, Span(start, end), place)
        if kind == "survivor" and place is not None and turned < _TURNED:
            other = _turn(chance, new, place)
            turned += other is not None
            if other is not None:
                yield Trial("turned", old, other, Span(start, end))
    yield from _planted(chance, old, new, others)


def _drawn(chance: random.Random, old: str, count: int, *, east_asian: bool) -> Iterator[tuple[int, int]]:
    words = words_of(old)
    middle, least, most = (3.4, 5, 160) if east_asian else (4.4, 10, 450)
    for _ in range(count if words else 0):
        first = last = chance.randrange(len(words))
        wanted = max(least, min(most, int(chance.lognormvariate(middle, 0.7))))
        while last + 1 < len(words) and words[last][1] - words[first][0] < wanted:
            last += 1
        if words[last][1] - words[first][0] >= least:
            yield words[first][0], words[last][1]


def _turn(chance: random.Random, new: str, place: tuple[int, int]) -> str | None:
    """Return the new text with one figure, modal word or negation of a place turned into another."""
    words = new[slice(*place)]
    turns = [(one.start(), one.end(), str((int(one.group()) + 1) % 10**9)) for one in _FIGURE.finditer(words)]
    turns += [(one.start(), one.end(), to) for pattern, to in _TURNS for one in pattern.finditer(words)]
    if not turns:
        return None
    start, end, to = chance.choice(turns)
    return new[: place[0] + start] + to + new[place[0] + end :]


def _planted(chance: random.Random, old: str, new: str, others: list[str]) -> Iterator[Trial]:
    lines = [line for text in others for line in text.split("\n") if len(line) > _LONG_LINE]
    breaks = [found.end() for found in re.finditer("\n", old)]
    for _ in range(_PLANTED if lines and breaks else 0):
        line, at = chance.choice(lines), chance.choice(breaks)
        length = min(len(line), chance.choice((30, 60, 120)))
        start = chance.randrange(len(line) - length + 1)
        if coverage(new, line[start : start + length]) < _STRANGE:
            yield Trial("planted", f"{old[:at]}{line}\n{old[at:]}", new, Span(at + start, at + start + length))


def measured(shared: Path, count: int, seed: int = 7) -> dict[str, Counter[tuple[str, str]]]:
    """Return for each method how often each class came to each verdict."""
    known = list(pairs(shared))
    told: dict[str, Counter[tuple[str, str]]] = {"ours": Counter(), "Hypothesis": Counter()}
    for pair in known:
        others = [old.text for name, language, old, _ in known if language == pair[1] and name != pair[0]]
        made: dict[tuple[str, str, str], Carry] = {}
        for trial in trials(pair, others, count, seed):
            for method, carrier in (("ours", ours), ("Hypothesis", peer)):
                key = (method, trial.old, trial.new)
                carry = made.get(key) or made.setdefault(key, carrier(*pair[2:], trial.old, trial.new))
                told[method][trial.kind, verdict(trial, *carry(trial.span))] += 1
            made = {key: carry for key, carry in made.items() if key[1:] == (pair[2].text, pair[3].text)}
    return told


def table(told: dict[str, Counter[tuple[str, str]]]) -> str:
    """Return the figures as a Markdown table."""
    lines = [
        "| what was drawn | method | places | sure and right | asked | lost | silently wrong |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind, words in _CLASSES.items():
        for method, counts in told.items():
            lines.append(f"| {words} | {method} | {_row(kind, counts)} |")
    return "\n".join(lines)


def summary(counts: Counter[tuple[str, str]]) -> str:
    """Return the figures over all classes that a reviewer feels: how much is asked, and how good the proposals are."""
    own = Counter({key: times for key, times in counts.items() if key[0] not in _MADE_UP})
    asked = sum(times for (_, said), times in own.items() if said.startswith("asked"))
    right = sum(times for (_, said), times in own.items() if said == "asked right")
    wrong = sum(times for (_, said), times in own.items() if said == "asked wrong")
    alarmed = sum(times for (kind, said), times in own.items() if kind == "survivor" and said.startswith("asked"))
    survivors = sum(times for (kind, _), times in own.items() if kind == "survivor")
    return (
        f"Of all {own.total()} places in the policies {_share(asked, own.total())} are asked about. Of the questions "
        f"that have one right place {_share(right, right + wrong)} propose it. "
        f"Of the words that stand once {_share(alarmed, survivors)} raise a question or an alert."
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(1, whole):.1f}%"


def _row(kind: str, counts: Counter[tuple[str, str]]) -> str:
    own = Counter({said: times for (one, said), times in counts.items() if one == kind})
    asked = own["asked"] + own["asked right"] + own["asked wrong"]
    wrong = own["wrong"] + (own["placed"] if kind != "half" else 0)
    shown = (own["right"] if kind != "half" else own["placed"], asked, own["lost"], wrong)
    total = max(1, own.total())
    return " | ".join([str(own.total()), *(f"{times} ({100 * times / total:.1f}%)" for times in shown)])


def main() -> int:
    """Print the table, or put it into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", type=Path, default=Path(os.environ.get("CLAUSEMARK_SHARED", "")))
    parser.add_argument("--write", action="store_true", help="put the table into docs/carrying-notes.md")
    parser.add_argument("--places", type=int, default=60, help="drawn in each old text")
    parser.add_argument("--seed", type=int, default=7, help="draw other places")
    words = parser.parse_args()
    told = measured(words.shared, words.places, words.seed)
    found = f"{table(told)}\n\n{summary(told['ours'])}"
    print(found)
    if words.write:
        before, rest = _PAGE.read_text(encoding="utf-8").split("<!-- table -->\n", 1)
        after = rest.split("<!-- end -->", 1)[1]
        _PAGE.write_text(f"{before}<!-- table -->\n{found}\n<!-- end -->{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What a page's own style sheets say of elements by tag, class and id: hidden, bold, box, list style, white space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from documents.markup.tags import Attributes

__all__ = ["NO_SHEET", "Compound", "Sheet", "compound_of", "rules_of", "sheet_of"]

_COMMENTS = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_BRACES = re.compile(r"[{}]")
_SIMPLE = re.compile(r"([a-z][a-z0-9]*|\*)?((?:[.#][\w\u00a0-\U0010ffff-]+)*)", re.IGNORECASE)
_SIGNS = re.compile(r"[.#][^.#]+")
_KNOWN = frozenset({"display", "visibility", "list-style", "list-style-type", "white-space", "font-weight"})
_ON_SCREEN = re.compile(r"@(?:media\s+(?:only\s+)?(?:screen|all)\s*|layer\b[^{]*|supports\b[^{]*)", re.IGNORECASE)
_OPENING = re.compile(r"accordion|collaps|faq|answer|expand|toggle|tab-?pan|tab-?content|panel|read-?more")
_WIDER = re.compile(r"(?:^|\s)(?:(?:sm|md|lg|x+l|\dxl):|d-(?:sm|md|lg|x+l)-)(?:block|flex|grid|inline|table|contents)")
_ASIDE = re.compile(r"menu|drop-?down|\bnav|modal|dialog|pop-?up|lightbox|drawer|tool-?tip|search|lang|cookie|consent")
_MOST_RULES = 20_000


@dataclass(frozen=True, slots=True)
class Compound:
    """A plain selector: a tag or "", and classes and ids that must all be there."""

    tag: str
    signs: frozenset[str]

    def holds(self, tag: str, attributes: Attributes) -> bool:
        """Whether an element is meant."""
        return self.tag in {"", tag} and (not self.signs or self.signs <= _signs_of(attributes))


@dataclass(frozen=True, slots=True)
class _Rule:
    """What holds for the elements of a plain selector, and how much the rule weighs against others."""

    chosen: Compound
    weight: tuple[int, int, int]
    styles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rules in the order in which a later one wins; `controlled`: ids that a control of the page opens and closes."""

    rules: Mapping[str, Sequence[_Rule]]
    controlled: frozenset[str] = frozenset()

    def styles_of(self, tag: str, attributes: Attributes) -> dict[str, str]:
        """Return what the sheets declare for an element."""
        signs = _signs_of(attributes)
        found: list[_Rule] = []
        for key in (tag, "*", *signs):
            for rule in self.rules.get(key, ()):
                if rule.chosen.tag in {"", tag} and rule.chosen.signs <= signs:
                    found.append(rule)  # noqa: PERF401 - clearer so
        declared: dict[str, str] = {}
        for rule in sorted(found, key=lambda one: one.weight):
            declared.update(rule.styles)
        return declared

    def can_open(self, attributes: Attributes) -> bool:
        """Whether a click shows the element (accordions, tabs) or a wide screen does: it is read like the rest."""
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
        if _WIDER.search(names):
            return True
        opened = attributes.get("id") in self.controlled or _OPENING.search(names)
        return bool(opened) and not _ASIDE.search(f"{names} {attributes.get('role') or ''}")


NO_SHEET = Sheet({})


def sheet_of(sheets: Iterable[str], controlled: Iterable[str] = ()) -> Sheet:
    """Return the rules of style sheets that one can apply without looking at an element's surroundings."""
    rules: dict[str, list[_Rule]] = {}
    count = 0
    for selectors, declarations in rules_of(sheets):
        styles = _styles(declarations)
        for selector in selectors.split(",") if styles else ():
            count += 1
            chosen = compound_of(selector.strip())
            if chosen is not None and count < _MOST_RULES:
                rule = _Rule(chosen, (*_weight(chosen), count), styles)
                rules.setdefault(next(iter(chosen.signs), chosen.tag or "*"), []).append(rule)
    return Sheet(rules, frozenset(controlled))


def rules_of(sheets: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield selectors and declarations of the rules of style sheets that hold on a screen of any size."""
    for written in sheets:
        yield from _declared(_COMMENTS.sub(" ", written))


def _declared(css: str) -> Iterator[tuple[str, str]]:
    start = skipped = 0
    selectors = ""
    for brace in _BRACES.finditer(css):
        before = css[start : brace.start()]
        start = brace.end()
        if brace[0] == "}":
            if skipped:
                skipped -= 1
            elif selectors:
                yield selectors, before
            selectors = ""
            continue
        head = before.rpartition(";")[2].strip()
        if skipped or (head.startswith("@") and not _ON_SCREEN.fullmatch(head)):
            skipped += 1
        else:
            selectors = "" if head.startswith("@") else head


def _styles(declarations: str) -> Mapping[str, str]:
    pairs = (one.partition(":") for one in declarations.lower().replace("!important", "").split(";"))
    stated = {name.strip(): value.strip() for name, _, value in pairs}
    return {name: value for name, value in stated.items() if name in _KNOWN}


def compound_of(selector: str) -> Compound | None:
    """Return a selector that asks for tag, classes and ids only; None for any other."""
    match = _SIMPLE.fullmatch(selector)
    if match is None or not selector:
        return None
    tag = (match[1] or "").lower()
    return Compound("" if tag == "*" else tag, frozenset(_SIGNS.findall(match[2])))


def _weight(chosen: Compound) -> tuple[int, int]:
    ids = sum(1 for sign in chosen.signs if sign[0] == "#")
    return ids, 10 * (len(chosen.signs) - ids) + bool(chosen.tag)


def _signs_of(attributes: Attributes) -> frozenset[str]:
    names = [f".{one}" for one in (attributes.get("class") or "").split()]
    if identity := attributes.get("id"):
        names.append(f"#{identity}")
    return frozenset(names)

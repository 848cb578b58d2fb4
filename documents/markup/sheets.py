"""What a page's own style sheets say of elements by tag, class and id: hidden, bold, box, list style, white space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from documents.markup.matching import Matcher, weight_of
from documents.markup.selectors import compound_of, listed, signs_of
from documents.markup.surroundings import Deeper, Rule, deeper_rule
from documents.markup.tags import Attributes

__all__ = ["NO_SHEET", "Sheet", "rules_of", "sheet_of"]

_COMMENTS = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_BRACES = re.compile(r"[{}]")
_KNOWN = frozenset({"display", "visibility", "list-style", "list-style-type", "white-space", "font-weight"})
_SHOWS = frozenset({"display", "visibility"})
_ON_SCREEN = re.compile(r"@(?:media\s+(?:only\s+)?(?:screen|all)\s*|layer\b[^{]*|supports\b[^{]*)", re.IGNORECASE)
_OPENING = re.compile(r"accordion|collaps|faq|answer|expand|toggle|tab-?pan|tab-?content|panel|read-?more")
_WIDER = re.compile(r"(?:^|\s)(?:(?:sm|md|lg|x+l|\dxl):|d-(?:sm|md|lg|x+l)-)(?:block|flex|grid|inline|table|contents)")
_ASIDE = re.compile(r"menu|drop-?down|\bnav|modal|dialog|pop-?up|lightbox|drawer|tool-?tip|search|lang|cookie|consent")
_MOST_RULES = 20_000
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rules in the order in which a later one wins; `controlled`: ids that a control of the page opens and closes.

    `deeper` are those that hide or show by what an element stands in.
    """

    rules: Mapping[str, Sequence[Rule]]
    controlled: frozenset[str] = frozenset()
    deeper: Mapping[str, Sequence[Rule]] = field(default_factory=dict)

    def styles_of(self, tag: str, attributes: Attributes) -> dict[str, str]:
        """Return what the sheets declare for an element, wherever it stands."""
        declared: dict[str, str] = {}
        for rule in sorted(_chosen(self.rules, tag, attributes), key=lambda one: one.weight):
            declared.update(rule.styles)
        return declared

    def deeper_of(self, tag: str, attributes: Attributes, inline: Mapping[str, str]) -> Deeper | None:
        """Return what may hide or show an element by where it stands; None where nothing does."""
        found = _chosen(self.deeper, tag, attributes) if self.deeper else ()
        if not found:
            return None
        return Deeper(_chosen(self.rules, tag, attributes), found, inline, self.can_open(attributes))

    def can_open(self, attributes: Attributes) -> bool:
        """Whether a click shows the element (accordions, tabs) or a wide screen does: it is read like the rest."""
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
        if _WIDER.search(names):
            return True
        opened = attributes.get("id") in self.controlled or _OPENING.search(names)
        return bool(opened) and not _ASIDE.search(f"{names} {attributes.get('role') or ''}")


NO_SHEET = Sheet({})


def _chosen(rules: Mapping[str, Sequence[Rule]], tag: str, attributes: Attributes) -> list[Rule]:
    """Return the rules that hold for an element."""
    signs = signs_of(attributes)
    return [
        rule
        for key in (tag, "*", *signs)
        for rule in rules.get(key, ())
        if rule.chosen.tag in {"", tag} and rule.chosen.signs <= signs
    ]


def sheet_of(sheets: Iterable[str], controlled: Iterable[str] = (), matcher: Matcher | None = None) -> Sheet:
    """Return the rules of style sheets for elements by tag, class and id, and by those of what they stand in.

    What hides or shows by any other selector is found in the page by `matcher`.
    """
    rules: dict[str, list[Rule]] = {}
    deeper: dict[str, list[Rule]] = {}
    count = 0
    for selectors, declarations in rules_of(sheets):
        styles = _styles(declarations)
        for selector in listed(selectors) if styles else ():
            count += 1
            if count < _MOST_RULES:
                rule = _rule(selector, count, styles, matcher)
                if rule is not None:
                    key = next(iter(rule.chosen.signs), rule.chosen.tag or "*")
                    (deeper if rule.outer else rules).setdefault(key, []).append(rule)
    return Sheet(rules, frozenset(controlled), deeper)


def _rule(selector: str, count: int, styles: Mapping[str, str], matcher: Matcher | None) -> Rule | None:
    chosen = compound_of(selector)
    if chosen is not None:
        return Rule(chosen, (*chosen.weight, count), styles)
    shows = {name: value for name, value in styles.items() if name in _SHOWS}
    if not shows:
        return None
    deeper = deeper_rule(selector, count, shows)
    if deeper is not None or matcher is None:
        return deeper
    hides = shows.get("display") == "none" or shows.get("visibility") in {"hidden", "collapse"}
    found = matcher.compound(selector, matters=hides)
    return None if found is None else Rule(found, (*weight_of(selector), count), shows)


def rules_of(sheets: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield selectors and declarations of the rules of style sheets that hold on a screen of any size."""
    for written in sheets:
        yield from _declared(_COMMENTS.sub(" ", written))


def _declared(css: str) -> Iterator[tuple[str, str]]:
    start = skipped = 0
    around = [""]
    for brace in _BRACES.finditer(css):
        before = css[start : brace.start()]
        start = brace.end()
        if brace[0] == "}":
            if skipped:
                skipped -= 1
                continue
            if around[-1]:
                yield around[-1], before
            del around[1 if len(around) == 1 else -1 :]
            continue
        declared, _, head = before.rpartition(";")
        head = head.strip()
        if around[-1] and not skipped and declared.strip():
            yield around[-1], declared
        if skipped or (head.startswith("@") and not _ON_SCREEN.fullmatch(head)):
            skipped += 1
        else:
            around.append(around[-1] if head.startswith("@") else _within(around[-1], head))


def _within(outer: str, inner: str) -> str:
    """Return the selectors of a rule that stands within another one."""
    if not outer or len(outer) > _LONGEST:
        return "" if outer else inner
    outer = f":is({outer})" if "," in outer else outer
    if "&" in inner:
        return inner.replace("&", outer)
    return ", ".join(f"{outer} {one}" for one in listed(inner))


def _styles(declarations: str) -> Mapping[str, str]:
    pairs = (one.partition(":") for one in declarations.lower().replace("!important", "").split(";"))
    stated = {name.strip(): value.strip() for name, _, value in pairs}
    return {name: value for name, value in stated.items() if name in _KNOWN}

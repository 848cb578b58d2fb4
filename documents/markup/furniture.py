"""What of a web page is furniture: menus, banners, breadcrumbs, share bars. When unsure, it is the policy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING

from documents.markup.tags import HEADINGS, Attributes

if TYPE_CHECKING:
    from documents.markup.measure import Measure

__all__ = ["Furniture", "is_furniture", "suspect"]


class Furniture(Enum):
    """What an element seems to be by its tag, role, class and id, before its words are looked at."""

    MENU = "menu"
    HEADER = "header"
    FOOTER = "footer"
    ASIDE = "aside"
    TRAIL = "trail"
    CONSENT = "consent"


_BY_TAG: Mapping[str, Furniture] = {
    "nav": Furniture.MENU,
    "search": Furniture.MENU,
    "header": Furniture.HEADER,
    "footer": Furniture.FOOTER,
    "aside": Furniture.ASIDE,
}
_BY_ROLE: Mapping[str, Furniture] = {
    **dict.fromkeys(("navigation", "search", "menu", "menubar", "toolbar"), Furniture.MENU),
    "banner": Furniture.HEADER,
    "contentinfo": Furniture.FOOTER,
    "complementary": Furniture.ASIDE,
    **dict.fromkeys(("dialog", "alertdialog"), Furniture.CONSENT),
}
_EDGE, _END = r"(?:^|[\s_-])", r"(?=$|[\s_-])"
_BY_NAME = (
    (
        Furniture.TRAIL,
        re.compile(rf"{_EDGE}(?:breadcrumbs?|crumbs|pagination|pager|skip[_-]?(?:link|nav|to)\S*){_END}"),
    ),
    (
        Furniture.CONSENT,
        re.compile(
            r"(?:cookies?|consent|gdpr|privacy)[_-]?(?:\w+[_-])?(?:banner|bar|popup|pop-up|modal|overlay|consent|notice|dialog)"
            r"|onetrust|cc-window|cookiebot|didomi|usercentrics|cky-"
        ),
    ),
    (
        Furniture.MENU,
        re.compile(
            rf"{_EDGE}(?:nav|navbar|navigation|menu|menus|share|sharing|social|socials"
            rf"|social-?(?:links|icons|media)|lang(?:uage)?s?[_-]?(?:switch\w*|menu|select\w*|list|picker|nav)"
            rf"|back-?to-?top|toolbar|tabbar|topbar){_END}"
        ),
    ),
    (Furniture.FOOTER, re.compile(rf"{_EDGE}(?:footer|foot|site-footer|page-footer|copyright){_END}")),
    (Furniture.HEADER, re.compile(rf"{_EDGE}(?:site-header|page-header|masthead|topbar|header){_END}")),
    (Furniture.ASIDE, re.compile(rf"{_EDGE}(?:sidebar|side-bar|related|recommended|newsletter|advert\w*|ads){_END}")),
)
_NEVER = frozenset({*HEADINGS, "td", "th", "tr", "tbody", "thead", "caption", "dt", "dd", "figcaption", "summary"})
# What is set into a line is no header of the page, whatever its class: so the links of headings are called.
_RUNNING = frozenset({"a", "abbr", "b", "em", "font", "i", "label", "mark", "small", "span", "strong", "u"})
_EVEN_RUNNING = frozenset({Furniture.TRAIL, Furniture.MENU})
_COPYRIGHT = re.compile(r"©|\(c\)|copyright|all rights reserved|版权所有|ICP备|ICP证|公网安备", re.IGNORECASE)
_NUMBER = re.compile(r"\d")
_LINE, _SENTENCE = 60, 160
_SHORT, _NAME, _SHORT_FOOT = 200, 40, 300
_MOST_CONSENT = 3_000
_MOST_OF_PAGE = 0.3
_MENU_LINKS = 0.5
_FEW_LINKS = 0.3
_ENTRIES = 3
_MOSTLY = 0.8


def suspect(tag: str, attributes: Attributes) -> Furniture | None:
    """Return what the element could be, None for nearly all."""
    kind = _BY_TAG.get(tag)
    if kind is not None or tag in {"html", "body", "main", "article"} or tag in _NEVER:
        return kind
    kind = _BY_ROLE.get(attributes.get("role") or "")
    if kind is not None:
        return kind
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if len(names) == 1:
        return None
    names = names.lower()
    kind = next((one for one, pattern in _BY_NAME if pattern.search(names)), None)
    return None if tag in _RUNNING and kind not in _EVEN_RUNNING else kind


def is_furniture(kind: Furniture, measure: Measure, letters_of_page: int) -> bool:
    """Whether the words of the element say so too. A table of contents is the policy's own."""
    if not measure.letters:
        return False
    if measure.tops or _is_contents(measure):
        return False
    if measure.letters > letters_of_page * _MOST_OF_PAGE and measure.linked_share < _MOSTLY:
        return False
    return _TESTS[kind](measure)


def _is_contents(measure: Measure) -> bool:
    return measure.links >= _ENTRIES and measure.links_within >= measure.links * _MOSTLY


def _is_menu(measure: Measure) -> bool:
    return measure.longest < _LINE and measure.linked_share >= _MENU_LINKS


def _is_trail(measure: Measure) -> bool:
    return measure.links > 0 and not measure.headings and measure.longest < _LINE and measure.letters < _SHORT


def _is_header(measure: Measure) -> bool:
    if measure.headings:
        return False
    is_name = measure.letters < _NAME and not _NUMBER.search(measure.words)
    return is_name or _is_menu(measure)


def _is_footer(measure: Measure) -> bool:
    if measure.longest >= _SENTENCE:
        return False
    if measure.linked_share >= _MENU_LINKS:
        return True
    return measure.letters < _SHORT_FOOT and bool(_COPYRIGHT.search(measure.words))


def _is_consent(measure: Measure) -> bool:
    return bool(measure.controls or measure.links) and measure.letters < _MOST_CONSENT and _speaks_of_consent(measure)


def _speaks_of_consent(measure: Measure) -> bool:
    return bool(
        re.search(r"accept|agree|allow|reject|consent|ok\b|got it|接受|同意|允许|拒绝", measure.words, re.IGNORECASE)
    )


_TESTS = {
    Furniture.MENU: _is_menu,
    Furniture.HEADER: _is_header,
    Furniture.FOOTER: _is_footer,
    Furniture.ASIDE: _is_menu,
    Furniture.TRAIL: _is_trail,
    Furniture.CONSENT: _is_consent,
}

"""A long web page of our own words, as a browser saves a policy: scripts and styles, menus, boxes in boxes, tables."""

from __future__ import annotations

from random import Random

__all__ = ["long_web_page"]

_SENTENCES = (
    "We keep the data for as long as the account stands open and delete it within thirty days after that.",
    "You may ask at any time what we hold about you, have it put right, or have it taken out of our books.",
    "Neither party is liable for a delay that it could <em>not foresee</em> and could not have helped by due care.",
    'See <a href="https://example.org/terms#notices" class="link link--inline">how we give notice</a> for that.',
    "The Service is what you reach through the site, the app, and the counters of our shops.",
    "Nothing here takes away a right that the law of your country gives you &amp; that no contract may take away.",
    'What we call <strong class="term">Personal Data</strong> is whatever tells who you are.',
    "Where a court finds one of these terms void, the others go on as they stand.",
)
_KINDS = ("Name and address", "Payments", "What you look at", "Where you are", "Your device", "Letters to us")
_WHY = ("to send what you bought", "to keep the books", "to mend faults", "to answer you", "because a law says so")
_HEAD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Privacy Policy | Example Shop</title>
<style>%s</style>
<script>%s</script></head>
<body class="page page--legal"><header class="site-header"><div class="wrap"><a href="/" class="logo">Example Shop</a>
<nav class="mega-menu" aria-label="Main"><ul>%s</ul></nav></div></header>
<div id="privacy-banner" class="cookie-banner"><p>We use cookies. <button type="button">Accept</button></p></div>
<div class="layout"><div class="layout__row"><main id="content"><article class="legal"><h1>Privacy Policy</h1>
"""
_FOOT = """</article></main></div></div><footer class="site-footer"><ul>%s</ul><p>© Example Shop</p></footer>
<script src="/late.js"></script></body></html>
"""
_DATA = 0.15  # of the page: what its scripts bring along
_STYLE = ".c%d{margin:0 auto;padding:4px 8px}.c%d:hover{color:#036}@media(max-width:640px){.c%d{display:block}}\n"


def long_web_page(size: int, seed: int = 7) -> str:
    """Return a page of at least `size` characters, in the proportions of saved policies.

    About nine tags to a thousand characters, and two fifths of it words; the rest is attributes, scripts and styles.
    """
    chance = Random(seed)
    menu = "".join(
        f'<li class="menu__item c{number}"><a href="/{number}">Section {number}</a></li>' for number in range(60)
    )
    script = "".join(f'window.l.push({{"id":{number},"on":["a","b"]}});' for number in range(int(size * _DATA / 38)))
    pieces = [_HEAD % ("".join(_STYLE % (number, number, number) for number in range(300)), script, menu)]
    written = len(pieces[0])
    number = 0
    while written < size:
        number += 1
        pieces.append(_clause(number, chance))
        written += len(pieces[-1])
    return "".join([*pieces, _FOOT % menu])


def _clause(number: int, chance: Random) -> str:
    inside = "".join(_paragraph(chance) for _ in range(3))
    items = "".join(f'<li class="list__item"><span class="text">{_words(chance, 1)}</span></li>\n' for _ in range(5))
    inner = f'<li class="list__item">{_words(chance, 1)}<ul class="list"><li>{_words(chance, 1)}</li></ul></li>'
    nested = f'<ol type="a" class="list list--lettered" data-level="2">\n{items}{inner}</ol>'
    table = _table(chance) if number % 6 == 0 else ""
    heading = f'<h2 class="legal__title heading heading--2" id="s{number}">{number}. What we promise</h2>'
    body = f'<div class="legal__body"><div class="rich-text">\n{inside}{nested}\n{table}</div></div>'
    return (
        f'<section class="legal__section" data-component="clause" data-index="{number}">\n{heading}\n{body}</section>\n'
    )


def _paragraph(chance: Random) -> str:
    style = "margin-top:0;margin-bottom:1.5em"
    return f'<p class="body-copy body-copy--regular" style="{style}">\n    {_words(chance, 4)}\n</p>\n'


def _words(chance: Random, sentences: int) -> str:
    return "\n    ".join(chance.choice(_SENTENCES) for _ in range(sentences))


def _table(chance: Random) -> str:
    head = "<thead><tr><th>What</th><th>Why</th><th>How long</th></tr></thead>"
    rows = "".join(f"<tr>{_facts(chance)}</tr>\n" for _ in range(8))
    return f'<div class="table-wrap"><table class="facts">{head}<tbody>\n{rows}</tbody></table></div>'


def _facts(chance: Random) -> str:
    facts = (chance.choice(_KINDS), chance.choice(_WHY), f"{chance.randint(1, 90)} days")
    return "".join(f'<td class="facts__cell">{fact}</td>' for fact in facts)

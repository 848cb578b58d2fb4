"""Where a saved page says it came from: its address, and when it was saved. What a file says, never proved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape

from documents.mail import Part, header

__all__ = ["origin_of_archive", "origin_of_page", "origin_text"]

_TOP = 16_384  # what saving adds stands at the top
_HEAD = 1_000_000
_LONGEST = 2_000
_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s<>\"]+", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S+)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)(?:\s+saved date:\s*([^\n>]{1,120}))?", re.IGNORECASE
)
_BODY = re.compile(r"</head\s*>|<body[\s>]", re.IGNORECASE)
_HEAD_TAG = re.compile(r"<(link|meta)\b([^<>]{0,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_SCRIPT_DATE = re.compile(r"\w{3} (\w{3}) (\d{2}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT([+-]\d{4})")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def origin_of_page(html: str) -> str:
    """Return the address a page was saved from, with the date where it says one; "" where it says nothing.

    What the saving program wrote comes first (browsers' "saved from url", SingleFile's comment); the address the
    page gives itself (canonical link, og:url) only stands in for it.
    """
    top = html[:_TOP]
    if found := _SINGLE_FILE.search(top):
        return origin_text(unescape(found[1]), _script_date(found[2] or ""))
    if found := _SAVED_FROM.search(top):
        return origin_text(unescape(found[1]), "")
    return next((origin for address in _own_addresses(html) if (origin := origin_text(address, ""))), "")


def origin_of_archive(message: Part, page: Part) -> str:
    """Return the address of a web archive's page and the date it was saved, "" where it states none."""
    stated = (header(message, "Snapshot-Content-Location"), header(page, "Content-Location"))
    addresses = (*stated, header(message, "Content-Location"))
    date = _mail_date(header(message, "Date"))
    return next((origin for address in addresses if (origin := origin_text(address, date))), "")


def origin_text(address: str, date: str) -> str:
    """Return `address` as one line, the date behind it in brackets; "" for what is no address of the network.

    A path on somebody's machine is nobody else's business, so it is left out.
    """
    address = "".join(letter for letter in address.strip() if letter.isprintable())[:_LONGEST]
    if not _ADDRESS.fullmatch(address):
        return ""
    return f"{address} ({date})" if date else address


def _own_addresses(html: str) -> Iterator[str]:
    """Yield the page's canonical link, then its og:url."""
    body = _BODY.search(html, 0, _HEAD)
    tags = [
        (name.lower(), _attributes(inside)) for name, inside in _HEAD_TAG.findall(html[: body.start() if body else 0])
    ]
    yield from (at.get("href", "") for name, at in tags if name == "link" and at.get("rel", "").lower() == "canonical")
    yield from (at.get("content", "") for name, at in tags if name == "meta" and at.get("property") == "og:url")


def _attributes(inside: str) -> dict[str, str]:
    found = _ATTRIBUTE.findall(inside)
    return {name.lower(): unescape(double or single or bare) for name, double, single, bare in found}


def _mail_date(written: str) -> str:
    try:
        return _written(parsedate_to_datetime(written))
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _script_date(written: str) -> str:
    """Read the date as JavaScript writes it: Mon May 06 2024 10:00:00 GMT+0800 (China Standard Time)."""
    found = _SCRIPT_DATE.search(written)
    if found is None or found[1] not in _MONTHS:
        return ""
    month = _MONTHS.index(found[1]) + 1
    try:
        return _written(datetime.fromisoformat(f"{found[3]}-{month:02}-{found[2]}T{found[4]}{found[5]}"))
    except ValueError:
        return ""


def _written(date: datetime) -> str:
    zone = date.strftime("%z")
    return date.strftime("%Y-%m-%d %H:%M") + (f" {zone[:3]}:{zone[3:5]}" if zone else "")

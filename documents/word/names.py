"""Names of Word's XML: namespaces and the few helpers everyone needs."""

from __future__ import annotations

from functools import cache

from lxml import etree

__all__ = ["MC", "R", "W", "attribute", "child_value", "is_on", "is_set", "is_true", "w"]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_OFF = {"0", "false", "off", "none"}


@cache
def w(name: str) -> str:
    """Return the full tag or attribute name of Word's own `name`."""
    return f"{{{W}}}{name}"


def attribute(element: etree._Element | None, name: str) -> str | None:
    """Return Word's attribute `name` of an element that may be missing."""
    return None if element is None else element.get(w(name))


def child_value(element: etree._Element | None, child: str) -> str | None:
    """Return the w:val of the child `child`, None where there is no such child."""
    return None if element is None else attribute(next(element.iterchildren(w(child)), None), "val")


def is_on(element: etree._Element | None, child: str) -> bool | None:
    """Return whether the toggle `child` is on; None where it is not given at all."""
    toggle = None if element is None else next(element.iterchildren(w(child)), None)
    return None if toggle is None else is_set(toggle)


def is_set(toggle: etree._Element) -> bool:
    """Return whether a toggle element is on, as it is unless its value says otherwise."""
    return is_true(attribute(toggle, "val"))


def is_true(value: str | None) -> bool:
    """Return whether the value of a toggle, None where it has none, means that it is on."""
    return (value or "true").lower() not in _OFF

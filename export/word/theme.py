"""The theme and the font table of the Word files we make: both are asked for, nothing of ours points to them."""

from __future__ import annotations

from typing import Final

from lxml import etree

from export.word.fonts import Faces
from export.word.names import element, sub, to_bytes

__all__ = ["font_table_part", "theme_part"]

_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS: Final = (
    ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "404040"), ("lt2", "F2F2F2"), ("accent1", "1F4E79"),
    ("accent2", "8C3B2A"), ("accent3", "6B6B6B"), ("accent4", "9A7A1F"), ("accent5", "2F6B5E"), ("accent6", "5B4A82"),
    ("hlink", "0563C1"), ("folHlink", "954F72"),
)  # fmt: skip
_FILL: Final = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT: Final = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part(faces: Faces) -> bytes:
    """Return theme1.xml with plain fills and the fonts of a language."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS)
    fonts = "".join(
        f'<a:{kind}><a:latin typeface="{latin}"/><a:ea typeface="{east_asian}"/><a:cs typeface=""/></a:{kind}>'
        for kind, latin, east_asian in (
            ("majorFont", faces.latin_heading, faces.east_asian_heading),
            ("minorFont", faces.latin, faces.east_asian),
        )
    )
    lines = "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
    formats = (
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
    )
    return to_bytes(
        etree.fromstring(
            f'<a:theme xmlns:a="{_A}" name="Policy"><a:themeElements><a:clrScheme name="Policy">{colours}</a:clrScheme>'
            f'<a:fontScheme name="Policy">{fonts}</a:fontScheme><a:fmtScheme name="Policy">{formats}</a:fmtScheme>'
            "</a:themeElements></a:theme>"
        )
    )


def font_table_part(faces: Faces) -> bytes:
    """Return fontTable.xml with the fonts that the styles name."""
    root = element("fonts")
    named = {faces.latin: ("roman", "variable"), faces.latin_heading: ("roman", "variable")}
    named |= {faces.east_asian: ("auto", "variable"), faces.east_asian_heading: ("modern", "fixed")}
    for name, (family, pitch) in named.items():
        font = sub(root, "font", {"name": name})
        sub(font, "charset", {"val": "86" if not name.isascii() else "00"})
        sub(font, "family", {"val": family})
        sub(font, "pitch", {"val": pitch})
    return to_bytes(root)

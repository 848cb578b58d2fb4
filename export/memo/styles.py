"""The styles part of a memo: the styles of templates/memo.toml in the measures of a look."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from string import Template
from typing import Final

from export.memo.looks import FILLS, Look, chip
from export.word.names import W

__all__ = ["styles_part"]

DEFAULTS: Final = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="$w"><w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="$latin" w:hAnsi="$latin" w:eastAsia="$east_asian" w:cs="$latin"/>
<w:sz w:val="$body"/><w:szCs w:val="$body"/>
<w:lang w:val="$language" w:eastAsia="$east_asian_language" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:widowControl/><w:kinsoku/><w:overflowPunct/>
<w:spacing w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">
<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">
<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>
<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
"""

SEVERITY: Final = (
    '$heading_font<w:b/><w:color w:val="{ink}"/><w:sz w:val="$small"/><w:szCs w:val="$small"/>'
    '<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
)

BUILT_IN: Final = frozenset(
    (
        "Body Text", "Title", "heading 1", "heading 2", "heading 3", "Quote", "caption", "Signature", "header",
        "footer", "Hyperlink", "toc 1", "toc 2", "TOC Heading", "Placeholder Text",
    )
)  # fmt: skip
"""Word's own styles, which keep their names in every language of Word."""

BASES: Final = {"paragraph": "Normal", "character": "DefaultParagraphFont", "table": "TableNormal"}

Style = Mapping[str, str]


def styles_part(look: Look) -> bytes:
    """Return styles.xml in the measures of `look`."""
    made = [DEFAULTS]
    for kind in BASES:
        made += [_style(kind, style) for style in _styles(kind)]
    return Template("\n".join([*made, "</w:styles>"])).substitute(_measures(look)).encode()


def _styles(kind: str) -> Iterator[Style]:
    yield from _template()[kind]
    if kind == "character":
        for severity, (fill, ink) in FILLS.items():
            letters = SEVERITY.format(fill=fill, ink=ink)
            yield {"id": chip(severity), "name": f"Severity {severity.value}", "letters": letters}


@cache
def _template() -> Mapping[str, list[Style]]:
    return tomllib.loads((files("export") / "templates" / "memo.toml").read_text(encoding="utf-8"))


def _style(kind: str, style: Style) -> str:
    custom = "" if style["name"] in BUILT_IN else ' w:customStyle="1"'
    following = f'<w:next w:val="{style["next"]}"/>' if "next" in style else ""
    paragraph = f"<w:pPr>{style['paragraph']}</w:pPr>" if "paragraph" in style else ""
    letters = f"<w:rPr>{style['letters']}</w:rPr>" if "letters" in style else ""
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{style["id"]}"><w:name w:val="{style["name"]}"/>'
        f'<w:basedOn w:val="{style.get("based_on", BASES[kind])}"/>{following}<w:qFormat/>'
        f"{paragraph}{letters}{style.get('table', '')}</w:style>"
    )


def _measures(look: Look) -> dict[str, str]:
    """Return every $name that the styles use."""
    kind = look.type
    sizes = {name: str(value) for name, value in look.measures.items()}
    body, small = int(look.measures["body"]), int(look.measures["small"])
    return {
        **sizes,
        "w": W,
        "latin": kind.latin,
        "east_asian": kind.text,
        "language": kind.language,
        "east_asian_language": "zh-CN",
        "title_font": _fonts(kind.latin_heading, kind.title),
        "heading_font": _fonts(kind.latin_heading, kind.heading),
        "subheading_font": _fonts(kind.latin_heading, kind.subheading),
        "item_font": _fonts(kind.latin_heading, kind.item),
        "cover": str(int(look.measures["title"]) + 8),
        "contents": str(min(body, 24)),
        "contents_small": str(min(small + 2, 21)),
        "text_width": str(look.portrait.text),
        "wide_width": str(look.landscape.text),
    }


def _fonts(latin: str, eastern: str) -> str:
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{eastern}" w:cs="{latin}"/>'

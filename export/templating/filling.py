"""A checked template filled in with a report: every part with tags carried out, every other part as it came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from export.memo.fields import mark_state
from export.report import Report
from export.templating.blocks import Blocks
from export.templating.controls import controls_put_in
from export.templating.fields import BLOCKS, block_names
from export.templating.marks import bared, guarded
from export.templating.mending import mended
from export.templating.opening import Part, Template
from export.templating.our_sections import blocks_of
from export.templating.printing import Printer
from export.templating.problems import TemplateFault
from export.templating.properties import signed
from export.templating.sandbox import ENDED, environment, rendered
from export.templating.tags import Tag, in_our_braces, rewrite
from export.templating.values import Endless, values_of
from export.word.names import to_bytes

__all__ = ["filled"]

_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def filled(template: Template, report: Report, product: str = "memo") -> bytes:
    """Return a template with a memo or gap report in it, as a .docx: the same bytes for the same report.

    The template is used up.
    Raises TemplateFault for one that grows without end, or comes out as no sound file.
    """
    from jinja2 import TemplateError

    values = {**values_of(report, product), **_places()}
    printer = Printer()
    try:
        roots = {part.name: _carried_out(part, values, printer) for part in template.parts}
    except Endless as error:
        raise TemplateFault("template_endless", name=template.name) from error
    except etree.XMLSyntaxError as error:
        raise TemplateFault("template_torn", name=template.name) from error
    except (TypeError, ValueError, TemplateError) as error:
        raise TemplateFault("template_unlike", name=template.name) from error
    names = Blocks.asked_for(roots.values())
    if twice := [name for name in names if names.count(name) > 1]:
        raise TemplateFault("template_twice", name=template.name, block=twice[0])
    blocks_of(report, product, names).put_in(template.package, roots)
    for root in roots.values():
        mended(root)
    controls_put_in(roots.values(), printer.aliases)
    mark_state(next(iter(roots.values())), report.state)
    for name, root in roots.items():
        template.package.set(name, to_bytes(root))
    signed(template.package, report, str(values["事由"]))
    return template.package.to_bytes()


def _places() -> Mapping[str, object]:
    """Return what stands for a whole part until it is put in: a paragraph that names it."""
    from markupsafe import Markup

    mark = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr></w:p>'
    each = {field.name: Markup(mark.format(Blocks.mark(field.name))) for field in BLOCKS}
    return {name: each[english] for name, english in block_names().items()}


def _carried_out(part: Part, values: Mapping[str, object], printer: Printer) -> etree._Element:
    from docxtpl import DocxTemplate

    for tag in part.tags:
        _say_where_it_ends(tag)
    words = DocxTemplate(part.name)
    source = words.patch_xml(guarded(etree.tostring(part.root, encoding="unicode")))
    text = bared(rendered(source, dict(values), environment(printer)))
    if any(tag.level == "tc" for tag in part.tags):
        return _sound(etree.tostring(words.fix_tables(text)))
    return _sound(text.encode())


def _say_where_it_ends(tag: Tag) -> None:
    """Have a field that ends its paragraph begin a new one for each of its lines."""
    if tag.sign == "{" and not tag.level and tag.last:
        rewrite(tag, tag.source, in_our_braces("{", "", f"({tag.body})|{ENDED}"))


def _sound(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, _PARSER)

"""The notes as JSON-LD, read by a JSON-LD processor: nothing they say is lost on the way to W3C's own terms.

The context below holds those of W3C's terms that we write, each with the IRI that the Web Annotation vocabulary gives
it; it is laid out anew here, so that no file of W3C's need be shipped, and the processor can fetch nothing.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone

import pytest
from pyld import jsonld

from annotations.interchange import CONTEXT
from documents.model import Span
from export.run import ExportOptions, export
from tests.export.word_matters import CHINESE, WANG, matter_with, note_on, spans_of

OA, AS, DC = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#", "http://purl.org/dc/"
FOAF, RDF, XSD = (
    "http://xmlns.com/foaf/0.1/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/2001/XMLSchema#",
)
NOW = datetime(2026, 3, 2, 17, 5, 9, tzinfo=timezone(timedelta(hours=8)))

CLASSES = {name: OA + name for name in ("Annotation", "TextualBody", "TextQuoteSelector", "TextPositionSelector")}
MOTIVES = {name: OA + name for name in ("commenting", "tagging", "replying")}
LINKS = {
    name: {"@id": iri, "@type": "@id"}
    for name, iri in {
        "body": f"{OA}hasBody", "target": f"{OA}hasTarget", "source": f"{OA}hasSource", "selector": f"{OA}hasSelector",
        "creator": f"{DC}terms/creator",
    }.items()
}  # fmt: skip
TERMS = {
    "id": {"@id": "@id", "@type": "@id"}, "type": {"@id": "@type", "@type": "@id"},
    "AnnotationPage": f"{AS}OrderedCollectionPage", "Person": f"{FOAF}Person",
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    **{name: {"@id": f"{OA}{name}", "@type": f"{XSD}nonNegativeInteger"} for name in ("start", "end")},
    **{name: {"@id": f"{DC}terms/{name}", "@type": f"{XSD}dateTime"} for name in ("created", "modified")},
    **{name: f"{OA}{name}" for name in ("exact", "prefix", "suffix")},
    **{name: f"{DC}elements/1.1/{name}" for name in ("format", "language")},
    "value": f"{RDF}value", "name": f"{FOAF}name", "nickname": f"{FOAF}nick",
}  # fmt: skip
W3C = {"@context": {**CLASSES, **MOTIVES, **LINKS, **TERMS}}


def load(address: str, _options: object) -> dict[str, object]:
    """Give W3C's context, and refuse to ask anybody for any other."""
    assert address == CONTEXT[0]
    return {"contextUrl": None, "documentUrl": address, "document": W3C, "contentType": "application/ld+json"}


OPTIONS = {"documentLoader": load}


@pytest.fixture
def page(tmp_path, clock, request):
    with matter_with(tmp_path, clock, "松果日记.txt", CHINESE) as matter:
        note = note_on(
            matter, "请逐条阅读", title="同意方式不当", issue="默认同意", severity="high", category="同意",
            owner="法务",
            likelihood="high", impact="medium", rules=("CN-09",), visibility="outside", proposed_wording="请另行同意。",
            legal_basis="《个人信息保护法》第十四条", question="是否单独同意？", due="2031-02-03", language="zh",
            translations={"en": {"title": "Consent", "issue": "By default"}},
        )  # fmt: skip
        matter.reply(note.uid, "已与客户确认")
        matter.add_note(matter.documents()[0].uid, [], title="缺少联系方式", assessment="missing", visibility="outside")
        places = [*spans_of(matter, "法律要求"), Span(0, 2)]
        matter.add_note(matter.documents()[0].uid, places, title="两处", visibility="outside")
        out = tmp_path / "notes.jsonld"
        export(matter, out, "jsonld", ExportOptions(reviewer=WANG, now=NOW, profile=request.param))
        yield json.loads(out.read_bytes())


def plain(value: object) -> object:
    """A value with lists of one taken for that one, and lists that no order was given in put in one."""
    if isinstance(value, dict):
        return {key: plain(held) for key, held in value.items() if held not in ([], None) and key != "@context"}
    if isinstance(value, list):
        held = sorted(map(plain, value), key=lambda item: json.dumps(item, sort_keys=True, ensure_ascii=False))
        return held[0] if len(held) == 1 else held
    return value


@pytest.mark.parametrize("page", ["internal", "client", "outside"], indirect=True)
def test_everything_said_is_said_in_terms_that_mean_something(page) -> None:
    expanded = jsonld.expand(page, OPTIONS)
    again = jsonld.compact(expanded, CONTEXT, OPTIONS)
    assert plain(again) == plain(page)


@pytest.mark.parametrize("page", ["internal", "client", "outside"], indirect=True)
def test_the_annotations_are_w3cs_and_have_what_w3c_asks_for(page) -> None:
    (found,) = jsonld.expand(page, OPTIONS)
    assert found["@type"] == [f"{AS}OrderedCollectionPage"]
    annotations = found[f"{AS}items"][0]["@list"]
    assert len(annotations) == 3
    for annotation in annotations:
        assert annotation["@type"] == [f"{OA}Annotation"]
        assert annotation["@id"].startswith("urn:uuid:")
        assert annotation[f"{OA}motivatedBy"] == [{"@id": f"{OA}commenting"}]
        for target in annotation[f"{OA}hasTarget"]:
            assert target[f"{OA}hasSource"][0]["@id"].startswith("urn:sha256:")
            kinds = {selector["@type"][0] for selector in target.get(f"{OA}hasSelector", [])}
            assert kinds in ({f"{OA}TextQuoteSelector", f"{OA}TextPositionSelector"}, set())
    quads = jsonld.to_rdf(page, {**OPTIONS, "format": "application/n-quads"})
    assert f'<{OA}exact> "请逐条阅读"' in quads


def test_a_term_that_means_nothing_would_be_noticed() -> None:
    made = {"@context": CONTEXT, "type": "Annotation", "id": "urn:uuid:1", "nonsense": "lost"}
    assert "nonsense" not in jsonld.compact(jsonld.expand(made, OPTIONS), CONTEXT, OPTIONS)

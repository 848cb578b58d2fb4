"""Notes out and in: nothing is lost between two matters, and other tools' annotations are understood."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.codec import note_from
from annotations.errors import MatterError
from annotations.incoming_notes import place, wishes_for
from annotations.interchange import read_notes, to_jsonld
from annotations.matter import OpenMatter
from annotations.model import (
    AnchorState,
    Assessment,
    Level,
    Review,
    Severity,
    Status,
    Visibility,
)

PROFILES_LEAVE_OUT = {"internal": set(), "client": {"rules", "source_id", "review"}, "outside": {"severity", "issue"}}


@pytest.fixture
def other_matter(tmp_path, okafor, clock, policy):
    with OpenMatter.create(tmp_path / "other.clausemark", okafor, clock) as opened:
        opened.add_document(policy, policy.text.encode(), "policy.txt")
        yield opened


def full_note(matter, document, span_of):
    note = matter.add_note(
        document.uid,
        [span_of("手机号"), span_of("📚")],
        severity=Severity.CRITICAL,
        likelihood=Level.VERY_HIGH,
        impact=Level.LOW,
        assessment=Assessment.QUESTION,
        category="同意",
        rules=("CN-01", "CN-02"),
        title="标题",
        issue="问题\n第二行",
        consequence="后果",
        legal_basis="《个人信息保护法》第六条",
        recommendation="删除",
        proposed_wording="（删除）",
        insert_after="前言",
        question="何时？",
        quote_translation="phone number",
        status=Status.ACCEPTED,
        visibility=Visibility.OUTSIDE,
        owner="王二",
        due="2026-05-01",
        language="zh",
        translations={"en": {"title": "Title", "issue": "Issue"}},
    )
    matter.edit(note.uid, review=Review.APPROVED)
    return matter.reply(note.uid, "好的")


def through_a_file(matter, notes, profile="internal") -> bytes:
    return json.dumps(to_jsonld(matter, notes, profile), ensure_ascii=False).encode()


def test_notes_out_and_in_again_are_the_same_notes(matter, document, span_of, other_matter):
    full_note(matter, document, span_of)
    matter.delete_note(matter.add_note(document.uid).uid)
    matter.add_note(document.uid, issue="关于全文")
    report = other_matter.import_notes(
        other_matter.document().uid, read_notes(through_a_file(matter, matter.notes()), "zh")
    )
    assert other_matter.notes() == matter.notes()
    assert [note.number for note in other_matter.notes()] == [1, 3]
    assert (report.notes, report.anchored, report.unplaced) == (2, 1, ())
    assert other_matter.check() == ()


def test_importing_twice_changes_nothing_and_leaves_the_reviewers_edits(matter, document, span_of, other_matter):
    full_note(matter, document, span_of)
    incoming = read_notes(through_a_file(matter, matter.notes()), "zh")
    uid = other_matter.document().uid
    other_matter.import_notes(uid, incoming)
    note = other_matter.edit(other_matter.notes()[0].uid, issue="改过")
    before = other_matter.changes()
    other_matter.import_notes(uid, incoming)
    assert other_matter.changes() == before
    assert other_matter.notes() == (note,)


def test_a_deleted_import_does_not_come_back_by_importing_again(matter, document):
    incoming = read_notes(b'[{"id": "A", "issue": "x"}]', "zh")
    matter.import_notes(document.uid, incoming)
    matter.delete_note(matter.notes()[0].uid)
    matter.import_notes(document.uid, incoming)
    assert matter.notes() == ()


def test_an_import_is_one_step_of_undo(matter, document):
    matter.import_notes(document.uid, read_notes(b'[{"id": "A", "issue": "x"}, {"id": "B", "issue": "y"}]', "zh"))
    outcome = matter.undo()
    assert outcome.label == "import"
    assert matter.notes() == ()
    matter.redo()
    assert [note.source_id for note in matter.notes()] == ["A", "B"]


def test_the_same_file_imported_into_two_copies_of_a_policy_makes_two_sets_of_notes(matter, document, policy):
    copy = matter.add_document(policy, policy.text.encode(), "copy.txt")
    incoming = read_notes(b'[{"id": "A", "replies": [{"author": "x", "text": "r", "created": "2026-01-01"}]}]', "zh")
    matter.import_notes(document.uid, incoming)
    matter.import_notes(copy.uid, incoming)
    matter.import_notes(copy.uid, incoming)
    assert [len(matter.notes(d.uid)) for d in (document, copy)] == [1, 1]
    assert [len(note.replies) for note in matter.notes()] == [1, 1]


@pytest.mark.parametrize("profile", ["internal", "client", "outside"])
def test_the_private_remark_goes_out_for_nobody(matter, document, profile):
    matter.add_note(document.uid, private_remark="HUSH-HUSH", translations={"en": {"private_remark": "HUSH-HUSH"}})
    assert b"HUSH" not in through_a_file(matter, matter.notes(), profile)


@pytest.mark.parametrize("profile", ["internal", "client", "outside"])
def test_a_profile_lets_out_its_own_fields_only(matter, document, span_of, profile):
    full_note(matter, document, span_of)
    matter.set_matter(firm="晴川律所")
    text = through_a_file(matter, matter.notes(), profile).decode()
    (told,) = json.loads(text)["items"]
    for field in PROFILES_LEAVE_OUT[profile]:
        assert f"clausemark:{field}" not in told
    assert ("好的" in text) == (profile == "internal")
    assert told["creator"]["name"] == ("晴川律所" if profile == "outside" else "林一")
    if profile == "outside":
        assert "问题" not in text
        assert "Issue" not in text
        assert told["clausemark:translations"] == {"en": {"title": "Title"}}


def test_findings_choose_a_language_and_keep_the_other(matter, document, span_of):
    place = span_of("阅读记录", 1)
    data = {
        "overall": "high",
        "law_as_of": "2026-11-22",
        "conclusion": {"zh": "不宜发布", "en": "Do not publish"},
        "findings": [
            {
                "id": "G01",
                "severity": "high",
                "assessment": "missing",
                "likelihood": "very high",
                "rules": ["CN-01"],
                "insert_after": "一",
                "anchors": [{"exact": "阅读记录", "start": place.start, "end": place.end}],
                "zh": {"title": "标题", "issue": "问题"},
                "en": {"title": "Title", "issue": "Issue"},
            },
        ],
    }
    report = matter.import_notes(document.uid, read_notes(json.dumps(data).encode(), "en"))
    (note,) = matter.notes()
    assert (report.notes, report.anchored, report.unplaced) == (1, 1, ())
    assert (note.title, note.language, note.translations) == (
        "Title",
        "en",
        {"zh": {"title": "标题", "issue": "问题"}},
    )
    assert (note.visibility, note.severity, note.assessment) == (
        Visibility.INTERNAL,
        Severity.HIGH,
        Assessment.MISSING,
    )
    assert note.anchors[0].span == place
    assert note.source_id == "G01"
    about = matter.matter()
    assert (about.overall, about.law_as_of, about.conclusion) == ("high", "2026-11-22", "Do not publish")
    assert about.conclusion_translations == {"zh": "不宜发布"}


def test_what_the_matter_says_already_is_not_overwritten_by_an_import(matter, document):
    matter.set_matter(overall="low")
    matter.import_notes(document.uid, read_notes(b'{"overall": "critical", "findings": []}', "zh"))
    assert matter.matter().overall == "low"


def test_a_quote_that_stands_nowhere_or_twice_is_kept_without_a_place_and_reported(matter, document):
    data = [
        {"id": "A", "anchors": [{"exact": "从未出现"}]},
        {"id": "B", "anchors": [{"exact": "阅读记录"}]},
        {"id": "C", "anchors": [{"exact": "阅读记录", "prefix": "包括但不限于"}]},
        {"id": "D", "anchors": [{"exact": "手机号", "start": 0, "end": 3}]},
    ]
    report = matter.import_notes(document.uid, read_notes(json.dumps(data).encode(), "zh"))
    assert report.unplaced == (("A", "从未出现"), ("B", "阅读记录"))
    assert report.anchored == 2
    notes = {note.source_id: note for note in matter.notes()}
    assert notes["A"].anchors[0].state is AnchorState.LOST
    assert notes["A"].anchors[0].exact == "从未出现"
    assert notes["B"].anchors[0].state is AnchorState.AMBIGUOUS
    assert notes["C"].anchors[0].span.of(matter.policy(document.latest.uid).text) == "阅读记录"
    assert matter.check() == ()


def test_an_imported_note_keeps_its_own_author_times_and_replies(matter, document):
    data = [
        {
            "id": "A",
            "author": "孙六",
            "created": "2025-01-02T03:04:05+08:00",
            "replies": [{"author": "周七", "text": "是", "created": "2025-01-03T00:00:00+08:00"}],
        }
    ]
    matter.import_notes(document.uid, read_notes(json.dumps(data).encode(), "zh"))
    (note,) = matter.notes()
    assert (note.author, note.created.isoformat()) == ("孙六", "2025-01-02T03:04:05+08:00")
    assert (note.replies[0].author, note.replies[0].text) == ("周七", "是")


@pytest.mark.usefixtures("document")
def test_a_field_that_cannot_be_read_names_the_note_and_keeps_nothing():
    with pytest.raises(MatterError) as refusal:
        read_notes(b'[{"id": "A"}, {"id": "B", "severity": "dreadful"}]', "zh")
    assert refusal.value.code == "bad_note"
    assert "B" in refusal.value.sentence("zh")


FOREIGN = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "type": "AnnotationCollection",
    "first": {
        "type": "AnnotationPage",
        "items": [
            {
                "id": "https://notes.example/1",
                "type": "Annotation",
                "motivation": "commenting",
                "creator": {"type": "Person", "name": "Rosa", "nickname": "rr"},
                "created": "2024-05-06T07:08:09Z",
                "body": [
                    {"type": "TextualBody", "value": "<p>Too &amp; wide</p>", "format": "text/html", "language": "en"},
                    {"type": "TextualBody", "purpose": "tagging", "value": "High"},
                    {"type": "TextualBody", "purpose": "tagging", "value": "Consent"},
                ],
                "target": {
                    "source": "https://policy.example/",
                    "selector": {
                        "type": "TextQuoteSelector",
                        "exact": "我们收集您的姓名、手机号和阅读记录。",
                        "refinedBy": {"type": "TextPositionSelector", "start": 6, "end": 8},
                    },
                },
            },
            {
                "id": "https://notes.example/2",
                "type": "Annotation",
                "motivation": "replying",
                "body": {"type": "TextualBody", "value": "Agreed"},
                "target": "https://notes.example/1",
            },
            {
                "type": "Annotation",
                "bodyValue": "Whole page",
                "target": "https://policy.example/",
            },
            {
                "@type": "oa:Annotation",
                "motivation": "questioning",
                "body": "Why?",
                "target": [{"selector": [{"type": "FragmentSelector", "value": "char=0,2"}]}],
            },
        ],
    },
}


def test_annotations_of_other_tools_come_in_with_places_tags_and_replies(matter, document):
    report = matter.import_notes(document.uid, read_notes(json.dumps(FOREIGN).encode(), "zh"))
    assert (report.notes, report.anchored, report.unplaced) == (3, 2, ())
    question, named, whole = matter.notes()
    assert question.anchors[0].exact == "晴川"
    assert question.assessment is Assessment.QUESTION
    assert named.anchors[0].exact == "姓名"
    assert (named.issue, named.severity, named.category) == ("Too & wide", Severity.HIGH, "Consent")
    assert (named.author, named.initials, named.language) == ("Rosa", "rr", "en")
    assert named.created == datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
    assert named.visibility is Visibility.INTERNAL
    assert [reply.text for reply in named.replies] == ["Agreed"]
    assert (whole.issue, whole.anchors) == ("Whole page", ())


@pytest.mark.usefixtures("document")
def test_notes_of_another_document_of_the_matter_go_to_that_document(matter, policy, other_matter):
    second = matter.add_document(policy, b"second", "second.txt")
    matter.add_note(second.uid, issue="about the second")
    other_matter.add_document(policy, b"second", "second.txt")
    first = other_matter.document("policy.txt")
    other_matter.import_notes(first.uid, read_notes(through_a_file(matter, matter.notes()), "zh"))
    assert other_matter.notes(first.uid) == ()
    assert [note.issue for note in other_matter.notes(second.uid)] == ["about the second"]


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[1, 2]", b"{}", b'"x"', b"\xff\xfe\x00", b"[" * 100_000, b'{"findings": 3}']
)
def test_what_is_no_file_of_notes_is_refused(data):
    with pytest.raises(MatterError) as refusal:
        read_notes(data, "zh")
    assert refusal.value.code == "not_notes"


KEYS = (
    "id", "type", "target", "body", "selector", "exact", "start", "end", "refinedBy", "motivation", "creator", "items",
    "findings", "anchors", "zh", "replies", "translations", "severity", "created", "rules", "clausemark:number",
    "clausemark:rules", "clausemark:state",
)  # fmt: skip
WORDS = st.sampled_from(["Annotation", "replying", "TextQuoteSelector", "x"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 99) | st.text(max_size=5) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None)
@given(JSON)
def test_whatever_json_comes_it_is_read_or_refused_in_a_sentence(values):
    try:
        incoming = read_notes(json.dumps(values).encode(), "zh")
    except MatterError as refusal:
        refusal.sentence("zh")
        return
    now = datetime(2026, 1, 1, tzinfo=UTC)
    for note in incoming.notes:
        anchors = place("0123456789 some text", "v", note.anchors).anchors
        first = {"number": 1, "document": "d", "anchors": anchors, "created": now, "modified": now}
        kept, *_ = wishes_for("u", note, first)
        hash(note_from("u", kept.after).created)


@pytest.mark.corpora
def test_the_review_of_the_real_policy_comes_in_whole(matter):
    shared = os.environ.get("CLAUSEMARK_SHARED")
    if not shared:
        pytest.skip("CLAUSEMARK_SHARED is not set")
    from documents.reader import open_document

    seed = next(Path(shared, "seed").glob("*.txt"))
    policy = open_document(seed)
    document = matter.add_document(policy, seed.read_bytes(), seed.name)
    data = Path(shared, "reference", "findings.json").read_bytes()
    report = matter.import_notes(document.uid, read_notes(data, "zh"))
    assert (report.notes, report.anchored, report.unplaced) == (25, 22, ())
    told = {finding["id"]: finding for finding in json.loads(data)["findings"]}
    for note in matter.notes():
        places = [(anchor["start"], anchor["end"], anchor["exact"]) for anchor in told[note.source_id]["anchors"]]
        assert [(a.start, a.end, a.exact) for a in note.anchors] == places
    assert matter.check() == ()


def test_a_reply_to_something_that_is_no_target_is_a_note_of_its_own():
    assert len(read_notes(b'{"target": false, "motivation": "replying"}', "zh").notes) == 1


def test_outsiders_know_a_note_by_another_id_under_which_it_is_known_again(matter, document, span_of):
    note = full_note(matter, document, span_of)
    text = through_a_file(matter, matter.notes(), "outside")
    assert note.uid.encode() not in text
    assert b"created" not in text
    assert text == through_a_file(matter, matter.notes(), "outside")
    matter.import_notes(document.uid, read_notes(text, "zh"))
    assert [kept.uid for kept in matter.notes()] == [note.uid]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"anchors": "three"}, "anchors"),
        ({"anchors": ["three"]}, "anchors"),
        ({"anchors": [{"exact": ""}]}, "anchors.exact"),
        ({"due": ["soon"]}, "due"),
        ({"title": 7}, "title"),
        ({"issue": "a\x00b"}, "issue"),
        ({"rules": [7]}, "rules"),
        ({"replies": {"text": "x"}}, "replies"),
        ({"replies": [{"text": "no time"}]}, "created"),
    ],
)
def test_a_finding_with_an_odd_value_is_refused_by_its_name(fields, field):
    with pytest.raises(MatterError) as refusal:
        read_notes(json.dumps({"findings": [{"id": "A7", **fields}]}).encode(), "en")
    assert (refusal.value.code, refusal.value.arguments["id"], refusal.value.arguments["field"]) == (
        "bad_note",
        "A7",
        field,
    )


def test_a_quote_that_stands_twice_is_told_from_one_that_is_nowhere(matter, document):
    twice, nowhere = {"id": "A1", "anchors": [{"exact": "阅读记录"}]}, {"id": "A2", "anchors": [{"exact": "nowhere"}]}
    report = matter.import_notes(document.uid, read_notes(json.dumps([twice, nowhere]).encode(), "zh"))
    assert report.unplaced == (("A1", "阅读记录"), ("A2", "nowhere"))
    assert report.ambiguous == (("A1", "阅读记录"),)


def test_findings_imported_again_are_counted_as_unchanged(matter, document):
    findings = [{"id": "A1", "title": "One"}, {"id": "A2", "title": "Two"}]
    first = matter.import_notes(document.uid, read_notes(json.dumps(findings).encode(), "zh"))
    corrected = [{**findings[0], "title": "One, put right"}, findings[1], {"id": "A3", "title": "Three"}]
    again = matter.import_notes(document.uid, read_notes(json.dumps(corrected).encode(), "zh"))
    assert (first.unchanged, again.unchanged, len(matter.notes())) == (0, 2, 3)


FIRST = b'[{"id": "A", "issue": "x", "severity": "high", "anchors": [{"exact": "Contact"}]}, {"id": "B", "issue": "y"}]'


def test_a_corrected_file_says_which_notes_it_tells_otherwise(matter, document) -> None:
    matter.import_notes(document.uid, read_notes(FIRST, "en"))
    assert matter.import_notes(document.uid, read_notes(FIRST, "en")).differing == ()
    for old, new in ((b'"x"', b'"better"'), (b'"high"', b'"low"'), (b'"Contact"', b'"Write to"')):
        report = matter.import_notes(document.uid, read_notes(FIRST.replace(old, new), "en"))
        assert (report.unchanged, report.differing) == (2, ("A",))


def test_a_note_that_a_reviewer_worked_on_does_not_differ_from_the_file_it_came_from(matter, document) -> None:
    matter.import_notes(document.uid, read_notes(FIRST, "en"))
    note = next(one for one in matter.notes() if one.source_id == "A")
    matter.edit(note.uid, issue="worked on", severity="low")
    assert matter.import_notes(document.uid, read_notes(FIRST, "en")).differing == ()
    matter.delete_note(note.uid)
    assert matter.import_notes(document.uid, read_notes(FIRST, "en")).differing == ()


def test_the_same_findings_in_the_other_language_do_not_differ(matter, document) -> None:
    data = json.dumps([{"id": "A", "en": {"issue": "x"}, "zh": {"issue": "\u7532"}}]).encode()
    matter.import_notes(document.uid, read_notes(data, "en"))
    assert matter.import_notes(document.uid, read_notes(data, "zh")).differing == ()


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"anchors": "words"}, "anchors"),
        ({"anchors": ["words"]}, "anchors"),
        ({"anchors": {"exact": "words"}}, "anchors"),
        ({"anchors": ""}, "anchors"),
        ({"anchors": [{"exact": ""}]}, "anchors.exact"),
        ({"anchors": [{"exact": "  "}]}, "anchors.exact"),
        ({"anchors": [{}]}, "anchors.exact"),
        ({"anchors": [{"exact": "Contact", "start": "12"}]}, "anchors.start"),
        ({"anchors": [{"exact": "", "start": 9, "end": 9}]}, "anchors.exact"),
        ({"due": 20261231}, "due"),
        ({"due": "2026-02-31"}, "due"),
        ({"due": "2026-13-01T10:00"}, "due"),
        ({"replies": "words"}, "replies"),
        ({"replies": [{"text": "no time"}]}, "created"),
    ],
)
def test_an_odd_value_is_one_sentence_that_names_the_note_and_nothing_is_imported(matter, document, told, field):
    data = json.dumps([{"id": "A7", "issue": "x", **told}]).encode()
    with pytest.raises(MatterError) as refusal:
        matter.import_notes(document.uid, read_notes(data, "en"))
    assert (refusal.value.code, refusal.value.arguments["id"], refusal.value.arguments["field"]) == (
        "bad_note", "A7", field,
    )  # fmt: skip
    assert matter.notes() == ()


@pytest.mark.parametrize("due", ["2026-12-31", "2026-12-31T18:00:00+08:00", "before publication", "上线前", ""])
def test_a_due_date_is_a_date_that_there_is_or_words(matter, document, due) -> None:
    data = json.dumps([{"id": "A", "issue": "x", "due": due}]).encode()
    matter.import_notes(document.uid, read_notes(data, "en"))
    assert matter.notes()[0].due == due

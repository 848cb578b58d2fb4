"""A comment of somebody else stays as it came, whatever is written on its note; what we write goes out as an answer."""

import io
import re
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from annotations.interchange import to_jsonld
from annotations.marks import Marked, free_mark, note_name
from annotations.model import Reviewer, Status, Visibility
from documents.reader import open_document
from tests.export.word_checks import integrity
from tests.export.word_colleague import W14, W15, Colleague, W
from tests.export.word_files import paragraph, run, word_file
from tests.export.word_matters import WANG, annotated, matter_with

CHEN = "Chen Li (Client)"
LEE = Reviewer("Noor Lee", "NL")
QUESTION = "Must we name every partner?"
FAR = "# Acorn\n\nWe share it with partners.\n\n" + "Quite other words stand here, a great many of them.\n\n" * 20


def commented(*, key=' w14:paraId="0000ABCD"'):
    marked = '<w:commentRangeStart w:id="7"/>' + run("with partners") + '<w:commentRangeEnd w:id="7"/>'
    sign = '<w:r><w:commentReference w:id="7"/></w:r>'
    about = f'w:id="7" w:author="{CHEN}" w:date="2026-01-02T10:00:00Z" w:initials="CL"'
    said = f"<w:comment {about}><w:p{key}><w:r><w:t>{QUESTION}</w:t></w:r></w:p></w:comment>"
    body = paragraph("Acorn notice", '<w:pStyle w:val="1"/>') + paragraph(
        run("We share it ") + marked + sign + run(".")
    )
    return word_file(body + paragraph("We keep it for ever."), comments=said)


def take_back(matter, data, name="back.docx"):
    return matter.take_back(matter.documents()[0].uid, open_document(data, name=name), data, name)


def opened(folder, clock, **more):
    data = commented(**more)
    matter = matter_with(folder, clock, "notice.docx", data)
    take_back(matter, data, "notice.docx")
    return matter


@pytest.fixture
def matter(tmp_path, clock):
    with opened(tmp_path, clock) as made:
        yield made


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(f"word/{name}.xml")


def said_in(data):
    """Each comment of a file: who says it, and its lines."""
    comments = etree.fromstring(part(data, "comments"))
    lines = [["".join(p.itertext()) for p in one.iter(f"{W}p")] for one in comments]
    return [(one.get(f"{W}author"), said) for one, said in zip(comments, lines, strict=True)]


def as_it_stood(data):
    """The client's own comment, to the byte."""
    return re.search(rb'<w:comment w:id="7".*?</w:comment>', part(data, "comments"))[0]


def threads(data):
    return {e.get(f"{W15}paraId"): e for e in etree.fromstring(part(data, "commentsExtended"))}


def keys(data):
    return {
        one.get(f"{W}author"): one.findall(f"{W}p")[-1].get(f"{W14}paraId")
        for one in etree.fromstring(part(data, "comments"))
    }


def range_of(data, number):
    document = part(data, "document").decode()
    inside = re.search(rf'<w:commentRangeStart w:id="{number}"/>(.*?)<w:commentRangeEnd w:id="{number}"/>', document)
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", inside[1]))


def test_advice_on_a_clients_comment_is_an_answer_of_the_reviewers_and_the_comment_stays(matter, tmp_path) -> None:
    note = matter.notes()[0]
    matter.edit(note.uid, recommendation="Name them all.", severity="high", visibility="client")
    data = annotated(matter, tmp_path / "out.docx", profile="client")[1]
    assert as_it_stood(data) == as_it_stood(commented())
    assert said_in(data) == [
        (CHEN, [QUESTION]),
        (WANG.name, ["[High] 1 (para 1)", "Recommendation: Name them all."]),
    ]
    assert threads(data)[keys(data)[WANG.name]].get(f"{W15}paraIdParent") == "0000ABCD"
    assert range_of(data, 8) == range_of(data, 7) == "with partners"
    (tmp_path / "one.docx").write_bytes(data)
    assert integrity(tmp_path / "one.docx") == []
    assert annotated(matter, tmp_path / "twice.docx", profile="client")[1] == data


def test_a_comment_without_a_key_gets_one_and_not_a_word_else(tmp_path, clock) -> None:
    with opened(tmp_path, clock, key="") as matter:
        matter.edit(matter.notes()[0].uid, legal_basis="Article 13.")
        data = annotated(matter, tmp_path / "out.docx")[1]
        key = keys(data)[CHEN]
        assert key
        assert as_it_stood(data).replace(f' w14:paraId="{key}"'.encode(), b"") == as_it_stood(commented(key=""))
        assert threads(data)[keys(data)[WANG.name]].get(f"{W15}paraIdParent") == key
        assert take_back(matter, data).came == ()


def test_each_reviewer_signs_what_they_wrote(matter, tmp_path) -> None:
    note = matter.notes()[0]
    matter.edit(note.uid, recommendation="Name them all.", legal_basis="Article 12.")
    matter.reviewer = LEE
    matter.edit(note.uid, legal_basis="Article 13.")
    data = annotated(matter, tmp_path / "out.docx")[1]
    assert said_in(data)[1:] == [
        (WANG.name, ["[Info] 1 (para 1)", "Recommendation: Name them all."]),
        (LEE.name, ["[Info] 1 (para 1)", "Basis: Article 13."]),
    ]
    matter.undo()
    assert said_in(annotated(matter, tmp_path / "again.docx")[1])[1:] == [
        (WANG.name, ["[Info] 1 (para 1)", "Basis: Article 12.", "Recommendation: Name them all."]),
    ]


@pytest.mark.parametrize("marks", [True, False])
def test_the_answer_is_known_when_the_file_comes_back_and_what_was_changed_in_it_comes_in_once(
    matter, tmp_path, marks
) -> None:
    note = matter.notes()[0]
    matter.edit(note.uid, recommendation="Name them all.", legal_basis="Article 13.")
    data = annotated(matter, tmp_path / "out.docx")[1]
    untouched = Colleague(data).saved(marks=marks)
    assert take_back(matter, untouched).came == ()
    colleague = Colleague(data)
    colleague.change("Name them all.", "Name the large ones.")
    colleague.reply(QUESTION, "Thank you.")
    back = colleague.saved(marks=marks)
    assert [one.code for one in take_back(matter, back).came] == ["changed", "new_reply"]
    note = matter.notes()[0]
    assert (len(matter.notes()), note.recommendation, note.issue) == (1, "Name the large ones.", QUESTION)
    assert [reply.text for reply in note.replies] == ["Thank you."]
    assert take_back(matter, back).came == ()


def test_an_answer_that_lost_its_form_is_kept_as_a_remark(matter, tmp_path) -> None:
    matter.edit(matter.notes()[0].uid, recommendation="Name them all.")
    colleague = Colleague(annotated(matter, tmp_path / "out.docx")[1])
    colleague.change("[Info] 1", "Well:")
    assert [one.code for one in take_back(matter, colleague.saved()).came] == ["remark"]
    assert take_back(matter, colleague.saved()).came == ()


def test_what_a_client_says_anew_in_the_comment_is_theirs(matter, tmp_path) -> None:
    note = matter.notes()[0]
    matter.edit(note.uid, recommendation="Name them all.")
    colleague = Colleague(annotated(matter, tmp_path / "out.docx")[1])
    colleague.change(QUESTION, "Must we name any?")
    assert [one.code for one in take_back(matter, colleague.saved()).came] == ["changed"]
    assert matter.notes()[0].issue == "Must we name any?"
    assert take_back(matter, colleague.saved()).came == ()
    data = annotated(matter, tmp_path / "again.docx")[1]
    assert as_it_stood(data) == as_it_stood(commented())
    assert said_in(data)[1] == (WANG.name, ["[Info] 1 (para 1)", "Recommendation: Name them all."])


def test_a_reviewer_who_resolves_it_asks_for_that_in_the_thread(matter, tmp_path) -> None:
    matter.edit(matter.notes()[0].uid, status=Status.RESOLVED)
    data = annotated(matter, tmp_path / "out.docx")[1]
    assert as_it_stood(data) == as_it_stood(commented())
    assert threads(data)["0000ABCD"].get(f"{W15}done") == "1"
    assert take_back(matter, data).came == ()
    matter.edit(matter.notes()[0].uid, status=Status.OPEN)
    data = annotated(matter, tmp_path / "out.docx")[1]
    assert said_in(data) == [(CHEN, [QUESTION])]


def test_answers_go_below_the_comment_as_far_as_these_readers_may_have_them(matter, tmp_path) -> None:
    note = matter.notes()[0]
    matter.edit(note.uid, visibility="client", recommendation="Name them all.")
    matter.reply(note.uid, "They will not like it.")
    matter.reply(note.uid, "We can help with that.", Visibility.CLIENT)
    inside = annotated(matter, tmp_path / "in.docx")[1]
    assert [lines[-1] for _, lines in said_in(inside)[2:]] == ["They will not like it.", "We can help with that."]
    colleague = Colleague(inside)
    colleague.change("We keep it for ever.", "We keep it for years.", "document")
    take_back(matter, colleague.saved())
    assert matter.documents()[0].latest.number == 2
    assert annotated(matter, tmp_path / "same.docx")[1] == annotated(matter, tmp_path / "same2.docx")[1]
    assert said_in(annotated(matter, tmp_path / "same.docx")[1]) == said_in(inside)
    for_client = annotated(matter, tmp_path / "client.docx", profile="client")[1]
    assert said_in(for_client) == [one for one in said_in(inside) if "like it" not in one[1][-1]]
    matter.edit(note.uid, recommendation="Name the large ones.")
    anew = annotated(matter, tmp_path / "anew.docx", profile="client")[1]
    assert as_it_stood(anew) == as_it_stood(commented())
    assert [lines[-1] for _, lines in said_in(anew)] == [
        QUESTION, "We can help with that.", "Recommendation: Name the large ones.",
    ]  # fmt: skip
    matter.edit(note.uid, visibility="internal")
    assert said_in(annotated(matter, tmp_path / "none.docx", profile="client")[1]) == [(CHEN, [QUESTION])]


def test_proposed_wording_on_a_clients_comment_is_tracked_by_who_proposed_it(matter, tmp_path) -> None:
    matter.edit(matter.notes()[0].uid, proposed_wording="with Ads Ltd")
    data = annotated(matter, tmp_path / "out.docx", redrafts="tracked")[1]
    document = part(data, "document")
    assert set(re.findall(rb'<w:(?:ins|del) [^>]*w:author="([^"]*)"', document)) == {WANG.name.encode()}
    assert take_back(matter, data).came == ()
    colleague = Colleague(data)
    colleague.accept()
    assert [one.code for one in take_back(matter, colleague.saved()).came] == ["version", "accepted"]


def test_a_comment_that_does_not_stand_in_the_file_is_written_with_their_words_under_their_name(
    tmp_path, clock
) -> None:
    with matter_with(tmp_path, clock, "notice.md", FAR) as matter:
        sent = annotated(matter, tmp_path / "out.docx")[1]
        data = commented()
        take_back(matter, data)
        note = matter.notes()[0]
        matter.edit(note.uid, recommendation="Name them all.")
        made = annotated(matter, tmp_path / "again.docx")[1]
        assert sent != made
        assert said_in(made) == [
            (CHEN, [QUESTION]),
            (WANG.name, ["[Info] 1 (para 1)", "Recommendation: Name them all."]),
        ]
        assert take_back(matter, made).came == ()


def test_a_comment_that_an_earlier_file_put_into_their_mouth_is_taken_out(matter, tmp_path) -> None:
    """Files before 2026-11-23 said our fields under the name of whose comment it was."""
    note = matter.notes()[0]
    matter.edit(note.uid, recommendation="Name them all.")
    secret = matter.secrets(note.document)[0]
    mark = free_mark(note_name(secret, Marked(note.uid, last=True)), set())
    with zipfile.ZipFile(io.BytesIO(commented(key=f' w14:paraId="{mark}"'))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    said = parts["word/comments.xml"].decode()
    one = f'<w:p w14:paraId="{mark}"><w:r><w:t>{QUESTION}</w:t></w:r></w:p>'
    assert one in said
    head = "<w:p><w:r><w:t>[Info] 1 (para 1)</w:t></w:r></w:p>"
    last = f'<w:p w14:paraId="{mark}"><w:r><w:t>Recommendation: Name them all.</w:t></w:r></w:p>'
    issue = f"<w:p><w:r><w:t>Issue: {QUESTION}</w:t></w:r></w:p>"
    parts["word/comments.xml"] = said.replace(one, head + issue + last).encode()
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"for ever", b"for years")
    old = io.BytesIO()
    with zipfile.ZipFile(old, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    assert [one.code for one in take_back(matter, old.getvalue()).came] == ["version"]
    data = annotated(matter, tmp_path / "out.docx")[1]
    assert said_in(data) == [
        (CHEN, [QUESTION]),
        (WANG.name, ["[Info] 1 (para 1)", "Recommendation: Name them all."]),
    ]


def test_outsiders_get_the_answer_of_the_firm_and_of_their_comment_what_they_may_have(tmp_path, clock) -> None:
    with matter_with(tmp_path, clock, "notice.md", FAR) as matter:
        matter.set_matter(firm="Pine & Co")
        take_back(matter, commented())
        note = matter.notes()[0]
        matter.edit(note.uid, visibility="outside", recommendation="Between us.", proposed_wording="with Ads Ltd")
        data = annotated(matter, tmp_path / "out.docx", profile="outside")[1]
        assert said_in(data) == [("Pine & Co", ["1 (para 1)", "Proposed wording: with Ads Ltd"])]


def test_the_firm_answers_for_its_people_where_that_is_asked(matter, tmp_path) -> None:
    matter.set_matter(firm="Pine & Co")
    note = matter.notes()[0]
    matter.edit(note.uid, visibility="outside", legal_basis="Article 13.")
    data = annotated(matter, tmp_path / "out.docx", profile="client", author="firm")[1]
    assert said_in(data) == [(CHEN, [QUESTION]), ("Pine & Co", ["[Info] 1 (para 1)", "Basis: Article 13."])]
    outside = said_in(annotated(matter, tmp_path / "outside.docx", profile="outside")[1])
    assert outside == [("Author 1", [QUESTION]), ("Pine & Co", ["1 (para 1)", "Basis: Article 13."])]


def test_web_annotations_tell_who_said_which_words(matter) -> None:
    note = matter.notes()[0]
    matter.edit(note.uid, recommendation="Name them all.")
    matter.reviewer = LEE
    matter.edit(note.uid, title="Partners")
    (item,) = to_jsonld(matter, matter.notes())["items"]
    assert item["creator"]["name"] == CHEN
    said = [(body["creator"]["name"], body["value"]) for body in item["body"]]
    assert said == [(CHEN, QUESTION), (WANG.name, "Name them all."), (LEE.name, "Partners")]


WORDS = st.sampled_from(["Name them.", "Say why.", "Ask first.", "Leave it."])
STEPS = st.lists(
    st.tuples(
        st.sampled_from([WANG, LEE]),
        st.sampled_from(
            ["title", "consequence", "legal_basis", "recommendation", "question", "reply", "undo", "issue"]
        ),
        WORDS,
        st.sampled_from(["Again.", "At last.", "For now."]),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_nobody_says_what_they_did_not_write(steps, tmp_path_factory, clock) -> None:
    folder = tmp_path_factory.mktemp("said")
    with opened(folder, clock) as matter:
        uid = matter.notes()[0].uid
        wrote = set()
        steps_of = dict.fromkeys((WANG, LEE), 0)
        for who, what, first, second in steps:
            matter.reviewer = who
            words, before = f"{first} {second}", len(matter.changes())
            if what == "undo":
                steps_of[who] -= bool(steps_of[who]) and bool(matter.undo())
                continue
            matter.reply(uid, words) if what == "reply" else matter.edit(uid, **{what: words})
            steps_of[who] += len(matter.changes()) > before
            wrote.add((who.name, words))
        said = said_in(annotated(matter, folder / "out.docx")[1])
        assert said[0] == (CHEN, [QUESTION])
        lines = [(author, line) for author, lines in said[1:] for line in lines]
        for author, line in lines:
            told = re.sub(r"^(Issue|Consequence|Basis|Recommendation|Question): ", "", line)
            told = re.sub(r"^\[Info\] 1 \| (.*) \(para 1\)$", r"\1", told)
            assert (author, told) in wrote or told == "[Info] 1 (para 1)"
        note = matter.notes()[0]
        fields = [note.title, note.consequence, note.legal_basis, note.recommendation, note.question]
        gone_out = "\n".join(line for _, line in lines)
        assert all(words in gone_out for words in (*fields, *(reply.text for reply in note.replies)))

"""Web pages: what a reader never sees is set aside, what a click shows is read."""

from __future__ import annotations

import pytest

from documents.draft import Source
from documents.errors import UnreadableDocument
from documents.model import BlockKind, PolicyDocument
from documents.reader import open_here

_END = "<p>The end of the page, with enough words to stand.</p>"


def read(body: str, head: str = "") -> PolicyDocument:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}{_END}</body></html>"
    return open_here(Source(page.encode(), "policy.html"))


def test_hidden_words_are_kept_aside_at_their_place() -> None:
    document = read("<p>Seen.</p><p hidden>Not <b>seen</b>.</p>")
    assert [(one.place, one.words) for one in document.hidden] == [(6, "Not seen.")]
    assert "Not seen" not in document.text


@pytest.mark.parametrize(
    ("rule", "element"),
    [
        (".gone{display:none}", "<p class='a gone'>"),
        ("#x , .y { visibility : hidden !important }", "<p id=x>"),
        ("p.gone.now{display:none}", "<p class='now gone'>"),
        ("@media screen{.gone{display:none}}", "<p class=gone>"),
        ("/* .a{ */ .gone{color:red;display:none}", "<p class=gone>"),
        (".gone{display:none} .gone{color:red}", "<p class=gone>"),
    ],
)
def test_what_a_style_sheet_hides_is_left_out(rule: str, element: str) -> None:
    document = read(f"{element}Not seen.</p>", f"<style>{rule}</style>")
    assert "Not seen" not in document.text
    assert [one.words for one in document.hidden] == ["Not seen."]


@pytest.mark.parametrize(
    ("rule", "element"),
    [
        ("@media print{.here{display:none}}", "<p class=here>"),
        ("@media (max-width:600px){.here{display:none}} .b{color:red}", "<p class=here>"),
        (".menu .here{display:none}", "<p class=here>"),
        (".here{display:none} .here{display:block}", "<p class=here>"),
        (".here{display:none} #z{display:block}", "<p class=here id=z>"),
        (".here{display:none}", "<p class=here style='display:block'>"),
        (".here:hover{display:none}", "<p class=here>"),
        (".d-none{display:none}", "<p class='d-none d-md-block'>"),
        (".hidden{display:none}", "<p class='hidden lg:block'>"),
        (".accordion__panel{display:none}", "<p class=accordion__panel>"),
    ],
)
def test_what_a_style_sheet_shows_on_a_screen_or_after_a_click_is_read(rule: str, element: str) -> None:
    assert "Seen here" in read(f"{element}Seen here.</p>", f"<style>{rule}</style>").text


def test_what_a_control_of_the_page_opens_is_read() -> None:
    body = "<h2><button aria-controls=c1>Sharing</button></h2><div id=c1 hidden><p>We share nothing.</p></div>"
    assert "We share nothing." in read(body).text


def test_a_style_sheet_for_print_hides_nothing() -> None:
    assert "Seen." in read("<p class=a>Seen.</p>", "<style media=print>.a{display:none}</style>").text


def test_a_style_sheet_says_how_a_list_is_numbered_and_words_are_set() -> None:
    head = "<style>ol{list-style-type:upper-roman} .plain{list-style:none} .strong{font-weight:700}</style>"
    document = read("<ol><li>a</li><li class=strong>b</li></ol><ul class=plain><li>c</li></ul>", head)
    assert [block.label for block in document.blocks[:3]] == ["I.", "II.", ""]
    assert [run.bold for run in document.runs] == [True]
    assert document.blocks[2].kind is not BlockKind.LIST_ITEM


_NESTED = """ol{counter-reset:item;list-style:none} li{display:block;counter-increment:item}
li:before{content:counters(item,'.') '. '}"""
_PARTS = """h2{counter-increment:part;counter-reset:sub} h3{counter-increment:sub}
h2::before{content:'Part ' counter(part,upper-roman)} h3::before{content:counter(part) '.' counter(sub)}"""
_EXPORTED = """.k-0>li{counter-increment:c-0} .k-1>li{counter-increment:c-1} ul.k-0{list-style-type:none}
ol.k-0.start{counter-reset:c-0 4} ol.k-1.start{counter-reset:c-1 0}
.k-0>li:before{content:"" counter(c-0,decimal) ". "} .k-1>li:before{content:"(" counter(c-1,lower-latin) ")"}"""
_LISTS = """<ol class='k-0 start'><li>a</li></ol><ol class='k-1 start'><li>b</li><li>c</li></ol>
<ol class=k-0><li>d</li></ol>"""


@pytest.mark.parametrize(
    ("sheet", "body", "labels"),
    [
        (_NESTED, "<ol><li>a<ol><li>b<li>c</ol><li>d<ol><li>e</ol></ol>", ["1.", "1.1.", "1.2.", "2.", "2.1."]),
        (_PARTS, "<h2>a</h2><h3>b</h3><h3>c</h3><h2>d</h2><h3>e</h3>", ["Part I", "1.1", "1.2", "Part II", "2.1"]),
        (_EXPORTED, _LISTS, ["5.", "(a)", "(b)", "6."]),
    ],
)
def test_numbers_that_a_style_sheet_paints_are_labels(sheet: str, body: str, labels: list[str]) -> None:
    document = read(body, f"<style>{sheet}</style>")
    assert [block.label for block in document.blocks if block.label] == labels
    assert "1" not in document.text


def test_a_picture_is_known_by_its_alternative_words() -> None:
    document = read("<p>See <img src='https://x.example/a.png' alt='Data  flow' width=96 height=48px> here.</p>")
    assert document.text.startswith("See \ufffc here.")
    picture = document.pictures[0]
    assert (picture.place, picture.name, picture.width, picture.height) == (4, "Data flow", 72.0, 36.0)


def test_what_a_form_is_filled_with_is_read() -> None:
    assert read("<p>Name: <input value='Ann'><input type=hidden value=secret></p>").text.startswith("Name: Ann\n")


def test_a_frame_in_the_head_for_browsers_without_scripts_does_not_swallow_the_page() -> None:
    document = read("<p>All of it.</p>", "<noscript><iframe src=x style='display:none'/></noscript>")
    assert document.text.startswith("All of it.\n")


@pytest.mark.parametrize(
    "body",
    [
        '<p class="a"">Words.</p>',
        "<p class='a>b' title='<i>'>Words.</p>",
        '<p a"b=1>Words.</p>',
        "<!-- > --><p>Words.<!-- </p> <b> --></p>",
        "<p =x>Words.</p></foo></div>",
    ],
)
def test_odd_marks_lose_no_word(body: str) -> None:
    assert read(body).text.startswith("Words.\n")


def test_a_page_within_a_frame_of_the_page_is_read_in_its_place() -> None:
    inner = "&lt;h2>Scope&lt;/h2>&lt;p>All of it.&lt;script>x&lt;/script>"
    document = read(f'<p>Before.</p><iframe srcdoc="{inner}"></iframe><p>After.</p><iframe src=x></iframe>')
    assert document.text.startswith("Before.\nScope\nAll of it.\nAfter.\n")


def test_words_that_only_look_like_tags_are_words() -> None:
    assert read("<p>&lt;b&gt; &amp;lt; a &lt; b</p><xmp><i>x</i> &amp;</xmp>").text.startswith(
        "<b> &lt; a < b\n<i>x</i> &amp;\n"
    )


def test_a_page_of_plain_text_inside_html_is_read_to_its_end() -> None:
    page = b"<!doctype html><p>Before.<plaintext>a <b> c</plaintext> & d"
    assert open_here(Source(page, "a.html")).text == "Before.\na <b> c</plaintext> & d\n"


def test_a_table_of_a_million_cells_is_refused_at_once() -> None:
    page = b"<!doctype html><table>" + b"<tr><td>a<td>b" * 500_000
    with pytest.raises(UnreadableDocument) as caught:
        open_here(Source(page, "a.html"))
    assert caught.value.code == "too_large"


def test_attributes_without_end_are_not_all_looked_at() -> None:
    many = " ".join(f"a{number}=b" for number in range(100_000))
    assert read(f"<p {many}>Words.</p><img src='data:{'x' * 9_000}' alt='A  plan'>").text.startswith("Words.\n\ufffc\n")


def test_a_page_made_of_frames_without_words_says_there_are_none() -> None:
    with pytest.raises(UnreadableDocument):
        open_here(Source(b"<html><frameset><frame src=a></frameset></html>", "a.html"))


@pytest.mark.parametrize(
    ("rule", "page"),
    [
        (".menu .more{display:none}", "<div class=menu><div><p class=more>Not seen.</p></div></div>"),
        (".menu > .more{display:none}", "<div class=menu><p class=more>Not seen.</p></div>"),
        ("section > ul li{visibility:hidden}", "<section><ul><li>Not seen.</ul></section>"),
        (".a .b .c{display:none}", "<div class=a><div class=b><i><p class=c>Not seen.</p></i></div></div>"),
        (".x{display:block} .a .x{display:none}", "<div class=a><p class=x>Not seen.</p></div>"),
    ],
)
def test_what_a_style_sheet_hides_by_where_it_stands_is_left_out(rule: str, page: str) -> None:
    document = read(page, f"<style>{rule}</style>")
    assert "Not seen" not in document.text
    assert [one.words for one in document.hidden] == ["Not seen."]


@pytest.mark.parametrize(
    ("rule", "page"),
    [
        (".menu > .more{display:none}", "<div class=menu><div><p class=more>Seen here.</p></div></div>"),
        (".a > .b .c{display:none}", "<div class=a><div><div class=b><p class=c>Seen here.</p></div></div></div>"),
        (".x{display:none} .a .x{display:block}", "<div class=a><p class=x>Seen here.</p></div>"),
        (".a .x{display:none}", "<div class=a><p class=x style='display:block'>Seen here.</p></div>"),
        (".a .x{display:none} #y .x{display:block}", "<div class=a id=y><p class=x>Seen here.</p></div>"),
        (".a + .x{display:none}", "<p class=a>One.</p><p>Two.</p><p class=x>Seen here.</p>"),
    ],
)
def test_what_a_style_sheet_shows_by_where_it_stands_is_read(rule: str, page: str) -> None:
    assert "Seen here" in read(page, f"<style>{rule}</style>").text


def test_hidden_words_within_a_paragraph_are_kept_at_their_place() -> None:
    document = read("<p>First one.</p><p>Seen <b>and <span hidden>not</span></b> read.</p>")
    (aside,) = document.hidden
    assert document.text[: aside.place].rstrip().endswith("Seen and")
    assert document.text[aside.place :].lstrip().startswith("read.")


def test_words_of_a_drawing_are_read_and_its_title_and_definitions_are_not() -> None:
    drawing = "<svg><title>T</title><desc>D</desc><defs><text>Not</text></defs><g><text>We share</text></g></svg>"
    document = read(f"<p>Before it.</p>{drawing}<p>After it.</p>")
    assert document.text.startswith("Before it.\nWe share\nAfter it.\n")


def test_what_stands_in_for_an_object_that_a_file_cannot_show_is_read() -> None:
    assert "The annex as text" in read("<object data='annex.pdf'><p>The annex as text.</p></object>").text


@pytest.mark.parametrize(
    ("choice", "seen"),
    [
        ("<select><option>One<option>Two</select>", "Keep for One please"),
        ("<select><option>One<option selected>Two</select>", "Keep for Two please"),
        ("<select><option label='One'></option><option>Two</select>", "Keep for One please"),
        ("<select multiple><option>One<option>Two</select>", "Keep for\nOne\nTwo\nplease"),
    ],
)
def test_of_choices_the_one_that_shows_is_read(choice: str, seen: str) -> None:
    assert seen in read(f"<p>Keep for {choice} please.</p>").text

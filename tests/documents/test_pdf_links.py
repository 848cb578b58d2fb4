"""Links of a PDF: the words they lie on lead where the file says."""

from __future__ import annotations

import itertools

from documents.draft import Draft, Source
from documents.pdf.policy import read_pdf
from tests.documents.pdf_files import Sheet, line, pdf_of

ADDRESS = "https://policy.example/privacy"


def draft(content: bytes, *annotations: str) -> Draft:
    names = [f"{number} 0 R" for number in range(20, 20 + len(annotations))]
    return read_pdf(Source(pdf_of([Sheet(content, annotations=names)], more=annotations), "policy.pdf"))


def link(box: str, target: str = f"/S/URI/URI({ADDRESS})") -> str:
    return f"<</Type/Annot/Subtype/Link/Rect[{box}]/A<<{target}>>>>"


def linked(found: Draft) -> list[tuple[str, str]]:
    return [(run.span.of(found.text), run.link) for run in found.runs if run.link]


def test_words_under_a_link_lead_to_its_address() -> None:
    content = line("Read our", 72, 700) + line("privacy policy", 114, 700) + line("first.", 180, 700)
    assert linked(draft(content, link("113 698 177 710"))) == [("privacy policy", ADDRESS)]


def test_a_rectangle_may_be_written_from_its_upper_corner() -> None:
    assert linked(draft(line("Read our privacy policy", 72, 700), link("72 710 300 698"))) == [
        ("Read our privacy policy", ADDRESS)
    ]


def test_bold_words_within_a_link_stay_bold() -> None:
    content = line("privacy", 72, 700, font="F2") + line("policy", 112, 700)
    found = draft(content, link("71 698 142 710"))
    assert [(run.span.of(found.text).strip(), run.bold, run.link) for run in found.runs] == [
        ("privacy", True, ADDRESS),
        ("policy", False, ADDRESS),
    ]


def test_a_link_over_a_line_end_is_one() -> None:
    content = line("All of it is told at length and with some care in our privacy", 72, 700) + line("policy.", 72, 688)
    assert linked(draft(content, link("292 698 360 710"), link("71 686 100 698"))) == [("privacy policy.", ADDRESS)]


def test_links_within_the_file_and_programs_to_start_are_no_addresses() -> None:
    content = line("Read our privacy policy first.", 72, 700)
    inside = link("72 698 200 710", "/S/GoTo/D[1000 0 R/Fit]")
    program = link("72 698 200 710", "/S/Launch/F(calc.exe)")
    assert linked(draft(content, inside, program)) == []


def test_runs_never_overlap_where_links_do() -> None:
    found = draft(
        line("Read our privacy policy first.", 72, 700),
        link("72 698 160 710"),
        link("120 698 200 710", "/S/URI/URI(https://b.example)"),
    )
    ends = [run.span for run in found.runs]
    assert len(ends) > 1
    assert all(before.end <= after.start for before, after in itertools.pairwise(ends))


def test_a_link_over_nothing_but_a_space_is_none() -> None:
    content = line("Read our privacy policy first.", 72, 700)
    assert [linked(draft(content, link(f"{left} 698 {left + 1} 710"))) for left in range(90, 120)].count([]) > 0

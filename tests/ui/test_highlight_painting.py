"""What stands on the page for each severity, read from the pixels."""

import pytest
from PySide6.QtGui import QImage

from annotations.model import Severity
from documents.model import Block, BlockKind, PolicyDocument, Span
from ui.document_view import DocumentView, Highlight
from ui.highlight_painter import line_boxes, severity_pen
from ui.theme import DARK, LIGHT, high_contrast_theme

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

TEXT = "personal information of our users and of everyone they know"
WHOLE = Span(0, len(TEXT))


@pytest.fixture
def view(qtbot) -> DocumentView:
    shown = DocumentView()
    qtbot.addWidget(shown)
    shown.resize(728, 300)
    shown.set_document(PolicyDocument("T", "text", "en", TEXT, (Block(BlockKind.PARAGRAPH, WHOLE),)))
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def image_of(view: DocumentView) -> QImage:
    return view._text.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def rows_with(view: DocumentView, colour: str) -> list[int]:
    image = image_of(view)
    return [
        y for y in range(image.height()) if any(image.pixelColor(x, y).name().upper() == colour for x in range(50, 400))
    ]


def box_of(view: DocumentView):
    visible = view._text.visible_blocks(0, 300)[0]
    return next(line_boxes(visible, visible.start, visible.end))


@pytest.mark.parametrize(
    ("severity", "thick"),
    [(Severity.CRITICAL, 3), (Severity.HIGH, 2), (Severity.MEDIUM, 2), (Severity.LOW, 2), (Severity.INFO, 1)],
)
def test_each_severity_has_a_line_of_its_own_thickness(view: DocumentView, severity: Severity, thick: int) -> None:
    view.set_highlights([Highlight("a", WHOLE, severity)])
    assert severity_pen(severity, LIGHT).widthF() == thick
    assert len(rows_with(view, LIGHT.severity(severity).mark)) <= thick + 1


def test_medium_is_dashed_6_3_and_low_is_dotted_2_3() -> None:
    lengths = {s: [x * severity_pen(s, LIGHT).widthF() for x in severity_pen(s, LIGHT).dashPattern()] for s in Severity}
    assert lengths[Severity.MEDIUM] == [6, 3]
    assert lengths[Severity.LOW] == [2, 3]
    assert lengths[Severity.HIGH] == []


def test_the_fill_reaches_3_above_and_3_below_the_letters_and_the_line_lies_under_it(view: DocumentView) -> None:
    view.set_highlights([Highlight("a", WHOLE, Severity.HIGH)])
    box = box_of(view)
    filled = rows_with(view, LIGHT.severity(Severity.HIGH).fill)
    assert filled[0] == pytest.approx(box.top - 3, abs=1.5)
    assert filled[-1] == pytest.approx(box.bottom + 3, abs=1.5)
    assert min(rows_with(view, LIGHT.severity(Severity.HIGH).mark)) >= filled[-1] - 1


def test_of_overlapping_notes_the_worst_fills_and_each_has_a_line(view: DocumentView) -> None:
    view.set_highlights([Highlight("a", WHOLE, Severity.INFO), Highlight("b", WHOLE, Severity.CRITICAL)])
    fill = LIGHT.severity(Severity.CRITICAL).fill
    assert rows_with(view, fill)
    assert not rows_with(view, LIGHT.severity(Severity.INFO).fill)
    worst = rows_with(view, LIGHT.severity(Severity.CRITICAL).mark)
    milder = rows_with(view, LIGHT.severity(Severity.INFO).mark)
    assert worst
    assert milder
    assert min(milder) > max(worst)


def test_of_four_notes_two_have_lines_and_the_gutter_says_plus_2(view: DocumentView, monkeypatch) -> None:
    said = []
    monkeypatch.setattr(view._painter, "_counts", lambda _painter, hidden: said.append(sorted(hidden.values())))
    view.set_highlights([Highlight(f"n{number}", WHOLE, Severity.HIGH, number) for number in range(4)])
    image_of(view)
    assert said[-1] == [2]


def test_high_contrast_fills_nothing_and_still_draws_lines(view: DocumentView, qapp) -> None:
    theme = high_contrast_theme(qapp.palette())
    view.set_theme(theme)
    before = image_of(view)
    view.set_highlights([Highlight("a", WHOLE, Severity.CRITICAL)])
    after = image_of(view)
    box = box_of(view)
    inside = int(box.top) - 2
    assert [after.pixel(x, inside) for x in range(50, 200)] == [before.pixel(x, inside) for x in range(50, 200)]
    assert rows_with(view, theme.severity(Severity.CRITICAL).mark)


def test_selected_words_are_seen_on_a_marked_stretch(view: DocumentView) -> None:
    view.set_theme(DARK)
    view.set_highlights([Highlight("a", WHOLE, Severity.CRITICAL)])
    view.select(Span(9, 20))
    assert rows_with(view, DARK.selection)
    assert rows_with(view, DARK.severity(Severity.CRITICAL).fill)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_current_hit_is_told_from_others_by_an_edge_and_not_by_its_colour_alone(view: DocumentView, theme) -> None:
    view.set_theme(theme)
    hit = Span(TEXT.index("everyone"), TEXT.index("everyone") + 8)
    row = round(box_of(view).fill.top())
    view.set_search_hits([hit], -1)
    assert row not in rows_with(view, theme.text)
    view.set_search_hits([hit], 0)
    assert row in rows_with(view, theme.text)


def test_of_notes_on_the_same_words_the_current_one_fills(view: DocumentView) -> None:
    view.set_highlights([Highlight("bad", WHOLE, Severity.CRITICAL), Highlight("low", WHOLE, Severity.LOW)])
    view.set_current_note("low")
    assert rows_with(view, LIGHT.severity(Severity.LOW).fill)
    assert not rows_with(view, LIGHT.severity(Severity.CRITICAL).fill)
    view.set_current_note("bad")
    assert rows_with(view, LIGHT.severity(Severity.CRITICAL).fill)

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QInputMethodEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QApplication

from annotations.model import Severity
from documents.model import Block, BlockKind, Clause, PolicyDocument, Span, Story
from documents.reader import open_document
from ui.document_view import DocumentView
from ui.highlights import Highlight
from ui.policy_text import severity_of_key
from ui.theme import DARK, LIGHT

# The offscreen platform says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

TEXT = (
    "预约服务隐私政策\n\n"
    "\u3000\u3000本政策说明我们怎样处理您的信息。请您仔细阅读。\n\n"
    "一、我们收集的信息\n\n"
    "1、您填写的姓名、电话和地址;\n\n"
    "• \u2002您上传的照片。\n\n"
    "2、您的位置信息 GPS-data。\n\n"
    "二、信息的共享\n\n"
    "我们会与合作伙伴共享您的信息。\n"
)


@pytest.fixture
def policy() -> PolicyDocument:
    return open_document(TEXT.encode(), name="policy.txt")


@pytest.fixture
def view(qtbot, policy) -> DocumentView:
    shown = DocumentView()
    qtbot.addWidget(shown)
    shown.resize(728, 670)
    shown.set_document(policy)
    shown.show()
    qtbot.waitExposed(shown)
    QApplication.processEvents()
    return shown


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def place_of(view: DocumentView, point: int) -> QPoint:
    """The middle of a character, in the viewport."""
    cursor = QTextCursor(view._text.document())
    cursor.setPosition(view._map.range_of(Span(point, point + 1))[0])
    box = view._text.cursorRect(cursor)
    return QPoint(box.left() + 6, box.center().y())


def click(qtbot, view: DocumentView, place: QPoint, button=Qt.MouseButton.LeftButton) -> None:
    qtbot.mouseClick(view._text.viewport(), button, pos=place)


def test_selected_words_come_back_as_our_own_span(view: DocumentView) -> None:
    for words in ("姓名、电话和地址", "1、您填写", "您上传的照片"):
        view.select(span_of(words))
        assert view.selection() == (span_of(words),)


def test_nothing_selected_is_no_span(view: DocumentView) -> None:
    assert view.selection() == ()
    view.select(span_of("姓名"))
    view.clear_selection()
    assert view.selection() == ()


def test_a_selection_across_stories_comes_in_parts(qtbot) -> None:
    text = "main text\nfoot one\nfoot two"
    blocks = (
        Block(BlockKind.PARAGRAPH, Span(0, 9)),
        Block(BlockKind.PARAGRAPH, Span(10, 18), story=Story.FOOTNOTE),
        Block(BlockKind.PARAGRAPH, Span(19, 27), story=Story.FOOTNOTE),
    )
    view = DocumentView()
    qtbot.addWidget(view)
    view.set_document(PolicyDocument("T", "word", "en", text, blocks))
    view.select(Span(5, 27))
    assert view.selection() == (Span(5, 9), Span(10, 27))


def test_astral_characters_do_not_move_a_selection(qtbot) -> None:
    text = "😀 we share 𠀀 your data 👩\u200d⚖️ with partners"
    view = DocumentView()
    qtbot.addWidget(view)
    view.set_document(PolicyDocument("T", "text", "en", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)))
    start = text.index("partners")
    view.select(Span(start, start + 8))
    assert view.selection() == (Span(start, start + 8),)
    assert view.copied().text() == "partners"


@pytest.mark.parametrize(("key", "severity"), [("1", Severity.CRITICAL), ("3", Severity.MEDIUM), ("5", Severity.INFO)])
def test_a_digit_on_selected_words_chooses_a_severity(qtbot, view: DocumentView, key: str, severity: Severity) -> None:
    view.select(span_of("姓名"))
    with qtbot.waitSignal(view.severity_chosen) as chosen:
        qtbot.keyClicks(view._text, key)
    assert chosen.args == [severity]


def test_the_keypads_digits_and_full_width_ones_work_too(qtbot, view: DocumentView) -> None:
    view.select(span_of("姓名"))
    with qtbot.waitSignal(view.severity_chosen) as chosen:
        qtbot.keyClick(view._text, Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert chosen.args == [Severity.HIGH]
    committed = QInputMethodEvent()
    committed.setCommitString("４")
    with qtbot.waitSignal(view.severity_chosen) as chosen:
        QApplication.sendEvent(view._text, committed)
    assert chosen.args == [Severity.LOW]
    assert severity_of_key("１") is Severity.CRITICAL
    assert severity_of_key("6") is None


def test_a_digit_without_a_selection_or_with_ctrl_chooses_nothing(qtbot, view: DocumentView) -> None:
    with qtbot.assertNotEmitted(view.severity_chosen):
        qtbot.keyClicks(view._text, "1")
        view.select(span_of("姓名"))
        qtbot.keyClick(view._text, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)


def test_the_view_takes_no_input_method(view: DocumentView) -> None:
    assert not view._text.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_click_on_a_number_in_the_gutter_takes_the_clause_and_a_second_one_its_parts(qtbot, view, policy) -> None:
    clause = next(clause for clause in policy.clauses if clause.address == "一.1")
    place = place_of(view, span_of("您填写").start)
    place.setX(10)
    with qtbot.waitSignal(view.clause_clicked) as clicked:
        click(qtbot, view, place)
    assert clicked.args == ["一.1"]
    assert view.selection() == (clause.own,)
    assert clause.span != clause.own
    with qtbot.waitSignal(view.clause_clicked):
        click(qtbot, view, place)
    assert view.selection() == (Span(clause.span.start, clause.span.end),)


def test_a_click_on_the_typed_number_itself_takes_the_clause(qtbot, view: DocumentView) -> None:
    with qtbot.waitSignal(view.clause_clicked) as clicked:
        click(qtbot, view, place_of(view, span_of("2、您的位置").start))
    assert clicked.args == ["一.2"]


def test_a_click_on_a_paragraph_without_number_takes_the_paragraph(qtbot, view: DocumentView) -> None:
    place = place_of(view, span_of("我们会与合作").start)
    place.setX(8)
    click(qtbot, view, place)
    assert view.selection()[0].of(TEXT).endswith("我们会与合作伙伴共享您的信息。")


def test_a_double_click_takes_a_word_in_chinese_too(qtbot, view: DocumentView) -> None:
    viewport = view._text.viewport()
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place_of(view, span_of("电话").start))
    assert view.selection() == (span_of("电话"),)


def test_a_third_click_takes_the_sentence(qtbot, view: DocumentView) -> None:
    place = place_of(view, span_of("仔细").start)
    viewport = view._text.viewport()
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert view.selection() == (span_of("请您仔细阅读。"),)


def test_a_click_elsewhere_soon_after_a_double_click_is_a_click(qtbot, view: DocumentView) -> None:
    viewport = view._text.viewport()
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place_of(view, span_of("电话").start))
    click(qtbot, view, place_of(view, span_of("照片").start))
    assert view.selection() == ()


def test_the_same_highlights_again_cost_nothing(view: DocumentView) -> None:
    view.set_highlights(marks(("a", "姓名", Severity.HIGH)))
    index = view._painter.index
    view.set_highlights(marks(("a", "姓名", Severity.HIGH)))
    assert view._painter.index is index


def test_words_are_selected_by_dragging(qtbot, view: DocumentView) -> None:
    viewport = view._text.viewport()
    start, end = place_of(view, span_of("您填写").start), place_of(view, span_of("姓名").start)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start - QPoint(6, 0))
    qtbot.mouseMove(viewport, start + QPoint(20, 0))
    qtbot.mouseMove(viewport, end - QPoint(5, 0))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end - QPoint(5, 0))
    assert view.selection() == (span_of("您填写的"),)


def test_shift_and_arrows_select_from_the_keyboard(qtbot, view: DocumentView) -> None:
    view.select(span_of("姓"))
    qtbot.keyClick(view._text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selection() == (span_of("姓名"),)


def marks(*entries: tuple[str, str, Severity]) -> list[Highlight]:
    return [Highlight(uid, span_of(words), severity, n) for n, (uid, words, severity) in enumerate(entries, start=1)]


def test_a_click_on_marked_words_chooses_the_innermost_note_and_then_the_next(qtbot, view: DocumentView) -> None:
    view.set_highlights(marks(("wide", "您填写的姓名、电话", Severity.LOW), ("inner", "姓名", Severity.HIGH)))
    place = place_of(view, span_of("名、").start)
    chosen = []
    view.note_clicked.connect(chosen.append)
    for _ in range(3):
        click(qtbot, view, place)
        view.set_current_note(chosen[-1])
        qtbot.wait(QApplication.doubleClickInterval() + 10)
    assert chosen == ["inner", "wide", "inner"]


def test_a_click_beside_marked_words_chooses_nothing(qtbot, view: DocumentView) -> None:
    view.set_highlights(marks(("a", "姓名", Severity.HIGH)))
    with qtbot.assertNotEmitted(view.note_clicked):
        click(qtbot, view, place_of(view, span_of("电话").start))


def colours(view: DocumentView) -> set[str]:
    image = view._text.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {f"#{pixel & 0xFFFFFF:06X}" for pixel in image.constBits().cast("I")}


def test_marked_words_have_their_severitys_fill_and_line(view: DocumentView) -> None:
    view.set_highlights(marks(("a", "姓名、电话和地址", Severity.CRITICAL)))
    found = colours(view)
    assert LIGHT.severity(Severity.CRITICAL).fill in found
    assert LIGHT.severity(Severity.CRITICAL).mark in found


def test_the_words_stay_readable_on_their_fill(view: DocumentView) -> None:
    view.set_highlights(marks(("a", "姓名、电话和地址", Severity.CRITICAL)))
    assert LIGHT.text in colours(view)


def test_the_current_note_has_an_accent_outline_and_a_hovered_one_lets_others_fade(view: DocumentView) -> None:
    view.set_highlights(marks(("a", "姓名", Severity.CRITICAL), ("b", "位置信息", Severity.LOW)))
    assert LIGHT.accent not in colours(view)
    view.set_current_note("a")
    assert LIGHT.accent in colours(view)
    view.set_hover_note("b")
    assert LIGHT.severity(Severity.CRITICAL).fill not in colours(view)
    assert LIGHT.severity(Severity.LOW).fill in colours(view)
    view.set_hover_note(None)
    assert LIGHT.severity(Severity.CRITICAL).fill in colours(view)


def test_search_hits_are_shown_and_the_current_one_apart(view: DocumentView) -> None:
    view.set_search_hits([span_of("姓名"), span_of("照片")], 1)
    assert {LIGHT.hit, LIGHT.current_hit} <= colours(view)
    view.set_search_hits([])
    assert not {LIGHT.hit, LIGHT.current_hit} & colours(view)


def test_another_theme_keeps_selection_and_marks(view: DocumentView) -> None:
    view.set_highlights(marks(("a", "姓名、电话和地址", Severity.CRITICAL)))
    view.select(span_of("照片"))
    view.set_theme(DARK)
    assert view.selection() == (span_of("照片"),)
    assert {DARK.page, DARK.text, DARK.severity(Severity.CRITICAL).fill} <= colours(view)


def long(view: DocumentView) -> PolicyDocument:
    lines = [f"{number}、本条是很长的政策里的一条，写明处理目的和方式。" for number in range(1, 200)]
    made = open_document("\n\n".join(["长政策", *lines]).encode(), name="long.txt")
    view.set_document(made)
    QApplication.processEvents()
    return made


def test_where_one_reads_is_told_and_can_be_gone_back_to(qtbot, view: DocumentView) -> None:
    made = long(view)
    target = made.text.index("150、")
    with qtbot.waitSignal(view.position_changed) as moved:
        view.restore(target)
    assert moved.args == [view.reading_position()]
    assert made.text[view.reading_position() - 6 : view.reading_position() + 6].count("150、") == 1
    view.set_text_size(22)
    assert made.text[view.reading_position() - 6 : view.reading_position() + 6].count("150、") == 1


def test_revealed_words_come_into_view(qtbot, view: DocumentView) -> None:
    made = long(view)
    start = made.text.index("180、")
    view.reveal(Span(start, start + 4), select=True)
    qtbot.waitUntil(lambda: view._text.viewport().rect().contains(place_of(view, start)))
    assert view.selection() == (Span(start, start + 4),)


def test_words_already_in_view_do_not_move_the_page(view: DocumentView) -> None:
    long(view)
    before = view._strip.value()
    view.reveal(Span(20, 24))
    assert view._strip.value() == before


def test_letters_are_set_from_13_to_26_pixels(view: DocumentView) -> None:
    for asked, got in ((8, 13), (20, 20), (40, 26)):
        view.set_text_size(asked)
        assert view.text_size() == got


def test_the_column_never_widens_and_narrows_in_a_small_window(qtbot, view: DocumentView) -> None:
    view.resize(1400, 700)
    QApplication.processEvents()
    assert view._text.lineWrapColumnOrWidth() == 44 + 646
    view.resize(500, 700)
    qtbot.waitUntil(lambda: view._text.lineWrapColumnOrWidth() < 500)


def test_the_selection_bar_comes_after_the_mouse_is_let_go_and_never_over_the_words(qtbot, view) -> None:
    viewport = view._text.viewport()
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place_of(view, span_of("电话").start))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place_of(view, span_of("电话").start))
    assert not view._beside.bar.isVisible()
    qtbot.waitUntil(view._beside.bar.isVisible)
    cursor = view._text.textCursor()
    words = view._line_box(cursor.selectionStart()).united(view._line_box(cursor.selectionEnd()))
    words.translate(view._text.viewport().mapTo(view, QPoint(0, 0)))
    assert not view._beside.bar.geometry().intersects(words)
    with qtbot.waitSignal(view.severity_chosen) as chosen:
        view._beside.bar._severities[Severity.MEDIUM].click()
    assert chosen.args == [Severity.MEDIUM]


def test_the_bar_goes_when_nothing_is_selected_any_more(view: DocumentView) -> None:
    view.select(span_of("照片"))
    view._show_bar()
    view.clear_selection()
    assert not view._beside.bar.isVisible()


def test_copying_takes_our_own_words_and_never_qts(view: DocumentView) -> None:
    whole = span_of("您填写的姓名、电话和地址;\n\n• \u2002您上传的照片。")
    view.select(whole)
    view._text.copy()
    assert QGuiApplication.clipboard().text() == whole.of(TEXT)


def test_read_clauses_and_marks_reach_the_strip(qtbot, view: DocumentView, policy: PolicyDocument) -> None:
    view.set_highlights(marks(("a", "姓名", Severity.CRITICAL)))
    qtbot.waitUntil(lambda: len(view._strip._marks) == 1)
    assert view._strip._marks[0][1] is Severity.CRITICAL
    view.set_read(frozenset(clause.address for clause in policy.clauses))
    qtbot.waitUntil(lambda: view._strip._unread == [])


def test_a_document_without_words_can_be_shown(view: DocumentView) -> None:
    view.set_document(PolicyDocument("", "text", "en", ""))
    assert (view.selection(), view.reading_position()) == ((), 0)
    view.reveal(Span(0, 0))


def test_a_picture_is_a_quiet_box_and_a_long_number_stays_beside_its_words(qtbot) -> None:
    label = "Schedule 1 to the agreement of the parties, " * 6
    blocks = (
        Block(BlockKind.PARAGRAPH, Span(0, 9)),
        Block(BlockKind.HEADING, Span(10, 19), level=1, label=label),
    )
    view = DocumentView()
    qtbot.addWidget(view)
    view.resize(728, 300)
    view.set_document(PolicyDocument("T", "word", "en", "\ufffc a logo\nour words", blocks))
    view.show()
    assert {LIGHT.edge, LIGHT.panel, LIGHT.second} <= colours(view)
    assert place_of(view, 10).x() < 44 + 136
    view.set_theme(DARK)
    assert DARK.edge in colours(view)


def test_a_change_of_language_renames_what_is_read_aloud(view: DocumentView) -> None:
    view._text.setAccessibleName("")
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    assert view._text.accessibleName()
    assert view._text.palette().color(QPalette.ColorRole.Base).name().upper() == LIGHT.page


def test_a_clause_without_paragraph_of_its_own_is_not_stumbled_over(qtbot) -> None:
    clause = Clause("1", "1", "t", 1, Span(0, 5), Span(0, 5))
    made = PolicyDocument("T", "text", "en", "words", (Block(BlockKind.PARAGRAPH, Span(0, 5)),), (), (clause,))
    view = DocumentView()
    qtbot.addWidget(view)
    view.set_document(made)
    view._clause_pressed(2)
    assert view.selection() == (Span(0, 5),)

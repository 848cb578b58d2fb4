import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit, QPushButton

from annotations.model import Severity
from ui.theme import (
    DARK,
    LIGHT,
    SEPIA,
    Theme,
    chosen_theme,
    high_contrast_theme,
    palette_of,
    row_pen,
    style_sheet,
)

pytestmark = pytest.mark.usefixtures("qapp")

# The design's table, written by hand: light, sepia, dark.
COLOURS = {
    "window": ("EDEFF2", "E6DAC3", "131518"),
    "panel": ("F7F8FA", "EFE5D1", "1B1E22"),
    "page": ("FFFFFF", "F8F1E2", "1F2227"),
    "card": ("FFFFFF", "FBF6EB", "25292F"),
    "line": ("D5D9DF", "D2C3A5", "383D45"),
    "text": ("1B1F24", "30271B", "E4E6E9"),
    "second": ("545C67", "5F523C", "AAB1BB"),
    "third": ("626A75", "6B5D45", "929AA5"),
    "edge": ("7E8692", "857559", "7C8591"),
    "accent": ("1D5FB8", "1F5489", "7FB2FF"),
    "on_accent": ("FFFFFF", "FFFFFF", "0B1B33"),
    "row": ("E3ECF8", "DDE3E2", "24334A"),
    "selection": ("CFE2FB", "C9D8E0", "2B4A78"),
    "hit": ("FFE680", "F5DC7A", "6B5A12"),
    "current_hit": ("FFB84D", "EFB14E", "8A5A0A"),
    "inserted_text": ("12592C", "1F4F28", "8FDDA8"),
    "inserted": ("DDF3E2", "DCE8CC", "173A24"),
    "deleted_text": ("8E0E20", "7F1420", "FFA3AE"),
    "deleted": ("FBE0E2", "F2D3C9", "47222A"),
    "done": ("1C7A3D", "23663A", "6CCB8B"),
    "alert": ("A50F26", "93102A", "FF8A98"),
}
# Mark, label, fill, on.
SEVERITIES = {
    "critical": ("A80F2C 980D26 F8C9D0 FFFFFF", "9B0F2B 8A0D26 F0BFBD FFFFFF", "FF6B7F FF9AA6 4A1826 1F0508"),
    "high": ("BC4700 993A00 FFDDBF FFFFFF", "AA4000 853500 F6D0A6 FFFFFF", "FF9146 FFAB72 432A19 241000"),
    "medium": ("A17900 6F5300 FFF2B8 1A1400", "937000 604600 F3E3A0 FFFFFF", "EFCB55 F0D272 4C4016 1F1800"),
    "low": ("0A7A72 0A625C DDF3EF FFFFFF", "0B6A63 0A5650 D6E8DA FFFFFF", "3FC4B4 66D3C7 174845 00201D"),
    "info": ("4458B0 3A4E9C E1E6FB FFFFFF", "3F5199 35478A DCDDEA FFFFFF", "95A9F6 ACBBF9 212C66 0A1030"),
}
# The lowest contrast the design allows: light, sepia, dark. Grounds are window, panel, page, card.
ON_GROUNDS = {
    "text": (14.4, 10.6, 11.7),
    "second": (5.9, 5.5, 6.8),
    "third": (4.8, 4.6, 5.1),
    "edge": (3.2, 3.2, 3.9),
    "accent": (5.4, 5.6, 6.8),
}
PAIRS = {
    ("on_accent", "accent"): (6.2, 7.8, 8.0),
    ("second", "row"): (5.7, 5.9, 5.9),
    ("text", "selection"): (12.6, 10.0, 7.1),
    ("text", "hit"): (4.7, 4.7, 4.7),
    ("text", "current_hit"): (9.6, 7.7, 4.7),
    ("inserted_text", "inserted"): (7.2, 7.5, 7.8),
    ("deleted_text", "deleted"): (7.5, 7.4, 7.3),
    ("done", "panel"): (4.7, 5.0, 6.5),
    ("alert", "panel"): (4.7, 5.0, 6.5),
}
# Mark on page, mark on fill, label on card, text on fill, on upon mark.
SEVERITY_CONTRAST = {
    "critical": ((7.6, 5.1, 8.7, 11.2, 7.6), (7.5, 5.2, 9.0, 9.0, 8.4), (5.8, 5.3, 7.3, 11.6, 7.1)),
    "high": ((5.2, 4.0, 7.1, 12.9, 5.2), (5.4, 4.2, 7.8, 10.1, 6.1), (7.1, 5.9, 7.9, 10.6, 8.2)),
    "medium": ((4.0, 3.6, 7.2, 14.7, 4.6), (4.1, 3.6, 8.2, 11.4, 4.6), (10.1, 6.5, 9.9, 8.2, 11.2)),
    "low": ((5.2, 4.5, 7.2, 14.3, 5.2), (5.7, 5.0, 7.9, 11.5, 6.4), (7.4, 4.8, 8.1, 8.2, 8.0)),
    "info": ((6.4, 5.2, 7.6, 13.3, 6.4), (6.6, 5.5, 8.1, 10.9, 7.4), (7.1, 5.7, 7.8, 10.4, 8.2)),
}
THEMES = (LIGHT, SEPIA, DARK)
EACH_THEME = pytest.mark.parametrize(("number", "theme"), list(enumerate(THEMES)), ids=lambda value: str(value)[:12])


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def reaches(one: str, other: str, least: float) -> bool:
    return round(contrast(one, other), 1) >= least


@EACH_THEME
def test_every_colour_is_the_one_the_design_names(number: int, theme: Theme) -> None:
    named = {name: f"#{values[number]}" for name, values in COLOURS.items()}
    assert {name: getattr(theme, name) for name in COLOURS} == named


@EACH_THEME
def test_every_severity_has_the_four_colours_the_design_names(number: int, theme: Theme) -> None:
    for severity in Severity:
        colours = theme.severity(severity)
        written = [f"#{value}" for value in SEVERITIES[severity.value][number].split()]
        assert [colours.mark, colours.label, colours.fill, colours.on] == written


@EACH_THEME
def test_words_and_edges_reach_the_contrast_the_design_states_on_every_ground(number: int, theme: Theme) -> None:
    for name, least in ON_GROUNDS.items():
        lowest = min(round(contrast(getattr(theme, name), ground), 1) for ground in grounds(theme))
        assert lowest >= least[number], name


@EACH_THEME
def test_pairs_reach_the_contrast_the_design_states(number: int, theme: Theme) -> None:
    for (one, other), least in PAIRS.items():
        assert reaches(getattr(theme, one), getattr(theme, other), least[number]), (one, other)


@EACH_THEME
def test_severities_reach_the_contrast_the_design_states(number: int, theme: Theme) -> None:
    for severity in Severity:
        found = theme.severity(severity)
        pairs = (
            (found.mark, theme.page),
            (found.mark, found.fill),
            (found.label, theme.card),
            (theme.text, found.fill),
            (found.on, found.mark),
        )
        for pair, least in zip(pairs, SEVERITY_CONTRAST[severity.value][number], strict=True):
            assert reaches(*pair, least), (severity, pair)


@EACH_THEME
def test_marks_are_seen_on_panel_window_selected_row_and_selected_words(number: int, theme: Theme) -> None:
    for severity in Severity:
        mark = theme.severity(severity).mark
        for ground in (theme.panel, theme.window, theme.row, theme.selection):
            assert contrast(mark, ground) >= 3.0, (number, severity, ground)


def grounds(theme: Theme) -> tuple[str, ...]:
    return theme.window, theme.panel, theme.page, theme.card


def test_high_contrast_takes_the_systems_colours_and_no_fill() -> None:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in ((roles.Base, "#000000"), (roles.Text, "#FFFF00"), (roles.Highlight, "#00FFFF")):
        palette.setColor(role, QColor(colour))
    palette.setColor(roles.HighlightedText, QColor("#000000"))
    theme = high_contrast_theme(palette)
    assert theme.high_contrast
    assert theme.dark
    assert {theme.page, theme.panel, theme.window, theme.card} == {"#000000"}
    assert {theme.severity(severity).fill for severity in Severity} == {"#000000"}
    assert {theme.severity(severity).mark for severity in Severity} == {"#FFFF00"}
    assert (theme.selection, theme.selected_text) == ("#00FFFF", "#000000")
    assert (theme.accent, theme.on_accent) == ("#FFFF00", "#000000")  # an edge in it must be seen on the page


def test_what_is_chosen_is_told_by_an_edge_where_there_are_no_fills() -> None:
    theme = high_contrast_theme(QPalette())
    assert theme.row == theme.page
    assert (row_pen(theme).widthF(), row_pen(theme).color().name().upper()) == (2, theme.accent)
    assert row_pen(LIGHT).style() is Qt.PenStyle.NoPen
    assert "::item:selected { border: 2px" in style_sheet(theme)
    assert "::item:selected { border: 2px" not in style_sheet(LIGHT)


def test_a_chosen_theme_is_kept_and_an_unknown_word_follows_the_system() -> None:
    assert chosen_theme("sepia") is SEPIA
    assert chosen_theme("dark") is DARK
    assert chosen_theme("system") in (LIGHT, DARK)
    assert chosen_theme("mauve") is chosen_theme("system")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_style_sheet_names_no_colour_the_theme_does_not(theme: Theme, qtbot) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    button, field = QPushButton("Export"), QLineEdit()
    qtbot.addWidget(button)
    qtbot.addWidget(field)
    for widget in (button, field):
        widget.setStyleSheet(sheet)
        widget.ensurePolished()
    assert button.sizeHint().height() >= 28


def test_the_palette_says_the_same_as_the_theme() -> None:
    palette = palette_of(DARK)
    assert palette.color(QPalette.ColorRole.Text).name().upper() == DARK.text
    assert palette.color(QPalette.ColorRole.Highlight).name().upper() == DARK.selection
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name().upper() == DARK.third


def test_small_text_grows_with_the_systems_scale() -> None:
    assert "font-size: 24px" in style_sheet(LIGHT, scale=2.0)

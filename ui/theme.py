"""Colours of the window: light, sepia, dark, and the system's own high contrast, as Qt palettes and a style sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QPen

from annotations.model import Severity
from ui.style_sheet import style_sheet

__all__ = [
    "CHOICES",
    "DARK",
    "LIGHT",
    "SEPIA",
    "SeverityColours",
    "Theme",
    "chosen_theme",
    "high_contrast_theme",
    "palette_of",
    "row_pen",
    "style_sheet",
    "wants_high_contrast",
]

CHOICES = ("system", "light", "sepia", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class SeverityColours:
    """`mark` draws lines and shapes, `label` writes the word, `fill` lies behind words, `on` is upon a mark."""

    mark: str
    label: str
    fill: str
    on: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of the window, as #RRGGBB."""

    name: str
    dark: bool
    window: str
    panel: str
    page: str
    card: str
    line: str
    text: str
    second: str
    third: str
    edge: str
    accent: str
    on_accent: str
    row: str
    selection: str
    hit: str
    current_hit: str
    inserted_text: str
    inserted: str
    deleted_text: str
    deleted: str
    done: str
    alert: str
    severities: Mapping[Severity, SeverityColours]
    high_contrast: bool = False
    selected_text: str = ""

    def severity(self, severity: Severity) -> SeverityColours:
        """Return the four colours of a severity."""
        return self.severities[severity]


def _severities(*rows: str) -> dict[Severity, SeverityColours]:
    return {
        severity: SeverityColours(*(f"#{value}" for value in row.split()))
        for severity, row in zip(Severity, rows, strict=True)
    }


LIGHT = Theme(
    name="light",
    dark=False,
    window="#EDEFF2",
    panel="#F7F8FA",
    page="#FFFFFF",
    card="#FFFFFF",
    line="#D5D9DF",
    text="#1B1F24",
    second="#545C67",
    third="#626A75",
    edge="#7E8692",
    accent="#1D5FB8",
    on_accent="#FFFFFF",
    row="#E3ECF8",
    selection="#CFE2FB",
    hit="#FFE680",
    current_hit="#FFB84D",
    inserted_text="#12592C",
    inserted="#DDF3E2",
    deleted_text="#8E0E20",
    deleted="#FBE0E2",
    done="#1C7A3D",
    alert="#A50F26",
    severities=_severities(
        "A80F2C 980D26 F8C9D0 FFFFFF",
        "BC4700 993A00 FFDDBF FFFFFF",
        "A17900 6F5300 FFF2B8 1A1400",
        "0A7A72 0A625C DDF3EF FFFFFF",
        "4458B0 3A4E9C E1E6FB FFFFFF",
    ),
)

SEPIA = Theme(
    name="sepia",
    dark=False,
    window="#E6DAC3",
    panel="#EFE5D1",
    page="#F8F1E2",
    card="#FBF6EB",
    line="#D2C3A5",
    text="#30271B",
    second="#5F523C",
    third="#6B5D45",
    edge="#857559",
    accent="#1F5489",
    on_accent="#FFFFFF",
    row="#DDE3E2",
    selection="#C9D8E0",
    hit="#F5DC7A",
    current_hit="#EFB14E",
    inserted_text="#1F4F28",
    inserted="#DCE8CC",
    deleted_text="#7F1420",
    deleted="#F2D3C9",
    done="#23663A",
    alert="#93102A",
    severities=_severities(
        "9B0F2B 8A0D26 F0BFBD FFFFFF",
        "AA4000 853500 F6D0A6 FFFFFF",
        "937000 604600 F3E3A0 FFFFFF",
        "0B6A63 0A5650 D6E8DA FFFFFF",
        "3F5199 35478A DCDDEA FFFFFF",
    ),
)

DARK = Theme(
    name="dark",
    dark=True,
    window="#131518",
    panel="#1B1E22",
    page="#1F2227",
    card="#25292F",
    line="#383D45",
    text="#E4E6E9",
    second="#AAB1BB",
    third="#929AA5",
    edge="#7C8591",
    accent="#7FB2FF",
    on_accent="#0B1B33",
    row="#24334A",
    selection="#2B4A78",
    hit="#6B5A12",
    current_hit="#8A5A0A",
    inserted_text="#8FDDA8",
    inserted="#173A24",
    deleted_text="#FFA3AE",
    deleted="#47222A",
    done="#6CCB8B",
    alert="#FF8A98",
    severities=_severities(
        "FF6B7F FF9AA6 4A1826 1F0508",
        "FF9146 FFAB72 432A19 241000",
        "EFCB55 F0D272 4C4016 1F1800",
        "3FC4B4 66D3C7 174845 00201D",
        "95A9F6 ACBBF9 212C66 0A1030",
    ),
)

_THEMES = {theme.name: theme for theme in (LIGHT, SEPIA, DARK)}

_ROLES = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "third",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "alert",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Mid: "edge",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Shadow: "line",
    QPalette.ColorRole.Accent: "accent",
}


def wants_high_contrast() -> bool:
    """Whether the system asks for more contrast than any palette of ours has."""
    hints = QGuiApplication.styleHints()  # held: the value asked of it dies with its wrapper (PySide6 6.11.3)
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def high_contrast_theme(palette: QPalette) -> Theme:
    """Return the system's own colours as a theme: no fills, shapes and lines only."""
    roles = QPalette.ColorRole
    text, base = (palette.color(role).name().upper() for role in (roles.Text, roles.Base))
    chosen, on_chosen = (palette.color(role).name().upper() for role in (roles.Highlight, roles.HighlightedText))
    grounds = dict.fromkeys(("window", "panel", "page", "card", "row", "inserted", "deleted"), base)
    words = ("line", "text", "second", "third", "edge", "accent", "inserted_text", "deleted_text", "done", "alert")
    chosen_grounds = dict.fromkeys(("selection", "hit", "current_hit"), chosen)
    colours = SeverityColours(mark=text, label=text, fill=base, on=base)
    return replace(
        LIGHT,
        name="high contrast",
        dark=palette.color(roles.Base).lightness() < palette.color(roles.Text).lightness(),
        **grounds,
        **dict.fromkeys(words, text),
        **chosen_grounds,
        on_accent=base,
        selected_text=on_chosen,
        severities=dict.fromkeys(Severity, colours),
        high_contrast=True,
    )


def chosen_theme(choice: str = "system") -> Theme:
    """Return the theme for a setting of CHOICES; unknown words and "system" follow the system.

    High contrast, where the system asks for it, goes before any choice.
    """
    if choice == "contrast" or wants_high_contrast():
        return high_contrast_theme(_systems_own())
    if choice in _THEMES:
        return _THEMES[choice]
    return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def _systems_own() -> QPalette:
    """Return the system's palette, whatever the program wears now."""
    worn = QGuiApplication.palette()
    QGuiApplication.setPalette(QPalette())
    own = QGuiApplication.palette()
    QGuiApplication.setPalette(worn)
    return own


def row_pen(theme: Theme) -> QPen:
    """Return what a chosen row is outlined with: nothing, but for high contrast, which has no fills."""
    return QPen(QColor(theme.accent), 2) if theme.high_contrast else QPen(Qt.PenStyle.NoPen)


def palette_of(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme, with disabled words in the third text's colour."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(theme, name)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.third))
    if theme.selected_text:
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.selected_text))
    return palette

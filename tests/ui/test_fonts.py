import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from ui.fonts import interface_families, interface_font, policy_families, policy_font, sans_font

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("platform", "family"),
    [("linux", "Noto Serif CJK SC"), ("darwin", "Songti SC"), ("win32", "Noto Serif SC")],
)
def test_simplified_chinese_is_named_so_that_no_japanese_forms_appear(platform: str, family: str) -> None:
    assert policy_families("zh", platform)[0] == family
    assert family in policy_families("en", platform)


def test_a_traditional_policy_gets_traditional_letters() -> None:
    assert policy_families("zh-Hant", "linux")[0] == "Noto Serif CJK TC"
    assert "Noto Sans CJK TC" in interface_families("zh_TW", "linux")


@pytest.mark.parametrize(("platform", "family"), [("linux", "Noto Serif"), ("darwin", "Charter"), ("win32", "Cambria")])
def test_an_english_policy_is_set_in_the_systems_serif(platform: str, family: str) -> None:
    assert policy_families("en", platform)[0] == family


def test_windows_without_a_chinese_serif_falls_to_yahei_and_never_to_simsun() -> None:
    assert "Microsoft YaHei" in policy_families("zh", "win32")
    assert "SimSun" not in policy_families("zh", "win32")


def test_there_are_two_weights_and_sizes_in_pixels() -> None:
    assert policy_font("en").pixelSize() == 17
    assert interface_font("zh").pixelSize() == 13
    assert sans_font("en", 20, strong=True).weight() == QFont.Weight.DemiBold
    assert sans_font("zh", 20).weight() == QFont.Weight.Normal


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_quotation_marks_are_of_the_latin_font_in_english_and_of_the_chinese_one_in_chinese(
    platform: str,
) -> None:
    chinese = ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI")
    assert interface_families("en", platform)[0] not in chinese
    assert interface_families("zh", platform)[0] in chinese


def test_a_quotation_mark_of_the_interface_is_no_wider_than_a_letter_in_english() -> None:
    letters = QFontMetricsF(interface_font("en"))
    assert letters.horizontalAdvance("“") < letters.horizontalAdvance("m")

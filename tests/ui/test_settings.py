"""The settings file: whole, checked, and never in the way of a start."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.settings import RECENT_LIMIT, Settings, load, save, settings_path, with_recent


def test_settings_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    kept = Settings(reviewer="王晓岚", initials="WXL", language="zh", theme="sepia", recent=("/a/b.clausemark",))
    save(path, kept)
    assert load(path) == kept
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize("damage", [b"theme = ", b"\xff\xfe\x00", b"[[[["])
def test_a_damaged_file_is_kept_aside_and_the_defaults_are_used(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(damage)
    assert load(path) == Settings()
    assert (tmp_path / "settings.toml.damaged").read_bytes() == damage


def test_values_of_another_kind_or_out_of_bounds_are_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "neon"\ntext_size = 400\nlanguage = 3\nrecent = "x"\nunknown = 1\n', encoding="utf-8")
    assert load(path) == Settings(text_size=26)


def test_what_was_open_lately_is_named_once_newest_first(tmp_path: Path) -> None:
    settings = Settings()
    for number in [*range(20), 5]:
        settings = with_recent(settings, tmp_path / f"{number}.clausemark")
    assert settings.recent[0] == str(tmp_path / "5.clausemark")
    assert len(settings.recent) == len(set(settings.recent)) == RECENT_LIMIT


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.toml"
    save(path, Settings(theme="dark"))

    def refuse(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tomli_w.dump", refuse)
    with pytest.raises(OSError, match="No space"):
        save(path, Settings(theme="light"))
    assert load(path).theme == "dark"
    assert [file.name for file in tmp_path.iterdir()] == ["settings.toml"]


def test_another_file_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLAUSEMARK_SETTINGS", str(tmp_path / "mine.toml"))
    assert settings_path() == tmp_path / "mine.toml"
    monkeypatch.delenv("CLAUSEMARK_SETTINGS")
    assert settings_path().name == "settings.toml"

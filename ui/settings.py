"""What the program remembers between two starts: one TOML file that the window and the command line both read.

No Qt here. A damaged file is kept aside and the program starts with its defaults.
"""

from __future__ import annotations

import contextlib
import dataclasses
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from export.writer import HIGHLIGHTS, REDRAFTS

__all__ = [
    "PROFILES",
    "RECENT_LIMIT",
    "SCALES",
    "SIGNED",
    "Settings",
    "load",
    "matters_folder",
    "save",
    "settings_path",
    "with_recent",
]

RECENT_LIMIT = 12
SCALES = (0, 100, 125, 150, 175, 200)
PROFILES = ("internal", "client", "outside")
SIGNED = ("person", "firm")
_TABLES: dict[str, type] = {"keys": str, "snippets": str, "filters": dict}
"""Settings that are tables of their own, and what stands in them."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. Empty `language`, theme "system" and `scale` 0 (in per cent) follow the desktop.

    `keys`: the shortcuts a person chose, by command. `moves`: whether a jump is seen as a movement.
    `snippets`: a reviewer's own texts by short names. `filters`: filters of notes by name, as
    `models.note_filter` writes them.
    """

    reviewer: str = ""
    initials: str = ""
    language: str = ""
    theme: str = "system"
    text_size: int = 17
    narrow: bool = False
    outline_width: int = 224
    notes_width: int = 328
    window: str = ""
    export_folder: str = ""
    open_folder: str = ""
    highlight: str = "none"
    redrafts: str = "comment"
    revisions: bool = False
    ask_unapproved: bool = True
    profile: str = "client"
    signed: str = "person"
    scale: int = 0
    moves: bool = True
    keys: Mapping[str, str] = dataclasses.field(default_factory=dict)
    snippets: Mapping[str, str] = dataclasses.field(default_factory=dict)
    filters: Mapping[str, Mapping[str, Any]] = dataclasses.field(default_factory=dict)
    recent: tuple[str, ...] = ()
    keep_recent: bool = True
    discreet: bool = False
    last_matter: str = ""
    last_document: str = ""
    last_beside: str = ""


def settings_path() -> Path:
    """Return where the settings lie on this system; CLAUSEMARK_SETTINGS names another file."""
    import platformdirs

    chosen = os.environ.get("CLAUSEMARK_SETTINGS", "")
    if chosen:
        return Path(chosen)
    return platformdirs.user_config_path("Clausemark", appauthor=False, roaming=True) / "settings.toml"


def matters_folder() -> Path:
    """Return the folder in which new matters are made: Documents/Clausemark."""
    import platformdirs

    return platformdirs.user_documents_path() / "Clausemark"


def load(path: Path) -> Settings:
    """Read the settings; a missing file gives the defaults, a damaged one too (it is kept beside, as .damaged)."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        with contextlib.suppress(OSError):
            path.replace(path.with_name(path.name + ".damaged"))
        return Settings()
    return _checked(data)


def save(path: Path, settings: Settings) -> None:
    """Write the settings whole or not at all. Raises OSError where the folder cannot be written."""
    import tempfile

    import tomli_w

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            tomli_w.dump(_plain(settings), out)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def with_recent(settings: Settings, path: Path) -> Settings:
    """Return settings that name `path` as the matter opened last."""
    name = str(path)
    others = tuple(item for item in settings.recent if item != name)
    return dataclasses.replace(settings, recent=(name, *others)[:RECENT_LIMIT])


def _plain(settings: Settings) -> dict[str, Any]:
    data = dataclasses.asdict(settings)
    data["recent"] = list(settings.recent)
    return data


def _checked(data: dict[str, Any]) -> Settings:
    defaults = Settings()
    known: dict[str, Any] = {}
    for field in dataclasses.fields(Settings):
        value = data.get(field.name)
        default = getattr(defaults, field.name)
        if field.name == "recent" and isinstance(value, list):
            known["recent"] = tuple(str(item) for item in value)[:RECENT_LIMIT]
        elif field.name in _TABLES and isinstance(value, dict):
            known[field.name] = {name: item for name, item in value.items() if isinstance(item, _TABLES[field.name])}
        elif value is not None and type(value) is type(default):
            known[field.name] = value
    return _in_bounds(Settings(**known))


def _in_bounds(settings: Settings) -> Settings:
    return dataclasses.replace(
        settings,
        text_size=min(26, max(13, settings.text_size)),
        outline_width=min(360, max(180, settings.outline_width)),
        notes_width=min(440, max(280, settings.notes_width)),
        scale=settings.scale if settings.scale in SCALES else 0,
        profile=settings.profile if settings.profile in PROFILES else PROFILES[1],
        signed=settings.signed if settings.signed in SIGNED else SIGNED[0],
        theme=settings.theme if settings.theme in {"system", "light", "sepia", "dark", "contrast"} else "system",
        language=settings.language if settings.language in {"", "en", "zh"} else "",
        highlight=settings.highlight if settings.highlight in HIGHLIGHTS else HIGHLIGHTS[0],
        redrafts=settings.redrafts if settings.redrafts in REDRAFTS else REDRAFTS[0],
    )

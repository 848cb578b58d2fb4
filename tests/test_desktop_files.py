"""A double click on a matter: the three systems are told the same suffix and the same program."""

from __future__ import annotations

import configparser
import plistlib
from pathlib import Path
from xml.etree import ElementTree

from ui.places import MATTER_SUFFIX

HERE = Path(__file__).parent.parent / "packaging"
TYPE = "application/vnd.clausemark.matter"


def test_a_linux_desktop_opens_matters_with_the_window():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(HERE / "linux" / "clausemark.desktop", encoding="utf-8")
    section = entry["Desktop Entry"]
    assert section["MimeType"] == f"{TYPE};"
    assert section["Exec"].split()[0] == "clausemark-window"
    root = ElementTree.parse(HERE / "linux" / "clausemark.xml").getroot()
    (kind,) = root
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    assert kind.get("type") == TYPE
    assert kind.find(f"{space}glob").get("pattern") == f"*{MATTER_SUFFIX}"


def test_a_mac_bundle_owns_matters_and_speaks_both_languages():
    told = plistlib.loads((HERE / "macos" / "Info.plist").read_bytes())
    (kind,) = told["UTExportedTypeDeclarations"]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == [MATTER_SUFFIX[1:]]
    assert told["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert told["CFBundleLocalizations"] == ["en", "zh-Hans"]


def test_windows_opens_matters_for_this_user_only():
    script = (HERE / "windows" / "associate.ps1").read_text(encoding="utf-8")
    assert f"\\{MATTER_SUFFIX}" in script
    assert "HKCU:" in script
    assert "HKLM" not in script


def test_the_sign_of_the_program_is_the_same_everywhere():
    shown = HERE.parent / "ui" / "icons" / "clausemark.svg"
    assert shown.read_bytes() == (HERE / "clausemark.svg").read_bytes()

"""What a Word file as received holds beside its words, and what becomes of it for whom."""

from __future__ import annotations

from typing import Final

from documents.word.package import Package
from export.found import Fate, Found
from export.word.out_package import OutPackage
from export.word.survey import Seen, Survey

__all__ = ["fate_of", "found_in_package", "package_of"]

_REMOVED: Final = {
    "internal": frozenset[str](),
    "client": frozenset({"template", "mail_merge", "accounts", "printer"}),
    "outside": frozenset({
        "properties", "program_properties", "custom_properties", "custom_data", "variables", "rsids", "document_ids",
        "template", "mail_merge", "accounts", "editors", "labels", "tasks", "printer", "thumbnail", "picture_details",
        "orphans",
    }),
}  # fmt: skip
_RENAMED: Final = {"outside": frozenset({"revisions", "comments"})}


def package_of(data: bytes, name: str) -> OutPackage:
    """Return a received Word file as parts. Raises UnreadableDocument."""
    package = Package(data, name=name)
    return OutPackage({part: package.raw(part) for part in package.names}, package.main_part)


def fate_of(code: str, profile: str) -> Fate:
    """Return what becomes of a thing found, for a profile; raises KeyError for one there is not."""
    if code in _REMOVED[profile]:
        return Fate.REMOVED
    return Fate.RENAMED if code in _RENAMED.get(profile, ()) else Fate.STAYS


def found_in_package(package: OutPackage, profile: str) -> tuple[Found, ...]:
    """Return everything found in a package and what becomes of it for the readers of `profile`."""
    seen = _seen(Survey(package))
    return tuple(
        Found(code, {"count": held.count, "names": held.names}, fate_of(code, profile))
        for code, held in seen.items()
        if held.count
    )


def _seen(survey: Survey) -> dict[str, Seen]:
    """Every question in the order in which the answers are listed: what is worst to overlook first."""
    return _of_people(survey) | _of_files(survey) | _of_settings(survey)


def _of_people(survey: Survey) -> dict[str, Seen]:
    return {
        "comments": survey.comments(),
        "revisions": survey.revisions(),
        "accounts": survey.accounts(),
        "editors": survey.editors(),
        "tasks": survey.linked("documenttasks"),
        "labels": survey.linked("classificationlabels"),
        "properties": survey.core(),
        "program_properties": survey.program(),
        "bound_properties": survey.shown_properties(),
        "custom_properties": survey.custom(),
        "name_fields": survey.name_fields(),
    }


def _of_files(survey: Survey) -> dict[str, Seen]:
    unseen, shown = survey.custom_data()
    return {
        "embedded": survey.embedded(),
        "inserted_files": survey.linked("aFChunk"),
        "custom_data": unseen,
        "bound_data": shown,
        "local_paths": survey.local_paths(),
        "template": survey.linked("attachedTemplate"),
        "mail_merge": survey.merge(),
        "printer": survey.linked("printerSettings"),
        "thumbnail": survey.linked("thumbnail"),
        "picture_details": survey.pictures(),
        "orphans": survey.orphans(),
        "macros": survey.linked("vbaProject"),
        "add_ins": survey.linked("webextension"),
    }


def _of_settings(survey: Survey) -> dict[str, Seen]:
    return {
        "variables": survey.variables(),
        "rsids": survey.rsids(),
        "document_ids": survey.document_ids(),
        "protection": survey.setting("documentProtection", "writeProtection"),
        "anonymous": survey.setting("removePersonalInformation"),
        "signature": survey.linked("origin"),
    }

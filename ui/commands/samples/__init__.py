"""Two policies of our own words, each with a review, for the demo and for `Try the sample`."""

from __future__ import annotations

from importlib.resources import files

__all__ = ["sample_notes", "sample_policy"]

_POLICIES = {
    "zh": ("policy-zh.txt", "云杉记账隐私政策.txt"),
    "en": ("policy-en.md", "Harbour Notes privacy notice.md"),
}


def sample_policy(language: str) -> tuple[str, bytes]:
    """Return the sample's file name and bytes, Chinese for "zh…", else English."""
    resource, name = _POLICIES[_known(language)]
    return name, files(__name__).joinpath(resource).read_bytes()


def sample_notes(language: str) -> bytes:
    """Return the sample's review as findings JSON."""
    return files(__name__).joinpath(f"notes-{_known(language)}.json").read_bytes()


def _known(language: str) -> str:
    return "zh" if language.startswith("zh") else "en"

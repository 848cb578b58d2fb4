"""A template looked through before anything is written: what is wrong with it, and which fields it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from export.templating.opening import Part, Template
from export.templating.problems import Problem, TemplateFault
from export.templating.statements import said
from export.templating.structure import sorted_out
from export.templating.tags import rewrite

__all__ = ["Checked", "checked", "usable"]

_NAME: Final = re.compile(r"[^\W\d][\w]*(?:\s*\.\s*[^\W\d]\w*)*")
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")


@dataclass(frozen=True, slots=True)
class Checked:
    """A template with its tags where they belong, and what keeps it from being used."""

    template: Template
    problems: tuple[Problem, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that the template prints, each once, in the order they stand."""
        tags = (tag for part in self.template.parts for tag in part.tags if tag.sign == "{")
        return tuple(dict.fromkeys(found[0] for tag in tags if (found := _NAME.findall(_QUOTED.sub("", tag.body)))))


def checked(template: Template) -> Checked:
    """Return a template with what is wrong with it: every problem that can be told from the file alone."""
    parts, problems = [], list(template.problems)
    for part in template.parts:
        sorted_part, wrong = _of_part(part)
        parts.append(sorted_part)
        problems += wrong
    return Checked(replace(template, parts=tuple(parts)), tuple(problems))


def usable(template: Template) -> Template:
    """Return a template that can be filled. Raises TemplateFault for one that cannot, with what is wrong."""
    found = checked(template)
    if found.problems:
        more = len(found.problems) - 1
        code = "template_problems" if more else "template_problem"
        raise TemplateFault(code, problems=found.problems, name=template.name, more=more)
    return found.template


def _of_part(part: Part) -> tuple[Part, list[Problem]]:
    tags, problems = sorted_out(part.tags)
    for old, new in zip(part.tags, tags, strict=True):
        if old.source != new.source:
            rewrite(new, old.source, new.source)
    nested = any(problem.code in ("not_begun", "not_ended") for problem in problems)
    return replace(part, tags=tuple(tags)), problems + ([] if nested else said(tags))

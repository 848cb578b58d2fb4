"""How many of the shared files the long tests take: a sample on every run, all of them when asked."""

import os
from collections.abc import Sequence
from pathlib import Path


def sample(files: Sequence[Path], step: int) -> Sequence[Path]:
    """Return every `step`th file; all of them where CLAUSEMARK_WHOLE_CORPORA is set."""
    return files if os.environ.get("CLAUSEMARK_WHOLE_CORPORA") else files[::step]

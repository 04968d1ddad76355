"""Where the package keeps what it ships beside its code."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def starter_dir() -> Path:
    """Return the folder with the sample playbook and the default templates.

    In a wheel that is `interview_playbook/starter`; in the source repository, where the sample
    playbook is the repository itself, it is the repository's root.
    """
    shipped = _HERE / "starter"
    return shipped if shipped.is_dir() else _HERE.parents[1]

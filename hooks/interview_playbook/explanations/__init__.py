"""What each code means, why, a bad example with its message, and how it looks mended."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from interview_playbook.codes import CODES


@dataclass(frozen=True)
class Explanation:
    """What there is to say about a code.

    `told` is the message that a bad example gives, with its excerpt; empty for a code that has no
    example. `mended` has the lines that take the place of the bad ones; empty where the message
    itself says what to do and no line shows it.
    """

    code: str
    meaning: str
    why: str
    told: str = ""
    mended: str = ""


@cache
def explanations() -> Mapping[str, Explanation]:
    """Return the explanation of each code, in the order of the alphabet."""
    folder = files(__name__)
    why = tomllib.loads((folder / "why.toml").read_text(encoding="utf-8"))
    examples = json.loads((folder / "examples.json").read_text(encoding="utf-8"))
    return {
        code: Explanation(code, CODES[code], why[code], **examples.get(code, {}))
        for code in sorted(CODES)
    }

"""Whether what is printed may be coloured."""

from __future__ import annotations

import os
import sys


def in_color() -> bool:
    """Return whether what is printed may be coloured: to a terminal, and not with NO_COLOR.

    An empty NO_COLOR says nothing (https://no-color.org).
    """
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")

"""What anybody sees of a sealed site: four files, the same for every edition of one version.

They name neither this tool nor what is sealed.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

SHELL = Path(__file__).parent / "shell"
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_LONG_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@lru_cache(maxsize=1)
def clear_files() -> Mapping[str, bytes]:
    """Return the files in clear by name."""
    style = slim_style(_read("shell.css"))
    unlock = slim(_read("unlock.js")).encode()
    shell = json.dumps({"unlock.js": hashlib.sha256(unlock).hexdigest()})
    files = {
        "index.html": _page("index.html", style),
        "404.html": _page("404.html", style),
        "unlock.js": unlock,
        "sw.js": slim(_read("sw.js")).replace('"%shell%"', shell).encode(),
    }
    digest = hashlib.sha256(b"".join(files[name] for name in sorted(files))).hexdigest()[:16]
    return files | {"sw.js": files["sw.js"].replace(b"%version%", digest.encode())}


def _page(name: str, style: str) -> bytes:
    html = slim(_read(name)).replace("%style%", style)
    scripts = " ".join(["'self'", *map(source, _SCRIPT.findall(html))])
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            f"style-src {source(style)}",
            "img-src data:",
            "connect-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return html.replace("%policy%", policy).encode()


def source(text: str) -> str:
    """Return the hash source of inline text (CSP Level 3, section 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def slim_style(text: str) -> str:
    """Return a style sheet without comments, indentation and empty lines."""
    return slim(_LONG_COMMENT.sub("", text))


def slim(text: str) -> str:
    """Return a script or style without indentation, empty lines and lines that are comments."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _read(name: str) -> str:
    return (SHELL / name).read_text(encoding="utf-8")

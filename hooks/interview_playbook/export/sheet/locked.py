"""A sheet behind a passphrase: a page that asks for it, and the sealed sheet in the same file."""

from __future__ import annotations

from markupsafe import Markup

from interview_playbook.export.sheet.page import policy, script, style, template, text_of
from interview_playbook.share.clear import SHELL, slim, slim_style
from interview_playbook.share.single import seal_text


def locked_page(html: str, passphrase: str, salt: bytes) -> str:
    """Return a file that shows a sheet's text, `html`, to whoever has the passphrase.

    `salt` must be new for each file. The sheet takes this page's place, under this page's policy,
    which therefore names the sheet's own script and style: they are the same for every sheet.
    """
    ours = slim(text_of("locked.js"))
    look = slim_style((SHELL / "shell.css").read_text(encoding="utf-8"))
    return template("locked.html").render(
        policy=policy((ours, script()), (look, style())),
        script=Markup(ours),  # noqa: S704 - the package's own files
        style=Markup(look),  # noqa: S704
        sealed=Markup(seal_text(html, passphrase, salt)),  # noqa: S704 - base64url in JSON
    )

"""The pre-push hook of a playbook's repository: written, and never over another one."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

import click

from interview_playbook.git import ask, text

LINE = 'playbook guard push "$1" "$2" --remote-only || exit 1'
_CALL = 'guard push "$1" "$2"'
_OURS = "# Written by `playbook guard install`."
_HOOK = """\
#!/bin/sh
# Written by `playbook guard install`. It keeps this playbook away from remotes that everybody
# may read: playbook guard --help
playbook={command}
[ -x "$playbook" ] || playbook=$(command -v playbook) || {{
  echo "The playbook command isn't there, so nobody looks where this push goes." >&2
  echo "Install it, or delete the file $0 to do without." >&2
  exit 1
}}
exec "$playbook" guard push "$1" "$2"
"""


def install_hook(folder: Path) -> str:
    """Write the hook of the repository that a folder is in; return what was done in a sentence.

    Raises click.ClickException with the line to add where there is a hook, or where hooks are kept
    elsewhere.
    """
    hooks, usual = _folder(folder, "--git-path", "hooks"), _folder(folder, "--git-common-dir")
    if hooks is None or usual is None:
        raise click.ClickException("This is no git repository, so nothing is pushed from it.")
    hook = hooks / "pre-push"
    there = _read(hook)
    if there is not None and _OURS not in there:
        if _CALL in there:
            return f"{hook} calls the guard already."
        raise click.ClickException(
            f"There is a hook already, {hook}. Add this line to it:\n  {LINE}"
        )
    if hooks != (usual / "hooks").resolve():
        raise click.ClickException(
            f"Git looks for hooks in {hooks}, which other repositories may share. "
            f"Add this line to the pre-push hook there:\n  {LINE}"
        )
    hooks.mkdir(parents=True, exist_ok=True)
    hook.write_text(_HOOK.format(command=shlex.quote(_command())), encoding="utf-8", newline="\n")
    hook.chmod(0o755)
    return "Pushes to where everybody may read it are refused from now on: playbook guard"


def is_installed(folder: Path) -> bool:
    """Return whether the repository that a folder is in has a hook that calls the guard."""
    hooks = _folder(folder, "--git-path", "hooks")
    return hooks is not None and _CALL in (_read(hooks / "pre-push") or "")


def _folder(folder: Path, *question: str) -> Path | None:
    told = ask(folder, "rev-parse", *question)
    return (folder / text(told).removesuffix("\n")).resolve() if told else None


def _read(hook: Path) -> str | None:
    """Return a hook's text, or None if there is none; raises OSError."""
    if not hook.exists() and not hook.is_symlink():
        return None
    return hook.read_bytes().decode("utf-8", "replace")


def _command() -> str:
    """Return where this `playbook` is, so that the hook finds it from any terminal or program."""
    beside = shutil.which("playbook", path=str(Path(sys.executable).parent))
    return Path(beside or shutil.which("playbook") or "playbook").as_posix()

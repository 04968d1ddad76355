"""What stops a command, said in one line: a full disk, a closed pipe, Ctrl-C, no permission."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import IO, Any

import click

from interview_playbook.cli.lazy import LazyGroup

COMPLETE_VAR = "_PLAYBOOK_COMPLETE"
"""The variable by which a shell asks for completions."""
INTERRUPTED = 130
"""The exit code of what was stopped by Ctrl-C: 128 and the signal's number."""


class Guarded(LazyGroup):
    """The command itself: no fault of the machine or of a person's files ends in a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command and exit: 0, 1 for what went wrong, 2 for how it was called."""
        for stream in (sys.stdout, sys.stderr):
            _forgiving(stream)
        if os.environ.get("NO_COLOR"):  # https://no-color.org
            kwargs.setdefault("color", False)
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            _say(f"Error: {_told(error)}")
        except Exception:
            if COMPLETE_VAR not in os.environ:
                raise
        sys.exit(1)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named; Ctrl-C ends it without a word."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            _say("")
            ctx.exit(INTERRUPTED)


def _forgiving(stream: IO[str]) -> None:
    """Let a stream write `?` for a letter that the terminal's encoding doesn't have."""
    if getattr(stream, "errors", None) == "strict" and hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")


def _told(error: OSError) -> str:
    """Return what the system refused, and for which file, in a sentence."""
    reason = error.strerror or type(error).__name__
    if error.errno == errno.ENOSPC and not error.filename:
        return "The output could not be written: the disk is full."
    reason = f"{reason[:1].lower()}{reason[1:]}"
    return f"{os.fsdecode(error.filename)}: {reason}." if error.filename else f"{reason}."


def _say(text: str) -> None:
    """Write a line to the person, and nothing more to an output that can't be written."""
    sys.stdout = io.StringIO()  # Python flushes what stands there once more at the exit
    with suppress(OSError):
        click.echo(text, err=True)

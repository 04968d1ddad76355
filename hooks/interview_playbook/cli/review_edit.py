"""A text in the person's own editor, and what they made of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from interview_playbook.cli.editor import open_at
from interview_playbook.reviewing.merging import has_marks


class Draft:
    """A text that lies in a file of its own for as long as it is decided about."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def edited(self) -> str:
        """Open the text in the editor, and return what is saved when that ends.

        Raises ClickException for an empty text, for one that isn't UTF-8, and while there are marks
        around what collides.
        """
        open_at(self._file, 1)
        try:
            text = self._file.read_text(encoding="utf-8").strip()
        except UnicodeDecodeError:
            raise click.ClickException("Save it as UTF-8.") from None
        if not text:
            raise click.ClickException("There is no text left, so nothing was changed.")
        if has_marks(text):
            raise click.ClickException(
                "There are still marks such as <<<<<<< in it: keep one of the two texts, or make "
                "one of both, and delete the marks."
            )
        return text


@contextmanager
def draft_of(text: str, name: str) -> Iterator[Draft]:
    """Yield a draft that begins with a text, in a file that is gone when the context ends."""
    with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
        file = Path(folder) / f"{name}.md"
        file.write_text(f"{text}\n", encoding="utf-8")
        yield Draft(file)

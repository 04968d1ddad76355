"""What an import comes to: files as they will be, what became of the source, what is left of it."""

from __future__ import annotations

from dataclasses import dataclass

from interview_playbook.playbook import RecordKind


@dataclass(frozen=True)
class Written:
    """A file as it will be; `before` is its text as it is, None where there is no file yet."""

    kind: RecordKind
    id: str
    path: str
    text: str
    before: str | None = None


@dataclass(frozen=True)
class Told:
    """What became of a part of the source; `adds` says whether anything is written for it."""

    place: str
    title: str
    lines: tuple[str, ...] = ()
    adds: bool = True


@dataclass(frozen=True)
class Unread:
    """What was not understood: where it stands, its text, why, and where it is kept if it is."""

    place: str
    text: str
    why: str
    kept: str = ""


@dataclass(frozen=True)
class Plan:
    """All of an import; `head` says how the source was read, `noun` what a part of it is called."""

    noun: str
    head: tuple[str, ...] = ()
    files: tuple[Written, ...] = ()
    told: tuple[Told, ...] = ()
    unread: tuple[Unread, ...] = ()


class SourceError(Exception):
    """The source can't be read: one line that says why, and the line and column if known."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column

    def __str__(self) -> str:
        if self.line is None:
            return self.message
        place = f"line {self.line}" + (f", column {self.column}" if self.column else "")
        return f"{place}: {self.message}"


class UndecidedError(Exception):
    """Only the person can say: `question`, and the `options` to say it with."""

    def __init__(self, question: str, options: tuple[str, ...]) -> None:
        super().__init__(question)
        self.question = question
        self.options = options


def shown(text: str, most: int = 60) -> str:
    """Return a text on one line in quotes, cut where it is longer than `most` characters."""
    line = " ".join(text.split())
    return f'"{line if len(line) <= most else line[: most - 1] + "…"}"'


def counted(number: int, noun: str) -> str:
    """Return `1 row`, `2 rows`, `3 companies`."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"

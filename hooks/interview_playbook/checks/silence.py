"""The comments in a file that ask for silence, and what is wrong with those comments."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from itertools import count

from interview_playbook.codes import CODES
from interview_playbook.diagnostic import Diagnostic, Fix, Position
from interview_playbook.playbook import Origin
from interview_playbook.schema.suggest import suggest_word
from interview_playbook.source import Comment, comments, split_front_matter

_WANTED = re.compile(r"#\s*playbook(?::\s*ignore|\s*ignore(?:-file)?\s*[\[(])", re.IGNORECASE)
"""A comment that asks for silence, or means to and is written in another way."""
_READ = re.compile(r"#\s*playbook:\s*ignore(?P<file>-file)?\[(?P<codes>[^\]]*)\]")
_CODE = re.compile(r"[^\s,]+")
_FORM = "Write `# playbook: ignore[old-story]`, with one code or several with commas between them."


@dataclass
class Silence:
    """One comment: which codes it silences, in which line, and which it was needed for.

    `top`: it stands above the first value or beside it, so that it may be about the file.
    """

    comment: Comment
    codes: dict[str, Position]
    line: int
    whole_file: bool
    top: bool
    used: set[str] = field(default_factory=set)

    def covers(self, code: str, lines: Container[int], *, of_file: bool) -> bool:
        """Return whether the comment silences a code in one of some lines, or of the file."""
        if code not in self.codes:
            return False
        return self.whole_file or (of_file and self.top) or self.line in lines

    @property
    def place(self) -> Position:
        """Return where the comment stands."""
        return _whole(self.comment)

    def without(self, idle: Sequence[str], text: str) -> Fix | None:
        """Return the change that takes idle codes out, and the comment where none is left."""
        comment = self.comment
        read = _READ.search(comment.text)
        if read is None:
            return None
        left = [code for code in _codes(comment, read) if code not in idle]
        if left:
            begin, end = comment.column + read.start("codes"), comment.column + read.end("codes")
            return Fix(Position(comment.line, begin, comment.line, end), ", ".join(left), safe=True)
        if read[0] != comment.text:
            return None
        before = text.split("\n")[comment.line - 1][: comment.column - 1]
        whole = self.place
        if not before.strip() and text.count("\n") >= comment.line:
            return Fix(Position(comment.line, 1, comment.line + 1, 1), "", safe=True)
        return Fix(whole._replace(column=len(before.rstrip()) + 1), "", safe=True)


def may_silence(text: str) -> bool:
    """Return whether a file's text may have a comment that asks for silence."""
    return _WANTED.search(text) is not None


def silences_of(origin: Origin) -> tuple[list[Silence], list[Diagnostic]]:
    """Return the comments of a file that silence something, and what is wrong with them."""
    text = origin.text.replace("\r\n", "\n")
    if origin.path.endswith(".md"):
        text = "\n".join(text.split("\n")[: split_front_matter(text)[2] - 1])
    every = list(comments(text, origin.written))
    alone = {each.line for each in every if each.alone}
    first = origin.written.position.line if origin.written is not None else 1
    silences: list[Silence] = []
    wrong: list[Diagnostic] = []
    for comment in every:
        if not _WANTED.search(comment.text):
            continue
        read = _READ.search(comment.text)
        codes = _codes(comment, read) if read else {}
        if read is None or not codes or (read["file"] and comment.line >= first):
            wrong.append(_bad(origin.path, comment, misplaced=bool(codes)))
            continue
        wrong += [_unknown(origin.path, *pair) for pair in codes.items() if pair[0] not in CODES]
        known = {code: place for code, place in codes.items() if code in CODES}
        about = next(line for line in count(comment.line) if line not in alone)
        silences.append(Silence(comment, known, about, bool(read["file"]), comment.line <= first))
    return silences, wrong


def _codes(comment: Comment, read: re.Match[str]) -> dict[str, Position]:
    """Return the codes in a comment's brackets, each with its place."""
    found: dict[str, Position] = {}
    for each in _CODE.finditer(comment.text, read.start("codes"), read.end("codes")):
        begin, end = comment.column + each.start(), comment.column + each.end()
        found.setdefault(each[0], Position(comment.line, begin, comment.line, end))
    return found


def _bad(path: str, comment: Comment, *, misplaced: bool) -> Diagnostic:
    message = "This comment can't be read, so it silences nothing."
    hint = _FORM
    if misplaced:
        message = "`ignore-file` has to stand above the first key, so it silences nothing here."
        hint = "Move it to the top, or write `ignore` for this line alone."
    return Diagnostic(path, _whole(comment), "warning", "bad-ignore", message, hint)


def _unknown(path: str, code: str, place: Position) -> Diagnostic:
    meant = suggest_word(code, CODES)
    hint = f"Did you mean `{meant.text}`?" if meant else "It stands in brackets in each message."
    fix = Fix(place, meant.text, safe=meant.sure) if meant else None
    message = f"There is no code `{code}`, so this silences nothing."
    return Diagnostic(path, place, "warning", "unknown-code", message, hint, fix)


def _whole(comment: Comment) -> Position:
    end = comment.column + len(comment.text)
    return Position(comment.line, comment.column, comment.line, end)

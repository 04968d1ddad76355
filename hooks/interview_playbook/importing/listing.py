"""A list in Markdown or plain text as questions, each with its heading and what stands below it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from interview_playbook.importing.plan import SourceError, Unread
from interview_playbook.importing.words import folded

MOST = 2000
_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*")
_ITEM = re.compile(r"(?P<indent>\s*)(?:[-*+•–‣◦]|\(?\d{1,4}[.)]|\(?[a-z][.)])\s+(?P<text>\S.*)")
_BOX = re.compile(r"\[[ xX]\]\s+")
_ASKED = re.compile(
    r"(?:\*\*|__)?(?:q\d*|question\s*\d*|frage\s*\d*)\s*[:.)]\s*(?P<text>.*)", re.IGNORECASE
)
_ANSWER = re.compile(
    r"(?:\*\*|__)?(?:a\d*\s*:|(?:answer|antwort)\s*\d*\s*[:.)])\s*(?P<text>.*)", re.IGNORECASE
)
_TABLE = re.compile(r"\s*\|.*\|\s*|\s*:?-{3,}:?\s*\|.*")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}")
_EMPHASIS = re.compile(r"(\*\*|__|\*|_)(?P<text>.+)\1")
_TELL = re.compile(
    r"(tell|describe|explain|walk|give|how|what|why|when|where|which|who|whom|can|could|would|do|"
    r"does|did|are|is|have|has|should|if|name|imagine|suppose|talk|share|erzahlen|erzahl|wie|was|"
    r"warum|wann|wo|welche\w*|wer|beschreib\w*|nennen|nenn|konnen|kannst|haben|hast|wurden)\b"
)


@dataclass
class Asked:
    """A question: its line, its text, the headings above it, its answer and what else is below."""

    line: int
    text: str
    headings: tuple[str, ...]
    indent: int = 0
    answer: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


@dataclass
class Listing:
    """A list as it was read; `intro` is what stands before the first question."""

    title: str | None = None
    intro: list[str] = field(default_factory=list)
    questions: list[Asked] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


@dataclass
class _Reader:
    listing: Listing = field(default_factory=Listing)
    headings: list[tuple[int, str]] = field(default_factory=list)
    topics: list[tuple[int, str]] = field(default_factory=list)
    answering: bool = False
    bulleted: bool = False
    fenced: bool = False
    under_heading: bool = False

    @property
    def above(self) -> tuple[str, ...]:
        return tuple(text for _, text in (*self.headings, *self.topics))

    def line(self, number: int, line: str, following: str) -> None:
        """Take a line; `following` is the next one that isn't blank."""
        bare = line.strip()
        if bare.startswith("```"):
            self.fenced = not self.fenced
        if self.fenced or bare.startswith("```"):
            self._more(line.rstrip())
        elif not bare:
            self._more("")
        elif _TABLE.fullmatch(line):
            self.listing.unread.append(Unread(f"line {number}", bare, "tables are not read"))
        elif not _RULE.fullmatch(line):
            self._text(number, line, bare, following)

    def _text(self, number: int, line: str, bare: str, following: str) -> None:
        heading, item = _HEADING.fullmatch(bare), _ITEM.fullmatch(line)
        if heading:
            self._heading(len(heading[1]), heading[2])
        elif item:
            self._item(number, len(item["indent"].expandtabs(4)), item["text"], following)
        elif _ASKED.fullmatch(bare):
            self._ask(number, bare, 0)
        elif _ANSWER.fullmatch(bare) and self.listing.questions:
            self._answer(bare)
        elif self.answering or self._goes_on(line):
            self._more(bare)
        elif self._stands_alone(bare):
            self._ask(number, bare, 0)
        else:
            self._more(bare)

    def _stands_alone(self, bare: str) -> bool:
        """Return whether a line without a bullet is a question of its own.

        Where others have bullets it is one in a section that has none, and only with its sign.
        """
        if self.bulleted:
            return self.under_heading and _plain(bare).endswith("?")
        return _is_question(bare)

    def _goes_on(self, line: str) -> bool:
        return bool(self.listing.questions) and line.startswith((" ", "\t"))

    def _heading(self, level: int, text: str) -> None:
        text = _plain(text)
        first = not self.headings and not self.listing.questions
        if level == 1 and first and self.listing.title is None:
            self.listing.title = text
            return
        self.headings = [each for each in self.headings if each[0] < level] + [(level, text)]
        self.topics, self.answering = [], False
        self.under_heading = True

    def _item(self, number: int, indent: int, text: str, following: str) -> None:
        text = _BOX.sub("", text)
        answer = _ANSWER.fullmatch(text)
        if answer and self.listing.questions:
            self._answer(text)
            return
        last = self.listing.questions[-1] if self.listing.questions else None
        self.topics = [each for each in self.topics if each[0] < indent]
        below = last is not None and indent > last.indent and not self._is_topic(last)
        if below and not self.topics:
            self._more(f"- {text}")
            return
        nested = _ITEM.fullmatch(following)
        deeper = nested is not None and len(nested["indent"].expandtabs(4)) > indent
        if deeper and nested and not _is_question(text) and _is_question(nested["text"]):
            self.topics.append((indent, _plain(text).rstrip(":")))
            self.answering = False
            return
        self.bulleted, self.under_heading = True, False
        self._ask(number, text, indent)

    def _is_topic(self, last: Asked) -> bool:
        return bool(self.topics) and last.headings[-1:] != (self.topics[-1][1],)

    def _ask(self, number: int, text: str, indent: int) -> None:
        asked = _ASKED.fullmatch(text)
        said = _plain(asked["text"].rstrip("*_") if asked else text)
        if not said:
            return
        self.answering = False
        self.listing.questions.append(Asked(number, said, self.above, indent))
        if len(self.listing.questions) > MOST:
            raise SourceError(f"There are more than {MOST} questions.", number)

    def _answer(self, text: str) -> None:
        match = _ANSWER.fullmatch(text)
        self.answering = True
        if match:
            self.listing.questions[-1].answer.append(match["text"].strip("*_ "))

    def _more(self, text: str) -> None:
        """Put a text below the last question: to its answer, or to what else stands there."""
        if not self.listing.questions:
            self.listing.intro.append(text)
            return
        last = self.listing.questions[-1]
        (last.answer if self.answering else last.below).append(text)


def parse_listing(text: str) -> Listing:
    """Return the questions of a text; raises SourceError if there are none."""
    reader = _Reader()
    lines = text.split("\n")
    reader.bulleted = any(_ITEM.fullmatch(line) or _ASKED.match(line.strip()) for line in lines)
    following = ""
    ahead: list[str] = []
    for line in reversed(lines):
        ahead.append(following)
        following = line if line.strip() else following
    for number, (line, below) in enumerate(zip(lines, reversed(ahead), strict=True), 1):
        reader.line(number, line, below)
    if not reader.listing.questions:
        raise SourceError("There is no question in this file: write one a line.")
    return reader.listing


def joined(lines: list[str]) -> str:
    """Return lines as one text, without empty lines around it."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _is_question(text: str) -> bool:
    plain = _plain(text)
    return plain.endswith("?") or _TELL.match(folded(plain)) is not None


def _plain(text: str) -> str:
    """Return a text without the signs of emphasis around all of it."""
    text = " ".join(text.split())
    match = _EMPHASIS.fullmatch(text)
    return match["text"].strip() if match and match[1] not in match["text"] else text
